# SPDX-License-Identifier: EUPL-1.2
"""The figures of a pattern: drawings with their words and tables, spread, size and equal treatment."""

import re
from dataclasses import replace
from datetime import date
from math import inf
from types import ModuleType
from xml.etree import ElementTree

import pytest

from casebase.bilingual import Bilingual, Language
from casebase.vocabulary import Outcome
from patterns.alarms import Episode
from patterns.bursts import Burst
from patterns.equal_treatment import AlikePair, compare_pairs, count_outcomes
from patterns.exact import Interval
from patterns.office_difference import office_difference
from patterns.size import SizeStep, known_cases, register_count
from patterns.study import ended_case
from patterns.trend import Verdict
from search_app.ui import pattern_size, pattern_spread, pattern_story, pattern_treatment, pattern_trend
from search_app.ui.outcome_figure import outcome_alt, outcome_svg
from search_app.ui.pair_beside import agrees, differs, pair_beside
from search_app.ui.trend_figure import NARROW, WIDE, compared_days, trend_alt, trend_svg

NL, EN = Language.NL, Language.EN
SVG = "{http://www.w3.org/2000/svg}"


def shapes(svg: str, kind: str, name: str) -> list[ElementTree.Element]:
    """The drawn shapes of a kind with a class name; fails when the drawing is no XML."""
    found = ElementTree.fromstring(svg).iter(SVG + kind)
    return [each for each in found if name in (each.get("class") or "").split()]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_month_with_cases_has_a_bar_for_number_and_share(
    invented_pattern: ModuleType, width: int
) -> None:
    trend = invented_pattern.view().study.trend
    with_cases = [month for month in trend.series if month.cases]
    svg = trend_svg(trend, invented_pattern.REGISTERED, NL, width=width)
    over = [month for month in with_cases if month.complete]
    assert len(shapes(svg, "rect", "staaf")) == len(over) == 5
    assert len(shapes(svg, "rect", "aandeel")) == len(over)
    for shape in ElementTree.fromstring(svg).iter(SVG + "rect"):
        left, wide = float(shape.get("x", "0")), float(shape.get("width", "0"))
        assert 0 <= left <= left + wide <= width


def test_bars_are_as_high_as_their_counts(invented_pattern: ModuleType) -> None:
    trend = invented_pattern.view().study.trend
    counts = [month.cases for month in trend.series if month.cases and month.complete]
    bars = shapes(trend_svg(trend, None, NL), "rect", "staaf")
    heights = [float(bar.get("height", "0")) for bar in bars]
    assert [round(height / heights[0] * counts[0], 2) for height in heights] == counts


def test_the_month_that_goes_on_is_drawn_as_such(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(day=date(2025, 5, 25), today=date(2025, 5, 25))
    svg = trend_svg(view.study.trend, invented_pattern.REGISTERED, NL)
    assert len(shapes(svg, "rect", "loopt")) == 2
    assert "maand loopt nog" in pattern_trend.months_table(view.study.trend, NL)


def test_registration_and_alarms_are_marked(invented_pattern: ModuleType) -> None:
    trend = invented_pattern.view().study.trend
    assert trend.verdict is Verdict.GROWING
    svg = trend_svg(trend, invented_pattern.REGISTERED, NL)
    assert len(shapes(svg, "line", "alarm")) == len(trend.episodes) == 1
    assert len(shapes(svg, "line", "start")) == 2
    assert "viel op" in svg
    assert "geregistreerd" in svg
    assert not shapes(trend_svg(trend, date(2019, 1, 1), NL), "line", "start")


def test_the_compared_windows_are_those_of_the_test(invented_pattern: ModuleType) -> None:
    trend = invented_pattern.view().study.trend
    assert trend.looked_on == date(2025, 6, 1)
    assert compared_days(trend, date(2025, 2, 3)) == (date(2024, 3, 3), date(2025, 3, 2), date(2025, 3, 2))
    assert compared_days(trend, date(2025, 4, 1)) == (date(2024, 3, 3), date(2025, 3, 2), date(2025, 4, 1))
    svg = trend_svg(trend, invented_pattern.REGISTERED, NL)
    assert len(shapes(svg, "rect", "vlak")) == len(shapes(svg, "rect", "jaar")) == 1
    assert "jaar daarvoor" in svg


def test_the_figure_has_its_numbers_in_words_and_in_a_table(invented_pattern: ModuleType) -> None:
    trend = invented_pattern.view().study.trend
    alt = trend_alt(trend, NL)
    assert trend.reason.nl in alt
    assert "samen 6 van de" in alt
    table = pattern_trend.months_table(trend, NL)
    assert table.count("<tr>") == 1 + len(trend.series)


def test_the_words_have_verdict_reason_and_interval(invented_pattern: ModuleType) -> None:
    trend = invented_pattern.view().study.trend
    html = pattern_trend.told(trend, invented_pattern.REGISTERED, 6, NL)
    assert "Groeit" in html
    assert "Komt op" in html
    assert "Komt op" not in pattern_trend.told(replace(trend, emerging=False), None, 6, NL)
    assert trend.reason.nl in html
    assert "Geregistreerd op 3 februari 2025." in html
    assert pattern_trend.compared(trend, NL).count("<tr>") == 4


def test_an_earlier_alarm_is_told_and_one_that_goes_on_is_left_to_the_reason(
    invented_pattern: ModuleType,
) -> None:
    trend = invented_pattern.view().study.trend
    assert "Groei viel op van" not in pattern_trend.told(trend, None, 6, NL)
    past = Episode(date(2024, 1, 7), date(2024, 2, 4))
    once = Episode(date(2024, 6, 2), date(2024, 6, 2))
    quiet = replace(trend, emerging=False, episodes=(past, once))
    html = pattern_trend.told(quiet, None, 6, NL)
    assert "Groei viel op van 7 januari 2024 tot 4 februari 2024." in html
    assert "Groei viel op rond 2 juni 2024." in html


def test_too_few_is_told_as_such(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view(cases=invented_pattern.CASES[:1])
    assert view.study.trend.verdict is Verdict.TOO_FEW
    html = pattern_trend.told(view.study.trend, None, 1, NL)
    assert "Te weinig om te zeggen" in html
    old = invented_pattern.view(cases=invented_pattern.CASES[:1], day=date(2029, 1, 1))
    assert "De enige casus van dit patroon kwam" in pattern_trend.told(old.study.trend, None, 1, NL)


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        (Interval(2.5, 0.64, 8.6), "2,5 (0,6 tot 8,6)"),
        (Interval(inf, 3.7, inf), "ten minste 3,7"),
        (Interval(0.0, 0.0, 5.3), "hoogstens 5,3"),
        (Interval(0.0, 0.0, 1150.0), "niet te zeggen"),
        (Interval(2.4, 0.0, 187.0), "2,4 (0,0 tot ruim 100)"),
        (Interval(None, 0.0, inf), "niet te zeggen"),
        (Interval(20.0, 2.2, 946.0), "20 (2,2 tot ruim 100)"),
    ],
)
def test_a_rate_ratio_always_has_its_interval(ratio: Interval, told: str) -> None:
    assert pattern_trend.interval(ratio, NL) == told


@pytest.mark.parametrize(
    ("share", "told"),
    [(None, "–"), (0.0, "0%"), (0.012, "1,2%"), (0.0996, "10%"), (0.5, "50%"), (1.0, "100%")],
)
def test_shares_are_percentages(share: float | None, told: str) -> None:
    assert pattern_trend.percent(share, NL) == told


def test_spread_shows_counts_beside_all_cases_and_tells_what_is_left_out(
    invented_pattern: ModuleType,
) -> None:
    html = pattern_spread.spread_section(invented_pattern.view().study.spread, NL)
    assert re.search(r"WIA<i.*?<td>6</td><td>100%</td><td>100%</td>", html)
    assert re.search(r"ZW<i.*?<td>1</td><td>17%</td>", html)
    assert "3 casussen van afdelingen met minder dan vijf casussen" in html
    assert "Niet ingevuld bij 3 casussen." in html
    assert "Bij geen van de casussen ingevuld." in html
    assert "Niets valt op" in html
    assert html.index("Regeling") < html.index("Afdeling") < html.index("Functie van de inbrenger")


def test_what_stands_out_is_told_in_a_sentence_and_in_the_table(invented_pattern: ModuleType) -> None:
    spread = invented_pattern.view().study.spread[0]
    value = replace(spread.values[0], stands_out=True)
    words = (Bilingual("6 van de 6 over WIA.", "6 of the 6 about WIA."),)
    html = pattern_spread.spread_section([replace(spread, values=(value,), words=words)], NL)
    assert "<li>6 van de 6 over WIA.</li>" in html
    assert "valt op" in html


def test_of_too_few_cases_the_page_does_not_say_that_nothing_stands_out(invented_pattern: ModuleType) -> None:
    spread = invented_pattern.view().study.spread[0]
    few = replace(spread, values=(replace(spread.values[0], count=2, known=2),))
    for seen in ([few], [replace(spread, values=())]):
        told = pattern_spread.spread_section(seen, NL)
        assert "Met zo weinig casussen is niet te zeggen" in told
        assert "Niets valt op" not in told


def test_many_values_are_folded(invented_pattern: ModuleType) -> None:
    spread = invented_pattern.view().study.spread[0]
    values = tuple(replace(spread.values[0], value=f"Regeling {place}") for place in range(8))
    html = pattern_spread.spread_section([replace(spread, values=values)], NL)
    assert "Toon nog 2" in html


def test_the_ladder_has_the_strongest_step_first_and_is_never_added_up(invented_pattern: ModuleType) -> None:
    html = pattern_size.size_section(invented_pattern.view().study.size, NL)
    steps = ["Geteld in een register", "Geschat met een meldkans", "Bekend in de databank"]
    places = [html.index(f"<h3>{step}</h3>") for step in steps]
    assert places == sorted(places)
    for told in (
        "3.012", "Register van terugvorderingen", "1 april 2025", "midden", "0,1% en 0,4%", "ten minste 6",
        "De meldkans is een aanname.", "ondergrens", "Tel deze getallen niet op",
    ):  # fmt: skip
        assert told in html


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (known_cases(0, "databank", date(2025, 6, 2)), "Hoeveel mensen het zijn, is niet bekend."),
        (known_cases(1, "databank", date(2025, 6, 2)), "Omvang: ten minste 1 mens (bekend in de databank)."),
        (register_count(1, "telling", date(2025, 6, 2)), "Omvang: 1 mens (geteld in een register)."),
        (register_count(2, "telling", date(2025, 6, 2)), "Omvang: 2 mensen (geteld in een register)."),
    ],
)
def test_the_size_in_short_counts_one_person_as_one(step: SizeStep, told: str) -> None:
    assert pattern_size.short_size(step, NL) == told


def test_without_a_count_the_page_asks_for_one(invented_pattern: ModuleType) -> None:
    html = pattern_size.size_section(invented_pattern.view().study.size[-1:], NL)
    assert "Er is nog geen telling of schatting ingevoerd." in html


def test_outcomes_are_drawn_and_told_with_their_interval_and_with_the_unknown(
    invented_pattern: ModuleType,
) -> None:
    outcomes = invented_pattern.view().study.outcomes
    svg = outcome_svg(outcomes, NL)
    assert len(shapes(svg, "circle", "punt")) == len(shapes(svg, "line", "tussen")) == 3
    assert "niet opgelost 3, 60% (tussen 23% en 88%)" in outcome_alt(outcomes, NL)
    assert "onbekend 1" in outcome_alt(outcomes, NL)
    table = pattern_treatment.outcome_table(outcomes, NL)
    assert re.search(r"Onbekend</th><td>1</td><td>–</td>", table)
    assert "Dit zegt niet hoe een nieuwe zaak zal aflopen." in table


def test_unknown_outcomes_alone_have_no_share() -> None:
    outcomes = count_outcomes([Outcome.UNKNOWN] * 3)
    assert not shapes(outcome_svg(outcomes, NL), "circle", "punt")
    assert "onbekend 3" in outcome_alt(outcomes, NL)
    assert "–" in pattern_treatment.outcome_table(outcomes, NL)


def test_very_like_pairs_that_ended_differently_come_first(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    html = pattern_treatment.compared(view.study.treatment, view.cases, NL)
    order = [
        html.index(each)
        for each in (
            "Wat maakt deze zaak anders?", "T-2025-002 naast T-2025-004", "Lijken wat minder",
            "T-2025-003 naast T-2025-005", "Paren die gelijk afliepen (1)",
            "Paren waarvan een afloop onbekend is (1)",
        )
    ]  # fmt: skip
    assert order == sorted(order)


def test_a_pair_tells_what_agrees_and_what_differs(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    pair = view.study.treatment.pairs[0]
    first, second = view.cases[pair.first], view.cases[pair.second]
    html = pair_beside(pair, first, second, NL)
    for told in ("Reden 2: de vertraging lag aan ons.", "Besluit 4 is genomen.", "Niet opgelost", "Opgelost"):
        assert told in html
    assert agrees(pair, first, second, NL) == [
        "het verhaal lijkt sterk", "WIA", "vertrouwensbeginsel", "84 dagen na elkaar ontvangen",
        "juridisch: beide voldoende", "maatschappelijk: beide onvoldoende",
    ]  # fmt: skip
    assert differs(pair, first, second, NL) == ["alleen bij T-2025-002: ZW"]


def test_other_judgements_and_principles_are_differences(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    pair = next(
        each
        for each in view.study.treatment.pairs
        if (each.first, each.second) == ("T-2025-001", "T-2025-002")
    )
    told = differs(pair, view.cases["T-2025-001"], view.cases["T-2025-002"], NL)
    assert told == [
        "alleen bij T-2025-001: gelijkheidsbeginsel",
        "alleen bij T-2025-002: ZW",
        "maatschappelijk: goed en onvoldoende",
    ]


def test_cases_without_reasons_or_differences_say_so(invented_pattern: ModuleType) -> None:
    bare = [
        invented_pattern.case(place, outcome, decision="", reasoning="")
        for place, outcome in ((3, Outcome.SOLVED), (5, Outcome.NOT_SOLVED))
    ]
    pair = compare_pairs(
        [ended_case(each) for each in bare], [AlikePair("T-2025-003", "T-2025-005", 0.9)]
    ).pairs[0]
    html = pair_beside(pair, bare[0], bare[1], NL)
    assert html.count("Niet opgeschreven.") == html.count("Besluit niet ingevuld.") == 2
    assert "niets in de gegevens; lees beide verhalen" in html


def test_a_pair_with_a_case_that_may_not_be_seen_is_left_out(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    cases = {number: case for number, case in view.cases.items() if number != "T-2025-004"}
    html = pattern_treatment.compared(view.study.treatment, cases, NL)
    assert "T-2025-004" not in html


def test_no_pairs_and_left_out_pairs_are_worded(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    none = replace(view.study.treatment, pairs=(), other_rules=2, other_period=1, period_unknown=1)
    html = pattern_treatment.compared(none, view.cases, NL)
    assert "nog geen twee zaken" in html
    assert "2 paren onder andere regelingen, 1 paar met te veel tijd ertussen en 1 paar zonder datum" in html


def test_many_pairs_are_folded(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    many = replace(view.study.treatment, pairs=view.study.treatment.pairs[:1] * 5)
    assert "Nog 2 paren" in pattern_treatment.compared(many, view.cases, NL)
    one_more = replace(many, pairs=many.pairs[:4])
    assert "Nog 1 paar<" in pattern_treatment.compared(one_more, view.cases, NL)


def test_the_question_of_offices_has_a_careful_answer(invented_pattern: ModuleType) -> None:
    html = pattern_treatment.offices(invented_pattern.view().study.offices, NL)
    assert office_difference([]).words.nl in html
    assert "binnen 3 jaar van elkaar" in pattern_treatment.introduction(NL)


def test_a_burst_that_the_pattern_holds_is_told_with_the_cases_that_are_not_in_it(
    invented_pattern: ModuleType,
) -> None:
    why = Bilingual("3 casussen die op elkaar lijken in 6 weken.", "3 cases that are alike in 6 weeks.")
    burst = Burst(date(2026, 11, 22), 6, ("T-1", "T-2", "T-9"), 5, 0.002, 2, why)
    quiet = replace(invented_pattern.view().study.trend, emerging=False)
    html = pattern_trend.told(quiet, None, 6, NL, burst, ("T-1", "T-2"))
    assert "Komt op" in html
    assert why.nl in html
    assert 'Nog niet in dit patroon: <a href="casus?id=T-9">T-9</a>.' in html
    assert "Nog niet in dit patroon" not in pattern_trend.told(quiet, None, 6, NL, burst, burst.case_ids)
    told = pattern_story.in_short(replace(invented_pattern.view(), burst=burst), NL)
    assert why.nl in told
