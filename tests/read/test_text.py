"""Plain text: the story found, its page marked, its credit and dateline read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embargo_watch.errors import SkipDocument

STORY = [
    "Navy seizes rifles on a dhow in the Gulf of Oman",
    "A naval patrol seized more than two thousand rifles from a small boat, officials said.",
    "The boat was sailing from Iran along a route used to supply the Houthis, they said.",
    "The crew of six was questioned and the rifles were taken aboard for counting.",
]
FURNITURE = [
    "top of page", "Skip to content", "Advertisement", "Share this article", "3 min read",
    "Home > World > Middle East", "Read more: Who are the Houthis?", "12 comments", "* Share *",
    "© 2024 A Paper. All rights reserved", "We use cookies to improve your visit", "Back to top",
]  # fmt: skip
CASES = st.lists(st.tuples(st.integers(0, len(STORY)), st.sampled_from(FURNITURE)), max_size=6)


@given(planted=CASES)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_planted_furniture_is_marked_and_the_story_is_not(read_as, planted):
    """Wherever furniture is put between the lines of a story, exactly it is marked."""
    lines = list(STORY)
    for place, words in sorted(planted, reverse=True):
        lines.insert(place, words)
    document = read_as("\n\n".join(lines))
    marked = [span.text for span in document.furniture]

    assert sorted(marked) == sorted(words for _, words in planted)
    assert document.title == STORY[0]
    assert all(document.text[s.start : s.end] == s.text for s in document.furniture)


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_text_is_kept_and_furniture_spans_point_into_it(read_as, text):
    """Whatever the text: its words are those of the file and spans slice to their words."""
    try:
        document = read_as(text)
    except SkipDocument:
        return

    assert document.text == text.removeprefix("\ufeff")
    assert all(document.text[s.start : s.end] == s.text for s in document.furniture)


def test_menus_and_lists_of_other_stories_are_marked(read_as):
    """Runs of short lines, and what stands under "Related articles"."""
    menu = ["Politics", "Sport", "Weather", "Business"]
    related = ["Related articles", "Drones found in Kherson", "Talks on grain resume in Istanbul"]
    document = read_as("\n".join([*menu, *STORY[:3], *related, STORY[3]]))

    assert [span.text for span in document.furniture] == [*menu, *related]


def test_what_readers_say_is_not_the_story(read_as):
    """After "Comments", once the story is told; a menu's "Comments" at the top ends nothing."""
    talk = ["Comments", "Ivan: They sold us tanks too, I saw it.", "Olga: No proof at all!"]
    document = read_as("\n".join(["Comments", *STORY, *talk]))

    assert [span.text for span in document.furniture] == ["Comments", *talk]


def test_words_of_furniture_inside_a_sentence_are_story(read_as):
    """Near-misses: a story may speak of shares, comments and cookies."""
    near = [
        "Comments by the minister drew anger in Kyiv.",
        "Share prices of arms makers rose after the deal was announced.",
        "Home to 4,000 troops, the base received the missiles in May.",
    ]

    assert read_as("\n".join([*STORY, *near])).furniture == ()


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: Euronews", "Euronews"),
        ("Source: The Harbour Gazette", "The Harbour Gazette"),
        ("(Source: Yonhap)", "Yonhap News Agency"),
        ("Credit: AP", "Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("By Jane Roe, Associated Press", "Associated Press"),
        ("MOSCOW, January 4. /TASS/. Russia denies it.", ""),
        ("KYIV, Jan 4 (Reuters) - The patrol seized rifles.", "Reuters"),
        ("The rifles were counted on Tuesday. — TASS", "TASS"),
        ("(Reporting by A. Roe; Editing by B. Doe)", "Reuters"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("A source: the rifles came by sea and by night, in crates, said people who saw it.", ""),
        ("Reuters was told that the rifles were old.", ""),
    ],
)
def test_credits(read_as, line, credit):
    """Labels, datelines, bylines and marks; a mention of an agency is none of them."""
    if line.startswith("MOSCOW"):
        credit = "TASS"
    head = line.startswith(("KYIV", "MOSCOW", "By"))
    lines = [STORY[0], line, *STORY[1:]] if head else [*STORY, line]

    assert read_as("\n\n".join(lines)).credit == credit


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("SEOUL, January 10, 2024 — The navy said", "2024-01-10"),
        ("KYIV, 4 January 2024 (Reuters) - The navy said", "2024-01-04"),
        ("Published: 4 January 2024", "2024-01-04"),
        ("Updated on Jan. 4, 2024 10:15 GMT", "2024-01-04"),
        ("2024-01-04", "2024-01-04"),
        ("Thursday, January 4, 2024", "2024-01-04"),
    ],
)
def test_datelines(read_as, line, published):
    """A date at the head of a text is its date, and is not its title."""
    document = read_as("\n".join([line, *STORY] if len(line) < 40 else [STORY[0], line]))

    assert (document.published, document.published_basis) == (published, "dateline")
    assert document.title == STORY[0]


def test_what_the_sender_says_goes_first(read_as):
    """A date given with the document is taken for what it is."""
    document = read_as("\n".join(STORY), given={"published": "2024-01"})

    assert (document.published, document.published_basis) == ("2024-01", "given")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 text", "not text"),
        (bytes(range(256)) * 40, "not text"),
        (b"MZ\x90\x00\x03" + b"\x00" * 60, "not text"),
        (b"top of page\n\nComments\n\nbottom of page", "no story"),
    ],
)
def test_what_is_no_text_is_skipped_by_name(read_as, content, why):
    """Empty files, binary ones named .txt, and pages without a story."""
    with pytest.raises(SkipDocument, match=f"source: .*{why}"):
        read_as(content)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(read_as, encoding):
    """The same words out of every encoding, without a mark at the front."""
    text = "Kyiv’s ally – Türkiye – “sold” drones. " * 3 + "\n"

    assert read_as(text.encode(encoding)).text == text


def test_cyrillic_in_a_windows_code_page_is_told(read_as):
    """It is not English, and not mojibake that might be."""
    text = "Северная Корея поставила России баллистические ракеты, заявили в понедельник. " * 4

    assert read_as(text.encode("cp1251")).language == "ru"
