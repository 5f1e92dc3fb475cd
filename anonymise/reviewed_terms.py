# SPDX-License-Identifier: EUPL-1.2
"""What reviewers said about words: some are no name after all, others are to be masked always."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from anonymise.known_values import KnownValues
from anonymise.spans import PiiSpan
from casebase.listed_terms import NAME_KINDS, ListedTerm
from casebase.record import KnownValue
from casebase.vocabulary import TermList, TermScope

SOURCE = "list of reviewers"
_SCORE = 0.95


class ReviewedTerms:
    """The words of the reviewers' lists; ``ordinary`` are words that in lower case are no name."""

    def __init__(self, terms: Sequence[ListedTerm] = (), ordinary: frozenset[str] = frozenset()) -> None:
        self._terms = tuple(terms)
        self._ordinary = ordinary

    def for_case(self, case_id: str, maatwerkplaats: str) -> ReviewedTerms:
        """Those that hold for a case with this number at this maatwerkplaats."""
        chosen = [term for term in self._terms if term.holds_for(case_id, maatwerkplaats)]
        return self if len(chosen) == len(self._terms) else ReviewedTerms(chosen, self._ordinary)

    def everywhere(self) -> ReviewedTerms:
        """Those that hold for any text."""
        chosen = [term for term in self._terms if term.scope is TermScope.EVERYWHERE]
        return self if len(chosen) == len(self._terms) else ReviewedTerms(chosen, self._ordinary)

    def judged(self, spans: Sequence[PiiSpan], text: str) -> list[PiiSpan]:
        """Findings in a text without false alarms, and with every place of words that are masked always.

        Only names can be a false alarm, and only when all words of the finding are those of the list:
        'Amber' on the list leaves 'Amber de Vries' a person. The result may overlap.
        """
        kept = [span for span in spans if not self.allow(text[span.start : span.end], span)]
        return [*kept, *self._masked.find(text)]

    def allow(self, words: str, span: PiiSpan) -> bool:
        """Whether these words, as a finding, are no personal data."""
        return span.kind in NAME_KINDS and any(
            term.kind in (None, span.kind) and term.names(words) for term in self._allowed
        )

    def allow_suspect(self, words: str) -> bool:
        """Whether these words, as a suspect place, need no further look."""
        return any(term.names(words) for term in self._allowed)

    @cached_property
    def _allowed(self) -> tuple[ListedTerm, ...]:
        return tuple(term for term in self._terms if term.word_list is TermList.ALLOWED)

    @cached_property
    def _masked(self) -> KnownValues:
        values = [
            KnownValue(term.kind, term.text)
            for term in self._terms
            if term.word_list is TermList.MASKED and term.kind is not None
        ]
        return KnownValues(values, source=SOURCE, score=_SCORE, ordinary=self._ordinary)
