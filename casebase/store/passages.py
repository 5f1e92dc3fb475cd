# SPDX-License-Identifier: EUPL-1.2
"""What is derived from cases to search them: passages, and the embeddings of their texts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from casebase.database import Session, begin_write
from casebase.store.errors import UnknownCaseError
from casebase.store.members import among
from casebase.tables import Case, Embedding, Passage
from casebase.vocabulary import ReviewState


@dataclass(frozen=True, repr=False)
class PassageRecord:
    """A piece of a case: ``content_hash`` names its text, ``passage_id`` is None until it is stored."""

    passage_id: int | None
    case_id: str
    field: str
    aspect: str
    ordinal: int
    text: str
    content_hash: str

    def __repr__(self) -> str:
        return f"PassageRecord({self.passage_id}, {self.field}, {len(self.text)} characters)"


def replace_passages(session: Session, case_id: str, passages: Sequence[PassageRecord]) -> None:
    """Make these the passages of the case.

    A passage that stays the same keeps its number, so a second call with the same passages changes
    nothing. Embeddings that no passage needs any more are dropped. The revision stays: passages
    follow from the case.

    Raises:
        UnknownCaseError: there is no such case.
        ValueError: a passage belongs to another case.
    """
    begin_write(session)
    if any(passage.case_id != case_id for passage in passages):
        raise ValueError("a passage belongs to another case")
    if not session.scalar(select(exists().where(Case.case_id == case_id))):
        raise UnknownCaseError(case_id)
    stored = _records(session, Passage.case_id == case_id)
    kept = {replace(record, passage_id=None): record for record in stored}
    wanted = {replace(passage, passage_id=None) for passage in passages}
    _remove(session, [record for content, record in kept.items() if content not in wanted])
    new = [passage for passage in passages if replace(passage, passage_id=None) not in kept]
    if new:
        session.execute(insert(Passage), [_columns(passage) for passage in new])


def drop_passages(session: Session, case_id: str) -> None:
    """Remove the passages of a case and the embeddings that only they used."""
    _remove(session, _records(session, Passage.case_id == case_id))


def all_passages(session: Session) -> list[PassageRecord]:
    """The passages of all released cases, in the order of their numbers."""
    return _records(session, _of_released())


def get_passages(session: Session, passage_ids: Collection[int]) -> dict[int, PassageRecord]:
    """The passages with these numbers, as far as their cases are released."""
    return {
        passage_id: record
        for part in _chunks(sorted(set(passage_ids)))
        for record in _records(session, Passage.passage_id.in_(part), _of_released())
        if (passage_id := record.passage_id) is not None
    }


def stored_embeddings(session: Session, model_id: str, content_hashes: Iterable[str]) -> dict[str, bytes]:
    """The vectors that are there, by content hash: little-endian 32-bit floats."""
    wanted = select(Embedding.content_hash, Embedding.vector).where(
        Embedding.model_id == model_id, among(session, Embedding.content_hash, content_hashes)
    )
    return dict(session.execute(wanted).all())


def save_embeddings(session: Session, model_id: str, dimension: int, vectors: Mapping[str, bytes]) -> None:
    """Keep vectors by content hash; one that is there already stays.

    Raises:
        ValueError: a vector does not have ``dimension`` 32-bit floats.
    """
    begin_write(session)
    if any(len(vector) != 4 * dimension for vector in vectors.values()):
        raise ValueError(f"a vector does not have {dimension} 32-bit floats")
    rows = [
        {"content_hash": content_hash, "model_id": model_id, "dimension": dimension, "vector": vector}
        for content_hash, vector in sorted(vectors.items())
    ]
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    if rows:
        session.execute(dialect.insert(Embedding).on_conflict_do_nothing(), rows)


def drop_orphan_embeddings(session: Session) -> int:
    """Remove vectors of texts that no passage has any more; gives how many."""
    begin_write(session)
    return _drop_embeddings(session)


def drop_other_embeddings(session: Session, model_id: str) -> int:
    """Remove the vectors of all models but this one; gives how many."""
    begin_write(session)
    gone = session.execute(delete(Embedding).where(Embedding.model_id != model_id))
    return int(getattr(gone, "rowcount", 0))


def _of_released() -> Any:
    return Passage.case_id.in_(select(Case.case_id).where(Case.state == ReviewState.RELEASED))


def _records(session: Session, *conditions: Any) -> list[PassageRecord]:
    wanted = select(*(getattr(Passage, name) for name in PassageRecord.__dataclass_fields__))
    rows = session.execute(wanted.where(*conditions).order_by(Passage.passage_id))
    return [PassageRecord(*row) for row in rows]


def _columns(passage: PassageRecord) -> dict[str, Any]:
    return {name: value for name, value in asdict(passage).items() if name != "passage_id"}


def _remove(session: Session, records: Sequence[PassageRecord]) -> None:
    if not records:
        return
    for part in _chunks([record.passage_id for record in records if record.passage_id is not None]):
        session.execute(delete(Passage).where(Passage.passage_id.in_(part)))
    _drop_embeddings(session, among(session, Embedding.content_hash, {r.content_hash for r in records}))


def _drop_embeddings(session: Session, *conditions: Any) -> int:
    unused = ~exists().where(Passage.content_hash == Embedding.content_hash)
    gone = session.execute(
        delete(Embedding).where(unused, *conditions), execution_options={"synchronize_session": False}
    )
    return int(getattr(gone, "rowcount", 0))


def _chunks(numbers: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (numbers[start : start + size] for start in range(0, len(numbers), size))
