"""The article that the project began with, read as the issue on the main job demands."""

import io

import pytest

from embargo_watch.capture import captures
from embargo_watch.pipeline import understand

SIGNED = ("JPN", "KOR", "ARG", "CAN", "AUS", "NZL", "NOR", "GBR")


@pytest.fixture(scope="module")
def article(shared):
    """What every stage made of the article."""
    folder = shared / "corpora" / "seed"
    if not folder.is_dir():
        pytest.skip("needs ../shared: corpora/seed")
    (result,) = understand(list(captures(str(folder), at=None, stdin=io.BytesIO())))
    return result


@pytest.fixture
def claims_of(article):
    """The claims of one kind between two parties, by item group."""

    def chosen(kind, supplier, recipient):
        return [
            c for c in article.claims
            if (c.kind, c.supplier, c.recipient) == (kind, supplier, recipient)
        ]  # fmt: skip

    return chosen


def test_the_supply_of_missiles_with_all_who_vouch_for_it(claims_of):
    """The allies assert it; the co-signing states and the stated number are kept."""
    (claim,) = claims_of("transfer", ("PRK",), ("RUS",))

    assert (claim.item, claim.status) == ("missiles", "asserted")
    assert claim.speakers == ("eu", "USA", *SIGNED)
    assert claim.joint.authors == ("eu", "USA")
    assert claim.joint.stated_number == "almost 50 nations"
    assert any("resolutions" in b.instrument for b in claim.alleged_breach)
    assert all(b.by == ("eu", "USA") for b in claim.alleged_breach)


def test_both_uses_with_the_year_that_the_page_does_not_say(article, claims_of):
    """The year comes out of the reasoning about the undated page, whose reasons are kept."""
    uses = claims_of("use", ("PRK",), ("RUS",))

    assert sorted(c.date for c in uses) == ["2023-12-30", "2024-01-02"]
    assert {c.item for c in uses} == {"missiles"}
    assert article.document.published_basis == "text"
    assert article.document.published_reasons


def test_what_goes_the_other_way_is_still_to_come(claims_of):
    """Technology and relief were sought, as media reports have it."""
    claims = claims_of("transfer", ("RUS",), ("PRK",))

    assert {"technology", "relief"} <= {c.item for c in claims}
    assert {c.status for c in claims} == {"prospective"}
    assert all("media reports" in " ".join(c.speakers_text) for c in claims)


def test_what_kyiv_pleads_for(claims_of):
    """Arms and money that the two who are asked would give."""
    claims = claims_of("transfer", ("eu", "USA"), ("UKR",))

    assert {(c.item, c.status) for c in claims} == {
        ("arms", "prospective"),
        ("money", "prospective"),
    }


def test_nothing_is_made_of_speculation_or_of_the_page(article):
    """No claim out of what could be obtained; credit is read; furniture holds no span."""
    text = article.document.text
    speculation = text.index("could obtain")
    spans = [s for c in article.claims for some in c.spans.values() for s in some]

    assert article.document.credit == "Euronews"
    assert not any(s.start <= speculation < s.end for s in [c.quote for c in article.claims])
    assert article.document.furniture
    assert not any(f.overlaps(s) for f in article.document.furniture for s in spans)


def test_the_provisions_that_the_supply_would_breach(article, claims_of):
    """The sale itself and the export ban are engaged, judged over the reporting window."""
    (claim,) = claims_of("transfer", ("PRK",), ("RUS",))
    engaged = {f.provision: f.basis for f in article.findings[claim.id] if f.verdict == "engaged"}

    assert {"DPRK-1718-8b", "DPRK-1874-9"} <= engaged.keys()
    assert set(engaged.values()) == {"window"}
