# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("belde op 11 januari 2021 voor", "11 januari 2021"),
        ("EWT 2-3-2020.", "2-3-2020"),
        ("klacht: 22-7 mail met", "22-7"),
        ("op 3/4 gesproken", "3/4"),
        ("gezien d.d. 04.05.23", "04.05.23"),
        ("betaald 11 febr.", "11 febr"),
        ("tot de 14e.", "14e"),
        ("1ste van mei jl.", "1ste van mei"),
        ("dagtekening 2-5 (ma).", "2-5"),
        ("brief 23/11 kwijt", "23/11"),
        ("op 12.3 gebeld", "12.3"),
        ("ma 12 jan gebeld", "12 jan"),
        ("dd 12032024 besloten", "12032024"),
        ("beslissing 16 dec: <35%", "16 dec"),
        ("op vrijdag 9 april 2021 om tien", "9 april 2021"),
        ("in de nacht van 14 op 15 juli tot", "14 op 15 juli"),
        ("van 3 tot en met 12 mei 2022", "3 tot en met 12 mei 2022"),
        ("termijn eindigde op 6-3.", "6-3"),
        ("Telefoonnotitie 4/7, 14.20u.", "4/7"),
        ("kl gebeld 2/11: heel kalm", "2/11"),
        ("gronden 15-9 binnen", "15-9"),
        ("2021-03-04T10:00", "2021-03-04"),
        ("12.06.2021", "12.06.2021"),
        ("12-6-'21", "12-6-'21"),
        ("op 3 febuari 2021", "3 febuari 2021"),
        ("per 1 SEPT.", "1 SEPT"),
        ("op drie mei 2020", "drie mei 2020"),
        ("wo 3/11 gesproken", "3/11"),
        ("geb: zie brief dd.12-3-2021", "12-3-2021"),
        ("van 4 t/m 8-11-2021", "4 t/m 8-11-2021"),
        ("tweede kerstdag 2021", "tweede kerstdag 2021"),
        ("dd 130921", "130921"),
        ("15-mrt-2021", "15-mrt-2021"),
        ("op de 14e en de 21e november", "14e en de 21e november"),
        ("op vrijdag de 13de.", "vrijdag de 13de"),
        ("14jan2021", "14jan2021"),
    ],
)
def test_exact_dates_are_found(structured: Find, text: str, date: str) -> None:
    assert structured(Kind.DATE, text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "in februari 2020 en in 2018",
        "op tweede paasdag werkt het callcenter wel",
        "Wet van 10 november 2005, Stb. 2005, 572",
        "CRvB 12 maart 2020, ECLI:NL:CRVB:2020:1",
        "begin mei",
        "24/7 bereikbaar",
        "duurt 8-10 weken",
        "groep 7/8",
        "WGA 80-100, WAO 55-65%",
        "2-3 keer per week",
        "art. 3-4",
        "1.180 per maand",
        "de 23e en de 26e",
        "mei werd 1.180",
    ],
)
def test_months_years_laws_and_ranges_stay(structured: Find, text: str) -> None:
    assert structured(Kind.DATE, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Meneer (geb. 22-08-1976, Spijkenisse)", "22-08-1976"),
        ("geboren 30 mei 1964, bsn", "30 mei 1964"),
        ("geboren te Urk op 30 mei 1964", "30 mei 1964"),
        ("Geboortedatum 17/02/1967", "17/02/1967"),
        ("geb 14/2/1971", "14/2/1971"),
        ("° 3-4-1955", "3-4-1955"),
        ("geboren na 29 weken op 30-09-2023", "30-09-2023"),
        ("Klaas Zandvoort (30 november 1966, BSN", "30 november 1966"),
        ("Menno Wiersema, 19 maart 1990, zit", "19 maart 1990"),
        ("geboren in 1964", "1964"),
        ("geboren te Paramaribo (Suriname) op 12 november 1958", "12 november 1958"),
        ("cl. (1969) wil", "1969"),
        ("mevrouw (v, 1969)", "1969"),
        ("geb. 1964", "1964"),
    ],
)
def test_birth_dates_are_told_from_other_dates(structured: Find, text: str, date: str) -> None:
    assert structured(Kind.BIRTHDATE, text) == [date]


@pytest.mark.parametrize(
    "text", ["de brief van Beleid, 19 maart 2022, zegt", "een auto, bouwjaar 1991", "in 1964"]
)
def test_other_dates_are_no_birth_dates(structured: Find, text: str) -> None:
    assert structured(Kind.BIRTHDATE, text) == []
