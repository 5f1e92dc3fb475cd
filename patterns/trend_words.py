# SPDX-License-Identifier: EUPL-1.2
"""The sentences in which a trend is told."""

from datetime import date
from math import isfinite

from casebase.bilingual import Bilingual
from patterns.alarms import Episode
from patterns.exact import Interval

GROWTH = Bilingual(
    "Dat is meer dan toeval en drukte verklaren.", "That is more than chance and a busier time explain."
)
DECLINE = Bilingual(
    "Dat is minder dan toeval en rustige weken verklaren.",
    "That is less than chance and quiet weeks explain.",
)
NO_CHANGE = Bilingual(
    "Geen duidelijke verandering; een verdrievoudiging zou hier waarschijnlijk opvallen.",
    "No clear change; a tripling would probably be noticed here.",
)
TELLING = 100
"""A bound of an interval beyond this tells nothing more."""
UNTOLD = Bilingual(
    "hoeveel keer het verwachte dat is, valt niet te zeggen",
    "how many times the expected that is cannot be told",
)
_MONTHS_NL = "januari februari maart april mei juni juli augustus september oktober november december"
_MONTHS_EN = "January February March April May June July August September October November December"


def counted(
    recent: int, before: int, weeks: int, ratio: Interval, registered_on: date | None = None
) -> Bilingual:
    """The two counts and how many times the expected rate that is, with the 95% interval.

    ``registered_on`` is given when the recent weeks are only counted from the day after it.
    """
    if registered_on:
        nl = (
            f"Sinds de registratie op {_day(registered_on, 'nl')} {_reports_nl(recent)}, "
            f"in het jaar tot {weeks} weken geleden {before}"
        )
        en = (
            f"Since the registration on {_day(registered_on, 'en')} {_reports_en(recent)}, "
            f"in the year until {weeks} weeks ago {before}"
        )
    else:
        nl = f"In de laatste {weeks} weken {_reports_nl(recent)}, in het jaar daarvoor {before}"
        en = f"In the last {weeks} weeks {_reports_en(recent)}, in the year before {before}"
    return Bilingual(f"{nl}{_ratio(ratio, 'nl')}.", f"{en}{_ratio(ratio, 'en')}.")


LED_TO_IT = Bilingual(
    "Wat vlak voor de registratie binnenkwam was de aanleiding, en bewijst geen groei.",
    "What came in shortly before the registration was the occasion for it, and proves no growth.",
)


def origin(sources: int, one_source: bool) -> Bilingual | None:
    """From how many units the recent cases came, with a warning where it is just one."""
    if one_source:
        return Bilingual(
            "Let op: alles komt van één eenheid. Misschien meldt één team nu meer.",
            "Mind: everything comes from one unit. Perhaps one team reports more now.",
        )
    if sources > 1:
        return Bilingual(f"Ze komen van {sources} eenheden.", f"They come from {sources} units.")
    return None


def since(alarm: Episode | None) -> Bilingual | None:
    """Since when the alarm goes on."""
    if alarm is None or alarm.began_on == alarm.last_on:
        return None
    return Bilingual(
        f"Dit valt op sinds {_day(alarm.began_on, 'nl')}.",
        f"This stands out since {_day(alarm.began_on, 'en')}.",
    )


def earlier(alarm: Episode | None) -> Bilingual | None:
    """That there was growth a short while ago."""
    if alarm is None:
        return None
    nl, en = (_day(alarm.last_on, language) for language in ("nl", "en"))
    return Bilingual(f"Tot {nl} viel groei op.", f"Growth stood out until {en}.")


def too_few(power: float) -> Bilingual:
    """That the absence of an alarm tells nothing here, with the chance to see a tripling."""
    times = round(100 * power)
    return Bilingual(
        f"Te weinig om iets te zeggen: een verdrievoudiging valt hier in {times} van de 100 gevallen op.",
        f"Too few to tell: a tripling would be noticed in {times} of 100 cases here.",
    )


def times(value: float, language: str) -> str:
    """How many times, with a decimal below ten; beyond ``TELLING`` only that it is more than that."""
    dutch = language == "nl"
    if value > TELLING:
        return f"ruim {TELLING}" if dutch else f"well over {TELLING}"
    digits = f"{value:.0f}" if value >= 10 else f"{value:.1f}"
    return digits.replace(".", ",") if dutch else digits


def joined(*sentences: Bilingual | None) -> Bilingual:
    """The sentences that there are, one after another."""
    said = [one for one in sentences if one is not None]
    return Bilingual(" ".join(one.nl for one in said), " ".join(one.en for one in said))


def _reports_nl(count: int) -> str:
    return "1 melding" if count == 1 else f"{count} meldingen"


def _reports_en(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _ratio(ratio: Interval, language: str) -> str:
    if ratio.estimate is None:
        return ""
    dutch = language == "nl"
    low, high = times(ratio.low, language), times(ratio.high, language)
    if ratio.estimate == 0 and ratio.high > TELLING:
        return f": {UNTOLD.nl if dutch else UNTOLD.en}"
    if ratio.estimate == 0:
        return f": hoogstens {high} keer het verwachte" if dutch else f": at most {high} times the expected"
    if not isfinite(ratio.high):
        return f": ten minste {low} keer het verwachte" if dutch else f": at least {low} times the expected"
    best = times(ratio.estimate, language)
    if dutch:
        return f": {best} keer zoveel als verwacht (met 95% zekerheid tussen {low} en {high} keer)"
    return f": {best} times as many as expected (with 95% confidence between {low} and {high} times)"


def _day(day: date, language: str) -> str:
    months = _MONTHS_NL if language == "nl" else _MONTHS_EN
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"
