# SPDX-License-Identifier: EUPL-1.2
"""Finds personal data that is known beforehand, in every spelling that people use for it.

A register names its client in a column of its own; nothing gives so much certainty for so little.
The same is used for what was found once in a case: it is then looked for in all other fields.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from anonymise.recognisers.date_forms import MONTHS, read_date
from anonymise.spans import PiiSpan
from anonymise.titles import TITLES
from casebase.record import KnownValue
from casebase.vocabulary import Kind

_CERTAIN = 1.0
_PATTERNS_MAX = 400
"""More spellings than this per kind make no case clearer, only slower."""


class KnownValues:
    """Searches texts for known values; ``ordinary`` are words that in lower case are no name ('bakker')."""

    def __init__(
        self,
        values: Iterable[KnownValue],
        *,
        source: str = "known value",
        score: float = _CERTAIN,
        ordinary: frozenset[str] = frozenset(),
    ) -> None:
        self._source = source
        self._score = score
        spellings: dict[Kind, list[str]] = defaultdict(list)
        for value in values:
            text = " ".join(value.text.split())
            if text:
                spellings[value.kind] += _spellings(value.kind, text, ordinary)
        self._patterns = [(kind, _pattern(kind, found)) for kind, found in spellings.items() if found]

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def find(self, text: str) -> list[PiiSpan]:
        """Every place where a known value stands; spans of different kinds may overlap."""
        return [
            PiiSpan(match.start(), match.end(), kind, self._score, self._source)
            for kind, pattern in self._patterns
            for match in pattern.finditer(text)
        ]


def _pattern(kind: Kind, spellings: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all spellings, the longest first; digits may be glued to letters, words may not."""
    longest_first = sorted(set(spellings), key=lambda spelling: (-len(spelling), spelling))
    anyone = f"(?:{'|'.join(longest_first[:_PATTERNS_MAX])})"
    if kind in _DIGITS:
        return re.compile(rf"(?<!\d){anyone}(?!\d)")
    return re.compile(rf"(?<!\w){anyone}(?=['’]?s?(?!\w))")


def _spellings(kind: Kind, text: str, ordinary: frozenset[str]) -> list[str]:
    make = _MAKERS.get(kind)
    if make:
        return make(text)
    if kind is Kind.PERSON:
        return _names(text, ordinary)
    return _number(text) if kind in _NUMBERS else _words(text)


def _words(text: str) -> list[str]:
    """The words as they stand, in any case, with any blanks between them."""
    return [f"(?i:{_spaced(text)})"] if len(text) > 1 else []


def _spaced(text: str) -> str:
    return r"\s{1,3}".join(re.escape(word) for word in text.split())


def _number(text: str) -> list[str]:
    """The letters and digits of a number with any separator between them."""
    signs = [sign for sign in text if sign.isalnum()]
    if len(signs) < _SHORTEST_NUMBER:
        return []
    return [f"(?i:{_SEPARATOR.join(map(re.escape, signs))})"]


_SEPARATOR = r"[ .\-/()]{0,3}"
_SHORTEST_NUMBER = 4


def _bsn(text: str) -> list[str]:
    """A BSN with or without its leading zeros."""
    digits = re.sub(r"\D", "", text).lstrip("0")
    return [f"(?:0{_SEPARATOR}){{0,2}}{number}" for number in _number(digits)]


def _phone(text: str) -> list[str]:
    """A number with its leading zero, or with the code of the country instead."""
    core = re.sub(r"^(?:\+|00)31|\D", "", text.replace("(0)", "")).lstrip("0")
    lead = rf"(?:(?:\+|00) ?31{_SEPARATOR}(?:\(0\))?|\(?0){_SEPARATOR}"
    return [lead + number for number in _number(core)] + _number(text)


def _date(text: str) -> list[str]:
    """A date in figures, with the name of the month or as in ISO 8601."""
    date, day = read_date(text), _day(text)
    if date is None or day is None:
        return _words(text)
    name = MONTHS[date.month - 1]
    year = rf"(?:{date.year}|['’]?{date.year % 100:02})" if date.year else r"(?:(?:19|20)\d\d)"
    spellings = [
        rf"0?{day}(?:[-/.]| [-/] | )0?{date.month}(?:[-/.]| [-/] | ){year}",
        rf"0?{day} (?i:{name}|{name[:3]}\.?)(?: {year})?",
    ]
    if date.year:
        spellings.append(rf"{date.year}[-/]?{date.month:02}[-/]?{day:02}")
    return spellings


def _day(text: str) -> int | None:
    iso = re.search(r"(?:19|20)\d\d[-/]\d\d[-/](\d\d)", text)
    found = iso or re.search(r"(?<!\d)(\d{1,2})(?!\d)", text)
    return int(found[1]) if found else None


def _address(text: str) -> list[str]:
    """Street and number, the street alone too."""
    street = re.match(r"(?P<name>.*?[^\W\d]{4,}[^\d]*?)[ ,]+\d", text)
    return _words(text) + (_exactly(street["name"].strip(" ,")) if street else [])


def _exactly(text: str) -> list[str]:
    """The words in capitals or as they stand, not in lower case."""
    return [_spaced(text), _spaced(text.upper())]


def _age(text: str) -> list[str]:
    """The number with a word for years; alone it may be anything."""
    number = re.search(r"\d{1,3}", text)
    return [rf"{number[0]}(?=[ -]?(?:jaar|jr|jarig))"] if number else []


def _names(text: str, ordinary: frozenset[str]) -> list[str]:
    """Full name, surname, first name, initials with surname, turned round, in any case."""
    given, particles, surname = _name_parts(text)
    if not given and len(surname) < _SHORT:
        return []
    spellings = _in_cases(text, ordinary)
    lead = r"(?i:(?:v(?:an)?\.? ?)?(?:d(?:e[nr]?)?\.? |'t |ter |ten |te |el |al )?)" if particles else ""
    for part in dict.fromkeys([surname, *_halves(surname)]):
        for spelling in _in_cases(part, ordinary):
            spellings += [lead + spelling, rf"(?:[A-Z]\.? ?){{1,4}}{lead}{spelling}"]
    for first_name in given:
        spellings += _in_cases(first_name, ordinary)
    if given and surname:
        first = _spaced(" ".join(given))
        full = _spaced(" ".join([*particles, surname]))
        spellings += [
            f"(?i:{first} {full})",
            f"(?i:{full},? {first})",
            rf"(?i:{_spaced(surname)}), (?:[A-Z]\. ?){{1,4}}(?<! )",
        ]
    return spellings


def _name_parts(text: str) -> tuple[list[str], list[str], str]:
    """First names, words such as 'van der', and surname of a name in either order."""
    if "," in text:
        last_name, _, first_name = text.partition(",")
        text = f"{first_name} {last_name}"
    words = [word for word in text.split() if word.lower().strip(".") not in TITLES]
    if not words:
        return [], [], ""
    first_particle = next((i for i, word in enumerate(words) if word.lower() in _PARTICLES), None)
    if first_particle is None:
        first_particle = len(words) - 1
    given, rest = words[:first_particle], words[first_particle:]
    particles = [word for word in rest if word.lower() in _PARTICLES]
    surname = " ".join(word for word in rest if word.lower() not in _PARTICLES)
    return [name for name in given if len(name) > 1 and "." not in name], particles, surname


def _halves(surname: str) -> list[str]:
    return [part for part in re.split(r"[- ]", surname) if len(part) > _SHORT]


def _in_cases(name: str, ordinary: frozenset[str]) -> list[str]:
    """As it stands and in capitals; in lower case too unless that is an ordinary word or very short."""
    if len(name) < _SHORT:
        return []
    if len(name) > _SHORT and name.lower() not in ordinary:
        return [f"(?i:{_spaced(name)})"]
    return list(dict.fromkeys([_spaced(name), _spaced(name.upper()), _spaced(name.capitalize())]))


_SHORT = 2
_PARTICLES = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "het",
        "'t",
        "ter",
        "ten",
        "te",
        "in",
        "op",
        "von",
        "el",
        "al",
        "la",
        "le",
        "da",
        "dos",
    ]
)
_NUMBERS = frozenset(
    [Kind.IBAN, Kind.CASE_NUMBER, Kind.LICENSE_PLATE, Kind.ID_DOCUMENT, Kind.V_NUMBER, Kind.POSTCODE]
)
_DIGITS = frozenset([Kind.BSN, Kind.PHONE])
_MAKERS: dict[Kind, Callable[[str], list[str]]] = {
    Kind.BSN: _bsn,
    Kind.PHONE: _phone,
    Kind.DATE: _date,
    Kind.BIRTHDATE: _date,
    Kind.ADDRESS: _address,
    Kind.AGE: _age,
}
