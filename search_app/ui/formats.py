# SPDX-License-Identifier: EUPL-1.2
"""Numbers and dates as Dutch or English readers write them."""

from datetime import date

from casebase.bilingual import Bilingual, Language
from patterns.periods import Period

_MONTHS = {
    Language.NL: "januari februari maart april mei juni juli augustus september oktober november december",
    Language.EN: "January February March April May June July August September October November December",
}


def month_year(day: date | None, language: Language) -> str:
    """Month in words and year, as exact as a case may be dated; empty without a date."""
    return f"{_MONTHS[language].split()[day.month - 1]} {day.year}" if day else ""


def day_month_year(day: date, language: Language) -> str:
    """A day of the databank itself, such as one on which something was promised: 3 juni 2024."""
    return f"{day.day} {month_year(day, language)}"


def period_name(first_day: date, period: Period, language: Language) -> str:
    """A period by its first day: mei 2025, 2e kwartaal 2025 or 2025."""
    quarter = (first_day.month + 2) // 3
    in_words = {
        Period.MONTH: month_year(first_day, language),
        Period.QUARTER: Bilingual(f"{quarter}e kwartaal", f"quarter {quarter},").in_language(language)
        + f" {first_day.year}",
        Period.YEAR: str(first_day.year),
    }
    return in_words[period]


def whole(number: int, language: Language) -> str:
    """A whole number with separators between thousands: 1.234 in Dutch, 1,234 in English."""
    text = f"{number:,}"
    return text if language is Language.EN else text.replace(",", ".")


def counted(number: int, one: Bilingual, many: Bilingual, language: Language) -> str:
    """A number with its noun: 1 casus, 12 casussen."""
    noun = one if number == 1 else many
    return f"{whole(number, language)} {noun.in_language(language)}"


def listed(items: list[str], language: Language) -> str:
    """Items as in a sentence: a, b en c."""
    if len(items) <= 1:
        return "".join(items)
    link = " and " if language is Language.EN else " en "
    return ", ".join(items[:-1]) + link + items[-1]


def lowered(text: str) -> str:
    """A label in running text: first letter small, unless it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
