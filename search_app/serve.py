# SPDX-License-Identifier: EUPL-1.2
"""Serving the web app on this computer."""

import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parent / "asgi.py"


def serve(port: int, *, address: str = "127.0.0.1") -> int:
    """Run the app until it is stopped; gives the exit code of the server."""
    command = [
        sys.executable, "-m", "streamlit", "run", str(APP),
        f"--server.port={port}", f"--server.address={address}", "--server.headless=true",
    ]  # fmt: skip
    # the configuration of the project lies beside the package, wherever the command is started
    return subprocess.run(command, check=False, cwd=APP.parents[1]).returncode  # noqa: S603 own command
