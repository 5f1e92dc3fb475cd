# SPDX-License-Identifier: EUPL-1.2
"""Settings: the only place that reads the environment."""

import getpass
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from anonymise.profiles import Profile
from casebase.bilingual import Language
from index.model_options import USUAL, ModelOptions, parse_options
from search_app.mail_settings import MailSettings, SettingsError, environment_of_mail, load_mail_settings

SHIPPED_DATA = Path(__file__).resolve().parents[1] / "data"
KNOWN = {
    "DATABANK_HOME": "folder for database, index and key",
    "DATABANK_DATABASE_URL": "database, when it is not the SQLite file in DATABANK_HOME",
    "DATABANK_MODEL": "search model: a folder or a hub name",
    "DATABANK_MODEL_OPTIONS": "how the search model is used, such as dimensions=256,precision=bfloat16",
    "DATABANK_RERANKER": "model that looks at the best hits once more: a folder or a hub name",
    "DATABANK_RERANKER_OPTIONS": "how it is used, such as max_tokens=512,device=cuda",
    "DATABANK_RERANKER_FIRST": "how many hits it looks at",
    "DATABANK_RERANKER_SECONDS": "how long it may take for a search",
    "DATABANK_DATA": "folder with the shipped lists, models and sample cases",
    "DATABANK_LANG": "nl or en",
    "DATABANK_PROFILE": "how much a safe text tells: intern, delen or publicatie",
    "DATABANK_NAME_ENGINES": "further engines for names, such as spacy:/folder or deduce",
    "DATABANK_MAIL_SERVER": "mail server for alerts: host or host:port",
    "DATABANK_MAIL_SECURITY": "starttls, tls or none",
    "DATABANK_MAIL_LOGIN": "name at the mail server, when it asks for one",
    "DATABANK_MAIL_PASSWORD_FILE": "file with the password of that name",
    "DATABANK_MAIL_FROM": "address that alerts come from",
    "DATABANK_APP_URL": "where people open the app, for links in alerts",
    "DATABANK_USER": "who does it, for the audit log",
    "DATABANK_TEST_POSTGRES": "server for the PostgreSQL tests",
}


@dataclass(frozen=True)
class Settings:
    """Where the databank keeps its state, what it uses, and who is at work."""

    home: Path
    data_dir: Path = SHIPPED_DATA
    database_url: str = ""
    model: str = ""
    model_options: ModelOptions = USUAL
    reranker: str = ""
    reranker_options: ModelOptions = USUAL
    reranker_first: int = 20
    reranker_seconds: float = 2.0
    language: Language = Language.NL
    profile: Profile = Profile.INTERN
    name_engines: tuple[str, ...] = ()
    mail: MailSettings | None = None
    app_url: str = ""
    actor: str = "onbekend"

    @property
    def url(self) -> str:
        """Database URL; by default a SQLite file in ``home``."""
        return self.database_url or f"sqlite:///{self.home / 'databank.sqlite'}"

    @property
    def encoder(self) -> str:
        """Folder or hub name of the search model; by default the shipped one."""
        return self.model or str(self.data_dir / "models" / "search-nl")

    @property
    def index_folder(self) -> Path:
        """Where the search index is kept."""
        return self.home / "index"

    @property
    def lists(self) -> Path:
        """Folder with the word lists."""
        return self.data_dir / "lists"

    @property
    def sample(self) -> Path:
        """Folder with the sample cases."""
        return self.data_dir / "sample"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``DATABANK_…`` variables; empty values count as not set.

    Raises:
        SettingsError: a variable is unknown (probably a typing error) or its value cannot be used.
    """
    env = {k: v for k, v in (environment or os.environ).items() if k.startswith("DATABANK_") and v}
    _refuse_unknown(env)
    return Settings(
        home=Path(env.get("DATABANK_HOME", ".databank")).expanduser().absolute(),
        data_dir=Path(env.get("DATABANK_DATA", SHIPPED_DATA)).expanduser().absolute(),
        database_url=env.get("DATABANK_DATABASE_URL", ""),
        model=env.get("DATABANK_MODEL", ""),
        model_options=parse_options(env.get("DATABANK_MODEL_OPTIONS", "")),
        reranker=env.get("DATABANK_RERANKER", ""),
        reranker_options=parse_options(env.get("DATABANK_RERANKER_OPTIONS", "")),
        reranker_first=_positive(env, "DATABANK_RERANKER_FIRST", int, Settings.reranker_first),
        reranker_seconds=_positive(env, "DATABANK_RERANKER_SECONDS", float, Settings.reranker_seconds),
        language=_language(env.get("DATABANK_LANG", "nl")),
        profile=_profile(env.get("DATABANK_PROFILE", Profile.INTERN)),
        name_engines=tuple(filter(None, map(str.strip, env.get("DATABANK_NAME_ENGINES", "").split(",")))),
        mail=load_mail_settings(env),
        app_url=env.get("DATABANK_APP_URL", "").rstrip("/"),
        actor=env.get("DATABANK_USER") or _login_name(),
    )


def environment_of(settings: Settings) -> dict[str, str]:
    """The environment in which another process of ours finds the same settings."""
    ours = {
        "DATABANK_HOME": str(settings.home),
        "DATABANK_DATABASE_URL": settings.database_url,
        "DATABANK_MODEL": settings.model,
        "DATABANK_MODEL_OPTIONS": str(settings.model_options),
        "DATABANK_RERANKER": settings.reranker,
        "DATABANK_RERANKER_OPTIONS": str(settings.reranker_options),
        "DATABANK_RERANKER_FIRST": str(settings.reranker_first),
        "DATABANK_RERANKER_SECONDS": str(settings.reranker_seconds),
        "DATABANK_DATA": str(settings.data_dir),
        "DATABANK_LANG": settings.language.value,
        "DATABANK_PROFILE": settings.profile.value,
        "DATABANK_NAME_ENGINES": ",".join(settings.name_engines),
        **(environment_of_mail(settings.mail) if settings.mail else {}),
        "DATABANK_APP_URL": settings.app_url,
        "DATABANK_USER": settings.actor,
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("DATABANK_")}
    return others | {name: value for name, value in ours.items() if value}


def _refuse_unknown(env: Mapping[str, str]) -> None:
    unknown = sorted(set(env) - set(KNOWN))
    if unknown:
        names = ", ".join(unknown)
        known = ", ".join(sorted(KNOWN))
        raise SettingsError(
            f"Onbekende instelling: {names}. Bestaande instellingen zijn: {known}.",
            f"Unknown setting: {names}. The settings that exist are: {known}.",
        )


_Number = TypeVar("_Number", int, float)


def _positive(env: Mapping[str, str], name: str, kind: Callable[[str], _Number], usual: _Number) -> _Number:
    try:
        number = kind(env.get(name, str(usual)))
        if number > 0:
            return number
    except ValueError:
        pass
    raise SettingsError(
        f"{name} moet een getal boven nul zijn.", f"{name} must be a number above zero."
    ) from None


def _language(value: str) -> Language:
    try:
        return Language(value.lower()[:2])
    except ValueError:
        raise SettingsError(
            "DATABANK_LANG kent alleen de waarden nl en en.", "DATABANK_LANG must be nl or en."
        ) from None


def _profile(value: str) -> Profile:
    try:
        return Profile(value.lower())
    except ValueError:
        raise SettingsError(
            f"DATABANK_PROFILE kent alleen de waarden {', '.join(Profile)}.",
            f"DATABANK_PROFILE must be one of {', '.join(Profile)}.",
        ) from None


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "onbekend"
