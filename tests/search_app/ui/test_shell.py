# SPDX-License-Identifier: EUPL-1.2
"""The HTML page around the app, made from the page of the installed Streamlit."""

import re
from pathlib import Path

import pytest
import streamlit

from casebase.bilingual import Language
from search_app.ui.shell import ShellError, security_headers, translated_shell

PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def shell(language: Language = Language.NL) -> str:
    return translated_shell(PAGE, title="Titel & co", language=language, version="1a2b")


def test_the_page_says_that_it_is_dutch() -> None:
    html = shell()
    assert '<html lang="nl">' in html
    assert "<title>Titel &amp; co</title>" in html
    assert "huisstijl/nl.js?v=1a2b" in html
    assert "huisstijl/app.js?v=1a2b" in html
    assert "Zet JavaScript aan" in html


def test_no_english_sentence_of_streamlit_is_left() -> None:
    assert "JavaScript to run" not in shell()
    assert "agent" not in shell()


def test_the_english_page_needs_no_translation() -> None:
    html = shell(Language.EN)
    assert '<html lang="en">' in html
    assert "nl.js" not in html
    assert "app.js" in html


def test_the_scripts_of_streamlit_are_all_still_there() -> None:
    scripts = re.findall(r'src="(\./static/[^"]+)"', PAGE)
    assert scripts
    assert all(script in shell() for script in scripts)


def test_a_page_of_another_shape_is_refused() -> None:
    with pytest.raises(ShellError):
        translated_shell("<html></html>", title="x", language=Language.NL, version="1")


def test_the_policy_allows_only_our_own_server_and_the_scripts_in_the_page() -> None:
    policy = security_headers(shell())["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert scripts.count("'sha256-") == len(re.findall(r"<script>", shell()))
