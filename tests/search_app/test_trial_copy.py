# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebase.copying import ServerNotCopiedError
from search_app.databank import Databank, NotReadyError
from search_app.mail_settings import MailSettings
from search_app.settings import Settings
from search_app.trial_copy import copy_databank

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)


def _clock() -> datetime:
    return NOW


def test_a_copy_answers_as_the_original_and_keeps_what_is_done_to_it(
    sample_home: Path, tmp_path: Path
) -> None:
    original = Databank(Settings(home=sample_home))
    trial = copy_databank(original.settings, tmp_path / "kopie", _clock)
    assert trial.today == NOW.date()
    assert trial.counts() == original.counts()
    text = "voorschot terugbetalen, keuring te laat"
    found = [hit.case_id for hit in trial.search(text, limit=5).result.hits]
    assert found == [hit.case_id for hit in original.search(text, limit=5).result.hits]
    trial.delete(found[0], reason="oefening")
    assert trial.stored_case(found[0]) is None
    assert original.case(found[0]) is not None
    assert trial.verify_audit().ok
    trial.engine.dispose()
    original.engine.dispose()


def test_key_and_mail_stay_behind(sample_home: Path, tmp_path: Path) -> None:
    mail = MailSettings("mail.example", 587, "databank@mail.example")
    settings = replace(Settings(home=sample_home), mail=mail)
    trial = copy_databank(settings, tmp_path / "kopie", _clock)
    assert trial.settings.mail is None
    assert not (tmp_path / "kopie" / "key").exists()
    assert (tmp_path / "kopie").stat().st_mode & 0o077 == 0
    trial.engine.dispose()


def test_there_must_be_a_databank_and_no_server(tmp_path: Path) -> None:
    with pytest.raises(NotReadyError):
        copy_databank(Settings(home=tmp_path / "nergens"), tmp_path / "kopie", _clock)
    settings = Settings(home=tmp_path, database_url="postgresql+psycopg://nergens.example/databank")
    with pytest.raises(ServerNotCopiedError):
        copy_databank(settings, tmp_path / "kopie", _clock)
    assert not (tmp_path / "kopie").exists()
