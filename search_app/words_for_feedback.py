# SPDX-License-Identifier: EUPL-1.2
"""The sentences around judging a found case."""

from casebase.bilingual import Bilingual
from casebase.store import Grade

GRADES = {
    Grade.USEFUL: Bilingual("Bruikbaar", "Useful"),
    Grade.NOT_USEFUL: Bilingual("Niet bruikbaar", "Not useful"),
    Grade.USED: Bilingual("Gebruikt bij mijn besluit", "Used for my decision"),
}
"""In the order in which they are shown."""

QUESTION = Bilingual("Helpt deze casus u?", "Does this case help you?")
QUESTION_ABOUT = Bilingual("Helpt casus {case} u?", "Does case {case} help you?")
KEPT = Bilingual("Bewaard", "Kept")
TAKEN_BACK = Bilingual("Weggehaald", "Taken back")
