# SPDX-License-Identifier: EUPL-1.2
"""The index that serves, kept open and up to date."""

import logging
import threading

from casebase import store
from casebase.progress import Progress
from casebase.vocabulary import ReviewState
from index.build import IndexState, IndexStatus, build_index, index_status
from index.manifest import IndexProblemError
from index.search import Searcher, open_searcher
from search_app.parts import Clock, Parts

log = logging.getLogger(__name__)

CATCH_UP_LIMIT = 20_000
"""Up to so many released cases a stale index is brought up to date without being asked."""


class OpenIndex:
    """Opens the index once and again when another one serves; safe to share between threads."""

    def __init__(self, parts: Parts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock
        self._lock = threading.RLock()
        self._searcher: Searcher | None = None

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
        """Bring the index up to date with the database; embeddings that are kept there are used again."""
        with self._lock:
            self._searcher = None
            return build_index(
                self._parts.sessions,
                self._parts.settings.index_folder,
                self._parts.encoder,
                now=self._clock(),
                progress=progress,
                lists=self._parts.settings.lists,
            )

    def status(self, *, verify: bool = True) -> IndexStatus:
        """Whether the index fits database and model and, with ``verify``, whether all of it is undamaged."""
        return index_status(
            self._parts.sessions,
            self._parts.settings.index_folder,
            self._parts.encoder.model_id,
            lists=self._parts.settings.lists,
            verify=verify,
        )

    def _is_current(self, searcher: Searcher) -> bool:
        with self._parts.session() as session:
            return searcher.is_current(session)

    def _best(self) -> Searcher:
        """The index of now, or else the newest one that can be opened."""
        status = self.status(verify=False)
        if status.state is not IndexState.FRESH:
            self._mend(status.state)
        if self._searcher and self._searcher.manifest == status.manifest:
            return self._searcher
        try:
            return self._opened()
        except IndexProblemError as problem:  # damage shows only when all is read
            state = problem.state
        self._mend(state)
        return self._searcher or self._opened()

    def _opened(self) -> Searcher:
        settings = self._parts.settings
        return open_searcher(settings.index_folder, self._parts.encoder, lists=settings.lists)

    def _mend(self, state: IndexState) -> None:
        if self._released() <= CATCH_UP_LIMIT:
            log.info("index is %s: bringing it up to date", state)
            self.build()
        elif state is not IndexState.STALE:
            raise IndexProblemError(state)

    def _released(self) -> int:
        with self._parts.session() as session:
            return store.count_cases(session).get(ReviewState.RELEASED, 0)
