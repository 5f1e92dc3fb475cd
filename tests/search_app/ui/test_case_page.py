# SPDX-License-Identifier: EUPL-1.2
"""A case as a page."""

from datetime import date

import pytest

from casebase.bilingual import Language
from casebase.record import Perspective, SafeCase
from casebase.vocabulary import Nature, Outcome, Rating
from search_app.ui import case_page
from search_app.ui.circle import circle_svg, circle_text
from search_app.ui.state import SearchState

NL, EN = Language.NL, Language.EN
EVIL = "<script>x</script><img src=x onerror=y>"
BARE = SafeCase(case_id="T-1")
RATED = SafeCase(
    case_id="T-2",
    legal_perspective=Perspective(text="juridische tekst", rating=Rating.INSUFFICIENT),
    financial_perspective=Perspective(rating=Rating.GOOD),
)


def everything(case: SafeCase) -> str:
    return "".join(
        [
            case_page.heading(case, NL), case_page.story(case, NL), case_page.weighing(case, NL),
            case_page.three_perspectives(case, NL), case_page.features(case, NL),
            case_page.completeness(case, NL),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    "field",
    [
        "case_id", "title", "maatwerkplaats", "submitter_role", "submitter_unit", "submitter_organisation",
        "situation", "gut_feeling", "tried_before", "meanwhile", "decision", "reasoning", "lessons",
    ],
)  # fmt: skip
def test_no_field_can_bring_in_html(field: str) -> None:
    html = everything(SafeCase.model_validate({"case_id": "T-1", field: EVIL}))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_lists_and_perspectives_cannot_bring_in_html() -> None:
    case = SafeCase(
        case_id="T-1",
        regulations=(EVIL,),
        organisations_involved=(EVIL,),
        legal_perspective=Perspective(text=EVIL),
    )
    html = everything(case)
    assert html.count("&lt;script&gt;") >= 3
    assert "<script" not in html


def test_an_empty_case_is_still_a_page() -> None:
    html = everything(BARE)
    assert "Casus zonder titel" in html
    assert "De situatie is niet ingevuld." in html
    assert "0 van de 22 velden ingevuld" in html


def test_completeness_counts_and_names_every_gap() -> None:
    case = SafeCase(
        case_id="T-1", title="x", nature=Nature.OTHER, outcome=Outcome.UNKNOWN, deviates_from_rules=False
    )
    html = case_page.completeness(case, NL)
    assert "4 van de 22 velden ingevuld" in html
    for name in ("titel", "aard", "uitkomst", "afwijking van regels"):
        assert f" {name}" not in html.split("Niet ingevuld:")[1]
    for name in ("regeling", "besluit", "juridisch", "lessen"):
        assert f" {name}" in html.split("Niet ingevuld:")[1]


def test_a_perspective_is_complete_only_with_text_and_rating() -> None:
    missing = case_page.completeness(RATED, NL).split("Niet ingevuld:")[1]
    assert "juridisch" not in missing
    assert "financieel" in missing


def test_the_three_perspectives_are_always_all_there_in_one_order() -> None:
    html = case_page.three_perspectives(RATED, NL)
    assert html.index("Juridisch") < html.index("Financieel") < html.index("Maatschappelijk")
    assert html.count('class="mw-perspectief') == 3
    assert "Geen toelichting ingevuld." in html


def test_the_circle_tells_its_values_in_words() -> None:
    assert circle_text(RATED, NL) == (
        "Perspectiefcirkel: juridisch onvoldoende, financieel goed, maatschappelijk niet ingevuld"
    )
    assert circle_text(RATED, EN).endswith("legal insufficient, financial good, social not filled in")


def test_a_better_judgement_reaches_further() -> None:
    svg = circle_svg(RATED, NL)
    assert '<path class="juridisch" d="M0 0 L' in svg
    assert "A33.3 33.3" in svg.split('class="juridisch"')[1].split("/>")[0]
    assert "A100.0 100.0" in svg.split('class="financieel"')[1].split("/>")[0]
    assert svg.count('class="leeg"') == 1


def test_a_citation_is_one_plain_sentence_with_an_address() -> None:
    case = SafeCase(case_id="T-1", title="Titel", maatwerkplaats="Twente", closed_on=date(2023, 6, 2))
    cited = case_page.citation(case, "https://databank.example/casus?id=T-1", NL)
    assert cited == (
        "Maatwerk-databank, casus T-1, ‘Titel’, Twente, afgesloten juni 2023. "
        "https://databank.example/casus?id=T-1"
    )


def test_the_way_back_is_to_the_search_or_to_the_start() -> None:
    assert 'href="./?q=a+%22b"' in case_page.back_link(SearchState('a "b'), NL)
    assert "Naar zoeken" in case_page.back_link(SearchState(), NL)


def test_a_deviation_from_the_rules_is_said() -> None:
    case = SafeCase(case_id="T-1", deviates_from_rules=True)
    assert "Afgeweken van de regels" in case_page.heading(case, NL)
    assert "Afgeweken" not in case_page.heading(BARE, NL)


def test_an_unknown_number_is_repeated_as_text_and_cut() -> None:
    html = case_page.unknown_case(EVIL + "A" * 500, NL)
    assert "<script" not in html
    assert "A" * 100 not in html
