# SPDX-License-Identifier: EUPL-1.2
"""From a safe case to rows and back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select

from casebase.database import Session
from casebase.record import PERSPECTIVE_FIELDS, CaseRecord, Perspective, SafeCase
from casebase.store.errors import UnstorableCaseError
from casebase.store.members import among
from casebase.tables import ID_LENGTH, VALUE_LENGTH, CaseValue
from casebase.vocabulary import ReviewState

LIST_FIELDS = ("regulations", "principles", "organisations_involved")
PLAIN_FIELDS = tuple(
    name for name in CaseRecord.model_fields if name not in (*LIST_FIELDS, *PERSPECTIVE_FIELDS)
)


@dataclass(frozen=True)
class StoredCase:
    """A case as kept: ``content_key`` is the keyed hash of the registration that it came from."""

    case: SafeCase
    state: ReviewState
    stored_at: datetime
    released_at: datetime | None
    content_key: str


def refuse_unstorable(case: CaseRecord) -> None:
    """Refuse what no database could keep or find again.

    Raises:
        UnstorableCaseError: the case number is empty or too long, or a story stands where names belong.
    """
    _check_number(case.case_id)
    _check_names("maatwerkplaats", [case.maatwerkplaats])
    for field in LIST_FIELDS:
        _check_names(field, getattr(case, field))


def case_columns(case: SafeCase) -> dict[str, Any]:
    """The columns of table ``cases`` that hold the case's own fields."""
    columns = {name: _clean(getattr(case, name)) for name in PLAIN_FIELDS}
    for name in PERSPECTIVE_FIELDS:
        perspective: Perspective = getattr(case, name)
        stem = name.removesuffix("_perspective")
        columns |= {f"{stem}_text": _clean(perspective.text), f"{stem}_rating": perspective.rating}
    return columns | {
        "spans": [span.model_dump(mode="json") for span in case.spans],
        "suspects": [suspect.model_dump(mode="json") for suspect in case.suspects],
        "engine": _clean(case.engine),
    }


def value_rows(case: SafeCase) -> list[dict[str, Any]]:
    """The rows of table ``case_values``."""
    return [
        {"case_id": case.case_id, "field": field, "position": position, "value": _clean(str(value))}
        for field in LIST_FIELDS
        for position, value in enumerate(getattr(case, field))
    ]


def stored_cases(session: Session, rows: Sequence[RowMapping]) -> list[StoredCase]:
    """The cases of these rows of table ``cases``, in the same order."""
    values = _values(session, [row["case_id"] for row in rows])
    return [_stored_case(row, values[row["case_id"]]) for row in rows]


def _values(session: Session, case_ids: list[str]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    wanted = select(CaseValue.case_id, CaseValue.field, CaseValue.value).where(
        among(session, CaseValue.case_id, case_ids)
    )
    for case_id, field, value in session.execute(wanted.order_by(CaseValue.position)):
        found[case_id][field].append(value)
    return found


def _stored_case(row: RowMapping, values: Mapping[str, list[str]]) -> StoredCase:
    perspectives = {}
    for name in PERSPECTIVE_FIELDS:
        stem = name.removesuffix("_perspective")
        perspectives[name] = Perspective(text=row[f"{stem}_text"], rating=row[f"{stem}_rating"])
    plain = {name: row[name] for name in (*PLAIN_FIELDS, "spans", "suspects", "engine")}
    case = SafeCase.model_validate({**plain, **perspectives, **values})
    return StoredCase(case, row["state"], row["stored_at"], row["released_at"], row["content_key"])


def _check_number(case_id: str) -> None:
    if not case_id.strip() or len(case_id) > ID_LENGTH or "\0" in case_id:
        raise UnstorableCaseError(
            f"Het casusnummer ontbreekt of is langer dan {ID_LENGTH} tekens. Geef de casus een kort nummer.",
            f"The case number is missing or has more than {ID_LENGTH} characters. Give it a short number.",
        )


def _check_names(field: str, values: Iterable[str]) -> None:
    if any(len(value) > VALUE_LENGTH for value in values):
        raise UnstorableCaseError(
            f"In het veld {field} is een waarde langer dan {VALUE_LENGTH} tekens."
            " Zet daar alleen namen of termen, gescheiden door een puntkomma.",
            f"The field {field} has a value of more than {VALUE_LENGTH} characters."
            " Use only names or terms there, separated by semicolons.",
        )


def _clean(value: Any) -> Any:
    # PostgreSQL cannot keep the NUL character; the replacement character leaves all positions as they are.
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if type(value) is str else value
