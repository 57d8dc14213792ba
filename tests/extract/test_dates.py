"""The date of an event in our own sentences: what dates it, and what only looks like it.

``dates.csv`` holds the sentence, the day of its report, the word that says that something moved,
and the date in EDTF; several occasions are divided by a semicolon, and no date is nothing.
"""

import csv
from pathlib import Path

import pytest

from embargo_watch.extract.english import EnglishExtractor

TABLE = Path(__file__).with_name("dates.csv")


def rows():
    """The sentences of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines, delimiter="|")]


@pytest.mark.parametrize(("sentence", "published", "predicate", "expected"), rows())
def test_a_date_is_that_of_the_event(document_of, sentence, published, predicate, expected):
    """Every date that the claims of a predicate hold, and no other."""
    (found,) = EnglishExtractor(weighs=False).extract([document_of(sentence, published=published)])

    told = [c for c in found.candidates if c.predicate.text == predicate]
    assert told, [c.predicate.text for c in found.candidates]
    assert list(dict.fromkeys(c.date for c in told if c.date)) == [
        d for d in expected.split(";") if d
    ]
