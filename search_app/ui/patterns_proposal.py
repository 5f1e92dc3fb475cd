# SPDX-License-Identifier: EUPL-1.2
"""A proposal as a card: what its cases share, when they came in, how they ended, which pattern it is like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from patterns.bursts import Burst
from patterns.finding import CENTRAL, FoundPattern
from patterns.reading import PatternFile
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.formats import counted, month_year, whole
from search_app.ui.labels import case_title, label, meta_line
from search_app.ui.markup import plain
from search_app.ui.pattern_links import pattern_link
from search_app.ui.state import case_link

STRONG, FAIR = 0.6, 0.5
"""From which cohesion a group is called strong or fair: about a third of the sample's proposals each."""

_TONES = {
    Outcome.SOLVED: "goed",
    Outcome.PARTLY: "half",
    Outcome.NOT_SOLVED: "niet",
    Outcome.UNKNOWN: "stil",
}


@dataclass(frozen=True, repr=False)
class Proposal:
    """A proposal with its cases; ``number`` is 0 for one that was not kept.

    ``pattern`` is the registered one that it looks like, and ``fresh`` are its cases that are not in that
    pattern and were never taken out of it; without a pattern all cases are fresh.
    """

    number: int
    found: FoundPattern
    cases: Mapping[str, SafeCase]
    pattern: PatternFile | None
    fresh: tuple[str, ...]

    @property
    def cases_in_order(self) -> dict[str, SafeCase]:
        """Its cases that can be read now, the most central first."""
        return {each: self.cases[each] for each in self.found.group.case_ids if each in self.cases}


def proposal_of(
    number: int, found: FoundPattern, cases: Mapping[str, SafeCase], pattern: PatternFile | None
) -> Proposal:
    """A proposal beside the pattern that it looks like."""
    known: set[str | None] = set()
    if pattern:
        known = {member.case_id for member in (*pattern.members, *pattern.former)}
    fresh = tuple(each for each in found.group.case_ids if each in cases and each not in known)
    return Proposal(number, found, cases, pattern, fresh)


def name_of(proposal: Proposal, language: Language) -> str:
    """What a proposal is called until people give it a name."""
    text = proposal.found.label.text.strip()
    return text[:1].upper() + text[1:] if text else words.NO_LABEL.in_language(language)


def card(proposal: Proposal, day: date | None, language: Language, burst: Burst | None = None) -> str:
    """All that is told of a proposal; ``burst`` is one that it holds."""
    found = proposal.found
    rises = found.trend.emerging or burst is not None
    emerging = label(words.EMERGING.in_language(language), "half") if rises else ""
    told = [_alike(proposal, day, language), _central(proposal, language), _facts(proposal, burst, language)]
    return (
        f'<article class="mw-voorstel"><div class="mw-kop"><h3>{plain(name_of(proposal, language))}</h3>'
        f'{emerging}</div><p class="mw-meta">{escape(found.name)} · {_size(proposal, language)}</p>'
        f"{''.join(told)}</article>"
    )


def unchanged(proposals: Sequence[Proposal], day: date | None, language: Language) -> str:
    """Proposals that only find a known pattern again, folded under their number."""
    items = "".join(
        f"<li>{escape(each.found.name)} · {_link(each.pattern, day)}</li>"
        for each in proposals
        if each.pattern
    )
    text = words.NOTHING_NEW_ONE if len(proposals) == 1 else words.NOTHING_NEW
    told = escape(text.in_language(language).format(number=whole(len(proposals), language)))
    return f'<details class="mw-afgerond"><summary>{told}</summary><ul>{items}</ul></details>'


def cohesion_words(cohesion: float) -> Bilingual:
    """How far the cases hang together, in words."""
    if cohesion >= STRONG:
        return words.COHESION_STRONG
    return words.COHESION_FAIR if cohesion >= FAIR else words.COHESION_LOOSE


def pattern_name(pattern: PatternFile) -> str:
    """Number and name of a registered pattern."""
    return f"{pattern.record.pattern_id} {pattern.record.name}"


def _size(proposal: Proposal, language: Language) -> str:
    found, size = proposal.found, len(proposal.found.group.case_ids)
    told = [counted(size, words.CASE, words.CASES, language)]
    if found.group.distinct < size:
        once = words.COUNTED_ONCE.in_language(language).format(number=whole(found.group.distinct, language))
        told[0] += f" ({once})"
    first, last = month_year(found.first_seen, language), month_year(found.last_seen, language)
    if first:
        between = words.SEEN_IN if first == last else words.SEEN_BETWEEN
        told.append(between.in_language(language).format(first=first, last=last))
    return escape(" · ".join(told))


def _alike(proposal: Proposal, day: date | None, language: Language) -> str:
    if proposal.pattern is None:
        return ""
    number = len(proposal.fresh)
    text = {0: words.LOOKS_LIKE, 1: words.NEW_FOR_ONE}.get(number, words.NEW_FOR).in_language(language)
    linked = _link(proposal.pattern, day)
    sentence = escape(text).format(number=whole(number, language), pattern=linked)
    shared = len(proposal.found.group.case_ids) - number
    inside = words.SHARED_ONE if shared == 1 else words.SHARED
    rest = inside.in_language(language).format(number=whole(shared, language)) if shared else ""
    return f'<p class="mw-melding mw-bekend">{sentence}. {escape(rest)}</p>'


def _link(pattern: PatternFile, day: date | None) -> str:
    link = escape(pattern_link(pattern.record.pattern_id, as_of=day), quote=True)
    return f'<a href="{link}">{plain(pattern_name(pattern))}</a>'


def _central(proposal: Proposal, language: Language) -> str:
    """The most typical cases, of a known pattern its new ones, with the others folded."""
    cases = proposal.cases_in_order
    ordered = [
        *(each for each in cases if each in proposal.fresh),
        *(e for e in cases if e not in proposal.fresh),
    ]
    shown, others = ordered[:CENTRAL], ordered[CENTRAL:]
    folded = ""
    if others:
        more = counted(len(others), words.CASE, words.CASES, language)
        text = words.OTHER_CASES.in_language(language).format(cases=more)
        items = "".join(_case(cases[each], language) for each in others)
        folded = f'<details class="mw-overige"><summary>{escape(text)}</summary><ul>{items}</ul></details>'
    central = "".join(_case(cases[each], language) for each in shown)
    return f'<div class="mw-kern"><ul>{central}</ul>{folded}</div>'


def _case(case: SafeCase, language: Language) -> str:
    link = escape(case_link(case.case_id), quote=True)
    return (
        f'<li><a href="{link}">{plain(case_title(case, language))}</a> '
        f'<span class="mw-hulp">{meta_line(case, language)}</span></li>'
    )


def _facts(proposal: Proposal, burst: Burst | None, language: Language) -> str:
    found = proposal.found
    spread = [sentence.in_language(language) for each in found.spread for sentence in each.words]
    coincides = [sentence.in_language(language) for sentence in found.coincides]
    facts = [
        (words.EMERGING, _burst_told(proposal, burst, language) if burst else ""),
        (words.TERMS, escape(", ".join(found.label.terms))),
        (words.COHESION, escape(cohesion_words(found.group.cohesion).in_language(language))),
        (words.COINCIDES, escape(" ".join(coincides))),
        (words.TREND, escape(found.trend.reason.in_language(language))),
        (words.SPREAD, escape(" ".join(spread))),
        (words.OUTCOMES, _outcomes(found, language)),
    ]
    items = "".join(
        f"<div><dt>{name.in_language(language)}</dt><dd>{told}</dd></div>" for name, told in facts if told
    )
    return f'<dl class="mw-feiten">{items}</dl>'


def _burst_told(proposal: Proposal, burst: Burst, language: Language) -> str:
    """Why it is emerging, and which of these cases are not in it."""
    others = [each for each in burst.case_ids if each not in proposal.found.group.case_ids]
    told = escape(burst.reason.in_language(language))
    if not others:
        return told
    links = ", ".join(
        f'<a href="{escape(case_link(each), quote=True)}">{escape(each)}</a>' for each in others
    )
    return f"{told} {escape(signals.NOT_IN_PROPOSAL.in_language(language))} {links}."


def _outcomes(found: FoundPattern, language: Language) -> str:
    counts = {outcome: found.outcomes.get(outcome.value, 0) for outcome in _TONES}
    bars = "".join(
        f'<i class="mw-{tone}" style="flex-grow:{counts[outcome]}"></i>'
        for outcome, tone in _TONES.items()
        if counts[outcome]
    )
    told = ", ".join(
        f"{whole(number, language)} {outcome.label.in_language(language).lower()}"
        for outcome, number in counts.items()
        if number
    )
    diverging = f"; {words.DIVERGING.in_language(language)}" if found.diverging else ""
    return f'<span class="mw-afloop" aria-hidden="true">{bars}</span>{escape(told + diverging)}'
