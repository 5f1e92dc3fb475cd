# SPDX-License-Identifier: EUPL-1.2
"""The page Kaart in text and tables: what was chosen, what tells A and B apart, how the map was made."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.vocabulary import Outcome
from patterns.contrast import Contrast, Share
from patterns.exact import Interval
from patterns.telling import TellingWord
from search_app.map_points import CaseMap, Field, MapPoint
from search_app.ui import map_words as words
from search_app.ui import words as app_words
from search_app.ui.formats import counted, listed, lowered, month_year, whole
from search_app.ui.labels import outcome_label
from search_app.ui.map_address import Selection
from search_app.ui.map_groups import value_name
from search_app.ui.markup import plain
from search_app.ui.state import case_link

_NAMED = 5


def introduction(language: Language) -> str:
    """The title, with what the map is."""
    return (
        f'<header class="mw-kaartkop"><h1>{escape(words.TITLE.in_language(language))}</h1>'
        f"<p>{escape(words.INTRODUCTION.in_language(language))}</p></header>"
    )


def empty(language: Language) -> str:
    """There is nothing to draw."""
    return f'<p class="mw-leeg">{escape(words.EMPTY.in_language(language))}</p>'


def cases(number: int, language: Language) -> str:
    """A number of cases in words."""
    return counted(number, app_words.CASE, app_words.CASES, language)


def title_of(selection: Selection, found: CaseMap, language: Language) -> str:
    """A selection in a few words: WIA of WW · Opgelost · gebied op de kaart."""
    parts = [
        _any_of([value_name(field, value, found.patterns, language) for value in values], language)
        for field, values in selection.values
    ]
    area = [words.AREA.in_language(language)] if selection.areas else []
    return " · ".join([*parts, *area])


def counts(points: Sequence[MapPoint], found: CaseMap, selection: Selection, language: Language) -> str:
    """How many cases were chosen, and how they are divided: the map in words."""
    total = cases(len(found.points), language)
    title = (
        words.CHOSEN.in_language(language).format(number=whole(len(points), language), cases=total)
        if selection
        else words.ALL_CASES.in_language(language).format(cases=total)
    )
    if not points:
        gone = any(area.version != found.version for area in selection.areas)
        told = words.AREA_GONE if gone else words.NOTHING_CHOSEN
        return f'<h2>{escape(title)}</h2><p class="mw-leeg">{escape(told.in_language(language))}</p>'
    rows = "".join(
        f"<div><dt>{escape(words.FIELDS[field].in_language(language))}</dt>"
        f"<dd>{escape(_divided(points, field, found, language))}</dd></div>"
        for field in (Field.REGULATION, Field.OUTCOME, Field.YEAR)
    )
    return f'<h2>{escape(title)}</h2><dl class="mw-verdeling">{rows}</dl>'


def table(points: Sequence[MapPoint], shown: int, language: Language) -> str:
    """The chosen cases as a table, newest first."""
    newest = sorted(points, key=lambda point: point.case_id)
    newest.sort(key=lambda point: point.received_on or date.min, reverse=True)
    heading = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in words.COLUMNS)
    rows = "".join(_row(point, language) for point in newest[:shown])
    caption = escape(words.TABLE_CAPTION.in_language(language))
    return (
        f'<table class="mw-casustabel"><caption>{caption}</caption><thead><tr>{heading}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def comparison(made: Contrast, titles: tuple[str, str], found: CaseMap, language: Language) -> str:
    """What tells A and B apart."""
    told = words.COMPARED.in_language(language).format(
        first=titles[0],
        one=cases(made.first, language),
        second=lowered(titles[1]),
        other=cases(made.second, language),
    )
    shared = (
        " " + words.SHARED.in_language(language).format(cases=cases(made.shared, language))
        if made.shared
        else ""
    )
    heading = escape(words.COMPARE.in_language(language).format(first="A", second="B"))
    top = f'<h2 id="vergelijken">{heading}</h2><p class="mw-meta">{escape(told + shared)}</p>'
    if not made.first or not made.second:
        return f'{top}<p class="mw-leeg">{escape(words.NOTHING_TO_COMPARE.in_language(language))}</p>'
    sides = "".join(
        _words(title, side, size, language)
        for title, side, size in (
            ("A", made.words_first, (made.first, made.second)),
            ("B", made.words_second, (made.second, made.first)),
        )
    )
    shares = "".join(
        _shares(field, rows, found, language)
        for field, rows in (
            (Field.OUTCOME, made.outcomes),
            (Field.REGULATION, made.regulations[:8]),
            (Field.YEAR, made.years),
        )
    )
    note = escape(words.INTERVALS.in_language(language))
    return (
        f'{top}<div class="mw-kaartnaast">{sides}</div><div class="mw-kaartnaast">{shares}</div>'
        f'<p class="mw-hulp">{note}</p>'
    )


def about(found: CaseMap, language: Language) -> str:
    """When the map was drawn, and how far it can be trusted."""
    told = [
        words.DRAWN.in_language(language).format(
            day=_day(found.drawn_on.date(), language), later=cases(found.later, language)
        )
    ]
    if found.quality is not None:
        kept = f"{found.quality.kept * 10:.1f}"
        told.append(words.QUALITY.in_language(language).format(kept=_decimal(kept, language)))
    if found.waiting:
        told.append(words.WAITING.in_language(language).format(cases=cases(found.waiting, language)))
    if found.other_model:
        told.append(words.OTHER_MODEL.in_language(language))
    return "".join(f'<p class="mw-hulp">{escape(sentence)}</p>' for sentence in told)


def _row(point: MapPoint, language: Language) -> str:
    title = point.title or app_words.NO_TITLE.in_language(language)
    outcomes = {term.value: term for term in Outcome}
    outcome = outcomes.get(next(iter(point.values[Field.OUTCOME]), ""))
    link = escape(case_link(point.case_id), quote=True)
    told = [point.case_id, month_year(point.received_on, language), ", ".join(point.values[Field.REGULATION])]
    meta = " · ".join(part for part in told if part)
    return (
        f'<tr><th scope="row"><a href="{link}">{plain(title)}</a><small>{escape(meta)}</small></th>'
        f"<td>{outcome_label(outcome, language)}</td></tr>"
    )


def _divided(points: Sequence[MapPoint], field: Field, found: CaseMap, language: Language) -> str:
    held = Counter(value for point in points for value in point.values[field])
    missing = sum(not point.values[field] for point in points)
    order = sorted(held) if field is Field.YEAR else sorted(held, key=lambda value: (-held[value], value))
    named = order if field is Field.YEAR else order[:_NAMED]
    parts = [
        f"{value_name(field, value, found.patterns, language)} {whole(held[value], language)}"
        for value in named
    ]
    if missing:
        parts.append(f"{words.NOT_FILLED_IN.in_language(language)} {whole(missing, language)}")
    if len(order) > len(named):
        left = len(order) - len(named)
        return f"{', '.join(parts)} {words.AND_MORE.in_language(language).format(number=left)}"
    return ", ".join(parts)


def _words(side: str, found: Sequence[TellingWord], sizes: tuple[int, int], language: Language) -> str:
    title = escape(words.WORDS_OF.in_language(language).format(side=side))
    if not found:
        none = escape(words.NO_WORDS.in_language(language))
        return f'<section><h3>{title}</h3><p class="mw-leeg">{none}</p></section>'
    other = "B" if side == "A" else "A"
    rows = "".join(
        f'<tr><th scope="row">{escape(each.word)}</th>'
        f"<td>{_of(each.own, sizes[0], language)}</td><td>{_of(each.other, sizes[1], language)}</td></tr>"
        for each in found
    )
    heading = _heading((words.WORD, Bilingual(side, side), Bilingual(other, other)), language)
    return f"<section><h3>{title}</h3>{_compared(heading, rows)}</section>"


def _shares(field: Field, rows: Sequence[Share], found: CaseMap, language: Language) -> str:
    if not rows:
        return ""
    title = escape(words.FIELDS[field].in_language(language))
    heading = _heading((words.VALUE, Bilingual("A", "A"), Bilingual("B", "B"), words.DIFFERS), language)
    body = "".join(
        f'<tr><th scope="row">{escape(value_name(field, row.value, found.patterns, language))}</th>'
        f"<td>{_share(row.first, row.first_share, language)}</td>"
        f"<td>{_share(row.second, row.second_share, language)}</td>"
        f"<td>{_verdict(row, language)}</td></tr>"
        for row in rows
        if row.first or row.second
    )
    return f"<section><h3>{title}</h3>{_compared(heading, body)}</section>"


def _compared(heading: str, rows: str) -> str:
    return f'<table class="mw-vergelijktabel">{heading}<tbody>{rows}</tbody></table>'


def _heading(names: Sequence[Bilingual], language: Language) -> str:
    cells = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _share(count: int, share: Interval, language: Language) -> str:
    estimate = f"{(share.estimate or 0):.0%}"
    bounds = f"{share.low:.0%}–{share.high:.0%}"
    return f"{whole(count, language)} <small>({estimate}, {bounds})</small>"


def _verdict(row: Share, language: Language) -> str:
    word = (words.CLEARLY if row.clear else words.NOT_CLEARLY).in_language(language)
    return f"<b>{escape(word)}</b>" if row.clear else f'<span class="mw-toeval">{escape(word)}</span>'


def _of(count: int, size: int, language: Language) -> str:
    return f"{whole(count, language)} <small>({count / max(1, size):.0%})</small>"


def _any_of(names: list[str], language: Language) -> str:
    text = listed(names, language)
    return text.replace(" en ", " of ") if language is Language.NL else text.replace(" and ", " or ")


def _day(day: date, language: Language) -> str:
    return f"{day.day} {month_year(day, language)}"


def _decimal(text: str, language: Language) -> str:
    return text.replace(".", ",") if language is Language.NL else text
