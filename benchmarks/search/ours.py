# SPDX-License-Identifier: EUPL-1.2
"""Our search as it is, and with parts of it alone or left out."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np

import index.fusion
from benchmarks.search.peers import Scores
from benchmarks.search.tasks import Search
from casebase.record import SafeCase
from index.alike import ranked_alike
from index.asked import asked_by_case, asked_in_words
from index.collection import Side
from index.dutch import load_analysis
from index.encoder import load_encoder
from index.evaluation import collection_of
from index.fusion import Ranking, rank
from index.hits import Aspect
from index.lexicon import Lexicon, load_lexicon
from index.query import parse_query
from index.ranker import Fields, Ranker, load_ranker

SIGNALS = ("words", "latent analysis", "encoder")
"""In the order of ``index.fusion.signals``."""


@dataclass(frozen=True)
class Parts:
    """What of our search is used: the share of each signal's weight, and the steps around them.

    With a ``side``, one case is compared on that side only.
    """

    weights: tuple[float, ...] = (1.0, 1.0, 1.0)
    feedback: bool = True
    lexicon: bool = True
    passages: bool = True
    fields: bool = True
    side: Side = None


EVERYTHING = Parts()

ABLATION: Mapping[str, Parts] = {
    "words alone": Parts((1, 0, 0), feedback=False),
    "latent analysis alone": Parts((0, 1, 0), feedback=False),
    "encoder alone": Parts((0, 0, 1), feedback=False),
    "without words": Parts((0, 1, 1)),
    "without latent analysis": Parts((1, 0, 1)),
    "without encoder": Parts((1, 1, 0)),
    "without feedback": Parts(feedback=False),
    "without lexicon": Parts(lexicon=False),
    "without best passage": Parts(passages=False),
}

OF_CASES: Mapping[str, Parts] = {"without what records name": Parts(fields=False)}

ASPECTS: Mapping[str, Parts] = {f"{aspect} only": Parts(side=aspect) for aspect in Aspect}


class Ours:
    """The ranking of ``index``: what `databank search` and `databank similar` give."""

    def __init__(self, cases: Sequence[SafeCase], model: str, parts: Parts = EVERYTHING) -> None:
        self._encoder, self._analysis, self._parts = load_encoder(model), load_analysis(), parts
        self._lexicon = load_lexicon() if parts.lexicon else Lexicon((), self._analysis)
        self._collection = collection_of(list(cases), self._encoder)

    def with_parts(self, parts: Parts) -> "Ours":
        """The same collection, searched with other parts."""
        other = object.__new__(Ours)
        other.__dict__.update(self.__dict__)
        other._parts = parts
        other._lexicon = load_lexicon() if parts.lexicon else Lexicon((), self._analysis)
        return other

    def scores(self, search: Search) -> Scores:
        """As ``benchmarks.search.peers.System``: the fused score, after feedback."""
        with _only(self._parts):
            found = self._by_cases(search.cases) if search.cases else self._by_text(search.text)
        scores = np.full(len(self._collection), -np.inf)
        scores[found.rows] = found.scores
        return scores

    def _by_text(self, typed: str) -> Ranking:
        text = parse_query(typed).text
        asked = asked_in_words(text, self._collection, self._encoder, self._analysis, self._lexicon)
        rows = np.arange(len(self._collection))
        return rank(self._collection, asked.probe, self._collection.scales.text, rows)

    def _by_cases(self, cases: Sequence[SafeCase]) -> Ranking:
        side = self._parts.side
        if side is None:
            return ranked_alike(cases, self._collection, self._encoder, self._analysis)
        (case,) = cases
        asked = asked_by_case(case, side, self._collection, self._encoder, self._analysis)
        others = np.delete(np.arange(len(self._collection)), self._collection.row_of[case.case_id])
        return rank(self._collection, asked.probe, self._collection.scales.case[side], others)


@contextlib.contextmanager
def _only(parts: Parts) -> Iterator[None]:
    """The fusion with these parts; the weights that are left keep their sum, as feedback looks at it."""
    if parts == EVERYTHING:
        yield
        return
    with patch.object(index.fusion, "load_ranker", lambda: _ranker(parts)):
        yield


def _ranker(parts: Parts) -> Ranker:
    ranker = load_ranker()
    whole = ranker.weights.signals
    kept = np.array(whole) * np.array(parts.weights)
    words, latent, meaning = (kept * sum(whole) / kept.sum()).tolist()
    weights = ranker.weights.model_copy(update={"words": words, "latent": latent, "meaning": meaning})
    if not parts.passages:
        weights = weights.model_copy(update={"whole": weights.whole + weights.best, "best": 0.0})
    feedback = ranker.feedback if parts.feedback else ranker.feedback.model_copy(update={"most": 0.0})
    fields = ranker.fields if parts.fields else _without_weight(ranker.fields)
    return ranker.model_copy(update={"weights": weights, "feedback": feedback, "fields": fields})


def _without_weight(fields: Fields) -> Fields:
    return fields.model_copy(
        update={name: each.model_copy(update={"weight": 0.0}) for name, each in dict(fields).items()}
    )
