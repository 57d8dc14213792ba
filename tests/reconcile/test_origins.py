"""Who really says it, counted once."""

import pytest

from embargo_watch.model.claim import Joint
from embargo_watch.model.ledger import Voice
from embargo_watch.reconcile.origins import independent, is_name, nameless, origins, stance
from embargo_watch.reference.publishers import family_of

TEAM = ("AUS", "CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "KOR", "NLD", "NZL")
FIFTY = Joint(authors=("USA",), signatories=TEAM, stated_number="almost 50 nations")
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
        # Eleven states that speak through one team are one origin, with or without a list.
        (
            {"speakers": ("msmt", *TEAM), "joint": Joint(authors=("msmt",), signatories=TEAM)},
            ("msmt",),
        ),
        ({"speakers": ("msmt",)}, ("msmt",)),
        # Fifty states that join a statement are one origin, its author.
        ({"speakers": ("USA", *TEAM), "joint": FIFTY}, ("USA",)),
        # Words that name an office speak for its owner, those that name a paper for its house.
        ({"speakers_text": ("Iran's mission to the UN",)}, ("IRN",)),
        ({"speakers_text": ("the Ukrainian General Staff",)}, ("UKR",)),
        ({"speakers_text": ("The HUR",)}, ("UKR",)),
        ({"speakers_text": ("Human Rights Watch",)}, ("publisher:Human Rights Watch",)),
        ({"speakers_text": ("the Financial Times",)}, ("publisher:Nikkei",)),
        ({"speakers_text": ("the nation",)}, ("nation",)),
        ({"speakers_text": ("Dutch investigators",)}, ("Dutch investigators",)),
        ({"speakers_text": ("Twitter",)}, ("Twitter",)),
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
        # ... and may be the one who is named, too.
        ([("officials", "asserts"), ("publisher:unknown", "asserts"), ("USA", "asserts")], 1),
        # A name that nobody knows may be anybody's spokesman.
        ([("Colonel Smith", "asserts"), ("John Smith", "asserts"), ("UKR", "asserts")], 1),
        ([("Colonel Smith", "asserts"), ("John Smith", "asserts")], 1),
        ([("west", "asserts"), ("USA", "asserts")], 1),
        ([("publisher:Human Rights Watch", "asserts"), ("USA", "asserts")], 2),
        # A state and the media that it runs.
        ([("publisher:Government of Russia", "asserts"), ("RUS", "admits")], 1),
        ([("publisher:Houthi authorities", "asserts"), ("houthi", "admits")], 1),
        ([("publisher:1+1 Media", "asserts"), ("publisher:Daily Group", "asserts")], 2),
        # A joint statement counts once, and not beside an author's own words.
        ([("eu+USA", "asserts"), ("houthi", "admits")], 2),
        ([("eu+USA", "asserts"), ("USA", "asserts")], 1),
        ([("eu+USA", "asserts"), ("USA", "asserts"), ("eu", "asserts")], 2),
        ([("eu+USA", "asserts"), ("GBR+eu", "asserts"), ("GBR+UKR", "asserts")], 1),
        ([("eu+USA", "asserts"), ("GBR+UKR", "asserts")], 2),
        # A team of eleven states is not eleven sources, nor a second one beside its member.
        ([("msmt", "asserts")], 1),
        ([("msmt", "asserts"), ("KOR", "asserts")], 1),
        ([("msmt", "asserts"), ("UKR", "asserts")], 2),
        ([], 0),
    ],
)
def test_independent(told, expected):
    """Only who is certainly somebody else counts twice; the nameless count where they are alone."""
    voices = [Voice(origin=o, stance=s, first_said="", claims=()) for o, s in told]

    assert independent(voices, {"USA", "UKR", "RUS", "eu", "houthi"}) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("officials", True),
        ("media reports", True),
        ("Ukrainian Officials", True),
        # A name that the reference data do not know tells nobody apart.
        ("Colonel Smith", True),
        ("Sources Ltd", True),
        ("west", True),
        ("publisher:unknown", True),
        ("publisher:Media", False),
        ("hezbollah", False),
        ("eu+hezbollah", False),
        ("KOR", False),
        ("hezbollah fighters", True),
        ("", True),
    ],
)
def test_nameless(origin, expected):
    """Whoever is neither a known party nor a known publisher could be anybody."""
    assert nameless(origin, {"eu", "hezbollah"}) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("officials", False),
        ("Ukrainian Officials", False),
        ("a spokeswoman", False),
        ("dock hands", False),
        ("Colonel Smith", True),
        ("Reporters Without Borders", True),
        ("Sources Ltd", True),
    ],
)
def test_is_name(words, expected):
    """Plain words for anybody are no name; a name that merely contains one is."""
    assert is_name(words) is expected


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        # A ministry's own page is the state's own words; state media are not the state.
        ("US Department of State", "USA"),
        ("International Atomic Energy Agency", "un"),
        ("TASS", "publisher:Government of Russia"),
        # Papers of one house, and pages on which anybody writes.
        ("Liverpool Echo", "publisher:Reach"),
        ("Daily Mirror", "publisher:Reach"),
        ("Reddit", "publisher:unknown"),
        ("MSN", "publisher:unknown"),
        ("Facebook", "publisher:unknown"),
        ("The Village Trumpet", "publisher:unknown"),
    ],
)
def test_real_publishers(make_entry, publisher, expected):
    """With the publishers that the data know."""
    assert origins(make_entry(publisher=publisher), family_of) == (expected,)
