# SPDX-License-Identifier: EUPL-1.2
"""Sentences that people read, in Dutch and in English."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language in which the databank speaks to its users."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True)
class Bilingual:
    """One sentence in both languages; ``str()`` gives the Dutch one."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in the given language."""
        return self.en if language is Language.EN else self.nl

    def __str__(self) -> str:
        return self.nl


class DatabankError(Exception):
    """A problem that the user can act on: one sentence, never any case text.

    ``str(error)`` is Dutch; ``error.message`` holds both languages.
    Every package derives its own errors from this class.
    """

    def __init__(self, nl: str, en: str) -> None:
        self.message = Bilingual(nl, en)
        super().__init__(nl)
