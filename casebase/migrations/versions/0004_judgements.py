# SPDX-License-Identifier: EUPL-1.2
"""What found cases were worth to the people who searched."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; nobody has judged anything yet."""
    op.create_table(
        "searches",
        sa.Column("search_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("search_id", name=op.f("pk_searches")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_searches_digest"), "searches", ["digest"], unique=True)
    op.create_table(
        "judgements",
        sa.Column("search_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("band", sa.String(length=40), nullable=True),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("model_id", sa.Text(), nullable=False),
        sa.Column("index_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("grade IN (0, 1, 2)", name=op.f("ck_judgements_grade_known")),
        sa.CheckConstraint("band IN ('sterk', 'mogelijk', 'zwak')", name=op.f("ck_judgements_band_known")),
        sa.ForeignKeyConstraint(
            ["search_id"],
            ["searches.search_id"],
            name=op.f("fk_judgements_search_id_searches"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_judgements_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("search_id", "case_id", "actor", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_case_id"), "judgements", ["case_id"])
    op.create_index(op.f("ix_judgements_actor"), "judgements", ["actor"])
