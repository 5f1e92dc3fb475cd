# SPDX-License-Identifier: EUPL-1.2
"""Keys that are remembered between builds: the same as read anew, and never of a case that is gone."""

import numpy as np
import pytest

from index.analysed import FILE, CaseKeys, case_keys, documents_of, remembered_keys
from index.assembly import documents_by_side
from index.build import build_index
from index.dutch import Analysis, load_analysis
from index.hits import Aspect
from index.manifest import read_generation

ANALYSIS = load_analysis()


@pytest.fixture
def read(monkeypatch):
    """The texts that are analysed, as they come."""
    texts = []
    real = Analysis.keys

    def noting(self, text):
        texts.append(text)
        return real(self, text)

    monkeypatch.setattr(Analysis, "keys", noting)
    return texts


def test_remembered_keys_are_those_read_anew(cases, tmp_path, read):
    anew = [case_keys(case, ANALYSIS) for case in cases]
    assert remembered_keys(cases, ANALYSIS, tmp_path) == anew
    read.clear()
    assert remembered_keys(cases, ANALYSIS, tmp_path) == anew
    assert read == []


def test_only_a_changed_case_is_read_again(cases, tmp_path, read):
    remembered_keys(cases, ANALYSIS, tmp_path)
    read.clear()
    changed = cases[0].model_copy(update={"decision": "Een heel ander besluit."})
    found = remembered_keys([changed, *cases[1:]], ANALYSIS, tmp_path)
    assert set(read) <= {
        *changed.narrative().values(),
        "\n".join([*cases[0].regulations, *cases[0].principles]),
    }
    assert found[0] == case_keys(changed, ANALYSIS)


def test_regulations_count_as_a_change(cases, tmp_path):
    remembered_keys(cases, ANALYSIS, tmp_path)
    changed = cases[0].model_copy(update={"regulations": ("Wajong",)})
    assert "wajong" in remembered_keys([changed], ANALYSIS, tmp_path)[0].keys


def test_a_case_that_is_gone_is_gone_from_the_file(cases, tmp_path):
    remembered_keys(cases, ANALYSIS, tmp_path)
    remembered_keys(cases[1:], ANALYSIS, tmp_path)
    with np.load(tmp_path / FILE) as arrays:
        assert len(arrays["counts"]) == len(cases) - 1
        assert "verzekeringsart" not in arrays["vocabulary"].tobytes().decode().split("\n")


@pytest.mark.parametrize("damage", ["cut", "flipped", "other", "gone"])
def test_a_damaged_file_is_read_anew(cases, tmp_path, damage):
    anew = remembered_keys(cases, ANALYSIS, tmp_path)
    file = tmp_path / FILE
    content = bytearray(file.read_bytes())
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif damage == "flipped":
        at = content.index(b"voorschot")
        content[at] ^= 1
        file.write_bytes(content)
    elif damage == "other":
        file.write_text("geen index")
    else:
        file.unlink()
    assert remembered_keys(cases, ANALYSIS, tmp_path) == anew


def test_other_word_lists_make_it_worthless(cases, tmp_path, read):
    remembered_keys(cases, ANALYSIS, tmp_path)
    read.clear()
    other = load_analysis.__wrapped__()
    other.fingerprint = "other"
    remembered_keys(cases, other, tmp_path)
    assert read


def test_a_build_with_remembered_keys_gives_the_same_files(bank, encoder, now, make_case):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    bank.add(make_case(40, situation="Nog een voorschot dat terug moet."))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    remembered = read_generation(bank.folder).files
    for path in bank.folder.glob("*"):
        if path.is_file():
            path.unlink()
    build_index(bank.sessions, bank.folder, encoder, now=now)
    assert read_generation(bank.folder).files == remembered


def test_sides_hold_the_keys_of_their_fields(cases):
    documents = documents_by_side(cases, ANALYSIS)
    for row, case in enumerate(cases):
        told = [key for side in Aspect for key in documents[side][row]]
        terms = ANALYSIS.keys("\n".join([*case.regulations, *case.principles]))
        assert sorted(told + terms) == sorted(documents[None][row])
    assert documents_of([CaseKeys((), b"")])[None] == [[]]
