# SPDX-License-Identifier: EUPL-1.2
"""The parts that a databank works with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property

from anonymise.anonymiser import Anonymiser, load_anonymiser
from anonymise.engines.name_engine import load_name_engines
from anonymise.reworking import Reworking, load_reworking
from casebase.database import Engine, Session, Sessions, open_engine, sessions
from index.encoder import Encoder, encoder_id, load_encoder
from index.register import ReleasedMemory
from index.reranker import Reranker, load_reranker
from search_app.risk_desk import RiskDesk
from search_app.settings import Settings

Clock = Callable[[], datetime]
"""Tells what time it is."""


def open_anonymiser(settings: Settings) -> Anonymiser:
    """The anonymiser that the settings describe.

    Raises:
        DatabankError: a list, the name model or an engine that the settings name cannot be used.
    """
    engines = load_name_engines(settings.name_engines, settings.home / "engines")
    return load_anonymiser(settings.lists, settings.profile, engines=engines)


class Parts:
    """Database, anonymiser and search model, each made once, when first needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def engine(self) -> Engine:
        """The database connection pool."""
        return open_engine(self.settings.url)

    @cached_property
    def sessions(self) -> Sessions:
        """Makes database sessions."""
        return sessions(self.engine)

    @cached_property
    def released(self) -> ReleasedMemory:
        """What filters and facets look at, of the released cases, as the database has them now."""
        return ReleasedMemory()

    @cached_property
    def anonymiser(self) -> Anonymiser:
        """The anonymiser with the shipped lists and the engines that the settings name."""
        return open_anonymiser(self.settings)

    @cached_property
    def reworking(self) -> Reworking:
        """What changes safe texts; needs no model."""
        return load_reworking(self.settings.lists)

    @cached_property
    def risk_desk(self) -> RiskDesk:
        """Tells how recognisable stored cases are."""
        return RiskDesk(self.sessions, self.settings.lists)

    @cached_property
    def encoder(self) -> Encoder:
        """The search model that the settings name."""
        return load_encoder(self.settings.encoder, self.settings.model_options)

    @cached_property
    def model_id(self) -> str:
        """The fingerprint of that model, without loading it."""
        return encoder_id(self.settings.encoder, self.settings.model_options)

    @cached_property
    def reranker(self) -> Reranker | None:
        """The model that looks at the best hits once more, when the settings name one."""
        settings = self.settings
        if not settings.reranker:
            return None
        return load_reranker(
            settings.reranker,
            settings.reranker_options,
            first=settings.reranker_first,
            seconds=settings.reranker_seconds,
        )

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for reading."""
        with self.sessions() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept together, or not at all."""
        with self.sessions.begin() as session:
            yield session
