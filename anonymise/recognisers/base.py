# SPDX-License-Identifier: EUPL-1.2
"""What all Dutch recognisers share: case-sensitive patterns, a value group, a check, context words."""

import re
from typing import ClassVar

from anonymise.presidio import (
    AnalysisExplanation,
    EntityRecognizer,
    NlpArtifacts,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
)
from anonymise.recognisers.artifacts import folded_text
from anonymise.recognisers.search import Search
from casebase.vocabulary import Kind

FLAGS = re.DOTALL | re.MULTILINE
"""Case counts, other than in Presidio's default: '2020 is' is no postcode."""

LABELLED = 0.95
"""Score of a value behind its label, such as 'bsn 999900018'."""


class DutchPatternRecogniser(PatternRecognizer):
    """Finds one kind by patterns.

    A subclass sets ``kind``, ``rules`` (a group named ``value`` marks the part that is personal
    data; without it the whole match is) and, where useful, ``context_words`` (whole lower-case
    words before a match that add .35 to its score), ``validate`` and ``stays``.
    """

    kind: ClassVar[Kind]
    rules: ClassVar[tuple[Pattern, ...]]
    context_words: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__(
            supported_entity=self.kind.value,
            supported_language="nl",
            patterns=list(self.rules),
            context=list(self.context_words),
            global_regex_flags=FLAGS,
        )
        self._searches = [(rule, Search(re.compile(rule.regex, FLAGS))) for rule in self.rules]

    def validate(self, value: str, rule: str) -> float | None:
        """The score of a match where the rule's own score does not do: 0 drops it, None keeps it."""
        return None

    def stays(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before or behind a match tells that it is no personal data."""
        return False

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
        regex_flags: int | None = None,
    ) -> list[RecognizerResult]:
        """All findings in the text; entities and flags are Presidio's and change nothing."""
        folded = folded_text(text, nlp_artifacts)
        found = []
        for rule, search in self._searches:
            if not search.needles <= folded.holds:
                continue
            for match in search.matches(folded):
                start, end = match.span(search.group)
                score = self.validate(text[start:end], rule.name)
                score = rule.score if score is None else score
                if start < end and score > 0 and not self.stays(text, start, end):
                    found.append(finding(self, (start, end), kind=self.kind, score=score, rule=rule.name))
        return found


def finding(
    recogniser: EntityRecognizer, span: tuple[int, int], *, kind: Kind, score: float, rule: str
) -> RecognizerResult:
    """A Presidio result over ``span`` that remembers which rule of which recogniser made it."""
    name = type(recogniser).__name__
    return RecognizerResult(
        entity_type=kind.value,
        start=span[0],
        end=span[1],
        score=score,
        analysis_explanation=AnalysisExplanation(name, score, pattern_name=rule),
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: f"{name}:{rule}",
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recogniser.id,
        },
    )


def one_of(words: str) -> str:
    """A group that matches any of the words or patterns, which stand apart by blanks."""
    return f"(?:{'|'.join(words.split())})"


def labelled(label: str, value: str, fillers: int = 3, between: str = "", letters: str = "a-zà-ÿ") -> str:
    """A pattern for ``value`` behind ``label``, whatever the case of the label.

    Up to ``fillers`` words of ``letters`` may stand between them ('bsn volgens zijn pasje 9999…').
    All repeats are bounded and blanks are never given back, so that the search stays linear in the
    length of the text.
    """
    words = rf"(?:\s{{0,3}}+\b[{letters}]{{1,16}}+\b(?![/_&-])[.,]?+){{0,{fillers}}}" if fillers else ""
    return rf"(?i:(?<![\w-])(?:{label})){_JOINT}{words}{between}{_JOINT}(?P<value>{value})"


ANY_CASE = "A-Za-zÀ-ÿ"
_JOINT = r"\s{0,3}+[.:;=#,(\[\"'“‘|<–/-]{0,3}+\s{0,3}+"


def passes_eleven_test(digits: str, last_weight: int = -1) -> bool:
    """The 11-proef: weights 9 to 2 and ``last_weight`` (-1 for BSN, +1 for old account numbers)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, last_weight)
    return (
        len(digits) == len(weights)
        and not sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    )
