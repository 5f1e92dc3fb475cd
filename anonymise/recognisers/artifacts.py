# SPDX-License-Identifier: EUPL-1.2
"""What the recognisers of one run share about a text, worked out when the first of them asks for it."""

import re
from functools import cached_property
from typing import NamedTuple

from anonymise.names.findings import NameFinding
from anonymise.names.tokenised import TokenisedText
from anonymise.presidio import NlpArtifacts
from anonymise.recognisers.search import FoldedText


class Word(NamedTuple):
    """A word or a single other sign, with its place in the text."""

    text: str
    start: int
    end: int


class WordArtifacts(NlpArtifacts):
    """Words of a text; the lemma of a word is the word in lower case. Gone when the run is over.

    Presidio's own class wants all of this beforehand, though most texts never need it: words are only
    looked at around a finding that a context word may lift. ``words`` is the same text where its tokens
    are shared with others than the recognisers; ``names`` holds the names in it once they are looked for.
    """

    def __init__(self, text: str, words: TokenisedText | None = None) -> None:
        self._text = text
        self.words = words
        self.names: list[NameFinding] | None = None
        self.entities = []
        self.scores = []

    @cached_property
    def tokens(self) -> list[Word]:  # type: ignore[override]
        """The words in reading order."""
        return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(self._text)]

    @cached_property
    def tokens_indices(self) -> list[int]:  # type: ignore[override]
        """Where each word starts."""
        return [word.start for word in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:  # type: ignore[override]
        """Each word in lower case."""
        return [word.text.lower() for word in self.tokens]

    @property
    def keywords(self) -> list[str]:  # type: ignore[override]
        """All words count as context."""
        return self.lemmas

    @cached_property
    def folded(self) -> FoldedText:
        """The text as patterns are searched in it."""
        return FoldedText(self._text)


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def folded_text(text: str, artifacts: NlpArtifacts | None) -> FoldedText:
    """The text as patterns are searched in it, shared by all that work with the same artifacts."""
    return artifacts.folded if isinstance(artifacts, WordArtifacts) else FoldedText(text)
