# SPDX-License-Identifier: EUPL-1.2
"""What the name hunters hand on."""

from dataclasses import dataclass

from casebase.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class NameFinding:
    """Characters ``start`` up to ``end`` of a text, the kind of name, how sure, and by which rule."""

    start: int
    end: int
    kind: Kind
    score: float
    rule: str
