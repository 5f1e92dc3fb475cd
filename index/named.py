# SPDX-License-Identifier: EUPL-1.2
"""What the record of a case names beside its story, and how far two records agree on it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from casebase.record import SafeCase

FIELDS = ("regulations", "principles", "nature", "level")
"""In the order of the rows of ``agreement``."""

_BETWEEN_FIELDS, _BETWEEN_VALUES = "\x1e", "\x1f"

Named = tuple[frozenset[str], ...]
"""The values of a case by field, in the order of ``FIELDS``; empty where nothing was filled in."""

Agreement = npt.NDArray[np.float32]


def named_in(case: SafeCase) -> Named:
    """What the record of a case names."""
    values = (case.regulations, case.principles, (case.nature,), (case.level,))
    return tuple(frozenset(str(each) for each in several if each) for several in values)


def agreement(asked: Sequence[Named], found: Sequence[Named], usual: Sequence[float]) -> Agreement:
    """How far each found record agrees with the asked ones, by field: (fields, found).

    Shared values as a part of all that the two name (Jaccard, 1901), less what is ``usual``; the mean over
    the asked ones. What one of the two leaves out tells nothing and counts as usual: 0.
    """
    total = np.zeros((len(FIELDS), len(found)), dtype=np.float64)
    for one in asked:
        for field, (own, mean) in enumerate(zip(one, usual, strict=True)):
            if own:
                total[field] += [_shared(own, other[field], mean) for other in found]
    return (total / max(1, len(asked))).astype(np.float32)


def packed_names(named: Sequence[Named]) -> list[str]:
    """One line of text for every case, that ``unpacked_names`` reads."""
    return [
        _BETWEEN_FIELDS.join(_BETWEEN_VALUES.join(sorted(values)) for values in fields) for fields in named
    ]


def unpacked_names(lines: Sequence[str]) -> tuple[Named, ...]:
    """What ``packed_names`` packed."""
    return tuple(
        tuple(frozenset(filter(None, part.split(_BETWEEN_VALUES))) for part in line.split(_BETWEEN_FIELDS))
        for line in lines
    )


def _shared(one: frozenset[str], other: frozenset[str], usual: float) -> float:
    return len(one & other) / len(one | other) - usual if other else 0.0
