# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime
from types import ModuleType

import pytest

from casebase.bilingual import Language
from search_app.pattern_offers import LikeCase, Offer
from search_app.ui import pattern_candidates as html

NL, EN = Language.NL, Language.EN


@pytest.fixture
def like(invented: ModuleType) -> LikeCase:
    """A case beside another one, offered because it is new."""
    case, nearest = invented.FULL, invented.OTHER_END
    text = f"{case.title} {case.situation}"
    hit = next(
        hit for hit in invented.InventedDatabank().search(text).result.hits if hit.case_id == case.case_id
    )
    offer = Offer("P-2026-001", case.case_id, 1.1, datetime(2026, 3, 1, tzinfo=UTC))
    return LikeCase(case, nearest, hit, offer)


def test_a_candidate_tells_why_and_how_it_ended(like: LikeCase) -> None:
    told = html.candidate(like, NL)
    for part in ("Nieuw vrijgegeven", "Lijkt het meest op", "Voorschot terug, geen uitweg", "Opgelost"):
        assert part in told
    assert 'href="casus?id=T-2023-001"' in told
    assert "kreeg een voorschot omdat de keuring te laat was" in told


def test_a_candidate_that_cannot_be_compared_still_tells_itself(like: LikeCase, invented: ModuleType) -> None:
    told = html.candidate(LikeCase(invented.SPARSE, None, None, None), NL)
    assert "Boete na ziekte" in told
    assert "Lijkt het meest op" not in told
    assert "Nieuw" not in told


def test_text_of_cases_stays_text(invented: ModuleType) -> None:
    shown = html.candidate(LikeCase(invented.INJECTED, invented.INJECTED, None, None), NL)
    shown += html.coming([invented.INJECTED], NL)
    assert "<script" not in shown
    assert "<img" not in shown


def test_a_long_situation_begins_and_is_whole_when_opened(invented: ModuleType) -> None:
    long = invented.SPARSE.model_copy(update={"situation": "Een zin die steeds terugkomt. " * 40})
    told = html.candidate(LikeCase(long, None, None, None), EN)
    assert "Read the whole situation" in told
    assert told.count("…") == 1


@pytest.mark.parametrize(
    ("new", "answered", "parts", "absent"),
    [
        (0, (0, 0), ["Elk antwoord"], ["kwam", "U antwoordde"]),
        (1, (0, 0), ["1 casus kwam vrij"], ["U antwoordde"]),
        (3, (2, 1), ["3 casussen kwamen vrij", "U antwoordde: 2 erbij, 1 niet."], []),
    ],
)
def test_the_introduction_counts(
    new: int, answered: tuple[int, int], parts: list[str], absent: list[str]
) -> None:
    told = html.introduction(new, answered, NL)
    assert all(part in told for part in parts)
    assert not any(part in told for part in absent)


def test_what_comes_next_is_folded_or_absent(invented: ModuleType) -> None:
    assert html.coming([], NL) == ""
    assert "De volgende 2" in html.coming(invented.SERIES[:2], NL)
    assert "<summary>De volgende</summary>" in html.coming(invented.SERIES[:1], NL)


def test_an_empty_list_says_what_is_next() -> None:
    assert "Nieuwe casussen komen hier vanzelf" in html.nothing_left(True, NL)
    assert "Voeg eerst een casus toe" in html.nothing_left(False, NL)
