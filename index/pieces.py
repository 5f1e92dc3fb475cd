# SPDX-License-Identifier: EUPL-1.2
"""Token ids of texts, word by word: what was cut into tokens once is remembered.

A tokenizer that never looks across a space gives for a text what it gives for its words one after another.
Words repeat, so that this takes a tenth of the time, and no thread beside that of the caller.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

_WORD = re.compile(r"[^ \t\r\n]+")
"""Other spaces stay within a word: the tokenizer decides what they are."""
_LONGEST = 40
"""Characters of a word that is remembered."""
_REMEMBERED = 200_000

_ENDS_WORDS = {"BertPreTokenizer", "Whitespace", "WhitespaceSplit"}
_WITHIN_WORDS = _ENDS_WORDS | {"Digits", "Punctuation"}
_LETTER_BY_LETTER = {"NFC", "NFD", "NFKC", "NFKD", "StripAccents", "Lowercase"}

Ids = Callable[[Sequence[str]], list[Sequence[int]]]
"""Gives the token ids of each text."""


def ids_of(tokenizer: Any) -> Ids:
    """What a tokenizer of the library tokenizers gives without special tokens, the quickest way.

    Word by word only where its settings say that a space always ends a token; else text by text.
    """
    return _ByWord(tokenizer).ids if goes_by_word(tokenizer) else _ByText(tokenizer).ids


def goes_by_word(tokenizer: Any) -> bool:
    """Whether the settings of a tokenizer tell that it never looks across a space."""
    normalizers = _kinds(_settings(tokenizer.normalizer), "normalizers")
    splitters = _kinds(_settings(tokenizer.pre_tokenizer), "pretokenizers")
    added = [token.content for token in tokenizer.get_added_tokens_decoder().values()]
    return (
        tokenizer.truncation is None
        and tokenizer.padding is None
        and set(normalizers) <= _LETTER_BY_LETTER
        and set(splitters[:1]) & _ENDS_WORDS != set()
        and set(splitters) <= _WITHIN_WORDS
        and not any(re.search(r"\s", content) for content in added)
    )


class _ByWord:
    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def ids(self, texts: Sequence[str]) -> list[Sequence[int]]:
        return [self._of(text) for text in texts]

    def _of(self, text: str) -> list[int]:
        found: list[int] = []
        for word in _WORD.findall(text):
            ids = self._known.get(word)
            found += self._learn(word) if ids is None else ids
        return found

    def _learn(self, word: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(word, add_special_tokens=False).ids
        if len(word) <= _LONGEST:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = ids
        return ids


class _ByText:
    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def ids(self, texts: Sequence[str]) -> list[Sequence[int]]:
        return [each.ids for each in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]


def _settings(part: Any) -> Mapping[str, Any] | None:
    """The settings of a part of a tokenizer as its file has them; None without such a part."""
    if part is None:
        return None
    settings: Mapping[str, Any] = json.loads(part.__getstate__())
    return settings


def _kinds(part: Mapping[str, Any] | None, several: str) -> list[str]:
    """The kinds of the steps of a part of a tokenizer, in order."""
    if part is None:
        return []
    steps = part.get(several)
    if steps is None:
        return [str(part["type"])]
    return [kind for step in steps for kind in _kinds(step, several)]
