# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer changes in a safe case: mask more, correct a placeholder, tell less, put a word back.

Each step changes the whole case in one go, and done twice it changes nothing more. Text outside the places
that change stays as it is, byte for byte; nothing of what was masked is kept.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from anonymise.case_texts import case_texts
from anonymise.edits import Edit, Place, apply_edits
from anonymise.known_values import KnownValues
from anonymise.merge import merge, without
from anonymise.ordinary_words import load_ordinary_words
from anonymise.placeholders import Placeholders, Tag
from anonymise.policy import load_policy
from anonymise.spans import PiiSpan
from anonymise.tags import ReworkError, Tags
from casebase.record import KnownValue, SafeCase
from casebase.vocabulary import Kind

__all__ = ["STAYS_IN", "ReworkError", "Reworked", "Reworking", "load_reworking"]

STAYS_IN: Mapping[str, frozenset[Kind]] = {
    "maatwerkplaats": frozenset([Kind.CITY, Kind.ORG, Kind.NATIONALITY]),
    "regulations": frozenset([Kind.CITY, Kind.ORG, Kind.NATIONALITY, Kind.DATE, Kind.AGE, Kind.CASE_NUMBER]),
}
"""Kinds that say something else in a field: there the same words are masked only when they are pointed at."""

_HERE_ONLY = frozenset([Kind.DATE, Kind.BIRTHDATE, Kind.AGE])
"""The same figures elsewhere may be an amount."""

LONGEST_REPLACEMENT = 80


def load_reworking(lists: Path) -> "Reworking":
    """With the words of the settings file in the folder ``lists`` (``data/lists``); loads no model.

    Raises:
        PlaceholderError: the settings file of the placeholders is missing or faulty.
    """
    policy = load_policy(lists)
    return Reworking(
        policy.placeholders,
        ordinary=load_ordinary_words(lists),
        roles=policy.roles.words,
        bodies=policy.organisation_kinds.labels,
    )


@dataclass(frozen=True)
class Reworked:
    """The case after a change, and at how many places it changed."""

    case: SafeCase
    places: int


class Reworking:
    """Changes safe cases.

    ``ordinary`` are words that in lower case are no name; ``roles`` and ``bodies`` are words of placeholders
    that stand for a person or an organisation, beside those of PERSON and ORG.
    """

    def __init__(
        self,
        placeholders: Placeholders,
        *,
        ordinary: frozenset[str] = frozenset(),
        roles: Iterable[str] = (),
        bodies: Iterable[str] = (),
    ) -> None:
        self._placeholders = placeholders
        self._ordinary = ordinary
        self._tags = Tags(placeholders, roles=roles, bodies=bodies)

    def mask_words(self, case: SafeCase, words: str, kind: Kind, *, label: str = "") -> Reworked:
        """Mask these words in every spelling and in all fields; the parts of a full name as well.

        ``label`` is the placeholder to use, such as ``[PERSOON-1]`` for somebody who has one; by default
        a new number.

        Raises:
            ReworkError: no words, or the placeholder is none.
        """
        wanted = " ".join(words.split())
        if len(wanted) < 2 or not re.search(r"\w", wanted):
            raise ReworkError(
                "Geef een woord van ten minste twee tekens.", "Give a word of two characters or more."
            )
        places = self._places_of(case, wanted, kind)
        return self._masked(case, places, kind, label)

    def mask_place(self, case: SafeCase, place: Place, kind: Kind, *, label: str = "") -> Reworked:
        """Mask the words at a place, whole words always, and the same words elsewhere in the case.

        A placeholder of this kind that is touched gives its number: ``[PERSOON-1] Jansen`` becomes one.

        Raises:
            ReworkError: the place lies outside the text, or the placeholder is none.
        """
        text = _text_at(case, place)
        whole, tags = self._widened(text, place)
        loose = " ".join(self._placeholders.pattern.sub(" ", text[whole.start : whole.end]).split())
        if not loose:
            return Reworked(case, 0)
        others: list[Place] = []
        if kind not in _HERE_ONLY and re.search(r"\w\w", loose):
            others = self._places_of(case, loose, kind)
        clear = [p for p in others if p.field != place.field or not whole.overlaps(p.start, p.end)]
        label = label or next((t.text for t in tags if self._tags.stands_for(t, kind)), "")
        return self._masked(case, [whole, *clear], kind, label)

    def relabel(self, case: SafeCase, old: str, new: str, *, place: Place | None = None) -> Reworked:
        """Put another placeholder in the place of one, over the whole case or at one place.

        ``[PERSOON-2]`` becomes ``[PERSOON-1]`` when the two are one person, ``[PARTNER]`` when that is who
        it is.

        Raises:
            ReworkError: the new one is no placeholder.
        """
        tag = self._tags.read(new)
        if old == tag.text:
            return Reworked(case, 0)
        edits = [
            Edit(where, tag.text, self._tags.kind(tag, before))
            for where, before in self._standing(case, old)
            if place is None or place == where
        ]
        return Reworked(apply_edits(case, edits), len(edits))

    def coarsen(self, case: SafeCase, place: Place, text: str) -> Reworked:
        """Put words that tell less at a place, such as 'circa 1.800 euro'.

        Raises:
            ReworkError: the place lies outside the text or cuts a placeholder, or the words are too long.
        """
        whole = _text_at(case, place)
        if len(text) > LONGEST_REPLACEMENT or "\n" in text:
            raise _too_long()
        if whole[place.start : place.end] == text:
            return Reworked(case, 0)
        place, text = self._with_its_placeholder(whole, place, text)
        kinds = [s.kind for s in case.spans if s.field == place.field and place.overlaps(s.start, s.end)]
        tag = self._placeholders.read(text)
        kind = kinds[0] if kinds else self._tags.kind_of(tag.word) if tag else None
        return Reworked(apply_edits(case, [Edit(place, text, kind)]), 1)

    def put_back(self, case: SafeCase, label: str, words: str, *, place: Place | None = None) -> Reworked:
        """Put words in the place of a placeholder that was no personal data after all.

        What stood there is not kept: the reviewer types it. Whoever calls this looks whether the words
        hold anything else that is personal.

        Raises:
            ReworkError: the words are too long.
        """
        if len(words) > LONGEST_REPLACEMENT or "\n" in words:
            raise _too_long()
        edits = [
            Edit(where, words) for where, _ in self._standing(case, label) if place is None or place == where
        ]
        return Reworked(apply_edits(case, edits), len(edits))

    def dismiss(self, case: SafeCase, words: str, *, any_case: bool = False) -> Reworked:
        """Take away every suspect that is exactly these words: somebody looked, and it is nothing."""
        texts = case_texts(case)
        fold = str.casefold if any_case else str
        kept = tuple(s for s in case.suspects if fold(texts.get(s.field, "")[s.start : s.end]) != fold(words))
        changed = case.model_copy(update={"suspects": kept})
        return Reworked(changed, len(case.suspects) - len(kept))

    def labels(self, case: SafeCase) -> dict[str, int]:
        """The placeholders in a case and how often each stands there, in reading order."""
        texts = case_texts(case)
        found: dict[str, int] = {}
        for span in case.spans:
            label = texts.get(span.field, "")[span.start : span.end]
            if label:
                found[label] = found.get(label, 0) + 1
        return found

    def offered(self, case: SafeCase) -> tuple[str, ...]:
        """Placeholders that a name in this case could get: the next number of each kind, roles of people."""
        return self._tags.offered("\n".join(case_texts(case).values()))

    def _masked(self, case: SafeCase, places: Iterable[Place], kind: Kind, label: str) -> Reworked:
        chosen = sorted(places)
        if not chosen:
            return Reworked(case, 0)
        tag = (
            self._tags.read(label)
            if label
            else self._tags.next_of(kind, "\n".join(case_texts(case).values()))
        )
        edits = [Edit(place, tag.text, self._tags.kind(tag, kind)) for place in chosen]
        return Reworked(apply_edits(case, edits), len(edits))

    def _places_of(self, case: SafeCase, words: str, kind: Kind) -> list[Place]:
        """Where the words stand in any spelling, outside the placeholders."""
        values = KnownValues([KnownValue(kind, words)], ordinary=self._ordinary)
        literal = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        places = []
        for field, text in case_texts(case).items():
            if kind in STAYS_IN.get(field.partition(".")[0], ()):
                continue
            spans = [*values.find(text)]
            if kind not in _HERE_ONLY:
                spans += [PiiSpan(m.start(), m.end(), kind, 1.0, "reviewer") for m in literal.finditer(text)]
            taken = [match.span() for match in self._placeholders.pattern.finditer(text)]
            places += [Place(field, s.start, s.end) for s in without(merge(spans, text), taken, text)]
        return places

    def _widened(self, text: str, place: Place) -> tuple[Place, list[Tag]]:
        """The place with the words and placeholders that it touches, and those placeholders."""
        start, end, tags = place.start, place.end, []
        for match in self._placeholders.pattern.finditer(text):
            if place.overlaps(*match.span()):
                start, end = min(start, match.start()), max(end, match.end())
                tag = self._placeholders.read(match[0])
                tags += [tag] if tag else []
        while start > 0 and text[start - 1 : start + 1].isalnum():
            start -= 1
        while end < len(text) and text[end - 1 : end + 1].isalnum():
            end += 1
        found = text[start:end]
        start, end = end - len(found.lstrip()), start + len(found.rstrip())
        return Place(place.field, start, end), tags

    def _with_its_placeholder(self, whole: str, place: Place, text: str) -> tuple[Place, str]:
        """A place within a placeholder, such as the years in '60-64 jaar', with the rest of it."""
        for match in self._placeholders.pattern.finditer(whole):
            start, end = match.span()
            if place.overlaps(start, end) and not place.start <= start < end <= place.end:
                rewritten = whole[start : place.start] + text + whole[place.end : end]
                if not (start <= place.start and place.end <= end) or not self._is_placeholder(rewritten):
                    raise _no_place()
                return Place(place.field, start, end), rewritten
        return place, text

    def _is_placeholder(self, words: str) -> bool:
        return bool(self._placeholders.pattern.fullmatch(words))

    def _standing(self, case: SafeCase, label: str) -> list[tuple[Place, Kind | None]]:
        """Every place where a placeholder stands, with the kind that it had."""
        texts = case_texts(case)
        known: dict[Place, Kind | None] = {
            Place(span.field, span.start, span.end): span.kind
            for span in case.spans
            if texts.get(span.field, "")[span.start : span.end] == label
        }
        for field, text in texts.items():
            for match in self._placeholders.tags.finditer(text):
                if match[0] == label:
                    known.setdefault(Place(field, *match.span()), self._tags.kind_of(match["word"]))
        return sorted(known.items(), key=lambda item: item[0])


def _text_at(case: SafeCase, place: Place) -> str:
    text = case_texts(case).get(place.field, "")
    if not 0 <= place.start < place.end <= len(text):
        raise _no_place()
    return text


def _no_place() -> ReworkError:
    return ReworkError(
        "Deze plek staat niet in de tekst. Misschien is de casus intussen gewijzigd: open hem opnieuw.",
        "This place is not in the text. The case may have changed meanwhile: open it again.",
    )


def _too_long() -> ReworkError:
    return ReworkError(
        f"Geef hoogstens {LONGEST_REPLACEMENT} tekens, zonder nieuwe regel.",
        f"Give at most {LONGEST_REPLACEMENT} characters, without a new line.",
    )
