# SPDX-License-Identifier: EUPL-1.2
"""Persons without the words behind them that are no part of a name.

Behind a name: 'Truus en', 'Floor van' before the name of a firm. Only small words in lower case go, never one
that is in a list of names, so that nothing of a name is uncovered.
"""

from collections.abc import Sequence
from dataclasses import replace

from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token, places_of
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_LINKS = frozenset({"van", "bij", "uit", "te", "in"})
"""Words between a person and the place or firm that the person is of."""

_DEPARTMENTS = ("zaken", "dienst", "bureau", "administratie", "balie", "loket")
"""How the departments end after which colleagues are called: 'Hanneke van Burgerzaken'."""

_SMALL = _LINKS | frozenset(
    """en is was heeft had met op ten want die belt werkt haar zijn maar voor naar ook niet wil moet kan
    woont zegt vraagt om""".split()  # noqa: SIM905
)
"""What no name ends with."""


def trimmed_persons(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans found in a text, those of persons without small words at their end."""
    firms = [
        span.start for span in spans if span.kind is Kind.ORG and " " in words.text[span.start : span.end]
    ]
    edges = _Edges(words, firms)
    return [edges.trimmed(span) if span.kind is Kind.PERSON else span for span in spans]


class _Edges:
    def __init__(self, words: TokenisedText, firms: Sequence[int]) -> None:
        self._tokens = words.tokens
        self._lists = words.lists
        self._firms = frozenset(firms)

    def trimmed(self, span: PiiSpan) -> PiiSpan:
        touched = (self._tokens[at] for at in places_of(span, self._tokens))
        inside = [each for each in touched if span.start <= each.start and each.end <= span.end]
        kept = self._before_firm(inside)
        while len(kept) > 1 and self._goes(kept[-1]):
            kept = kept[:-1]
        return span if len(kept) == len(inside) else replace(span, end=kept[-1].end)

    def _before_firm(self, tokens: list[Token]) -> list[Token]:
        """'K. Ouwehand' of 'K. Ouwehand van Advocatenkantoor Rijn', where the firm was found too."""
        for at in range(2, len(tokens)):
            if tokens[at - 1].text in _LINKS and self._begins_firm(tokens[at]):
                return tokens[: at - 1]
        return tokens

    def _begins_firm(self, token: Token) -> bool:
        """A firm that was found too, or a department: 'Burgerzaken'. 'Van Dijk' may always be a surname."""
        if self._lists.is_name(token.lower):
            return False
        return token.start in self._firms or token.lower.endswith(_DEPARTMENTS)

    def _goes(self, token: Token) -> bool:
        lower = token.lower
        if not token.is_word or token.text != lower or self._lists.is_name(lower):
            return False
        return lower in _SMALL
