# SPDX-License-Identifier: EUPL-1.2
"""What typing errors cost, with and without reading them right: ``python -m benchmarks.search.typos``.

Puts errors into the searches of tests/gold in a fixed way: letters swapped, left out, doubled or replaced by
a neighbour on the keyboard, and the usual confusions of Dutch (ei/ij, au/ou, d/t, c/k, s/z, v/f, g/ch).
Prints nDCG@10 by BM25 alone and by the whole search, for all, odd and even themes, each error rate the mean
of three draws; for how many searches about other things something comparable is found; and how many errors
in single words were read as the word that was meant.
"""

import random
import sys
from collections.abc import Callable, Iterator

import numpy as np

from benchmarks.search.material import MODEL, Material, out_of_domain, read_material
from index.asked import asked_in_words
from index.bands import TEXT, is_comparable
from index.collection import Collection
from index.dutch import fold, load_analysis
from index.encoder import Encoder, load_encoder
from index.evaluation import collection_of, scores
from index.fusion import rank, signals
from index.lexicon import load_lexicon
from index.spelling import Speller, load_dictionary
from index.trec import Placed
from index.vectors import Numbers

DRAWS = 3
SHARES = (0.0, 0.15, 0.3)
"""Of the words of four letters and more that get an error; of short searches at least one word."""

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
CONFUSED = (
    "ei ij",
    "ij ei",
    "au ou",
    "ou au",
    "d t",
    "t d",
    "c k",
    "k c",
    "s z",
    "z s",
    "v f",
    "g ch",
    "ch g",
)
SHORTEST = 4

Runs = dict[str, list[Placed]]


def main() -> None:
    material = read_material()
    encoder = load_encoder(str(MODEL))
    collection = collection_of(material.cases, encoder)
    speller = Speller(load_dictionary(), collection.words[None], load_analysis())
    print("nDCG@10: all / odd / even themes")
    for share in SHARES:
        for name, used in (("as typed", None), ("read right", speller)):
            cells: dict[str, list[list[float]]] = {"BM25": [], "whole": []}
            for draw in range(DRAWS if share else 1):
                for way, run in searched(material, collection, encoder, used, share, draw).items():
                    cells[way].append(_cell(material, run))
            for way, found in cells.items():
                print(f"{share:>4.0%} of words, {name:10} {way:6} {_mean(found)}")
    for name, used in (("as typed", None), ("read right", speller)):
        print(f"other subjects, {name}: comparable for {_comparable(collection, encoder, used)}")
    print(f"single words: {_read_right(material, speller)}")


def searched(
    material: Material,
    collection: Collection,
    encoder: Encoder,
    speller: Speller | None,
    share: float,
    draw: int,
) -> dict[str, Runs]:
    """The rankings of all searches with errors in them, by BM25 and by everything."""
    scale, rows = collection.scales.text, np.arange(len(collection))
    runs: dict[str, Runs] = {"BM25": {}, "whole": {}}
    for query in material.queries:
        text = with_errors(query.text, share, random.Random(f"{query.query_id}/{draw}"))
        asked = asked_in_words(text, collection, encoder, load_analysis(), load_lexicon(), speller=speller)
        words = signals(collection, asked.probe, rows)[0]
        runs["BM25"][query.query_id] = _placed(np.argsort(-words, kind="stable"), collection)
        ranked = rank(collection, asked.probe, scale, rows).rows
        runs["whole"][query.query_id] = _placed(ranked, collection)
    return runs


def with_errors(text: str, share: float, chance: random.Random) -> str:
    """The text with an error in this share of its longer words, at least one when the share is not 0."""
    words = text.split(" ")
    longer = [n for n, word in enumerate(words) if len(word) >= SHORTEST and word.isalpha()]
    wrong = chance.sample(longer, min(len(longer), max(1, round(share * len(longer))))) if share else []
    for n in wrong:
        words[n] = with_error(words[n], chance)
    return " ".join(words)


def with_error(word: str, chance: random.Random) -> str:
    """The word with one error in it, not in its first letter."""
    ways: tuple[Callable[[str, random.Random], str], ...] = (
        _swapped,
        _left_out,
        _doubled,
        _neighbour,
        _confused,
    )
    for way in chance.sample(ways, len(ways)):
        changed = way(word, chance)
        if changed != word:
            return changed
    return word


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _neighbour(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    row = next((row for row in KEYS if word[at] in row), word[at])
    place = row.index(word[at])
    return (
        word[:at]
        + chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2] or row)
        + word[at + 1 :]
    )


def _confused(word: str, chance: random.Random) -> str:
    pairs = [pair.split() for pair in CONFUSED]
    places = [(word.index(one, 1), one, other) for one, other in pairs if one in word[1:]]
    if not places:
        return word
    at, one, other = chance.choice(places)
    return word[:at] + other + word[at + len(one) :]


def _comparable(collection: Collection, encoder: Encoder, speller: Speller | None) -> str:
    """How many searches about other things find something comparable, which none should."""
    scale, rows, found, texts = collection.scales.text, np.arange(len(collection)), 0, out_of_domain()
    for text in texts:
        asked = asked_in_words(text, collection, encoder, load_analysis(), load_lexicon(), speller=speller)
        found += is_comparable(rank(collection, asked.probe, scale, rows).evidence, TEXT)
    return f"{found} of {len(texts)}"


def _read_right(material: Material, speller: Speller) -> str:
    """Of single words of the searches with an error: read as meant, as something else, or left."""
    counts = {"meant": 0, "else": 0, "left": 0}
    analysis = load_analysis()
    for word, wrong in _words_with_errors(material):
        found = speller.corrections(wrong, analysis.tokens(wrong))
        meant = [analysis.stems(each) for each in found[0].meant] if found else []
        counts["left" if not meant else "meant" if analysis.stems(word) in meant else "else"] += 1
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def _words_with_errors(material: Material) -> Iterator[tuple[str, str]]:
    words = {fold(word) for query in material.queries for word in query.text.split() if word.isalpha()}
    for word in sorted(word for word in words if len(word) >= SHORTEST and word.islower()):
        yield word, with_error(word, random.Random(word))


def _placed(rows: Numbers, collection: Collection) -> list[Placed]:
    return [Placed(collection.case_ids[row], float(-place)) for place, row in enumerate(rows[:100])]


def _cell(material: Material, run: Runs) -> list[float]:
    qrels = {query.query_id: dict.fromkeys(material.relevant(query), 1) for query in material.queries}
    halves = (material.queries, material.half(odd=True), material.half(odd=False))
    picked = [{query.query_id: run[query.query_id] for query in half} for half in halves]
    return [scores(part, qrels).measures["nDCG@10"] for part in picked]


def _mean(cells: list[list[float]]) -> str:
    return " / ".join(f"{figure:.3f}" for figure in np.array(cells).mean(axis=0))


if __name__ == "__main__":
    sys.exit(main())
