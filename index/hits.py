# SPDX-License-Identifier: EUPL-1.2
"""What a search gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casebase.bilingual import Bilingual
from casebase.store import StoredCase
from casebase.vocabulary import Level, Nature, Outcome
from index.register import Matching, no_cases
from index.spelling import Correction

Marks = tuple[tuple[int, int], ...]


class Band(StrEnum):
    """How much a found case is worth a look, on a scale that is the same for every search."""

    STRONG = "sterk"
    POSSIBLE = "mogelijk"
    WEAK = "zwak"

    @property
    def label(self) -> Bilingual:
        """How the band is shown to people."""
        english = {"sterk": "Strong", "mogelijk": "Possible", "zwak": "Weak"}
        return Bilingual(self.value.capitalize(), english[self.value])


class Aspect(StrEnum):
    """Which side of a case a passage tells about."""

    SITUATION = "situation"
    WEIGHING = "weighing"
    SOLUTION = "solution"


@dataclass(frozen=True)
class FoundPassage:
    """A passage of a found case; ``marks`` are the [start, end) places of shared words in its text."""

    field: str
    aspect: Aspect
    text: str
    score: float
    marks: Marks = ()


@dataclass(frozen=True)
class NamePair:
    """Two names for the same thing: as it was searched for, and as the found case says it."""

    asked: str
    found: str


@dataclass(frozen=True)
class SentencePair:
    """A sentence of what was searched for beside the sentence of the found case that is most like it.

    ``asked`` is empty for a short search: then ``found`` is simply the sentence that is most like all of it.
    Marks are the [start, end) places of shared words. ``score`` only sorts.
    """

    asked: str
    found: str
    field: str
    aspect: Aspect
    score: float
    asked_marks: Marks = ()
    found_marks: Marks = ()


@dataclass(frozen=True)
class Explanation:
    """Why a case is alike and in which respects it differs, in terms that can be checked.

    ``shared_terms`` are words as the found case writes them, ``same_things`` what both name differently.
    ``nature`` and ``level`` are there when both cases have the same. ``aspects`` are the sides of the case
    that the named passages and sentences stand on. When cases are compared, ``most_like`` is the number of
    the asked case that this one is most like, and everything else is about these two.
    """

    shared_regulations: tuple[str, ...] = ()
    shared_principles: tuple[str, ...] = ()
    shared_terms: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    differences: tuple[Bilingual, ...] = ()
    same_things: tuple[NamePair, ...] = ()
    nature: Nature | None = None
    level: Level | None = None
    sentences: tuple[SentencePair, ...] = ()
    most_like: str = ""


@dataclass(frozen=True)
class NearDuplicate:
    """A case with nearly the same text as a found one.

    ``ended_differently`` is True when the outcomes of both are known and not the same.
    """

    case_id: str
    title: str
    outcome: Outcome | None
    ended_differently: bool


@dataclass(frozen=True)
class Hit:
    """A found case with its best passages, best first.

    ``near_duplicates`` are the other cases with nearly the same text that the search may return; they are
    no hits of their own.
    """

    case_id: str
    title: str
    score: float
    band: Band
    passages: tuple[FoundPassage, ...]
    explanation: Explanation
    near_duplicates: tuple[NearDuplicate, ...] = ()


@dataclass(frozen=True)
class SearchResult:
    """Hits, best first.

    ``matched`` counts the cases that the filters leave to be searched; ``comparable`` is False
    when nothing found deserves to be called alike: the hits are then at most weak.
    ``also_searched`` lists words that were added to the query (synonyms, abbreviations), ``corrections``
    the words that were read as others because they seemed to be typing errors. ``cases`` holds
    the records of the hits and of their near-duplicates, ``matching`` all released cases that meet the
    filters, whether the index knows them yet or not, without the case that was asked about.
    """

    hits: tuple[Hit, ...]
    matched: int
    comparable: bool
    also_searched: tuple[str, ...] = ()
    cases: Mapping[str, StoredCase] = field(default_factory=dict, repr=False)
    matching: Matching = field(default_factory=no_cases, repr=False, compare=False)
    corrections: tuple[Correction, ...] = ()
