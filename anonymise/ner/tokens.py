# SPDX-License-Identifier: EUPL-1.2
"""The pieces that the name model labels: runs of letters, runs of digits, single signs, line ends."""

import re
from dataclasses import dataclass

_PIECE = re.compile(r"[^\W\d_]+|\d+|\n|[^\w\s]|_")
LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text in reading order; ``starts`` and ``ends`` count characters."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def cut(text: str) -> Pieces:
    """All pieces of the text; blanks between them are no pieces, line ends are."""
    found = [(match[0], match.start(), match.end()) for match in _PIECE.finditer(text)]
    return Pieces([f[0] for f in found], [f[1] for f in found], [f[2] for f in found])
