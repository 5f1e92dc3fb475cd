# SPDX-License-Identifier: EUPL-1.2
"""The role of a person, over the whole case: told by the text, or not at all."""

import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.gold import read_marks
from anonymise.numbering import tag_spans
from anonymise.policy import Policy, load_policy
from anonymise.replacement import replace_spans
from anonymise.spans import PiiSpan
from casebase.record import KnownValue
from casebase.vocabulary import Kind


@cache
def shipped() -> Policy:
    """The settings as they are shipped."""
    return load_policy(Path(__file__).parents[2] / "data" / "lists")


@pytest.fixture(scope="module")
def policy() -> Policy:
    return shipped()


def safe_texts(marked: Mapping[str, str], policy: Policy, *known: KnownValue) -> dict[str, str]:
    """The texts with placeholders for what is marked in them."""
    read = {field: read_marks(text) for field, text in marked.items()}
    texts = {field: text for field, (text, _) in read.items()}
    found = {
        field: [PiiSpan(mark.start, mark.end, mark.kind, 1.0, "test") for mark in marks]
        for field, (_, marks) in read.items()
    }
    tagged = tag_spans(texts, found, policy, known)
    return {
        field: replace_spans(text, tagged[field], policy.placeholders, field).text
        for field, text in texts.items()
    }


def safe_text(marked: str, policy: Policy, *known: KnownValue) -> str:
    return safe_texts({"situation": marked}, policy, *known)["situation"]


@pytest.mark.parametrize(
    ("marked", "safe"),
    [
        ("Klant [[PERSON|Petra Bos]] belt.", "Klant [CLIËNT] belt."),
        ("kl. [[PERSON|petra bos]] belt", "kl. [CLIËNT] belt"),
        ("Betrokkene, mw. [[PERSON|Bos]], belt.", "Betrokkene, mw. [CLIËNT], belt."),
        ("Bezwaarde is de heer [[PERSON|Youssef Amrani]].", "Bezwaarde is de heer [CLIËNT]."),
        ("mevrouw [[PERSON|Petra Bos]] (cliënt)", "mevrouw [CLIËNT] (cliënt)"),
        ("Haar man [[PERSON|Harm]] werkt.", "Haar man [PARTNER] werkt."),
        ("man: [[PERSON|Cees]], 60", "man: [PARTNER], 60"),
        ("zij en haar ex [[PERSON|Ferry]]", "zij en haar ex [EX-PARTNER]"),
        ("haar jongste zoon [[PERSON|Emre]]", "haar jongste zoon [KIND-1]"),
        ("[[PERSON|Noor]], haar dochter, belt.", "[KIND-1], haar dochter, belt."),
        ("[[PERSON|Noor]] (dochter, 8) belt.", "[KIND-1] (dochter, 8) belt."),
        ("kinderen [[PERSON|Si]], [[PERSON|Bo]] en [[PERSON|Jo]]", "kinderen [KIND-1], [KIND-2] en [KIND-3]"),
        ("Beller: [[PERSON|Kwame]] (broer).", "Beller: [FAMILIELID-1] (broer)."),
        ("zijn moeder [[PERSON|Hetty]]", "zijn moeder [OUDER-1]"),
        ("buurman [[PERSON|Wil]]", "buurman [BUUR-1]"),
        ("de huisarts, dr. [[PERSON|Koopmans]], schrijft", "de huisarts, dr. [HUISARTS], schrijft"),
        ("[[PERSON|Koopmans]], de huisarts, schrijft", "[HUISARTS], de huisarts, schrijft"),
        ("neuroloog dr. [[PERSON|Sibinga]]", "neuroloog dr. [ARTS-1]"),
        ("haar behandelaar drs. [[PERSON|Oude Nijhuis]]", "haar behandelaar drs. [HULPVERLENER-1]"),
        ("gemachtigde mr. [[PERSON|Duijn]]", "gemachtigde mr. [GEMACHTIGDE-1]"),
        ("advocaat [[PERSON|Duijn]]", "advocaat [ADVOCAAT-1]"),
        ("bewindvoerder [[PERSON|Roos Appelman]]", "bewindvoerder [BEWINDVOERDER-1]"),
        ("mijn collega [[PERSON|Guus]]", "mijn collega [COLLEGA-1]"),
        ("Collega [[PERSON|Sandra]] zei", "Collega [COLLEGA-1] zei"),
        ("Groet,\n[[PERSON|Mei-Lin]]\nadviseur werk, team 4", "Groet,\n[COLLEGA-1]\nadviseur werk, team 4"),
        ("zijn baas [[PERSON|Jan Wester]]", "zijn baas [WERKGEVER]"),
        ("[[PERSON|Fatma]]'s zoon", "[PERSOON-1]'s zoon"),
        ("klant [[PERSON|Dylan]]s zus [[PERSON|Bo]]", "klant [CLIËNT]s zus [FAMILIELID-1]"),
    ],
)  # fmt: skip
def test_a_role_that_the_text_tells_is_in_the_placeholder(marked: str, safe: str, policy: Policy) -> None:
    assert safe_text(marked, policy) == safe


@pytest.mark.parametrize(
    "marked",
    [
        "Mevrouw [[PERSON|Bos]] belt.",
        "[[PERSON|Petra Bos]], moeder van drie kinderen, belt.",
        "een vrouw [[PERSON|Anna]]",
        "haar collega [[PERSON|Guus]]",
        "een collega, [[PERSON|Guus]], belde",
        "haar vroegere man [[PERSON|Bart]]",
        "Ik sprak met [[PERSON|Petra Bos]], klant is boos.",
        "[[PERSON|Petra Bos]], arts, 52 jaar",
        "De echtgenoot van belanghebbende, de heer [[PERSON|Semedo]], is ziek.",
        "zijn vermeende zoon, [[PERSON|Rupert]],",
        "Geen partner. [[PERSON|Jan]] belt.",
        "[[PERSON|Karim]]s oom [[PERSON|Ali]]",
        "Buurman is [[PERSON|Nelson]] en zn vrouw [[PERSON|Ilda]]",
        "haar vader, de heer [[PERSON|Halil Demirci]] (bsn [[BSN|999939257]])",
        "Ze vroeg haar klant [[PERSON|Jan]] om geld",
        "mijn leidinggevende [[PERSON|Tsjerk]]",
        "31, Marokkaanse ouders, [[PERSON|Nia]], huurt",
        "zijn begeleidster [[PERSON|van De Trans-Noord]]",
    ],
)
def test_a_role_that_is_not_sure_is_not_told(marked: str, policy: Policy) -> None:
    last = safe_text(marked, policy).rpartition("[PERSOON-")[1]
    assert last, "the person named last has a number only"
    assert "PARTNER" not in safe_text(marked, policy)


def test_a_role_holds_for_the_person_in_the_whole_case(policy: Policy) -> None:
    marked = {
        "title": "[[PERSON|Petra]] krijgt niets",
        "situation": "Klant P. [[PERSON|Bos]] belt met [[PERSON|Emre]]. Haar zoon [[PERSON|Emre]] helpt.",
        "decision": "[[PERSON|PETRA]] en [[PERSON|Emre]] worden gebeld.",
    }
    marked["situation"] = marked["situation"].replace("P. [[PERSON|Bos]]", "[[PERSON|Petra Bos]]")
    assert safe_texts(marked, policy) == {
        "title": "[CLIËNT] krijgt niets",
        "situation": "Klant [CLIËNT] belt met [KIND-1]. Haar zoon [KIND-1] helpt.",
        "decision": "[CLIËNT] en [KIND-1] worden gebeld.",
    }


@pytest.mark.parametrize(
    "marked",
    [
        "[[PERSON|Geertruida Norder]], roepnaam [[PERSON|Truus]]",
        "[[PERSON|Lars]] (achternaam [[PERSON|Blokker]])",
    ],
)
def test_a_second_name_is_the_same_person(marked: str, policy: Policy) -> None:
    safe = safe_text(f"{marked} belt met [[PERSON|Jan]].", policy)
    assert safe.count("[PERSOON-1]") == 2
    assert "[PERSOON-2]" in safe


def test_a_tie_tells_nothing(policy: Policy) -> None:
    assert safe_text("buurman [[PERSON|Wil]]. Haar broer [[PERSON|Wil]].", policy) == (
        "buurman [PERSOON-1]. Haar broer [PERSOON-1]."
    )


def test_most_places_decide(policy: Policy) -> None:
    marked = "buurman [[PERSON|Wil]]. Haar broer [[PERSON|Wil]]. Broer [[PERSON|Wil]]. "
    marked += "Klant [[PERSON|An Bos]], ja [[PERSON|An]], [[PERSON|An]] en [[PERSON|An]]."
    assert "Broer [FAMILIELID-1]" in safe_text(marked, policy)


def test_two_people_with_one_role_are_numbered(policy: Policy) -> None:
    text = safe_text("Klant [[PERSON|Petra Bos]] en klant [[PERSON|Jan Smit]].", policy)
    assert text == "Klant [CLIËNT-1] en klant [CLIËNT-2]."


def test_without_a_client_two_generations_tell_nothing(policy: Policy) -> None:
    marked = "Aan de lijn moeder [[PERSON|Trudy]]. Zoon [[PERSON|Kevin]] is ziek."
    assert safe_text(marked, policy) == "Aan de lijn moeder [PERSOON-1]. Zoon [PERSOON-2] is ziek."


def test_the_person_that_the_case_is_about_is_nobodys_relative(policy: Policy) -> None:
    marked = "Zoon [[PERSON|Kevin]] is ziek. [[PERSON|Kevin]] belde [[PERSON|Ali]], een "
    marked += "broer van [[PERSON|Kevin]]."
    assert safe_text(marked, policy) == (
        "Zoon [PERSOON-1] is ziek. [PERSOON-1] belde [PERSOON-2], een broer van [PERSOON-1]."
    )


def test_the_column_of_the_client_tells_who_it_is(policy: Policy) -> None:
    client = KnownValue(Kind.PERSON, "Petra Bos", "client")
    assert safe_text("Mevrouw [[PERSON|Bos]] belt [[PERSON|Jan]].", policy, client) == (
        "Mevrouw [CLIËNT] belt [PERSOON-1]."
    )
    other = KnownValue(Kind.PERSON, "Petra Bos")
    assert safe_text("Mevrouw [[PERSON|Bos]] belt.", policy, other) == "Mevrouw [PERSOON-1] belt."


def test_who_submits_a_case_is_a_colleague(policy: Policy) -> None:
    marked = {"situation": "[[PERSON|Kees]] belde.", "submitter_role": "adviseur ([[PERSON|Kees Verkerk]])"}
    assert safe_texts(marked, policy)["situation"] == "[COLLEGA-1] belde."


def test_numbers_of_roles_go_on_from_what_stands_there(policy: Policy) -> None:
    marked = "[CLIËNT], [KIND-2] en [PERSOON-3]; klant [[PERSON|Petra Bos]] en haar zoon [[PERSON|Emre]]"
    assert safe_text(marked, policy) == (
        "[CLIËNT], [KIND-2] en [PERSOON-3]; klant [CLIËNT-2] en haar zoon [KIND-3]"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        " " * 10_000,
        "(" * 10_000,
        ", " * 5_000,
        "en " * 3_000,
        "zn " * 3_000,
        "van de " * 1_500,
        "\n" * 10_000,
    ],
)
def test_hostile_text_around_a_name_takes_no_time(hostile: str, policy: Policy) -> None:
    begin = time.perf_counter()
    safe_text(f"de kinderen [[PERSON|Bo]]{hostile}[[PERSON|Jo]]{hostile}[[ORG|Bakkerij X]]{hostile}", policy)
    assert time.perf_counter() - begin < 0.5


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_around_names_stays_and_people_stay_apart(before: str, between: str, after: str) -> None:
    policy = shipped()
    texts = {"situation": f"{before}Anna Bos{between}Piet Smit{after}"}
    at = len(before) + 8 + len(between)
    found = {
        "situation": [
            PiiSpan(len(before), len(before) + 8, Kind.PERSON, 1.0, "test"),
            PiiSpan(at, at + 9, Kind.PERSON, 1.0, "test"),
        ]
    }
    first, second = tag_spans(texts, found, policy)["situation"]
    assert first.tag != second.tag
    assert policy.placeholders.read(first.tag.text) == first.tag
    safe = replace_spans(texts["situation"], [first, second], policy.placeholders, "situation")
    assert safe.text == f"{before}{first.tag.text}{between}{second.tag.text}{after}"


def test_a_role_never_puts_two_people_under_one_placeholder(policy: Policy) -> None:
    marked = "Haar man [[PERSON|Jan de Boer]] en haar man [[PERSON|Piet Smit]], "
    marked += "huisarts [[PERSON|Vos]] en huisarts [[PERSON|Kok]]."
    text = safe_text(marked, policy)
    tags = [match[0] for match in policy.placeholders.tags.finditer(text)]
    assert len(tags) == len(set(tags)) == 4
