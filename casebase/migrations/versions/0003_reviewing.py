# SPDX-License-Identifier: EUPL-1.2
"""Approvals by two people, and the words that reviewers judged."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; nobody has approved anything in them yet."""
    op.create_table(
        "approvals",
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_approvals_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "actor", name=op.f("pk_approvals")),
    )
    op.create_table(
        "listed_terms",
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.Column("word_list", _term("word_list_known", "mag blijven", "altijd maskeren"), nullable=False),
        sa.Column("scope", _term("scope_known", "casus", "maatwerkplaats", "overal"), nullable=False),
        sa.Column(
            "case_id",
            sa.String(length=200),
            sa.ForeignKey("cases.case_id", name=op.f("fk_listed_terms_case_id_cases"), ondelete="CASCADE"),
            nullable=True,
        ),
        sa.Column("maatwerkplaats", sa.String(length=500), nullable=True),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("any_case", sa.Boolean(create_constraint=True, name="any_case_known"), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(scope = 'casus') = (case_id IS NOT NULL)", name=op.f("ck_listed_terms_case_where_due")
        ),
        sa.CheckConstraint(
            "(scope = 'maatwerkplaats') = (maatwerkplaats IS NOT NULL)",
            name=op.f("ck_listed_terms_place_where_due"),
        ),
        sa.PrimaryKeyConstraint("term_id", name=op.f("pk_listed_terms")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_listed_terms_case_id"), "listed_terms", ["case_id"])


def _term(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)
