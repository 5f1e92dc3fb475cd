# SPDX-License-Identifier: EUPL-1.2
"""The app in a real browser. Without chromium these tests are skipped; where CI is set they fail."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)
START_SECONDS = 90
# Streamlit looks for these two below a page's own address first, and then at the root.
KNOWN_MISSES = ("/_stcore/health", "/_stcore/host-config")
# What Streamlit itself reports when someone opens an address that is not a page.
KNOWN_MESSAGE = "The page that you have requested does not seem to exist"
MISSING = "chromium ontbreekt: de browsertests draaien niet (apt-get install chromium)"
SPOKEN = """() => [...document.querySelectorAll('body *')].flatMap(element => {
  if (element.closest('script, style, noscript, .stHtml, code, svg, [data-testid=stIconMaterial]')) return [];
  if (getComputedStyle(element).display === 'none') return [];
  const own = [...element.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data);
  const named = ['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name));
  return [...own, ...named].filter(text => text && text.trim());
})"""
ENGLISH = re.compile(
    r"\b(the|skip|main|content|press|enter to|submit|apply|copy|clipboard|expand|collapse|sidebar|fullscreen"
    r"|loading|running|connecting|choose|clear|close|results|pages?|not found|options?|available|search"
    r"|navigate|home|icon|view|show|hide|settings|previous|next|use)\b",
    re.IGNORECASE,
)
HEADINGS = """() => [...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility())
  .map(h => Number(h.tagName[1]))"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; a missing browser skips the test, or fails it where CI is set."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@pytest.fixture(scope="session")
def server(chromium: str) -> Iterator[str]:
    """Address of the app over invented cases."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile(mode="w+") as log:
        process = subprocess.Popen(
            [sys.executable, str(HERE / "serve_invented.py"), str(port)],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            text=True,
        )
        try:
            if not _answers(address, process):
                log.seek(0)
                pytest.fail(f"the app did not start:\n{log.read()}")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def free_port() -> Callable[[], int]:
    """Gives a port that nobody uses."""
    return _free_port


@pytest.fixture(scope="session")
def answers() -> Callable[[str, "subprocess.Popen[str]"], bool]:
    """Waits until a server that was started answers; False when it ended or took too long."""
    return _answers


@pytest.fixture(scope="session")
def serve(chromium: str) -> Callable[..., AbstractContextManager[str]]:
    """Serves the app over a real databank, for a person; gives its address."""

    @contextmanager
    def serving(home: Path, user: str = "") -> Iterator[str]:
        address = f"http://127.0.0.1:{_free_port()}"
        process = subprocess.Popen(
            [str(Path(sys.executable).with_name("databank")), "app", "--port", address.rpartition(":")[2]],
            env=os.environ | {"DATABANK_HOME": str(home)} | ({"DATABANK_USER": user} if user else {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        try:
            assert _answers(address, process)
            yield address
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=20)

    return serving


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str, process: "subprocess.Popen[str]") -> bool:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api/gezond", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return False


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator["Browser"]:
    """A running browser. Not for the whole session: its event loop would be in the way of other tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        yield running
        running.close()


class Visit:
    """One visitor's page, and everything that went wrong in it."""

    def __init__(self, page: "Page", server: str) -> None:
        self.page = page
        self.server = server
        self.addresses: list[str] = []
        self.troubles: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        page.on("framenavigated", lambda frame: self.addresses.append(frame.url))

    def go(self, path: str) -> "Page":
        """Open a page of the app and wait until it is drawn."""
        self.page.goto(self.server + path)
        return self.settle()

    def settle(self) -> "Page":
        """Wait until the app has nothing more to draw."""
        self.page.locator(".mw-voet").first.wait_for()
        self.page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"
            " && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"
        )
        return self.page

    def spoken(self) -> list[str]:
        """Every text that is shown or read aloud, but for code and what stands in HTML of our own."""
        return [str(text) for text in self.page.evaluate(SPOKEN)]

    def english(self) -> list[str]:
        """Of what is shown or read aloud, what is in English."""
        return [text for text in self.spoken() if ENGLISH.search(text)]

    def faults(self) -> list[str]:
        """What keeps people out: axe's findings, English, too wide a page, headings out of order."""
        from axe_playwright_python.sync_playwright import Axe

        violations = Axe().run(self.page).response["violations"]
        found = [f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}" for each in violations]
        found += [f"English: {text}" for text in self.english()]
        wide = "document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
        over = int(self.page.evaluate(wide))
        found += [f"{over} pixels too wide"] * (over > 0)
        levels = self.headings()
        steps = all(after - before <= 1 for before, after in pairwise(levels))
        in_order = levels[:1] == [1] and levels.count(1) == 1 and steps
        return found + [f"headings: {levels}"] * (not in_order)

    def headings(self) -> list[int]:
        """The levels of the visible headings, from top to bottom."""
        return [int(level) for level in self.page.evaluate(HEADINGS)]

    def _request(self, request: object) -> None:
        url = str(request.url)  # type: ignore[attr-defined]
        if not url.startswith((self.server, self.server.replace("http", "ws"), "data:", "blob:")):
            self.troubles.append(f"request to elsewhere: {url}")

    def _console(self, message: "ConsoleMessage") -> None:
        where = str((message.location or {}).get("url", ""))
        known = where.endswith(KNOWN_MISSES) or message.text.startswith(KNOWN_MESSAGE)
        if message.type in {"error", "warning"} and not known:
            self.troubles.append(f"console {message.type}: {message.text} ({where})")


@pytest.fixture(scope="module")
def start_visit(browser: "Browser", server: str) -> Callable[..., AbstractContextManager[Visit]]:
    """Visit the app with a window and a theme; afterwards nothing may have gone wrong."""

    @contextmanager
    def start(
        *, width: int = 1440, height: int = 1000, scheme: str = "light", address: str = server
    ) -> Iterator[Visit]:
        context = browser.new_context(
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        one = Visit(context.new_page(), address)
        try:
            yield one
        finally:
            context.close()
        assert one.troubles == []

    return start


@pytest.fixture
def visit(start_visit: Callable[..., AbstractContextManager[Visit]]) -> Iterator[Callable[..., Visit]]:
    """As `start_visit`, ended with the test."""
    with ExitStack() as visits:
        yield lambda **window: visits.enter_context(start_visit(**window))


@pytest.fixture(scope="session")
def script() -> str:
    """A text that would take over the page if it were not treated as text."""
    return "<script>document.title='overgenomen'</script><img src=x onerror=\"document.title='overgenomen'\">"
