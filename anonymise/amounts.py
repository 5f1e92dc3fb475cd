# SPDX-License-Identifier: EUPL-1.2
"""Amounts of money to two significant figures: '€ 13.820' becomes 'circa € 14.000'.

An exact amount can be looked up by whoever holds the administration; to two figures it still tells what the
case is about (WP29 opinion 05/2014: generalisation).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Rounded:
    """An amount at characters ``start`` up to ``end`` with the words to put there."""

    start: int
    end: int
    text: str


def rounded_amounts(text: str, form: str = "circa {amount}") -> Iterator[Rounded]:
    """Every exact amount of a text; round ones, and ones that are rounded already, stay as they are."""
    for match in _AMOUNT.finditer(text):
        figures = match["behind"] or match["before"]
        value = _value(figures)
        written = _written(_two_figures(value))
        if _two_figures(value) == value and not _DECIMALS.search(figures):
            continue
        amount = match[0].replace(figures, written, 1)
        new = (
            amount
            if _ROUGHLY.search(text, max(0, match.start() - _REACH), match.start())
            else form.format(amount=amount)
        )
        begins = _BEGINS.search(text, max(0, match.start() - _REACH), match.start())
        yield Rounded(match.start(), match.end(), new[0].upper() + new[1:] if begins else new)


def _value(figures: str) -> Decimal:
    whole, _, cents = figures.partition(",")
    return Decimal(re.sub(r"\D", "", whole) + "." + (re.sub(r"\D", "", cents) or "0"))


def _two_figures(value: Decimal) -> Decimal:
    if not value:
        return value
    place = Decimal(1).scaleb(value.adjusted() - 1)
    return (value / place).to_integral_value("ROUND_HALF_UP") * place


def _written(value: Decimal) -> str:
    """As Dutch writes it: full stops between thousands, a comma before decimals."""
    whole = value == value.to_integral_value()
    figures = f"{value:,.0f}" if whole else f"{value:,.2f}".rstrip("0")
    return figures.translate(str.maketrans(",.", ".,"))


_NUMBER = (
    r"\d{1,3}(?:[. ]\d{3}){1,4}(?!\d)(?:,(?:\d{1,2}(?!\d)|-{1,2}|=))?|\d{1,9}(?:,(?:\d{1,2}(?!\d)|-{1,2}|=))?"
)
_UNIT = r" ?(?:euro\b|eur\b|EUR\b|€)"
_PERIOD = r"(?= (?:euro |eur )?(?:bruto|netto|per maand|per mnd|p/m|pm|p\.m\.)(?!\w))"
_AMOUNT = re.compile(
    rf"(?:€|\b(?:EUR|eur)\b) ?(?P<behind>{_NUMBER})(?! ?(?:miljoen|mln|miljard|duizend|\d|%))"
    rf"|(?<![\w.,/:-])(?P<before>{_NUMBER})(?:{_UNIT}|{_PERIOD})"
)
_DECIMALS = re.compile(r",\d")
_REACH = 12
_ROUGHLY = re.compile(r"(?i)(?:\b(?:circa|ca\.?|ongeveer|rond|rond de|ruim|bijna|zo'n|pakweg|zowat)|±) ?\Z")
_BEGINS = re.compile(r"(?:\A|[.!?]\s+|\n)\Z")
