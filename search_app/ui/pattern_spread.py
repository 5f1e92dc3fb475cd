# SPDX-License-Identifier: EUPL-1.2
"""Where a pattern comes from: a small table with bars for each aspect, and what stands out in words."""

from collections.abc import Sequence
from html import escape

from casebase.bilingual import Bilingual, Language
from patterns.spread import Aspect, Spread, SpreadRule, ValueCount
from search_app.ui import pattern_words as words
from search_app.ui import words as general
from search_app.ui.formats import counted, whole
from search_app.ui.markup import plain
from search_app.ui.pattern_trend import percent

SHOWN = 6
_ORDER = (Aspect.REGULATION, Aspect.BODY, Aspect.REGION, Aspect.UNIT, Aspect.FUNCTION)


def spread_section(spread: Sequence[Spread], language: Language) -> str:
    """What stands out, and below it every aspect; aspects that nobody filled in come last."""
    ordered = sorted(spread, key=lambda each: (not _anything(each), _ORDER.index(each.aspect)))
    tables = "".join(_aspect(each, language) for each in ordered)
    title = escape(words.SPREAD.in_language(language))
    return (
        f'<section class="mw-blok" id="spreiding"><h2>{title}</h2>{_stands_out(ordered, language)}'
        f'<div class="mw-aspecten">{tables}</div></section>'
    )


def _stands_out(spread: Sequence[Spread], language: Language) -> str:
    told = [sentence.in_language(language) for each in spread for sentence in each.words]
    if not told:
        most = max((value.count for each in spread for value in each.values), default=0)
        enough = most >= SpreadRule().minimum
        sentence = words.NOTHING_STANDS_OUT if enough else words.TOO_FEW_TO_STAND_OUT
        return f"<p>{escape(sentence.in_language(language))}</p>"
    items = "".join(f"<li>{plain(sentence)}</li>" for sentence in told)
    return f'<ul class="mw-opgevallen">{items}</ul>'


def _anything(spread: Spread) -> bool:
    return bool(spread.values or spread.withheld)


def _aspect(spread: Spread, language: Language) -> str:
    title = escape(words.ASPECTS[spread.aspect].in_language(language))
    shown, rest = spread.values[:SHOWN], spread.values[SHOWN:]
    body = _table(spread, shown, language) if shown else ""
    if rest:
        more = escape(words.MORE_VALUES.in_language(language).format(more=len(rest)))
        folded = _table(spread, rest, language)
        body += f'<details class="mw-uitklap"><summary>{more}</summary>{folded}</details>'
    return f'<section class="mw-aspect"><h3>{title}</h3>{body}{_left_out(spread, language)}</section>'


def _left_out(spread: Spread, language: Language) -> str:
    told = []
    if not _anything(spread):
        told.append(words.NOTHING_KNOWN.in_language(language))
    elif spread.unknown:
        told.append(_counted(words.NOT_FILLED, spread.unknown, language))
    if spread.withheld:
        told.append(_counted(words.WITHHELD, spread.withheld, language))
    return f'<p class="mw-hulp">{escape(" ".join(told))}</p>' if told else ""


def _table(spread: Spread, values: Sequence[ValueCount], language: Language) -> str:
    first = escape(words.ASPECTS[spread.aspect].in_language(language))
    names = (words.NUMBER, words.PART, words.SHARE_OF_ALL)
    head = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    head = f'<th scope="col"><span class="mw-gehoord">{first}</span></th>{head}'
    rows = "".join(_row(value, language) for value in values)
    return f'<table class="mw-tabel mw-getallen"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(value: ValueCount, language: Language) -> str:
    share = value.count / value.known
    of_all = value.all_count / value.all_known
    mark = f" <b>{escape(words.STANDS_OUT.in_language(language))}</b>" if value.stands_out else ""
    bar = f'<i style="width:{100 * share:.0f}%"></i>'
    return (
        f'<tr><th scope="row">{plain(value.value)}{mark}{bar}</th><td>{whole(value.count, language)}</td>'
        f"<td>{percent(share, language)}</td><td>{percent(of_all, language)}</td></tr>"
    )


def _counted(sentence: Bilingual, number: int, language: Language) -> str:
    cases = counted(number, general.CASE, general.CASES, language)
    return sentence.in_language(language).format(cases=cases)
