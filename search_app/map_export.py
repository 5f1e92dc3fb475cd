# SPDX-License-Identifier: EUPL-1.2
"""A selection of cases as a file, for an analyst's own tools: fields of the safe record, or vectors."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from anonymise.profiles import Profile
from casebase.audit import Scalar, record_event
from casebase.database import Session
from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from patterns.case_space import Points
from search_app.map_points import Field, MapPoint

_NO_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, repr=False)
class Export:
    """A file to take away: its name, kind and content, and how many cases are in it."""

    name: str
    kind: str
    content: bytes
    cases: int


def table_file(cases: Sequence[SafeCase], points: Mapping[str, MapPoint]) -> Export:
    """One line a case: number, title, fields of the register, ratings, outcome and place; no stories.

    Semicolons between the columns and a byte order mark, so that a Dutch spreadsheet opens it; a text that
    a spreadsheet would read as a formula gets an apostrophe.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    rows = [_row(case, points[case.case_id]) for case in cases]
    writer.writerow(_row(SafeCase(case_id="-"), MapPoint("-", "", None, 0, 0, {Field.PATTERN: ()})))
    for row in rows:
        writer.writerow([_harmless(value) for value in row.values()])
    content = buffer.getvalue().encode("utf-8-sig")
    return Export("casussen.csv", "text/csv", content, len(cases))


def vector_file(points: Sequence[MapPoint], vectors: Points, model_id: str) -> Export:
    """Numbers, vectors (cases, dimension) and places (cases, 2) of cases, for ``numpy.load``."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        case_ids=np.array([point.case_id for point in points], dtype=np.str_),
        vectors=vectors,
        places=np.array([(point.x, point.y) for point in points]).reshape(-1, 2),
        model=np.array(model_id),
    )
    return Export("casussen-vectoren.npz", "application/octet-stream", buffer.getvalue(), len(points))


def record_export(session: Session, made: Export, profile: Profile, *, actor: str, now: datetime) -> None:
    """Note who took how many cases away, in which form and with which profile of the texts."""
    details: dict[str, Scalar] = {"cases": made.cases, "file": made.name, "profile": profile.value}
    record_event(session, action="map.exported", actor=actor, subject="map", details=details, now=now)


def _row(case: SafeCase, point: MapPoint) -> dict[str, str]:
    ratings = {
        name.replace("perspective", "rating"): getattr(case, name).rating or "" for name in PERSPECTIVE_FIELDS
    }
    deviates = {True: "ja", False: "nee", None: ""}[case.deviates_from_rules]
    return {
        "case_id": case.case_id,
        "title": case.title,
        "maatwerkplaats": case.maatwerkplaats,
        "received_on": case.received_on.isoformat() if case.received_on else "",
        "closed_on": case.closed_on.isoformat() if case.closed_on else "",
        "submitter_organisation": case.submitter_organisation,
        "submitter_unit": case.submitter_unit,
        "submitter_role": case.submitter_role,
        "organisations_involved": ", ".join(case.organisations_involved),
        "regulations": ", ".join(case.regulations),
        "nature": case.nature or "",
        "level": case.level or "",
        "principles": ", ".join(case.principles),
        **ratings,
        "outcome": case.outcome or "",
        "deviates_from_rules": deviates,
        "patterns": ", ".join(point.values[Field.PATTERN]),
        "x": f"{point.x:.1f}",
        "y": f"{point.y:.1f}",
    }


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_NO_FORMULA) and not _is_number(value) else value


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
