# SPDX-License-Identifier: EUPL-1.2
"""Makes data/lists/compounds.txt, common.txt and lexicon.tsv, the word lists of the search.

    python data/making/search_lists.py --training FOLDER [FOLDER ...] --text FOLDER [--out FOLDER]

The folders of ``--training`` hold mechanisms*.jsonl (written for this project), the first one also
lexicon.jsonl; ``--text`` holds laws_social_security, uwv_publications and rulings_nl as .jsonl.gz (public texts; see docs/search.md).
The same input gives the same bytes.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path

from index.compounds import CompoundSplitter
from index.dutch import fold, read_word_list

LISTS = Path(__file__).resolve().parents[1] / "lists"
PUBLIC = ("laws_social_security", "uwv_publications", "rulings_nl")
WORD = re.compile(r"[^\W\d_]+")
SHORTEST, LONGEST = 4, 16
DOCUMENTS = 20
"""A part must occur in as many public documents, of at least two kinds, …"""
OWN = 3
"""… or as often in the texts that were written for this project."""
COMMON = 2000
"""Words that are too common to explain by themselves why two cases are alike."""
MARGIN = 3.0
"""A word that is this much more frequent than its parts (geometric mean) is no compound any more."""
SHORT_PARTS = ["wet", "wia", "wao", "wga", "iva", "uwv", "dag", "weg", "zaak", "kas", "lid"]
SUFFIXES = frozenset(
    [
        "heid",
        "heden",
        "loos",
        "baar",
        "achtig",
        "lijk",
        "lijke",
        "elijk",
        "ing",
        "ingen",
        "ster",
        "schap",
        "ting",
        "ring",
        "ling",
    ]
)
"""Endings that are no words of their own: splitting them off would make unlike words alike."""
PREFIXES = frozenset(
    [
        "aan",
        "achter",
        "af",
        "binnen",
        "boven",
        "buiten",
        "door",
        "mede",
        "mee",
        "na",
        "neer",
        "om",
        "onder",
        "op",
        "over",
        "samen",
        "tegen",
        "terug",
        "toe",
        "tussen",
        "uit",
        "voor",
        "weg",
    ]
)
LIST_FIELDS = ("abbreviations", "jargon", "lay", "related", "not_same")


def main() -> None:
    """Write both lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--training", type=Path, nargs="+", required=True)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=LISTS)
    arguments = parser.parse_args()
    lexicon = [json.loads(line) for line in _lines(arguments.training[0] / "lexicon.jsonl")]
    counted = count(arguments.text)
    parts = compound_parts(counted, arguments.training, lexicon)
    (arguments.out / "compounds.txt").write_text("\n".join([*_HEADER, *parts, ""]), encoding="utf-8")
    (arguments.out / "common.txt").write_text(
        "\n".join([*_COMMON_HEADER, *common_words(counted), ""]), encoding="utf-8"
    )
    (arguments.out / "lexicon.tsv").write_text("\n".join(lexicon_rows(lexicon)) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Counted:
    """Words of the public texts: occurrences, documents, and kinds of text that hold each."""

    counts: Counter[str]
    documents: Counter[str]
    kinds: dict[str, set[str]]


def common_words(counted: Counted) -> list[str]:
    """The words in most documents, sorted; stop words are left out."""
    stop = set(read_word_list(LISTS / "stopwords.txt"))
    known = [
        w for w, kinds in counted.kinds.items() if len(kinds) == len(PUBLIC) and w not in stop and len(w) > 2
    ]
    return sorted(sorted(known, key=lambda word: (-counted.documents[word], word))[:COMMON])


def compound_parts(counted: Counted, training: list[Path], lexicon: list[dict]) -> list[str]:
    """Words that a compound may be made of, sorted; "=" before words that must stay whole.

    Which words stay whole: Koehn and Knight, "Empirical methods for compound splitting" (2003).
    """
    counts, documents, kinds = counted.counts, counted.documents, counted.kinds
    own = Counter(word for body in _own_texts(training, lexicon) for word in _words(body))
    stop = set(read_word_list(LISTS / "stopwords.txt"))
    known = {word for word, count in documents.items() if count >= DOCUMENTS and len(kinds[word]) > 1}
    known |= {word for word in own if own[word] >= OWN and word in documents}
    plain = {word for word in known if SHORTEST <= len(word) <= LONGEST and word.isascii()}
    parts = (plain - stop - SUFFIXES) | set(SHORT_PARTS) | PREFIXES
    splitter = CompoundSplitter(parts)
    whole = [word for word in counts if documents[word] >= DOCUMENTS and _stays_whole(word, splitter, counts)]
    return sorted(parts) + sorted(f"={word}" for word in whole)


def _stays_whole(word: str, splitter: CompoundSplitter, counts: Counter[str]) -> bool:
    parts = splitter.parts(word)
    return bool(parts) and counts[word] > MARGIN * prod(counts[part] or 1 for part in parts) ** (
        1 / len(parts)
    )


def count(text: Path) -> Counted:
    """Count the words of the public texts."""
    counts, documents, kinds = Counter(), Counter(), defaultdict(set)
    for kind, body in _public_texts(text):
        words = _words(body)
        counts.update(words)
        documents.update(set(words))
        for word in set(words):
            kinds[word].add(kind)
    return Counted(counts, documents, kinds)


def lexicon_rows(lexicon: list[dict]) -> Iterator[str]:
    """A tab-separated row a concept; values within a column are parted by " | "."""
    yield "\t".join(("concept", *LIST_FIELDS))
    for entry in lexicon:
        yield "\t".join([entry["concept"], *(" | ".join(entry[field]) for field in LIST_FIELDS)])


def _public_texts(folder: Path) -> Iterator[tuple[str, str]]:
    for name in PUBLIC:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield name, f"{row.get('text') or ''} {row.get('summary') or ''}"


def _own_texts(training: list[Path], lexicon: list[dict]) -> Iterator[str]:
    for path in sorted(path for folder in training for path in folder.glob("mechanisms*.jsonl")):
        for line in _lines(path):
            yield json.loads(line)["text"]
    for entry in lexicon:
        yield " ".join([entry["concept"], *(value for field in LIST_FIELDS[:4] for value in entry[field])])


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text).lower())


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


_HEADER = (
    "# Words that Dutch compounds are made of, for the word index (index/compounds.py); = stays whole.",
    "# Word forms with their frequencies were counted in public Dutch laws, court rulings and publications of",
    "# public bodies (no copyright: Auteurswet art. 11 and 15b) and in text written for this project.",
    "# Made by data/making/search_lists.py; do not edit by hand.",
)

_COMMON_HEADER = (
    "# Common words in public Dutch laws, rulings and publications of public bodies: they count less when",
    "# it is explained why two cases are alike (index/explain.py). Made by data/making/search_lists.py.",
)

if __name__ == "__main__":
    main()
