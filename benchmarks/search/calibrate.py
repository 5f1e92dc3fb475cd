# SPDX-License-Identifier: EUPL-1.2
"""Fits the numbers in index/bands.py and two in index/fusion.py: ``python benchmarks/search/calibrate.py``.

Fitted on the searches of the odd themes and every other line of out_of_domain.txt; printed with how they do
on the rest. The numbers are carried over by hand.
"""

import math
from dataclasses import dataclass

import numpy as np
from material import MODEL, Material, out_of_domain, read_material
from sklearn.linear_model import LogisticRegression

from index import bands
from index.asked import Asked, asked_by_case, asked_in_words
from index.collection import Collection, Scale
from index.dutch import load_analysis
from index.encoder import load_encoder
from index.evaluation import collection_of
from index.fusion import Ranking, fused, rank, signals
from index.lexicon import load_lexicon

DEPTH = 30
"""Cases of each search that count: what nobody sees needs no band."""


@dataclass
class Found:
    """A search with the scores of its best cases, in both passes, and which of them are relevant."""

    odd: bool
    first: np.ndarray
    first_relevant: np.ndarray
    final: np.ndarray
    final_relevant: np.ndarray


def main() -> None:
    encoder, material = load_encoder(str(MODEL)), read_material()
    collection = collection_of(material.cases, encoder)
    rows = np.arange(len(collection))
    scale = collection.scales.text

    def asked(text: str) -> Asked:
        return asked_in_words(text, collection, encoder, load_analysis(), load_lexicon())

    searches = [
        _found(asked(q.text), material.relevant(q), int(q.query_id[1:3]) % 2, collection, scale, rows)
        for q in material.queries
    ]
    others = [
        _found(asked(text), set(), number % 2 == 0, collection, scale, rows)
        for number, text in enumerate(out_of_domain())
    ]
    print("TYPED SEARCHES")
    report(searches, others, bands.TEXT)
    like, alone = _cases(material, collection, encoder)
    print("\nCASES AS SEARCHES (others: the cases that belong to no theme)")
    report(like, alone, bands.CASE)


def report(searches: list[Found], others: list[Found], used: bands.Calibration) -> None:
    _fit_shares("first pass", searches, first=True)
    _fit_shares("final", searches, first=False)
    _bands(searches, used)
    _fit_comparable(searches, others, used)


def _fit_shares(name: str, searches: list[Found], *, first: bool) -> None:
    odd = [s for s in searches if s.odd]
    x = np.concatenate([s.first if first else s.final for s in odd])[:, None]
    y = np.concatenate([s.first_relevant if first else s.final_relevant for s in odd])
    model = LogisticRegression(C=10).fit(x, y)
    slope, intercept = float(model.coef_[0, 0]), float(model.intercept_[0])
    points = {
        share: (math.log(share / (1 - share)) - intercept) / slope for share in (0.25, 0.33, 0.5, 0.6, 0.67)
    }
    print(f"{name}: slope {slope:.2f} intercept {intercept:.2f}; score at share",
          {share: round(score, 1) for share, score in points.items()})  # fmt: skip


def _bands(searches: list[Found], used: bands.Calibration) -> None:
    for name, odd in (("odd", True), ("even", False)):
        scores = np.concatenate([s.final for s in searches if s.odd == odd])
        relevant = np.concatenate([s.final_relevant for s in searches if s.odd == odd])
        told = np.array([bands.band(score, used).value for score in scores])
        cells = [f"{band} {np.mean(relevant[told == band]):.2f} of {np.sum(told == band)}"
                 for band in ("sterk", "mogelijk", "zwak") if np.any(told == band)]  # fmt: skip
        print(f"share relevant by band, {name} themes:", ", ".join(cells))


def _fit_comparable(searches: list[Found], others: list[Found], used: bands.Calibration) -> None:
    print("comparable: mean of the best three before feedback")
    for half, odd in (("fit", True), ("rest", False)):
        for name, group in (("searches", searches), ("others", others)):
            chosen = [found for found in group if found.odd == odd]
            means = np.sort([found.first[:3].mean() for found in chosen])
            told = sum(bands.is_comparable(found.first[:3], used) for found in chosen)
            print(f"  {half}, {name}: {told} of {len(chosen)} comparable; lowest", np.round(means[:5], 1),
                  "highest", np.round(means[-5:], 1))  # fmt: skip


def _found(
    asked: Asked, relevant: set[str], odd: bool, collection: Collection, scale: Scale, rows: np.ndarray
) -> Found:
    before = fused(signals(collection, asked.probe, rows), scale)
    order = np.argsort(-before, kind="stable")
    first = Ranking(rows[order], before[order], before[order])
    final = rank(collection, asked.probe, scale, rows)
    of_case = np.array([case_id in relevant for case_id in collection.case_ids])
    return Found(
        bool(odd), first.scores[:DEPTH], of_case[first.rows[:DEPTH]],
        final.scores[:DEPTH], of_case[final.rows[:DEPTH]],
    )  # fmt: skip


def _cases(material: Material, collection: Collection, encoder: object) -> tuple[list[Found], list[Found]]:
    like, alone = [], []
    for row, case in enumerate(material.cases):
        theme = material.themes[case.case_id]
        asked = asked_by_case(case, None, collection, encoder, load_analysis())
        others = np.delete(np.arange(len(collection)), row)
        relevant = {other for other, of_other in material.themes.items() if of_other == theme != "none"}
        odd = row % 2 == 0 if theme == "none" else int(theme[1:]) % 2 == 1
        found = _found(asked, relevant, odd, collection, collection.scales.case[None], others)
        (alone if theme == "none" else like).append(found)
    return like, alone


if __name__ == "__main__":
    main()
