# SPDX-License-Identifier: EUPL-1.2
import re
from collections.abc import Mapping

import pytest

from anonymise.evaluation import AnonymisationScores, evaluate
from anonymise.gold import GoldCase, read_marks
from anonymise.gold_entities import entities
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


def gold(**fields: str) -> GoldCase:
    read = {name: read_marks(text) for name, text in fields.items()}
    return GoldCase("1", {f: t for f, (t, _) in read.items()}, {f: s for f, (_, s) in read.items()})


class Finder:
    """Finds the given words, each as the given kind."""

    def __init__(self, **words: Kind) -> None:
        self._words = words

    def find_in_fields(self, texts: Mapping[str, str]) -> dict[str, list[PiiSpan]]:
        return {
            field: [
                PiiSpan(hit.start(), hit.end(), kind, 1.0, "test")
                for word, kind in self._words.items()
                for hit in re.finditer(word, text)
            ]
            for field, text in texts.items()
        }


def test_a_mark_counts_when_every_letter_and_digit_is_covered():
    case = gold(situation="[[PERSON|A. de Boer]] belt [[PERSON|Noor]]")

    half = evaluate([case], Finder(Boer=Kind.PERSON, Noor=Kind.PERSON)).names
    whole = evaluate([case], Finder(A=Kind.PERSON, de=Kind.PERSON, Boer=Kind.PERSON)).names

    assert (half.marks, half.covered, half.recall) == (2, 1, 0.5)
    assert whole.covered == 1


def test_another_kind_masks_as_well_but_not_as_the_same_kind():
    score = evaluate([gold(situation="in [[CITY|Dalen]]")], Finder(Dalen=Kind.PERSON))

    assert score.kinds[Kind.CITY].recall == 1
    assert score.kinds[Kind.CITY].same_kind_recall == 0
    assert score.kinds[Kind.PERSON].precision == 1


def test_an_entity_counts_only_when_all_its_mentions_in_all_fields_are_covered():
    case = gold(title="[[PERSON|Noor]] belt", situation="[[PERSON|Noor Prins]] uit [[CITY|Urk]]", lessons="x")

    some = evaluate([case], Finder(Noor=Kind.PERSON, Urk=Kind.CITY))
    every = evaluate([case], Finder(Noor=Kind.PERSON, Prins=Kind.PERSON))

    assert (some.names.entities, some.names.entity_recall) == (1, 0.0)
    assert some.kinds[Kind.CITY].entity_recall == 1
    assert every.names.entity_recall == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[PERSON|Fatma Yilmaz]], [[PERSON|mw. YILMAZ]], [[PERSON|Fatma]]", 1),
        ("[[PERSON|A. Mulder-Roos]] en [[PERSON|Mulder]]", 1),
        ("[[PERSON|Jan de Wit]] en [[PERSON|Kees de Boer]]", 2),
        ("[[PERSON|Simon]] en [[PERSON|Simons]]", 2),
        ("[[CITY|Urk]], [[CITY|urk]]", 1),
        ("[[BSN|9999.00.407]] [[BSN|999900407]]", 1),
        ("[[CITY|Urk]] [[ORG|Urk]]", 2),
    ],
)
def test_mentions_of_the_same_entity_are_joined(text: str, expected: int):
    assert len(list(entities(gold(situation=text)))) == expected


def test_precision_counts_found_spans_that_touch_no_mark():
    score = evaluate([gold(situation="[[PERSON|Noor]] in mei")], Finder(Noor=Kind.PERSON, mei=Kind.PERSON))

    assert score.names.precision == 0.5


def test_over_masking_is_the_share_of_other_letters_that_is_masked():
    score = evaluate([gold(situation="[[PERSON|Noor]] in mei, 20")], Finder(Noor=Kind.PERSON, mei=Kind.DATE))

    assert score.unmarked_characters == 7
    assert score.over_masking == pytest.approx(3 / 7)


def test_groups_add_up_their_kinds():
    text = "[[PERSON|Noor]] [[BSN|999900407]] [[CITY|Urk]] [[AGE|53]]"

    score = evaluate([gold(situation=text)], Finder(Noor=Kind.PERSON, Urk=Kind.CITY))

    assert (score.direct.marks, score.direct.covered) == (2, 1)
    assert (score.numbers.marks, score.numbers.covered) == (1, 0)
    assert (score.quasi.marks, score.quasi.covered) == (2, 1)


def test_figures_without_marks_are_absent_rather_than_perfect():
    score = evaluate([gold(situation="geen namen")], Finder())

    assert score.names.recall is None
    assert score.names.precision is None


def test_scores_survive_json_and_make_a_table():
    score = evaluate([gold(situation="[[PERSON|Noor]] belt")], Finder(Noor=Kind.PERSON))

    as_json = score.model_dump(mode="json")
    lines = score.table()

    assert as_json["names"]["recall"] == 1
    assert as_json["kinds"]["PERSON"]["precision"] == 1
    assert isinstance(score, AnonymisationScores)
    assert any(line.nl.startswith("namen") and "100.0%" in line.nl for line in lines)
    assert "1 cases" in lines[-1].en
