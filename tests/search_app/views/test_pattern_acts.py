# SPDX-License-Identifier: EUPL-1.2
"""Acting on a pattern through its page, over the sample cases, without a browser."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from casebase.pattern_vocabulary import PatternState
from patterns.register import NewPattern
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052")
VISITOR = "test@example.com"
"""Who is signed in, as Streamlit's test has it."""

Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def opened(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databank]:
    """A copy of the sample cases; the app opens the same folder once for all tests."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("acts") / "home"))
    st.cache_resource.clear()
    opened = open_databank(Settings(home=home))
    yield opened
    opened.engine.dispose()
    st.cache_resource.clear()


@pytest.fixture
def databank(opened: Databank, monkeypatch: pytest.MonkeyPatch) -> Databank:
    monkeypatch.setenv("DATABANK_HOME", str(opened.settings.home))
    return opened


@pytest.fixture
def pattern(databank: Databank) -> str:
    due = datetime.now(UTC).date() + timedelta(days=60)
    new = NewPattern("Nabetaling", "De nabetaling telt mee.", dict.fromkeys(MEMBERS, "Zelfde regel."), due)
    return databank.pattern_desk.register(new, why="Besproken.").pattern_id


@pytest.fixture
def page(pattern: str) -> Open:
    """Opens the page of the pattern with these parameters in its address."""

    def opened(**query: str) -> AppTest:
        at = AppTest.from_file(str(SCRIPT), default_timeout=60).run()
        at.switch_page("views/patroon.py")
        for name, value in {"id": pattern, **query}.items():
            at.query_params[name] = value
        return at.run()

    return opened


def box(at: AppTest, label: str) -> Any:
    (found,) = [each for each in (*at.text_input, *at.text_area) if each.label.startswith(label)]
    return found


def press(at: AppTest, label: str) -> AppTest:
    (button,) = [each for each in at.button if each.label == label]
    return button.click().run()


def said(at: AppTest) -> str:
    return " ".join(each.proto.body for each in at.get("html") if "mw-melding" in each.proto.body)


def soon() -> str:
    day = datetime.now(UTC).date() + timedelta(days=90)
    return f"{day.day}-{day.month}-{day.year}"


def test_a_step_asks_for_exactly_what_it_needs(page: Open, databank: Databank, pattern: str) -> None:
    at = page(doe="stand", naar="afgewezen")
    labels = {each.label for each in (*at.text_input, *at.text_area)}
    assert labels == {"Antwoord dat de inbrengers lezen", "Waarom"}
    box(at, "Antwoord").set_value("Het bleek iets anders.")
    box(at, "Waarom").set_value("Nagekeken.")
    press(at, "Zet op: afgewezen")
    assert "De stand is nu: afgewezen." in said(at)
    assert databank.pattern_desk.pattern(pattern).file.record.state is PatternState.REJECTED
    assert "doe" not in at.query_params


def test_a_step_that_lacks_something_is_refused_and_keeps_what_was_typed(
    page: Open, databank: Databank, pattern: str
) -> None:
    at = page(doe="stand", naar="bevestigd")
    box(at, "Waarom").set_value("Besproken.")
    press(at, "Zet op: bevestigd")
    assert "Noem de datum waarop de inbrengers" in said(at)
    assert box(at, "Waarom").value == "Besproken."
    assert databank.pattern_desk.pattern(pattern).file.record.state is PatternState.SIGNALLED


def test_only_what_changed_is_edited(page: Open, databank: Databank, pattern: str) -> None:
    at = page(doe="gegevens")
    assert "U hebt niets veranderd." in said(press(at, "Bewaar"))
    at = page(doe="gegevens")
    box(at, "Etiket").set_value("nabetaling en toeslag")
    box(at, "Woorden").set_value("nabetaling, toeslag")
    box(at, "Waarom").set_value("Duidelijker.")
    press(at, "Bewaar")
    event = databank.pattern_desk.pattern(pattern).events[-1]
    assert event.changes == {
        "label": ("", "nabetaling en toeslag"),
        "terms": ((), ("nabetaling", "toeslag")),
    }


def test_cases_are_added_by_number_and_taken_out(page: Open, databank: Databank, pattern: str) -> None:
    at = page(doe="casussen")
    box(at, "Nummers van casussen").set_value("C-2024-053, C-2024-054")
    box(at, "Waarom horen ze erbij?").set_value("Zelfde nabetaling.")
    assert "2 casussen zijn toegevoegd." in said(press(at, "Voeg toe"))
    assert box(at, "Nummers van casussen").value == ""
    at.multiselect[0].select("C-2024-053")
    box(at, "Waarom horen ze er niet bij?").set_value("Ging over iets anders.")
    assert "1 casus is eruit gehaald." in said(press(at, "Haal eruit"))
    assert databank.pattern_desk.pattern(pattern).file.case_ids == (*MEMBERS, "C-2024-054")


def test_an_unknown_number_is_told_and_stays_in_the_box(page: Open) -> None:
    at = page(doe="casussen")
    box(at, "Nummers van casussen").set_value("Z-1")
    box(at, "Waarom horen ze erbij?").set_value("Zelfde nabetaling.")
    assert "Er is geen casus met nummer Z-1." in said(press(at, "Voeg toe"))
    assert box(at, "Nummers van casussen").value == "Z-1"


def test_cases_are_split_off_as_a_new_signal(page: Open, databank: Databank, pattern: str) -> None:
    at = page(doe="samenvoegen")
    at.multiselect[0].set_value(list(MEMBERS[:2]))
    box(at, "Naam van het nieuwe patroon").set_value("Terugwerkende kracht")
    box(at, "Mechanisme van het nieuwe patroon").set_value("Het telt met terugwerkende kracht.")
    (why,) = [each for each in at.text_input if each.label == "Waarom"]
    why.set_value("Het zijn er twee.")
    press(at, "Splits af")
    assert "Afgesplitst als P-" in said(at)
    assert databank.pattern_desk.pattern(pattern).file.case_ids == MEMBERS[2:]


def test_a_count_is_entered_and_taken_away(page: Open, databank: Databank, pattern: str) -> None:
    at = page(doe="omvang")
    box(at, "Aantal mensen").set_value("3.000")
    box(at, "Bron").set_value("Telling van uitkeringen")
    box(at, "Geteld of geschat op").set_value("1-10-2025")
    assert "Ingevoerd: 3.000 mensen." in said(press(at, "Voer in"))
    (entered,) = databank.pattern_desk.pattern(pattern).sizes
    assert (entered.finding.low, entered.finding.on_date) == (3000, date(2025, 10, 1))
    press(at, "Haal weg: 3.000 mensen")
    assert databank.pattern_desk.pattern(pattern).sizes == []


def test_a_pattern_is_followed_and_no_longer(page: Open, databank: Databank, pattern: str) -> None:
    def follows() -> bool:
        return pattern in {each.pattern_id for each in databank.patterns_of(VISITOR).followed()}

    at = page(doe="volgen")
    press(at, "Volg dit patroon")
    assert follows()
    press(at, "Volg niet meer")
    assert not follows()


def test_a_candidate_is_added_with_the_reason_and_that_is_undone(
    page: Open, databank: Databank, pattern: str
) -> None:
    at = page(deel="casussen")
    press(at, "Hoort erbij")
    file = databank.pattern_desk.pattern(pattern).file
    assert len(file.case_ids) == 5
    assert file.members[-1].why == "Aangeboden als gelijkend en door mij bevestigd"
    press(at, "Maak ongedaan")
    assert databank.pattern_desk.pattern(pattern).file.case_ids == MEMBERS
    assert databank.pattern_offers.candidates(pattern)[0] == file.case_ids[-1]


def test_a_candidate_with_a_reason_that_tells_who_is_not_added(
    page: Open, databank: Databank, pattern: str
) -> None:
    at = page(deel="casussen")
    box(at, "Reden bij toevoegen").set_value("Bel Truus Jansen op 06 12345678.")
    press(at, "Hoort erbij")
    assert "persoonsgegeven" in said(at)
    assert databank.pattern_desk.pattern(pattern).file.case_ids == MEMBERS
    assert box(at, "Reden bij toevoegen").value == "Bel Truus Jansen op 06 12345678."


def test_who_passes_over_a_candidate_sees_the_next_and_nothing_is_kept(
    page: Open, databank: Databank, pattern: str
) -> None:
    at = page(deel="casussen")
    first, second = databank.pattern_offers.candidates(pattern)[:2]

    def shown() -> str:
        (card,) = [each.proto.body for each in at.get("html") if "mw-kandidaat" in each.proto.body]
        return card

    assert first in shown()
    press(at, "Sla over")
    assert second in shown()
    assert databank.pattern_offers.candidates(pattern)[0] == first


def test_in_the_past_nothing_is_offered(page: Open) -> None:
    at = page(op=str(datetime.now(UTC).date() - timedelta(days=1)), deel="casussen", doe="stand")
    assert not at.button
    assert not [group for group in at.button_group if group.label == "Wat wilt u doen?"]


def test_it_speaks_english(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    st.cache_resource.clear()
    at = page(doe="stand", naar="bevestigd")
    box(at, "The submitters hear (more) by").set_value(soon())
    box(at, "Why").set_value("Besproken.")
    assert "The state is now: confirmed." in said(press(at, "Set to: confirmed"))
