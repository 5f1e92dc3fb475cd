# SPDX-License-Identifier: EUPL-1.2
"""Makes data/lists/topics.txt, the nouns that a label of a group of cases may be made of.

    python data/making/topic_words.py --training FOLDER [FOLDER ...] --text FOLDER [--out FOLDER]

The same folders as for ``search_lists.py``. A word is taken for a noun when it often ends a noun phrase: after
an article, a possessive or a preposition and before a function word or a full stop. An adjective stands there
before another word instead, a verb after *te* or a pronoun. The same input gives the same bytes.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from index.dutch import LISTS, fold, read_word_list

PUBLIC = ("laws_social_security", "uwv_publications", "rulings_nl")
OWN = "own"
LONGEST_DOCUMENT = 200_000
"""Characters that are read of one document, so that a handbook does not decide."""

OCCURRENCES, KINDS = 15, 2
"""A word must occur so often, in so many of the four kinds of text."""
OF_OCCURRENCES = 0.09
"""The least part of its occurrences in which it ends a noun phrase; more often than it is something else."""
VERBAL = 0.7
SHORTEST = 4

_PIECE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[.,;:!?()]")
_OPENS = frozenset(
    ["de", "een", "geen", "deze", "mijn", "haar", "hun", "onze", "uw", "elke", "iedere", "der", "den"]
)
_PREPOSITIONS = frozenset(
    [
        "van",
        "voor",
        "met",
        "op",
        "over",
        "bij",
        "door",
        "wegens",
        "zonder",
        "na",
        "tegen",
        "tot",
        "in",
        "uit",
        "per",
        "via",
    ]
)
_PRONOUNS = frozenset(["ik", "hij", "zij", "we", "wij", "men", "u", "ze", "je"])
_FUNCTION = frozenset(
    ["zijn", "was", "wordt", "werd", "worden", "heeft", "had", "kan", "moet", "mag", "zal", "niet", "als"]
)


@dataclass(frozen=True)
class Places:
    """How often each word stands where a noun, an adjective or a verb stands, how often at all, and where."""

    total: Counter[str] = field(default_factory=Counter)
    noun: Counter[str] = field(default_factory=Counter)
    adjective: Counter[str] = field(default_factory=Counter)
    verb: Counter[str] = field(default_factory=Counter)
    kinds: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--training", type=Path, nargs="+", required=True)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=LISTS)
    given = parser.parse_args()
    places = Places()
    for kind, text in texts(given.text, given.training):
        read(text, kind, places)
    (given.out / "topics.txt").write_text("\n".join([*_HEADER, *nouns(places), ""]), encoding="utf-8")


def nouns(places: Places) -> list[str]:
    """The words that are nouns, without diacritics, sorted."""
    return sorted(word for word, count in places.total.items() if _is_noun(word, count, places))


def _is_noun(word: str, count: int, places: Places) -> bool:
    if count < OCCURRENCES or len(places.kinds[word]) < KINDS:
        return False
    noun = places.noun[word]
    return (
        noun >= OF_OCCURRENCES * count and noun > places.adjective[word] and places.verb[word] < VERBAL * noun
    )


def read(text: str, kind: str, places: Places) -> None:
    """Count the places in which the words of a text stand."""
    stop = _function_words()
    written = _PIECE.findall(fold(text))
    words = [word.lower() for word in written]
    for place in range(2, len(words) - 1):
        word, before, after = words[place], words[place - 1], words[place + 1]
        if not word[0].isalpha() or len(word) < SHORTEST or word in stop:
            continue
        places.total[word] += 1
        places.kinds[word].add(kind)
        if before in _OPENS | _PREPOSITIONS or (before == "het" and words[place - 2] in _PREPOSITIONS):
            ends = after in stop or not after[0].isalnum()
            if ends or written[place + 1].islower():  # no name: "de gemeente Utrecht"
                (places.noun if ends else places.adjective)[word] += 1
        elif before == "te" or before in _PRONOUNS:
            places.verb[word] += 1


def texts(public: Path, training: list[Path]) -> Iterator[tuple[str, str]]:
    """The texts with the kind of each."""
    for name in PUBLIC:
        with gzip.open(public / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                yield name, (json.loads(line).get("text") or "")[:LONGEST_DOCUMENT]
    for path in sorted(path for folder in training for path in folder.glob("mechanisms*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield OWN, json.loads(line)["text"]


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(read_word_list(LISTS / "stopwords.txt")) | _OPENS | _PREPOSITIONS | _PRONOUNS | _FUNCTION


_HEADER = (
    "# Nouns that a label of a group of cases may be made of (patterns/topics.py), without diacritics. Found by",
    "# where they stand in public Dutch laws, court rulings and publications of public bodies (no copyright:",
    "# Auteurswet art. 11 and 15b) and in text written for this project. Made by data/making/topic_words.py;",
    "# do not edit by hand. What names no problem stands in no_topics.txt.",
)

if __name__ == "__main__":
    main()
