# SPDX-License-Identifier: EUPL-1.2
"""The page Beoordelen, without a browser; the database behind it is a real one."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
MAYOR, AMBER, PLAIN, BARE, INJECTED = "R-2026-001", "R-2026-002", "R-2026-003", "R-2026-004", "R-2026-666"


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def plain(at: AppTest) -> str:
    """What stands on the page, without tags."""
    return re.sub(r"<[^>]+>", "", html(at))


def queue(at: AppTest) -> list[str]:
    found = re.search(r'<ol class="mw-rij">.*?</ol>', html(at), re.DOTALL)
    return re.findall(r"casus=([\w-]+)", found[0]) if found else []


@pytest.fixture
def desk(databank: Any) -> Callable[[str], Any]:
    """The desk of somebody else, beside the page."""
    return databank.desk_of  # type: ignore[no-any-return]


def test_the_riskiest_case_is_open_and_first_in_the_queue(open_page: Open) -> None:
    at = open_page("beoordelen")
    assert queue(at) == [MAYOR, AMBER, INJECTED, PLAIN, BARE]
    page = html(at)
    assert "<b>5 casussen wachten</b>" in page
    assert "Toeslag terug na een toezegging" in page
    assert "Risico hoog" in page
    assert "Er is maar één casus met: vrouw, 60-64 jaar" in page
    assert "Twee mensen moeten deze casus goedkeuren" in page


def test_the_text_shows_what_is_suspect_what_was_replaced_and_what_can_be_coarser(open_page: Open) -> None:
    page = html(open_page("beoordelen"))
    assert 'class="mw-teken mw-nu mw-druk-plek_0"' in page
    assert 'class="mw-teken mw-verdacht mw-druk-plek_1"' in page
    assert '<mark class="mw-teken mw-weg">[PERSOON-1]</mark>' in page
    assert page.count("mw-teken mw-grover") == 3  # twice in the text, once in the legend
    assert "Dit woord met een hoofdletter kennen we niet." in page
    assert "<span>persoon</span> <b>3×</b>" in page


def test_an_address_opens_its_case(open_page: Open) -> None:
    assert "<h2>Zesde jaar en toch geen uitkering</h2>" in html(open_page("beoordelen", casus=AMBER))


@pytest.mark.parametrize("case_id", ["X-1", "<script>alert(1)</script>", "A" * 5000])
def test_a_case_that_is_not_there_is_told(open_page: Open, case_id: str) -> None:
    page = html(open_page("beoordelen", casus=case_id))
    assert "Deze casus is er niet meer" in page
    assert "<script" not in page


# --- open places ---


def test_a_suspect_word_is_masked_everywhere_in_the_case(open_page: Open) -> None:
    at = open_page("beoordelen")
    at.button(key="maskeer").click().run()
    page = html(at)
    assert "2 plekken gemaskeerd." in page
    assert "Sjoukje" not in plain(at).split("Boete")[0]
    assert "Geen open plekken" in page


def test_it_is_masked_as_somebody_who_is_there_already(open_page: Open) -> None:
    at = open_page("beoordelen")
    picked = next(box for box in at.selectbox if box.label == "Maskeer als")
    assert "[PERSOON-2]" in picked.options
    picked.select("[PERSOON-2]").run()
    at.button(key="maskeer").click().run()
    assert "Haar buurvrouw [PERSOON-2] heeft" in plain(at)


def test_a_suspect_that_is_nothing_goes_and_is_remembered_for_this_case(open_page: Open, desk: Any) -> None:
    at = open_page("beoordelen", casus=AMBER)
    at.button(key="geen_probleem").click().run()
    assert "Genoteerd: geen probleem." in html(at)
    assert "Bekijk deze plek<" in html(at)  # one is left
    (record,) = desk("bram").terms()
    assert (record.term.text, record.term.case_id) == ("Amber", AMBER)
    at.button(key="ongedaan").click().run()
    assert desk("bram").terms() == []
    assert "Bekijk deze plek (1 van 3)" in html(at)


def test_another_open_place_can_be_looked_at(open_page: Open) -> None:
    at = open_page("beoordelen", casus=AMBER)
    assert at.button(key="plek_1").label == "2. Tjeenk"
    at.button(key="plek_1").click().run()
    assert "Bekijk deze plek (2 van 3)" in html(at)
    at.button(key="maskeer").click().run()
    assert "Volgens [PERSOON-2] was dat juist" in plain(at)


def test_all_places_can_be_settled_together(open_page: Open) -> None:
    at = open_page("beoordelen", casus=AMBER)
    at.button(key="alles_goed").click().run()
    assert "Geen open plekken" in html(at)
    assert at.button(key="vrijgeven").label == "Geef vrij"


# --- corrections ---


def test_a_proposal_is_taken_over_at_all_its_places(open_page: Open) -> None:
    at = open_page("beoordelen")
    assert at.button(key="voorstel_0").label == "burgemeester → bestuurder"
    at.button(key="voorstel_0").click().run()
    assert "burgemeester" not in plain(at).replace("Zeeland, burgemeester", "")
    assert "kent de bestuurder." in plain(at)
    assert at.button(key="vrijgeven").label == "Geef vrij (2 plekken open)"  # the risk is gone with it


def test_words_are_masked_and_the_slip_is_undone(open_page: Open) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.text_input(key="maskeer_woorden").set_value("voorschot")
    at.selectbox(key="maskeer_als").select("organisatie (nieuw)")
    at.button(key="FormSubmitter:meer_maskeren_form-Maskeer").click().run()
    assert "een [ORGANISATIE-1], met" in plain(at)
    at.button(key="ongedaan").click().run()
    assert "Ongedaan gemaakt." in html(at)
    assert "een voorschot, met" in plain(at)


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Typ eerst de woorden."), ("zeppelin", "Deze woorden staan niet in de casus.")]
)
def test_words_that_are_not_there_are_told(open_page: Open, typed: str, said: str) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.text_input(key="maskeer_woorden").set_value(typed)
    at.button(key="FormSubmitter:meer_maskeren_form-Maskeer").click().run()
    assert said in html(at)
    assert 'role="alert"' in html(at)


def test_a_placeholder_is_changed_over_the_case(open_page: Open) -> None:
    at = open_page("beoordelen")
    at.selectbox(key="aanduiding_oud").select("[PERSOON-2]").run()
    assert {"[PERSOON-1]", "[PERSOON-3]", "[PARTNER]"} <= set(at.selectbox(key="aanduiding_nieuw").options)
    at.selectbox(key="aanduiding_nieuw").select("[COLLEGA-1]").run()
    at.button(key="verander_aanduiding").click().run()
    assert "Bij de balie zei [COLLEGA-1] dat" in plain(at)


def test_a_word_is_put_back_and_left_alone_from_now_on(open_page: Open, desk: Any) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.selectbox(key="terug_aanduiding").select("[BSN]")
    at.text_input(key="terug_woord").set_value("een kenmerk")
    at.selectbox(key="terug_bereik").select("in casussen van Twente")
    at.button(key="FormSubmitter:woord_terug_form-Zet terug").click().run()
    assert "met een kenmerk op de brief" in plain(at)
    (record,) = desk("bram").terms()
    assert (record.term.text, record.term.maatwerkplaats) == ("een kenmerk", "Twente")


@pytest.mark.parametrize("typed", ["999990019", "Tjitske belde", ""])
def test_no_number_or_other_name_comes_back(open_page: Open, desk: Any, typed: str) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.selectbox(key="terug_aanduiding").select("[BSN]")
    at.text_input(key="terug_woord").set_value(typed)
    at.button(key="FormSubmitter:woord_terug_form-Zet terug").click().run()
    assert 'role="alert"' in html(at)
    assert "met [BSN] op de brief" in plain(at)
    assert desk("bram").terms() == []


# --- deciding ---


def test_after_a_release_the_next_case_opens(open_page: Open, desk: Any) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.button(key="vrijgeven").click().run()
    assert f"{PLAIN} is vrijgegeven." in html(at)
    assert at.query_params["casus"] == [BARE] or at.query_params["casus"] == BARE
    assert queue(at) == [MAYOR, AMBER, INJECTED, BARE]
    assert "1 vandaag door u beoordeeld" in html(at)
    at.button(key="ongedaan").click().run()
    assert PLAIN in queue(at)
    assert "Voorschot na late keuring" in html(at)
    assert desk("bram").sheet(PLAIN).stored.state == "te beoordelen"


def test_a_case_is_held_back_with_a_reason_without_names(open_page: Open, desk: Any) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    at.text_input(key="beoordelen_toelichting").set_value("Jansen belt nog")
    at.button(key="aanhouden").click().run()
    assert f"{PLAIN} is aangehouden." in html(at)
    assert at.text_input(key="beoordelen_toelichting").value == ""
    assert desk("bram").sheet(PLAIN).reviews[-1].reason == "[PERSOON-1] belt nog"


def test_later_leaves_the_case_as_it_is(open_page: Open) -> None:
    at = open_page("beoordelen")
    at.button(key="later").click().run()
    assert "<h2>Zesde jaar en toch geen uitkering</h2>" in html(at)
    assert len(queue(at)) == 5
    for _ in range(4):
        at.button(key="aanhouden").click().run()
    assert "Toeslag terug na een toezegging</h2>" in html(at)  # what was put off comes last
    assert queue(at) == [MAYOR]


def test_two_people_release_a_recognisable_case(open_page: Open, desk: Any) -> None:
    at = open_page("beoordelen")
    assert at.button(key="vrijgeven").label == "Keur goed (1 van 2)"
    at.button(key="vrijgeven").click().run()
    assert f"{MAYOR} is goedgekeurd en wacht op een tweede beoordelaar." in html(at)
    assert queue(at)[-1] == MAYOR
    again = open_page("beoordelen", casus=MAYOR)
    assert "Nu moet een collega ook kijken." in html(again)
    assert again.button(key="vrijgeven").disabled
    desk("bram").approve(MAYOR)
    assert MAYOR not in queue(open_page("beoordelen"))


def test_the_second_person_sees_who_was_first(open_page: Open, desk: Any) -> None:
    desk("bram").approve(MAYOR)
    at = open_page("beoordelen", casus=MAYOR)
    assert "Goedgekeurd door bram." in html(at)
    at.button(key="vrijgeven").click().run()
    assert f"{MAYOR} is vrijgegeven." in html(at)


def test_nobody_releases_what_somebody_changed_meanwhile(open_page: Open, desk: Any, databank: Any) -> None:
    at = open_page("beoordelen", casus=PLAIN)
    databank.desk_of("bram").mask_words(PLAIN, "voorschot", "ORG")
    at.button(key="vrijgeven").click().run()
    assert "Deze casus is intussen gewijzigd." in html(at)
    assert desk("bram").sheet(PLAIN).stored.state == "te beoordelen"


# --- the queue ---


def test_the_queue_can_be_narrowed_and_says_so_in_the_address(open_page: Open) -> None:
    at = open_page("beoordelen")
    at.get_by_key("risico").select("Middel 2").run()
    assert queue(at) == [AMBER, INJECTED]
    assert "risico" in at.query_params
    assert queue(open_page("beoordelen", maatwerkplaats="Twente")) == [AMBER, PLAIN]
    assert queue(open_page("beoordelen", open="ja")) == [MAYOR, AMBER, INJECTED]


def test_held_and_released_cases_can_be_put_back(open_page: Open, desk: Any) -> None:
    desk("bram").hold(PLAIN)
    desk("bram").approve(BARE)
    at = open_page("beoordelen", stand="aangehouden")
    assert queue(at) == [PLAIN]
    at.button(key="terugzetten").click().run()
    assert f"{PLAIN} staat weer in de wachtrij." in html(at)
    at = open_page("beoordelen", stand="vrijgegeven")
    assert queue(at) == [BARE]
    assert "vrijgeven" not in {button.key for button in at.button}
    at.button(key="terugzetten").click().run()
    assert desk("bram").sheet(BARE).stored.state == "te beoordelen"


def test_an_empty_queue_is_told_warmly(open_page: Open, desk: Any) -> None:
    for case_id in (AMBER, PLAIN, BARE, INJECTED):
        desk("bram").approve(case_id)
    desk("bram").hold(MAYOR)
    page = html(open_page("beoordelen"))
    assert "De wachtrij is leeg" in page
    assert "Dank u wel" in page
    at = open_page("beoordelen", risico="hoog")
    assert "Hier wacht niets" in html(at)
    at.button(key="alles").click().run()
    assert "De wachtrij is leeg" in html(at)


def test_unknown_values_in_the_address_are_ignored(open_page: Open) -> None:
    assert len(queue(open_page("beoordelen", stand="onzin", risico="enorm", blad="veel", open="?"))) == 5


def test_script_in_a_case_stays_text(open_page: Open) -> None:
    page = html(open_page("beoordelen", casus=INJECTED))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.usefixtures("in_english")
def test_the_page_speaks_english_when_the_setting_says_so(open_page: Open) -> None:
    at = open_page("beoordelen")
    page = html(at)
    assert "5 cases are waiting" in page
    assert "Risk high" in page
    assert at.button(key="maskeer").label == "Mask"
    assert "Wachtrij" not in page
