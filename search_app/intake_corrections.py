# SPDX-License-Identifier: EUPL-1.2
"""What the person who brings a case in corrects in the safe text, and how that is done.

Corrections are kept as wishes, not as edits: the case is made safe anew with them each time, so that they
also hold for what is filled in later. Words are masked as known values of the case; words stay only where
they were taken for a name. A number never comes back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from anonymise.case_texts import case_texts
from anonymise.edits import Place
from anonymise.replacement import SafeText
from anonymise.reworking import Reworking
from anonymise.suspects import SuspectReason
from casebase.listed_terms import ListedTerm
from casebase.record import KnownValue, RawCase, SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind, TermList, TermScope


class FieldAnonymiser(Protocol):
    """What is needed of the anonymiser."""

    @property
    def engine_version(self) -> str:
        """Rules, lists and models in one name."""

    def with_terms(self, terms: Sequence[ListedTerm]) -> "FieldAnonymiser":
        """The same that honours what people said about words."""

    def anonymise_fields(self, raw: RawCase) -> dict[str, SafeText]:
        """The safe texts of a case by field, with what was found in the raw ones."""

    def safe_case(self, raw: RawCase, safe: Mapping[str, SafeText]) -> SafeCase:
        """The case with these safe texts."""


@dataclass(frozen=True, repr=False)
class Renaming:
    """Another placeholder for whoever the ``words`` stand for.

    Either a role (``PARTNER``), or the one of whoever the words ``same_as`` stand for.
    """

    words: tuple[str, ...]
    role: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Corrections:
    """What to mask, what may stay, who is who, which doubts are settled, and what is told less exactly."""

    masked: tuple[KnownValue, ...] = ()
    kept: tuple[str, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    settled: tuple[str, ...] = ()
    coarser: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Pair:
    """A finding in the original text and the placeholder that stands for it, positions in characters."""

    field: str
    start: int
    end: int
    kind: Kind
    source: str
    safe_start: int
    safe_end: int


@dataclass(frozen=True, repr=False)
class Corrected:
    """The safe case and its findings, in reading order; ``texts`` are the original ones."""

    case: SafeCase
    texts: Mapping[str, str]
    pairs: tuple[Pair, ...]


def corrected_case(
    raw: RawCase,
    corrections: Corrections,
    anonymiser: FieldAnonymiser,
    reworking: Reworking,
    terms: Sequence[ListedTerm] = (),
) -> Corrected:
    """The case made safe with these corrections; ``terms`` are the words that reviewers judged before.

    Words that stay become suspects, so that a reviewer looks at them once more.
    """
    raw = raw.model_copy(update={"known_values": (*raw.known_values, *corrections.masked)})
    texts = case_texts(raw)
    allowed = [
        ListedTerm(TermList.ALLOWED, words, TermScope.CASE, case_id=raw.case_id) for words in corrections.kept
    ]
    judged = anonymiser.with_terms([*terms, *allowed])
    found = judged.anonymise_fields(raw)
    case = _with_second_look(judged.safe_case(raw, found), corrections.kept)
    for renaming in corrections.renamed:
        case = _renamed(case, texts, found, renaming, reworking)
    for words in corrections.settled:
        case = reworking.dismiss(case, words).case
    for before, after in corrections.coarser:
        case = _coarser(case, before, after, reworking)
    return Corrected(case, texts, tuple(_pairs(found, case.spans)))


def role_of(label: str) -> str:
    """The word of a placeholder: ``KIND`` of ``[KIND-2]``."""
    return re.sub(r"(?:-\d+)?(?:: .*)?\]$", "", label).lstrip("[")


def words_of(
    texts: Mapping[str, str], pairs: Sequence[Pair], safe_texts: Mapping[str, str], label: str
) -> tuple[str, ...]:
    """Everything in the original that has this placeholder, each once, sorted."""
    found = {
        texts[pair.field][pair.start : pair.end]
        for pair in pairs
        if safe_texts.get(pair.field, "")[pair.safe_start : pair.safe_end] == label
    }
    return tuple(sorted(found))


def _renamed(
    case: SafeCase,
    texts: Mapping[str, str],
    found: Mapping[str, SafeText],
    wish: Renaming,
    reworking: Reworking,
) -> SafeCase:
    pairs = tuple(_pairs(found, case.spans))
    wanted = _labels_of(case, texts, pairs, wish.same_as)
    if wish.same_as and not wanted:
        return case
    for old in _labels_of(case, texts, pairs, wish.words):
        new = wanted[0] if wanted else _offered(case, wish.role, reworking)
        case = reworking.relabel(case, old, new).case if new else case
    return case


def _labels_of(
    case: SafeCase, texts: Mapping[str, str], pairs: Sequence[Pair], words: Sequence[str]
) -> list[str]:
    safe_texts = case_texts(case)
    return list(
        dict.fromkeys(
            safe_texts[pair.field][pair.safe_start : pair.safe_end]
            for pair in pairs
            if texts[pair.field][pair.start : pair.end] in words
        )
    )


def _with_second_look(case: SafeCase, kept: Sequence[str]) -> SafeCase:
    marks = [(s.field, s.start, s.end) for s in case.spans] + [
        (s.field, s.start, s.end) for s in case.suspects
    ]
    more = [
        Suspect(field=field, start=match.start(), end=match.end(), reason=SuspectReason.MAYBE_PERSONAL)
        for field, text in case_texts(case).items()
        for words in kept
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        if not any(f == field and start < match.end() and match.start() < end for f, start, end in marks)
    ]
    order = {field: number for number, field in enumerate(case_texts(case))}
    suspects = sorted([*case.suspects, *more], key=lambda s: (order.get(s.field, len(order)), s.start))
    return case.model_copy(update={"suspects": tuple(suspects)})


def _offered(case: SafeCase, role: str, reworking: Reworking) -> str:
    """``[KIND-2]`` where there is a ``[KIND-1]``; ``[PARTNER]`` where there is none yet."""
    return next((label for label in reworking.offered(case) if role_of(label) == role), "")


def _coarser(case: SafeCase, before: str, after: str, reworking: Reworking) -> SafeCase:
    same = re.compile(rf"(?<![\w-]){re.escape(before)}(?!\w)", re.IGNORECASE)
    for field, text in case_texts(case).items():
        for match in reversed(list(same.finditer(text))):
            case = reworking.coarsen(case, Place(field, *match.span()), after).case
    return case


def _pairs(found: Mapping[str, SafeText], spans: Sequence[SafeSpan]) -> list[Pair]:
    """Findings and placeholders belong together in order; where that cannot be told they are left out."""
    pairs = []
    for field, safe in found.items():
        here = [span for span in spans if span.field == field]
        if len(here) != len(safe.found):
            continue
        pairs += [
            Pair(field, raw.start, raw.end, span.kind, raw.source, span.start, span.end)
            for raw, span in zip(safe.found, here, strict=True)
        ]
    return pairs
