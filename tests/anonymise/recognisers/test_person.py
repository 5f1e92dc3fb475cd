# SPDX-License-Identifier: EUPL-1.2
"""All names are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from casebase.vocabulary import Kind

Persons = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def persons(lists: Path) -> Persons:
    words = load_word_lists(lists)

    def find(text: str) -> list[str]:
        found = look_for_names(TokenisedText(text, words))
        return [text[name.start : name.end] for name in found if name.kind is Kind.PERSON]

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mevrouw Visser-Bakker belt", "Visser-Bakker"),
        ("mw. A. Mulder-Roos uit Urk", "A. Mulder-Roos"),
        ("De heer Mahmoud Al Khatib, bezig met", "Mahmoud Al Khatib"),
        ("dhr. en mw. Aydin", "Aydin"),
        ("mr. Ten Zijthoff is waarnemer", "Ten Zijthoff"),
        ("familie Yıldız heeft schulden", "Yıldız"),
        ("prof. dr. Evers is er", "Evers"),
        ("meneer Wu spreekt Mandarijn", "Wu"),
        ("mevrouw Le werkt in een winkel", "Le"),
        ("De heer Tjon-A-Fat is ziek", "Tjon-A-Fat"),
        ("juf Marieke zei niks", "Marieke"),
    ],
)
def test_a_name_behind_a_title_is_found(persons: Persons, text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Haar man Harm zit in de bouw", "Harm"),
        ("zijn broer Jo in het dorp", "Jo"),
        ("buurman Wil van Boxtel leende geld", "Wil van Boxtel"),
        ("haar dochter (Lieke, negen)", "Lieke"),
        ("zijn moeder, Tineke, is oud", "Tineke"),
        ("Broer heet Peter; hij", "Peter"),
        ("haar zwager Storm", "Storm"),
        ("de bedrijfsarts, Terpstra, zag hem", "Terpstra"),
        ("bewindvoerder de Koning schrijft", "de Koning"),
        ("Klant Wil Koning, ex-stratenmaker", "Wil Koning"),
        ("Gemachtigde E. Sarıgül stelt", "E. Sarıgül"),
        ("collega Youssef van handhaving", "Youssef"),
        ("werknemer: Selma Hadžić, ziek", "Selma Hadžić"),
        ("Mijn voorganger (J. de V.) heeft", "J. de V."),
    ],
)
def test_a_name_behind_kin_or_function_is_found(persons: Persons, text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mevrouw jansen belt", "jansen"),
        ("dhr de boer wil weten", "de boer"),
        ("mw. van 't hof heeft geen geld", "van 't hof"),
        ("kl. r. houben, productie", "r. houben"),
        ("mw j. kamps is ziek", "j. kamps"),
        ("kl. petra van der linden, belt", "petra van der linden"),
        ("mw roos is er niet mee eens", "roos"),
        ("zijn zoon leendert regelt het", "leendert"),
        ("mw. Fatima el amrani (oud)", "Fatima el amrani"),
        ("meneer Hendrik smit, ver weg", "Hendrik smit"),
        ("in de winkel (roos heet zij)", "roos"),
        ("ik sprak fatma gisteren", "fatma"),
    ],
)
def test_a_name_in_lower_case_is_found_behind_a_strong_cue(persons: Persons, text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Beste Karin,\nkun jij kijken?\nGroet,\nBas", ["Karin", "Bas"]),
        ("Dank.\nMet vriendelijke groet,\n\nAnneke van Dijk\nklantmanager", ["Anneke van Dijk"]),
        ("Groetjes Loes", ["Loes"]),
        ("Van: Kees Koning\nAan: Mo", ["Kees Koning", "Mo"]),
        ("Naam: K. Chin-A-Loi", ["K. Chin-A-Loi"]),
        ("Groet,\nMei-Lin\nadviseur werk", ["Mei-Lin"]),
    ],
)
def test_names_in_letters_are_found(persons: Persons, text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J.P. van der Berg heeft getekend", "J.P. van der Berg"),
        ("getekend door P. v.d. Velde gisteren", "P. v.d. Velde"),
        ("op naam van Francisca, R. gezet", "Francisca, R."),
        ("in de lijst staat Hoekstra, B. van der", "Hoekstra, B. van der"),
        ("Ali B. kwam langs", "Ali B."),
        ("dossier van JP de Vries loopt", "JP de Vries"),
        ("mw. A heeft gebeld", "A"),
        ("kl Jan v d Berg belt", "Jan v d Berg"),
        ("kl Piet v/d Velden belt", "Piet v/d Velden"),
        ("aan Ter Steege gevraagd", "Ter Steege"),
        ("De Groot kreeg gelijk", "De Groot"),
        ("wed. Jaspers uit het dorp", "Jaspers"),
        ("Uitgezocht: Van den Heuvel was lasser", "Van den Heuvel"),
        ("zei Oude Nijhuis over de brief", "Oude Nijhuis"),
        ("Maria dos Santos Pereira belt", "Maria dos Santos Pereira"),
        ("Ahmed Ould Mohamed belt", "Ahmed Ould Mohamed"),
        ("ik sprak Sean O'Neill daar", "Sean O'Neill"),
        ("Dhr. MANUEL ROJAS CORTÉS, oud", "MANUEL ROJAS CORTÉS"),
        ("KLANT FATIMA EL IDRISSI BELT", "FATIMA EL IDRISSI"),
        ("DHR JANSEN WIL ZIJN GELD", "JANSEN"),
    ],
)
def test_names_of_every_shape_are_found_whole(persons: Persons, text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    "name",
    [
        *("Filmon", "Selamawit", "Oleksandra", "Zdzisław", "Nilgün", "Rachid", "Hodan", "Giang", "Sewdajal"),
        *("Ramiro", "Babatunde", "Wietske", "Noor", "Youssef", "Desislava", "Ferenc", "Shanice", "Kwame"),
    ],
)
def test_a_bare_name_is_found_whatever_its_origin(persons: Persons, name: str) -> None:
    assert persons(f"Vandaag kwam {name} langs.") == [name]
    assert persons(f"{name} kwam langs.") == [name]


@pytest.mark.parametrize("name", ["Xodjayevna", "Zabolotnyj", "Cismaan", "Țurcanu"])
def test_a_capital_that_no_list_knows_is_taken_for_a_name(persons: Persons, name: str) -> None:
    assert persons(f"Vandaag kwam {name} langs.") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roos belde en Wil zei niets", ["Roos", "Wil"]),
        ("Volgens Bakker klopt het niet", ["Bakker"]),
        ("Toon en Truus wonen samen", ["Toon", "Truus"]),
        ("de kinderen Romy, Fons en Mei spelen", ["Romy", "Fons", "Mei"]),
        ("Vader Ronald Mei belt", ["Ronald Mei"]),
        ("Amber (34) was hier", ["Amber"]),
        ("Roos, een van de zussen", ["Roos"]),
    ],
)
def test_ordinary_words_that_are_names_are_found_with_evidence(
    persons: Persons, text: str, names: list[str]
) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [("Karims oom in het dorp", "Karim"), ("Akosua's aanvraag", "Akosua"), ("Yilmaz' dossier", "Yilmaz")],
)
def test_a_genitive_is_no_part_of_the_name(persons: Persons, text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat om wet Amber en de Wet Poortwachter.",
        "In mei was hij rijk; mei was de laatste maand.",
        "Mei was de laatste maand.",
        "Roos en tulp stonden op tafel.",
        "de koning te rijk, en volgens bakker en slager klopt het",
        "Er is in de Bakkerij cao zelfs een artikel.",
        "Wil hij dat wel? Wil mevrouw bezwaar maken dan kan dat.",
        "mw heeft recht op WW en mevrouw wil dat ook",
        "meneer kan niet komen en meneer zelf ook niet",
        "Dan is het goed. Per saldo klopt het. Na overleg ook.",
        "Zie Sonar, Resano, CBBS en Werkmap.",
        "Handhaving en Bezwaar zaten aan tafel met Beleid.",
        "Vanuit SMZ, WERKbedrijf, Klantenservice en de Nationale ombudsman.",
        "Zij heeft Crohn, hij Parkinson, de ander Alzheimer of Down.",
        "medewerker WIA-intake, regisseur CAK-klantcontact",
        "hij spreekt Tigrinya, tolk Somalisch, docent Duits",
        "Den Bosch en Capelle aan den IJssel liggen ver.",
        "een oude Passat, een Opel Vectra en een Nokia",
        "Moeder is ziek. Vader werkt. Dochter zit op school.",
        "Algemene wet bestuursrecht, Raad van State, College van B en W",
        "MELDING: HET SYSTEEM WERKT NIET",
        "VA en AD zijn het eens over plan B, optie A en stap 1",
        "Het Bureau Inkomen en de Arbeidsinspectie keken mee.",
        "Team Uitkeren Zuid en de Divisie Sociaal Medische Zaken (SMZ)",
        "Arbeidsmarktregio Midden-Utrecht, Wlz-indicatie en Wmo-hulp",
    ],
)
def test_what_is_no_person_stays(persons: Persons, text: str) -> None:
    assert persons(text) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["\n =", "Van De ", "van de ", "Jan ", "A & ", "J.", "a", "A-", "'", "x (", "Aa-"]
)
def test_odd_texts_take_time_in_proportion_to_their_length(persons: Persons, piece: str) -> None:
    assert isinstance(persons("toen A" + piece * 20_000), list)
