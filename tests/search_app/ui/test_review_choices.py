# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass, field

import pytest

from casebase.bilingual import Language
from casebase.record import SafeCase, SafeSpan
from casebase.vocabulary import Kind, TermScope
from search_app.ui.review_choices import MaskChoice, likely_choice, mask_choices, new_labels, scopes


@dataclass(frozen=True)
class Stored:
    case: SafeCase


@dataclass(frozen=True)
class Sheet:
    """As much of a sheet as the choices look at."""

    stored: Stored
    texts: dict[str, str]
    labels: dict[str, int]
    offered: tuple[str, ...] = field(default=("[PERSOON-3]", "[PARTNER]"))


TEXT = "[PERSOON-1] en [PARTNER] uit [PLAATS-1], [BSN], 50-54 jaar."
PLACES = {"[PERSOON-1]": Kind.PERSON, "[PARTNER]": Kind.PERSON, "[PLAATS-1]": Kind.CITY, "[BSN]": Kind.BSN}
SPANS = tuple(
    SafeSpan(field="situation", start=TEXT.index(label), end=TEXT.index(label) + len(label), kind=kind)
    for label, kind in {**PLACES, "50-54 jaar": Kind.AGE}.items()
)
CASE = SafeCase(case_id="A-1", situation=TEXT, maatwerkplaats="Twente", spans=SPANS)
SHEET = Sheet(Stored(CASE), {"situation": TEXT}, dict.fromkeys([*PLACES, "50-54 jaar"], 1))


def test_somebody_who_has_a_placeholder_can_be_chosen_again() -> None:
    choices = mask_choices(SHEET, Language.NL)  # type: ignore[arg-type]
    assert list(choices)[:4] == ["persoon (nieuw)", "[PERSOON-1]", "[PARTNER]", "[PLAATS-1]"]
    assert choices["[PARTNER]"] == MaskChoice(Kind.PERSON, "[PARTNER]")
    assert "[BSN]" not in choices
    assert {choice.kind for choice in choices.values()} == set(Kind)


@pytest.mark.parametrize(
    ("reason", "found", "kind"),
    [
        ("onbekend woord met hoofdletter", "Sjoukje", Kind.PERSON),
        ("lang getal", "12 345 678", Kind.CASE_NUMBER),
        ("apenstaartje", "truus@", Kind.EMAIL),
        ("iets nieuws", "65", Kind.CASE_NUMBER),
    ],
)
def test_the_first_choice_is_what_it_most_probably_is(reason: str, found: str, kind: Kind) -> None:
    choices = mask_choices(SHEET, Language.EN)  # type: ignore[arg-type]
    assert list(choices.values())[likely_choice(reason, found, choices)] == MaskChoice(kind)


def test_a_placeholder_becomes_another_of_the_case_or_one_that_is_offered() -> None:
    offered = new_labels(SHEET, "[PERSOON-1]")  # type: ignore[arg-type]
    assert offered == ["[PARTNER]", "[PLAATS-1]", "[BSN]", "[PERSOON-3]"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Twente", [TermScope.CASE, TermScope.MAATWERKPLAATS, TermScope.EVERYWHERE]),
        ("", [TermScope.CASE, TermScope.EVERYWHERE]),
    ],
)
def test_a_word_stays_where_that_can_be_said(place: str, expected: list[TermScope]) -> None:
    case = CASE.model_copy(update={"maatwerkplaats": place})
    for language in Language:
        assert list(scopes(case, language).values()) == expected
