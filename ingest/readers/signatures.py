# SPDX-License-Identifier: EUPL-1.2
"""The end of a letter or mail, and the people whom it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.forms import Entry
from ingest.readers.types import KNOWN_EMAIL, KNOWN_PERSON, RawRow

_CLOSING = re.compile(
    r"(?:met )?(?:vriendelijke|hartelijke|beste|collegiale|warme) groet(?:en)?\b.{0,3}|hoogachtend.?"
    r"|groet(?:en|jes)?.?|m\.?v\.?g\.?,?|(?:kind|best|warm) regards.?|yours (?:sincerely|faithfully).?|--",
    re.I,
)
_LONGEST_SIGNATURE = 15
_NAME = re.compile(r"[^\W\d_][\w.'’\- ]*(?: [\w.'’\-]+)+")
_ORGANISATION = re.compile(
    r"\b(?:maatwerk\w*|klant\w*|afdeling|team|uwv|svb|duo|cak|ciz|belasting\w*|gemeente|ministerie|secretariaat|info"
    r"|no-?reply|postbus|helpdesk|databank|administratie|bezwaar|juridisch\w*|dienst\w*|loket|kantoor|divisie|bureau"
    r"|stichting|service\w*|contact\w*|werkplein|werkbedrijf|mailbox|procesbegeleid\w*|adviseur|medewerk\w*|arts"
    r"|coördinator|manager|jurist|verzekerings\w*|arbeids\w*|signalen|meldingen|casus\w*|landelijk\w*|regio\w*)\b",
    re.I,
)
_MAX_NAME_WORDS = 6


@dataclass(frozen=True, repr=False)
class Signature:
    """How many lines were cut, and the names among them."""

    lines: int = 0
    people: tuple[str, ...] = ()


def cut_signature(entries: Sequence[Entry]) -> tuple[list[Entry], Signature]:
    """The entries without the closing lines of the letter, which stand under the last label."""
    if not entries:
        return list(entries), Signature()
    *others, last = entries
    first = next((n for n, line in enumerate(last.lines) if _CLOSING.fullmatch(line.strip())), None)
    if first is None or len(last.lines) - first > _LONGEST_SIGNATURE:
        return list(entries), Signature()
    cut = [line.strip() for line in last.lines[first + 1 :] if line.strip()]
    people = tuple(line for line in cut[:1] if is_person(line))
    return [*others, replace(last, lines=last.lines[:first])], Signature(1 + len(cut), people)


def is_person(name: str) -> bool:
    """Whether a name can be that of a person; a shared mailbox or a function must not be taken for one."""
    return (
        bool(_NAME.fullmatch(name))
        and len(name.split()) <= _MAX_NAME_WORDS
        and any(character.isupper() for character in name)
        and not _ORGANISATION.search(name)
    )


def with_known(rows: Sequence[RawRow], people: Sequence[str], addresses: Sequence[str]) -> tuple[RawRow, ...]:
    """The rows with names and addresses that stand outside the form, to be found and then dropped."""
    known = tuple((KNOWN_PERSON, name) for name in dict.fromkeys(people))
    known += tuple((KNOWN_EMAIL, address) for address in dict.fromkeys(addresses))
    return tuple(replace(row, fields=row.fields + known) for row in rows)
