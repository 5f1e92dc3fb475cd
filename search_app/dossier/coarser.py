# SPDX-License-Identifier: EUPL-1.2
"""Making what an evidence pack tells as coarse as its readers may have it."""

from dataclasses import replace
from pathlib import Path

from anonymise.coarsening import coarsen_case
from anonymise.policy import load_policy
from anonymise.profiles import Profile
from casebase.record import SafeCase
from casebase.store import MemberRecord, PatternEventRecord
from patterns.study import PatternStudy


class Coarser:
    """Rewrites safe texts for a profile: placeholders, months and bands that were masked, and amounts.

    What stands in the register was made safe when it was written; for readers further away its placeholders
    and amounts are rewritten by the same rules as those of the cases.
    """

    def __init__(self, lists: Path, profile: Profile) -> None:
        self._policy, self._profile = load_policy(lists), profile

    def case(self, case: SafeCase) -> SafeCase:
        """A case as the profile tells it."""
        return coarsen_case(case, self._profile, self._policy)

    def text(self, text: str) -> str:
        """A safe text that stands alone."""
        return self.case(SafeCase(case_id="-", situation=text)).situation if text else text

    def event(self, event: PatternEventRecord) -> PatternEventRecord:
        """An act in the history of a pattern."""
        return replace(event, why=self.text(event.why))

    def study(self, study: PatternStudy) -> PatternStudy:
        """A study whose texts of the register are coarser; its figures are the same."""
        record, file = study.file.record, study.file
        told = replace(
            record,
            name=self.text(record.name),
            mechanism=self.text(record.mechanism),
            addressee=self.text(record.addressee),
            answer=self.text(record.answer),
        )
        changed = replace(
            file,
            record=told,
            members=tuple(self._member(each) for each in file.members),
            former=tuple(self._member(each) for each in file.former),
        )
        size = tuple(replace(step, source=self.text(step.source)) for step in study.size)
        return replace(study, file=changed, size=size)

    def _member(self, member: MemberRecord) -> MemberRecord:
        removed = self.text(member.removed_why) if member.removed_why else member.removed_why
        return replace(member, why=self.text(member.why), removed_why=removed)
