# SPDX-License-Identifier: EUPL-1.2
"""A case as a page: the story, the three perspectives, the weighing and what is missing."""

from collections.abc import Sequence
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord
from index.hits import Aspect
from search_app.ui import words
from search_app.ui.circle import in_reading_order
from search_app.ui.formats import listed, lowered, month_year
from search_app.ui.labels import case_title, label, meta_line, outcome_label, rating_label
from search_app.ui.markup import paragraphs, plain, shortened
from search_app.ui.more_like import like_link
from search_app.ui.state import SearchState, search_link

LONGEST_NUMBER = 60

ASPECTS = {
    Aspect.SITUATION: words.BY_SITUATION,
    Aspect.WEIGHING: words.BY_WEIGHING,
    Aspect.SOLUTION: words.BY_SOLUTION,
}

Section = tuple[Bilingual, str]


def back_link(back_to: SearchState, language: Language) -> str:
    """Link back to the search someone came from, or to an empty one."""
    text = words.BACK if back_to != SearchState() else words.TO_SEARCH
    link = escape(search_link(back_to), quote=True)
    return f'<nav class="mw-terug"><a href="{link}">‹ {escape(text.in_language(language))}</a></nav>'


def heading(case: CaseRecord, language: Language, back_to: SearchState | None = None) -> str:
    """Title, outcome and meta line of a case, and the way to others like it."""
    labels = [outcome_label(case.outcome, language)]
    if case.deviates_from_rules:
        labels.append(label(words.DEVIATES.in_language(language), "anders"))
    return (
        f'<header class="mw-casus"><h1>{plain(case_title(case, language))}</h1>'
        f'<p class="mw-meta">{" ".join(labels)} <span>{meta_line(case, language)}</span></p>'
        f"{like_link(back_to or SearchState(), case, language)}</header>"
    )


def story(case: CaseRecord, language: Language) -> str:
    """What happened, what felt wrong and what was tried; empty parts are left out."""
    told = _sections(
        [
            (words.SITUATION, case.situation),
            (words.GUT_FEELING, case.gut_feeling),
            (words.TRIED_BEFORE, case.tried_before),
        ],
        language,
    )
    return told or _quiet(words.NO_STORY, language)


def weighing(case: CaseRecord, language: Language) -> str:
    """Why it was decided so, what was decided, and what was learned; empty parts are left out."""
    told = _sections(
        [
            (words.REASONING, case.reasoning),
            (words.DECISION, case.decision),
            (words.MEANWHILE, case.meanwhile),
            (words.LESSONS, case.lessons),
        ],
        language,
    )
    return told or _quiet(words.NO_WEIGHING, language)


def three_perspectives(case: CaseRecord, language: Language) -> str:
    """The three fields side by side and of equal size, each with its judgement."""
    fields = []
    for name, title, perspective in in_reading_order(case):
        empty = _quiet(words.NO_EXPLANATION, language) if perspective.rating else ""
        fields.append(
            f'<section class="mw-perspectief mw-{name}"><h3>{escape(title.in_language(language))}</h3>'
            f"<p>{rating_label(perspective.rating, language)}</p>{paragraphs(perspective.text) or empty}"
            "</section>"
        )
    return f'<div class="mw-drie">{"".join(fields)}</div>'


def features(case: CaseRecord, language: Language) -> str:
    """The register fields that are filled in, as a list of terms."""
    rows = [(name, value) for name, value in _features(case, language) if value]
    items = "".join(
        f"<div><dt>{escape(name.in_language(language))}</dt><dd>{plain(value)}</dd></div>"
        for name, value in rows
    )
    title = escape(words.FEATURES.in_language(language))
    return f'<section class="mw-paneel"><h2>{title}</h2><dl class="mw-kenmerken">{items}</dl></section>'


def completeness(case: CaseRecord, language: Language) -> str:
    """How many fields are filled in, and the names of those that are not."""
    fields = _all_fields(case, language)
    missing = [lowered(name.in_language(language)) for name, value in fields if not value]
    title = escape(words.COMPLETENESS.in_language(language))
    if not missing:
        body = words.COMPLETE.in_language(language)
    else:
        filled = words.FILLED.in_language(language)
        filled = filled.format(filled=len(fields) - len(missing), total=len(fields))
        body = f"{filled} {words.MISSING.in_language(language).format(names=listed(missing, language))}"
    return f'<section class="mw-paneel"><h2>{title}</h2><p>{escape(body)}</p></section>'


def citation(case: CaseRecord, address: str, language: Language) -> str:
    """One sentence to paste into a form: plain text, with the lasting address of the case."""
    closed = month_year(case.closed_on, language)
    parts = [
        f"{words.APP_TITLE}, casus {case.case_id}"
        if language is Language.NL
        else f"{words.APP_TITLE}, case {case.case_id}",
        f"‘{case_title(case, language)}’",
        case.maatwerkplaats,
        f"{lowered(words.CLOSED.in_language(language))} {closed}" if closed else "",
    ]
    return f"{', '.join(part for part in parts if part)}. {address}"


def citation_heading(language: Language) -> str:
    """The words above the citation."""
    return (
        f'<h2 class="mw-kop2">{escape(words.CITE.in_language(language))}</h2>'
        f"<p class='mw-hulp'>{escape(words.CITE_HELP.in_language(language))}</p>"
    )


def unknown_case(case_id: str, language: Language) -> str:
    """What people read when the address holds no case that they may see."""
    title, body = words.NO_CASE_CHOSEN, words.NO_CASE_CHOSEN_BODY.in_language(language)
    if case_id:
        title = words.UNKNOWN_CASE
        number = shortened(case_id, LONGEST_NUMBER)
        body = words.UNKNOWN_CASE_BODY.in_language(language).format(case_id=f"‘{number}’")
    heading_text = escape(title.in_language(language))
    return f'<header class="mw-casus"><h1>{heading_text}</h1><p>{escape(body)}</p></header>'


def _sections(sections: Sequence[Section], language: Language) -> str:
    return "".join(
        f'<section class="mw-deel {_section_class(name)}"><h2>{escape(name.in_language(language))}</h2>'
        f"{paragraphs(text)}</section>"
        for name, text in sections
        if text.strip()
    )


def _quiet(text: Bilingual, language: Language) -> str:
    return f'<p class="mw-leeg">{escape(text.in_language(language))}</p>'


def _section_class(name: Bilingual) -> str:
    return "mw-besluit" if name is words.DECISION else "mw-tekst"


def _features(case: CaseRecord, language: Language) -> list[Section]:
    return [
        (words.CASE_NUMBER, case.case_id),
        (words.REGULATION, ", ".join(case.regulations)),
        (words.NATURE, case.nature.label.in_language(language) if case.nature else ""),
        (words.LEVEL, case.level.label.in_language(language) if case.level else ""),
        (words.PRINCIPLE, ", ".join(p.label.in_language(language) for p in case.principles)),
        (words.MAATWERKPLAATS, case.maatwerkplaats),
        (words.SUBMITTER, _submitter(case)),
        (words.INVOLVED, ", ".join(case.organisations_involved)),
        (words.RECEIVED, month_year(case.received_on, language)),
        (words.CLOSED, month_year(case.closed_on, language)),
        (words.DEVIATION, _yes_no(case.deviates_from_rules, language)),
    ]


def _all_fields(case: CaseRecord, language: Language) -> list[Section]:
    perspectives = [
        (name, perspective.text and perspective.rating) for _, name, perspective in in_reading_order(case)
    ]
    return [
        (words.TITLE, case.title),
        *[field for field in _features(case, language) if field[0] is not words.CASE_NUMBER],
        (words.SITUATION, case.situation),
        (words.GUT_FEELING, case.gut_feeling),
        (words.TRIED_BEFORE, case.tried_before),
        *[(name, str(value or "")) for name, value in perspectives],
        (words.REASONING, case.reasoning),
        (words.DECISION, case.decision),
        (words.MEANWHILE, case.meanwhile),
        (words.OUTCOME, case.outcome or ""),
        (words.LESSONS, case.lessons),
    ]


def _submitter(case: CaseRecord) -> str:
    return ", ".join(p for p in (case.submitter_role, case.submitter_unit, case.submitter_organisation) if p)


def _yes_no(value: bool | None, language: Language) -> str:
    if value is None:
        return ""
    return (words.YES if value else words.NO).in_language(language)
