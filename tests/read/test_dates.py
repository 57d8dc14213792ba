"""Publication dates: the order of trust, and the forms in which addresses carry them."""

import pytest

from embargo_watch.model.document import PUBLISHED_BASES
from embargo_watch.read import published
from embargo_watch.read.dates import day_in_address


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.org/2024/01/04/story", "2024-01-04"),
        ("https://x.org/world/2024/jan/04/story", "2024-01-04"),
        ("https://x.org/world/2024/january/4/story", "2024-01-04"),
        ("https://x.org/story-20240104.html", "2024-01-04"),
        ("https://x.org/news/2024-01-04-story", "2024-01-04"),
        ("https://x.org/a_2024_01_04.html", "2024-01-04"),
        ("https://x.org/2024/01/story", "2024-01"),
        ("https://x.org/world-asia-64137805", ""),
        ("https://x.org/story?d=2024/01/04", ""),
        ("https://x.org/20241399/x", ""),
        ("https://x.org/120240104/x", ""),
        ("https://20240104.x.org/story", ""),
        ("", ""),
    ],
)
def test_a_date_in_an_address(url, day):
    """Digits of an id, of a query or of a host are no date."""
    assert day_in_address(url) == day


def test_the_order_of_trust():
    """Given, metadata, address, dateline, text; each steps in where those before it say nothing."""
    sources = {
        "given": "2024-01-05",
        "metadata": "2024-01-04",
        "url": "https://x.org/2024/01/03/a",
        "dateline": "2 January 2024",
        "text": "It speaks of 1 January 2024, which was a Monday.",
    }
    bases = []
    while sources:
        bases.append(published(**sources).basis)
        sources.pop(next(iter(sources)))

    assert bases == ["given", "metadata", "url", "dateline", "text"]
    assert published().basis == "unknown"
    assert set(bases) | {"unknown"} == set(PUBLISHED_BASES)


def test_metadata_without_a_date_fall_through():
    """An empty or broken stamp is not believed and not guessed at."""
    found = published(metadata="soon", url="https://x.org/2024/01/03/a")

    assert (found.edtf, found.basis) == ("2024-01-03", "url")


def test_a_dateline_without_a_year_waits_for_the_text():
    """The day is the dateline's, the year is what the text leaves."""
    text = (
        "KYIV, Jan 10 - The full-scale invasion, which nears its two-year mark, goes on."
        " Missiles fell on Tuesday."
    )
    found = published(dateline="Jan 10", text=text)

    assert (found.edtf, found.basis) == ("2024-01-10", "dateline")
    assert published(dateline="Jan 10", text="Missiles fell on Tuesday.").edtf == ""
