# SPDX-License-Identifier: EUPL-1.2
"""Words that reviewers judged: what may stay, and what is to be masked always."""

import re
from dataclasses import dataclass

from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind, TermList, TermScope

NAME_KINDS = frozenset([Kind.PERSON, Kind.CITY, Kind.ORG, Kind.NATIONALITY])
"""Kinds that words can be; numbers and addresses of a person are never a false alarm."""

LONGEST_TERM = 60
_MOST_DIGITS = 3
_MOST_WORDS = 6


class TermError(DatabankError):
    """Words that cannot stand on a list; the words themselves are not in the sentence."""


@dataclass(frozen=True, repr=False)
class ListedTerm:
    """Words on a list, and where that holds.

    ``kind`` None counts for every kind of name. ``case_id`` goes with scope CASE, ``maatwerkplaats`` with
    scope MAATWERKPLAATS. Words are compared as they are written unless ``any_case``.
    """

    word_list: TermList
    text: str
    scope: TermScope = TermScope.EVERYWHERE
    kind: Kind | None = None
    case_id: str | None = None
    maatwerkplaats: str | None = None
    any_case: bool = False

    def __repr__(self) -> str:
        return f"ListedTerm({self.word_list}, {self.scope}, {len(self.text)} characters)"

    def holds_for(self, case_id: str, maatwerkplaats: str) -> bool:
        """Whether it counts in a case with this number at this maatwerkplaats."""
        if self.scope is TermScope.CASE:
            return self.case_id == case_id
        return self.scope is TermScope.EVERYWHERE or self.maatwerkplaats == maatwerkplaats

    def names(self, words: str) -> bool:
        """Whether these are its words, all of them and no other."""
        if self.any_case:
            return words.casefold() == self.text.casefold()
        return words == self.text


def check_term(term: ListedTerm) -> None:
    """Refuse what must not stand on a list.

    Raises:
        TermError: too long for words, no word at all, holds a number or an address, or names a person whole.
    """
    _refuse_unfit(term.text)
    if term.word_list is TermList.ALLOWED:
        if term.kind is not None and term.kind not in NAME_KINDS:
            raise _no_number()
    elif term.scope is TermScope.CASE:
        raise TermError(
            "Wat in één casus gemaskeerd moet worden, maskeert u in die casus zelf.",
            "What must be masked in one case is masked in that case itself.",
        )
    elif term.kind not in NAME_KINDS:
        raise TermError(
            "Zeg wat voor naam het is: persoon, plaats, organisatie of nationaliteit.",
            "Say what kind of name it is: person, place, organisation or nationality.",
        )
    elif term.kind is Kind.PERSON and len(term.text.split()) > 1:
        # A first name or a surname is a word; the two together are somebody.
        raise TermError(
            "Zet voornaam en achternaam apart op de lijst: samen wijzen ze iemand aan.",
            "Put first name and surname on the list apart: together they point to somebody.",
        )


def _refuse_unfit(text: str) -> None:
    if text != " ".join(text.split()) or not 1 < len(text) <= LONGEST_TERM or len(text.split()) > _MOST_WORDS:
        raise TermError(
            f"Geef één of een paar woorden, samen hoogstens {LONGEST_TERM} tekens.",
            f"Give one or a few words, at most {LONGEST_TERM} characters together.",
        )
    if len(re.findall(r"\d", text)) > _MOST_DIGITS or re.search(r"[@\[\]]|://|www\.", text):
        raise _no_number()
    if not re.search(r"[^\W\d_]{2}", text):
        raise TermError("Geef een woord van ten minste twee letters.", "Give a word of two letters or more.")


def _no_number() -> TermError:
    return TermError(
        "Nummers, adressen en aanduidingen tussen haken komen nooit op een lijst.",
        "Numbers, addresses and placeholders in brackets never go on a list.",
    )
