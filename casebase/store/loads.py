# SPDX-License-Identifier: EUPL-1.2
"""What each run of loading files brought, in counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from casebase.database import Session, begin_write
from casebase.tables import LoadRun


@dataclass(frozen=True)
class LoadRecord:
    """One run; ``finished`` is None while it goes on or when it was broken off."""

    run_id: str
    started: datetime
    finished: datetime | None
    files: int
    stored: int
    unchanged: int
    rejected: int


def record_load(
    session: Session,
    *,
    run_id: str,
    started: datetime,
    finished: datetime | None,
    files: int,
    stored: int,
    unchanged: int,
    rejected: int,
) -> None:
    """Keep the counts of a run; a run that was recorded before is brought up to date."""
    begin_write(session)
    counts = {"files": files, "stored": stored, "unchanged": unchanged, "rejected": rejected}
    values = {"started": started, "finished": finished} | counts
    known = session.scalars(select(LoadRun.run_id).where(LoadRun.run_id == run_id)).one_or_none()
    if known is None:
        session.execute(insert(LoadRun).values(run_id=run_id, **values))
    else:
        session.execute(update(LoadRun).where(LoadRun.run_id == run_id).values(**values))


def recent_loads(session: Session, *, limit: int) -> list[LoadRecord]:
    """The latest runs, newest first."""
    wanted = select(*LoadRun.__table__.c).order_by(LoadRun.started.desc(), LoadRun.run_id).limit(limit)
    return [LoadRecord(**row) for row in session.execute(wanted).mappings()]
