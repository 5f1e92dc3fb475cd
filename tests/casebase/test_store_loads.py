# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime, timedelta

from casebase.database import Sessions
from casebase.store import LoadRecord, recent_loads, record_load


def test_a_run_is_recorded_at_its_start_and_brought_up_to_date_at_its_end(
    make_sessions: Sessions, now: datetime
) -> None:
    later = now + timedelta(minutes=5)
    with make_sessions.begin() as session:
        record_load(
            session, run_id="1", started=now, finished=None, files=2, stored=0, unchanged=0, rejected=0
        )
        record_load(
            session, run_id="2", started=later, finished=None, files=9, stored=0, unchanged=0, rejected=0
        )
    with make_sessions.begin() as session:
        record_load(
            session, run_id="1", started=now, finished=later, files=2, stored=5, unchanged=3, rejected=1
        )
    with make_sessions() as session:
        assert recent_loads(session, limit=5) == [
            LoadRecord("2", later, None, files=9, stored=0, unchanged=0, rejected=0),
            LoadRecord("1", now, later, files=2, stored=5, unchanged=3, rejected=1),
        ]
        assert [load.run_id for load in recent_loads(session, limit=1)] == ["2"]
