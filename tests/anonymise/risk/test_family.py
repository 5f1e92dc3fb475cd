# SPDX-License-Identifier: EUPL-1.2
"""Household and children. All stories are invented."""

from collections.abc import Callable

import pytest

from anonymise.risk.traits import Trait, Traits

Read = Callable[..., Traits]

HOUSEHOLD = [
    ("[CLIËNT] is alleenstaand.", "alleenstaand"),
    ("Een alleenstaande vrouw.", "alleenstaand"),
    ("[CLIËNT] is een alleenstaande moeder.", "alleenstaande-ouder"),
    ("De vader is buiten beeld.", "alleenstaande-ouder"),
    ("Haar man verdient net te veel.", "partner"),
    ("Vrouw [PARTNER] heeft alles verkocht.", "partner"),
    ("[CLIËNT] en [PARTNER] kwamen samen.", "partner"),
    ("Zijn vriendin werkt in de zorg.", "partner"),
    ("[CLIËNT] is weduwe.", "weduwe-weduwnaar"),
    ("Haar man is in 2022 overleden.", "weduwe-weduwnaar"),
    ("Na de dood van zijn vrouw bleef hij over.", "weduwe-weduwnaar"),
    ("[CLIËNT] is gescheiden.", "alleenstaand"),
    ("[CLIËNT] woont weer bij zijn ouders.", "bij-ouders"),
    # a friend is no partner, a rule is no household, nobody is told about
    ("Zij belde met haar vriendin.", ""),
    ("Haar ouders hebben 2.000 euro bijgelegd.", ""),
    ("Dat is de norm voor alleenstaanden.", ""),
    ("[CLIËNT] belde over de brief.", ""),
    ("Haar zus is gescheiden.", ""),
]


@pytest.mark.parametrize(("story", "expected"), HOUSEHOLD)
def test_household(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.HOUSEHOLD] == expected


CHILDREN = [
    ("Een gezin met twee kinderen.", "1-3"),
    ("Zij heeft vier jonge kinderen.", "4-5"),
    ("Zij heeft 7 kinderen.", "6+"),
    ("[CLIËNT] heeft geen kinderen.", "geen"),
    ("Haar zoon [KIND-1] en dochter [KIND-2] gaan naar school.", "1-3"),
    ("[KIND-1], [KIND-2], [KIND-3] en [KIND-4] gaan naar school.", "4-5"),
    ("Ze kreeg in februari een dochter.", "1-3"),
    ("[CLIËNT] werkt met kinderen.", ""),
    ("[CLIËNT] belde over de brief.", ""),
]


@pytest.mark.parametrize(("story", "expected"), CHILDREN)
def test_children(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.CHILDREN] == expected
