# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any

from index.dutch import load_analysis
from patterns.finding import Earlier, Registered, find_patterns

ANALYSIS = load_analysis()
TODAY = date(2027, 1, 1)


def _found(told: Any, **given: Any) -> Any:
    return find_patterns(told.collection, told.cases, ANALYSIS, **{"as_of": TODAY, **given})


def test_every_proposal_tells_what_a_person_needs(told: Any) -> None:
    for each in _found(told):
        assert each.label.text
        assert each.first_seen <= each.last_seen
        assert set(each.central) <= set(each.group.case_ids)
        assert sum(each.outcomes.values()) == len(each.group.case_ids)
        assert each.trend.pattern_id == each.name


def test_a_group_of_one_office_says_so(told: Any) -> None:
    said = [each.coincides for each in _found(told) if {"C-000", "C-005"} <= set(each.group.case_ids)]
    other = [each.coincides for each in _found(told) if {"C-001", "C-006"} <= set(each.group.case_ids)]
    assert any("Noord" in sentence.nl for told_of in said for sentence in told_of) or not said
    assert not any("maatwerkplaats" in sentence.nl for told_of in other for sentence in told_of)


def test_names_stay_and_refused_proposals_stay_away(told: Any) -> None:
    first = _found(told)
    earlier = [Earlier(each.name, each.group.case_ids) for each in first]
    assert [each.name for each in _found(told, earlier=earlier)] == [each.name for each in first]
    refused = [Earlier(first[0].name, first[0].group.case_ids, refused=True), *earlier[1:]]
    assert first[0].name not in {each.name for each in _found(told, earlier=refused)}


def test_the_label_of_people_wins(told: Any) -> None:
    group = _found(told)[0].group
    registered = {"P-2026-001": Registered(group.case_ids[:4], "Zelf bedacht", ("eigen",))}
    labels = {each.pattern_id: each.label.text for each in _found(told, registered=registered)}
    assert labels["P-2026-001"] == "Zelf bedacht"


def test_as_of_a_day_only_earlier_cases_count(told: Any) -> None:
    day = date(2024, 12, 31)
    early = {case.case_id for case in told.cases if case.received_on <= day}
    found = {case for each in _found(told, as_of=day) for case in each.group.case_ids}
    assert found
    assert found <= early
