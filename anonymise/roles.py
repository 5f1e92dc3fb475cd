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
    not_own: bool = False
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


def decide(
    votes: Sequence[Vote], mentions: Sequence[int], barred: frozenset[int], registered: Sequence[Vote] = ()
) -> dict[int, Role]:
    """The role of each person that has one.

    ``mentions`` is the person of every place in reading order, ``barred`` are people with a number of their
    own, who are no relative, doctor or colleague, ``registered`` the votes that the register itself gives:
    who stands in its column of clients is one, whatever the text says.
    """
    surely = {vote.person: vote.role for vote in registered if vote.role.register == CLIENT}
    clients = {vote.person for vote in votes if vote.role.register == CLIENT}
    subject = _most_named(mentions)
    counted: defaultdict[int, Counter[Role]] = defaultdict(Counter)
    for vote in votes:
        if vote.owner is None or vote.owner in clients:
            counted[vote.person][vote.role] += 1
    chosen = {person: role for person, counts in counted.items() if (role := _winner(counts))} | surely
    return _one_point_of_view(
        {
            person: role
            for person, role in chosen.items()
            if role.register == CLIENT or not (person in barred or (role.family and person == subject))
        }
    )


CLIENT = "client"


def _one_point_of_view(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Without a client nobody knows from whom 'moeder' and 'zoon' look: two generations tell nothing then."""
    family = {role.word for role in roles.values() if role.family}
    if len(family) > 1 and not any(role.register == CLIENT for role in roles.values()):
        return {person: role for person, role in roles.items() if not role.family}
    return dict(roles)


def _winner(counts: Counter[Role]) -> Role | None:
    ranked = counts.most_common(2)
    tie = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if tie else ranked[0][0]


def _most_named(mentions: Sequence[int]) -> int | None:
    """The person named more often than anybody else: the one that the case is about."""
    ranked = Counter(mentions).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _role(table: dict[str, Any]) -> Role:
    cues: dict[str, Manner] = {}
    for name, manner in (("cues", Manner.PLAIN), ("own", Manner.OWN), ("plural", Manner.PLURAL)):
        cues.update(dict.fromkeys(table.pop(name, ()), manner))
    return Role(cues=cues, **table)
