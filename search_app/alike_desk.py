# SPDX-License-Identifier: EUPL-1.2
"""More like these: which cases are searched with, and how such a search is named in one line.

The line (``zoals:A-2021-001,B-2022-014``) stands for the search where a text would: in an address and with
the judgements that people give. The order of the numbers does not make it another search.
"""

from collections.abc import Iterable, Sequence

from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session
from casebase.store import StoredCase, UnknownCaseError
from casebase.vocabulary import ReviewState
from index.alike import MOST_CASES

PREFIX = "zoals:"
_SEPARATOR = ","
_SHOWN = 60

LEFT_OUT = Bilingual(
    "Casus {case} is er niet of is niet meer vrijgegeven. Wij zoeken nu zonder deze casus.",
    "Case {case} is not here or no longer released. We now search without it.",
)
TOO_MANY = Bilingual(
    "U kunt met hooguit drie casussen tegelijk zoeken. Wij namen de eerste drie.",
    "You can search with at most three cases at once. We took the first three.",
)


def known_examples(
    session: Session, case_ids: Iterable[str]
) -> tuple[tuple[StoredCase, ...], tuple[Bilingual, ...]]:
    """The released cases among these numbers, at most three, and what has to be told about the others.

    Raises:
        UnknownCaseError: none of them is there and released.
    """
    wanted = tuple(dict.fromkeys(case_ids))
    stored = store.get_cases(session, wanted[: 2 * MOST_CASES])  # an address may hold anything
    released = {number: found for number, found in stored.items() if found.state is ReviewState.RELEASED}
    if not released:
        raise UnknownCaseError(wanted[0] if wanted else "")
    taken = wanted[: 2 * MOST_CASES]
    told = [_left_out(number) for number in taken if number not in released]
    many = [TOO_MANY] if len(wanted) - len(told) > MOST_CASES else []
    return tuple(released.values())[:MOST_CASES], (*told, *many)


def joined(case_ids: Sequence[str]) -> str:
    """Case numbers as one value of an address, in their order."""
    return _SEPARATOR.join(number.replace("%", "%25").replace(_SEPARATOR, "%2C") for number in case_ids)


def parted(value: str) -> tuple[str, ...]:
    """The case numbers that were joined so, each once."""
    numbers = (part.replace("%2C", _SEPARATOR).replace("%25", "%") for part in value.split(_SEPARATOR))
    return tuple(dict.fromkeys(number.strip() for number in numbers if number.strip()))


def search_by(case_ids: Iterable[str]) -> str:
    """The line that stands for a search by these cases."""
    return PREFIX + joined(sorted(set(case_ids)))


def cases_of(line: str) -> tuple[str, ...]:
    """The case numbers of such a line; none for a search by text."""
    named = line.removeprefix(PREFIX)
    return parted(named) if named != line and named == named.lstrip() else ()


def _left_out(number: str) -> Bilingual:
    shown = "".join(sign for sign in number if sign.isprintable())[:_SHOWN]
    return Bilingual(*(text.format(case=f"‘{shown}’") for text in (LEFT_OUT.nl, LEFT_OUT.en)))
