# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the page Kaart."""

from casebase.bilingual import Bilingual
from search_app.map_points import Field

TITLE = Bilingual("Kaart", "Map")
INTRODUCTION = Bilingual(
    "Elke stip is een casus. Wat op elkaar lijkt, ligt bij elkaar; hoe ver groepen uiteen liggen, zegt "
    "weinig. Teken een gebied op de kaart of kies waarden.",
    "Every dot is a case. What is alike lies together; how far groups lie apart tells little. "
    "Draw an area on the map or choose values.",
)
COLOUR_BY = Bilingual("Kleur en vorm naar", "Colour and shape by")
FIELDS = {
    Field.REGULATION: Bilingual("Regeling", "Regulation"),
    Field.NATURE: Bilingual("Aard", "Nature"),
    Field.LEVEL: Bilingual("Niveau", "Level"),
    Field.OUTCOME: Bilingual("Afloop", "Outcome"),
    Field.PLACE: Bilingual("Maatwerkplaats", "Maatwerkplaats"),
    Field.YEAR: Bilingual("Jaar", "Year"),
    Field.PATTERN: Bilingual("Patroon", "Pattern"),
}
NONE = {
    Field.PATTERN: Bilingual("in geen patroon", "in no pattern"),
}
NOT_FILLED_IN = Bilingual("niet ingevuld", "not filled in")
OTHERS = Bilingual("overige", "others")
ONE_COLOUR = Bilingual(
    "Een casus met meer waarden heeft op de kaart de kleur van de eerste; kiezen vindt hem bij elke waarde.",
    "On the map a case with more values has the colour of the first; choosing finds it by each of them.",
)
CHOOSE = Bilingual("Kies casussen: {field}", "Choose cases: {field}")
ALT = Bilingual(
    "Kaart van {total}, gekleurd naar {field}. De tabel ernaast noemt de gekozen casussen.",
    "Map of {total}, coloured by {field}. The table beside it lists the chosen cases.",
)

# Selection
ALL_CASES = Bilingual("Alle {cases}", "All {cases}")
CHOSEN = Bilingual("{number} van de {cases} gekozen", "{number} of {cases} chosen")
NOTHING_CHOSEN = Bilingual(
    "Geen enkele casus voldoet aan uw keuze. Laat een waarde of het gebied los.",
    "No case meets your choice. Let go of a value or of the area.",
)
AREA = Bilingual("gebied op de kaart", "area on the map")
AREA_GONE = Bilingual(
    "De kaart is opnieuw getekend nadat dit gebied werd gekozen. Teken het gebied opnieuw.",
    "The map was drawn anew after this area was chosen. Draw the area again.",
)
LET_GO = Bilingual("{name} loslaten", "Let go of {name}")
CLEAR = Bilingual("Alles loslaten", "Let go of all")
KEEP_AS = Bilingual("Bewaar als {side}", "Keep as {side}")
FORGET = Bilingual("{side} loslaten", "Let go of {side}")
TABLE_FILE = Bilingual("Csv", "Csv")
VECTOR_FILE = Bilingual("Vectoren", "Vectors")
EXPORT_NOTE = Bilingual(
    "Neem deze casussen mee: zonder de verhalen, in het profiel {profile}. Het logboek noteert wie hoeveel "
    "casussen meenam.",
    "Take these cases along: without the stories, in the profile {profile}. The log notes who took how many "
    "cases.",
)
COLUMNS = (Bilingual("Casus", "Case"), Bilingual("Afloop", "Outcome"))
TABLE_CAPTION = Bilingual("Nieuwste eerst", "Newest first")
ALL_VALUES = Bilingual("Toon alle {number} waarden", "Show all {number} values")
FEWER_VALUES = Bilingual("Toon minder waarden", "Show fewer values")
SHOW_MORE = Bilingual("Toon er meer ({left} over)", "Show more ({left} left)")
OUTCOMES = Bilingual("Afloop", "Outcome")
AND_MORE = Bilingual("en {number} andere", "and {number} others")

# Comparing
COMPARE = Bilingual("{first} naast {second}", "{first} beside {second}")
THE_REST = Bilingual("alle andere casussen", "all other cases")
COMPARED = Bilingual(
    "A: {first} ({one}). B: {second} ({other}).",
    "A: {first} ({one}). B: {second} ({other}).",
)
SHARED = Bilingual("{cases} in beide; die tellen hier niet mee.", "{cases} in both; those do not count here.")
NOTHING_TO_COMPARE = Bilingual(
    "A en B hebben geen casus die alleen bij één van de twee hoort. Kies twee verschillende groepen.",
    "A and B have no case that belongs to one of the two alone. Choose two different groups.",
)
HOW_TO_COMPARE = Bilingual(
    "Vergelijken: kies casussen en bewaar ze als A, en daarna andere als B. Zonder B staan alle andere "
    "casussen ernaast.",
    "Comparing: choose cases and keep them as A, then others as B. Without B, all other cases stand "
    "beside it.",
)
WORDS_OF = Bilingual("Woorden die bij {side} vaker staan", "Words that {side} has more")
NO_WORDS = Bilingual("Geen woord springt eruit.", "No word stands out.")
WORD = Bilingual("Woord", "Word")
VALUE = Bilingual("Waarde", "Value")
DIFFERS = Bilingual("Verschil", "Difference")
CLEARLY = Bilingual("duidelijk", "clear")
NOT_CLEARLY = Bilingual("kan toeval zijn", "may be chance")
INTERVALS = Bilingual(
    "Tussen haakjes het aandeel met zijn 95%-interval. Duidelijk: van de verschillen die zo heten, is naar "
    "verwachting hoogstens een op de tien toeval. Een verschil zegt nog niet waardoor het komt.",
    "In brackets the share with its 95% interval. Clear: of the differences that are called so, at most one "
    "in ten is expected to be chance. A difference does not yet tell what causes it.",
)

# About this map
ABOUT = Bilingual("Over deze kaart", "About this map")
DRAWN = Bilingual(
    "Getekend op {day}. Sindsdien blijft elke casus op zijn plaats. Later kwam erbij: {later}, tussen de "
    "casussen waarop zij het meest lijken.",
    "Drawn on {day}. Since then every case stays in its place. Added later: {later}, among the cases that "
    "they are most like.",
)
QUALITY = Bilingual(
    "Van de tien casussen die het meest op een casus lijken, horen er gemiddeld {kept} bij de twintig die er "
    "op de kaart het dichtst bij liggen.",
    "Of the ten cases that are most like a case, {kept} on average are among the twenty that lie nearest to "
    "it on the map.",
)
WAITING = Bilingual(
    "{cases} nog niet in de zoekindex en dus niet op de kaart.",
    "{cases} not in the search index yet, and so not on the map.",
)
OTHER_MODEL = Bilingual(
    "De kaart is met een ander zoekmodel getekend. Opnieuw tekenen helpt.",
    "The map was drawn with another search model. Drawing it anew helps.",
)
DRAW_ANEW = Bilingual("Teken de kaart opnieuw", "Draw the map anew")
DRAW_WARNING = Bilingual(
    "Dit geldt voor iedereen: casussen verschuiven, zo weinig als kan, en bewaarde gebieden vervallen.",
    "This holds for everybody: cases move, as little as can be, and areas that were kept lapse.",
)
EMPTY = Bilingual(
    "Er zijn nog geen casussen vrijgegeven, dus er is nog geen kaart. Breng casussen in of beoordeel wat "
    "wacht.",
    "No cases have been released yet, so there is no map. Bring cases in, or review what is waiting.",
)
