# SPDX-License-Identifier: EUPL-1.2
"""Like cases that came in close together and are in no pattern yet, as a notice."""

from datetime import date
from html import escape

from casebase.bilingual import Language
from search_app.pattern_bursts import PlacedBurst
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.formats import whole
from search_app.ui.labels import label
from search_app.ui.markup import plain
from search_app.ui.pattern_links import pattern_link
from search_app.ui.patterns_address import PatternsView, Tab, patterns_link
from search_app.ui.state import case_link


def notice(
    placed: PlacedBurst, proposal: tuple[str, int] | None, day: date | None, language: Language
) -> str:
    """The cases, why they are told, and the way on; empty when a pattern holds them.

    ``proposal`` is the name and number of the proposal that holds them, where there is one and the page does
    not show it itself. On an earlier day there is nothing to do but to look.
    """
    if placed.pattern_id:
        return ""
    flag = label(words.EMERGING.in_language(language), "half")
    reason = escape(placed.burst.reason.in_language(language))
    none = escape(signals.NO_PATTERN_HOLDS.in_language(language))
    cases = ", ".join(_case(each) for each in placed.burst.case_ids)
    inside, way = _inside(placed, day, language), _way_on(placed, proposal, day, language)
    told = f"<p>{flag} {reason} {none} {cases}. {inside}</p>"
    return f'<section class="mw-melding mw-uitbarsting" role="status">{told}{way}</section>'


def _case(case_id: str) -> str:
    return f'<a href="{escape(case_link(case_id), quote=True)}">{escape(case_id)}</a>'


def _inside(placed: PlacedBurst, day: date | None, language: Language) -> str:
    """Which pattern some of them are in."""
    if placed.nearest is None:
        return ""
    record = placed.nearest.file.record
    link = escape(pattern_link(record.pattern_id, as_of=day), quote=True)
    named = f'<a href="{link}">{escape(record.pattern_id)} {plain(record.name)}</a>'
    text = signals.SOME_INSIDE_ONE if placed.inside == 1 else signals.SOME_INSIDE
    return escape(text.in_language(language)).format(number=whole(placed.inside, language), pattern=named)


def _way_on(
    placed: PlacedBurst, proposal: tuple[str, int] | None, day: date | None, language: Language
) -> str:
    if proposal:
        name, number = proposal
        link = patterns_link(PatternsView(tab=Tab.PROPOSALS, day=day, proposal=number))
        text = signals.SEE_PROPOSAL.in_language(language).format(name=name)
    elif day is None:
        link = patterns_link(PatternsView(tab=Tab.NEW, cases=placed.burst.case_ids))
        text = signals.NEW_WITH_THESE.in_language(language)
    else:
        return ""
    return f'<p><a class="mw-zoals" href="{escape(link, quote=True)}">{escape(text)}</a></p>'
