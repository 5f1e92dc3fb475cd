# SPDX-License-Identifier: EUPL-1.2
"""Rules and name model together: what each is sure of counts; where they differ, a person is asked.

- The model adds what no rule saw (union: recall goes before precision).
- A name that only a weak rule saw, and that the model is sure is none, is not masked but pointed out.
- What the model finds likely but not likely enough is pointed out as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from anonymise.ner.model import LEAST, Candidate, Reading
from anonymise.spans import THRESHOLD, PiiSpan
from casebase.vocabulary import Kind

SOURCE = "name model"

ADDED = dict.fromkeys(Kind, 0.8) | {
    Kind.PERSON: 0.5,
    Kind.CITY: 0.5,
    Kind.ORG: 0.25,
    Kind.AGE: 0.35,
    Kind.NATIONALITY: 0.3,
    Kind.DATE: 0.85,
    Kind.BIRTHDATE: 0.6,
    Kind.ADDRESS: 0.6,
}
"""From which probability on the model may add a finding; of numbers the rules know more."""

DOUBTED = {Kind.PERSON: (0.75, 0.2), Kind.CITY: (0.7, 0.1), Kind.ORG: (0.85, 0.2)}
"""Kinds of which the model may doubt a weak finding of the rules: one that scores no more than the first
number and that the model finds less likely than the second. Of the findings that it so doubts in cases that
it did not learn from, two in three are none (names), nine in ten (firms)."""

DOUBTED_SOONER = {"PersonRecogniser:unknown word with a capital": 0.35}
"""Rules that guess, by source: doubted below this probability."""

BELIEVED = frozenset({"OrganisationRecogniser:capital inside a word", "OrganisationRecogniser:known firm"})
"""Weak rules that are right more often than the model when they differ."""

NUMBERS = frozenset(
    {Kind.BSN, Kind.IBAN, Kind.PHONE, Kind.POSTCODE, Kind.LICENSE_PLATE, Kind.V_NUMBER}
    | {Kind.ID_DOCUMENT, Kind.CASE_NUMBER}
)
"""Kinds that hold a digit: letters alone are none, whatever the model says."""

_FEWEST_SIGNS = {Kind.LICENSE_PLATE: 6}
"""Of letters and digits together: what the model finds in fewer is a room, a vertebra, a part of a code."""

PLAIN_FIRM = 0.7
"""Least probability of an organisation that is one ordinary word in lower case ('kerk', 'hotel')."""

UNHEARD_OF = 0.9
"""Least probability of a name that no list knows and no capital tells: most are rare or misspelt words. The
capital of a sentence tells nothing."""

SURE = 0.97
"""From this probability on a name is looked for in the whole case."""

_SURE_SCORE, _FAIR_SCORE = 0.62, 0.59
_POINTED_OUT, _POINTED_OUT_IF_LISTED = 0.12, 0.05
"""What is less likely than the first is left alone, and less likely than the second what stands in a list of
names: about two places a case are pointed out in all."""

_NEVER = 1.5
"""More than any probability."""

_UNSETTLING = 0.5
"""What the model once doubted it may now find a little likelier, but not this likely."""


@dataclass(frozen=True)
class Agreed:
    """What is masked (``kept`` of the rules, ``added`` by the model), and what a person is to judge."""

    kept: list[PiiSpan]
    added: list[PiiSpan]
    doubtful: list[PiiSpan]

    @property
    def spans(self) -> list[PiiSpan]:
        """All that is masked."""
        return [*self.kept, *self.added]


def agree(
    rules: Sequence[PiiSpan],
    reading: Reading,
    is_name: Callable[[str], bool],
    *,
    is_ordinary: Callable[[str], bool] = lambda _: False,
    settled: bool = False,
) -> Agreed:
    """Findings of the rules and the model's ``reading`` of the same text, weighed against each other.

    ``is_name`` and ``is_ordinary`` tell of a word in lower case whether it stands in a list of names or of
    Dutch words. In a ``settled`` text, which holds placeholders and so went through before, the model sees
    other neighbours than the first time: there it masks nothing on its own, so that twice is once, and only
    points out.
    """
    kept: list[PiiSpan] = []
    added: list[PiiSpan] = []
    doubtful = [_as_span(each) for each in _faint(reading, is_name)]
    for span in rules:
        (doubtful if _is_doubted(span, reading, settled) else kept).append(span)
    for candidate in reading.candidates(LEAST):
        least = _NEVER if settled else _least(candidate, reading, is_name, is_ordinary)
        (added if candidate.score >= least else doubtful).append(_as_span(candidate))
    return Agreed(kept, added, sorted(doubtful))


def _faint(reading: Reading, is_name: Callable[[str], bool]) -> list[Candidate]:
    """What the model finds too unlikely to weigh, and worth a look all the same."""
    return [
        each
        for each in reading.candidates(_POINTED_OUT_IF_LISTED)
        if each.score < LEAST and (each.score >= _POINTED_OUT or _holds_name(each, reading, is_name))
    ]


def _is_plain(candidate: Candidate, reading: Reading, is_ordinary: Callable[[str], bool]) -> bool:
    words = reading.words(candidate.start, candidate.end)
    return len(words) == 1 and words[0] == words[0].lower() and is_ordinary(words[0])


def _holds_name(candidate: Candidate, reading: Reading, is_name: Callable[[str], bool]) -> bool:
    words = reading.words(candidate.start, candidate.end)
    return candidate.kind is Kind.PERSON and any(is_name(word.lower()) for word in words)


def _least(
    candidate: Candidate,
    reading: Reading,
    is_name: Callable[[str], bool],
    is_ordinary: Callable[[str], bool],
) -> float:
    """The probability that the model needs to add the candidate on its own."""
    least = ADDED[candidate.kind]
    if candidate.kind in NUMBERS and not reading.has_digit(candidate.start, candidate.end):
        return _NEVER
    if reading.signs(candidate.start, candidate.end) < _FEWEST_SIGNS.get(candidate.kind, 0):
        return _NEVER
    if candidate.kind is Kind.ORG and _is_plain(candidate, reading, is_ordinary):
        return max(least, PLAIN_FIRM)
    if candidate.kind is not Kind.PERSON:
        return least
    if _holds_name(candidate, reading, is_name):
        return least
    words = reading.words(candidate.start, candidate.end)
    telling = words[1:] if reading.begins_sentence(candidate.start) else words
    return least if any(word != word.lower() for word in telling) else UNHEARD_OF


def _is_doubted(span: PiiSpan, reading: Reading, settled: bool) -> bool:
    weak, unlikely = DOUBTED.get(span.kind, (0.0, 0.0))
    if span.score > weak or span.source in BELIEVED:
        return False
    least = _UNSETTLING if settled else DOUBTED_SOONER.get(span.source, unlikely)
    return reading.likelihood(span.start, span.end) < least


def _as_span(candidate: Candidate) -> PiiSpan:
    sure = candidate.kind is Kind.PERSON and candidate.score >= SURE
    score = _SURE_SCORE if sure else min(max(round(candidate.score, 2), THRESHOLD), _FAIR_SCORE)
    return PiiSpan(candidate.start, candidate.end, candidate.kind, score, SOURCE)
