# SPDX-License-Identifier: EUPL-1.2
"""Patterns: what people registered, its cases and history, proposals, sizes and saved searches."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATES = (
    "gesignaleerd",
    "bevestigd",
    "geagendeerd",
    "tijdelijke oplossing",
    "structurele oplossing",
    "gevolgd",
    "gesloten",
    "afgewezen",
    "samengevoegd",
    "heropend",
)

SQLITE_GUARDS = (
    """CREATE TRIGGER pattern_events_keep BEFORE UPDATE ON pattern_events
    BEGIN SELECT RAISE(ABORT, 'pattern events are never changed'); END""",
    """CREATE TRIGGER pattern_events_stay BEFORE DELETE ON pattern_events
    BEGIN SELECT RAISE(ABORT, 'pattern events are never deleted'); END""",
    # INSERT OR REPLACE removes a row without running the trigger on deletion.
    """CREATE TRIGGER pattern_events_once BEFORE INSERT ON pattern_events
    WHEN EXISTS (SELECT 1 FROM pattern_events WHERE event_id = NEW.event_id)
    BEGIN SELECT RAISE(ABORT, 'pattern events are never replaced'); END""",
)

POSTGRESQL_GUARDS = (
    """CREATE FUNCTION pattern_events_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'pattern events are never changed or deleted'; END $$""",
    """CREATE TRIGGER pattern_events_keep BEFORE UPDATE OR DELETE ON pattern_events
    FOR EACH ROW EXECUTE FUNCTION pattern_events_refuse()""",
    """CREATE TRIGGER pattern_events_stay BEFORE TRUNCATE ON pattern_events
    FOR EACH STATEMENT EXECUTE FUNCTION pattern_events_refuse()""",
)


def upgrade() -> None:
    """Make the tables; nothing is registered yet."""
    _patterns()
    _pattern_answers()
    _pattern_cases()
    _pattern_events()
    _pattern_proposals()
    _saved_searches()
    _size_evidence()
    _proposal_cases()
    guards = SQLITE_GUARDS if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_GUARDS
    for guard in guards:
        op.execute(guard)


def _patterns() -> None:
    op.create_table(
        "patterns",
        sa.Column("pattern_id", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mechanism", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("state", _term("state_known", *STATES), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("action_due", sa.Date(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column(
            "solution",
            _term(
                "solution_known",
                "wet- en regelgeving",
                "beleid",
                "werkproces",
                "samenwerking",
                "vakmanschap en kennis",
                "ICT",
            ),
            nullable=True,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column(
            "merged_into",
            sa.String(length=20),
            sa.ForeignKey("patterns.pattern_id", name=op.f("fk_patterns_merged_into_patterns")),
            nullable=True,
        ),
        sa.Column(
            "split_from",
            sa.String(length=20),
            sa.ForeignKey("patterns.pattern_id", name=op.f("fk_patterns_split_from_patterns")),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(state = 'samengevoegd') = (merged_into IS NOT NULL)", name=op.f("ck_patterns_merged_where_due")
        ),
        sa.PrimaryKeyConstraint("pattern_id", name=op.f("pk_patterns")),
    )
    op.create_index(op.f("ix_patterns_merged_into"), "patterns", ["merged_into"])
    op.create_index(op.f("ix_patterns_state_answer_due"), "patterns", ["state", "answer_due"])


def _pattern_answers() -> None:
    op.create_table(
        "pattern_answers",
        sa.Column("pattern_id", sa.String(length=20), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("belongs", sa.Boolean(create_constraint=True, name="belongs_known"), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_pattern_answers_pattern_id_patterns")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_pattern_answers_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pattern_id", "case_id", name=op.f("pk_pattern_answers")),
    )
    op.create_index(op.f("ix_pattern_answers_case_id"), "pattern_answers", ["case_id"])


def _pattern_cases() -> None:
    op.create_table(
        "pattern_cases",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("pattern_id", sa.String(length=20), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_by", sa.String(length=200), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (removed_by IS NULL)", name=op.f("ck_pattern_cases_removed_by_somebody")
        ),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (removed_why IS NULL)", name=op.f("ck_pattern_cases_removed_for_a_reason")
        ),
        sa.CheckConstraint(
            "case_id IS NOT NULL OR removed_at IS NOT NULL", name=op.f("ck_pattern_cases_deleted_is_removed")
        ),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_pattern_cases_pattern_id_patterns")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_pattern_cases_case_id_cases"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_pattern_cases")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pattern_cases_case_id"), "pattern_cases", ["case_id"])
    op.create_index(op.f("ix_pattern_cases_pattern_id"), "pattern_cases", ["pattern_id"])
    op.create_index(
        "uq_pattern_cases_current",
        "pattern_cases",
        ["pattern_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )


def _pattern_events() -> None:
    op.create_table(
        "pattern_events",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("pattern_id", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column(
            "action",
            _term(
                "action_known",
                "geregistreerd",
                "stand gewijzigd",
                "gegevens gewijzigd",
                "antwoord gegeven",
                "casussen toegevoegd",
                "casussen eruit gehaald",
                "casus verwijderd",
                "ander patroon opgenomen",
                "patroon gesplitst",
            ),
            nullable=False,
        ),
        sa.Column("from_state", _term("from_state_known", *STATES), nullable=True),
        sa.Column("to_state", _term("to_state_known", *STATES), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column(
            "other_pattern",
            sa.String(length=20),
            sa.ForeignKey("patterns.pattern_id", name=op.f("fk_pattern_events_other_pattern_patterns")),
            nullable=True,
        ),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_pattern_events_pattern_id_patterns")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_pattern_events")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pattern_events_pattern_id"), "pattern_events", ["pattern_id"])


def _pattern_proposals() -> None:
    op.create_table(
        "pattern_proposals",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("pattern_id", sa.String(length=20), nullable=True),
        sa.Column("state", _term("state_known", "aangeboden", "aangenomen", "afgewezen"), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_why", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'aangeboden') = (decided_at IS NULL)",
            name=op.f("ck_pattern_proposals_decided_where_due"),
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"],
            ["pattern_proposals.proposal_id"],
            name=op.f("fk_pattern_proposals_previous_id_pattern_proposals"),
        ),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_pattern_proposals_pattern_id_patterns")
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_pattern_proposals")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pattern_proposals_pattern_id"), "pattern_proposals", ["pattern_id"])
    op.create_index(op.f("ix_pattern_proposals_run_id"), "pattern_proposals", ["run_id"])


def _saved_searches() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("saved_id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("pattern_id", sa.String(length=20), nullable=True),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(text IS NULL) <> (pattern_id IS NULL)", name=op.f("ck_saved_searches_text_or_pattern")
        ),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_saved_searches_pattern_id_patterns")
        ),
        sa.PrimaryKeyConstraint("saved_id", name=op.f("pk_saved_searches")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_saved_searches_owner"), "saved_searches", ["owner"])
    op.create_index(op.f("ix_saved_searches_pattern_id"), "saved_searches", ["pattern_id"])


def _size_evidence() -> None:
    op.create_table(
        "size_evidence",
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("pattern_id", sa.String(length=20), nullable=False),
        sa.Column(
            "step",
            _term(
                "step_known",
                "telling in een register",
                "ophoging met meldkans",
                "vergelijking van twee lijsten",
            ),
            nullable=False,
        ),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("0 <= low AND low <= high", name=op.f("ck_size_evidence_range_in_order")),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.pattern_id"], name=op.f("fk_size_evidence_pattern_id_patterns")
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_size_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_size_evidence_pattern_id"), "size_evidence", ["pattern_id"])


def _proposal_cases() -> None:
    op.create_table(
        "proposal_cases",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["pattern_proposals.proposal_id"],
            name=op.f("fk_proposal_cases_proposal_id_pattern_proposals"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_proposal_cases_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("proposal_id", "case_id", name=op.f("pk_proposal_cases")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_proposal_cases_case_id"), "proposal_cases", ["case_id"])


def _term(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)
