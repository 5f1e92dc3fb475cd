# SPDX-License-Identifier: EUPL-1.2
"""A pattern of the register as JSON; the keys are told in docs/commands.md."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebase.store import MemberRecord, PatternEventRecord, SizeEvidenceRecord
    from patterns.reading import PatternFile
    from search_app.pattern_desk import PatternDetails


def file_json(file: "PatternFile", today: date) -> dict[str, object]:
    """A pattern with the numbers of its cases."""
    record = file.record
    return {
        "pattern_id": record.pattern_id,
        "name": record.name,
        "mechanism": record.mechanism,
        "label": record.label or None,
        "terms": list(record.terms),
        "state": record.state.value,
        "owner": record.owner,
        "addressee": record.addressee or None,
        "registered_on": record.registered_on,
        "answer_due": record.answer_due,
        "action_due": record.action_due,
        "overdue": file.overdue(today),
        "solution": record.solution.value if record.solution else None,
        "answer": record.answer or None,
        "answered_on": record.answered_on,
        "merged_into": record.merged_into,
        "split_from": record.split_from,
        "case_ids": list(file.case_ids),
        "hidden": file.hidden,
        "deleted": file.deleted,
    }


def details_json(details: "PatternDetails", today: date) -> dict[str, object]:
    """The same with why each case belongs, cases that were taken out, sizes and history."""
    return {
        **file_json(details.file, today),
        "members": [_member(member) for member in details.file.members],
        "former": [_member(member) for member in details.file.former],
        "sizes": [_size(size) for size in details.sizes],
        "history": [_event(event) for event in details.events],
    }


def _member(member: "MemberRecord") -> dict[str, object]:
    told: dict[str, object] = {
        "case_id": member.case_id,
        "why": member.why,
        "added_by": member.added_by,
        "added_at": member.added_at,
    }
    if member.removed_at is not None:
        told |= {
            "removed_by": member.removed_by,
            "removed_at": member.removed_at,
            "removed_why": member.removed_why,
        }
    return told


def _size(size: "SizeEvidenceRecord") -> dict[str, object]:
    finding = size.finding
    return {
        "step": finding.step.value,
        "source": finding.source,
        "low": finding.low,
        "high": finding.high,
        "date": finding.on_date,
        "inputs": dict(finding.inputs),
    }


def _event(event: "PatternEventRecord") -> dict[str, object]:
    return {
        "at": event.at,
        "actor": event.actor,
        "action": event.action.value,
        "from": event.from_state.value if event.from_state else None,
        "to": event.to_state.value if event.to_state else None,
        "why": event.why,
        "answer_due": event.answer_due,
        "cases": event.cases,
        "other_pattern": event.other_pattern,
        "changes": {name: list(values) for name, values in event.changes.items()},
    }
