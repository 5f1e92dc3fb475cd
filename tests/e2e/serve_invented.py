# SPDX-License-Identifier: EUPL-1.2
"""Serve the app over invented cases: ``python serve_invented.py PORT [WAITING]``.

WAITING is a number of cases that wait for review beside the usual ones.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

INVENTED = Path(__file__).parents[1] / "search_app"


def main(port: int, waiting: int) -> None:
    """Put the invented databank in the place of the real one, then run the app as usual."""
    sys.path.insert(0, str(INVENTED))
    invented = import_module("invented")
    stand_in = ModuleType("search_app.databank")
    stand_in.Databank = invented.InventedDatabank  # type: ignore[attr-defined]
    made = invented.InventedDatabank()
    made.waiting = waiting
    stand_in.open_databank = lambda settings: made  # type: ignore[attr-defined]
    sys.modules["search_app.databank"] = stand_in
    from search_app import asgi

    sys.argv = [asgi.__file__]
    asgi.app.run(config={"server.port": port})


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
