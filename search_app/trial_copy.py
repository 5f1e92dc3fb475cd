# SPDX-License-Identifier: EUPL-1.2
"""A databank to try things on, in a folder of its own; what is done to it reaches no other databank."""

import shutil
from dataclasses import replace
from pathlib import Path

from casebase.copying import ServerNotCopiedError, copy_database
from search_app.databank import Databank, create_databank, open_databank
from search_app.parts import Clock
from search_app.settings import Settings

_ALONG = ("index", "map", "engines")


def copy_databank(settings: Settings, folder: Path, clock: Clock) -> Databank:
    """A copy of the databank that the settings name, without its key and without mail.

    folder: a place that is not there yet; clock: tells the copy what time it is.

    Raises:
        NotReadyError: there is no databank, or it is of another version.
        ServerNotCopiedError: it is on a server.
    """
    if settings.database_url:
        raise ServerNotCopiedError
    original = open_databank(settings)
    folder.mkdir(mode=0o700, parents=True)
    trial = replace(settings, home=folder, mail=None)
    try:
        copy_database(original.engine, folder / "databank.sqlite")
    finally:
        original.engine.dispose()
    for name in _ALONG:
        if (settings.home / name).is_dir():
            shutil.copytree(settings.home / name, folder / name)
    return Databank(trial, clock)


def demo_databank(settings: Settings, folder: Path, clock: Clock) -> Databank:
    """A databank with the invented sample cases, released and indexed; loading takes a minute.

    folder: an empty place or one that is not there yet; clock: tells the databank what time it is.
    """
    from ingest.load import Approve, LoadOptions

    databank = create_databank(replace(settings, home=folder, database_url="", mail=None))
    databank.ingest([databank.settings.sample], LoadOptions(approve=Approve.ALL))
    databank.build_index()
    return Databank(databank.settings, clock)
