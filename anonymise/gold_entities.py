# SPDX-License-Identifier: EUPL-1.2
"""Which marks of a gold case are mentions of the same entity.

An entity is one value of one kind in one case. Values are compared without case, spaces and signs;
names belong together when they share a name part. Relatives with one surname so count as one entity,
which makes the measure stricter, never milder.
"""

import re
from collections.abc import Iterator

from anonymise.gold import GoldCase, GoldSpan
from casebase.vocabulary import Kind

Mention = tuple[str, GoldSpan]
"""Field name and mark."""

_PARTICLES = frozenset(
    {"van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "von", "la", "le", "en"}
    | {"al", "el", "ben", "bin", "da", "do", "dos", "das", "di", "du"}
)
_SHORTEST_PART = 2


def entities(case: GoldCase) -> Iterator[tuple[Kind, list[Mention]]]:
    """Kind and mentions of each entity of a case."""
    groups: list[tuple[Kind, set[str], list[Mention]]] = []
    for field, marks in case.spans.items():
        for mark in marks:
            keys = _keys(mark.kind, case.texts[field][mark.start : mark.end])
            joined = [group for group in groups if group[0] is mark.kind and group[1] & keys]
            groups = [group for group in groups if group not in joined]
            mentions = [mention for group in joined for mention in group[2]]
            groups.append(
                (mark.kind, keys.union(*(group[1] for group in joined)), [*mentions, (field, mark)])
            )
    for kind, _, mentions in groups:
        yield kind, mentions


def _keys(kind: Kind, text: str) -> set[str]:
    if kind is not Kind.PERSON:
        return {_squeezed(text)}
    parts = re.findall(r"[^\W\d_]+", text.casefold())
    telling = {part for part in parts if len(part) >= _SHORTEST_PART and part not in _PARTICLES}
    return telling or {_squeezed(text)}


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
