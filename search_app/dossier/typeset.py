# SPDX-License-Identifier: EUPL-1.2
"""An evidence pack as PDF, and its pages and drawings as pictures, typeset by Typst.

Typst (Apache-2.0, one wheel, nothing from the system) writes tagged PDF/UA-1 with language, title, text
alternatives and embedded fonts. Text reaches it as data, so nothing in a case is ever read as markup. The
font Roboto (Apache-2.0) is shipped beside this module; fonts of the machine are not looked at.
"""

import json
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from casebase.bilingual import DatabankError
from search_app.dossier.document import Document

FOLDER = Path(__file__).parent
SHARP = 288.0
"""Dots an inch of a drawing in a Word file: twice what a screen of 144 shows."""


class TypesettingError(DatabankError):
    """The document could not be set."""

    def __init__(self) -> None:
        super().__init__(
            "Het dossier kon niet worden opgemaakt. Probeer het als .docx, en meld dit aan de beheerder.",
            "The evidence pack could not be typeset. Try it as .docx, and report this.",
        )


def pdf(document: Document) -> bytes:
    """The document as tagged PDF (PDF/UA-1); the same document gives the same bytes.

    Raises:
        TypesettingError: it could not be set.
    """
    return _set(_template(), _inputs(document), "pdf", moment=_noon(document))[0]


def page_pictures(document: Document, dots_an_inch: float = 110) -> list[bytes]:
    """The pages as PNG.

    Raises:
        TypesettingError: it could not be set.
    """
    return _set(_template(), _inputs(document), "png", dots_an_inch)


def drawing_as_png(svg: str, width: float, dots_an_inch: float = SHARP) -> bytes:
    """A drawing as PNG; ``width`` in points.

    Raises:
        TypesettingError: it could not be drawn.
    """
    source = (
        '#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Roboto")\n'
        '#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width) * 1pt)'
    )
    return _set(source.encode(), {"svg": svg, "width": f"{width:g}"}, "png", dots_an_inch)[0]


def content_of(document: Document) -> str:
    """All that the document says, as JSON: the same for two documents that are the same."""
    return json.dumps(_content(document))


def _template() -> bytes:
    return (FOLDER / "dossier.typ").read_bytes()


def _inputs(document: Document) -> dict[str, str]:
    return {"content": content_of(document)}


def _noon(document: Document) -> datetime:
    return datetime.combine(document.day, time(12), UTC)


def _set(
    source: bytes,
    inputs: dict[str, str],
    form: Literal["pdf", "png"],
    dots: float = 144,
    moment: datetime | None = None,
) -> list[bytes]:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FOLDER / "fonts")]
    )
    compiler = typst.Compiler(source, root=str(FOLDER), font_paths=fonts, sys_inputs=inputs)
    standard: Literal["ua-1", "1.7"] = "ua-1" if form == "pdf" else "1.7"
    try:
        made = compiler.compile(format=form, ppi=dots, pdf_standards=standard, timestamp=moment)
    except RuntimeError:  # its message may quote the text
        raise TypesettingError from None
    if made is None:
        raise TypesettingError
    return [page for page in (made if isinstance(made, list) else [made]) if page]


def _content(document: Document) -> dict[str, Any]:
    lang, region = document.locale.split("-")
    blocks = [_plain(block) for block in document.blocks]
    named = ("title", "subject", "sender", "running", "readers", "page", "page_of")
    return {name: getattr(document, name) for name in named} | {
        "lang": lang,
        "region": region,
        "number": document.running.split(" ")[0],
        "blocks": blocks,
    }


def _plain(block: object) -> dict[str, Any]:
    assert is_dataclass(block) and not isinstance(block, type)  # noqa: S101, PT018 - a Block is one
    values = {
        name: list(value) if isinstance(value, frozenset) else value for name, value in asdict(block).items()
    }
    return {"kind": type(block).__name__, **values}
