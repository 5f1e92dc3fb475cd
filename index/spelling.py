# SPDX-License-Identifier: EUPL-1.2
"""Typing errors in a search: words that nobody knows, and the known words that were probably meant.

Only words of the shipped lists are proposed, and only those that the collection holds: a proposal so never
shows a rare word, such as a name that was overlooked, out of somebody's case. Distance: Damerau (1964) and
Levenshtein (1966), in the restricted form (optimal string alignment) of rapidfuzz.
"""

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.dutch import LISTS, Analysis, Token, WordListError, fold, read_word_list
from index.words import WordIndex

SURE, UNSURE = 0.9, 0.5
"""Weight of a word that was probably meant; what it falls short of 1 stays with the word as it was typed. In
a short word another letter often makes just another word: *maan*, *maand*."""

SHORTEST, LONGEST = 4, 40
"""Letters; shorter words are mostly abbreviations, of which one letter makes another."""

ONE_ERROR_UP_TO = 6
"""Letters; longer words may have two errors."""

MOST_CORRECTED = 12
"""Words of one search: what has more of them is another language."""

_SAME_SOUND = 0.5
_LONG = 9
_MOST_MEANT = 2
_SHORTEST_PART = 4
_MUCH_MORE = 20
"""A word that some case holds but no list counts as an error when the list word is in so many times more."""

_WORD = re.compile(r"[^\W\d_]+")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ij|y", "ei"),
        ("ou", "au"),
        ("ck|qu?", "k"),
        ("ch", "g"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("x", "ks"),
        ("z", "s"),
        ("v", "f"),
        ("dt?(?![aeiou])", "t"),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True)
class Correction:
    """A word as it was typed, at [start, end) of the search, and the words that were probably meant.

    ``weight`` tells how much those count, beside 1 for a word that was typed rightly.
    """

    start: int
    end: int
    typed: str
    meant: tuple[str, ...]
    weight: float = SURE


class Dictionary:
    """Known Dutch words, lower case without diacritics. Safe to share between threads.

    ``names`` are towns and people: never an error, never proposed.
    """

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        self._words = frozenset(word for word in map(_plain, words) if _WORD.fullmatch(word))
        self._names = frozenset(map(_plain, names))
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            if SHORTEST <= len(word) <= LONGEST:
                self._by_length[len(word)].append(word)

    def knows(self, word: str) -> bool:
        """Whether a word is in a list, or two together; a name only counts when it is written as one."""
        plain = _plain(word)
        return (
            plain in self._words or (word[0].isupper() and plain in self._names) or self._is_compound(plain)
        )

    def _is_compound(self, plain: str) -> bool:
        """Whether a word is two known ones together, also with an s between them."""
        places = range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1)
        return any(
            plain[:at] in self._words and {plain[at:], plain[at:].removeprefix("s")} & self._words
            for at in places
        )

    def near(self, word: str) -> dict[str, float]:
        """The known words within one or two errors of a plain word, with what the errors count."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 1 if len(word) <= ONE_ERROR_UP_TO else 2
        lengths = range(len(word) - 2, len(word) + 3)
        choices = [known for length in lengths for known in self._by_length.get(length, ())]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=2, limit=None)
        costs = {known: _cost(word, known, float(distance)) for known, distance, _ in found}
        return {known: cost for known, cost in costs.items() if cost <= allowed}


class Speller:
    """Finds errors in searches of one collection. Safe to share between threads."""

    def __init__(self, dictionary: Dictionary, words: WordIndex, analysis: Analysis) -> None:
        self._dictionary = dictionary
        self._words = words
        self._analysis = analysis
        self._meant = lru_cache(maxsize=5_000)(self._probably_meant)

    def corrections(self, text: str, tokens: Sequence[Token]) -> list[Correction]:
        """The words of a text that were probably typed wrongly, in its order; none when there are many."""
        found = list(self._errors(text, tokens))
        return found if len(found) <= MOST_CORRECTED else []

    def _errors(self, text: str, tokens: Sequence[Token]) -> Iterator[Correction]:
        for token in tokens:
            word = text[token.start : token.end]
            if self._is_a_word(word) and not self._dictionary.knows(word):
                plain = _plain(word)
                meant = self._meant(plain, self._held(token))
                if meant:
                    weight = SURE if _is_sure(plain, meant) else UNSURE
                    yield Correction(token.start, token.end, word, meant, weight)

    def _is_a_word(self, word: str) -> bool:
        """Whether it can be an error: not an abbreviation, a number or a word with a hyphen."""
        return (
            SHORTEST <= len(word) <= LONGEST
            and _WORD.fullmatch(word) is not None
            and not any(letter.isupper() for letter in word[1:])
        )

    def _held(self, token: Token) -> int:
        """How many cases hold a word as it stands; the parts of a word with an error tell nothing."""
        return self._words.holding(token.keys[0]) if token.keys else 0

    def _probably_meant(self, word: str, held: int) -> tuple[str, ...]:
        """The nearest words that the collection holds: of those, the ones that most cases hold.

        None when a word without meaning, such as *meer*, is as near. When nothing is near, the parts of a
        compound are looked at one by one.
        """
        near = self._dictionary.near(word)
        holding = {known: self._holding(known) for known in near}
        likely = [known for known, cases in holding.items() if cases > held * _MUCH_MORE]
        if not likely:
            return self._compound(word) if not held else ()
        nearest = min(near[known] for known in likely)
        if any(near[known] <= nearest and not self._analysis.keys(known) for known in near):
            return ()
        ranked = sorted((k for k in likely if near[k] == nearest), key=lambda k: (-holding[k], k))
        return self._one_of_each_stem(ranked)

    def _compound(self, word: str) -> tuple[str, ...]:
        """A compound of two words of which one is spelled right: *winkelmedewerkker*."""
        for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head, tail = word[:end], word[end:]
            if self._dictionary.knows(head) and (other := self._nearest_part(tail)):
                return (head + other,)
            if self._dictionary.knows(tail) and (other := self._nearest_part(head)):
                return (other + tail,)
        return ()

    def _nearest_part(self, word: str) -> str:
        allowed = _SAME_SOUND if len(word) <= ONE_ERROR_UP_TO else 1.0
        near = {known: cost for known, cost in self._dictionary.near(word).items() if cost <= allowed}
        held = {known: cases for known in near if (cases := self._holding(known))}
        return min(held, key=lambda known: (near[known], -held[known], known), default="")

    def _one_of_each_stem(self, words: Sequence[str]) -> tuple[str, ...]:
        by_stem: dict[tuple[str, ...], str] = {}
        for word in words:
            by_stem.setdefault(self._analysis.stems(word), word)
        return tuple(by_stem.values())[:_MOST_MEANT]

    def _holding(self, word: str) -> int:
        tokens = self._analysis.tokens(word)
        return self._words.holding(tokens[0].keys[0]) if tokens and tokens[0].keys else 0


def corrected(text: str, corrections: Sequence[Correction]) -> str:
    """The text with the first of the words that were probably meant in place of each error."""
    pieces, place = [], 0
    for each in corrections:
        pieces += [text[place : each.start], each.meant[0]]
        place = each.end
    return "".join([*pieces, text[place:]])


@lru_cache(maxsize=4)
def load_dictionary(lists: Path = LISTS) -> Dictionary:
    """The words in a folder of lists, read once: Dutch words, the lexicon, laws; and names and towns.

    Raises:
        WordListError: a list is not there or cannot be read.
    """
    words = _packed_words(lists / "lexicon_nl.txt.gz")
    for name in ("compounds.txt", "common.txt", "stopwords.txt", "everyday.txt"):
        words += [word.lstrip("=") for word in read_word_list(lists / name)]
    for name in ("lexicon.tsv", "regulations.tsv"):
        words += _WORD.findall("\n".join(read_word_list(lists / name)))
    names = [
        word
        for path in sorted([*(lists / "places").glob("*.txt"), *(lists / "names").glob("*/*.txt")])
        for line in read_word_list(path)
        for word in _WORD.findall(line)
    ]
    return Dictionary(words, names)


def sound(word: str) -> str:
    """A plain word roughly as it sounds in Dutch: *ijs* and *eis*, *goed* and *goet* are the same."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def _cost(typed: str, known: str, distance: float) -> float:
    """What the errors count; a wrong first letter is rare, so that it only counts as one in a long word."""
    if sound(typed) == sound(known):
        return _SAME_SOUND
    if typed[0] == known[0] or sorted(typed) == sorted(known):
        return distance
    return distance if distance <= 1 and len(typed) >= _LONG else math.inf


def _is_sure(typed: str, meant: Sequence[str]) -> bool:
    """A long word, a word that sounds the same, or two letters that changed places."""
    return len(meant) == 1 and (
        len(typed) > ONE_ERROR_UP_TO or sound(typed) == sound(meant[0]) or sorted(typed) == sorted(meant[0])
    )


def _plain(word: str) -> str:
    return fold(word).lower()


def _packed_words(path: Path) -> list[str]:
    try:
        return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    except (OSError, EOFError, UnicodeDecodeError):
        raise WordListError(
            f"De woordenlijst '{path.name}' ontbreekt of is onleesbaar. Zet de map data/lists terug.",
            f"The word list '{path.name}' is missing or cannot be read. Restore the folder data/lists.",
        ) from None
