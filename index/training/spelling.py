# SPDX-License-Identifier: EUPL-1.2
"""Parts of words that tokens share, so that what is learnt of one word reaches its relatives.

``terugbetalen``, ``terugbetaling`` and ``betaald`` share a stem or runs of letters; during training a
token's vector is its own plus that of its parts (Bojanowski et al. 2017), afterwards one plain row.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_RUNS = (3, 4, 5)
_MIN_LETTERS = 4
_MOST_TOKENS = 800


@dataclass(frozen=True)
class WordParts:
    """Sparse rows: token t has the parts numbers[starts[t]:starts[t + 1]] with these weights.

    ``starts`` has one value per token; the weights of a token have Euclidean length 1.
    """

    numbers: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]
    count: int


def word_parts(tokens: list[str]) -> WordParts:
    """Stems and runs of three to five letters that at least two and at most 800 tokens share."""
    from Stemmer import Stemmer

    stem = Stemmer("dutch").stemWord
    parts = [_parts_of(token, stem(token)) for token in tokens]
    known, times = np.unique([part for row in parts for part in row], return_counts=True)
    shared = (times > 1) & (times <= _MOST_TOKENS)
    number_of = {str(part): number for number, part in enumerate(known[shared])}
    weight_of = np.log(1.25 * _MOST_TOKENS / times[shared])
    rows = [np.array([number_of[part] for part in row if part in number_of], dtype=np.int64) for row in parts]
    weights = [weight_of[row] / max(float(np.linalg.norm(weight_of[row])), 1e-6) for row in rows]
    starts = np.cumsum([0, *map(len, rows[:-1])])
    return WordParts(np.concatenate(rows), starts, np.concatenate(weights).astype(np.float32), len(number_of))


def _parts_of(token: str, stem: str) -> list[str]:
    if not token.isalpha():
        return []
    parts = {f"={stem}"}
    if len(token) >= _MIN_LETTERS:
        framed = f"<{token}>"
        parts |= {framed[at : at + run] for run in _RUNS for at in range(len(framed) - run + 1)}
    return sorted(parts)
