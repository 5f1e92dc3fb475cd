# SPDX-License-Identifier: EUPL-1.2
import time
from pathlib import Path

import pytest

from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.number_reach import stretched_numbers
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


def stretched(lists: Path, text: str, seen: str, kind: Kind = Kind.CASE_NUMBER) -> list[str]:
    """What the place where ``seen`` was found becomes."""
    start = text.index(seen)
    span = PiiSpan(start, start + len(seen), kind, 0.59, "model")
    found = stretched_numbers([span], TokenisedText(text, load_word_lists(lists)))
    return [text[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("de brief, nr KGB 24 771 0098 Z ligt", "24 771 0098", "KGB 24 771 0098 Z"),
        ("dossier nn 4002.88.x kwijt", "4002.88", "nn 4002.88.x"),
        ("bon in dossier ww/vwb 0091", "0091", "ww/vwb 0091"),
        ("het ticket (tkt 074-5501) kwam", "074-5501", "tkt 074-5501"),
        ("ref. luwte-19, graag", "19", "luwte-19"),
        ("dossier M.4.12 ligt", "4.12", "M.4.12"),
        ("klantref 60-771-0938 HP. Verder", "60-771-0938", "60-771-0938 HP"),
        ("rentenr 53 140657 S 009 !!", "53 140657", "53 140657 S 009"),
        ("aanslag 9041.66.217 M.3.5. Beslag", "9041.66.217", "9041.66.217 M.3.5"),
        ("aanslag 4410 22 871 V 23 is", "4410 22 871 V", "4410 22 871 V 23"),
        ("7 naheffingen PN.22.778.301 t/m 307 van", "PN.22.778.301", "PN.22.778.301 t/m 307"),
        ("schadenr S 24.771/b is", "24.771", "S 24.771/b"),
    ],
)
def test_small_parts_at_the_edges_belong_to_the_number(lists: Path, text: str, seen: str, whole: str) -> None:
    assert stretched(lists, text, seen) == [whole]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("eigenaar, KvK 77120933 sinds", "77120933"),
        ("factuurnummer CAK 8830.117.26 open", "8830.117.26"),
        ("klantnr Ohra 4418220 belde", "4418220"),
        ("klantnr Jan 4418220 belde", "4418220"),
        ("zaaknr is 4418220 en", "4418220"),
        ("zaak mw 4418-22 dicht", "4418-22"),
        ("nr.4418220 en", "4418220"),
        ("klantnr 44 118 207 A. Jansen belt", "44 118 207"),
        ("KvK 71550938 BV Jansen", "71550938"),
        ("zaak 22-11845 WW loopt", "22-11845"),
        ("factuur 2023-118 t/m 12 weken", "2023-118"),
        ("factuur 2023-118 t/m 999 euro", "2023-118"),
        ("besluit 22-118.445 A4 geprint", "22-118.445"),
        ("zaak 22/118445, art. 7:12 Awb", "22/118445"),
        ("besluit 22.118.4.Hij belde", "22.118.4"),
        ("DOSSIER 4418-2207 IS ZOEK", "4418-2207"),
        ("dossier 2022-11845 en mw/12 weken", "2022-11845"),
        ("stuk bijlage.22118.pdf gezien", "22118"),
    ],
)
def test_labels_words_names_and_units_at_the_edges_stay(lists: Path, text: str, seen: str) -> None:
    assert stretched(lists, text, seen) == [seen]


@pytest.mark.parametrize(
    ("text", "seen", "row"),
    [
        ("facturen 2023-118 t/m 2023-131 open", "2023-118", ["2023-118", "2023-131"]),
        ("dossiers LV22-0381, LV22-0377 en LV22-0379.", "LV22-0381", ["LV22-0381", "LV22-0377", "LV22-0379"]),
        ("nummers z 22 5518 en bw:0077. Steeds", "z 22 5518", ["z 22 5518", "bw:0077"]),
        ("zaak 22-11845 en 12-3-2023", "22-11845", ["22-11845"]),
    ],
)
def test_the_numbers_of_a_row_are_found_with_the_first(
    lists: Path, text: str, seen: str, row: list[str]
) -> None:
    assert stretched(lists, text, seen) == row


def test_findings_of_other_kinds_are_left_as_they_are(lists: Path) -> None:
    assert stretched(lists, "klantnr KGB 24 771 Z", "24 771", Kind.PHONE) == ["24 771"]


@pytest.mark.parametrize(
    "piece", ["nr a ", "nr-", "A-", "a/b ", "zaaknr ", "1 t/m ", "1, ", " A", "(ab ", "&a-", "12.", "12 en "]
)
def test_many_findings_in_hostile_text_take_little_time(lists: Path, piece: str) -> None:
    text = (piece * 10_000)[:10_000] + "1"
    words = TokenisedText(text, load_word_lists(lists))
    spans = [PiiSpan(at, at + 1, Kind.CASE_NUMBER, 0.5, "x") for at in range(3, len(text), 10)]
    least = min(_seconds(spans, words) for _ in range(3))
    assert least < 0.1


def _seconds(spans: list[PiiSpan], words: TokenisedText) -> float:
    started = time.process_time()
    stretched_numbers(spans, words)
    return time.process_time() - started
