# SPDX-License-Identifier: EUPL-1.2
"""The tables of patterns: what people registered, its cases, what happened to it, and what was proposed.

All free text in them was made safe before it came here. Why each table is there: docs/data-model.md.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from casebase.columns import term
from casebase.pattern_vocabulary import PatternAction, PatternState, ProposalState, SizeStep, SolutionKind
from casebase.tables import ID_LENGTH, Base

PATTERN_ID_LENGTH = 20
"""Longest number of a pattern, in characters: P-2026-001."""


class Pattern(Base):
    """A problem that keeps coming back, as people registered it; a person owns it."""

    __tablename__ = "patterns"

    pattern_id: Mapped[str] = mapped_column(String(PATTERN_ID_LENGTH), primary_key=True)
    name: Mapped[str]
    mechanism: Mapped[str]
    owner: Mapped[str] = mapped_column(String(ID_LENGTH))
    addressee: Mapped[str]
    state: Mapped[PatternState] = mapped_column(term(PatternState, "state_known"))
    registered_on: Mapped[date]
    answer_due: Mapped[date | None]
    action_due: Mapped[date | None]
    label: Mapped[str]
    terms: Mapped[list[str]] = mapped_column(JSON)
    solution: Mapped[SolutionKind | None] = mapped_column(term(SolutionKind, "solution_known"))
    answer: Mapped[str]
    answered_on: Mapped[date | None]
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("patterns.pattern_id"))
    split_from: Mapped[str | None] = mapped_column(ForeignKey("patterns.pattern_id"))

    __table_args__ = (
        CheckConstraint("(state = 'samengevoegd') = (merged_into IS NOT NULL)", "merged_where_due"),
        Index(None, "state", "answer_due"),
        Index(None, "merged_into"),
    )


class PatternCase(Base):
    """A case in a pattern, from when it was added until it was taken out; never deleted.

    Of a case that was deleted from the databank no number and no words stay: only who added it when.
    """

    __tablename__ = "pattern_cases"

    member_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    pattern_id: Mapped[str] = mapped_column(ForeignKey("patterns.pattern_id"), index=True)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.case_id", ondelete="SET NULL"), index=True)
    why: Mapped[str]
    added_by: Mapped[str] = mapped_column(String(ID_LENGTH))
    added_at: Mapped[datetime]
    removed_by: Mapped[str | None] = mapped_column(String(ID_LENGTH))
    removed_at: Mapped[datetime | None]
    removed_why: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", "removed_by_somebody"),
        CheckConstraint("(removed_at IS NULL) = (removed_why IS NULL)", "removed_for_a_reason"),
        CheckConstraint("case_id IS NOT NULL OR removed_at IS NOT NULL", "deleted_is_removed"),
        Index(
            "uq_pattern_cases_current",
            "pattern_id",
            "case_id",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )


class PatternEvent(Base):
    """What somebody did to a pattern; rows are added only, and the audit log keeps the hash of each.

    ``changes`` holds the value before and after of every other field that changed.
    """

    __tablename__ = "pattern_events"

    event_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    pattern_id: Mapped[str] = mapped_column(ForeignKey("patterns.pattern_id"), index=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    action: Mapped[PatternAction] = mapped_column(term(PatternAction, "action_known"))
    from_state: Mapped[PatternState | None] = mapped_column(term(PatternState, "from_state_known"))
    to_state: Mapped[PatternState | None] = mapped_column(term(PatternState, "to_state_known"))
    why: Mapped[str]
    answer_due: Mapped[date | None]
    cases: Mapped[int]
    other_pattern: Mapped[str | None] = mapped_column(ForeignKey("patterns.pattern_id"))
    changes: Mapped[dict[str, Any]] = mapped_column(JSON)

    __table_args__ = ({"sqlite_autoincrement": True},)


class PatternProposal(Base):
    """A group of cases that a run proposed as a pattern, and what people said of it."""

    __tablename__ = "pattern_proposals"

    proposal_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    run_id: Mapped[str] = mapped_column(String(ID_LENGTH), index=True)
    made_at: Mapped[datetime]
    as_of: Mapped[date]
    label: Mapped[str]
    terms: Mapped[list[str]] = mapped_column(JSON)
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("pattern_proposals.proposal_id"))
    pattern_id: Mapped[str | None] = mapped_column(ForeignKey("patterns.pattern_id"), index=True)
    state: Mapped[ProposalState] = mapped_column(term(ProposalState, "state_known"))
    decided_by: Mapped[str | None] = mapped_column(String(ID_LENGTH))
    decided_at: Mapped[datetime | None]
    decided_why: Mapped[str]

    __table_args__ = (
        CheckConstraint("(state = 'aangeboden') = (decided_at IS NULL)", "decided_where_due"),
        {"sqlite_autoincrement": True},
    )


class ProposalCase(Base):
    """A case in a proposed group; the most central one has position 0."""

    __tablename__ = "proposal_cases"

    proposal_id: Mapped[int] = mapped_column(
        ForeignKey("pattern_proposals.proposal_id", ondelete="CASCADE"), primary_key=True
    )
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int]

    __table_args__ = (Index(None, "case_id"), {"sqlite_with_rowid": False})


class PatternAnswer(Base):
    """Whether a case that was offered belongs to a pattern; the last answer counts."""

    __tablename__ = "pattern_answers"

    pattern_id: Mapped[str] = mapped_column(ForeignKey("patterns.pattern_id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    belongs: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="belongs_known"))
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    at: Mapped[datetime]

    __table_args__ = (Index(None, "case_id"),)


class SizeEvidence(Base):
    """What is known of how many people a pattern hits: one step of evidence, with where it comes from."""

    __tablename__ = "size_evidence"

    evidence_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    pattern_id: Mapped[str] = mapped_column(ForeignKey("patterns.pattern_id"), index=True)
    step: Mapped[SizeStep] = mapped_column(term(SizeStep, "step_known"))
    source: Mapped[str]
    low: Mapped[int]
    high: Mapped[int]
    on_date: Mapped[date]
    inputs: Mapped[dict[str, Any]] = mapped_column(JSON)
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("0 <= low AND low <= high", "range_in_order"),
        {"sqlite_autoincrement": True},
    )


class SavedSearch(Base):
    """A search, by words and meaning or by a pattern, of which its owner wants to know what is new."""

    __tablename__ = "saved_searches"

    saved_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    owner: Mapped[str] = mapped_column(String(ID_LENGTH), index=True)
    name: Mapped[str]
    text: Mapped[str | None]
    pattern_id: Mapped[str | None] = mapped_column(ForeignKey("patterns.pattern_id"), index=True)
    filters: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]
    last_seen: Mapped[datetime]
    told_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("(text IS NULL) <> (pattern_id IS NULL)", "text_or_pattern"),
        {"sqlite_autoincrement": True},
    )
