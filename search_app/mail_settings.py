# SPDX-License-Identifier: EUPL-1.2
"""How alerts are mailed, from ``DATABANK_MAIL_…``; without a server nothing is mailed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casebase.bilingual import DatabankError

PORTS = {"starttls": 587, "tls": 465, "none": 25}


class SettingsError(DatabankError):
    """A setting in the environment has a value that cannot be used."""


class MailSecurity(StrEnum):
    """How the connection with the mail server is kept secret."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True)
class MailSettings:
    """Where mail goes through, and from whom. The password is read from its file when mail is sent."""

    host: str
    port: int
    sender: str
    security: MailSecurity = MailSecurity.STARTTLS
    login: str = ""
    password_file: Path | None = None


def load_mail_settings(env: Mapping[str, str]) -> MailSettings | None:
    """The settings in ``DATABANK_MAIL_…``, or None where no server is named.

    Raises:
        SettingsError: a value cannot be used, or the address that mail comes from is missing.
    """
    server = env.get("DATABANK_MAIL_SERVER", "")
    if not server:
        return None
    security = _security(env.get("DATABANK_MAIL_SECURITY", MailSecurity.STARTTLS))
    host, _, port = server.partition(":")
    sender = env.get("DATABANK_MAIL_FROM", "")
    if "@" not in sender:
        raise SettingsError(
            "DATABANK_MAIL_FROM moet het mailadres zijn waar berichten vandaan komen.",
            "DATABANK_MAIL_FROM must be the address that messages come from.",
        )
    file = env.get("DATABANK_MAIL_PASSWORD_FILE", "")
    return MailSettings(
        host=host,
        port=_port(port) if port else PORTS[security],
        sender=sender,
        security=security,
        login=env.get("DATABANK_MAIL_LOGIN", ""),
        password_file=Path(file).expanduser().absolute() if file else None,
    )


def environment_of_mail(mail: MailSettings) -> dict[str, str]:
    """The environment in which another process of ours finds the same settings."""
    return {
        "DATABANK_MAIL_SERVER": f"{mail.host}:{mail.port}",
        "DATABANK_MAIL_SECURITY": mail.security.value,
        "DATABANK_MAIL_LOGIN": mail.login,
        "DATABANK_MAIL_PASSWORD_FILE": str(mail.password_file or ""),
        "DATABANK_MAIL_FROM": mail.sender,
    }


def _security(value: str) -> MailSecurity:
    try:
        return MailSecurity(value.lower())
    except ValueError:
        raise SettingsError(
            "DATABANK_MAIL_SECURITY kent de waarden starttls, tls en none.",
            "DATABANK_MAIL_SECURITY must be starttls, tls or none.",
        ) from None


def _port(value: str) -> int:
    if value.isdecimal() and 0 < int(value) < 65536:
        return int(value)
    raise SettingsError(
        "De poort in DATABANK_MAIL_SERVER moet een getal tot 65535 zijn.",
        "The port in DATABANK_MAIL_SERVER must be a number up to 65535.",
    )
