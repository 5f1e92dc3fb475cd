# SPDX-License-Identifier: EUPL-1.2
"""The group of a nationality: what counts for the right to stay and to work in the Netherlands.

Citizens of the European Union and the European Economic Area have that right (articles 45 TFEU and 28 EEA
agreement); for others it must be looked up. The group tells that, and leaves the country out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Origins:
    """Beginnings of words for nationalities, in lower case, with the names of the two groups."""

    inside: str
    outside: str
    members: tuple[str, ...]
    neither: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, str]:
        """The names of both groups."""
        return self.inside, self.outside

    def group(self, nationality: str) -> str:
        """The group of a word such as 'Poolse'; nothing where the word names no country."""
        lower = nationality.strip().lower()
        if not lower or " " in lower or lower.startswith(self.neither):
            return ""
        return self.inside if lower.startswith(self.members) else self.outside


def read_origins(settings: Mapping[str, str | Sequence[str]]) -> Origins:
    """The groups of the settings file.

    Raises:
        KeyError: a list is missing.
    """
    return Origins(
        str(settings["inside"]),
        str(settings["outside"]),
        tuple(settings["members"]),
        tuple(settings["neither"]),
    )
