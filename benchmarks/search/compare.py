# SPDX-License-Identifier: EUPL-1.2
"""Each signal alone and all together on the invented cases: ``python benchmarks/search/compare.py``.

Prints nDCG@10 by kind of search, for the odd themes (used for choosing) and the even ones (held out), for
cases with all their fields, and the figures of `databank evaluate retrieval` on the same as a BEIR folder.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from material import MODEL, Material, read_material, write_beir

from casebase.bilingual import Language
from index.asked import asked_by_case, asked_in_words
from index.collection import Collection
from index.dutch import load_analysis
from index.encoder import Encoder, load_encoder
from index.evaluation import collection_of, evaluate_retrieval, scores, table
from index.fusion import Ranking, fused, rank, signals
from index.hits import Aspect
from index.lexicon import load_lexicon
from index.trec import Placed


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default=str(MODEL))
    encoder = load_encoder(parser.parse_args().model)
    material = read_material()
    collection = collection_of(material.cases, encoder)
    compare_signals(material, collection, encoder)
    compare_similar(material, collection, encoder)
    for name, queries in (
        ("all", material.queries),
        ("odd", material.half(odd=True)),
        ("even", material.half(odd=False)),
    ):
        with tempfile.TemporaryDirectory() as folder:
            write_beir(material, queries, Path(folder))
            report = evaluate_retrieval(Path(folder), encoder)
        print(f"\nBEIR folder, {name} themes", *table(report, Language.EN), sep="\n")


def compare_signals(material: Material, collection: Collection, encoder: Encoder) -> None:
    scale, rows = collection.scales.text, np.arange(len(collection))
    runs: dict[str, dict[str, list[Placed]]] = {}
    for query in material.queries:
        probe = asked_in_words(query.text, collection, encoder, load_analysis(), load_lexicon()).probe
        values = signals(collection, probe, rows)
        ways = dict(zip(("BM25", "LSA", "encoder"), values, strict=True)) | {"sum": fused(values, scale)}
        for name, way in ways.items():
            runs.setdefault(name, {})[query.query_id] = _placed(way, collection)
        final = _ranked(rank(collection, probe, scale, rows), collection)
        runs.setdefault("+ feedback", {})[query.query_id] = final
    print("nDCG@10, cases with all fields: all / odd / even themes")
    print(f"{'':12}" + "".join(f"{kind:>24}" for kind in ("all", "keywords", "question", "case")))
    for name, run in runs.items():
        cells = [_cell(material, run, kind) for kind in ("", "keywords", "question", "case")]
        print(f"{name:12}" + "".join(f"{cell:>24}" for cell in cells))


def compare_similar(material: Material, collection: Collection, encoder: Encoder) -> None:
    print("\nsimilar, nDCG@10 over 240 cases with a theme: all / odd / even themes")
    for side in (None, *Aspect):
        run, qrels = {}, {}
        for row, case in enumerate(material.cases):
            theme = material.themes[case.case_id]
            if theme == "none":
                continue
            probe = asked_by_case(case, side, collection, encoder, load_analysis()).probe
            others = np.delete(np.arange(len(collection)), row)
            run[case.case_id] = _ranked(
                rank(collection, probe, collection.scales.case[side], others), collection
            )
            alike = (other for other, of_other in material.themes.items() if of_other == theme)
            qrels[case.case_id] = dict.fromkeys((other for other in alike if other != case.case_id), 1)
        picked = [{k: v for k, v in run.items() if _is_in(material.themes[k], odd)} for odd in (None, 1, 0)]
        print(f"{side or 'whole':12}" + " / ".join(f"{_ndcg(part, qrels):.3f}" for part in picked))


def _is_in(theme: str, odd: int | None) -> bool:
    return odd is None or int(theme[1:]) % 2 == odd


def _ranked(ranking: Ranking, collection: Collection) -> list[Placed]:
    return [
        Placed(collection.case_ids[row], float(score))
        for row, score in zip(ranking.rows[:100], ranking.scores[:100], strict=True)
    ]


def _placed(values: np.ndarray, collection: Collection) -> list[Placed]:
    order = np.argsort(-values, kind="stable")[:100]
    return [Placed(collection.case_ids[row], float(values[row])) for row in order]


def _cell(material: Material, run: dict[str, list[Placed]], kind: str) -> str:
    qrels = {query.query_id: dict.fromkeys(material.relevant(query), 1) for query in material.queries}
    halves = (material.queries, material.half(odd=True), material.half(odd=False))
    picked = [{q.query_id: run[q.query_id] for q in half if kind in ("", q.kind)} for half in halves]
    return " / ".join(f"{_ndcg(part, qrels):.3f}" for part in picked)


def _ndcg(run: dict[str, list[Placed]], qrels: dict[str, dict[str, int]]) -> float:
    return scores(run, qrels).measures["nDCG@10"]


if __name__ == "__main__":
    sys.exit(main())
