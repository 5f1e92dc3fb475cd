# SPDX-License-Identifier: EUPL-1.2
"""The dossier of a pattern in the browser: for whom, which stories, in which words, and taking it along."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

Visiting = Callable[..., AbstractContextManager[Any]]
Serving = Callable[[Path], AbstractContextManager[str]]
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052", "C-2024-053")
SHORTER = "Zij kreeg in één keer vijf jaar uitkering, en verloor daardoor haar toeslag."
NAMED = "Bel Truus Jansen op 06 12345678."
SLOW = 60_000


@dataclass(frozen=True)
class Served:
    """An app over a copy of the sample cases, and where that copy is."""

    address: str
    home: Path
    page: str

    def exports(self) -> list[dict[str, object]]:
        """What the log tells of each dossier that was taken along, the newest first."""
        from casebase.audit import recent_events
        from search_app.databank import open_databank
        from search_app.dossier.desk import ACTION
        from search_app.settings import Settings

        databank = open_databank(Settings(home=self.home))
        with databank.sessions() as session:
            events = recent_events(session, limit=100)
        databank.engine.dispose()
        return [dict(event.details) for event in events if event.action == ACTION]


@pytest.fixture(scope="module")
def served(serve: Serving, sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app with one pattern of five cases."""
    from patterns.register import NewPattern
    from search_app.databank import open_databank
    from search_app.settings import Settings

    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("dossier") / "home"))
    databank = open_databank(Settings(home=home))
    reasons = dict.fromkeys(MEMBERS, "Dezelfde regel.")
    due = date.today() + timedelta(days=60)
    new = NewPattern("Nabetaling", "De nabetaling telt mee als inkomen.", reasons, due)
    number = databank.pattern_desk.register(new, why="Besproken.").pattern_id
    databank.engine.dispose()
    with serve(home) as address:
        yield Served(address, home, f"/patroon?id={number}&deel=dossier")


def pages(page: Page) -> Any:
    return page.get_by_role("img", name=re.compile(r"^Bladzijde 1 van \d+ van het dossier"))


def download(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=SLOW) as coming:
        page.get_by_role("button", name=button).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def in_word(content: bytes) -> str:
    """All text of a Word file, in tables too."""
    return "".join(str(each.text or "") for each in docx.Document(BytesIO(content)).element.body.iter())


def test_who_may_read_it_stands_in_the_address_and_in_the_dossier(
    served: Served, start_visit: Visiting
) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page)
        expect(pages(page)).to_be_visible(timeout=SLOW)
        before = pages(page).get_attribute("src")
        page.get_by_text("Iedereen", exact=True).click()
        expect(pages(page)).not_to_have_attribute("src", before or "", timeout=SLOW)
        here.settle()
        assert page.url.endswith("voor=publicatie")
        page.reload()
        here.settle()
        expect(page.get_by_role("radio", name="Iedereen")).to_be_checked()


def test_a_story_that_is_taken_out_is_not_in_the_file(served: Served, start_visit: Visiting) -> None:
    with start_visit(address=served.address) as here:
        chosen = "&verhaal=C-2022-049&verhaal=C-2024-052"
        page = here.go(f"{served.page}{chosen}")
        expect(pages(page)).to_be_visible(timeout=SLOW)
        page.get_by_text("Verhalen herschrijven").click()
        first, second = (page.get_by_label(f"Verhaal van {each}") for each in ("C-2022-049", "C-2024-052"))
        taken_out = second.input_value()
        page.get_by_role("button", name=re.compile("^Haal C-2024-052.* weg$")).click()
        expect(second).to_have_count(0, timeout=SLOW)
        expect(first).to_have_count(1)
        here.settle()
        assert page.url.endswith("verhaal=C-2022-049")
        _, content = download(page, "Download als Word")
        assert first.input_value().splitlines()[0] in in_word(content)
        assert taken_out.splitlines()[0] not in in_word(content)


def test_a_story_is_written_anew_and_taken_along_as_word_and_pdf(
    served: Served, start_visit: Visiting
) -> None:
    before = len(served.exports())
    with start_visit(address=served.address) as here:
        page = here.go(f"{served.page}&verhaal=C-2022-049")
        expect(pages(page)).to_be_visible(timeout=SLOW)
        page.get_by_text("Verhalen herschrijven").click()
        page.get_by_label("Verhaal van C-2022-049").fill(SHORTER)
        page.get_by_role("button", name="Zet in het dossier").click()
        here.settle()
        assert len(served.exports()) == before  # looking is not taking along
        name, word = download(page, "Download als Word")
        assert re.fullmatch(r"dossier-P-\d{4}-001-\d{4}-\d\d-\d\d\.docx", name)
        assert SHORTER in in_word(word)
        assert len(served.exports()) == before + 1
        name, pdf = download(page, "Download als pdf")
        assert name.endswith(".pdf")
        told = "".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages)
        assert "".join(SHORTER.split()) in "".join(told.split())
    newest, *others = served.exports()
    assert len(others) == before + 1
    assert (newest["form"], newest["profile"], newest["cases"], newest["stories"]) == ("pdf", "delen", 5, 1)
    assert (others[0]["form"], others[0]["profile"]) == ("docx", "delen")


def test_a_text_that_tells_who_somebody_is_is_refused_and_stays_to_be_mended(
    served: Served, start_visit: Visiting
) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(f"{served.page}&verhaal=C-2022-049&verhaal=C-2024-052")
        expect(pages(page)).to_be_visible(timeout=SLOW)
        page.get_by_text("Verhalen herschrijven").click()
        first, second = (page.get_by_label(f"Verhaal van {each}") for each in ("C-2022-049", "C-2024-052"))
        first.fill(NAMED)
        second.fill(SHORTER)
        use = page.get_by_role("button", name="Zet in het dossier")
        use.click()
        refused = page.get_by_role("alert").filter(has_text="persoonsgegeven")
        expect(refused).to_be_visible(timeout=SLOW)
        here.settle()
        expect(first).to_have_value(NAMED)
        expect(second).to_have_value(SHORTER)
        _, word = download(page, "Download als Word")
        assert "Truus" not in in_word(word)
        first.fill("Iemand verloor de toeslag.")
        use.click()
        expect(refused).to_have_count(0, timeout=SLOW)
        here.settle()
        _, word = download(page, "Download als Word")
        assert "Iemand verloor de toeslag." in in_word(word)
        assert SHORTER in in_word(word)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize("rest", ["", "&voor=publicatie&verhaal=C-2024-052", "&op=2020-01-01"])
def test_the_part_is_accessible_and_fits(
    served: Served, start_visit: Visiting, rest: str, width: int, scheme: str
) -> None:
    with start_visit(address=served.address, width=width, scheme=scheme) as here:
        page = here.go(f"{served.page}{rest}")
        if "op=" not in rest:
            expect(pages(page)).to_be_visible(timeout=SLOW)
            page.get_by_text("Verhalen herschrijven").click()
            here.settle()
        assert here.faults() == []
