# SPDX-License-Identifier: EUPL-1.2
"""The chosen engines together, as one more layer of the anonymiser.

What they find is masked where it stands. It is not looked for elsewhere in the case unless the rules or
the name model saw the same: a false finding would be repeated with every mention of the word. And it is
only ever added, so that an engine cannot uncover anything.
"""

import threading
from collections.abc import Sequence
from dataclasses import replace

from anonymise.engines.name_engine import SCORE, NameEngine
from anonymise.names.protected import unprotected
from anonymise.names.tokenised import TokenisedText
from anonymise.spans import PiiSpan


class EngineLayer:
    """All findings of the engines but terms that stay; safe to share between threads."""

    def __init__(self, engines: Sequence[NameEngine]) -> None:
        self._engines = tuple(engines)
        self._one_at_a_time = threading.Lock()

    @property
    def version(self) -> str:
        """The names of the engines; empty where there are none."""
        return "+".join(engine.name for engine in self._engines)

    def find(self, texts: Sequence[TokenisedText]) -> list[list[PiiSpan]]:
        """For each text what the engines find in it; spans of different engines may overlap."""
        plain = [words.text for words in texts]
        with self._one_at_a_time:
            answers = [engine.find(plain) for engine in self._engines]
        return [
            unprotected([span for answer in answers for span in answer[at]], words)
            for at, words in enumerate(texts)
        ]


def supported(spans: Sequence[PiiSpan], more: Sequence[PiiSpan]) -> list[PiiSpan]:
    """The spans, surer where ``more`` holds one of the same kind at the same place."""
    return [
        replace(span, score=SCORE) if span.score < SCORE and _is_shared(span, more) else span
        for span in spans
    ]


def _is_shared(span: PiiSpan, more: Sequence[PiiSpan]) -> bool:
    return any(other.kind is span.kind and other.overlaps(span) for other in more)
