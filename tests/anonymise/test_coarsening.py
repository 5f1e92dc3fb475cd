# SPDX-License-Identifier: EUPL-1.2
"""From a stored safe case to one that tells less."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser, load_anonymiser
from anonymise.case_texts import case_texts
from anonymise.coarsening import coarsen_case
from anonymise.gold import read_gold
from anonymise.placeholders import PlaceholderError
from anonymise.policy import Policy, load_policy
from anonymise.profiles import OrganisationDetail, PersonDetail, Profile
from casebase.record import RawCase, SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind

GOLD = Path(__file__).parents[1] / "gold" / "dev.jsonl"
STORY = (
    "[CLIËNT] ([geboren 1965-1969], 50-54 jaar) uit [PLAATS-1: Twente] werkte bij [WERKGEVER: bakkerij]. "
    "In april 2021 verhuisde zij naar [PLAATS-2: EU], met [KIND-1] en € 13.820 schuld. Qwertyuiop? "
    "Een 45-49-jarige [NATIONALITEIT: EU/EER] man, [BSN], begin maart."
)
_KINDS = [
    ("[CLIËNT]", Kind.PERSON),
    ("[geboren 1965-1969]", Kind.BIRTHDATE),
    ("50-54 jaar", Kind.AGE),
    ("[PLAATS-1: Twente]", Kind.CITY),
    ("[WERKGEVER: bakkerij]", Kind.ORG),
    ("In april 2021", Kind.DATE),
    ("[PLAATS-2: EU]", Kind.CITY),
    ("[KIND-1]", Kind.PERSON),
    ("45-49", Kind.AGE),
    ("[NATIONALITEIT: EU/EER]", Kind.NATIONALITY),
    ("[BSN]", Kind.BSN),
    ("maart", Kind.DATE),
]


@pytest.fixture(scope="module")
def policy(lists: Path) -> Policy:
    return load_policy(lists)


@pytest.fixture(scope="module")
def stored() -> SafeCase:
    spans = [
        SafeSpan(field="situation", start=STORY.index(text), end=STORY.index(text) + len(text), kind=kind)
        for text, kind in _KINDS
    ]
    at = STORY.index("Qwertyuiop")
    suspect = Suspect(field="situation", start=at, end=at + 10, reason="onbekend woord met hoofdletter")
    return SafeCase(case_id="A-1", situation=STORY, spans=tuple(spans), suspects=(suspect,))


def test_other_bodies_see_a_province_and_no_nationality(stored: SafeCase, policy: Policy) -> None:
    assert coarsen_case(stored, Profile.DELEN, policy).situation == (
        "[CLIËNT] ([geboren 1965-1969], 50-54 jaar) uit [PLAATS-1: Overijssel] werkte bij "
        "[WERKGEVER: bakkerij]. In april 2021 verhuisde zij naar [PLAATS-2: buitenland], met [KIND-1] en "
        "€ 13.820 schuld. Qwertyuiop? Een 45-49-jarige [NATIONALITEIT] man, [BSN], begin maart."
    )


def test_the_public_sees_wide_bands_years_and_round_amounts(stored: SafeCase, policy: Policy) -> None:
    assert coarsen_case(stored, Profile.PUBLICATIE, policy).situation == (
        "[CLIËNT] ([geboren 1960-1969], 50-59 jaar) uit [PLAATS-1] werkte bij [WERKGEVER]. "
        "In 2021 verhuisde zij naar [PLAATS-2], met [KIND-1] en circa € 14.000 schuld. Qwertyuiop? "
        "Een 40-49-jarige [NATIONALITEIT] man, [BSN], begin maart."
    )


def test_spans_and_suspects_point_at_the_same_things(stored: SafeCase, policy: Policy) -> None:
    coarse = coarsen_case(stored, Profile.PUBLICATIE, policy)
    assert [span.kind for span in coarse.spans] == [span.kind for span in stored.spans]
    assert [coarse.situation[span.start : span.end] for span in coarse.spans] == [
        "[CLIËNT]", "[geboren 1960-1969]", "50-59 jaar", "[PLAATS-1]", "[WERKGEVER]", "In 2021",
        "[PLAATS-2]", "[KIND-1]", "40-49", "[NATIONALITEIT]", "[BSN]", "maart",
    ]  # fmt: skip
    (suspect,) = coarse.suspects
    assert coarse.situation[suspect.start : suspect.end] == "Qwertyuiop"


@pytest.mark.parametrize(
    ("profile", "received"),
    [
        (Profile.INTERN, date(2021, 4, 9)),
        (Profile.DELEN, date(2021, 4, 1)),
        (Profile.PUBLICATIE, date(2021, 1, 1)),
    ],
)
def test_the_day_of_receipt_becomes_coarser(
    profile: Profile, received: date, stored: SafeCase, policy: Policy
) -> None:
    dated = stored.model_copy(update={"received_on": date(2021, 4, 9)})
    coarse = coarsen_case(dated, profile, policy)
    assert (coarse.received_on, coarse.closed_on) == (received, None)


@pytest.mark.parametrize("profile", list(Profile))
def test_coarser_twice_changes_nothing_more(profile: Profile, stored: SafeCase, policy: Policy) -> None:
    once = coarsen_case(stored, profile, policy)
    assert coarsen_case(once, profile, policy) == once
    assert coarsen_case(once, Profile.PUBLICATIE, policy) == coarsen_case(stored, Profile.PUBLICATIE, policy)


def test_placeholders_that_no_span_points_at_become_coarser_too(policy: Policy) -> None:
    safe = SafeCase(case_id="A-1", lessons="In [PLAATS-1: Twente], [WERKGEVER-2: bakkerij]")
    assert coarsen_case(safe, Profile.PUBLICATIE, policy).lessons == "In [PLAATS-1], [WERKGEVER-2]"


def test_numbers_instead_of_roles_keep_people_apart(stored: SafeCase, policy: Policy) -> None:
    rules = replace(
        policy.rules[Profile.PUBLICATIE], person=PersonDetail.NUMBER, organisation=OrganisationDetail.NUMBER
    )
    numbered = replace(policy, rules={**policy.rules, Profile.PUBLICATIE: rules})
    again = stored.model_copy(update={"lessons": "[KIND-1] hielp [CLIËNT] en [PERSOON-4]"})
    coarse = coarsen_case(again, Profile.PUBLICATIE, numbered)
    assert coarse.situation.startswith("[PERSOON-1] ([geboren")
    assert "[ORGANISATIE-1]" in coarse.situation
    assert "met [PERSOON-2] en" in coarse.situation
    assert coarse.lessons == "[PERSOON-2] hielp [PERSOON-1] en [PERSOON-3]"


@pytest.mark.parametrize("profile", [Profile.DELEN, Profile.PUBLICATIE])
def test_a_profile_gives_the_same_as_a_stored_case_made_coarser(
    profile: Profile, anonymiser: Anonymiser, lists: Path
) -> None:
    directly = load_anonymiser(lists, profile)
    for case in read_gold(GOLD)[::30]:
        raw = RawCase(
            case_id=case.case_id,
            received_on=date(2021, 4, 9),
            situation=case.texts.get("situation", ""),
            title=case.texts["title"],
        )
        coarse = anonymiser.coarsen(anonymiser.anonymise_case(raw), profile)
        safe = directly.anonymise_case(raw)
        assert case_texts(safe) == case_texts(coarse)
        assert safe.spans == coarse.spans
        assert safe.received_on == coarse.received_on != raw.received_on


def test_a_profile_may_not_tell_more_than_the_one_before(lists: Path, tmp_path: Path) -> None:
    settings = (lists / "placeholders.toml").read_text(encoding="utf-8")
    at = settings.index("[profiles.publicatie]")
    finer = settings[:at] + settings[at:].replace('CITY = "nummer"', 'CITY = "regio"', 1)
    (tmp_path / "placeholders.toml").write_text(finer, encoding="utf-8")
    with pytest.raises(PlaceholderError, match="publicatie"):
        load_policy(tmp_path)


@pytest.mark.parametrize("wrong", ["BAND = 7", "BAND = 0", 'BAND = "5"', "BAND = 70"])
def test_a_band_of_another_width_is_refused(wrong: str, lists: Path, tmp_path: Path) -> None:
    settings = (lists / "placeholders.toml").read_text(encoding="utf-8")
    (tmp_path / "placeholders.toml").write_text(settings.replace("BAND = 10", wrong), encoding="utf-8")
    with pytest.raises(PlaceholderError):
        load_policy(tmp_path)
