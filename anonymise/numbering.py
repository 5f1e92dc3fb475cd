# SPDX-License-Identifier: EUPL-1.2
"""Gives every person, place and organisation of a case a number of its own, in reading order."""

import re
from collections.abc import Mapping, Sequence

from anonymise.consistency import link_persons
from anonymise.replacement import NumberedSpan
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


def number_spans(
    texts: Mapping[str, str], found: Mapping[str, Sequence[PiiSpan]], last_numbers: Mapping[Kind, int]
) -> dict[str, list[NumberedSpan]]:
    """The findings of each field with their numbers, counted on from ``last_numbers``.

    Persons are told apart by who they are, not by spelling; places and organisations by spelling.
    """
    places = [(field, span) for field, spans in found.items() for span in spans]
    mentions = [texts[field][span.start : span.end] for field, span in places if span.kind is Kind.PERSON]
    groups = iter(link_persons(mentions))
    numbers: dict[tuple[Kind, object], int] = {}
    given = dict(last_numbers)
    numbered: dict[str, list[NumberedSpan]] = {field: [] for field in found}
    for field, span in places:
        text = texts[field][span.start : span.end]
        key = (span.kind, next(groups) if span.kind is Kind.PERSON else _spelling(text))
        if key not in numbers:
            given[span.kind] = given.get(span.kind, 0) + 1
            numbers[key] = given[span.kind]
        numbered[field].append(NumberedSpan(span, numbers[key]))
    return numbered


def _spelling(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
