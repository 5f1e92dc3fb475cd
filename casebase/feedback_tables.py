# SPDX-License-Identifier: EUPL-1.2
"""The tables of judgements: what found cases were worth to the people who searched."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from casebase.tables import ID_LENGTH, Base


class Search(Base):
    """What somebody searched for, without personal data; kept as long as a judgement hangs on it.

    ``digest`` is the SHA-256 of the text: a text may be too long for an index.
    """

    __tablename__ = "searches"

    search_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str]

    __table_args__ = (Index(None, "digest", unique=True), {"sqlite_autoincrement": True})


class Judgement(Base):
    """What a found case was worth to one person for one search, and how it was found."""

    __tablename__ = "judgements"

    search_id: Mapped[int] = mapped_column(
        ForeignKey("searches.search_id", ondelete="CASCADE"), primary_key=True
    )
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.case_id", ondelete="CASCADE"), primary_key=True)
    actor: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    grade: Mapped[int]
    at: Mapped[datetime]
    rank: Mapped[int | None]
    band: Mapped[str | None] = mapped_column(String(40))
    filters: Mapped[dict[str, Any]] = mapped_column(JSON)
    engine: Mapped[str]
    model_id: Mapped[str]
    index_revision: Mapped[int]

    __table_args__ = (
        CheckConstraint("grade IN (0, 1, 2)", "grade_known"),
        CheckConstraint("band IN ('sterk', 'mogelijk', 'zwak')", "band_known"),
        Index(None, "case_id"),
        Index(None, "actor"),
    )
