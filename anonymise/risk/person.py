# SPDX-License-Identifier: EUPL-1.2
"""Sex, age and nationality of the person of a case, from what the safe text says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from anonymise.risk.nearness import about_kin, listed
from anonymise.risk.story import Story, Word
from anonymise.risk.traits import Certainty, Found, Trait

OLDEST = 90


def sex(story: Story) -> Iterator[Found]:
    """The sex that titles, pronouns and words for a spouse agree on; silent when they do not."""
    words = story.words
    client = story.client
    weights = Counter[str]()
    for number, word in enumerate(words):
        lower = word.lower
        if lower in _TITLES:
            weights[_TITLES[lower]] += 2 if _names_another(words, number, client) else 6
        elif lower in _PRONOUNS:
            weights[_PRONOUNS[lower]] += 1 if lower in ("ze", "zij") else 2  # 'ze' may be 'they'
        elif lower in _TELLING and not about_kin(words, number):
            weights[_TELLING[lower]] += 4
        elif lower in _NOUNS and _describes(words, number):
            weights[_NOUNS[lower]] += 4
        if number and (words[number - 1].lower, lower) in _SPOUSES:
            weights[_SPOUSES[words[number - 1].lower, lower]] += 6
    (best, most), (_, other) = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    if most >= _ENOUGH and most >= 2 * other:
        yield Found(Trait.SEX, best)


def age(story: Story, received_on: date | None) -> Iterator[Found]:
    """The band of five years that the text gives the person; of a year of birth when the date is known."""
    words = story.words
    for number, word in enumerate(words):
        band, certainty = _band(words, number, received_on)
        if band and not _of_child(band) and not about_kin(words, number):
            yield Found(Trait.AGE, band, certainty, story.place(word.start, word.end))
            return


def nationality(story: Story) -> Iterator[Found]:
    """Which group of nationalities the person belongs to, when it is not Dutch."""
    words = story.words
    for number, word in enumerate(words):
        group = _group(word)
        if group and not about_kin(words, number):
            told = Certainty.TOLD if word.is_placeholder else Certainty.DERIVED
            yield Found(Trait.NATIONALITY, group, told, story.place(word.start, word.end))
            return


def _describes(words: Sequence[Word], number: int) -> bool:
    """'Een man die alles begrijpt', 'Vrouw, 55-59 jaar': not 'haar man' and not 'vrouw [PERSOON-2]'."""
    following = words[number + 1].lower if number + 1 < len(words) else ""
    return following in ("van", "die", "met") or (number > 0 and words[number - 1].lower in ("een", "deze"))


def _names_another(words: Sequence[Word], number: int, client: str) -> bool:
    following = next((w for w in words[number + 1 : number + 3] if w.text != "."), None)
    return following is not None and following.is_placeholder and following.text != client


def _band(words: Sequence[Word], number: int, received_on: date | None) -> tuple[str, Certainty]:
    word = words[number]
    if word.is_placeholder:
        birth = _BIRTH.match(word.text)
        if birth and received_on:
            return _five(received_on.year - (int(birth[1]) + int(birth[2])) // 2), Certainty.DERIVED
        return "", Certainty.TOLD
    match = _AGE.fullmatch(word.lower)
    if match and (match["jarig"] or _years_follow(words, number)):
        if match["oldest"]:
            return f"{OLDEST}+", Certainty.TOLD
        first, last = int(match["first"]), int(match["last"])
        if first % 5 == 0 and last - first in (4, 9):
            return f"{first}-{last}", Certainty.TOLD
    return "", Certainty.TOLD


def _five(years: int) -> str:
    if years >= OLDEST:
        return f"{OLDEST}+"
    first = max(0, years - years % 5)
    return f"{first}-{first + 4}"


def _years_follow(words: Sequence[Word], number: int) -> bool:
    """'50-54 jaar', but not '30-34 jaar in dienst'."""
    following = [word.lower for word in words[number + 1 : number + 4]]
    if not following or following[0] not in ("jaar", "jr", "jarige", "jaren"):
        return False
    return following[1:3] != ["in", "dienst"] and following[1:2] not in _DURATIONS


def _of_child(band: str) -> bool:
    return int(band.rstrip("+").partition("-")[0]) < _YOUNGEST


def _group(word: Word) -> str:
    if word.text.startswith("[NATIONALITEIT"):
        detail = word.lower.partition(":")[2]
        if "buiten" in detail:
            return "buiten de EU"
        return "binnen de EU" if "eu" in detail else "niet-Nederlands"
    return "niet-Nederlands" if word.role == "V-NUMMER" else _ORIGINS.get(word.lower, "")


_DURATIONS = [["lang"], ["geleden"], ["ervaring"], ["getrouwd"], ["gewerkt"], ["premie"]]
_ENOUGH = 4
_YOUNGEST = 15
"""People of a case are clients: a younger age is a child's."""

_TITLES = {
    **dict.fromkeys(("mevrouw", "mevr", "mw", "mevrouws", "mvr", "mevr."), "vrouw"),
    **dict.fromkeys(("meneer", "dhr", "heer", "mijnheer", "hr"), "man"),
}
_PRONOUNS = {"zij": "vrouw", "ze": "vrouw", "haar": "vrouw", "haarzelf": "vrouw", "hij": "man", "hem": "man"}
_TELLING = {
    **dict.fromkeys(
        ("cliënte", "klante", "werkneemster", "weduwe", "zwanger", "verzekeringneemster"), "vrouw"
    ),
    **dict.fromkeys(("weduwnaar",), "man"),
}
_SPOUSES = {
    **{
        ("haar", spouse): "vrouw"
        for spouse in ("man", "ex-man", "echtgenoot", "exman", "zwangerschap", "bevalling")
    },
    **{("zijn", spouse): "man" for spouse in ("vrouw", "ex-vrouw", "echtgenote", "exvrouw", "vriendin")},
}
_NOUNS = {"man": "man", "vrouw": "vrouw", "jongen": "man", "jongeman": "man", "meisje": "vrouw"}
_BIRTH = re.compile(r"\[geboren (\d{4})-(\d{4})")
_AGE = re.compile(r"(?:(?P<first>\d{1,2})-(?P<last>\d{1,2})|(?P<oldest>90\+))(?P<jarig>-jarige?)?")
_OUTSIDE_EU = listed(
    """
    statushouder statushoudster vluchteling vluchtelinge asielzoeker asielzoekster asielprocedure
    asielvergunning verblijfsvergunning inburgering inburgeringsexamen inburgeringsplichtig
    inburgeringscursus kennismigrant verblijfsdocument verblijfsdoc verblijfspas verblijfsrecht
    """
)
_ORIGINS = {
    **dict.fromkeys(_OUTSIDE_EU, "buiten de EU"),
    **dict.fromkeys(("arbeidsmigrant", "arbeidsmigrante", "expat"), "niet-Nederlands"),
}
