# SPDX-License-Identifier: EUPL-1.2
"""What a loading run did: counts, rejects with their reasons, and what people should look at.

Holds names of files, headings and case numbers' places, never a value from a case.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from casebase.bilingual import Bilingual, Language
from ingest.readers.types import PrivacyFinding

MOST_LINES = 25
"""So many rejects or warnings are shown on a screen; the JSON report has all."""


class Reject(BaseModel):
    """A row, or a whole file, that was not taken over, and why; never its text.

    ``field`` names the fields that are wrong, separated by commas; empty for the row as a whole.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    place: Bilingual
    row: int | None
    field: str
    reason: Bilingual


class LoadWarning(BaseModel):
    """Something to look at; ``file`` is empty for a remark about the run as a whole."""

    model_config = ConfigDict(frozen=True)

    file: str
    place: Bilingual
    message: Bilingual


class LoadReport(BaseModel):
    """The outcome of one run.

    ``read`` counts cases, and a file that could not be read as one;
    it always equals ``stored + replaced + unchanged + len(rejected)``.
    ``released`` counts cases that were released in this run. In a trial run (``dry_run``) the counts
    say what would have been done.
    """

    model_config = ConfigDict(frozen=True)

    files: int
    read: int
    stored: int
    replaced: int
    unchanged: int
    released: int
    rejected: tuple[Reject, ...]
    findings: tuple[PrivacyFinding, ...]
    warnings: tuple[LoadWarning, ...]
    seconds: float
    dry_run: bool
    interrupted: bool


def summary(report: LoadReport, language: Language = Language.NL) -> list[str]:
    """The report as lines for a person: counts, then rejects, warnings and findings."""
    lines = [line.in_language(language) for line in _counts(report)]
    rejects = [_with_place(reject.file, reject.place, reject.reason) for reject in report.rejected]
    warnings = [(warning.file, warning.place, warning.message) for warning in report.warnings]
    findings = [(finding.file, Bilingual("", ""), finding.message) for finding in report.findings]
    lines += _listed(Bilingual("Niet overgenomen:", "Not taken over:"), rejects, language)
    lines += _listed(Bilingual("Let op:", "Please note:"), _grouped(warnings), language)
    title = Bilingual("Weggelaten uit de bestanden:", "Left out of the files:")
    return lines + _listed(title, _grouped(findings), language)


def _counts(report: LoadReport) -> Iterator[Bilingual]:
    if report.dry_run:
        yield Bilingual("Proef: er is niets bewaard.", "Trial run: nothing was stored.")
    if report.interrupted:
        yield Bilingual(
            "Onderbroken. Wat al bewaard was, blijft; start opnieuw om de rest te laden.",
            "Interrupted. What was stored stays; run again to load the rest.",
        )
    files = Bilingual(
        f"{report.files} {'bestand' if report.files == 1 else 'bestanden'}",
        f"{report.files} {'file' if report.files == 1 else 'files'}",
    )
    rejected = len(report.rejected)
    yield Bilingual(
        f"{report.read} gelezen uit {files.nl}: {report.stored} nieuw, {report.replaced} vervangen, "
        f"{report.unchanged} ongewijzigd, {rejected} niet overgenomen ({_duration(report.seconds)}).",
        f"{report.read} read from {files.en}: {report.stored} new, {report.replaced} replaced, "
        f"{report.unchanged} unchanged, {rejected} not taken over ({_duration(report.seconds)}).",
    )
    if report.released:
        yield Bilingual(
            f"{report.released} vrijgegeven om te vinden.", f"{report.released} released to be found."
        )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _listed(title: Bilingual, entries: Sequence[Bilingual], language: Language) -> list[str]:
    if not entries:
        return []
    lines = [title.in_language(language)]
    lines += [f"  {entry.in_language(language)}" for entry in entries[:MOST_LINES]]
    more = len(entries) - MOST_LINES
    if more > 0:
        rest = Bilingual(
            f"… en nog {more}; alles staat in het verslag (--report).",
            f"… and {more} more; all are in the report (--report).",
        )
        lines.append(f"  {rest.in_language(language)}")
    return lines


def _grouped(remarks: Sequence[tuple[str, Bilingual, Bilingual]]) -> list[Bilingual]:
    """Remarks in the order of their first place; what holds in many places is said once."""
    places: dict[Bilingual, list[tuple[str, Bilingual]]] = {}
    for file, place, message in remarks:
        places.setdefault(message, []).append((file, place))
    lines = []
    for message, where in places.items():
        file, place = where[0]
        line = _with_place(file, place, message)
        if len(where) > 1:
            files = len({file for file, _ in where})
            nl = f"{files} bestanden" if files > 1 else f"{file}, {len(where)} plaatsen"
            en = f"{files} files" if files > 1 else f"{file}, {len(where)} places"
            line = Bilingual(f"{nl}: {message.nl}", f"{en}: {message.en}")
        lines.append(line)
    return lines


def _with_place(file: str, place: Bilingual, message: Bilingual) -> Bilingual:
    if not place.nl and Path(file).name in message.nl:  # a sentence about a whole file names it itself
        return message
    nl, en = (", ".join(part for part in (file, where) if part) for where in (place.nl, place.en))
    return Bilingual(f"{nl}: {message.nl}" if nl else message.nl, f"{en}: {message.en}" if en else message.en)
