# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.consistency import link_persons


@pytest.mark.parametrize(
    ("mentions", "persons"),
    [
        (["F. Yilmaz-de Boer", "Fatma", "Mw. Yilmaz", "FATMA"], [0, 0, 0, 0]),
        (["Simon", "Simons"], [0, 1]),
        (["Jan Mulder", "Greetje Mulder", "Jan", "Greetje"], [0, 1, 0, 1]),
        (["Jan Mulder", "Greetje Mulder", "Mulder"], [0, 1, 1]),
        (["Siebe", "Siebe Hoekstra", "Aukje", "Hoekstra"], [0, 0, 1, 0]),
        (["Mei-Lin de Graaf", "Inês", "Mei-Lin", "De Graaf"], [0, 1, 0, 0]),
        (["Van den Heuvel", "Guus van den Heuvel", "VAN DEN HEUVEL"], [0, 0, 0]),
        (["Truus Verhoeven-van Asten", "Verhoeven", "Van Asten"], [0, 0, 0]),
        (["Francisca, R.", "Rowena", "Rivaldo Francisca"], [0, 1, 0]),
        (["Kılıç", "Esra Kılıç", "KILIÇ"], [0, 0, 0]),
        (["Akosua's", "Akosua", "Yilmaz'", "Yilmaz"], [0, 0, 1, 1]),
        (["El Amrani", "Fatima el amrani"], [0, 0]),
        (["G. Hoekstra", "Gerrit", "Daan"], [0, 0, 1]),
        (["Karim B.", "Karim"], [0, 0]),
        (["Jan", "Piet", "Jan"], [0, 1, 0]),
        (["mw. Aydin", "dhr. Aydin"], [0, 0]),
        (["T.", "Tunde"], [0, 0]),
        ([], []),
    ],
)
def test_mentions_are_numbered_by_person(mentions: list[str], persons: list[int]) -> None:
    assert link_persons(mentions) == persons


names = st.lists(
    st.sampled_from(["Jan", "Jan de Wit", "De Wit", "J. de Wit", "Noor", "NOOR", "Wit, N.", "-", "'"])
)


@given(names)
def test_numbers_count_up_in_reading_order(mentions: list[str]) -> None:
    numbers = link_persons(mentions)

    assert len(numbers) == len(mentions)
    assert all(number <= max(numbers[:place], default=-1) + 1 for place, number in enumerate(numbers))


@given(names)
def test_the_same_spelling_is_always_the_same_person_unless_it_fits_two(mentions: list[str]) -> None:
    full = [mention for mention in mentions if mention == "Jan de Wit"]

    assert len(set(link_persons(full))) <= 1
