# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the page Beoordelen: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual

TITLE = Bilingual("Beoordelen", "Review")
LEAD = Bilingual(
    "Kijk of niemand te herkennen is. Pas na uw oordeel kan iemand de casus vinden.",
    "See whether nobody can be recognised. Only after your judgement can anybody find the case.",
)
OPEN_SEARCH = Bilingual("Naar zoeken", "To search")

# Queue
QUEUE = Bilingual("Wachtrij", "Queue")
SHOW_QUEUE = Bilingual("Toon wachtrij", "Show queue")
HIDE_QUEUE = Bilingual("Verberg wachtrij", "Hide queue")
WAITING_ONE = Bilingual("casus wacht", "case is waiting")
WAITING_MANY = Bilingual("casussen wachten", "cases are waiting")
HELD_ONE = Bilingual("casus aangehouden", "case held back")
HELD_MANY = Bilingual("casussen aangehouden", "cases held back")
RELEASED_ONE = Bilingual("casus vrijgegeven", "case released")
RELEASED_MANY = Bilingual("casussen vrijgegeven", "cases released")
DONE_TODAY = Bilingual("{number} vandaag door u beoordeeld", "{number} reviewed by you today")
PROGRESS = Bilingual("{done} van {total} beoordeeld", "{done} of {total} reviewed")
SHOW_STATE = Bilingual("Toon", "Show")
RISK = Bilingual("Risico", "Risk")
ALL_RISKS = Bilingual("Elk risico", "Any risk")
ALL_PLACES = Bilingual("Alle maatwerkplaatsen", "All maatwerkplaatsen")
ONLY_SUSPECTS = Bilingual("Alleen met open plekken", "Only with open places")
ONLY_SECOND = Bilingual("Alleen voor een tweede beoordelaar", "Only for a second reviewer")
NARROW = Bilingual("Wachtrij verfijnen", "Narrow the queue")
OPEN_PLACE = Bilingual("plek bekijken", "place to look at")
OPEN_PLACES = Bilingual("plekken bekijken", "places to look at")
NO_OPEN_PLACES = Bilingual("niets verdachts", "nothing suspect")
TWO_PEOPLE = Bilingual("twee beoordelaars", "two reviewers")
SECOND_AWAITED = Bilingual("wacht op tweede beoordelaar", "waits for second reviewer")
RISK_LEVEL = Bilingual("Risico {level}", "Risk {level}")
PAGE = Bilingual("Bladzijde van de wachtrij", "Page of the queue")

# Empty queue
EMPTY = Bilingual("De wachtrij is leeg", "The queue is empty")
EMPTY_BODY = Bilingual(
    "Alle casussen zijn beoordeeld. Dank u wel: door uw zorgvuldigheid kunnen collega's ervan leren "
    "zonder dat iemand herkend wordt.",
    "All cases were reviewed. Thank you: your care lets colleagues learn from them without anybody being "
    "recognised.",
)
EMPTY_FILTERED = Bilingual("Hier wacht niets", "Nothing is waiting here")
EMPTY_FILTERED_BODY = Bilingual(
    "Geen casus past bij wat u hebt gekozen. Kies iets anders, of toon alles wat wacht.",
    "No case fits what you chose. Choose something else, or show all that waits.",
)
SHOW_ALL = Bilingual("Toon alles wat wacht", "Show all that waits")
GONE = Bilingual("Deze casus is er niet meer", "This case is no longer here")
GONE_BODY = Bilingual(
    "Misschien is hij verwijderd, of klopt het nummer niet. Kies een andere uit de wachtrij.",
    "It may have been deleted, or the number may be wrong. Choose another one from the queue.",
)

# Case
TEXT = Bilingual("De tekst zoals anderen hem lezen", "The text as others read it")
SUSPECT_SAID = Bilingual("nog bekijken", "to be looked at")
CURRENT_SAID = Bilingual("deze plek bekijkt u nu", "the place you are looking at")
REPLACED_SAID = Bilingual("vervangen", "replaced")
PROPOSED_SAID = Bilingual("kan grover", "could tell less")
REPLACED = Bilingual("Wat is vervangen", "What was replaced")
REPLACED_NOTHING = Bilingual("In deze casus is niets vervangen.", "Nothing was replaced in this case.")
REPLACED_HELP = Bilingual("Wat er stond, is nergens bewaard.", "What stood there is not kept anywhere.")
TIMES = Bilingual("{number} keer", "{number} times")
ONCE = Bilingual("1 keer", "once")

# Risk
RECOGNISABLE = Bilingual("Is iemand te herkennen?", "Can anybody be recognised?")
RISK_NONE = Bilingual(
    "Er springt niets uit. Lees de tekst zelf: u weet meer dan een telling.",
    "Nothing stands out. Read the text yourself: you know more than a count.",
)
NEEDS_TWO = Bilingual(
    "Twee mensen moeten deze casus goedkeuren voordat iemand hem vindt.",
    "Two people are to approve this case before anybody finds it.",
)
APPROVED_BY = Bilingual("Goedgekeurd door {names}.", "Approved by {names}.")
OWN_APPROVAL = Bilingual(
    "U hebt deze casus goedgekeurd. Nu moet een collega ook kijken.",
    "You approved this case. Now a colleague is to look as well.",
)
PROPOSALS = Bilingual("Zo vertelt de tekst minder", "This way the text tells less")
PROPOSAL = Bilingual("{before} → {after}", "{before} → {after}")
ACCEPT_ALL = Bilingual("Neem alles over", "Accept all")

# Suspects
LOOK = Bilingual("Bekijk deze plek", "Look at this place")
LOOK_OF = Bilingual("Bekijk deze plek ({number} van {total})", "Look at this place ({number} of {total})")
ALL_SEEN = Bilingual("Geen open plekken", "No open places")
ALL_SEEN_BODY = Bilingual(
    "Er staat niets meer in dat wij niet vertrouwen. Leest u zelf nog een naam? Maskeer die hieronder.",
    "Nothing is left that we do not trust. Do you still read a name? Mask it below.",
)
MASK_AS = Bilingual("Maskeer als", "Mask as")
MASK = Bilingual("Maskeer", "Mask")
NO_PROBLEM = Bilingual("Geen probleem", "No problem")
NEVER_AGAIN = Bilingual("Nooit meer vragen", "Never ask again")
NEVER_HERE = Bilingual("in casussen van {place}", "in cases of {place}")
NEVER_ANYWHERE = Bilingual("in alle casussen", "in all cases")
OTHER_PLACES = Bilingual("Andere open plekken", "Other open places")
SETTLE_ALL = Bilingual("Alle plekken zijn in orde", "All places are fine")
NEW = Bilingual("{kind} (nieuw)", "{kind} (new)")

# Corrections
MASK_MORE = Bilingual("Meer maskeren", "Mask more")
MASK_MORE_HELP = Bilingual(
    "Selecteer woorden in de tekst of typ ze. Alle plekken in de casus gaan mee.",
    "Select words in the text or type them. All places in the case go along.",
)
WORDS = Bilingual("Woorden", "Words")
CHANGE_LABEL = Bilingual("Een aanduiding klopt niet", "A placeholder is not right")
CHANGE_LABEL_HELP = Bilingual(
    "Zijn twee personen dezelfde? Is iemand de partner? Verander de aanduiding in de hele casus.",
    "Are two persons the same? Is somebody the partner? Change the placeholder in the whole case.",
)
OLD_LABEL = Bilingual("Aanduiding", "Placeholder")
NEW_LABEL = Bilingual("Wordt", "Becomes")
CHANGE = Bilingual("Verander", "Change")
PUT_BACK = Bilingual("Een woord mocht blijven staan", "A word should have stayed")
PUT_BACK_HELP = Bilingual(
    "Het woord zelf is niet bewaard. Typ het in, bijvoorbeeld ‘Amber’ van de wet Amber.",
    "The word itself was not kept. Type it, such as ‘Amber’ of the Amber act.",
)
WORD = Bilingual("Het woord", "The word")
AND_NEXT_TIME = Bilingual("Voortaan laten staan", "Leave it from now on")
PUT_BACK_BUTTON = Bilingual("Zet terug", "Put back")

# Deciding
REASON = Bilingual("Toelichting bij uw besluit", "Comment on your decision")
REASON_HELP = Bilingual("Toelichting (hoeft niet), zonder namen", "Comment (optional), without names")
RELEASE = Bilingual("Geef vrij", "Release")
RELEASE_UNSEEN_ONE = Bilingual("Geef vrij (1 plek open)", "Release (1 place open)")
RELEASE_UNSEEN = Bilingual("Geef vrij ({number} plekken open)", "Release ({number} places open)")
APPROVE_FIRST = Bilingual("Keur goed (1 van 2)", "Approve (1 of 2)")
APPROVE_SECOND = Bilingual("Keur goed (2 van 2)", "Approve (2 of 2)")
HOLD = Bilingual("Houd aan", "Hold back")
LATER = Bilingual("Later", "Later")
REOPEN = Bilingual("Zet terug in de wachtrij", "Put back in the queue")
UNDO = Bilingual("Maak ongedaan", "Undo")

# What was done
SAID_RELEASED = Bilingual("{case} is vrijgegeven.", "{case} was released.")
SAID_WAITS = Bilingual(
    "{case} is goedgekeurd en wacht op een tweede beoordelaar.",
    "{case} was approved and waits for a second reviewer.",
)
SAID_HELD = Bilingual("{case} is aangehouden.", "{case} was held back.")
SAID_REOPENED = Bilingual("{case} staat weer in de wachtrij.", "{case} is back in the queue.")
SAID_MASKED = Bilingual("{number} plekken gemaskeerd.", "{number} places masked.")
SAID_MASKED_ONE = Bilingual("1 plek gemaskeerd.", "1 place masked.")
SAID_NOT_FOUND = Bilingual(
    "Deze woorden staan niet in de casus. Let op de spelling.",
    "These words are not in the case. Mind the spelling.",
)
SAID_CHANGED = Bilingual("De aanduiding is veranderd.", "The placeholder was changed.")
SAID_COARSER = Bilingual("De tekst vertelt nu minder.", "The text tells less now.")
SAID_BACK = Bilingual("Het woord staat er weer.", "The word is back.")
SAID_SETTLED = Bilingual("Genoteerd: geen probleem.", "Noted: no problem.")
SAID_LISTED = Bilingual(
    "Genoteerd: dit woord vragen wij niet meer.", "Noted: we ask about this word no more."
)
SAID_UNDONE = Bilingual("Ongedaan gemaakt.", "Undone.")
SAID_NOTHING_TYPED = Bilingual("Typ eerst de woorden.", "Type the words first.")
