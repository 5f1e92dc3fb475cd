# SPDX-License-Identifier: EUPL-1.2
"""The tables: what is kept of a case, what is derived from it, and what is remembered about changes.

Why each table is there and which rules hold: docs/data-model.md.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from casebase.columns import UtcDateTime, term
from casebase.vocabulary import Level, Nature, Outcome, Rating, ReviewState, TermList, TermScope

ID_LENGTH = 200
"""Longest case number, actor or subject, in characters."""

VALUE_LENGTH = 500
"""Longest value of a field that is searched by value, in characters: it must fit an index."""

TERM_LENGTH = 60
"""Longest term of a reviewer's list, in characters: words, not a story."""

TRAIT_LENGTH = 100
"""Longest value of a trait, in characters: a class such as a region or a kind of illness."""


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, datetime: UtcDateTime, date: Date}


class Case(Base):
    """A safe case and where it stands; one column per field of the form."""

    __tablename__ = "cases"

    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    content_key: Mapped[str] = mapped_column(String(128))
    state: Mapped[ReviewState] = mapped_column(term(ReviewState, "state_known"))
    stored_at: Mapped[datetime]
    released_at: Mapped[datetime | None]

    # Short columns stand first: a row's long texts lie on other pages, which filters then never read.
    maatwerkplaats: Mapped[str] = mapped_column(String(VALUE_LENGTH))
    received_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    nature: Mapped[Nature | None] = mapped_column(term(Nature, "nature_known"))
    level: Mapped[Level | None] = mapped_column(term(Level, "level_known"))
    outcome: Mapped[Outcome | None] = mapped_column(term(Outcome, "outcome_known"))
    deviates_from_rules: Mapped[bool | None] = mapped_column(
        Boolean(create_constraint=True, name="deviates_from_rules_known")
    )
    legal_rating: Mapped[Rating | None] = mapped_column(term(Rating, "legal_rating_known"))
    financial_rating: Mapped[Rating | None] = mapped_column(term(Rating, "financial_rating_known"))
    social_rating: Mapped[Rating | None] = mapped_column(term(Rating, "social_rating_known"))
    submitter_role: Mapped[str]
    submitter_unit: Mapped[str]
    submitter_organisation: Mapped[str]

    title: Mapped[str]
    situation: Mapped[str]
    gut_feeling: Mapped[str]
    tried_before: Mapped[str]
    legal_text: Mapped[str]
    financial_text: Mapped[str]
    social_text: Mapped[str]
    meanwhile: Mapped[str]
    decision: Mapped[str]
    reasoning: Mapped[str]
    lessons: Mapped[str]

    spans: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    suspects: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    engine: Mapped[str]

    __table_args__ = (
        Index(None, "state", "stored_at", "case_id"),
        Index(None, "received_on"),
        Index(None, "outcome"),
        # Holds all that facet counts need, so that counting a large part of the collection reads no row.
        Index("ix_cases_facets", "nature", "level", "outcome", "maatwerkplaats", "received_on", "case_id"),
        Index(None, "level"),
    )


class CaseValue(Base):
    """One value of a field that may have several; ``position`` keeps their order."""

    __tablename__ = "case_values"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(VALUE_LENGTH))

    __table_args__ = (
        CheckConstraint("field IN ('regulations', 'principles', 'organisations_involved')", "field_known"),
        Index("ix_case_values_facets", "field", "value", "case_id"),
        {"sqlite_with_rowid": False},
    )


class CaseTrait(Base):
    """What a safe case tells about its person, as a class of a closed list; unknown traits have no row."""

    __tablename__ = "case_traits"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    trait: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(TRAIT_LENGTH), primary_key=True)

    __table_args__ = (
        Index(None, "trait", "value", "case_id"),
        {"sqlite_with_rowid": False},
    )


class Passage(Base):
    """A piece of a case that is searched; its number is never given to another passage."""

    __tablename__ = "passages"

    passage_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(40))
    aspect: Mapped[str] = mapped_column(String(40))
    ordinal: Mapped[int]
    text: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(128))

    __table_args__ = (
        Index(None, "case_id", "aspect", "field", "ordinal", unique=True),
        Index(None, "content_hash"),
        {"sqlite_autoincrement": True},
    )


class Embedding(Base):
    """The vector of a text under a model: little-endian 32-bit floats, shared by equal passages."""

    __tablename__ = "embeddings"

    content_hash: Mapped[str] = mapped_column(String(128), primary_key=True)
    model_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    dimension: Mapped[int]
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class Review(Base):
    """A decision of a person about a case."""

    __tablename__ = "reviews"

    review_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), index=True)
    state: Mapped[ReviewState] = mapped_column(term(ReviewState, "state_known"))
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    at: Mapped[datetime]
    reason: Mapped[str]

    __table_args__ = ({"sqlite_autoincrement": True},)


class Approval(Base):
    """A person who saw nothing wrong with a case as it reads now; a case of high risk needs two of them."""

    __tablename__ = "approvals"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    actor: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    at: Mapped[datetime]
    reason: Mapped[str]


class ListedTerm(Base):
    """Words that a reviewer judged: no personal data, or always to be masked; in one case or in more."""

    __tablename__ = "listed_terms"

    term_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    word_list: Mapped[TermList] = mapped_column(term(TermList, "word_list_known"))
    scope: Mapped[TermScope] = mapped_column(term(TermScope, "scope_known"))
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), index=True)
    maatwerkplaats: Mapped[str | None] = mapped_column(String(VALUE_LENGTH))
    text: Mapped[str] = mapped_column(String(TERM_LENGTH))
    kind: Mapped[str | None] = mapped_column(String(40))
    any_case: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="any_case_known"))
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    at: Mapped[datetime]
    reason: Mapped[str]

    __table_args__ = (
        CheckConstraint("(scope = 'casus') = (case_id IS NOT NULL)", "case_where_due"),
        CheckConstraint("(scope = 'maatwerkplaats') = (maatwerkplaats IS NOT NULL)", "place_where_due"),
        {"sqlite_autoincrement": True},
    )


class AuditEvent(Base):
    """Who did what to which case; rows are added only, each sealed with the hash of the one before."""

    __tablename__ = "audit_events"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(64))
    actor: Mapped[str] = mapped_column(String(ID_LENGTH))
    subject: Mapped[str] = mapped_column(String(ID_LENGTH))
    details: Mapped[str]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    __table_args__ = (Index(None, "subject"),)


class AuditHead(Base):
    """How many audit events there are and the hash of the last: one row, so that a cut tail is noticed."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    events: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))

    __table_args__ = (CheckConstraint("id = 1", "one_row"),)


class LoadRun(Base):
    """One run of loading files: counts, never names or texts."""

    __tablename__ = "load_runs"

    run_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    started: Mapped[datetime]
    finished: Mapped[datetime | None]
    files: Mapped[int]
    stored: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]


class Revision(Base):
    """How often the released collection has changed: one row."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    value: Mapped[int]

    __table_args__ = (CheckConstraint("id = 1", "one_row"),)
