# SPDX-License-Identifier: EUPL-1.2
"""What is counted in one case: marks and entities by kind and origin, findings, left-overs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from anonymise.evaluation.finders import Finding
from anonymise.evaluation.leftovers import why_missed
from anonymise.evaluation.name_knowledge import NameKnowledge
from anonymise.evaluation.scores import DIRECT, LeftoverReason
from anonymise.evaluation.styles import writing_style
from anonymise.gold import GoldCase, GoldSpan
from anonymise.gold_entities import Mention, entities
from casebase.vocabulary import Kind

Counts = Counter[str]
"""Counts with the names of the fields of ``Score``."""


@dataclass(frozen=True)
class CaseCounts:
    """The counts of one case; no text."""

    style: str
    kinds: Mapping[Kind, Counts]
    origins: Mapping[str, Counts]
    leftovers: Mapping[tuple[Kind, LeftoverReason, bool], int]
    unmarked: int
    masked_unmarked: int
    suspects: int

    @property
    def is_silent(self) -> bool:
        """Whether a direct identifier is left that no reviewer is pointed to."""
        return any(kind in DIRECT and not told and count for (kind, _, told), count in self.leftovers.items())


def count_case(case: GoldCase, found: Mapping[str, Finding], names: NameKnowledge) -> CaseCounts:
    """The counts of a case of which this was found, by field."""
    tally = _Tally(names)
    for name, text in case.texts.items():
        tally.add_field(name, text, case.spans[name], found.get(name, Finding((), ())))
    for kind, mentions in entities(case):
        tally.add_entity(case, kind, mentions)
    return CaseCounts(
        style=case.style or writing_style(case.texts),
        kinds=tally.kinds,
        origins=tally.origins,
        leftovers=tally.leftovers,
        unmarked=tally.unmarked,
        masked_unmarked=tally.masked_unmarked,
        suspects=sum(len(finding.pointed_out) for finding in found.values()),
    )


@dataclass
class _Tally:
    """Counts that grow field by field, then entity by entity."""

    names: NameKnowledge
    kinds: defaultdict[Kind, Counts] = field(default_factory=lambda: defaultdict(Counter))
    origins: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    leftovers: Counter[tuple[Kind, LeftoverReason, bool]] = field(default_factory=Counter)
    hidden: dict[Mention, bool] = field(default_factory=dict)
    hidden_as_such: dict[Mention, bool] = field(default_factory=dict)
    unmarked: int = 0
    masked_unmarked: int = 0

    def add_field(self, name: str, text: str, marks: Sequence[GoldSpan], found: Finding) -> None:
        masked = {place for span in found.masked for place in range(span.start, span.end)}
        marked = {place for mark in marks for place in range(mark.start, mark.end)}
        for span in found.masked:
            self.kinds[span.kind]["found"] += 1
            self.kinds[span.kind]["found_right"] += not marked.isdisjoint(range(span.start, span.end))
        outside = {place for place, sign in enumerate(text) if sign.isalnum()} - marked
        self.unmarked += len(outside)
        self.masked_unmarked += len(outside & masked)
        for mark in marks:
            same = {p for span in found.masked if span.kind is mark.kind for p in range(span.start, span.end)}
            self.hidden[name, mark] = _covers(masked, text, mark)
            self.kinds[mark.kind]["marks"] += 1
            self.kinds[mark.kind]["covered"] += self.hidden[name, mark]
            self.hidden_as_such[name, mark] = _covers(same, text, mark)
            self.kinds[mark.kind]["covered_same_kind"] += self.hidden_as_such[name, mark]
            if not self.hidden[name, mark]:
                self._add_leftover(text, mark, masked, found)

    def add_entity(self, case: GoldCase, kind: Kind, mentions: Sequence[Mention]) -> None:
        covered = all(self.hidden[mention] for mention in mentions)
        self.kinds[kind]["entities"] += 1
        self.kinds[kind]["entities_covered"] += covered
        if kind is Kind.PERSON:
            self._add_person(case, mentions, covered)

    def _add_person(self, case: GoldCase, mentions: Sequence[Mention], covered: bool) -> None:
        written = [case.texts[name][mark.start : mark.end] for name, mark in mentions]
        told = [case.origins.get(text, "") for text in written]
        whole = next(filter(None, told), "") or self.names.origin(written)
        for mention, origin in zip(mentions, told, strict=True):
            self.origins[origin or whole]["marks"] += 1
            self.origins[origin or whole]["covered"] += self.hidden[mention]
            self.origins[origin or whole]["covered_same_kind"] += self.hidden_as_such[mention]
        self.origins[whole]["entities"] += 1
        self.origins[whole]["entities_covered"] += covered

    def _add_leftover(self, text: str, mark: GoldSpan, masked: set[int], found: Finding) -> None:
        bare = [place for place in range(mark.start, mark.end) if text[place].isalnum()]
        reason = why_missed(
            mark.kind,
            text[mark.start : mark.end],
            partly=not masked.isdisjoint(bare),
            names=self.names,
        )
        told = any(start < mark.end and mark.start < end for start, end in found.pointed_out)
        self.leftovers[mark.kind, reason, told] += 1


def _covers(places: set[int], text: str, mark: GoldSpan) -> bool:
    return all(place in places for place in range(mark.start, mark.end) if text[place].isalnum())
