# SPDX-License-Identifier: EUPL-1.2
"""Words of the page Cijfers."""

from casebase.bilingual import Bilingual
from patterns.periods import Period
from search_app.measurements import Subject

TITLE = Bilingual("Cijfers", "Figures")
AS_OF = Bilingual("Stand op {day}", "As of {day}")
TO_TODAY = Bilingual("naar vandaag", "to today")
CASES = Bilingual("Er zijn {cases} geregistreerd.", "{cases} are registered.")
WAITING = Bilingual(
    "Daarvan wachten er {number} nog op vrijgave; die tellen hier wel mee, maar zijn niet te vinden.",
    "Of these {number} still wait for release; they count here, but nobody finds them.",
)
WITHOUT_DATE = Bilingual(
    "Van {cases} is niet bekend wanneer zij binnenkwamen; die staan in geen periode.",
    "Of {cases} it is not known when they came in; these are in no period.",
)
NONE = Bilingual(
    "Er zijn nog geen casussen. Breng een afgesloten casus in; dan verschijnen hier cijfers.",
    "There are no cases yet. Bring in a closed case; then figures appear here.",
)
BRING_IN = Bilingual("Casus inbrengen", "Bring in a case")

RECEIVED = Bilingual("Binnengekomen", "Received")
COUNT_BY = Bilingual("Tel per", "Count by")
PERIODS = {
    Period.MONTH: Bilingual("maand", "month"),
    Period.QUARTER: Bilingual("kwartaal", "quarter"),
    Period.YEAR: Bilingual("jaar", "year"),
}
PERIOD = Bilingual("Periode", "Period")
NUMBER = Bilingual("Casussen", "Cases")
NOT_OVER = Bilingual("nog niet voorbij", "not over yet")
MOST = Bilingual(
    "Drukste {length}: {period}, met {count}. Gemiddeld {mean} per {length}.",
    "Busiest {length}: {period}, with {count}. On average {mean} a {length}.",
)
LAST_ONES = Bilingual(
    "De figuur toont de laatste perioden; alle staan in de tabel.",
    "The figure shows the last periods; all are in the table.",
)
AS_TABLE = Bilingual("Als tabel", "As a table")

MADE_OF = Bilingual("Waar het over gaat en hoe het afliep", "What it is about and how it ended")
NATURE = Bilingual("Aard", "Nature")
LEVEL = Bilingual("Niveau", "Level")
OUTCOME = Bilingual("Afloop", "Outcome")

COMPLETE = Bilingual("Hoe volledig is de registratie?", "How complete is the registration?")
COMPLETE_HELP = Bilingual(
    "Wat niet is ingevuld, kan niet helpen bij een volgende casus. Tussen haakjes: waar het aandeel met 95% "
    "zekerheid ligt als deze casussen een steekproef zijn van alle.",
    "What is not filled in cannot help with a next case. In brackets: where the share lies with 95% "
    "confidence when these cases are a sample of all.",
)
PART = Bilingual("Onderdeel", "Part")
FILLED = Bilingual("Ingevuld", "Filled in")
SHARE = Bilingual("Aandeel", "Share")

OFFICES = Bilingual("Per maatwerkplaats", "By maatwerkplaats")
OFFICES_HELP = Bilingual(
    "Maatwerkplaatsen met minder dan vijf casussen staan samen. Dit is geen ranglijst: zij krijgen andere "
    "zaken en registreren anders.",
    "Maatwerkplaatsen with fewer than five cases are taken together. This is no ranking: they get other "
    "cases and register otherwise.",
)
OFFICE = Bilingual("Maatwerkplaats", "Maatwerkplaats")
OFFICES_TOGETHER = Bilingual("{name} ({number} samen)", "{name} ({number} together)")
OUTCOME_KNOWN = Bilingual("Afloop bekend", "Outcome known")

SIGNALS = Bilingual("Signalen", "Signals")
NO_SIGNALS = Bilingual("Er zijn nog geen patronen geregistreerd.", "No patterns have been registered yet.")
TO_PATTERNS = Bilingual("Naar de patronen", "To the patterns")
STATE = Bilingual("Stand", "State")
PATTERNS = Bilingual("Patronen", "Patterns")
HALF = Bilingual("Helft staat er al", "Half are there for")
OLDEST = Bilingual("Oudste", "Oldest")
DAYS = Bilingual("{number} dagen", "{number} days")
ONE_DAY = Bilingual("1 dag", "1 day")
OVERDUE = Bilingual("Inbrengers wachten op antwoord", "Submitters wait for an answer")
OVERDUE_HELP = Bilingual(
    "De dag waarop zij iets zouden horen is voorbij.", "The day by which they were to hear is over."
)
PATTERN = Bilingual("Patroon", "Pattern")
LATE = Bilingual("Te laat", "Late")
NONE_OVERDUE = Bilingual("Geen antwoord is te laat.", "No answer is overdue.")

HOW_GOOD = Bilingual("Hoe goed werkt de databank?", "How well does the databank work?")
HOW_GOOD_HELP = Bilingual(
    "Gemeten op casussen waarvan het antwoord bekend is. Wat niet wordt gehaald, staat bovenaan.",
    "Measured on cases of which the answer is known. What falls short comes first.",
)
SUBJECTS = {
    Subject.ANONYMISING: Bilingual("Persoonsgegevens weghalen", "Taking personal data out"),
    Subject.SEARCHING: Bilingual("Vergelijkbare casussen vinden", "Finding comparable cases"),
    Subject.PATTERNS: Bilingual("Patronen voorstellen", "Proposing patterns"),
}
SHIPPED = Bilingual("Meegeleverd", "Shipped")
OWN = Bilingual("Op eigen casussen", "On own cases")
MEASURED = Bilingual(
    "{whose}, gemeten op {day} op {cases} ({data}).", "{whose}, measured on {day} on {cases} ({data})."
)
FIGURE = Bilingual("Wat", "What")
VALUE = Bilingual("Gemeten", "Measured")
ASKED = Bilingual("Gevraagd", "Asked")
RESTS_ON = Bilingual("Op", "On")
REACHED = Bilingual("gehaald", "reached")
SHORT = Bilingual("niet gehaald", "not reached")
AT_LEAST = Bilingual("minstens {value}", "at least {value}")
AT_MOST = Bilingual("hooguit {value}", "at most {value}")
ALL_REACHED = Bilingual("Alle {number} gevraagde cijfers zijn gehaald.", "All {number} figures are reached.")
SOME_SHORT = Bilingual(
    "{short} van de {number} gevraagde cijfers zijn niet gehaald.", "{short} of {number} figures fall short."
)
ONE_SHORT = Bilingual(
    "Een van de {number} gevraagde cijfers is niet gehaald.", "One of {number} figures falls short."
)
NEVER_MEASURED = Bilingual(
    "Er is nog niets gemeten. Een beheerder meet met: databank evaluate … --keep.",
    "Nothing was measured yet. An administrator measures with: databank evaluate … --keep.",
)
