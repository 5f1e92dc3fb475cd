# SPDX-License-Identifier: EUPL-1.2
"""What people type in a form as text: days, numbers and parts of a hundred, as they write them."""

import re
from datetime import date

from casebase.bilingual import Bilingual, DatabankError
from search_app.ui import pattern_act_words as words

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+")
_SOME = 12


class TypedError(DatabankError):
    """Something that was typed cannot be read; the sentence names the box, never what stands in it."""


def day(text: str, box: Bilingual) -> date | None:
    """A day as 1-3-2027 (or 2027-03-01); None where nothing was typed.

    Raises:
        TypedError: it is no day.
    """
    typed = text.strip()
    if not typed:
        return None
    found, iso = _DAY.fullmatch(typed), _ISO.fullmatch(typed)
    try:
        if iso:
            return date(*(int(part) for part in iso.groups()))
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise _unread(words.NO_DAY, box)


def past_day(text: str, box: Bilingual, today: date) -> date:
    """A day that has come.

    Raises:
        TypedError: it is no day, or one to come.
    """
    found = day(text, box)
    if found is None:
        raise _unread(words.NO_DAY, box)
    if found > today:
        raise _unread(words.DAY_TO_COME, box)
    return found


def written_day(found: date | None) -> str:
    """A day as it is typed: 1-3-2027; empty without one."""
    return f"{found.day}-{found.month}-{found.year}" if found else ""


def whole_number(text: str, box: Bilingual) -> int:
    """A number of 0 or more; 3.000 and 3 000 are three thousand.

    Raises:
        TypedError: it is no whole number, or too long to be one of people.
    """
    typed = text.strip()
    if not _THOUSANDS.fullmatch(typed) or len(typed) > _SOME:
        raise _unread(words.NO_NUMBER, box)
    return int(re.sub(r"\D", "", typed))


def share(text: str, box: Bilingual) -> float:
    """A share (0 to 1) typed as a part of a hundred, with a comma or a point: 2,5 is 0.025.

    Raises:
        TypedError: it is no number between 0 and 100.
    """
    typed = text.strip().removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,3}(?:[.,]\d{1,6})?", typed) or float(typed.replace(",", ".")) > 100:
        raise _unread(words.NO_PART, box)
    return float(typed.replace(",", ".")) / 100


def several(text: str) -> tuple[str, ...]:
    """What was typed with commas, semicolons or line breaks between, each once, in order."""
    parts = (part.strip() for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def not_chosen(box: Bilingual) -> TypedError:
    """The error that nothing was chosen in a box."""
    return _unread(words.CHOOSE_FIRST, box)


def _unread(sentence: Bilingual, box: Bilingual) -> TypedError:
    told = words.filled(sentence, field=box)
    return TypedError(told.nl, told.en)
