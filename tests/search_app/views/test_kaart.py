# SPDX-License-Identifier: EUPL-1.2
"""The page Kaart, without a browser."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from casebase.bilingual import DatabankError

Open = Callable[..., AppTest]


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def figure(at: AppTest) -> dict[str, Any]:
    (chart,) = at.get("plotly_chart")
    found: dict[str, Any] = json.loads(chart.proto.spec)
    return found


def shown_brightly(at: AppTest) -> set[str]:
    return {
        case_id
        for trace in figure(at)["data"]
        if trace["marker"]["opacity"] > 0.5
        for (case_id,) in trace["customdata"]
    }


def pills(at: AppTest, field: str) -> Any:
    return at.get_by_key(f"waarden_{field}")


def test_all_cases_are_on_the_map_and_in_words(open_page: Open) -> None:
    at = open_page("kaart")
    page = html(at)
    assert "Alle 30 casussen" in page
    assert "WIA 10, WW 10, TW 10" in page.replace("TW 10, WIA 10, WW 10", "WIA 10, WW 10, TW 10")
    assert len(shown_brightly(at)) == 30
    assert at.get("plotly_chart")[0].proto.alt.startswith("Kaart van 30 casussen, gekleurd naar regeling.")


def test_colour_and_symbol_go_together_and_differ_by_value(open_page: Open) -> None:
    traces = figure(open_page("kaart", kleur="jaar"))["data"]
    assert len({(t["marker"]["color"], t["marker"]["symbol"]) for t in traces}) == 3
    assert len({t["marker"]["symbol"] for t in traces}) == 3


def test_the_same_address_gives_the_same_figure(open_page: Open) -> None:
    assert figure(open_page("kaart", kleur="uitkomst")) == figure(open_page("kaart", kleur="uitkomst"))


def test_values_choose_cases_by_keyboard_and_stand_in_the_address(open_page: Open) -> None:
    at = open_page("kaart")
    pills(at, "regeling").set_value(["WW"]).run()
    page = html(at)
    assert "10 van de 30 casussen gekozen" in page
    assert at.query_params["regeling"] == "WW"
    assert "K-2025-001" in page
    assert "K-2025-000" not in page
    assert shown_brightly(at) == {f"K-2025-{n:03}" for n in range(1, 30, 3)}


def test_what_is_not_filled_in_can_be_chosen_too(open_page: Open) -> None:
    at = open_page("kaart", kleur="uitkomst", uitkomst="-")
    assert "7 van de 30 casussen gekozen" in html(at)


def test_conditions_are_let_go_one_by_one_or_all(open_page: Open) -> None:
    at = open_page("kaart", regeling="WW", jaar="2024")
    assert "10 van de 30" in html(at)
    at.get_by_key("los_1").click().run()
    assert "jaar" not in at.query_params
    at = open_page("kaart", regeling="WIA", jaar="2024")
    assert "Geen enkele casus voldoet aan uw keuze" in html(at)
    at.get_by_key("wis_kaart").click().run()
    assert "Alle 30 casussen" in html(at)


def test_an_area_in_the_address_chooses_and_is_outlined(open_page: Open) -> None:
    everything = "1_-9.-9_1009.-9_1009.1009_-9.1009"
    at = open_page("kaart", gebied=everything)
    assert "30 van de 30 casussen gekozen" in html(at)
    assert len(figure(at)["layout"]["shapes"]) == 1
    page = html(open_page("kaart", gebied=everything.replace("1_", "7_", 1)))
    assert "De kaart is opnieuw getekend nadat dit gebied werd gekozen" in page


@pytest.mark.parametrize(
    "area", ["onzin", "1", "1_2.3", "1_a.b_c.d_e.f", "_1.1_2.2_3.3", "1_1.1.1_2.2_3.3_4.4"]
)
def test_an_area_that_is_none_is_ignored(open_page: Open, area: str) -> None:
    assert "Alle 30 casussen" in html(open_page("kaart", gebied=area))


def test_two_selections_stand_beside_each_other(open_page: Open) -> None:
    at = open_page("kaart", regeling="WIA")
    at.get_by_key("bewaar_A").click().run()
    assert at.query_params["a"] == "regeling=WIA"
    assert "regeling" not in at.query_params
    page = html(at)
    assert "A: WIA (10 casussen). B: alle andere casussen (20 casussen)." in page
    pills(at, "regeling").set_value(["WW"]).run()
    at.get_by_key("bewaar_B").click().run()
    page = html(at)
    assert "A: WIA (10 casussen). B: WW (10 casussen)." in page
    assert '<th scope="row">keuring</th>' in page or '<th scope="row">voorschot</th>' in page
    assert "duidelijk" in page
    at.get_by_key("vergeet_A").click().run()
    assert "A: alle andere casussen (20 casussen). B: WW (10 casussen)." in html(at)
    at.get_by_key("vergeet_B").click().run()
    assert "A naast B" not in html(at)


def test_the_same_twice_says_that_there_is_nothing_to_compare(open_page: Open) -> None:
    page = html(open_page("kaart", a="regeling=WIA", b="regeling=WIA"))
    assert "A en B hebben geen casus die alleen bij één van de twee hoort" in page


def test_the_table_links_to_the_cases_and_shows_more_on_request(open_page: Open) -> None:
    at = open_page("kaart")
    assert html(at).count('<th scope="row"><a href="casus?id=K-2025-') == 12
    at.get_by_key("meer_casussen").click().run()
    assert html(at).count('<th scope="row"><a href="casus?id=K-2025-') == 30


def test_text_of_cases_is_text(open_page: Open) -> None:
    at = open_page("kaart", kleur="maatwerkplaats", toon="60")
    assert "<script>" not in html(at)
    assert "<script>" not in at.get("plotly_chart")[0].proto.spec
    assert "&lt;script&gt;" in html(at)


def test_the_map_is_drawn_anew_on_request(open_page: Open, databank: Any) -> None:
    at = open_page("kaart")
    at.get_by_key("teken").click().run()
    assert not at.exception
    assert databank.map.map_of("anna").map().version == 2


def test_patterns_are_numbers_on_the_map_with_their_names_beside_it(open_page: Open, databank: Any) -> None:
    from datetime import date

    from patterns.acts import Act
    from patterns.register import NewPattern, register

    parts = databank.map
    reasons = {f"K-2025-{n:03}": "past" for n in (0, 3, 6)}
    act = Act("anna", parts.moment, lambda text: text)
    with parts.writing() as session:
        register(
            session, NewPattern("Voorschot_terug", "Late keuring.", reasons, date(2026, 12, 1)), act, "groep"
        )
    at = open_page("kaart", kleur="patroon")
    assert [each["text"] for each in figure(at)["layout"]["annotations"]] == ["<b>1</b>"]
    assert [option.content for option in pills(at, "patroon").proto.options] == [
        ":gray[●] 1 Voorschot\\_terug (3)", ":gray[·] in geen patroon (27)"
    ]  # fmt: skip


def test_trouble_with_the_map_is_one_sentence(open_page: Open, databank: Any) -> None:
    def broken(actor: str) -> object:
        raise DatabankError("De kaart is beschadigd.", "The map is damaged.")

    databank.map_of = broken
    at = open_page("kaart")
    assert "De kaart is beschadigd." in "\n".join(element.value for element in at.html) or at.exception


@pytest.mark.usefixtures("in_english")
def test_the_page_speaks_english_too(open_page: Open) -> None:
    page = html(open_page("kaart", a="regeling=WIA"))
    assert "All 30 cases" in page
    assert "casussen" not in page.split("<footer")[0]
