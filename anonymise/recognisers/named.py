# SPDX-License-Identifier: EUPL-1.2
"""What the recognisers of names share: they hand on one kind from one common look at the text."""

from pathlib import Path
from typing import ClassVar

from anonymise.names.look import names_of_kind
from anonymise.names.word_lists import load_word_lists
from anonymise.presidio import LocalRecognizer, NlpArtifacts, RecognizerResult
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
        found = names_of_kind(self.kind, text, load_word_lists(self._lists), nlp_artifacts)
        return [
            finding(self, (name.start, name.end), kind=self.kind, score=name.score, rule=name.rule)
            for name in found
        ]
