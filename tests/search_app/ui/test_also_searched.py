# SPDX-License-Identifier: EUPL-1.2
"""What was searched for besides the typed words, and the ways to leave it out."""

from casebase.bilingual import Language
from casebase.store import Facets
from index.hits import SearchResult
from index.spelling import Correction
from search_app.answers import SafeQuery, SearchView
from search_app.ui.also_searched import also_searched
from search_app.ui.state import PAGE, SearchState

NL = Language.NL


def view(also: tuple[str, ...] = (), corrections: tuple[Correction, ...] = ()) -> SearchView:
    result = SearchResult((), 12, comparable=True, also_searched=also, corrections=corrections)
    return SearchView(result, SafeQuery("x", changed=False), Facets(), 12, 1.0)


def test_a_search_of_which_nothing_was_made_says_nothing() -> None:
    assert also_searched(view(), SearchState("boete"), NL) == ""


def test_each_added_word_can_be_left_out() -> None:
    html = also_searched(view(("terugbetaling", "<b>")), SearchState("boete", shown=PAGE * 2), NL)
    assert "<summary>Ook gezocht op 2 verwante woorden</summary>" in html
    assert '<a href="./?q=boete&amp;zonder=terugbetaling"' in html
    assert "terugbetaling ✕</a>" in html
    assert 'title="Niet ook zoeken op ‘terugbetaling’"' in html
    assert "<b>" not in html
    assert "&lt;b&gt; ✕" in html


def test_what_was_left_out_can_come_back() -> None:
    html = also_searched(view(("wia",)), SearchState("boete", without=("sanctie", "straf")), NL)
    assert "q=boete&amp;zonder=sanctie&amp;zonder=straf&amp;zonder=wia" in html
    assert "Niet ook gezocht op:" in html
    assert '<a href="./?q=boete&amp;zonder=straf" aria-label="Weer ook zoeken op ‘sanctie’"' in html


def test_a_typing_error_is_told_and_can_stand() -> None:
    read = Correction(0, 6, "<boet", ("boete", "boetes"))
    html = also_searched(view(corrections=(read,)), SearchState("<boet"), NL)
    assert "U typte ‘&lt;boet’. Wij hebben ook gezocht naar <b>boete</b> of <b>boetes</b>." in html
    assert (
        '<a href="./?q=%3Cboet&amp;zonder=boete&amp;zonder=boetes">Zoek alleen met wat ik typte</a>' in html
    )
    english = also_searched(view(corrections=(read,)), SearchState("boet"), Language.EN)
    assert "We also searched for" in english
