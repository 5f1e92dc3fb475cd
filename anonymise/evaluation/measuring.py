# SPDX-License-Identifier: EUPL-1.2
"""From gold cases and a finder to the figures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from anonymise.evaluation.counting import CaseCounts, Counts, count_case
from anonymise.evaluation.finders import CaseFinder, Finding, ReviewingFinder
from anonymise.evaluation.intervals import CaseSampler
from anonymise.evaluation.name_knowledge import NameKnowledge
from anonymise.evaluation.scores import DIRECT, QUASI, AnonymisationScores, Leftover, Score, StyleScores
from anonymise.gold import GoldCase
from casebase.progress import NoProgress, Progress
from casebase.vocabulary import Kind


def evaluate(
    gold: Iterable[GoldCase], finder: CaseFinder | ReviewingFinder, names: NameKnowledge | None = None
) -> AnonymisationScores:
    """The figures of ``finder`` over all ``gold`` cases; each case is searched as a whole.

    ``names`` tells the origin of names where the gold does not, and why names may have been missed.
    """
    return _Figures(_count(gold, finder, names, NoProgress()), isinstance(finder, ReviewingFinder)).scores()


def evaluate_parts(
    parts: Mapping[str, Sequence[GoldCase]],
    finder: CaseFinder | ReviewingFinder,
    names: NameKnowledge | None = None,
    progress: Progress | None = None,
) -> AnonymisationScores:
    """The figures over all parts together, with those of each part where there are more than one."""
    progress = progress or NoProgress()
    progress.start(sum(map(len, parts.values())))
    reviewing = isinstance(finder, ReviewingFinder)
    counted = {name: _count(gold, finder, names, progress) for name, gold in parts.items()}
    scores = _Figures(list(chain.from_iterable(counted.values())), reviewing).scores()
    if len(parts) == 1:
        return scores
    by_part = {name: _Figures(counts, reviewing).scores() for name, counts in counted.items()}
    return scores.model_copy(update={"parts": by_part})


def _count(
    gold: Iterable[GoldCase],
    finder: CaseFinder | ReviewingFinder,
    names: NameKnowledge | None,
    progress: Progress,
) -> list[CaseCounts]:
    counted = []
    for case in gold:
        counted.append(count_case(case, _found(case, finder), names or NameKnowledge({})))
        progress.advance()
    return counted


def _found(case: GoldCase, finder: CaseFinder | ReviewingFinder) -> Mapping[str, Finding]:
    if isinstance(finder, ReviewingFinder):
        return finder.review_in_fields(case.texts)
    return {field: Finding(spans, ()) for field, spans in finder.find_in_fields(case.texts).items()}


class _Figures:
    """Adds up the counts of cases and puts an interval to each share."""

    def __init__(self, cases: Sequence[CaseCounts], reviewing: bool) -> None:
        self._cases = cases
        self._reviewing = reviewing
        self._sampler = CaseSampler(len(cases))

    def scores(self) -> AnonymisationScores:
        cases = self._cases
        unmarked = [case.unmarked for case in cases]
        masked = [case.masked_unmarked for case in cases]
        return AnonymisationScores(
            cases=len(cases),
            unmarked_characters=sum(unmarked),
            masked_unmarked_characters=sum(masked),
            over_masking_interval=self._sampler.interval(masked, unmarked),
            suspects=sum(case.suspects for case in cases) if self._reviewing else None,
            silent_cases=sum(case.is_silent for case in cases) if self._reviewing else None,
            kinds={kind: self._of_kinds(kind) for kind in Kind},
            direct=self._of_kinds(*DIRECT),
            names=self._of_kinds(Kind.PERSON),
            numbers=self._of_kinds(*(kind for kind in DIRECT if kind is not Kind.PERSON)),
            quasi=self._of_kinds(*QUASI),
            origins=self._origins(),
            styles=self._styles(),
            leftovers=self._leftovers(),
        )

    def _of_kinds(self, *kinds: Kind, style: str | None = None) -> Score:
        return self._score(
            [
                _sum(case.kinds.get(kind, Counter()) for kind in kinds if style in (None, case.style))
                for case in self._cases
            ]
        )

    def _score(self, counts: Sequence[Counts]) -> Score:
        def interval(part: str, whole: str) -> object:
            return self._sampler.interval([each[part] for each in counts], [each[whole] for each in counts])

        return Score.model_validate(
            {
                **_sum(counts),
                "recall_interval": interval("covered", "marks"),
                "entity_recall_interval": interval("entities_covered", "entities"),
                "precision_interval": interval("found_right", "found"),
            }
        )

    def _origins(self) -> dict[str, Score]:
        groups = sorted({group for case in self._cases for group in case.origins})
        return {
            group: self._score([case.origins.get(group, Counter()) for case in self._cases])
            for group in groups
        }

    def _styles(self) -> dict[str, StyleScores]:
        sizes = Counter(case.style for case in self._cases)
        return {
            style: StyleScores(
                cases=sizes[style],
                direct=self._of_kinds(*DIRECT, style=style),
                names=self._of_kinds(Kind.PERSON, style=style),
                quasi=self._of_kinds(*QUASI, style=style),
            )
            for style in sorted(sizes)
        }

    def _leftovers(self) -> tuple[Leftover, ...]:
        total: Counter[tuple[Kind, object, bool]] = Counter()
        for case in self._cases:
            total.update(case.leftovers)
        most_first = sorted(total.items(), key=lambda item: (-item[1], item[0]))
        return tuple(
            Leftover.model_validate(
                {
                    "kind": kind,
                    "reason": reason,
                    "pointed_out": told if self._reviewing else None,
                    "count": count,
                }
            )
            for (kind, reason, told), count in most_first
        )


def _sum(counts: Iterable[Counts]) -> Counts:
    total: Counts = Counter()
    for each in counts:
        total.update(each)
    return total
