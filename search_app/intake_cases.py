# SPDX-License-Identifier: EUPL-1.2
"""A case on its way in: as brought, as made safe, beside what is like it, and what became of it.

What is brought holds personal data and lives in the memory of one visit; ``repr`` shows no text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from anonymise.risk.assessment import RiskAssessment
from casebase.bilingual import Bilingual, DatabankError
from casebase.record import PERSPECTIVE_FIELDS, CaseRecord, SafeCase
from ingest.intake import Candidate, Refused
from search_app.answers import SearchView
from search_app.intake_corrections import Corrections, Pair
from search_app.intake_rows import Answers, BroughtRow
from search_app.intake_twins import Twin

ESSENTIAL = ("situation", "decision", "reasoning", "outcome")
"""What search and patterns live on."""

HELPFUL = (
    "title",
    "regulations",
    "maatwerkplaats",
    "received_on",
    "closed_on",
    "tried_before",
    "legal_perspective.text",
    "financial_perspective.text",
    "social_perspective.text",
    "lessons",
)
"""What makes a case easier to find and to learn from."""


class IntakeError(DatabankError):
    """Something that cannot be done with a case that is brought in; none of its text is in the sentence."""


@dataclass(frozen=True, repr=False)
class BroughtCase:
    """A case that is being brought in: as written, with what was filled in and corrected since."""

    position: int
    source: BroughtRow
    answers: Answers = ()
    corrections: Corrections = field(default_factory=Corrections)


@dataclass(frozen=True, repr=False)
class CheckedCase:
    """A case made safe, beside its original ``texts``; positions in ``pairs`` count in both.

    ``missing`` names empty fields that are worth asking for, ``remarks`` tell how the row was read.
    """

    brought: BroughtCase
    candidate: Candidate
    texts: Mapping[str, str]
    safe: SafeCase
    pairs: tuple[Pair, ...]
    risk: RiskAssessment
    missing: tuple[str, ...]
    remarks: tuple[Bilingual, ...] = ()

    @property
    def case_id(self) -> str:
        """The number of the case."""
        return self.safe.case_id


class Standing(StrEnum):
    """What the databank has under the number of a case."""

    NEW = "new"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True)
class Alike:
    """Cases like the one that is brought in, and cases that may be this very one.

    ``stored`` says whether the same registration, or another one under the same number, is in the databank.
    """

    found: SearchView | None
    twins: tuple[Twin, ...] = ()
    stored: Standing = Standing.NEW


@dataclass(frozen=True)
class Saved:
    """What became of the cases that were to be saved."""

    saved: tuple[str, ...]
    unchanged: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


def missing_fields(case: CaseRecord) -> tuple[str, ...]:
    """Which fields worth asking for are empty: targets of columns, the essential ones first."""
    return tuple(target for target in (*ESSENTIAL, *HELPFUL) if _is_empty(case, target))


def _is_empty(case: CaseRecord, target: str) -> bool:
    name = target.partition(".")[0]
    value = getattr(case, name)
    return not (value.text.strip() if name in PERSPECTIVE_FIELDS else value)


def too_many(number: int, most: int) -> Bilingual:
    """A file with more cases than a page can show."""
    return Bilingual(
        f"U brengt {number} casussen tegelijk. Op deze pagina kunnen het er {most} zijn: splits het bestand, "
        "of vraag de beheerder het te laden met 'databank ingest'.",
        f"You bring {number} cases at once. This page takes {most}: split the file, or ask the administrator "
        "to load it with 'databank ingest'.",
    )


def not_there() -> IntakeError:
    """Words to mask that are nowhere."""
    return IntakeError(
        "Deze woorden staan niet in de tekst. Let op de spelling, of selecteer ze in de tekst.",
        "These words are not in the text. Mind the spelling, or select them in the text.",
    )


def other_kind() -> IntakeError:
    """Words that cannot be masked as what somebody said they are."""
    return IntakeError(
        "Zo lukt het weglakken niet. Kies een andere soort, of neem een woord erbij.",
        "They cannot be masked like this. Choose another kind, or take one more word.",
    )


def stays_masked() -> IntakeError:
    """Words that something else in the case says are a name."""
    return IntakeError(
        "Dit blijft weg: een kolom met gegevens of een andere plek in de casus zegt dat het een naam is.",
        "This stays masked: a column with data or another place in the case says that it is a name.",
    )


def twice() -> Bilingual:
    """Two cases with one number."""
    return Bilingual(
        "Dit casusnummer komt twee keer voor. De eerste casus is bewaard: geef deze een ander nummer.",
        "This case number comes twice. The first case was kept: give this one another number.",
    )
