# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer can choose from: as what to mask, which placeholder to change, where a word may stay."""

from collections.abc import Mapping
from dataclasses import dataclass

from anonymise.suspects import SuspectReason
from casebase.bilingual import Language
from casebase.record import CaseRecord
from casebase.vocabulary import Kind, TermScope
from search_app.review_desk import ReviewSheet
from search_app.ui import review_words as words
from search_app.words_for_review import kind_name

_COUNTED = (Kind.PERSON, Kind.CITY, Kind.ORG)
_OTHERS = tuple(kind for kind in Kind if kind not in _COUNTED)
_GUESSES = {
    SuspectReason.LONG_NUMBER.value: Kind.CASE_NUMBER,
    SuspectReason.CODE.value: Kind.LICENSE_PLATE,
    SuspectReason.AT_SIGN.value: Kind.EMAIL,
}


@dataclass(frozen=True)
class MaskChoice:
    """A kind of personal data, and a placeholder to use again when there is one."""

    kind: Kind
    label: str = ""


def mask_choices(sheet: ReviewSheet, language: Language) -> Mapping[str, MaskChoice]:
    """As what words can be masked: somebody new, somebody who has a placeholder, or another kind."""
    known = _kinds_of_labels(sheet)
    choices = {_new(Kind.PERSON, language): MaskChoice(Kind.PERSON)}
    choices |= {label: MaskChoice(kind, label) for label, kind in known.items() if kind in _COUNTED}
    choices |= {_new(kind, language): MaskChoice(kind) for kind in _COUNTED}
    return choices | {kind_name(kind).in_language(language): MaskChoice(kind) for kind in _OTHERS}


def likely_choice(reason: str, found: str, choices: Mapping[str, MaskChoice]) -> int:
    """The place in the list of what a suspect most probably is."""
    usual = Kind.PERSON if any(sign.isalpha() for sign in found) else Kind.CASE_NUMBER
    guess = MaskChoice(_GUESSES.get(reason, usual))
    return list(choices.values()).index(guess)


def new_labels(sheet: ReviewSheet, old: str) -> list[str]:
    """What a placeholder can become: the others in the case, the next person, and the roles of people."""
    others = [label for label in sheet.labels if label != old and label.startswith("[")]
    offered = [label for label in sheet.offered if label not in sheet.labels]
    return [*others, *offered]


def scopes(case: CaseRecord, language: Language) -> Mapping[str, TermScope]:
    """Where a word may stay from now on."""
    found = {TermScope.CASE.label.in_language(language): TermScope.CASE}
    if case.maatwerkplaats:
        place = words.NEVER_HERE.in_language(language).format(place=case.maatwerkplaats)
        found[place] = TermScope.MAATWERKPLAATS
    return found | {words.NEVER_ANYWHERE.in_language(language): TermScope.EVERYWHERE}


def _kinds_of_labels(sheet: ReviewSheet) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for span in sheet.stored.case.spans:
        label = sheet.texts.get(span.field, "")[span.start : span.end]
        if label.startswith("["):
            found.setdefault(label, span.kind)
    return found


def _new(kind: Kind, language: Language) -> str:
    return words.NEW.in_language(language).format(kind=kind_name(kind).in_language(language))
