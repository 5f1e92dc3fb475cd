# SPDX-License-Identifier: EUPL-1.2
"""The cases of a pattern, each with the reason why it belongs; what left it, and what cannot be shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from casebase.store import MemberRecord
from search_app.pattern_view import PatternView
from search_app.ui import pattern_words as words
from search_app.ui.formats import day_month_year, month_year
from search_app.ui.labels import case_title, outcome_label
from search_app.ui.markup import plain
from search_app.ui.state import case_link

_HEAD = (words.CASE, words.RECEIVED, words.OUTCOME, words.REASON, words.ADDED)


def members_section(view: PatternView, language: Language) -> str:
    """What is in the pattern on the day asked, newest first; what was taken out is folded."""
    file = view.study.file
    title = escape(words.MEMBERS.in_language(language))
    body = _table(newest_first(file.members, view.cases), view.cases, language) or _nothing(view, language)
    return (
        f'<section class="mw-blok"><h2>{title}</h2>{_not_shown(file.hidden, file.deleted, language)}'
        f"{body}{_former(file.former, view.cases, language)}</section>"
    )


def newest_first(members: Sequence[MemberRecord], cases: Mapping[str, SafeCase]) -> list[MemberRecord]:
    """The members by month of receipt, the newest first; those without a date last, ties by number."""
    return sorted(members, key=lambda member: _order(member, cases))


def _order(member: MemberRecord, cases: Mapping[str, SafeCase]) -> tuple[int, str]:
    case = cases.get(member.case_id or "")
    received = case.received_on if case else None
    return -(received or date.min).toordinal(), member.case_id or ""


def _nothing(view: PatternView, language: Language) -> str:
    now = words.NO_MEMBERS_SHOWN if view.study.file.hidden else words.NO_MEMBERS
    sentence = words.NO_MEMBERS_EARLIER if view.earlier else now
    return f'<p class="mw-leeg">{escape(sentence.in_language(language))}</p>'


def _not_shown(hidden: int, deleted: int, language: Language) -> str:
    told = []
    if hidden:
        sentence = words.HIDDEN_ONE if hidden == 1 else words.HIDDEN
        told.append(sentence.in_language(language).format(count=hidden))
    if deleted:
        sentence = words.DELETED_ONE if deleted == 1 else words.DELETED
        told.append(sentence.in_language(language).format(count=deleted))
    return f'<p class="mw-hulp">{escape(" ".join(told))}</p>' if told else ""


def _former(former: Sequence[MemberRecord], cases: Mapping[str, SafeCase], language: Language) -> str:
    rows = _table(former, cases, language, taken_out=True)
    if not rows:
        return ""
    summary = escape(words.FORMER.in_language(language).format(count=len(former)))
    return f'<details class="mw-uitklap"><summary>{summary}</summary>{rows}</details>'


def _table(
    members: Sequence[MemberRecord],
    cases: Mapping[str, SafeCase],
    language: Language,
    *,
    taken_out: bool = False,
) -> str:
    names = (*_HEAD, words.TAKEN_OUT) if taken_out else _HEAD
    head = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    rows = "".join(
        _row(member, cases[member.case_id], names, language)
        for member in members
        if member.case_id and member.case_id in cases
    )
    if not rows:
        return ""
    return f'<table class="mw-leden"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(member: MemberRecord, case: SafeCase, names: Sequence[Bilingual], language: Language) -> str:
    link = escape(case_link(case.case_id), quote=True)
    title = plain(case_title(case, language))
    cells = [
        escape(month_year(case.received_on, language)) or "–",
        outcome_label(case.outcome, language),
        plain(member.why),
        _by(member.added_at.date(), member.added_by, language),
        _taken_out(member, language),
    ]
    told = "".join(
        f'<td data-naam="{escape(name.in_language(language), quote=True)}">{cell}</td>'
        for name, cell in zip(names[1:], cells, strict=False)
    )
    number = f"<small>{escape(case.case_id)}</small>"
    return f'<tr><th scope="row"><a href="{link}">{title}</a> {number}</th>{told}</tr>'


def _by(day: date, who: str, language: Language) -> str:
    by = escape(words.BY.in_language(language).format(who=who))
    return f"{escape(day_month_year(day, language))} <small>{by}</small>"


def _taken_out(member: MemberRecord, language: Language) -> str:
    if member.removed_at is None:
        return ""
    told = _by(member.removed_at.date(), member.removed_by or "", language)
    return f"{told} {plain(member.removed_why or '')}"
