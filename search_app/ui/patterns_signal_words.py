# SPDX-License-Identifier: EUPL-1.2
"""What the pages of patterns say of what came in: bursts, cases that may belong, what somebody follows."""

from casebase.bilingual import Bilingual

# A burst
NO_PATTERN_HOLDS = Bilingual(
    "Ze zitten nog niet samen in een patroon:", "No pattern holds them together yet:"
)
SOME_INSIDE_ONE = Bilingual("1 ervan zit in {pattern}.", "1 of them is in {pattern}.")
SOME_INSIDE = Bilingual("{number} ervan zitten in {pattern}.", "{number} of them are in {pattern}.")
NEW_WITH_THESE = Bilingual("Nieuw patroon met deze casussen", "New pattern with these cases")
SEE_PROPOSAL = Bilingual("Bekijk voorstel {name}", "See proposal {name}")
NOT_IN_PROPOSAL = Bilingual("Niet in dit voorstel:", "Not in this proposal:")
NOT_IN_HERE = Bilingual("Nog niet in dit patroon:", "Not in this pattern yet:")

# Cases that may belong
MAYBE = Bilingual("{number} mogelijk erbij", "{number} may belong")
MAYBE_WHAT = Bilingual("Bekijk wat mogelijk bij {name} hoort", "See what may belong to {name}")
NEWS_MAYBE = Bilingual("casus mogelijk erbij", "case that may belong")
NEWS_MAYBES = Bilingual("casussen mogelijk erbij", "cases that may belong")

# What somebody follows
FOLLOWS = Bilingual("U volgt {what}", "You follow {what}")
AND = Bilingual("{first} en {second}", "{first} and {second}")
SEARCH = Bilingual("zoekvraag", "search")
SEARCHES = Bilingual("zoekvragen", "searches")
FOLLOWS_HELP = Bilingual(
    "Nieuws hierover staat boven aan deze pagina.", "News about these stands at the top of this page."
)
UNFOLLOW = Bilingual("Volg niet meer", "Stop following")
SAID_UNFOLLOWED = Bilingual("U volgt {name} niet meer.", "You no longer follow {name}.")
