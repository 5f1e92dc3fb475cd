# SPDX-License-Identifier: EUPL-1.2
"""Our search and others on the same cases and searches, in one run.

    python -m benchmarks.search.compare --rulings RULINGS_BY_THEME --report docs/evaluation --date 2026-11-22

Measured are: searches in words for the cases of a theme, more like one and like two of them, and when given,
the rulings ({"id", "theme", "summary"} a line) and folders in BEIR layout. Without --report the page is
printed.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from benchmarks.search.chart import figure_chart
from benchmarks.search.material import CASES, MODEL, SEARCHES, read_material
from benchmarks.search.ours import ABLATION, ASPECTS
from benchmarks.search.page import GOALS, search_page
from benchmarks.search.report import ALL, MAIN, TaskReport, report_of
from benchmarks.search.systems import OURS, Choice, answers
from benchmarks.search.tasks import Task, beir_task, members_task, rulings_task, similar_task, themes_task
from index.encoder import load_encoder

CHART, PAGE = "search-by-system.svg", "search.md"


def main() -> None:
    given = _arguments()
    reports = [_report(task, given) for task in tasks(given)]
    page = search_page(reports, load_encoder(given.ours).model_id, given.date, CHART)
    if given.json:
        figures = {report.task: asdict(report) for report in reports}
        given.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if given.report:
        given.report.mkdir(parents=True, exist_ok=True)
        (given.report / PAGE).write_text(page, "utf-8")
        (given.report / CHART).write_text(chart(reports[0]), "utf-8")
    else:
        print(page)


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    material = read_material(given.cases, given.searches)
    yield themes_task(material)
    if given.rulings:
        yield rulings_task(given.rulings, given.bodies)
    yield similar_task(material)
    if given.pairs:
        yield members_task(material, given.pairs)
    yield from map(beir_task, given.beir)


def chart(report: TaskReport) -> str:
    """nDCG@10 of all systems, ours last as in the tables."""
    bars = [(row.system, row.figures[ALL][MAIN]) for row in report.rows if row.system not in ABLATION]
    title = f"nDCG@10, {report.about}; line: 95% interval, red: goal"
    return figure_chart(title, bars, ours=OURS, goal=GOALS[0].least)


def _report(task: Task, given: argparse.Namespace) -> TaskReport:
    print(task.about, flush=True)
    parts = {"similar": ASPECTS, "members": {}}.get(task.name, ABLATION)
    choice = Choice(given.ours, dict(given.model), parts)
    return report_of(task, answers(task, choice))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--cases", type=Path, nargs="+", default=list(CASES), help="marked cases with a theme"
    )
    parser.add_argument("--searches", type=Path, default=SEARCHES, help="searches whose number names a theme")
    parser.add_argument("--rulings", type=Path, help="rulings with theme and summary, a JSON object a line")
    parser.add_argument("--bodies", type=Path, help="texts of rulings by id")
    parser.add_argument("--pairs", type=int, default=50, help="drawn pairs a theme; 0: no more like this")
    parser.add_argument("--beir", type=Path, nargs="+", default=[], help="folders in BEIR layout")
    parser.add_argument("--ours", default=str(MODEL), help="model of our search")
    parser.add_argument("--model", type=_named, action="append", default=[], metavar="NAME=FOLDER",
                        help="another model to compare with")  # fmt: skip
    parser.add_argument("--date", type=date.fromisoformat, required=True)
    parser.add_argument("--report", type=Path, help="folder for the page and the chart")
    parser.add_argument("--json", type=Path, help="file for all figures")
    return parser.parse_args()


def _named(given: str) -> tuple[str, str]:
    name, separator, folder = given.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError("NAME=FOLDER")
    return name, folder


if __name__ == "__main__":
    main()
