# SPDX-License-Identifier: EUPL-1.2
"""Building the index from the released cases; what is there already is not computed again."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

import numpy as np

from casebase.bilingual import Bilingual, DatabankError
from casebase.database import Sessions
from casebase.progress import NoProgress, Progress
from casebase.record import NARRATIVE_FIELDS, SafeCase
from casebase.store import (
    PassageRecord,
    UnknownCaseError,
    all_passages,
    drop_orphan_embeddings,
    get_cases,
    released_ids,
    replace_passages,
    revision,
    save_embeddings,
    stored_embeddings,
)
from index.analysed import remembered_keys
from index.assembly import assemble
from index.collection import to_files
from index.dutch import LISTS, load_analysis
from index.encoder import Encoder, EncoderError
from index.manifest import (
    FORMAT,
    MESSAGES,
    IndexProblemError,
    IndexState,
    Manifest,
    only_builder,
    read_generation,
    read_manifest,
    write_generation,
)
from index.passages import split_case
from index.transformer_encoder import count_cut
from index.vectors import VectorError, Vectors

__all__ = ["IndexState", "IndexStatus", "build_index", "embed_ahead", "index_status"]

_log = logging.getLogger(__name__)

CASES_A_COMMIT = 200
TEXTS_A_COMMIT = 256
TEXTS_A_COMMIT_AHEAD = 32
"""Fewer, because the models that need a head start take their time for each."""


@dataclass(frozen=True)
class IndexStatus:
    """Whether the index can serve, in words, and what it was made from (None when it cannot be read)."""

    state: IndexState
    message: Bilingual
    manifest: Manifest | None
    database_revision: int


@dataclass(frozen=True, repr=False)
class _Snapshot:
    revision: int
    cases: Sequence[SafeCase]


def index_status(
    sessions: Sessions, folder: Path, encoder_id: str, *, lists: Path = LISTS, verify: bool = True
) -> IndexStatus:
    """Whether the index in the folder is complete, undamaged, of this model, and of this moment's database.

    Reads all index files and compares their checksums; without ``verify`` it reads the manifest alone,
    and damage to other files goes unnoticed.
    """
    with sessions() as session:
        now_at = revision(session)
    try:
        manifest = read_generation(folder).manifest if verify else read_manifest(folder)
    except IndexProblemError as problem:
        return IndexStatus(problem.state, problem.message, None, now_at)
    state = _state(manifest, now_at, encoder_id, load_analysis(lists).fingerprint)
    return IndexStatus(state, MESSAGES[state], manifest, now_at)


def build_index(
    sessions: Sessions,
    folder: Path,
    encoder: Encoder,
    *,
    now: datetime,
    progress: Progress | None = None,
    lists: Path = LISTS,
    change_model: bool = True,
) -> IndexStatus:
    """Bring the index in the folder up to date with the released cases; does nothing when it is.

    May be stopped at any moment: embeddings are committed as they come and are found again by the next
    run, and the old index serves until the new one is complete. Several processes wait for each other.
    Without ``change_model`` an index that was made with another model is left as it is.

    Raises:
        EncoderError: the model cannot encode.
        VectorError: the model gave vectors that cannot be searched.
        IndexWriteError: the folder cannot be written.
    """
    report = progress or NoProgress()
    with only_builder(folder):
        status = index_status(sessions, folder, encoder.model_id, lists=lists)
        if status.state is IndexState.FRESH or (status.state is IndexState.OTHER_MODEL and not change_model):
            return status
        snapshot = _snapshot(sessions)
        passages = _stored_passages(sessions, snapshot, report)
        vectors = _embeddings(sessions, passages, encoder, report)
        _write(folder, snapshot, passages, vectors, encoder, now, lists)
        report.advance(label="index")
    _log.info("Built the index of %d cases, %d passages", len(snapshot.cases), len(passages))
    return index_status(sessions, folder, encoder.model_id, lists=lists)


def embed_ahead(sessions: Sessions, encoder: Encoder, *, progress: Progress | None = None) -> None:
    """Compute and keep the vectors that ``build_index`` with this model will need; changes no index.

    This is the long part of a change of model. It keeps nobody waiting: meanwhile the index of the former
    model serves and can be brought up to date. May be stopped at any moment, as ``build_index``.

    Raises:
        EncoderError: the model cannot encode.
        VectorError: the model gave vectors that cannot be searched.
    """
    cases = _snapshot(sessions).cases
    texts = {passage.content_hash: passage.text for case in cases for passage in split_case(case)}
    _encode_missing(sessions, texts, encoder, progress or NoProgress(), TEXTS_A_COMMIT_AHEAD)


def _state(manifest: Manifest, database_revision: int, encoder_id: str, analysis: str) -> IndexState:
    if manifest.model_id != encoder_id:
        return IndexState.OTHER_MODEL
    if manifest.revision != database_revision or manifest.analysis != analysis:
        return IndexState.STALE
    return IndexState.FRESH


def _snapshot(sessions: Sessions) -> _Snapshot:
    with sessions() as session:
        at = revision(session)
        stored = get_cases(session, released_ids(session))
    return _Snapshot(at, [kept.case for kept in stored.values()])


def _stored_passages(sessions: Sessions, snapshot: _Snapshot, report: Progress) -> list[PassageRecord]:
    """The numbered passages of the cases, stored where they were not yet."""
    wanted = {case.case_id: split_case(case) for case in snapshot.cases}
    known = _known_passages(sessions)
    changed = [case_id for case_id, passages in wanted.items() if passages != known.get(case_id, [])]
    report.start(len(changed))
    for begin in range(0, len(changed), CASES_A_COMMIT):
        some = changed[begin : begin + CASES_A_COMMIT]
        _replace(sessions, {case_id: wanted[case_id] for case_id in some})
        report.advance(len(some), label="passages")
    with sessions() as session:
        numbered = {replace(record, passage_id=None): record for record in all_passages(session)}
    return [numbered[passage] for case_id in wanted for passage in wanted[case_id] if passage in numbered]


def _known_passages(sessions: Sessions) -> dict[str, list[PassageRecord]]:
    with sessions() as session:
        stored = [replace(record, passage_id=None) for record in all_passages(session)]
    stored.sort(key=lambda record: record.case_id)
    return {case_id: _in_reading_order(group) for case_id, group in groupby(stored, lambda p: p.case_id)}


def _in_reading_order(passages: Iterable[PassageRecord]) -> list[PassageRecord]:
    return sorted(passages, key=lambda passage: (NARRATIVE_FIELDS.index(passage.field), passage.ordinal))


def _replace(sessions: Sessions, passages: dict[str, list[PassageRecord]]) -> None:
    with sessions.begin() as session:
        for case_id, wanted in passages.items():
            try:
                replace_passages(session, case_id, wanted)
            except UnknownCaseError:  # deleted since we read it: the next build will not see it
                continue


def _embeddings(
    sessions: Sessions, passages: Sequence[PassageRecord], encoder: Encoder, report: Progress
) -> Vectors:
    """A vector for each passage, shape (len(passages), dimension)."""
    texts = {passage.content_hash: passage.text for passage in passages}
    stored = _encode_missing(sessions, texts, encoder, report, TEXTS_A_COMMIT)
    with sessions.begin() as session:
        drop_orphan_embeddings(session)
    joined = b"".join(stored[passage.content_hash] for passage in passages)
    return np.frombuffer(joined, dtype="<f4").reshape(len(passages), encoder.dimension).astype(np.float32)


def _encode_missing(
    sessions: Sessions, texts: Mapping[str, str], encoder: Encoder, report: Progress, a_commit: int
) -> dict[str, bytes]:
    """The vectors of texts by content hash; new ones are kept as they come."""
    with sessions() as session:
        stored = stored_embeddings(session, encoder.model_id, texts)
    missing = [content_hash for content_hash in texts if content_hash not in stored]
    report.start(len(missing) + 1)
    cut = 0
    for begin in range(0, len(missing), a_commit):
        some = missing[begin : begin + a_commit]
        some_texts = [texts[content_hash] for content_hash in some]
        encoded = _encoded(encoder, some_texts)
        cut += count_cut(encoder, some_texts)
        new = {content_hash: row.tobytes() for content_hash, row in zip(some, encoded, strict=True)}
        with sessions.begin() as session:
            save_embeddings(session, encoder.model_id, encoder.dimension, new)
        stored |= new
        report.advance(len(some), label="vectors")
    if cut:
        _log.warning("%d of %d new passages are longer than the model reads", cut, len(missing))
    return stored


def _encoded(encoder: Encoder, texts: list[str]) -> Vectors:
    try:
        vectors = np.asarray(encoder.encode_passages(texts), dtype="<f4")
    except DatabankError:
        raise
    except Exception:  # a library's message could quote the text
        raise EncoderError(
            "Het zoekmodel kon de passages niet verwerken. Controleer het model en het vrije geheugen.",
            "The search model could not process the passages. Check the model and the free memory.",
        ) from None
    if vectors.shape != (len(texts), encoder.dimension) or not np.isfinite(vectors).all():
        raise VectorError(
            "Het zoekmodel gaf vectoren met een andere lengte of zonder getallen. Controleer het model.",
            "The search model gave vectors that are not numbers or of another length. Check the model.",
        )
    return vectors


def _write(
    folder: Path,
    snapshot: _Snapshot,
    passages: Sequence[PassageRecord],
    vectors: Vectors,
    encoder: Encoder,
    now: datetime,
    lists: Path,
) -> None:
    analysis = load_analysis(lists)
    found = remembered_keys(snapshot.cases, analysis, folder)
    keys = {case.case_id: each for case, each in zip(snapshot.cases, found, strict=True)}
    collection = assemble(snapshot.cases, passages, vectors, analysis, keys=keys)
    manifest = Manifest(
        format=FORMAT,
        revision=snapshot.revision,
        model_id=encoder.model_id,
        dimension=encoder.dimension,
        analysis=analysis.fingerprint,
        cases=len(collection),
        passages=len(passages),
        created=now,
    )
    write_generation(folder, manifest, to_files(collection))
