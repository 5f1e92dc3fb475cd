# SPDX-License-Identifier: EUPL-1.2
"""Gives every finding of a case its placeholder: word, number and detail, the same over the whole case.

Persons are told apart by who they are, organisations by their name with or without what stands around it,
places by spelling. A number belongs to one person, place or organisation: no role, region or kind ever
puts two under one placeholder.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from anonymise.consistency import link_organisations, link_persons
from anonymise.organisation_kinds import OrganisationPlace
from anonymise.placeholders import Tag
from anonymise.policy import Policy
from anonymise.replacement import TaggedSpan
from anonymise.role_cues import OWN_NUMBERS, Mention, find_votes, people_before
from anonymise.roles import OFFICIAL, Identified, Role, Vote, decide
from anonymise.spans import PiiSpan
from casebase.record import KnownValue
from casebase.vocabulary import Kind

Found = Mapping[str, Sequence[PiiSpan]]
_Key = tuple[Kind, int]


def tag_spans(
    texts: Mapping[str, str],
    found: Found,
    policy: Policy,
    known: Sequence[KnownValue] = (),
) -> dict[str, list[TaggedSpan]]:
    """The findings of each field with their placeholders, in the finest form that the settings know.

    Numbers count on from the placeholders that the texts hold already.
    """
    case = _Case(texts, found, policy, known)
    return {
        field: [TaggedSpan(span, case.tag(field, span)) for span in spans] for field, spans in found.items()
    }


@dataclass(frozen=True)
class _Place:
    """A finding with its field and its words."""

    field: str
    span: PiiSpan
    words: str


class _Case:
    """Who is who in one case, and what each is called."""

    def __init__(
        self, texts: Mapping[str, str], found: Found, policy: Policy, known: Sequence[KnownValue]
    ) -> None:
        self._texts = texts
        self._found = found
        self._policy = policy
        self._known = [value for value in known if value.kind is Kind.PERSON]
        self._keys: dict[tuple[str, int], _Key] = {}
        self._grouped: defaultdict[_Key, list[_Place]] = defaultdict(list)
        self._registered: list[Vote] = []
        self._group()
        self._tags = self._numbered()

    def tag(self, field: str, span: PiiSpan) -> Tag:
        """The placeholder of a finding."""
        key = self._keys.get((field, span.start))
        if key is None:
            return self._plain(field, span)
        tag = self._tags[key]
        if span.kind is Kind.ORG and tag.detail:
            before = self._texts[field][max(0, span.start - _WORD_LENGTH) : span.start]
            if self._policy.organisation_kinds.stands_before(tag.detail, before):
                return Tag(tag.word, tag.number)
        return tag

    def _plain(self, field: str, span: PiiSpan) -> Tag:
        group = ""
        if span.kind is Kind.NATIONALITY:
            group = self._policy.origins.group(self._texts[field][span.start : span.end])
        return Tag(self._policy.placeholders.words[span.kind], detail=group)

    def _group(self) -> None:
        for kind in (Kind.PERSON, Kind.ORG, Kind.CITY):
            places = list(self._places(kind))
            for place, number in zip(places, self._linked(kind, places), strict=True):
                self._keys[place.field, place.span.start] = (kind, number)
                self._grouped[kind, number].append(place)

    def _places(self, kind: Kind) -> Iterator[_Place]:
        for field, spans in self._found.items():
            for span in spans:
                if span.kind is kind:
                    yield _Place(field, span, self._texts[field][span.start : span.end])

    def _linked(self, kind: Kind, places: Sequence[_Place]) -> list[int]:
        words = [place.words for place in places]
        if kind is Kind.PERSON:
            return self._also_called(places, self._linked_persons(words))
        if kind is Kind.ORG:
            return link_organisations(words)
        order: dict[str, int] = {}
        return [order.setdefault(re.sub(r"\W+", "", word).casefold(), len(order)) for word in words]

    def _linked_persons(self, mentions: Sequence[str]) -> list[int]:
        """Persons, the names in the register's own columns first, so that the case is read with them."""
        linked = link_persons([*(value.text for value in self._known), *mentions])
        for value, person in zip(self._known, linked, strict=False):
            role = self._policy.roles.of_register(value.whose)
            if role:
                self._registered.append(Vote(person, role))
        return linked[len(self._known) :]

    def _also_called(self, places: Sequence[_Place], linked: list[int]) -> list[int]:
        """The same with one person where the text says so: 'Geertruida Norder, roepnaam Truus'."""
        for at in range(1, len(places)):
            one, two = places[at - 1], places[at]
            near = one.field == two.field and two.span.start - one.span.end < _WORD_LENGTH
            if near and _ALSO.fullmatch(self._texts[one.field], one.span.end, two.span.start):
                linked = [linked[at - 1] if person == linked[at] else person for person in linked]
        return linked

    def _numbered(self) -> dict[_Key, Tag]:
        """The placeholder of each person, place and organisation, numbered by word in reading order."""
        roles = self._roles()
        described = {key: self._described(key, roles) for key in self._reading_order()}
        last = self._policy.placeholders.highest_numbers("\n".join(self._texts.values()))
        count: defaultdict[str, int] = defaultdict(int)
        for word, _ in described.values():
            count[word] += 1
        alone = {
            word
            for word in count
            if word in self._policy.placeholders.alone and count[word] == 1 and word not in last
        }
        tags: dict[_Key, Tag] = {}
        for key, (word, detail) in described.items():
            last[word] = last.get(word, 0) + 1
            tags[key] = Tag(word, 0 if word in alone else last[word], detail)
        return tags

    def _reading_order(self) -> list[_Key]:
        spans = ((field, span.start) for field, spans in self._found.items() for span in spans)
        return list(dict.fromkeys(self._keys[place] for place in spans if place in self._keys))

    def _described(self, key: _Key, roles: Mapping[int, Role]) -> tuple[str, str]:
        """Word and detail."""
        kind, number = key
        word = self._policy.placeholders.words[kind]
        places = self._grouped[key]
        if kind is Kind.PERSON:
            return (roles[number].word if number in roles else word), ""
        if kind is Kind.CITY:
            return word, self._policy.regions.of(places[0].words)
        named = [OrganisationPlace(self._texts[p.field], p.span.start, p.span.end) for p in places]
        label, detail = self._policy.organisation_kinds.describe(named)
        return label or word, detail

    def _roles(self) -> dict[int, Role]:
        votes, named = [*self._registered], []
        official = self._policy.roles.of_register(OFFICIAL)
        numbered: set[int] = set()
        born: set[int] = set()
        for field, spans in self._found.items():
            mentions = [
                Mention(span.start, span.end, self._keys[field, span.start][1])
                for span in spans
                if span.kind is Kind.PERSON
            ]
            if not mentions:
                continue
            named += [mention.person for mention in mentions]
            if official and field.startswith(_SUBMITTER):
                votes += [Vote(mention.person, official) for mention in mentions]
            votes += find_votes(self._texts[field], mentions, self._policy.roles)
            numbered |= set(people_before(OWN_NUMBERS, mentions, spans, self._texts[field]))
            born |= set(people_before(frozenset([Kind.BIRTHDATE]), mentions, spans, self._texts[field]))
        identified = Identified(frozenset(numbered), frozenset(born))
        return decide(votes, named, identified, registered=self._registered)


_ALSO = re.compile(
    r"[ ,(]{1,3}(?:roepnaam|voornaam|achternaam|meisjesnaam|geboortenaam|alias|ook wel)[: ]{1,2}['‘\"]?"
)
_SUBMITTER = "submitter_"
_WORD_LENGTH = 30
