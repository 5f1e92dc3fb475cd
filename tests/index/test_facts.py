# SPDX-License-Identifier: EUPL-1.2
"""Facts that stand out: amounts and ages that are far apart, and never what a story leaves out."""

import pytest

from index.differences import differences_in_facts
from index.facts import facts_of, far_apart


def told(here, there):
    return [
        (fact.name.nl, fact.here.nl, fact.there.nl) for fact in far_apart(facts_of(here), facts_of(there))
    ]


@pytest.mark.parametrize(
    ("here", "there", "facts"),
    [
        ("", "", []),
        ("€ 13.820 terug", "", []),
        ("€ 13.820 terug", "€ 9.000 terug", []),
        ("€ 13.820 terug", "het ging om 95 euro", [("bedragen", "ten hoogste € 13.820", "ten hoogste € 95")]),
        ("boete van 100,50 euro", "EUR 999", []),
        ("boete van €100,- en € 5", "1.000 euro", [("bedragen", "ten hoogste € 100", "ten hoogste € 1.000")]),
        ("zaak 2024.123 van 2024", "€ 1", []),
        ("€ 1.000.000", "€ 2,50", [("bedragen", "ten hoogste € 1.000.000", "ten hoogste € 2")]),
        ("een man van 25-29 jaar", "mevrouw, 60-64 jaar", [("leeftijd", "25-29 jaar", "60-64 jaar")]),
        ("een man van 25-29 jaar", "mevrouw, 40-44 jaar", []),
        ("een man van 25-29 jaar en zijn zoon van 10-14 jaar", "mevrouw, 60-64 jaar", []),
        ("een 25-29-jarige", "60-64 jaar", [("leeftijd", "25-29 jaar", "60-64 jaar")]),
        ("de jaren 20-24", "60-64 jaar", []),
    ],
)
def test_only_what_both_name_can_be_far_apart(here, there, facts):
    assert told(here, there) == facts


def test_facts_stand_among_the_differences():
    here, there = facts_of("Een schuld van € 800."), facts_of("een schuld van 24.000 euro")
    assert [each.nl for each in differences_in_facts(here, there, typed=False)] == [
        "bedragen: hier ten hoogste € 800, in de vergeleken casus ten hoogste € 24.000"
    ]
    assert [each.en for each in differences_in_facts(here, there, typed=True)] == [
        "amounts: this case names at most € 800, you name at most € 24,000"
    ]
