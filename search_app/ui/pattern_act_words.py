# SPDX-License-Identifier: EUPL-1.2
"""The sentences with which somebody does something to a pattern: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual

# The row of acts
ACTS = Bilingual("Wat wilt u doen?", "What do you want to do?")
STATE = Bilingual("Stand", "State")
DETAILS = Bilingual("Gegevens", "Details")
ANSWER = Bilingual("Antwoord", "Answer")
CASES = Bilingual("Casussen", "Cases")
MERGE_SPLIT = Bilingual("Samenvoegen of splitsen", "Merge or split")
SIZE = Bilingual("Omvang", "Size")
FOLLOW = Bilingual("Volgen", "Follow")
PAST = Bilingual(
    "U ziet het patroon zoals het was op {day}. Iets doen kan alleen vandaag.",
    "You see the pattern as it was on {day}. You can only act today.",
)
TO_TODAY = Bilingual("Naar vandaag", "To today")

# Asked by several forms
WHY = Bilingual("Waarom", "Why")
DAY_HINT = Bilingual("dag-maand-jaar, bijvoorbeeld {day}", "day-month-year, for instance {day}")

# State
NEXT_STATE = Bilingual("Naar welke stand gaat het?", "To which state does it go?")
STATE_SEEN = Bilingual(
    "De inbrengers zien de nieuwe stand op de pagina van hun casus.",
    "The submitters see the new state on the page of their case.",
)
ANSWER_DUE = Bilingual("De inbrengers horen (meer) uiterlijk op", "The submitters hear (more) by")
ANSWER_TEXT = Bilingual("Antwoord dat de inbrengers lezen", "Answer that the submitters read")
ADDRESSEE = Bilingual("Aan wie is het voorgelegd?", "Whom was it put to?")
ADDRESSEE_HINT = Bilingual("afdeling, organisatie of ministerie", "department, body or ministry")
SOLUTION = Bilingual("Soort oplossing", "Kind of solution")
CHOOSE = Bilingual("Kies", "Choose")
TAKE_STEP = Bilingual("Zet op: {state}", "Set to: {state}")
SAID_STEP = Bilingual("De stand is nu: {state}.", "The state is now: {state}.")

# Details
NAME = Bilingual("Naam", "Name")
MECHANISM = Bilingual("Mechanisme, in één zin", "Mechanism, in one sentence")
LABEL = Bilingual("Etiket", "Label")
LABEL_HINT = Bilingual("een paar woorden", "a few words")
TERMS = Bilingual("Woorden die het patroon beschrijven", "Words that describe the pattern")
WITH_COMMAS = Bilingual("met komma's ertussen", "with commas between them")
OWNER = Bilingual("Eigenaar", "Owner")
ACTION_DUE = Bilingual(
    "Wie het is voorgelegd, besluit of handelt uiterlijk op", "Whoever it was put to decides or acts by"
)
SAVE = Bilingual("Bewaar", "Save")
SAID_EDITED = Bilingual("De gegevens zijn gewijzigd.", "The details were changed.")
SAID_SAME = Bilingual("U hebt niets veranderd.", "You changed nothing.")

# Answer
ANSWER_LEAD = Bilingual(
    "Wie een casus inbracht die bij dit patroon hoort, leest dit op de pagina van die casus.",
    "Whoever brought in a case of this pattern reads this on the page of that case.",
)
NEXT_DUE = Bilingual("Zij horen opnieuw iets uiterlijk op (hoeft niet)", "They hear again by (optional)")
GIVE_ANSWER = Bilingual("Geef antwoord", "Give the answer")
SAID_ANSWERED = Bilingual("De inbrengers lezen uw antwoord.", "The submitters read your answer.")

# Cases
ADD = Bilingual("Voeg casussen toe", "Add cases")
NUMBERS = Bilingual("Nummers van casussen", "Numbers of cases")
WHY_BELONGS = Bilingual("Waarom horen ze erbij?", "Why do they belong?")
ADD_BUTTON = Bilingual("Voeg toe", "Add")
SAID_ADDED_ONE = Bilingual("1 casus is toegevoegd.", "1 case was added.")
SAID_ADDED = Bilingual("{number} casussen zijn toegevoegd.", "{number} cases were added.")
REMOVE = Bilingual("Haal casussen eruit", "Take cases out")
WHICH_CASES = Bilingual("Welke casussen?", "Which cases?")
WHY_NOT = Bilingual("Waarom horen ze er niet bij?", "Why do they not belong?")
REMOVE_BUTTON = Bilingual("Haal eruit", "Take out")
SAID_REMOVED_ONE = Bilingual("1 casus is eruit gehaald.", "1 case was taken out.")
SAID_REMOVED = Bilingual("{number} casussen zijn eruit gehaald.", "{number} cases were taken out.")

# Merge and split
MERGE = Bilingual("Voeg samen met een ander patroon", "Merge with another pattern")
MERGE_LEAD = Bilingual(
    "Het andere patroon krijgt de casussen van dit patroon en gaat verder. Dit patroon stopt.",
    "The other pattern gets the cases of this one and goes on. This pattern stops.",
)
INTO = Bilingual("Welk patroon gaat verder?", "Which pattern goes on?")
MERGE_NONE = Bilingual("Er is geen ander patroon dat doorloopt.", "There is no other pattern that goes on.")
PREVIEW = Bilingual(
    "{source} heeft {ours}, {target} heeft {theirs}. {both} Samen: {total}.",
    "{source} has {ours}, {target} has {theirs}. {both} Together: {total}.",
)
IN_BOTH_NONE = Bilingual("Geen casus zit in allebei.", "No case is in both.")
IN_BOTH = Bilingual("In allebei: {cases}.", "In both: {cases}.")
ONE_CASE = Bilingual("casus", "case")
MANY_CASES = Bilingual("casussen", "cases")
MERGE_BUTTON = Bilingual("Voeg samen", "Merge")
SAID_MERGED = Bilingual("Samengevoegd met {pattern}.", "Merged with {pattern}.")
SPLIT = Bilingual("Splits casussen af", "Split cases off")
SPLIT_LEAD = Bilingual(
    "De gekozen casussen worden een nieuw signaal, met dezelfde eigenaar en dezelfde belofte.",
    "The chosen cases become a new signal, with the same owner and the same promise.",
)
NEW_NAME = Bilingual("Naam van het nieuwe patroon", "Name of the new pattern")
NEW_MECHANISM = Bilingual("Mechanisme van het nieuwe patroon", "Mechanism of the new pattern")
SPLIT_BUTTON = Bilingual("Splits af", "Split off")
SAID_SPLIT = Bilingual("Afgesplitst als {pattern}.", "Split off as {pattern}.")
GO_TO_PATTERN = Bilingual("Bekijk {pattern}", "See {pattern}")

# Size
SIZE_LEAD = Bilingual(
    "Hoeveel mensen raakt dit? Een telling is sterker dan een schatting. Noem altijd de bron en de dag.",
    "How many people does this touch? A count is stronger than an estimate. Always name source and day.",
)
SIZE_KIND = Bilingual("Hoe is het aantal gevonden?", "How was the number found?")
BY_REGISTER = Bilingual("Geteld in een register", "Counted in a register")
BY_LISTS = Bilingual("Twee lijsten", "Two lists")
BY_RATE = Bilingual("Meldkans", "Reporting rate")
PEOPLE = Bilingual("Aantal mensen", "Number of people")
FIRST_LIST = Bilingual("Mensen op de eerste lijst", "People on the first list")
SECOND_LIST = Bilingual("Mensen op de tweede lijst", "People on the second list")
ON_BOTH = Bilingual("Mensen op allebei", "People on both")
KNOWN_CASES = Bilingual("Bekende casussen", "Known cases")
LOWEST_RATE = Bilingual("Laagste deel dat gemeld wordt (%)", "Lowest part that is reported (%)")
HIGHEST_RATE = Bilingual("Hoogste deel dat gemeld wordt (%)", "Highest part that is reported (%)")
SOURCE = Bilingual("Bron", "Source")
SOURCE_HINT = Bilingual("welk register, wie telde", "which register, who counted")
ON_DATE = Bilingual("Geteld of geschat op", "Counted or estimated on")
ENTER = Bilingual("Voer in", "Enter")
SAID_SIZE = Bilingual("Ingevoerd: {range}.", "Entered: {range}.")
ONE_PERSON = Bilingual("1 mens", "1 person")
COUNT_OF = Bilingual("{low} mensen", "{low} people")
RANGE_OF = Bilingual("{low} tot {high} mensen", "{low} to {high} people")
ENTERED = Bilingual("Al ingevoerd", "Entered before")
ENTERED_LINE = Bilingual("{kind}: {range}. {source}, {day}.", "{kind}: {range}. {source}, {day}.")
TAKE_AWAY = Bilingual("Haal weg: {range}", "Take away: {range}")
SAID_TAKEN_AWAY = Bilingual("Het aantal is weggehaald.", "The number was taken away.")

# Follow
FOLLOWS = Bilingual(
    "U volgt dit patroon: de databank vertelt u wat er sinds uw laatste bezoek bij kwam.",
    "You follow this pattern: the databank tells you what came since your last visit.",
)
FOLLOWS_NOT = Bilingual(
    "U volgt dit patroon niet. Wie volgt, hoort van nieuwe casussen en van wat anderen doen.",
    "You do not follow this pattern. Who follows hears of new cases and of what others do.",
)
FOLLOW_BUTTON = Bilingual("Volg dit patroon", "Follow this pattern")
UNFOLLOW_BUTTON = Bilingual("Volg niet meer", "Stop following")
SAID_FOLLOWS = Bilingual("U volgt dit patroon.", "You follow this pattern.")
SAID_UNFOLLOWED = Bilingual("U volgt dit patroon niet meer.", "You no longer follow this pattern.")

# More like these
MORE_LIKE = Bilingual("Meer zoals deze", "More like these")
MORE_LIKE_LEAD = Bilingual(
    "Hoort deze casus bij het patroon? Elk antwoord maakt het volgende voorstel beter.",
    "Does this case belong to the pattern? Each answer makes the next proposal better.",
)
OFFERED_NEW = Bilingual("Nieuw vrijgegeven", "Newly released")
NEW_ONE = Bilingual(
    "1 casus kwam vrij sinds dit patroon begon.", "1 case was released since this pattern began."
)
NEW_ONES = Bilingual(
    "{number} casussen kwamen vrij sinds dit patroon begon.",
    "{number} cases were released since this pattern began.",
)
SITUATION = Bilingual("Lees de hele situatie", "Read the whole situation")
REASON = Bilingual("Reden bij toevoegen", "Reason when adding")
DEFAULT_REASON = Bilingual(
    "Aangeboden als gelijkend en door mij bevestigd", "Offered as alike and confirmed by me"
)
YES = Bilingual("Hoort erbij", "Belongs")
NO = Bilingual("Hoort er niet bij", "Does not belong")
SKIP = Bilingual("Sla over", "Skip")
UNDO = Bilingual("Maak ongedaan", "Undo")
SAID_YES = Bilingual("{case} hoort er nu bij.", "{case} now belongs to it.")
SAID_NO = Bilingual("{case} hoort er niet bij: genoteerd.", "{case} does not belong: noted.")
SAID_UNDONE = Bilingual("Ongedaan gemaakt.", "Undone.")
THIS_VISIT = Bilingual("U antwoordde: {yes} erbij, {no} niet.", "You answered: {yes} belong, {no} do not.")
COMING_ONE = Bilingual("De volgende", "The next one")
COMING = Bilingual("De volgende {number}", "The next {number}")
NONE_LEFT = Bilingual(
    "Er is geen casus meer om voor te leggen. Nieuwe casussen komen hier vanzelf.",
    "No case is left to put before you. New cases will come here by themselves.",
)
NO_MEMBERS = Bilingual(
    "Voeg eerst een casus toe die te doorzoeken is. Dan vinden wij er meer zoals die.",
    "First add a case that can be searched. Then we find more like it.",
)
WHICH_MEMBER = Bilingual("Lijkt het meest op", "Most like")
MEMBER = Bilingual("Casus {case} van het patroon", "Case {case} of the pattern")

# What was typed
NO_DAY = Bilingual(
    "Schrijf bij ‘{field}’ een dag als dag-maand-jaar, bijvoorbeeld 1-3-2027.",
    "Write a day at ‘{field}’ as day-month-year, for instance 1-3-2027.",
)
NO_NUMBER = Bilingual(
    "Schrijf bij ‘{field}’ een heel getal van 0 of meer.",
    "Write a whole number of 0 or more at ‘{field}’.",
)
NO_PART = Bilingual(
    "Schrijf bij ‘{field}’ een getal tussen 0 en 100.", "Write a number between 0 and 100 at ‘{field}’."
)
DAY_TO_COME = Bilingual(
    "De dag bij ‘{field}’ moet nog komen. Kies vandaag of eerder.",
    "The day at ‘{field}’ is still to come. Choose today or earlier.",
)
CHOOSE_FIRST = Bilingual("Kies eerst bij ‘{field}’.", "Choose first at ‘{field}’.")


def filled(sentence: Bilingual, **values: object) -> Bilingual:
    """A sentence with its values filled in, in both languages; a value may be bilingual itself."""
    nl = {name: value.nl if isinstance(value, Bilingual) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Bilingual) else value for name, value in values.items()}
    return Bilingual(sentence.nl.format(**nl), sentence.en.format(**en))
