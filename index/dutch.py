# SPDX-License-Identifier: EUPL-1.2
"""Dutch text as the word index sees it: words with their places and the keys under which they are found."""

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from casebase.bilingual import DatabankError
from index.compounds import CompoundSplitter
from index.references import References, is_reference
from index.text import blank_placeholders

LISTS = Path(__file__).resolve().parents[1] / "data" / "lists"
"""Where the word lists of the repository are."""

ANALYSIS_VERSION = "2"
"""Raise when the same text gets other keys: indexes that were built before are then out of date."""

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|{_LETTER}+(?:['’]{_LETTER}+)?(?:-(?:{_LETTER}|\d)+)*")
_LONGEST_WORD = 60
_LONGEST_NUMBER = 4
_LONGEST_UNSTEMMED = 3  # abbreviations: the stemmer would make OPS and op the same
_GENITIVE = re.compile(r"['’]s$")
_APOSTROPHE = re.compile(r"['’]")
_CACHED_WORDS = 200_000


class WordListError(DatabankError):
    """A word list of the search is missing."""


class Token(NamedTuple):
    """A word at [start, end) of the text.

    ``stem`` is the stem of the word as it stands; ``keys`` are what it is found under: the stem and
    those of its parts, or nothing for a word that says nothing about a case.
    """

    start: int
    end: int
    stem: str
    keys: tuple[str, ...]


_token = partial(tuple.__new__, Token)
"""A token of its four parts; half the time that its name takes, and there are hundreds in a case."""


class Analysis:
    """Turns text into tokens. Safe to share between threads.

    Lower case, no diacritics, Snowball stems for Dutch, stop words out, compounds found under their parts
    as well (``voorschotbrief`` under *voorschot* and *brief*), hyphened words under parts and whole, law
    references under ``art:77`` and ``art:77:wia`` (index/references.py). Amounts (more than four digits) are
    no words.
    """

    def __init__(
        self,
        stop_words: Iterable[str],
        splitter: CompoundSplitter,
        *,
        fingerprint: str,
        references: References | None = None,
    ) -> None:
        import Stemmer

        self.fingerprint = fingerprint
        self._stop = frozenset(stop_words)
        self._splitter = splitter
        self._references = references or References(())
        self._stemmer: Any = Stemmer.Stemmer("dutch", 0)
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}

    def tokens(self, text: str) -> list[Token]:
        """All words of the text in order, and after them its law references; placeholders are skipped."""
        blanked = blank_placeholders(text)
        found = []
        known = self._known.get
        for match in _TOKEN.finditer(blanked):
            word = match[0]
            stem, keys = known(word) or self._learn(word)
            if stem:
                found.append(_token((*match.span(), stem, keys)))
        found.extend(Token(*reference) for reference in self._references.found(blanked))
        return found

    def keys(self, text: str) -> list[str]:
        """The keys of a text, as often as they occur."""
        return [key for token in self.tokens(text) for key in token.keys]

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of all words, stop words included: what phrases are compared by."""
        return tuple(token.stem for token in self.tokens(text) if not is_reference(token.stem))

    def _learn(self, word: str) -> tuple[str, tuple[str, ...]]:
        found = _number(word) if word[0].isdecimal() else None
        with self._lock:  # the stemmer is not made for threads
            if len(self._known) >= _CACHED_WORDS:
                self._known.clear()
            found = self._known[word] = found or self._stem_and_keys(word)
        return found

    def _stem_and_keys(self, word: str) -> tuple[str, tuple[str, ...]]:
        plain = _APOSTROPHE.sub("", _GENITIVE.sub("", fold(word).lower()))[:_LONGEST_WORD]
        pieces = [piece for piece in plain.split("-") if piece]
        if not pieces:
            return "", ()
        whole = "".join(pieces)
        words = [whole, *pieces] if len(pieces) > 1 else [whole]
        words += [part for piece in pieces for part in self._splitter.parts(piece)]
        keys = [self._stem(part) for part in words if part not in self._stop and len(part) > 1]
        return self._stem(whole), tuple(dict.fromkeys(keys))

    def _stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word)) if len(word) > _LONGEST_UNSTEMMED else word


@lru_cache(maxsize=4)
def load_analysis(lists: Path = LISTS) -> Analysis:
    """The analysis with the lists in a folder (stopwords.txt, compounds.txt, regulations.tsv), read once."""
    stop = read_word_list(lists / "stopwords.txt")
    parts = read_word_list(lists / "compounds.txt")
    laws = read_word_list(lists / "regulations.tsv")
    content = "\n".join((ANALYSIS_VERSION, *stop, "", *parts, "", *laws))
    fingerprint = hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]
    references = References(law_names(laws))
    return Analysis(stop, CompoundSplitter(parts), fingerprint=fingerprint, references=references)


def read_word_list(path: Path) -> list[str]:
    """The words of a list with one word a line; lines that begin with # are left out.

    Raises:
        WordListError: the list is not there or cannot be read.
    """
    try:
        lines = [line.strip(" ") for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        raise WordListError(
            f"De woordenlijst '{path.name}' ontbreekt of is onleesbaar. Zet de map data/lists terug.",
            f"The word list '{path.name}' is missing or cannot be read. Restore the folder data/lists.",
        ) from None
    return [line for line in lines if line and not line.startswith("#")]


def law_names(rows: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The short name of each law and all its other names, from rows (short, full, others apart by "|")."""
    cells = [row.split("\t") for row in rows]
    return [(first, [name for cell in rest for name in cell.split("|") if name]) for first, *rest in cells]


def fold(text: str) -> str:
    """The text without diacritics."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _number(word: str) -> tuple[str, tuple[str, ...]]:
    """A year, a percentage or a number of weeks says something; an amount does not."""
    return word, (word,) if word.isdecimal() and len(word) <= _LONGEST_NUMBER else ()
