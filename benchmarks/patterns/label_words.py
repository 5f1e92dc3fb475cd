# SPDX-License-Identifier: EUPL-1.2
"""Do labels hold the words that people search with?

    python -m benchmarks.patterns.label_words

Each theme has a search in keywords. Counted is which part of the terms of labels (three a label at most)
occurs in it, by stem or part of a compound: for the true members of each theme, and for the proposals, held
against the theme that each is most like. Not all can be right: a search has five words.
"""

from collections.abc import Iterator, Sequence

from benchmarks.patterns.halves import Themes, read_halves
from casebase.record import SafeCase
from index.dutch import load_analysis
from index.trec import BatchQuery
from patterns.evaluation import LOOSE, jaccard
from patterns.labels import label
from patterns.proposals import propose
from patterns.standing import standing_runs

_IN_LABEL = 3


def main() -> None:
    """Print the figures of both halves."""
    themes = read_halves()
    for name, odd in (("odd", True), ("even", False)):
        print(name, *told(themes, odd), sep=": ")


def told(themes: Themes, odd: bool | None = None) -> list[str]:
    """The shares for true themes and for proposals, of one half or of all."""
    members: dict[str, list[str]] = {}
    for case, theme in sorted(themes.of_case.items()):
        if theme != LOOSE and (odd is None or int(theme[1:]) % 2 == odd):
            members.setdefault(theme, []).append(case)
    found = [group.case_ids for group in propose(themes.collection)]
    groups = [(_nearest(themes, group), group) for group in found]
    kept = [(theme, group) for theme, group in groups if theme in members]
    return [_share("true themes", themes, list(members.items())), _share("proposals", themes, kept)]


def _share(name: str, themes: Themes, groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    right = [
        each for theme, labelled in _labelled(themes, groups) for each in _searched(themes, theme, labelled)
    ]
    return f"{name} {sum(right) / max(1, len(right)):.2f} of {len(right)} words"


def _labelled(
    themes: Themes, groups: Sequence[tuple[str, Sequence[str]]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    analysis, words = load_analysis(), themes.collection.words[None]
    by_id = {case.case_id: case for case in themes.material.cases}
    standing = standing_runs(_distinct(themes, by_id), analysis)
    for theme, group in groups:
        found = label([by_id[case] for case in group], words, analysis, standing)
        yield theme, found.terms[:_IN_LABEL]


def _distinct(themes: Themes, by_id: dict[str, SafeCase]) -> list[SafeCase]:
    """The cases without their near-duplicates."""
    ids, leaders = themes.collection.case_ids, themes.collection.leaders
    return [by_id[ids[row]] for row in sorted(set(leaders.tolist()))]


def _searched(themes: Themes, theme: str, terms: Sequence[str]) -> list[bool]:
    keys = {key for query in _keyword_searches(themes, theme) for key in load_analysis().keys(query.text)}
    return [not keys.isdisjoint(load_analysis().keys(term)) for term in terms]


def _keyword_searches(themes: Themes, theme: str) -> list[BatchQuery]:
    return [
        query
        for query in themes.material.queries
        if query.kind == "keywords" and query.query_id.partition("-")[0] == theme
    ]


def _nearest(themes: Themes, group: Sequence[str]) -> str:
    """The theme that a group is most like; of equal ones the first."""
    names = sorted({themes.of_case[case] for case in group} - {LOOSE})
    likeness = {name: jaccard([c for c, t in themes.of_case.items() if t == name], group) for name in names}
    return max(names, key=lambda name: likeness[name], default=LOOSE)


if __name__ == "__main__":
    main()
