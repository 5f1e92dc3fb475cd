# SPDX-License-Identifier: EUPL-1.2
"""Fits index/ranking.toml and index/domain.toml anew; docs/evaluation/ranking.md tells how they do.

    python -m benchmarks.search.calibrate [--model FOLDER] [--training FOLDER …] [--try]

Needed after another encoder, another analysis of words or other lists; takes some minutes. Fitted on the
searches of the odd themes, on short texts on other mechanisms, and on searches about other things (the lists
out_of_domain_*.txt and the odd lines of out_of_domain.txt); the even themes and lines are only counted.
What ships was fitted with the training texts of the encoder as a further --training folder. With --try
nothing is written but the page goes to the screen.
"""

import argparse
import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

import index.domain
import index.ranker
from benchmarks.search.calibration_page import Calibrated, page
from benchmarks.search.fit_curve import counted, fit_curve, held_out
from benchmarks.search.fit_domain import fit_domain
from benchmarks.search.fit_rule import Judged, fit_rule
from benchmarks.search.fit_weights import Fitted, fit
from benchmarks.search.honest_no import (
    OTHER_TEXTS,
    case_evidence,
    counts_of_cases,
    counts_of_searches,
    text_evidence,
)
from benchmarks.search.looked_at import Eyes, Looked, by_cases, looked_at, typed
from benchmarks.search.material import MODEL, ROOT, Material, read_material
from benchmarks.search.ranking_file import as_toml, domain_as_toml
from benchmarks.search.reliability_chart import reliability_chart
from index.comparable import CASE_FEATURES, TEXT_FEATURES
from index.domain import Domain
from index.encoder import load_encoder
from index.named import FIELDS, agreement
from index.ranker import FILE, Bands, ByKind, Fields, FieldWeight, Ranker, Rule, Weights, load_ranker

PAGE = ROOT / "docs" / "evaluation" / "ranking.md"
CHART = PAGE.with_name("reliability.svg")

PAIRS = 10
"""Drawn pairs of each theme for *more like two*."""

STRONG, POSSIBLE = 0.7, 0.35
"""*Sterk*: two of three such hits or more are about the same. *Mogelijk*: at least one of three."""

KEPT = 0.95
"""Share of the cases with others like them that must keep these, at least, where the rule is fitted."""

InService = Callable[[Ranker], Ranker]


def main() -> None:
    """Fits, and writes the file, the page and the chart."""
    given = _arguments()
    material = read_material()
    answered = [query.text for query in material.half(odd=True)]
    domain = fit_domain(load_encoder(given.model), given.training, answered)
    with _working_domain(domain), _working_file() as in_service:
        ranker, calibrated = _calibrated(material, given.model, in_service)
    text = page(calibrated)
    if given.try_only:
        print(as_toml(ranker), text, sep="\n")
        return
    index.domain.FILE.write_text(domain_as_toml(domain), "utf-8")
    FILE.write_text(as_toml(ranker), "utf-8")
    PAGE.write_text(text, "utf-8")
    CHART.write_text(reliability_chart(calibrated.reliabilities), "utf-8")


def _calibrated(material: Material, model: str, in_service: InService) -> tuple[Ranker, Calibrated]:
    ranker, weights = _with_weights(material, model, in_service)
    ranker, fields = _with_fields(material, model, ranker, in_service)
    eyes = Eyes(material.cases, model)
    searches = looked_at(eyes, typed(material))
    similar, pairs = (looked_at(eyes, task) for task in by_cases(material, PAIRS))
    text, case = fit_curve(_odd(searches)), fit_curve(_odd(similar))
    texts, cases = text_evidence(material, model), case_evidence(material, model)
    ranker = in_service(
        ranker.model_copy(
            update={
                "text": ByKind(probability=text, comparable=fit_rule(_fitted_on(texts), TEXT_FEATURES)),
                "case": ByKind(
                    probability=case, comparable=fit_rule(_fitted_on(cases), CASE_FEATURES, kept=KEPT)
                ),
            }
        )
    )
    print("curves and rules fitted", flush=True)
    return ranker, Calibrated(
        ranker=ranker,
        weights=weights,
        fields=fields,
        searches={"typed searches": searches, "a case": similar, "two cases": pairs},
        reliabilities=(
            held_out("typed, odd themes, held out", _odd(searches)),
            counted("typed, even themes", _even(searches), text),
            held_out("a case, odd themes, held out", _odd(similar)),
            counted("a case, even themes", _even(similar), case),
            counted("two cases, even themes", _even(pairs), case),
        ),
        typed_counts=counts_of_searches(texts),
        case_counts=counts_of_cases(cases),
    )


def _with_weights(material: Material, model: str, in_service: InService) -> tuple[Ranker, Fitted]:
    """How sure a score before feedback is, and the weights of the signals where others do better."""
    ranker = in_service(_bare(load_ranker()))
    eyes, own = Eyes(material.cases, model), ranker.weights
    first = fit_curve(_odd(looked_at(eyes, typed(material))), first=True)
    sure = {"slope": first.slope, "intercept": first.intercept}
    ranker = in_service(ranker.model_copy(update={"feedback": ranker.feedback.model_copy(update=sure)}))
    start = (own.words, own.latent, own.meaning * own.whole, own.meaning * own.best)
    fitted = fit(_odd(looked_at(eyes, typed(material))), lambda each: each.parts, start)
    print(f"weights: {fitted}", flush=True)
    changed: dict[str, object] = {"bands": Bands(strong=STRONG, possible=POSSIBLE)}
    if fitted.better:
        changed["weights"] = _as_weights(fitted.weights)
    return in_service(ranker.model_copy(update=changed)), fitted


def _with_fields(
    material: Material, model: str, ranker: Ranker, in_service: InService
) -> tuple[Ranker, Fitted]:
    """What records name in common, where it helps to find cases by cases."""
    eyes = Eyes(material.cases, model)
    named = eyes.collection.named
    usual = [_usual(np.array([agreement([one], named, (0.0,) * len(FIELDS))[field] for one in named]),
                    [bool(one[field]) for one in named]) for field in range(len(FIELDS))]  # fmt: skip
    ranker = in_service(ranker.model_copy(update={"fields": _fields((0.0,) * len(FIELDS), usual)}))
    searches = [each for task in by_cases(material, PAIRS) for each in _odd(looked_at(eyes, task))]
    fitted = fit(searches, lambda each: np.vstack([each.final, each.agreement]), (1.0, *[0.0] * len(FIELDS)))
    print(f"fields: {fitted}", flush=True)
    if not fitted.better:
        return ranker, fitted
    weights = [each / fitted.weights[0] for each in fitted.weights[1:]]
    return in_service(ranker.model_copy(update={"fields": _fields(weights, usual)})), fitted


def _usual(shared: np.ndarray, filled: Sequence[bool]) -> float:
    """The mean over pairs of different cases that both name something."""
    both = np.outer(filled, filled) & ~np.eye(len(filled), dtype=bool)
    return round(float(shared[both].mean()), 4)


def _fields(weights: Sequence[float], usual: Sequence[float]) -> Fields:
    each = zip(FIELDS, weights, usual, strict=True)
    return Fields(**{name: FieldWeight(weight=round(w, 4), usual=mean) for name, w, mean in each})


def _bare(ranker: Ranker) -> Ranker:
    """Without what is fitted later; rules may still name features that are no more."""
    none = Rule(intercept=0.0, weights={})
    return ranker.model_copy(
        update={
            "fields": _fields((0.0,) * len(FIELDS), ranker.fields.usual),
            "text": ranker.text.model_copy(update={"comparable": none}),
            "case": ranker.case.model_copy(update={"comparable": none}),
        }
    )


def _as_weights(fitted: Sequence[float]) -> Weights:
    words, latent, whole, best = fitted
    meaning = whole + best
    return Weights(
        words=round(words, 4),
        latent=round(latent, 4),
        meaning=round(meaning, 4),
        whole=round(whole / meaning, 4),
        best=round(best / meaning, 4),
    )


def _fitted_on(judged: dict[str, list[Judged]]) -> list[Judged]:
    return [each for name, of_name in judged.items() if "fit" in name for each in of_name]


def _odd(searches: Sequence[Looked]) -> list[Looked]:
    return [each for each in searches if each.odd]


def _even(searches: Sequence[Looked]) -> list[Looked]:
    return [each for each in searches if not each.odd]


@contextlib.contextmanager
def _working_file() -> Iterator[InService]:
    """While numbers are fitted they are put in service from a file of their own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / FILE.name

        def in_service(ranker: Ranker) -> Ranker:
            file.write_text(as_toml(ranker), "utf-8")
            load_ranker.cache_clear()
            return load_ranker()

        file.write_text(FILE.read_text("utf-8"), "utf-8")
        with patch.object(index.ranker, "FILE", file):
            load_ranker.cache_clear()
            yield in_service
    load_ranker.cache_clear()


@contextlib.contextmanager
def _working_domain(domain: Domain) -> Iterator[None]:
    """While numbers are fitted, searches are told apart as the new direction does."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "domain.toml"
        file.write_text(domain_as_toml(domain), "utf-8")
        with patch.object(index.domain, "FILE", file):
            index.domain.load_domain.cache_clear()
            yield
    index.domain.load_domain.cache_clear()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default=str(MODEL))
    folders = "folders with mechanisms*.jsonl, of which the direction of the domain is learnt"
    parser.add_argument("--training", type=Path, nargs="+", default=[OTHER_TEXTS], help=folders)
    parser.add_argument("--try", action="store_true", dest="try_only")
    return parser.parse_args()


if __name__ == "__main__":
    main()
