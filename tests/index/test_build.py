# SPDX-License-Identifier: EUPL-1.2
"""Building: nothing twice, nothing lost when stopped; every way to be wrong is noticed."""

import json
import multiprocessing
import os
import re
import shutil
import signal
import time
from dataclasses import dataclass, field

import numpy as np
import pytest

from casebase.store import all_passages, delete_case, stored_embeddings
from casebase.vocabulary import ReviewState
from index import build, manifest
from index.build import IndexState, build_index, index_status
from index.dutch import LISTS, load_analysis
from index.encoder import EncoderError
from index.manifest import IndexProblemError, IndexWriteError, read_generation
from index.search import open_searcher
from index.vectors import VectorError


@dataclass
class Counter:
    """A progress that remembers what it was told."""

    total: int = 0
    done: int = 0
    labels: set[str] = field(default_factory=set)

    def start(self, total: int) -> None:
        self.total, self.done = total, 0

    def expect(self, total: int) -> None:
        self.total = total

    def advance(self, count: int = 1, label: str = "") -> None:
        self.done += count
        self.labels.add(label)


def test_a_build_makes_a_fresh_index(bank, encoder, now):
    progress = Counter()
    status = build_index(bank.sessions, bank.folder, encoder, now=now, progress=progress)
    assert status.state is IndexState.FRESH
    assert (status.manifest.cases, status.manifest.model_id, status.manifest.created) == (8, "fake@1", now)
    with bank.sessions() as session:
        assert len(all_passages(session)) == status.manifest.passages == encoder.encoded
    assert progress.done == progress.total
    assert progress.labels == {"passages", "vectors", "index"}


def test_a_second_build_changes_nothing(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    before = {path: path.stat().st_mtime_ns for path in sorted(bank.folder.rglob("*"))}
    encoder.encoded = 0
    assert build_index(bank.sessions, bank.folder, encoder, now=now).state is IndexState.FRESH
    assert encoder.encoded == 0
    assert {path: path.stat().st_mtime_ns for path in sorted(bank.folder.rglob("*"))} == before


def test_the_same_cases_give_the_same_files(bank, encoder, now):
    first = build_index(bank.sessions, bank.folder, encoder, now=now).manifest
    shutil.rmtree(bank.folder)
    assert build_index(bank.sessions, bank.folder, encoder, now=now).manifest == first


def test_only_what_is_new_is_encoded(bank, encoder, now, make_case):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    encoder.encoded = 0
    bank.add(make_case(9, title="Nieuwe titel", situation="Nieuw verhaal."))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    assert encoder.encoded == 2


def test_one_generation_is_left_and_only_its_owner_may_read_it(bank, encoder, now, make_case):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    bank.add(make_case(9, title="Nieuw"))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    assert sorted(path.name for path in bank.folder.iterdir()) == [
        "CURRENT",
        "analysed.npz",
        "build.lock",
        "gen-000002",
    ]
    assert bank.folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in bank.folder.rglob("*"))


def test_no_sentence_of_a_case_is_in_the_index_files(bank, encoder, now, cases):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    content = b"".join(path.read_bytes() for path in bank.folder.rglob("*") if path.is_file())
    assert not any(text.encode() in content for case in cases for text in case.narrative().values())


def test_a_databank_without_cases_has_an_index(empty_bank, encoder, now):
    assert build_index(empty_bank.sessions, empty_bank.folder, encoder, now=now).state is IndexState.FRESH
    with empty_bank.sessions() as session:
        found = open_searcher(empty_bank.folder, encoder).search(session, "boete")
    assert (found.hits, found.matched, found.comparable) == ((), 0, False)


def test_a_case_without_any_text_can_be_indexed(bank, encoder, now, make_case):
    bank.add(make_case(9, regulations=("WW",)), make_case(10, situation="[PERSOON-1]"))
    assert build_index(bank.sessions, bank.folder, encoder, now=now).manifest.cases == 10


# --- stopped halfway -----------------------------------------------------------------------------


class _StoppingEncoder:
    """Stops at the second batch, as Ctrl-C would."""

    def __init__(self, encoder, stop):
        self.model_id, self.dimension, self._encoder, self._stop = (
            encoder.model_id,
            encoder.dimension,
            encoder,
            stop,
        )
        self.calls = 0

    def encode_passages(self, texts):
        self.calls += 1
        if self.calls > 1:
            raise self._stop
        return self._encoder.encode_passages(texts)


def test_an_interrupted_build_goes_on_where_it_was(bank, encoder, now, monkeypatch):
    monkeypatch.setattr(build, "TEXTS_A_COMMIT", 5)
    with pytest.raises(KeyboardInterrupt):
        build_index(bank.sessions, bank.folder, _StoppingEncoder(encoder, KeyboardInterrupt()), now=now)
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.MISSING
    done = encoder.encoded
    assert done == 5
    status = build_index(bank.sessions, bank.folder, encoder, now=now)
    assert status.state is IndexState.FRESH
    assert encoder.encoded == status.manifest.passages


@pytest.mark.parametrize("step", ["_write_folder", "write_durably", "force_to_disk"])
def test_the_old_index_serves_when_writing_a_new_one_breaks_off(
    bank, encoder, now, make_case, monkeypatch, step
):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    old = read_generation(bank.folder).manifest
    bank.add(make_case(9, title="Nieuw"))

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(manifest, step, stop)
        with pytest.raises(KeyboardInterrupt):
            build_index(bank.sessions, bank.folder, encoder, now=now)
    assert read_generation(bank.folder).manifest == old
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.STALE
    assert build_index(bank.sessions, bank.folder, encoder, now=now).state is IndexState.FRESH
    assert len(list(bank.folder.glob("gen-*"))) == 1


def _rewrite_forever(folder):
    generation = read_generation(folder)
    while True:
        manifest.write_generation(folder, generation.manifest, generation.files)


@pytest.mark.slow
def test_a_killed_writer_never_leaves_a_broken_index(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    expected = read_generation(bank.folder).manifest
    context = multiprocessing.get_context("spawn")
    for moment in (0.5, 0.02, 0.05, 0.11, 0.23):
        writer = context.Process(target=_rewrite_forever, args=(bank.folder,))
        writer.start()
        deadline = time.monotonic() + 60
        first = (bank.folder / "CURRENT").read_text()
        while (bank.folder / "CURRENT").read_text() == first and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(moment)
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        assert read_generation(bank.folder).manifest == expected


def test_a_reader_that_meets_a_swap_reads_the_new_generation(bank, encoder, now, monkeypatch):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    generation = read_generation(bank.folder)
    read, swaps = manifest._read_folder, [generation]

    def swapped_meanwhile(path):
        if swaps:
            manifest.write_generation(bank.folder, swaps.pop().manifest, generation.files)
        return read(path)

    monkeypatch.setattr(manifest, "_read_folder", swapped_meanwhile)
    assert read_generation(bank.folder).manifest == generation.manifest


# --- every way to be wrong -------------------------------------------------------------------------


def test_a_missing_index_is_noticed(bank, encoder):
    status = index_status(bank.sessions, bank.folder, "fake@1")
    assert status.state is IndexState.MISSING
    assert "databank index build" in status.message.nl
    with pytest.raises(IndexProblemError, match="databank index build") as problem:
        open_searcher(bank.folder, encoder)
    assert problem.value.state is IndexState.MISSING


@pytest.mark.parametrize("change", ["hold", "add", "delete"])
def test_an_index_that_is_behind_is_noticed_and_caught_up(bank, encoder, now, make_case, change):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    if change == "hold":
        bank.hold("C-001")
    elif change == "add":
        bank.add(make_case(9, title="Nieuw"))
    else:
        with bank.sessions.begin() as session:
            delete_case(session, "C-001", actor="t", now=now, reason="verzoek")
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.STALE
    status = build_index(bank.sessions, bank.folder, encoder, now=now)
    assert (status.state, status.manifest.cases) == (
        IndexState.FRESH,
        {"hold": 7, "add": 9, "delete": 7}[change],
    )


def test_a_case_that_only_waits_for_review_leaves_the_index_fresh(bank, encoder, now, make_case):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    bank.add(make_case(9, title="Nieuw"), state=ReviewState.TO_REVIEW)
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.FRESH


def test_another_model_is_noticed_and_its_vectors_are_not_mixed(bank, encoder, other_encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    assert index_status(bank.sessions, bank.folder, "fake@2").state is IndexState.OTHER_MODEL
    with pytest.raises(IndexProblemError, match="ander zoekmodel"):
        open_searcher(bank.folder, other_encoder)
    assert build_index(bank.sessions, bank.folder, other_encoder, now=now).manifest.dimension == 32


def test_other_word_lists_make_the_index_stale(bank, encoder, now, tmp_path):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    lists = tmp_path / "lists"
    shutil.copytree(LISTS, lists)
    with (lists / "stopwords.txt").open("a") as file:
        file.write("mevrouw\n")
    assert index_status(bank.sessions, bank.folder, "fake@1", lists=lists).state is IndexState.STALE
    with pytest.raises(IndexProblemError):
        open_searcher(bank.folder, encoder, lists=lists)
    load_analysis.cache_clear()


def _flip(path, place):
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 0x01
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("name", ["words.npz", "latent.npz", "passages.npz", "vectors.faiss"])
@pytest.mark.parametrize("damage", ["flip start", "flip middle", "flip end", "cut", "empty", "gone"])
def test_every_damaged_file_is_noticed_and_repaired(bank, encoder, now, name, damage):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    path = next(bank.folder.glob(f"gen-*/{name}"))
    if damage.startswith("flip"):
        _flip(path, {"start": 0.0, "middle": 0.5, "end": 1.0}[damage.split()[1]])
    elif damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] if damage == "cut" else b"")
    status = index_status(bank.sessions, bank.folder, "fake@1")
    assert (status.state, status.manifest) == (IndexState.DAMAGED, None)
    with pytest.raises(IndexProblemError, match="beschadigd"):
        open_searcher(bank.folder, encoder)
    assert build_index(bank.sessions, bank.folder, encoder, now=now).state is IndexState.FRESH


def test_the_manifest_alone_tells_what_serves_but_no_damage_to_the_rest(bank, encoder, now):
    assert index_status(bank.sessions, bank.folder, "fake@1", verify=False).state is IndexState.MISSING
    built = build_index(bank.sessions, bank.folder, encoder, now=now).manifest
    next(bank.folder.glob("gen-*/words.npz")).unlink()
    status = index_status(bank.sessions, bank.folder, "fake@1", verify=False)
    assert (status.state, status.manifest) == (IndexState.FRESH, built)
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.DAMAGED


@pytest.mark.parametrize(
    "content", ["", "../../etc", "gen-999999", "gen-1", "\0", "gen-000001/../gen-000001"]
)
def test_a_damaged_pointer_is_noticed(bank, encoder, now, content):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    (bank.folder / "CURRENT").write_text(content)
    assert index_status(bank.sessions, bank.folder, "fake@1").state is IndexState.DAMAGED
    assert build_index(bank.sessions, bank.folder, encoder, now=now).state is IndexState.FRESH


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda text: text[:-5], IndexState.DAMAGED),
        (lambda text: "{}", IndexState.DAMAGED),
        (lambda text: re.sub(r'"format": \d+', '"format": 1', text), IndexState.STALE),
        (lambda text: json.dumps({"format": 9, "new": "field"}), IndexState.STALE),
    ],
)
def test_a_manifest_that_is_damaged_or_of_another_version_is_noticed(bank, encoder, now, change, state):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    path = next(bank.folder.glob("gen-*/manifest.json"))
    path.write_text(change(path.read_text()))
    assert index_status(bank.sessions, bank.folder, "fake@1").state is state
    assert build_index(bank.sessions, bank.folder, encoder, now=now).state is IndexState.FRESH


def test_a_folder_that_cannot_be_made_says_so(bank, encoder, now):
    bank.folder.write_text("a file where the folder should be")
    with pytest.raises(IndexWriteError, match="Controleer de rechten"):
        build_index(bank.sessions, bank.folder, encoder, now=now)


def test_a_full_disk_says_so_and_the_old_index_serves(bank, encoder, now, make_case, monkeypatch):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    bank.add(make_case(9, title="Nieuw"))

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(manifest, "write_durably", full)
        with pytest.raises(IndexWriteError, match="schijf vol"):
            build_index(bank.sessions, bank.folder, encoder, now=now)
    assert read_generation(bank.folder).manifest.cases == 8


# --- models that misbehave -------------------------------------------------------------------------


def test_an_encoder_that_fails_does_not_tell_the_text(bank, encoder, now, caplog):
    class Failing(type(encoder)):
        def encode_passages(self, texts):
            raise RuntimeError(f"cannot encode {texts[0]}")

    with pytest.raises(EncoderError) as problem:
        build_index(bank.sessions, bank.folder, Failing(), now=now)
    assert problem.value.__suppress_context__
    assert "Voorschot" not in str(problem.value) + caplog.text


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_vectors_that_are_no_numbers_are_refused_and_not_kept(bank, encoder, now, value):
    class Broken(type(encoder)):
        def encode_passages(self, texts):
            vectors = super().encode_passages(texts)
            vectors[-1, 0] = value
            return vectors

    with pytest.raises(VectorError):
        build_index(bank.sessions, bank.folder, Broken(), now=now)
    with bank.sessions() as session:
        hashes = [passage.content_hash for passage in all_passages(session)]
        assert stored_embeddings(session, "fake@1", hashes) == {}
