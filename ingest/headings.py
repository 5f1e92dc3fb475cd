# SPDX-License-Identifier: EUPL-1.2
"""From a heading as an office typed it to the field that it means, by the table in ingest/fields.py.

Three ways, and no other: the same name apart from capitals, accents, spaces and punctuation; the same
name with something around it that means nothing (a number in front, ``(dd-mm-jjjj)`` behind); a near
spelling. The last is always told to the user, and only taken where no other field is nearly as near.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from casebase.bilingual import Bilingual
from casebase.vocabulary import Kind
from ingest.fields import COLUMNS, Column, Shape

KNOWN_PREFIX = "@known:"
MAX_HEADING = 80
NEAR = 0.85
"""Least similarity of a near spelling: 1 minus the edits (swaps of neighbours count once) per character."""
MARGIN = 0.10
"""How much better the best field must be than the next."""
LONG_WORD = 8
"""Only words of this many letters may hold a slip, one for each so many letters: ``naar`` is not ``naam``."""

MOST_SLIPS = 2

_OTHER_WORDS = frozenset((
    "aangemelde", "afgekeken", "afgestoten", "afgewezen", "afwering", "afwijzing", "begeleide",
    "behandelbaar", "betrokken", "binnenkomt", "directe", "directive", "economics", "economie",
    "employee", "gezinsleven", "hinderen", "keerpunt", "leertijd", "minderen", "onderwerpt", "ontvanger",
    "opgeloste", "opleiden", "postbode", "preferentie", "principale", "regering", "regeringen",
    "representatie", "representatieve", "submitted", "telefonie", "telephony", "thuisarts", "tussentijds",
    "uitkomt", "voornemen", "werkgeven",
))  # fmt: skip
"""Good words that lie one slip from a heading and mean something else."""

_LEADING_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[a-z]?[.):]|[a-z][.)]|vraag \d{1,2}[.:]?)\s*", re.I)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HINT = re.compile(
    r"^(?:[dmjyu :/.-]+|verplicht|optioneel|indien bekend|indien van toepassing|j/?n|ja/?nee"
    r"|toelichting|feiten|meerdere (?:antwoorden )?mogelijk|max\.? \d+.*|kort|vrije tekst"
    r"|required|optional|yes/?no|y/?n)$",
    re.I,
)
_ALTERNATIVES = re.compile(r"\s*(?:/|\ben\b|\bof\b|\band\b|\bor\b|&)\s*", re.I)


@dataclass(frozen=True)
class Recognised:
    """A heading that was understood; ``exact`` is false for a near spelling, which the user must hear of."""

    column: Column
    exact: bool


def recognise(heading: str) -> Recognised | None:
    """The column that a heading means, or None where the table has no answer or more than one."""
    heading = heading.strip()
    if heading.startswith(KNOWN_PREFIX):
        return _reserved(heading)
    if not heading or len(heading) > MAX_HEADING:
        return None
    return _recognise_text(heading)


def is_heading(text: str) -> bool:
    """Whether a text is a heading of the table, exactly or nearly; readers find labels by it."""
    return recognise(text) is not None


def normalise_heading(heading: str) -> str:
    """The letters and digits of a heading: lower case, no accents, spaces or punctuation."""
    folded = unicodedata.normalize("NFKD", heading).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in decomposed if c.isalnum())


@lru_cache(maxsize=2048)
def _recognise_text(heading: str) -> Recognised | None:
    for spelling in _spellings(heading):
        column = _by_name().get(normalise_heading(spelling))
        if column is not None:
            return Recognised(column, exact=True)
    column = _by_alternatives(heading)
    if column is not None:
        return Recognised(column, exact=True)
    column = _nearest(_without_hints(_LEADING_NUMBER.sub("", heading)))
    return Recognised(column, exact=False) if column else None


def _spellings(heading: str) -> Iterator[str]:
    bare = _LEADING_NUMBER.sub("", heading)
    yield heading
    yield bare
    yield _without_hints(bare)


def _without_hints(heading: str) -> str:
    """Without brackets that only say how to fill in; ``(datum)`` stays, it changes the meaning."""
    return _BRACKETS.sub(lambda m: " " if _HINT.match(m.group()[1:-1].strip()) else m.group(), heading)


def _by_alternatives(heading: str) -> Column | None:
    """``Besluit/oplossing``: several names that all mean the same field."""
    parts = [normalise_heading(part) for part in _ALTERNATIVES.split(_without_hints(heading))]
    columns = [_by_name().get(part) for part in parts if part]
    targets = {column.target if column else None for column in columns}
    return columns[0] if len(columns) > 1 and len(targets) == 1 else None


def _nearest(heading: str) -> Column | None:
    words = _words(heading)
    if not words or "".join(words) in _OTHER_WORDS:
        return None
    best: dict[str, tuple[float, Column]] = {}
    for known, column in _by_words().get(len(words), ()):
        score = _likeness(words, known)
        if score > best.get(column.target, (0.0, column))[0]:
            best[column.target] = (score, column)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].target))
    if not ranked or ranked[0][0] < NEAR:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def _likeness(words: tuple[str, ...], known: tuple[str, ...]) -> float:
    """0 unless word by word the same, but for one or two slips in long words."""
    edits = 0
    for word, right in zip(words, known, strict=True):
        if abs(len(word) - len(right)) > MOST_SLIPS:
            return 0.0
        slips = OSA.distance(word, right, score_cutoff=MOST_SLIPS)
        if slips and (len(right) < LONG_WORD or slips > len(right) // LONG_WORD):
            return 0.0
        edits += slips
    return 1 - edits / max(len("".join(words)), len("".join(known)))


def _reserved(heading: str) -> Recognised | None:
    """``@known:PERSON``: personal data that a reader found outside the table, such as a sender's name."""
    kind = heading.removeprefix(KNOWN_PREFIX).strip()
    if kind not in Kind.__members__:
        return None
    column = Column(f"{KNOWN_PREFIX}{kind}:reader", _known_label(Kind(kind)), Shape.KNOWN, (), Kind(kind))
    return Recognised(column, exact=True)


def _known_label(kind: Kind) -> Bilingual:
    return next(column.label for column in COLUMNS if column.kind is kind)


def _words(heading: str) -> tuple[str, ...]:
    return tuple(word for word in map(normalise_heading, re.split(r"[\W_]+", heading)) if word)


@cache
def _by_words() -> dict[int, tuple[tuple[tuple[str, ...], Column], ...]]:
    """Names as words, by number of words."""
    named = [(_words(name), column) for column in COLUMNS for name in column.names]
    lengths = sorted({len(words) for words, _ in named})
    return {n: tuple((words, column) for words, column in named if len(words) == n) for n in lengths}


@cache
def _by_name() -> dict[str, Column]:
    return {normalise_heading(name): column for column in COLUMNS for name in column.names}


def heading_table() -> str:
    """The table of headings in Markdown, as docs/loading.md shows it."""
    lines = ["| field | Dutch | English | headings that are read |", "|---|---|---|---|"]
    for column in COLUMNS:
        target = f"`{column.target}`" if column.kind is None else f"*(found and dropped)* {column.kind}"
        names = ", ".join(dict.fromkeys(column.names[2:]))
        lines.append(f"| {target} | {column.label.nl} | {column.label.en} | {names} |")
    return "\n".join(lines) + "\n"
