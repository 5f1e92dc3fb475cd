# SPDX-License-Identifier: EUPL-1.2
"""The page docs/evaluation/ranking.md, from what was fitted and counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.search.fit_curve import Reliability, hits, probabilities
from benchmarks.search.fit_weights import Fitted, ndcg
from benchmarks.search.honest_no import Count
from benchmarks.search.looked_at import Looked
from index.bands import band
from index.hits import Band
from index.ranker import Curve, Ranker


@dataclass(frozen=True, repr=False)
class Calibrated:
    """Everything that the page tells; ``searches`` by what is searched with."""

    ranker: Ranker
    weights: Fitted
    fields: Fitted
    searches: Mapping[str, Sequence[Looked]]
    reliabilities: tuple[Reliability, ...]
    typed_counts: Sequence[Count]
    case_counts: Sequence[Count]


def page(found: Calibrated) -> str:
    """The page as Markdown."""
    return "\n\n".join(
        [
            _HEAD,
            _weights(found),
            _RELIABILITY,
            *(_reliability(each) for each in found.reliabilities),
            _bands(found),
            _HONEST_NO,
            _counts(found.typed_counts),
            "A case as the search:",
            _counts(found.case_counts),
            "",
        ]
    )


_HEAD = """<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- Written by python -m benchmarks.search.calibrate: change nothing by hand. -->
# Weights, probabilities and the honest no

What `index/ranking.toml` holds and how well that does on the invented cases of `tests/gold`: fitted on
the odd themes, only counted on the even ones. How search uses these numbers: [search.md](../search.md).
New numbers, after another encoder or other lists: `python -m benchmarks.search.calibrate`."""

_RELIABILITY = """## Can the probability of a hit be believed?

![What hits were told beside what was true](reliability.svg)

The 30 best cases of each search. *True*: the share that is of the theme of the search, with Wilson's 95%
interval; hits of one search hang together, so the real interval is wider. *Held out*: each theme is told
by the curve through the other ones. Brier: mean squared error (lower is better; in brackets that of
always telling the mean share). ECE: the mean distance between told and true over the bins."""

_HONEST_NO = """## Is there anything comparable?

How many searches are told so, in several collections: the 270 cases, half of them, these with other
invented cases (which do answer a few of the *other things*, such as parking fines), with seven altered
copies of each, and short texts on 65 other mechanisms, alone and with the cases."""


def _weights(found: Calibrated) -> str:
    rows = [
        _fitted("typed searches: the four parts of the signals", found.weights),
        _fitted("cases: what records name in common", found.fields),
    ]
    means = []
    for name, searches in found.searches.items():
        odd, even = ([ndcg(s.final, s.relevant) for s in searches if s.odd == half] for half in (True, False))
        means.append(f"| {name} | {np.mean(odd):.3f} | {np.mean(even):.3f} | {len(odd)} + {len(even)} |")
    return "\n".join([
        "## Weights", "",
        "Pairwise logistic weights on the odd themes, leaving themes out both to choose how firmly they are",
        "held and to count (nested). nDCG@10, mean over themes. Weights are taken over only when the gain is",
        "more than two standard errors.", "",
        "| | as it was | fitted, held out | gain ± standard error | taken over |", "|---|---|---|---|---|",
        *rows, "",
        "With the numbers as they are now, nDCG@10, mean over searches:", "",
        "| searched with | odd themes | even themes | searches |", "|---|---|---|---|", *means,
    ])  # fmt: skip


def _fitted(name: str, fitted: Fitted) -> str:
    taken = "yes" if fitted.better else "no"
    return (
        f"| {name} | {fitted.before:.3f} | {fitted.after:.3f} "
        f"| {fitted.gain:+.3f} ± {fitted.error:.3f} | {taken} |"
    )


def _reliability(found: Reliability) -> str:
    rows = [
        f"| {each.start:.2f}-{each.end:.2f} | {each.count} | {each.told:.2f} "
        f"| {each.true:.2f} ({each.low:.2f}-{each.high:.2f}) |"
        for each in found.bins
    ]
    brier = f"Brier {found.brier:.3f} ({found.base:.3f})"
    about = f"{found.hits} hits, {brier}, ECE {found.error:.3f}"
    head = ["| probability | hits | told | true |", "|---|---|---|---|"]
    return "\n".join([f"**{found.name}**: {about}.", "", *head, *rows])


def _bands(found: Calibrated) -> str:
    bands = found.ranker.bands
    lines = [
        "## What the bands mean", "",
        f"*Sterk* from {bands.strong} on, *mogelijk* from {bands.possible} on. Share of the hits that is of"
        " the theme (hits):", "",
        "| searched with | themes | sterk | mogelijk | zwak |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for name, searches in found.searches.items():
        kind = found.ranker.text if name.startswith("typed") else found.ranker.case
        for half, odd in (("odd", True), ("even", False)):
            cells = _band_cells([each for each in searches if each.odd == odd], kind.probability)
            lines.append(f"| {name} | {half} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _band_cells(searches: Sequence[Looked], curve: Curve) -> list[str]:
    scores, relevant = hits(searches)
    told = np.array([band(float(each)).value for each in probabilities(curve, scores)])
    return [
        f"{relevant[told == each.value].mean():.2f} ({np.sum(told == each.value)})"
        if np.any(told == each.value)
        else "-"
        for each in Band
    ]


def _counts(counts: Sequence[Count]) -> str:
    rows = [f"| {each.name} | {each.told} | {each.searches} |" for each in counts]
    return "\n".join(["| searches | something comparable | of |", "|---|---|---|", *rows])
