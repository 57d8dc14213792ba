"""Pages: the story without its page, what the markup says, and markup meant to hurt."""

import pytest

from embargo_watch.errors import SkipDocument

PARAGRAPHS = [
    "A naval patrol seized more than two thousand rifles from a small boat, officials said.",
    "The boat was sailing from Iran along a route used to supply the Houthis, they added.",
    "The crew of six was questioned, and the rifles were taken aboard for counting on Monday.",
    "Experts said that the rifles resembled those found on earlier boats along the same route.",
]
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
META = """
<title>Navy seizes rifles - The Paper</title>
<meta property="og:site_name" content="The Paper">
<meta property="og:title" content="Navy seizes rifles">
<link rel="canonical" href="https://paper.example/2024/01/04/rifles">
"""


def page(body=STORY, head=META):
    """A page with the furniture that pages have."""
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li>Home</li><li>World</li></ul>"
        f"</nav><article><h1>Navy seizes rifles</h1>{body}</article><aside><h3>Most read</h3><a>"
        "Drones sold to Russia</a></aside><footer>© The Paper. We use cookies.</footer></body>"
    )


def test_the_story_is_read_and_its_page_is_not(read_as):
    """Title first, then every paragraph; no menu, no list, no footer."""
    document = read_as(page(), "text/html")

    assert document.text.startswith("Navy seizes rifles\n")
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert not any(words in document.text for words in ("Most read", "Drones sold", "cookies"))
    assert (document.title, document.publisher) == ("Navy seizes rifles", "The Paper")
    assert document.url == "https://paper.example/2024/01/04/rifles"
    assert (document.published, document.published_basis) == ("2024-01-04", "url")


def test_scripts_and_hidden_parts_are_not_read(read_as):
    """Words that nobody sees on the page are in no text."""
    hidden = (
        "<script>var s = 'Iran sold missiles to Mars';</script><style>.x{}</style>"
        "<div style='display:none'>Iran sold tanks to Venus yesterday, it says here.</div>"
        "<noscript>Enable scripts</noscript><!-- Iran sold ships to Pluto -->"
    )
    text = read_as(page(STORY + hidden), "text/html").text

    assert not any(word in text for word in ("Mars", "Venus", "Pluto", "Enable scripts"))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-01-05T10:00:00Z">',
        "<meta content='2024-01-05' name='DC.date'>",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "datePublished": "2024-01-05T01:00:00+00:00"}]}</script>',
        '<time datetime="2024-01-05">5 January</time>',
    ],
)
def test_a_date_in_the_markup(read_as, head):
    """Meta tags, JSON-LD and time elements; all before the address."""
    document = read_as(page(head=META + head), "text/html")

    assert (document.published, document.published_basis) == ("2024-01-05", "metadata")


def test_broken_data_in_the_markup_is_passed_over(read_as):
    """JSON-LD that is no JSON costs nothing but itself."""
    head = META + '<script type="application/ld+json">{"datePublished": </script>'

    assert read_as(page(head=head), "text/html").published_basis == "url"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "no-such-charset"),
        ("utf-16", "utf-8"),
    ],
)
def test_a_page_that_lies_about_its_encoding(read_as, encoding, declared):
    """Valid UTF-8 is UTF-8; else the declaration; else a guess."""
    head = f'<meta charset="{declared}">' if declared else ""
    body = STORY + "<p>The minister’s “no” – so he told reporters – was firm on that day.</p>"
    text = read_as(page(body, head).encode(encoding), "text/html").text

    assert "The minister’s “no” – so he told" in text


def test_a_page_from_right_to_left(read_as):
    """It is read whole and in its own order, and told to be Hebrew."""
    words = "צפון קוריאה סיפקה לרוסיה טילים בליסטיים, כך לפי הודעה משותפת של המדינות. " * 4
    body = f'<html dir="rtl"><body><article><p>{words}</p><p>{words}</p></article></body></html>'
    document = read_as(body, "text/html")

    assert document.language == "he"
    assert words.strip() in document.text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 10_000 + STORY + "</div>" * 10_000,
        "<b><div>" * 100_000 + STORY,
        "<x-y>" * 100_000 + STORY,
        "<ul><li>" * 20_000 + STORY,
        "<script>" * 50_000 + STORY,
    ],
    ids=["deep", "unclosed", "unknown", "lists", "scripts"],
)
def test_markup_meant_to_hurt_is_read_or_refused(read_as, body):
    """Neither the process nor the minute is lost, and the story is found."""
    document = read_as(f"<html><body>{body}</body></html>", "text/html")

    assert all(paragraph in document.text for paragraph in PARAGRAPHS)


def test_a_page_of_50_megabytes_is_read(read_as):
    """Large registers are pages too."""
    count = 50_000_000 // len(STORY)
    document = read_as(f"<html><body><article>{STORY * count}</article></body></html>", "text/html")

    assert document.text.count(PARAGRAPHS[0]) == count
    assert document.language == "en"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html><body></body></html>",
        "<html><body><script>render()</script></body></html>",
    ],
    ids=["empty", "bare", "script"],
)
def test_a_page_without_text_is_skipped_by_name(read_as, content):
    """Empty pages, and those that a browser would have to fill."""
    with pytest.raises(SkipDocument, match="source: "):
        read_as(content, "text/html")


def test_a_comment_that_never_ends_is_survived(read_as):
    """Browsers show nothing of such a page; reading it may give words or a refusal, no more."""
    try:
        document = read_as("<html><body>" + "<!--" * 50_000 + STORY, "text/html")
    except SkipDocument:
        return

    assert document.text


HIDDEN = "Iran sold missiles to Mars last week, officials said in a statement on Monday."


@pytest.mark.parametrize(
    "markup",
    [
        f"<div hidden><p>{HIDDEN}</p></div>",
        f'<div class="a" hidden=""><div><p>x</p></div><p>{HIDDEN}</p></div>',
        f"<p style='color: red; display : none'>{HIDDEN}</p>",
        f'<section style="visibility:hidden"><p>{HIDDEN}</p></section>',
        f'<div aria-hidden="true"><p>{HIDDEN}</p></div>',
        f"<template><p>{HIDDEN}</p></template>",
        f"<noscript><p>{HIDDEN}</p></noscript>",
        f"<dialog><p>{HIDDEN}</p></dialog>",
        f"<p hidden>{HIDDEN}<p>And so on.</p>",
    ],
)
@pytest.mark.parametrize("deep", ["", "<div>" * 300])
def test_what_a_tag_hides_is_not_read(read_as, markup, deep):
    """Whichever way the page is read, the reader of it sees no such words."""
    text = read_as(page(f"{STORY}{markup}{deep}{STORY}"), "text/html").text

    assert "Mars" not in text
    assert PARAGRAPHS[0] in text


@pytest.mark.parametrize(
    "markup",
    [
        f"<div data-hidden='false'><p>{HIDDEN}</p></div>",
        f'<div title="hidden"><p>{HIDDEN}</p></div>',
        f'<div class="hidden-gem"><p>{HIDDEN}</p></div>',
        f'<div aria-hidden="false"><p>{HIDDEN}</p></div>',
        f"<div style='display: block'><p>{HIDDEN}</p></div>",
        f"<img hidden src=x><p>{HIDDEN}</p>",
    ],
)
def test_what_only_sounds_hidden_is_read(read_as, markup):
    """Classes, other attributes and a tag that holds nothing hide nothing."""
    assert "Mars" in read_as(page(f"{STORY}{markup}{STORY}"), "text/html").text


def test_a_page_hidden_until_a_script_shows_it_is_read(read_as):
    """The whole body is never hidden for good."""
    markup = page().replace("<body>", '<body style="visibility:hidden">')

    assert PARAGRAPHS[0] in read_as(markup, "text/html").text


def test_a_script_in_a_title_is_no_title(read_as):
    """What is inside a script tag is not read, wherever somebody put it."""
    head = "<title>Navy <script>steal('Mars')</script>seizes rifles</title>"

    assert read_as(page(head=head), "text/html").title == "Navy seizes rifles"
