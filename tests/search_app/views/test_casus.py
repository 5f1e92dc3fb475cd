# SPDX-License-Identifier: EUPL-1.2
"""The page Casus, without a browser."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def test_a_whole_case_tells_everything_that_was_filled_in(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001"))
    for text in (
        "Voorschot terug na late keuring", "Nu moet alles terug.", "zij krijgt de rekening",
        "Een betalingsregeling voorgesteld.", "De terugvordering is verplicht.", "Het bedrag is te hoog.",
        "Zij durft de post niet te openen.", "De invordering is stilgelegd.", "De helft is kwijtgescholden.",
        "De vertraging lag aan ons.", "Schrijf in de brief", "Afgeweken van de regels",
        "Alle velden zijn ingevuld.",
    ):  # fmt: skip
        assert text in page


def test_the_circle_has_its_values_in_text(open_page: Open) -> None:
    at = open_page("casus", id="T-2023-001")
    assert [image.alt for image in at.get("image")[0].proto.imgs] == [
        "Perspectiefcirkel: juridisch onvoldoende, financieel voldoende, maatschappelijk goed"
    ]


def test_the_citation_holds_a_lasting_address(open_page: Open) -> None:
    at = open_page("casus", id="T-2023-001", terug="q=voorschot")
    cited = at.code[0].value
    assert cited.startswith("Maatwerk-databank, casus T-2023-001, ‘Voorschot terug na late keuring’, Twente")
    assert cited.endswith("/casus?id=T-2023-001")


def test_the_way_back_keeps_the_search(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001", terug="q=late+keuring&uitkomst=opgelost"))
    assert 'href="./?q=late+keuring&amp;uitkomst=opgelost"' in page


@pytest.mark.parametrize("back", ["https://elders.example/", "javascript:alert(1)", "//elders.example"])
def test_the_way_back_never_leads_elsewhere(open_page: Open, back: str) -> None:
    assert 'href="./"' in html(open_page("casus", id="T-2023-001", terug=back))


def test_a_like_case_that_ended_differently_says_so(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001"))
    assert "T-2023-002" in page
    assert "Zelfde situatie, andere uitkomst" in page


def test_whoever_brought_a_case_in_reads_what_became_of_its_pattern(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001"))
    for text in (
        "Deel van een patroon", 'href="patroon?id=P-2025-001"', "Tijdelijke oplossing",
        "Antwoord van 3 september 2025:",
        "De invordering wacht tot na de keuring.", "U hoort hierover uiterlijk op 1 april 2026.",
    ):  # fmt: skip
        assert text in page


def test_a_case_in_no_pattern_says_nothing_about_patterns(open_page: Open) -> None:
    assert "Deel van een patroon" not in html(open_page("casus", id="T-2024-009"))


def test_a_like_case_that_ended_differently_is_laid_beside_the_case(open_page: Open, databank: Any) -> None:
    treatment = databank.treated_otherwise("T-2023-001")
    page = html(open_page("casus", id="T-2023-001"))
    [otherwise] = treatment.otherwise
    assert f"{otherwise.pair.first} naast {otherwise.pair.second}" in page
    assert "Anders afgelopen: 1;" in page


def test_a_case_without_like_cases_says_that_there_is_nothing_to_lay_beside_it(open_page: Open) -> None:
    assert "Geen casus lijkt hier genoeg op" in html(open_page("casus", id="T-2024-009"))


def test_like_cases_can_be_compared_by_one_side(open_page: Open) -> None:
    at = open_page("casus", id="T-2025-001")
    assert "T-2025-002" in html(at)
    at.get_by_key("vergelijk").set_value("solution").run()
    assert not at.exception


def test_a_sparse_case_names_what_is_missing(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2024-009"))
    assert "Casus zonder titel" in page
    assert "Niet ingevuld: titel, regeling" in page
    assert "uitkomst en lessen." in page
    assert "Afweging, besluit en lessen zijn niet ingevuld." in page


@pytest.mark.parametrize("case_id", ["X-1", "<script>alert(1)</script>", "' OR 1=1 --", "A" * 5000])
def test_an_unknown_number_gives_a_worded_answer(open_page: Open, case_id: str) -> None:
    page = html(open_page("casus", id=case_id))
    assert "Deze casus is er niet" in page
    assert "<script" not in page
    assert "A" * 100 not in page


def test_an_address_without_a_number_gives_a_worded_answer(open_page: Open) -> None:
    assert "Geen casus gekozen" in html(open_page("casus"))


def test_script_in_a_case_stays_text(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2024-666"))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.usefixtures("in_english")
def test_the_page_speaks_english_when_the_setting_says_so(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001"))
    assert "Three perspectives" in page
    assert "Perspectieven" not in page


def test_the_page_uitleg_says_what_is_not_promised(open_page: Open) -> None:
    page = html(open_page("uitleg"))
    assert "Wat de databank niet doet" in page
    assert "Zwak vergelijkbaar" in page


def test_a_case_leads_to_more_like_it_with_the_filters_of_the_search(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-001", terug="q=keuring&uitkomst=opgelost"))
    assert 'href="./?zoals=T-2023-001&amp;uitkomst=opgelost"' in page
    assert "Meer zoals deze" in page


def test_a_case_that_was_found_by_others_can_be_added_to_them(open_page: Open) -> None:
    page = html(open_page("casus", id="T-2023-002", terug="zoals=T-2023-001"))
    assert 'href="./?zoals=T-2023-001%2CT-2023-002"' in page
    assert "Ook zoals deze" in page
    assert 'href="./?zoals=T-2023-001"' in page  # the way back
