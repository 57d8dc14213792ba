"""No entry is read by weights that have seen it, nor by weights that have seen a copy of it."""

import pytest

pytest.importorskip("scipy")

TITLES = (
    "Iran sends drones to Russia", "Iran sends more drones to Russia", "Oslo gives tanks to Kyiv",
    "Rain in Lagos", "Iran sends drones to Russia, says Kyiv", "North Korea sold Syria rockets",
)  # fmt: skip


@pytest.fixture
def entries():
    """Six entries, three of which tell the same report."""
    return [
        {"id": str(n), "title": title, "text": "", "published": "2024-01-10", "claims": []}
        for n, title in enumerate(TITLES)
    ]


def test_copies_of_a_report_stand_in_one_fold(entries):
    """Every entry stands in one fold, and the folds are of about one size."""
    from evals.cross_validate import folds

    cut = folds(entries, 3)

    assert sorted(place for part in cut for place in part) == list(range(6))
    assert [0, 1, 4] in cut
    assert folds(entries, 3) == cut


def test_entries_without_words_in_common_stand_alone(entries):
    """Titles without a word are no copies of each other either."""
    from evals.cross_validate import copies

    empty = [{**entry, "title": "—"} for entry in entries[:2]]

    assert copies(empty) == [[0], [1]]


def test_a_fold_is_read_by_what_was_learned_without_it(entries):
    """The learner is told what is held out, and every claim is of that fold's extractor."""
    from embargo_watch.extract.english import EnglishExtractor
    from evals.cross_validate import folds, held_out

    told = []

    def learn(out):
        told.append(out)
        return EnglishExtractor()

    found = held_out(entries, folds(entries, 2), learn)

    assert set().union(*told) == set(range(6))
    assert len(told[0]) + len(told[1]) == 6
    assert found["5"][0]["supplier"] == ("PRK",)
    assert found["3"] == []
