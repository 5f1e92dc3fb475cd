# SPDX-License-Identifier: EUPL-1.2
"""The story of a pattern: what it comes down to, its most typical cases, and those that ended otherwise."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from casebase.bilingual import Language
from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from patterns.dossier_stories import CUT, shortened
from patterns.equal_treatment import Comparisons, Ending
from search_app.pattern_view import PatternView
from search_app.ui import pattern_treatment_words as treated
from search_app.ui import pattern_words as words
from search_app.ui import words as general
from search_app.ui.formats import counted, month_year
from search_app.ui.labels import case_title, meta_line, outcome_label
from search_app.ui.markup import first_sentence, plain
from search_app.ui.pattern_links import Part, pattern_link
from search_app.ui.pattern_size import short_size
from search_app.ui.pattern_trend import verdict_labels
from search_app.ui.state import case_link

TOLD = 3
SITUATION_WIDTH = 340
DECISION_WIDTH = 220
_DEGREE = {Outcome.NOT_SOLVED: 0, Outcome.PARTLY: 1, Outcome.SOLVED: 2}


def in_short(view: PatternView, language: Language) -> str:
    """The pattern in five sentences, each with the way to what it rests on."""
    rows = [
        (Part.CASES, words.CASES, escape(_span(view.member_cases, language))),
        (Part.FIGURES, words.TREND, _trend(view, language)),
        (Part.FIGURES, words.SIZE, escape(short_size(view.study.size[0], language))),
        (Part.TREATMENT, treated.ENDINGS, escape(view.study.outcomes.words.in_language(language))),
        (Part.TREATMENT, words.TREATMENT, escape(nearly_same(view.study.treatment, language))),
    ]
    as_of = view.as_of if view.earlier else None
    items = "".join(
        f'<div><dt><a href="{escape(pattern_link(view.record.pattern_id, part, as_of=as_of), quote=True)}">'
        f"{escape(name.in_language(language))}</a></dt><dd>{told}</dd></div>"
        for part, name, told in rows
    )
    title = escape(words.IN_SHORT.in_language(language))
    return f'<section class="mw-paneel mw-kortom"><h2>{title}</h2><dl>{items}</dl></section>'


def stories(typical: Sequence[SafeCase], language: Language) -> str:
    """The most typical cases as short stories."""
    told = typical[:TOLD]
    title = escape(words.TYPICAL.in_language(language))
    if not told:
        empty = escape(words.NO_CASES.in_language(language))
        return f'<section class="mw-verhalen"><h2>{title}</h2><p class="mw-leeg">{empty}</p></section>'
    sentence = words.TYPICAL_ALL if len(typical) <= TOLD else words.TYPICAL_HELP
    help_text = escape(sentence.in_language(language).format(count=len(told)))
    return (
        f'<section class="mw-verhalen"><h2>{title}</h2><p class="mw-hulp">{help_text}</p>'
        f"{_list(told, language)}</section>"
    )


def counter_examples(typical: Sequence[SafeCase], language: Language) -> str:
    """The cases that ended otherwise than most, furthest from it first, or a sentence that there are none.

    Those that ``stories`` tells are counted and not told again.
    """
    usual, among = usual_end(typical)
    others = otherwise(typical, usual) if usual else []
    above = [case for case in typical[:TOLD] if case in others]
    shown = [case for case in others if case not in above][:TOLD]
    sentence = _about_ends(typical, usual, language)
    if usual and others:
        name = words.ENDED_AS[usual].in_language(language)
        known = sum(case.outcome in _DEGREE for case in typical)
        sentence = words.COUNTER_HELP.in_language(language).format(known=known, usual=among, outcome=name)
        sentence += _shown(len(shown), len(above), len(others), language)
    title = escape(words.COUNTER.in_language(language))
    return (
        f'<section class="mw-verhalen mw-tegen"><h2>{title}</h2><p class="mw-hulp">{escape(sentence)}</p>'
        f"{_list(shown, language)}</section>"
    )


def _about_ends(cases: Sequence[SafeCase], usual: Outcome | None, language: Language) -> str:
    """Why there is nothing to tell."""
    known = sum(case.outcome in _DEGREE for case in cases)
    if usual:
        name = words.ENDED_AS[usual].in_language(language)
        sentence = words.NO_COUNTER_ONE if known == 1 else words.NO_COUNTER
        return sentence.in_language(language).format(outcome=name)
    return (words.NO_USUAL if known else words.NO_KNOWN_END).in_language(language)


def _shown(shown: int, above: int, total: int, language: Language) -> str:
    """Where the cases that ended otherwise are told."""
    more = total - shown - above
    sentences = [
        (words.COUNTER_SHOWN if shown else words.COUNTER_ONLY_ABOVE, total),
        (words.COUNTER_ABOVE, above if shown else 0),
        (words.COUNTER_MORE, more),
    ]
    return "".join(f" {told.in_language(language).format(number=n, more=n)}" for told, n in sentences if n)


def usual_end(cases: Sequence[SafeCase]) -> tuple[Outcome | None, int]:
    """The known outcome that is more common than any other, with its number; None when there is no such."""
    counts = Counter(case.outcome for case in cases if case.outcome in _DEGREE).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None, 0
    outcome, number = counts[0]
    return outcome, number


def otherwise(cases: Sequence[SafeCase], usual: Outcome) -> list[SafeCase]:
    """The cases with another known outcome, the furthest from the usual one first, in the order given."""
    other = [case for case in cases if case.outcome in _DEGREE and case.outcome is not usual]
    return sorted(other, key=lambda case: -_distance(case, usual))


def nearly_same(treatment: Comparisons, language: Language) -> str:
    """How many pairs of nearly identical cases ended differently, in a sentence."""
    number = sum(pair.nearly_identical and pair.ending is Ending.DIFFERENT for pair in treatment.pairs)
    if not number:
        return words.NONE_NEARLY_SAME.in_language(language)
    one, many = words.NEARLY_SAME.in_language(language).split("|")
    pairs = counted(number, treated.PAIR, treated.PAIRS, language)
    return (one if number == 1 else many).format(pairs=pairs)


def _distance(case: SafeCase, usual: Outcome) -> int:
    return abs(_DEGREE[case.outcome] - _DEGREE[usual]) if case.outcome else 0


def _span(cases: Sequence[SafeCase], language: Language) -> str:
    number = counted(len(cases), general.CASE, general.CASES, language)
    if not cases:
        return words.NO_CASES.in_language(language)
    days = sorted(case.received_on for case in cases if case.received_on)
    if not days:
        return words.SPAN_NONE.in_language(language).format(cases=number)
    first, last = month_year(days[0], language), month_year(days[-1], language)
    sentence = words.SPAN_ONE if first == last else words.SPAN
    return sentence.in_language(language).format(cases=number, first=first, last=last)


def _trend(view: PatternView, language: Language) -> str:
    trend, burst = view.study.trend, view.burst
    reasons = [trend.reason] if burst is None else [burst.reason, trend.reason]
    told = " ".join(reason.in_language(language) for reason in reasons)
    return f"{verdict_labels(trend, language, burst)} {escape(told)}"


def _list(cases: Sequence[SafeCase], language: Language) -> str:
    items = "".join(f"<li>{_story(case, language)}</li>" for case in cases)
    return f"<ul>{items}</ul>" if items else ""


def _story(case: SafeCase, language: Language) -> str:
    link = escape(case_link(case.case_id), quote=True)
    situation = shortened(" ".join(case.situation.split()), SITUATION_WIDTH).removesuffix(CUT).strip()
    decision = first_sentence(case.decision, DECISION_WIDTH)
    return (
        f'<h3><a href="{link}">{plain(case_title(case, language))}</a></h3>'
        f'<p class="mw-meta">{meta_line(case, language)}</p>'
        f"<p>{plain(situation) or escape(words.NO_SITUATION.in_language(language))}</p>"
        f'<p class="mw-uitslagregel">{outcome_label(case.outcome, language)} '
        f"{plain(decision) or escape(treated.NO_DECISION.in_language(language))}</p>"
    )
