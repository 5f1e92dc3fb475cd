# SPDX-License-Identifier: EUPL-1.2
"""The web app as a server: ``streamlit run search_app/asgi.py``.

Around Streamlit: the page in Dutch, security headers, our own style and
translations, a health route, and everything warm before the first visitor.
"""

import gc
import hashlib
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import anyio.to_thread
import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casebase.bilingual import DatabankError, Language
from search_app.settings import load_settings
from search_app.ui import frame, words
from search_app.ui.shell import OWN_FOLDER, security_headers, translated_shell

log = logging.getLogger(__name__)

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
OWN_FILES = {"app.css": "text/css", "app.js": "text/javascript", "nl.js": "text/javascript"}
"""Name of a file in ``static`` -> its kind."""
KEPT_FOR_A_YEAR = {"cache-control": "public, max-age=31536000, immutable"}
WARM_UP_TEXT = "voorschot terugbetalen na late keuring"


class DutchShell:
    """Middleware: Streamlit's HTML page is replaced by ours, and every answer gets our headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and change the answer on its way back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_page = False

        async def changed(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = message["status"] == 200 and "text/html" in headers.get("content-type", "")
                headers.update(_headers())
            if is_page:
                return
            await send(message)

        await self.app(scope, receive, changed)
        if is_page:
            headers = _headers() | {"cache-control": "no-store"}
            await HTMLResponse(_shell(), headers=headers)(scope, receive, send)


async def health(_: Request) -> JSONResponse:
    """Whether the databank answers: 200, or 503 with the reason."""
    try:
        await anyio.to_thread.run_sync(_answers)
    except DatabankError as error:
        return JSONResponse({"status": "niet gereed", "reden": str(error)}, status_code=503)
    return JSONResponse({"status": "gezond"})


async def own_file(request: Request) -> FileResponse:
    """Our style sheet and scripts; their address holds a version, so browsers may keep them."""
    name = request.url.path.rsplit("/", 1)[-1]
    return FileResponse(STATIC / name, media_type=OWN_FILES[name], headers=KEPT_FOR_A_YEAR)


@asynccontextmanager
async def warm(_: Any) -> AsyncIterator[None]:
    """Open everything before the first visitor, and leave it out of later garbage collections.

    Streamlit collects garbage after every run; walking the models each time would cost
    most of the server's time.
    """
    keep_uploads_in_memory()
    counting = threading.Thread(target=_count_patterns, name="patterns", daemon=True)
    try:
        await anyio.to_thread.run_sync(_search_once)
    except DatabankError as error:
        log.warning("not warm: %s", error)
    else:
        counting.start()
    gc.collect()
    gc.freeze()
    yield


def keep_uploads_in_memory() -> None:
    """Let no uploaded file touch the disk: starlette would write what is over 1 MB to a temporary file."""
    limit = st.get_option("server.maxUploadSize") or 0
    MultiPartParser.spool_max_size = (limit + 1) * 1024 * 1024


def show_trouble(error: Exception) -> bool:
    """Show what went wrong in one sentence; the details stay out of the page and the log."""
    spoken = _language()
    sentence = error.message if isinstance(error, DatabankError) else words.TROUBLE
    if not isinstance(error, DatabankError):
        log.error("page failed: %s", type(error).__name__)
    st.html(frame.trouble(sentence.in_language(spoken)))
    return True


def _answers() -> None:
    from search_app.ui.session import databank

    databank().case("-")


def _search_once() -> None:
    from search_app.ui.session import databank

    databank().search(WARM_UP_TEXT)


def _count_patterns() -> None:
    """Count what the page Patronen tells before somebody opens it; visitors do not wait for it."""
    from search_app.ui.session import databank

    try:
        databank().count_patterns()
    except DatabankError as error:
        log.warning("patterns not counted: %s", error)


def _language() -> Language:
    try:
        return load_settings().language
    except DatabankError:
        return Language.NL


@cache
def _shell() -> str:
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    contents = b"".join((STATIC / name).read_bytes() for name in OWN_FILES)
    version = hashlib.sha256(contents).hexdigest()[:12]
    return translated_shell(page, title=words.APP_TITLE, language=_language(), version=version)


@cache
def _headers() -> dict[str, str]:
    return security_headers(_shell())


app = st.App(
    str(HERE / "streamlit_app.py"),
    routes=[Route("/api/gezond", health), *(Route(f"/{OWN_FOLDER}/{name}", own_file) for name in OWN_FILES)],
    middleware=[Middleware(DutchShell)],
    lifespan=warm,
    on_script_error=show_trouble,
)
