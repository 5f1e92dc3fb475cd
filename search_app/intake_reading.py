# SPDX-License-Identifier: EUPL-1.2
"""Reading what somebody brings in: files in memory, pasted text, and the case in each row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from casebase import store
from casebase.bilingual import Bilingual
from ingest.errors import UnreadableFileError
from ingest.headings import is_heading
from ingest.intake import Candidate, Refused, RowReader
from ingest.key import load_or_create_key
from ingest.readers.files import FileReader
from ingest.readers.types import PrivacyFinding, RawRow, ReadLimits
from ingest.regulations import load_regulations
from search_app.intake_cases import BroughtCase, IntakeError, too_many
from search_app.intake_rows import Answers, Brought, BroughtRow, Choices, Upload, row_as_chosen, typed_row
from search_app.parts import Parts

MOST_CASES = 200
"""So many cases at a time on a page; more go faster with the command line."""

LARGEST_FILE = 10_000_000
"""Bytes of a file that is brought in on a page."""

_LIMITS = ReadLimits(file_bytes=LARGEST_FILE)
_PASTED = "tekst.eml"


class IntakeReading:
    """Reads for one person; keeps nothing of what it read."""

    def __init__(self, parts: Parts, *, actor: str, clock: Callable[[], datetime]) -> None:
        self._parts = parts
        self._actor = actor
        self._clock = clock

    def read(self, uploads: Sequence[Upload]) -> Brought:
        """The cases in files in memory; they are parsed in a child process and written nowhere.

        Raises:
            ReaderStartError: files cannot be read at all on this machine.
        """
        rows: list[BroughtRow] = []
        refused: list[Bilingual] = []
        findings: list[PrivacyFinding] = []
        warnings: list[tuple[str, Bilingual]] = []
        with FileReader(_LIMITS, is_heading) as reader:
            for upload in uploads:
                try:
                    result = reader.read_content(upload.name, upload.content)
                except UnreadableFileError as problem:
                    refused.append(problem.message)
                    continue
                rows += [BroughtRow(upload.name, row) for row in result.rows]
                findings += result.findings
                warnings += [(upload.name, warning) for warning in result.warnings]
        if len(rows) > MOST_CASES:
            refused.append(too_many(len(rows), MOST_CASES))
            rows = []
        return Brought(tuple(rows), tuple(refused), tuple(findings), tuple(warnings))

    def read_text(self, text: str) -> Brought:
        """The case in a text that was pasted, by the headings in it; without headings it is the situation."""
        with FileReader(_LIMITS, is_heading) as reader:
            try:
                content = b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode("utf-8", "replace")
                result = reader.read_content(_PASTED, content)
            except UnreadableFileError:
                return Brought((typed_row([("situation", text)]),))
        return Brought(tuple(BroughtRow("", row) for row in result.rows))

    def candidate(self, brought: BroughtCase, choices: Choices) -> Candidate | Refused:
        """The raw case in a row under the headings that were chosen, or why it cannot be one.

        Its fingerprint is that of the row without the answers, so that the same file is known again.
        """
        numbered = tuple(answer for answer in brought.answers if answer[0] == "case_id")
        first = self._read_row(brought, row_as_chosen(brought.source.row, choices, numbered))
        if brought.answers == numbered:
            return first
        whole = self._read_row(brought, row_as_chosen(brought.source.row, choices, brought.answers))
        if isinstance(first, Candidate) and isinstance(whole, Candidate):
            return replace(whole, content_key=first.content_key)
        return whole

    def remarks(self, brought: BroughtCase, choices: Choices) -> tuple[Bilingual, ...]:
        """What somebody should hear of how the row was read, without any of its values."""
        row = row_as_chosen(brought.source.row, choices, brought.answers)
        _, notes = self._rows.read(row, file=brought.source.file, position=brought.position)
        return tuple(dict.fromkeys(note.message for note in notes))

    def answered(self, brought: BroughtCase, choices: Choices, answers: Answers) -> BroughtCase:
        """The case with what was filled in afterwards.

        Raises:
            IntakeError: a value cannot be read; says which and what to do.
        """
        targets = {target for target, _ in answers}
        kept = tuple(answer for answer in brought.answers if answer[0] not in targets)
        filled = replace(brought, answers=kept + tuple(a for a in answers if a[1].strip()))
        result = self.candidate(filled, choices)
        if isinstance(result, Refused):
            raise IntakeError(result.reject.reason.nl, result.reject.reason.en)
        return filled

    def free_number(self, taken: Iterable[str] = ()) -> str:
        """A case number that nobody has yet: ``MW-2026-001``."""
        used, year, number = set(taken), self._clock().year, 1
        while True:
            wanted = [f"MW-{year}-{n:03}" for n in range(number, number + 100)]
            with self._parts.session() as session:
                used |= set(store.known_contents(session, wanted))
            free = next((case_id for case_id in wanted if case_id not in used), "")
            if free:
                return free
            number += 100

    def _read_row(self, brought: BroughtCase, row: RawRow) -> Candidate | Refused:
        item, _ = self._rows.read(row, file=brought.source.file, position=brought.position)
        return item

    @cached_property
    def _rows(self) -> RowReader:
        settings = self._parts.settings
        regulations = load_regulations(settings.lists)
        return RowReader(load_or_create_key(settings.home), regulations, self._clock().astimezone().date())
