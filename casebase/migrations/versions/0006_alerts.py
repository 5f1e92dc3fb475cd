# SPDX-License-Identifier: EUPL-1.2
"""When the owner of a saved search was last told by mail what is new."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody was told anything yet."""
    op.add_column("saved_searches", sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Forget when people were told."""
    op.drop_column("saved_searches", "told_at")
