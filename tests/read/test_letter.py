"""Letters: subject, day and sender from the headers, words from the body."""

from email.message import EmailMessage

import pytest

from embargo_watch.errors import SkipDocument

BODY = (
    "A naval patrol seized more than two thousand rifles from a small boat, officials said.\n\n"
    "The boat was sailing from Iran along a route used to supply the Houthis, they said.\n"
)


def letter(body=BODY, subject="Rifles seized – again", page=""):
    """A letter as a mail program writes it."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Reuters News <alerts@mail.reuters.com>"
    message["Date"] = "Thu, 04 Jan 2024 23:30:00 -0500"
    if body:
        message.set_content(body)
    if page and body:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    return message


def test_a_letter_is_its_subject_and_its_words(read_as):
    """The day is that of the sender's own zone."""
    document = read_as(letter().as_bytes(), "message/rfc822")

    assert document.text == f"Rifles seized – again\n\n{BODY}"
    assert (document.title, document.publisher) == ("Rifles seized – again", "Reuters")
    assert (document.published, document.published_basis) == ("2024-01-04", "metadata")
    assert document.language == "en"


def test_the_plain_part_is_preferred_and_the_page_part_is_read_where_alone(read_as):
    """Attachments are not the letter's own words."""
    page = f"<html><body><p>{BODY}</p><p>{BODY}</p></body></html>"
    both, alone = letter(page=page), letter(body="", page=page)
    both.add_attachment(b"Iran sold tanks", maintype="text", subtype="plain", filename="a.txt")

    assert read_as(both.as_bytes(), "message/rfc822").text.endswith(BODY)
    assert "seized more than two thousand" in read_as(alone.as_bytes(), "message/rfc822").text


def test_an_encoded_body_is_decoded(read_as):
    """Whatever the mail calls its charset."""
    raw = letter(body="").as_bytes() + (
        b"Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n"
        + "Kyiv’s ally – “sold” rifles to the navy of another state.".encode("cp1252")
    )

    assert "“sold”" in read_as(raw.replace(b"\n\nContent", b"\nContent", 1), "message/rfc822").text


@pytest.mark.parametrize(
    "content", [b"", b"Subject: x\n\n", b"From: a@b\nContent-Type: image/png\n\nxx"]
)
def test_a_letter_without_words_is_skipped_by_name(read_as, content):
    """Nothing to read is said, not guessed."""
    with pytest.raises(SkipDocument, match="source: "):
        read_as(content, "message/rfc822")


def test_a_letter_of_endless_parts_is_skipped(read_as):
    """Nesting made to exhaust its reader is refused."""
    raw = b"From: a@b\n"
    for count in range(1500):
        raw += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (count, count)

    with pytest.raises(SkipDocument, match="source: "):
        read_as(raw, "message/rfc822")
