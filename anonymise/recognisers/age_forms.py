# SPDX-License-Identifier: EUPL-1.2
"""How ages are written in Dutch: figures, words, the word for years, and what makes a number no age."""

from anonymise.recognisers.base import one_of

FIGURES = r"(?:1[01]\d|[1-9]\d|[1-9])"
ADULT = r"(?:1[4-9]|[2-9]\d|10\d)"
_UNITS = one_of("één een twee drie vier vijf zes zeven acht negen")
TENS = one_of("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
WORDS = (
    rf"(?:{_UNITS}[eë]n{TENS}|{TENS}|"
    + one_of("twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien")
    + "|"
    + one_of("zestien zeventien achttien negentien één een anderhalf [a-z]{3,6}[eë]nhalf [a-z]{3,6}eneenhalf")
    + ")(?: en een half)?"
)
AGE = rf"(?:{FIGURES}|{WORDS})"
YEARS = (
    r"(?: ?(?:jaar|jr\b\.?|jrs\b\.?|jarig|j\b|jaren|lentes)"
    r"(?: (?:en )?\d{1,2} (?:maanden|mnd)\b| en een half)?)"
)
NOT_COUNTED = (
    r"(?!\w|[.,:/]\d|-\d|/(?!\s)|[ -]?"
    + one_of(
        r"""euro eur uur uren u\b dagen dgn weken wkn maanden mnd procent % km keer x\b kilo kg minuten
    min\b meter man\b mensen personen stuks graden punten kinderen dienstjaren bruto netto p/ per\b"""
    )
    + "| jaar "
    + one_of(
        r"""in bij als lang geleden gewerkt werk ervaring getrouwd les ziek later dienst daar terug WW ww
    uitkering planner"""
    )
    + ")"
)
"""What stands behind a number that is no age: a unit, more digits, a span of years."""

ADVERBS = (
    r"(?:(?:nu|pas|net|inmiddels|bijna|al|ook|dan|zelf|toen|nog|maar|geen|straks|ruim|amper|vandaag|kort|rond|"
    r"ongeveer|ca\.?|circa|zo['’]n|tegen|sinds) ){0,3}"
)
