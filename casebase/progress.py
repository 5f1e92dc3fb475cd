# SPDX-License-Identifier: EUPL-1.2
"""How long work tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Receives how far long work is; the command line draws a bar, a test counts."""

    def start(self, total: int) -> None:
        """The work begins; ``total`` things are to be done."""

    def expect(self, total: int) -> None:
        """There turn out to be ``total`` things in all; what was done stays done."""

    def advance(self, count: int = 1, label: str = "") -> None:
        """``count`` more things are done; ``label`` says what kind of thing, never case text."""


class NoProgress:
    """For callers who do not want to know."""

    def start(self, total: int) -> None:
        """Nothing is told."""

    def expect(self, total: int) -> None:
        """Nothing is told."""

    def advance(self, count: int = 1, label: str = "") -> None:
        """Nothing is told."""
