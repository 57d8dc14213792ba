"""A user's copy of the official texts is found by symbol, by number and by what it names."""

import pytest

from embargo_watch.errors import LedgerTooNew, OutOfReach
from embargo_watch.read.resolutions import read_resolution
from embargo_watch.store.texts import DATABASE, Texts


@pytest.fixture
def texts(tmp_path):
    """An empty index."""
    with Texts.open(tmp_path / "texts", create=True) as opened:
        yield opened


@pytest.fixture
def pair(akoma):
    """A resolution that names another, and a draft that failed."""
    words = "Decides to renew the measures of resolution 2990 (2030);"
    return [
        (read_resolution(akoma(operative=((0, "1.", words),)), "a.xml"), "a" * 64),
        (read_resolution(akoma(symbol="S/2031/5", outcome="veto"), "b.xml"), "b" * 64),
    ]


def test_what_was_added_comes_back_as_it_was(texts, pair):
    """A record survives the database field by field."""
    assert texts.add(pair) == ["added", "added"]
    assert texts.get("S/RES/3001 (2031)") == pair[0][0]
    assert texts.get("3001") == pair[0][0]
    assert texts.get("S/2031/5") == pair[1][0]
    assert texts.all() == (pair[1][0], pair[0][0])


def test_adding_again_changes_nothing(texts, pair, akoma):
    """The same text is unchanged, from whatever file; another text of a symbol replaces it."""
    texts.add(pair)
    moved = read_resolution(
        akoma(
            operative=((0, "1.", "Decides to renew the measures of resolution 2990 (2030);"),),
        ),
        "elsewhere.xml",
    )
    other = read_resolution(akoma(), "a.xml")

    assert texts.add(pair) == ["unchanged", "unchanged"]
    assert texts.add([(moved, "c" * 64)]) == ["unchanged"]
    assert texts.add([(other, "d" * 64)]) == ["replaced"]
    assert texts.naming("S/RES/2990 (2030)") == ()


def test_paragraphs_that_name_a_resolution_are_found(texts, pair):
    """The index knows which paragraph names which resolution."""
    texts.add(pair)

    assert texts.naming("S/RES/2990 (2030)") == (("S/RES/3001 (2031)", "1"),)
    assert texts.naming("S/RES/1 (1946)") == ()


def test_stock_counts_resolutions_drafts_and_years(texts, pair):
    """An empty index has no years."""
    assert texts.stock().first is None
    texts.add(pair)
    stock = texts.stock()

    assert (stock.resolutions, stock.drafts, stock.first, stock.last) == (1, 1, 2031, 2031)


def test_nothing_is_found_under_zero_or_nonsense(texts, pair):
    """Drafts have no number to be found by."""
    texts.add(pair)

    assert texts.get("0") is None
    assert texts.get("none") is None


def test_no_index_is_none_and_a_bad_one_is_named(tmp_path):
    """A folder without an index is not made by looking; a file that is none is out of reach."""
    assert Texts.open(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()
    (tmp_path / DATABASE).write_bytes(b"no database at all" * 100)
    with pytest.raises(
        OutOfReach, match=r"the index of official texts .* the file is no index of off"
    ):
        Texts.open(tmp_path)


def test_a_newer_index_is_refused(texts):
    """An index that a newer version wrote is left alone."""
    with texts._writing() as connection:
        connection.exec_driver_sql("UPDATE meta SET form = 99")
    with pytest.raises(LedgerTooNew, match="newer version"):
        Texts.open(texts.folder)
