# SPDX-License-Identifier: EUPL-1.2
"""What a search found before feedback: by this people are told whether anything comparable is there."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Values = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Wording:
    """What a typed search is like, whatever it finds.

    ``words`` counts its words; ``named`` is the share, 0 to 1, that names something in the lexicon of those
    that are no stop words; ``domain`` tells how much it is about what such a databank holds (log odds).
    """

    words: int = 0
    named: float = 0.0
    domain: float = 0.0


UNWORDED = Wording()
"""A search that is not typed."""


@dataclass(frozen=True, repr=False)
class Evidence:
    """The best cases before feedback, at most three, best first.

    ``scores`` are fused, ``signals`` (3, cases) as they are before they are set off against what is usual:
    these depend least on how large and how mixed a collection is. ``shared`` is how far the regulations of
    each agree with those of the case that is searched with, less what is usual; 0 in a typed search.
    """

    scores: _Values
    signals: _Values
    shared: _Values
    wording: Wording = UNWORDED

    def __len__(self) -> int:
        return len(self.scores)


NO_EVIDENCE = Evidence(np.zeros(0, np.float32), np.zeros((3, 0), np.float32), np.zeros(0, np.float32))
"""Nothing was looked at."""
