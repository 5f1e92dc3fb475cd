# SPDX-License-Identifier: EUPL-1.2
"""The same case with other people, places and firms in it, and written by somebody with other habits."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from anonymise.gold import GoldCase, GoldSpan
from anonymise.training.names import NameBank
from casebase.vocabulary import Kind

_PARTICLES = frozenset(
    {
        "van",
        "de",
        "der",
        "den",
        "het",
        "ter",
        "ten",
        "te",
        "op",
        "el",
        "al",
        "ben",
        "da",
        "dos",
        "v",
        "d",
        "vd",
        "la",
        "le",
        "du",
        "von",
        "bin",
        "in",
        "en",
        "'t",
        "o",
    }
)
_SPLIT = re.compile(r"([\s\-./,&']+)")
_LOWERED, _RAISED, _NO_CAPITALS_NAMES = 0.14, 0.17, 0.22
_TYPING_ERROR = 0.012
_SWAPPED_FIRM, _SWAPPED_PERSON, _SWAPPED_PLACE = 0.6, 0.85, 0.8
_SHORT = 2


@dataclass(frozen=True)
class MarkedText:
    """A text with its marks; ``unsure`` are places, (start, end), of which nobody told what they are."""

    text: str
    spans: tuple[GoldSpan, ...]
    unsure: tuple[tuple[int, int], ...] = ()


@dataclass
class _Cast:
    """Who is who in one version of a case: a name part keeps its substitute in all fields."""

    origin: str
    persons: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    firms: dict[str, str] = field(default_factory=dict)


def plain(case: GoldCase) -> list[MarkedText]:
    """The texts of the case as they are."""
    return [MarkedText(text, case.spans[name]) for name, text in case.texts.items()]


def varied(case: GoldCase, bank: NameBank, rng: random.Random) -> list[MarkedText]:
    """The texts of the case with other names, and in one of five cases with other capitals."""
    cast = _Cast(bank.origin(rng))
    written = _habit(rng)
    return [written(_swapped(marked, cast, bank, rng)) for marked in plain(case)]


def _swapped(marked: MarkedText, cast: _Cast, bank: NameBank, rng: random.Random) -> MarkedText:
    out, spans, length, read_to = [], [], 0, 0
    for span in marked.spans:
        before = _with_errors(marked.text[read_to : span.start], rng)
        words = _substitute(span.kind, marked.text[span.start : span.end], cast, bank, rng)
        out += [before, words]
        spans.append(GoldSpan(length + len(before), length + len(before) + len(words), span.kind))
        length += len(before) + len(words)
        read_to = span.end
    out.append(_with_errors(marked.text[read_to:], rng))
    return MarkedText("".join(out), tuple(spans))


def _substitute(kind: Kind, words: str, cast: _Cast, bank: NameBank, rng: random.Random) -> str:
    if kind is Kind.PERSON:
        return _person(words, cast, bank, rng)
    if kind is Kind.CITY:
        fresh = bank.place(rng) if rng.random() < _SWAPPED_PLACE else words
        return _cased(cast.places.setdefault(words.lower(), fresh), words)
    if kind is Kind.ORG:
        fresh = bank.firm(rng) if rng.random() < _SWAPPED_FIRM else words
        return _cased(cast.firms.setdefault(words.lower(), fresh), words)
    return re.sub(r"\d", lambda _: rng.choice("0123456789"), words) if _is_number(kind) else words


def _is_number(kind: Kind) -> bool:
    return kind in (Kind.CASE_NUMBER, Kind.ID_DOCUMENT, Kind.V_NUMBER, Kind.LICENSE_PLATE)


def _person(words: str, cast: _Cast, bank: NameBank, rng: random.Random) -> str:
    parts = _SPLIT.split(words)
    names = [part for part in parts if _is_name_part(part)]
    if names and names[0].lower() not in cast.persons and rng.random() > _SWAPPED_PERSON:
        cast.persons.update({name.lower(): name for name in names if name.lower() not in cast.persons})
    return "".join(_part(part, names, cast, bank, rng) for part in parts)


def _part(part: str, names: Sequence[str], cast: _Cast, bank: NameBank, rng: random.Random) -> str:
    if not _is_name_part(part):
        return part
    key = part.lower()
    if key not in cast.persons:
        alone_first = len(names) == 1 and rng.random() < 0.5
        first = alone_first or (len(names) > 1 and part is names[0])
        origin = cast.origin if rng.random() < 0.6 else bank.origin(rng)
        cast.persons[key] = bank.first_name(origin, rng) if first else bank.last_name(origin, rng)
    return _cased(cast.persons[key], part)


def _is_name_part(part: str) -> bool:
    return len(part) >= _SHORT and part[0].isalpha() and part.lower() not in _PARTICLES


def _cased(name: str, like: str) -> str:
    if like.islower():
        return name.lower()
    return name.upper() if like.isupper() and len(like) > _SHORT else name


def _habit(rng: random.Random) -> Callable[[MarkedText], MarkedText]:
    chance = rng.random()
    if chance < _LOWERED:
        return lambda marked: _if_as_long(marked, marked.text.lower())
    if chance < _RAISED:
        return lambda marked: _if_as_long(marked, marked.text.upper())
    if chance < _NO_CAPITALS_NAMES:
        return _names_lowered
    return lambda marked: marked


def _if_as_long(marked: MarkedText, text: str) -> MarkedText:
    return MarkedText(text, marked.spans) if len(text) == len(marked.text) else marked


def _names_lowered(marked: MarkedText) -> MarkedText:
    text = marked.text
    for span in marked.spans:
        text = text[: span.start] + text[span.start : span.end].lower() + text[span.end :]
    return _if_as_long(marked, text)


def _with_errors(text: str, rng: random.Random) -> str:
    """The text with now and then two letters of a word swapped."""
    return re.sub(r"[a-zé]{4,}", lambda match: _misspelt(match[0], rng), text)


def _misspelt(word: str, rng: random.Random) -> str:
    if rng.random() > _TYPING_ERROR:
        return word
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
