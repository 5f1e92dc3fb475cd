# SPDX-License-Identifier: EUPL-1.2
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anonymise.anonymiser import Anonymiser
from anonymise.case_texts import case_texts
from anonymise.gold import read_gold
from anonymise.names import tokenised
from anonymise.names.tokens import Token, tokens_of
from anonymise.version import engine_version
from casebase.record import KnownValue, Perspective, RawCase, SafeCase
from casebase.vocabulary import Kind, Outcome, Rating

GOLD = Path(__file__).parents[1] / "gold"
STORY = (
    "Mevrouw Yvonne Bulthuis-Nieboer (geb. 22-08-1976), bsn 999900407, belde op 11 januari 2021. "
    "Zij is te bereiken op 06-41820977. Haar man Harm werkt bij de gemeente."
)


@pytest.fixture(scope="module")
def raw() -> RawCase:
    return RawCase(
        case_id="A-1",
        title="Bulthuis belde",
        situation=STORY,
        submitter_role="adviseur werk (Kees Verkerk)",
        organisations_involved=("UWV", "nummer 0641820977"),
        regulations=("WIA",),
        maatwerkplaats="Rijnmond",
        legal_perspective=Perspective(text="Yvonne heeft gelijk.", rating=Rating.GOOD),
        outcome=Outcome.SOLVED,
    )


@pytest.fixture(scope="module")
def safe(anonymiser: Anonymiser, raw: RawCase) -> SafeCase:
    return anonymiser.anonymise_case(raw)


def test_a_case_comes_out_without_its_names_and_numbers(safe: SafeCase) -> None:
    everything = safe.model_dump_json()
    for secret in ("Bulthuis", "Yvonne", "Nieboer", "Harm", "Verkerk", "999900407", "41820977", "22-08-1976"):
        assert secret not in everything


def test_what_the_case_is_about_stays(safe: SafeCase) -> None:
    assert safe.case_id == "A-1"
    assert safe.maatwerkplaats == "Rijnmond"
    assert safe.regulations == ("WIA",)
    assert safe.outcome is Outcome.SOLVED
    assert safe.legal_perspective.rating is Rating.GOOD
    assert "UWV" in safe.organisations_involved
    assert "in januari 2021" in safe.situation
    assert "[geboren 1975-1979]" in safe.situation
    assert "gemeente" in safe.situation


def test_a_person_has_one_number_in_all_fields(safe: SafeCase) -> None:
    assert safe.title == "[PERSOON-1] belde"
    assert safe.situation.startswith("Mevrouw [PERSOON-1] (")
    assert safe.legal_perspective.text == "[PERSOON-1] heeft gelijk."


def test_a_number_found_once_is_found_in_every_field(safe: SafeCase) -> None:
    assert safe.organisations_involved[1] == "nummer [TELEFOON]"


def test_spans_point_at_the_placeholders(safe: SafeCase) -> None:
    texts = case_texts(safe)
    assert safe.spans
    for span in safe.spans:
        placeholder = texts[span.field][span.start : span.end]
        assert placeholder.startswith("[") or span.kind in {Kind.DATE, Kind.AGE}


def test_the_version_of_the_rules_is_kept(anonymiser: Anonymiser, safe: SafeCase) -> None:
    assert safe.engine == anonymiser.engine_version


def test_known_values_are_found_in_every_spelling(anonymiser: Anonymiser) -> None:
    known = (KnownValue(Kind.PERSON, "Xhulani Qazwsx"), KnownValue(Kind.CASE_NUMBER, "77 Q 1"))
    found = anonymiser.find("dus qazwsx zei X. Qazwsx en xhulanis brief 77-Q-1", known)
    assert [span.kind for span in found] == [Kind.PERSON, Kind.PERSON, Kind.PERSON, Kind.CASE_NUMBER]
    raw = RawCase(case_id="B", lessons="qazwsx leerde ons", known_values=known)
    safe = anonymiser.anonymise_case(raw)
    assert safe.lessons == "[PERSOON-1] leerde ons"
    assert "known_values" not in safe.model_dump()


def test_found_positions_count_in_the_text_as_read(anonymiser: Anonymiser) -> None:
    text = "tel\u00a006-4182\u00ad0977, bsn 9999\u200b00407"
    result = anonymiser.anonymise_text(text)
    assert [text[span.start : span.end] for span in result.found] == ["06-4182\u00ad0977", "9999\u200b00407"]
    assert result.text == "tel\u00a0[TELEFOON], bsn [BSN]"


def test_placeholders_that_stand_there_stay_and_numbers_go_on(anonymiser: Anonymiser) -> None:
    text = "[PERSOON-2] en mevrouw Yvonne Bulthuis, bsn [BSN], 50-54 jaar"
    assert anonymiser.anonymise_text(text).text == "[PERSOON-2] en mevrouw [PERSOON-3], bsn [BSN], 50-54 jaar"


def test_anonymising_twice_changes_nothing(anonymiser: Anonymiser) -> None:
    for case in read_gold(GOLD / "dev.jsonl")[::6]:
        for text in case.texts.values():
            once = anonymiser.anonymise_text(text).text
            assert anonymiser.anonymise_text(once).text == once


def test_threads_get_the_same_answers(anonymiser: Anonymiser) -> None:
    texts = [text for case in read_gold(GOLD / "dev.jsonl")[:8] for text in case.texts.values()]
    alone = [anonymiser.anonymise_text(text).text for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: anonymiser.anonymise_text(text).text, texts)) == alone


@pytest.mark.parametrize("text", ["", " \n", "\ud800 999900407", "\u202eאבג", "👩‍👩‍👧", "\x00\x01", "é" * 3])
def test_strange_texts_come_through(anonymiser: Anonymiser, text: str) -> None:
    assert "999900407" not in anonymiser.anonymise_text(text).text


def test_an_empty_case_stays_empty(anonymiser: Anonymiser) -> None:
    safe = anonymiser.anonymise_case(RawCase(case_id="E"))
    assert safe.narrative() == {}
    assert safe.spans == ()


def test_a_very_long_text_takes_time_in_proportion(anonymiser: Anonymiser) -> None:
    text = (STORY + "\n") * (200_000 // len(STORY))
    started = time.process_time()
    assert "Bulthuis" not in anonymiser.anonymise_text(text).text
    assert time.process_time() - started < 30


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_comes_through_with_spans_in_place(anonymiser: Anonymiser, text: str) -> None:
    result = anonymiser.anonymise_text(text)
    assert all(0 <= span.start < span.end <= len(result.text) for span in result.spans)
    assert len(result.found) == len(result.spans)


def test_objects_with_raw_text_show_none_of_it(anonymiser: Anonymiser, raw: RawCase) -> None:
    result = anonymiser.anonymise_text(STORY)
    assert "Bulthuis" not in repr(raw)
    assert "[BSN]" not in repr(result)
    assert "Bulthuis" not in "".join(map(repr, result.found))


def test_the_version_follows_the_lists(tmp_path: Path, lists: Path) -> None:
    shutil.copy(lists / "placeholders.toml", tmp_path)
    before = engine_version(tmp_path)
    assert before == engine_version(tmp_path)
    (tmp_path / "names.txt").write_text("jan", encoding="utf-8")
    assert engine_version(tmp_path) != before


def test_importing_the_anonymiser_imports_nothing_heavy() -> None:
    code = (
        "import sys, anonymise.anonymiser, anonymise.files;"
        "sys.exit(any(name in sys.modules for name in ('presidio_analyzer', 'spacy', 'torch')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_loading_the_anonymiser_leaves_deep_learning_libraries_alone() -> None:
    code = (
        "import sys; from pathlib import Path; from anonymise.anonymiser import load_anonymiser;"
        f"load_anonymiser(Path({str(GOLD.parents[1] / 'data' / 'lists')!r}));"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules;"
        "import importlib.util; sys.exit(importlib.util.find_spec('torch') is None)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("law", ["Wvbvv", "Wubo", "Wav", "Wet vereenvoudiging beslagvrije voet", "Wxyz"])
def test_a_law_is_not_taken_for_a_person(anonymiser: Anonymiser, law: str) -> None:
    safe = anonymiser.anonymise_case(RawCase(case_id="A-1", regulations=("WIA", law)))
    assert safe.regulations == ("WIA", law)


def test_a_name_among_the_laws_is_taken_out(anonymiser: Anonymiser) -> None:
    safe = anonymiser.anonymise_case(RawCase(case_id="A-1", regulations=("WIA", "mevrouw Bulthuis")))
    assert safe.regulations == ("WIA", "mevrouw [PERSOON-1]")


@pytest.mark.parametrize(
    "text",
    [
        "Stcrt 2020, 12",
        "opgevraagd via RINIS",
        "ziekte van Parkinson en syndroom van Asperger",
        "wet Amber en de Wet verbetering poortwachter",
        "zij heeft een Duitse Rente",
        "Burn-out, PTSS, ME/CVS, ALS",
    ],
)
def test_what_a_search_is_about_stays(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.anonymise_text(text).text == text


def test_each_field_is_cut_in_words_once(anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def counted(text: str) -> list[Token]:
        cut.append(text)
        return tokens_of(text)

    monkeypatch.setattr(tokenised, "tokens_of", counted)
    texts = {"title": "Les bij rijschool Gas Erop", "situation": "Mevrouw Bulthuis van Gas Erop belde."}

    anonymiser.find_in_fields(texts)

    assert cut == list(texts.values())
