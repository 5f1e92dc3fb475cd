# SPDX-License-Identifier: EUPL-1.2
from casebase.record import SafeCase
from index.dutch import load_analysis
from index.words import build_word_index
from patterns.labels import label, standing_runs, standing_share

ANALYSIS = load_analysis()
GROUP = [
    "De keuring kwam te laat en het voorschot moest terug.",
    "Omdat de keuring uitbleef liep het voorschot op; er was een hond in huis.",
    "Het voorschot bleek te hoog na de late keuring.",
]
OTHERS = [f"Een brief over {word} van de gemeente." for word in ("fietsen", "wonen", "werken", "sporten")] * 3
TEMPLATE = "Hierbij bevestigen wij vriendelijk ontvangst aanvraag dossier behandelaar. "


def _cases(texts: list[str]) -> list[SafeCase]:
    return [SafeCase(case_id=f"C-{number:03d}", situation=text) for number, text in enumerate(texts)]


def _index(texts: list[str]):
    return build_word_index([ANALYSIS.keys(text) for text in texts])


def test_a_label_is_made_of_words_that_the_group_shares() -> None:
    found = label(_cases(GROUP), _index(GROUP + OTHERS), ANALYSIS)
    assert set(found.terms) >= {"keuring", "voorschot"}
    assert found.text.split(", ") == list(found.terms[:3])


def test_what_one_case_tells_and_short_words_are_no_terms() -> None:
    terms = label(_cases(GROUP), _index(GROUP + OTHERS), ANALYSIS).terms
    assert "hond" not in terms
    assert all(len(term) >= 4 for term in terms)


def test_words_of_a_template_are_no_terms() -> None:
    texts = [TEMPLATE + text for text in GROUP]
    cases = _cases(texts)
    standing = standing_runs(cases, ANALYSIS)
    words = _index(texts + OTHERS)
    assert "ontvangst" in " ".join(label(cases, words, ANALYSIS).terms)
    assert not {"ontvangst", "dossier", "aanvraag"} & set(label(cases, words, ANALYSIS, standing).terms)


def test_the_share_of_standing_words_tells_a_template() -> None:
    cases = _cases([TEMPLATE + text for text in GROUP])
    standing = standing_runs(cases, ANALYSIS)
    assert standing_share(cases[0], ANALYSIS, standing) > 0.4
    assert standing_share(_cases(GROUP)[0], ANALYSIS, standing) == 0
