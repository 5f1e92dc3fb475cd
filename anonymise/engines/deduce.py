# SPDX-License-Identifier: EUPL-1.2
"""Deduce (Menger and others, 2018), rules and lists for Dutch clinical notes, used unmodified.

Its licence is LGPL-3.0 or later on PyPI and GPL-3.0 in its repository: an optional extra, never part of
the databank, and none of its lists is copied into it. Three habits of version 3.0 are undone here:
importing it takes over the root logger, its street and institution lists take minutes and a gigabyte
(they are left out; streets and institutions have rules of their own), and it writes its cache beside its
code (here: in the folder of the databank).
"""

import logging
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from anonymise.engines.chunks import joined
from anonymise.engines.labels import kind_of_label
from anonymise.engines.name_engine import SCORE
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

HEAVY = ("locations/lst_street", "institutions/lst_healthcare_institution")
"""Lists that are replaced by one line."""

_importing = threading.Lock()


class DeduceEngine:
    """Names as Deduce finds them; ``folder`` takes its slim lists and its cache.

    Raises:
        ModuleNotFoundError: deduce is not installed.
        OSError: the folder cannot be written.
    """

    name = "deduce"

    def __init__(self, folder: Path) -> None:
        with _importing, _own_logging():
            import deduce

            lists = _slim_lists(deduce, folder)
            self._model: Any = deduce.Deduce(lookup_data_path=lists, cache_path=folder)

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        """Persons, places and care providers in each text."""
        return [joined(self._spans(text)) for text in texts]

    def _spans(self, text: str) -> list[PiiSpan]:
        found = self._model.deidentify(text).annotations if text.strip() else ()
        return [
            PiiSpan(int(each.start_char), int(each.end_char), kind, SCORE, self.name)
            for each in found
            if each.start_char < each.end_char and (kind := _kind(str(each.tag), str(each.text))) is not None
        ]


def _kind(tag: str, text: str) -> Kind | None:
    """The kind of a tag; a place with a number in it is an address, for which there are rules."""
    kind = kind_of_label(tag)
    return None if kind is Kind.CITY and any(sign.isdigit() for sign in text) else kind


def _slim_lists(deduce: ModuleType, folder: Path) -> Path:
    """A copy of the lists of this version of Deduce without the heavy ones; made once."""
    from importlib.metadata import version

    lists = folder / f"lists-{version('deduce')}"
    if not lists.is_dir():
        making = folder / "making"
        shutil.rmtree(making, ignore_errors=True)
        shutil.copytree(Path(str(deduce.__file__)).parent / "data" / "lookup", making)
        shutil.rmtree(making / "cache", ignore_errors=True)
        for name in HEAVY:
            for file in (making / "src" / name).rglob("items.txt"):
                file.write_text("niets\n", encoding="utf-8")
        making.rename(lists)
    return lists


@contextmanager
def _own_logging() -> Iterator[None]:
    """Put the root logger back as it was, and keep Deduce from logging below warnings."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:], root.level = handlers, level
        for name in ("deduce", "docdeid"):
            logging.getLogger(name).setLevel(logging.WARNING)
