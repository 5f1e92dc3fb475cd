# SPDX-License-Identifier: EUPL-1.2
"""How the command line speaks: one language at a time, data as JSON, progress on a terminal."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import click

from casebase.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from tqdm import tqdm

DONE, REJECTED, UNUSABLE = 0, 1, 2
"""Exit codes: done; done, but something was rejected or found; usage or environment."""


@dataclass(frozen=True)
class Voice:
    """Prints sentences in the user's language."""

    language: Language

    def say(self, *sentences: Bilingual) -> None:
        """Sentences on standard output, each on its own line."""
        for sentence in sentences:
            click.echo(sentence.in_language(self.language))

    def both(self, nl: str, en: str) -> None:
        """One sentence, given in both languages."""
        self.say(Bilingual(nl, en))

    def warn(self, sentence: Bilingual) -> None:
        """A sentence on standard error."""
        click.echo(sentence.in_language(self.language), err=True)


def print_json(value: object) -> None:
    """A value as readable JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Rows of cells in columns as wide as their widest cell."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


class ProgressBar:
    """A bar with rate and remaining time on a terminal; silent elsewhere."""

    def __init__(self, label: Bilingual, voice: Voice) -> None:
        self._label = label.in_language(voice.language)
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, total: int) -> None:
        """Begin; ``total`` is the number of things to do."""
        from tqdm import tqdm

        self.close()
        self._bar = tqdm(total=total, desc=self._label, unit="", disable=not sys.stderr.isatty())

    def expect(self, total: int) -> None:
        """There turn out to be ``total`` things to do."""
        if self._bar is not None:
            self._bar.total = total
            self._bar.refresh()

    def advance(self, count: int = 1, label: str = "") -> None:
        """``count`` more things are done; ``label`` tells what is being done, never case text."""
        if self._bar is not None:
            self._bar.update(count)
            if label:
                self._bar.set_postfix_str(label, refresh=False)

    def close(self) -> None:
        """End the bar."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
