# SPDX-License-Identifier: EUPL-1.2
"""Reasons: what is shared can be read in the case, and differences are told in whole sentences."""

from datetime import date

import pytest

from casebase.vocabulary import Level, Nature, Outcome, Principle
from index.build import build_index
from index.differences import differences_from_case, differences_from_text
from index.dutch import load_analysis
from index.explain import MOST_PASSAGES, MOST_TERMS, marks
from index.hits import Aspect
from index.laws import load_laws
from index.lexicon import load_lexicon, read_lexicon
from index.passages import split_case
from index.principles import Principles
from index.search import open_searcher

ANALYSIS = load_analysis()


@pytest.fixture
def hits(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    searcher = open_searcher(bank.folder, encoder)

    def search(text, **options):
        with bank.sessions() as session:
            return {hit.case_id: hit for hit in searcher.search(session, text, limit=8, **options).hits}

    search.similar = lambda case_id, **options: _similar(bank, searcher, case_id, **options)
    return search


def _similar(bank, searcher, case_id, **options):
    with bank.sessions() as session:
        return {hit.case_id: hit for hit in searcher.similar(session, case_id, limit=8, **options).hits}


def test_shared_words_stand_in_the_case_as_shown(hits, cases):
    texts = {case.case_id: " ".join(case.narrative().values()).lower() for case in cases}
    for case_id, hit in hits("voorschot terugbetalen te late keuring WIA").items():
        assert len(hit.explanation.shared_terms) <= MOST_TERMS
        assert all(term.lower() in texts[case_id] for term in hit.explanation.shared_terms)
    assert "voorschot" in hits("voorschot")["C-001"].explanation.shared_terms


def test_words_are_shared_through_compounds_and_other_names(hits):
    assert "loonkostenvoordeel" in hits("LKV")["C-004"].explanation.shared_terms
    assert "WIA-uitkering" in hits("uitkering")["C-001"].explanation.shared_terms


def test_passages_are_parts_of_the_case_with_the_shared_words_marked(hits, cases):
    parts = {case.case_id: {(p.field, p.text) for p in split_case(case)} for case in cases}
    for case_id, hit in hits("voorschot boete").items():
        assert 1 <= len(hit.passages) <= MOST_PASSAGES
        assert {(p.field, p.text) for p in hit.passages} <= parts[case_id]
        assert [p.score for p in hit.passages] == sorted((p.score for p in hit.passages), reverse=True)
        assert "title" not in {p.field for p in hit.passages}
    best = hits("boete")["C-003"].passages[0]
    assert {best.text[start:end].lower() for start, end in best.marks} == {"boete"}


def test_marks_are_sorted_and_do_not_overlap():
    tokens = ANALYSIS.tokens("art. 77 WIA en de WIA-uitkering")
    keys = {"art:77", "77", "wia"}
    assert [("art. 77 WIA en de WIA-uitkering"[s:e]) for s, e in marks(tokens, keys)] == [
        "art. 77 WIA",
        "WIA-uitkering",
    ]


def test_aspects_are_those_of_the_passages_and_sentences(hits):
    hit = hits("invordering opgeschort")["C-001"]
    assert Aspect.SOLUTION in hit.explanation.aspects
    named = {passage.aspect for passage in hit.passages} | {pair.aspect for pair in hit.explanation.sentences}
    assert set(hit.explanation.aspects) == named


def test_a_short_search_is_answered_with_sentences_of_the_case(hits, cases):
    texts = {case.case_id: case.narrative() for case in cases}
    for case_id, hit in hits("voorschot terugbetalen te late keuring WIA").items():
        for pair in hit.explanation.sentences:
            assert pair.asked == ""
            assert pair.found in texts[case_id][pair.field]
    (first, *_) = hits("invordering opgeschort")["C-001"].explanation.sentences
    assert first.found == "De invordering is opgeschort."
    assert [first.found[start:end] for start, end in first.found_marks] == ["invordering", "opgeschort"]


def test_two_cases_are_laid_side_by_side(hits, cases):
    own = " ".join(cases[0].narrative().values())
    explanation = hits.similar("C-001")["C-002"].explanation
    assert explanation.sentences
    assert all(pair.asked in own and pair.asked for pair in explanation.sentences)
    marked = [
        pair.asked[start:end].lower() for pair in explanation.sentences for start, end in pair.asked_marks
    ]
    assert "voorschot" in marked


def test_sentences_are_of_the_side_that_is_compared(hits):
    for aspect in Aspect:
        for hit in hits.similar("C-001", aspect=aspect).values():
            assert {pair.aspect for pair in hit.explanation.sentences} <= {aspect}


def test_other_names_for_the_same_thing_are_told(hits):
    told = hits("voorschot ophoesten")["C-001"].explanation.same_things
    assert [(pair.asked, pair.found) for pair in told] == [("ophoesten", "terugvordering")]


def test_amounts_that_are_far_apart_are_a_difference(bank, encoder, now, make_case):
    bank.add(make_case(9, title="Boete", situation="Een boete van € 9.500 tijdens een opname."))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    with bank.sessions() as session:
        found = open_searcher(bank.folder, encoder).search(session, "een boete van 95 euro").hits
    (hit,) = [hit for hit in found if hit.case_id == "C-009"]
    assert [each.nl for each in hit.explanation.differences] == [
        "bedragen: deze casus noemt ten hoogste € 9.500, u noemt ten hoogste € 95"
    ]


def test_nature_and_level_are_shared_when_both_records_have_them(hits):
    explanations = {case_id: hit.explanation for case_id, hit in hits.similar("C-001").items()}
    assert explanations["C-002"].nature is Nature.FINANCIAL
    assert explanations["C-002"].level is None
    assert all(hit.explanation.nature is None for hit in hits("voorschot").values())


@pytest.mark.parametrize(
    ("text", "regulations", "principles"),
    [
        ("voorschot WIA", ("WIA",), ()),
        ("Wet werk en inkomen naar arbeidsvermogen", ("WIA",), ()),
        ("onevenredig voorschot", (), ("evenredigheidsbeginsel",)),
        ("artikel 3:4 Awb", (), ("evenredigheidsbeginsel",)),
        ("voorschot WW", (), ()),
    ],
)
def test_laws_and_principles_are_shared_when_the_search_names_them(hits, text, regulations, principles):
    explanation = hits(text)["C-001"].explanation
    assert explanation.shared_regulations == regulations
    assert explanation.shared_principles == principles


def test_cases_share_what_their_records_share(hits):
    explanation = hits.similar("C-001")["C-002"].explanation
    assert explanation.shared_regulations == ("WIA",)
    assert explanation.shared_principles == ("evenredigheidsbeginsel",)
    assert [difference.nl for difference in explanation.differences] == [
        "uitkomst: hier niet opgelost, in de vergeleken casus opgelost",
        "hier is niet van de regels afgeweken, in de vergeleken casus wel",
        "niveau: hier uitvoering, in de vergeleken casus juridisch (wet en beleid)",
        "periode: deze casus is van 2024, de vergeleken casus van 2021",
    ]


@pytest.mark.parametrize(
    ("here", "there", "differences"),
    [
        ({}, {}, []),
        ({"outcome": Outcome.UNKNOWN}, {"outcome": Outcome.SOLVED}, []),
        ({"outcome": Outcome.SOLVED}, {}, []),
        (
            {"nature": Nature.FINANCIAL},
            {"nature": Nature.OTHER},
            ["aard: hier financieel, in de vergeleken casus overig"],
        ),
        ({"level": Level.LEGAL}, {"level": Level.LEGAL}, []),
        ({"received_on": date(2021, 5, 1)}, {"received_on": date(2023, 5, 1)}, []),
        (
            {"closed_on": date(2019, 5, 1)},
            {"received_on": date(2023, 5, 1)},
            ["periode: deze casus is van 2019, de vergeleken casus van 2023"],
        ),
        (
            {"received_on": date(2020, 5, 1), "regulations": ("Wajong",)},
            {"received_on": date(2021, 5, 1), "regulations": ("Wajong",)},
            [
                "regels: de Wajong is op 01-01-2021 veranderd (Wet vereenvoudiging Wajong); deze casus "
                "is van 2020, de vergeleken casus van 2021"
            ],
        ),
    ],
)  # fmt: skip
def test_gaps_are_no_differences(make_case, here, there, differences):
    one, other = make_case(1, **here), make_case(2, **there)
    shared = set(one.regulations) & set(other.regulations)
    assert [each.nl for each in differences_from_case(one, other, shared)] == differences


@pytest.mark.parametrize(
    ("text", "asked", "differences"),
    [
        ("voorschot", (), []),
        ("voorschot WIA", ("WIA",), []),
        ("voorschot WW", ("WW",), ["regeling: deze casus gaat over WIA, u noemt WW"]),
        ("voorschot in 2023", (), []),
        ("voorschot in 2017", (), ["periode: deze casus is van 2021, u noemt 2017"]),
        ("schuld van 2017 euro in 2021", (), []),
        ("schuld van 2017 euro", (), []),
        ("schuld van € 2017", (), []),
        ("schuld van 2.017 euro", (), []),
    ],
)
def test_a_typed_search_differs_by_the_law_and_year_that_it_names(cases, text, asked, differences):
    shared = tuple(set(asked) & {"WIA"})
    assert [each.nl for each in differences_from_text(cases[0], text, asked, shared)] == differences


WAJONG_2021 = "regels: de Wajong is op 01-01-2021 veranderd (Wet vereenvoudiging Wajong); "
WAJONG_2015 = "regels: de Wajong is op 01-01-2015 veranderd (Participatiewet); "


@pytest.mark.parametrize(
    ("text", "day", "differences"),
    [
        ("Wajong in 2018", date(2022, 5, 1), [WAJONG_2021 + "deze casus is van 2022, u noemt 2018"]),
        ("Wajong in 2021", date(2020, 12, 31), [WAJONG_2021 + "deze casus is van 2020, u noemt 2021"]),
        ("Wajong in 2020", date(2021, 1, 1), [WAJONG_2021 + "deze casus is van 2021, u noemt 2020"]),
        ("Wajong in 2021", date(2021, 1, 1), []),
        ("Wajong 2013", date(2016, 1, 1), [WAJONG_2015 + "deze casus is van 2016, u noemt 2013"]),
        ("Wajong 2013", date(2022, 1, 1), [WAJONG_2021 + "deze casus is van 2022, u noemt 2013"]),
        ("Wajong 2013 tot en met 2022", date(2018, 1, 1), ["periode: deze casus is van 2018, u noemt 2022"]),
        ("Wajong vanaf 2018", date(2022, 1, 1), ["periode: deze casus is van 2022, u noemt 2018"]),
        ("Wajong sinds 1 mei 2021", date(2020, 1, 1), [WAJONG_2021 + "deze casus is van 2020, u noemt 2021"]),
        ("Wajong vóór 2021", date(2020, 1, 1), []),
        ("Wajong voor 2021", date(2020, 1, 1), []),
        ("Wajong", date(2012, 1, 1), []),
        ("Wajong, schuld van 2013 euro", date(2022, 1, 1), []),
        ("Wajong in 2018", None, []),
    ],
)  # fmt: skip
def test_a_typed_year_before_or_after_a_change_of_the_law_is_told(make_case, text, day, differences):
    case = make_case(1, received_on=day, regulations=("Wajong",))
    found = differences_from_text(case, text, ("Wajong",), ("Wajong",), laws=("Wajong",))
    assert [each.nl for each in found] == differences
    assert all(each.en for each in found)


@pytest.mark.parametrize("text", ["boete Wajong in 2018", "boete in 2018"])
def test_a_search_tells_of_a_change_in_the_law_of_a_found_case(bank, encoder, now, make_case, text):
    told = "Een boete na een opname in het ziekenhuis."
    bank.add(make_case(31, situation=told, regulations=("Wajong",), received_on=date(2022, 1, 1)))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    with bank.sessions() as session:
        hits = open_searcher(bank.folder, encoder).search(session, text).hits
    (found,) = [hit.explanation.differences for hit in hits if hit.case_id == "C-031"]
    assert [each.nl for each in found] == [WAJONG_2021 + "deze casus is van 2022, u noemt 2018"]


def test_a_change_of_a_law_that_is_not_in_play_is_not_told(make_case):
    case = make_case(1, received_on=date(2022, 5, 1), regulations=("WIA",))
    found = differences_from_text(case, "schuld in 2020", (), (), laws=("WIA",))
    assert found == ()


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("het WIA-voorschot en de WW-uitkering", ("WIA", "WW")),
        ("de Ziektewet en de WW", ("ZW", "WW")),
        ("Wet vereenvoudiging beslagvrije voet", ("Wvbvv",)),
        ("een wet over iets anders", ()),
        ("Stadspas Regeling", ("Stadspas Regeling",)),
        ("", ()),
    ],
)
def test_laws_are_known_by_all_their_names(text, laws):
    assert load_laws(also=["Stadspas Regeling"]).named(text) == laws


@pytest.mark.parametrize(
    ("text", "principles"),
    [
        ("er was een toezegging gedaan", (Principle.TRUST,)),
        ("strijd met artikel 3:46 van de Awb", (Principle.REASONING,)),
        ("gelijke gevallen, onzorgvuldig", (Principle.EQUALITY, Principle.DUE_CARE)),
        ("geen enkel beginsel", ()),
    ],
)
def test_principles_are_known_by_their_words_and_articles(text, principles):
    assert Principles(ANALYSIS).named(text) == principles


# --- the lexicon -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("LKV te laat", "loonkostenvoordeel"),
        ("WIA", "Wet werk en inkomen naar arbeidsvermogen"),
        ("de baas is failliet gegaan", "faillissement"),
    ],
)
def test_a_search_is_widened_with_official_names(text, word):
    assert word in load_lexicon().expansion(ANALYSIS.tokens(text)).words


@pytest.mark.parametrize("text", ["op de bank", "toen het begon", "xqzv", ""])
def test_common_words_are_no_names(text):
    assert load_lexicon().expansion(ANALYSIS.tokens(text)).words == ()


def test_added_keys_weigh_at_most_1_and_are_not_in_the_search():
    tokens = ANALYSIS.tokens("WIA voorschot terugbetalen")
    added = load_lexicon().expansion(tokens).weights
    assert added
    assert all(0 < weight <= 1 for weight in added.values())
    assert not added.keys() & {key for token in tokens for key in token.keys}


def test_the_lexicon_has_a_header_and_lists(tmp_path):
    header = "concept\tabbreviations\tjargon\tlay\trelated\tnot_same"
    row = "boete\t\tbestuurlijke boete | sanctie\tbekeuring\t\t"
    (tmp_path / "lexicon.tsv").write_text(f"{header}\n{row}\n", "utf-8")
    (concept,) = read_lexicon(tmp_path / "lexicon.tsv")
    assert concept.official == ("boete", "bestuurlijke boete", "sanctie")
    assert concept.forms[-1] == "bekeuring"
