# SPDX-License-Identifier: EUPL-1.2
"""What a case number may hold. The BSNs are from the official test series; the names are invented."""

import pytest

from casebase.record import KnownValue
from casebase.vocabulary import Kind
from ingest.case_numbers import passes_eleven_test, read_case_number
from ingest.problems import ValueProblemError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A-2021-001", "A-2021-001"),
        (" UWV  2021\n12 ", "UWV 2021 12"),
        ("123.0", "123"),
        ("2021/0045", "2021/0045"),
        ("Zaak 12", "Zaak 12"),
        ("casus_17", "casus_17"),
        ("wia-0017", "wia-0017"),
        ("Rijnmond-12", "Rijnmond-12"),
        ("MWPNH:7", "MWPNH:7"),
        ("20210015", "20210015"),
        ("999900407000", "999900407000"),
    ],
)
def test_a_plain_number_is_kept(text: str, number: str) -> None:
    assert read_case_number(text, office=["Maatwerkplaats Rijnmond", ""]) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ontbreekt"),
        ("-", "ontbreekt"),
        ("n.v.t.", "ontbreekt"),
        ("999900407", "burgerservicenummer"),
        ("Z999900407", "burgerservicenummer"),
        ("9999.00.407", "burgerservicenummer"),
        ("999 900 407", "burgerservicenummer"),
        ("j.jansen@voorbeeld.nl", "hoogstens 60"),
        ("<script>", "hoogstens 60"),
        ("A" * 61, "hoogstens 60"),
        ("Verkuyl-2021", "naam"),
        ("mw. de Wit", "naam"),
        ("2021 verkuyl", "naam"),
        ("0612345678", "telefoonnummer"),
        ("NL91ABNA0417164300", "rekeningnummer"),
        ("99990003", "burgerservicenummer"),
        ("smit", "naam"),
        ("jan smit 3", "naam"),
        ("Bos 3", "naam"),
        ("SMIT-2021", "naam"),
        ("2021-JAN-004", "naam"),
        ("BOS-12", "naam"),
    ],
)
def test_a_number_that_tells_who_it_is_about_is_refused_without_quoting_it(text: str, reason: str) -> None:
    with pytest.raises(ValueProblemError, match=reason) as caught:
        read_case_number(text)
    assert len(text) < 2 or text not in caught.value.message.nl + caught.value.message.en


@pytest.mark.parametrize(
    ("number", "known"),
    [
        ("TRUX-12", KnownValue(Kind.PERSON, "Truus Trux")),
        ("Z-123456", KnownValue(Kind.CASE_NUMBER, "123456")),
        ("99-06-12345678", KnownValue(Kind.PHONE, "06-12345678")),
    ],
)
def test_a_number_may_not_hold_personal_data_of_its_own_record(number: str, known: KnownValue) -> None:
    assert read_case_number(number) == number
    with pytest.raises(ValueProblemError, match="naam of ander persoonsgegeven"):
        read_case_number(number, known=[known])


@pytest.mark.parametrize(
    ("digits", "passes"),
    [("999900407", True), ("999900408", False), ("000000000", False), ("12345678", False)],
)
def test_the_eleven_test(digits: str, passes: bool) -> None:
    assert passes_eleven_test(digits) is passes
