# SPDX-License-Identifier: EUPL-1.2
"""A case before a reviewer: its heading, its text with marks, its risk, and what was replaced in it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from html import escape

from anonymise.risk.assessment import RiskLevel
from casebase.bilingual import Bilingual, Language
from casebase.record import NARRATIVE_FIELDS, Suspect
from casebase.vocabulary import ReviewState
from search_app.review_desk import QueueEntry, QueuePage, ReviewSheet
from search_app.ui import review_words as words
from search_app.ui.field_labels import field_label
from search_app.ui.formats import counted, listed, whole
from search_app.ui.labels import case_title, label, meta_line
from search_app.ui.marked_text import TextMark, Tone, marked_case, marked_line, snippet
from search_app.ui.markup import plain, shortened
from search_app.ui.review_address import ReviewView, review_link
from search_app.words_for_review import kind_name, reason_words

_TONES = {RiskLevel.HIGH: "niet", RiskLevel.MIDDLE: "half", RiskLevel.LOW: "goed"}
_COUNTS = {
    ReviewState.TO_REVIEW: (words.WAITING_ONE, words.WAITING_MANY),
    ReviewState.HELD: (words.HELD_ONE, words.HELD_MANY),
    ReviewState.RELEASED: (words.RELEASED_ONE, words.RELEASED_MANY),
}
TITLE_WIDTH = 60


def risk_label(level: RiskLevel, language: Language) -> str:
    """The level in words on a pale ground."""
    text = words.RISK_LEVEL.in_language(language)
    return label(text.format(level=level.label.in_language(language).lower()), _TONES[level])


def introduction(total: int, state: ReviewState, done: int, language: Language) -> str:
    """What the page is for, how much there is to do, and how far somebody is."""
    number = counted(total, *_COUNTS[state], language)
    progress = ""
    if state is ReviewState.TO_REVIEW and done:
        share = 100 * done / max(1, done + total)
        text = words.DONE_TODAY.in_language(language).format(number=whole(done, language))
        progress = (
            f'<p class="mw-voortgang"><span>{escape(text)}</span><i style="width:{share:.0f}%"></i></p>'
        )
    return (
        f'<header class="mw-begin mw-beoordeel"><div><h1>{escape(words.TITLE.in_language(language))}</h1>'
        f"<p>{escape(words.LEAD.in_language(language))}</p></div>"
        f'<div class="mw-stand"><p><b>{escape(number)}</b></p>{progress}</div></header>'
    )


def message(sentence: Bilingual, language: Language, *, trouble: bool) -> str:
    """What the last action came to."""
    kind, role = ("mw-melding mw-fout", "alert") if trouble else ("mw-melding", "status")
    return f'<p class="{kind}" role="{role}">{escape(sentence.in_language(language))}</p>'


def queue_list(page: QueuePage, view: ReviewView, current: str, language: Language) -> str:
    """The cases of a page of the queue as links."""
    items = "".join(_queue_item(entry, view, current, language) for entry in page.entries)
    return f'<ol class="mw-rij">{items}</ol>'


def _queue_item(entry: QueueEntry, view: ReviewView, current: str, language: Language) -> str:
    row = entry.row
    here = ' aria-current="true"' if row.case_id == current else ""
    link = escape(review_link(view, row.case_id), quote=True)
    title = shortened(row.title.strip(), TITLE_WIDTH) or row.case_id
    facts = [row.case_id if row.title.strip() else "", row.maatwerkplaats, _doubt(row.suspects, language)]
    if entry.waits_for_second:
        facts.append(words.SECOND_AWAITED.in_language(language))
    elif entry.people > 1 and row.state is ReviewState.TO_REVIEW:
        facts.append(words.TWO_PEOPLE.in_language(language))
    told = escape(" · ".join(fact for fact in facts if fact))
    return (
        f'<li{here} class="mw-{_TONES[entry.risk.level]}-rand"><a href="{link}"{here}>{plain(title)}</a>'
        f"{risk_label(entry.risk.level, language)}<p>{told}</p></li>"
    )


def _doubt(suspects: int, language: Language) -> str:
    return counted(suspects, words.OPEN_PLACE, words.OPEN_PLACES, language) if suspects else ""


def whole_case(sheet: ReviewSheet, current: int, language: Language) -> str:
    """Title, risk and meta line, every text of the case with its marks, and its register fields."""
    marks, texts = marks_of(sheet, current, language), sheet.texts
    story = {field: text for field, text in texts.items() if field in NARRATIVE_FIELDS and field != "title"}
    return (
        f"{_heading(sheet, marks, language)}{_legend(marks, language)}"
        f"{marked_case(story, marks, language)}{_register(texts, marks, language)}"
    )


def _heading(sheet: ReviewSheet, marks: Mapping[str, list[TextMark]], language: Language) -> str:
    case = sheet.stored.case
    title = sheet.texts.get("title")
    shown = marked_line(title, marks.get("title", ())) if title else plain(case_title(case, language))
    return (
        f'<header class="mw-casus"><h2>{shown}</h2><p class="mw-meta">'
        f"{risk_label(sheet.risk.level, language)} <span>{meta_line(case, language)}</span></p></header>"
    )


def _legend(marks: Mapping[str, list[TextMark]], language: Language) -> str:
    there = {mark.tone for found in marks.values() for mark in found}
    names = [
        (Tone.SUSPECT, words.SUSPECT_SAID, bool(there & {Tone.SUSPECT, Tone.CURRENT})),
        (Tone.PROPOSED, words.PROPOSED_SAID, Tone.PROPOSED in there),
        (Tone.REPLACED, words.REPLACED_SAID, Tone.REPLACED in there),
    ]
    shown = "".join(
        f'<span><mark class="mw-teken mw-{tone}">{escape(name.in_language(language))}</mark></span>'
        for tone, name, needed in names
        if needed
    )
    return f'<p class="mw-legenda">{shown}</p>' if shown else ""


def _register(texts: Mapping[str, str], marks: Mapping[str, list[TextMark]], language: Language) -> str:
    rows: dict[str, list[str]] = defaultdict(list)
    for field, text in texts.items():
        if field not in NARRATIVE_FIELDS:
            rows[field_label(field, language)].append(marked_line(text, marks.get(field, ())))
    shown = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{', '.join(values)}</dd></div>" for name, values in rows.items()
    )
    return f'<dl class="mw-register">{shown}</dl>' if shown else ""


def marks_of(sheet: ReviewSheet, current: int, language: Language) -> Mapping[str, list[TextMark]]:
    """What stands out in each field: suspects, the one that is looked at, proposals, placeholders."""
    marks: dict[str, list[TextMark]] = defaultdict(list)
    case = sheet.stored.case
    for number, suspect in enumerate(case.suspects):
        marks[suspect.field].append(suspect_mark(suspect, number, number == current, language))
    for proposal in sheet.risk.proposals:
        said = words.PROPOSED_SAID.in_language(language)
        marks[proposal.field].append(TextMark(proposal.start, proposal.end, Tone.PROPOSED, said))
    for span in case.spans:
        marks[span.field].append(TextMark(span.start, span.end, Tone.REPLACED))
    return marks


def suspect_mark(suspect: Suspect, number: int, current: bool, language: Language) -> TextMark:
    """A suspect place; a click on it opens it."""
    tone, said = (Tone.CURRENT, words.CURRENT_SAID) if current else (Tone.SUSPECT, words.SUSPECT_SAID)
    return TextMark(suspect.start, suspect.end, tone, said.in_language(language), f"plek_{number}")


def suspect_card(sheet: ReviewSheet, number: int, language: Language) -> str:
    """One suspect place: where it stands and why it asks for a look."""
    suspects = sheet.stored.case.suspects
    suspect, title = suspects[number], words.LOOK.in_language(language)
    if len(suspects) > 1:
        title = words.LOOK_OF.in_language(language).format(number=number + 1, total=len(suspects))
    text = sheet.texts.get(suspect.field, "")
    around = snippet(text, TextMark(suspect.start, suspect.end, Tone.CURRENT))
    why = reason_words(suspect.reason).in_language(language)
    return (
        f'<section class="mw-plek"><h2>{escape(title)}</h2><p class="mw-fragment">{around}</p>'
        f'<p class="mw-hulp">{escape(why)}</p></section>'
    )


def nothing_open(language: Language) -> str:
    """Every place was looked at."""
    return (
        f'<section class="mw-plek mw-klaar"><h2>{escape(words.ALL_SEEN.in_language(language))}</h2>'
        f"<p>{escape(words.ALL_SEEN_BODY.in_language(language))}</p></section>"
    )


def risk_panel(sheet: ReviewSheet, actor: str, language: Language) -> str:
    """How recognisable somebody is, in words."""
    reasons = [reason.words.in_language(language) for reason in sheet.risk.reasons]
    told = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    body = f"<ul>{told}</ul>" if told else f"<p>{escape(words.RISK_NONE.in_language(language))}</p>"
    if sheet.people > 1:
        body += f"<p>{escape(words.NEEDS_TWO.in_language(language))}</p>"
    names = [approval.actor for approval in sheet.approvals]
    if names:
        text = words.APPROVED_BY.in_language(language).format(names=listed(names, language))
        body += f"<p>{escape(text)}</p>"
    if actor in names and sheet.stored.state is ReviewState.TO_REVIEW:
        body += f"<p><b>{escape(words.OWN_APPROVAL.in_language(language))}</b></p>"
    return (
        f'<section class="mw-risico"><h2>{escape(words.RECOGNISABLE.in_language(language))}</h2>'
        f"{body}</section>"
    )


def replaced(sheet: ReviewSheet, language: Language) -> str:
    """What was replaced: kinds and counts, and each placeholder; never what stood there."""
    title = escape(words.REPLACED.in_language(language))
    kinds = Counter(kind_name(span.kind).in_language(language) for span in sheet.stored.case.spans)
    if not kinds:
        body = f"<p>{escape(words.REPLACED_NOTHING.in_language(language))}</p>"
    else:
        rows = "".join(
            f"<li><span>{escape(kind)}</span> <b>{whole(number, language)}×</b></li>"
            for kind, number in kinds.most_common()
        )
        tags = ", ".join(f"{plain(tag)} {number}×" for tag, number in sheet.labels.items())
        body = (
            f'<ul class="mw-soorten">{rows}</ul><p class="mw-hulp">{tags}.</p>'
            f'<p class="mw-hulp">{escape(words.REPLACED_HELP.in_language(language))}</p>'
        )
    return f'<section class="mw-vervangen"><h2>{title}</h2>{body}</section>'


def empty_queue(narrowed: bool, language: Language) -> str:
    """Nothing waits."""
    title, body = (
        (words.EMPTY_FILTERED, words.EMPTY_FILTERED_BODY) if narrowed else (words.EMPTY, words.EMPTY_BODY)
    )
    return (
        f'<section class="mw-niets"><h2>{escape(title.in_language(language))}</h2>'
        f"<p>{escape(body.in_language(language))}</p></section>"
    )


def gone(language: Language) -> str:
    """The case in the address is not there."""
    return (
        f'<section class="mw-niets"><h2>{escape(words.GONE.in_language(language))}</h2>'
        f"<p>{escape(words.GONE_BODY.in_language(language))}</p></section>"
    )
