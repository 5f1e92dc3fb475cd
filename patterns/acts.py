# SPDX-License-Identifier: EUPL-1.2
"""Who does something to a pattern and when, and the texts that they write about it.

Texts of people never enter the register as typed: the anonymiser reads them first, and where it would change
anything the text is refused, so that the person who wrote it says it otherwise.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternAction, SolutionKind
from casebase.store import PatternAct
from casebase.tables import ID_LENGTH
from patterns.errors import DateInPastError, EmptyTextError, LongTextError, PersonalDataError

REASON = Bilingual("de reden", "the reason")
OWNER = Bilingual("de eigenaar van het patroon", "the owner of the pattern")

_TEXTS = {
    "name": (Bilingual("de naam van het patroon", "the name of the pattern"), 120),
    "mechanism": (Bilingual("het mechanisme, in één zin", "the mechanism, in one sentence"), 500),
    "addressee": (Bilingual("aan wie het is voorgelegd", "whom it was put to"), 200),
    "label": (Bilingual("het etiket", "the label"), 120),
    "answer": (Bilingual("het antwoord aan de inbrengers", "the answer to the submitters"), 2000),
}
"""What each text is called, and how long it may be, in characters."""

LONGEST_REASON = 500
"""Longest reason, in characters."""

LONGEST_TERM = 60
"""Longest of the words that describe a pattern, in characters."""

_NEVER_EMPTY = ("name", "mechanism")


@dataclass(frozen=True)
class Act:
    """Who acts, and when; ``safe`` takes personal data out of a text."""

    actor: str
    now: datetime
    safe: Callable[[str], str]

    @property
    def today(self) -> date:
        """The day of the act."""
        return self.now.date()

    def record(
        self, action: PatternAction, why: str, *, cases: int = 0, other: str | None = None
    ) -> PatternAct:
        """What is written down about the act."""
        return PatternAct(action, self.actor, self.now, why, cases, other)


@dataclass(frozen=True, repr=False)
class Change:
    """New values of fields of a pattern; None leaves a field as it is."""

    name: str | None = None
    mechanism: str | None = None
    owner: str | None = None
    addressee: str | None = None
    label: str | None = None
    terms: tuple[str, ...] | None = None
    solution: SolutionKind | None = None
    answer: str | None = None
    answer_due: date | None = None
    action_due: date | None = None


def checked_change(change: Change, act: Act) -> dict[str, Any]:
    """The fields that change, with texts that are safe.

    Raises:
        PatternError: a text is empty where it may not be, too long, or tells who somebody is; or the date by
            which the submitters hear is over.
    """
    values = {each.name: getattr(change, each.name) for each in fields(change)}
    given = {name: value for name, value in values.items() if value is not None}
    for name, (what, longest) in _TEXTS.items():
        if name in given:
            given[name] = _safe(given[name], what, longest, act, may_be_empty=name not in _NEVER_EMPTY)
    if "terms" in given:
        given["terms"] = _safe_terms(given["terms"], act)
    if "owner" in given:
        given["owner"] = checked_name(given["owner"])
    if "answer_due" in given and given["answer_due"] < act.today:
        raise DateInPastError
    return given


def checked_reason(why: str, act: Act) -> str:
    """A reason as it is kept.

    Raises:
        PatternError: it is empty, too long, or tells who somebody is.
    """
    return checked_text(why, REASON, LONGEST_REASON, act)


def checked_reasons(reasons: Mapping[str, str], act: Act) -> dict[str, str]:
    """Of each case why it belongs, as it is kept; the same words are read once."""
    kept = {why: checked_reason(why, act) for why in dict.fromkeys(reasons.values())}
    return {case_id: kept[why] for case_id, why in reasons.items()}


def checked_name(owner: str) -> str:
    """The name of a person at work, which is no personal data of a case."""
    plain = _one_line(owner)
    if not plain:
        raise EmptyTextError(OWNER)
    if len(plain) > ID_LENGTH:
        raise LongTextError(OWNER, ID_LENGTH)
    return plain


def checked_text(text: str, what: Bilingual, longest: int, act: Act) -> str:
    """A text that must be there, as it is kept; ``longest`` in characters, ``what`` it is for an error.

    Raises:
        PatternError: it is empty, too long, or tells who somebody is.
    """
    return _safe(text, what, longest, act)


def _safe(text: str, what: Bilingual, longest: int, act: Act, *, may_be_empty: bool = False) -> str:
    plain = _one_line(text)
    if not plain and not may_be_empty:
        raise EmptyTextError(what)
    if len(plain) > longest:
        raise LongTextError(what, longest)
    if plain and _one_line(act.safe(plain)) != plain:
        raise PersonalDataError(what)
    return plain


def _safe_terms(terms: tuple[str, ...], act: Act) -> tuple[str, ...]:
    what = Bilingual("de woorden die het patroon beschrijven", "the words that describe the pattern")
    plain = [_safe(term, what, LONGEST_TERM, act, may_be_empty=True) for term in terms]
    return tuple(dict.fromkeys(term for term in plain if term))


def _one_line(text: str) -> str:
    # PostgreSQL cannot keep the NUL character.
    return " ".join(text.replace("\0", " ").split())
