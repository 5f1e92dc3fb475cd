# SPDX-License-Identifier: EUPL-1.2
"""What an evidence pack does not know, in fixed sentences with the counts of the pack."""

from casebase.bilingual import Bilingual
from patterns.dossier import Dossier
from patterns.size import Rung

_REPORTED = Bilingual(
    "Een casus komt in de databank als iemand hem inbrengt. Wie niets meldt, telt niet mee. De aantallen "
    "zeggen dus niet hoe vaak het echt voorkomt.",
    "A case comes into the databank when somebody brings it in. Whoever reports nothing does not count, so "
    "the numbers do not tell how often it really happens.",
)
_NOT_COUNTED = Bilingual(
    "Niemand heeft in een register geteld hoeveel mensen het raakt.",
    "Nobody counted in a register how many people it hits.",
)
_ESTIMATED = Bilingual("Er is alleen een schatting.", "There is only an estimate.")
_COUNTED = Bilingual(
    "De telling in een register gaat over dat register en die datum; wie er niet in staat, telt niet mee.",
    "The count in a register is about that register and that date; whoever is not in it does not count.",
)
_NO_FORECAST = Bilingual(
    "Dit dossier zegt niet hoe een nieuwe zaak moet aflopen. Dat blijft een weging van mensen.",
    "This pack does not tell how a new case should end. That remains for people to weigh.",
)


def limits(dossier: Dossier) -> tuple[Bilingual, ...]:
    """The sentences that hold for this pack, the general one first."""
    unknown = dossier.not_known
    estimated = any(step.rung in {Rung.TWO_LISTS, Rung.MULTIPLIER} for step in dossier.study.size)
    size = (
        _COUNTED
        if unknown.counted_in_register
        else _both(_NOT_COUNTED, _ESTIMATED)
        if estimated
        else _NOT_COUNTED
    )
    found = [
        _REPORTED,
        size,
        _count(unknown.outcome_unknown, _OUTCOME),
        _count(unknown.unrated, _UNRATED),
        _count(unknown.undated, _UNDATED),
        _count(unknown.hidden, _HIDDEN),
        _count(unknown.deleted, _DELETED),
        _power(unknown.power),
        _NO_FORECAST,
    ]
    return tuple(each for each in found if each)


_OUTCOME = (
    Bilingual("Van 1 casus is de afloop onbekend.", "Of 1 case the outcome is unknown."),
    Bilingual("Van {n} casussen is de afloop onbekend.", "Of {n} cases the outcome is unknown."),
)
_UNRATED = (
    Bilingual(
        "Bij 1 casus ontbreekt het oordeel op een of meer perspectieven.",
        "In 1 case the rating of one or more perspectives is missing.",
    ),
    Bilingual(
        "Bij {n} casussen ontbreekt het oordeel op een of meer perspectieven.",
        "In {n} cases the rating of one or more perspectives is missing.",
    ),
)
_UNDATED = (
    Bilingual(
        "Van 1 casus is de datum niet bekend; die staat niet in de figuur.",
        "Of 1 case the date is not known; it is not in the figure.",
    ),
    Bilingual(
        "Van {n} casussen is de datum niet bekend; die staan niet in de figuur.",
        "Of {n} cases the date is not known; they are not in the figure.",
    ),
)
_HIDDEN = (
    Bilingual(
        "1 casus van dit patroon wacht op controle en staat niet in dit dossier.",
        "1 case of this pattern waits for review and is not in this pack.",
    ),
    Bilingual(
        "{n} casussen van dit patroon wachten op controle en staan niet in dit dossier.",
        "{n} cases of this pattern wait for review and are not in this pack.",
    ),
)
_DELETED = (
    Bilingual("1 casus is uit de databank verwijderd.", "1 case was deleted from the databank."),
    Bilingual("{n} casussen zijn uit de databank verwijderd.", "{n} cases were deleted from the databank."),
)


def _count(number: int, words: tuple[Bilingual, Bilingual]) -> Bilingual | None:
    if not number:
        return None
    told = words[number > 1]
    return Bilingual(told.nl.format(n=number), told.en.format(n=number))


def _power(power: float) -> Bilingual:
    times = round(100 * power)
    return Bilingual(
        f"Als het aantal meldingen zou verdrievoudigen, valt dat bij deze aantallen in {times} van de 100 "
        "gevallen op.",
        f"If the number of reports tripled, these numbers would show it in {times} of 100 cases.",
    )


def _both(one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(f"{one.nl} {other.nl}", f"{one.en} {other.en}")
