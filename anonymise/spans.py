# SPDX-License-Identifier: EUPL-1.2
"""A place in a raw text that holds personal data."""

from dataclasses import dataclass

from casebase.vocabulary import Kind

THRESHOLD = 0.4
"""Findings that score lower are left alone; a context word lifts a weak pattern over it."""


@dataclass(frozen=True, order=True)
class PiiSpan:
    """A finding: characters ``start`` up to ``end`` of the raw text, never the text itself.

    ``score`` runs from 0 to 1, ``source`` names the rule or list that found it.
    """

    start: int
    end: int
    kind: Kind
    score: float
    source: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")

    def overlaps(self, other: "PiiSpan") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "PiiSpan") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
