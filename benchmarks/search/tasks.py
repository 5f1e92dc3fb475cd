# SPDX-License-Identifier: EUPL-1.2
"""What is measured on: cases, searches, and which cases are relevant to each search."""

import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.search.material import Material, json_lines
from casebase.record import SafeCase
from index.evaluation import read_corpus, read_qrels
from index.trec import read_queries

NO_THEME = "none"


@dataclass(frozen=True, repr=False)
class Search:
    """A typed text, or one to three cases as the search, which are then not found themselves.

    ``group`` names what belongs together when chance is judged: the theme.
    """

    search_id: str
    text: str = ""
    kind: str = ""
    group: str = ""
    cases: tuple[SafeCase, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What a system that knows only text is asked."""
        return tuple(case_text(case) for case in self.cases) or (self.text,)


@dataclass(frozen=True, repr=False)
class Task:
    """``relevant`` gives the grade of the relevant cases by search; ``halves`` splits searches by theme."""

    name: str
    about: str
    cases: tuple[SafeCase, ...]
    searches: tuple[Search, ...]
    relevant: Mapping[str, Mapping[str, int]]
    halves: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of searches, in order of appearance."""
        return tuple(dict.fromkeys(search.kind for search in self.searches if search.kind))


def case_text(case: SafeCase) -> str:
    """All that search reads of a case, as one text."""
    return "\n".join([*case.narrative().values(), *case.regulations, *map(str, case.principles)])


def themes_task(material: Material) -> Task:
    """Searches in words for the cases of a theme. Weights were chosen on the odd themes of our own cases."""
    searches = [
        Search(query.query_id, query.text, query.kind, query.query_id.partition("-")[0])
        for query in material.queries
    ]
    return Task(
        "themes",
        f"{len(material.cases)} invented cases, {len(searches)} searches",
        tuple(material.cases),
        tuple(searches),
        {query.query_id: dict.fromkeys(material.relevant(query), 1) for query in material.queries},
        _halves(searches),
    )


def members_task(material: Material, pairs: int) -> Task:
    """More like this: from two cases of a theme to the others, ``pairs`` drawn pairs a theme (seeded)."""
    searches, relevant = [], {}
    for theme, cases in sorted(_by_theme(material).items()):
        for some in _drawn(cases, pairs, theme):
            ids = tuple(case.case_id for case in some)
            search = Search("+".join(ids), group=theme, cases=some)
            searches.append(search)
            relevant[search.search_id] = {each.case_id: 1 for each in cases if each.case_id not in ids}
    about = f"{len(material.cases)} invented cases, {len(searches)} pairs of cases that share a theme"
    return Task("members", about, tuple(material.cases), tuple(searches), relevant, _halves(searches))


def similar_task(material: Material) -> Task:
    """Each case of a theme as the search for the others."""
    searches, relevant = [], {}
    for theme, cases in sorted(_by_theme(material).items()):
        for case in cases:
            searches.append(Search(case.case_id, group=theme, cases=(case,)))
            relevant[case.case_id] = {each.case_id: 1 for each in cases if each is not case}
    about = f"{len(material.cases)} invented cases, of which {len(searches)} with a theme are the searches"
    return Task("similar", about, tuple(material.cases), tuple(searches), relevant, _halves(searches))


def rulings_task(themes: Path, bodies: Path | None) -> Task:
    """Each ruling as the search for the others of its theme; the body is taken where it is known.

    ``themes`` has {"id", "theme", "summary"} a line, ``bodies`` {"id", "text"}.
    """
    texts = {row["id"]: row["text"] for row in json_lines(bodies)} if bodies else {}
    rows = sorted(json_lines(themes), key=lambda row: str(row["id"]))
    cases = {
        row["id"]: SafeCase(case_id=row["id"], title=row["summary"], situation=texts.get(row["id"], ""))
        for row in rows
    }
    theme = {row["id"]: row["theme"] for row in rows}
    relevant = {own: {other: 1 for other in theme if other != own and theme[other] == theme[own]}
                for own in theme}  # fmt: skip
    searches = [Search(own, group=theme[own], cases=(cases[own],)) for own in theme if relevant[own]]
    with_body = sum(bool(case.situation) for case in cases.values())
    about = f"{len(cases)} summaries of court rulings ({with_body} with the ruling), {len(searches)} searches"
    return Task("rulings", about, tuple(cases.values()), tuple(searches), relevant)


def beir_task(folder: Path) -> Task:
    """Any collection in BEIR layout; searches without a relevant document are left out."""
    cases = sorted(read_corpus(folder / "corpus.jsonl"), key=lambda case: case.case_id)
    relevant = read_qrels(folder / "qrels" / "test.tsv")
    queries = read_queries(folder / "queries.jsonl").queries
    searches = [Search(q.query_id, q.text, q.kind, q.query_id) for q in queries
                if any(relevant.get(q.query_id, {}).values())]  # fmt: skip
    about = f"{folder.name}: {len(cases)} documents, {len(searches)} searches"
    return Task(folder.name, about, tuple(cases), tuple(searches), relevant)


def _by_theme(material: Material) -> dict[str, list[SafeCase]]:
    grouped: dict[str, list[SafeCase]] = {}
    for case in material.cases:
        if material.themes[case.case_id] != NO_THEME:
            grouped.setdefault(material.themes[case.case_id], []).append(case)
    return {theme: cases for theme, cases in grouped.items() if len(cases) > 2}


def _drawn(cases: Sequence[SafeCase], pairs: int, seed: str) -> Iterator[tuple[SafeCase, SafeCase]]:
    every = list(itertools.combinations(cases, 2))
    chosen = random.Random(seed).sample(range(len(every)), min(pairs, len(every)))
    return (every[number] for number in sorted(chosen))


def _halves(searches: Sequence[Search]) -> dict[str, frozenset[str]]:
    odd = frozenset(s.search_id for s in searches if int("0" + re.sub(r"\D", "", s.group)) % 2)
    return {"odd": odd, "even": frozenset(s.search_id for s in searches) - odd}
