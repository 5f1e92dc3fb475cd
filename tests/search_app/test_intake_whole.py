# SPDX-License-Identifier: EUPL-1.2
"""Bringing cases in with the real anonymiser, risk and search over the sample databank."""

import shutil
from pathlib import Path

import pytest

from anonymise.case_texts import case_texts
from casebase.vocabulary import Kind, ReviewState
from search_app.databank import Databank, open_databank
from search_app.intake import IntakeDesk
from search_app.intake_cases import BroughtCase, CheckedCase, Standing
from search_app.intake_rows import Upload
from search_app.settings import Settings

TEXT = """Casusnummer: 2026-117
Titel: WIA-voorschot terug na te late keuring
Maatwerkplaats: Twente
Wet- en regelgeving: WIA; WW

Situatie:
Mevr. Yasmina El Amrani (geb. 12-07-1981, bsn 999912345) uit Oldenzaal kreeg elf maanden een voorschot, omdat
er geen verzekeringsarts was voor de keuring. Nu moet Yasmina 13.820 euro terugbetalen. Zij viel onder de wet
Amber.

Besluit:
De helft van de vordering is kwijtgescholden.
"""
SECRETS = ("Yasmina", "Amrani", "999912345", "12-07-1981", "Oldenzaal")


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path) -> Databank:
    shutil.copytree(sample_home, tmp_path / "home")
    return open_databank(Settings(home=tmp_path / "home"))


@pytest.fixture
def desk(databank: Databank) -> IntakeDesk:
    return databank.intake_of("inbrenger")


def checked(desk: IntakeDesk, brought: BroughtCase) -> CheckedCase:
    result = desk.check(brought, {})
    assert isinstance(result, CheckedCase)
    return result


def test_a_pasted_case_goes_the_whole_way(desk: IntakeDesk, databank: Databank) -> None:
    done = checked(desk, BroughtCase(0, desk.read_text(TEXT).rows[0]))
    safe = " ".join(case_texts(done.safe).values())
    assert not [secret for secret in SECRETS if secret in safe]
    told = {done.texts[p.field][p.start : p.end] for p in done.pairs}
    assert told >= {"Yasmina El Amrani", "Yasmina", "999912345", "12-07-1981", "Oldenzaal"}
    done = checked(desk, desk.masked(done, "kwijtgescholden", Kind.ORG))
    alike = desk.alike(done, waiting=desk.waiting())
    assert alike.found is not None
    assert alike.found.result.comparable
    assert (alike.stored, alike.twins) == (Standing.NEW, ())
    assert desk.save([done]).saved == ("2026-117",)
    stored = databank.stored_case("2026-117")
    assert stored is not None
    assert stored.state is ReviewState.TO_REVIEW
    assert "kwijtgescholden" not in stored.case.decision
    assert databank.verify_audit().ok
    for file in databank.settings.home.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not [secret for secret in SECRETS[:3] if secret.encode() in content]


@pytest.mark.parametrize("folder", ["formulieren", "mail", "brieven"])
def test_a_file_of_the_sample_is_known(desk: IntakeDesk, databank: Databank, folder: str) -> None:
    file = sorted((databank.settings.sample / folder).iterdir())[0]
    brought = desk.read([Upload(file.name, file.read_bytes())])
    done = checked(desk, BroughtCase(0, brought.rows[0]))
    assert desk.alike(done, waiting=()).stored is Standing.SAME
    again = desk.save([done])
    assert (again.saved, again.unchanged) == ((), (done.case_id,))


def test_the_same_story_under_another_number_is_a_twin(desk: IntakeDesk, databank: Databank) -> None:
    file = sorted((databank.settings.sample / "formulieren").iterdir())[0]
    row = desk.read([Upload(file.name, file.read_bytes())]).rows[0]
    one = checked(desk, BroughtCase(0, row))
    other = desk.answered(BroughtCase(0, row), {}, (("case_id", "2026-999"),))
    alike = desk.alike(checked(desk, other), waiting=desk.waiting())
    assert [twin.case_id for twin in alike.twins] == [one.case_id]
