# SPDX-License-Identifier: EUPL-1.2
"""The comparison with peers as a page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from anonymise.evaluation import AnonymisationScores, Score
from anonymise.evaluation.lines import percent

FEWEST_MARKS = 20


@dataclass(frozen=True)
class Peer:
    """A system with its figures; ``rate`` is in cases a second of processor time."""

    name: str
    version: str
    scores: AnonymisationScores
    rate: float
    start: float
    peak_mb: float


def peers_page(peers: Sequence[Peer], files: Sequence[str], measured_on: date) -> str:
    """The page as Markdown."""
    some = peers[0].scores
    lines = [
        "# Next to others",
        "",
        f"Measured on {measured_on.isoformat()} on {some.cases} cases of "
        f"{', '.join(f'`{name}`' for name in files)}, all systems in one run with the same measure",
        "([README.md](README.md)), each in a process of its own on one core.",
        "",
        *(f"- **{peer.name}**: {peer.version}" for peer in peers),
        "",
        *NOTES,
        "",
        "## In short",
        "",
        *_table(peers, _summary(peers)),
        "## Recall by kind",
        "",
        *_table(peers, _kinds(peers)),
        "## Recall of persons by origin of the name",
        "",
        *_table(peers, _groups(peers, lambda scores: scores.origins)),
        "## Recall of direct identifiers by style of writing",
        "",
        *_table(
            peers,
            _groups(peers, lambda scores: {name: style.direct for name, style in scores.styles.items()}),
        ),
    ]
    return "\n".join(lines)


NOTES = (
    "*Presidio* brings no recogniser for Dutch and no Dutch model: what it finds are e-mail addresses,",
    "IBANs, links, dates and what looks like a phone number of another country; with *NL phones* it is told",
    "to look for Dutch numbers instead. *Deduce* is made for notes of hospitals and knows no IBAN, plate or",
    "V-number; *slim lists* leave out its streets and institutions (full lists take minutes and a gigabyte",
    "to build). *Ours + Deduce* masks what either finds. *No model* leaves out our name model.",
    "*Whole*: all mentions of a person in the case are covered. Memory is that of the process that searches.",
    "Made by `python -m benchmarks.anonymise.compare`.",
)


def _summary(peers: Sequence[Peer]) -> Iterator[list[str]]:
    def row(name: str, figure: Callable[[Peer], str]) -> list[str]:
        return [name, *map(figure, peers)]

    yield row("direct identifiers, recall", lambda peer: percent(peer.scores.direct.recall))
    yield row("direct identifiers, whole", lambda peer: percent(peer.scores.direct.entity_recall))
    yield row("names, recall", lambda peer: percent(peer.scores.names.recall))
    yield row("names, whole", lambda peer: percent(peer.scores.names.entity_recall))
    yield row("names, precision", lambda peer: percent(peer.scores.names.precision))
    yield row("numbers and addresses, recall", lambda peer: percent(peer.scores.numbers.recall))
    yield row("numbers and addresses, precision", lambda peer: percent(peer.scores.numbers.precision))
    yield row("quasi-identifiers, recall", lambda peer: percent(peer.scores.quasi.recall))
    yield row("other text masked", lambda peer: percent(peer.scores.over_masking))
    yield row("cases of 2,500 characters a second", lambda peer: f"{peer.rate:.0f}")
    yield row("start, seconds of processor time", lambda peer: f"{peer.start:.1f}")
    yield row("most memory, MB", lambda peer: f"{peer.peak_mb:.0f}")


def _kinds(peers: Sequence[Peer]) -> Iterator[list[str]]:
    for kind, score in peers[0].scores.kinds.items():
        if score.marks:
            shares = (percent(peer.scores.kinds[kind].recall) for peer in peers)
            yield [f"{kind.value} ({score.marks})", *shares]


def _groups(
    peers: Sequence[Peer], groups: Callable[[AnonymisationScores], dict[str, Score]]
) -> Iterator[list[str]]:
    for name, score in groups(peers[0].scores).items():
        if score.marks >= FEWEST_MARKS:
            shares = (percent(groups(peer.scores)[name].recall) for peer in peers)
            yield [f"{name.replace('_', ' ')} ({score.marks})", *shares]


def _table(peers: Sequence[Peer], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| | {' | '.join(peer.name for peer in peers)} |"
    yield f"|---|{'---|' * len(peers)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
