# SPDX-License-Identifier: EUPL-1.2
"""How exact dates are written in Dutch, as patterns and back to day, month and year."""

import re
from dataclasses import dataclass

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
MONTH = (
    r"(?i:jan(?:[auri]{1,5})?|feb(?:[ruai]{1,7})?|ma{1,2}rt|mrt|apr(?:[il]{1,3})?|mei|jun(?:ie?)?|jul(?:ie?)?|"
    r"a(?:ug(?:[gust]{1,7})?|gustus)|sept?(?:[embr]{1,6})?|o[kc]t(?:[ober]{1,5})?|nov(?:[embr]{1,6})?|"
    r"dec(?:[embr]{1,6})?)(?![^\W\d])\.?"
)
"""Names, short names and common misspellings of the months."""

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
BEFORE = r"(?<![\w€-])(?<!\d[.,/])"
"""A date may follow on a full stop or comma ('geb.12-3-1970'), but not on a digit with one."""

FIGURES = (
    rf"{BEFORE}(?:{DAY}-{MONTH_NUMBER}-(?:(?:19|20)\d\d|['’]?\d\d)|{DAY}/{MONTH_NUMBER}/(?:(?:19|20)\d\d|['’]?\d\d)|"
    rf"{DAY}\.{MONTH_NUMBER}\.(?:(?:19|20)\d\d|['’]?\d\d)|{DAY} [-/] {MONTH_NUMBER} [-/] (?:19|20)\d\d|"
    rf"{DAY} {MONTH_NUMBER} (?:19|20)\d\d|(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01]))"
    r"(?:(?=T\d)|(?![\w%]|[/-]\d))"
)
"""A full date in figures."""

WORDS = (
    rf"{BEFORE}{DAY}(?:ste|de|e)?(?: van |[ ./-]{{0,2}}){MONTH}"
    rf"(?:[ ,/-]{{0,2}}{YEAR}|[ -]\d\d(?=[,;)]|\.\s|\.?$))?(?!\w|-\w)"
)
"""Day and name of the month, with or without the year."""


@dataclass(frozen=True)
class WrittenDate:
    """Month and year of a date as written; ``year`` is None where the text gives none."""

    month: int
    year: int | None


def read_date(written: str) -> WrittenDate | None:
    """The last month and year that stand in a written date; None where no month can be read."""
    iso = _ISO.search(written)
    if iso:
        return WrittenDate(int(iso["month"]), int(iso["year"]))
    named = list(_NAMED.finditer(written))
    if named:
        month = _month_of(named[-1]["name"])
        return WrittenDate(month, _year(named[-1]["year"])) if month else None
    figures = _IN_FIGURES.search(written)
    return WrittenDate(int(figures["month"]), _year(figures["year"])) if figures else None


_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.]\d\d")
_NAMED = re.compile(
    rf"(?<![^\W\d])(?P<name>{MONTH})(?:[ ,-]{{0,2}}(?:\d{{1,2}}(?:ste|de|e)?,? )?(?P<year>{YEAR}))?"
)
_IN_FIGURES = re.compile(
    rf"{DAY} ?[-/. ] ?(?P<month>{MONTH_NUMBER})(?:(?: ?[-/. ] ?)(?P<year>(?:19|20)\d\d|['’]?\d\d))?(?!\d)"
)
_PIVOT = 30
_CENTURY = 100


def _year(written: str | None) -> int | None:
    """Four digits; of a year in two digits those up to 30 belong to this century."""
    if not written:
        return None
    number = int(written.strip("'’"))
    if number >= _CENTURY:
        return number
    return 2000 + number if number <= _PIVOT else 1900 + number


def _month_of(name: str) -> int | None:
    short = name.lower().rstrip(".").replace("aa", "a").replace("oc", "ok")
    starts = ("ja", "fe", "m", "ap", "me", "jun", "jul", "a", "s", "o", "n", "d")
    for number in (1, 2, 4, 5, 6, 7, 9, 10, 11, 12):
        if short.startswith(starts[number - 1]):
            return number
    return 3 if short.startswith("m") else 8 if short.startswith("a") else None
