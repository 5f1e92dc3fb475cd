# SPDX-License-Identifier: EUPL-1.2
"""The page Patronen as functions: addresses, order, board, list, proposals."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casebase.bilingual import Bilingual, Language
from casebase.pattern_vocabulary import PatternAction, PatternState
from casebase.record import SafeCase
from casebase.store import MemberRecord, PatternEventRecord, PatternRecord, SavedSearchRecord
from patterns.bursts import Burst
from patterns.finding import FoundPattern
from patterns.labels import Label
from patterns.news import News
from patterns.proposals import Group
from patterns.reading import PatternFile
from patterns.receipts import MonthCount, PatternReceipts
from patterns.trend import Verdict, trends
from search_app.pattern_bursts import PlacedBurst
from search_app.ui.pattern_links import pattern_link
from search_app.ui.patterns_address import (
    Column,
    Doing,
    PatternsView,
    Tab,
    case_numbers,
    from_query,
    patterns_link,
    tab_link,
    to_query,
)
from search_app.ui.patterns_board import board, month_bars, short_day
from search_app.ui.patterns_burst import notice
from search_app.ui.patterns_following import summary
from search_app.ui.patterns_forms import missing
from search_app.ui.patterns_page import followed_link, heading, news_item, overdue_line
from search_app.ui.patterns_proposal import card, cohesion_words, proposal_of, unchanged
from search_app.ui.patterns_rows import (
    PatternRow,
    Signals,
    by_column,
    chosen,
    ended,
    overdue,
    plain_rows,
    with_signals,
)
from search_app.ui.patterns_table import table

NL = Language.NL
TODAY = date(2026, 11, 22)
SCRIPT = "<script>alert(1)</script>"
MONTHS = tuple(MonthCount(date(2026, month, 1), month % 3, 9, complete=True) for month in range(1, 12))


def row(number: int, **fields: Any) -> PatternRow:
    known: dict[str, Any] = {
        "pattern_id": f"P-2026-{number:03d}",
        "name": f"Patroon {number}",
        "state": PatternState.SIGNALLED,
        "cases": 3 + number,
        "owner": "anna",
        "addressee": "gemeenten",
        "answer_due": date(2027, 1, number),
        "action_due": None,
        "overdue": False,
        "trend": Verdict.STEADY,
        "months": MONTHS,
    }
    return PatternRow(**(known | fields))


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


# --- addresses ---


@pytest.mark.parametrize(
    "view",
    [
        PatternsView(),
        PatternsView(tab=Tab.LIST, state=PatternState.ON_AGENDA, owner="anna", overdue=True),
        PatternsView(tab=Tab.LIST, sort=Column.NAME, descending=True, day=date(2025, 6, 2)),
        PatternsView(tab=Tab.PROPOSALS, proposal=12, doing=Doing.REJECT, page=2),
        PatternsView(tab=Tab.NEW, cases=("T-1", "T-2")),
    ],
)
def test_an_address_gives_the_view_that_it_was_made_of(view: PatternsView) -> None:
    assert from_query({name: [value] for name, value in to_query(view).items()}, TODAY) == view


@pytest.mark.parametrize(
    "query",
    [
        {"toon": ["onzin"], "stand": ["onzin"], "sorteer": ["x"], "richting": ["y"], "blad": ["-3"]},
        {"op": ["gisteren"], "voorstel": ["9" * 40], "doe": [SCRIPT], "zaken": [" , "]},
        {"op": ["2030-01-01"], "voorstel": ["²"], "blad": [""]},
    ],
)
def test_what_an_address_should_not_hold_is_ignored(query: dict[str, list[str]]) -> None:
    assert from_query(query, TODAY) == PatternsView()


def test_another_tab_keeps_the_day_but_not_the_conditions() -> None:
    view = PatternsView(tab=Tab.LIST, owner="anna", day=date(2025, 6, 2))
    assert tab_link(Tab.BOARD, view) == "patronen?op=2025-06-02"
    assert tab_link(Tab.LIST, view) == patterns_link(view)
    assert pattern_link("P-2025-001", as_of=view.day) == "patroon?id=P-2025-001&op=2025-06-02"


def test_case_numbers_are_split_at_blanks_and_commas_and_counted_once() -> None:
    assert case_numbers(" A-1, A-2;A-1\nA-3 ") == ("A-1", "A-2", "A-3")
    assert case_numbers("") == ()


def test_numbers_that_are_not_there_are_named() -> None:
    known = {"A-1": SafeCase(case_id="A-1")}
    assert missing(["A-1"], known) is None
    one, more = missing(["A-1", "A-2"], known), missing(["A-2", "A-3"], known)
    assert one is not None
    assert "nummer A-2" in one.nl
    assert more is not None
    assert "nummers A-2, A-3" in more.nl


# --- order ---


def test_the_board_shows_first_what_is_overdue_then_what_emerges_then_what_is_new() -> None:
    rows = [row(1), row(2, news=1), row(3, emerging=True), row(4, overdue=True)]
    held = by_column(rows)[PatternState.SIGNALLED]
    assert [each.pattern_id[-1] for each in held] == ["4", "3", "2", "1"]


def test_what_was_reopened_stands_with_what_was_signalled_and_what_ended_apart() -> None:
    rows = [row(1, state=PatternState.REOPENED), row(2, state=PatternState.REJECTED)]
    columns = by_column(rows)
    assert [each.pattern_id for each in columns[PatternState.SIGNALLED]] == ["P-2026-001"]
    assert PatternState.REJECTED not in columns
    assert [each.pattern_id for each in ended(rows)] == ["P-2026-002"]


@pytest.mark.parametrize(
    ("view", "order"),
    [
        (PatternsView(), "123"),
        (PatternsView(descending=True), "213"),
        (PatternsView(sort=Column.NAME), "321"),
        (PatternsView(sort=Column.CASES, descending=True), "321"),
        (PatternsView(sort=Column.OWNER), "213"),
        (PatternsView(owner="bram"), "2"),
        (PatternsView(overdue=True), "1"),
        (PatternsView(state=PatternState.CLOSED), "4"),
    ],
)
def test_the_list_is_sorted_and_narrowed_and_gaps_come_last(view: PatternsView, order: str) -> None:
    rows = [
        row(1, name="Zeer laat", owner="Carla", answer_due=date(2026, 1, 1), overdue=True),
        row(2, name="midden", owner="bram"),
        row(3, name="Als eerste", owner="", answer_due=None),
        row(4, state=PatternState.CLOSED),
    ]
    assert "".join(each.pattern_id[-1] for each in chosen(rows, view)) == order


def test_overdue_answers_are_told_longest_first_and_counted_when_there_are_many() -> None:
    rows = [row(n, overdue=True, answer_due=date(2026, 6, 6 - n)) for n in range(1, 6)] + [row(6)]
    told = text(overdue_line(overdue(rows), None, NL))
    assert "5 antwoorden aan inbrengers zijn over tijd: Patroon 5 (beloofd voor 1 juni 2026)" in told
    assert "en 2 meer" in told
    assert "Patroon 6" not in told


# --- board and list ---


def test_a_card_tells_what_a_coordinator_wants_to_know() -> None:
    reason = Bilingual("In de laatste 13 weken 8 meldingen.", "8 reports.")
    one = row(1, emerging=True, reason=reason, trend=Verdict.GROWING, news=2, overdue=True)
    told = text(board([one], None, NL))
    for wanted in (
        "Patroon 1", "P-2026-001 · 4 casussen", "groeit", "Komt op", reason.nl, "2 nieuw",
        "Over tijd sinds 1 jan 2027", "gemeenten", "anna",
    ):  # fmt: skip
        assert wanted in told
    assert "Geagendeerd 0" in told


def test_bars_have_the_counts_in_words_and_one_case_is_no_peak() -> None:
    bars = month_bars(MONTHS, NL)
    assert "Casussen per maand van januari 2026 tot en met november 2026: 1, 2, 0, 1" in bars
    assert bars.count("<i ") == 11
    assert "height:100%" not in bars
    assert month_bars((), NL) == ""


def test_short_days_are_told_in_both_languages() -> None:
    assert short_day(date(2026, 3, 4), NL) == "4 mrt 2026"
    assert short_day(date(2026, 5, 4), Language.EN) == "4 May 2026"


def test_a_row_of_the_list_tells_the_same_as_a_card() -> None:
    one = row(1, emerging=True, reason=Bilingual("Acht meldingen.", "8 reports."), news=2, overdue=True)
    shown = table([one], PatternsView(tab=Tab.LIST), NL)
    told = text(shown)
    for wanted in (
        "Patroon 1",
        "P-2026-001",
        "stabiel",
        "Komt op",
        "Acht meldingen.",
        "2 nieuw",
        "Over tijd",
    ):
        assert wanted in told
    assert shown.count("mw-maanden") == 1


def test_the_list_tells_by_what_it_is_sorted_and_turns_round() -> None:
    shown = table([row(1)], PatternsView(tab=Tab.LIST), NL)
    assert shown.count('aria-sort="ascending"') == 1
    assert 'href="patronen?toon=lijst&amp;richting=af"' in shown
    assert 'href="patronen?toon=lijst&amp;sorteer=naam"' in shown
    turned = table([row(1)], PatternsView(tab=Tab.LIST, sort=Column.NAME, descending=True), NL)
    assert turned.count('aria-sort="descending"') == 1


def test_a_pattern_without_figures_shows_no_trend() -> None:
    bare = row(1, trend=None, months=())
    assert "mw-maanden" not in board([bare], None, NL)
    assert "stabiel" not in table([bare], PatternsView(), NL)


@pytest.mark.parametrize("language", list(Language))
def test_text_of_people_is_text(language: Language) -> None:
    bad = row(1, name=SCRIPT, owner=SCRIPT, addressee=SCRIPT, emerging=True, reason=Bilingual(SCRIPT, SCRIPT))
    late = replace(bad, overdue=True)
    over = replace(bad, state=PatternState.CLOSED)
    shown = board([late, over], None, language) + table([late], PatternsView(owner=SCRIPT), language)
    shown += overdue_line([late], None, language) + news_item(news(name=SCRIPT, actor=SCRIPT), language)
    shown += card(proposal(title=SCRIPT, label=SCRIPT, pattern=SCRIPT), None, language)
    shown += unchanged([proposal(pattern=SCRIPT)], None, language)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_an_earlier_day_offers_no_new_pattern_and_is_kept_in_the_tabs() -> None:
    then = heading(PatternsView(day=date(2025, 6, 2)), None, NL)
    assert "Nieuw patroon" not in then
    assert "patronen?toon=lijst&amp;op=2025-06-02" in then
    assert "Nieuw patroon" in heading(PatternsView(), 3, NL)


# --- news ---


def news(name: str = "Voorschot", actor: str = "bram", cases: tuple[str, ...] = ()) -> News:
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    saved = SavedSearchRecord(1, "anna", name, None, "P-2026-001", {}, moment, moment)
    acts = [(PatternAction.ADDED, None), (PatternAction.STATE, PatternState.CONFIRMED)]
    events = tuple(
        PatternEventRecord(n, "P-2026-001", moment, actor, action, None, to, "", None, 2, None, {})
        for n, (action, to) in enumerate(acts)
    )
    return News(saved, cases, events)


def test_news_tells_new_cases_once_and_what_others_did() -> None:
    told = text(news_item(news(cases=("T-1", "T-2")), NL))
    assert "Voorschot : 2 nieuwe casussen ( T-1 , T-2 )" in told
    assert "stand gewijzigd: bevestigd door bram, 20 november 2026" in told
    assert "toegevoegd" not in told
    assert "casussen toegevoegd door bram" in text(news_item(news(), NL))


def test_news_is_counted_on_the_card_as_it_is_told() -> None:
    record = PatternRecord("P-2026-001", "Voorschot", "Mechanisme.", "anna", TODAY)
    file = PatternFile(record, (), (), 0, 0)
    rows = plain_rows([file], TODAY)
    told = Signals(news=(news(cases=("T-1", "T-2")),))
    assert [each.news for each in with_signals(rows, told)] == [3]
    assert [each.news for each in with_signals(rows, Signals())] == [0]


def test_news_tells_which_cases_may_belong_to_what_one_follows() -> None:
    told = replace(news(), events=(), offered=("T-1", "T-2"))
    assert "Voorschot : 2 casussen mogelijk erbij ( T-1 , T-2 )." in text(news_item(told, NL))
    assert 'href="patroon?id=P-2026-001&amp;deel=casussen"' in news_item(told, NL)


def test_what_one_follows_is_a_link_with_the_conditions_of_a_search() -> None:
    pattern = news().saved
    search = replace(
        pattern, pattern_id=None, text="voorschot", filters={"regulations": ["WIA"]}, name="voorschot"
    )
    assert 'href="patroon?id=P-2026-001"' in followed_link(pattern, NL)
    assert 'href="./?q=voorschot&amp;regeling=WIA"' in followed_link(search, NL)
    assert summary([search, pattern, search], NL) == "U volgt 2 zoekvragen en 1 patroon"
    assert summary([pattern], NL) == "U volgt 1 patroon"


# --- cases that may belong, and bursts ---

WHY = Bilingual("3 casussen die op elkaar lijken in 6 weken.", "3 cases that are alike in 6 weeks.")
BURST = Burst(date(2026, 11, 22), 6, ("T-1", "T-2", "T-9"), 5, 0.002, 2, WHY)


def test_cards_and_rows_tell_how_many_cases_may_belong_with_the_way_to_them() -> None:
    rows = with_signals([row(1), row(2)], Signals(offers={"P-2026-002": 2}))
    for shown in (board(rows, None, NL), table(rows, PatternsView(tab=Tab.LIST), NL)):
        assert text(shown).count("2 mogelijk erbij") == 1
        assert 'href="patroon?id=P-2026-002&amp;deel=casussen"' in shown


def test_the_pattern_that_holds_a_burst_is_emerging_for_that_reason() -> None:
    growing = row(2, emerging=True, reason=Bilingual("Acht meldingen.", "Eight reports."))
    for held, reason in ((row(2), WHY.nl), (growing, f"{WHY.nl} Acht meldingen.")):
        told = Signals(burst=PlacedBurst(BURST, "P-2026-002"))
        other, mine = with_signals([row(1), held], told)
        assert not other.emerging
        assert mine.emerging
        assert mine.reason is not None
        assert mine.reason.nl == reason
        assert reason in text(board([mine], None, NL))


def test_a_burst_that_no_pattern_holds_is_told_with_its_cases_and_the_way_on() -> None:
    shown = notice(PlacedBurst(BURST, None), None, None, NL)
    assert f"{WHY.nl} Ze zitten nog niet samen in een patroon: T-1 , T-2 , T-9 ." in text(shown)
    assert 'href="casus?id=T-9"' in shown
    assert 'href="patronen?toon=nieuw&amp;zaken=T-1%2CT-2%2CT-9"' in shown
    assert "Nieuw patroon met deze casussen" in shown
    assert "Bekijk voorstel V-003" in notice(PlacedBurst(BURST, None), ("V-003", 12), None, NL)
    assert "voorstel=12" in notice(PlacedBurst(BURST, None), ("V-003", 12), None, NL)
    assert notice(PlacedBurst(BURST, "P-2026-001"), None, None, NL) == ""


def test_of_an_earlier_day_a_burst_is_told_without_anything_to_do() -> None:
    then = notice(PlacedBurst(BURST, None), None, date(2025, 4, 13), NL)
    assert "Nieuw patroon" not in then
    assert "casus?id=T-1" in then


def test_a_proposal_that_holds_a_burst_is_emerging_and_names_the_cases_that_it_misses() -> None:
    told = text(card(proposal(), None, NL, BURST))
    assert told.count("Komt op") == 2
    assert f"{WHY.nl} Niet in dit voorstel: T-9 ." in told
    assert "Komt op" not in text(card(proposal(), None, NL))


# --- proposals ---


def proposal(
    title: str = "Late keuring", label: str = "keuring, voorschot", pattern: str = "", members: int = 0
) -> Any:
    cases = {
        f"T-{n}": SafeCase(case_id=f"T-{n}", title=title, received_on=date(2026, n, 3)) for n in range(1, 6)
    }
    trend = trends([PatternReceipts("V-001", ())], [date(2026, 1, 1)], TODAY)[0]
    found = FoundPattern(
        name="V-001",
        pattern_id="P-2026-001" if pattern else None,
        group=Group(tuple(cases), 4, 0.65),
        label=Label(label, ("keuring", "voorschot")),
        central=("T-1", "T-2", "T-3"),
        coincides=(Bilingual("5 van de 5 zaken hebben dezelfde maatwerkplaats: Twente.", "same"),),
        first_seen=date(2026, 1, 3),
        last_seen=date(2026, 5, 3),
        trend=trend,
        spread=(),
        outcomes={"opgelost": 3, "niet opgelost": 1, "onbekend": 1},
    )
    file = None
    if pattern:
        record = PatternRecord("P-2026-001", pattern, "Mechanisme.", "anna", TODAY)
        file = PatternFile(record, tuple(member(f"T-{n}") for n in range(1, members + 1)), (), 0, 0)
    return proposal_of(7, found, cases, file)


def member(case_id: str, removed_at: datetime | None = None) -> MemberRecord:
    added = datetime(2026, 6, 1, tzinfo=UTC)
    return MemberRecord("P-2026-001", case_id, "past", "anna", added, None, removed_at, None, released=True)


def test_a_proposal_tells_what_a_person_needs_to_judge_it() -> None:
    told = text(card(proposal(), None, NL))
    for wanted in (
        "Keuring, voorschot",
        "5 casussen (4 als bijna gelijke casussen één keer tellen)",
        "van januari 2026 tot en met mei 2026",
        "sterk: deze casussen lijken vooral op elkaar",
        "dezelfde maatwerkplaats: Twente",
        "3 opgelost, 1 niet opgelost, 1 onbekend; liep verschillend af",
        "Nog 2 casussen",
    ):
        assert wanted in told


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (5, "Lijkt op P-2026-001 Keuring"),
        (4, "1 nieuwe casus voor P-2026-001"),
        (1, "1 zit er al in."),
        (2, "3 nieuwe casussen voor"),
    ],
)
def test_a_proposal_that_looks_like_a_pattern_tells_what_is_new_for_it(members: int, told: str) -> None:
    assert told in text(card(proposal(pattern="Keuring", members=members), None, NL))


def test_what_was_taken_out_of_a_pattern_is_not_new_for_it() -> None:
    made = proposal(pattern="Keuring", members=3)
    out = replace(made.pattern, former=(member("T-4", datetime(2026, 7, 1, tzinfo=UTC)),))
    assert proposal_of(7, made.found, made.cases, out).fresh == ("T-5",)


def test_new_cases_stand_first_when_the_pattern_is_known() -> None:
    shown = card(proposal(pattern="Keuring", members=3), None, NL)
    assert re.findall(r"casus\?id=(T-\d)", shown) == ["T-4", "T-5", "T-1", "T-2", "T-3"]


def test_cohesion_is_told_in_three_words() -> None:
    assert [cohesion_words(value).nl.split(":")[0] for value in (0.7, 0.55, 0.2)] == [
        "sterk",
        "redelijk",
        "los",
    ]
