# SPDX-License-Identifier: EUPL-1.2
"""First tables: cases, what is derived from them, reviews, the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GENESIS = "0" * 64

SQLITE_GUARDS = (
    """CREATE TRIGGER audit_events_keep BEFORE UPDATE ON audit_events
    BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END""",
    """CREATE TRIGGER audit_events_stay BEFORE DELETE ON audit_events
    BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END""",
    # INSERT OR REPLACE removes a row without running the trigger on deletion.
    """CREATE TRIGGER audit_events_once BEFORE INSERT ON audit_events
    WHEN EXISTS (SELECT 1 FROM audit_events WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'audit events are never replaced'); END""",
    """CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head
    WHEN NEW.events <> OLD.events + 1
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END""",
    """CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the head of the audit log stays'); END""",
    """CREATE TRIGGER audit_head_once BEFORE INSERT ON audit_head
    WHEN EXISTS (SELECT 1 FROM audit_head)
    BEGIN SELECT RAISE(ABORT, 'the audit log has one head'); END""",
)

POSTGRESQL_GUARDS = (
    """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'audit events are never changed or deleted'; END $$""",
    """CREATE TRIGGER audit_events_keep BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_events_stay BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.events <> OLD.events + 1) EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_head_remains BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
)


def upgrade() -> None:
    """Make the tables, their first rows, and the guards of the audit log."""
    _cases()
    _case_values()
    _passages()
    _embeddings()
    _reviews()
    _audit_events()
    _audit_head()
    _load_runs()
    _revision()
    op.execute("INSERT INTO revision (id, value) VALUES (1, 0)")
    head = sa.text("INSERT INTO audit_head (id, events, hash) VALUES (1, 0, :hash)")
    op.execute(head.bindparams(hash=GENESIS))
    for statement in SQLITE_GUARDS if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_GUARDS:
        op.execute(statement)


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("content_key", sa.String(length=128), nullable=False),
        sa.Column(
            "state", _term("state_known", "te beoordelen", "vrijgegeven", "aangehouden"), nullable=False
        ),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("maatwerkplaats", sa.String(length=500), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("nature", _term("nature_known", "financieel", "re-integratie", "overig"), nullable=True),
        sa.Column("level", _term("level_known", "juridisch", "uitvoering", "overig"), nullable=True),
        sa.Column(
            "outcome",
            _term("outcome_known", "opgelost", "deels opgelost", "niet opgelost", "onbekend"),
            nullable=True,
        ),
        sa.Column(
            "deviates_from_rules",
            sa.Boolean(create_constraint=True, name="deviates_from_rules_known"),
            nullable=True,
        ),
        sa.Column(
            "legal_rating", _term("legal_rating_known", "onvoldoende", "voldoende", "goed"), nullable=True
        ),
        sa.Column(
            "financial_rating",
            _term("financial_rating_known", "onvoldoende", "voldoende", "goed"),
            nullable=True,
        ),
        sa.Column(
            "social_rating", _term("social_rating_known", "onvoldoende", "voldoende", "goed"), nullable=True
        ),
        sa.Column("submitter_role", sa.Text(), nullable=False),
        sa.Column("submitter_unit", sa.Text(), nullable=False),
        sa.Column("submitter_organisation", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("gut_feeling", sa.Text(), nullable=False),
        sa.Column("tried_before", sa.Text(), nullable=False),
        sa.Column("legal_text", sa.Text(), nullable=False),
        sa.Column("financial_text", sa.Text(), nullable=False),
        sa.Column("social_text", sa.Text(), nullable=False),
        sa.Column("meanwhile", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("reasoning", sa.Text(), nullable=False),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("suspects", sa.JSON(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_cases")),
    )
    op.create_index(op.f("ix_cases_level"), "cases", ["level"])
    op.create_index(
        "ix_cases_facets",
        "cases",
        ["nature", "level", "outcome", "maatwerkplaats", "received_on", "case_id"],
    )
    op.create_index(op.f("ix_cases_outcome"), "cases", ["outcome"])
    op.create_index(op.f("ix_cases_received_on"), "cases", ["received_on"])
    op.create_index(op.f("ix_cases_state_stored_at_case_id"), "cases", ["state", "stored_at", "case_id"])


def _case_values() -> None:
    op.create_table(
        "case_values",
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "field IN ('regulations', 'principles', 'organisations_involved')",
            name=op.f("ck_case_values_field_known"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_case_values_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "field", "position", name=op.f("pk_case_values")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_case_values_facets", "case_values", ["field", "value", "case_id"])


def _passages() -> None:
    op.create_table(
        "passages",
        sa.Column("passage_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("aspect", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_passages_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_passages")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_passages_case_id_aspect_field_ordinal"),
        "passages",
        ["case_id", "aspect", "field", "ordinal"],
        unique=True,
    )
    op.create_index(op.f("ix_passages_content_hash"), "passages", ["content_hash"])


def _embeddings() -> None:
    op.create_table(
        "embeddings",
        sa.Column("content_hash", sa.String(length=128), nullable=False),
        sa.Column("model_id", sa.String(length=200), nullable=False),
        sa.Column("dimension", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("content_hash", "model_id", name=op.f("pk_embeddings")),
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column(
            "state", _term("state_known", "te beoordelen", "vrijgegeven", "aangehouden"), nullable=False
        ),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_reviews_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_reviews")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reviews_case_id"), "reviews", ["case_id"])


def _audit_events() -> None:
    op.create_table(
        "audit_events",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_events")),
    )
    op.create_index(op.f("ix_audit_events_subject"), "audit_events", ["subject"])


def _audit_head() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )


def _load_runs() -> None:
    op.create_table(
        "load_runs",
        sa.Column("run_id", sa.String(length=200), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("stored", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name=op.f("pk_load_runs")),
    )


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_revision_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )


def _term(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)
