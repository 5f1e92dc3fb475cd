# SPDX-License-Identifier: EUPL-1.2
"""Searching with cases: what stands above the results and on the cards."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casebase.bilingual import Language
from casebase.record import SafeCase
from casebase.store import StoredCase
from casebase.vocabulary import ReviewState
from index.hits import Aspect, Band, Explanation, Hit, SentencePair
from search_app.ui.cards import cards
from search_app.ui.more_like import chip_text, hint, like_link, none_of_these, title
from search_app.ui.state import SearchState

NL, EN = Language.NL, Language.EN
NOW = datetime(2026, 1, 5, tzinfo=UTC)
EVIL = "<b onclick=x>'\""


def stored(number: str, name: str = "Voorschot terug") -> StoredCase:
    return StoredCase(SafeCase(case_id=number, title=name), ReviewState.RELEASED, NOW, NOW, number)


def test_a_link_names_its_case_and_keeps_what_is_searched_with() -> None:
    case = stored("A-2").case
    assert like_link(SearchState("voorschot"), case, NL) == (
        '<a class="mw-zoals" href="./?zoals=A-2" aria-label="Meer zoals deze: casus A-2">Meer zoals deze</a>'
    )
    assert 'href="./?zoals=A-1%2CA-2"' in like_link(SearchState(alike=("A-1",)), case, NL)
    assert "Also like this one: case A-2" in like_link(SearchState(alike=("A-1",)), case, EN)


@pytest.mark.parametrize("alike", [("A-1", "A-2", "A-3"), ("A-2",), ("A-1", "A-3", "A-4")])
def test_there_is_no_link_where_nothing_can_be_added(alike: tuple[str, ...]) -> None:
    assert like_link(SearchState(alike=alike), stored("A-2").case, NL) == ""


def test_the_title_and_the_hint_follow_the_number_of_cases() -> None:
    asked = [stored(f"A-{number}") for number in range(3)]
    assert [title(asked[:n], NL).removesuffix("</h1>").split()[-1] for n in (1, 2, 3)] == [
        "deze", "twee", "drie",
    ]  # fmt: skip
    assert "Haal er een weg" in hint(asked, NL)
    assert "Haal er een weg" not in hint(asked[:2], NL)


def test_a_long_title_is_cut_on_its_button() -> None:
    assert len(chip_text(stored("A-1", "lang " * 40), NL)) < 80


def test_numbers_from_an_address_are_only_text() -> None:
    html = none_of_these((EVIL, "X" * 500), NL)
    assert "<b" not in html
    assert "X" * 100 not in html
    assert "<b" not in like_link(SearchState(alike=(EVIL,)), stored(EVIL).case.model_copy(), NL)


def test_a_card_names_the_case_it_is_most_like_when_there_are_several() -> None:
    pair = SentencePair("Zin van de ander.", "Eigen zin.", "situation", Aspect.SITUATION, 1.0)
    told = Explanation(aspects=(Aspect.SITUATION,), sentences=(pair,), most_like="A-1")
    hit = Hit("A-9", "Gevonden", 0.8, Band.STRONG, (), told)
    first, second = stored("A-1", "Eerste <i>"), stored("A-2", "Tweede")
    html = cards([hit], {"A-9": stored("A-9")}, NL, examples=[first, second])
    assert '<a href="casus?id=A-1">Eerste &lt;i&gt;</a>' in html
    assert '<span class="mw-bron">Casus A-1</span> Zin van de ander.' in html
    alone = cards([hit], {"A-9": stored("A-9")}, NL, examples=[first])
    assert "Lijkt het meest op" not in alone
    assert "Casus A-1</span>" in alone
    unknown = replace(hit, explanation=replace(told, most_like="Z"))
    assert "Uw tekst</span>" in cards([unknown], {"A-9": stored("A-9")}, NL, examples=[first])
