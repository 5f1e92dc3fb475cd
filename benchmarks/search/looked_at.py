# SPDX-License-Identifier: EUPL-1.2
"""What our search sees of every case in a search, part by part: to fit the numbers of the ranking on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from benchmarks.search.material import MODEL, Material
from benchmarks.search.tasks import NO_THEME, Search, Task, members_task, similar_task, themes_task
from casebase.record import SafeCase
from index.alike import asked_by_cases
from index.asked import asked_in_words
from index.collection import Collection, Scale
from index.dutch import load_analysis
from index.encoder import Encoder, load_encoder
from index.evaluation import collection_of
from index.evidence import Evidence
from index.fusion import Probe, agreed, fused, rank, signals, with_feedback
from index.latent import Matrix as Signals
from index.lexicon import load_lexicon
from index.ranker import load_ranker
from index.vectors import Numbers

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

PARTS = ("words", "latent", "whole", "best")
"""The rows of ``Looked.parts``: after feedback, in spreads above what is usual."""


@dataclass(frozen=True, repr=False)
class Looked:
    """A search on all cases that it may find.

    ``parts`` (4, cases) as in ``PARTS``, ``agreement`` (fields, cases), ``relevant`` (cases). ``first`` are
    the fused scores before feedback, ``final`` those after it, agreement included.
    """

    search: Search
    parts: Matrix
    agreement: Matrix
    relevant: Flags
    first: npt.NDArray[np.float64]
    final: npt.NDArray[np.float64]
    evidence: Evidence

    @cached_property
    def odd(self) -> bool:
        """Whether it belongs to a theme on which numbers are fitted."""
        return int(self.search.group[1:]) % 2 == 1


class Eyes:
    """A collection of the given cases, looked at with the ranking as it is now."""

    def __init__(self, cases: Sequence[SafeCase], model: str = str(MODEL)) -> None:
        self._encoder: Encoder = load_encoder(model)
        self._analysis, self._lexicon = load_analysis(), load_lexicon()
        self.collection: Collection = collection_of(list(cases), self._encoder)

    def evidence(self, search: Search) -> Evidence:
        """What the search found before feedback."""
        probe, scale, rows = self._asked(search)
        return rank(self.collection, probe, scale, rows).evidence

    def looked(self, search: Search, relevant: set[str]) -> Looked:
        """Everything of one search."""
        probe, scale, rows = self._asked(search)
        raw = signals(self.collection, probe, rows)
        first = fused(raw, scale)
        ranking = rank(self.collection, probe, scale, rows)
        final = np.zeros(len(self.collection))
        final[ranking.rows] = ranking.scores
        agreement = agreed(self.collection, probe, rows) if probe.named else np.zeros((4, len(rows)))
        return Looked(
            search,
            self._parts(probe, with_feedback(self.collection, probe, rows, first), raw, scale, rows),
            agreement.astype(np.float64),
            np.array([self.collection.case_ids[row] in relevant for row in rows.tolist()]),
            first.astype(np.float64),
            final[rows],
            ranking.evidence,
        )

    def _asked(self, search: Search) -> tuple[Probe, Scale, Numbers]:
        known, scales = self.collection, self.collection.scales
        rows = np.arange(len(known))
        if not search.cases:
            asked = asked_in_words(search.text, known, self._encoder, self._analysis, self._lexicon)
            return asked.probe, scales.text, rows
        asked = asked_by_cases(search.cases, known, self._encoder, self._analysis)
        own = [known.row_of[case.case_id] for case in search.cases]
        return asked.probe, scales.case[None], np.delete(rows, own)

    def _parts(self, probe: Probe, moved: Probe, raw: Signals, scale: Scale, rows: Numbers) -> Matrix:
        weights, means = load_ranker().weights, self.collection.means[None]
        before, whole = means[rows] @ probe.meaning, means[rows] @ moved.meaning
        best = (raw[2] - weights.whole * before) / max(weights.best, 1e-9)
        latent = self.collection.latent[None].cases[rows] @ moved.latent
        values = np.stack([raw[0], latent, whole, best]).astype(np.float64)
        at = [0, 1, 2, 2]
        parts: Matrix = (values - np.array(scale.means)[at][:, None]) / np.array(scale.spreads)[at][:, None]
        return parts


def looked_at(eyes: Eyes, task: Task) -> list[Looked]:
    """Every search of a task."""
    return [eyes.looked(search, set(task.relevant[search.search_id])) for search in task.searches]


def typed(material: Material) -> Task:
    """Searches in words."""
    return themes_task(material)


def by_cases(material: Material, pairs: int) -> Iterator[Task]:
    """Each case of a theme as the search, and drawn pairs of a theme together."""
    yield similar_task(material)
    yield members_task(material, pairs)


def loners(material: Material) -> list[Search]:
    """The cases that belong to no theme, as searches."""
    alone = [case for case in material.cases if material.themes[case.case_id] == NO_THEME]
    return [Search(case.case_id, group=NO_THEME, cases=(case,)) for case in alone]
