# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the app: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual

APP_TITLE = "Maatwerk-databank"

CASE = Bilingual("casus", "case")
CASES = Bilingual("casussen", "cases")
NO_TITLE = Bilingual("Casus zonder titel", "Case without a title")
OPEN_SEARCH = Bilingual("Zoeken", "Search")

# Start screen
QUESTION = Bilingual("Hebben we dit vaker meegemaakt?", "Have we seen this before?")
INTRODUCTION = Bilingual(
    "Beschrijf de situatie in uw eigen woorden of plak een hele casus. U ziet welke casussen erop lijken, "
    "wat er toen is besloten en op welke grond.",
    "Describe the situation in your own words, or paste a whole case. You will see which cases are like it, "
    "what was decided then and on what grounds.",
)
TEXT_LABEL = Bilingual("Beschrijf de situatie", "Describe the situation")
TEXT_PLACEHOLDER = Bilingual(
    "Bijvoorbeeld: mevrouw kreeg maandenlang een voorschot omdat er geen arts was, "
    "en moet nu alles terugbetalen",
    "For example: she received an advance for months because there was no doctor, and must now repay it all",
)
TEXT_HELP = Bilingual(
    "Namen en nummers halen wij eruit voordat wij zoeken.",
    "We take out names and numbers before we search.",
)
SEARCH = Bilingual("Zoeken", "Search")
EXAMPLES = Bilingual("Of begin met een voorbeeld", "Or start with an example")
EXAMPLE_QUESTIONS = (
    Bilingual(
        "Moet iemand een voorschot terugbetalen als wij zelf te laat waren?",
        "Must someone repay an advance when we ourselves were late?",
    ),
    Bilingual(
        "Mag er een boete komen als iemand door ziekte niets kon melden?",
        "Can there be a fine when someone could not report because of illness?",
    ),
    Bilingual(
        "Een toezegging aan de telefoon en daarna toch een terugvordering",
        "A promise on the phone, and a recovery all the same",
    ),
    Bilingual(
        "Twee regelingen bijten elkaar en de klant valt ertussen",
        "Two schemes contradict each other and the client falls in between",
    ),
)
IN_THE_COLLECTION = Bilingual("Wat er in de databank zit", "What the databank holds")
PLACE = Bilingual("maatwerkplaats", "maatwerkplaats")
PLACES = Bilingual("maatwerkplaatsen", "maatwerkplaatsen")
COLLECTION = Bilingual("{cases} van {places}", "{cases} from {places}")
LAST_RECEIVED = Bilingual("nieuwste uit {month}", "newest from {month}")
EMPTY_COLLECTION = Bilingual(
    "De databank is nog leeg. Er zijn nog geen casussen vrijgegeven.",
    "The databank is still empty. No cases have been released yet.",
)

# Results
BEST = Bilingual("De {number} best vergelijkbare casussen", "The {number} most comparable cases")
FOUND = Bilingual("vergelijkbare casus", "comparable case")
FOUND_MANY = Bilingual("vergelijkbare casussen", "comparable cases")
SEARCHED_IN = Bilingual("Gezocht in {cases} · {duration} ms", "Searched {cases} · {duration} ms")
ALSO_SEARCHED = Bilingual(
    "Ook gezocht op {number} verwante woorden", "Also searched for {number} related words"
)
ALSO_SEARCHED_ONE = Bilingual("Ook gezocht op een verwant woord", "Also searched for a related word")
LEAVE_OUT = Bilingual("Niet ook zoeken op ‘{word}’", "Do not also search for ‘{word}’")
LEFT_OUT = Bilingual("Niet ook gezocht op:", "Not also searched for:")
ADD_AGAIN = Bilingual("Weer ook zoeken op ‘{word}’", "Also search for ‘{word}’ again")
READ_AS = Bilingual(
    "U typte ‘{typed}’. Wij hebben ook gezocht naar {meant}.",
    "You typed ‘{typed}’. We also searched for {meant}.",
)
AS_TYPED = Bilingual("Zoek alleen met wat ik typte", "Search only with what I typed")
OR = Bilingual("of", "or")
MORE = Bilingual("Toon meer casussen", "Show more cases")
ANONYMISED = Bilingual(
    "Wij hebben persoonsgegevens uit uw zoekvraag gehaald. U zoekt nu met de tekst hierboven.",
    "We took personal data out of your question. You are now searching with the text above.",
)
CUT = Bilingual(
    "Uw tekst was lang. Wij zochten met het eerste deel, dat hierboven staat.",
    "Your text was long. We searched with its first part, which is shown above.",
)
OUTCOME = Bilingual("Uitkomst", "Outcome")
NO_DECISION = Bilingual("Besluit niet ingevuld", "Decision not filled in")
COMPARABLE = Bilingual("{band} vergelijkbaar", "{band} match")
WEAK_SUMMARY_ONE = Bilingual(
    "Toon de casus die er in de verte op lijkt", "Show the case that is remotely like it"
)
WEAK_SUMMARY = Bilingual(
    "Toon {number} casussen die er in de verte op lijken", "Show {number} cases that are remotely like it"
)

# Nothing found
NOTHING = Bilingual("Niets vergelijkbaars gevonden", "Nothing comparable found")
NOTHING_BODY = Bilingual(
    "Wij zochten in {cases}. Geen daarvan lijkt genoeg op uw vraag om op te steunen.",
    "We searched {cases}. None of them is enough like your question to rely on.",
)
NOTHING_LEFT = Bilingual("Met deze filters blijft er niets over", "Nothing is left with these filters")
NOTHING_LEFT_BODY = Bilingual(
    "Geen enkele casus past bij alle filters die u hebt gekozen.",
    "No case fits all the filters that you chose.",
)
WHAT_NEXT = Bilingual("Wat u nu kunt doen", "What you can do now")
DROP_A_FILTER = Bilingual(
    "Haal een filter weg. Hieronder staat wat dat oplevert, als het iets oplevert.",
    "Take a filter away. Below you see what that gives, if it gives anything.",
)
TRY_WORDS = Bilingual(
    "Vertel wat er is gebeurd en waar het wringt, in gewone woorden. "
    "Alleen de naam van een regeling is vaak te weinig.",
    "Tell what happened and where it pinches, in plain words. "
    "The name of a scheme alone is often too little.",
)
BRING_IN = Bilingual(
    "Is dit echt nieuw? Breng de casus dan in bij de maatwerkplaats. "
    "Wat u nu niet vindt, helpt straks een collega.",
    "Is this really new? Then bring the case to the maatwerkplaats. "
    "What you cannot find now will help a colleague later.",
)
DROP = Bilingual("Zonder ‘{name}’: {cases}", "Without ‘{name}’: {cases}")
MORE_THAN = Bilingual("meer dan {cases}", "more than {cases}")
DROP_ALL = Bilingual("Zonder filters: {cases}", "Without filters: {cases}")

# More like these
MORE_LIKE = Bilingual("Meer zoals deze", "More like this one")
ALSO_LIKE = Bilingual("Ook zoals deze", "Also like this one")
MORE_LIKE_CASE = Bilingual("Meer zoals deze: casus {case}", "More like this one: case {case}")
ALSO_LIKE_CASE = Bilingual("Ook zoals deze: casus {case}", "Also like this one: case {case}")
LIKE_TITLE = Bilingual("Meer casussen zoals deze", "More cases like this one")
LIKE_TITLE_TWO = Bilingual("Meer casussen zoals deze twee", "More cases like these two")
LIKE_TITLE_THREE = Bilingual("Meer casussen zoals deze drie", "More cases like these three")
LIKE_CHIP = Bilingual("Lijkt op: {title}", "Like: {title}")
LIKE_ADD = Bilingual(
    "Kies bij een casus ‘Ook zoals deze’ om te zoeken naar wat ze samen hebben. Dat kan met drie casussen.",
    "Choose ‘Also like this one’ at a case to search for what they have in common. Three can be chosen.",
)
LIKE_FULL = Bilingual(
    "U zoekt nu met drie casussen. Haal er een weg om een andere te kunnen kiezen.",
    "You are now searching with three cases. Take one away to choose another.",
)
NOTHING_LIKE_BODY = Bilingual(
    "Wij zochten in {cases}. Geen daarvan lijkt hier genoeg op om op te steunen.",
    "We searched {cases}. None of them is enough like this to rely on.",
)
TRY_FEWER = Bilingual(
    "Haal een van de casussen weg: misschien hebben ze weinig met elkaar gemeen.",
    "Take one of the cases away: they may have little in common.",
)
TRY_DESCRIBE = Bilingual(
    "Beschrijf hierboven in gewone woorden wat u zoekt.", "Describe above in plain words what you look for."
)
NONE_OF_THESE = Bilingual("Deze casussen zijn er niet", "These cases are not here")
NONE_OF_THESE_BODY = Bilingual(
    "Er zijn geen vrijgegeven casussen met de nummers {case_id}. "
    "Misschien zijn ze ingetrokken, of kloppen de nummers niet.",
    "There are no released cases with the numbers {case_id}. "
    "They may have been withdrawn, or the numbers may be wrong.",
)

# A list by conditions alone
LISTED = Bilingual("casus met deze filters", "case with these filters")
LISTED_MANY = Bilingual("casussen met deze filters", "cases with these filters")
NEWEST_FIRST = Bilingual("Nieuwste eerst", "Newest first")
LIST_PAGE = Bilingual("bladzijde {page} van {pages}", "page {page} of {pages}")
SHOW_CASES = Bilingual("Toon casussen: {name}", "Show cases: {name}")

# Refine
REFINE = Bilingual("Verfijnen", "Refine")
SHOW_FILTERS = Bilingual("Toon filters", "Show filters")
HIDE_FILTERS = Bilingual("Verberg filters", "Hide filters")
SHOW_ALL = Bilingual("Toon alle {number}", "Show all {number}")
SHOW_FEWER = Bilingual("Toon minder", "Show fewer")
REGULATION = Bilingual("Regeling", "Regulation")
NATURE = Bilingual("Aard", "Nature")
LEVEL = Bilingual("Niveau", "Level")
PRINCIPLE = Bilingual("Beginsel", "Principle")
ORGANISATION = Bilingual("Organisatie", "Organisation")
MAATWERKPLAATS = Bilingual("Maatwerkplaats", "Maatwerkplaats")
FIRST_YEAR = Bilingual("Ontvangen vanaf", "Received from")
LAST_YEAR = Bilingual("Ontvangen tot en met", "Received up to")
ANY_YEAR = Bilingual("Alle jaren", "All years")
CLEAR_ALL = Bilingual("Wis alle filters", "Clear all filters")

# Case
BACK = Bilingual("Terug naar de zoekresultaten", "Back to the results")
TO_SEARCH = Bilingual("Naar zoeken", "To search")
DEVIATES = Bilingual("Afgeweken van de regels", "Deviated from the rules")
SITUATION = Bilingual("Situatie", "Situation")
GUT_FEELING = Bilingual("Professionele buikpijn", "Professional gut feeling")
TRIED_BEFORE = Bilingual("Eerder geprobeerd", "Tried before")
PERSPECTIVES = Bilingual("Drie perspectieven", "Three perspectives")
LEGAL = Bilingual("Juridisch", "Legal")
FINANCIAL = Bilingual("Financieel", "Financial")
SOCIAL = Bilingual("Maatschappelijk", "Social")
NOT_FILLED_IN = Bilingual("Niet ingevuld", "Not filled in")
CIRCLE = Bilingual("Perspectiefcirkel: {values}", "Circle of perspectives: {values}")
NO_EXPLANATION = Bilingual("Geen toelichting ingevuld.", "No explanation filled in.")
NO_STORY = Bilingual("De situatie is niet ingevuld.", "The situation was not filled in.")
NO_WEIGHING = Bilingual(
    "Afweging, besluit en lessen zijn niet ingevuld. Wie deze casus kent, kan dat aanvullen.",
    "Weighing, decision and lessons were not filled in. Whoever knows this case can add them.",
)
REASONING = Bilingual("Afweging", "Weighing")
DECISION = Bilingual("Besluit", "Decision")
MEANWHILE = Bilingual("In de tussentijd", "In the meantime")
LESSONS = Bilingual("Lessen", "Lessons")
FEATURES = Bilingual("Kenmerken", "Features")
RECEIVED = Bilingual("Ontvangen", "Received")
CLOSED = Bilingual("Afgesloten", "Closed")
SUBMITTER = Bilingual("Inbrenger", "Brought in by")
INVOLVED = Bilingual("Betrokken organisaties", "Organisations involved")
CASE_NUMBER = Bilingual("Casusnummer", "Case number")
DEVIATION = Bilingual("Afwijking van regels", "Deviation from rules")
YES = Bilingual("Ja", "Yes")
NO = Bilingual("Nee", "No")
COMPLETENESS = Bilingual("Volledigheid", "Completeness")
COMPLETE = Bilingual("Alle velden zijn ingevuld.", "All fields are filled in.")
FILLED = Bilingual("{filled} van de {total} velden ingevuld.", "{filled} of {total} fields filled in.")
MISSING = Bilingual("Niet ingevuld: {names}.", "Not filled in: {names}.")
TITLE = Bilingual("Titel", "Title")
CITE = Bilingual("Citeer deze casus", "Cite this case")
CITE_HELP = Bilingual("Voor in uw afhandelingsformulier:", "For your case form:")
SIMILAR = Bilingual("Vergelijkbare casussen", "Similar cases")
SIMILAR_NONE = Bilingual(
    "Er is geen casus die hier genoeg op lijkt.", "There is no case that is enough like this one."
)
COMPARE_BY = Bilingual("Vergelijk alleen op", "Compare only by")
BY_SITUATION = Bilingual("Situatie", "Situation")
BY_WEIGHING = Bilingual("Afweging", "Weighing")
BY_SOLUTION = Bilingual("Oplossing", "Solution")
OTHER_OUTCOME = Bilingual("Zelfde situatie, andere uitkomst", "Same situation, other outcome")
UNKNOWN_CASE = Bilingual("Deze casus is er niet", "This case is not here")
UNKNOWN_CASE_BODY = Bilingual(
    "Er is geen vrijgegeven casus met het nummer {case_id}. "
    "Misschien is hij ingetrokken, of klopt het nummer niet.",
    "There is no released case with the number {case_id}. "
    "It may have been withdrawn, or the number may be wrong.",
)
NO_CASE_CHOSEN = Bilingual("Geen casus gekozen", "No case chosen")
NO_CASE_CHOSEN_BODY = Bilingual(
    "Kies een casus uit de zoekresultaten.", "Choose a case from the search results."
)

# Frame
FOOTER = Bilingual(
    "De databank laat zien hoe eerder is gewogen. Het wegen zelf blijft mensenwerk.",
    "The databank shows how cases were weighed before. The weighing itself remains with people.",
)
PRIVACY = Bilingual(
    "Persoonsgegevens zijn vervangen door [PERSOON-1] en dergelijke. "
    "Ziet u toch een naam? Meld het bij uw beheerder.",
    "Personal data were replaced by [PERSOON-1] and the like. "
    "Do you still see a name? Tell your administrator.",
)
TROUBLE = Bilingual(
    "Er ging iets mis. Probeer het opnieuw. Blijft het misgaan, meld het dan bij uw beheerder.",
    "Something went wrong. Try again. If it keeps happening, tell your administrator.",
)
CASE_PAGE = Bilingual("Casus", "Case")
ABOUT_PAGE = Bilingual("Uitleg", "About")
