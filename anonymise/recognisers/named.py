# SPDX-License-Identifier: EUPL-1.2
"""What the recognisers of names share: they hand on one kind from one common look at the text."""

from pathlib import Path
from typing import ClassVar

from anonymise.names.findings import NameFinding
from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import WordLists, load_word_lists
from anonymise.presidio import LocalRecognizer, NlpArtifacts, RecognizerResult
from anonymise.recognisers.artifacts import WordArtifacts
from anonymise.recognisers.base import finding
from casebase.vocabulary import Kind


class NameRecogniser(LocalRecognizer):
    """Finds names of one kind; the word lists in the folder ``lists`` are read with the first text."""

    kind: ClassVar[Kind]

    def __init__(self, lists: Path) -> None:
        self._lists = lists
        super().__init__(
            supported_entities=[self.kind.value], supported_language="nl", name=type(self).__name__
        )

    def load(self) -> None:
        """Nothing: lists are read with the first text."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """All names of the kind in the text."""
        return [
            finding(self, (name.start, name.end), kind=self.kind, score=name.score, rule=name.rule)
            for name in _names_in(text, load_word_lists(self._lists), nlp_artifacts)
            if name.kind is self.kind
        ]


def _names_in(text: str, lists: WordLists, artifacts: NlpArtifacts | None) -> list[NameFinding]:
    """Names of all kinds, shared by the recognisers that work with the same artifacts."""
    if not isinstance(artifacts, WordArtifacts):
        return look_for_names(TokenisedText(text, lists))
    if artifacts.names is None:
        words = TokenisedText(text, lists) if artifacts.words is None else artifacts.words
        artifacts.names = look_for_names(words)
    return artifacts.names
