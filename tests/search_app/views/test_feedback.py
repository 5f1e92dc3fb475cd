# SPDX-License-Identifier: EUPL-1.2
"""Judging found cases on the pages Zoeken and Casus, without a browser."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from casebase.bilingual import DatabankError
from casebase.filters import SearchFilters
from casebase.store import Grade, Shown, judged_searches
from casebase.vocabulary import Outcome
from search_app.databank import open_databank
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
Open = Callable[..., AppTest]
QUESTION = "voorschot terug na late keuring"
FIRST, SECOND = "T-2023-001", "T-2023-002"


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def buttons(at: AppTest, case_id: str) -> Any:
    (found,) = [group for group in at.button_group if group.label == f"Helpt casus {case_id} u?"]
    return found


def press(at: AppTest, case_id: str, grade: Grade | None) -> AppTest:
    buttons(at, case_id).set_value(grade)
    return at.run()


def test_every_hit_can_be_judged_and_none_is_judged_yet(open_page: Open) -> None:
    at = open_page(q=QUESTION)
    assert [(group.label, group.value) for group in at.button_group if "Helpt" in group.label] == [
        (f"Helpt casus {FIRST} u?", None),
        (f"Helpt casus {SECOND} u?", None),
    ]
    assert buttons(at, FIRST).options == ["Bruikbaar", "Niet bruikbaar", "Gebruikt bij mijn besluit"]


def test_one_click_keeps_a_judgement_with_how_the_case_was_shown(open_page: Open, databank: Any) -> None:
    at = press(open_page(q=QUESTION, uitkomst="niet opgelost"), SECOND, Grade.USEFUL)
    shown = Shown(1, "sterk", SearchFilters(outcomes=(Outcome.NOT_SOLVED,)))
    assert databank.feedback.said == {(QUESTION, SECOND): (Grade.USEFUL, shown)}
    assert "Bewaard" in html(at)


def test_a_judgement_can_be_changed_and_taken_back(open_page: Open, databank: Any) -> None:
    at = press(open_page(q=QUESTION), SECOND, Grade.USEFUL)
    at = press(at, SECOND, Grade.USED)
    assert databank.feedback.said[QUESTION, SECOND][0] is Grade.USED
    at = press(at, SECOND, None)
    assert databank.feedback.said == {}
    assert "Weggehaald" in html(at)


def test_a_search_by_cases_is_kept_as_such(open_page: Open, databank: Any) -> None:
    press(open_page(zoals=f"T-2025-001,{FIRST}"), SECOND, Grade.USEFUL)
    ((search, case_id),) = databank.feedback.said
    assert (search, case_id) == (f"zoals:{FIRST},T-2025-001", SECOND)
    at = open_page(zoals=f"{FIRST},T-2025-001")
    assert buttons(at, SECOND).value is Grade.USEFUL
    at = open_page("casus", id=SECOND, terug=f"zoals={FIRST}%2CT-2025-001")
    assert buttons(at, SECOND).value is Grade.USEFUL


def test_what_was_said_before_is_shown(open_page: Open) -> None:
    press(open_page(q=QUESTION), FIRST, Grade.NOT_USEFUL)
    at = open_page(q=QUESTION)
    assert buttons(at, FIRST).value is Grade.NOT_USEFUL
    assert buttons(at, SECOND).value is None
    assert "Bewaard" not in html(at)


def test_another_search_has_judgements_of_its_own(open_page: Open) -> None:
    press(open_page(q=QUESTION), FIRST, Grade.USEFUL)
    assert buttons(open_page(q="voorschot keuring"), FIRST).value is None


def test_weak_hits_count_on_in_the_list(open_page: Open, databank: Any) -> None:
    press(open_page(q="keuring van zwembaden"), SECOND, Grade.NOT_USEFUL)
    ((_, (grade, shown)),) = databank.feedback.said.items()
    assert (grade, shown.rank, shown.band) == (Grade.NOT_USEFUL, 2, "zwak")


def test_a_judgement_that_cannot_be_kept_is_told_and_not_shown(open_page: Open, databank: Any) -> None:
    databank.feedback.broken = DatabankError("De casus is er niet meer.", "The case is gone.")
    at = press(open_page(q=QUESTION), FIRST, Grade.USED)
    assert buttons(at, FIRST).value is None
    assert "De casus is er niet meer." in html(at)


def test_a_case_reached_from_a_search_can_be_judged_for_that_search(open_page: Open, databank: Any) -> None:
    address = {"id": SECOND, "terug": "q=voorschot+terug+na+late+keuring"}
    at = press(open_page("casus", **address), SECOND, Grade.USED)
    assert databank.feedback.said == {(QUESTION, SECOND): (Grade.USED, Shown(2, "sterk"))}
    assert "Bewaard" in html(at)
    assert buttons(open_page(q=QUESTION), SECOND).value is Grade.USED


def test_a_case_that_the_search_did_not_show_is_judged_without_a_place(
    open_page: Open, databank: Any
) -> None:
    press(open_page("casus", id="T-2025-001", terug="q=voorschot+terug"), "T-2025-001", Grade.NOT_USEFUL)
    assert databank.feedback.said == {("voorschot terug", "T-2025-001"): (Grade.NOT_USEFUL, Shown())}


@pytest.mark.parametrize("address", [{}, {"terug": ""}, {"terug": "uitkomst=opgelost"}])
def test_a_case_without_a_search_cannot_be_judged(open_page: Open, address: dict[str, str]) -> None:
    at = open_page("casus", id=FIRST, **address)
    assert not [group for group in at.button_group if "Helpt" in group.label]


def test_english_words(in_english: None, open_page: Open) -> None:
    at = open_page(q=QUESTION)
    (first, _) = [group for group in at.button_group if group.label.startswith("Does case")]
    assert first.options == ["Useful", "Not useful", "Used for my decision"]


def test_the_real_databank_keeps_what_the_page_is_told(
    sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    for name in [name for name in sys.modules if name.startswith("search_app.ui")]:
        monkeypatch.delitem(sys.modules, name)  # other tests put an invented databank behind them
    st.cache_resource.clear()
    at = AppTest.from_file(str(SCRIPT), default_timeout=120)
    at.query_params["q"] = "voorschot WIA terugbetalen na te late keuring"
    at.run()
    first = next(group for group in at.button_group if group.label.startswith("Helpt casus"))
    first.set_value(Grade.USED)
    assert "Bewaard" in html(at.run())
    with open_databank(Settings(home=tmp_path / "home")).session() as session:
        (search,) = judged_searches(session)
    (said,) = search.judgements
    assert f"Helpt casus {said.case_id} u?" == first.label
    # AppTest signs this person in.
    assert (said.actor, said.grade) == ("test@example.com", Grade.USED)
    assert (said.rank, said.band) == (1, "sterk")
    st.cache_resource.clear()
