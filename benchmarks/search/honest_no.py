# SPDX-License-Identifier: EUPL-1.2
"""Searches with and without an answer, in collections of several sizes: what the honest no is fitted on.

The best of many cases is alike by chance more often than the best of few, and in a mixed collection
everything stands out. So the rule sees the same searches in half of the cases, among other cases, and in
eight times as many.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.search.fit_domain import other_things
from benchmarks.search.fit_rule import Judged
from benchmarks.search.latency import enlarged
from benchmarks.search.looked_at import Eyes, loners, typed
from benchmarks.search.material import ROOT, Material, json_lines, out_of_domain, unmarked
from benchmarks.search.tasks import Search, similar_task
from casebase.record import SafeCase
from index.bands import CASE, TEXT, Calibration, is_comparable

OTHER_CASES = ROOT / "data" / "training" / "anonymise"
OTHER_TEXTS = ROOT / "data" / "training" / "search"
MECHANISMS = "texts on 65 mechanisms"
_TYPED = ("keywords", "question")
COPIES = 8
HALF_SEED = 3

AS_THEY_ARE = "270 cases"


@dataclass(frozen=True)
class Count:
    """How many of a group of searches were told that something comparable was found."""

    name: str
    told: int
    searches: int


Groups = dict[str, list[Judged]]
"""Searches by what they are and where they are searched; those to fit on have *fit* in their name."""


def text_evidence(material: Material, model: str) -> Groups:
    """Typed searches with an answer and about other things, in each collection."""
    found: Groups = {}
    for name, cases in _collections(material):
        eyes = Eyes(cases, model)
        for group, answer, searches in [*_answered(material, name), *_about_other_things()]:
            found[f"{name}, {group}"] = [Judged(eyes.evidence(each), answer, name) for each in searches]
    return found


def case_evidence(material: Material, model: str) -> Groups:
    """Cases that share a theme with others, and cases of no theme; the latter by turns."""
    eyes = Eyes(material.cases, model)
    like, alone = similar_task(material).searches, loners(material)
    odd = [each for each in like if int(each.group[1:]) % 2]
    groups = (
        ("cases of a theme, odd themes (fit)", True, odd),
        ("cases of a theme, even themes", True, [each for each in like if each not in odd]),
        ("cases of no theme, odd (fit)", False, alone[::2]),
        ("cases of no theme, even", False, alone[1::2]),
    )
    return {name: [Judged(eyes.evidence(each), answer, "") for each in some] for name, answer, some in groups}


def counts_of_searches(groups: Mapping[str, Sequence[Judged]]) -> list[Count]:
    """Typed searches that were told so, by the rule in service."""
    return _counts(groups, TEXT)


def counts_of_cases(groups: Mapping[str, Sequence[Judged]]) -> list[Count]:
    """The same of cases as searches."""
    return _counts(groups, CASE)


def _counts(groups: Mapping[str, Sequence[Judged]], kind: Calibration) -> list[Count]:
    return [
        Count(name, sum(is_comparable(each.evidence, kind) for each in judged), len(judged))
        for name, judged in groups.items()
    ]


def _answered(material: Material, collection: str) -> Iterator[tuple[str, bool, list[Search]]]:
    """Searches with an answer in that collection."""
    task = typed(material)
    odd = task.halves["odd"]
    if collection != MECHANISMS:
        yield "with an answer, odd themes (fit)", True, [s for s in task.searches if s.search_id in odd]
        yield "with an answer, even themes", True, [s for s in task.searches if s.search_id not in odd]
    if MECHANISMS in collection:
        rows = [row for row in _on_mechanisms() if row["kind"] in _TYPED]
        for name, half in (("odd mechanisms (fit)", 1), ("even mechanisms", 0)):
            of_half = [row for row in rows if int(row["mechanism"][-2:]) % 2 == half]
            yield f"with an answer, {name}", True, [Search("", row["text"]) for row in of_half]


def _about_other_things() -> Iterator[tuple[str, bool, list[Search]]]:
    yield "other things (fit)", False, [Search("", text) for text in other_things()]
    yield "other things, even lines", False, [Search("", text) for text in out_of_domain()[1::2]]


def _on_mechanisms() -> list[dict[str, str]]:
    return [row for path in sorted(OTHER_TEXTS.glob("mechanisms-*.jsonl")) for row in json_lines(path)]


def _collections(material: Material) -> Iterator[tuple[str, Sequence[SafeCase]]]:
    chance = random.Random(HALF_SEED)
    yield AS_THEY_ARE, material.cases
    yield "half of them", [case for case in material.cases if chance.random() < 0.5]
    yield "among other cases", [*material.cases, *_other_cases()]
    yield f"{COPIES} times as many", enlarged(material.cases, COPIES)
    stories = [row["text"] for row in _on_mechanisms() if row["kind"] not in (*_TYPED, "near_miss")]
    short = [SafeCase(case_id=f"text-{at:04}", situation=text) for at, text in enumerate(stories)]
    yield MECHANISMS, short
    yield f"270 cases and {MECHANISMS}", [*material.cases, *short]


def _other_cases() -> Iterator[SafeCase]:
    """Invented cases on many other subjects; only their texts."""
    for path in sorted(OTHER_CASES.glob("writers-*.jsonl")):
        for row in map(unmarked, json_lines(path)):
            texts = {name: row[name] for name in _TEXTS if isinstance(row.get(name), str)}
            yield SafeCase(case_id=f"other-{row['case_id']}", **texts)


_TEXTS = (
    "title",
    "situation",
    "gut_feeling",
    "tried_before",
    "meanwhile",
    "decision",
    "reasoning",
    "lessons",
)
