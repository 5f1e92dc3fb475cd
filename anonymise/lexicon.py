# SPDX-License-Identifier: EUPL-1.2
"""The lexicon: Dutch words that are written in lower case, so that a capital can tell a name.

The shipped list is made from public Dutch texts (see ``data/lists/SOURCES.md``) by

    python -m anonymise.lexicon OUT.txt.gz TEXTS.jsonl.gz [TEXTS.jsonl.gz …] [GOLD.jsonl]

Of a gold file (``.jsonl``) every word outside the marks counts: it brings the everyday words that
handbooks and laws lack. Same texts, same file: words are counted, filtered and sorted, and the
archive holds no time stamp.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from anonymise.gold import read_gold

FILE_NAME = "lexicon_nl.txt.gz"
EVERYDAY_FILE_NAME = "everyday.txt"

_MIN_COUNT = 2
_MIN_LOWER_SHARE = 0.4
_COMMON_COUNT = 15
_COMMON_LOWER_SHARE = 0.04
"""A word this common in lower case is ordinary though it heads many titles: 'minister', 'nee'."""

_LONGEST = 32
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;•\n–\-(\"'“‘])\s*$")


def load_lexicon(lists: Path) -> frozenset[str]:
    """Words in lower case, with the everyday words beside it; a list that is absent is empty."""
    words: set[str] = set()
    everyday = lists / EVERYDAY_FILE_NAME
    if everyday.is_file():
        lines = everyday.read_text(encoding="utf-8").splitlines()
        words.update(line.strip() for line in lines if not line.startswith("#"))
    counted = lists / FILE_NAME
    if counted.is_file():
        with gzip.open(counted, "rt", encoding="utf-8") as packed:
            words.update(line.strip() for line in packed)
    return frozenset(words)


def lexicon_words(texts: Iterable[str]) -> list[str]:
    """The words of the texts that are mostly written in lower case, sorted.

    Only capitals inside a sentence count against a word: the first word of a sentence has one anyway.
    """
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match[0]
            if word.islower():
                lower[word.replace("’", "'")] += 1
            elif word[0].isupper() and word[1:].islower() and not _begins_sentence(text, match.start()):
                capital[word.lower().replace("’", "'")] += 1
    return sorted(word for word in lower if _is_ordinary(word, lower[word], capital[word]))


def _is_ordinary(word: str, lower: int, capital: int) -> bool:
    if lower < _MIN_COUNT or not 1 < len(word) <= _LONGEST:
        return False
    least = _COMMON_LOWER_SHARE if lower >= _COMMON_COUNT else _MIN_LOWER_SHARE
    return lower / (lower + capital) >= least


def _begins_sentence(text: str, position: int) -> bool:
    return bool(_SENTENCE_END.search(text, max(0, position - 4), position)) or position == 0


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line).get("text") or "")


def _unmarked_words(gold: Path) -> set[str]:
    """Words in lower case of a gold file, outside all marks."""
    words: set[str] = set()
    for case in read_gold(gold):
        for field, text in case.texts.items():
            marked = {place for mark in case.spans[field] for place in range(mark.start, mark.end)}
            found = (match for match in _WORD.finditer(text) if match[0].islower())
            words.update(match[0] for match in found if marked.isdisjoint(range(*match.span())))
    return {word.replace("’", "'") for word in words if 1 < len(word) <= _LONGEST}


def _write(path: Path, words: Iterable[str]) -> None:
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write("\n".join(words).encode("utf-8"))


def _main(out: Path, sources: Iterable[Path]) -> None:
    packed = [path for path in sources if path.suffix == ".gz"]
    gold = [path for path in sources if path.suffix != ".gz"]
    words = set(lexicon_words(text for path in packed for text in _texts(path)))
    _write(out, sorted(words.union(*map(_unmarked_words, gold))))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
