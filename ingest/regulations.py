# SPDX-License-Identifier: EUPL-1.2
"""One name per law, so that ``Ziektewet`` and ``ZW`` are found together.

The table is data/lists/regulations.tsv; only exact names count, apart from capitals, accents and
punctuation. What is not in the table stays as it was written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casebase.bilingual import DatabankError
from ingest.headings import normalise_heading
from ingest.values import clean_text, split_list

_SEVERAL = re.compile(r"[;\n]")
_JOINED = re.compile(r" (?:en|and|&|\+) |\s?[-/]\s?")


class RegulationTableError(DatabankError):
    """The table of regulations is missing or not well formed."""


@dataclass(frozen=True)
class Regulations:
    """Short names by every name that means the same law; empty keeps all names as written."""

    short_names: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str) -> tuple[str, ...]:
        """The laws in a cell, each once, in the order given.

        Raises:
            ValueProblemError: an entry is longer than a name can be.
        """
        whole = None if _SEVERAL.search(text) else self._short(clean_text(text))
        if whole:
            return (whole,)
        names = [name for entry in split_list(text) for name in self._names(entry)]
        return tuple(dict.fromkeys(names))

    def _names(self, entry: str) -> list[str]:
        """``WIA en WW`` and ``WIA/WGA`` are two laws, but only where the table knows both."""
        short = self._short(entry)
        if short:
            return [short]
        parts = [self._short(part) for part in _JOINED.split(entry)]
        if len(parts) > 1 and all(parts):
            return [part for part in parts if part]
        return [entry]

    def _short(self, name: str) -> str | None:
        return self.short_names.get(normalise_heading(name))


def load_regulations(lists: Path) -> Regulations:
    """The table in a folder of lists.

    Raises:
        RegulationTableError: there is no table, or one name stands for two laws.
    """
    file = lists / "regulations.tsv"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise RegulationTableError(
            f"De lijst met wetten {file} kan niet worden gelezen. Controleer de map met lijsten.",
            f"The list of laws {file} cannot be read. Check the folder with lists.",
        ) from None
    short_names: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            _add(short_names, line, f"{file.name}:{number}")
    return Regulations(short_names)


def _add(short_names: dict[str, str], line: str, place: str) -> None:
    short, full, *others = [cell.strip() for cell in line.split("\t")]
    synonyms = others[0].split("|") if others else []
    for name in (short, full, *synonyms):
        key = normalise_heading(name)
        if key and short_names.setdefault(key, short) != short:
            raise RegulationTableError(
                f"In de lijst met wetten hoort een naam op {place} al bij een andere wet. Haal hem weg.",
                f"In the list of laws, {place} holds a name that already belongs to another law. Remove it.",
            )
