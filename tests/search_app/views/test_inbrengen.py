# SPDX-License-Identifier: EUPL-1.2
"""The page Inbrengen, without a browser."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from casebase import store
from casebase.record import SafeCase
from casebase.vocabulary import Outcome

Open = Callable[..., AppTest]
PASTED = (
    "Zaaknummer: 2026-014\nTitel: Voorschot terug\n\nSituatie:\nYasmina El Amrani uit Delfzijl kreeg een "
    "voorschot. Sjoukje belde namens Yasmina. De wet Amber gold. BSN 999912345.\n\nBesluit:\nOmgezet.\n"
)
REGISTER = (
    b"Zaaknummer;Titel;Situatei;Besluit;Afweging;Uitkomst;Naam klant;Kleur\n"
    b"Z-1;Voorschot;Tjerk wacht op een keuring;Omgezet;Wij waren te laat;opgelost;Tjerk;blauw\n"
    b"Z-2;Boete;Yasmina uit Oss kon niets melden, zegt Sjoukje;;;;;\n"
    b"Z-3;Uitkomst onzin;Iemand wachtte;;;weet niet;;\n"
    b";Zonder nummer;Iemand wachtte kort;Betaald;Billijk;opgelost;;\n"
)


@pytest.fixture(autouse=True)
def folder(databank: Any, tmp_path: Path) -> None:
    """The database of this test, which goes away with it."""
    databank.__dict__["intake_parts"] = databank.intake.open_parts(tmp_path)


@pytest.fixture
def cases(databank: Any) -> Callable[[], dict[str, SafeCase]]:
    """What was stored so far, by number."""

    def stored() -> dict[str, SafeCase]:
        with databank.intake_parts.session() as session:
            found = store.list_cases(session, limit=99, offset=0)
        return {each.case.case_id: each.case for each in found}

    return stored


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def by(at: Any, way: str) -> None:
    """Choose how to bring a case."""
    at.get_by_key("inbrengen_hoe_0").set_value(way).run()


def press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def submit(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.form_submit_button if button.label == label).click().run()


def paste(open_page: Open, text: str = PASTED) -> AppTest:
    at = open_page("inbrengen")
    by(at, "Plakken")
    at.text_area[0].set_value(text)
    return press(at, "lees")


def upload(open_page: Open, content: bytes = REGISTER, name: str = "register.csv") -> AppTest:
    at = open_page("inbrengen")
    at.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    return press(at, "lees")


def listed(open_page: Open) -> AppTest:
    return press(upload(open_page), "verder")


def finding(at: AppTest, words: str) -> AppTest:
    """Choose something that was found, by its words."""
    key = next(b.key for b in at.button if b.key.startswith("vondst_") and b.label.startswith(words))
    return press(at, key)


class TestBringing:
    def test_the_first_screen_says_what_happens_to_the_text(self, open_page: Open) -> None:
        page = html(open_page("inbrengen"))
        assert "alleen in het geheugen van dit bezoek" in page
        assert 'aria-current="step"><b>1</b> Brengen' in page

    @pytest.mark.parametrize("way", ["Bestand", "Plakken"])
    def test_nothing_brought_is_told(self, open_page: Open, way: str) -> None:
        at = open_page("inbrengen")
        by(at, way)
        assert "Geef eerst een bestand of een tekst." in html(press(at, "lees"))

    def test_a_file_of_another_kind_is_refused_with_advice(self, open_page: Open) -> None:
        page = html(upload(open_page, b"tekst", "oud.csv"))
        assert "In oud.csv zijn geen kolomkoppen gevonden." in page

    def test_a_form_is_filled_in_and_gets_a_number(self, open_page: Open) -> None:
        at = open_page("inbrengen")
        by(at, "Invullen")
        at.text_area(key="inbrengen_situation_0").set_value("Tjerk wachtte op 4 maart 2024 nog.")
        at.selectbox(key="inbrengen_outcome_0").set_value("opgelost")
        page = html(submit(at, "Lees en haal persoonsgegevens eruit"))
        assert "MW-2026-001" in page
        assert "[PERSOON-1]</mark> wachtte" in page
        assert "Is het voor de klant opgelost?" not in str(at)

    def test_a_form_without_a_story_asks_for_one(self, open_page: Open) -> None:
        at = open_page("inbrengen")
        by(at, "Invullen")
        assert "Vertel ten minste wat er aan de hand was" in html(
            submit(at, "Lees en haal persoonsgegevens eruit")
        )

    def test_a_date_that_cannot_be_read_is_told_and_can_be_repaired(self, open_page: Open) -> None:
        at = open_page("inbrengen")
        by(at, "Invullen")
        at.text_area(key="inbrengen_situation_0").set_value("Tjerk wachtte.")
        at.text_input(key="inbrengen_received_on_0").set_value("31-02-2024")
        submit(at, "Lees en haal persoonsgegevens eruit")
        assert "Datum ontvangst: " in html(at)
        at.text_input(key="inbrengen_0_received_on_0").set_value("28-02-2024")
        assert "Zo wordt het bewaard" in html(submit(at, "Herstel"))

    def test_what_was_typed_can_be_edited_and_keeps_its_corrections(self, open_page: Open) -> None:
        at = open_page("inbrengen")
        by(at, "Invullen")
        at.text_area(key="inbrengen_situation_0").set_value("Sjoukje wachtte.")
        press(submit(at, "Lees en haal persoonsgegevens eruit"), "lak_weg")
        press(at, "aanpassen")
        assert at.text_area(key="inbrengen_situation_0").value == "Sjoukje wachtte."
        at.text_area(key="inbrengen_situation_0").set_value("Sjoukje wachtte lang.")
        page = html(submit(at, "Lees en haal persoonsgegevens eruit"))
        assert "[PERSOON-1]</mark> wachtte lang." in page


class TestMapping:
    def test_columns_that_ask_for_a_look_come_first(self, open_page: Open) -> None:
        page = html(upload(open_page))
        assert "4 casussen in 1 bestand." in page
        assert page.index("Kleur") < page.index("Situatei") < page.index("Zaaknummer")
        assert "Niet herkend" in page
        assert "Klopt dit?" in page
        assert "Alleen om te zoeken" in page

    def test_a_column_can_be_read_differently(self, open_page: Open) -> None:
        at = upload(open_page)
        at.selectbox(key="inbrengen_veld_0").set_value("lessons")
        page = html(press(at, "pas_toe"))
        assert "Door u gekozen" in page
        assert "Niet herkend" not in page

    def test_a_file_in_which_all_is_clear_goes_straight_to_checking(self, open_page: Open) -> None:
        content = b"Zaaknummer;Situatie\nZ-9;Tjerk wacht\n"
        assert "Zo wordt het bewaard" in html(upload(open_page, content))


class TestChecking:
    def test_original_and_safe_text_stand_side_by_side(self, open_page: Open) -> None:
        page = html(paste(open_page))
        assert "Origineel, alleen voor u" in page
        assert "Yasmina El Amrani<span" in page
        assert "[PERSOON-1]</mark>" in page
        assert "Bekijk deze plek" in page

    def test_doubtful_words_are_masked(self, open_page: Open, cases: Any) -> None:
        at = press(paste(open_page), "lak_weg")
        assert "Weggelakt, overal in deze casus." in html(at)
        press(press(at, "lijkt_op"), "bewaar")
        assert "Sjoukje" not in cases()["2026-014"].situation

    def test_doubtful_words_can_be_no_personal_data(self, open_page: Open, cases: Any) -> None:
        at = press(paste(open_page), "geen_gegeven")
        assert "Niets meer te bekijken" in html(at)
        press(press(at, "lijkt_op"), "bewaar")
        assert cases()["2026-014"].suspects == ()

    def test_a_false_alarm_stays_and_waits_for_the_reviewer(self, open_page: Open, cases: Any) -> None:
        at = press(finding(paste(open_page), "Amber"), "geen_gegeven")
        assert "Dit blijft staan." in html(at)
        press(press(at, "lijkt_op"), "bewaar")
        case = cases()["2026-014"]
        assert "De wet Amber gold." in case.situation
        assert {case.situation[s.start : s.end] for s in case.suspects} == {"Sjoukje", "Amber"}

    def test_a_number_has_no_button_to_bring_it_back(self, open_page: Open) -> None:
        at = finding(paste(open_page), "999912345")
        assert "Nummers, adressen en datums blijven altijd weg." in html(at)
        assert "geen_gegeven" not in {button.key for button in at.button}

    def test_somebody_gets_a_role(self, open_page: Open, cases: Any) -> None:
        at = finding(paste(open_page), "Yasmina El")
        chosen = next(box for box in at.selectbox if box.label == "Andere aanduiding")
        chosen.set_value("[PARTNER]").run()
        press(at, "verander")
        press(press(at, "lijkt_op"), "bewaar")
        assert cases()["2026-014"].situation.count("[PARTNER]") == 2

    def test_typed_words_are_masked(self, open_page: Open, cases: Any) -> None:
        at = paste(open_page)
        at.text_input(key="maskeer_woorden").set_value("voorschot")
        at.selectbox(key="inbrengen_soort_meer_0").set_value("ORG")
        submit(at, "Lak weg")
        press(press(at, "lijkt_op"), "bewaar")
        assert "voorschot" not in cases()["2026-014"].situation

    def test_words_that_are_not_there_are_told(self, open_page: Open) -> None:
        at = paste(open_page)
        at.text_input(key="maskeer_woorden").set_value("Wilhelmina")
        assert "Deze woorden staan niet in de tekst." in html(submit(at, "Lak weg"))

    def test_the_last_change_is_undone(self, open_page: Open) -> None:
        at = press(press(paste(open_page), "lak_weg"), "ongedaan")
        assert "Ongedaan gemaakt." in html(at)
        assert "Bekijk deze plek" in html(at)

    def test_what_is_missing_is_asked_for_and_filled_in(self, open_page: Open, cases: Any) -> None:
        at = paste(open_page)
        at.text_area(key="inbrengen_0_reasoning_0").set_value("Tjerk vond het billijk.")
        at.selectbox(key="inbrengen_0_outcome_0").set_value("deels opgelost")
        submit(at, "Vul aan")
        assert "Aangevuld." in html(at)
        press(press(at, "lijkt_op"), "bewaar")
        case = cases()["2026-014"]
        assert case.outcome is Outcome.PARTLY
        assert case.reasoning.endswith("vond het billijk.")
        assert "Tjerk" not in case.reasoning

    def test_script_in_a_case_stays_text(self, open_page: Open, invented: Any) -> None:
        page = html(paste(open_page, f"Zaaknummer: 1-1\nSituatie:\nBoete {invented.SCRIPT} voor Tjerk\n"))
        assert "<script" not in page
        assert "&lt;script&gt;" in page

    def test_how_a_row_was_read_is_told(self, open_page: Open) -> None:
        content = b"Zaaknummer;Nummer;Situatie\nZ-9;12;Tjerk wacht\n"
        page = html(upload(open_page, content))
        assert "Dit viel op bij het lezen" in page
        assert "is overgeslagen: het casusnummer staat al in een andere kolom." in page


class TestComparingAndSaving:
    def test_like_cases_are_shown_before_saving(self, open_page: Open, databank: Any) -> None:
        page = html(press(paste(open_page), "lijkt_op"))
        assert "Is dit al eens opgelost?" in page
        assert "T-2023-001" in page
        assert "Yasmina" not in "".join(databank.searched)

    def test_a_like_case_lies_beside_the_own_one_with_what_differs(self, open_page: Open) -> None:
        card = next(
            part for part in html(press(paste(open_page), "lijkt_op")).split("<article") if "T-2023" in part
        )
        assert '<span class="mw-bron">Uw casus</span>' in card
        assert '<span class="mw-bron">Deze casus, situatie</span>' in card
        assert "Andere maatwerkplaats." in card

    def test_saving_tells_what_happens_next_and_drops_the_original(self, open_page: Open, cases: Any) -> None:
        at = press(press(paste(open_page), "lijkt_op"), "bewaar")
        assert "Casus 2026-014 is bewaard" in html(at)
        assert "wacht nu op een beoordelaar" in html(at)
        left = at.session_state["inbrengen"]
        assert (left.brought.rows, left.cases, left.checked, left.history) == ((), {}, {}, {})
        kept = at.session_state._state.filtered_state
        assert not [name for name, value in kept.items() if "Yasmina" in f"{name}{value}"]
        assert list(cases()) == ["2026-014"]

    def test_a_case_that_is_there_already_is_not_saved_again(self, open_page: Open, cases: Any) -> None:
        press(press(paste(open_page), "lijkt_op"), "bewaar")
        again = press(paste(open_page), "lijkt_op")
        assert "staat al in de databank, met dezelfde inhoud" in html(again)
        assert "bewaar" not in {button.key for button in again.button}

    def test_a_taken_number_is_replaced(self, open_page: Open, cases: Any) -> None:
        press(press(paste(open_page), "lijkt_op"), "bewaar")
        at = press(paste(open_page, PASTED.replace("Delfzijl", "Oss")), "lijkt_op")
        assert "Onder nummer 2026-014 staat al een andere casus." in html(at)
        press(press(at, "ander_nummer"), "bewaar")
        assert sorted(cases()) == ["2026-014", "MW-2026-001"]

    def test_leaving_the_page_drops_everything(self, open_page: Open) -> None:
        at = paste(open_page)
        assert "inbrengen" in at.session_state
        at.switch_page("views/uitleg.py").run()
        assert "inbrengen" not in at.session_state

    def test_starting_over_drops_everything(self, open_page: Open) -> None:
        at = press(paste(open_page), "opnieuw")
        assert "inbrengen" not in at.session_state
        assert 'aria-current="step"><b>1</b> Brengen' in html(at)

    def test_no_word_of_a_case_is_logged(self, open_page: Open, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        press(press(press(paste(open_page), "lak_weg"), "lijkt_op"), "bewaar")
        assert not [word for word in ("Yasmina", "Delfzijl", "Sjoukje", "9999") if word in caplog.text]


class TestManyCases:
    def test_each_case_says_what_it_asks_for(self, open_page: Open) -> None:
        page = html(listed(open_page))
        assert "kies uit: opgelost" in page
        assert "Casusnummer: dit ontbreekt" in page
        assert "1 bekijken" in page
        assert "3 ontbreekt" in page
        assert "klaar" in page

    def test_what_is_ready_is_saved_at_once_and_the_rest_stays(self, open_page: Open, cases: Any) -> None:
        at = press(listed(open_page), "bewaar_klaar")
        assert list(cases()) == ["Z-1"]
        assert "Tjerk" not in cases()["Z-1"].situation
        assert "Ga verder met de andere (3)" in {button.label for button in at.button}
        assert any(button.label.endswith("Boete") for button in press(at, "ga_verder").button)

    def test_cases_without_a_number_get_one(self, open_page: Open, cases: Any) -> None:
        at = press(listed(open_page), "geef_nummers")
        press(at, "bewaar_klaar")
        assert sorted(cases()) == ["MW-2026-001", "Z-1"]

    def test_a_case_is_opened_repaired_and_left(self, open_page: Open) -> None:
        at = press(listed(open_page), "open_2")
        assert "Deze casus kunnen wij nog niet lezen" in html(at)
        at.selectbox(key="inbrengen_2_outcome_0").set_value("onbekend")
        submit(at, "Herstel")
        assert "Zo wordt het bewaard" in html(at)
        assert "niet gelezen" not in html(press(press(at, "terug"), "geef_nummers"))


@pytest.mark.usefixtures("in_english")
def test_the_page_speaks_english_when_the_setting_says_so(open_page: Open) -> None:
    at = open_page("inbrengen")
    by(at, "Paste")
    at.text_area[0].set_value(PASTED)
    page = html(press(at, "lees"))
    assert "Original, for you only" in page
    assert "Origineel" not in page
