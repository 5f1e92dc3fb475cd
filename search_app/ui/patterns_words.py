# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the page Patronen: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual
from patterns.trend import Verdict

TITLE = Bilingual("Patronen", "Patterns")
LEAD = Bilingual(
    "Wat steeds terugkomt, waar het ligt en wanneer de inbrengers iets horen.",
    "What keeps coming back, with whom it lies and when the submitters hear.",
)
TABS = Bilingual("Weergave", "View")
BOARD = Bilingual("Bord", "Board")
LIST = Bilingual("Lijst", "List")
PROPOSALS = Bilingual("Voorstellen", "Proposals")
NEW_PATTERN = Bilingual("Nieuw patroon", "New pattern")
PATTERN = Bilingual("patroon", "pattern")
PATTERNS = Bilingual("patronen", "patterns")

# An earlier day
EARLIER = Bilingual(
    "U kijkt naar {day}: zo stond het toen. Alleen lezen; ook de casussen tellen tot die dag.",
    "You are looking at {day}: this is how it stood. Reading only; cases count until that day too.",
)
TO_TODAY = Bilingual("Terug naar vandaag", "Back to today")
LOOK_BACK = Bilingual("Zoals het stond op", "As it stood on")

# Overdue and news
OVERDUE_ONE = Bilingual("1 antwoord aan inbrengers is over tijd:", "1 answer to submitters is overdue:")
OVERDUE_MANY = Bilingual(
    "{number} antwoorden aan inbrengers zijn over tijd:", "{number} answers to submitters are overdue:"
)
AND_MORE = Bilingual("en {number} meer", "and {number} more")
PROMISED = Bilingual("beloofd voor {day}", "promised for {day}")
NEWS = Bilingual("Nieuw sinds u keek", "New since you looked")
NEWS_CASE = Bilingual("nieuwe casus", "new case")
NEWS_CASES = Bilingual("nieuwe casussen", "new cases")
NEWS_SEARCH = Bilingual("Zoekvraag ‘{name}’", "Search ‘{name}’")
BY = Bilingual("{what} door {who}", "{what} by {who}")
SEEN = Bilingual("Gezien", "Seen")
SEEN_OF = Bilingual("{name} is gezien", "{name} was seen")
NEW_HERE = Bilingual("{number} nieuw", "{number} new")

# Board and list
NONE_HERE = Bilingual("Geen", "None")
ENDED = Bilingual("afgerond", "ended")
ENDED_WHAT = Bilingual("gesloten, afgewezen of samengevoegd", "closed, rejected or merged")
CASE = Bilingual("casus", "case")
CASES = Bilingual("casussen", "cases")
EMERGING = Bilingual("Komt op", "Emerging")
WHY = Bilingual(": waarom?", ": why?")
OWNER = Bilingual("Eigenaar", "Owner")
WITH = Bilingual("Ligt bij", "Lies with")
ANSWER = Bilingual("Antwoord", "Answer")
ACTION = Bilingual("Actie", "Action")
SHORT_MONTHS = Bilingual(
    "jan feb mrt apr mei jun jul aug sep okt nov dec", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
)
BEFORE = Bilingual("uiterlijk {day}", "by {day}")
OVER_SINCE = Bilingual("Over tijd sinds {day}", "Overdue since {day}")
NO_DATE = Bilingual("geen datum beloofd", "no date promised")
NOBODY = Bilingual("nog bij niemand", "with nobody yet")
MONTHS = Bilingual(
    "Casussen per maand van {first} tot en met {last}: {counts}",
    "Cases a month from {first} to {last}: {counts}",
)
VERDICTS = {
    Verdict.GROWING: Bilingual("groeit", "growing"),
    Verdict.STEADY: Bilingual("stabiel", "steady"),
    Verdict.FALLING: Bilingual("neemt af", "falling"),
    Verdict.TOO_FEW: Bilingual("te weinig om te zeggen", "too few to tell"),
}
BOARD_HELP = Bilingual(
    "Staafjes: casussen per maand in het laatste jaar. Bovenaan staat wat over tijd is of opkomt.",
    "Bars: cases a month over the last year. What is overdue or emerging stands first.",
)

# List
NAME = Bilingual("Patroon", "Pattern")
STATE = Bilingual("Stand", "State")
NUMBER = Bilingual("Casussen", "Cases")
TREND = Bilingual("Trend", "Trend")
DUE = Bilingual("Antwoord uiterlijk", "Answer by")
SORT = Bilingual("Sorteer op {column}", "Sort by {column}")
ANY_STATE = Bilingual("Wat nog loopt", "What goes on")
ANY_OWNER = Bilingual("Alle eigenaren", "All owners")
ONLY_OVERDUE = Bilingual("Alleen over tijd", "Only overdue")
NOTHING_FITS = Bilingual("Geen patroon past hierbij", "No pattern fits this")
NOTHING_FITS_BODY = Bilingual(
    "Kies een andere stand of eigenaar, of haal ‘Alleen over tijd’ weg.",
    "Choose another state or owner, or take away ‘Only overdue’.",
)
SHOW_ALL = Bilingual("Toon alles wat loopt", "Show all that goes on")

# Nothing yet
NO_CASES = Bilingual("Er zijn nog geen casussen", "There are no cases yet")
NO_CASES_BODY = Bilingual(
    "Patronen komen uit vrijgegeven casussen. Breng eerst casussen in en geef ze vrij bij Beoordelen.",
    "Patterns come from released cases. Bring cases in first and release them at Review.",
)
TO_BRING_IN = Bilingual("Naar Inbrengen", "To Bring in")
NO_PATTERNS = Bilingual("Er is nog geen patroon geregistreerd", "No pattern was registered yet")
NO_PATTERNS_BODY = Bilingual(
    "Bekijk de voorstellen: groepen casussen die op elkaar lijken. Of maak een patroon van casussen "
    "die u zelf kiest.",
    "Look at the proposals: groups of cases that are alike. Or make a pattern of cases that you choose.",
)
NO_PATTERNS_THEN = Bilingual("Op {day} was er nog geen patroon", "On {day} there was no pattern yet")
NO_PATTERNS_THEN_BODY = Bilingual("Kies een latere dag.", "Choose a later day.")
TO_PROPOSALS = Bilingual("Naar de voorstellen", "To the proposals")
NOT_COUNTED = Bilingual(
    "De cijfers zijn er nu niet: {problem} U ziet de patronen zonder trend.",
    "The figures are not there now: {problem} You see the patterns without a trend.",
)

# Proposals
RUN = Bilingual("Gezocht op {day}", "Searched on {day}")
RUN_THEN = Bilingual("Wat op {day} te zien was", "What was to be seen on {day}")
COUNT_ONE = Bilingual("1 voorstel", "1 proposal")
COUNT_MANY = Bilingual("{number} voorstellen", "{number} proposals")
PROPOSALS_HELP = Bilingual(
    "De computer legt casussen bij elkaar; een mens beslist of het een patroon is. Lees eerst de casussen.",
    "The computer puts cases together; a person decides whether it is a pattern. Read the cases first.",
)
FIND = Bilingual("Zoek opnieuw naar patronen", "Look for patterns again")
FIND_FIRST = Bilingual("Zoek naar patronen", "Look for patterns")
FINDING = Bilingual("Bezig met zoeken naar patronen …", "Looking for patterns …")
FRESH = Bilingual("Nieuwe voorstellen", "New proposals")
FOR_KNOWN = Bilingual("Nieuwe casussen voor bekende patronen", "New cases for known patterns")
NOTHING_NEW = Bilingual(
    "{number} voorstellen vallen samen met een bekend patroon en brengen geen nieuwe casus.",
    "{number} proposals coincide with a known pattern and bring no new case.",
)
NOTHING_NEW_ONE = Bilingual(
    "1 voorstel valt samen met een bekend patroon en brengt geen nieuwe casus.",
    "1 proposal coincides with a known pattern and brings no new case.",
)
NEVER_RUN = Bilingual("Er is nog niet naar patronen gezocht", "Nobody looked for patterns yet")
NEVER_RUN_BODY = Bilingual(
    "Zoeken duurt een paar tellen. Er wordt niets geregistreerd: u krijgt voorstellen om te beoordelen.",
    "It takes a few seconds. Nothing is registered: you get proposals to judge.",
)
NONE_FOUND = Bilingual("Er zijn geen open voorstellen", "There are no open proposals")
NONE_FOUND_BODY = Bilingual(
    "Over alles is beslist, of er lijken te weinig casussen op elkaar. Zoek opnieuw als er casussen bij zijn "
    "gekomen, of maak zelf een patroon.",
    "Everything was decided on, or too few cases are alike. Look again when cases were added, or make a "
    "pattern yourself.",
)
NO_LABEL = Bilingual("Voorstel zonder woorden", "Proposal without words")
COUNTED_ONCE = Bilingual(
    "{number} als bijna gelijke casussen één keer tellen", "{number} when nearly equal cases count once"
)
SEEN_BETWEEN = Bilingual("van {first} tot en met {last}", "from {first} to {last}")
SEEN_IN = Bilingual("uit {first}", "from {first}")
TERMS = Bilingual("Woorden", "Words")
OTHER_CASES = Bilingual("Nog {cases}", "{cases} more")
COHESION = Bilingual("Samenhang", "Cohesion")
COHESION_STRONG = Bilingual(
    "sterk: deze casussen lijken vooral op elkaar", "strong: these cases are alike above all"
)
COHESION_FAIR = Bilingual(
    "redelijk: de meeste lijken op elkaar, maar ook op andere", "fair: most are alike, but like others too"
)
COHESION_LOOSE = Bilingual(
    "los: misschien is dit meer dan één patroon", "loose: this may be more than one pattern"
)
COINCIDES = Bilingual("Let op", "Mind")
SPREAD = Bilingual("Verspreiding", "Spread")
OUTCOMES = Bilingual("Afloop", "Outcomes")
DIVERGING = Bilingual("liep verschillend af", "ended differently")
LOOKS_LIKE = Bilingual("Lijkt op {pattern}", "Looks like {pattern}")
NEW_FOR_ONE = Bilingual("1 nieuwe casus voor {pattern}", "1 new case for {pattern}")
NEW_FOR = Bilingual("{number} nieuwe casussen voor {pattern}", "{number} new cases for {pattern}")
SHARED_ONE = Bilingual("1 zit er al in.", "1 is in it already.")
SHARED = Bilingual("{number} zitten er al in.", "{number} are in it already.")
REGISTER = Bilingual("Registreer als patroon", "Register as a pattern")
REGISTER_APART = Bilingual("Registreer apart", "Register apart")
ADD = Bilingual("Voeg toe aan {pattern}", "Add to {pattern}")
NO_PATTERN = Bilingual("Geen patroon", "Not a pattern")
CANCEL = Bilingual("Annuleer", "Cancel")
PAGES = Bilingual("Bladzijde van de voorstellen", "Page of the proposals")
DECIDED = Bilingual(
    "Dit voorstel is er niet meer: iemand heeft erover beslist of er is opnieuw gezocht. Kies een ander.",
    "This proposal is no longer here: somebody decided on it, or patterns were looked for again. "
    "Choose another one.",
)

# Forms
FORM_REGISTER = Bilingual("Registreer als patroon", "Register as a pattern")
FORM_REJECT = Bilingual("Waarom is dit geen patroon?", "Why is this not a pattern?")
FORM_ADD = Bilingual("Voeg casussen toe aan {pattern}", "Add cases to {pattern}")
FIELD_NAME = Bilingual("Naam van het patroon", "Name of the pattern")
FIELD_MECHANISM = Bilingual(
    "Mechanisme in één zin: waardoor gaat het mis?", "Mechanism in one sentence: what goes wrong?"
)
FIELD_WHY = Bilingual("Waarom horen deze casussen bij elkaar?", "Why do these cases belong together?")
FIELD_WHY_ADD = Bilingual("Waarom horen deze casussen erbij?", "Why do these cases belong to it?")
FIELD_WHY_NOT = Bilingual("Reden", "Reason")
FIELD_DUE = Bilingual("Inbrengers horen iets uiterlijk op", "Submitters hear by")
FIELD_ADDRESSEE = Bilingual("Bij wie ligt het? (hoeft niet)", "With whom does it lie? (optional)")
FIELD_LABEL = Bilingual("Label (hoeft niet)", "Label (optional)")
FORM_HELP = Bilingual("Schrijf zonder namen van mensen.", "Write without names of people.")
FORM_CASES = Bilingual("Casussen die erbij horen", "Cases that belong to it")
FORM_CASES_HELP = Bilingual("Haal weg wat er niet bij hoort.", "Take away what does not belong.")
CASE_NUMBERS = Bilingual("Nummers van casussen", "Case numbers")
CASE_NUMBERS_HELP = Bilingual(
    "Met een spatie, komma of nieuwe regel ertussen", "With a space, comma or new line between"
)
SHOW_CASES = Bilingual("Haal de casussen op", "Fetch the cases")
NEW_LEAD = Bilingual(
    "Maak een patroon van casussen die u zelf kiest. Typ eerst hun nummers.",
    "Make a pattern of cases that you choose. Type their numbers first.",
)
NOT_THERE_ONE = Bilingual(
    "Er is geen vrijgegeven casus met nummer {cases}. Controleer het nummer.",
    "There is no released case with number {cases}. Check the number.",
)
NOT_THERE = Bilingual(
    "Er zijn geen vrijgegeven casussen met de nummers {cases}. Controleer de nummers.",
    "There are no released cases with numbers {cases}. Check the numbers.",
)

# What was done
SAID_REGISTERED = Bilingual(
    "{pattern} is geregistreerd met {cases}.", "{pattern} was registered with {cases}."
)
SAID_ADDED = Bilingual("{cases} toegevoegd aan {pattern}.", "{cases} added to {pattern}.")
SAID_REJECTED = Bilingual(
    "Het voorstel ‘{label}’ is afgewezen en komt niet terug.",
    "The proposal ‘{label}’ was turned down and will not come back.",
)
SAID_FOUND = Bilingual("Er is opnieuw gezocht: {proposals}.", "Patterns were looked for again: {proposals}.")
OPEN_PATTERN = Bilingual("Open het patroon", "Open the pattern")
