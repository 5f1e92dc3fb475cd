# SPDX-License-Identifier: EUPL-1.2
"""What the server sends around the pages."""

import urllib.error
import urllib.request
from email.message import Message

import pytest

PAGES = ["/", "/casus", "/uitleg", "/?q=voorschot"]
OTHERS = ["/huisstijl/app.css", "/huisstijl/app.js", "/huisstijl/nl.js", "/api/gezond", "/_stcore/health"]


def get(address: str) -> tuple[str, Message]:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode(), answer.headers


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_dutch_from_the_first_byte(server: str, path: str) -> None:
    html, headers = get(server + path)
    assert '<html lang="nl">' in html
    assert headers["cache-control"] == "no-store"
    assert "<title>Maatwerk-databank</title>" in html


@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_every_answer_carries_the_security_headers(server: str, path: str) -> None:
    _, headers = get(server + path)
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


def test_the_health_route_answers(server: str) -> None:
    assert get(f"{server}/api/gezond")[0] == '{"status":"gezond"}'


def test_the_interface_for_programs_is_off(server: str) -> None:
    request = urllib.request.Request(
        f"{server}/_stcore/agent/interact", data=b"{}", headers={"Content-Type": "application/json"}
    )
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(request, timeout=30)
