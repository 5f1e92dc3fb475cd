# SPDX-License-Identifier: EUPL-1.2
"""Work, health, money and what is out of the ordinary about the person of a case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from anonymise.risk.nearness import about_kin, before, listed
from anonymise.risk.phrases import Hit
from anonymise.risk.rules import RiskRules, rare_value
from anonymise.risk.story import Story, Word
from anonymise.risk.traits import Certainty, Found, Trait


def occupation(story: Story, hits: Iterable[Hit], rules: RiskRules) -> Iterator[Found]:
    """The first line of work that is the person's own; a particular one goes before 'self-employed'."""
    words = story.words
    client = story.client
    own = [hit for hit in hits if _own_work(words, hit, client)]
    chosen = next((hit for hit in own if hit.group not in _GENERAL), own[0] if own else None)
    if chosen:
        certainty = Certainty.TOLD if _was_that(words, chosen.first) else Certainty.DERIVED
        yield _found(story, Trait.OCCUPATION, chosen, words, certainty)
    else:
        yield from _employer(story, rules)


def diagnosis(story: Story, hits: Iterable[Hit]) -> Iterator[Found]:
    """The first illness that is the person's own."""
    words = story.words
    for hit in hits:
        if not about_kin(words, hit.first) and not _denied(words, hit.first):
            yield _found(story, Trait.DIAGNOSIS, hit, words, Certainty.TOLD)
            return


def rare(story: Story, hits: Iterable[Hit], rules: RiskRules, words: Sequence[Word]) -> Iterator[Found]:
    """Everything out of the ordinary, each kind once: whoever it is about, it makes the case known."""
    seen = set[str]()
    client = story.client
    for hit in hits:
        told = rules.known(Trait.RARE, hit.group)
        if told is None or hit.group in seen or _denied(words, hit.first):
            continue
        if told.of_client and not (_was_that(words, hit.first) or _heads_story(words, hit)):
            continue
        if told.work and not _own_work(words, hit, client):
            continue
        seen.add(hit.group)
        place = story.place(words[hit.first].start, words[hit.last].end)
        yield Found(Trait.RARE, rare_value(hit.group, hit.phrase), Certainty.TOLD, place)


def regulation(regulations: tuple[str, ...], known: frozenset[str]) -> Iterator[Found]:
    """The first regulation of the case, when it is one of the list."""
    first = next((name for name in regulations if name in known), "")
    if first:
        yield Found(Trait.REGULATION, first)


def quarter(received_on: date | None) -> Iterator[Found]:
    """The quarter of receipt: ``2022-K3``."""
    if received_on:
        yield Found(Trait.QUARTER, f"{received_on.year}-K{(received_on.month + 2) // 3}")


def amount(story: Story) -> Iterator[Found]:
    """The band of the largest amount of money."""
    largest, place = 0, None
    for match in _AMOUNT.finditer(story.text):
        figure = int((match[1] or match[2]).replace(".", "").replace(" ", ""))
        if figure > largest:
            largest, place = figure, story.place(match.start(), match.end())
    if place:
        above = next((bound for bound in _BOUNDS if largest < bound), 0)
        value = f"tot {above}" if above else f"vanaf {_BOUNDS[-1]}"
        yield Found(Trait.AMOUNT, value, Certainty.TOLD, place)


def _employer(story: Story, rules: RiskRules) -> Iterator[Found]:
    """The work that ``[WERKGEVER: bakkerij]`` points to."""
    words = story.words
    for number, word in enumerate(words):
        kind = word.lower.partition(": ")[2].rstrip("]") if word.role == "WERKGEVER" else ""
        if kind in rules.employers and not about_kin(words, number):
            place = story.place(word.start, word.end)
            yield Found(Trait.OCCUPATION, rules.employers[kind], Certainty.DERIVED, place)
            return


def _own_work(words: Sequence[Word], hit: Hit, client: str) -> bool:
    """Not 'haar man is kok', 'door de kapper' or 'verpleegkundige [PERSOON-4] belde'."""
    if about_kin(words, hit.first):
        return False
    if _was_that(words, hit.first) or hit.last > hit.first:
        return True
    earlier = before(words, hit.first, 2)
    if earlier[:1] and earlier[0] in _OTHERS and not (earlier == ["een"] and _begins(words, hit.first - 1)):
        return False
    following = words[hit.last + 1] if hit.last + 1 < len(words) else None
    return following is None or following.role != "PERSOON" or following.text == client


def _begins(words: Sequence[Word], number: int) -> bool:
    """'Een buschauffeur op de lijn …' begins a story."""
    return number == 0 or words[number - 1].lower in (".", "\n")


def _found(story: Story, trait: Trait, hit: Hit, words: Sequence[Word], certainty: Certainty) -> Found:
    place = story.place(words[hit.first].start, words[hit.last].end)
    return Found(trait, hit.group, certainty, place)


def _was_that(words: Sequence[Word], number: int) -> bool:
    """'werkte als kok', 'was lasser', 'oud-wethouder', 'stratenmaker geweest'."""
    if words[number].lower.startswith(("oud-", "ex-", "voormalig")):
        return True
    if _is_another(words, number):
        return False
    if not _BEING.isdisjoint(before(words, number, 3)):
        return True
    return any(word.lower in ("geweest", "gewerkt", "af") for word in words[number + 1 : number + 3])


def _heads_story(words: Sequence[Word], hit: Hit) -> bool:
    """'Raadslid met uitkering', as the first words of a case."""
    following = words[hit.last + 1].lower if hit.last + 1 < len(words) else ""
    return hit.first == 0 and following in ("met", "zonder", "krijgt", "raakt", "verliest", "in")


def _is_another(words: Sequence[Word], number: int) -> bool:
    """'de burgemeester was', 'werkt bij hoefsmid': somebody of the story, not its person."""
    return words[number - 1].lower in _BEFORE_OTHERS if number else False


def _denied(words: Sequence[Word], number: int) -> bool:
    return not _DENIALS.isdisjoint(before(words, number, 2))


_GENERAL = frozenset({"zelfstandig", "student"})
_OTHERS = listed("een de het die door naar van met bij andere onze hun mijn haar zijn deze zo'n per voor")
_BEING = listed(
    """
    als was is werkte werkt oud ex voormalig voormalige geweest beroep gewerkt werkzaam werd zit zat zitting
    """
)
_BEFORE_OTHERS = listed("de die deze onze door bij voor van met naar")
_DENIALS = listed("geen niet zonder nooit overal las lees leest lezen gelezen")
_AMOUNT = re.compile(
    r"(?:€|\b[Ee][Uu][Rr](?:[Oo])?) ?(\d{1,3}(?:\.\d{3})+|\d{1,7})(?![\d.]*\d)"
    r"|(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(?:\d\d|-))? ?(?:euro|eur)\b"
)
_BOUNDS = (1_000, 5_000, 10_000, 25_000, 100_000)
