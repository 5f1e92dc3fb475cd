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
    "Onder dezelfde regels en in dezelfde periode lijken {cases} genoeg op deze om ernaast te leggen: "
    "{differently} anders afgelopen, {same} gelijk, van {unknown} niet te zeggen.",
    "Under the same rules and in the same period {cases} are enough like this one to lay beside it: "
    "{differently} ended differently, {same} the same, of {unknown} it cannot be told.",
)
NOTHING_TO_COMPARE = Bilingual(
    "Geen casus lijkt hier genoeg op, onder dezelfde regels en in dezelfde periode, om ernaast te leggen.",
    "No case is enough like this one, under the same rules and in the same period, to lay beside it.",
)
MORE = Bilingual("Nog {cases} liepen anders af.", "{cases} more ended differently.")
