# SPDX-License-Identifier: EUPL-1.2
"""The command ``databank``."""

import gettext
import logging
import os
import sys
import traceback
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import DatabankError, Language
from search_app.cli.output import REJECTED, UNUSABLE, Voice
from search_app.settings import Settings, load_settings

if TYPE_CHECKING:
    from search_app.databank import Databank


@dataclass(frozen=True)
class Desk:
    """What every command works with."""

    settings: Settings

    @property
    def voice(self) -> Voice:
        """Speaks the user's language."""
        return Voice(self.settings.language)

    @cached_property
    def databank(self) -> "Databank":
        """The databank that is there."""
        from search_app.databank import open_databank

        return open_databank(self.settings)


def main() -> None:
    """Run the command line; exit code 0 done, 1 done but something was rejected or found, 2 not usable."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; a user's mistake gives a sentence, never a traceback."""
    try:
        settings = load_settings()
        _speak(settings.language)
        cli = build_cli(settings.language)
        outcome = cli.main(arguments, prog_name="databank", standalone_mode=False, obj=Desk(settings))
        return outcome if isinstance(outcome, int) else 0
    except click.ClickException as problem:
        problem.show()
        return UNUSABLE
    except DatabankError as problem:
        click.echo(problem.message.in_language(_language()), err=True)
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken." if _language() is Language.NL else "Stopped.", err=True)
        return REJECTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        click.echo(_unforeseen(problem), err=True)
        return UNUSABLE


def build_cli(language: Language) -> click.Command:
    """All commands, with their explanation in the given language."""
    from search_app.cli import (
        admin,
        alerts,
        anonymising,
        demo,
        evaluate,
        feedback,
        finding,
        loading,
        mapping,
        patterns,
        report,
        reviewing,
    )
    from search_app.cli.english import translate

    @click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
    @click.version_option(version("maatwerk-databank"))
    def cli() -> None:
        """Databank van afgesloten maatwerkcasussen: inlezen, anonimiseren, zoeken."""
        warnings_only = logging.StreamHandler()
        warnings_only.setLevel(logging.WARNING)  # some libraries set the level of their own logger
        logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", handlers=[warnings_only])

    for module in (
        admin,
        demo,
        loading,
        reviewing,
        finding,
        patterns,
        mapping,
        report,
        alerts,
        feedback,
        anonymising,
        evaluate,
    ):
        for command in module.COMMANDS:
            cli.add_command(command)
    return translate(deepcopy(cli)) if language is Language.EN else cli


def _speak(language: Language) -> None:
    # click looks its own sentences up with gettext, which goes by this variable
    os.environ["LANGUAGE"] = language.value
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


def _language() -> Language:
    return Language.EN if os.environ.get("DATABANK_LANG", "").lower().startswith("en") else Language.NL


def _unforeseen(problem: Exception) -> str:
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{type(problem).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    if _language() is Language.EN:
        return f"Something went wrong that was not foreseen ({place}). Please report this line."
    return f"Er ging iets mis dat niet was voorzien ({place}). Meld deze regel aan de beheerder."
