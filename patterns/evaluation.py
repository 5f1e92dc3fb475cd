# SPDX-License-Identifier: EUPL-1.2
"""How good proposals are, where people have said which cases belong together, and how much they move."""

import csv
from collections import Counter
from collections.abc import Collection as Cases
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from casebase.bilingual import Bilingual, DatabankError, Language
from index.collection import Collection
from patterns.proposal_numbers import ProposalNumbers, load_numbers
from patterns.proposals import grouped, looked_at, propose

FOUND = 0.5
"""A theme is found when a proposal is so much like it (Jaccard), and an earlier proposal likewise."""

LOOSE = "none"
"""The theme of a case that belongs with no other; an empty theme means the same."""

_SEED = 20261122
_DRAWS = 8
_NEW = 0.05


class ThemesFileError(DatabankError):
    """A file with themes cannot be used."""


class PatternScores(BaseModel):
    """How well proposals follow themes.

    Pairs: two cases in one proposal, right when they have one theme. ``found`` of ``themes``: those with a
    proposal of Jaccard .5 or more. ``loose_taken`` of ``loose``: cases without a theme that are in a
    proposal. ``stability``: which part of the proposals finds its old self (Jaccard .5 or more) after 5% of
    new cases, the mean of some draws; None where it was not measured.
    """

    model_config = ConfigDict(frozen=True)

    cases: int
    proposals: int
    precision: float
    recall: float
    f1: float
    themes: int
    found: int
    loose: int
    loose_taken: int
    stability: float | None = None


def evaluate_proposals(
    collection: Collection,
    themes: Mapping[str, str],
    *,
    among: Cases[str] | None = None,
    numbers: ProposalNumbers | None = None,
    stability: bool = True,
) -> PatternScores:
    """The figures of the proposals over a whole collection, counted on the cases whose theme is known."""
    rows = np.array(sorted(collection.row_of[case] for case in themes if case in collection.row_of))
    groups = [group.case_ids for group in propose(collection, numbers=numbers)]
    scores = score_groups(
        groups, {collection.case_ids[row]: themes[collection.case_ids[row]] for row in rows}, among
    )
    kept = kept_after_growth(collection, numbers) if stability else None
    return scores.model_copy(update={"stability": kept})


def score_groups(
    groups: Sequence[Sequence[str]], themes: Mapping[str, str], among: Cases[str] | None = None
) -> PatternScores:
    """The figures of groups of cases; cases without a known theme are looked past.

    With ``among`` only those cases are counted: pairs by the case they start from, and themes and loose
    cases by their own. The figures of two parts of the cases so add up to those of the whole.
    """
    counted = set(themes) if among is None else set(among) & set(themes)
    members = _by_theme(themes)
    known = [[case for case in group if case in themes] for group in groups]
    right = proposed = 0
    for group in known:
        sizes = Counter(_theme(themes[case]) for case in group)
        for case in group:
            if case in counted:
                proposed += len(group) - 1
                right += sizes[_theme(themes[case])] - 1 if _theme(themes[case]) else 0
    wanted = sum(len(members[_theme(themes[case])]) - 1 for case in counted if _theme(themes[case]))
    own = {theme: cases for theme, cases in members.items() if cases & counted}
    loose = {case for case in counted if not _theme(themes[case])}
    precision, recall = right / max(1, proposed), right / max(1, wanted)
    return PatternScores(
        cases=len(counted),
        proposals=len(groups),
        precision=round(precision, 4),
        recall=round(recall, 4),
        f1=round(2 * precision * recall / max(1e-9, precision + recall), 4),
        themes=len(own),
        found=sum(any(jaccard(cases, group) >= FOUND for group in known) for cases in own.values()),
        loose=len(loose),
        loose_taken=len(loose & {case for group in known for case in group}),
    )


def kept_after_growth(collection: Collection, numbers: ProposalNumbers | None = None) -> float | None:
    """Which part of the proposals finds its old self after 5% of new cases; None when there are none.

    Proposals over some 95% of the cases, in ``_DRAWS`` draws, are looked for among those over all cases,
    which know of them as a next run does. The search index is that of all cases.
    """
    seen = looked_at(collection, None, numbers or load_numbers())
    kept: list[bool] = []
    for before in _drawn(collection, numbers):
        after = [set(group.case_ids) for group in grouped(seen, numbers or load_numbers(), before)]
        kept += [any(jaccard(old, new) >= FOUND for new in after) for old in before]
    return round(sum(kept) / len(kept), 4) if kept else None


def jaccard(one: Cases[str], other: Cases[str]) -> float:
    """Shared cases as a part of all cases of the two (Jaccard 1901); 0 when both are empty."""
    shared = len(set(one) & set(other))
    return shared / max(1, len(set(one)) + len(set(other)) - shared)


def read_themes(path: Path) -> dict[str, str]:
    """The theme of each case: a line ``case_id <tab> theme`` each; empty or ``none`` for a loose case.

    Raises:
        ThemesFileError: the file cannot be read, or a line has no two columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ThemesFileError(
            f"{path.name} kan niet worden gelezen.", f"{path.name} cannot be read."
        ) from None
    for number, row in enumerate(rows, start=1):
        if len(row) != 2:
            raise ThemesFileError(
                f"{path.name}, rij {number}: geef een zaaknummer, een tab en een thema.",
                f"{path.name}, row {number}: give a case number, a tab and a theme.",
            )
    return {case_id: theme for case_id, theme in rows if (case_id, theme) != ("case_id", "theme")}


def table(scores: PatternScores, language: Language) -> list[str]:
    """The figures as lines of text."""
    stability = "–" if scores.stability is None else f"{scores.stability:.2f}"
    lines = (
        Bilingual(
            f"{scores.proposals} voorstellen over {scores.cases} casussen met een bekend thema",
            f"{scores.proposals} proposals over {scores.cases} cases with a known theme",
        ),
        Bilingual(
            f"paren: precisie {scores.precision:.2f}, vangst {scores.recall:.2f}, F1 {scores.f1:.2f}",
            f"pairs: precision {scores.precision:.2f}, recall {scores.recall:.2f}, F1 {scores.f1:.2f}",
        ),
        Bilingual(
            f"thema's gevonden (Jaccard ≥ 0,5): {scores.found} van {scores.themes}",
            f"themes found (Jaccard ≥ .5): {scores.found} of {scores.themes}",
        ),
        Bilingual(
            f"losse casussen in een voorstel: {scores.loose_taken} van {scores.loose}",
            f"loose cases in a proposal: {scores.loose_taken} of {scores.loose}",
        ),
        Bilingual(
            f"voorstellen die zichzelf terugvinden na 5% nieuwe casussen: {stability}",
            f"proposals that find their old self after 5% new cases: {stability}",
        ),
    )
    return [line.in_language(language) for line in lines]


def _drawn(collection: Collection, numbers: ProposalNumbers | None) -> list[list[tuple[str, ...]]]:
    found = []
    for draw in range(_DRAWS):
        shuffled = np.random.default_rng(_SEED + draw).permutation(len(collection))
        rows = np.sort(shuffled[round(len(collection) * _NEW / (1 + _NEW)) :])
        found.append([group.case_ids for group in propose(collection, rows=rows, numbers=numbers)])
    return found


def _theme(name: str) -> str:
    return "" if name.strip() == LOOSE else name.strip()


def _by_theme(themes: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for case, theme in themes.items():
        if _theme(theme):
            found.setdefault(_theme(theme), set()).add(case)
    return dict(sorted(found.items()))
