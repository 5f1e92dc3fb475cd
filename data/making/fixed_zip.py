# SPDX-License-Identifier: EUPL-1.2
"""Office files are zips that carry the time of writing; without it, same input gives same bytes."""

import io
import re
import zipfile

_WHEN = (2026, 1, 5, 9, 0, 0)
_CHANGED = re.compile(rb'(w:date=")[^"]*')
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def freeze(office_file: bytes) -> bytes:
    """The same Office file with fixed times, entries in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office_file)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = _MODIFIED.sub(rb"\g<1>2026-01-05T09:00:00Z\g<2>", source.read(name))
            content = _CHANGED.sub(rb"\g<1>2026-01-05T09:00:00Z", content)
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
