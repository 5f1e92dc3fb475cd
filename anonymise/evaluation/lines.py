# SPDX-License-Identifier: EUPL-1.2
"""The figures of an evaluation as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator

from anonymise.evaluation.scores import AnonymisationScores, Interval, LeftoverReason, Score
from casebase.bilingual import Bilingual


def lines(scores: AnonymisationScores) -> list[Bilingual]:
    """Groups and kinds, then origins of names, styles, left-overs and over-masking."""
    return [
        _HEADING,
        *_groups(scores),
        *(_line(Bilingual(kind, kind), score) for kind, score in scores.kinds.items()),
        *_origins(scores),
        *_styles(scores),
        *_leftovers(scores),
        *_closing(scores),
    ]


def percent(share: float | None) -> str:
    """A share with one decimal; a dash when there is none."""
    return "-" if share is None else f"{100 * share:.1f}%"


def between(interval: Interval | None) -> str:
    """An interval of a share in whole tenths of a percent; nothing when there is none."""
    return f"{100 * interval.low:.1f}-{100 * interval.high:.1f}" if interval else ""


def _groups(scores: AnonymisationScores) -> Iterator[Bilingual]:
    yield _line(Bilingual("direct herleidbaar", "direct identifiers"), scores.direct)
    yield _line(Bilingual("namen", "names"), scores.names)
    yield _line(Bilingual("nummers en adressen", "numbers and addresses"), scores.numbers)
    yield _line(Bilingual("indirect herleidbaar", "quasi-identifiers"), scores.quasi)


def _origins(scores: AnonymisationScores) -> Iterator[Bilingual]:
    if scores.origins:
        yield Bilingual("\nnamen naar herkomst", "\nnames by origin")
    for origin, score in scores.origins.items():
        yield _line(Bilingual(origin, origin), score)


def _styles(scores: AnonymisationScores) -> Iterator[Bilingual]:
    if scores.styles:
        yield Bilingual("\ndirect herleidbaar naar schrijfstijl", "\ndirect identifiers by style of writing")
    for style, score in scores.styles.items():
        yield _line(Bilingual(style, style), score.direct)


def _leftovers(scores: AnonymisationScores) -> Iterator[Bilingual]:
    if scores.leftovers:
        yield Bilingual(
            f"\n{'wat overblijft':<52}{'aantal':>8}{'waarvan bij beoordelaar':>26}",
            f"\n{'what is left':<52}{'marks':>8}{'of which shown to reviewer':>28}",
        )
    total: Counter[tuple[str, LeftoverReason]] = Counter()
    shown: Counter[tuple[str, LeftoverReason]] = Counter()
    for left in scores.leftovers:
        total[left.kind, left.reason] += left.count
        shown[left.kind, left.reason] += left.count * bool(left.pointed_out)
    for (kind, reason), count in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        told = str(shown[kind, reason]) if scores.suspects is not None else "-"
        yield Bilingual(
            f"{f'{kind}: {reason.label.nl}':<52}{count:>8}{told:>26}",
            f"{f'{kind}: {reason.label.en}':<52}{count:>8}{told:>28}",
        )


def _closing(scores: AnonymisationScores) -> Iterator[Bilingual]:
    share = percent(scores.over_masking)
    yield Bilingual(
        f"\n{scores.cases} casussen; van de overige tekst is {share} weggelakt",
        f"\n{scores.cases} cases; of the other text {share} was masked",
    )
    if scores.suspects is not None:
        yield Bilingual(
            f"{scores.suspects} plekken voor de beoordelaar; in {scores.silent_cases} casussen blijft iets "
            "direct herleidbaars over waar niemand op gewezen wordt",
            f"{scores.suspects} places for the reviewer; in {scores.silent_cases} cases a direct identifier "
            "is left that nobody is pointed to",
        )


_HEADING = Bilingual(
    f"{'soort':<24}{'aantal':>8}{'gevonden':>10}{'95%':>13}{'zelfde soort':>14}{'geheel':>9}{'precisie':>10}",
    f"{'kind':<24}{'marks':>8}{'recall':>10}{'95%':>13}{'same kind':>14}{'entity':>9}{'precision':>10}",
)


def _line(name: Bilingual, score: Score) -> Bilingual:
    figures = (
        f"{score.marks:>8}{percent(score.recall):>10}{between(score.recall_interval):>13}"
        f"{percent(score.same_kind_recall):>14}"
        f"{percent(score.entity_recall):>9}{percent(score.precision):>10}"
    )
    return Bilingual(f"{name.nl:<24}{figures}", f"{name.en:<24}{figures}")
