# SPDX-License-Identifier: EUPL-1.2
"""Dates as Dutch offices write them, day before month, and as Excel numbers them.

Read: ``2021-03-04``, ``04-03-2021``, ``4/3/2021``, ``04.03.2021``, ``4 maart 2021``, ``4 mrt '21``,
``donderdag 4 maart 2021 om 10.15 uur``, ``March 4, 2021``, ``20210304``, ``04032021``, ``44259``.
"""

import re
from datetime import date, timedelta

from ingest.problems import ValueProblemError

EARLIEST = date(1980, 1, 1)
"""An earlier day is taken for a typing error: no register of cases is that old."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb febr february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = re.compile(
    r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[ ,]+"
)
_TIME = re.compile(
    r"(?:t|[ ,]+(?:om )?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"(?: ?(?:uur|u))?\.?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?$"
)
_YEAR = r"(?P<year>\d{4}|['’]?\d{2})"
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<gap>[-/. ])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?P<gap> ?[-/. ] ?)(?P<month>\d{{1,2}})(?P=gap){_YEAR}")
_NAMED = re.compile(rf"(?P<day>\d{{1,2}})(?:e|ste|de)?[ .-]*{_MONTH}[ ,.-]*{_YEAR}")
_NAMED_FIRST = re.compile(rf"{_MONTH} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<year>\d{{4}})")
_GLUED_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_GLUED_DAY_FIRST = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})")
_NOTATIONS = (_YEAR_FIRST, _DAY_FIRST, _NAMED, _NAMED_FIRST)
_GLUED = (_GLUED_YEAR_FIRST, _GLUED_DAY_FIRST)

_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
"""Day 0 of Excel's numbering, as all days since March 1900 are counted (ECMA-376, part 1, 18.17.4.1)."""

_PARTIAL = re.compile(rf"(?:{_MONTH} ?)?\d{{4}}|\d{{1,2}}[-/]\d{{4}}|\d{{4}}[-/]\d{{1,2}}")


def parse_date(text: str, *, today: date) -> date:
    """The day that a text means, its time of day dropped.

    Raises:
        ValueProblemError: not a day, a day that does not exist or might be written month first, in the
            future, or before 1980.
    """
    text = " ".join(text.lower().split())
    text = _TIME.sub("", _WEEKDAY.sub("", text)).strip()
    return _plausible(_day(text, today), today)


def _day(text: str, today: date) -> date:
    if serial := _SERIAL.fullmatch(text):
        return _SERIAL_ZERO + timedelta(days=int(serial[1]))
    for notation in _NOTATIONS:
        if found := notation.fullmatch(text):
            return _existing(found, today)
    for notation in _GLUED:
        if (found := notation.fullmatch(text)) and 1 <= int(found["month"]) <= 12:
            return _existing(found, today)
    if _PARTIAL.fullmatch(text):
        raise ValueProblemError(
            "de dag of maand ontbreekt; schrijf dag, maand en jaar, of laat de datum leeg",
            "the day or month is missing; write day, month and year, or leave the date empty",
        )
    raise ValueProblemError(
        "dit is geen leesbare datum; schrijf bijvoorbeeld 31-01-2024",
        "this is not a readable date; write for example 31-01-2024",
    )


def _existing(found: re.Match[str], today: date) -> date:
    parts = found.groupdict()
    day, year = int(parts["day"]), _full_year(parts["year"], today)
    month = _MONTHS[parts["name"]] if parts.get("name") else int(parts["month"])
    try:
        return date(year, month, day)
    except ValueError:
        pass
    if month > 12 >= day:
        raise ValueProblemError(
            "dag en maand lijken verwisseld; schrijf eerst de dag en dan de maand, bijvoorbeeld 31-01-2024",
            "day and month seem to be swapped; write the day before the month, for example 31-01-2024",
        )
    raise ValueProblemError(
        "deze dag bestaat niet; controleer dag, maand en jaar",
        "this day does not exist; check day, month and year",
    )


def _full_year(written: str, today: date) -> int:
    year = int(written.lstrip("'’"))
    if year >= 100:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year


def _plausible(day: date, today: date) -> date:
    if day > today:
        raise ValueProblemError(
            "deze datum ligt in de toekomst; controleer het jaar",
            "this date lies in the future; check the year",
        )
    if day < EARLIEST:
        raise ValueProblemError(
            f"deze datum ligt voor {EARLIEST.year}; controleer het jaar",
            f"this date lies before {EARLIEST.year}; check the year",
        )
    return day
