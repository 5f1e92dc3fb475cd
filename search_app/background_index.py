# SPDX-License-Identifier: EUPL-1.2
"""Making the index of another model in a process of its own, which gives way to everything else.

``python -m search_app.background_index`` is that process; it reads the same settings as every other.
"""

import logging
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

from casebase.bilingual import DatabankError
from index.rebuilding import RebuildState, is_rebuilding, rebuild_index, rebuild_progress
from search_app.parts import Clock, Parts
from search_app.settings import Settings, environment_of, load_settings

log = logging.getLogger(__name__)

AGAIN_AFTER = timedelta(minutes=10)
"""A rebuild that failed is tried again, but not at every search."""

_LOWEST_PRIORITY = 19


class BackgroundIndex:
    """Starts the process when it is needed; several apps on one index start one between them."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, model_id: str) -> None:
        """See to it that the index of the model is being made; does nothing when it is, or just failed."""
        if self.is_alive() or is_rebuilding(self._settings.index_folder) or self._just_failed(model_id):
            return
        self._process = subprocess.Popen(
            [sys.executable, "-m", "search_app.background_index"],
            env=environment_of(self._settings) | _threads(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # goes on when the app or the command ends
        )
        threading.Thread(target=self._process.wait, daemon=True).start()
        log.info("started making the index of another model")

    def is_alive(self) -> bool:
        """Whether the process that was started here is at work."""
        return self._process is not None and self._process.poll() is None

    def _just_failed(self, model_id: str) -> bool:
        last = rebuild_progress(self._settings.index_folder)
        failed = last is not None and last.state is RebuildState.FAILED and last.model_id == model_id
        return failed and last is not None and self._clock() - last.at < AGAIN_AFTER


def main() -> int:
    """Make the index of the model in the settings; 0 done or being done elsewhere, 2 failed."""
    os.nice(_LOWEST_PRIORITY)
    try:
        parts = Parts(load_settings())
        rebuild_index(
            parts.sessions,
            parts.settings.index_folder,
            parts.model_id,
            lambda: parts.encoder,
            clock=lambda: datetime.now(UTC),
            lists=parts.settings.lists,
        )
    except DatabankError:  # the reason was written down for whoever asks
        return 2
    return 0


def _threads() -> dict[str, str]:
    """Half of the processors, so that searching goes on."""
    return {"OMP_NUM_THREADS": str(max(1, (os.cpu_count() or 1) // 2))}


if __name__ == "__main__":
    sys.exit(main())
