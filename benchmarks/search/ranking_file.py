# SPDX-License-Identifier: EUPL-1.2
"""Writes index/ranking.toml, with a line on what each number means."""

from collections.abc import Mapping

from index.domain import Domain
from index.ranker import ByKind, Ranker

_HEAD = """# SPDX-License-Identifier: EUPL-1.2
# The numbers that ranking, bands and the honest no run on. Written by python -m benchmarks.search.calibrate;
# change nothing by hand. What was tried and how well it does: docs/search.md, docs/evaluation/ranking.md."""

_MEANING: Mapping[str, str] = {
    "weights.words": "BM25, in spreads above what is usual in the collection",
    "weights.latent": "latent analysis of the collection, likewise",
    "weights.meaning": "the encoder, likewise",
    "weights.whole": "share of the whole case in meaning",
    "weights.best": "share of its best passage",
    "feedback.cases": "the best so many cases move a search towards them",
    "feedback.most": "how far at most",
    "feedback.slope": "how much surer one more point of the score before feedback makes it",
    "feedback.intercept": "how sure a score of 0 is (log odds)",
    "fields.regulations": "what naming the same laws adds to the score, when a case is the search",
    "fields.principles": "the same principles",
    "fields.nature": "the same nature",
    "fields.level": "the same level",
    "bands.strong": "from this probability on a hit is sterk",
    "bands.possible": "from this one on it is mogelijk",
    "probability.slope": "what one point of the score does to the log odds that a case is about the same",
    "probability.intercept": "the log odds at a score of 0",
    "comparable.intercept": "comparable when this and the weighted features are together 0 or more",
    "comparable.words": "BM25 of the best three before feedback, as a part of what can be reached",
    "comparable.latent": "their cosine in the latent space, times the part of the search that is known",
    "comparable.meaning": "their cosine by the encoder",
    "comparable.length": "ln(1 + words of the search), 15 words at most",
    "comparable.named": "share of its words that name something in the lexicon",
    "comparable.domain": "how much the search is about what such a databank holds (domain.toml)",
    "comparable.regulations": "how far the best three name the same laws, less what is usual",
}


def as_toml(ranker: Ranker) -> str:
    """The file as text; the same numbers give the same text."""
    lines = [_HEAD, *_table("weights", dict(ranker.weights)), *_table("feedback", dict(ranker.feedback))]
    fields = {
        name: f"{{weight = {each.weight}, usual = {each.usual}}}"
        for name, each in dict(ranker.fields).items()
    }
    lines += [*_table("fields", fields), *_table("bands", dict(ranker.bands))]
    lines += [*_kind("text", ranker.text), *_kind("case", ranker.case), ""]
    return "\n".join(lines)


def domain_as_toml(domain: Domain) -> str:
    """The file with the direction of the domain as text; eight numbers a line."""
    numbers = [f"{each:.4f}" for each in domain.weights]
    lines = [", ".join(numbers[at : at + 8]) for at in range(0, len(numbers), 8)]
    weights = ",\n    ".join(lines)
    return (
        "# SPDX-License-Identifier: EUPL-1.2\n"
        "# How much a search is about what such a databank holds.\n"
        "# Written by python -m benchmarks.search.calibrate; change nothing by hand.\n\n"
        f'model = "{domain.model}"  # the encoder whose vectors these are weights for\n'
        f"usual = {domain.usual:.4f}  # of half of the searches that have an answer\n"
        f"intercept = {domain.intercept:.4f}\n"
        f"weights = [\n    {weights},\n]\n"
    )


def _kind(name: str, kind: ByKind) -> list[str]:
    return [
        *_table("probability", dict(kind.probability), within=f"{name}."),
        *_table("comparable", {"intercept": kind.comparable.intercept}, within=f"{name}."),
        *_table("comparable", dict(kind.comparable.weights), within=f"{name}.", below=".weights"),
    ]


def _table(name: str, values: Mapping[str, object], *, within: str = "", below: str = "") -> list[str]:
    rows = [f"{key} = {value}  # {_MEANING[f'{name}.{key}']}" for key, value in values.items()]
    return ["", f"[{within}{name}{below}]", *rows]
