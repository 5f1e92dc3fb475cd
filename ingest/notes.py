# SPDX-License-Identifier: EUPL-1.2
"""What the user should hear about how a row was read, without any of its values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casebase.bilingual import Bilingual
from ingest.fields import Column

_LONGEST_QUOTE = 40
_MOST_WORDS = 6
_LOOKS_LIKE_VALUE = re.compile(r"\d{3}|@|https?:", re.I)


@dataclass(frozen=True)
class Note:
    """A remark about a row.

    ``once`` remarks hold for the whole file and are told once. After a ``doubtful`` one the case is
    not released without a person looking at it.
    """

    message: Bilingual
    once: bool = True
    doubtful: bool = False


def read_as(heading: str, column: Column) -> Note:
    """A near spelling was taken for a field."""
    nl, en = _quoted(heading)
    return Note(
        Bilingual(
            f"{nl} is gelezen als {column.label.nl}. Klopt dat niet, geef de kop dan een andere naam.",
            f"{en} was read as {column.label.en}. If that is wrong, rename the heading.",
        ),
        doubtful=True,
    )


def unknown_heading(heading: str, *, quotable: bool = True, personal: Sequence[str] = ()) -> Note:
    """A heading that the table does not know; quoted only where it looks like a heading."""
    words = {word.casefold() for value in personal for word in re.findall(r"\w{3,}", value)}
    if words & {word.casefold() for word in re.findall(r"\w{3,}", heading)}:
        quotable = False
    nl, en = _quoted(heading) if quotable else _unquoted()
    return Note(Bilingual(f"{nl} is niet herkend en overgeslagen.", f"{en} was not recognised and skipped."))


def joined(headings: Sequence[str], column: Column) -> Note:
    """Several headings belong to one field; nothing was lost."""
    nl, en = f"Koppen bij {column.label.nl}", f"Headings for {column.label.en}"
    quotes = [heading for heading in dict.fromkeys(headings) if _is_quotable(heading)]
    if len(quotes) > 1:
        nl, en = f"{nl} ({', '.join(quotes)})", f"{en} ({', '.join(quotes)})"
    return Note(Bilingual(f"{nl}: de waarden zijn samengevoegd.", f"{en}: the values were joined."))


def fallback_skipped(heading: str) -> Note:
    """A general number stands beside a real case number."""
    nl, en = _quoted(heading)
    return Note(
        Bilingual(
            f"{nl} is overgeslagen: het casusnummer staat al in een andere kolom.",
            f"{en} was skipped: the case number is in another column already.",
        )
    )


def no_story() -> Note:
    """A case with register fields only."""
    return Note(
        Bilingual(
            "Deze casus heeft nog geen verhaal: vul ten minste Situatie, Besluit of Afweging in.",
            "This case has no story yet: fill in at least Situation, Decision or Reasoning.",
        ),
        once=False,
        doubtful=True,
    )


def _quoted(heading: str) -> tuple[str, str]:
    if not _is_quotable(heading):
        return _unquoted()
    shown = " ".join(heading.split())
    return f"De kop '{shown}'", f"The heading '{shown}'"


def _unquoted() -> tuple[str, str]:
    return "Een kop die niet op een kolomnaam lijkt", "A heading that does not look like a column name"


def _is_quotable(heading: str) -> bool:
    shown = " ".join(heading.split())
    fits = len(shown) <= _LONGEST_QUOTE and len(shown.split()) <= _MOST_WORDS and shown.isprintable()
    return fits and not _LOOKS_LIKE_VALUE.search(shown)
