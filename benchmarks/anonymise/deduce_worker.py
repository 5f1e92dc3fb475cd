# SPDX-License-Identifier: EUPL-1.2
"""Deduce in an environment of its own (see ``worker_loop``).

Deduce (LGPL/GPL) is used unmodified and is no part of the databank. Importing it takes over the root
logger, so its settings are put back. Its street and institution lists take minutes and a gigabyte to
build; without ``--full-lists`` they are replaced by one line each, in a copy outside the package.
"""

import logging
import shutil
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from worker_loop import Spans, serve

HEAVY = ("locations/lst_street", "institutions/lst_healthcare_institution")
NAME = {"persoon": "PERSON", "datum": "DATE", "leeftijd": "AGE", "bsn": "BSN"}
NAME |= {"telefoonnummer": "PHONE", "emailadres": "EMAIL", "url": "URL", "id": "CASE_NUMBER"}
NAME |= {"ziekenhuis": "ORG", "zorginstelling": "ORG"}


def main(*, full_lists: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model = _load(Path(folder), full_lists=full_lists)

        def find(texts: Mapping[str, str]) -> dict[str, Spans]:
            return {field: _spans(model.deidentify(text).annotations) for field, text in texts.items()}

        serve(find, f"deduce {version('deduce')}{'' if full_lists else ', slim lists'}")


def _spans(found) -> Spans:
    return [(int(span.start_char), int(span.end_char), _kind(span.tag, span.text)) for span in found]


def _load(folder: Path, *, full_lists: bool):
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    import deduce

    root.handlers, root.level = handlers, level
    logging.disable(logging.CRITICAL)
    lists = folder / "lists"
    shutil.copytree(Path(deduce.__file__).parent / "data" / "lookup", lists)
    for name in () if full_lists else HEAVY:
        for file in (lists / "src" / name).rglob("items.txt"):
            file.write_text("niets\n", encoding="utf-8")
    return deduce.Deduce(lookup_data_path=lists, cache_path=folder, build_lookup_structs=True)


def _kind(tag: str, text: str) -> str:
    if tag == "locatie":
        return "ADDRESS" if any(sign.isdigit() for sign in text) else "CITY"
    return NAME.get(tag, "PERSON")


if __name__ == "__main__":
    main(full_lists="--full-lists" in sys.argv)
