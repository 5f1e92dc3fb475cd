# SPDX-License-Identifier: EUPL-1.2
"""Serving the web app on this computer."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from search_app.settings import Settings

APP = Path(__file__).parent / "asgi.py"


def serve(settings: Settings, port: int) -> NoReturn:
    """Become the server of the app, on 127.0.0.1, until it is stopped.

    This process is replaced, so that a signal to stop reaches the server itself.
    """
    command = [sys.executable, "-m", "streamlit", "run", str(APP), f"--server.port={port}"]
    sys.stdout.flush()
    os.execve(sys.executable, command, os.environ | {"DATABANK_HOME": str(settings.home)})  # noqa: S606 own command
