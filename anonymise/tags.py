# SPDX-License-Identifier: EUPL-1.2
"""Placeholders that a reviewer may use: which there are, what each stands for, which number comes next."""

from collections.abc import Iterable, Mapping

from anonymise.placeholders import Placeholders, Tag
from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind

_COUNTED = (Kind.PERSON, Kind.CITY, Kind.ORG)


class ReworkError(DatabankError):
    """A change that cannot be made; the text itself is not in the sentence."""


class Tags:
    """The words of the placeholders and what they stand for.

    ``roles`` and ``bodies`` stand for a person or an organisation, beside the words of PERSON and ORG.
    """

    def __init__(
        self, placeholders: Placeholders, *, roles: Iterable[str] = (), bodies: Iterable[str] = ()
    ) -> None:
        self._placeholders = placeholders
        self._kinds = {word: frozenset([kind]) for kind, word in placeholders.words.items()}
        for kind, words in ((Kind.PERSON, roles), (Kind.ORG, bodies)):
            for word in words:
                self._kinds[word] = self._kinds.get(word, frozenset()) | {kind}

    def read(self, label: str) -> Tag:
        """The placeholder that somebody typed, with or without its brackets.

        Raises:
            ReworkError: it is none, or its number is missing or too much.
        """
        text = label.strip()
        tag = self._placeholders.read(text if text.startswith("[") else f"[{text}]")
        if tag is None or tag.word not in self._kinds or not self._counts_well(tag):
            raise ReworkError(
                "Dit is geen aanduiding. Kies er een zoals [PERSOON-1], [PLAATS-2] of [BSN].",
                "This is no placeholder. Choose one such as [PERSOON-1], [PLAATS-2] or [BSN].",
            )
        return tag

    def next_of(self, kind: Kind, text: str) -> Tag:
        """The placeholder for something of this kind that has none in the text yet."""
        word = self._placeholders.words[kind]
        if word not in self._placeholders.numbered:
            return Tag(word)
        return Tag(word, self._placeholders.highest_numbers(text).get(word, 0) + 1)

    def offered(self, text: str) -> tuple[str, ...]:
        """The next number of each kind of name, then the roles of people, as they would stand in the text."""
        highest = self._placeholders.highest_numbers(text)
        counted = [self.next_of(kind, text) for kind in _COUNTED]
        words = [word for word, kinds in self._kinds.items() if Kind.PERSON in kinds]
        roles = [self._role(word, highest) for word in words if word != counted[0].word]
        return tuple(tag.text for tag in [*counted, *roles])

    def stands_for(self, tag: Tag, kind: Kind) -> bool:
        """Whether a placeholder can stand for this kind."""
        return kind in self._kinds.get(tag.word, ())

    def kind(self, tag: Tag, before: Kind | None) -> Kind | None:
        """What a placeholder stands for; what stood at the place before decides where it may be either."""
        return before if before and self.stands_for(tag, before) else self.kind_of(tag.word)

    def kind_of(self, word: str) -> Kind | None:
        """What the word of a placeholder stands for."""
        return min(self._kinds.get(word, ()), default=None)

    def _role(self, word: str, highest: Mapping[str, int]) -> Tag:
        alone = word in self._placeholders.alone and word not in highest
        numbered = word in self._placeholders.numbered and not alone
        return Tag(word, highest.get(word, 0) + 1 if numbered else 0)

    def _counts_well(self, tag: Tag) -> bool:
        if tag.word not in self._placeholders.numbered:
            return not tag.number
        return bool(tag.number) or tag.word in self._placeholders.alone
