# SPDX-License-Identifier: EUPL-1.2
"""A pattern as a page: head, story, cases and history."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from casebase.bilingual import Language
from casebase.pattern_vocabulary import PatternAction, PatternState
from casebase.store import PatternEventRecord
from casebase.vocabulary import Outcome
from search_app.pattern_studies import NotRegisteredYetError
from search_app.ui import (
    pattern_history,
    pattern_members,
    pattern_page,
    pattern_size,
    pattern_spread,
    pattern_story,
    pattern_treatment,
    pattern_trend,
)
from search_app.ui.pattern_links import Part, part_asked, pattern_link, register_link

NL, EN = Language.NL, Language.EN
EVIL = "<script>x</script><img src=x onerror=y>"


def test_the_head_tells_who_owes_whom_what_by_when(invented_pattern: ModuleType) -> None:
    html = pattern_page.head(invented_pattern.view(), NL)
    for told in (
        "Brief te laat, alles terug", "P-2025-001", "Bevestigd", "sinds 17 maart 2025", "coordinator-1",
        "Wie de brief te laat krijgt", "28 mei 2025", "5 dagen te laat", "Werkproces",
        "Wij sturen voortaan eerder een brief.", "Gegeven op 1 april 2025",
    ):  # fmt: skip
        assert told in html
    assert "U ziet dit patroon" not in html


@pytest.mark.parametrize(
    ("due", "state", "told"),
    [
        (date(2025, 6, 1), PatternState.CONFIRMED, "1 dag te laat"),
        (date(2025, 6, 2), PatternState.CONFIRMED, ""),
        (date(2025, 5, 1), PatternState.REJECTED, ""),
        (None, PatternState.CONFIRMED, "Geen datum afgesproken"),
    ],
)
def test_only_what_goes_on_can_be_too_late(
    invented_pattern: ModuleType, due: date | None, state: PatternState, told: str
) -> None:
    record = replace(invented_pattern.RECORD, answer_due=due, state=state)
    html = pattern_page.head(invented_pattern.view(record=record), NL)
    assert told in html
    assert ("te laat</span>" in html) == told.endswith("te laat")


def test_an_earlier_day_is_told_with_the_way_to_today(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(day=date(2025, 3, 1), today=date(2025, 6, 2))
    html = pattern_page.head(view, NL)
    assert "op 1 maart 2025 was" in html
    assert 'href="patroon?id=P-2025-001"' in html
    assert "te laat</span>" not in html
    assert "op=2025-03-01" in pattern_page.parts(view, Part.CASES, NL)


def test_a_merged_pattern_leads_to_the_one_that_goes_on(invented_pattern: ModuleType) -> None:
    record = replace(invented_pattern.RECORD, state=PatternState.MERGED, merged_into="P-2024-009")
    html = pattern_page.head(invented_pattern.view(record=record), NL)
    assert 'opgegaan in <a href="patroon?id=P-2024-009">P-2024-009</a>' in html


def test_a_rejected_pattern_says_why_it_ended(invented_pattern: ModuleType) -> None:
    record = replace(invented_pattern.RECORD, state=PatternState.REJECTED)
    ended = PatternEventRecord(
        4, record.pattern_id, invented_pattern.moment(date(2025, 6, 1)), "coordinator-1", PatternAction.STATE,
        PatternState.CONFIRMED, PatternState.REJECTED, "Het zijn verschillende regels.", None, 0, None, {},
    )  # fmt: skip
    view = invented_pattern.view(record=record, events=(*invented_pattern.EVENTS, ended))
    html = pattern_page.head(view, NL)
    assert "loopt niet meer. Het zijn verschillende regels." in html
    assert "sinds 1 juni 2025" in html


def test_the_parts_are_links_and_the_open_one_is_marked(invented_pattern: ModuleType) -> None:
    html = pattern_page.parts(invented_pattern.view(), Part.CASES, NL, among=(Part.STORY, Part.CASES))
    assert html.count("<li>") == 2
    assert '<a href="patroon?id=P-2025-001&amp;deel=casussen" aria-current="page">Casussen</a>' in html


@pytest.mark.parametrize(("named", "part"), [("gelijk", Part.TREATMENT), ("", Part.STORY), ("x", Part.STORY)])
def test_the_address_names_a_part(named: str, part: Part) -> None:
    assert part_asked({"deel": named}) is part
    assert part_asked({"deel": Part.DOSSIER.value}, (Part.STORY,)) is Part.STORY


def test_links_keep_the_day() -> None:
    assert (
        pattern_link("P-1", Part.FIGURES, as_of=date(2025, 3, 1))
        == "patroon?id=P-1&deel=cijfers&op=2025-03-01"
    )
    assert register_link(date(2025, 3, 1)) == "patronen?op=2025-03-01"
    assert register_link() == "patronen"


def test_an_unknown_number_is_told_as_text() -> None:
    html = pattern_page.unknown(EVIL * 9, NL)
    assert "<script" not in html
    assert len(html) < 500
    assert "Geen patroon gekozen" in pattern_page.unknown("", NL)
    early = pattern_page.not_yet("P-1", NotRegisteredYetError("P-1", date(2024, 1, 1)), NL)
    assert "Op 01-01-2024 was patroon P-1 nog niet geregistreerd" in early
    assert 'href="patroon?id=P-1"' in early


def test_in_short_tells_cases_trend_size_outcomes_and_pairs(invented_pattern: ModuleType) -> None:
    html = pattern_story.in_short(invented_pattern.view(), NL)
    for told in (
        "6 casussen, ontvangen van november 2024 tot en met mei 2025.", "met 95% zekerheid", "3.012 mensen",
        "1 van de 5 opgelost", "1 paar zaken die sterk op elkaar lijken, liep verschillend af.",
    ):  # fmt: skip
        assert told in html


def test_the_stories_have_situation_decision_and_outcome(invented_pattern: ModuleType) -> None:
    html = pattern_story.stories(invented_pattern.CASES[:5], NL)
    assert html.count("<li>") == 3
    for told in (
        "casus?id=T-2025-001",
        "De brief kwam te laat in zaak 1.",
        "Besluit 1 is genomen.",
        "Niet opgelost",
    ):
        assert told in html


def test_counter_examples_are_those_that_ended_otherwise_furthest_first(invented_pattern: ModuleType) -> None:
    html = pattern_story.counter_examples(invented_pattern.CASES[:6], NL)
    assert "Van de 5 casussen met een bekende afloop liepen er 3 af als ‘niet opgelost’." in html
    assert html.index("Zaak 4") < html.index("Zaak 5")
    assert "Zaak 1" not in html


def test_a_counter_example_is_told_once(invented_pattern: ModuleType) -> None:
    cases = invented_pattern.CASES
    html = pattern_story.counter_examples([cases[3], *cases[:3], cases[4]], NL)
    assert "Zaak 4" not in html
    assert "Zaak 5" in html
    assert "Ook hierboven staat er 1." in html
    alone = pattern_story.counter_examples([cases[3], cases[0], cases[1]], NL)
    assert "Wat anders afliep, staat hierboven al." in alone


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ([Outcome.SOLVED, Outcome.SOLVED], "liepen hetzelfde af: opgelost"),
        ([Outcome.SOLVED, None], "Van één casus is de afloop bekend: opgelost"),
        ([Outcome.SOLVED, Outcome.NOT_SOLVED], "Geen afloop komt het vaakst voor"),
        ([None, Outcome.UNKNOWN], "Van geen van de casussen is bekend"),
    ],
)
def test_without_counter_examples_the_page_says_why(
    invented_pattern: ModuleType, outcomes: list[Outcome | None], told: str
) -> None:
    cases = [invented_pattern.case(place, outcome) for place, outcome in enumerate(outcomes, start=1)]
    assert told in pattern_story.counter_examples(cases, NL)


def test_a_pattern_without_visible_cases_has_worded_parts(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(cases=(), former=(), hidden=2)
    assert "geen casus die u mag zien" in pattern_story.stories((), NL)
    assert "geen casus die u mag zien" in pattern_story.in_short(view, NL)
    html = pattern_members.members_section(view, NL)
    assert "Nog 2 casussen wachten op beoordeling" in html
    assert "Er is nu geen casus van dit patroon die u mag zien." in html
    empty = invented_pattern.view(cases=(), former=())
    assert "In dit patroon zitten nu geen casussen." in pattern_members.members_section(empty, NL)


def test_members_stand_newest_first_with_reason_and_who_added_them(invented_pattern: ModuleType) -> None:
    html = pattern_members.members_section(invented_pattern.view(hidden=1, deleted=2), NL)
    places = [html.index(f"T-2025-{place:03d}</small>") for place in (6, 5, 4, 3, 2, 1)]
    assert places == sorted(places)
    for told in (
        "De termijn begon te vroeg.", "3 februari 2025", "door coordinator-1", "Eerder in dit patroon (1)",
        "Gaat over een andere regel.", "Nog 1 casus wacht", "2 casussen zijn uit de databank verwijderd.",
    ):  # fmt: skip
        assert told in html


def test_the_history_tells_who_when_why_and_what_changed(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    html = pattern_history.history(view.events, NL)
    assert html.index("Casussen eruit gehaald") < html.index("Stand gewijzigd") < html.index("Geregistreerd")
    for told in (
        "Besproken in de werkgroep.", "1 mei 2025 → 28 mei 2025", "leeg</span> → UWV", "coordinator-2",
        "patroon?id=P-2025-001&amp;op=2025-03-17", "6 casussen",
    ):  # fmt: skip
        assert told in html


def test_what_happened_later_is_not_told_of_an_earlier_day(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(day=date(2025, 3, 1), record=replace(invented_pattern.RECORD))
    html = pattern_history.history(view.events, NL)
    assert "Geregistreerd" in html
    assert "Stand gewijzigd" not in html


def test_no_text_can_bring_in_html(invented_pattern: ModuleType) -> None:
    view = invented_pattern.with_text(EVIL)
    cases = view.member_cases
    html = "".join(
        [
            pattern_page.head(view, NL), pattern_story.in_short(view, NL), pattern_story.stories(cases, NL),
            pattern_story.counter_examples(cases, NL), pattern_members.members_section(view, NL),
            pattern_history.history(view.events, NL), pattern_spread.spread_section(view.study.spread, NL),
            pattern_size.size_section(view.study.size, NL),
            pattern_treatment.compared(view.study.treatment, view.cases, NL),
            pattern_trend.told(view.study.trend, None, 6, NL),
        ]
    )  # fmt: skip
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;") > 40


def test_the_page_speaks_english(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    assert "5 days late" in pattern_page.head(view, EN)
    assert "In short" in pattern_story.in_short(view, EN)
    assert "State changed" in pattern_history.history(view.events, EN)
