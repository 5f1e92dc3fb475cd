# SPDX-License-Identifier: EUPL-1.2
"""Invented people with their numbers, and cases into which they are written (seeded, none of them exists).

A third of the names is built from syllables and stands in no list of ours; the others are put together
from the lists of names by origin. BSNs are of the official test series (9999…), and pass the 11-proef.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from anonymise.gold import GoldCase, read_gold
from anonymise.recognisers.date_forms import MONTHS
from casebase.vocabulary import Kind

ROOT = Path(__file__).parents[2]
IN_A_CASE = 8
NOT_LISTED = "in no list"
SHARE_NOT_LISTED = 1 / 3
STORY = ("situation", "tried_before", "decision", "reasoning")
KINDS = {
    "name": Kind.PERSON,
    "bsn": Kind.BSN,
    "birth": Kind.BIRTHDATE,
    "address": Kind.ADDRESS,
    "phone": Kind.PHONE,
    "email": Kind.EMAIL,
    "iban": Kind.IBAN,
    "plate": Kind.LICENSE_PLATE,
}
NEUTRAL = {Kind.PERSON: "de cliënt", Kind.CITY: "de stad", Kind.ORG: "de werkgever", Kind.DATE: "vorig jaar"}
MORE = {
    "bsn": ("BSN {bsn}.", "Burgerservicenummer: {bsn}.", "Het gaat om {bsn}."),
    "birth": ("Geboren op {birth}.", "Geb. {birth}.", "Geboortedatum {birth}."),
    "address": ("Woont aan de {address}.", "Adres: {address}.", "De brief ging naar {address}."),
    "phone": ("Tel. {phone}.", "Terugbellen op {phone}.", "Mobiel: {phone}."),
    "email": ("Mail: {email}.", "Bereikbaar via {email}.", "Stuur het naar {email}."),
    "iban": ("Rekening {iban}.", "IBAN: {iban}.", "Overgemaakt naar {iban}."),
    "plate": (
        "Kenteken {plate}.",
        "De auto met kenteken {plate} staat voor de deur.",
        "Rijdt in de {plate}.",
    ),
}
AGAIN = ("Later belde {first} nog eens.", "{first} wil graag antwoord.", "Afspraak met {first} gemaakt.")
STREETS = ("straat", "laan", "weg", "plein", "dijk", "kade", "hof", "pad")
DOMAINS = ("voorbeeld.nl", "voorbeeldpost.nl", "mail.example", "post.example.org")
SYLLABLES = (
    ("Kov", "Tsa", "Zhu", "Abdi", "Mbe", "Oly", "Xua", "Gebre", "Ndi", "Szy", "Qa", "Vlas", "Yeh"),
    ("tu", "re", "nya", "lko", "ma", "wo", "dri", "si", "kha", "bo", "li", "ghe", "ta", "ru"),
    ("nenko", "hawi", "xing", "rwa", "wicz", "dze", "ssou", "lah", "mvi", "yuk", "gash", "ndo", "oğlu"),
)  # fmt: skip
LAST_OF_FIRST = {
    "african": "african",
    "arabic_moroccan": "arabic_moroccan",
    "east_european": "east_european",
    "eastasian": "asian",
    "english_german_nordic": "english_german_nordic",
    "flemish_french": "flemish_french_belgian",
    "polish_ukrainian": "polish_ukrainian",
    "south_european_latin": "south_european_latin",
    "surinamese_antillean": "antillean",
    "surinamese_hindustani": "surinamese",
    "turkish": "turkish",
}
"""Surnames of the same origin as the first name, where there is such a list."""


@dataclass(frozen=True, repr=False)
class Canary:
    """One piece of personal data as it was written into a case."""

    case_id: str
    kind: Kind
    text: str
    origin: str
    sentence: int

    def __repr__(self) -> str:
        return f"Canary({self.kind}, {self.origin}, sentence {self.sentence})"


@dataclass(frozen=True, repr=False)
class CanaryCase:
    """A case record without personal data of its own, with canaries written into it."""

    record: dict[str, object]
    canaries: tuple[Canary, ...]
    neutral: str


SENTENCES: tuple[str, ...] = (
    "Mevrouw {name} (bsn {bsn}, geboren {birth}) belde over de terugvordering.",
    "De heer {name} woont op {address} en is bereikbaar op {phone}.",
    "{name} mailde vanaf {email} dat het geld op {iban} had moeten komen.",
    "Gesproken met {name} over de auto met kenteken {plate}; adres {address}.",
    "Cliënt {name}, bsn {bsn}, tel. {phone}, heeft bezwaar gemaakt.",
    "Haar zus {name} zegt dat de brief naar {address} is gegaan.",
    "Betaling liep via {iban} op naam van {name}, die dat niet wist.",
    "- kl. {last}, {initial}., geb. {birth}, {phone}, kenteken {plate}\n- bsn {bsn}",
    "TN: {name} belt terug op {phone}. Mail: {email}. Wil uitstel.",
    "Naam: {name}\nBSN: {bsn}\nGeboortedatum: {birth}\nAdres: {address}\nE-mail: {email}",
    "Volgens {last} klopt het rekeningnummer {iban} en het adres {address}.",
    "Geachte mevrouw {last},\nuw auto ({plate}) telt mee als vermogen. U belde met {phone}.",
    "Toen kwam {name} binnen met een brief over {bsn} en een boete voor {plate}.",
    "Groet,\n{name}\n{phone}\n{email}",
    "De partner, {name} ({birth}), staat ingeschreven op {address}.",
    "Zonder hulp van {first} was het misgegaan, schrijft {initial}. {last} in de bijlage.",
    "Dat heeft {last} zelf zo gewild. In het dossier van {name} zit niets.",
    "BETREFT: {NAME}, BSN {bsn}, GEB. {birth}",
    "Twee collega's, {name} en haar leidinggevende, waren erbij; {first} maakte het verslag.",
    "Voor de zekerheid {first} gebeld ({phone}), daarna {last} zelf aan de lijn.",
    "~gesproken met {name}, bsn {bsn}, woont op {address}, belt met {phone}",
    "~mw {last} belt, {phone}, boos over brief. zoon {first} was erbij",
    "~toen heeft {first} de brief teruggestuurd en was {last} weer thuis",
    "~volgens {name} klopt het niet, mail {email}, kenteken {plate}",
)
"""A sentence that begins with a tilde is written in lower case as a whole."""


def invented_cases(identities: int, seed: int) -> list[CanaryCase]:
    """Cases that hold so many identities, eight each; the same seed gives the same cases."""
    people = _People(random.Random(seed))
    bodies = _bodies()
    cases = -(-identities // IN_A_CASE)
    return [people.case(number, bodies[number % len(bodies)]) for number in range(cases)]


class _People:
    """Makes identities, each value once."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._bsn = (str(number) for number in count(999900001) if _passes(number))
        self._taken: set[str] = set()
        self._first, self._last = _names("first"), _names("last")
        self._listed = {
            name.lower() for names in (*self._first.values(), *self._last.values()) for name in names
        }

    def case(self, number: int, body: dict[str, str]) -> CanaryCase:
        case_id = f"KAN-{number:04}"
        canaries: list[Canary] = []
        texts = dict(body)
        for each in range(IN_A_CASE):
            field = sorted(texts)[each % len(texts)]
            place = (number * IN_A_CASE + each) % len(SENTENCES)
            written, added = self._identity(case_id, place)
            texts[field] = f"{texts[field]}\n{written}" if each % 3 else f"{written}\n{texts[field]}"
            canaries += added
        record: dict[str, object] = {
            "case_id": case_id,
            "maatwerkplaats": "Groningen",
            "regulations": ["WIA"],
        }
        return CanaryCase({**record, **texts}, tuple(canaries), "\n".join(body.values()))

    def _identity(self, case_id: str, place: int) -> tuple[str, list[Canary]]:
        """One person in a few sentences, with every kind of number once."""
        origin, name = self._name()
        values = {key: self._value(key, name) for key in KINDS}
        rest = [key for key in KINDS if key != "name" and f"{{{key}}}" not in SENTENCES[place]]
        more = [self._chance.choice(MORE[key]) for key in rest]
        template = " ".join([SENTENCES[place], *more, self._chance.choice(AGAIN)])
        first, _, last = name.partition(" ")
        canaries = [Canary(case_id, kind, values[key], origin, place) for key, kind in KINDS.items()]
        written = template.format(**values, first=first, last=last, initial=name[0], NAME=name.upper())
        return written.removeprefix("~").lower() if written[0] == "~" else written, canaries

    def _value(self, key: str, name: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "name": lambda: name,
            "bsn": lambda: self._bsn_form(next(self._bsn)),
            "birth": self._birth_date,
            "address": self._address,
            "phone": self._phone,
            "email": lambda: self._email(name),
            "iban": self._iban,
            "plate": self._plate,
        }
        return name if key == "name" else self._new(makers[key])

    def _new(self, make: Callable[[], str]) -> str:
        while (made := make()).lower() in self._taken:
            pass
        self._taken.add(made.lower())
        return made

    def _name(self) -> tuple[str, str]:
        if self._chance.random() < SHARE_NOT_LISTED:
            return NOT_LISTED, self._new(lambda: f"{self._unlisted()} {self._unlisted()}")
        origin = self._chance.choice(sorted(self._first))
        last = self._last[LAST_OF_FIRST.get(origin, "dutch")]
        return origin, self._new(
            lambda: f"{self._chance.choice(self._first[origin])} {self._chance.choice(last)}"
        )

    def _unlisted(self) -> str:
        def make() -> str:
            start, middle, end = (self._chance.choice(part) for part in SYLLABLES)
            return f"{start}{middle}{end}".capitalize()

        while (name := make()).lower() in self._listed:
            pass
        return name

    def _bsn_form(self, bsn: str) -> str:
        dotted, spaced = f"{bsn[:4]}.{bsn[4:6]}.{bsn[6:]}", f"{bsn[:3]} {bsn[3:6]} {bsn[6:]}"
        return self._chance.choice([bsn, bsn, dotted, spaced])

    def _birth_date(self) -> str:
        day, month, year = (
            self._chance.randint(1, 28),
            self._chance.randint(1, 12),
            self._chance.randint(1941, 2004),
        )
        words = f"{day} {MONTHS[month - 1]} {year}"
        return self._chance.choice(
            [f"{day:02}-{month:02}-{year}", f"{day}/{month}/{year}", words, f"{day}-{month}-'{year % 100:02}"]
        )

    def _address(self) -> str:
        street = f"{self._unlisted()}{self._chance.choice(STREETS)} {self._chance.randint(1, 199)}"
        return self._chance.choice([street, f"{street}{self._chance.choice('abc')}"])

    def _phone(self) -> str:
        digits = f"{self._chance.randint(10_000_000, 69_999_999)}"
        return self._chance.choice(
            [f"06-{digits}", f"06 {digits[:4]} {digits[4:]}", f"+31 6 {digits}", f"06{digits}"]
        )

    def _email(self, name: str) -> str:
        local = re.sub(r"[^a-z.]", "", name.lower().replace(" ", ".")).strip(".") or "post"
        return f"{local}{self._chance.randint(1, 99)}@{self._chance.choice(DOMAINS)}"

    def _iban(self) -> str:
        bank, account = (
            self._chance.choice(["INGB", "RABO", "ABNA"]),
            f"{self._chance.randint(0, 10**10 - 1):010}",
        )
        check = 98 - int("".join(str(int(sign, 36)) for sign in f"{bank}{account}NL00")) % 97
        iban = f"NL{check:02}{bank}{account}"
        return self._chance.choice([iban, " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))])

    def _plate(self) -> str:
        letters = "".join(self._chance.choice("BDFGHJKLNPRSTVXZ") for _ in range(4))
        two, three = self._chance.randint(10, 99), self._chance.randint(100, 999)
        return self._chance.choice(
            [
                f"{letters[:2]}-{two}-{letters[2:]}",
                f"{two}-{letters[:2]}-{letters[2:]}",
                f"{letters[:2]}-{three}-{letters[2]}",
            ]
        )


def _bodies() -> list[dict[str, str]]:
    """Stories of the gold cases in which every mark is replaced by a neutral word."""
    cases = read_gold(ROOT / "tests" / "gold" / "dev.jsonl")
    return [{field: _neutral(case, field) for field in STORY if field in case.texts} for case in cases]


def _neutral(case: GoldCase, field: str) -> str:
    text = case.texts[field]
    for mark in reversed(case.spans[field]):
        text = f"{text[: mark.start]}{NEUTRAL.get(mark.kind, 'iets')}{text[mark.end :]}"
    return text


def _names(folder: str) -> dict[str, list[str]]:
    """The names of each list that are long enough to be told from a word."""
    files = sorted((ROOT / "data" / "lists" / "names" / folder).glob("*.txt"))
    return {
        file.stem: [name for name in file.read_text("utf-8").split("\n") if _is_usable(name)]
        for file in files
    }


def _is_usable(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and "#" not in name and " " not in name


def _passes(number: int) -> bool:
    digits = [int(digit) for digit in str(number)]
    return (
        sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11
        == 0
    )
