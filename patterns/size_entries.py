# SPDX-License-Identifier: EUPL-1.2
"""Entering what is known of how many people a pattern hits."""

from dataclasses import replace

from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session, begin_write
from casebase.store import SizeFinding
from patterns.acts import Act, checked_text
from patterns.errors import SizeRangeError

SOURCE = Bilingual("de bron van het aantal", "the source of the number")

LONGEST_SOURCE = 200
"""Longest source, in characters."""


def enter_size(session: Session, pattern_id: str, finding: SizeFinding, act: Act) -> int:
    """Keep a count or an estimate with its source, and give its number.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: the range is not in order, or the source is empty, too long, or tells who somebody is.
    """
    begin_write(session)
    if not 0 <= finding.low <= finding.high:
        raise SizeRangeError
    source = checked_text(finding.source, SOURCE, LONGEST_SOURCE, act)
    checked = replace(finding, source=source)
    return store.add_size_evidence(session, pattern_id, checked, actor=act.actor, now=act.now)
