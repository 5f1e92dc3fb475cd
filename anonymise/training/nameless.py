# SPDX-License-Identifier: EUPL-1.2
"""Texts of which it is known that they hold no names: what the model must leave alone.

Dates, ages and places may stand in them unmarked; what the rules take for these is left out of the lesson.
"""

import json
from pathlib import Path

from anonymise.engine import build_engine, findings
from anonymise.training.augment import MarkedText
from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind

_NEVER_THERE = frozenset({Kind.PERSON, Kind.ORG})
"""Kinds that such texts surely lack: what a rule takes for one is a mistake of the rule."""


def read_nameless(file: Path, lists: Path) -> list[MarkedText]:
    """The texts of a file, one JSON object with ``text`` a line.

    Raises:
        DatabankError: a line is no such object.
    """
    engine = build_engine(lists)
    texts = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        try:
            text = str(json.loads(line)["text"])
        except (ValueError, KeyError, TypeError):
            raise DatabankError(
                f"Regel {number} van {file.name} is geen JSON met 'text'.",
                f"Line {number} of {file.name} is no JSON with 'text'.",
            ) from None
        unsure = [(s.start, s.end) for s in findings(engine, text) if s.kind not in _NEVER_THERE]
        texts.append(MarkedText(text, (), tuple(unsure)))
    return texts
