# SPDX-License-Identifier: EUPL-1.2
"""Which words can say what a group of cases is about: nouns, what befell somebody, and regulations."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from index.compounds import CompoundSplitter
from index.dutch import LISTS, fold, law_names, read_word_list

_LETTERS = 4


class Topics:
    """Tells of a word whether it may stand in a label.

    ``nouns`` are words without diacritics; compounds that end in one count too, ``everyday`` words do not.
    ``happenings`` (*geweigerd*) and ``laws``, short names of regulations, may always.
    """

    def __init__(
        self,
        nouns: Iterable[str],
        happenings: Iterable[str],
        everyday: Iterable[str],
        laws: Iterable[str],
        splitter: CompoundSplitter,
    ) -> None:
        self._nouns = frozenset(nouns)
        self._happenings = frozenset(fold(word).lower() for word in happenings)
        self._splitter = splitter
        self._everyday = frozenset(fold(word).lower() for word in everyday)
        self._laws = {fold(name).lower(): name for name in laws if name.isalpha()}

    def named(self, word: str) -> str | None:
        """The word as it stands in a label; None when it may not stand there."""
        plain = fold(word).lower()
        if plain in self._laws and (word.isupper() or plain not in self._nouns | self._everyday):
            return self._laws[plain]
        if plain in self._everyday or len(plain) < _LETTERS:
            return None
        return word.lower() if plain in self._happenings or self._is_noun(plain) else None

    def is_everyday(self, word: str) -> bool:
        """Whether a word says nothing about a problem."""
        return fold(word).lower() in self._everyday

    def _is_noun(self, plain: str) -> bool:
        if plain in self._nouns:
            return True
        return any(plain.endswith(part) and part in self._nouns for part in self._splitter.parts(plain))


@lru_cache(maxsize=4)
def load_topics(lists: Path = LISTS) -> Topics:
    """The topics with the lists in a folder (topics, happenings, no_topics, regulations), read once.

    Raises:
        WordListError: a list is not there or cannot be read.
    """
    laws = [name for name, _ in law_names(read_word_list(lists / "regulations.tsv"))]
    return Topics(
        read_word_list(lists / "topics.txt"),
        read_word_list(lists / "happenings.txt"),
        read_word_list(lists / "no_topics.txt"),
        laws,
        CompoundSplitter(read_word_list(lists / "compounds.txt")),
    )
