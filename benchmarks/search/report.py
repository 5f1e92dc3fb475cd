# SPDX-License-Identifier: EUPL-1.2
"""The figures of all systems on a task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.search.figures import MEASURES, Difference, Figure, corrected, difference, figure, per_search
from benchmarks.search.systems import OURS, REFERENCE, Answers, Cost
from benchmarks.search.tasks import Search, Task

ALL = "all"
ODD, EVEN = "odd", "even"
MAIN = "nDCG@10"


@dataclass(frozen=True)
class Row:
    """A system: figures by part of the searches (all, a kind, a half) and measure.

    ``difference`` is in nDCG@10, with the reference; None for the reference itself.
    """

    system: str
    figures: Mapping[str, Mapping[str, Figure]]
    difference: Difference | None
    cost: Cost


@dataclass(frozen=True)
class Weakness:
    """A theme with the nDCG@10 of ours and of the reference."""

    theme: str
    ours: float
    reference: float


@dataclass(frozen=True)
class TaskReport:
    """All systems on a task.

    ``weakest`` are the themes that ours does worst, ``lost`` counts searches in which the reference does
    better, ``missed`` those of which ours has nothing relevant in the first three.
    """

    task: str
    about: str
    kinds: tuple[str, ...]
    rows: Sequence[Row]
    weakest: Sequence[Weakness]
    lost: int
    missed: int

    def row(self, system: str) -> Row:
        """The row of a system."""
        return next(row for row in self.rows if row.system == system)


def report_of(task: Task, answers: Sequence[Answers]) -> TaskReport:
    """The figures of systems of which ours and the reference are two."""
    values = {each.system: per_search(each.rankings, task.relevant) for each in answers}
    parts = _parts(task)
    rows = []
    for each in answers:
        measured = values[each.system]
        figures = {
            part: {name: figure(measured[name], some) for name in MEASURES} for part, some in parts.items()
        }
        against = None
        if each.system != REFERENCE:
            against = difference(measured[MAIN], values[REFERENCE][MAIN], task.searches)
        rows.append(Row(each.system, figures, against, each.cost))
    ours, reference = values[OURS], values[REFERENCE]
    return TaskReport(
        task.name,
        task.about,
        task.kinds,
        _with_holm(rows),
        _weakest(task, ours[MAIN], reference[MAIN]),
        sum(ours[MAIN][s.search_id] < reference[MAIN][s.search_id] for s in task.searches),
        sum(not ours["Success@3"][s.search_id] for s in task.searches),
    )


def _parts(task: Task) -> dict[str, list[Search]]:
    searches = list(task.searches)
    kinds = {kind: [search for search in searches if search.kind == kind] for kind in task.kinds}
    halves = {
        half: [search for search in searches if search.search_id in ids] for half, ids in task.halves.items()
    }
    both = {
        f"{kind}, {half}": [search for search in some if search in halves[half]]
        for kind, some in kinds.items()
        for half in halves
    }
    return {ALL: searches, **kinds, **halves, **{part: some for part, some in both.items() if some}}


def _with_holm(rows: Sequence[Row]) -> list[Row]:
    tested = [row for row in rows if row.difference]
    chances = corrected(max(row.difference.p, row.difference.p_groups) for row in tested if row.difference)
    raised = dict(zip((row.system for row in tested), chances, strict=True))
    return [
        replace(row, difference=replace(row.difference, p_holm=raised[row.system])) if row.difference else row
        for row in rows
    ]


def _weakest(task: Task, ours: Mapping[str, float], reference: Mapping[str, float]) -> list[Weakness]:
    grouped: dict[str, list[str]] = {}
    for search in task.searches:
        grouped.setdefault(search.group, []).append(search.search_id)
    if len(grouped) == len(task.searches):
        return []
    themes = [
        Weakness(theme, sum(ours[i] for i in ids) / len(ids), sum(reference[i] for i in ids) / len(ids))
        for theme, ids in grouped.items()
    ]
    return sorted(themes, key=lambda each: (each.ours, each.theme))[:5]
