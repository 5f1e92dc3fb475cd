# SPDX-License-Identifier: EUPL-1.2
"""Bringing cases in: reading in memory, mapping, corrections, comparing, saving."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from anonymise.case_texts import case_texts
from casebase import store
from casebase.audit import recent_events
from casebase.bilingual import DatabankError
from casebase.listed_terms import TermError
from casebase.vocabulary import Kind, Outcome, ReviewState
from ingest.intake import Refused
from search_app.intake import IntakeDesk
from search_app.intake_cases import BroughtCase, CheckedCase, IntakeError, Standing
from search_app.intake_corrections import Renaming, role_of, words_of
from search_app.intake_rows import LEAVE_OUT, BroughtRow, Upload, column_of, columns, heading_uses, typed_row
from search_app.intake_twins import comparable

STORY = (
    "Yasmina El Amrani woont in Delfzijl en meldde zich op 4 maart 2024 ziek. Haar buurvrouw Sjoukje belde "
    "voor Yasmina. Het BSN is 999912345. Later bleek dat de wet Amber gold voor deze uitkering."
)
REGISTER = (
    b"Zaaknummer;Situatei;Besluit;Afweging;Uitkomst;Naam klant;Kleur\n"
    b"Z-1;Tjerk wacht op een keuring;Voorschot omgezet;Wij waren te laat;opgelost;Tjerk;blauw\n"
    b"Z-2;Iemand uit Oss;;;weet niet;;\n"
)


@pytest.fixture
def parts(invented_intake: ModuleType, tmp_path: Path) -> Any:
    return invented_intake.open_parts(tmp_path)


@pytest.fixture
def desk(invented_intake: ModuleType, parts: Any) -> IntakeDesk:
    desk: IntakeDesk = invented_intake.open_desk(parts)
    return desk


def case(number: str = "C-1", situation: str = STORY, **more: str) -> BroughtCase:
    values = [("case_id", number), ("situation", situation), *more.items()]
    return BroughtCase(0, typed_row(values))


def checked(desk: IntakeDesk, brought: BroughtCase) -> CheckedCase:
    result = desk.check(brought, {})
    assert isinstance(result, CheckedCase)
    return result


def pair_of(done: CheckedCase, words: str) -> Any:
    return next(p for p in done.pairs if done.texts[p.field][p.start : p.end] == words)


class TestReading:
    def test_a_file_in_memory_gives_its_rows(self, desk: IntakeDesk) -> None:
        brought = desk.read([Upload("register.csv", REGISTER)])
        assert [row.row.row for row in brought.rows] == [2, 3]
        assert brought.refused == ()

    def test_a_file_that_cannot_be_read_does_not_stop_the_others(self, desk: IntakeDesk) -> None:
        brought = desk.read([Upload("x.xls", b"abc"), Upload("a.csv", REGISTER), Upload("leeg.csv", b" ")])
        assert len(brought.rows) == 2
        assert [message.nl.split()[0] for message in brought.refused] == ["x.xls", "Het"]

    def test_more_cases_than_a_page_can_show_are_told(self, desk: IntakeDesk) -> None:
        lines = "".join(f"N-{n};iets\n" for n in range(201))
        brought = desk.read([Upload("groot.csv", f"Zaaknummer;Situatie\n{lines}".encode())])
        assert brought.rows == ()
        assert "201 casussen" in brought.refused[0].nl

    def test_pasted_text_is_read_by_its_headings(self, desk: IntakeDesk) -> None:
        brought = desk.read_text(
            "Zaaknummer: P-7\n\nSituatie:\nTjerk wacht.\n\nBesluit:\nWij betalen door.\n"
        )
        done = checked(desk, BroughtCase(0, brought.rows[0]))
        assert done.case_id == "P-7"
        assert done.safe.decision == "Wij betalen door."
        assert "Tjerk" not in done.safe.situation

    def test_pasted_text_without_headings_is_the_situation(self, desk: IntakeDesk) -> None:
        brought = desk.read_text("Mevrouw kreeg een brief die zij niet begreep.")
        assert [heading for heading, _ in brought.rows[0].row.fields] == ["Situatie"]

    def test_nothing_is_written_to_disk(
        self, desk: IntakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir()
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        brought = desk.read([Upload("register.csv", REGISTER)])
        checked(desk, BroughtCase(0, brought.rows[0]))
        after = {path for path in tmp_path.rglob("*") if path.is_file() and "key" not in path.name}
        assert {path for path in after if b"Tjerk" in path.read_bytes()} == set()
        assert {path.name for path in after - before.keys()} <= {"databank.sqlite-wal", "databank.sqlite-shm"}


class TestMapping:
    def test_headings_say_what_they_are_read_as(self, desk: IntakeDesk) -> None:
        rows = desk.read([Upload("r.csv", REGISTER)]).rows
        uses = {use.heading: use for use in heading_uses(rows, {})}
        assert uses["Situatei"].column == column_of("situation")
        assert not uses["Situatei"].exact
        assert uses["Naam klant"].column is not None
        assert uses["Naam klant"].column.kind is Kind.PERSON
        assert uses["Kleur"].column is None
        assert [uses["Zaaknummer"].filled, uses["Besluit"].filled] == [2, 1]

    def test_a_person_can_say_what_a_heading_means(self, desk: IntakeDesk) -> None:
        row = desk.read([Upload("r.csv", REGISTER)]).rows[0]
        chosen = {"Kleur": "lessons", "Besluit": LEAVE_OUT}
        result = desk.check(BroughtCase(0, row), chosen)
        assert isinstance(result, CheckedCase)
        assert result.safe.lessons == "blauw"
        assert result.safe.decision == ""
        assert [use.chosen for use in heading_uses([row], chosen) if use.heading == "Kleur"] == [True]

    @pytest.mark.parametrize("column", columns(), ids=lambda column: column.target)
    def test_every_field_can_be_chosen(self, column: Any) -> None:
        row = BroughtRow("", typed_row([("case_id", "C-1")]).row)
        use = heading_uses([row], {"Casusnummer": column.target})[0]
        assert use.column == column

    def test_a_row_that_is_no_case_says_why(self, desk: IntakeDesk) -> None:
        row = desk.read([Upload("r.csv", REGISTER)]).rows[1]
        result = desk.check(BroughtCase(1, row), {})
        assert isinstance(result, Refused)
        assert result.reject.reason.nl.startswith("Uitkomst: deze waarde staat niet in de lijst")

    def test_answers_take_the_place_of_what_stood_there(self, desk: IntakeDesk) -> None:
        row = desk.read([Upload("r.csv", REGISTER)]).rows[1]
        better = desk.answered(BroughtCase(1, row), {}, (("outcome", "opgelost"), ("decision", "Betaald.")))
        result = desk.check(better, {})
        assert isinstance(result, CheckedCase)
        assert (result.safe.outcome, result.safe.decision) == (Outcome.SOLVED, "Betaald.")

    def test_an_answer_that_cannot_be_read_is_refused_with_a_sentence(self, desk: IntakeDesk) -> None:
        with pytest.raises(IntakeError, match="Datum ontvangst"):
            desk.answered(case(), {}, (("received_on", "31-02-2024"),))

    def test_answers_leave_the_fingerprint_of_the_file(self, desk: IntakeDesk) -> None:
        row = desk.read([Upload("r.csv", REGISTER)]).rows[0]
        plain, filled = BroughtCase(0, row), desk.answered(BroughtCase(0, row), {}, (("lessons", "Bel."),))
        keys = [checked(desk, brought).candidate.content_key for brought in (plain, filled)]
        assert keys[0] == keys[1]

    def test_a_free_number_is_free(self, desk: IntakeDesk) -> None:
        assert desk.free_number() == "MW-2026-001"
        desk.save([checked(desk, case("MW-2026-001"))])
        assert desk.free_number(["MW-2026-002"]) == "MW-2026-003"


class TestCorrections:
    def test_findings_and_placeholders_are_paired(self, desk: IntakeDesk) -> None:
        done = checked(desk, case())
        safe = case_texts(done.safe)
        told = {
            done.texts[p.field][p.start : p.end]: safe[p.field][p.safe_start : p.safe_end] for p in done.pairs
        }
        assert told["Yasmina"] == told["Yasmina El Amrani"]
        assert told["999912345"] == "[BSN]"
        assert told["4 maart 2024"] == "in maart 2024"

    def test_words_are_masked_wherever_they_stand(self, desk: IntakeDesk) -> None:
        brought = case(decision="Sjoukje mag bellen, zegt SJOUKJE.")
        done = checked(desk, desk.masked(checked(desk, brought), "Sjoukje", Kind.PERSON))
        assert "sjoukje" not in " ".join(case_texts(done.safe).values()).casefold()
        assert not [s for s in done.safe.suspects if done.safe.situation[s.start : s.end] == "Sjoukje"]

    @pytest.mark.parametrize(("words", "told"), [("Wim", "staan niet in de tekst"), ("x", "staan niet")])
    def test_words_that_are_not_there_cannot_be_masked(self, desk: IntakeDesk, words: str, told: str) -> None:
        with pytest.raises(IntakeError, match=told):
            desk.masked(checked(desk, case()), words, Kind.PERSON)

    def test_words_that_a_kind_cannot_mask_are_told(self, desk: IntakeDesk) -> None:
        with pytest.raises(IntakeError, match="Kies een andere soort"):
            desk.masked(checked(desk, case(situation="Kamer 12 was bezet.")), "12", Kind.AGE)

    def test_a_false_alarm_comes_back_and_a_reviewer_looks_once_more(self, desk: IntakeDesk) -> None:
        done = checked(desk, case())
        done = checked(desk, desk.kept(done, pair_of(done, "Amber")))
        assert "de wet Amber gold" in done.safe.situation
        place = done.safe.situation.index("Amber")
        assert [s.end - s.start for s in done.safe.suspects if s.start == place] == [len("Amber")]
        assert {done.safe.situation[s.start : s.end] for s in done.safe.spans} >= {"[BSN]", "in maart 2024"}

    def test_a_name_of_the_register_stays_masked(self, desk: IntakeDesk) -> None:
        row = desk.read([Upload("r.csv", REGISTER)]).rows[0]
        done = checked(desk, BroughtCase(0, row))
        with pytest.raises(IntakeError, match="Dit blijft weg"):
            desk.kept(done, pair_of(done, "Tjerk"))

    def test_numbers_never_come_back(self, desk: IntakeDesk) -> None:
        done = checked(desk, case())
        with pytest.raises(TermError):
            desk.kept(done, pair_of(done, "999912345"))

    def test_a_date_never_comes_back(self, desk: IntakeDesk) -> None:
        done = checked(desk, case())
        with pytest.raises(TermError):
            desk.kept(done, pair_of(done, "4 maart 2024"))

    def test_a_person_gets_a_role_and_keeps_it_when_more_is_masked(self, desk: IntakeDesk) -> None:
        brought = case(situation="Sjoukje belde. Tjerk en Yasmina wonen samen. Yasmina belt.")
        done = checked(desk, brought)
        label = done.safe.situation.split(" en ")[1].split(" wonen")[0]
        assert label == "[PERSOON-2]"
        words = words_of(done.texts, done.pairs, case_texts(done.safe), label)
        assert words == ("Yasmina",)
        wish = Renaming(words, role="PARTNER")
        brought = replace(brought, corrections=replace(brought.corrections, renamed=(wish,)))
        assert checked(desk, brought).safe.situation.count("[PARTNER]") == 2
        more = checked(desk, desk.masked(checked(desk, brought), "Sjoukje", Kind.PERSON))
        assert more.safe.situation == (
            "[PERSOON-1] belde. [PERSOON-2] en [PARTNER] wonen samen. [PARTNER] belt."
        )

    def test_two_persons_become_one(self, desk: IntakeDesk) -> None:
        brought = case(situation="Tjerk belt. Yasmina belt terug.")
        wish = Renaming(("Yasmina",), same_as=("Tjerk",))
        brought = replace(brought, corrections=replace(brought.corrections, renamed=(wish,)))
        safe = checked(desk, brought).safe
        assert len({safe.situation[s.start : s.end] for s in safe.spans}) == 1

    def test_a_settled_doubt_is_gone(self, desk: IntakeDesk) -> None:
        brought = case()
        assert [s.reason for s in checked(desk, brought).safe.suspects]
        brought = replace(brought, corrections=replace(brought.corrections, settled=("Sjoukje",)))
        assert checked(desk, brought).safe.suspects == ()

    def test_words_that_tell_less_keep_the_pairs_right(self, desk: IntakeDesk) -> None:
        brought = case(situation="De burgemeester belde Tjerk. Een burgemeester uit Oss.")
        changed = replace(brought.corrections, coarser=(("burgemeester", "bestuurder"),))
        done = checked(desk, replace(brought, corrections=changed))
        assert done.safe.situation.count("bestuurder") == 2
        pair = pair_of(done, "Oss")
        assert done.safe.situation[pair.safe_start : pair.safe_end].startswith("[PLAATS-1")

    def test_nothing_of_the_original_shows_in_a_repr(self, desk: IntakeDesk) -> None:
        brought = case()
        done = checked(desk, desk.masked(checked(desk, brought), "Sjoukje", Kind.PERSON))
        shown = f"{brought!r}{done!r}{done.brought.corrections!r}{done.candidate!r}{brought.source!r}"
        assert not [word for word in ("Yasmina", "Sjoukje", "9999") if word in shown]

    @pytest.mark.parametrize(
        ("label", "role"),
        [("[KIND-2]", "KIND"), ("[EX-PARTNER]", "EX-PARTNER"), ("[WERKGEVER: bakkerij]", "WERKGEVER")],
    )
    def test_the_word_of_a_placeholder(self, label: str, role: str) -> None:
        assert role_of(label) == role


class TestComparing:
    LONG = (
        "De klant kreeg maandenlang een voorschot omdat er geen verzekeringsarts beschikbaar was voor de "
        "keuring en moet nu het hele bedrag in een keer terugbetalen aan de uitvoerder."
    )

    def test_a_case_that_waits_with_nearly_the_same_text_is_told(self, desk: IntakeDesk) -> None:
        desk.save([checked(desk, case("A-1", self.LONG))])
        new = checked(desk, case("A-2", f"Tjerk belde. {self.LONG}"))
        alike = desk.alike(new, waiting=desk.waiting())
        assert [(twin.case_id, twin.state) for twin in alike.twins] == [("A-1", ReviewState.TO_REVIEW)]

    def test_another_story_is_no_twin(self, desk: IntakeDesk) -> None:
        other = case("A-2", "Een boete volgde terwijl de klant door ziekte niets kon melden aan de gemeente.")
        desk.save([checked(desk, case("A-1", self.LONG))])
        assert desk.alike(checked(desk, other), waiting=desk.waiting()).twins == ()

    def test_cases_that_are_brought_together_are_compared(self, desk: IntakeDesk) -> None:
        one, two = checked(desk, case("A-1", self.LONG)), replace(case("A-2", self.LONG), position=1)
        alike = desk.alike(one, waiting=(), others=[one, checked(desk, two)])
        assert [(twin.case_id, twin.state) for twin in alike.twins] == [("A-2", None)]

    def test_short_texts_are_not_compared(self, desk: IntakeDesk) -> None:
        one = checked(desk, case("A-1", "Er is niets bekend."))
        other = comparable(one.safe.model_copy(update={"case_id": "A-2"}))
        assert desk.alike(one, waiting=[other]).twins == ()

    def test_the_same_registration_and_the_same_number_are_known(self, desk: IntakeDesk) -> None:
        one = checked(desk, case("A-1"))
        assert desk.alike(one, waiting=()).stored is Standing.NEW
        desk.save([one])
        assert desk.alike(one, waiting=()).stored is Standing.SAME
        assert desk.alike(checked(desk, case("A-1", "Iets anders.")), waiting=()).stored is Standing.OTHER

    def test_only_safe_text_is_searched_with(self, invented_intake: ModuleType, parts: Any) -> None:
        asked: list[str] = []

        def search(text: str, limit: int) -> Any:
            asked.append(text)
            return invented_intake.nothing_found(text, limit)

        desk = invented_intake.open_desk(parts, search)
        desk.alike(checked(desk, case()), waiting=())
        assert "Yasmina" not in asked[0]
        assert "meldde zich" in asked[0]


class TestSaving:
    def test_a_saved_case_waits_for_review_without_its_original(self, desk: IntakeDesk, parts: Any) -> None:
        done = checked(desk, case())
        assert desk.save([done]).saved == ("C-1",)
        with parts.session() as session:
            stored = store.get_case(session, "C-1")
            assert stored is not None
            assert stored.state is ReviewState.TO_REVIEW
            assert stored.case == done.safe
            assert store.trait_rows(session)["C-1"]
            assert [event.action for event in recent_events(session, limit=9)] == ["case.added"]
            assert store.recent_loads(session, limit=1)[0].stored == 1
        for file in parts.settings.home.rglob("*"):
            assert not file.is_file() or b"Yasmina" not in file.read_bytes()

    def test_saving_again_changes_nothing(self, desk: IntakeDesk) -> None:
        desk.save([checked(desk, case())])
        again = desk.save([checked(desk, case())])
        assert (again.saved, again.unchanged, again.refused) == ((), ("C-1",), ())

    def test_another_text_under_a_number_is_refused(self, desk: IntakeDesk) -> None:
        desk.save([checked(desk, case())])
        again = desk.save([checked(desk, case(situation="Iets anders."))])
        assert again.saved == ()
        assert "Geef de casus een ander nummer" in again.refused[0].reject.reason.nl

    def test_of_two_cases_with_one_number_the_first_is_kept(self, desk: IntakeDesk) -> None:
        one, two = checked(desk, case()), checked(desk, replace(case(situation="Anders."), position=1))
        saved = desk.save([one, two])
        assert saved.saved == ("C-1",)
        assert [refused.position for refused in saved.refused] == [1]

    def test_what_is_missing_is_told_essential_first(self, desk: IntakeDesk) -> None:
        done = checked(desk, case(decision="Betaald.", title="Voorschot"))
        assert done.missing[:2] == ("reasoning", "outcome")
        assert "title" not in done.missing

    def test_problems_are_for_people(self, desk: IntakeDesk) -> None:
        result = desk.check(BroughtCase(0, typed_row([("situation", "Tjerk belde.")])), {})
        assert isinstance(result, Refused)
        assert "Casusnummer: dit ontbreekt" in result.reject.reason.nl
        assert issubclass(IntakeError, DatabankError)
