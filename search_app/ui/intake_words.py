# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the page Inbrengen: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual

TITLE = Bilingual("Inbrengen", "Bring in")
LEAD = Bilingual(
    "Breng een afgesloten casus. Wij halen de persoonsgegevens eruit, u controleert, een collega beoordeelt. "
    "Daarna kan iedereen ervan leren.",
    "Bring a closed case. We take the personal data out, you check, a colleague reviews. "
    "Then everybody can learn from it.",
)
MEMORY = Bilingual(
    "Uw tekst staat alleen in het geheugen van dit bezoek. Bewaart u of verlaat u deze pagina, dan is het "
    "origineel weg.",
    "Your text is only in the memory of this visit. When you save or leave this page, the original is gone.",
)

# Steps
STEPS = (
    Bilingual("Brengen", "Bring"),
    Bilingual("Controleren", "Check"),
    Bilingual("Lijkt op", "Alike"),
    Bilingual("Bewaren", "Save"),
)
STEPS_NAME = Bilingual("Stappen", "Steps")
STEP_DONE = Bilingual("klaar", "done")

# 1 Bring
HOW = Bilingual("Hoe brengt u de casus?", "How do you bring the case?")
BY_FILE = Bilingual("Bestand", "File")
BY_PASTE = Bilingual("Plakken", "Paste")
BY_FORM = Bilingual("Invullen", "Fill in")
FILES = Bilingual("Een formulier, een mail of een lijst", "A form, a mail or a list")
FILES_HELP = Bilingual(
    "Word (docx), Excel (xlsx), csv, pdf met tekst, mail (eml) of jsonl. Hoogstens {size} MB en {cases} "
    "casussen tegelijk. Laat kolommen met namen en nummers staan: daardoor vinden wij die ook in de tekst.",
    "Word (docx), Excel (xlsx), csv, pdf with text, mail (eml) or jsonl. At most {size} MB and {cases} cases "
    "at once. Leave columns with names and numbers in: through them we find these in the text as well.",
)
PASTE = Bilingual("Plak de tekst van de casus", "Paste the text of the case")
PASTE_HELP = Bilingual(
    "Met kopjes als ‘Situatie:’ en ‘Besluit:’ komt alles op zijn plek. Zonder kopjes is het de situatie.",
    "With headings such as ‘Situation:’ and ‘Decision:’ everything finds its place. Without them, it is the "
    "situation.",
)
PASTE_EXAMPLE = Bilingual(
    "Zaaknummer: 2026-014\nSituatie: mevrouw kreeg …\nBesluit: …\nAfweging: …",
    "Case number: 2026-014\nSituation: she received …\nDecision: …\nReasoning: …",
)
FORM_HELP = Bilingual(
    "Alles mag leeg blijven, behalve het verhaal. Wat ontbreekt, vragen wij straks.",
    "Everything may stay empty, except the story. We ask later for what is missing.",
)
NUMBER_HELP = Bilingual("Leeg? Dan geven wij er een.", "Empty? Then we give one.")
STORY = Bilingual("Het verhaal", "The story")
WEIGHING = Bilingual("Afweging en besluit", "Weighing and decision")
REGISTER = Bilingual("Over de casus", "About the case")
READ = Bilingual("Lees en haal persoonsgegevens eruit", "Read and take personal data out")
NOTHING_BROUGHT = Bilingual("Geef eerst een bestand of een tekst.", "Give a file or a text first.")
NO_STORY = Bilingual(
    "Vertel ten minste wat er aan de hand was, of wat er is besloten.",
    "Tell at least what was the matter, or what was decided.",
)
NO_CASES = Bilingual(
    "In wat u gaf, zit geen casus. Kijk of de kopjes of kolommen erin staan.",
    "There is no case in what you gave. See whether the headings or columns are there.",
)

# Mapping
MAPPING = Bilingual("Zo lezen wij het", "This is how we read it")
MAPPING_LEAD = Bilingual(
    "{cases} in {files}. Kijk of elke kolom op de goede plek komt.",
    "{cases} in {files}. See whether each column ends up in the right place.",
)
FILE_ONE = Bilingual("bestand", "file")
FILE_MANY = Bilingual("bestanden", "files")
HEADING = Bilingual("In uw bestand", "In your file")
BECOMES = Bilingual("Wordt", "Becomes")
FILLED = Bilingual("Gevuld", "Filled")
NOT_RECOGNISED = Bilingual("Niet herkend", "Not recognised")
RECOGNISED = Bilingual("{number} kolommen zijn herkend", "{number} columns were recognised")
NEAR = Bilingual("Klopt dit?", "Is this right?")
BY_YOU = Bilingual("Door u gekozen", "Chosen by you")
DROPPED = Bilingual("Alleen om te zoeken", "For finding only")
DROPPED_HELP = Bilingual(
    "Kolommen met ‘alleen om te zoeken’ bewaren wij niet. Wat erin staat, halen wij uit het verhaal.",
    "Columns marked ‘for finding only’ are not kept. What stands in them is taken out of the story.",
)
LEFT_OUT = Bilingual("Niet gebruiken", "Do not use")
CHANGE_MAPPING = Bilingual("Een kolom anders lezen", "Read a column differently")
WHICH_HEADING = Bilingual("Kolom", "Column")
WHICH_FIELD = Bilingual("Lezen als", "Read as")
APPLY = Bilingual("Pas toe", "Apply")
GO_CHECK = Bilingual("Ga controleren", "Go and check")
ATTENTION = Bilingual("Dit viel op bij het lezen", "Noticed while reading")

# 2 Check: list
LIST = Bilingual("Controleer de casussen", "Check the cases")
LIST_LEAD = Bilingual(
    "Open wat aandacht vraagt. Wat klaar is, bewaart u in één keer.",
    "Open what asks for attention. What is ready can be saved at once.",
)
WORKING = Bilingual("Persoonsgegevens eruit halen: {done} van {total}", "Taking out data: {done} of {total}")
REPLACED_COUNT = Bilingual("{number} vervangen", "{number} replaced")
TO_LOOK = Bilingual("{number} bekijken", "{number} to look at")
NOTHING_OPEN = Bilingual("niets open", "nothing open")
MISSING_COUNT = Bilingual("{number} ontbreekt", "{number} missing")
COMPLETE = Bilingual("compleet", "complete")
TWIN_OF = Bilingual("lijkt dezelfde als {case}", "seems the same as {case}")
KNOWN = Bilingual("staat er al", "is there already")
NUMBER_TAKEN = Bilingual("nummer bestaat al", "number is taken")
NOT_READ = Bilingual("niet gelezen", "not read")
READY = Bilingual("klaar", "ready")
SAVE_READY = Bilingual("Bewaar {cases} die klaar zijn", "Save {cases} that are ready")
SAVE_READY_ONE = Bilingual("Bewaar de casus die klaar is", "Save the case that is ready")
BACK_TO_LIST = Bilingual("Terug naar de lijst", "Back to the list")
CASE_FIELD = Bilingual("casus", "case")
GIVE_NUMBERS = Bilingual("Geef een nummer aan wie er geen heeft", "Give a number to those without one")

# 2 Check: one case
ORIGINAL = Bilingual("Origineel, alleen voor u", "Original, for you only")
SAFE = Bilingual("Zo wordt het bewaard", "How it will be kept")
SAME_TEXT = Bilingual("hier is niets vervangen", "nothing was replaced here")
BECOMES_SAID = Bilingual("{kind}, wordt {label}", "{kind}, becomes {label}")
SUSPECT_SAID = Bilingual("nog bekijken", "to be looked at")
CURRENT_SAID = Bilingual("dit bekijkt u nu", "you are looking at this")
LOOK = Bilingual("Bekijk deze plek", "Look at this place")
LOOK_OF = Bilingual("Bekijk deze plek ({number} van {total})", "Look at this place ({number} of {total})")
ALL_SEEN = Bilingual("Niets meer te bekijken", "Nothing left to look at")
ALL_SEEN_BODY = Bilingual(
    "Lees de rechtertekst nog één keer. Ziet u een naam? Selecteer hem en lak hem weg.",
    "Read the text on the right once more. Do you see a name? Select it and mask it.",
)
FINDING = Bilingual("Gevonden", "Found")
FINDING_TIMES = Bilingual("{kind}, op {number} plekken", "{kind}, in {number} places")
FINDING_ONCE = Bilingual("{kind}, op 1 plek", "{kind}, in 1 place")
MASK_AS = Bilingual("Wat is het?", "What is it?")
MASK = Bilingual("Lak weg", "Mask")
NOT_PERSONAL = Bilingual("Geen persoonsgegeven", "Not personal data")
NEVER_BACK = Bilingual(
    "Nummers, adressen en datums blijven altijd weg.",
    "Numbers, addresses and dates always stay out.",
)
OTHER_LABEL = Bilingual("Andere aanduiding", "Another placeholder")
CHANGE = Bilingual("Verander", "Change")
EVERYTHING = Bilingual("Alles wat gevonden is ({number})", "All that was found ({number})")
MASK_MORE = Bilingual("Nog iets weglakken", "Mask something else")
MASK_MORE_HELP = Bilingual(
    "Selecteer woorden in de tekst of typ ze. Overal in de casus gaan ze mee.",
    "Select words in the text or type them. They go everywhere in the case.",
)
WORDS = Bilingual("Woorden", "Words")
RISK = Bilingual("Is iemand te herkennen?", "Can anybody be recognised?")
RISK_NONE = Bilingual(
    "Er springt niets uit. U kent de casus: weet u het beter, lak dan meer weg.",
    "Nothing stands out. You know the case: if you know better, mask more.",
)
PROPOSALS = Bilingual("Zo vertelt de tekst minder", "This way the text tells less")
CHANGES_ONE = Bilingual("aanpassing van u", "change by you")
CHANGES_MANY = Bilingual("aanpassingen van u", "changes by you")
UNDO = Bilingual("Maak de laatste ongedaan", "Undo the last one")
TO_ALIKE = Bilingual("Verder: lijkt dit op iets?", "Next: is this like anything?")
EDIT_TYPED = Bilingual("Pas de tekst aan", "Edit the text")
START_OVER = Bilingual("Begin opnieuw", "Start over")

# Missing
MISSING = Bilingual("Wat nog ontbreekt", "What is still missing")
MISSING_LEAD = Bilingual(
    "U weet dit nu nog. Over een jaar weet niemand het meer. Overslaan mag.",
    "You still know this now. In a year nobody will. You may skip it.",
)
MORE_FIELDS = Bilingual("Meer aanvullen ({number})", "Add more ({number})")
FILL_IN = Bilingual("Vul aan", "Add")
REPAIR = Bilingual("Herstel", "Repair")
REPAIR_LEAD = Bilingual("Deze casus kunnen wij nog niet lezen", "We cannot read this case yet")
IN_THE_FILE = Bilingual("Wat er in het bestand staat", "What the file says")
CHOOSE = Bilingual("Kies", "Choose")
QUESTIONS = {
    "situation": Bilingual("Wat was er aan de hand?", "What was the matter?"),
    "decision": Bilingual("Wat is er besloten of gedaan?", "What was decided or done?"),
    "reasoning": Bilingual("Waarom deze oplossing, of waarom geen?", "Why this solution, or why none?"),
    "outcome": Bilingual("Is het voor de klant opgelost?", "Was it solved for the client?"),
    "title": Bilingual("Waar gaat het over, in één regel?", "What is it about, in one line?"),
    "regulations": Bilingual("Welke regelingen speelden mee?", "Which regulations played a part?"),
    "maatwerkplaats": Bilingual("Welke maatwerkplaats?", "Which maatwerkplaats?"),
    "received_on": Bilingual("Wanneer kwam de casus binnen?", "When did the case come in?"),
    "closed_on": Bilingual("Wanneer is hij afgesloten?", "When was it closed?"),
    "tried_before": Bilingual("Wat was er al geprobeerd?", "What had been tried before?"),
    "legal_perspective.text": Bilingual("Wat zei het recht?", "What did the law say?"),
    "financial_perspective.text": Bilingual("Wat kostte en leverde het op?", "What did it cost and bring?"),
    "social_perspective.text": Bilingual("Wat deed het met de mens?", "What did it do to the person?"),
    "lessons": Bilingual("Wat leren wij hiervan?", "What do we learn from this?"),
}
WHY = {
    "situation": Bilingual(
        "Hieraan herkent een collega zijn eigen casus.", "By this a colleague recognises a case."
    ),
    "decision": Bilingual(
        "Dit is wat een collega wil weten: wat kon er?", "This is what a colleague asks: what was possible?"
    ),
    "reasoning": Bilingual(
        "Zonder de reden kan niemand zien of gelijke gevallen gelijk zijn behandeld.",
        "Without the reason nobody can see whether equal cases were treated equally.",
    ),
    "outcome": Bilingual(
        "Van veel casussen weten wij de afloop niet. Ook ‘niet opgelost’ is leerzaam.",
        "Of many cases we do not know how they ended. ‘Not solved’ teaches us as well.",
    ),
    "regulations": Bilingual("Gescheiden door een puntkomma.", "Separated by semicolons."),
    "received_on": Bilingual("Dag, maand en jaar. Wij tonen alleen de maand.", "We show the month only."),
    "closed_on": Bilingual("Dag, maand en jaar. Wij tonen alleen de maand.", "We show the month only."),
}

# 3 Alike
ALIKE = Bilingual("Is dit al eens opgelost?", "Was this solved before?")
ALIKE_LEAD = Bilingual(
    "Deze casussen lijken het meest op de uwe. Misschien helpt er een, of ziet u dat hij er al is.",
    "These cases are most like yours. One may help, or you may see that it is there already.",
)
ALIKE_NONE = Bilingual(
    "Niets vergelijkbaars gevonden. Juist dan is uw casus welkom.",
    "Nothing comparable was found. Then your case is all the more welcome.",
)
DECIDED = Bilingual("Besloten", "Decided")
REASON = Bilingual("Afweging", "Weighing")
NEW_TAB = Bilingual("Open {case} in een nieuw tabblad", "Open {case} in a new tab")
TWIN_RELEASED = Bilingual(
    "Casus {case} in de databank heeft bijna dezelfde tekst. Is het dezelfde casus? Bewaar hem dan niet.",
    "Case {case} in the databank has nearly the same text. If it is the same case, do not save it again.",
)
TWIN_WAITING = Bilingual(
    "Casus {case} wacht op beoordeling en heeft bijna dezelfde tekst. Misschien bracht een collega hem al.",
    "Case {case}, which waits for review, has nearly the same text. A colleague may have brought it.",
)
TWIN_TOGETHER = Bilingual(
    "Casus {case}, die u ook brengt, heeft bijna dezelfde tekst.",
    "Case {case}, which you bring as well, has nearly the same text.",
)
STANDING_SAME = Bilingual(
    "Deze casus staat al in de databank, met dezelfde inhoud. Bewaren is niet nodig.",
    "This case is in the databank already, with the same content. There is no need to save it.",
)
STANDING_OTHER = Bilingual(
    "Onder nummer {case} staat al een andere casus. Geef deze een ander nummer.",
    "Number {case} is taken by another case. Give this one another number.",
)
NEW_NUMBER = Bilingual("Geef hem nummer {number}", "Give it number {number}")
BACK_TO_CHECK = Bilingual("Terug naar controleren", "Back to checking")
SAVE = Bilingual("Bewaar deze casus", "Save this case")
SAVE_ANYWAY = Bilingual("Het is een andere: bewaar", "It is another one: save")
OPEN_LEFT_ONE = Bilingual(
    "1 plek hebt u niet bekeken. De beoordelaar ziet die ook.",
    "You did not look at 1 place. The reviewer sees it as well.",
)
OPEN_LEFT = Bilingual(
    "{number} plekken hebt u niet bekeken. De beoordelaar ziet die ook.",
    "You did not look at {number} places. The reviewer sees them as well.",
)

# 4 Saved
SAVED_ONE = Bilingual("Casus {case} is bewaard", "Case {case} was saved")
SAVED_MANY = Bilingual("{number} casussen zijn bewaard", "{number} cases were saved")
SAVED_NONE = Bilingual("Er is niets bewaard", "Nothing was saved")
SAVED_BODY = Bilingual(
    "Zij wachten nu op een beoordelaar, die kijkt of niemand te herkennen is. Pas daarna kan iemand ze "
    "vinden. De originele teksten zijn gewist.",
    "They now wait for a reviewer, who sees whether nobody can be recognised. Only then can anybody find "
    "them. The original texts were wiped.",
)
SAVED_BODY_ONE = Bilingual(
    "Hij wacht nu op een beoordelaar, die kijkt of niemand te herkennen is. Pas daarna kan iemand hem "
    "vinden. Uw originele tekst is gewist.",
    "It now waits for a reviewer, who sees whether nobody can be recognised. Only then can anybody find it. "
    "Your original text was wiped.",
)
THANKS = Bilingual(
    "Dank u wel. Wat u hebt uitgezocht, hoeft een collega niet opnieuw uit te zoeken.",
    "Thank you. What you found out, a colleague need not find out again.",
)
SAVED_LIST = Bilingual("Bewaard: {cases}.", "Saved: {cases}.")
UNCHANGED_LIST = Bilingual("Stond er al: {cases}.", "Was there already: {cases}.")
STILL_OPEN = Bilingual("Nog niet bewaard", "Not saved yet")
GO_ON = Bilingual("Ga verder met de andere ({number})", "Go on with the others ({number})")
ANOTHER = Bilingual("Breng nog een casus in", "Bring in another case")

# What was done
SAID_MASKED = Bilingual("Weggelakt, overal in deze casus.", "Masked, everywhere in this case.")
SAID_KEPT = Bilingual(
    "Dit blijft staan. De beoordelaar kijkt er nog een keer naar.",
    "This stays. The reviewer looks at it once more.",
)
SAID_SETTLED = Bilingual("Genoteerd: geen persoonsgegeven.", "Noted: not personal data.")
SAID_RENAMED = Bilingual("De aanduiding is veranderd.", "The placeholder was changed.")
SAID_COARSER = Bilingual("De tekst vertelt nu minder.", "The text tells less now.")
SAID_FILLED = Bilingual(
    "Aangevuld. Lees hieronder of alles klopt.", "Added. Read below whether all is right."
)
SAID_UNDONE = Bilingual("Ongedaan gemaakt.", "Undone.")
SAID_NOTHING = Bilingual("Typ eerst de woorden.", "Type the words first.")
