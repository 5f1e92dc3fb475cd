# SPDX-License-Identifier: EUPL-1.2
"""A Dutch subword tokenizer, trained on the material itself."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

UNKNOWN = "[UNK]"
CONTINUES = "##"


def train_tokenizer(texts: Iterable[str], size: int) -> Any:
    """A WordPiece tokenizer of at most ``size`` tokens: lower case, no accents, digits one by one."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.WordPiece(unk_token=UNKNOWN, max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Digits(individual_digits=True)]
    )
    tokenizer.decoder = decoders.WordPiece(prefix=CONTINUES)
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        min_frequency=4,
        limit_alphabet=120,
        special_tokens=[UNKNOWN],
        continuing_subword_prefix=CONTINUES,
        show_progress=False,
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
