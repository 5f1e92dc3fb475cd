# SPDX-License-Identifier: EUPL-1.2
"""The cases of a pattern in order of how typical they are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def most_central(
    case_ids: Sequence[str], known: Sequence[str], vectors: "npt.NDArray[np.floating]"
) -> tuple[str, ...]:
    """The cases of a pattern, most typical first: the one that is most like all the others together.

    known, vectors: cases with a vector of length 1 each, (cases, dimension). Typical is a high mean cosine
    with the other cases of the pattern (the medoid comes first: Kaufman and Rousseeuw 1990, Finding Groups
    in Data, chapter 2). Ties go by case number; cases without a vector come last.
    """
    import numpy as np

    row_of = {case_id: row for row, case_id in enumerate(known)}
    here = [case_id for case_id in sorted(set(case_ids)) if case_id in row_of]
    rest = [case_id for case_id in sorted(set(case_ids)) if case_id not in row_of]
    own = vectors[[row_of[case_id] for case_id in here]].astype(np.float64)
    means = np.round((own @ own.sum(axis=0) - 1) / max(len(here) - 1, 1), 6) if here else np.zeros(0)
    return (*(here[place] for place in np.argsort(-means, kind="stable").tolist()), *rest)
