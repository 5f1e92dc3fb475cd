# SPDX-License-Identifier: EUPL-1.2
"""Writes patterns/proposals.toml, with a line on what each number means."""

from collections.abc import Mapping

from patterns.proposal_numbers import ProposalNumbers

_HEAD = """# SPDX-License-Identifier: EUPL-1.2
# The numbers that proposals are made with. Written by python -m benchmarks.patterns.fit --write; change
# nothing by hand. What was tried and how well it does: docs/patterns.md."""

_MEANING: Mapping[str, str] = {
    "space.latent": "latent analysis of the collection beside the search model, which counts 1",
    "space.situation": "the situation beside the whole case, which counts 1",
    "space.weighing": "the weighing, likewise",
    "space.solution": "the solution, likewise",
    "space.dimensions": "directions that are kept of all these views together",
    "space.stress": "how much more the strongest directions count (0: as they are)",
    "company.neighbours": "nearest cases that are looked at to tell whether a case is in company",
    "company.one_in": "in a small collection at most one in so many cases is looked at, four at least",
    "company.weighing": "what links between the neighbours by weighing add to those as a whole",
    "company.words": "what being chosen in return by words adds",
    "company.least": "with less company than this a case is left alone",
    "company.crowding": "how much more company is asked for each part that neighbours are of the others",
    "company.usual": "from this part on",
    "company.leeway": "how much less is enough for a case that was in a proposal before",
    "groups.neighbours": "nearest cases by which two cases are compared",
    "groups.alike": "how far two groups must have the same neighbours on average to be joined",
    "groups.stay": "how much more alike two cases count that were in one proposal before",
    "groups.smallest": "cases in a proposal at least, near-duplicates counting once",
}


def as_toml(numbers: ProposalNumbers) -> str:
    """The file as text; the same numbers give the same text."""
    lines = [_HEAD]
    for part, values in numbers.model_dump().items():
        lines += ["", f"[{part}]"]
        lines += [f"{name} = {value}  # {_MEANING[f'{part}.{name}']}" for name, value in values.items()]
    return "\n".join([*lines, ""])
