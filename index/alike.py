# SPDX-License-Identifier: EUPL-1.2
"""More like these: what one to three cases have in common, as one search."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from casebase.bilingual import DatabankError
from casebase.database import Session
from casebase.record import SafeCase
from casebase.store import UnknownCaseError, get_cases
from casebase.vocabulary import ReviewState
from index.asked import Asked, asked_by_case
from index.assembly import case_probe, documents_by_side
from index.collection import Collection
from index.dutch import Analysis
from index.encoder import Encoder
from index.fusion import Probe, Ranking, fused, rank, signals
from index.latent import unit
from index.named import named_in
from index.vectors import Numbers

MOST_CASES = 3
"""More cases than a person picks as an example; a larger group is a pattern."""

SHARED = 5.0
"""How much more a word weighs that all of the cases hold than one that only one of them does.

Chosen on pairs of the odd themes (docs/evaluation/search.md); 3 to 20 do about as well.
"""


class TooManyExamplesError(DatabankError):
    """More cases were given as an example than can be searched with at once."""

    def __init__(self) -> None:
        super().__init__(
            f"U kunt met hooguit {MOST_CASES} casussen tegelijk zoeken. Haal er een weg.",
            f"You can search with at most {MOST_CASES} cases at once. Take one away.",
        )


def released_examples(session: Session, case_ids: Sequence[str]) -> list[SafeCase]:
    """The released cases with these numbers, each once, in the order given.

    Raises:
        TooManyExamplesError: they are more than ``MOST_CASES``.
        UnknownCaseError: there is none, or one of them is not there or not released.
    """
    wanted = tuple(dict.fromkeys(case_ids))
    if len(wanted) > MOST_CASES:
        raise TooManyExamplesError
    stored = get_cases(session, wanted)
    for case_id in wanted or ("",):
        if case_id not in stored or stored[case_id].state is not ReviewState.RELEASED:
            raise UnknownCaseError(case_id)
    return [stored[case_id].case for case_id in wanted]


def ranked_alike(
    cases: Sequence[SafeCase],
    collection: Collection,
    encoder: Encoder,
    analysis: Analysis,
    *,
    rows: Numbers | None = None,
) -> Ranking:
    """The cases of a collection that are most like all of the given ones together, best first.

    ``rows`` (ascending; all when None) are the cases that may be found; the given ones never are.
    Scores are on the scale of cases compared with cases.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    asked = asked_by_cases(cases, collection, encoder, analysis)
    own = [collection.row_of[case.case_id] for case in cases if case.case_id in collection.row_of]
    others = np.setdiff1d(np.arange(len(collection)) if rows is None else rows, own)
    return rank(collection, asked.probe, collection.scales.case[None], others)


def asked_by_cases(
    cases: Sequence[SafeCase], collection: Collection, encoder: Encoder, analysis: Analysis
) -> Asked:
    """One to three cases as one search: the middle of their words, latent places and meanings.

    Each case counts as much as the others, however long it is; what they share counts more. ``case`` is
    the first one, ``examples`` hold each of them.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    if not 1 <= len(cases) <= MOST_CASES:
        raise ValueError(f"one to {MOST_CASES} cases, not {len(cases)}")
    documents = documents_by_side(cases, analysis)[None]
    each = [
        _alone(case, keys, collection, encoder, analysis) for case, keys in zip(cases, documents, strict=True)
    ]
    probe = Probe(
        words=_words([asked.weights for asked in each], documents),
        latent=unit(np.sum([asked.probe.latent for asked in each], axis=0)),
        meaning=unit(np.sum([asked.probe.meaning for asked in each], axis=0)),
        named=tuple(map(named_in, cases)),
    )
    return Asked(probe=probe, weights=probe.words, case=cases[0], examples=tuple(each))


def nearest_examples(asked: Asked, collection: Collection, rows: Numbers) -> list[Asked]:
    """For each of the given cases the one of the asked cases that it is most like, as a search.

    In a search that is not by cases this is the search itself. Of two that are as near the one with the
    lowest number counts.
    """
    if not asked.examples:
        return [asked] * len(rows)
    examples = sorted(asked.examples, key=_number)
    scale = collection.scales.case[None]
    scores = [fused(signals(collection, example.probe, rows), scale) for example in examples]
    return [examples[place] for place in np.argmax(np.stack(scores), axis=0)]


def _alone(
    case: SafeCase, keys: Sequence[str], collection: Collection, encoder: Encoder, analysis: Analysis
) -> Asked:
    if case.case_id not in collection.row_of:
        return asked_by_case(case, None, collection, encoder, analysis)
    probe = case_probe(collection, collection.row_of[case.case_id], None, keys)
    return Asked(probe=probe, weights=probe.words, case=case)


def _number(asked: Asked) -> str:
    return asked.case.case_id if asked.case else ""


def _words(each: Sequence[Mapping[str, float]], documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """The mean weight of each word, raised by the share of the other cases that hold it too."""
    held = Counter(key for document in documents for key in set(document))
    total: Counter[str] = Counter()
    for words in each:
        total.update(words)
    others = max(1, len(each) - 1)
    return {
        key: weight / len(each) * (1 + SHARED * (held[key] - 1) / others) for key, weight in total.items()
    }
