"""Feed entries: the text exactly as given, everything else as known as it is."""

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embargo_watch.errors import SkipDocument

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)


@given(title=WORDS, summary=WORDS, text=WORDS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_text_is_title_break_text_unchanged(read_as, title, summary, text):
    """Offsets count code points of exactly these words; text wins over summary."""
    entry = {"id": "1", "title": title, "summary": summary, "text": text}
    expected = f"{title}\n{text or summary}"
    if not expected.strip():
        with pytest.raises(SkipDocument):
            read_as(entry)
        return

    assert read_as(orjson.dumps(entry), "application/json").text == expected


def test_an_entry_goes_by_its_own_id_else_by_its_place(read_as):
    """The id of the feed is the id of the output."""
    assert read_as({"id": "abc", "title": "T"}).entry == "abc"
    assert read_as({"id": 12, "title": "T"}).entry == "12"
    assert read_as({"title": "T"}).entry == "source"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2023-01-01 00:02:53.307481+00:00", "2023-01-01"),
        ("2023-01-01", "2023-01-01"),
        ("2023-01-01T23:59:59-05:00", "2023-01-01"),
        ("20230101", "2023-01-01"),
        ("Mon, 02 Jan 2023 10:00:00 GMT", "2023-01-02"),
        ("January 2, 2023", "2023-01-02"),
    ],
)
def test_the_published_stamp_becomes_a_day(read_as, stamp, day):
    """In the stamp's own zone, with its basis."""
    document = read_as({"id": "1", "title": "T", "published": stamp})

    assert (document.published, document.published_basis) == (day, "metadata")
    assert stamp in document.published_reasons[0]


@pytest.mark.parametrize("stamp", ["", "yesterday", "2023-13-45", "0000-00-00", None])
def test_a_stamp_that_is_no_date_is_not_guessed_at(read_as, stamp):
    """The address may still tell; else the date is unknown."""
    entry = {"id": "1", "title": "Arms seized", "published": stamp}

    assert read_as(entry).published == ""
    assert read_as(entry | {"link": "https://x.org/2023/feb/03/a"}).published == "2023-02-03"


def test_the_publisher_is_that_of_the_link(read_as):
    """Then that of the feed; unknown hosts stand for themselves."""
    link = "https://www.bbc.co.uk/news/1?x=/y"

    assert read_as({"title": "T", "link": link}).publisher == "BBC News"
    assert read_as({"title": "T", "feed": "http://moxie.foxnews.com/f"}).publisher == "Fox News"
    assert read_as({"title": "T", "link": "https://www.none.example/a"}).publisher == "none.example"
    assert read_as({"title": "T", "link": "https://[broken"}).publisher == ""


def test_a_wire_credit_at_the_head_is_kept(read_as):
    """A paper's copy of an agency's story is the agency's."""
    entry = {"title": "T", "summary": "KYIV, Jan 4 (Reuters) - Ukraine said on Thursday"}

    assert read_as(entry).credit == "Reuters"
    assert read_as({"title": "T", "summary": "The ship (AP said) sank"}).credit == ""


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "1", "title": "broken',
        b"[1, 2]",
        b'"text"',
        b"{}",
        b'{"title": {"a": 1}}',
        b'{"title": "lone \\ud800 surrogate"}',
        b"[" * 5000,
        b"\x00\x01\x02",
    ],
)
def test_a_broken_line_is_skipped_by_name(read_as, line):
    """One sentence that names file and line; never another error."""
    with pytest.raises(SkipDocument, match=r"^source: "):
        read_as(line, "application/json")


def test_a_line_in_another_encoding_is_read(read_as):
    """Windows-1252 where UTF-8 was due."""
    line = '{"title": "Missiles for Russia – “never”, says Pyongyang"}'.encode("cp1252")

    assert "“never”" in read_as(line, "application/json").title
