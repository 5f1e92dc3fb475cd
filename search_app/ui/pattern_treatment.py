# SPDX-License-Identifier: EUPL-1.2
"""Equal treatment within a pattern: how its cases ended, and like cases side by side.

Shown to prompt a question, never as a score of people or offices.
"""

from collections.abc import Mapping, Sequence
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from patterns.equal_treatment import ComparedPair, Comparisons, Ending, OutcomeCounts, PairRule
from patterns.office_difference import OfficeDifference
from search_app.ui import pattern_treatment_words as words
from search_app.ui import pattern_words as shared
from search_app.ui import words as general
from search_app.ui.formats import counted, listed, whole
from search_app.ui.pair_beside import pair_beside
from search_app.ui.pattern_trend import percent

SHOWN = 3


def introduction(language: Language) -> str:
    """What is compared with what, and what it is not."""
    title = escape(words.TITLE.in_language(language))
    years = PairRule().days_apart // 365
    told = escape(words.INTRODUCTION.in_language(language).format(years=years))
    return f'<h2 class="mw-h2">{title}</h2><p class="mw-inleiding">{told}</p>'


def outcome_table(outcomes: OutcomeCounts, language: Language) -> str:
    """Each outcome with its number, share and interval; what is not known is counted apart."""
    names = (shared.OUTCOME, shared.NUMBER, words.OF_KNOWN, words.CONFIDENCE)
    head = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    rows = [
        (
            share.outcome,
            share.count,
            percent(share.share.estimate, language),
            shared.RANGE.in_language(language).format(
                low=percent(share.share.low, language), high=percent(share.share.high, language)
            ),
        )
        for share in outcomes.shares
    ]
    rows.append((Outcome.UNKNOWN, outcomes.unknown, "–", "–"))
    body = "".join(_outcome_row(*row, language) for row in rows)
    return (
        f'<table class="mw-tabel mw-getallen"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        f'<p class="mw-hulp">{escape(outcomes.words.in_language(language))}</p>'
    )


def offices(office: OfficeDifference, language: Language) -> str:
    """Whether the office matters, in one careful sentence about all of them together."""
    title = escape(words.OFFICES.in_language(language))
    base = ""
    if office.cases:
        number = counted(office.cases, general.CASE, general.CASES, language)
        told = escape(words.OFFICES_BASE.in_language(language).format(cases=number))
        base = f'<p class="mw-hulp">{told}</p>'
    sentence = escape(office.words.in_language(language))
    return f'<section class="mw-paneel"><h2>{title}</h2><p>{sentence}</p>{base}</section>'


def compared(treatment: Comparisons, cases: Mapping[str, SafeCase], language: Language) -> str:
    """The pairs side by side: nearly identical ones that ended differently first, the rest folded."""
    known = [pair for pair in treatment.pairs if {pair.first, pair.second} <= cases.keys()]
    different = [pair for pair in known if pair.ending is Ending.DIFFERENT]
    telling = [pair for pair in different if pair.nearly_identical]
    other = [pair for pair in different if not pair.nearly_identical]
    parts = [
        _told_pairs(words.WHAT_DIFFERS, telling, cases, language, words.WHAT_DIFFERS_HELP),
        _told_pairs(words.OTHERS_DIFFER, other, cases, language),
        _none(known, different, language),
        _folded(words.SAME_END, [p for p in known if p.ending is Ending.SAME], cases, language),
        _folded(words.UNKNOWN_END, [p for p in known if p.ending is Ending.UNKNOWN], cases, language),
        _left_out(treatment, language),
    ]
    return "".join(parts)


def _outcome_row(outcome: Outcome, number: int, share: str, between: str, language: Language) -> str:
    name = escape(outcome.label.in_language(language))
    return (
        f'<tr><th scope="row">{name}</th><td>{whole(number, language)}</td>'
        f"<td>{escape(share)}</td><td>{escape(between)}</td></tr>"
    )


def _told_pairs(
    title: Bilingual,
    pairs: Sequence[ComparedPair],
    cases: Mapping[str, SafeCase],
    language: Language,
    help_text: Bilingual | None = None,
) -> str:
    if not pairs:
        return ""
    told = _pairs(pairs[:SHOWN], cases, language)
    rest = pairs[SHOWN:]
    if rest:
        pairs_more = counted(len(rest), words.PAIR, words.PAIRS, language)
        more = words.MORE_PAIRS.in_language(language).format(pairs=pairs_more)
        told += _details(more, _pairs(rest, cases, language))
    below = f'<p class="mw-hulp">{escape(help_text.in_language(language))}</p>' if help_text else ""
    heading = escape(title.in_language(language))
    return f'<section class="mw-blok"><h2>{heading}</h2>{below}{told}</section>'


def _none(known: Sequence[ComparedPair], different: Sequence[ComparedPair], language: Language) -> str:
    if different:
        return ""
    sentence = words.NO_DIFFERENT if known else words.NO_PAIRS
    title = escape(words.WHAT_DIFFERS.in_language(language))
    told = escape(sentence.in_language(language))
    return f'<section class="mw-blok"><h2>{title}</h2><p class="mw-leeg">{told}</p></section>'


def _folded(
    summary: Bilingual, pairs: Sequence[ComparedPair], cases: Mapping[str, SafeCase], language: Language
) -> str:
    if not pairs:
        return ""
    return _details(summary.in_language(language).format(count=len(pairs)), _pairs(pairs, cases, language))


def _details(summary: str, body: str) -> str:
    return f'<details class="mw-uitklap"><summary>{escape(summary)}</summary>{body}</details>'


def _pairs(pairs: Sequence[ComparedPair], cases: Mapping[str, SafeCase], language: Language) -> str:
    return "".join(pair_beside(pair, cases[pair.first], cases[pair.second], language) for pair in pairs)


def _left_out(treatment: Comparisons, language: Language) -> str:
    counts = (
        (words.OTHER_RULES, treatment.other_rules),
        (words.OTHER_PERIOD, treatment.other_period),
        (words.NO_PERIOD, treatment.period_unknown),
    )
    reasons = [
        reason.in_language(language).format(pairs=counted(number, words.PAIR, words.PAIRS, language))
        for reason, number in counts
        if number
    ]
    if not reasons:
        return ""
    told = words.LEFT_OUT.in_language(language).format(reasons=listed(reasons, language))
    return f'<p class="mw-hulp">{escape(told)}</p>'
