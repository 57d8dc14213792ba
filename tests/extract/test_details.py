"""Dates, amounts, breaches alleged and joint statements around a claim. Texts are made up."""

import pytest

from embargo_watch.model.spans import Span


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Iran sent missiles to Russia on 30 December.", "2023-12-30"),
        ("Iran sent missiles to Russia on 2 January.", "2024-01-02"),
        ("Iran sent missiles to Russia on 30 December 2022.", "2022-12-30"),
        ("Iran sent missiles to Russia in May.", "2023-05"),
        ("Iran sent missiles to Russia last year.", "2023"),
        ("Iran sent missiles to Russia yesterday.", "2024-01-09"),
        ("Iran sent missiles to Russia overnight.", "2024-01-10"),
        ("Iran has sent missiles to Russia since August.", "2023-08/.."),
        ("Iran will send missiles to Russia in March.", "2024-03"),
        ("Iran may send missiles to Russia.", ""),
        ("Officials said on Tuesday that Iran had sent missiles to Russia.", ""),
        ("Iran sent missiles to Russia.", ""),
    ],
)
def test_dates_are_those_of_the_event(claims_in, sentence, date):
    """A day without a year is the nearest one past; the day of a statement is nobody's date."""
    (claim,) = claims_in(sentence)

    assert claim.date == date


def test_a_report_of_unknown_date_settles_no_year(claims_in):
    """Where the report may be of two years, "30 December" stays undated."""
    text = "Iran sent missiles to Russia on 30 December."

    (claim,) = claims_in(text, published="2022/2024")

    assert claim.date == ""


def test_two_occasions_are_two_claims(claims_in):
    """Each dated use is a claim of its own; the transfer that it implies stays undated."""
    claims = claims_in(
        "Russia fired North Korean missiles at Ukraine on two occasions: 30 December and 2 January."
    )

    assert [(c.kind, c.date) for c in claims] == [
        ("transfer", ""),
        ("use", "2023-12-30"),
        ("use", "2024-01-02"),
    ]
    assert all(c.against == ("UKR",) for c in claims if c.kind == "use")


@pytest.mark.parametrize(
    ("sentence", "least", "most", "unit"),
    [
        ("North Korea sent more than a million shells to Russia.", 1e6, None, ""),
        (
            "North Korea sent some 1,000 containers of ammunition to Russia.",
            1000,
            1000,
            "containers",
        ),
        ("Iran sent up to 400 missiles to Russia.", None, 400, ""),
        ("Iran sent dozens of drones to Russia.", 24, None, ""),
        ("Germany gave Ukraine $40 million worth of ammunition.", 4e7, 4e7, "USD"),
        ("Iran sold Russia 6,000 Shahed-136 drones.", 6000, 6000, ""),
    ],
)
def test_amounts_with_their_bounds(claims_in, sentence, least, most, unit):
    """ "More than" has no upper end, "up to" no lower one."""
    (claim,) = claims_in(sentence)

    assert (claim.quantity.min, claim.quantity.max, claim.quantity.unit) == (least, most, unit)


@pytest.mark.parametrize(
    "sentence",
    ["North Korea sent 155 mm shells to Russia.", "Iran sent missiles to Russia in 2023."],
)
def test_sizes_and_years_are_no_amounts(claims_in, sentence):
    """A calibre measures one piece."""
    (claim,) = claims_in(sentence)

    assert claim.quantity is None


def test_a_breach_alleged_is_kept_with_the_claim(claims_in):
    """The instrument is in the speaker's words, though another sentence says it."""
    (claim,) = claims_in(
        "The United States said North Korea sent missiles to Russia. The transfer violates"
        " resolutions of the Security Council, Washington said."
    )

    (breach,) = claim.alleged_breach
    assert (breach.instrument, breach.by) == ("resolutions of the Security Council", ("USA",))


def test_a_joint_statement_names_authors_signatories_and_their_number(claims_in):
    """Signatories are further speakers; the stated number stays as stated."""
    (claim,) = claims_in(
        "The European Union and the United States accused North Korea of sending missiles to"
        " Russia. The statement was co-signed by more than 40 nations, including Japan and Canada."
    )

    assert claim.speakers == ("eu", "USA", "JPN", "CAN")
    assert claim.joint.authors == ("eu", "USA")
    assert claim.joint.signatories == ("JPN", "CAN")
    assert claim.joint.stated_number == "more than 40 nations"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (
            "The United States and Japan said in a joint statement that North Korea had sent"
            " missiles to Russia.",
            ("USA", "JPN"),
        ),
        (
            "Washington and Tokyo jointly condemned North Korea for sending missiles to Russia.",
            ("USA", "JPN"),
        ),
        # Two who say the same each for himself, and one who speaks of a statement alone.
        ("The United States and Japan said North Korea had sent missiles to Russia.", None),
        ("Japan said in a joint statement that North Korea had sent missiles to Russia.", None),
    ],
)
def test_those_who_speak_together_are_authors(claims_in, text, authors):
    """A joint statement has authors, also where nobody else signed it."""
    (claim,) = claims_in(text)

    assert (claim.joint.authors if claim.joint else None) == authors


def test_what_goods_are_bound_for_is_a_place(claims_in):
    """ "Bound for Yemen" says nothing of Yemen's government; a capital stands for it.

    Sanaa does not: the Houthis hold it.
    """
    (bound,) = claims_in("The US Navy seized Iranian rifles bound for Yemen.")
    (sent,) = claims_in("Tehran sent Damascus missiles.")
    (held,) = claims_in("Tehran sent Sanaa missiles.")

    assert (bound.supplier_as, bound.recipient_as) == ("unclear", "territory")
    assert (sent.supplier_as, sent.recipient_as) == ("government", "government")
    assert held.recipient_as == "unclear"


def test_no_claim_comes_out_of_page_furniture(document_of):
    """What belongs to the page stays in the text, and no span lies in it."""
    from dataclasses import replace

    from embargo_watch.extract.english import EnglishExtractor

    text = "Iran sent missiles to Russia.\nRead more: North Korea sent shells to Russia."
    start = text.index("Read more")
    page = replace(document_of(text), furniture=(Span.of(text, start, len(text)),))

    (found,) = EnglishExtractor(weighs=False).extract([page])

    assert [c.goods.group for c in found.candidates] == ["missiles"]
