# SPDX-License-Identifier: EUPL-1.2
"""Risk in words that everybody understands, in Dutch and English."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from anonymise.risk.collection import Pair
from anonymise.risk.rules import ABROAD, RARE_PHRASE, RiskRules
from anonymise.risk.traits import Trait
from casebase.bilingual import Bilingual

if TYPE_CHECKING:
    from anonymise.risk.uniques import Combination


def combination(found: "Combination", rules: RiskRules) -> Bilingual:
    """'Er is maar één casus met: vrouw, 60-64 jaar, in Zeeland, zeldzame ziekte. …'."""
    told = [pair_words(pair, rules) for pair in found.pairs]
    nl, en = ", ".join(words.nl for words in told), ", ".join(words.en for words in told)
    fits = _fits(found.people)
    if found.cases == 1:
        return Bilingual(
            f"Er is maar één casus met: {nl}. {fits.nl}", f"There is only one case with: {en}. {fits.en}"
        )
    return Bilingual(
        f"Er zijn maar {found.cases} casussen met: {nl}. {fits.nl}",
        f"There are only {found.cases} cases with: {en}. {fits.en}",
    )


def known_story(pair: Pair, rules: RiskRules) -> Bilingual:
    """The story itself is known, or its person is the only one."""
    words = pair_words(pair, rules)
    return Bilingual(
        f"De tekst noemt iets waaraan anderen de persoon meteen kunnen herkennen: {words.nl}.",
        f"The text tells something by which others can recognise the person at once: {words.en}.",
    )


def harm(pair: Pair, rules: RiskRules) -> Bilingual:
    """Somebody who hides must not be found here."""
    words = pair_words(pair, rules)
    return Bilingual(
        f"De tekst wijst op {words.nl}. Kijk daarom met twee mensen of deze persoon echt niet te vinden is.",
        f"The text points to somebody {words.en}. So let two people check that this person cannot be found.",
    )


def suspects(count: int) -> Bilingual:
    """How many places still ask for a look."""
    if count == 1:
        return Bilingual(
            "Op één plek in de tekst staat misschien nog een naam of nummer.",
            "In one place the text may still hold a name or number.",
        )
    return Bilingual(
        f"Op {count} plekken in de tekst staat misschien nog een naam of nummer.",
        f"In {count} places the text may still hold a name or number.",
    )


def pair_words(pair: Pair, rules: RiskRules) -> Bilingual:
    """A trait and its value for people: 'in Zeeland', '60-64 jaar'."""
    trait, value = Trait(pair[0]), pair[1]
    if trait is Trait.AGE:
        return Bilingual(f"{value} jaar", f"aged {value}")
    told = rules.known(trait, value)
    if told is not None:
        phrase = value.partition(RARE_PHRASE)[2] if trait is Trait.RARE else ""
        return _with_phrase(told.words, phrase)
    if trait is Trait.REGION and value != ABROAD:
        return Bilingual("in een regio buiten de lijst", "in a region that is not on the list")
    return Bilingual(value, value)


def _with_phrase(words: Bilingual, phrase: str) -> Bilingual:
    return Bilingual(f"{words.nl} ({phrase})", f"{words.en} ({phrase})") if phrase else words


def coarser(trait: Trait) -> Bilingual:
    """Why something else could be written."""
    return _COARSER[trait]


def _fits(people: float) -> Bilingual:
    if people < _A_FEW:
        return Bilingual(
            "Dat past naar schatting bij hooguit een paar mensen in Nederland.",
            "We think that this fits a few people in the Netherlands at most.",
        )
    about = _rounded(people)
    return Bilingual(
        f"Dat past naar schatting bij zo'n {about} mensen in Nederland.",
        f"We think that this fits about {about} people in the Netherlands.",
    )


def _rounded(people: float) -> int:
    """One significant figure: more would look like a count."""
    step: int = 10 ** (len(str(int(people))) - 1)
    return max(step, round(people / step) * step)


_A_FEW = 5
LEVELS: Mapping[str, Bilingual] = {
    "laag": Bilingual("Laag", "Low"),
    "middel": Bilingual("Middel", "Middle"),
    "hoog": Bilingual("Hoog", "High"),
}
_COARSER: Mapping[Trait, Bilingual] = {
    Trait.AGE: Bilingual(
        "Met een ruimere leeftijd is de persoon minder herkenbaar.",
        "With a wider band of age the person is less recognisable.",
    ),
    Trait.REGION: Bilingual(
        "Zonder de streek is de persoon minder herkenbaar.",
        "Without the region the person is less recognisable.",
    ),
    Trait.NATIONALITY: Bilingual(
        "Zonder de herkomst is de persoon minder herkenbaar.",
        "Without the origin the person is less recognisable.",
    ),
    Trait.CHILDREN: Bilingual(
        "Zonder het aantal kinderen is de persoon minder herkenbaar.",
        "Without the number of children the person is less recognisable.",
    ),
    Trait.OCCUPATION: Bilingual(
        "Met een algemener woord voor het werk is de persoon minder herkenbaar.",
        "With a more general word for the work the person is less recognisable.",
    ),
    Trait.DIAGNOSIS: Bilingual(
        "Met een algemener woord voor de ziekte is de persoon minder herkenbaar. "
        "Houd het als de casus erom draait.",
        "With a more general word for the illness the person is less recognisable. "
        "Keep it if the case is about it.",
    ),
    Trait.RARE: Bilingual(
        "Dit kunnen anderen kennen. Met een algemener woord is de persoon minder herkenbaar.",
        "Others may know this. With a more general word the person is less recognisable.",
    ),
}
