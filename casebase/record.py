# SPDX-License-Identifier: EUPL-1.2
"""What a case is: the registration as read (raw) and the same without personal data (safe)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict

from casebase.vocabulary import Kind, Level, Nature, Outcome, Principle, Rating

PERSPECTIVE_FIELDS = ("legal_perspective", "financial_perspective", "social_perspective")

NARRATIVE_FIELDS = (
    "title",
    "situation",
    "gut_feeling",
    "tried_before",
    *PERSPECTIVE_FIELDS,
    "meanwhile",
    "decision",
    "reasoning",
    "lessons",
)
"""Fields that tell the story, in reading order."""

REGISTER_FIELDS = (
    "maatwerkplaats",
    "submitter_role",
    "submitter_unit",
    "submitter_organisation",
    "organisations_involved",
    "regulations",
)
"""Short free-text fields of the register: people type names in these as well."""


class Perspective(BaseModel):
    """One field of the perspectiefcirkel."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    text: str = ""
    rating: Rating | None = None

    def __repr__(self) -> str:
        return f"Perspective({len(self.text)} characters, rating={self.rating})"

    __str__ = __repr__


class CaseRecord(BaseModel):
    """The fields of a case form; nearly all may be missing, and what is missing stays missing."""

    # Input values stay out of validation errors: they may hold personal data.
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, extra="forbid")

    case_id: str
    title: str = ""
    maatwerkplaats: str = ""
    received_on: date | None = None
    closed_on: date | None = None
    submitter_role: str = ""
    submitter_unit: str = ""
    submitter_organisation: str = ""
    organisations_involved: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    nature: Nature | None = None
    level: Level | None = None
    principles: tuple[Principle, ...] = ()
    situation: str = ""
    gut_feeling: str = ""
    tried_before: str = ""
    legal_perspective: Perspective = Perspective()
    financial_perspective: Perspective = Perspective()
    social_perspective: Perspective = Perspective()
    meanwhile: str = ""
    decision: str = ""
    reasoning: str = ""
    outcome: Outcome | None = None
    deviates_from_rules: bool | None = None
    lessons: str = ""

    def narrative(self) -> dict[str, str]:
        """The story: text by field in reading order, empty fields left out."""
        texts = {name: self._text(name) for name in NARRATIVE_FIELDS}
        return {name: text for name, text in texts.items() if text.strip()}

    def with_narrative(self, texts: Mapping[str, str]) -> Self:
        """The same case with other texts in the given narrative fields."""
        changes: dict[str, object] = {}
        for name, text in texts.items():
            if name in PERSPECTIVE_FIELDS:
                changes[name] = getattr(self, name).model_copy(update={"text": text})
            else:
                changes[name] = text
        return self.model_copy(update=changes)

    def _text(self, name: str) -> str:
        value = getattr(self, name)
        return value.text if isinstance(value, Perspective) else str(value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.narrative())} fields with text)"

    __str__ = __repr__


@dataclass(frozen=True, repr=False)
class KnownValue:
    """Personal data that the registration itself names, such as a name or BSN column.

    ``whose`` says whose it is where the column tells that: ``client``, ``official``.
    """

    kind: Kind
    text: str
    whose: str = field(default="", compare=False)

    def __repr__(self) -> str:
        return f"KnownValue({self.kind})"


class RawCase(CaseRecord):
    """A registration as read, personal data inside.

    Lives in memory between reader and anonymiser; no store function takes one.
    ``known_values`` are columns that are used to find personal data and then dropped.
    """

    known_values: tuple[KnownValue, ...] = ()


class SafeSpan(BaseModel):
    """Where a placeholder stands in a safe text; the original words are not kept.

    ``field`` is a field name, for list fields followed by the position
    (``organisations_involved.0``); ``start`` and ``end`` count characters.
    """

    model_config = ConfigDict(frozen=True)

    field: str
    start: int
    end: int
    kind: Kind


class Suspect(BaseModel):
    """A place in a safe text that may still be personal data and that a person should look at."""

    model_config = ConfigDict(frozen=True)

    field: str
    start: int
    end: int
    reason: str


class SafeCase(CaseRecord):
    """A case after anonymising: what the databank stores."""

    spans: tuple[SafeSpan, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    engine: str = ""
