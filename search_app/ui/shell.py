# SPDX-License-Identifier: EUPL-1.2
"""The HTML page in which Streamlit draws: language, title, own style, and what the browser may load.

Streamlit writes ``<html lang="en">`` and an English noscript text (WCAG 3.1.1); both are replaced here.
"""

import base64
import hashlib
import re
from html import escape

from casebase.bilingual import Bilingual, Language

OWN_FOLDER = "huisstijl"
_NEEDS_SCRIPT = Bilingual(
    "Zet JavaScript aan om de databank te gebruiken.", "Turn on JavaScript to use the databank."
)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class ShellError(RuntimeError):
    """The page of this Streamlit version does not have the parts that are replaced."""


def translated_shell(html: str, *, title: str, language: Language, version: str) -> str:
    """The page in the given language, with the app's title, style and translations.

    Raises:
        ShellError: a part that must be replaced is not there, so the page would stay English.
    """
    scripts = ["app.js", "nl.js"] if language is Language.NL else ["app.js"]
    extra = f'<link rel="stylesheet" href="./{OWN_FOLDER}/app.css?v={version}" />'
    extra += "".join(f'<script defer src="./{OWN_FOLDER}/{name}?v={version}"></script>' for name in scripts)
    noscript = f"<noscript><p>{_NEEDS_SCRIPT.in_language(language)}</p></noscript>"
    html = _replaced(html, r'<html lang="en">', f'<html lang="{language.value}">')
    html = _replaced(html, r"<title>.*?</title>", f"<title>{escape(title)}</title>{extra}")
    html = _replaced(html, r"<noscript>.*?</noscript>", noscript)
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html)
    return re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)


def security_headers(html: str) -> dict[str, str]:
    """Headers for every answer; scripts only from this server, nothing from elsewhere."""
    return {
        "content-security-policy": _content_security_policy(html),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    }


def _content_security_policy(html: str) -> str:
    hashes = "".join(f" '{_sha256(script)}'" for script in _INLINE_SCRIPT.findall(html))
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self'{hashes}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _sha256(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _replaced(html: str, pattern: str, new: str) -> str:
    changed, times = re.subn(pattern, lambda _: new, html, count=1, flags=re.DOTALL)
    if not times:
        raise ShellError(f"pattern not found in Streamlit's page: {pattern}")
    return changed
