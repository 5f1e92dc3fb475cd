# SPDX-License-Identifier: EUPL-1.2
"""The figures as a page that people read: Markdown tables and charts, aggregates only."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from anonymise.evaluation import goals
from anonymise.evaluation.charts import Bar, bar_chart
from anonymise.evaluation.lines import between, percent
from anonymise.evaluation.scores import AnonymisationScores, Interval, LeftoverReason, Score
from casebase.bilingual import DatabankError

PAGE = "anonymisation.md"
FEWEST_MARKS = 20
"""Groups with fewer marks are in the tables but not in the charts: one mark would move them too far."""


class ReportError(DatabankError):
    """The folder of the report cannot be written."""


def write_report(scores: AnonymisationScores, folder: Path, *, engine: str, measured_on: date) -> Path:
    """Write the page and its charts into ``folder`` (made when absent); gives the page.

    Raises:
        ReportError: the folder cannot be written.
    """
    files = {PAGE: page(scores, engine=engine, measured_on=measured_on), **_charts(scores)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_text(content, encoding="utf-8")
    except OSError:
        raise ReportError(
            f"Het verslag kan niet in {folder} worden gezet. Controleer de map en de ruimte op de schijf.",
            f"The report cannot be written to {folder}. Check the folder and the space on the disk.",
        ) from None
    return folder / PAGE


def page(scores: AnonymisationScores, *, engine: str, measured_on: date) -> str:
    """The page as Markdown."""
    sections = (
        _opening(scores, engine, measured_on),
        _files(scores),
        _kinds(scores),
        _origins(scores),
        _styles(scores),
        _leftovers(scores),
        _reviewing(scores),
    )
    return "\n".join(line for section in sections for line in section)


def _opening(scores: AnonymisationScores, engine: str, measured_on: date) -> Iterator[str]:
    files = ", ".join(f"`{name}`" for name in scores.parts)
    yield "# How well personal data is found"
    yield ""
    yield f"Measured on {measured_on.isoformat()} with engine `{engine}` on {scores.cases} cases"
    yield f"{f'of {files} ' if files else ''}with {scores.direct.marks + scores.quasi.marks} marks."
    yield "Made by `databank evaluate anonymisation … --report`; what the words mean and what the figures"
    yield "do not tell is in [README.md](README.md). In square brackets: 95% interval over cases;"
    yield "≥ where nothing was missed and the interval is the exact one."
    yield ""


def _files(scores: AnonymisationScores) -> Iterator[str]:
    parts = {**scores.parts, "together": scores}
    yield from _table(
        ("", *parts),
        [
            ("cases", *(str(part.cases) for part in parts.values())),
            ("direct identifiers, recall", *(_share(part.direct) for part in parts.values())),
            ("names, recall", *(_share(part.names) for part in parts.values())),
            ("names, persons whole", *(_entities(part.names) for part in parts.values())),
            ("names, precision", *(_precision(part.names) for part in parts.values())),
            ("numbers and addresses, recall", *(_share(part.numbers) for part in parts.values())),
            ("quasi-identifiers, recall", *(_share(part.quasi) for part in parts.values())),
            ("other text masked", *(_over_masking(part) for part in parts.values())),
        ],
    )
    yield f"Asked: persons whole {goals.PERSON_ENTITY_RECALL:.0%}, precision of names"
    yield f"{goals.PERSON_PRECISION:.0%}, at most {goals.OVER_MASKING:.1%} of the other text masked."
    yield ""


def _kinds(scores: AnonymisationScores) -> Iterator[str]:
    yield from ("## By kind", "", "![Recall by kind](recall-by-kind.svg)", "")
    rows = [
        (
            kind.value,
            str(score.marks),
            _share(score),
            f"{goals.RECALL[kind]:.0%}",
            percent(score.same_kind_recall),
            _entities(score),
            _precision(score),
        )
        for kind, score in scores.kinds.items()
        if score.marks or score.found
    ]
    yield from _table(("kind", "marks", "recall", "asked", "same kind", "whole", "precision"), rows)


def _origins(scores: AnonymisationScores) -> Iterator[str]:
    yield from ("## Persons by origin of the name", "", "![Recall by origin](recall-by-origin.svg)", "")
    yield f"Asked: {goals.GROUP_RECALL:.0%} in each group."
    yield f"Groups of fewer than {FEWEST_MARKS} marks tell little and are not drawn."
    yield ""
    rows = [
        (origin.replace("_", " "), str(score.marks), _share(score), str(score.entities), _entities(score))
        for origin, score in scores.origins.items()
    ]
    yield from _table(("origin", "marks", "recall", "persons", "whole"), rows)


def _styles(scores: AnonymisationScores) -> Iterator[str]:
    yield from ("## By style of writing", "", "![Recall by style](recall-by-style.svg)", "")
    rows = [
        (
            style,
            str(score.cases),
            str(score.direct.marks),
            _share(score.direct),
            _share(score.names),
            _entities(score.names),
            _share(score.quasi),
        )
        for style, score in scores.styles.items()
    ]
    heads = ("style", "cases", "marks", "direct identifiers", "names", "persons whole", "quasi-identifiers")
    yield from _table(heads, rows)


def _leftovers(scores: AnonymisationScores) -> Iterator[str]:
    total: Counter[tuple[str, LeftoverReason]] = Counter()
    shown: defaultdict[tuple[str, LeftoverReason], int] = defaultdict(int)
    for left in scores.leftovers:
        total[left.kind.value, left.reason] += left.count
        shown[left.kind.value, left.reason] += left.count * bool(left.pointed_out)
    yield from ("## What is left, and who sees it", "")
    yield "*Shown*: the reviewer is pointed to the place. *Silent*: nobody is."
    yield ""
    rows = [
        (kind, reason.label.en, str(count), str(shown[kind, reason]), str(count - shown[kind, reason]))
        for (kind, reason), count in sorted(total.items(), key=lambda item: (-item[1], item[0]))
    ]
    missed, seen = sum(total.values()), sum(shown.values())
    rows.append(("all", "", str(missed), str(seen), str(missed - seen)))
    yield from _table(("kind", "why", "missed", "shown", "silent"), rows)


def _reviewing(scores: AnonymisationScores) -> Iterator[str]:
    if scores.suspects is None or scores.silent_cases is None:
        return
    yield from ("## What it asks of reviewers", "")
    yield f"{scores.suspects} places are pointed out in {scores.cases} cases,"
    yield f"{scores.suspects / max(1, scores.cases):.1f} a case. In {scores.silent_cases} cases"
    yield f"({percent(scores.silent_cases / max(1, scores.cases))}) a direct identifier is left that"
    yield "nobody is pointed to: only reading finds it."
    yield ""


def _charts(scores: AnonymisationScores) -> dict[str, str]:
    least = {kind.value: share for kind, share in goals.RECALL.items()}
    kinds = _bars({kind.value: score for kind, score in scores.kinds.items()}, least)
    origins = _bars({name.replace("_", " "): score for name, score in scores.origins.items()})
    styles = _bars({name: score.direct for name, score in scores.styles.items()})
    return {
        "recall-by-kind.svg": bar_chart("Recall by kind", kinds),
        "recall-by-origin.svg": bar_chart("Recall of persons by origin of the name", origins),
        "recall-by-style.svg": bar_chart("Recall of direct identifiers by style of writing", styles),
    }


def _bars(scores: Mapping[str, Score], least: Mapping[str, float] | None = None) -> list[Bar]:
    least = least or {}
    return [
        Bar(
            name, score.recall or 0.0, score.recall_interval, score.marks, least.get(name, goals.GROUP_RECALL)
        )
        for name, score in scores.items()
        if score.marks and (least or score.marks >= FEWEST_MARKS)
    ]


def _share(score: Score) -> str:
    return _with_interval(score.recall, score.recall_interval)


def _entities(score: Score) -> str:
    return _with_interval(score.entity_recall, score.entity_recall_interval)


def _precision(score: Score) -> str:
    return _with_interval(score.precision, score.precision_interval)


def _over_masking(scores: AnonymisationScores) -> str:
    return _with_interval(scores.over_masking, scores.over_masking_interval)


def _with_interval(share: float | None, interval: Interval | None) -> str:
    if share is None or interval is None:
        return "–"
    if interval.exact and interval.high == 1:
        return f"{percent(share)} [≥ {100 * interval.low:.1f}]"
    return f"{percent(share)} [{between(interval).replace('-', '–')}]"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
