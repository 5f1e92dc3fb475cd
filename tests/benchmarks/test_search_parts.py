# SPDX-License-Identifier: EUPL-1.2
"""The clock around the parts of a search: every part is still there, and is timed once a search."""

from benchmarks.search.latency import enlarged, measure
from benchmarks.search.material import Material, read_material
from benchmarks.search.parts import PARTS, clocked
from index.words import WordIndex, build_word_index


def test_every_part_takes_time_in_a_search(tmp_path, capsys):
    read = read_material()
    few = Material(read.cases[:12], read.themes, read.queries[:3])
    times = {each.name: each for each in measure(few, tmp_path, copies=2, searches=6)}
    for part in PARTS:
        assert times[f"plain: {part.strip()}"].cpu.p95 > 0, part
    whole = times["search, 10 hits"]
    assert whole.clock.p95 >= whole.clock.p50 > 0
    printed = capsys.readouterr().out
    assert not any(query.text in printed for query in few.queries)


def test_the_clock_is_taken_away_again():
    before = WordIndex.scores
    with clocked() as clock:
        clock.next_search()
        build_word_index([["a"], ["b"]]).scores({"a": 1.0})
        assert WordIndex.scores is not before
    assert WordIndex.scores is before
    assert [len(times) for times in clock.spent.values()] == [1] * len(PARTS)
    assert clock.spent["  words"][0] > 0


def test_copies_differ_from_each_other_and_are_the_same_at_every_run():
    cases = read_material().cases[:3]
    made = enlarged(cases, 3)
    assert len({case.situation for case in made if case.situation}) == len(
        [case for case in made if case.situation]
    )
    assert [case.narrative() for case in made] == [case.narrative() for case in enlarged(cases, 3)]
