# SPDX-License-Identifier: EUPL-1.2
"""Runs migrations on the connection that ``casebase.migrating.migrate`` hands over."""

from alembic import context

from casebase.feedback_tables import Judgement

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Judgement.metadata,  # of all tables
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
