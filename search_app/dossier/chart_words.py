# SPDX-License-Identifier: EUPL-1.2
"""The words in the figure of an evidence pack, and the figure told in words."""

from collections.abc import Sequence
from math import isfinite

from casebase.bilingual import Bilingual, Language
from patterns.dossier import Period
from patterns.exact import Interval
from patterns.trend import Comparison
from search_app.ui.formats import month_year

RATIO = Bilingual("Keer zoveel als verwacht, met interval", "Times as many as expected, with interval")
REGISTERED = Bilingual("geregistreerd", "registered")
AS_EXPECTED = Bilingual("zoals verwacht", "as expected")
NOTHING = Bilingual("geen meldingen", "no reports")
_QUARTER = Bilingual("kwartaal", "quarter")
_SHORT = {
    Language.NL: "jan feb mrt apr mei jun jul aug sep okt nov dec",
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


def cases(by_quarter: bool) -> Bilingual:
    """What the bars count."""
    if by_quarter:
        return Bilingual("Casussen per kwartaal", "Cases by quarter")
    return Bilingual("Casussen per maand", "Cases by month")


def caption(by_quarter: bool) -> Bilingual:
    """What the figure shows."""
    nl, en = ("kwartaal", "quarter") if by_quarter else ("maand", "month")
    return Bilingual(
        f"Links: casussen per {nl} van ontvangst; een {nl} dat nog loopt is licht. Rechts: meldingen in de "
        "laatste weken naast het jaar ervoor, met het 95%-interval; 1 is wat bij de drukte past.".replace(
            "een maand dat", "een maand die"
        ),
        f"Left: cases by {en} of receipt; a {en} that is not over is light. Right: reports in the last weeks "
        "against the year before, with the 95% interval; 1 is what fits how busy it was.",
    )


def period(each: Period, language: Language) -> str:
    """A month or quarter in a few letters."""
    if each.months > 1 or (each.first_day.month % 3 == 1 and each.months == 3):
        return f"{'K' if language is Language.NL else 'Q'}{(each.first_day.month - 1) // 3 + 1}"
    return _SHORT[language].split()[each.first_day.month - 1]


def weeks(number: int) -> Bilingual:
    """How long a window is."""
    return Bilingual(f"{number} weken", f"{number} weeks")


def ratio(interval: Interval, language: Language) -> str:
    """How many times as many as expected, such as 2,1."""
    return "–" if interval.estimate is None else _times(interval.estimate, language)


def bounds(interval: Interval, language: Language) -> str:
    """The interval, such as 0,4 – 6,1."""
    if interval.estimate is None:
        return "–"
    if not isfinite(interval.high):
        at_least = Bilingual("ten minste", "at least").in_language(language)
        return f"{at_least} {_times(interval.low, language)}"
    return f"{_times(interval.low, language)} – {_times(interval.high, language)}"


def told(periods: Sequence[Period], comparisons: Sequence[Comparison]) -> Bilingual:
    """The figure in words."""
    return Bilingual(
        f"{cases(_by_quarter(periods)).nl}: {_counts(periods, Language.NL)}. "
        f"{RATIO.nl}: {_compared(comparisons, Language.NL)}.",
        f"{cases(_by_quarter(periods)).en}: {_counts(periods, Language.EN)}. "
        f"{RATIO.en}: {_compared(comparisons, Language.EN)}.",
    )


def _by_quarter(periods: Sequence[Period]) -> bool:
    return any(each.months > 1 for each in periods)


def _counts(periods: Sequence[Period], language: Language) -> str:
    told = [f"{_name(each, language)} {each.cases}" for each in periods if each.cases]
    none = Bilingual("geen in deze tijd", "none in this time").in_language(language)
    return ", ".join(told) or none


def _name(each: Period, language: Language) -> str:
    if each.months == 1:
        return month_year(each.first_day, language)
    return f"{_QUARTER.in_language(language)} {(each.first_day.month - 1) // 3 + 1} {each.first_day.year}"


def _compared(comparisons: Sequence[Comparison], language: Language) -> str:
    return "; ".join(
        f"{weeks(each.weeks).in_language(language)} {ratio(each.ratio, language)} "
        f"({bounds(each.ratio, language)})"
        for each in comparisons
    )


def _times(value: float, language: Language) -> str:
    if not isfinite(value):
        return "∞"
    digits = f"{value:.0f}" if value >= 10 else f"{value:.1f}"
    return digits.replace(".", ",") if language is Language.NL else digits
