# SPDX-License-Identifier: EUPL-1.2
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anonymise.profiles import Profile
from casebase.bilingual import Language
from casebase.pattern_vocabulary import PatternState
from patterns.dossier import Detail, Dossier, NoReleasedCasesError, NotAStoryError
from search_app.dossier import words
from search_app.dossier.document import (
    Bullets,
    Callout,
    Columns,
    Cover,
    Document,
    Figure,
    Heading,
    Paragraph,
    StoryBlock,
    Table,
)
from search_app.dossier.typeset import content_of

LaidOut = Callable[..., Document]
COARSE = Detail(smallest=5, whole_years=True)


def section(document: Document, name: str) -> list[Any]:
    """The blocks under a heading of level 1."""
    title = words.HEADINGS[name].in_language(document.language)
    places = [n for n, each in enumerate(document.blocks) if isinstance(each, Heading) and each.level == 1]
    start = next(n for n in places if document.blocks[n].text == title)  # type: ignore[union-attr]
    end = next((n for n in places if n > start), len(document.blocks))
    return list(document.blocks[start + 1 : end])


def table(document: Document, name: str, place: int = 0) -> Table:
    return [each for each in section(document, name) if isinstance(each, Table)][place]


def text(blocks: list[Any]) -> str:
    return " ".join(json.dumps(vars(block), ensure_ascii=False, default=str) for block in blocks)


def test_the_sections_stand_in_the_order_of_a_policy_note(laid_out: LaidOut) -> None:
    document = laid_out()
    titles = [each.text for each in document.blocks if isinstance(each, Heading) and each.level == 1]
    assert titles == [heading.nl for heading in words.HEADINGS.values()]
    assert isinstance(document.blocks[0], Cover)
    assert isinstance(document.blocks[1], Callout)


def test_the_head_tells_what_it_is_from_whom_to_whom(laid_out: LaidOut, invented_pattern: ModuleType) -> None:
    cover = laid_out().blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.title, cover.lead) == (invented_pattern.RECORD.name, invented_pattern.RECORD.mechanism)
    assert dict(cover.facts) == {
        "Nummer": "P-2025-001",
        "Datum": "2 juni 2025",
        "Stand": "Bevestigd sinds 17 maart 2025",
        "Soort oplossing": "Werkproces",
        "Aan": "UWV",
        "Te lezen door": "Andere organisaties in het netwerk",
        "Van": "Maatwerkplaats Twente",
    }
    assert (cover.tiles[0].label, cover.tiles[0].value) == ("Casussen", "6")
    assert [each.value for each in cover.tiles][2:] == ["1 van 5", "3.012"]


@pytest.mark.parametrize("state", list(PatternState))
def test_what_is_asked_follows_the_state(
    laid_out: LaidOut, invented_pattern: ModuleType, state: PatternState
) -> None:
    record = replace(invented_pattern.RECORD, state=state, action_due=date(2025, 9, 1))
    asked = laid_out(invented_pattern.view(record=record)).blocks[1]
    assert isinstance(asked, Callout)
    assert ("UWV" in asked.text) == ("{who}" in words.ASKED[state].nl) == ("1 september 2025" in asked.text)
    assert "{" not in asked.text


def test_trend_figures_equal_those_of_the_study(laid_out: LaidOut, composed: Callable[..., Dossier]) -> None:
    trend, document = composed().study.trend, laid_out()
    rows = table(document, "trend").rows
    assert [(row[0], row[1], row[2]) for row in rows] == [
        (f"{each.weeks} weken", str(each.recent), str(each.before)) for each in trend.comparisons
    ]
    assert section(document, "trend")[0] == Paragraph(trend.reason.nl)
    figure = next(each for each in section(document, "trend") if isinstance(each, Figure))
    for month in trend.series:
        if month.cases:
            assert re.search(rf"{month.first_day.year} {month.cases}\b", figure.alt)
    bars = figure.svg.count("<rect")
    assert bars == sum(month.cases > 0 for month in trend.series)


def test_outcomes_pairs_and_size_equal_those_of_the_study(
    laid_out: LaidOut, composed: Callable[..., Dossier]
) -> None:
    study, document = composed().study, laid_out()
    outcomes = table(document, "treatment").rows
    assert [row[1] for row in outcomes] == [
        *(str(each.count) for each in study.outcomes.shares), str(study.outcomes.unknown)
    ]  # fmt: skip
    assert study.outcomes.words.nl in text(section(document, "treatment"))
    assert study.offices.words.nl in text(section(document, "treatment"))
    pairs = table(document, "treatment", 1).rows
    assert pairs[0][0].startswith("T-2025-002: niet opgelost")
    assert pairs[0][1].startswith("T-2025-004: opgelost")
    assert "90% gelijkend" in pairs[0][2]
    ladder = table(document, "size").rows
    assert [row[1] for row in ladder][0::2] == ["3.012", "ten minste 6"]
    assert all(step.method.nl in row[3] for step, row in zip(study.size, ladder, strict=True))
    assert all(
        step.warning.nl in row[3] for step, row in zip(study.size, ladder, strict=True) if step.warning
    )


def test_stories_perspectives_history_and_cases_are_there(laid_out: LaidOut) -> None:
    document = laid_out()
    stories = [each for each in section(document, "stories") if isinstance(each, StoryBlock)]
    assert [each.about for each in stories] == [
        "T-2025-001 · november 2024 · WIA",
        "T-2025-002 · januari 2025 · WIA, ZW",
        "T-2025-003 · maart 2025 · WIA",
    ]
    assert ("Besluit", "Besluit 1 is genomen.") in stories[0].labelled
    columns = next(each for each in section(document, "perspectives") if isinstance(each, Columns)).columns
    assert [each.line for each in columns] == [
        "onvoldoende 0, voldoende 6, goed 0",
        "onvoldoende 0, voldoende 0, goed 0, zonder oordeel 6",
        "onvoldoende 3, voldoende 0, goed 3",
    ]
    assert table(document, "history").rows == (
        ("3 februari 2025", "Gesignaleerd", "Drie keer hetzelfde."),
        ("17 maart 2025", "Bevestigd", "Besproken in de werkgroep."),
    )
    assert [row[0] for row in table(document, "cases").rows] == [f"T-2025-00{n}" for n in range(1, 7)]
    assert "Wij sturen voortaan eerder een brief." in text(section(document, "meanwhile"))
    assert "Gaat over een andere regel." in text(section(document, "counter"))


def test_a_case_that_was_solved_within_the_rules_is_a_counter_example(
    laid_out: LaidOut, invented_pattern: ModuleType
) -> None:
    solved = invented_pattern.case(4, invented_pattern.OUTCOMES[3], deviates_from_rules=False)
    view = invented_pattern.view(cases=[*invented_pattern.CASES[:3], solved], former=[])
    told = section(laid_out(view), "counter")
    assert told == [
        Heading("Opgelost zonder van de regels af te wijken (1)", 2),
        Bullets((("T-2025-004", "Zaak 4 – Besluit 4 is genomen."),)),
    ]


def test_what_is_not_known_is_counted(laid_out: LaidOut, invented_pattern: ModuleType) -> None:
    told = text(section(laid_out(invented_pattern.view(hidden=2, deleted=1)), "unknown"))
    assert "2 casussen van dit patroon wachten op controle" in told
    assert "1 casus is uit de databank verwijderd." in told
    assert "Van 1 casus is de afloop onbekend." in told
    assert "Bij 6 casussen ontbreekt het oordeel" in told


def test_steps_after_the_day_are_not_told(laid_out: LaidOut, invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(day=date(2025, 3, 1))
    assert [row[1] for row in table(laid_out(view), "history").rows] == ["Gesignaleerd"]


def test_for_everybody_months_places_and_small_groups_are_left_out(laid_out: LaidOut) -> None:
    document = laid_out(profile=Profile.PUBLICATIE, detail=COARSE)
    assert document.sender == "De maatwerkplaatsen"
    assert {row[1] for row in table(document, "cases").rows} == {"2024", "2025"}
    assert [row[0] for row in table(document, "spread").rows] == ["Regeling"]
    assert "afdeling" in text(section(document, "spread"))
    assert "dagen ertussen" not in text(section(document, "treatment"))
    figure = next(each for each in section(document, "trend") if isinstance(each, Figure))
    assert "kwartaal" in figure.alt
    told = "".join(text(section(document, name)) for name in ("stories", "treatment", "cases"))
    assert not re.search(r"\b(november|januari|maart|april|mei)\b", told + figure.alt + figure.svg)


def test_who_did_what_in_the_register_is_not_told(laid_out: LaidOut) -> None:
    assert "coordinator" not in content_of(laid_out())


def test_quarters_count_what_the_months_count(composed: Callable[..., Dossier]) -> None:
    months, quarters = composed().periods, composed(detail=COARSE).periods
    assert sum(each.cases for each in months) == sum(each.cases for each in quarters)
    assert len(quarters) in {8, 9}


def test_a_pack_needs_cases_and_stories_of_its_own(laid_out: LaidOut, invented_pattern: ModuleType) -> None:
    with pytest.raises(NoReleasedCasesError):
        laid_out(invented_pattern.view(cases=[]))
    with pytest.raises(NotAStoryError, match="T-2025-007"):
        laid_out(chosen=["T-2025-007"])
    with pytest.raises(NotAStoryError, match="hoogste 3"):
        laid_out(chosen=[f"T-2025-00{n}" for n in range(1, 5)])


def test_everything_fixed_is_said_in_english_too(laid_out: LaidOut) -> None:
    document = laid_out(language=Language.EN)
    titles = [each.text for each in document.blocks if isinstance(each, Heading) and each.level == 1]
    assert titles == [heading.en for heading in words.HEADINGS.values()]
    assert document.locale == "en-GB"
    assert not re.search(r"casussen|kwartaal|Stand\b", content_of(document))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(st.from_regex(r"[Qq][A-Z]{9,14}", fullmatch=True))
def test_no_text_comes_from_anywhere_but_the_register_and_the_cases(
    laid_out: LaidOut, invented_pattern: ModuleType, marker: str
) -> None:
    """Putting another text in every field that people fill in changes the pack at those places only."""
    told, other = (
        content_of(laid_out(invented_pattern.with_text(each))).replace(each, "#") for each in (marker, "Zzzz")
    )
    assert told == other
