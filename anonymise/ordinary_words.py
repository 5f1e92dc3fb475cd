# SPDX-License-Identifier: EUPL-1.2
"""Ordinary Dutch words: in lower case they are no name, with a capital they need no look."""

from pathlib import Path

from anonymise.lexicon import load_lexicon

_FILES = ("compounds.txt", "stopwords.txt")


def load_ordinary_words(lists: Path) -> frozenset[str]:
    """All words of the word lists in the folder, in lower case; a list that is absent adds nothing."""
    words = set(load_lexicon(lists))
    for name in _FILES:
        path = lists / name
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            words.update(line.strip().lstrip("=").lower() for line in lines if not line.startswith("#"))
    return frozenset(words - {""})
