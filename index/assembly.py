# SPDX-License-Identifier: EUPL-1.2
"""Putting a collection together from cases, their passages and the vectors of those."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from casebase.record import SafeCase
from casebase.store import PassageRecord
from index.analysed import CaseKeys, case_keys, documents_of
from index.collection import SIDES, Collection, Scale, Scales, Side
from index.dutch import Analysis
from index.fusion import Probe, signals
from index.hits import Aspect
from index.latent import Matrix, build_latent_index
from index.named import named_in
from index.near_duplicates import leaders_of
from index.vectors import Vectors, build_vector_index
from index.words import WordIndex, build_word_index

USUAL = Scale((0.035, 0.14, 0.09), (0.05, 0.13, 0.10))
"""What is usual when a collection is too small to tell: as measured on the invented cases."""

_WORTH = 30
"""A collection's own figures count as much as the usual ones when it has this many cases."""

_SAMPLE, _AGAINST = 120, 1000
"""Searches that are tried, and cases that each is tried on."""
_LEAST_SPREAD = 0.01

MOST_KEYS = 100
"""Words of a case that are searched for: more bring nothing but time."""

Documents = Mapping[Side, Sequence[Sequence[str]]]


def assemble(
    cases: Sequence[SafeCase],
    passages: Sequence[PassageRecord],
    vectors: Vectors,
    analysis: Analysis,
    *,
    keys: Mapping[str, CaseKeys] | None = None,
) -> Collection:
    """The collection of these cases; ``passages`` are numbered and have a vector each.

    ``keys`` are those of the cases by number, when they are known already.

    Passages with a vector of zeros (without any word) are left out of the vector index.
    """
    ordered = sorted(cases, key=lambda case: case.case_id)
    rows = {case.case_id: row for row, case in enumerate(ordered)}
    kept = [n for n, passage in enumerate(passages) if passage.case_id in rows and vectors[n].any()]
    kept.sort(key=lambda n: (rows[passages[n].case_id], n))
    chosen = [passages[n] for n in kept]
    if keys is None:
        documents = documents_by_side(ordered, analysis)
    else:
        documents = documents_of(keys[case.case_id] for case in ordered)
    latent = build_latent_index(documents[None])
    collection = Collection(
        case_ids=tuple(rows),
        words={side: build_word_index(documents[side]) for side in SIDES},
        latent={side: latent.placed(documents[side]) if side else latent for side in SIDES},
        vectors=build_vector_index([passage.passage_id or 0 for passage in chosen], vectors[kept]),
        case_of=np.array([rows[passage.case_id] for passage in chosen], dtype=np.int64),
        sides=np.array([list(Aspect).index(Aspect(passage.aspect)) for passage in chosen], dtype=np.uint8),
        lengths=np.array([len(passage.text) for passage in chosen], dtype=np.int64),
        hashes=tuple(passage.content_hash for passage in chosen),
        regulations=tuple(sorted({name for case in ordered for name in case.regulations if name})),
        named=tuple(map(named_in, ordered)),
        scales=Scales(USUAL, dict.fromkeys(SIDES, USUAL)),
        leaders=leaders_of(documents[None]),
    )
    texts = [passage.text for passage in chosen]
    return replace(collection, scales=_measured(collection, documents, texts, analysis))


def documents_by_side(cases: Sequence[SafeCase], analysis: Analysis) -> dict[Side, list[list[str]]]:
    """The keys of each case, and of each side of it; regulations and principles count for the whole case."""
    return documents_of(case_keys(case, analysis) for case in cases)


def case_probe(collection: Collection, row: int, side: Side, keys: Sequence[str]) -> Probe:
    """A case of the collection, or one side of it with its keys, as what is searched for."""
    return Probe(
        words=telling(keys, collection.words[side]),
        latent=collection.latent[side].cases[row],
        meaning=collection.means[side][row],
        side=side,
    )


def telling(keys: Sequence[str], words: WordIndex) -> dict[str, float]:
    """The keys of a case that tell most, each weighing 1 and the logarithm of how often it occurs."""
    weights = {key: 1 + float(np.log(count)) for key, count in Counter(keys).items()}
    ranked = sorted(weights, key=lambda key: (-weights[key] * words.idf(key), key))
    return {key: weights[key] for key in ranked[:MOST_KEYS]}


def _measured(
    collection: Collection, documents: Documents, texts: Sequence[str], analysis: Analysis
) -> Scales:
    """How pieces of the collection's own cases score on its other cases."""
    step = max(1, len(texts) // _SAMPLE)
    pieces = [
        (int(collection.case_of[number]), _piece(collection, number, texts[number], analysis))
        for number in range(0, len(texts), step)
    ]
    some = range(0, len(collection), max(1, len(collection) // _SAMPLE))
    case = {
        side: _scale(
            collection, [(row, case_probe(collection, row, side, documents[side][row])) for row in some]
        )
        for side in SIDES
    }
    return Scales(_scale(collection, pieces), case)


def _piece(collection: Collection, number: int, text: str, analysis: Analysis) -> Probe:
    keys = analysis.keys(text)
    latent = collection.latent[None].vector(Counter(keys))
    return Probe(dict.fromkeys(keys, 1.0), latent, collection.vectors.rows(np.array([number]))[0])


def _scale(collection: Collection, probes: Sequence[tuple[int, Probe]]) -> Scale:
    rows = np.arange(0, len(collection), max(1, len(collection) // _AGAINST))
    found = [signals(collection, probe, rows[rows != own]) for own, probe in probes]
    values: Matrix = np.concatenate(found, axis=1) if found else np.zeros((3, 0), dtype=np.float32)
    if not values.shape[1]:
        return USUAL
    share = len(collection) / (len(collection) + _WORTH)
    means = share * values.mean(axis=1, dtype=np.float64) + (1 - share) * np.array(USUAL.means)
    spreads = share * values.std(axis=1, dtype=np.float64) + (1 - share) * np.array(USUAL.spreads)
    floor = np.maximum(spreads, _LEAST_SPREAD)
    return Scale(_three(means), _three(floor))


def _three(values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float, float]:
    words, latent, meaning = (round(float(value), 6) for value in values)
    return words, latent, meaning
