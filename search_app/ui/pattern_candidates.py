# SPDX-License-Identifier: EUPL-1.2
"""Cases that may belong to a pattern, as HTML: the one to answer now, and those that come next."""

from collections.abc import Sequence
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord
from search_app.pattern_offers import LikeCase
from search_app.ui import pattern_act_words as words
from search_app.ui import reason_words, reasons
from search_app.ui.labels import band_label, case_title, label, meta_line, outcome_label
from search_app.ui.markup import first_sentence, paragraphs, plain, shortened
from search_app.ui.state import case_link

_DECISION, _SITUATION = 220, 320


def introduction(new: int, answered: tuple[int, int], language: Language) -> str:
    """The heading, what is asked, how many candidates are new, and the answers (yes, no) of this visit."""
    told = [words.MORE_LIKE_LEAD.in_language(language)]
    if new:
        sentence = words.NEW_ONE if new == 1 else words.NEW_ONES
        told.append(sentence.in_language(language).format(number=new))
    if any(answered):
        told.append(words.THIS_VISIT.in_language(language).format(yes=answered[0], no=answered[1]))
    title = escape(words.MORE_LIKE.in_language(language))
    return f'<h2 class="mw-h2">{title}</h2><p class="mw-hulp">{escape(" ".join(told))}</p>'


def candidate(like: LikeCase, language: Language) -> str:
    """One case with the member that it is most like, why, and how it ended."""
    labels = [label(words.OFFERED_NEW.in_language(language), "mogelijk")] if like.offer else []
    if like.hit:
        labels.append(band_label(like.hit.band, language))
    title = f'<a href="{_link(like.case)}">{plain(case_title(like.case, language))}</a>'
    return (
        f'<article class="mw-kandidaat"><div class="mw-kop"><h3>{title}</h3>'
        f'<span class="mw-labels">{" ".join(labels)}</span></div>'
        f'<p class="mw-meta">{meta_line(like.case, language)}</p>'
        f"{_situation(like.case, language)}"
        f'<dl class="mw-feiten">{_facts(like, language)}</dl></article>'
    )


def coming(cases: Sequence[CaseRecord], language: Language) -> str:
    """The next candidates as links, folded; empty when there are none."""
    if not cases:
        return ""
    sentence = words.COMING_ONE if len(cases) == 1 else words.COMING
    title = escape(sentence.in_language(language).format(number=len(cases)))
    items = "".join(
        f'<li><a href="{_link(case)}">{plain(case_title(case, language))}</a> '
        f"{outcome_label(case.outcome, language)} <span>{meta_line(case, language)}</span></li>"
        for case in cases
    )
    return f'<details class="mw-verte mw-volgende"><summary>{title}</summary><ul>{items}</ul></details>'


def nothing_left(has_members: bool, language: Language) -> str:
    """What people read when no case is left, or when there is nothing to compare with."""
    text = words.NONE_LEFT if has_members else words.NO_MEMBERS
    return f'<p class="mw-leeg">{escape(text.in_language(language))}</p>'


def _facts(like: LikeCase, language: Language) -> str:
    sentence = plain(first_sentence(like.case.decision, _DECISION))
    decided = f"{outcome_label(like.case.outcome, language)} {sentence}"
    facts: list[tuple[Bilingual, str]] = []
    if like.nearest is not None:
        near = f'<a href="{_link(like.nearest)}">{plain(case_title(like.nearest, language))}</a>'
        facts.append((words.WHICH_MEMBER, near))
    if like.hit is not None and like.nearest is not None:
        why = reasons.why_alike(like.hit.explanation, language, asked=_member(like.nearest))
        facts.append((reason_words.WHY, why))
    facts.append((reason_words.DECIDED, decided))
    if like.hit is not None:
        facts.append((reason_words.DIFFERS, reasons.differences(like.hit.explanation, language)))
    return "".join(
        f"<div><dt>{escape(name.in_language(language))}</dt><dd>{text}</dd></div>"
        for name, text in facts
        if text
    )


def _situation(case: CaseRecord, language: Language) -> str:
    """How it begins, and the whole of it folded when there is more."""
    line = " ".join(case.situation.split())
    if not line:
        return ""
    begin = shortened(line, _SITUATION)
    if begin == line:
        return f"<p>{plain(line)}</p>"
    title = escape(words.SITUATION.in_language(language))
    whole = f"<summary>{title}</summary>{paragraphs(case.situation)}"
    return f'<p>{plain(begin)}</p><details class="mw-verte">{whole}</details>'


def _member(case: CaseRecord) -> Bilingual:
    return words.filled(words.MEMBER, case=case.case_id)


def _link(case: CaseRecord) -> str:
    return escape(case_link(case.case_id), quote=True)
