# SPDX-License-Identifier: EUPL-1.2
"""A Dutch subword tokenizer, trained on the material itself."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

UNKNOWN = "[UNK]"


def train_tokenizer(texts: Iterable[str], size: int) -> Any:
    """A BPE tokenizer of at most ``size`` tokens: lower case, no accents, digits one by one.

    A part of a compound and the same word on its own are one token, which suits Dutch; without a
    mark for word beginnings the trainer also gives the same tokens every time.
    """
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Digits(individual_digits=True)]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=size, min_frequency=4, limit_alphabet=120, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def token_ids(tokenizer: Any, texts: list[str]) -> list[npt.NDArray[np.int32]]:
    """The token ids of each text."""
    ids: list[npt.NDArray[np.int32]] = []
    for start in range(0, len(texts), 20_000):
        encodings = tokenizer.encode_batch_fast(texts[start : start + 20_000], add_special_tokens=False)
        ids += [np.asarray(encoding.ids, dtype=np.int32) for encoding in encodings]
    return ids
