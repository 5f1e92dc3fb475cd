# SPDX-License-Identifier: EUPL-1.2
"""What the collection holds is told from memory, and is what the database says at that moment."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebase import store
from casebase.database import Session
from casebase.record import SafeCase
from casebase.vocabulary import ReviewState
from index import register as register_module
from search_app.answers import CollectionView
from search_app.databank import Databank, create_databank
from search_app.settings import Settings

NOW = datetime(2026, 11, 22, tzinfo=UTC)
CASES = 30
_MARK = re.compile(r"\[\[[A-Z_]+\|(.*?)\]\]")


@pytest.fixture
def databank(tmp_path: Path, root: Path) -> Databank:
    """A databank with invented cases and no index."""
    databank = create_databank(Settings(home=tmp_path / "home"))
    lines = (root / "tests" / "gold" / "dev.jsonl").read_text("utf-8").splitlines()[:CASES]
    with databank.writing() as session:
        for line in lines:
            row = json.loads(_MARK.sub(r"\1", line))
            case = SafeCase.model_validate({k: v for k, v in row.items() if k in SafeCase.model_fields})
            store.save_case(session, case, content_key=case.case_id, actor="test", now=NOW)
            store.set_state(session, case.case_id, ReviewState.RELEASED, actor="test", now=NOW)
    return databank


def by_the_database(databank: Databank) -> CollectionView:
    with databank.session() as session:
        ids = store.released_ids(session)
        return CollectionView(len(ids), store.facet_counts(session, ids), store.last_received(session))


def test_the_collection_is_that_of_the_database_after_every_change(databank: Databank) -> None:
    assert databank.collection() == by_the_database(databank)
    assert databank.collection().total == CASES
    last = databank.collection().last_received
    databank.review_desk.hold("A-2021-001")
    assert databank.collection() == by_the_database(databank)
    assert databank.collection().total == CASES - 1
    with databank.writing() as session:
        for case_id in store.released_ids(session)[5:]:
            store.delete_case(session, case_id, actor="test", now=NOW, reason="verzoek")
    assert databank.collection() == by_the_database(databank)
    assert databank.collection().last_received != last


def test_an_empty_databank_holds_nothing(tmp_path: Path) -> None:
    databank = create_databank(Settings(home=tmp_path / "home"))
    assert databank.collection() == by_the_database(databank)
    assert databank.collection().last_received is None


def test_the_cases_are_read_once_for_collection_and_search(
    databank: Databank, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Session] = []
    real = register_module.read_register

    def noted(session: Session) -> register_module.Register:
        made.append(session)
        return real(session)

    monkeypatch.setattr(register_module, "read_register", noted)
    databank.build_index()
    for _ in range(2):
        databank.collection()
        databank.search("voorschot terugbetalen na late keuring")
    assert len(made) == 1
