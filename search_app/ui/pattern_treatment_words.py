# SPDX-License-Identifier: EUPL-1.2
"""The sentences about equal treatment within a pattern: plain Dutch, with English beside it."""

from casebase.bilingual import Bilingual

TITLE = Bilingual("Gelijke behandeling", "Equal treatment")
PAIR = Bilingual("paar", "pair")
PAIRS = Bilingual("paren", "pairs")
INTRODUCTION = Bilingual(
    "Zaken die op elkaar lijken, onder dezelfde regeling en binnen {years} jaar van elkaar. De databank "
    "stelt de vraag; het antwoord is aan u. Hier staat geen oordeel over mensen of kantoren.",
    "Cases that are alike, under the same regulation, within {years} years of each other. The databank asks "
    "the question; the answer is yours. No judgement of people or offices is given here.",
)
ENDINGS = Bilingual("Hoe liep het af?", "How did it end?")
ENDINGS_ALT = Bilingual("Afloop van de casussen: {rows}.", "How the cases ended: {rows}.")
ENDING_ROW = Bilingual(
    "{outcome} {count}, {share} (tussen {low} en {high})",
    "{outcome} {count}, {share} (between {low} and {high})",
)
OF_KNOWN = Bilingual("Van de bekende", "Of those known")
CONFIDENCE = Bilingual("Met 95% zekerheid", "With 95% confidence")
WHAT_DIFFERS = Bilingual("Wat maakt deze zaak anders?", "What makes this case different?")
WHAT_DIFFERS_HELP = Bilingual(
    "Zaken die sterk op elkaar lijken en toch verschillend afliepen.",
    "Cases that are very much alike and ended differently all the same.",
)
OTHERS_DIFFER = Bilingual("Lijken wat minder, liepen verschillend af", "Less alike, ended differently")
SAME_END = Bilingual("Paren die gelijk afliepen ({count})", "Pairs that ended the same ({count})")
UNKNOWN_END = Bilingual(
    "Paren waarvan een afloop onbekend is ({count})", "Pairs of which an end is unknown ({count})"
)
MORE_PAIRS = Bilingual("Nog {pairs}", "{pairs} more")
NO_PAIRS = Bilingual(
    "Er zijn nog geen twee zaken in dit patroon die zo op elkaar lijken dat ze te vergelijken zijn.",
    "There are no two cases in this pattern yet that are alike enough to compare.",
)
NO_DIFFERENT = Bilingual(
    "Geen van de vergelijkbare paren liep verschillend af.", "None of the comparable pairs ended differently."
)
LEFT_OUT = Bilingual("Niet vergeleken: {reasons}.", "Not compared: {reasons}.")
OTHER_RULES = Bilingual("{pairs} onder andere regelingen", "{pairs} under other regulations")
OTHER_PERIOD = Bilingual("{pairs} met te veel tijd ertussen", "{pairs} too far apart in time")
NO_PERIOD = Bilingual("{pairs} zonder datum", "{pairs} without a date")
OFFICES = Bilingual("Maakt het uit waar iemand zich meldt?", "Does it matter where somebody comes?")
OFFICES_BASE = Bilingual(
    "Dit rust op {cases} met een bekende afloop.", "This rests on {cases} with a known end."
)
REASONS = Bilingual("Waarom", "Why")
NO_REASONS = Bilingual("Niet opgeschreven.", "Not written down.")
AGREES = Bilingual("Komt overeen", "Agrees")
DIFFERS = Bilingual("Verschilt", "Differs")
NEARLY_IDENTICAL = Bilingual("het verhaal lijkt sterk", "the stories are very much alike")
DAYS_APART = Bilingual("{days} dagen na elkaar ontvangen", "received {days} days apart")
SAME_DAY = Bilingual("op dezelfde dag ontvangen", "received on the same day")
ONE_DAY_APART = Bilingual("1 dag na elkaar ontvangen", "received 1 day apart")
SAME_RATING = Bilingual("{field}: beide {rating}", "{field}: both {rating}")
OTHER_RATING = Bilingual("{field}: {first} en {second}", "{field}: {first} and {second}")
ONLY_ONE = Bilingual("alleen bij {case}: {rules}", "only at {case}: {rules}")
RATING_MISSING = Bilingual("niet ingevuld", "not filled in")
NOTHING_DIFFERS = Bilingual(
    "niets in de gegevens; lees beide verhalen", "nothing in the data; read both stories"
)
CASE_A_B = Bilingual("{first} naast {second}", "{first} beside {second}")
COMPARED_ON = Bilingual("Vergeleken op", "Compared on")

DECISION = Bilingual("Besluit", "Decision")
NO_DECISION = Bilingual("Besluit niet ingevuld.", "Decision not filled in.")
