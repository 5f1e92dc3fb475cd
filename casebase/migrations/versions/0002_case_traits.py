# SPDX-License-Identifier: EUPL-1.2
"""What a safe case tells about its person, in classes, so that rare combinations can be counted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; cases that are there get their rows when risks are first asked for."""
    op.create_table(
        "case_traits",
        sa.Column("case_id", sa.String(length=200), nullable=False),
        sa.Column("trait", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.case_id"], name=op.f("fk_case_traits_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "trait", "value", name=op.f("pk_case_traits")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_case_traits_trait_value_case_id"), "case_traits", ["trait", "value", "case_id"])
