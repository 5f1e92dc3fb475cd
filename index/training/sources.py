# SPDX-License-Identifier: EUPL-1.2
"""Reads the training material: passages of open text, mechanisms and a lexicon."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebase.bilingual import DatabankError
from index.encoder import prepared

PASSAGE_CHARACTERS = 600
"""Passages of open text are about this long: the length of a short field of a case."""

_HEADING = re.compile(r"^#+\s*(.+)$")
_BLANK = re.compile(r"\s+")
_MIN_CHARACTERS = 80
_MIN_HEADING = 8
_NEAR_MISS = "near_miss"


class TrainingSourceError(DatabankError):
    """The training material is missing or not as described."""


@dataclass(frozen=True)
class Mechanism:
    """Texts on one way in which a rule harms a person, and texts that only look like it."""

    name: str
    texts: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass
class OpenText:
    """Passages of the open text in reading order, and what belongs together.

    ``headings`` holds a heading, title or summary and the number of the passage under it;
    ``neighbours`` the numbers of passages that follow one another in a document.
    """

    passages: list[str] = field(default_factory=list)
    headings: list[tuple[str, int]] = field(default_factory=list)
    neighbours: list[tuple[int, int]] = field(default_factory=list)


def read_open_text(folder: Path) -> OpenText:
    """All ``*.jsonl.gz`` in the folder, by name; objects with ``text``, and ``title`` or ``summary``.

    Raises:
        TrainingSourceError: the folder holds no such file, or a line is no JSON object.
    """
    gathered = OpenText()
    for path in open_text_files(folder):
        for row in _rows(path):
            _add_document(
                gathered, str(row.get("title") or row.get("summary") or ""), str(row.get("text") or "")
            )
    return gathered


def open_text_files(folder: Path) -> list[Path]:
    """All ``*.jsonl.gz`` in the folder, by name.

    Raises:
        TrainingSourceError: there is none.
    """
    return _required(sorted(folder.glob("*.jsonl.gz")), folder)


def lexicon_file(training: Sequence[Path]) -> Path:
    """``lexicon.jsonl`` in the first of the folders.

    Raises:
        TrainingSourceError: it is not there.
    """
    return _required([training[0] / "lexicon.jsonl"], training[0])[0]


def mechanism_files(folder: Path) -> list[Path]:
    """All ``mechanisms*.jsonl`` in the folder, by name.

    Raises:
        TrainingSourceError: there is none.
    """
    return _required(sorted(folder.glob("mechanisms*.jsonl")), folder)


def read_mechanisms(*paths: Path) -> list[Mechanism]:
    """Groups in jsonl files with ``mechanism``, ``kind`` and ``text``; kind near_miss is a hard negative.

    File by file and by name, since the order decides what is drawn; a mechanism is in one file.

    Raises:
        TrainingSourceError: a file is missing or a line is no JSON object.
    """
    return [mechanism for path in paths for mechanism in _mechanisms_of(path)]


def _mechanisms_of(path: Path) -> Iterator[Mechanism]:
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for row in _rows(_required([path], path)[0]):
        texts, near_misses = groups.setdefault(str(row["mechanism"]), ([], []))
        (near_misses if row["kind"] == _NEAR_MISS else texts).append(prepared(str(row["text"])))
    for name, (texts, near_misses) in sorted(groups.items()):
        yield Mechanism(name, tuple(texts), tuple(near_misses))


def read_lexicon(path: Path) -> list[tuple[str, ...]]:
    """Per concept its name, abbreviations, jargon and lay terms; concepts with one word are left out.

    Raises:
        TrainingSourceError: the file is missing or a line is no JSON object.
    """
    concepts = []
    for row in _rows(_required([path], path)[0]):
        terms = [row["concept"], *row["abbreviations"], *row["jargon"], *row["lay"]]
        words = tuple(dict.fromkeys(prepared(str(term)) for term in terms))
        if len(words) > 1:
            concepts.append(words)
    return concepts


def _add_document(gathered: OpenText, title: str, text: str) -> None:
    is_first = True
    for heading, body in _sections(_lines(text)):
        for place, passage in enumerate(_passages(body)):
            number = len(gathered.passages)
            gathered.passages.append(passage)
            if place == 0 and len(heading) > _MIN_HEADING:
                gathered.headings.append((heading, number))
            if not is_first:
                gathered.neighbours.append((number - 1, number))
            elif title:
                gathered.headings.append((title, number))
            is_first = False


def _lines(text: str) -> list[str]:
    """The lines of a document, white space collapsed, without empty lines and table rows."""
    lines = (_BLANK.sub(" ", line).strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("|")]


def _sections(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    heading, body = "", list[str]()
    for line in lines:
        match = _HEADING.match(line)
        if match is None:
            body.append(line)
            continue
        if body:
            yield heading, " ".join(body)
            heading, body = "", []
        heading = f"{heading} {match[1]}".strip()
    if body:
        yield heading, " ".join(body)


def _passages(body: str) -> Iterator[str]:
    start = 0
    while len(body) - start > PASSAGE_CHARACTERS:
        cut = body.rfind(". ", start + PASSAGE_CHARACTERS // 2, start + PASSAGE_CHARACTERS)
        cut = cut + 1 if cut > 0 else start + PASSAGE_CHARACTERS
        yield body[start:cut].strip()
        start = cut
    if len(body) - start >= _MIN_CHARACTERS:
        yield body[start:].strip()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise TrainingSourceError(
                    f"Regel {number} van '{path.name}' is geen JSON-object.",
                    f"Line {number} of '{path.name}' is not a JSON object.",
                )
            yield row


def _required(paths: list[Path], place: Path) -> list[Path]:
    if not paths or not all(path.is_file() for path in paths):
        raise TrainingSourceError(
            f"Het trainingsmateriaal staat niet op '{place}'.", f"There is no training material at '{place}'."
        )
    return paths
