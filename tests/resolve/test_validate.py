"""The gate between what an extractor proposes and what counts as a claim."""

from dataclasses import replace

import pytest

from embargo_watch.model.candidate import Candidate, Goods, Mention
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.resolve import validate
from embargo_watch.resolve.parties import resolve

TEXT = "Baykar and Rheinmetall sent Libya drones."


def words(text):
    """The span of some words of the text."""
    start = TEXT.index(text)
    return Span.of(TEXT, start, start + len(text))


@pytest.fixture
def document():
    """One sentence about two companies and a state."""
    return Document(blob="b", entry="e", source="s", text=TEXT, language="en")


@pytest.fixture
def candidate():
    """A proposal that is right in all its parts."""
    return Candidate(
        kind="transfer", rule="gives", status="asserted", predicate=words("sent"),
        quote=words("Baykar and Rheinmetall sent Libya drones"),
        goods=Goods(span=words("drones"), group="uav"),
        supplier=(Mention(span=words("Baykar"), party="TUR"),),
        recipient=(Mention(span=words("Libya"), party="LBY"),),
    )  # fmt: skip


def test_a_sound_candidate_becomes_a_claim(document, candidate):
    """Its slots are ids, and every slot's words are kept."""
    (claim,), rejected = validate(document, [candidate], "rules-en")

    assert rejected == ()
    assert (claim.supplier, claim.recipient, claim.item) == (("TUR",), ("LBY",), "uav")
    assert claim.spans["supplier"][0].text == "Baykar"
    assert (claim.extractor, claim.rule) == ("rules-en", "gives")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"goods": None}, "no-item"),
        ({"supplier": (), "recipient": ()}, "no-party"),
        ({"recipient": (Mention(span=words("Libya"), party="TUR"),)}, "both-sides"),
        ({"quote": Span(0, 6, "Bayker")}, "words-not-in-text"),
    ],
)
def test_what_is_refused_is_refused_by_name(document, candidate, change, rule):
    """A claim has goods, a party, two different sides and words that stand in the text."""
    claims, (rejected,) = validate(document, [replace(candidate, **change)], "rules-en")

    assert claims == ()
    assert rejected.rule == rule


def test_words_of_the_page_are_no_words_of_the_story(document, candidate):
    """A span in furniture refuses the whole candidate."""
    page = replace(document, furniture=(words("Libya drones"),))

    _, (rejected,) = validate(page, [candidate], "rules-en")

    assert rejected.rule == "page-furniture"


def test_the_same_claim_twice_is_one(document, candidate):
    """Two extractors that agree to the span make one claim."""
    claims, _ = validate(document, [candidate, candidate], "rules-en")

    assert len(claims) == 1


def test_one_side_may_stay_open(document, candidate):
    """A supply whose recipient nobody names is a claim all the same."""
    (claim,), _ = validate(document, [replace(candidate, recipient=())], "rules-en")

    assert claim.recipient == ()
    assert "recipient" not in claim.spans


def test_the_extractor_is_no_part_of_a_claims_id(document, candidate):
    """A new version finds the same claim under the same name."""
    (old,), _ = validate(document, [candidate], "rules-en")
    (new,), _ = validate(document, [candidate], "another")

    assert old.id == new.id


def test_parties_are_named_once_in_the_order_of_the_text():
    """Unknown ids are left out rather than guessed."""
    mentions = [
        Mention(span=words("Libya"), party=party) for party in ("RUS", "IRN", "RUS", "nobody-known")
    ]

    assert resolve(mentions) == ("RUS", "IRN")


def test_a_score_goes_with_what_was_scored(document, candidate):
    """It stands in the claim and in the rejected candidate, and is no part of the claim's id."""
    scored = replace(candidate, score=0.75)
    refused = replace(scored, goods=None)

    (claim,), (rejected,) = validate(document, [scored, refused], "rules-en")
    (unscored,), _ = validate(document, [candidate], "rules-en")

    assert (claim.score, rejected.score, unscored.score) == (0.75, 0.75, None)
    assert claim.id == unscored.id
