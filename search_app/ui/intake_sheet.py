# SPDX-License-Identifier: EUPL-1.2
"""A case that is brought in, as HTML: the original beside the safe text, what is doubtful, the risk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from anonymise.case_texts import case_texts
from casebase.bilingual import Language
from casebase.record import REGISTER_FIELDS
from search_app.intake_cases import CheckedCase
from search_app.ui import intake_words as words
from search_app.ui import review_words
from search_app.ui.field_labels import field_label
from search_app.ui.formats import counted
from search_app.ui.intake_things import Place, Thing, open_suspects
from search_app.ui.labels import case_title, label, meta_line
from search_app.ui.marked_text import TextMark, Tone, marked_text, snippet
from search_app.ui.markup import plain
from search_app.ui.review_sheet import risk_label
from search_app.words_for_review import kind_name, reason_words

Marks = Mapping[str, Sequence[TextMark]]


def heading(checked: CheckedCase, language: Language) -> str:
    """Title, number, risk and counts of the case."""
    case = checked.safe
    facts = facts_of(checked, language)
    return (
        f'<header class="mw-casus"><h2>{plain(case_title(case, language))}</h2>'
        f'<p class="mw-meta">{risk_label(checked.risk.level, language)} {"".join(facts)}'
        f"<span>{meta_line(case, language)}</span></p></header>"
    )


def facts_of(checked: CheckedCase, language: Language) -> list[str]:
    """Labels that tell how many places were replaced and how many ask for a look."""
    replaced = words.REPLACED_COUNT.in_language(language).format(number=len(checked.safe.spans))
    left = len(open_suspects(checked))
    told = words.TO_LOOK.in_language(language).format(number=left)
    quiet = label(words.NOTHING_OPEN.in_language(language), "goed")
    return [label(replaced, "stil"), label(told, "half") if left else quiet]


def side_by_side(checked: CheckedCase, found: Sequence[Thing], current: str, language: Language) -> str:
    """Every text of the case twice, the original left; where nothing changed it stands once."""
    safe = case_texts(checked.safe)
    left = _marks(found, current, language, original=True)
    right = _marks(found, current, language, original=False)
    short = [field for field in checked.texts if _is_plain(field, checked, safe, right)]
    rows = "".join(
        _row(field, checked.texts[field], safe.get(field, ""), left, right, language)
        for field in checked.texts
        if field not in short
    )
    rows += _register(short, safe, language)
    titles = "".join(
        f"<p>{escape(title.in_language(language))}</p>" for title in (words.ORIGINAL, words.SAFE)
    )
    return f'<div class="mw-leestekst mw-naast"><div class="mw-naast-kop">{titles}</div>{rows}</div>'


def _is_plain(field: str, checked: CheckedCase, safe: Mapping[str, str], marks: Marks) -> bool:
    """A short field of the register in which nothing was found."""
    named = field.partition(".")[0] in REGISTER_FIELDS
    return named and checked.texts[field] == safe.get(field) and not marks.get(field)


def _register(fields: Sequence[str], texts: Mapping[str, str], language: Language) -> str:
    if not fields:
        return ""
    values: dict[str, list[str]] = {}
    for field in fields:
        values.setdefault(field_label(field, language), []).append(texts[field])
    rows = (
        f"<div><dt>{escape(name)}</dt><dd>{plain('; '.join(some))}</dd></div>"
        for name, some in values.items()
    )
    return f'<dl class="mw-register">{"".join(rows)}</dl>'


def _row(field: str, original: str, safe: str, left: Marks, right: Marks, language: Language) -> str:
    name = f"<h3>{escape(field_label(field, language))}</h3>"
    said = f'<span class="mw-zijde">{escape(words.ORIGINAL.in_language(language))}</span>'
    kept = f'<span class="mw-zijde">{escape(words.SAFE.in_language(language))}</span>'
    if original == safe:
        text = marked_text(safe, right.get(field, ()))
        return f'<section class="mw-gelijk">{name}<div class="mw-veilig">{text}</div></section>'
    return (
        f'<section>{name}<div class="mw-ruw">{said}{marked_text(original, left.get(field, ()))}</div>'
        f'<div class="mw-veilig">{kept}{marked_text(safe, right.get(field, ()))}</div></section>'
    )


def _marks(found: Iterable[Thing], current: str, language: Language, *, original: bool) -> Marks:
    marks: dict[str, list[TextMark]] = defaultdict(list)
    for thing in found:
        for field, start, end in thing.original if original else thing.safe:
            marks[field].append(_mark(thing, start, end, thing.key == current, language, original))
    return marks


def _mark(thing: Thing, start: int, end: int, current: bool, language: Language, original: bool) -> TextMark:
    usual = Tone.SUSPECT if not thing.label else Tone.FOUND if original else Tone.REPLACED
    if current:
        said = words.CURRENT_SAID.in_language(language)
    elif not thing.label:
        said = words.SUSPECT_SAID.in_language(language)
    else:
        kind = kind_name(thing.kind).in_language(language)
        said = (
            words.BECOMES_SAID.in_language(language).format(kind=kind, label=thing.label) if original else ""
        )
    return TextMark(start, end, Tone.CURRENT if current else usual, said, thing.key)


def thing_card(checked: CheckedCase, thing: Thing, number: int, total: int, language: Language) -> str:
    """One thing to judge: where it stands, and why it asks for a look or what it became."""
    if not thing.label:
        title = words.LOOK.in_language(language)
        if total > 1:
            title = words.LOOK_OF.in_language(language).format(number=number, total=total)
        around = _around(case_texts(checked.safe), thing.safe[0])
        told = reason_words(thing.reason).in_language(language)
    else:
        title = words.FINDING.in_language(language)
        around = f"{_around(checked.texts, thing.original[0])}<br>→ {plain(thing.label)}"
        times = words.FINDING_ONCE if len(thing.safe) == 1 else words.FINDING_TIMES
        kind = kind_name(thing.kind).in_language(language).capitalize()
        told = times.in_language(language).format(kind=kind, number=len(thing.safe))
    return (
        f'<section class="mw-plek"><h2>{escape(title)}</h2><p class="mw-fragment">{around}</p>'
        f'<p class="mw-hulp">{escape(told)}</p></section>'
    )


def all_seen(language: Language) -> str:
    """Nothing is left to look at."""
    return (
        f'<section class="mw-plek mw-klaar"><h2>{escape(words.ALL_SEEN.in_language(language))}</h2>'
        f"<p>{escape(words.ALL_SEEN_BODY.in_language(language))}</p></section>"
    )


def risk_panel(checked: CheckedCase, language: Language) -> str:
    """How recognisable somebody is, in words."""
    reasons = "".join(f"<li>{escape(r.words.in_language(language))}</li>" for r in checked.risk.reasons)
    body = f"<ul>{reasons}</ul>" if reasons else f"<p>{escape(words.RISK_NONE.in_language(language))}</p>"
    if checked.risk.needs_second_reviewer:
        body += f"<p>{escape(review_words.NEEDS_TWO.in_language(language))}</p>"
    return f'<section class="mw-risico"><h2>{escape(words.RISK.in_language(language))}</h2>{body}</section>'


def changes(number: int, language: Language) -> str:
    """How much the person changed."""
    told = counted(number, words.CHANGES_ONE, words.CHANGES_MANY, language)
    return f'<p class="mw-hulp">{escape(told)}</p>'


def _around(texts: Mapping[str, str], place: Place) -> str:
    field, start, end = place
    return snippet(texts[field], TextMark(start, end, Tone.CURRENT))
