# SPDX-License-Identifier: EUPL-1.2
"""The page Zoeken, without a browser."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
QUESTION = "voorschot terug na late keuring"


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def ask(at: AppTest, text: str) -> AppTest:
    at.text_area(key="vraag").set_value(text)
    at.form_submit_button[0].click()
    return at.run()


def test_the_start_screen_asks_the_question_of_the_work(open_page: Open) -> None:
    page = html(open_page())
    assert "Hebben we dit vaker meegemaakt?" in page
    assert "18 casussen van 4 maatwerkplaatsen" in page


def test_an_example_question_searches(open_page: Open) -> None:
    at = open_page()
    example = at.button(key="voorbeeld_0").label
    at.button(key="voorbeeld_0").click().run()
    assert at.query_params["q"] == example
    assert "mw-kaart" in html(at)


def test_a_question_gives_cards_and_stands_in_the_address(open_page: Open) -> None:
    at = ask(open_page(), QUESTION)
    assert at.query_params["q"] == QUESTION
    assert "2 vergelijkbare casussen" in html(at)
    assert "casus?id=T-2023-001&amp;terug=q%3Dvoorschot" in html(at)


def test_a_search_is_done_once_for_one_question(open_page: Open, databank: object) -> None:
    ask(open_page(), QUESTION)
    assert databank.searched == [QUESTION]  # type: ignore[attr-defined]


def test_an_address_gives_the_same_page_as_the_question(open_page: Open) -> None:
    asked, opened = ask(open_page(), QUESTION), open_page(q=QUESTION)
    assert html(asked) == html(opened)
    assert opened.text_area(key="vraag").value == QUESTION


def test_a_name_in_the_question_reaches_neither_address_nor_page(open_page: Open) -> None:
    at = ask(open_page(), "Truus Verzonnen moet een voorschot terug")
    assert at.query_params["q"] == "[PERSOON-1] moet een voorschot terug"
    assert at.text_area(key="vraag").value == "[PERSOON-1] moet een voorschot terug"
    assert "Wij hebben persoonsgegevens uit uw zoekvraag gehaald" in html(at)
    assert "Truus" not in html(at)


def test_a_name_in_an_address_is_taken_out_of_it(open_page: Open) -> None:
    at = open_page(q="Truus Verzonnen moet een voorschot terug")
    assert at.query_params["q"] == "[PERSOON-1] moet een voorschot terug"
    assert "Truus" not in html(at)


def test_a_question_without_names_gives_no_notice(open_page: Open) -> None:
    assert "mw-melding" not in html(ask(open_page(), QUESTION))


def test_a_very_long_question_is_cut_and_said_to_be(open_page: Open) -> None:
    at = ask(open_page(), f"{QUESTION}. " + "nog een zin zonder betekenis. " * 300)
    assert len(at.query_params["q"]) <= 4000
    assert "Uw tekst was lang" in html(at)


def test_an_emptied_box_goes_back_to_the_start(open_page: Open) -> None:
    at = ask(open_page(q=QUESTION), "  ")
    assert "q" not in at.query_params
    assert "Wat er in de databank zit" in html(at)


def test_a_filter_goes_into_the_address_and_narrows_the_results(open_page: Open) -> None:
    at = open_page(q=QUESTION)
    at.get_by_key("facet_uitkomst").select("opgelost").run()
    assert at.query_params["uitkomst"] == "opgelost"
    assert "1 vergelijkbare casus<" in html(at)
    assert "T-2023-002" not in html(at)


def test_two_filters_of_one_kind_are_both_kept(open_page: Open) -> None:
    at = open_page(q=QUESTION, uitkomst=["opgelost", "niet opgelost"])
    assert "2 vergelijkbare casussen" in html(at)
    assert at.get_by_key("facet_uitkomst").value == ["opgelost", "niet opgelost"]


def test_a_chip_takes_its_filter_away(open_page: Open) -> None:
    at = open_page(q=QUESTION, uitkomst="opgelost", regeling="WIA")
    assert [at.button(key=f"chip_{n}").label for n in range(2)] == ["Regeling: WIA ✕", "Uitkomst: Opgelost ✕"]
    at.button(key="chip_1").click().run()
    assert "uitkomst" not in at.query_params
    assert at.query_params["regeling"] == "WIA"


def test_all_filters_are_cleared_together(open_page: Open) -> None:
    at = open_page(q=QUESTION, uitkomst="opgelost", van="2023")
    at.button(key="wis_alles").click().run()
    assert dict(at.query_params) == {"q": QUESTION}


def test_a_year_narrows_the_results(open_page: Open) -> None:
    at = open_page(q=QUESTION)
    at.selectbox(key="jaar_van").select("2023").run()
    assert at.query_params["van"] == "2023"
    assert "T-2023-002" not in html(at)


def test_unknown_values_in_an_address_are_ignored(open_page: Open) -> None:
    at = open_page(q=QUESTION, uitkomst="onzin", van="nooit", toon="veel")
    assert "2 vergelijkbare casussen" in html(at)


def test_more_results_are_shown_on_request(open_page: Open) -> None:
    at = open_page(q="dagloon fout loonaangifte hersteld")
    assert "De 10 best vergelijkbare casussen" in html(at)
    at.button(key="meer").click().run()
    assert at.query_params["toon"] == "20"
    assert "14 vergelijkbare casussen" in html(at)


def test_long_facets_open_and_close(open_page: Open) -> None:
    at = open_page(q=QUESTION)
    assert len(at.get_by_key("facet_organisatie").options) == 6
    at.button(key="knop_alle_organisatie").click().run()
    assert len(at.get_by_key("facet_organisatie").options) == 16
    assert at.button(key="knop_alle_organisatie").label == "Toon minder"
    at.button(key="knop_alle_organisatie").click().run()
    assert len(at.get_by_key("facet_organisatie").options) == 6


def test_filters_open_on_a_narrow_screen(open_page: Open) -> None:
    at = open_page(q=QUESTION, regeling="WIA")
    assert at.button(key="filterknop").label == "Toon filters (1)"
    at.button(key="filterknop").click().run()
    assert at.button(key="filterknop").label == "Verberg filters (1)"


def test_weak_hits_are_folded_under_an_honest_answer(open_page: Open) -> None:
    at = open_page(q="keuring van zwembaden")
    page = html(at)
    assert "Niets vergelijkbaars gevonden" in page
    assert [fold.label for fold in at.expander] == ["Toon 2 casussen die er in de verte op lijken"]
    assert [element.value for element in at.expander[0].html if "mw-kaart" in element.value]
    assert page.index("Niets vergelijkbaars gevonden") < page.index("mw-kaart")
    assert "Breng de casus dan in bij de maatwerkplaats" in page


def test_no_hits_at_all_is_a_worded_answer(open_page: Open) -> None:
    page = html(open_page(q="zwembad"))
    assert "Niets vergelijkbaars gevonden" in page
    assert "mw-kaart" not in page


def test_filters_that_leave_nothing_come_with_a_way_out(open_page: Open) -> None:
    at = open_page(q=QUESTION, regeling="AOW", uitkomst="opgelost")
    assert "Met deze filters blijft er niets over" in html(at)
    assert at.button(key="uitweg_0").label == "Zonder ‘Regeling: AOW’: 1 vergelijkbare casus"
    at.button(key="uitweg_0").click().run()
    assert "regeling" not in at.query_params
    assert "1 vergelijkbare casus<" in html(at)


def test_a_notice_of_the_databank_is_shown(open_page: Open, databank: object, invented: object) -> None:
    databank.notice = invented.Bilingual("De index loopt achter.", "The index is behind.")  # type: ignore[attr-defined]
    assert "De index loopt achter." in html(open_page(q=QUESTION))


def test_script_in_question_and_case_stays_text(open_page: Open, invented: object) -> None:
    at = open_page(q=f"boete na ziekte {invented.SCRIPT}")  # type: ignore[attr-defined]
    assert "T-2024-666" in html(at)
    assert "<script" not in html(at)
    assert "<img" not in html(at)


@pytest.mark.usefixtures("in_english")
def test_the_page_speaks_english_when_the_setting_says_so(open_page: Open) -> None:
    page = html(open_page(q=QUESTION))
    assert "2 comparable cases" in page
    assert "vergelijkbare" not in page


# --- what is typed besides plain words ----------------------------------------------------------


def test_a_typed_condition_becomes_a_chip_that_can_go(open_page: Open) -> None:
    at = ask(open_page(), f"{QUESTION} wet:WW")
    assert (at.query_params["q"], at.query_params["regeling"]) == (QUESTION, "WW")
    chip = next(button for button in at.button if button.label == "Regeling: WW ✕")
    chip.click().run()
    assert "regeling" not in at.query_params
    assert at.query_params["q"] == QUESTION


def test_a_condition_without_words_shows_as_a_chip_too(open_page: Open) -> None:
    at = ask(open_page(), "wet:WW")
    assert at.query_params["regeling"] == "WW"
    assert any(button.label == "Regeling: WW ✕" for button in at.button)


def test_a_condition_that_is_not_known_is_told_and_not_kept(open_page: Open) -> None:
    at = ask(open_page(), f"{QUESTION} uitkomst:Verzonnen")
    assert at.query_params["q"] == QUESTION
    assert "Wat u achter ‘uitkomst:’ typte, kennen wij niet." in html(at)
    assert "Verzonnen" not in html(at)


def test_an_added_word_is_left_out_by_its_link(open_page: Open) -> None:
    assert "voorschotbetaling ✕" in html(ask(open_page(), QUESTION))
    page = html(open_page(q=QUESTION, zonder="voorschotbetaling"))
    assert "voorschotbetaling ✕" not in page
    assert "bevoorschotting ✕" in page
    assert "voorschotbetaling +" in page


def test_a_new_question_starts_with_all_words_again(open_page: Open) -> None:
    at = ask(open_page(q=QUESTION, zonder="voorschotbetaling"), f"{QUESTION} nu")
    assert "zonder" not in at.query_params


def test_a_typing_error_is_told(open_page: Open) -> None:
    page = html(ask(open_page(), "voorschot terrug na late keuring"))
    assert "U typte ‘terrug’. Wij hebben ook gezocht naar <b>terug</b>." in page


# --- searching with cases -----------------------------------------------------------------------

FIRST, SECOND = "T-2023-001", "T-2023-002"


def test_a_found_case_leads_to_more_like_it_with_the_same_filters(open_page: Open) -> None:
    page = html(open_page(q=QUESTION, regeling="WIA"))
    assert 'href="./?zoals=T-2023-001&amp;regeling=WIA"' in page
    assert 'aria-label="Meer zoals deze: casus T-2023-001"' in page


def test_cases_like_one_are_found_without_that_one(open_page: Open) -> None:
    at = open_page(zoals=FIRST)
    page = html(at)
    assert "Meer casussen zoals deze" in page
    assert at.button(key="chip_zoals_0").label == "Lijkt op: Voorschot terug na late keuring ✕"
    assert "casus?id=T-2023-002&amp;terug=zoals%3DT-2023-001" in page
    assert "casus?id=T-2023-001&amp;terug" not in page
    assert at.text_area(key="vraag").value == ""


def test_another_case_is_added_to_the_search_and_taken_away(open_page: Open) -> None:
    at = open_page(zoals="T-2025-001")
    assert 'href="./?zoals=T-2025-001%2CT-2025-002"' in html(at)
    assert "Ook zoals deze" in html(at)
    at = open_page(zoals="T-2025-001,T-2023-001")
    assert "Meer casussen zoals deze twee" in html(at)
    at.button(key="chip_zoals_0").click().run()
    assert dict(at.query_params) == {"zoals": FIRST}
    at.button(key="chip_zoals_0").click().run()
    assert dict(at.query_params) == {}
    assert "Wat er in de databank zit" in html(at)


def test_each_case_tells_which_of_the_asked_ones_it_is_most_like(open_page: Open) -> None:
    page = html(open_page(zoals=f"{FIRST},T-2025-001"))
    assert "Lijkt het meest op" in page
    assert '<a href="casus?id=T-2023-001">Voorschot terug na late keuring</a>' in page
    assert "Casus T-2023-001</span>" in page
    assert "Zelfde situatie, andere uitkomst" in page
    assert "Lijkt het meest op" not in html(open_page(zoals=FIRST))


def test_with_three_cases_no_fourth_is_offered(open_page: Open) -> None:
    page = html(open_page(zoals="T-2025-001,T-2025-002,T-2025-003"))
    assert "U zoekt nu met drie casussen." in page
    assert "mw-zoals" not in page
    assert "mw-kaart" in page


def test_a_fourth_case_in_an_address_is_told_and_left_out(open_page: Open) -> None:
    at = open_page(zoals="T-2025-001,T-2025-002,T-2025-003,T-2025-004")
    assert "Wij namen de eerste drie." in html(at)
    assert [button.label for button in at.button if "Lijkt op" in button.label][2].endswith("(3) ✕")


def test_a_case_that_is_gone_is_told_and_left_out(open_page: Open) -> None:
    at = open_page(zoals=f"{FIRST},X-1")
    assert "Casus X-1 is er niet of is niet meer vrijgegeven." in html(at)
    assert "T-2023-002" in html(at)


@pytest.mark.parametrize("gone", ["X-1", "X-1,X-2", "<script>alert(1)</script>"])
def test_when_none_of_the_cases_is_there_the_page_says_what_to_do(open_page: Open, gone: str) -> None:
    page = html(open_page(zoals=gone))
    assert ("Deze casus is er niet" in page) == ("," not in gone)
    assert "Beschrijf hierboven in gewone woorden" in page
    assert "<script" not in page


def test_filters_narrow_a_search_by_cases_and_stay_in_its_address(open_page: Open) -> None:
    at = open_page(zoals=FIRST)
    at.get_by_key("facet_uitkomst").select("opgelost").run()
    assert dict(at.query_params) == {"zoals": FIRST, "uitkomst": "opgelost"}
    assert "T-2023-002" not in html(at)


def test_filters_that_leave_nothing_like_a_case_come_with_a_way_out(open_page: Open) -> None:
    at = open_page(zoals=FIRST, regeling="AOW", uitkomst="niet opgelost")
    assert "Met deze filters blijft er niets over" in html(at)
    at.button(key="uitweg_0").click().run()
    assert dict(at.query_params) == {"zoals": FIRST, "uitkomst": "niet opgelost"}


def test_typed_words_take_the_place_of_the_cases(open_page: Open) -> None:
    at = ask(open_page(zoals="T-2025-001", uitkomst="opgelost"), QUESTION)
    assert dict(at.query_params) == {"q": QUESTION, "uitkomst": "opgelost"}


def test_an_empty_box_leaves_a_search_by_cases_as_it_is(open_page: Open) -> None:
    assert dict(ask(open_page(zoals=FIRST), " ").query_params) == {"zoals": FIRST}


def test_numbers_of_cases_can_be_typed(open_page: Open) -> None:
    at = ask(open_page(), f"zoals:{FIRST},T-2025-001")
    assert dict(at.query_params) == {"zoals": f"{FIRST},T-2025-001"}
    assert "Meer casussen zoals deze" in html(open_page(q=f"zoals:{FIRST}"))


# --- conditions alone ---------------------------------------------------------------------------


def test_conditions_alone_list_the_cases_newest_first(open_page: Open) -> None:
    at = ask(open_page(), "wet:WIA jaar:2022-2023")
    page = html(at)
    assert "2 casussen met deze filters" in page
    assert "Nieuwste eerst" in page
    assert page.index("casus?id=T-2023-001") < page.index("casus?id=T-2023-002")
    assert "vergelijkbaar" not in page
    assert 'href="./?zoals=T-2023-001&amp;regeling=WIA&amp;van=2022&amp;tot=2023"' in page


def test_conditions_alone_in_an_address_list_the_cases_too(open_page: Open) -> None:
    at = open_page(q="wet:WIA jaar:2022-2023")
    assert "2 casussen met deze filters" in html(at)
    assert "Niets vergelijkbaars" not in html(at)
    assert dict(at.query_params) == {"regeling": "WIA", "van": "2022", "tot": "2023"}


def test_what_was_typed_with_conditions_but_not_known_is_told(open_page: Open) -> None:
    page = html(ask(open_page(), "wet:WIA uitkomst:Verzonnen"))
    assert "Wat u achter ‘uitkomst:’ typte, kennen wij niet." in page
    assert "2 casussen met deze filters" in page


def test_a_long_list_has_pages(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search_app.browsing.PAGE", 10)
    at = open_page(regeling="WW")
    assert "15 casussen met deze filters" in html(at)
    assert "bladzijde 1 van 2" in html(at)
    second = html(open_page(regeling="WW", blad="2"))
    assert second.count("mw-kort") == 5
    assert "T-2023-001" in second
    assert html(open_page(regeling="WW", blad="99")).count("mw-kort") == 5


def test_a_filter_in_the_list_starts_at_its_first_page(open_page: Open) -> None:
    at = open_page(regeling="WW", blad="2")
    at.get_by_key("facet_uitkomst").select("opgelost").run()
    assert dict(at.query_params) == {"regeling": "WW", "uitkomst": "opgelost"}


def test_conditions_that_no_case_meets_come_with_a_way_out(open_page: Open) -> None:
    at = open_page(regeling="AOW", uitkomst="opgelost")
    assert "Met deze filters blijft er niets over" in html(at)
    assert at.button(key="uitweg_0").label == "Zonder ‘Regeling: AOW’: 15 casussen"
    at.button(key="uitweg_0").click().run()
    assert "15 casussen met deze filters" in html(at)


def test_words_search_within_the_listed_cases(open_page: Open) -> None:
    at = ask(open_page(uitkomst="opgelost", blad="2"), QUESTION)
    assert dict(at.query_params) == {"q": QUESTION, "uitkomst": "opgelost"}


def test_the_start_screen_leads_to_the_cases_of_a_law(open_page: Open) -> None:
    page = html(open_page())
    assert '<a href="./?regeling=WW" aria-label="Toon casussen: WW">WW</a>' in page
    assert 'href="./?uitkomst=niet+opgelost"' in page


def test_a_search_is_followed_and_no_longer_followed(open_page: Open, databank: Any) -> None:
    at = open_page(q="voorschot terug na late keuring", uitkomst="opgelost")
    at.button(key="volg").click().run()
    [saved] = databank.patterns.followed()
    assert saved.text == "voorschot terug na late keuring"
    assert "U volgt deze zoekvraag" in "\n".join(each.value for each in at.markdown)
    at.button(key="volg_niet").click().run()
    assert databank.patterns.followed() == []
