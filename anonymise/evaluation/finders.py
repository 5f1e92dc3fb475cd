# SPDX-License-Identifier: EUPL-1.2
"""What can be measured: anything that finds personal data, and the anonymiser with its review queue."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from anonymise.spans import PiiSpan
from casebase.record import RawCase, Suspect

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser
    from anonymise.replacement import SafeText


class CaseFinder(Protocol):
    """What is measured: finds personal data in the fields of one case, all fields together."""

    def find_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, Sequence[PiiSpan]]:
        """Found spans by field, positions in the given texts."""


@dataclass(frozen=True)
class Finding:
    """What is masked in a field and where a reviewer is pointed to, (start, end) in the text as given."""

    masked: Sequence[PiiSpan]
    pointed_out: Sequence[tuple[int, int]]


@runtime_checkable
class ReviewingFinder(Protocol):
    """A finder that tells as well what a reviewer is asked to look at."""

    def review_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, Finding]:
        """What is masked and pointed out by field."""


class AnonymiserFinder:
    """The anonymiser as it is used: text made safe, suspects for the reviewer."""

    def __init__(self, anonymiser: "Anonymiser") -> None:
        self._anonymiser = anonymiser

    def find_in_fields(self, texts: Mapping[str, str]) -> dict[str, list[PiiSpan]]:
        """What is masked."""
        return self._anonymiser.find_in_fields(texts)

    def review_in_fields(self, texts: Mapping[str, str]) -> dict[str, Finding]:
        """What is masked, and the suspects of the safe texts at their places in the given ones."""
        safe = self._anonymiser.anonymise_texts(texts)
        suspects = self._anonymiser.safe_case(RawCase(case_id=""), safe).suspects
        return {
            field: Finding(safe[field].found, tuple(_places(text, safe[field], suspects, field)))
            for field, text in texts.items()
        }


def _places(
    text: str, safe: "SafeText", suspects: Sequence[Suspect], field: str
) -> Iterator[tuple[int, int]]:
    """Where the suspects of a field stand in the raw text, counted from the finding before each."""
    ends = [span.end for span in safe.spans]
    for suspect in suspects:
        if suspect.field == field:
            before = bisect_right(ends, suspect.start) - 1
            shift = _read_to(text, safe, before) - ends[before] if before >= 0 else 0
            yield suspect.start + shift, suspect.end + shift


def _read_to(text: str, safe: "SafeText", number: int) -> int:
    """Where the raw text goes on behind a placeholder, which may have taken a full stop along."""
    end = safe.found[number].end
    until = safe.spans[number + 1].start if number + 1 < len(safe.spans) else len(safe.text)
    rest = safe.text[safe.spans[number].end : until]
    return end if text.startswith(rest, end) else end + 1
