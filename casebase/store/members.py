# SPDX-License-Identifier: EUPL-1.2
"""Asking for rows by a long list of values."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, ColumnElement, Text, cast, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from casebase.database import Session


def among(
    session: Session,
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None] | ColumnElement[str],
    values: Iterable[str],
) -> ColumnElement[bool]:
    """The condition that a text column holds one of these values.

    The list travels as one JSON parameter, so it may be longer than the number of parameters
    that a database takes (SQLite: 32,766).
    """
    # No stored text holds a NUL, and PostgreSQL refuses to be asked for one.
    listed = json.dumps([value for value in values if "\0" not in value])
    element: Any
    if session.get_bind().dialect.name == "sqlite":
        element = func.json_each(listed).table_valued("value")
    else:
        element = func.json_array_elements_text(cast(literal(listed, Text), JSON)).table_valued("value")
    return column.in_(select(element.c.value))
