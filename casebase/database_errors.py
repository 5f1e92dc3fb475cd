# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong with a database, in words for people and without the text of a case.

Drivers quote data: PostgreSQL adds "Failing row contains (…)" to a refused row. Every error that
comes from a driver is therefore stripped before anyone can log it.
"""

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, OperationalError

from casebase.bilingual import DatabankError


class DatabaseAddressError(DatabankError):
    """The address of the database cannot be used."""


class DatabaseUnavailableError(DatabankError):
    """The database cannot be opened, read or written just now."""


class DatabaseBusyError(DatabaseUnavailableError):
    """Another process kept the database for too long."""


class DatabaseNotReadyError(DatabankError):
    """The database has no schema yet, or one of another version."""


def explain_errors(engine: Engine) -> None:
    """Have this engine raise errors for people where they can act, and strip all others of data."""
    event.listen(engine, "handle_error", _explain)


def _explain(context: ExceptionContext) -> None:
    original, wrapped = context.original_exception, context.sqlalchemy_exception
    if not isinstance(wrapped, DBAPIError):
        return
    told = str(original)
    state = str(getattr(original, "sqlstate", None) or "")
    if type(original).__module__.startswith("psycopg"):
        original.args = (f"server error {state}".strip(),)
        wrapped.args = (f"({type(original).__name__}) {original.args[0]}",)
    for signs, states, error, nl, en in _KNOWN:
        if any(sign in told for sign in signs) or (state and state.startswith(states)):
            raise error(nl, en)
    if context.connection is None and isinstance(wrapped, OperationalError):
        raise DatabaseUnavailableError(*_CANNOT_OPEN)


_CANNOT_OPEN = (
    "De databank kan niet worden geopend. Controleer het adres, en of de map of de server er is.",
    "The databank cannot be opened. Check the address, and whether the folder or the server is there.",
)

_KNOWN: tuple[tuple[tuple[str, ...], tuple[str, ...], type[DatabankError], str, str], ...] = (
    (
        ("no such table", "no such column"),
        ("42P01", "42703"),
        DatabaseNotReadyError,
        "De databank is nog niet ingericht of is van een andere versie. Voer eerst 'databank init' uit.",
        "The databank has not been set up, or is of another version. Run 'databank init' first.",
    ),
    (
        ("database is locked", "table is locked"),
        ("55P03", "40001", "40P01"),
        DatabaseBusyError,
        "De databank is bezig met een ander programma. Probeer het over een minuut opnieuw.",
        "The databank is busy with another program. Try again in a minute.",
    ),
    (
        ("disk is full", "disk I/O error"),
        ("53", "58030"),
        DatabaseUnavailableError,
        "De databank kan niets meer opslaan. Kijk of de schijf vol is en probeer het daarna opnieuw.",
        "The databank cannot store anything more. See whether the disk is full and try again.",
    ),
    (
        ("readonly database",),
        ("25006", "42501"),
        DatabaseUnavailableError,
        "U mag niet schrijven in de databank. Vraag de beheerder om schrijfrechten.",
        "You may not write to the databank. Ask the administrator for permission to write.",
    ),
    (
        ("not a database", "disk image is malformed"),
        ("XX001", "XX002"),
        DatabaseUnavailableError,
        "Het bestand van de databank is beschadigd of is geen databank. Zet een reservekopie terug.",
        "The databank's file is damaged or is not a databank. Restore a backup.",
    ),
)
"""Words of SQLite, states of PostgreSQL (its manual, appendix A), and what to say."""
