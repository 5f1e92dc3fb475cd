# SPDX-License-Identifier: EUPL-1.2
"""How much a safe text tells: three profiles, each a choice per kind of personal data.

Names, numbers and addresses go in every profile. What is left of the rest follows opinion 05/2014 of the
Article 29 Working Party (singling out, linking, inference): the wider the circle of readers, the coarser.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Profile(StrEnum):
    """Who reads the text; the value is what the setting holds."""

    INTERN = "intern"
    DELEN = "delen"
    PUBLICATIE = "publicatie"


class PersonDetail(StrEnum):
    """What is told of a person, finest first; so are the lists below."""

    ROLE = "rol"
    NUMBER = "nummer"


class PlaceDetail(StrEnum):
    """What is told of a place."""

    REGION = "regio"
    PROVINCE = "provincie"
    NUMBER = "nummer"


class OrganisationDetail(StrEnum):
    """What is told of a private organisation."""

    KIND = "soort"
    ROLE = "rol"
    NUMBER = "nummer"


class NationalityDetail(StrEnum):
    """What is told of a nationality."""

    GROUP = "groep"
    NOTHING = "woord"


class DateDetail(StrEnum):
    """What is told of a date."""

    MONTH = "maand"
    YEAR = "jaar"


class DayDetail(StrEnum):
    """What is told of the days on which a case was received and closed."""

    DAY = "dag"
    MONTH = "maand"
    YEAR = "jaar"


class AmountDetail(StrEnum):
    """What is told of an amount of money."""

    WHOLE = "heel"
    ROUNDED = "afgerond"


@dataclass(frozen=True)
class Rules:
    """The choices of one profile; ``band_years`` is the width of a band of ages or birth years."""

    person: PersonDetail = PersonDetail.ROLE
    place: PlaceDetail = PlaceDetail.REGION
    organisation: OrganisationDetail = OrganisationDetail.KIND
    nationality: NationalityDetail = NationalityDetail.GROUP
    date: DateDetail = DateDetail.MONTH
    received: DayDetail = DayDetail.DAY
    amount: AmountDetail = AmountDetail.WHOLE
    band_years: int = 5

    def is_coarser_or_same(self, other: "Rules") -> bool:
        """Whether nothing in these rules tells more than the ``other`` rules do."""
        return self.band_years % other.band_years == 0 and all(
            _rank(mine) >= _rank(theirs)
            for mine, theirs in zip(self._choices(), other._choices(), strict=True)
        )

    def _choices(self) -> tuple[StrEnum, ...]:
        told = (self.person, self.place, self.organisation, self.nationality, self.date)
        return (*told, self.received, self.amount)


def read_rules(settings: Mapping[str, object]) -> Rules:
    """The rules of one profile of the settings file.

    Raises:
        KeyError: a choice is missing.
        ValueError: a choice that does not exist, or a band that is not 1 to 50 years wide.
    """
    band = settings["BAND"]
    if not isinstance(band, int) or not 1 <= band <= _WIDEST_BAND:
        raise ValueError("a band of 1 to 50 years expected")
    return Rules(
        person=PersonDetail(str(settings["PERSON"])),
        place=PlaceDetail(str(settings["CITY"])),
        organisation=OrganisationDetail(str(settings["ORG"])),
        nationality=NationalityDetail(str(settings["NATIONALITY"])),
        date=DateDetail(str(settings["DATE"])),
        received=DayDetail(str(settings["RECEIVED"])),
        amount=AmountDetail(str(settings["AMOUNT"])),
        band_years=band,
    )


_WIDEST_BAND = 50


def _rank(choice: StrEnum) -> int:
    return list(type(choice)).index(choice)
