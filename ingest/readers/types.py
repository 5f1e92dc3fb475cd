# SPDX-License-Identifier: EUPL-1.2
"""What a reader gives: rows of headings and values, and what it left out on purpose."""

from collections.abc import Callable
from dataclasses import dataclass

from casebase.bilingual import Bilingual

KNOWN_PERSON = "@known:PERSON"
"""Reserved heading: a name that the file gives outside the case, such as the sender of a mail."""

KNOWN_EMAIL = "@known:EMAIL"
"""Reserved heading: an e-mail address that the file gives outside the case."""

IsLabel = Callable[[str], bool]
"""Says whether a text, without its numbering and colon, is a heading that belongs to a case."""


@dataclass(frozen=True, repr=False)
class RawRow:
    """One case as written in a file, personal data inside; lives in memory only.

    ``place`` is where it stands, in words for people (``rij 12``, ``blad Casussen rij 12``,
    ``formulier``); ``row`` counts from 1 as a spreadsheet shows it. ``fields`` are
    (heading as written, value) pairs in order; a heading may repeat, and headings
    that begin with ``@`` are reserved. A row with a ``problem`` cannot be trusted: reject it.
    """

    place: str
    row: int | None
    fields: tuple[tuple[str, str], ...]
    problem: Bilingual | None = None
    sheet: str = ""

    @property
    def where(self) -> Bilingual:
        """The place in both languages."""
        if self.row is None:
            return Bilingual(self.place, self.place.replace("formulier", "form"))
        sheet = f"sheet {self.sheet} " if self.sheet else ""
        return Bilingual(self.place, f"{sheet}row {self.row}")

    def __repr__(self) -> str:
        return f"RawRow({len(self.fields)} fields)"


@dataclass(frozen=True)
class PrivacyFinding:
    """Something personal or hidden that was left out; the message counts and never quotes."""

    file: str
    message: Bilingual


@dataclass(frozen=True)
class ReadResult:
    """Everything that one file gave."""

    rows: tuple[RawRow, ...]
    findings: tuple[PrivacyFinding, ...] = ()
    warnings: tuple[Bilingual, ...] = ()


@dataclass(frozen=True)
class ReadLimits:
    """How much a file may ask of the machine; sizes in bytes, times in seconds."""

    file_bytes: int = 100_000_000
    part_bytes: int = 100_000_000
    unpacked_bytes: int = 200_000_000
    parts: int = 2_000
    ratio: int = 250
    rows: int = 100_000
    columns: int = 500
    pages: int = 500
    result_bytes: int = 300_000_000
    memory_bytes: int = 2 * 1024**3
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
