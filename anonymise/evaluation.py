# SPDX-License-Identifier: EUPL-1.2
"""How much personal data the anonymiser finds, measured on a gold file.

Measures, per kind and per group:

- *recall*: share of marks of which every letter and digit is covered by found spans of any kind;
  *same-kind recall* asks for spans of the mark's own kind;
- *entity recall*: share of persons, numbers, places … of which all mentions in a case are covered;
  one missed mention gives a person away (TAB, Pilán et al. 2022, Computational Linguistics 48(4));
- *precision*: share of found spans of a kind that touch a mark of any kind;
- *over-masking*: share of the letters and digits outside all marks that is masked nevertheless.

A full case is searched as a whole, as in production: a name found in one field counts in all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict, computed_field

from anonymise.gold import GoldCase, GoldSpan
from anonymise.gold_entities import entities
from anonymise.spans import PiiSpan
from casebase.bilingual import Bilingual
from casebase.vocabulary import Kind

QUASI = (Kind.CITY, Kind.DATE, Kind.AGE, Kind.ORG, Kind.NATIONALITY)
"""Kinds that point to a person only in combination; the others do so directly."""

DIRECT = tuple(kind for kind in Kind if kind not in QUASI)


class CaseFinder(Protocol):
    """What is measured: finds personal data in the fields of one case, all fields together."""

    def find_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, Sequence[PiiSpan]]:
        """Found spans by field, positions in the given texts."""


class Score(BaseModel):
    """Counts of one kind or group; the shares follow from them (None: nothing to measure)."""

    model_config = ConfigDict(frozen=True)

    marks: int = 0
    covered: int = 0
    covered_same_kind: int = 0
    entities: int = 0
    entities_covered: int = 0
    found: int = 0
    found_right: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """Share of marks that is covered by found spans of any kind."""
        return _share(self.covered, self.marks)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def same_kind_recall(self) -> float | None:
        """Share of marks that is covered by found spans of the same kind."""
        return _share(self.covered_same_kind, self.marks)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def entity_recall(self) -> float | None:
        """Share of entities of which all mentions are covered."""
        return _share(self.entities_covered, self.entities)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """Share of found spans that touch a mark of any kind."""
        return _share(self.found_right, self.found)


class AnonymisationScores(BaseModel):
    """Figures over a gold file: by kind, by group, and what was masked without need."""

    model_config = ConfigDict(frozen=True)

    cases: int
    unmarked_characters: int
    masked_unmarked_characters: int
    kinds: dict[Kind, Score]
    direct: Score
    names: Score
    numbers: Score
    quasi: Score

    @computed_field  # type: ignore[prop-decorator]
    @property
    def over_masking(self) -> float | None:
        """Share of the letters and digits outside all marks that is masked."""
        return _share(self.masked_unmarked_characters, self.unmarked_characters)

    def table(self) -> list[Bilingual]:
        """The figures as lines for people, one line a group or kind."""
        groups = (
            (Bilingual("direct herleidbaar", "direct identifiers"), self.direct),
            (Bilingual("namen", "names"), self.names),
            (Bilingual("nummers en adressen", "numbers and addresses"), self.numbers),
            (Bilingual("indirect herleidbaar", "quasi-identifiers"), self.quasi),
        )
        kinds = [(Bilingual(kind, kind), score) for kind, score in self.kinds.items()]
        rows = [_line(name, score) for name, score in (*groups, *kinds)]
        return [_HEADING, *rows, self._over_masking_line()]

    def _over_masking_line(self) -> Bilingual:
        share = _percent(self.over_masking)
        return Bilingual(
            f"{self.cases} casussen; van de overige tekst is {share} weggelakt",
            f"{self.cases} cases; of the other text {share} was masked",
        )


def evaluate(gold: Iterable[GoldCase], finder: CaseFinder) -> AnonymisationScores:
    """The figures of ``finder`` over all ``gold`` cases; each case is searched as a whole."""
    tally = _Tally()
    for case in gold:
        tally.add(case, finder.find_in_fields(case.texts))
    return tally.scores()


class _Tally:
    """Counts per kind that grow case by case."""

    def __init__(self) -> None:
        self._counts: dict[Kind, Counter[str]] = {kind: Counter() for kind in Kind}
        self._overall: Counter[str] = Counter()

    def add(self, case: GoldCase, found: Mapping[str, Sequence[PiiSpan]]) -> None:
        self._overall["cases"] += 1
        hidden: dict[tuple[str, GoldSpan], bool] = {}
        for field, text in case.texts.items():
            hidden |= self._add_field(field, text, case.spans[field], found.get(field, ()))
        for kind, mentions in entities(case):
            self._counts[kind]["entities"] += 1
            self._counts[kind]["entities_covered"] += all(hidden[mention] for mention in mentions)

    def _add_field(
        self, field: str, text: str, marks: Sequence[GoldSpan], found: Sequence[PiiSpan]
    ) -> dict[tuple[str, GoldSpan], bool]:
        masked = {place for span in found for place in range(span.start, span.end)}
        marked = {place for mark in marks for place in range(mark.start, mark.end)}
        for span in found:
            self._counts[span.kind]["found"] += 1
            self._counts[span.kind]["found_right"] += not marked.isdisjoint(range(span.start, span.end))
        outside = {place for place, sign in enumerate(text) if sign.isalnum()} - marked
        self._overall["unmarked"] += len(outside)
        self._overall["masked"] += len(outside & masked)
        hidden = {}
        for mark in marks:
            same = {p for span in found if span.kind is mark.kind for p in range(span.start, span.end)}
            hidden[field, mark] = _covers(masked, text, mark)
            self._counts[mark.kind]["marks"] += 1
            self._counts[mark.kind]["covered"] += hidden[field, mark]
            self._counts[mark.kind]["covered_same_kind"] += _covers(same, text, mark)
        return hidden

    def scores(self) -> AnonymisationScores:
        return AnonymisationScores(
            cases=self._overall["cases"],
            unmarked_characters=self._overall["unmarked"],
            masked_unmarked_characters=self._overall["masked"],
            kinds={kind: self._score(kind) for kind in Kind},
            direct=self._score(*DIRECT),
            names=self._score(Kind.PERSON),
            numbers=self._score(*(kind for kind in DIRECT if kind is not Kind.PERSON)),
            quasi=self._score(*QUASI),
        )

    def _score(self, *kinds: Kind) -> Score:
        total: Counter[str] = Counter()
        for kind in kinds:
            total.update(self._counts[kind])
        return Score(**total)


def _covers(places: set[int], text: str, mark: GoldSpan) -> bool:
    return all(place in places for place in range(mark.start, mark.end) if text[place].isalnum())


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


_HEADING = Bilingual(
    f"{'soort':<24}{'aantal':>8}{'gevonden':>10}{'zelfde soort':>14}{'geheel':>9}{'precisie':>10}",
    f"{'kind':<24}{'marks':>8}{'recall':>10}{'same kind':>14}{'entity':>9}{'precision':>10}",
)


def _line(name: Bilingual, score: Score) -> Bilingual:
    figures = (
        f"{score.marks:>8}{_percent(score.recall):>10}{_percent(score.same_kind_recall):>14}"
        f"{_percent(score.entity_recall):>9}{_percent(score.precision):>10}"
    )
    return Bilingual(f"{name.nl:<24}{figures}", f"{name.en:<24}{figures}")


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}%"
