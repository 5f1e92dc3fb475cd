# SPDX-License-Identifier: EUPL-1.2
"""Names that were found surely once in a case are found in all its fields, in part and in any case.

'Mw. Petra van der Linden' makes 'Petra', 'LINDEN' and 'petra' names too. Words that are ordinary
Dutch (Roos, Bakker, Mei) only count with a capital that the sentence did not ask for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anonymise.names.named_things import is_inside
from anonymise.names.parsing import name_text_end
from anonymise.names.places import is_body_before
from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token, tokens_of
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

KINDS = frozenset({Kind.PERSON, Kind.ORG, Kind.CITY})

_SURE = 0.6
_SCORE = 0.6
_SOURCE = "repeat"
_SHORTEST = 2
_SHORTEST_LOWER = 3
_JOINTS = ("", " ", "  ", "\n", "-")
_GENITIVES = ("'s", "'", "s")
_LAW_WORDS = frozenset({"wet", "regeling", "wetje", "melding"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a found name: its kind, and whether it is rare enough to be one in lower case too."""

    kind: Kind
    rare: bool


class RepeatedNames:
    """Looks for the names that ``found`` holds in other texts of the same case."""

    def __init__(
        self, texts: Mapping[str, str], found: Mapping[str, Sequence[PiiSpan]], lists: WordLists
    ) -> None:
        self._lists = lists
        self._words: dict[str, _Word] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Kind, bool]]] = {}
        values = {
            (span.kind, texts[field][span.start : span.end])
            for field, spans in found.items()
            for span in spans
            if span.kind in KINDS and span.score >= _SURE
        }
        for kind, value in sorted(values):
            self._learn(kind, tokens_of(value))

    def find(self, text: TokenisedText) -> list[PiiSpan]:
        """Every place where one of the names stands; spans may overlap."""
        lower = text.text.lower().replace("’", "'")
        if not any(word in lower for words in (self._words, self._phrases) for word in words):
            return []
        return [
            PiiSpan(start, end, kind, _SCORE, _SOURCE)
            for start, end, kind in self._places(text.tokens)
            if not is_inside(start, end, text.things)
        ]

    def _places(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Kind]]:
        for at, token in enumerate(tokens):
            if not token.is_word:
                continue
            yield from self._phrase_at(tokens, at)
            for form in _forms(token.lower):
                word = self._words.get(form)
                if word and self._counts(tokens, at, word) and not self._is_office(tokens, at, word.kind):
                    end = token.end - (len(token.lower) - len(form))
                    yield token.start, end, word.kind
                    break

    def _phrase_at(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int, Kind]]:
        for words, kind, plain in self._phrases.get(tokens[at].lower, ()):
            row = tokens[at : at + len(words)]
            last = row[-1].lower
            same = (
                len(row) == len(words)
                and tuple(t.lower for t in row[:-1]) == words[:-1]
                and words[-1] in _forms(last)
            )
            if same and all(t.gap in _JOINTS for t in row[1:]) and (row[0].capital or not plain):
                yield row[0].start, name_text_end(row[-1]), kind

    def _counts(self, tokens: Sequence[Token], at: int, word: _Word) -> bool:
        token = tokens[at]
        if at and tokens[at - 1].lower in _LAW_WORDS:
            return False
        if word.rare:
            return token.capital or (len(token.lower) >= _SHORTEST_LOWER and word.kind is not Kind.ORG)
        if not token.capital:
            return False
        if not token.begins:
            return True
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        acts = (
            follows is not None and follows.gap == " " and follows.lower in self._lists.cues["person_verbs"]
        )
        return acts and token.lower not in self._lists.no_names and word.kind is Kind.PERSON

    def _is_office(self, tokens: Sequence[Token], at: int, kind: Kind) -> bool:
        return kind is Kind.CITY and is_body_before(tokens, at, self._lists)

    def _learn(self, kind: Kind, tokens: Sequence[Token]) -> None:
        words = [token for token in tokens if token.is_word]
        names = [token for token in words if self._is_telling(kind, token)]
        if len(words) > 1 and names:
            plain = all(self._lists.is_ordinary(token.lower) for token in words)
            phrase = tuple(token.lower for token in words)
            self._phrases.setdefault(phrase[0], []).append((phrase, kind, plain))
        if kind is Kind.CITY and len(words) > 1:
            return
        for token in names:
            self._add(kind, token.lower, alone=len(words) == 1)
            if kind is Kind.PERSON and "-" in token.lower:
                for part in token.lower.split("-"):
                    if len(part) > _SHORTEST and not self._lists.is_ordinary(part):
                        self._add(kind, part, alone=False)

    def _add(self, kind: Kind, lower: str, *, alone: bool) -> None:
        ordinary = self._lists.is_ordinary(lower) or self._lists.is_term(lower)
        if kind is Kind.ORG and (ordinary or self._lists.is_first_name(lower)) and not alone:
            return
        rare = not ordinary and (kind is not Kind.PERSON or lower not in self._lists.places)
        known = self._words.get(lower)
        if known is None or kind is Kind.PERSON:
            self._words[lower] = _Word(kind, rare)

    def _is_telling(self, kind: Kind, token: Token) -> bool:
        """Neither a particle nor a title nor a word that is hardly ever a name."""
        lists, lower = self._lists, token.lower
        if len(lower) < _SHORTEST or lower in lists.cues["particles"] or lower in lists.cues["titles"]:
            return False
        if kind is Kind.ORG and (lower in lists.places or lower in lists.organisations["kinds"]):
            return False
        return lower not in lists.no_names and not lists.is_origin(lower)


def _forms(lower: str) -> list[str]:
    """The word and what is left without a genitive ending."""
    return [
        lower,
        *(lower[: -len(end)] for end in _GENITIVES if lower.endswith(end) and len(lower) > len(end) + 2),
    ]
