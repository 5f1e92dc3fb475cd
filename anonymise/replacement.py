# SPDX-License-Identifier: EUPL-1.2
"""Puts placeholders in the place of what was found; all other text stays as it is, byte for byte.

Dates become month and year, ages and birth dates a band of years, everything else a word in brackets.
Where it makes better Dutch a few words before a date go along: 'op vrijdag 9 april 2021' becomes
'in april 2021', 'geb. 22-08-1976' becomes '[geboren 1975-1979]'.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anonymise.number_words import number_from_words
from anonymise.placeholders import Placeholders, Tag
from anonymise.recognisers.date_forms import MONTHS, read_date
from anonymise.spans import PiiSpan
from casebase.record import SafeSpan
from casebase.vocabulary import Kind


@dataclass(frozen=True, repr=False)
class SafeText:
    """A text after anonymising: ``found`` counts in the text as read, ``spans`` and ``doubts`` in ``text``.

    ``doubts`` are places, (start, end), that may be personal data and were not masked.
    """

    text: str
    found: tuple[PiiSpan, ...]
    spans: tuple[SafeSpan, ...]
    doubts: tuple[tuple[int, int], ...] = ()

    def __repr__(self) -> str:
        return f"SafeText({len(self.text)} characters, {len(self.spans)} placeholders)"


@dataclass(frozen=True)
class TaggedSpan:
    """A finding with its placeholder; dates and ages become a month and a band where they can be read."""

    span: PiiSpan
    tag: Tag


def replace_spans(
    text: str, tagged: Sequence[TaggedSpan], placeholders: Placeholders, field: str
) -> SafeText:
    """The text with a placeholder for each finding; findings are sorted and do not overlap."""
    pieces: list[str] = []
    spans: list[SafeSpan] = []
    read_to = length = 0
    for item in tagged:
        new = _placeholder(text, read_to, item, placeholders)
        pieces += [text[read_to : new.start], new.text]
        begin = length + new.start - read_to
        length = begin + len(new.text)
        spans.append(SafeSpan(field=field, start=begin, end=length, kind=item.span.kind))
        read_to = new.end
    pieces.append(text[read_to:])
    return SafeText("".join(pieces), tuple(item.span for item in tagged), tuple(spans))


@dataclass(frozen=True)
class _Placeholder:
    """What comes in the place of ``start`` up to ``end``."""

    start: int
    end: int
    text: str


def _placeholder(text: str, free_from: int, item: TaggedSpan, placeholders: Placeholders) -> _Placeholder:
    """The placeholder of a finding; it may take words from ``free_from`` on along."""
    span = item.span
    write = _COARSER.get(span.kind)
    coarser = write(text, free_from, span, placeholders) if write else None
    return coarser or _Placeholder(span.start, span.end, item.tag.text)


def _date(text: str, free_from: int, span: PiiSpan, _: Placeholders) -> _Placeholder | None:
    date = read_date(text[span.start : span.end])
    if date is None:
        return None
    month = MONTHS[date.month - 1]
    words = f"{month} {date.year}" if date.year else month
    lead = _LEAD_TO_DATE.search(text, max(free_from, span.start - _REACH), span.start)
    if lead and lead["on"]:
        words = f"{'In' if lead['on'][0] == 'O' else 'in'} {words}"
    # 'per 1 sept. stopt': the full stop belongs to the short name of the month.
    end = span.end + bool(_SHORT_MONTH_GOES_ON.match(text, span.end)) * (not text[span.end - 1].isdigit())
    return _Placeholder(lead.start() if lead else span.start, end, words)


def _birth_date(text: str, free_from: int, span: PiiSpan, placeholders: Placeholders) -> _Placeholder | None:
    found = text[span.start : span.end]
    date = read_date(found)
    year = date.year if date else int(found) if _YEAR.fullmatch(found) else None
    if not year:
        return None
    lead = _LEAD_TO_BIRTH.search(text, max(free_from, span.start - _REACH), span.start)
    return _Placeholder(lead.start() if lead else span.start, span.end, placeholders.birth_band(year))


def _age(text: str, _: int, span: PiiSpan, placeholders: Placeholders) -> _Placeholder | None:
    found = text[span.start : span.end]
    number = _NUMBER.search(found)
    age = int(number[0]) if number else number_from_words(re.split(r"[ -]", found)[0])
    if age is None:
        return None
    years_follow = _YEARS_FOLLOW.match(text, span.end)
    return _Placeholder(span.start, span.end, placeholders.age_band(age, in_years=not years_follow))


_REACH = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,3}")
_YEARS_FOLLOW = re.compile(r" ?-? ?(?:jaar|jr|jarig)")
_WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)"
_LEAD_TO_DATE = re.compile(rf"\b(?P<on>[Oo]p )?(?:{_WEEKDAY}\.?,? )?(?:de )?\Z")
_LEAD_TO_BIRTH = re.compile(r"\b(?:[Gg]eb\.?|[Gg]eboren)(?: op| in)?:? \Z")

_SHORT_MONTH_GOES_ON = re.compile(r"\. [a-zà-ÿ]")
_COARSER: dict[Kind, Callable[[str, int, PiiSpan, Placeholders], _Placeholder | None]] = {
    Kind.DATE: _date,
    Kind.BIRTHDATE: _birth_date,
    Kind.AGE: _age,
}
