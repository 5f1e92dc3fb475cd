# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zit me niet lekker, zaaknr BB.2021.00417-zl.", "BB.2021.00417-zl"),
        ("bezwaar BZW-KOT 22/0318-7 loopt", "BZW-KOT 22/0318-7"),
        ("voogdij (C/18-77031 FA) liep", "C/18-77031 FA"),
        ("brief (LLV-24.0113 / afw) kwam", "LLV-24.0113 / afw"),
        ("deelnemer 30/8847/dln", "30/8847/dln"),
        ("dossier 2024/113 is dicht", "2024/113"),
        ("betalingskenmerk 4100 2200 3300 4400.", "4100 2200 3300 4400"),
        ("brief (Zk. 2024-0113-22-AB)", "Zk. 2024-0113-22-AB"),
        ("kenmerk AB2024-0011223344.", "AB2024-0011223344"),
        ("uw polisnr 55.12.88", "55.12.88"),
        ("aanslagnr 4410.22.118.H.26", "4410.22.118.H.26"),
        ("relatienummer: R-00931", "R-00931"),
        ("Haar klantnummer is 4410-73-2816, ze woont", "4410-73-2816"),
        ("dossier WIA-D-118204", "WIA-D-118204"),
        ("Klantnr. 87.310.552.", "87.310.552"),
        ("Zaaknr 2022/BZ/60913.", "2022/BZ/60913"),
        ("ons nummer B&B 1023.55.8716.", "B&B 1023.55.8716"),
        ("Klantref. 3062/WJ/25-118", "3062/WJ/25-118"),
        ("Procedure AMS 25/1187 WIA, zitting", "AMS 25/1187 WIA"),
        ("polis (nr. ZK 88.402.117) een", "ZK 88.402.117"),
        ("bijna hetzelfde klantnummer (5512 0384).", "5512 0384"),
        ("Aanvraagnr. ZW2025-00318-T.", "ZW2025-00318-T"),
        ("Klant: 0117-55-209. Rekening:", "0117-55-209"),
        ("kenmerk LH/MKB-16-5582. Sindsdien", "LH/MKB-16-5582"),
        ("nog eens doorgelezen (RIV-20-118834) en", "RIV-20-118834"),
        ("Onderwerp: NOW1-3308714 NIET EENS", "NOW1-3308714"),
        ("zaaknummer z22-104417", "z22-104417"),
        ("Zaaknr.2021/123-b", "2021/123-b"),
        ("kenmerk Klacht-2021-55", "Klacht-2021-55"),
        ("Kenmerk | W&I-2022-11", "W&I-2022-11"),
        ("in 14/2345 WIA is", "14/2345 WIA"),
        ("KvK 01234567", "01234567"),
        ("RSIN: 001234567", "001234567"),
        ("BIG-nummer 19012345601", "19012345601"),
        ("loonheffingennummer 812345671L01", "812345671L01"),
        ("btw NL123456789B01", "NL123456789B01"),
        ("betalingskenmerk 1234 5678 9012 3456", "1234 5678 9012 3456"),
    ],
)
def test_numbers_of_files_and_firms_are_found(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.CASE_NUMBER, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "kst-29362 en Kamerstukken II 2020/21",
        "van 1-1-2020/31-12-2020, EWT 2-3-2020",
        "open 12.30-13.45",
        "1.200-1.500 euro",
        "ECLI:NL:CRVB:2020:1234",
        "CRvB, RSV 2019/123, USZ 2020/45",
        "Verordening (EU) 2016/679",
        "arrest C-55/18",
        "Stb. 2005, 572 en Stcrt. 2021-1234",
        "WGA 80-100, WAO 45-55%",
        "NOW 1 en NOW 2.0",
        "COVID-19",
        "alles terug: € 13.820 of 13.820 euro",
        "1.180 in mei, 1.460 in juli",
        "Jaaropgaven 2018-2023",
        "het dossier van 2021",
        "zaak kostte 12.345,67",
        "groep 7/8",
        "klant kreeg 8.264,-",
        "dossier 74 mensen",
        "art. 7:629 BW",
        "SBC-code 111180, SBI-code 47111",
        "spoor 2, schaal 10",
    ],
)
def test_public_references_amounts_and_years_stay(structured: Find, text: str) -> None:
    assert structured(Kind.CASE_NUMBER, text) == []
