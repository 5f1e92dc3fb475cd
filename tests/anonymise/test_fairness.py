# SPDX-License-Identifier: EUPL-1.2
"""Nobody's name is missed more often because of where it comes from.

Two samples a group: names from the lists, and invented names that no list holds (held out: who adds one of
these to a list takes it out of the test). Each name stands bare, behind *mevrouw* and in full, in sentences
of its own, so that nothing found once helps to find it again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from anonymise.names.word_lists import WordLists, load_word_lists
from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser

SAMPLE = 24
LEAST_LISTED = 0.95
LEAST_HELD_OUT = 0.85
FEWEST_HELD_OUT = 8


class Group(NamedTuple):
    """Files of first names and surnames, and invented names of the group that no list holds."""

    first: str
    last: str
    new_first: str
    new_last: str


GROUPS = {
    "Dutch": Group(
        "dutch",
        "dutch",
        "Annegreet Berendine Ditmar Everdina Gijsbrechtje Harmannus "
        "Jannechiena Lubbertine Roelfina Wolterdina",
        "Bosscherveen Dalenkamp Elshoutkamp Grevenhorst Hulzebroek "
        "Klaverdink Lammerskate Oldewierde Veenstrik",
    ),
    "Frisian": Group(
        "frisian",
        "dutch_formed",
        "Aukelina Beitske Durkelina Foekjen Gjettje Hylkelina Jabikje Sjuttsje Tjimkje Wobkelina",
        "Abbingastra Bouwinga Dykzeul Fopmastra Hibmastra Jellumstra Okkingastra Sjaarderma Tjallema",
    ),
    "Turkish": Group(
        "turkish",
        "turkish",
        "Aygünay Berfinsu Çağrıhan Dilşahan Gülsevin Işılsu Nazgülhan Ömürhan Sevcanur Tuğhan Yurdagülay",
        "Akbilekoğlu Boztepeli Çaykıran Demirsoyoğlu Gökçepınar "
        "Kavaklıdere Sarıkamışlı Taşköprülü Yelkencioğlu",
    ),
    "Moroccan and Arabic": Group(
        "arabic_moroccan",
        "arabic_moroccan",
        "Abdelmounaim Chahrazade Ferdaousse Ghizlanne Houdayfa Khaoulaya Mouadhia Noussayba Oubayda Rabiaâ",
        "Aboutahari Benchaabane Bouhaddioui Elfakhouri Ghannoumi Laghzaouni Oulhadjaj Tajmouaini Zerrouqui",
    ),
    "Surinamese Hindustani": Group(
        "surinamese_hindustani",
        "surinamese",
        "Bhagwanwatie Devikarani Djaikoemarie Hardewie Jaiwantie "
        "Radjwantie Roepwatie Soerdjwatie Toelsiedath",
        "Badrisinghal Chandrikapersaud Djoerbal Gangapersadsing Jhingoerie "
        "Mathoerapersad Ramkhelawansing Soekhdewsing",
    ),
    "Surinamese Creole and Antillean": Group(
        "surinamese_antillean",
        "antillean",
        "Clarizette Dwightson Edlinda Jairsinho Marvelino Roshendrick Shuraida Theolinda Urvinella Zulainey",
        "Apinsabo Betrianus Doranzo Ficenza Koendjera Marchenille Poulinella Sambrinto Vrutallo Zimmerlino",
    ),
    "Polish": Group(
        "polish_ukrainian",
        "polish_ukrainian",
        "Bogumiłka Dobrosławina Gniewomirka Jaromirka Lubosława Mścisława "
        "Radomiłka Sędzimira Wszebora Zdobysława",
        "Borzęcikowski Drzymalski Gąsiorkiewicz Jaskółczyński Kołomyjczak "
        "Mrozowicka Pękalczyk Świerczakowska",
    ),
    "Ukrainian and Russian": Group(
        "polish_ukrainian",
        "polish_ukrainian",
        "Bohuslava Dobromyla Hafiika Kvitoslava Liubomyra Mstyslava Oleksiia Radyslava Svitozara Zlatomyra",
        "Bezpalchuk Drobotiuk Hirnychenko Kolodiazhenko Mandziuchenko Pidhainyi Skorobahatchuk Zavhorodnenko",
    ),
    "Romanian, Bulgarian, Hungarian, Balkan": Group(
        "east_european",
        "east_european",
        "Crenguța Florianca Ilonkaya Krasislava Mirosnava Nedeljana Rodislava Szerénke Vasiliana Zsadány",
        "Bărbulețescu Dimitrichkov Ghenciulescu Hadžialagić Kisfaludvári Mihalkovszki Rădulețu Stanojčević",
    ),
    "Horn of Africa": Group(
        "horn_of_africa",
        "african",
        "Abrehaley Birikteab Freselam Ghidena Hiritewoin Letenkiel "
        "Medhinesh Tsigeweini Weldegiorgis Zufanesh",
        "Caddawe Gebrehawaria Guuleedh Kidanemichel Mehretab Ogbaldet Tesfahanis Warsamaale Woldegergish",
    ),
    "West and Central Africa": Group(
        "african",
        "african",
        "Adwoabea Chukwudumebi Efuanyame Fatouyacine Ikemsinachi "
        "Kwabenyarko Mamadoulamine Ndeyekhady Oluwatomisin",
        "Adjeikumah Boakyewaah Diarrassouba Kouyatéba Mbombokani Nkemdilimba Okonjibola Sarpomaa Tshimbombo",
    ),
    "Persian, Afghan, South Asian": Group(
        "persian_afghan_southasian",
        "asian",
        "Abolqassemi Delbarina Fereshtegan Golshifteha Jaspreena "
        "Manpreetika Nooralhoda Rukhsaniya Zarminagul",
        "Amarkhelwal Bhattamishra Daryabeygi Ghavidelnia Khoshnevisan Mahalingappa Sabetghadam Zalmaykhel",
    ),
    "East and South-East Asia": Group(
        "eastasian",
        "asian",
        "Baozhenying Chunxiuwen Hongtuyen Lianhuamei Nguyetanh "
        "Qiaolingyu Suryaningsih Wahyuningtyas Xuefangli",
        "Hardjowirogo Kusumaningrum Latumapayahu Manuhuruapon Notosusanto "
        "Pattiwaelapia Tjokrosudirjo Wattimurela",
    ),
    "Southern Europe and Latin America": Group(
        "south_european_latin",
        "south_european_latin",
        "Belmirinha Carmelindo Deolindinha Evangelindo Felismina "
        "Graciosinha Lucrezinha Norivaldo Zeferininha",
        "Albuquercano Brancalhão Carrapatoso Ferreirinho Gonçalvinho Montealegrez Quintaneiro Sepúlvedano",
    ),
    "German, English, Nordic": Group(
        "english_german_nordic",
        "english_german_nordic",
        "Aldisbjörg Brunhildegard Ermentraute Gunnvaldis Heidelinde "
        "Ingvaldine Rosamundine Sieglindis Thorvaldine",
        "Breitenkämper Fjellhaugen Grindelsworth Hohenwaldner Kirkebyholm "
        "Oberschlager Thistlewaite Wolkenfelder",
    ),
}

BARE = ("Gisteren belde {first} over de brief.", "{first} heeft nog niets gehoord van de gemeente.")
TITLE = ("Mevrouw {last} vroeg om uitstel.", "volgens mevrouw {lower} klopt het bedrag niet")
FULL = ("Aanvraag van {first} {last}, zij woont alleen.", "Toen kreeg {first} {last} een boete.")


@pytest.fixture(scope="module")
def words(lists: Path) -> WordLists:
    return load_word_lists(lists)


def names_of(file: Path) -> list[str]:
    """Names spread evenly over a list."""
    lines = file.read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and line[0] != "#"]
    return names[:: max(1, len(names) // SAMPLE)][:SAMPLE]


def sentences(first: str, last: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The carrier sentences with the words that must be masked in each."""
    for carrier in BARE:
        yield carrier.format(first=first), (first,)
    for carrier in TITLE:
        yield carrier.format(last=last, lower=last.lower()), (last,)
    for carrier in FULL:
        yield carrier.format(first=first, last=last), (first, last)


def missed(anonymiser: "Anonymiser", text: str, names: tuple[str, ...]) -> bool:
    masked = {
        place
        for span in anonymiser.find(text)
        if span.kind is Kind.PERSON
        for place in range(span.start, span.end)
    }
    lower = text.lower()
    places = ((lower.index(name.lower()), name) for name in names)
    return not all(set(range(start, start + len(name))) <= masked for start, name in places)


def recall(anonymiser: "Anonymiser", pairs: list[tuple[str, str]]) -> tuple[float, list[str]]:
    """Share of sentences in which the name is masked, and the sentences in which it is not."""
    all_sentences = [one for first, last in pairs for one in sentences(first, last)]
    wrong = [text for text, names in all_sentences if missed(anonymiser, text, names)]
    return 1 - len(wrong) / len(all_sentences), wrong


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_listed_names_of_each_origin_are_found(anonymiser: "Anonymiser", lists: Path, group: str) -> None:
    files = GROUPS[group]
    first = names_of(lists / "names" / "first" / f"{files.first}.txt")
    last = names_of(lists / "names" / "last" / f"{files.last}.txt")
    share, wrong = recall(anonymiser, list(zip(first, last, strict=False)))
    assert share >= LEAST_LISTED, f"{group}: {share:.3f}; missed: {wrong}"


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_names_in_no_list_are_mostly_found(anonymiser: "Anonymiser", words: WordLists, group: str) -> None:
    first = [name for name in GROUPS[group].new_first.split() if not words.is_name(name.lower())]
    last = [name for name in GROUPS[group].new_last.split() if not words.is_name(name.lower())]
    pairs = list(zip(first, last, strict=False))
    assert len(pairs) >= FEWEST_HELD_OUT - 1, f"{group}: too few names are held out"
    share, wrong = recall(anonymiser, pairs)
    assert share >= LEAST_HELD_OUT, f"{group}: {share:.3f}; missed: {wrong}"
