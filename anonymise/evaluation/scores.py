# SPDX-License-Identifier: EUPL-1.2
"""The figures of an evaluation, as they are printed and written as JSON."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, computed_field

from casebase.bilingual import Bilingual
from casebase.vocabulary import Kind

FORMAT_VERSION = 2
"""Raised when a key of the JSON changes its meaning; new keys do not raise it."""

QUASI = (Kind.CITY, Kind.DATE, Kind.AGE, Kind.ORG, Kind.NATIONALITY)
"""Kinds that point to a person only in combination; the others do so directly."""

DIRECT = tuple(kind for kind in Kind if kind not in QUASI)


class LeftoverReason(StrEnum):
    """Why a mark may have been missed, judged from its form only; the first that holds counts."""

    PARTLY = "partly covered"
    LOWER_CASE = "lower case"
    CAPITALS = "all capitals"
    INITIALS = "initials only"
    ORDINARY_WORD = "ordinary word"
    UNKNOWN = "in no list"
    NO_CUE = "listed, no cue"
    IN_WORDS = "number in words"
    NUMBER_FORM = "form of the number"

    @property
    def label(self) -> Bilingual:
        """The reason for people."""
        return _LABELS[self]


class Interval(BaseModel):
    """A 95% interval of a share; ``exact`` where nothing was missed and resampling would tell nothing."""

    model_config = ConfigDict(frozen=True)

    low: float
    high: float
    exact: bool = False


class Score(BaseModel):
    """Counts of one kind or group; the shares follow from them (None: nothing to measure)."""

    model_config = ConfigDict(frozen=True)

    marks: int = 0
    covered: int = 0
    covered_same_kind: int = 0
    entities: int = 0
    entities_covered: int = 0
    found: int = 0
    found_right: int = 0
    recall_interval: Interval | None = None
    entity_recall_interval: Interval | None = None
    precision_interval: Interval | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """Share of marks that is covered by found spans of any kind."""
        return share(self.covered, self.marks)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def same_kind_recall(self) -> float | None:
        """Share of marks that is covered by found spans of the same kind."""
        return share(self.covered_same_kind, self.marks)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def entity_recall(self) -> float | None:
        """Share of entities of which all mentions are covered."""
        return share(self.entities_covered, self.entities)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """Share of found spans that touch a mark of any kind."""
        return share(self.found_right, self.found)


class StyleScores(BaseModel):
    """Figures of the cases that are written in one style."""

    model_config = ConfigDict(frozen=True)

    cases: int
    direct: Score
    names: Score
    quasi: Score


class Leftover(BaseModel):
    """Marks of one kind that were missed for one reason; never what stands there.

    ``pointed_out`` tells whether a reviewer is shown the place; None where that was not measured.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    reason: LeftoverReason
    pointed_out: bool | None
    count: int


class AnonymisationScores(BaseModel):
    """Figures over gold files: by kind, group, origin of names and style, and what was masked without need.

    ``origins`` counts marks and entities of persons. ``suspects`` are the places that reviewers are
    pointed to, ``silent_cases`` the cases in which a direct identifier is left that nobody is pointed to
    (both None where the finder points out nothing). ``parts`` holds the figures of each file where there
    are more.
    """

    model_config = ConfigDict(frozen=True)

    version: int = FORMAT_VERSION
    cases: int
    unmarked_characters: int
    masked_unmarked_characters: int
    over_masking_interval: Interval | None = None
    suspects: int | None = None
    silent_cases: int | None = None
    kinds: dict[Kind, Score]
    direct: Score
    names: Score
    numbers: Score
    quasi: Score
    origins: dict[str, Score] = {}
    styles: dict[str, StyleScores] = {}
    leftovers: tuple[Leftover, ...] = ()
    parts: dict[str, "AnonymisationScores"] = {}

    @computed_field  # type: ignore[prop-decorator]
    @property
    def over_masking(self) -> float | None:
        """Share of the letters and digits outside all marks that is masked."""
        return share(self.masked_unmarked_characters, self.unmarked_characters)

    def table(self) -> list[Bilingual]:
        """The figures as lines for people."""
        from anonymise.evaluation.lines import lines

        return lines(self)


def share(part: int, whole: int) -> float | None:
    """Part of the whole; None when there is nothing to take part of."""
    return part / whole if whole else None


_LABELS = {
    LeftoverReason.PARTLY: Bilingual("deels gevonden", "partly covered"),
    LeftoverReason.LOWER_CASE: Bilingual("zonder hoofdletter geschreven", "written in lower case"),
    LeftoverReason.CAPITALS: Bilingual("geheel in hoofdletters geschreven", "written all in capitals"),
    LeftoverReason.INITIALS: Bilingual(
        "alleen voorletters of een afkorting", "initials or a short name only"
    ),
    LeftoverReason.ORDINARY_WORD: Bilingual("is ook een gewoon woord", "is an ordinary word as well"),
    LeftoverReason.UNKNOWN: Bilingual("staat in geen lijst", "is in no list"),
    LeftoverReason.NO_CUE: Bilingual(
        "staat in een lijst, maar niets eromheen wijst erop", "is in a list, but nothing around it tells"
    ),
    LeftoverReason.IN_WORDS: Bilingual("in woorden geschreven", "written in words"),
    LeftoverReason.NUMBER_FORM: Bilingual("ongewone schrijfwijze van een nummer", "unusual form of a number"),
}
