# SPDX-License-Identifier: EUPL-1.2
"""Sex, age and nationality. All stories are invented."""

from collections.abc import Callable
from datetime import date

import pytest

from anonymise.risk.traits import Certainty, Trait, Traits

Read = Callable[..., Traits]

SEX = [
    ("Mevrouw [PERSOON-1] belde.", "vrouw"),
    ("mw [PERSOON-1] belde.", "vrouw"),
    ("Dhr. [PERSOON-1] belde.", "man"),
    ("De heer [PERSOON-1] belde.", "man"),
    ("[CLIËNT] belde. Hij wil weten wat hij moet doen.", "man"),
    ("[CLIËNT] belde met haar dochter. Ik heb haar gesproken.", "vrouw"),
    ("[CLIËNT] kwam met zijn vrouw [PARTNER].", "man"),
    ("[CLIËNT] kwam met haar man [PARTNER]. Hij luisterde.", "vrouw"),
    ("Een man die alles begrijpt en niets kan zeggen.", "man"),
    ("Zij kreeg een brief. Ze schrok. Het maakte haar ziek.", "vrouw"),
    ("Meneer [CLIËNT] sprak met mevrouw [PERSOON-2]. Hij kreeg gelijk.", "man"),
    # not told, or not agreed
    ("[CLIËNT] belde over de brief.", ""),
    ("Wij bellen ze allemaal terug.", ""),
    ("Mevrouw belde. Meneer belde ook.", ""),
]


@pytest.mark.parametrize(("story", "expected"), SEX)
def test_sex_is_what_titles_pronouns_and_spouses_agree_on(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.SEX] == expected


AGE = [
    ("[CLIËNT], 50-54 jaar, belde.", "50-54"),
    ("[CLIËNT] is een 50-54-jarige lasser.", "50-54"),
    ("[CLIËNT] (90+ jaar) belde.", "90+"),
    ("[CLIËNT] ([geboren 1970-1974]) belde.", "50-54"),
    ("[CLIËNT] is 50-59 jaar.", "50-59"),
    ("Haar zoon [KIND-1] (5-9 jaar) en zij (35-39 jaar) wonen samen.", "35-39"),
    # a child's, a relative's, no age at all
    ("Haar zoon [KIND-1] is 20-24 jaar.", ""),
    ("De tweeling is 0-4 jaar.", ""),
    ("Zijn moeder van 80-84 jaar woont in.", ""),
    ("Dat duurt 10-14 dagen en kost 20-24 euro.", ""),
    ("De functie is 35-39 uur.", ""),
    ("[CLIËNT], 30-34 jaar in dienst, belde.", ""),
    ("Hij is 60-64 jaar getrouwd.", ""),
]


@pytest.mark.parametrize(("story", "expected"), AGE)
def test_age_is_the_band_of_the_person_of_the_case(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.AGE] == expected


def test_a_band_of_birth_needs_the_date_of_receipt(read: Read) -> None:
    story = "[CLIËNT] ([geboren 1970-1974]) belde."
    assert read(story, received_on=None)[Trait.AGE] == ""
    assert read(story, received_on=date(2030, 1, 1))[Trait.AGE] == "55-59"
    found = next(f for f in read(story).found if f.trait is Trait.AGE)
    assert found.certainty is Certainty.DERIVED


NATIONALITY = [
    ("[CLIËNT] heeft de [NATIONALITEIT: buiten EU/EER] nationaliteit.", "buiten de EU"),
    ("[CLIËNT] is een [NATIONALITEIT: EU/EER] man.", "binnen de EU"),
    ("[CLIËNT], [NATIONALITEIT], belde.", "niet-Nederlands"),
    ("[CLIËNT] is statushouder.", "buiten de EU"),
    ("[CLIËNT] heeft nog een oud [V-NUMMER].", "niet-Nederlands"),
    ("Haar buurman is statushouder.", ""),
    ("[CLIËNT] heeft de Nederlandse nationaliteit.", ""),
]


@pytest.mark.parametrize(("story", "expected"), NATIONALITY)
def test_nationality_is_a_group(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.NATIONALITY] == expected
