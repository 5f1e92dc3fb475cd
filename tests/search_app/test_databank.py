# SPDX-License-Identifier: EUPL-1.2
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from casebase import store
from casebase.filters import SearchFilters
from casebase.store import UnknownCaseError
from casebase.vocabulary import Outcome, ReviewState
from index import manifest, register, results
from index.build import IndexState
from index.manifest import IndexProblemError
from ingest.load import Approve, LoadOptions
from search_app.alike_desk import cases_of, joined, parted, search_by
from search_app.databank import Databank, NotReadyError, create_databank, open_databank
from search_app.searching import BEHIND
from search_app.settings import Settings

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path) -> Databank:
    """A copy of the sample databank that a test may change."""
    shutil.copytree(sample_home, tmp_path / "home")
    return open_databank(Settings(home=tmp_path / "home"))


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Databank:
    """The sample databank, to be read only."""
    return open_databank(Settings(home=sample_home))


def test_all_270_sample_cases_are_loaded_and_released(sample: Databank) -> None:
    assert sample.counts()[ReviewState.RELEASED] == 270


def test_only_released_cases_are_read_by_number(databank: Databank) -> None:
    first, second = (stored.case.case_id for stored in databank.released_cases()[:2])
    with databank.writing() as session:
        store.set_state(session, second, ReviewState.HELD, actor="toetser", now=NOW)
    assert list(databank.released_among([second, "X-1", first])) == [first]


def test_loading_the_sample_again_changes_nothing(databank: Databank) -> None:
    report = databank.ingest([databank.settings.sample], LoadOptions(approve=Approve.ALL))
    assert (report.read, report.stored, report.unchanged, len(report.rejected)) == (270, 0, 270, 0)
    assert databank.index_status().state is IndexState.FRESH


def test_a_search_finds_cases_and_says_how_the_collection_divides(sample: Databank) -> None:
    view = sample.search("voorschot WIA terugbetalen omdat de keuring te laat was")
    assert view.result.comparable
    assert view.total == 270
    assert set(view.cases) == {hit.case_id for hit in view.result.hits}
    assert sum(each.count for each in view.facets.natures) == 270


def test_searches_ask_for_the_released_cases_once_and_each_once_for_records(
    databank: Databank, monkeypatch: pytest.MonkeyPatch
) -> None:
    databank.searcher()
    asked: list[str] = []

    def noting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            asked.append(name)
            return real(*given, **named)

        return noted

    for place, name in ((register, "read_register"), (results, "get_cases"), (store, "get_cases")):
        monkeypatch.setattr(place, name, noting(name, getattr(place, name)))
    for text in ("voorschot terugbetalen", "boete na opname"):
        view = databank.search(text)
        assert list(view.cases) == [hit.case_id for hit in view.result.hits]
    assert asked == ["read_register", "get_cases", "get_cases"]


def test_personal_data_leaves_the_search_text_first(sample: Databank) -> None:
    view = sample.search("Mevrouw Fatma Yilmaz, bsn 999900109, moet haar voorschot terugbetalen")
    assert view.query.changed
    assert "Yilmaz" not in view.query.text
    assert "999900109" not in view.query.text
    assert "voorschot terugbetalen" in view.query.text


def test_filters_act_before_ranking(sample: Databank) -> None:
    view = sample.search(
        "voorschot terugbetalen", filters=SearchFilters(outcomes=(Outcome.NOT_SOLVED,)), limit=10
    )
    assert len(view.result.hits) == 10
    assert {view.cases[hit.case_id].case.outcome for hit in view.result.hits} == {Outcome.NOT_SOLVED}


def test_a_case_is_not_similar_to_itself(sample: Databank) -> None:
    view = sample.similar("A-2021-001")
    assert view.result.hits
    assert "A-2021-001" not in view.cases


def test_cases_like_several_are_found_without_those(sample: Databank) -> None:
    view = sample.alike(["A-2021-001", "A-2021-002"], limit=10)
    assert [stored.case.case_id for stored in view.asked] == ["A-2021-001", "A-2021-002"]
    assert len(view.result.hits) == 10
    assert not {"A-2021-001", "A-2021-002"} & set(view.cases)
    assert {hit.explanation.most_like for hit in view.result.hits} <= {"A-2021-001", "A-2021-002"}
    assert (view.result.matched, view.total, view.problems) == (268, 270, ())


def test_filters_narrow_what_is_like_several_cases(sample: Databank) -> None:
    filters = SearchFilters(outcomes=(Outcome.NOT_SOLVED,))
    view = sample.alike(["A-2021-001", "A-2021-002"], filters=filters, limit=300)
    assert {stored.case.outcome for stored in view.cases.values()} == {Outcome.NOT_SOLVED}
    assert len(view.cases) == view.result.matched


def test_what_cannot_be_searched_with_is_told(databank: Databank) -> None:
    databank.review_desk.hold("A-2021-001")
    view = databank.alike(["A-2021-001", "A-2021-002", "<b>"], limit=3)
    assert [stored.case.case_id for stored in view.asked] == ["A-2021-002"]
    assert [told.nl.split(" is er")[0] for told in view.problems] == ["Casus ‘A-2021-001’", "Casus ‘<b>’"]
    with pytest.raises(UnknownCaseError, match="A-2021-001"):
        databank.alike(["A-2021-001"])


def test_of_more_than_three_cases_the_first_three_count(sample: Databank) -> None:
    numbers = [f"A-2021-00{number}" for number in (1, 2, 3, 4)]
    view = sample.alike(numbers, limit=3)
    assert [stored.case.case_id for stored in view.asked] == numbers[:3]
    assert "hooguit drie" in view.problems[0].nl


def test_conditions_alone_list_cases_newest_first_page_by_page(sample: Databank) -> None:
    filters = SearchFilters(regulations=("WIA",))
    whole = sample.listed(filters, limit=300)
    days = [stored.case.received_on for stored in whole.cases if stored.case.received_on]
    assert days == sorted(days, reverse=True)
    assert all("WIA" in stored.case.regulations for stored in whole.cases)
    assert whole.matched == len(whole.cases) == whole.facets.regulations[0].count
    pages = [sample.listed(filters, first=first, limit=10).cases for first in range(0, whole.matched, 10)]
    assert [each for page in pages for each in page] == list(whole.cases)


def test_a_case_that_was_held_back_is_not_listed(databank: Databank) -> None:
    before = databank.listed(SearchFilters(), limit=1).cases[0].case.case_id
    databank.review_desk.hold(before)
    after = databank.listed(SearchFilters(), limit=300)
    assert before not in {stored.case.case_id for stored in after.cases}
    assert after.matched == 269


@pytest.mark.parametrize(
    "numbers", [("A-2021-001",), ("B,1", "A%2C1"), ("c", "B", "a"), ("A-2021-001", "A-2021-001")]
)
def test_a_search_by_cases_has_one_line_whatever_the_order(numbers: tuple[str, ...]) -> None:
    assert parted(joined(numbers)) == tuple(dict.fromkeys(numbers))
    assert cases_of(search_by(numbers)) == tuple(sorted(set(numbers)))
    assert search_by(numbers) == search_by(reversed(numbers))


def test_a_text_is_no_search_by_cases() -> None:
    assert cases_of("voorschot zoals:A-2021-001") == ()


def test_a_held_back_case_is_found_no_more(databank: Databank) -> None:
    before = databank.search("voorschot terugbetalen wachttijd keuring").result.hits[0].case_id
    databank.review_desk.hold(before)
    after = databank.search("voorschot terugbetalen wachttijd keuring", limit=300).result.hits
    assert before not in {hit.case_id for hit in after}
    assert databank.case(before) is None
    assert databank.stored_case(before) is not None


def test_a_deleted_case_leaves_database_and_index(databank: Databank) -> None:
    gone = databank.case("A-2021-001")
    assert gone is not None
    title = gone.case.title.encode()
    databank.delete("A-2021-001", reason="verzoek van betrokkene")
    assert databank.stored_case("A-2021-001") is None
    assert databank.verify_audit().ok
    files = [path for path in databank.settings.home.rglob("*") if path.is_file()]
    assert not [path.name for path in files if title in path.read_bytes()]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The generations of which all files were read."""
    seen: list[str] = []
    read = manifest._read_folder

    def noted(path: Path) -> manifest.Generation:
        seen.append(path.name)
        return read(path)

    monkeypatch.setattr(manifest, "_read_folder", noted)
    return seen


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every collection counts as one that is too large to be indexed without being asked."""
    monkeypatch.setattr("search_app.open_index.CATCH_UP_LIMIT", 0)


def test_a_good_index_is_read_once(databank: Databank, reads: list[str]) -> None:
    assert databank.searcher() is databank.searcher()
    assert len(reads) == 1


@pytest.mark.usefixtures("large")
def test_a_large_index_that_is_behind_is_read_once_and_says_so(databank: Databank, reads: list[str]) -> None:
    databank.review_desk.hold("A-2021-001")
    views = [databank.search("voorschot terugbetalen") for _ in range(2)]
    assert [view.notice for view in views] == [BEHIND, BEHIND]
    assert len(reads) == 1


@pytest.mark.usefixtures("large")
def test_an_index_that_was_built_elsewhere_serves_from_then_on(databank: Databank) -> None:
    old = databank.searcher()
    databank.review_desk.hold("A-2021-001")
    assert databank.searcher() is old
    open_databank(databank.settings).build_index()
    databank.review_desk.hold("A-2021-002")
    new = databank.searcher()
    assert (len(old.case_vectors()[0]), len(new.case_vectors()[0])) == (270, 269)


@pytest.mark.usefixtures("large")
def test_the_open_index_goes_on_when_the_newer_one_is_for_other_word_lists(databank: Databank) -> None:
    old = databank.searcher()
    databank.review_desk.hold("A-2021-001")
    built = open_databank(databank.settings).build_index().manifest
    assert built is not None
    databank.review_desk.hold("A-2021-002")
    (file,) = databank.settings.index_folder.glob("gen-*/manifest.json")
    file.write_text(built.model_copy(update={"analysis": "other"}).model_dump_json())
    assert databank.searcher() is old


def test_a_damaged_index_is_built_anew(databank: Databank) -> None:
    damage(databank)
    assert databank.search("voorschot terugbetalen").result.hits
    assert databank.index_status().state is IndexState.FRESH


@pytest.mark.usefixtures("large")
def test_a_large_damaged_index_names_the_command(databank: Databank) -> None:
    damage(databank)
    with pytest.raises(IndexProblemError, match="databank index build"):
        databank.search("voorschot terugbetalen")


def damage(databank: Databank) -> None:
    (file,) = databank.settings.index_folder.glob("gen-*/words.npz")
    file.write_bytes(file.read_bytes()[:-1])


def test_the_map_has_a_vector_for_every_case(sample: Databank) -> None:
    case_ids, vectors = sample.case_vectors()
    assert len(case_ids) == len(vectors) == 270


def test_opening_what_was_never_made_says_which_command_makes_it(tmp_path: Path) -> None:
    with pytest.raises(NotReadyError, match="databank init"):
        open_databank(Settings(home=tmp_path))


def test_making_a_databank_twice_is_harmless(tmp_path: Path) -> None:
    create_databank(Settings(home=tmp_path / "home"))
    assert sum(create_databank(Settings(home=tmp_path / "home")).counts().values()) == 0
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0


def test_conditions_typed_in_a_search_hold_and_leave_the_text(sample: Databank) -> None:
    view = sample.search("voorschot terugbetalen wet:WIA kantoor:Verzonnen")
    assert view.query.text == "voorschot terugbetalen"
    assert view.filters == SearchFilters(regulations=("WIA",))
    assert {name for found in view.cases.values() for name in found.case.regulations} >= {"WIA"}
    assert all("WIA" in found.case.regulations for found in view.cases.values())
    assert len(view.problems) == 1
    assert "Verzonnen" not in view.problems[0].nl


def test_a_typing_error_is_read_right_unless_somebody_does_not_want_it(sample: Databank) -> None:
    view = sample.search("terugvordring voorschot")
    assert [each.meant for each in view.result.corrections] == [("terugvordering",)]
    plain = sample.search("terugvordring voorschot", without=frozenset({"terugvordering"}))
    assert plain.result.corrections == ()
