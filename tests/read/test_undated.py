"""Undated texts: bounded by what they say, with reasons, and no day invented."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.model.dates import DateRange
from embargo_watch.read.day_words import named_dates
from embargo_watch.read.undated import bounds

CASES = [
    # A date with a year, told as past, is a floor; the latest one counts.
    ("The deal of 3 May 2021 and the sale of June 2020 were lawful.", "2021-05-03/.."),
    # Near-miss: a date that is still to come bounds nothing.
    ("The ship will arrive by 3 May 2031.", ""),
    ("The embargo expires on 18 October 2023.", ""),
    # An event that everyone can date is a floor too.
    ("Russia has bought drones since the full-scale invasion.", "2022-02-24/.."),
    # Anniversaries close the window: near, on, past and within.
    ("The full-scale invasion nears its two-year mark.", "2023-11-24/2024-02-23"),
    # Words that fit two wars leave both.
    ("The war in Ukraine nears its two-year mark.", "2016-01-11/2024-02-23"),
    ("Ahead of the third anniversary of the full-scale invasion.", "2024-11-24/2025-02-23"),
    ("It marks the second anniversary of the full-scale invasion.", "2024-02-21/2024-03-26"),
    ("The war in Sudan, in its third year, is fed by arms.", "2025-04-15/2026-04-14"),
    ("More than a year after the Taliban takeover, rifles are sold.", "2022-08-15/2023-08-14"),
    ("Nearly two years after the coup in Myanmar, jets still come.", "2022-11-01/2023-01-31"),
    ("On day 700 of the full-scale war, shells ran short.", "2024-01-23/2024-01-26"),
    # Without a known event the text's own date of it serves.
    ("The war began in April 2023. The conflict nears its two-year mark.", "2024-12-30/2025-03-31"),
    # A term of office is a window; a former holder is none.
    ("President Ebrahim Raisi denied the sale.", "2021-08-03/2024-05-18"),
    # A title outlives its term where its holder does not speak; a deputy is another office.
    ("The policy of President Barack Obama is recalled.", "2009-01-20/.."),
    ("Vice President Joe Biden said that arms were sent.", ""),
    # A year alone is a floor only where it is told as past.
    ("Arms were sold in 2019.", "2019-01-01/.."),
    ("A vote in 2031 decides.", ""),
    ("Former President Barack Obama had denied the sale.", ""),
    # A weekday beside day and month leaves few years.
    (
        "President Joe Biden said on Wednesday, January 10, that missiles fell.",
        "2024-01-10/2025-01-09",
    ),
    # Nothing to go by.
    ("Missiles were sent on Wednesday.", ""),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), CASES)
def test_what_a_text_says_of_its_day(text, edtf):
    """One clue at a time."""
    found = bounds(text)

    assert found.edtf == edtf
    assert found.reasons


def test_clues_narrow_each_other_and_each_step_is_told():
    """A floor, a war's mark, days without a year and a weekday make a narrow window."""
    text = (
        "The envoys said on Thursday that shells were fired on 28 December and 3 January."
        " The war, which began with the full-scale invasion, nears its two-year mark."
    )
    found = bounds(text)
    days = DateRange.parse(found.edtf)

    assert (days.first, days.last) == (dt.date(2024, 1, 3), dt.date(2024, 1, 31))
    assert any("two-year mark" in reason for reason in found.reasons)
    assert any("3 January" in reason and "28 December" in reason for reason in found.reasons)


def test_days_without_a_year_alone_narrow_less():
    """Without a weekday, or with a single day, only the year before is claimed."""
    war = " The full-scale invasion nears its two-year mark."
    single = bounds("They said on Thursday that shells were fired on 3 January." + war)
    pair = bounds("They said that shells were fired on 28 December and 3 January." + war)

    assert single.edtf == pair.edtf == "2023-11-24/2024-02-23"


def test_days_all_over_the_calendar_say_nothing():
    """Where no gap shows which day is the latest, none is chosen."""
    days = "Shells fell on 3 January, 3 April, 3 July and 3 October."

    assert bounds(days).edtf == ""


def test_clues_that_contradict_stronger_ones_are_left_out_with_a_word():
    """The full date stands; the term of office that ended before it does not."""
    text = "It happened in March 2025, they said. President Ebrahim Raisi denied the sale."
    found = bounds(text)

    assert found.edtf == "2025-03-01/.."
    assert any(reason.startswith("Left out") and "Raisi" in reason for reason in found.reasons)


def test_a_weekday_names_a_day_only_where_few_are_left():
    """Within a week it moves the first day; in a month it does nothing."""
    narrow = "Day 700 of the full-scale war: the parcels came on Thursday."
    wide = "The full-scale war nears its two-year mark, they said on Thursday."

    assert bounds(narrow).edtf == "2024-01-25/2024-01-26"
    assert bounds(wide).edtf == "2023-11-24/2024-02-23"


def test_the_same_occasion_of_two_years_is_kept_apart():
    """A meeting "in September" that took place in two Septembers leaves both until more is said."""
    meeting = "Arms flowed after Putin and Kim held a summit in September."
    either = DateRange.parse(bounds(meeting).edtf)
    one = DateRange.parse(bounds(meeting + " President Joe Biden said so.").edtf)

    assert (either.first, either.last) == (dt.date(2023, 9, 13), dt.date(2026, 9, 3))
    assert (one.first, one.last) == (dt.date(2023, 9, 13), dt.date(2024, 9, 13))


def test_the_undated_article_comes_out_in_january_2024(shared):
    """The article that the project started from, with its steps."""
    path = shared / "corpora" / "seed" / "western-allies-denounce-north-korea.txt"
    if not path.exists():
        pytest.skip("needs ../shared: corpora/seed")
    found = bounds(path.read_text(encoding="utf-8"))
    days = DateRange.parse(found.edtf)

    assert dt.date(2024, 1, 2) <= days.first <= dt.date(2024, 1, 10)
    assert dt.date(2024, 1, 11) <= days.last <= dt.date(2024, 1, 31)
    assert len(found.reasons) > 3


@given(text=st.text(max_size=300), day=st.dates(dt.date(1995, 1, 1), dt.date(2050, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_reasoning_never_fails_and_never_contradicts_a_floor(text, day):
    """Any text is survived; a past date in it is never older than the answer's last day."""
    found = bounds(f"{text}\nThe sale was made on {day:%d %B %Y}.\n")
    days = DateRange.parse(found.edtf) if found.edtf else None

    assert days is None or days.last is None or days.last >= day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 30 December and 2 January", [(None, 12, 30), (None, 1, 2)]),
        ("on Jan. 4, 2024, and", [(2024, 1, 4)]),
        ("the 5th of May 2023", [(2023, 5, 5)]),
        ("in February 2022", [(2022, 2, None)]),
        ("since September", [(None, 9, None)]),
        ("in 2021", [(2021, None, None)]),
        ("2023-12-30", [(2023, 12, 30)]),
        ("they may 10 times; a march 2 miles long", []),
        ("May 10 percent", []),
        ("resolution 2231 and 1718", []),
        ("32 December", []),
    ],
)
def test_dates_in_words(text, parts):
    """What counts as naming a date, and what only looks like it."""
    assert [(named.year, named.month, named.day) for named in named_dates(text)] == parts
