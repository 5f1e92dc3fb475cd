# SPDX-License-Identifier: EUPL-1.2
"""Evidence packs, for somebody who signed in: composing, looking at it, and writing it down as a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from anonymise.anonymiser import Anonymiser
from anonymise.profiles import Profile
from casebase import store
from casebase.audit import record_event
from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from index.dutch import load_analysis
from patterns.dossier import MOST_STORIES, Detail, Dossier, NoReleasedCasesError, compose
from patterns.dossier_stories import most_central
from patterns.errors import LongTextError, PersonalDataError
from patterns.study import PatternStudy
from search_app.dossier.coarser import Coarser
from search_app.dossier.document import Document
from search_app.dossier.file import written
from search_app.dossier.layout import lay_out
from search_app.parts import Clock, Parts
from search_app.pattern_studies import PatternStudies

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ACTION = "dossier.exported"
LONGEST_STORY = 4000
"""Longest text of a story that somebody writes, in characters."""

_STORY = Bilingual("het verhaal van een casus", "the story of a case")
_DETAIL = {Profile.PUBLICATIE: Detail(smallest=5, whole_years=True)}


class Form(StrEnum):
    """The kinds of file; the value is the ending of its name."""

    WORD = "docx"
    PDF = "pdf"


@dataclass(frozen=True, repr=False)
class Choice:
    """What somebody wants in an evidence pack.

    stories: cases whose story is told, the most central ones when it is empty; edited: another text for the
    situation of a story, by case number; as_of: the day that it tells about, today when it is None.
    """

    profile: Profile = Profile.DELEN
    stories: tuple[str, ...] = ()
    as_of: date | None = None
    edited: Mapping[str, str] = field(default_factory=dict)


class DossierDesk:
    """Evidence packs by one person; each one that is handed out is in the audit log."""

    def __init__(
        self,
        parts: Parts,
        *,
        actor: str,
        clock: Clock,
        studies: PatternStudies,
        vectors: Callable[[], "tuple[tuple[str, ...], NDArray[np.float32]]"],
        anonymiser: Callable[[], Anonymiser],
    ) -> None:
        self._parts, self._actor, self._clock = parts, actor, clock
        self._studies, self._vectors, self._anonymiser = studies, vectors, anonymiser

    def compose(self, pattern_id: str, choice: Choice) -> Dossier:
        """What the pack of a pattern says, as coarse as its readers may have it.

        Raises:
            UnknownPatternError: there is no pattern with this number, or there was none on that day.
            PatternError: it has no released cases, a chosen case is not in it, or a written story tells who
                somebody is.
        """
        study = self._studies.one(pattern_id, choice.as_of)
        own, events = self._cases_and_events(study)
        if not own:
            raise NoReleasedCasesError(pattern_id)
        coarser = Coarser(self._parts.settings.lists, choice.profile)
        return compose(
            coarser.study(study),
            [coarser.case(case) for case in own.values()],
            [coarser.event(event) for event in events],
            chosen=choice.stories or self._central(own),
            keys=self._keys,
            detail=_DETAIL.get(choice.profile),
            edited={case_id: coarser.text(self._checked(text)) for case_id, text in choice.edited.items()},
        )

    def document(self, pattern_id: str, choice: Choice, language: Language) -> Document:
        """The pack laid out; raises as ``compose``."""
        return lay_out(self.compose(pattern_id, choice), choice.profile, language)

    def content(self, document: Document, form: Form) -> bytes:
        """The file; hand it out only together with ``note``.

        Raises:
            TypesettingError: it could not be made.
        """
        if form is Form.PDF:
            from search_app.dossier.typeset import pdf

            return pdf(document)
        from search_app.dossier.word import docx

        return docx(document)

    def export(self, pattern_id: str, to: Path, choice: Choice, language: Language) -> int:
        """Write the pack to a file, whole or not at all, and give the number of its cases.

        Raises:
            DossierFileError: the name has another ending, or the place cannot be written to.
            DatabankError: as ``compose`` and ``content``.
        """
        with written(to) as file:
            form = Form(to.suffix.lower().removeprefix("."))
            dossier = self.compose(pattern_id, choice)
            file.write(self.content(lay_out(dossier, choice.profile, language), form))
            self.note(dossier, choice.profile, form)
        return len(dossier.cases)

    def note(self, dossier: Dossier, profile: Profile, form: Form) -> None:
        """Put in the audit log that this person took a pack out: which pattern, how, how many cases."""
        details = {
            "profile": profile.value,
            "form": form.value,
            "cases": len(dossier.cases),
            "stories": len(dossier.stories),
            "as_of": dossier.study.as_of.isoformat(),
        }
        with self._parts.writing() as session:
            record_event(
                session,
                action=ACTION,
                actor=self._actor,
                subject=dossier.study.file.record.pattern_id,
                details=details,
                now=self._clock(),
            )

    def _cases_and_events(
        self, study: PatternStudy
    ) -> tuple[dict[str, SafeCase], Sequence[store.PatternEventRecord]]:
        with self._parts.session() as session:
            released = set(store.released_ids(session))
            wanted = [each for each in study.file.case_ids if each in released]
            found = {number: stored.case for number, stored in store.get_cases(session, wanted).items()}
            events = store.pattern_events(session, study.file.record.pattern_id)
        own = {
            number: case
            for number, case in found.items()
            if case.received_on is None or case.received_on <= study.as_of
        }
        return own, events

    def _central(self, own: Mapping[str, SafeCase]) -> tuple[str, ...]:
        numbers, vectors = self._vectors()
        known = {number: vector for number, vector in zip(numbers, vectors, strict=True) if number in own}
        return most_central(own, known, MOST_STORIES)

    def _checked(self, text: str) -> str:
        """A story that somebody wrote; placeholders stay, what else tells who somebody is is refused."""
        plain = text.replace("\0", " ").strip()
        if len(plain) > LONGEST_STORY:
            raise LongTextError(_STORY, LONGEST_STORY)
        if self._anonymiser().anonymise_text(plain).text != plain:
            raise PersonalDataError(_STORY)
        return plain

    @cached_property
    def _keys(self) -> Callable[[str], Sequence[str]]:
        return load_analysis(self._parts.settings.lists).keys
