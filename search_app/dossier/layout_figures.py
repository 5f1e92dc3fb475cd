# SPDX-License-Identifier: EUPL-1.2
"""The sections of an evidence pack in which figures speak, each with its interval and its warning."""

from casebase.bilingual import Bilingual, Language
from patterns.dossier import Dossier, SpreadShown
from patterns.equal_treatment import ComparedPair
from patterns.exact import Interval
from patterns.size import SizeStep
from patterns.spread import told
from search_app.dossier import chart_words
from search_app.dossier import words as w
from search_app.dossier.chart import trend_figure
from search_app.dossier.document import Block, Bullets, Paragraph, Table
from search_app.dossier.layout_cases import outcome_of
from search_app.dossier.layout_cover import long_day, people
from search_app.ui.formats import listed, lowered

MOST_VALUES = 6


def trend(dossier: Dossier, language: Language) -> list[Block]:
    """The reason of the verdict, the counts with their interval, and the figure."""
    study = dossier.study
    rows = tuple(
        (
            chart_words.weeks(each.weeks).in_language(language),
            str(each.recent),
            str(each.before),
            chart_words.ratio(each.ratio, language),
            chart_words.bounds(each.ratio, language),
        )
        for each in study.trend.comparisons
    )
    heads = _heads(("window", "recent", "before", "ratio", "interval"), language)
    return [
        Paragraph(study.trend.reason.in_language(language)),
        Table(_caption("windows", language), heads, rows, (1.2, 1, 1, 1.2, 1.6), frozenset({1, 2, 3, 4})),
        trend_figure(dossier, language),
    ]


def spread(dossier: Dossier, language: Language) -> list[Block]:
    """How the cases lie over places, bodies, functions and rules."""
    sentences = [
        told(each.aspect, value).in_language(language)
        for each in dossier.spread
        for value in each.spread.values
        if value.stands_out and value.value in {shown.value for shown in each.values}
    ]
    blocks: list[Block] = (
        [Bullets(tuple(("", each) for each in sentences))]
        if sentences
        else [Paragraph(w.NO_STAND_OUT.in_language(language))]
    )
    named = [each for each in dossier.spread if each.values]
    rows = tuple((w.ASPECTS[each.aspect].in_language(language), _values(each, language)) for each in named)
    if rows:
        heads = _heads(("aspect", "values"), language)
        blocks.append(Table(_caption("spread", language), heads, rows, (1, 3.4)))
    withheld = [w.ASPECTS[each.aspect].in_language(language) for each in dossier.spread if _withheld(each)]
    if withheld:
        told_withheld = w.not_named(listed([lowered(each) for each in withheld], language))
        blocks.append(Paragraph(told_withheld.in_language(language), quiet=True))
    if any(value.stands_out for each in dossier.spread for value in each.values):
        blocks.append(Paragraph(w.STANDS_OUT_MARK.in_language(language), quiet=True))
    return blocks


def treatment(dossier: Dossier, language: Language) -> list[Block]:
    """How like cases ended, the pairs that ask a question, and what may be said of offices."""
    outcomes = dossier.study.outcomes
    rows = [
        (each.outcome.label.in_language(language), str(each.count), _percent(each.share, language))
        for each in outcomes.shares
    ]
    rows.append((Bilingual("Onbekend", "Unknown").in_language(language), str(outcomes.unknown), "–"))
    heads = _heads(("outcome", "count", "share"), language)
    return [
        Paragraph(outcomes.words.in_language(language)),
        Table(_caption("outcomes", language), heads, tuple(rows), (1.6, 0.8, 2), frozenset({1, 2})),
        *_pairs(dossier, language),
        Paragraph(dossier.study.offices.words.in_language(language)),
    ]


def size(dossier: Dossier, language: Language) -> list[Block]:
    """The ladder of evidence."""
    rows = tuple(_step(each, language) for each in dossier.study.size)
    heads = _heads(("evidence", "people", "source", "method"), language)
    return [Table(_caption("size", language), heads, rows, (1.3, 1.1, 1.4, 3))]


def _pairs(dossier: Dossier, language: Language) -> list[Block]:
    if not dossier.pairs:
        return [Paragraph(w.NO_PAIRS.in_language(language))]
    rows = tuple(_pair(each, dossier, language) for each in dossier.pairs)
    heads = _heads(("first", "second", "shared", "different"), language)
    table = Table(_caption("pairs", language), heads, rows, (2, 2, 1.5, 1.5))
    return [table, *_left_out(dossier, language)]


def _left_out(dossier: Dossier, language: Language) -> list[Block]:
    compared = dossier.study.treatment
    apart = compared.other_rules + compared.other_period + compared.period_unknown
    shown, all_pairs = len(dossier.pairs), len(compared.pairs)
    text = Bilingual(
        f"Getoond: {shown} van de {all_pairs} vergelijkbare paren. Niet vergeleken: {apart} paren onder "
        "andere regels, uit een andere tijd of zonder datum.",
        f"Shown: {shown} of the {all_pairs} pairs that can be compared. Not compared: {apart} pairs under "
        "other rules, from another time or without a date.",
    )
    return [Paragraph(text.in_language(language), quiet=True)]


def _pair(pair: ComparedPair, dossier: Dossier, language: Language) -> tuple[str, ...]:
    first, second = (
        f"{each}: {lowered(outcome_of(dossier.by_id[each], language))}. {dossier.by_id[each].title}"
        for each in (pair.first, pair.second)
    )
    alike = Bilingual(
        f"{round(100 * pair.score)}% gelijkend", f"{round(100 * pair.score)}% alike"
    ).in_language(language)
    different = [*pair.other_regulations]
    if not dossier.detail.whole_years:
        days = pair.days_apart
        different.append(Bilingual(f"{days} dagen ertussen", f"{days} days apart").in_language(language))
    return first, second, ", ".join([*pair.shared_regulations, alike]), ", ".join(different) or "–"


def _withheld(shown: SpreadShown) -> bool:
    return not shown.values and shown.others > 0


def _values(shown: SpreadShown, language: Language) -> str:
    parts = [
        f"{each.value} {each.count}{'*' if each.stands_out else ''}" for each in shown.values[:MOST_VALUES]
    ]
    rest = shown.others + sum(each.count for each in shown.values[MOST_VALUES:])
    if rest:
        parts.append(f"{w.OTHERS.in_language(language)} {rest}")
    if shown.unknown:
        parts.append(f"{w.NOT_FILLED_IN.in_language(language)} {shown.unknown}")
    return ", ".join(parts) or "–"


def _step(step: SizeStep, language: Language) -> tuple[str, ...]:
    told_how = [step.method.in_language(language)]
    if step.warning:
        told_how.append(step.warning.in_language(language))
    return (
        w.RUNGS[step.rung].in_language(language),
        people(step, language),
        f"{step.source}, {long_day(step.dated, language)}",
        " ".join(told_how),
    )


def _percent(share: Interval, language: Language) -> str:
    if share.estimate is None:
        return "–"
    low, high = round(100 * share.low), round(100 * share.high)
    between = Bilingual(f"tussen {low}% en {high}%", f"between {low}% and {high}%").in_language(language)
    return f"{round(100 * share.estimate)}% ({between})"


def _heads(names: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(w.HEADS[name].in_language(language) for name in names)


def _caption(name: str, language: Language) -> str:
    return w.TABLES[name].in_language(language)
