# SPDX-License-Identifier: EUPL-1.2
"""From files to candidates: raw cases with a fingerprint, or rejects with a reason."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from casebase.bilingual import Bilingual
from casebase.progress import Progress
from casebase.record import RawCase
from ingest.content import content_key
from ingest.errors import UnreadableFileError
from ingest.mapping import Mapped, Problem, map_row
from ingest.notes import Note
from ingest.readers.files import FileReader
from ingest.readers.types import PrivacyFinding, RawRow
from ingest.regulations import Regulations
from ingest.report import LoadWarning, Reject
from ingest.walk import FoundFiles, SourceFile

log = logging.getLogger(__name__)

NOWHERE = Bilingual("", "")


@dataclass(frozen=True)
class Refused:
    """A reject with its number in the order of reading."""

    position: int
    reject: Reject


@dataclass(frozen=True, repr=False)
class Candidate:
    """A case that may be stored; after a ``doubtful`` reading only a person releases it."""

    position: int
    file: str
    place: Bilingual
    row: int | None
    case: RawCase
    content_key: str
    doubtful: bool

    def refused(self, field: str, reason: Bilingual) -> Refused:
        """The same place, not taken over."""
        reject = Reject(file=self.file, place=self.place, row=self.row, field=field, reason=reason)
        return Refused(self.position, reject)


class RowReader:
    """Makes a candidate of a row, or tells why not.

    ``today`` is the last day that a date may have; ``key`` is the secret of the fingerprints (ingest.key).
    """

    def __init__(self, key: bytes, regulations: Regulations, today: date) -> None:
        self._key = key
        self._regulations = regulations
        self._today = today

    def read(self, row: RawRow, *, file: str, position: int) -> tuple[Candidate | Refused, tuple[Note, ...]]:
        """The case in a row with what the user should hear of; ``position`` is its place in the run."""
        mapped = self._mapped(row)
        return self._candidate(row, mapped, file, position), mapped.notes

    def _mapped(self, row: RawRow) -> Mapped:
        try:
            return map_row(row, today=self._today, regulations=self._regulations)
        except Exception as error:  # one odd row never stops a run, and its text never gets into a traceback
            log.error("a row could not be mapped: %s", type(error).__name__)
            return Mapped(None, (Problem("", _unexpected()),))

    def _candidate(self, row: RawRow, mapped: Mapped, file: str, position: int) -> Candidate | Refused:
        if mapped.case is None:
            fields = ", ".join(dict.fromkeys(problem.field for problem in mapped.problems if problem.field))
            reason = _together([problem.reason for problem in mapped.problems])
            return Refused(
                position, Reject(file=file, place=row.where, row=row.row, field=fields, reason=reason)
            )
        key = content_key(mapped.case, self._key)
        doubtful = any(note.doubtful for note in mapped.notes)
        return Candidate(position, file, row.where, row.row, mapped.case, key, doubtful)


class Intake:
    """Reads the files of a run one after another, gathering warnings and findings on the way."""

    def __init__(self, reader: FileReader, key: bytes, regulations: Regulations, today: date) -> None:
        self.warnings: list[LoadWarning] = []
        self.findings: list[PrivacyFinding] = []
        self._reader = reader
        self._rows = RowReader(key, regulations, today)
        self._positions = count()

    def items(self, found: FoundFiles, progress: Progress) -> Iterator[Candidate | Refused]:
        """Everything that comes in, in the order of the files; tells ``progress`` how much there is.

        A file counts as one until it has been read.
        """
        total = len(found.files) + len(found.closed_folders)
        progress.start(total)
        self._note_passed_over(found.passed_over)
        for folder in found.closed_folders:
            yield Refused(next(self._positions), _closed(folder))
        for file in found.files:
            try:
                result = self._reader.read(file.path)
            except UnreadableFileError as error:
                reject = Reject(file=file.label, place=NOWHERE, row=None, field="", reason=error.message)
                yield Refused(next(self._positions), reject)
                continue
            total += len(result.rows) - 1
            progress.expect(total)
            self.findings += [replace(finding, file=file.label) for finding in result.findings]
            self.warnings += [_about(file, NOWHERE, message) for message in result.warnings]
            yield from self._of_file(file, result.rows)

    def _of_file(self, file: SourceFile, rows: tuple[RawRow, ...]) -> Iterator[Candidate | Refused]:
        told: set[Bilingual] = set()
        for row in rows:
            item, notes = self._rows.read(row, file=file.label, position=next(self._positions))
            for note in notes:
                if not (note.once and note.message in told):
                    told.add(note.message)
                    self.warnings.append(_about(file, NOWHERE if note.once else row.where, note.message))
            yield item

    def _note_passed_over(self, files: int) -> None:
        if files:
            message = Bilingual(
                f"overgeslagen bestanden die geen xlsx, csv, jsonl, docx, pdf of eml zijn: {files}.",
                f"skipped files that are not xlsx, csv, jsonl, docx, pdf or eml: {files}.",
            )
            self.warnings.append(LoadWarning(file="", place=NOWHERE, message=message))


def _about(file: SourceFile, place: Bilingual, message: Bilingual) -> LoadWarning:
    return LoadWarning(file=file.label, place=place, message=message)


def _together(reasons: list[Bilingual]) -> Bilingual:
    return Bilingual(" ".join(reason.nl for reason in reasons), " ".join(reason.en for reason in reasons))


def _closed(folder: str) -> Reject:
    reason = Bilingual(
        "U hebt geen leesrechten op deze map. Vraag de beheerder van de map om toegang.",
        "You may not read this folder. Ask the owner of the folder for access.",
    )
    return Reject(file=folder, place=NOWHERE, row=None, field="", reason=reason)


def _unexpected() -> Bilingual:
    return Bilingual(
        "Deze casus kon onverwacht niet worden gelezen. Meld dit aan de beheerder van de databank.",
        "This case unexpectedly could not be read. Tell the administrator of the databank.",
    )
