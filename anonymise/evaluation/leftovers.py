# SPDX-License-Identifier: EUPL-1.2
"""Why a mark may have been missed, judged from its form and the word lists; the text goes no further."""

import re

from anonymise.evaluation.name_knowledge import NameKnowledge, name_parts
from anonymise.evaluation.scores import LeftoverReason
from casebase.vocabulary import Kind

_OF_NAMES = frozenset({Kind.PERSON, Kind.CITY, Kind.ORG, Kind.NATIONALITY})


def why_missed(kind: Kind, missed: str, *, partly: bool, names: NameKnowledge) -> LeftoverReason:
    """The reason for a missed mark with this text; ``partly``: some of its letters and digits are covered."""
    if partly:
        return LeftoverReason.PARTLY
    if kind not in _OF_NAMES:
        digits = any(sign.isdigit() for sign in missed)
        return LeftoverReason.NUMBER_FORM if digits else LeftoverReason.IN_WORDS
    return _why_name_missed(missed, names)


def _why_name_missed(missed: str, names: NameKnowledge) -> LeftoverReason:
    if not any(sign.isupper() for sign in missed):
        return LeftoverReason.LOWER_CASE
    parts = name_parts(missed)
    if not parts:
        return LeftoverReason.INITIALS
    if missed.isupper() and max(map(len, re.findall(r"\w+", missed))) > _LONGEST_SHORT_NAME:
        return LeftoverReason.CAPITALS
    if all(names.is_ordinary(part) for part in parts):
        return LeftoverReason.ORDINARY_WORD
    if not any(names.is_listed(part) for part in parts):
        return LeftoverReason.UNKNOWN
    return LeftoverReason.NO_CUE


_LONGEST_SHORT_NAME = 3
