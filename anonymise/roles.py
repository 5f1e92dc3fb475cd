# SPDX-License-Identifier: EUPL-1.2
"""The role of a person in a case, where the text tells it: client, partner, child or doctor.

A search needs who did what to whom, and a reader too. A wrong role is worse than none, so a role belongs
to a person over the whole case: every place where the person is named may vote, and only a clear majority
decides. Courts publish in the same way: a party becomes its role (anonymisation guideline of
rechtspraak.nl).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any


class Manner(Enum):
    """How a cue tells a role."""

    PLAIN = 1
    OWN = 2
    PLURAL = 3


@dataclass(frozen=True, eq=False)
class Role:
    """A role with its cues in lower case; see the settings file for what each field means."""

    word: str
    cues: Mapping[str, Manner]
    alone: bool = False
    family: bool = False
    generation: int = 0
    not_own: bool = False
    not_mine: bool = False
    behind: bool = False
    signs: bool = False
    register: str = ""


@dataclass(frozen=True)
class RoleBook:
    """All roles of the settings file."""

    roles: tuple[Role, ...]

    @cached_property
    def by_cue(self) -> Mapping[str, tuple[Role, Manner]]:
        """Role and manner of every cue; the first role that lists a cue has it."""
        found: dict[str, tuple[Role, Manner]] = {}
        for role in self.roles:
            for cue, manner in role.cues.items():
                found.setdefault(cue, (role, manner))
        return found

    @property
    def words(self) -> tuple[str, ...]:
        """The words between brackets."""
        return tuple(role.word for role in self.roles)

    @property
    def alone(self) -> tuple[str, ...]:
        """The words that go without a number while one person has them."""
        return tuple(role.word for role in self.roles if role.alone)

    def of_register(self, whose: str) -> Role | None:
        """The role of people in a column of the register: ``client``, ``official``."""
        return next((role for role in self.roles if whose and role.register == whose), None)


@dataclass(frozen=True)
class Vote:
    """A place where the text tells a role; ``owner`` is the person whose relative is meant, if named."""

    person: int
    role: Role
    owner: int | None = None


def read_roles(tables: Iterable[Mapping[str, Any]]) -> RoleBook:
    """The roles of the settings file.

    Raises:
        KeyError: a role without a word.
        TypeError: a field that does not exist.
    """
    return RoleBook(tuple(_role(dict(table)) for table in tables))


@dataclass(frozen=True)
class Identified:
    """People with a number (BSN) or a birth date right behind their name: a case is mostly about them."""

    numbered: frozenset[int] = frozenset()
    born: frozenset[int] = frozenset()

    def bars(self, person: int, role: Role) -> bool:
        """Whether the person hardly has that role; birth dates of children are written down as well."""
        return person in self.numbered or (person in self.born and role.generation >= 0)


def decide(
    votes: Sequence[Vote],
    mentions: Sequence[int],
    identified: Identified | None = None,
    registered: Sequence[Vote] = (),
) -> dict[int, Role]:
    """The role of each person that has one.

    ``mentions`` is the person of every place in reading order, ``registered`` are the votes that the register
    itself gives: who stands in its column of clients is one, whatever the text says.
    """
    identified = identified or Identified()
    surely = {vote.person: vote.role for vote in registered if vote.role.register == CLIENT}
    clients = {vote.person for vote in votes if vote.role.register == CLIENT}
    subject = _most_named(mentions)
    counted: defaultdict[int, Counter[Role]] = defaultdict(Counter)
    for vote in votes:
        if vote.owner is None or vote.owner in clients or vote.owner == subject:
            counted[vote.person][vote.role] += 1
    chosen = {person: role for person, counts in counted.items() if (role := _winner(counts))} | surely
    return {
        person: role
        for person, role in _one_point_of_view(chosen).items()
        if role.register == CLIENT
        or not (identified.bars(person, role) or (role.family and person == subject))
    }


CLIENT = "client"
OFFICIAL = "official"
_OFTEN = 3


def _one_point_of_view(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Without a client nobody knows from whom 'moeder' and 'zoon' look: two generations tell nothing then."""
    generations = {role.generation for role in roles.values() if role.generation}
    if len(generations) > 1 and not any(role.register == CLIENT for role in roles.values()):
        return {person: role for person, role in roles.items() if not role.generation}
    return dict(roles)


def _winner(counts: Counter[Role]) -> Role | None:
    ranked = counts.most_common(2)
    tie = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if tie else ranked[0][0]


def _most_named(mentions: Sequence[int]) -> int | None:
    """The person named more often than anybody else: the one that the case is about."""
    ranked = Counter(mentions).most_common(2)
    often = [person for person, count in ranked if count >= _OFTEN and count == ranked[0][1]]
    return often[0] if len(often) == 1 else None


def _role(table: dict[str, Any]) -> Role:
    cues: dict[str, Manner] = {}
    for name, manner in (("cues", Manner.PLAIN), ("own", Manner.OWN), ("plural", Manner.PLURAL)):
        cues.update(dict.fromkeys(table.pop(name, ()), manner))
    return Role(cues=cues, **table)
