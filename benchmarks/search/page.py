# SPDX-License-Identifier: EUPL-1.2
"""The comparison as a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.search.figures import Figure
from benchmarks.search.ours import ABLATION, ASPECTS
from benchmarks.search.report import ALL, EVEN, MAIN, ODD, Row, TaskReport
from benchmarks.search.systems import OURS, REFERENCE
from benchmarks.search.words import FAILURES, METHOD, ON_PARTS, THEMES, TITLES, WORDS_ON_PARTS

SURE = 0.01
PARTS = {*ABLATION, *ASPECTS}


@dataclass(frozen=True)
class Goal:
    """What ours should reach at least: a measure of a part of the searches of a task."""

    name: str
    task: str
    part: str
    measure: str
    least: float


GOALS = (
    Goal("nDCG@10, all searches", "themes", ALL, MAIN, 0.62),
    Goal("nDCG@10, keywords", "themes", "keywords", MAIN, 0.73),
    Goal("nDCG@10, question", "themes", "question", MAIN, 0.50),
    Goal("nDCG@10, case", "themes", "case", MAIN, 0.60),
    Goal("a relevant case in the first three", "themes", ALL, "Success@3", 0.90),
    Goal("rulings, nDCG@10", "rulings", ALL, MAIN, 0.70),
    Goal("more like two cases, P@10", "members", ALL, "P@10", 0.50),
)
GAIN = 0.20
"""At least so much better than the reference."""


def search_page(reports: Sequence[TaskReport], model_id: str, measured_on: date, chart: str) -> str:
    """The page as Markdown; ``chart`` is the name of the file with the chart."""
    by_task = {report.task: report for report in reports}
    parts = [
        ["# How well search finds", "", f"Measured on {measured_on.isoformat()}, model `{model_id}`.", ""],
        [*METHOD, ""],
        ["## In short", "", *_goals(by_task), ""],
        *([f"## {TITLES.get(report.task, report.task)}", "", *_task(report, chart)] for report in reports),
        ["## Where it fails", "", *_failures(reports), *FAILURES, ""],
    ]
    return "\n".join(line for part in parts for line in part)


def _goals(reports: dict[str, TaskReport]) -> Iterator[str]:
    yield from ("| | least | ours | 95% | even themes | reached |", "|---|---|---|---|---|---|")
    for goal in GOALS:
        report = reports.get(goal.task)
        if report and goal.part in report.row(OURS).figures:
            figures = report.row(OURS).figures
            found, even = figures[goal.part][goal.measure], figures.get(_even(goal.part), {})
            counted = f"{even[goal.measure].value:.3f}" if even else ""
            reached = "yes" if found.value >= goal.least else "no"
            cells = [f"{goal.least:.2f}", f"{found.value:.3f}", _range(found), counted, reached]
            yield f"| {goal.name} | {' | '.join(cells)} |"
    for report in reports.values():
        against = report.row(OURS).difference
        if report.task == "themes" and against:
            reached = "yes" if against.relative >= GAIN and against.p_holm < SURE else "no"
            yield (
                f"| gain over {REFERENCE} | {GAIN:+.0%}, p < {SURE} | {against.relative:+.0%} | "
                f"p {_chance(against.p_holm)} | | {reached} |"
            )


def _task(report: TaskReport, chart: str) -> Iterator[str]:
    whole = [row for row in report.rows if row.system not in PARTS]
    parts = [row for row in report.rows if row.system in PARTS]
    yield from (f"On {report.about}.", "")
    if report.task == "themes":
        yield from (*THEMES, "", f"![nDCG@10 by system]({chart})", "")
        yield from _by_part(whole, [ALL, *report.kinds, *_halves(whole)])
    yield from _measures(whole)
    if parts:
        yield from ("### Parts of ours", "", *WORDS_ON_PARTS.get(report.task, ON_PARTS), "")
        yield from _by_part([report.row(OURS), *parts], [ALL, *report.kinds, *_halves(whole)])
    yield from ("### What it costs", "", *_costs(whole))


def _by_part(rows: Sequence[Row], parts: Sequence[str]) -> Iterator[str]:
    header = [f"{MAIN}: {parts[0]}", *parts[1:]]
    yield from _table(header, ([row.system, *(_value(row, part, MAIN) for part in parts)] for row in rows))


def _measures(rows: Sequence[Row]) -> Iterator[str]:
    measures = [MAIN, "P@5", "P@10", "R@10", "R@20", "Success@3", "RR"]
    header = [MAIN, "95%", *measures[1:], f"gain on {REFERENCE}", "p", "p by theme", "p, Holm"]
    yield from _table(header, (_measured(row, measures) for row in rows))


def _measured(row: Row, measures: Sequence[str]) -> list[str]:
    found = row.figures[ALL]
    against = row.difference
    tested = ["", "", "", ""]
    if against:
        chances = (against.p, against.p_groups, against.p_holm)
        tested = [f"{against.gain:+.3f} ({against.relative:+.0%})", *map(_chance, chances)]
    values = [f"{found[name].value:.3f}" for name in measures[1:]]
    return [row.system, f"{found[MAIN].value:.3f}", _range(found[MAIN]), *values, *tested]


def _costs(rows: Sequence[Row]) -> Iterator[str]:
    header = ["build, s", "p50, ms", "p95, ms", "searches a second", "most memory, MB"]
    yield from _table(
        header,
        (
            [row.system, f"{row.cost.build:.2f}", f"{row.cost.p50:.1f}", f"{row.cost.p95:.1f}",
             f"{row.cost.rate:.0f}", f"{row.cost.peak_mb:.0f}"]
            for row in rows
        ),
    )  # fmt: skip


def _failures(reports: Sequence[TaskReport]) -> Iterator[str]:
    for report in reports:
        searches = report.row(OURS).figures[ALL][MAIN].searches
        yield (
            f"- {TITLES.get(report.task, report.task)}: in {report.lost} of {searches} searches "
            f"{REFERENCE} has a higher nDCG@10; in {report.missed} none of our first three is relevant."
        )
        if report.weakest:
            worst = ", ".join(f"{w.theme} {w.ours:.2f} ({w.reference:.2f})" for w in report.weakest)
            yield f"  Weakest themes, ours ({REFERENCE}): {worst}."


def _even(part: str) -> str:
    return EVEN if part == ALL else f"{part}, {EVEN}"


def _halves(rows: Sequence[Row]) -> list[str]:
    return [part for part in (ODD, EVEN) if part in rows[0].figures]


def _value(row: Row, part: str, measure: str) -> str:
    return f"{row.figures[part][measure].value:.3f}"


def _range(found: Figure) -> str:
    return f"{found.low:.2f}-{found.high:.2f}"


def _chance(p: float) -> str:
    return "< .001" if p < 0.001 else f"{p:.3f}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| | {' | '.join(header)} |"
    yield f"|---|{'---|' * len(header)}"
    yield from (f"| {'**' + row[0] + '**' if row[0] == OURS else row[0]} | {' | '.join(row[1:])} |"
                for row in rows)  # fmt: skip
    yield ""
