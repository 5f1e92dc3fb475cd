# SPDX-License-Identifier: EUPL-1.2
"""The words in which a found case tells why it is alike and what is different."""

from casebase.bilingual import Bilingual
from index.hits import Aspect

WHY = Bilingual("Waarom lijkt deze zaak?", "Why is this case alike?")
DECIDED = Bilingual("Besloten", "Decided")
DIFFERS = Bilingual("Wat is anders", "What is different")

SAME_REGULATION = Bilingual("zelfde regeling: {names}", "same regulation: {names}")
SAME_PRINCIPLE = Bilingual("zelfde beginsel: {names}", "same principle: {names}")
SAME_NATURE = Bilingual("zelfde aard: {names}", "same nature: {names}")
SAME_LEVEL = Bilingual("zelfde niveau: {names}", "same level: {names}")
SHARED_WORDS = Bilingual("gedeelde woorden: {names}", "shared words: {names}")
OTHER_WORDS = Bilingual("andere woorden voor hetzelfde: {names}", "other words for the same: {names}")
MEANS = Bilingual("betekent hier", "means here")
SAME_MEANING = Bilingual("dezelfde strekking in andere woorden", "the same meaning in other words")
ALIKE_IN = Bilingual("Lijkt in {names}.", "Alike in {names}.")
ASPECTS = {
    Aspect.SITUATION: Bilingual("de situatie", "the situation"),
    Aspect.WEIGHING: Bilingual("de afweging", "the weighing"),
    Aspect.SOLUTION: Bilingual("de oplossing", "the solution"),
}

SIDE_BY_SIDE = Bilingual("Leg de zinnen naast elkaar", "Lay the sentences side by side")
BEST_SENTENCES = Bilingual("Toon de zinnen die het meest lijken", "Show the sentences that are most alike")
BEST_SENTENCE = Bilingual("Toon de zin die het meest lijkt", "Show the sentence that is most alike")
YOUR_TEXT = Bilingual("Uw tekst", "Your text")
YOUR_CASE = Bilingual("Uw casus", "Your case")
MOST_LIKE = Bilingual("Lijkt het meest op", "Most like")
EXAMPLE_CASE = Bilingual("Casus {case}", "Case {case}")
COMPARED_CASE = Bilingual("De casus die u bekijkt", "The case you are looking at")
THIS_CASE = Bilingual("Deze casus, {field}", "This case, {field}")
