# SPDX-License-Identifier: EUPL-1.2
"""The server around the pages: page, headers, health and trouble, without a network."""

import asyncio
import json
import logging
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp

from casebase.bilingual import DatabankError
from search_app.intake_reading import LARGEST_FILE

ROOT = Path(__file__).parents[2]
SECRET = "Truus Verzonnen"


@pytest.fixture
def asgi(monkeypatch: pytest.MonkeyPatch) -> Any:
    from search_app import asgi

    asgi._shell.cache_clear()
    asgi._headers.cache_clear()
    return asgi


def answer(app: ASGIApp, path: str = "/") -> tuple[int, dict[str, str], str]:
    """What an ASGI app answers to a GET."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    starts = [m for m in sent if m["type"] == "http.response.start"]
    assert len(starts) == 1
    headers = {name.decode(): value.decode() for name, value in starts[0]["headers"]}
    return starts[0]["status"], headers, b"".join(m.get("body", b"") for m in sent).decode()


def behind(asgi: Any, response: Response) -> ASGIApp:
    shell: ASGIApp = asgi.DutchShell(response)
    return shell


def test_a_page_of_streamlit_is_replaced_by_ours(asgi: Any) -> None:
    status, headers, body = answer(behind(asgi, HTMLResponse("<html lang='en'>", headers={"etag": "x"})))
    assert status == 200
    assert '<html lang="nl">' in body
    assert headers["content-length"] == str(len(body.encode()))
    assert "etag" not in headers


def test_other_answers_keep_their_content_and_get_the_headers(asgi: Any) -> None:
    status, headers, body = answer(behind(asgi, JSONResponse({"a": 1}, status_code=404)))
    assert (status, json.loads(body)) == (404, {"a": 1})
    assert "content-security-policy" in headers


def test_an_error_page_is_not_replaced(asgi: Any) -> None:
    status, _, body = answer(behind(asgi, HTMLResponse("kapot", status_code=500)))
    assert (status, body) == (500, "kapot")


@pytest.mark.parametrize(("language", "lang"), [("nl", "nl"), ("en", "en")])
def test_the_page_speaks_the_language_of_the_setting(
    asgi: Any, monkeypatch: pytest.MonkeyPatch, language: str, lang: str
) -> None:
    monkeypatch.setenv("DATABANK_LANG", language)
    assert f'<html lang="{lang}">' in answer(behind(asgi, HTMLResponse("x")))[2]


def health(asgi: Any, monkeypatch: pytest.MonkeyPatch, answers: Callable[[], None]) -> JSONResponse:
    monkeypatch.setattr(asgi, "_answers", answers)
    response: JSONResponse = asyncio.run(asgi.health(Request({"type": "http"})))
    return response


def fail() -> None:
    raise DatabankError("Er is nog geen databank.", "There is no databank yet.")


def test_health_is_good_when_the_databank_answers(asgi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert health(asgi, monkeypatch, lambda: None).status_code == 200


def test_health_says_why_it_is_not(asgi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    response = health(asgi, monkeypatch, fail)
    assert response.status_code == 503
    assert json.loads(bytes(response.body))["reden"] == "Er is nog geen databank."


def test_a_server_without_a_databank_still_starts(
    asgi: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(asgi, "_search_once", fail)
    monkeypatch.setattr(asgi.gc, "freeze", lambda: None)

    async def start() -> None:
        async with asgi.warm(None):
            pass

    with caplog.at_level(logging.WARNING):
        asyncio.run(start())
    assert "Er is nog geen databank." in caplog.text


def test_once_the_server_is_warm_the_patterns_are_counted_beside_it(
    asgi: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = threading.Event()
    monkeypatch.setattr(asgi, "_search_once", lambda: None)
    monkeypatch.setattr(asgi, "_count_patterns", counted.set)
    monkeypatch.setattr(asgi.gc, "freeze", lambda: None)

    async def start() -> None:
        async with asgi.warm(None):
            assert counted.wait(5)

    asyncio.run(start())


def test_patterns_that_cannot_be_counted_are_no_trouble_for_the_server(
    asgi: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("search_app.ui.session.databank", fail)
    with caplog.at_level(logging.WARNING):
        asgi._count_patterns()
    assert "patterns not counted: Er is nog geen databank." in caplog.text


def shown(asgi: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> str:
    html: list[str] = []
    monkeypatch.setattr(asgi.st, "html", html.append)
    assert asgi.show_trouble(error) is True
    return html[0]


def test_our_own_errors_are_shown_in_full(asgi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    error = DatabankError("Maak <hem> met: databank init.", "Make it.")
    assert "Maak &lt;hem&gt; met: databank init." in shown(asgi, monkeypatch, error)


def test_other_errors_tell_nothing_to_page_or_log(
    asgi: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        html = shown(asgi, monkeypatch, ValueError(SECRET))
    assert "Er ging iets mis." in html
    assert SECRET not in html + caplog.text
    assert "ValueError" in caplog.text


def test_an_uploaded_file_never_touches_the_disk(asgi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 1024 * 1024)
    largest = 10 * 1024 * 1024
    monkeypatch.setattr(asgi.st, "get_option", {"server.maxUploadSize": 10}.get)
    assert asyncio.run(on_disk(b"x" * largest))
    asgi.keep_uploads_in_memory()
    assert not asyncio.run(on_disk(b"x" * largest))


async def on_disk(content: bytes) -> bool:
    """Whether a form with this file is kept on disk while it comes in."""
    head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n'

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": head + content + b"\r\n--b--\r\n"}

    headers = [(b"content-type", b"multipart/form-data; boundary=b")]
    async with Request({"type": "http", "method": "PUT", "headers": headers}, receive).form() as form:
        return bool(form["f"].file._rolled)  # type: ignore[union-attr]


def test_the_largest_upload_is_what_the_page_reads() -> None:
    config = tomllib.loads((ROOT / "search_app" / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxUploadSize"] * 1_000_000 == LARGEST_FILE
