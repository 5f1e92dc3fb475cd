# SPDX-License-Identifier: EUPL-1.2
"""The index that serves, kept open and up to date.

After a change of the model in the settings the index of the former model goes on serving, with that model,
until the one of the new model is complete.
"""

import logging
import threading
import time
from dataclasses import replace

from casebase import store
from casebase.bilingual import Bilingual
from casebase.progress import NoProgress, Progress
from casebase.vocabulary import ReviewState
from index.build import IndexState, IndexStatus, build_index, index_status
from index.encoder import Encoder
from index.known_models import remember_model
from index.manifest import IndexProblemError, read_manifest
from index.rebuilding import Rebuild, is_rebuilding, rebuild_index, rebuild_progress
from index.search import Searcher, open_searcher
from search_app.background_index import BackgroundIndex
from search_app.model_change import as_known, follow, former_encoder, told
from search_app.parts import Clock, Parts

log = logging.getLogger(__name__)

CATCH_UP_LIMIT = 20_000
"""Up to so many released cases a stale index is brought up to date without being asked."""

_LOOK_AGAIN = 0.5
"""Seconds between looks at how far another process is."""


class OpenIndex:
    """Opens the index once and again when another one serves; safe to share between threads."""

    def __init__(self, parts: Parts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock
        self._lock = threading.RLock()
        self._searcher: Searcher | None = None
        self._former: Encoder | None = None
        self._background = BackgroundIndex(parts.settings, clock)

    def searcher(self) -> Searcher:
        """The open index, brought up to date first where that is quick; a large one may be behind.

        Raises:
            IndexProblemError: the index of a large collection is missing or damaged, with the command to run.
        """
        with self._lock:
            if self._searcher is None or not self._is_current(self._searcher):
                self._searcher = self._best()
            return self._searcher

    def build(self, progress: Progress | None = None) -> IndexStatus:
        """Bring the index up to date with the database, with the model that the settings name.

        Embeddings that are kept in the database are used again; when another process is making those of
        a new model, this waits for it.
        """
        with self._lock:
            self._searcher = None
            if self.status(verify=False).state is IndexState.OTHER_MODEL:
                self._rebuild(progress or NoProgress())
            return self._built(self._parts.encoder, progress)

    def catch_up(self) -> None:
        """Bring the index up to date with the model it was made with, or make one where there is none."""
        with self._lock:
            self._searcher = None
            status = self.status(verify=False)
            former = self._former_of(status)
            if former is None or self._caught_up(former).state is IndexState.OTHER_MODEL:
                self._built(self._parts.encoder)

    def status(self, *, verify: bool = True) -> IndexStatus:
        """Whether the index fits database and model and, with ``verify``, whether all of it is undamaged."""
        settings = self._parts.settings
        status = index_status(
            self._parts.sessions,
            settings.index_folder,
            self._parts.model_id,
            lists=settings.lists,
            verify=verify,
        )
        rebuild = self.rebuild() if status.state is IndexState.OTHER_MODEL else None
        return replace(status, message=told(rebuild)) if rebuild else status

    def rebuild(self) -> Rebuild | None:
        """How far the index of the model in the settings is, while it is made beside the one that serves."""
        found = rebuild_progress(self._parts.settings.index_folder)
        return found if found and found.model_id == self._parts.model_id else None

    def notice(self, searcher: Searcher) -> Bilingual | None:
        """What someone should know who searches with the former model; None with that of the settings."""
        if searcher.manifest.model_id == self._parts.model_id:
            return None
        rebuild = self.rebuild()
        return told(rebuild) if rebuild else None

    def _is_current(self, searcher: Searcher) -> bool:
        with self._parts.session() as session:
            if not searcher.is_current(session):
                return False
        if searcher.manifest.model_id == self._parts.model_id:
            return True
        try:
            same = read_manifest(self._parts.settings.index_folder) == searcher.manifest
        except IndexProblemError:
            return False
        if same:
            self._background.start(self._parts.model_id)
        return same

    def _best(self) -> Searcher:
        """The index of now, or else the newest one that can be opened."""
        status = self.status(verify=False)
        former = self._former_of(status)
        if former is not None and (found := self._while_model_changes(former)):
            return found
        if status.state is not IndexState.FRESH:
            self._mend(status.state)
        if self._searcher and self._searcher.manifest == status.manifest:
            return self._searcher
        try:
            return self._opened(self._parts.encoder)
        except IndexProblemError as problem:  # damage shows only when all is read
            state = problem.state
        self._mend(state)
        return self._searcher or self._opened(self._parts.encoder)

    def _while_model_changes(self, former: Encoder) -> Searcher | None:
        """The index of the former model; None when it cannot serve, or just made way for the new one."""
        if self._released() <= CATCH_UP_LIMIT:
            self._caught_up(former)
        self._background.start(self._parts.model_id)
        try:
            serving = read_manifest(self._parts.settings.index_folder)
            if self._searcher and self._searcher.manifest == serving:
                return self._searcher
            return self._opened(former)
        except IndexProblemError:
            return None

    def _former_of(self, status: IndexStatus) -> Encoder | None:
        """The model of the index that serves, when the settings name another one and it is still there."""
        if status.state is not IndexState.OTHER_MODEL or status.manifest is None:
            self._former = None
        elif self._former is None or self._former.model_id != status.manifest.model_id:
            self._former = former_encoder(self._parts.settings, status.manifest.model_id)
        return self._former

    def _opened(self, encoder: Encoder) -> Searcher:
        settings = self._parts.settings
        searcher = open_searcher(
            settings.index_folder,
            encoder,
            lists=settings.lists,
            reranker=self._parts.reranker,
            released=self._parts.released,
        )
        if encoder.model_id == self._parts.model_id:
            remember_model(settings.index_folder, as_known(settings, encoder.model_id))
        return searcher

    def _mend(self, state: IndexState) -> None:
        if self._released() <= CATCH_UP_LIMIT:
            log.info("index is %s: bringing it up to date", state)
            self._searcher = None
            self._built(self._parts.encoder)
        elif state is not IndexState.STALE:
            raise IndexProblemError(state)

    def _rebuild(self, progress: Progress) -> None:
        settings = self._parts.settings
        mine = rebuild_index(
            self._parts.sessions,
            settings.index_folder,
            self._parts.model_id,
            lambda: self._parts.encoder,
            clock=self._clock,
            lists=settings.lists,
            progress=progress,
        )
        done = 0
        if mine is None:
            progress.start(0)
        while mine is None and is_rebuilding(settings.index_folder):
            done = follow(self.rebuild(), progress, done)
            time.sleep(_LOOK_AGAIN)

    def _caught_up(self, former: Encoder) -> IndexStatus:
        return self._built(former, change_model=False)

    def _built(
        self, encoder: Encoder, progress: Progress | None = None, *, change_model: bool = True
    ) -> IndexStatus:
        settings = self._parts.settings
        status = build_index(
            self._parts.sessions,
            settings.index_folder,
            encoder,
            now=self._clock(),
            progress=progress,
            lists=settings.lists,
            change_model=change_model,
        )
        if change_model:
            remember_model(settings.index_folder, as_known(settings, encoder.model_id))
        return status

    def _released(self) -> int:
        with self._parts.session() as session:
            return store.count_cases(session).get(ReviewState.RELEASED, 0)
