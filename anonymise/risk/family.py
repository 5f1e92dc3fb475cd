# SPDX-License-Identifier: EUPL-1.2
"""With whom the person of a case lives, and with how many children, from what the safe text says."""

from collections.abc import Iterator, Sequence

from anonymise.risk.nearness import POSSESSIVES, about_kin, before, listed
from anonymise.risk.story import Story, Word
from anonymise.risk.traits import Certainty, Found, Trait


def household(story: Story) -> Iterator[Found]:
    """Widowed, single parent, single, with a partner, or with the parents."""
    words = story.words
    cues = _cues(words)
    for value in ("weduwe-weduwnaar", "alleenstaande-ouder", "alleenstaand", "bij-ouders", "partner"):
        if value in cues:
            number = cues[value]
            place = story.place(words[number].start, words[number].end)
            yield Found(Trait.HOUSEHOLD, value, Certainty.TOLD, place)
            return
    if "gescheiden" in cues:
        yield Found(Trait.HOUSEHOLD, "alleenstaand", Certainty.DERIVED)


def children(story: Story) -> Iterator[Found]:
    """How many children, when the text counts them or names some."""
    words = story.words
    named = set[str]()
    own = False
    for number, word in enumerate(words):
        if word.lower in _CHILD_WORDS:
            count, first = _count_before(words, number)
            if count is not None:
                place = story.place(words[first].start, word.end)
                yield Found(Trait.CHILDREN, _children_class(count), Certainty.TOLD, place)
                return
        elif word.role == "KIND":
            named.add(word.text)
        own = own or _own_child(words, number)
    if named or own:
        yield Found(Trait.CHILDREN, _children_class(max(1, len(named))), Certainty.DERIVED)


def _cues(words: Sequence[Word]) -> dict[str, int]:
    """The first place of each sign of a household."""
    found: dict[str, int] = {}
    for number, word in enumerate(words):
        sign = _sign(words, number, word.lower)
        if sign and (sign == "alleenstaande-ouder" or not about_kin(words, number)):
            found.setdefault(sign, number)
    return found


def _sign(words: Sequence[Word], number: int, word: str) -> str:
    sign = _SIGNS.get(word) or _ROLE_SIGNS.get(words[number].role)
    if sign:
        return sign
    following = words[number + 1].lower if number + 1 < len(words) else ""
    if word == "alleenstaande":
        return "alleenstaande-ouder" if following in _PARENTS else "alleenstaand"
    if word in _PARTNERS and _is_own_partner(words, number):
        return _partner(_around(words, number))
    if word == "is" and following == "buiten" and number and words[number - 1].lower in _OTHER_PARENT:
        return "alleenstaande-ouder"  # 'vader is buiten beeld'
    lives = word in ("ouders", "moeder", "vader") and _lives_with(words, number)
    return "bij-ouders" if lives else ""


def _partner(around: set[str]) -> str:
    if not around.isdisjoint(_DEAD):
        return "weduwe-weduwnaar"
    return "" if not around.isdisjoint(_GONE) else "partner"


def _is_own_partner(words: Sequence[Word], number: int) -> bool:
    """'haar man', 'partner', 'vrouw [PERSOON-2]'; a woman friend of a woman is a friend."""
    word = words[number].lower
    owner = words[number - 1].lower if number else ""
    if word in ("vriend", "vriendin"):
        return (owner, word) in (("haar", "vriend"), ("zijn", "vriendin"))
    named = number + 1 < len(words) and words[number + 1].role in ("PERSOON", "PARTNER")
    return owner in POSSESSIVES or (named and owner != "een") or word in _ALWAYS_PARTNERS


def _around(words: Sequence[Word], number: int) -> set[str]:
    """Words near a partner in the sentence: 'na de dood van haar man', 'haar man is in 2022 overleden'."""
    found = set(before(words, number, 5))
    for word in words[number + 1 : number + 6]:
        if word.closes:
            break
        found.add(word.lower)
    return found


def _lives_with(words: Sequence[Word], number: int) -> bool:
    earlier = before(words, number, 5)
    return not {"bij", "met"}.isdisjoint(earlier[:3]) and not {
        "woont",
        "wonend",
        "inwonend",
        "woonde",
    }.isdisjoint(earlier)


def _own_child(words: Sequence[Word], number: int) -> bool:
    if words[number].lower not in _CHILDREN_NAMED:
        return False
    named = number + 1 < len(words) and words[number + 1].role in ("PERSOON", "KIND")
    born = not _GETTING.isdisjoint(before(words, number, 6))
    return named or born or (number > 0 and words[number - 1].lower in POSSESSIVES)


def _count_before(words: Sequence[Word], number: int) -> tuple[int | None, int]:
    for back in range(number - 1, max(-1, number - 4), -1):
        word = words[back].lower
        if word in _NUMBERS:
            return _NUMBERS[word], back
        if word.isdecimal() and len(word) <= 2:
            return int(word), back
        if word not in _KINDS_OF_CHILDREN:
            break
    return None, number


def _children_class(count: int) -> str:
    if count == 0:
        return "geen"
    if count <= 3:
        return "1-3"
    return "4-5" if count <= 5 else "6+"


_NUMBERS = {
    "geen": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10,
}  # fmt: skip
_CHILD_WORDS = listed(
    """
    kinderen kids kleuters pubers tieners koters zoons zonen dochters jongens meisjes kind
    """
)
_CHILDREN_NAMED = listed(
    """
    kinderen dochter dochtertje zoon zoontje zoons dochters jongste oudste kind baby
    """
)
_KINDS_OF_CHILDREN = listed(
    """
    jonge kleine schoolgaande minderjarige thuiswonende inwonende opgroeiende volwassen uitwonende eigen
    gezamenlijke studerende kleine en
    """
)
_ALWAYS_PARTNERS = listed("echtgenoot echtgenote huwelijk partner")
_OTHER_PARENT = listed("vader moeder")
_GETTING = listed("kreeg krijgt beviel bevallen")
_PARENTS = listed("moeder vader ouder")
_PARTNERS = listed(
    """
    man vrouw partner echtgenoot echtgenote vriend vriendin verloofde wederhelft huwelijk
    """
)
_DEAD = listed("dood overlijden overleden overleed verongelukt gestorven stierf wijlen")
_GONE = listed("verliet weggelopen ex vroegere toenmalige")
_ROLE_SIGNS = {"PARTNER": "partner", "EX-PARTNER": "gescheiden"}
_SIGNS = {
    **dict.fromkeys(("weduwe", "weduwnaar"), "weduwe-weduwnaar"),
    **dict.fromkeys(("alleenstaand", "alleenwonend", "vrijgezel"), "alleenstaand"),
    **dict.fromkeys(("gehuwd", "getrouwd", "samenwonend", "echtpaar"), "partner"),
    **dict.fromkeys(("gescheiden", "scheiding", "ex-man", "ex-vrouw", "ex-partner"), "gescheiden"),
    **dict.fromkeys(("eenoudergezin", "alleenstaande-ouder"), "alleenstaande-ouder"),
}  # fmt: skip
