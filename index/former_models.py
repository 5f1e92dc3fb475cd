# SPDX-License-Identifier: EUPL-1.2
"""Removing what search models of before left behind in the database."""

import logging
from pathlib import Path

from casebase.database import Sessions
from casebase.store.passages import drop_other_embeddings
from index.manifest import IndexProblemError, IndexState, only_builder, read_manifest

_log = logging.getLogger(__name__)


def forget_former_models(sessions: Sessions, folder: Path, model_id: str) -> int:
    """Remove the vectors of all models but the one that serves; gives how many there were.

    Only after a change of model is complete: until then the index of the former one is kept up to date with
    them. Going back to a former model takes a whole change again.

    Raises:
        IndexProblemError: the index that serves was not made with ``model_id``, or there is none.
        IndexWriteError: the folder cannot be written.
    """
    with only_builder(folder):
        if read_manifest(folder).model_id != model_id:
            raise IndexProblemError(IndexState.OTHER_MODEL)
        with sessions.begin() as session:
            gone = drop_other_embeddings(session, model_id)
    _log.info("Removed %d vectors of former models", gone)
    return gone
