# SPDX-License-Identifier: EUPL-1.2
"""The words that stand in for personal data; they come from the settings file (see ``policy``)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind

NARROWEST_BAND = 5
"""Every band of ages and birth years is so many years wide, or a multiple of it."""


class PlaceholderError(DatabankError):
    """The settings file of the placeholders is missing or incomplete."""


@dataclass(frozen=True)
class Tag:
    """A placeholder in brackets: ``[KIND-1]``, ``[PLAATS-2: Twente]``; without a number when that is 0."""

    word: str
    number: int = 0
    detail: str = ""

    @property
    def text(self) -> str:
        """As it stands in a safe text."""
        number = f"-{self.number}" if self.number else ""
        detail = f": {self.detail}" if self.detail else ""
        return f"[{self.word}{number}{detail}]"


@dataclass(frozen=True)
class Placeholders:
    """What readers see in place of personal data; see the settings file for what each field means.

    ``numbered`` are the words that get a number, ``alone`` those that go without one while only one
    person or organisation in the case has them, ``details`` everything that may stand behind a colon.
    """

    words: Mapping[Kind, str]
    numbered: frozenset[str]
    alone: frozenset[str]
    details: frozenset[str]
    birth: str
    age: str
    age_in_years: str
    oldest_band: int
    oldest: str
    oldest_in_years: str
    amount: str

    def birth_band(self, year: int, width: int = NARROWEST_BAND) -> str:
        """``[geboren 1965-1969]``."""
        first = year - year % width
        return self.birth.format(first=first, last=first + width - 1)

    def age_band(self, age: int, *, in_years: bool, width: int = NARROWEST_BAND) -> str:
        """``50-54 jaar``, or ``50-54`` where the word for years stands in the text already."""
        if age >= self.oldest_band:
            form = self.oldest_in_years if in_years else self.oldest
            return form.format(first=self.oldest_band)
        first = age - age % width
        form = self.age_in_years if in_years else self.age
        return form.format(first=first, last=first + width - 1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds every placeholder in a text that was made safe before."""
        birth = _open_band(self.birth, r"\d{4}")
        bands = r"(?<![\w.,-])\d{0,2}[05]-\d{0,2}[49](?: jaar|(?=-jarig))"
        oldest = rf"(?<![\w.,-]){self.oldest_band}\+(?: jaar)?"
        return re.compile(rf"{self._tag(named=False)}|{birth}|{bands}|{oldest}")

    @cached_property
    def tags(self) -> re.Pattern[str]:
        """Finds the placeholders in brackets; groups ``word``, ``number``, ``detail``."""
        return re.compile(self._tag(named=True))

    @cached_property
    def birth_bands(self) -> re.Pattern[str]:
        """Finds bands of birth years; group ``first``."""
        return re.compile(_open_band(self.birth, r"\d{4}", named=True))

    @cached_property
    def age_bands(self) -> re.Pattern[str]:
        """Finds bands of ages; groups ``first`` and ``years``."""
        return re.compile(r"(?P<first>\d{1,2})-\d{1,2}(?P<years> jaar)?")

    def read(self, text: str) -> Tag | None:
        """The placeholder in brackets that a text is."""
        match = self.tags.fullmatch(text)
        return match and Tag(match["word"], int(match["number"] or 0), match["detail"] or "")

    def highest_numbers(self, text: str) -> dict[str, int]:
        """The highest number of each word among the placeholders that a text holds already.

        A word that goes alone counts as the first: after ``[CLIËNT]`` comes ``[CLIËNT-2]``.
        """
        highest: dict[str, int] = {}
        for match in self.tags.finditer(text):
            word = match["word"]
            if word in self.numbered:
                highest[word] = max(highest.get(word, 0), int(match["number"] or 1))
        return highest

    def _tag(self, *, named: bool) -> str:
        """A closed list of words and details: what people typed between brackets is no placeholder."""
        return _tag_form(_any_of(self.words.values(), self.numbered), _any_of(self.details), named=named)


@cache
def any_tag() -> re.Pattern[str]:
    """Finds whatever has the form of a placeholder in brackets; groups as in ``Placeholders.tags``.

    For showing texts, which keep the words that were in the settings when they were saved.
    """
    return re.compile(_tag_form("[A-Z][A-ZË-]*", r"[^\[\]\n]{1,40}", named=True))


def _tag_form(words: str, details: str, *, named: bool) -> str:
    group = "(?P<{}>" if named else "(?:"
    word, number, detail = (group.format(name) for name in ("word", "number", "detail"))
    tail = rf"(?:: {detail}{details}))?" if details else f"{detail})?"
    return rf"\[{word}{words})(?:-{number}\d{{1,6}}))?{tail}\]"


def _any_of(*groups: object) -> str:
    words = {str(word) for group in groups for word in group}  # type: ignore[attr-defined]
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _open_band(form: str, years: str, *, named: bool = False) -> str:
    first = f"(?P<first>{years})" if named else years
    return re.escape(form).replace(r"\{first\}", first).replace(r"\{last\}", years)
