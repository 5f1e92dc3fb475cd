# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer changes in the safe text of a stored case."""

import logging
from collections.abc import Callable, Sequence
from hashlib import sha256

from anonymise.case_texts import case_texts
from anonymise.edits import Place
from anonymise.reworking import Reworked, Reworking
from anonymise.risk.assessment import Coarsening
from anonymise.spans import PiiSpan
from anonymise.tags import ReworkError
from casebase import store
from casebase.bilingual import DatabankError
from casebase.database import erase_deleted
from casebase.listed_terms import NAME_KINDS
from casebase.record import SafeCase
from casebase.store import UnknownCaseError
from casebase.vocabulary import Kind, ReviewState
from search_app.parts import Clock, Parts

log = logging.getLogger(__name__)

Change = Callable[[SafeCase], Reworked]


class StaleCaseError(DatabankError):
    """The case is no longer as the reviewer saw it."""

    def __init__(self) -> None:
        super().__init__(
            "Deze casus is intussen gewijzigd. Lees hem opnieuw voordat u beslist.",
            "This case was changed meanwhile. Read it again before you decide.",
        )


class ReleasedCaseError(DatabankError):
    """Something that may only be done while a case waits for review."""

    def __init__(self) -> None:
        super().__init__(
            "Deze casus is vrijgegeven. Zet hem eerst terug in de wachtrij.",
            "This case has been released. Put it back in the queue first.",
        )


def fingerprint(case: SafeCase) -> str:
    """The same for the same text, to know whether a case still reads as somebody saw it."""
    texts = "\0".join(f"{field}\0{text}" for field, text in case_texts(case).items())
    return sha256(texts.encode()).hexdigest()[:16]


class TextChanges:
    """Changes to safe texts, each kept at once; what stood there before is wiped from the database's files.

    Every change makes the approvals that the case had void, and says at how many places it changed.
    """

    def __init__(self, parts: Parts, *, actor: str, clock: Clock) -> None:
        self._parts = parts
        self._actor = actor
        self._clock = clock

    def mask_words(self, case_id: str, words: str, kind: Kind, *, label: str = "") -> int:
        """Mask these words in all fields and spellings; ``label`` is a placeholder to use again.

        Raises:
            ReworkError: no words, or the placeholder is none.
        """
        return self._change(case_id, lambda case: self._reworking.mask_words(case, words, kind, label=label))

    def mask_place(self, case_id: str, place: Place, kind: Kind, *, label: str = "", seen: str = "") -> int:
        """Mask the words at a place, and the same words elsewhere in the case.

        ``seen`` is the fingerprint of the text in which the place was pointed at; empty: as it is now.

        Raises:
            ReworkError: the place lies outside the text, or the placeholder is none.
            StaleCaseError: the text was changed since.
        """
        return self._change(
            case_id,
            lambda case: self._reworking.mask_place(case, place, kind, label=label),
            seen=seen,
        )

    def relabel(self, case_id: str, old: str, new: str, *, place: Place | None = None) -> int:
        """Put another placeholder in the place of one, over the whole case or at one place.

        Raises:
            ReworkError: the new one is no placeholder.
        """
        return self._change(case_id, lambda case: self._reworking.relabel(case, old, new, place=place))

    def accept(self, case_id: str, proposals: Sequence[Coarsening], *, seen: str) -> int:
        """Do as some proposals of the risk say, all of them or none.

        Raises:
            StaleCaseError: the text is no longer as it was when they were made.
            ReleasedCaseError: the case is released.
        """

        def coarser(case: SafeCase) -> Reworked:
            places = 0
            # From the last to the first, so that the positions of those that follow stay right.
            for proposal in sorted(proposals, key=lambda p: (p.field, -p.start)):
                place = Place(proposal.field, proposal.start, proposal.end)
                done = self._reworking.coarsen(case, place, proposal.text)
                case, places = done.case, places + done.places
            return Reworked(case, places)

        return self._change(case_id, coarser, waiting=True, seen=seen)

    def put_back(self, case_id: str, label: str, words: str, *, place: Place | None = None) -> int:
        """Put words in the place of a placeholder that was no personal data after all.

        The reviewer types the words, since what stood there is not kept. The words as a whole may be a name
        by his judgement; anything else that is personal in them is refused.

        Raises:
            ReworkError: the words hold a number, an address or another name.
            ReleasedCaseError: the case is released.
        """
        wanted = " ".join(words.split())
        self._refuse_personal(wanted, judged=True)
        return self._change(
            case_id, lambda case: self._reworking.put_back(case, label, wanted, place=place), waiting=True
        )

    def dismiss(self, case_id: str, words: str) -> int:
        """Note that a suspect is nothing, wherever these words stand in the case; approvals stay."""
        with self._parts.writing() as session:
            stored = store.get_case(session, case_id)
            if stored is None:
                raise UnknownCaseError(case_id)
            done = self._reworking.dismiss(stored.case, words)
            if done.places:
                now = self._clock()
                store.settle_suspects(session, case_id, done.case.suspects, actor=self._actor, now=now)
        return done.places

    def restore(self, before: SafeCase, *, seen: str) -> None:
        """Undo a change: the case as it was, when it still reads as it did right after the change.

        Raises:
            StaleCaseError: somebody changed it since.
            ReleasedCaseError: the case is released.
        """
        self._change(before.case_id, lambda _: Reworked(before, 1), waiting=True, seen=seen)

    @property
    def _reworking(self) -> Reworking:
        return self._parts.reworking

    def _change(self, case_id: str, change: Change, *, waiting: bool = False, seen: str = "") -> int:
        with self._parts.writing() as session:
            stored = store.get_case(session, case_id)
            if stored is None:
                raise UnknownCaseError(case_id)
            if waiting and stored.state is ReviewState.RELEASED:
                raise ReleasedCaseError
            if seen and fingerprint(stored.case) != seen:
                raise StaleCaseError
            done = change(stored.case)
            if done.case != stored.case:
                store.correct_case(session, done.case, actor=self._actor, now=self._clock())
        self._erase()
        return done.places

    def _erase(self) -> None:
        if not erase_deleted(self._parts.engine):
            log.warning("the log of the database could not be emptied yet: somebody was reading")

    def _refuse_personal(self, words: str, *, judged: bool) -> None:
        found: Sequence[PiiSpan] = self._parts.anonymiser.find(words)
        if any(not (judged and _is_name(span, words)) for span in found):
            raise ReworkError(
                "In deze woorden staat nog iets persoonlijks. Laat dat weg, of laat de aanduiding staan.",
                "These words still hold something personal. Leave that out, or leave the placeholder.",
            )


def _is_name(span: PiiSpan, words: str) -> bool:
    return span.kind in NAME_KINDS and (span.start, span.end) == (0, len(words))
