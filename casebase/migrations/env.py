# SPDX-License-Identifier: EUPL-1.2
"""Runs migrations on the connection that ``casebase.migrating.migrate`` hands over."""

from alembic import context

import casebase.feedback_tables
import casebase.pattern_tables  # noqa: F401 - declares its tables
from casebase.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
