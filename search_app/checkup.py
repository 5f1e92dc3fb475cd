# SPDX-License-Identifier: EUPL-1.2
"""Does everything work? Each part is tried, not only looked at."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from casebase.bilingual import Bilingual, DatabankError
from index.transformer_encoder import tokens_read
from search_app.databank import Databank, open_databank
from search_app.settings import Settings


@dataclass(frozen=True)
class Finding:
    """How one part is doing."""

    part: str
    ok: bool
    message: Bilingual


def check_all(settings: Settings) -> list[Finding]:
    """Findings for home folder, database, anonymiser, search model, index and audit log, in this order."""
    home = _check("DATABANK_HOME", lambda: _home(settings))
    try:
        databank = open_databank(settings)
    except DatabankError as problem:
        return [home, Finding("database", False, problem.message)]
    checks: dict[str, Callable[[Databank], Bilingual]] = {
        "database": _database,
        "anonymiser": _anonymiser,
        "model": _model,
        "index": _index,
        "audit": _audit,
    }
    return [home, *(_check(part, partial(check, databank)) for part, check in checks.items())]


def _check(part: str, check: Callable[[], Bilingual]) -> Finding:
    try:
        return Finding(part, True, check())
    except DatabankError as problem:
        return Finding(part, False, problem.message)


def _home(settings: Settings) -> Bilingual:
    if not settings.home.is_dir() or not os.access(settings.home, os.W_OK):
        raise DatabankError(
            f"De map {settings.home} bestaat niet of is niet schrijfbaar. Maak haar met: databank init.",
            f"The folder {settings.home} does not exist or cannot be written. Make it with: databank init.",
        )
    if settings.home.stat().st_mode & 0o077:
        raise DatabankError(
            f"Anderen op deze computer kunnen in {settings.home}. Sluit af met: chmod 700.",
            f"Others on this computer can get into {settings.home}. Close it with: chmod 700.",
        )
    return Bilingual(f"{settings.home} is alleen voor u.", f"{settings.home} is yours alone.")


def _database(databank: Databank) -> Bilingual:
    counts = {state.value: count for state, count in sorted(databank.counts().items())}
    text = ", ".join(f"{count} {state}" for state, count in counts.items()) or "0"
    return Bilingual(f"Casussen: {text}.", f"Cases: {text}.")


def _anonymiser(databank: Databank) -> Bilingual:
    safe = databank.safe_query("Mevrouw Jansen, bsn 999900109").text
    if "Jansen" in safe or "999900109" in safe:
        raise DatabankError(
            "De anonimiseerder vindt een naam of nummer niet. Gebruik haar niet; meld dit de beheerder.",
            "The anonymiser misses a name or number. Do not use it and tell the administrator.",
        )
    version = databank.anonymiser.engine_version
    return Bilingual(f"Werkt ({version}).", f"Works ({version}).")


def _model(databank: Databank) -> Bilingual:
    size = databank.encoder.encode_queries(["terugvordering van een voorschot"]).shape[1]
    if databank.reranker:
        databank.reranker.order("voorschot", [["terugvordering"], ["scholing"]], np.zeros(2, np.float32))
    limit = tokens_read(databank.encoder)
    return Bilingual(
        f"Geeft {size} getallen per tekst" + (f" en leest {limit} woorddelen." if limit else "."),
        f"Gives {size} numbers for a text" + (f" and reads {limit} parts of words." if limit else "."),
    )


def _index(databank: Databank) -> Bilingual:
    from index.build import IndexState

    status = databank.index_status()
    if status.state is not IndexState.FRESH:
        raise DatabankError(status.message.nl, status.message.en)
    return status.message


def _audit(databank: Databank) -> Bilingual:
    verdict = databank.verify_audit()
    if not verdict.ok:
        raise DatabankError("Het logboek is niet ongebroken.", "The audit log is broken.")
    return Bilingual(f"{verdict.events} gebeurtenissen, ongebroken.", f"{verdict.events} events, unbroken.")
