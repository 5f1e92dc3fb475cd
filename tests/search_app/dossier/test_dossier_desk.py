# SPDX-License-Identifier: EUPL-1.2
"""Evidence packs of a databank with the sample cases."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from anonymise.profiles import Profile
from casebase import audit, store
from casebase.bilingual import Language
from casebase.record import SafeCase, SafeSpan
from casebase.store import UnknownPatternError
from casebase.vocabulary import Kind, ReviewState
from patterns.acts import Act
from patterns.dossier import NoReleasedCasesError
from patterns.errors import LongTextError, PersonalDataError
from patterns.register import NewPattern, register
from search_app.databank import Databank, open_databank
from search_app.dossier.coarser import Coarser
from search_app.dossier.desk import ACTION, LONGEST_STORY, Choice, Form
from search_app.dossier.typeset import content_of
from search_app.settings import Settings

CASES = ("A-2021-001", "A-2021-002", "A-2021-003", "A-2021-004")
PUBLIC = Choice(Profile.PUBLICATIE)
SITUATION = (
    "[CLIËNT] uit [PLAATS-1: Twente] kreeg in april 2021 bericht over € 13.712 van [WERKGEVER: bakkerij]."
)


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path) -> Databank:
    """A copy of the sample databank."""
    shutil.copytree(sample_home, tmp_path / "home")
    return open_databank(Settings(home=tmp_path / "home", actor="anna"))


@pytest.fixture
def number(databank: Databank) -> str:
    """The number of a pattern with four cases."""
    reasons = dict.fromkeys(CASES, "Past.")
    new = NewPattern("Voorschot terug", "De keuring komt te laat.", reasons, date(2999, 1, 1))
    with databank.writing() as session:
        return register(session, new, Act("anna", datetime.now(UTC), str), "Zelfde").pattern_id


def last_event(databank: Databank) -> audit.AuditRecord:
    with databank.session() as session:
        return audit.recent_events(session, limit=1)[0]


def hold_back(databank: Databank, case_id: str) -> None:
    with databank.writing() as session:
        store.set_state(session, case_id, ReviewState.TO_REVIEW, actor="anna", now=datetime.now(UTC))


@pytest.mark.parametrize("form", list(Form))
def test_an_export_is_a_file_and_an_event_without_any_text(
    databank: Databank, number: str, tmp_path: Path, form: Form
) -> None:
    place = tmp_path / f"pak.{form.value}"
    assert databank.dossier_desk.export(number, place, Choice(), Language.NL) == 4
    assert place.read_bytes()[:2] in {b"PK", b"%P"}
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [place.name]
    event = last_event(databank)
    assert (event.action, event.actor, event.subject) == (ACTION, "anna", number)
    assert dict(event.details) == {
        "profile": "delen",
        "form": form.value,
        "cases": 4,
        "stories": 3,
        "as_of": databank.today.isoformat(),
    }
    assert databank.verify_audit().ok


def test_a_case_that_waits_for_review_is_counted_and_nothing_of_it_is_told(
    databank: Databank, number: str, tmp_path: Path
) -> None:
    found = databank.case(CASES[1])
    assert found is not None
    hold_back(databank, CASES[1])
    databank.dossier_desk.export(number, tmp_path / "pak.docx", Choice(), Language.NL)
    databank.dossier_desk.export(number, tmp_path / "pak.pdf", Choice(), Language.NL)
    word = docx.Document(str(tmp_path / "pak.docx")).element.body.xml
    in_pdf = "".join(page.extract_text() for page in PdfReader(tmp_path / "pak.pdf").pages)
    for told in (word, in_pdf):
        assert CASES[0] in told
        assert CASES[1] not in told
        assert found.case.title not in told
        assert "wacht op controle" in told
    content = content_of(databank.dossier_desk.document(number, Choice(), Language.NL))
    assert not [sentence for sentence in sentences(found.case) if sentence in content]


def sentences(case: SafeCase) -> list[str]:
    return [each for text in case.narrative().values() for each in text.split(". ") if len(each) > 30]


def test_without_released_cases_there_is_no_file(databank: Databank, number: str, tmp_path: Path) -> None:
    for case_id in CASES:
        hold_back(databank, case_id)
    with pytest.raises(NoReleasedCasesError):
        databank.dossier_desk.export(number, tmp_path / "pak.docx", Choice(), Language.NL)
    assert not list(tmp_path.glob("*pak*"))
    assert last_event(databank).action != ACTION


def test_an_unknown_pattern_is_told(databank: Databank) -> None:
    with pytest.raises(UnknownPatternError):
        databank.dossier_desk.compose("P-1999-001", Choice())


def test_a_story_written_anew_is_told_and_a_name_in_it_is_refused(databank: Databank, number: str) -> None:
    desk, chosen = databank.dossier_desk, CASES[:1]
    told = desk.compose(number, Choice(stories=chosen, edited={CASES[0]: "[CLIËNT] kreeg de brief te laat."}))
    assert told.stories[0].paragraphs == ("[CLIËNT] kreeg de brief te laat.",)
    assert told.stories[0].edited
    with pytest.raises(PersonalDataError) as refused:
        desk.compose(
            number, Choice(stories=chosen, edited={CASES[0]: "Mevrouw Bulthuis kreeg de brief te laat."})
        )
    assert "Bulthuis" not in str(refused.value)
    with pytest.raises(LongTextError):
        desk.compose(number, Choice(stories=chosen, edited={CASES[0]: "a" * (LONGEST_STORY + 1)}))


def test_a_story_that_is_not_in_the_pattern_is_refused(databank: Databank, number: str) -> None:
    from patterns.dossier import NotAStoryError

    with pytest.raises(NotAStoryError, match="A-2023-020"):
        databank.dossier_desk.compose(number, Choice(stories=("A-2023-020",)))


@pytest.mark.parametrize(
    ("profile", "stays", "goes"),
    [
        (Profile.DELEN, {"Overijssel", "april 2021", "€ 13.712", "bakkerij"}, {"Twente"}),
        (
            Profile.PUBLICATIE,
            {"2021", "circa € 14.000"},
            {"Twente", "Overijssel", "april", "13.712", "bakkerij"},
        ),
    ],
)
def test_a_profile_takes_out_what_its_readers_may_not_know(
    databank: Databank, profile: Profile, stays: set[str], goes: set[str]
) -> None:
    spans = tuple(
        SafeSpan(field="situation", start=start, end=start + len(words), kind=kind)
        for words, kind in {
            "[CLIËNT]": Kind.PERSON,
            "[PLAATS-1: Twente]": Kind.CITY,
            "april 2021": Kind.DATE,
            "[WERKGEVER: bakkerij]": Kind.ORG,
        }.items()
        for start in [SITUATION.index(words)]
    )
    case = SafeCase(case_id="X-1", situation=SITUATION, received_on=date(2021, 4, 9), spans=spans)
    coarse = Coarser(databank.settings.lists, profile).case(case)
    assert [each for each in stays if each not in coarse.situation] == []
    assert [each for each in goes if each in coarse.situation] == []
    assert coarse.received_on == (date(2021, 4, 1) if profile is Profile.DELEN else date(2021, 1, 1))


def test_texts_of_the_register_are_made_coarser_too(databank: Databank, number: str) -> None:
    with databank.writing() as session:
        pattern = store.get_pattern(session, number)
    coarser = Coarser(databank.settings.lists, Profile.PUBLICATIE)
    assert (
        coarser.text("Er ging € 13.712 terug uit [PLAATS-1: Twente].")
        == "Er ging circa € 14.000 terug uit [PLAATS-1]."
    )
    assert coarser.text(pattern.mechanism) == pattern.mechanism


def test_a_pack_for_everybody_says_so_in_the_log(databank: Databank, number: str, tmp_path: Path) -> None:
    databank.dossier_desk.export(number, tmp_path / "pak.pdf", PUBLIC, Language.NL)
    assert last_event(databank).details["profile"] == "publicatie"


def test_the_same_choice_gives_the_same_pack(databank: Databank, number: str) -> None:
    desk = databank.dossier_desk
    assert desk.content(desk.document(number, PUBLIC, Language.NL), Form.WORD) == desk.content(
        desk.document(number, PUBLIC, Language.NL), Form.WORD
    )
