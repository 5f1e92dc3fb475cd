# SPDX-License-Identifier: EUPL-1.2
"""A fingerprint of a registration, by which a second run knows that nothing changed."""

import hashlib
import hmac
import json

from casebase.record import RawCase

_DOMAIN = b"maatwerk-databank content 1\0"


def content_key(case: RawCase, key: bytes) -> str:
    """HMAC-SHA256 of the whole registration as canonical JSON, in hexadecimal.

    Fields without a value are left out, so that a field that is added to the record later does not
    change the fingerprint of older cases.
    """
    fields = case.model_dump(mode="json", exclude_defaults=True)
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(key, _DOMAIN + canonical.encode("ascii"), hashlib.sha256).hexdigest()
