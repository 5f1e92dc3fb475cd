# SPDX-License-Identifier: EUPL-1.2
"""The words that stand in for personal data, from one settings file (``placeholders.toml``)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind

FILE_NAME = "placeholders.toml"


class PlaceholderError(DatabankError):
    """The settings file of the placeholders is missing or incomplete."""


@dataclass(frozen=True)
class Placeholders:
    """What readers see in place of personal data; see the settings file for what each field means."""

    numbered: Mapping[Kind, str]
    plain: Mapping[Kind, str]
    band_years: int
    birth: str
    age: str
    age_in_years: str
    oldest_band: int
    oldest: str
    oldest_in_years: str

    def label(self, kind: Kind, number: int) -> str:
        """The placeholder between brackets, numbered where its kind is."""
        if kind in self.numbered:
            return f"[{self.numbered[kind]}-{number}]"
        return f"[{self.plain[kind]}]"

    def birth_band(self, year: int) -> str:
        """``[geboren 1965-1969]``."""
        first = year - year % self.band_years
        return self.birth.format(first=first, last=first + self.band_years - 1)

    def age_band(self, age: int, *, in_years: bool) -> str:
        """``50-54 jaar``, or ``50-54`` where the word for years stands in the text already."""
        if age >= self.oldest_band:
            form = self.oldest_in_years if in_years else self.oldest
            return form.format(first=self.oldest_band)
        first = age - age % self.band_years
        form = self.age_in_years if in_years else self.age
        return form.format(first=first, last=first + self.band_years - 1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds every placeholder in a text that was made safe before."""
        words = [re.escape(word) for word in self.plain.values()]
        numbered = [rf"{re.escape(word)}-\d+" for word in self.numbered.values()]
        birth = re.escape(self.birth).replace(r"\{first\}", r"\d{4}").replace(r"\{last\}", r"\d{4}")
        bands = r"(?<![\w.,-])\d{0,2}[05]-\d{0,2}[49](?: jaar|(?=-jarig))"
        oldest = rf"(?<![\w.,-]){self.oldest_band}\+(?: jaar)?"
        return re.compile(rf"\[(?:{'|'.join(words + numbered)})\]|{birth}|{bands}|{oldest}")

    def highest_numbers(self, text: str) -> dict[Kind, int]:
        """The highest number of each kind among the placeholders that a text holds already."""
        highest: dict[Kind, int] = {}
        for kind, word in self.numbered.items():
            numbers = [int(number) for number in re.findall(rf"\[{re.escape(word)}-(\d{{1,6}})\]", text)]
            if numbers:
                highest[kind] = max(numbers)
        return highest


def load_placeholders(lists: Path) -> Placeholders:
    """The placeholders of the settings file in the folder of lists.

    Raises:
        PlaceholderError: the file is missing, is no TOML or names a kind too few.
    """
    path = lists / FILE_NAME
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        numbered = {Kind(kind): str(word) for kind, word in settings["numbered"].items()}
        plain = {Kind(kind): str(word) for kind, word in settings["plain"].items()}
        placeholders = Placeholders(numbered=numbered, plain=plain, **settings["coarser"])
    except (OSError, ValueError, KeyError, TypeError):
        raise PlaceholderError(
            f"Het bestand {path} ontbreekt of klopt niet. Zet het terug uit de uitgave van de databank.",
            f"The file {path} is missing or faulty. Restore it from the release of the databank.",
        ) from None
    missing = set(Kind) - set(numbered) - set(plain)
    if missing:
        raise PlaceholderError(
            f"In {path} ontbreekt het woord voor {', '.join(sorted(missing))}. Vul het aan.",
            f"{path} lacks the word for {', '.join(sorted(missing))}. Add it.",
        )
    return placeholders
