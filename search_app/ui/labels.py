# SPDX-License-Identifier: EUPL-1.2
"""Small labels: a word on a pale ground, never colour alone."""

from html import escape

from casebase.bilingual import Language
from casebase.record import CaseRecord
from casebase.vocabulary import Outcome, Rating
from index.hits import Band
from search_app.ui import words
from search_app.ui.formats import month_year

_OUTCOME_TONES = {
    Outcome.SOLVED: "goed",
    Outcome.PARTLY: "half",
    Outcome.NOT_SOLVED: "niet",
    Outcome.UNKNOWN: "stil",
}
_BAND_TONES = {Band.STRONG: "sterk", Band.POSSIBLE: "mogelijk", Band.WEAK: "stil"}
_RATING_TONES = {Rating.GOOD: "goed", Rating.SUFFICIENT: "mogelijk", Rating.INSUFFICIENT: "niet"}
_SEPARATOR = " · "


def label(text: str, tone: str) -> str:
    """A label in one of the tones of the style sheet."""
    return f'<span class="mw-label mw-{tone}">{escape(text)}</span>'


def outcome_label(outcome: Outcome | None, language: Language) -> str:
    """How the case ended; a missing outcome reads as unknown."""
    known = outcome or Outcome.UNKNOWN
    return label(known.label.in_language(language), _OUTCOME_TONES[known])


def band_label(band: Band, language: Language) -> str:
    """How much a found case is worth a look, in words."""
    text = words.COMPARABLE.in_language(language).format(band=band.label.in_language(language))
    return label(text, _BAND_TONES[band])


def rating_label(rating: Rating | None, language: Language) -> str:
    """The judgement in one field of the perspectiefcirkel."""
    if rating is None:
        return label(words.NOT_FILLED_IN.in_language(language), "stil")
    return label(rating.label.in_language(language), _RATING_TONES[rating])


def meta_line(case: CaseRecord, language: Language) -> str:
    """Case number, maatwerkplaats, month and regulations on one line; what is missing is left out."""
    parts = [
        case.case_id,
        case.maatwerkplaats,
        month_year(case.received_on or case.closed_on, language),
        ", ".join(case.regulations),
    ]
    return escape(_SEPARATOR.join(part for part in parts if part))


def case_title(case: CaseRecord, language: Language) -> str:
    """The title as plain text, or a sentence that there is none."""
    return case.title.strip() or words.NO_TITLE.in_language(language)
