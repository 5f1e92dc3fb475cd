# SPDX-License-Identifier: EUPL-1.2
"""The page Patronen over a copy of the sample databank, without a browser; nothing is replaced."""

import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from patterns.acts import Change
from patterns.register import NewPattern
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
ME = "test@example.com"
"""Who AppTest says that signed in."""
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052")
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def searched_home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, in which somebody looked for patterns once."""
    from search_app.databank import open_databank

    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("patterns") / "home"))
    databank = open_databank(Settings(home=home))
    assert databank.pattern_finding.find().patterns
    databank.engine.dispose()
    return home


@pytest.fixture
def unsearched() -> None:
    """Nobody looked for patterns yet."""


@pytest.fixture
def home(
    request: pytest.FixtureRequest, searched_home: Path, sample_home: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Path]:  # fmt: skip
    """A copy of it for the app; without proposals where a test asks for ``unsearched``."""
    source = sample_home if "unsearched" in request.fixturenames else searched_home
    home = Path(shutil.copytree(source, tmp_path / "home"))
    monkeypatch.setenv("DATABANK_HOME", str(home))
    for name in [name for name in sys.modules if name.startswith("search_app.ui")]:
        monkeypatch.delitem(sys.modules, name)
    st.cache_resource.clear()
    yield home
    st.cache_resource.clear()


@pytest.fixture
def databank(home: Path) -> Iterator[Any]:
    """The databank beside the page, as a colleague has it."""
    from search_app.databank import open_databank

    made = open_databank(Settings(home=home, actor=ME))
    yield made
    made.engine.dispose()


@pytest.fixture
def pattern(databank: Any) -> str:
    """A registered pattern of a colleague."""
    new = NewPattern(
        "Nabetaling telt mee", "De nabetaling telt mee als inkomen.", dict.fromkeys(MEMBERS, "Zelfde regel."),
        date.today() + timedelta(days=60), addressee="gemeenten",
    )  # fmt: skip
    return str(databank.patterns_of("bram").register(new, why="Besproken.").pattern_id)


@pytest.fixture
def open_patterns(home: Path) -> Open:
    def opened(**query: str) -> AppTest:
        at = AppTest.from_file(str(SCRIPT), default_timeout=60)
        at.run()
        at.switch_page("views/patronen.py")
        for name, value in query.items():
            at.query_params[name] = value
        return at.run()

    return opened


def html(at: AppTest) -> str:
    assert not at.exception
    return "\n".join(element.value for element in at.html)


def plain(at: AppTest) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(at)))


def first_open(databank: Any) -> Any:
    """The number and the proposal of the first that looks like no pattern."""
    kept = databank.pattern_finding.offered()
    pairs = zip(kept.numbers, kept.patterns, strict=True)
    return next((number, one) for number, one in pairs if one.pattern_id is None)


def submit(at: AppTest, form: str, label: str) -> AppTest:
    return at.button(key=f"FormSubmitter:{form}-{label}").click().run()


# --- board and list ---


def test_without_patterns_the_page_tells_the_next_step(open_patterns: Open) -> None:
    at = open_patterns()
    assert "Er is nog geen patroon geregistreerd" in plain(at)
    assert 'href="patronen?toon=voorstellen"' in html(at)


def test_the_board_shows_a_pattern_with_its_trend_and_a_link(open_patterns: Open, pattern: str) -> None:
    at = open_patterns()
    assert f'href="patroon?id={pattern}"' in html(at)
    page = plain(at)
    assert "Nabetaling telt mee" in page
    assert f"{pattern} · 4 casussen" in page
    assert "te weinig om te zeggen" in page
    assert "Gesignaleerd 1" in page


def test_the_list_is_narrowed_by_the_address_and_by_hand(open_patterns: Open, pattern: str) -> None:
    at = open_patterns(toon="lijst")
    assert "1 patroon" in plain(at)
    at.checkbox(key="patronen_over").check().run()
    assert "Geen patroon past hierbij" in plain(at)
    assert at.query_params["over"] == "ja"
    at = open_patterns(toon="lijst", eigenaar="bram", stand="gesignaleerd")
    assert "Nabetaling telt mee" in plain(at)
    at.selectbox(key="patronen_stand").select("Gesloten").run()
    assert "Geen patroon past hierbij" in plain(at)


def test_an_overdue_answer_stands_on_top(open_patterns: Open, pattern: str, databank: Any) -> None:
    from sqlalchemy import text

    with databank.writing() as session:  # nobody can promise a day that is over
        session.execute(text("UPDATE patterns SET answer_due = '2026-01-05'"))
    page = plain(open_patterns())
    assert "1 antwoord aan inbrengers is over tijd: Nabetaling telt mee (beloofd voor 5 januari 2026)" in page
    assert "Over tijd sinds 5 jan 2026" in page


def test_on_an_earlier_day_one_only_looks(open_patterns: Open, pattern: str) -> None:
    at = open_patterns(op="2025-06-02")
    page = plain(at)
    assert "U kijkt naar 2 juni 2025" in page
    assert "Op 2 juni 2025 was er nog geen patroon" in page
    assert "Nieuw patroon" not in page
    at = open_patterns(op="2025-06-02", toon="voorstellen", voorstel="1", doe="registreer")
    assert "Wat op 2 juni 2025 te zien was" in plain(at)
    assert [button.label for button in at.button] == []
    assert "Nog niet" not in plain(at)


def test_one_looks_back_by_choosing_a_day(open_patterns: Open, pattern: str) -> None:
    at = open_patterns()
    at.date_input[0].set_value(date(2025, 6, 2)).run()
    assert at.query_params["op"] == "2025-06-02"
    assert "Terug naar vandaag" in plain(at)


# --- news ---


def test_news_is_told_until_somebody_says_to_have_seen_it(
    open_patterns: Open, pattern: str, databank: Any
) -> None:
    saved = databank.patterns_of(ME).follow(pattern)
    databank.patterns_of("bram").add_cases(pattern, {"C-2024-053": "Past er ook bij."})
    at = open_patterns()
    assert "Nieuw sinds u keek" in plain(at)
    assert "1 nieuwe casus ( C-2024-053 )" in plain(at)
    assert "1 nieuw" in plain(at)
    at.button(key=f"gezien_{saved}").click().run()
    assert "Nieuw sinds u keek" not in plain(at)
    assert "Nabetaling telt mee is gezien." in plain(at)
    assert not any(each.any for each in databank.patterns_of(ME).news())


def test_what_one_follows_is_listed_without_news_and_can_be_stopped(
    open_patterns: Open, pattern: str, databank: Any
) -> None:
    desk = databank.patterns_of(ME)
    desk.follow(pattern)
    saved = desk.follow_search("bijstand en vermogen")
    at = open_patterns()
    assert [each.label for each in at.expander] == ["U volgt 1 zoekvraag en 1 patroon"]
    at.button(key=f"volg_niet_{saved}").click().run()
    assert "U volgt Zoekvraag ‘bijstand en vermogen’ niet meer." in plain(at)
    assert [each.label for each in at.expander] == ["U volgt 1 patroon"]
    assert [each.pattern_id for each in desk.followed()] == [pattern]


# --- what came in: cases that may belong, and bursts ---


def test_cases_that_may_belong_are_told_on_the_card_and_in_the_news(
    open_patterns: Open, pattern: str, databank: Any
) -> None:
    databank.patterns_of(ME).follow(pattern)
    released_later(databank, pattern)
    offered = databank.pattern_offers.for_pattern(pattern)
    at = open_patterns()
    assert offered
    assert f"{len(offered)} mogelijk erbij" in plain(at)
    assert f"{len(offered)} casussen mogelijk erbij ( {offered[0].case_id}" in plain(at)
    assert "mogelijk erbij" in plain(open_patterns(toon="lijst"))
    assert "mogelijk erbij" not in plain(open_patterns(op="2025-06-02"))


def released_later(databank: Any, pattern: str) -> None:
    """As if the pattern had begun, and somebody had looked, before the other cases were released."""
    from sqlalchemy import text

    with databank.writing() as session:
        session.execute(text("UPDATE pattern_cases SET added_at = '2001-01-01 00:00:00'"))
        session.execute(text("UPDATE saved_searches SET last_seen = '2001-01-01 00:00:00'"))


def test_a_burst_that_no_pattern_holds_is_told_on_board_and_proposals(open_patterns: Open) -> None:
    for query in ({"toon": "bord"}, {"toon": "voorstellen"}):
        page = plain(open_patterns(op="2025-05-04", **query))
        assert "Komt op 11 casussen die op elkaar lijken in 10 weken" in page
        assert "Ze zitten nog niet samen in een patroon: A-2025-035" in page
        assert "casus?id=D-2025-054" in html(open_patterns(op="2025-05-04", **query))


def test_a_burst_that_a_proposal_holds_is_told_there_and_leads_there(open_patterns: Open) -> None:
    at = open_patterns(op="2024-12-22")
    assert "Bekijk voorstel V-" in plain(at)
    at = open_patterns(op="2024-12-22", toon="voorstellen")
    assert "Ze zitten nog niet samen" not in plain(at)
    assert plain(at).count("casussen die op elkaar lijken in") == 1


def test_a_burst_of_today_leads_to_a_new_pattern_and_then_to_its_card(
    open_patterns: Open, databank: Any
) -> None:
    cases = recent_burst(databank)
    at = open_patterns()
    assert "Ze zitten nog niet samen in een patroon" in plain(at)
    assert "Nieuw patroon met deze casussen" in plain(at)
    assert f"zaken={'%2C'.join(cases)}" in html(at)
    assert "Ze zitten nog niet samen" in plain(open_patterns(toon="voorstellen"))
    new = NewPattern(
        "Zonder DigiD", "Zonder DigiD kan het niet.", dict.fromkeys(cases, "Past."), date.today()
    )
    number = databank.patterns_of("bram").register(new, why="Besproken.").pattern_id
    at = open_patterns()
    assert "Ze zitten nog niet samen" not in plain(at)
    assert "Komt op" in plain(at)
    assert databank.pattern_studies.burst().reason.nl in plain(at)
    assert "Ze zitten nog niet samen" not in plain(open_patterns(toon="voorstellen"))
    at.switch_page("views/patroon.py")
    at.query_params["id"], at.query_params["deel"] = number, "cijfers"
    assert databank.pattern_studies.burst().reason.nl in plain(at.run())


def recent_burst(databank: Any) -> tuple[str, ...]:
    """As if all cases had come in so much later that the burst of May 2025 is one of today."""
    from sqlalchemy import text

    sunday = date.today() - timedelta(days=date.today().isoweekday() % 7)
    days = (sunday - date(2025, 5, 4)).days
    with databank.writing() as session:
        session.execute(text(f"UPDATE cases SET received_on = date(received_on, '+{days} days')"))
    databank.build_index()
    found = databank.pattern_studies.burst()
    assert found is not None
    return tuple(found.case_ids)


def test_the_board_is_drawn_before_what_takes_longer_is_known(databank: Any, pattern: str) -> None:
    from search_app.ui import patterns_signals
    from search_app.ui.patterns_rows import Signals

    class Slow:
        """A desk of which the news is asked for after the first drawing."""

        def news(self) -> list[Any]:
            asked.append(len(drawn))
            return []

    asked: list[int] = []
    drawn: list[Signals] = []
    released_later(databank, pattern)
    st.session_state.clear()
    for _ in range(2):
        patterns_signals.drawn_with_signals(databank, Slow(), None, drawn.append)  # type: ignore[arg-type]
    assert asked == [1]
    assert [bool(each.offers) for each in drawn] == [False, True, True]


# --- proposals ---


def test_new_cases_for_known_patterns_stand_first(open_patterns: Open, databank: Any) -> None:
    _, found = first_open(databank)
    half = found.group.case_ids[: max(2, len(found.group.case_ids) // 2)]
    new = NewPattern("Deel", "Er gaat iets mis.", dict.fromkeys(half, "Past."), date.today())
    databank.pattern_desk.register(new, why="Besproken.")
    databank.pattern_finding.find()
    page = plain(open_patterns(toon="voorstellen"))
    assert page.index("Nieuwe casussen voor bekende patronen") < page.index("Nieuwe voorstellen")


@pytest.mark.usefixtures("unsearched")
def test_nobody_looked_yet_and_somebody_looks(open_patterns: Open, databank: Any) -> None:
    at = open_patterns(toon="voorstellen")
    assert "Er is nog niet naar patronen gezocht" in plain(at)
    at.button(key="zoek_patronen").click().run()
    assert "Er is opnieuw gezocht:" in plain(at)
    assert len(databank.pattern_finding.offered().patterns) > 0
    assert "Registreer als patroon" in [button.label for button in at.button]


def test_a_proposal_is_registered_without_the_cases_that_do_not_belong(
    open_patterns: Open, databank: Any
) -> None:
    number, found = first_open(databank)
    at = open_patterns(toon="voorstellen", voorstel=str(number))
    at.button(key=f"registreer_{number}").click().run()
    assert at.query_params["doe"] == "registreer"
    out = found.group.case_ids[-1]
    at.text_input(key=f"naam_{number}").set_value("Steeds dezelfde brief")
    at.text_area(key=f"mechanisme_{number}").set_value("De brief komt na de termijn.")
    at.text_area(key=f"waarom_{number}").set_value("Overal was de brief te laat.")
    at.checkbox(key=f"zaak_{number}_{out}").uncheck()
    submit(at, f"registreer_{number}", "Registreer als patroon")
    (made,) = databank.pattern_desk.patterns()
    assert set(made.case_ids) == set(found.group.case_ids) - {out}
    assert made.record.label == found.label.text
    assert made.record.terms == found.label.terms
    assert made.record.answer_due == date.today() + timedelta(days=90)
    assert made.record.owner == ME
    assert f"{made.record.pattern_id} is geregistreerd met {len(made.case_ids)} casussen." in plain(at)
    assert f'href="patroon?id={made.record.pattern_id}"' in html(at)
    assert number not in databank.pattern_finding.offered().numbers
    assert f"registreer_{number}" not in [button.key for button in at.button]


def test_what_is_missing_in_the_form_is_told_and_what_was_typed_stays(
    open_patterns: Open, databank: Any
) -> None:
    number, _ = first_open(databank)
    at = open_patterns(toon="voorstellen", voorstel=str(number), doe="registreer")
    at.text_area(key=f"waarom_{number}").set_value("Overal was de brief te laat.")
    submit(at, f"registreer_{number}", "Registreer als patroon")
    assert 'role="alert"' in html(at)
    assert "Vul in: de naam van het patroon." in plain(at)
    assert at.text_area(key=f"waarom_{number}").value == "Overal was de brief te laat."
    assert databank.pattern_desk.patterns() == []


def test_a_proposal_is_turned_down_with_a_reason(open_patterns: Open, databank: Any) -> None:
    number, _ = first_open(databank)
    at = open_patterns(toon="voorstellen", voorstel=str(number), doe="afwijzen")
    submit(at, f"afwijzen_{number}", "Geen patroon")
    assert "Vul in: de reden." in plain(at)
    at.text_input(key=f"waarom_niet_{number}").set_value("Het zijn verschillende regels.")
    submit(at, f"afwijzen_{number}", "Geen patroon")
    assert "is afgewezen en komt niet terug." in plain(at)
    assert number not in databank.pattern_finding.offered().numbers
    at = open_patterns(toon="voorstellen", voorstel=str(number), doe="afwijzen")
    assert "Dit voorstel is er niet meer" in plain(at)


def test_new_cases_are_added_to_the_pattern_that_they_look_like(open_patterns: Open, databank: Any) -> None:
    _, found = first_open(databank)
    half = found.group.case_ids[: max(2, len(found.group.case_ids) // 2)]
    new = NewPattern("Deel", "Er gaat iets mis.", dict.fromkeys(half, "Past."), date.today())
    pattern = databank.pattern_desk.register(new, why="Besproken.").pattern_id
    databank.pattern_finding.find()
    kept = databank.pattern_finding.offered()
    number = next(n for n, one in zip(kept.numbers, kept.patterns, strict=True) if one.pattern_id == pattern)
    at = open_patterns(toon="voorstellen", voorstel=str(number), doe="toevoegen")
    assert f"voor {pattern} Deel" in plain(at)
    at.text_area(key=f"waarom_erbij_{number}").set_value("Zelfde gevolg.")
    submit(at, f"toevoegen_{number}", f"Voeg toe aan {pattern}")
    assert set(databank.pattern_desk.pattern(pattern).file.case_ids) >= set(found.group.case_ids)
    assert f"toegevoegd aan {pattern}." in plain(at)


# --- a pattern of chosen cases ---


def test_a_pattern_is_made_of_typed_numbers(open_patterns: Open, databank: Any) -> None:
    at = open_patterns(toon="nieuw")
    at.text_area(key="zaaknummers").set_value(f"{MEMBERS[0]}, {MEMBERS[1]}\nX-99")
    submit(at, "kies_casussen", "Haal de casussen op")
    assert "Er is geen vrijgegeven casus met nummer X-99." in plain(at)
    at.text_input(key="naam_0").set_value("Zelf gekozen")
    at.text_area(key="mechanisme_0").set_value("De nabetaling telt mee.")
    at.text_area(key="waarom_0").set_value("Zelfde regel.")
    submit(at, "registreer_0", "Registreer als patroon")
    (made,) = databank.pattern_desk.patterns()
    assert made.case_ids == MEMBERS[:2]
    assert "is geregistreerd met 2 casussen." in plain(at)


def test_the_state_of_an_earlier_day_is_shown(open_patterns: Open, pattern: str, databank: Any) -> None:
    databank.pattern_desk.edit(pattern, Change(addressee="ministerie"), why="Overleg.")
    assert "ministerie" in plain(open_patterns(toon="lijst"))


def test_without_figures_the_patterns_are_shown_with_the_reason(databank: Any, pattern: str) -> None:
    from casebase.bilingual import DatabankError
    from search_app.ui.patterns_data import placed_burst_of, register_view

    class NoStudies:
        """A databank of which the index cannot be used."""

        @property
        def pattern_studies(self) -> "NoStudies":
            return self

        def all(self, as_of: date | None) -> None:
            raise DatabankError("De index is beschadigd.", "The index is damaged.")

        burst = all

    seen = register_view(NoStudies(), databank.pattern_desk, None)  # type: ignore[arg-type]
    assert placed_burst_of(NoStudies(), None) is None  # type: ignore[arg-type]
    assert [row.pattern_id for row in seen.rows] == [pattern]
    assert seen.rows[0].trend is None
    assert seen.problem is not None
    assert "beschadigd" in seen.problem.nl


def test_the_page_speaks_english(open_patterns: Open, pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    st.cache_resource.clear()
    page = plain(open_patterns())
    assert "Signalled 1" in page
    assert "too few to tell" in page


def test_sixty_patterns_are_drawn_quickly(databank: Any) -> None:
    """What the server does for a board that was asked for before: the page runs anew at every click."""
    from casebase.bilingual import Language
    from search_app.ui.patterns_board import board
    from search_app.ui.patterns_data import register_view

    desk = databank.pattern_desk
    for number in range(60):
        reasons = dict.fromkeys(MEMBERS, "Zelfde regel.")
        new = NewPattern(f"Nabetaling {number}", "Telt mee als inkomen.", reasons, date.today())
        desk.register(new, why="Besproken.")
    assert len(register_view(databank, desk, None).rows) == 60
    spent = []
    for _ in range(3):
        started = time.process_time()
        shown = board(register_view(databank, desk, None).rows, None, Language.NL)
        spent.append(time.process_time() - started)
    assert shown.count('class="mw-patroon"') == 60
    assert min(spent) < 0.3
