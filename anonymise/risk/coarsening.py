# SPDX-License-Identifier: EUPL-1.2
"""What could be written coarser in a case that few people fit, as proposals for the reviewer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from anonymise.case_texts import case_texts
from anonymise.edits import Place
from anonymise.risk import wording
from anonymise.risk.assessment import Coarsening, RiskAssessment
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import Trait, Traits
from casebase.record import SafeCase


def with_proposals(
    assessment: RiskAssessment, case: SafeCase, traits: Traits, rules: RiskRules
) -> RiskAssessment:
    """The same assessment with a coarser text for every trait in its reasons that stands in the text.

    Proposals are in reading order and do not overlap; every place with the same words is proposed.
    Nothing is changed: what a case needs in order to be understood is for the reviewer to say.
    """
    texts = case_texts(case)
    places = traits.places
    told = {pair for reason in assessment.reasons for pair in reason.pairs if pair in places}
    found = [
        proposal
        for pair in sorted(told)
        for proposal in _proposals(Trait(pair[0]), pair[1], places[pair], texts, rules)
    ]
    order = {field: number for number, field in enumerate(texts)}
    found.sort(key=lambda p: (order[p.field], p.start, -p.end))
    return replace(assessment, proposals=tuple(_apart(found)))


def coarser_text(trait: Trait, value: str, words: str, rules: RiskRules) -> str:
    """What could stand in place of these words; empty when nothing coarser is known."""
    if trait is Trait.AGE:
        return _wider(words)
    if words.startswith("["):
        match = _WITH_DETAIL.fullmatch(words)
        return f"[{match[1]}]" if match else ""
    if trait in (Trait.REGION, Trait.NATIONALITY):
        return ""
    if trait is Trait.CHILDREN:
        return "kinderen"
    told = rules.known(trait, value)
    return told.coarser if told and told.coarser.casefold() != words.casefold() else ""


def _proposals(
    trait: Trait, value: str, place: Place, texts: dict[str, str], rules: RiskRules
) -> Iterator[Coarsening]:
    words = texts[place.field][place.start : place.end]
    coarser = coarser_text(trait, value, words, rules)
    if not coarser:
        return
    forms = "|".join(map(re.escape, sorted(_forms(words))))
    same = re.compile(rf"(?<![\w-])(?:{forms})(?!\w)")
    for field, text in texts.items():
        for match in same.finditer(text):
            yield Coarsening(field, match.start(), match.end(), coarser, wording.coarser(trait))


def _forms(words: str) -> set[str]:
    """The words as they stand and as they begin a sentence; 'ALS' and 'Kassa' stay as they are."""
    return {words, words[0].upper() + words[1:]} if words.islower() else {words}


def _wider(words: str) -> str:
    """``60-64`` becomes ``60-69``, ``[geboren 1955-1959]`` ``[geboren 1950-1959]``; ten years stay ten."""
    match = _BAND.search(words)
    if not match:
        return ""
    first, last = int(match[1]), int(match[2])
    if last - first != _FIVE_YEARS:
        return ""
    decade = first - first % 10
    return f"{words[: match.start()]}{decade}-{decade + 9}{words[match.end() :]}"


def _apart(proposals: Iterable[Coarsening]) -> Iterator[Coarsening]:
    field, end = "", 0
    for proposal in proposals:
        if proposal.field != field or proposal.start >= end:
            field, end = proposal.field, proposal.end
            yield proposal


_FIVE_YEARS = 4
_BAND = re.compile(r"(\d+)-(\d+)")
_WITH_DETAIL = re.compile(r"\[([A-ZË]+(?:-\d+)?)[:,][^\]]*\]")
