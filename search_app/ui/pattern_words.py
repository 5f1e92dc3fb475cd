# SPDX-License-Identifier: EUPL-1.2
"""The sentences of a pattern's page: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual
from casebase.vocabulary import Outcome
from patterns.size import Rung
from patterns.spread import Aspect
from patterns.trend import Verdict

PAGE = Bilingual("Patroon", "Pattern")
TO_REGISTER = Bilingual("Patronen", "Patterns")

# Head
STATE = Bilingual("Stand", "State")
SINCE = Bilingual("sinds {day}", "since {day}")
OWNER = Bilingual("Eigenaar", "Owner")
ADDRESSEE = Bilingual("Voorgelegd aan", "Put to")
NOT_YET = Bilingual("Nog aan niemand", "Nobody yet")
HEAR_BY = Bilingual("Inbrengers horen uiterlijk", "Submitters hear by")
ACT_BY = Bilingual("Besluit gevraagd vóór", "Decision asked by")
NO_DATE = Bilingual("Geen datum afgesproken", "No date agreed")
OVERDUE_ONE = Bilingual("1 dag te laat", "1 day late")
OVERDUE = Bilingual("{days} dagen te laat", "{days} days late")
SOLUTION = Bilingual("Soort oplossing", "Kind of solution")
ANSWER = Bilingual("Antwoord aan de inbrengers", "Answer to the submitters")
ANSWERED_ON = Bilingual("Gegeven op {day}", "Given on {day}")
EARLIER_DAY = Bilingual(
    "U ziet dit patroon zoals het op {day} was. Er iets aan doen kan alleen vandaag.",
    "You see this pattern as it was on {day}. Doing something about it is for today only.",
)
TO_TODAY = Bilingual("Naar vandaag", "To today")
MERGED_INTO = Bilingual("Dit patroon is opgegaan in {other}.", "This pattern was merged into {other}.")
ENDED = Bilingual("Dit patroon loopt niet meer. {why}", "This pattern has ended. {why}")
SPLIT_FROM = Bilingual("Dit patroon is afgesplitst van {other}.", "This pattern was split from {other}.")
NOT_THERE_YET = Bilingual("Dit patroon was er nog niet", "This pattern was not there yet")
UNKNOWN = Bilingual("Dit patroon is er niet", "This pattern is not here")
NONE_CHOSEN = Bilingual("Geen patroon gekozen", "No pattern chosen")
NONE_CHOSEN_BODY = Bilingual(
    "Kies een patroon in het register van patronen.", "Choose a pattern in the register of patterns."
)
UNKNOWN_BODY = Bilingual(
    "Er is geen patroon met het nummer ‘{number}’. Kijk het nummer na, of zoek het bij Patronen.",
    "There is no pattern with the number ‘{number}’. Check the number, or look for it at Patterns.",
)

# Parts of the page
PARTS = Bilingual("Delen van deze bladzijde", "Parts of this page")
STORY = Bilingual("Verhaal", "Story")
FIGURES = Bilingual("Cijfers", "Figures")
TREATMENT = Bilingual("Gelijke behandeling", "Equal treatment")
CASES = Bilingual("Casussen", "Cases")
COURSE = Bilingual("Stand en beloop", "State and course")
DOSSIER = Bilingual("Dossier", "Dossier")

# Story
IN_SHORT = Bilingual("In het kort", "In short")
NO_CASES = Bilingual(
    "In dit patroon zit nu geen casus die u mag zien. Bij ‘Casussen’ staat waarom.",
    "This pattern now holds no case that you may see. ‘Cases’ tells why.",
)
SPAN = Bilingual(
    "{cases}, ontvangen van {first} tot en met {last}.", "{cases}, received from {first} to {last}."
)
SPAN_ONE = Bilingual("{cases}, ontvangen in {first}.", "{cases}, received in {first}.")
SPAN_NONE = Bilingual("{cases}; wanneer ze binnenkwamen, is niet bekend.", "{cases}; it is not known when.")
NEARLY_SAME = Bilingual(
    "{pairs} zaken die sterk op elkaar lijken, liep verschillend af.|"
    "{pairs} zaken die sterk op elkaar lijken, liepen verschillend af.",
    "{pairs} of cases that are very much alike ended differently.|"
    "{pairs} of cases that are very much alike ended differently.",
)
NONE_NEARLY_SAME = Bilingual(
    "Er zijn geen zaken die sterk op elkaar lijken en verschillend afliepen.",
    "There are no cases that are very much alike and ended differently.",
)
TYPICAL = Bilingual("Zo gaat het", "How it goes")
TYPICAL_HELP = Bilingual(
    "De {count} casussen die het meest op alle andere in dit patroon lijken.",
    "The {count} cases that are most like all others in this pattern.",
)
TYPICAL_ALL = Bilingual("Alle casussen van dit patroon.", "All cases of this pattern.")
COUNTER = Bilingual("Hier ging het anders", "Here it went otherwise")
COUNTER_HELP = Bilingual(
    "Van de {known} casussen met een bekende afloop liepen er {usual} af als ‘{outcome}’.",
    "Of the {known} cases with a known end, {usual} ended as ‘{outcome}’.",
)
COUNTER_SHOWN = Bilingual("Deze liepen anders af.", "These ended otherwise.")
COUNTER_ABOVE = Bilingual("Ook hierboven staat er {number}.", "{number} more above.")
COUNTER_ONLY_ABOVE = Bilingual(
    "Wat anders afliep, staat hierboven al.", "Those that did not stand above already."
)
COUNTER_MORE = Bilingual("Nog {more} andere bij ‘Casussen’.", "{more} more at ‘Cases’.")
NO_COUNTER_ONE = Bilingual(
    "Van één casus is de afloop bekend: {outcome}. Er is nog niets om ernaast te leggen.",
    "Of one case the end is known: {outcome}. There is nothing to lay beside it yet.",
)
NO_COUNTER = Bilingual(
    "Alle casussen met een bekende afloop liepen hetzelfde af: {outcome}.",
    "All cases with a known end ended the same: {outcome}.",
)
NO_USUAL = Bilingual(
    "Geen afloop komt het vaakst voor, dus er is geen uitzondering te noemen.",
    "No end is the most common, so no exception can be named.",
)
NO_KNOWN_END = Bilingual(
    "Van geen van de casussen is bekend hoe het afliep.", "Of none of the cases it is known how it ended."
)
NO_SITUATION = Bilingual("De situatie is niet ingevuld.", "The situation was not filled in.")

# Trend
TREND = Bilingual("Groeit het?", "Is it growing?")
VERDICTS = {
    Verdict.GROWING: Bilingual("Groeit", "Growing"),
    Verdict.STEADY: Bilingual("Stabiel", "Steady"),
    Verdict.FALLING: Bilingual("Neemt af", "Falling"),
    Verdict.TOO_FEW: Bilingual("Te weinig om te zeggen", "Too few to tell"),
}
EMERGING = Bilingual("Komt op", "Emerging")
TREND_ALT = Bilingual(
    "Casussen per maand, {first} tot en met {last}: samen {cases} van de {inflow} die binnenkwamen. {reason}",
    "Cases a month, {first} to {last}: {cases} in all of the {inflow} that came in. {reason}",
)
PER_MONTH = Bilingual("Casussen per maand", "Cases a month")
SHARE = Bilingual("Aandeel in alle casussen", "Share of all cases")
YEAR_BEFORE = Bilingual("jaar daarvoor", "year before")
RECENT = Bilingual("{weeks} weken", "{weeks} weeks")
STOOD_OUT = Bilingual("viel op", "stood out")
REGISTERED = Bilingual("geregistreerd", "registered")
WINDOW = Bilingual("Vergeleken", "Compared")
LAST_WEEKS = Bilingual("Laatste {weeks} weken", "Last {weeks} weeks")
REPORTS = Bilingual("Meldingen", "Reports")
BEFORE = Bilingual("Jaar ervoor", "Year before")
TIMES = Bilingual("Keer het verwachte", "Times the expected")
INTERVAL = Bilingual("{best} ({low} tot {high})", "{best} ({low} to {high})")
AT_MOST = Bilingual("hoogstens {high}", "at most {high}")
AT_LEAST = Bilingual("ten minste {low}", "at least {low}")
NOT_KNOWN = Bilingual("niet te zeggen", "cannot be told")
REPORTS_HELP = Bilingual(
    "Casussen van één eenheid in één week tellen als één melding. Tussen haakjes: met 95% zekerheid. "
    "Wat er in totaal binnenkwam, is meegewogen.",
    "Cases of one unit in one week count as one report. In brackets: with 95% confidence. "
    "How much came in altogether is taken into account.",
)
PROOF = Bilingual(
    "Geregistreerd op {day}. Alleen casussen van daarna tellen als bewijs van groei.",
    "Registered on {day}. Only cases after that count as proof of growth.",
)
EPISODE = Bilingual("Groei viel op van {first} tot {last}.", "Growth stood out from {first} to {last}.")
EPISODE_DAY = Bilingual("Groei viel op rond {first}.", "Growth stood out around {first}.")
MONTHS = Bilingual("Toon de getallen per maand", "Show the numbers by month")
MONTH = Bilingual("Maand", "Month")
OWN = Bilingual("Dit patroon", "This pattern")
ALL = Bilingual("Alle casussen", "All cases")
PART = Bilingual("Aandeel", "Share")
NOT_OVER = Bilingual("maand loopt nog", "month not over")
NEWER_THAN_ONE = Bilingual(
    "De enige casus van dit patroon kwam eerder binnen dan deze twee jaar.",
    "The only case of this pattern came in before these two years.",
)
NEWER_THAN = Bilingual(
    "De {cases} van dit patroon kwamen eerder binnen dan deze twee jaar.",
    "The {cases} of this pattern came in before these two years.",
)

# Spread
TOO_FEW_TO_STAND_OUT = Bilingual(
    "Met zo weinig casussen is niet te zeggen of iets vaker voorkomt dan elders.",
    "With so few cases it cannot be told whether anything occurs more often than elsewhere.",
)
SPREAD = Bilingual("Waar komt het voor?", "Where does it occur?")
ASPECTS = {
    Aspect.REGION: Bilingual("Regio", "Region"),
    Aspect.BODY: Bilingual("Organisatie", "Body"),
    Aspect.UNIT: Bilingual("Afdeling", "Unit"),
    Aspect.FUNCTION: Bilingual("Functie van de inbrenger", "Function of who brought it in"),
    Aspect.REGULATION: Bilingual("Regeling", "Regulation"),
}
NOTHING_STANDS_OUT = Bilingual(
    "Niets valt op: dit patroon komt overal ongeveer voor zoals andere casussen.",
    "Nothing stands out: this pattern occurs everywhere about as other cases do.",
)
SHARE_OF_ALL = Bilingual("Alle casussen", "All cases")
NUMBER = Bilingual("Aantal", "Number")
STANDS_OUT = Bilingual("valt op", "stands out")
NOT_FILLED = Bilingual("Niet ingevuld bij {cases}.", "Not filled in at {cases}.")
WITHHELD = Bilingual(
    "{cases} van afdelingen met minder dan vijf casussen: die noemen wij niet.",
    "{cases} of units with fewer than five cases: those are not named.",
)
NOTHING_KNOWN = Bilingual("Bij geen van de casussen ingevuld.", "Filled in at none of the cases.")
MORE_VALUES = Bilingual("Toon nog {more}", "Show {more} more")

# Size
SIZE = Bilingual("Om hoeveel mensen gaat het?", "How many people is it about?")
SIZE_HELP = Bilingual(
    "Het sterkste bewijs staat bovenaan. Tel deze getallen niet op: het zijn antwoorden op dezelfde vraag.",
    "The strongest evidence comes first. Do not add these numbers up: they answer the same question.",
)
ONLY_KNOWN = Bilingual(
    "Er is nog geen telling of schatting ingevoerd. Een telling in een register is het sterkste bewijs.",
    "No count or estimate was entered yet. A count in a register is the strongest evidence.",
)
RUNGS = {
    Rung.REGISTER: Bilingual("Geteld in een register", "Counted in a register"),
    Rung.TWO_LISTS: Bilingual("Geschat uit twee lijsten", "Estimated from two lists"),
    Rung.MULTIPLIER: Bilingual("Geschat met een meldkans", "Estimated with a reporting rate"),
    Rung.KNOWN_CASES: Bilingual("Bekend in de databank", "Known in the databank"),
}
AT_LEAST_PEOPLE = Bilingual("ten minste {low}", "at least {low}")
RANGE = Bilingual("{low} tot {high}", "{low} to {high}")
MIDDLE = Bilingual("midden {middle}", "middle {middle}")
SOURCE = Bilingual("Bron", "Source")
DATED = Bilingual("Van", "Dated")
METHOD = Bilingual("Hoe", "How")
MIND = Bilingual("Let op", "Mind")
SIZE_SHORT = Bilingual("Omvang: {number} mensen ({how}).", "Size: {number} people ({how}).")
SIZE_SHORT_ONE = Bilingual("Omvang: {number} mens ({how}).", "Size: {number} person ({how}).")
SIZE_UNKNOWN = Bilingual("Hoeveel mensen het zijn, is niet bekend.", "How many people it is, is not known.")

# Members
MEMBERS = Bilingual("Waarom deze erbij horen", "Why these belong")
REASON = Bilingual("Waarom het erbij hoort", "Why it belongs")
RECEIVED = Bilingual("Ontvangen", "Received")
ADDED = Bilingual("Toegevoegd", "Added")
CASE = Bilingual("Casus", "Case")
OUTCOME = Bilingual("Uitkomst", "Outcome")
BY = Bilingual("door {who}", "by {who}")
FORMER = Bilingual("Eerder in dit patroon ({count})", "Earlier in this pattern ({count})")
TAKEN_OUT = Bilingual("Eruit gehaald", "Taken out")
HIDDEN_ONE = Bilingual(
    "Nog 1 casus wacht op beoordeling en is daarom niet te zien.",
    "1 more case waits for review and is therefore not shown.",
)
HIDDEN = Bilingual(
    "Nog {count} casussen wachten op beoordeling en zijn daarom niet te zien.",
    "{count} more cases wait for review and are therefore not shown.",
)
DELETED_ONE = Bilingual("1 casus is uit de databank verwijderd.", "1 case was deleted from the databank.")
DELETED = Bilingual(
    "{count} casussen zijn uit de databank verwijderd.", "{count} cases were deleted from the databank."
)
NO_MEMBERS = Bilingual("In dit patroon zitten nu geen casussen.", "This pattern holds no cases now.")
NO_MEMBERS_SHOWN = Bilingual(
    "Er is nu geen casus van dit patroon die u mag zien.",
    "There is no case of this pattern that you may see now.",
)
NO_MEMBERS_EARLIER = Bilingual(
    "Op die dag zaten er geen casussen in dit patroon.", "On that day this pattern held no cases."
)

# Course
COURSE_TITLE = Bilingual("Wat er gebeurde", "What happened")
COURSE_HELP = Bilingual(
    "Het nieuwste bovenaan. Met de link ziet u het patroon zoals het aan het eind van die dag was.",
    "The newest first. The link shows the pattern as it was at the end of that day.",
)
AS_THEN = Bilingual("Patroon van die dag", "Pattern of that day")
FROM_TO = Bilingual("{before} → {after}", "{before} → {after}")
EMPTY = Bilingual("leeg", "empty")
CHANGED = {
    "name": Bilingual("Naam", "Name"),
    "mechanism": Bilingual("Mechanisme", "Mechanism"),
    "owner": OWNER,
    "addressee": ADDRESSEE,
    "label": Bilingual("Etiket", "Label"),
    "terms": Bilingual("Woorden", "Words"),
    "solution": SOLUTION,
    "answer": Bilingual("Antwoord", "Answer"),
    "answer_due": HEAR_BY,
    "action_due": ACT_BY,
    "answered_on": Bilingual("Antwoord gegeven op", "Answer given on"),
    "merged_into": Bilingual("Opgegaan in", "Merged into"),
    "split_from": Bilingual("Afgesplitst van", "Split from"),
}
WITH_PATTERN = Bilingual("met patroon {other}", "with pattern {other}")
ENDED_AS = {
    Outcome.SOLVED: Bilingual("opgelost", "solved"),
    Outcome.PARTLY: Bilingual("deels opgelost", "partly solved"),
    Outcome.NOT_SOLVED: Bilingual("niet opgelost", "not solved"),
    Outcome.UNKNOWN: Bilingual("onbekend", "unknown"),
}
