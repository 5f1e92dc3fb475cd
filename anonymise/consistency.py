# SPDX-License-Identifier: EUPL-1.2
"""Which mentions of names in a case are the same person.

Works on the mentions alone, in two passes: full names first, then the loose first names, surnames
and initials, which go to the full name that they fit; where two fit, to the one named last.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from anonymise.titles import TITLES

_PARTICLES = frozenset(
    {"van", "de", "den", "der", "het", "'t", "ter", "ten", "te", "in", "op", "von", "la", "le", "du", "aan"}
    | {
        "el",
        "al",
        "ben",
        "bin",
        "bint",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "ait",
        "v.d",
        "vd",
        "v",
        "thoe",
    }
)
_TITLES = TITLES | {"familie", "juf", "juffrouw", "ome", "oom", "tante", "opa", "oma"}
_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?(?!\w)|['’]t\b|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INNER_PARTICLES = re.compile(r"-(?:(?:van|de|den|der|ter|ten|el|al|'t) )+(?=\w)", re.IGNORECASE)
"""In a double surname: 'Yilmaz-de Boer'."""

_GENITIVE = re.compile(r"(?:['’]s|['’])$")
_SAME_LETTER = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "s", "’": "'"})


def link_persons(mentions: Sequence[str]) -> list[int]:
    """For each mention, in reading order, the number of its person, counted from 0 in that order.

    'F. Yilmaz-de Boer', 'Fatma', 'Mw. Yilmaz' and 'FATMA' are one; 'Simon' and 'Simons' are two, and
    so are two people with one surname and different first names.
    """
    names = [_read(mention) for mention in mentions]
    persons: list[_Person] = []
    owner: list[_Person | None] = [None] * len(names)
    for place, name in enumerate(names):
        if name.is_full:
            owner[place] = _join(persons, name, place)
    for place, name in enumerate(names):
        if owner[place] is None:
            owner[place] = _attach(persons, name, place)
    order: dict[int, int] = {}
    return [order.setdefault(id(person), len(order)) for person in owner]


def link_organisations(mentions: Sequence[str]) -> list[int]:
    """For each mention, in reading order, the number of its organisation, counted from 0 in that order.

    'Kuijpers Verpakkingen BV' and 'Kuijpers' are one, unless another Kuijpers is named too.
    """
    names = [_organisation_words(mention) for mention in mentions]
    known = sorted(set(names), key=lambda name: (-len(name), name))
    order: dict[tuple[str, ...], int] = {}
    return [order.setdefault(_longest_form(name, known), len(order)) for name in names]


def _organisation_words(mention: str) -> tuple[str, ...]:
    words = [_plain(word) for word in re.findall(r"\w+", mention)]
    return tuple(word for word in words if word not in _LEGAL_FORMS) or tuple(words)


def _longest_form(name: tuple[str, ...], known: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    longer = [
        other
        for other in known
        if len(other) > len(name) and name in (other[: len(name)], other[-len(name) :])
    ]
    one_name = longer and all(longer[0][: len(other)] == other for other in longer)
    return longer[0] if one_name else name


_LEGAL_FORMS = frozenset({"bv", "b", "v", "nv", "vof", "cv"})


@dataclass(frozen=True)
class _Name:
    """The parts of a mention, compared without accents and capitals."""

    initials: str
    given: tuple[str, ...]
    surname: frozenset[str]
    whole: str

    @property
    def is_full(self) -> bool:
        """Has a surname and something before it."""
        return bool(self.surname and (self.given or self.initials))


@dataclass(eq=False)
class _Person:
    """Everything that the mentions of a person told so far."""

    initials: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    surname: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)

    def take(self, name: _Name, place: int) -> None:
        if name.is_full or not self.places:
            self.surname |= name.surname
            self.given |= set(name.given)
        if name.initials:
            self.initials.add(name.initials[0])
        if name.given:
            self.initials.add(name.given[0][0])
        self.wholes.add(name.whole)
        self.places.append(place)


def _read(mention: str) -> _Name:
    mention = _INNER_PARTICLES.sub("-", mention)
    words = [_plain(word) for word in _WORD.findall(mention)]
    if "," in mention and len(words) > 1:
        words = _turned_round(mention)
    words = [word for word in words if word.rstrip(".") not in _TITLES] or words
    leading = words[:1] if words and _is_initials(words[0]) else []
    initials = "".join(leading).replace(".", "")
    rest = [word for word in words if not _is_initials(word)]
    first_particle = next((at for at, word in enumerate(rest) if word in _PARTICLES), None)
    names = [word for word in rest if word not in _PARTICLES] or rest
    if leading:
        given = []
    elif first_particle is not None:
        given = [word for word in rest[:first_particle] if word not in _PARTICLES]
    else:
        given = names[:-1]
    surname = names[len(given) :]
    parts = {part for word in surname for part in (word, *word.split("-")) if part not in _PARTICLES}
    return _Name(initials, tuple(given), frozenset(parts), " ".join(words))


def _turned_round(mention: str) -> list[str]:
    """'Vries, B. de' as 'B. de Vries'."""
    last, _, first = mention.partition(",")
    return [_plain(word) for word in (*_WORD.findall(first), *_WORD.findall(last))]


def _plain(word: str) -> str:
    lower = word.casefold().translate(_SAME_LETTER)
    letters = unicodedata.normalize("NFKD", lower)
    return _GENITIVE.sub("", "".join(sign for sign in letters if not unicodedata.combining(sign)))


def _is_initials(word: str) -> bool:
    return "." in word or len(word) == 1


def _join(persons: list[_Person], name: _Name, place: int) -> _Person:
    """The person of a full name: the same surname and first name or initial, or somebody new."""
    for person in reversed(persons):
        if person.surname & name.surname and _fits_given(person, name):
            person.take(name, place)
            return person
    return _new(persons, name, place)


def _fits_given(person: _Person, name: _Name) -> bool:
    if name.given and person.given:
        return not person.given.isdisjoint(name.given)
    initial = name.given[0][0] if name.given else name.initials[0]
    return initial in person.initials


def _attach(persons: list[_Person], name: _Name, place: int) -> _Person:
    """The person of a loose name: one with these words, else one whose initial it fits, else somebody new."""
    words = name.surname | set(name.given)
    fitting = [
        person for person in persons if words & (person.given | person.surname) or name.whole in person.wholes
    ]
    if not fitting and name.initials and not words:
        fitting = [person for person in persons if name.initials[0] in person.initials and person.surname]
    if not fitting and len(words) == 1:
        fitting = _by_initial(persons, next(iter(words)))
    person = _nearest(fitting, place)
    if person is None:
        return _new(persons, name, place)
    if not (person.given or words & person.surname) and len(words) == 1:
        person.given |= words
    person.take(name, place)
    return person


def _by_initial(persons: list[_Person], word: str) -> list[_Person]:
    """The only person known by initials alone that a first name may belong to."""
    fitting = [person for person in persons if not person.given and word[0] in person.initials]
    return fitting if len(fitting) == 1 else []


def _nearest(persons: Sequence[_Person], place: int) -> _Person | None:
    """The person mentioned last before ``place``, else the first one after it."""
    before = [person for person in persons if min(person.places) < place]
    if before:
        return max(before, key=lambda person: max(at for at in person.places if at < place))
    return min(persons, key=lambda person: min(person.places), default=None)


def _new(persons: list[_Person], name: _Name, place: int) -> _Person:
    person = _Person()
    person.take(name, place)
    persons.append(person)
    return person
