# SPDX-License-Identifier: EUPL-1.2
"""Saving a Word file so that the same content gives the same bytes, with no machine or maker in it."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNDATED = date(2026, 1, 1)


def saved(document: Any, *, title: str, author: str, subject: str, language: str, day: date | None) -> bytes:
    """The file; ``day`` is when it counts as made, at noon UTC."""
    properties, moment = document.core_properties, datetime.combine(day or _UNDATED, time(12), UTC)
    properties.title, properties.author, properties.subject = title, author[:255], subject
    properties.last_modified_by, properties.comments, properties.keywords = "", "", ""
    properties.language, properties.revision = language, 1
    properties.created = properties.modified = moment.replace(tzinfo=None)
    raw = BytesIO()
    document.save(raw)
    return _packed(raw)


def _packed(raw: BytesIO) -> bytes:
    """All parts in the same order, with the same date."""
    packed = BytesIO()
    with ZipFile(raw) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in _in_order(old.namelist()):
            information = ZipInfo(name, _EPOCH)
            information.compress_type, information.create_system = ZIP_DEFLATED, 3
            new.writestr(information, old.read(name))
    return packed.getvalue()


def _in_order(names: list[str]) -> list[str]:
    """Readers want the table of contents first."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
