# SPDX-License-Identifier: EUPL-1.2
"""One name per law."""

from pathlib import Path

import pytest

from ingest.problems import ValueProblemError
from ingest.regulations import Regulations, RegulationTableError, load_regulations


@pytest.fixture(scope="module")
def regulations(root: Path) -> Regulations:
    return load_regulations(root / "data" / "lists")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Toeslagenwet", ("TW",)),
        ("ziektewet; ZW", ("ZW",)),
        ("Wet werk en inkomen naar arbeidsvermogen", ("WIA",)),
        ("WIA en WW", ("WIA", "WW")),
        ("WIA; WGA", ("WIA", "WGA")),
        ("WIA/IVA", ("WIA", "IVA")),
        ("WIA-WGA", ("WIA", "WGA")),
        ("ANW, wlz", ("Anw", "Wlz")),
        ("Participatiewet/bijstand", ("Participatiewet",)),
        ("WIA; Parkeerverordening", ("WIA", "Parkeerverordening")),
        ("Zvw art. 122a", ("Zvw art. 122a",)),
        ("Wet tarieven en kosten", ("Wet tarieven en kosten",)),
        ("Wet WIAA", ("Wet WIAA",)),
        ("", ()),
    ],
)
def test_a_law_gets_its_short_name_and_an_unknown_one_stays(
    regulations: Regulations, text: str, names: tuple[str, ...]
) -> None:
    assert regulations.read(text) == names


def test_every_short_name_means_itself(regulations: Regulations) -> None:
    for name in set(regulations.short_names.values()):
        assert regulations.read(name) == (name,)


def test_without_a_table_names_stay_as_written() -> None:
    assert Regulations().read("Toeslagenwet, WW") == ("Toeslagenwet", "WW")


def test_a_story_among_laws_is_refused(regulations: Regulations) -> None:
    with pytest.raises(ValueProblemError):
        regulations.read("WIA; " + "want de wet zegt dat " * 20)


def test_a_missing_table_is_told_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(RegulationTableError, match=r"regulations\.tsv"):
        load_regulations(tmp_path)


def test_a_name_of_two_laws_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "regulations.tsv").write_text("# kop\nAA\tEerste wet\tB wet\nBB\tB-wet\t\n", encoding="utf-8")
    with pytest.raises(RegulationTableError, match=r"regulations\.tsv:3"):
        load_regulations(tmp_path)
