# SPDX-License-Identifier: EUPL-1.2
"""Words about the patterns of a case and about like cases that ended differently."""

from casebase.bilingual import Bilingual

PART_OF = Bilingual("Deel van een patroon", "Part of a pattern")
PART_OF_SEVERAL = Bilingual("Deel van patronen", "Part of patterns")
ANSWER = Bilingual("Antwoord van {day}:", "Answer of {day}:")
HEAR_BY = Bilingual("U hoort hierover uiterlijk op {day}.", "You hear about this by {day}.")
SHOULD_HAVE_HEARD = Bilingual(
    "U zou hierover uiterlijk op {day} iets horen. Dat is te laat; vraag ernaar bij de maatwerkplaats.",
    "You were to hear about this by {day}. That is overdue; ask the maatwerkplaats.",
)
OTHERWISE = Bilingual("Vergelijkbare zaken die anders afliepen", "Like cases that ended differently")
COMPARED = Bilingual(
    "Onder dezelfde regels en in dezelfde periode is er {cases} om naast deze te leggen. "
    "Anders afgelopen: {differently}; gelijk: {same}; niet te zeggen: {unknown}.",
    "Under the same rules and in the same period there is {cases} to lay beside this one. "
    "Ended differently: {differently}; the same: {same}; cannot be told: {unknown}.",
)
COMPARED_MANY = Bilingual(
    "Onder dezelfde regels en in dezelfde periode zijn er {cases} om naast deze te leggen. "
    "Anders afgelopen: {differently}; gelijk: {same}; niet te zeggen: {unknown}.",
    "Under the same rules and in the same period there are {cases} to lay beside this one. "
    "Ended differently: {differently}; the same: {same}; cannot be told: {unknown}.",
)
NOTHING_TO_COMPARE = Bilingual(
    "Geen casus lijkt hier genoeg op, onder dezelfde regels en in dezelfde periode, om ernaast te leggen.",
    "No case is enough like this one, under the same rules and in the same period, to lay beside it.",
)
OTHER_RULES = Bilingual(
    "Niet vergeleken: {cases} onder andere regels.", "Not compared: {cases} under other rules."
)
OTHER_PERIOD = Bilingual(
    "Niet vergeleken: {cases} uit een andere of onbekende periode.",
    "Not compared: {cases} of another or an unknown period.",
)
MORE_ONE = Bilingual("Nog {cases} liep anders af.", "{cases} more ended differently.")
MORE = Bilingual("Nog {cases} liepen anders af.", "{cases} more ended differently.")
