# SPDX-License-Identifier: EUPL-1.2
"""Bringing cases in by hand: read, map, make safe with corrections, compare, save.

The desk keeps nothing: raw cases are given back to whoever asked and live in the memory of that visit.
"""

import logging
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from anonymise.case_texts import case_texts
from anonymise.risk.rules import load_risk_rules
from casebase import store
from casebase.database import Session
from casebase.listed_terms import ListedTerm, check_term
from casebase.record import KnownValue, RawCase, SafeCase
from casebase.vocabulary import Kind, ReviewState, TermList
from ingest.intake import Refused
from ingest.risk_gate import RiskGate
from ingest.saving import Approve, Outcome, Saver
from search_app.answers import SearchView
from search_app.intake_cases import (
    Alike,
    BroughtCase,
    CheckedCase,
    Saved,
    Standing,
    missing_fields,
    not_there,
    other_kind,
    stays_masked,
    twice,
)
from search_app.intake_corrections import Corrected, Corrections, Pair, corrected_case
from search_app.intake_reading import IntakeReading
from search_app.intake_rows import Choices
from search_app.intake_twins import Comparable, comparable, twins
from search_app.parts import Clock, Parts

log = logging.getLogger(__name__)

_LIKE = 3
_LONGEST_QUERY = 4000
_COMPARED = 2000
_STAYS = ("maatwerkplaats", "regulations")


@dataclass(frozen=True)
class _Prepared:
    """Stands in for the anonymiser when cases are saved: the work was done and seen by a person."""

    engine_version: str
    cases: Mapping[str, SafeCase]

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        """The safe case that was made of it before."""
        return self.cases[raw.case_id]


class IntakeDesk(IntakeReading):
    """Bringing in for one person. ``search`` finds released cases like a text."""

    def __init__(
        self,
        parts: Parts,
        *,
        actor: str,
        clock: Clock,
        search: Callable[[str, int], SearchView],
    ) -> None:
        super().__init__(parts, actor=actor, clock=clock)
        self._search = search

    # --- making safe -------------------------------------------------------------------------

    def check(self, brought: BroughtCase, choices: Choices) -> CheckedCase | Refused:
        """The case made safe with its corrections, its risk, and what is missing."""
        candidate = self.candidate(brought, choices)
        if isinstance(candidate, Refused):
            return candidate
        done = self._corrected(candidate.case, brought.corrections)
        return CheckedCase(
            brought,
            candidate,
            done.texts,
            done.case,
            done.pairs,
            self._parts.risk_desk.risk_of(done.case),
            missing_fields(candidate.case),
            self.remarks(brought, choices),
        )

    def masked(self, checked: CheckedCase, words: str, kind: Kind) -> BroughtCase:
        """The case with these words masked in every spelling and in all fields.

        Raises:
            IntakeError: the words are not in the text, or cannot be masked as this kind.
        """
        wanted = " ".join(words.split())
        if len(wanted) < 2 or not _stands(wanted, case_texts(checked.safe)):
            raise not_there()
        changes = checked.brought.corrections
        changed = replace(
            changes,
            masked=(*changes.masked, KnownValue(kind, wanted)),
            kept=tuple(kept for kept in changes.kept if kept != wanted),
        )
        done = self._corrected(checked.candidate.case, changed)
        if _stands(wanted, case_texts(done.case)):
            raise other_kind()
        return replace(checked.brought, corrections=changed)

    def kept(self, checked: CheckedCase, pair: Pair) -> BroughtCase:
        """The case with the words of a finding back in it, wherever they were taken for a name.

        Raises:
            TermError: it is a number, an address or too long to be a name.
            IntakeError: the register or another place in the case says that it is a name.
        """
        words = checked.texts[pair.field][pair.start : pair.end]
        check_term(ListedTerm(TermList.ALLOWED, words, kind=pair.kind))
        changes = checked.brought.corrections
        changed = replace(
            changes,
            kept=(*changes.kept, words),
            masked=tuple(value for value in changes.masked if value.text != words),
        )
        done = self._corrected(checked.candidate.case, changed)
        if any(done.texts[p.field][p.start : p.end] == words for p in done.pairs):
            raise stays_masked()
        return replace(checked.brought, corrections=changed)

    def labels(self, checked: CheckedCase) -> tuple[str, ...]:
        """Placeholders that somebody in the case can get: those of others, the next one, roles of people."""
        safe = case_texts(checked.safe)
        persons = (s for s in checked.safe.spans if s.kind is Kind.PERSON)
        standing = [safe[span.field][span.start : span.end] for span in persons]
        return tuple(dict.fromkeys([*standing, *self._parts.reworking.offered(checked.safe)]))

    # --- comparing ---------------------------------------------------------------------------

    def waiting(self) -> tuple[Comparable, ...]:
        """The cases that wait for review or are held back, to compare new ones with."""
        found = []
        with self._parts.session() as session:
            for state in (ReviewState.TO_REVIEW, ReviewState.HELD):
                rows = store.list_cases(session, state=state, limit=_COMPARED, offset=0)
                found += [comparable(row.case, row.state) for row in rows]
        return tuple(found)

    def alike(
        self, checked: CheckedCase, *, waiting: Sequence[Comparable], others: Sequence[CheckedCase] = ()
    ) -> Alike:
        """Released cases like this one by its safe text, and cases that may be this very one.

        ``others`` are brought in at the same time.
        """
        query = _query(checked.safe)
        found = self._search(query, _LIKE + 1) if query else None
        released = [comparable(stored.case, stored.state) for stored in found.cases.values()] if found else []
        together = [comparable(o.safe) for o in others if o.brought.position != checked.brought.position]
        same = twins(comparable(checked.safe), [*released, *waiting, *together])
        return Alike(found, same, self._standing(checked))

    # --- saving ------------------------------------------------------------------------------

    def save(self, cases: Sequence[CheckedCase]) -> Saved:
        """Keep the cases; they wait for review. As in a loading run: all in one transaction, with traits.

        Of two cases with one number the first is kept.
        """
        batch: dict[str, CheckedCase] = {}
        for checked in cases:
            batch.setdefault(checked.case_id, checked)
        unchanged = [
            case_id for case_id, checked in batch.items() if self._standing(checked) is Standing.SAME
        ]
        new = [checked for case_id, checked in batch.items() if case_id not in unchanged]
        outcome = self._saver(batch).save(
            [checked.candidate for checked in new],
            advance=lambda candidate: None,
            stop=lambda: False,
            note=self._note(new),
        )
        doubles = [c.candidate.refused("case_id", twice()) for c in cases if batch[c.case_id] is not c]
        away = {refused.position for refused in outcome.rejected}
        saved = tuple(c.case_id for c in new if c.candidate.position not in away)
        log.info("brought in: %d saved, %d refused", len(saved), len(away) + len(doubles))
        return Saved(saved, tuple(unchanged), (*outcome.rejected, *doubles))

    def _saver(self, batch: Mapping[str, CheckedCase]) -> Saver:
        parts = self._parts
        prepared = _Prepared(
            parts.anonymiser.engine_version, {case_id: checked.safe for case_id, checked in batch.items()}
        )
        return Saver(
            parts.sessions,
            prepared,
            Approve.NONE,
            replace=False,
            dry_run=False,
            actor=self._actor,
            now=self._clock(),
            gate=RiskGate(load_risk_rules(parts.settings.lists)),
        )

    def _note(self, cases: Sequence[CheckedCase]) -> Callable[[Session, Outcome], None]:
        """Keeps the counts of this bringing in, as of a loading run."""
        now = self._clock()
        run_id = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        files = {checked.brought.source.file for checked in cases}

        def note(session: Session, outcome: Outcome) -> None:
            store.record_load(
                session,
                run_id=run_id,
                started=now,
                finished=now,
                files=len(files),
                stored=outcome.stored,
                unchanged=outcome.unchanged,
                rejected=len(outcome.rejected),
            )

        return note

    def _standing(self, checked: CheckedCase) -> Standing:
        with self._parts.session() as session:
            known = store.known_contents(session, [checked.case_id]).get(checked.case_id)
        if known is None:
            return Standing.NEW
        return Standing.SAME if known.content_key == checked.candidate.content_key else Standing.OTHER

    def _corrected(self, raw: RawCase, corrections: Corrections) -> Corrected:
        with self._parts.session() as session:
            terms = [record.term for record in store.list_terms(session)]
        return corrected_case(raw, corrections, self._parts.anonymiser, self._parts.reworking, terms)


def _query(case: SafeCase) -> str:
    texts = (case.title, case.situation, case.reasoning, case.decision)
    return "\n\n".join(text for text in texts if text.strip())[:_LONGEST_QUERY]


def _stands(words: str, texts: Mapping[str, str]) -> bool:
    """Whether the words are readable in a text; in some fields they mean something else and stay."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    return any(pattern.search(text) for name, text in texts.items() if name.partition(".")[0] not in _STAYS)
