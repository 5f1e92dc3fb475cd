# SPDX-License-Identifier: EUPL-1.2
r"""What a text must hold for a pattern to match in it, read off the pattern itself.

A regular expression is tried at every place of a text, though nearly all of ours need a digit, an @
or one of a few words. ``needs_of`` finds such needs in the parsed pattern: nobody has to write them
beside a rule, and they cannot go out of step with it. A need is a necessary condition only; whether
there is a match is still decided by the pattern.

Texts are compared folded (``fold``): in lower case, and every digit a 0, so that ``\d{4}`` becomes
'0000' and 'BSN' becomes 'bsn'. Letters that ``(?i:…)`` takes for one another fold to one letter
(Unicode simple case folding, as in the module ``re``).
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

ENDLESS = 1 << 30
"""Width of a repeat without a bound."""

_MOST_STRINGS = 24
"""More spellings than this take longer to look for than they save."""

_DIGIT = re.compile(r"\d")
_SAME_LETTER = str.maketrans({"\u0130": "i", "ı": "i", "ſ": "s"})
_SAFE = frozenset(map(chr, range(0x100))) - {"µ"}
"""Signs of which ``fold`` knows all spellings: Latin-1 without the micro sign, which is Greek too."""

_CHANCE = {" ": 0.15, "0": 0.02, "-": 0.01, ".": 0.02, ",": 0.02, "/": 0.005, "e": 0.13, "n": 0.08, "t": 0.06}
_CHANCE_OF_LETTER, _CHANCE_OF_SIGN, _CHANCE_OF_NEXT = 0.04, 0.002, 0.25


class Anchor(NamedTuple):
    """One of ``strings`` begins, in the folded text, at most ``reach`` signs behind the start of a match."""

    strings: tuple[str, ...]
    reach: int

    @property
    def cost(self) -> float:
        """About the share of places that this leaves to be tried."""
        return (self.reach + 1) * sum(map(_chance, self.strings)) + 0.0002 * len(self.strings)


def fold(text: str) -> str:
    """The text in lower case with a 0 for every digit; each sign keeps its place."""
    lower = text.lower() if text.isascii() else text.translate(_SAME_LETTER).lower()
    return _DIGIT.sub("0", lower)


def needs_of(pattern: re.Pattern[str]) -> tuple[list[Anchor], int]:
    """All that every match of the pattern needs, the most telling first, and its width.

    The width is how many signs from its start a match, with what its lookaheads see, can depend on.
    """
    parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    needs = sorted(_needs(parsed), key=lambda need: (need.cost, need))
    width = int(parsed.getwidth()[1]) + _seen_ahead(parsed) + _LENGTH_OF_LINE_END
    return needs, min(width, ENDLESS)


_LENGTH_OF_LINE_END = 2
"""``$`` looks for the end of the text, with or without a line feed before it."""


def _needs(sequence: Any) -> list[Anchor]:
    """The needs of a row of parsed items. Items that must be there side by side make one string."""
    needs: list[Anchor] = []
    strings, began, width = {""}, 0, 0
    for place, item in enumerate(sequence):
        needs += [Anchor(need.strings, need.reach + width) for need in _inner_needs(item)]
        certain, whole = _strings(item)
        longer = _joined(strings, certain) if certain else None
        if longer is None:
            needs += _as_need(strings, began)
            strings, began = certain or {""}, width
        else:
            strings = longer
        width = min(width + int(sequence[place : place + 1].getwidth()[1]), ENDLESS)
        if not whole:
            needs += _as_need(strings, began)
            strings = _endings(item)
            began = width - min(map(len, strings))
    return needs + _as_need(strings, began)


def _as_need(strings: set[str], began: int) -> list[Anchor]:
    shortest = {s for s in strings if not any(s != other and s.startswith(other) for other in strings)}
    return [] if "" in strings else [Anchor(tuple(sorted(shortest)), began)]


def _joined(heads: set[str], tails: set[str]) -> set[str] | None:
    """Every head with every tail; nothing where that makes too many."""
    if len(heads) * len(tails) > _MOST_STRINGS:
        return None
    return {head + tail for head, tail in product(heads, tails)}


def _inner_needs(item: Any) -> list[Anchor]:
    """The needs of the parts of an item, counted from its start; what is seen ahead is needed too."""
    name, value = item[0].name, item[1]
    if name == "SUBPATTERN" or (name == "ASSERT" and value[0] == 1):
        return _needs(value[-1])
    if name == "ATOMIC_GROUP":
        return _needs(value)
    if name in _REPEATS:
        return _needs(value[2]) if value[0] else []
    return _needs_of_branches(value[1]) if name == "BRANCH" else []


def _endings(item: Any) -> set[str]:
    """Strings of which one stands at the end of an item that must be there; an empty one where unknown."""
    name, value = item[0].name, item[1]
    if name in ("SUBPATTERN", "ATOMIC_GROUP") or (name in _REPEATS and value[0]):
        row = value if name == "ATOMIC_GROUP" else value[-1]
        strings, whole = _strings(row[-1]) if len(row) else ({""}, True)
        return strings if whole else _endings(row[-1])
    return {""}


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _needs_of_branches(branches: Iterable[Any]) -> list[Anchor]:
    """The best need of each branch, together: one of them must be there."""
    needs = [min(_needs(branch), key=lambda need: need.cost, default=None) for branch in branches]
    known = [need for need in needs if need is not None]
    if len(known) < len(needs):
        return []
    strings = {string for need in known for string in need.strings}
    return [Anchor(tuple(sorted(strings)), max(need.reach for need in known))]


def _strings(item: Any) -> tuple[set[str], bool]:
    """Strings of which one must stand at the start of the part, and whether that is the whole of it.

    No strings where they are too many or unknown.
    """
    name, value = item[0].name, item[1]
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}, True
    if name in ("LITERAL", "IN"):
        signs = _signs([item] if name == "LITERAL" else value)
        return (signs, True) if signs else (set(), False)
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _strings_of_row(value[-1] if name == "SUBPATTERN" else value)
    if name == "BRANCH":
        return _strings_of_branches(value[1])
    return _strings_of_repeat(*value) if name in _REPEATS else (set(), False)


def _strings_of_row(sequence: Any) -> tuple[set[str], bool]:
    strings = {""}
    for item in sequence:
        more, whole = _strings(item)
        longer = _joined(strings, more) if more else None
        if longer is None:
            return (strings if strings != {""} else set()), False
        strings = longer
        if not whole:
            return strings, False
    return strings, True


def _strings_of_branches(branches: Iterable[Any]) -> tuple[set[str], bool]:
    found = [_strings_of_row(branch) for branch in branches]
    strings = {string for more, _ in found for string in more}
    if any(not more for more, _ in found) or len(strings) > _MOST_STRINGS:
        return set(), False
    return strings, all(whole for _, whole in found)


def _strings_of_repeat(least: int, most: int, sequence: Any) -> tuple[set[str], bool]:
    """So many times as it must be there; a part that may be absent counts both ways."""
    once, whole = _strings_of_row(sequence)
    if not once or (least == 0 and (most > 1 or not whole)):
        return set(), False
    strings = {""}
    for _ in range(least if whole else 1):
        longer = _joined(strings, once)
        if longer is None:
            return strings, False
        strings = longer
    if least == 0 and most == 1:
        return strings | once, True
    return strings, whole and least == most


def _signs(items: Iterable[Any]) -> set[str]:
    """The few signs of a set, folded; none where there are many or where one has unknown spellings."""
    signs: set[str] = set()
    for kind, value in items:
        if kind.name == "LITERAL":
            signs.add(chr(value))
        elif _is_digits(kind.name, value):
            signs.add("0")
        else:
            return set()
    folded = {fold(sign) for sign in signs}
    return folded if signs <= _SAFE and len(folded) <= _MOST_SIGNS else set()


_MOST_SIGNS = 4


def _is_digits(kind: str, value: Any) -> bool:
    if kind == "RANGE":
        return chr(value[0]).isdigit() and chr(value[1]) in "0123456789"
    return bool(kind == "CATEGORY" and value.name == "CATEGORY_DIGIT")


def _seen_ahead(sequence: Any) -> int:
    """The widths of all lookaheads, inner ones too, together."""
    seen = 0
    for name, value in ((item[0].name, item[1]) for item in sequence):
        if name in ("ASSERT", "ASSERT_NOT") and value[0] == 1:
            seen += int(value[1].getwidth()[1])
        seen += sum(_seen_ahead(part) for part in _parts(name, value))
    return min(seen, ENDLESS)


def _parts(name: str, value: Any) -> Iterator[Any]:
    """The rows of items inside an item."""
    if name == "BRANCH":
        yield from value[1]
    elif name == "ATOMIC_GROUP":
        yield value
    elif name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT", *_REPEATS):
        yield value[-1]


def _chance(string: str) -> float:
    """About how often a folded string stands at a place of a Dutch text."""
    first = string[0]
    chance = _CHANCE.get(first, _CHANCE_OF_LETTER if first.isalpha() else _CHANCE_OF_SIGN)
    return chance * float(_CHANCE_OF_NEXT ** (len(string) - 1))
