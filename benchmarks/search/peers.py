# SPDX-License-Identifier: EUPL-1.2
"""The systems that ours is compared with: stop words out, and as many latent dimensions as ours has.

That did best of twelve ways to do BM25 with latent analysis (48, 128 or 200 dimensions, with and without
stop words, with and without words of one case), so that they are not easily beaten. All else is as it comes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from benchmarks.search.tasks import Search, case_text
from casebase.record import SafeCase

Scores = npt.NDArray[np.float64]
Words = Callable[[str], list[str]]

RRF_CONSTANT = 60
"""Cormack, Clarke and Büttcher (2009)."""
_WORD = re.compile(r"(?u)\b\w\w+\b")


class System(Protocol):
    """Something that searches the cases that it was made with."""

    def scores(self, search: Search) -> Scores:
        """How well each case fits, shape (cases,); minus infinity for what it does not return."""


def plain_words(text: str) -> list[str]:
    """Lower case, stop words out, Snowball stems for Dutch."""
    kept = [word for word in _WORD.findall(text.lower()) if word not in _stop_words()]
    return list(_stemmer().stemWords(kept))


def words_and_parts(text: str) -> list[str]:
    """The same with compounds found under their parts as well, and law references (our analysis)."""
    from index.dutch import load_analysis

    return load_analysis().keys(text)


class BM25:
    """BM25 by bm25s as it comes (the variant of Lucene, k1 1.5, b 0.75)."""

    def __init__(self, cases: Sequence[SafeCase], words: Words = plain_words) -> None:
        import bm25s

        self._words, self._size = words, len(cases)
        self._ranker: Any = bm25s.BM25()
        self._ranker.index([words(case_text(case)) for case in cases], show_progress=False)

    def scores(self, search: Search) -> Scores:
        """Of several texts the sum."""
        return _sum(self._of(text) for text in search.texts)

    def _of(self, text: str) -> Scores:
        known = [word for word in self._words(text) if word in self._ranker.vocab_dict]
        found = self._ranker.get_scores(known) if known else np.zeros(self._size)
        return np.asarray(found, dtype=np.float64)


class Tfidf:
    """The cosine of tf-idf vectors with dampened counts, of words or of pieces of words."""

    def __init__(self, cases: Sequence[SafeCase], **analysis: Any) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._tfidf = TfidfVectorizer(sublinear_tf=True, **analysis)
        self._cases = self._tfidf.fit_transform([case_text(case) for case in cases])

    def scores(self, search: Search) -> Scores:
        """Of several texts the sum of their cosines."""
        cosines = self._cases @ self._tfidf.transform(search.texts).T
        return np.asarray(cosines.sum(axis=1), dtype=np.float64).ravel()


class LSA:
    """Latent semantic analysis fitted on the cases (Deerwester and others 1990)."""

    def __init__(self, cases: Sequence[SafeCase], words: Words = plain_words) -> None:
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        from index.latent import dimensions

        self._tfidf = TfidfVectorizer(analyzer=words, sublinear_tf=True)
        counts = self._tfidf.fit_transform([case_text(case) for case in cases])
        dimension = min(dimensions(len(cases)), min(counts.shape) - 1)
        self._svd = TruncatedSVD(dimension, random_state=0).fit(counts)
        self._cases = _unit(self._svd.transform(counts))

    def scores(self, search: Search) -> Scores:
        """The cosine with the centroid of the texts."""
        place = _unit(self._svd.transform(self._tfidf.transform(search.texts))).sum(axis=0)
        return np.asarray(self._cases @ place, dtype=np.float64)


class Model:
    """Another embedding model: 0.7 of the cosine with the whole case, 0.3 with its best passage (as ours)."""

    def __init__(self, cases: Sequence[SafeCase], folder: str) -> None:
        from index.encoder import load_encoder
        from index.evaluation import collection_of

        self._encoder = load_encoder(folder)
        self._collection = collection_of(list(cases), self._encoder)

    def scores(self, search: Search) -> Scores:
        """The cosines with the centroid of the texts."""
        passages, owners = self._collection.vectors, self._collection.case_of
        place = self._encoder.encode_queries(list(search.texts)).sum(axis=0)
        best = np.full(len(self._collection), -1.0)
        np.maximum.at(best, owners, passages.scores(place))
        return np.asarray(0.7 * (self._collection.means[None] @ place) + 0.3 * best, dtype=np.float64)


class Fields:
    """Case-based reasoning on fields: the mean similarity of text and of the fields that are known.

    Text by BM25 as a part of the best; laws by their overlap (Jaccard), nature and level by equality, as the
    local and global similarities of CBRkit (Lenz et al. 2024). A typed search knows only the laws it names.
    """

    def __init__(self, cases: Sequence[SafeCase]) -> None:
        from index.laws import load_laws

        self._words, self._cases = BM25(cases), cases
        self._laws = load_laws(also=sorted({law for case in cases for law in case.regulations if law}))

    def scores(self, search: Search) -> Scores:
        """The mean of what is known of the search."""
        text = self._words.scores(search)
        parts = [text / (text.max() or 1.0)]
        for asked in search.cases or (self._typed(search.text),):
            parts += self._fields(asked)
        return _sum(parts) / len(parts)

    def _typed(self, text: str) -> SafeCase:
        return SafeCase(case_id="", regulations=self._laws.named(text))

    def _fields(self, asked: SafeCase) -> list[Scores]:
        parts = []
        if asked.regulations:
            wanted = set(asked.regulations)
            parts.append([len(wanted & set(c.regulations)) / len(wanted | set(c.regulations))
                          for c in self._cases])  # fmt: skip
        if asked.nature:
            parts.append([float(case.nature is asked.nature) for case in self._cases])
        if asked.level:
            parts.append([float(case.level is asked.level) for case in self._cases])
        return [np.array(part) for part in parts]


@dataclass(frozen=True)
class Standardised:
    """The sum of several systems, each at mean 0 and spread 1 over the cases of a search (z)."""

    systems: Sequence[System]

    def scores(self, search: Search) -> Scores:
        """The sum of their standard scores."""
        return _sum(_z(system.scores(search)) for system in self.systems)


@dataclass(frozen=True)
class ReciprocalRanks:
    """Reciprocal rank fusion of several systems."""

    systems: Sequence[System]

    def scores(self, search: Search) -> Scores:
        """The sum of their reciprocal ranks."""
        return _sum(_reciprocal(system.scores(search)) for system in self.systems)


def _sum(parts: Iterable[Scores]) -> Scores:
    return np.asarray(np.sum(list(parts), axis=0), dtype=np.float64)


def _z(scores: Scores) -> Scores:
    spread = float(scores.std()) or 1.0
    return np.asarray((scores - scores.mean()) / spread)


def _reciprocal(scores: Scores) -> Scores:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return np.asarray(1 / (RRF_CONSTANT + ranks))


def _unit(vectors: npt.NDArray[Any]) -> Scores:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float64)


@cache
def _stop_words() -> frozenset[str]:
    from index.dutch import LISTS, read_word_list

    return frozenset(read_word_list(LISTS / "stopwords.txt"))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("dutch")
