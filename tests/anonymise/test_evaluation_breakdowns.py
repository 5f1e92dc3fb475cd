# SPDX-License-Identifier: EUPL-1.2
"""Figures by origin of names, by style, what is left and why, and how sure the shares are."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.anonymiser import Anonymiser
from anonymise.evaluation import AnonymiserFinder, Finding, LeftoverReason, NameKnowledge, Score, evaluate
from anonymise.evaluation.intervals import CaseSampler
from anonymise.evaluation.leftovers import why_missed
from anonymise.evaluation.measuring import evaluate_parts
from anonymise.evaluation.name_knowledge import NOT_LISTED, load_name_knowledge
from anonymise.evaluation.styles import UNKNOWN, writing_style
from anonymise.gold import GoldCase, read_gold, read_marks
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

ROOT = Path(__file__).parents[2]


def gold(text: str, style: str = "", origins: Mapping[str, str] | None = None) -> GoldCase:
    plain, marks = read_marks(text)
    return GoldCase("1", {"situation": plain}, {"situation": marks}, style, origins or {})


class Reviewed:
    """Masks one word and points out another, wherever they stand."""

    def __init__(self, masked: str = "", shown: str = "") -> None:
        self._masked, self._shown = masked, shown

    def find_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, list[PiiSpan]]:
        raise AssertionError("a finder that reviews is asked once, for both")

    def review_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, Finding]:
        return {
            field: Finding(
                [PiiSpan(*at, Kind.PERSON, 1.0, "test") for at in _places(text, self._masked)],
                _places(text, self._shown),
            )
            for field, text in texts.items()
        }


def _places(text: str, word: str) -> list[tuple[int, int]]:
    start = text.find(word) if word else -1
    return [(start, start + len(word))] if start >= 0 else []


@pytest.fixture(scope="module")
def names() -> NameKnowledge:
    return load_name_knowledge(ROOT / "data" / "lists")


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        (["Fatma de Boer"], "turkish"),
        (["F. Yılmaz", "Fatma"], "turkish"),
        (["Aaltsje de Boer"], "frisian"),
        (["mevrouw De Boer"], "dutch"),
        (["Xqzwv"], NOT_LISTED),
        (["J."], NOT_LISTED),
        ([], NOT_LISTED),
    ],
)
def test_a_person_goes_where_the_most_telling_part_of_the_name_goes(
    names: NameKnowledge, written: list[str], origin: str
) -> None:
    assert names.origin(written) == origin


def test_of_parts_that_as_few_groups_share_the_shortest_list_decides() -> None:
    known = NameKnowledge({"large": frozenset({"jan", "piet", "anna"}), "small": frozenset({"anna", "olha"})})

    assert known.origin(["Jan Anna"]) == "large"
    assert known.origin(["Jan Olha"]) == "small"
    assert known.origin(["Anna"]) == "small"


def test_a_part_that_is_a_dutch_name_as_well_tells_nothing_else() -> None:
    known = NameKnowledge({"dutch": frozenset({"anna", "boer"}), "polish": frozenset({"anna", "nowak"})})

    assert known.origin(["Anna"]) == "dutch"
    assert known.origin(["Anna Nowak-Boer"]) == "polish"


def test_told_origins_go_before_judged_ones_and_reach_all_mentions_of_a_person() -> None:
    known = NameKnowledge({"dutch": frozenset({"jansen"})})
    case = gold("[[PERSON|Oleh Jansen]] belt, [[PERSON|Jansen]] weer", origins={"Oleh Jansen": "ukrainian"})

    scores = evaluate([case], Reviewed(masked="Oleh Jansen"), known)

    assert scores.origins.keys() == {"ukrainian"}
    assert (scores.origins["ukrainian"].marks, scores.origins["ukrainian"].covered) == (2, 1)
    assert scores.origins["ukrainian"].entity_recall == 0


def test_marks_of_persons_are_each_in_one_group() -> None:
    scores = evaluate([gold("[[PERSON|Jan]], [[PERSON|Piet]] uit [[CITY|Urk]]")], Reviewed(masked="Piet"))

    assert sum(score.marks for score in scores.origins.values()) == scores.names.marks == 2
    assert sum(score.covered for score in scores.origins.values()) == scores.names.covered == 1


LONG = "Mevrouw heeft het formulier ingevuld. Het college heeft daarop een besluit genomen, met spoed. "


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (LONG * 3, "verhaal"),
        (LONG.upper(), "hoofdletters"),
        (LONG.lower() * 3, "kleine letters"),
        (f"Van: Jan\nAan: loket\nOnderwerp: brief\n\n{LONG}", "mail"),
        (f"Beste collega,\n{LONG}\nGroeten, Jan", "mail"),
        ("- Kl. boos\n- WIA afgew. 2x\n- VA traag\n- Kind ziek", "telegram"),
        (f"{LONG}Ik had,zoals je weet,niks gehoord .Nu dus wel!!", "slordig"),
        ("Mw. gebeld. Ze is boos. Heeft de brief niet. Wil het geld. Ik bel terug.", "telefoonnotitie"),
        ("12 - 34", UNKNOWN),
    ],
)
def test_the_style_is_measured_from_the_text(text: str, style: str) -> None:
    assert writing_style({"title": "Kort", "situation": text}) == style


def test_the_measured_style_mostly_agrees_with_what_writers_say() -> None:
    files = sorted((ROOT / "data" / "training" / "anonymise").glob("writers-*.jsonl"))
    cases = [case for file in files for case in read_gold(file) if case.style]
    told = ["verhaal" if case.style == "ambtelijk" else case.style for case in cases]

    agreed = [writing_style(case.texts) == style for case, style in zip(cases, told, strict=True)]

    assert len(cases) >= 100
    assert sum(agreed) / len(agreed) > 0.85


def test_a_told_style_goes_before_the_measured_one() -> None:
    scores = evaluate([gold(LONG, style="brief"), gold(LONG)], Reviewed())

    assert {style: score.cases for style, score in scores.styles.items()} == {"brief": 1, "verhaal": 1}


@pytest.mark.parametrize(
    ("kind", "missed", "reason"),
    [
        (Kind.PERSON, "jansen", LeftoverReason.LOWER_CASE),
        (Kind.PERSON, "JANSEN", LeftoverReason.CAPITALS),
        (Kind.PERSON, "J. de V.", LeftoverReason.INITIALS),
        (Kind.PERSON, "Door", LeftoverReason.ORDINARY_WORD),
        (Kind.PERSON, "Xqzwv", LeftoverReason.UNKNOWN),
        (Kind.PERSON, "Fatma", LeftoverReason.NO_CUE),
        (Kind.AGE, "drieënvijftig", LeftoverReason.IN_WORDS),
        (Kind.CASE_NUMBER, "12.B.3", LeftoverReason.NUMBER_FORM),
    ],
)
def test_a_left_over_has_a_reason(
    names: NameKnowledge, kind: Kind, missed: str, reason: LeftoverReason
) -> None:
    assert why_missed(kind, missed, partly=False, names=names) is reason
    assert why_missed(kind, missed, partly=True, names=names) is LeftoverReason.PARTLY


def test_left_overs_tell_whether_a_reviewer_is_pointed_to_them() -> None:
    text = "[[PERSON|Noor Prins]] en [[PERSON|Daan]] en [[PERSON|Bo]], bsn [[BSN|999900407]]"

    shown = evaluate([gold(text)], Reviewed(masked="Noor", shown="Daan"))
    all_shown = evaluate([gold("[[PERSON|Daan]] belt")], Reviewed(shown="Daan"))
    plain = evaluate([gold("[[PERSON|Daan]] belt")], _Plain())

    assert sum(left.count for left in shown.leftovers) == 4
    assert [left.reason for left in shown.leftovers if left.pointed_out] == [LeftoverReason.UNKNOWN]
    assert (shown.suspects, shown.silent_cases) == (1, 1)
    assert (all_shown.suspects, all_shown.silent_cases) == (1, 0)
    assert (plain.suspects, plain.silent_cases) == (None, None)
    assert [left.pointed_out for left in plain.leftovers] == [None]


class _Plain:
    def find_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, list[PiiSpan]]:
        return {}


def test_no_text_of_a_case_is_in_the_figures() -> None:
    scores = evaluate([gold("[[PERSON|Xqzwv Prins]] uit [[CITY|Zandhoeve]] belt")], Reviewed(shown="Xqzwv"))
    everything = scores.model_dump_json() + repr(scores) + "".join(line.en for line in scores.table())

    assert "Prins" not in everything
    assert "Zandhoeve" not in everything


def test_suspects_of_the_safe_text_are_found_back_in_the_raw_one(anonymiser: Anonymiser) -> None:
    text = "Op 9 april 2021 belde mevrouw Jansen, bsn 999900407. Daarna kwam Xqzwvra weer langs bij Krzwbo."

    found = AnonymiserFinder(anonymiser).review_in_fields({"remarks": text})["remarks"]

    shown = {text[start:end] for start, end in found.pointed_out}
    masked = [text[span.start : span.end] for span in found.masked]
    assert {"Jansen", "999900407"} <= set(masked)
    unseen = [word for word in ("Xqzwvra", "Krzwbo") if word not in masked and word not in shown]
    assert not unseen


def test_masked_spans_are_those_that_production_finds(anonymiser: Anonymiser) -> None:
    cases = read_gold(ROOT / "tests" / "gold" / "dev.jsonl")[:5]
    finder = AnonymiserFinder(anonymiser)

    for case in cases:
        reviewed = finder.review_in_fields(case.texts)
        found = finder.find_in_fields(case.texts)
        assert {field: [(s.start, s.end) for s in finding.masked] for field, finding in reviewed.items()} == {
            field: [(s.start, s.end) for s in spans] for field, spans in found.items()
        }


def test_parts_are_measured_apart_and_together() -> None:
    first, second = gold("[[PERSON|Noor]] belt"), gold("[[PERSON|Daan]] belt")

    both = evaluate_parts({"a": [first], "b": [second]}, Reviewed(masked="Noor"))
    one = evaluate_parts({"a": [first]}, Reviewed(masked="Noor"))

    assert both.names.recall == 0.5
    assert {name: part.names.recall for name, part in both.parts.items()} == {"a": 1.0, "b": 0.0}
    assert one.parts == {}


def test_the_interval_of_a_mean_is_that_of_theory() -> None:
    random = np.random.default_rng(1)
    hits = random.binomial(1, 0.9, 400)

    interval = CaseSampler(400).interval(list(hits), [1] * 400)

    spread = 1.96 * float(np.sqrt(hits.mean() * (1 - hits.mean()) / 400))
    assert interval is not None
    assert interval.low == pytest.approx(hits.mean() - spread, abs=0.006)
    assert interval.high == pytest.approx(hits.mean() + spread, abs=0.006)


def test_misses_that_lie_in_one_case_widen_the_interval() -> None:
    spread_out = CaseSampler(50).interval([9] * 50, [10] * 50)
    together = CaseSampler(50).interval([0] * 5 + [10] * 45, [10] * 50)

    assert spread_out is not None
    assert together is not None
    assert spread_out.high - spread_out.low < 0.01 < together.high - together.low


@pytest.mark.parametrize(("cases", "low"), [(1, 0.025), (30, 0.884), (100, 0.964)])
def test_nothing_missed_in_few_cases_proves_little(cases: int, low: float) -> None:
    interval = CaseSampler(cases).interval([3] * cases, [3] * cases)

    assert interval is not None
    assert (interval.exact, interval.high) == (True, 1)
    assert interval.low == pytest.approx(low, abs=0.001)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_an_interval_holds_the_share_and_is_the_same_every_time(cases: list[tuple[int, int]]) -> None:
    parts, wholes = [min(pair) for pair in cases], [max(pair) for pair in cases]

    first = CaseSampler(len(cases)).interval(parts, wholes)

    assert first == CaseSampler(len(cases)).interval(parts, wholes)
    if not sum(wholes):
        assert first is None
    else:
        assert first is not None
        assert 0 <= first.low <= first.high <= 1
        assert first.low - 1e-3 <= sum(parts) / sum(wholes) <= first.high + 1e-3


def test_keys_of_the_first_format_are_still_there() -> None:
    scores = evaluate([gold("[[PERSON|Noor]] belt")], Reviewed(masked="Noor")).model_dump(mode="json")

    assert scores["version"] == 2
    assert set(Score.model_fields) | {"recall", "same_kind_recall", "entity_recall", "precision"} == set(
        scores["names"]
    )
    old = {"cases", "unmarked_characters", "masked_unmarked_characters", "kinds", "direct", "names"}
    assert old | {"numbers", "quasi", "over_masking"} <= set(scores)
