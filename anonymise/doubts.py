# SPDX-License-Identifier: EUPL-1.2
"""Doubtful places of a raw text, found back in the safe one."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from anonymise.replacement import SafeText
from anonymise.spans import PiiSpan
from anonymise.suspects import SuspectReason
from casebase.record import Suspect

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def with_places_of_doubt(safe: SafeText, doubtful: Sequence[PiiSpan]) -> SafeText:
    """The safe text with the doubtful places, which count in the raw text, where they now stand.

    What was masked after all, wholly or in part, is doubtful no more.
    """
    ends = [span.end for span in safe.found]
    open_to_doubt = [
        span
        for span in doubtful
        if not any(span.overlaps(found) for found in _around(span, safe.found, ends))
    ]
    moved = {_moved(span, safe, ends) for span in open_to_doubt}
    telling = (place for place in moved if _LETTER_OR_DIGIT.search(safe.text, *place))
    return replace(safe, doubts=tuple(sorted(telling)))


def with_doubts(suspects: Sequence[Suspect], safe: SafeText, field: str) -> list[Suspect]:
    """The suspects of a field together with its doubtful places; one suspect a place."""
    taken = [(suspect.start, suspect.end) for suspect in suspects]
    doubts = [
        Suspect(field=field, start=start, end=end, reason=SuspectReason.MAYBE_PERSONAL)
        for start, end in safe.doubts
        if not any(begin < end and start < stop for begin, stop in taken)
    ]
    return sorted([*suspects, *doubts], key=lambda suspect: (suspect.start, suspect.end))


def _around(span: PiiSpan, found: Sequence[PiiSpan], ends: Sequence[int]) -> Sequence[PiiSpan]:
    """The findings that may overlap the span."""
    first = bisect_right(ends, span.start)
    last = bisect_right(ends, span.end)
    return found[first : last + 1]


def _moved(span: PiiSpan, safe: SafeText, ends: Sequence[int]) -> tuple[int, int]:
    """Start and end in the safe text: as far behind the last placeholder as behind what it replaced."""
    before = bisect_right(ends, span.start) - 1
    shift = safe.spans[before].end - ends[before] if before >= 0 else 0
    return span.start + shift, span.end + shift
