# SPDX-License-Identifier: EUPL-1.2
"""Facts in two stories that are far apart: amounts of money and ages, as the texts name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebase.bilingual import Bilingual

TIMES = 10
"""Amounts are far apart when the largest of one story is so many times that of the other."""
YEARS = 20
"""Ages are far apart from so many years on."""

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_AMOUNT = re.compile(
    rf"(?:€|\bEUR)\s?(?P<sign>{_NUMBER})(?![\d.]\d)|(?<![\d.,])(?P<word>{_NUMBER})(?:,\d\d|,-)?\s?euro\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?<![\d.,-])(?P<first>\d[05])-(?P<last>\d[49])(?= jaar\b|-jarig)")
"""Ages as the anonymiser leaves them: bands of five years or a multiple of that."""


@dataclass(frozen=True)
class Facts:
    """The largest amount that a story names, in whole euros (0: none), and its age if it names only one."""

    amount: int = 0
    age: tuple[int, int] | None = None


@dataclass(frozen=True)
class FarApart:
    """Something that two stories both name, and how each does."""

    name: Bilingual
    here: Bilingual
    there: Bilingual


def facts_of(text: str) -> Facts:
    """The facts that a text names."""
    return Facts(_largest_amount(text), _only_age(text))


def far_apart(here: Facts, there: Facts) -> Iterator[FarApart]:
    """What both stories name and in which they are far apart; what one leaves out is no difference."""
    amounts = here.amount, there.amount
    if min(amounts) > 0 and max(amounts) >= TIMES * min(amounts):
        yield FarApart(Bilingual("bedragen", "amounts"), _most(amounts[0]), _most(amounts[1]))
    if here.age and there.age and abs(here.age[0] - there.age[0]) >= YEARS:
        yield FarApart(Bilingual("leeftijd", "age"), _band(*here.age), _band(*there.age))


def _largest_amount(text: str) -> int:
    if "€" not in text and "eur" not in text.lower():
        return 0
    found = (match["sign"] or match["word"] for match in _AMOUNT.finditer(text))
    return max((int(number.replace(".", "")) for number in found), default=0)


def _only_age(text: str) -> tuple[int, int] | None:
    if "-jarig" not in text and " jaar" not in text:
        return None
    bands = {(int(match["first"]), int(match["last"])) for match in _AGE.finditer(text)}
    return bands.pop() if len(bands) == 1 else None


def _most(amount: int) -> Bilingual:
    english = f"{amount:,}"
    return Bilingual(f"ten hoogste € {english.replace(',', '.')}", f"at most € {english}")


def _band(first: int, last: int) -> Bilingual:
    return Bilingual(f"{first}-{last} jaar", f"{first}-{last} years")
