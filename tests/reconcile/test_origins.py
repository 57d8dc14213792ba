"""Who really says it, counted once."""

import pytest

from embargo_watch.model.claim import Joint
from embargo_watch.model.ledger import Voice
from embargo_watch.reconcile.origins import independent, nameless, origins, stance

ALLIES = Joint(authors=("USA", "eu"), signatories=("CAN", "GBR"), stated_number="almost 50")


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"speakers": ("USA",)}, ("USA",)),
        ({"speakers": ("USA", "UKR")}, ("USA", "UKR")),
        ({"speakers": ("USA", "USA")}, ("USA",)),
        # A speaker without an id is told by its words, article and blanks aside.
        ({"speakers_text": ("the  Institute for Peace",)}, ("Institute for Peace",)),
        ({"speakers": ("unknown",), "speakers_text": ("a rebel",)}, ("rebel",)),
        # Words beside an id are the same speaker's.
        ({"speakers": ("USA",), "speakers_text": ("the Pentagon",)}, ("USA",)),
        # No speaker: the publisher, by its family.
        ({"publisher": "Weekly"}, ("publisher:Daily Group",)),
        ({"publisher": "Nobody's Blog"}, ("publisher:unknown",)),
        ({"publisher": ""}, ("publisher:unknown",)),
        # An agency credited stands behind the text, whoever prints it.
        ({"publisher": "Nobody's Blog", "credit": "AFP"}, ("publisher:AFP",)),
        ({"publisher": "Globe", "credit": "Source: the cat"}, ("publisher:Globe",)),
        # A joint statement is one origin, and those who signed it are not counted.
        ({"speakers": ("eu", "USA", "CAN", "GBR"), "joint": ALLIES}, ("eu+USA",)),
        ({"speakers": ("eu", "USA", "JPN"), "joint": ALLIES}, ("eu+USA", "JPN")),
        ({"joint": Joint(signatories=("GBR", "CAN"))}, ("CAN+GBR",)),
        # A number alone makes nobody an author.
        ({"speakers": ("USA",), "joint": Joint(stated_number="50")}, ("USA",)),
    ],
)
def test_origins(make_entry, family, slots, expected):
    """A claim's origin is its speaker, else the publisher behind its words."""
    assert origins(make_entry(**slots), family) == expected


def test_a_copy_has_the_origin_of_its_original(make_entry, make_document, family):
    """Whoever prints the wire story without saying so is not a second origin."""
    head = make_document("the wire story", publisher="Reuters")

    assert origins(make_entry(publisher="Globe"), family, head) == ("publisher:Reuters",)
    assert origins(make_entry(publisher="Globe", speakers=("USA",)), family, head) == ("USA",)


@pytest.mark.parametrize(
    ("status", "origin", "expected"),
    [
        ("asserted", "USA", "asserts"),
        ("asserted", "RUS", "admits"),
        ("asserted", "PRK", "admits"),
        ("asserted", "publisher:Globe", "asserts"),
        ("asserted", "PRK+RUS", "admits"),
        ("denied", "RUS", "denies"),
        ("suspected", "RUS", "suspects"),
        ("prospective", "PRK", "expects"),
    ],
)
def test_stance(make_entry, status, origin, expected):
    """Only one's own part, asserted, is an admission."""
    assert stance(make_entry(status=status), "PRK", "RUS", origin) == expected


def test_an_unnamed_side_admits_nothing(make_entry):
    """A nameless speaker is not the nameless supplier."""
    assert stance(make_entry(supplier=()), "", "RUS", "") == "asserts"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("USA", "asserts"), ("UKR", "asserts")], 2),
        ([("USA", "asserts"), ("USA", "admits")], 1),
        ([("USA", "asserts"), ("RUS", "denies"), ("KOR", "suspects"), ("JPN", "expects")], 1),
        # Those whom nobody can name may all be the same man.
        ([("Western officials", "asserts"), ("media reports", "asserts")], 1),
        ([("officials", "asserts"), ("publisher:unknown", "asserts"), ("USA", "asserts")], 2),
        ([("eu+USA", "asserts"), ("houthi", "admits")], 2),
        ([("a ministry", "asserts"), ("team", "asserts"), ("Human Rights Watch", "asserts")], 2),
        ([], 0),
    ],
)
def test_independent(told, expected):
    """Distinct origins that assert or admit, the nameless counted once at most."""
    voices = [Voice(origin=o, stance=s, first_said="", claims=()) for o, s in told]

    assert independent(voices, {"USA", "UKR", "RUS", "eu", "houthi"}) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("officials", True),
        ("Ukrainian Officials", True),
        ("media reports", True),
        ("a spokeswoman", True),
        ("Conflict Armament Research", False),
        ("Reporters Without Borders", False),
        ("publisher:Media", False),
        ("Sources Ltd", False),
        # Without a capital letter it is no name, unless it is the id of a party.
        ("dock hands", True),
        ("hezbollah", False),
        ("eu+hezbollah", False),
        ("hezbollah fighters", True),
    ],
)
def test_nameless(origin, expected):
    """Plain words for anybody are nameless; a name that merely contains one is not."""
    assert nameless(origin, {"eu", "hezbollah"}) is expected
