# SPDX-License-Identifier: EUPL-1.2
"""Do the reasons that are shown carry the score? Takes them out of the text of each hit and scores it anew.

    python -m benchmarks.search.faithfulness [--half odd|even|all] [--draws 5] [--json FILE]

For the first ten hits of each search on the invented cases: the sentences that the explanation names are
taken out of the case, then the named words too, and the search is done again. Beside it, as many other
sentences are drawn at random and taken out instead. The title always stays.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from benchmarks.search.altered import Altering
from benchmarks.search.material import MODEL, Material, read_material
from casebase.record import SafeCase
from index.asked import Asked, asked_in_words
from index.dutch import load_analysis
from index.encoder import Encoder, load_encoder
from index.evaluation import collection_of
from index.explain import Explainer
from index.fusion import rank
from index.hits import Explanation
from index.laws import load_laws
from index.lexicon import load_lexicon
from index.reading import Reader
from index.sentences import split_sentences
from index.static_encoder import if_quick
from index.trec import BatchQuery

HITS = 10


@dataclass(frozen=True)
class Drops:
    """How much the score of a hit falls without what its explanation names.

    ``sentences``: without the named sentences, which are ``length`` of its text; ``evidence``: without those
    and the named words; ``others``: without as many other sentences, for each draw.
    """

    query_id: str
    kind: str
    case_id: str
    length: float
    sentences: float
    evidence: float
    others: tuple[float, ...]
    other_length: float


@dataclass(frozen=True)
class Faithfulness:
    """Shares of hits whose score is *lower* without what is named, and falls *more* than without others.

    ``more`` compares with the mean of the draws, ``each`` with every single one. Falls and lengths are means.
    """

    hits: int
    lower_sentences: float
    lower_evidence: float
    more_sentences: float
    more_evidence: float
    each_sentences: float
    each_evidence: float
    fall_sentences: float
    fall_evidence: float
    fall_others: float
    length: float
    other_length: float


class Trial:
    """The invented cases as a collection, with the searches to try."""

    def __init__(self, material: Material, encoder: Encoder) -> None:
        self._cases = {case.case_id: case for case in material.cases}
        self._encoder = encoder
        self._analysis = load_analysis()
        self._collection = collection_of(material.cases, encoder)
        laws = load_laws(also=self._collection.regulations)
        self._reader = Reader(self._collection.words[None], laws, encoder=if_quick(encoder))
        self._altering = Altering(self._collection, material.cases, encoder, self._analysis)
        self._rows = np.arange(len(self._collection))

    def drops(self, query: BatchQuery, draws: int, hits: int = HITS) -> Iterator[Drops]:
        """What the score of each of the first hits of a search loses."""
        asked = asked_in_words(query.text, self._collection, self._encoder, self._analysis, load_lexicon())
        ranking = rank(self._collection, asked.probe, self._collection.scales.text, self._rows)
        explainer = Explainer(asked, self._reader)
        for row, score in zip(ranking.rows[:hits], ranking.scores, strict=False):
            case = self._cases[self._collection.case_ids[row]]
            _, explanation = explainer.explain(case, self._cosines(asked, int(row)))
            chance = random.Random(f"{query.query_id} {case.case_id}")
            yield self._tried(query, asked, case, float(score), explanation, draws, chance)

    def _tried(
        self,
        query: BatchQuery,
        asked: Asked,
        case: SafeCase,
        score: float,
        explanation: Explanation,
        draws: int,
        chance: random.Random,
    ) -> Drops:
        named = {pair.found for pair in explanation.sentences}
        others = sorted(set(sentences_of(case)) - named)
        drawn = [set(chance.sample(others, min(len(named), len(others)))) for _ in range(draws)]
        without = without_sentences(case, named)
        every = len("".join(sentences_of(case)))
        return Drops(
            query_id=query.query_id,
            kind=query.kind or "",
            case_id=case.case_id,
            length=len("".join(named)) / every,
            sentences=score - self._score(asked, without),
            evidence=score - self._score(asked, without_words(without, explanation)),
            others=tuple(score - self._score(asked, without_sentences(case, each)) for each in drawn),
            other_length=fmean(len("".join(each)) / every for each in drawn),
        )

    def _cosines(self, asked: Asked, row: int) -> dict[str, float]:
        passages = self._collection.passages_of(row, None)
        cosines = self._collection.vectors.scores(asked.probe.meaning, passages)
        return {self._collection.hashes[p]: float(c) for p, c in zip(passages, cosines, strict=True)}

    def _score(self, asked: Asked, case: SafeCase) -> float:
        collection = self._altering.with_text(case)
        ranking = rank(collection, asked.probe, collection.scales.text, self._rows)
        place = np.flatnonzero(ranking.rows == collection.row_of[case.case_id])[0]
        return float(ranking.scores[place])


def sentences_of(case: SafeCase) -> list[str]:
    """All sentences of a case but its title, which stands above a hit anyway."""
    texts = [text for field, text in case.narrative().items() if field != "title"]
    return [text[start:end] for text in texts for start, end in split_sentences(text)]


def without_sentences(case: SafeCase, taken: set[str]) -> SafeCase:
    """The case without these sentences."""
    texts = {
        field: " ".join(
            text[start:end] for start, end in split_sentences(text) if text[start:end] not in taken
        )
        for field, text in case.narrative().items()
        if field != "title"
    }
    return case.with_narrative(texts)


def without_words(case: SafeCase, explanation: Explanation) -> SafeCase:
    """The case without the words that an explanation names, wherever they stand but in the title."""
    names = [*explanation.shared_terms, *(pair.found for pair in explanation.same_things)]
    if not names:
        return case
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    texts = {field: pattern.sub(" ", text) for field, text in case.narrative().items() if field != "title"}
    return case.with_narrative(texts)


def summary(drops: Sequence[Drops]) -> Faithfulness:
    """The shares over some hits; at least one."""
    means = [fmean(each.others) for each in drops]
    pairs = [(each, other) for each in drops for other in each.others]
    return Faithfulness(
        hits=len(drops),
        lower_sentences=fmean(each.sentences > 0 for each in drops),
        lower_evidence=fmean(each.evidence > 0 for each in drops),
        more_sentences=fmean(e.sentences > mean for e, mean in zip(drops, means, strict=True)),
        more_evidence=fmean(e.evidence > mean for e, mean in zip(drops, means, strict=True)),
        each_sentences=fmean(each.sentences > other for each, other in pairs),
        each_evidence=fmean(each.evidence > other for each, other in pairs),
        fall_sentences=fmean(each.sentences for each in drops),
        fall_evidence=fmean(each.evidence for each in drops),
        fall_others=fmean(means),
        length=fmean(each.length for each in drops),
        other_length=fmean(each.other_length for each in drops),
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=["odd", "even", "all"], default="all")
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--json", type=Path, help="file for the drops of every hit")
    given = parser.parse_args()
    material = read_material()
    queries = material.queries if given.half == "all" else material.half(odd=given.half == "odd")
    trial = Trial(material, load_encoder(str(MODEL)))
    drops = [each for query in queries for each in trial.drops(query, given.draws)]
    for name in ("", *sorted({each.kind for each in drops})):
        found = summary([each for each in drops if not name or each.kind == name])
        print(name or "all", *(f"{key} {value:.3f}" for key, value in vars(found).items()), sep="  ")
    if given.json:
        given.json.write_text(json.dumps([vars(each) for each in drops], indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
