# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page."""

from html import escape

from casebase.bilingual import Language
from search_app.ui import words
from search_app.ui.markup import plain, shortened

TITLE_WIDTH = 60


def footer(language: Language) -> str:
    """What the databank is and is not, and what to do on seeing a name."""
    return (
        f'<footer class="mw-voet"><p>{escape(words.FOOTER.in_language(language))}</p>'
        f"<p>{plain(words.PRIVACY.in_language(language))}</p></footer>"
    )


def trouble(sentence: str) -> str:
    """A problem in one sentence that tells what to do."""
    return f'<p class="mw-melding mw-fout" role="alert">{escape(sentence)}</p>'


def page_title(name: str) -> str:
    """The title of a browser tab."""
    return f"{shortened(name, TITLE_WIDTH)} – {words.APP_TITLE}"
