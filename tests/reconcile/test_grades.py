"""The Admiralty scale: who it is and what it says are two answers, each with its reasons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.model.claim import Joint
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import FlowKey
from embargo_watch.reconcile.credibility import CREDIBILITY_RULES
from embargo_watch.reconcile.flows import accounts
from embargo_watch.reconcile.reliability import LIMITS, RELIABILITY_RULES
from embargo_watch.reconcile.voices import Setting, voices
from embargo_watch.reference.grades import scale
from embargo_watch.reference.publishers import family_of

KEY = FlowKey("PRK", "RUS", "missiles")
ENGAGED = Finding(
    provision="P", instrument="i", paragraph="1", verdict="engaged", breach="", basis="stated"
)
TEAM = Joint(authors=("msmt",), signatories=("KOR", "USA"))


@pytest.fixture
def told(make_entry):
    """A function that grades the voices of some claims: ``{(origin, stance): voice}``."""

    def tell(*claims):
        slots = [{"publisher": "BBC News"} | one for one in claims]
        entries = [make_entry(number, **one) for number, one in enumerate(slots)]
        found = voices(entries, KEY, Setting(family=family_of))
        return {(voice.origin, voice.stance): voice for voice in found}

    return tell


def said(*speakers, **slots):
    """The slots of a claim by parties."""
    return {"speakers": speakers, **slots}


def words(text, **slots):
    """The slots of a claim by a speaker without an id."""
    return {"speakers_text": (text,), **slots}


def test_every_rule_has_its_words_and_every_word_its_rule():
    """The table of the data file and the rules of the stage are the same."""
    rules = scale()

    assert {rule.name for rule in rules.reliability} == RELIABILITY_RULES.keys()
    assert {rule.name for rule in rules.limits} == LIMITS.keys()
    assert {rule.name for rule in rules.credibility} == CREDIBILITY_RULES.keys()


@pytest.mark.parametrize(
    ("slots", "grade", "rules"),
    [
        # Publishers in their own voice, by their kind.
        ({"publisher": "Reuters"}, "B", ["agency"]),
        ({"publisher": "Bellingcat"}, "B", ["research"]),
        ({"publisher": "BBC News"}, "C", ["press"]),
        ({"publisher": "Liverpool Echo"}, "C", ["press"]),
        ({"publisher": "Naval News"}, "C", ["press"]),
        ({"publisher": "France 24"}, "C", ["state_media"]),
        # Media of a side of the flow share its interest; those of another state do not.
        ({"publisher": "KCNA"}, "D", ["state_media", "side_media"]),
        ({"publisher": "TASS"}, "D", ["state_media", "side_media"]),
        ({"publisher": "Xinhua"}, "C", ["state_media"]),
        # Nobody knows them, or anybody writes there.
        ({"publisher": "The Village Trumpet"}, "F", ["unknown_publisher"]),
        ({"publisher": ""}, "F", ["unknown_publisher"]),
        ({"publisher": "Reddit"}, "F", ["unknown_publisher"]),
        # An agency stands behind what is credited to it.
        ({"publisher": "The Village Trumpet", "credit": "AFP"}, "B", ["agency"]),
        # Speakers: a state, a side, a target, an armed group, an organization.
        (said("USA"), "C", ["state"]),
        (said("RUS"), "D", ["state", "side"]),
        (said("PRK"), "D", ["state", "side"]),
        (said("UKR", against=("UKR",)), "C", ["state", "target"]),
        (said("hezbollah"), "D", ["group"]),
        (said("eu"), "C", ["organization"]),
        ({"publisher": "Kremlin"}, "D", ["state", "side"]),
        # The panel of experts is a body of inquiry, the Secretary-General is not.
        (said("un", speakers_text=("UN panel of experts",)), "A", ["body_of_inquiry"]),
        (said("un", speakers_text=("IAEA",)), "A", ["body_of_inquiry"]),
        (said("un", speakers_text=("Antonio Guterres",)), "C", ["organization"]),
        (said("opcw"), "A", ["body_of_inquiry"]),
        ({"publisher": "International Atomic Energy Agency"}, "A", ["body_of_inquiry"]),
        # Words that name somebody we know, a name that we do not, and no name.
        (words("Human Rights Watch"), "B", ["research"]),
        (words("the Financial Times"), "C", ["press"]),
        (words("Colonel Smith"), "F", ["unknown_name"]),
        (words("officials"), "F", ["nameless"]),
        # Nobody known vouches that it was said at all.
        (said("USA", publisher="The Village Trumpet"), "F", ["state", "unknown_channel"]),
        (said("RUS", publisher="Reddit"), "F", ["state", "side", "unknown_channel"]),
        (said("KOR", "USA", joint=Joint(authors=("KOR", "USA"))), "C", ["joint"]),
        (said("msmt", "KOR", "USA", joint=TEAM), "C", ["joint"]),
    ],
)
def test_reliability(told, slots, grade, rules):
    """Who it is gives the letter, an interest takes from it, and F stands for "cannot tell"."""
    (voice,) = told(slots).values()

    assert voice.reliability.grade == grade
    assert [reason.rule for reason in voice.reliability.reasons] == rules
    assert all(reason.compared for reason in voice.reliability.reasons)


SUSPECTED = {"status": "suspected"}
DENIED = {"status": "denied"}
PLANNED = {"status": "prospective"}


@pytest.mark.parametrize(
    ("claims", "voice", "grade", "rule"),
    [
        # Asserted: alone, confirmed, and what does not confirm.
        ([said("USA")], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), said("KOR")], ("USA", "asserts"), "1", "confirmed"),
        ([said("USA"), {"publisher": "Reuters"}], ("USA", "asserts"), "1", "confirmed"),
        ([said("USA"), said("USA")], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), words("officials")], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), words("Colonel Smith")], ("Colonel Smith", "asserts"), "6", "unsettled"),
        ([said("USA"), {"publisher": "Reddit"}], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), said("msmt", joint=TEAM)], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), said("KOR", **SUSPECTED)], ("USA", "asserts"), "2", "consistent"),
        ([said("USA"), said("USA", **SUSPECTED)], ("USA", "asserts"), "6", "unsettled"),
        # A side's denial is expected of it; one with no part contradicts.
        ([said("USA"), said("RUS", **DENIED)], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), said("CHN", **DENIED)], ("USA", "asserts"), "4", "contradicted"),
        ([said("USA"), words("officials", **DENIED)], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), {"publisher": "TASS"} | DENIED], ("USA", "asserts"), "6", "unsettled"),
        ([said("USA"), said("KOR"), said("RUS", **DENIED)], ("USA", "asserts"), "1", "confirmed"),
        ([said("USA"), said("KOR"), said("CHN", **DENIED)], ("USA", "asserts"), "3", "disputed"),
        ([said("USA"), said("USA", **DENIED)], ("USA", "asserts"), "4", "taken_back"),
        # Admitted: against interest, where an embargo forbids it; else one's own account.
        ([said("RUS", findings=(ENGAGED,))], ("RUS", "admits"), "2", "against_interest"),
        ([said("RUS")], ("RUS", "admits"), "3", "own_account"),
        ([said("RUS"), said("USA")], ("RUS", "admits"), "1", "confirmed"),
        ([said("RUS"), {"publisher": "TASS"}], ("RUS", "admits"), "3", "own_account"),
        # Denied.
        ([said("RUS", **DENIED)], ("RUS", "denies"), "6", "unsettled"),
        ([said("RUS", **DENIED), said("USA")], ("RUS", "denies"), "4", "doubted"),
        ([said("RUS", **DENIED), said("USA"), said("KOR")], ("RUS", "denies"), "5", "refuted"),
        ([said("RUS", **DENIED), said("PRK")], ("RUS", "denies"), "5", "admitted"),
        ([said("RUS", **DENIED), said("RUS")], ("RUS", "denies"), "5", "admitted"),
        ([said("RUS", **DENIED), words("officials")], ("RUS", "denies"), "6", "unsettled"),
        ([said("RUS", **DENIED), said("PRK", **DENIED)], ("RUS", "denies"), "6", "unsettled"),
        (
            [said("RUS", **DENIED), said("CHN", **DENIED)],
            ("RUS", "denies"),
            "2",
            "denied_by_others",
        ),
        # Suspected and expected.
        ([said("USA", **SUSPECTED)], ("USA", "suspects"), "6", "unsettled"),
        ([said("USA", **SUSPECTED), said("KOR")], ("USA", "suspects"), "2", "borne_out"),
        ([said("USA", **SUSPECTED), said("KOR", **SUSPECTED)], ("USA", "suspects"), "3", "shared"),
        ([said("USA", **SUSPECTED), said("CHN", **DENIED)], ("USA", "suspects"), "4", "discounted"),
        ([said("USA", **SUSPECTED), said("RUS", **DENIED)], ("USA", "suspects"), "6", "unsettled"),
        ([said("RUS", **PLANNED)], ("RUS", "expects"), "3", "own_plan"),
        (
            [{"publisher": "TASS"} | PLANNED],
            ("publisher:Government of Russia", "expects"),
            "6",
            "unsettled",
        ),
        ([said("USA", **PLANNED), said("RUS")], ("USA", "expects"), "2", "borne_out"),
    ],
)
def test_credibility(told, claims, voice, grade, rule):
    """What it says is held against those whom we know to be somebody else."""
    found = told(*claims)[voice].credibility

    assert (found.grade, [reason.rule for reason in found.reasons]) == (grade, [rule])
    assert all(reason.compared for reason in found.reasons)


def test_the_two_answers_are_apart(told):
    """A poor source may say what is certain, and a good one what nobody can check."""
    found = told(said("RUS"), said("USA"), {"publisher": "Reuters", "status": "suspected"})

    assert found["RUS", "admits"].reliability.grade == "D"
    assert found["RUS", "admits"].credibility.grade == "1"
    assert found["publisher:Thomson Reuters", "suspects"].reliability.grade == "B"


def test_a_teams_states_are_its_signatories(told):
    """The team counts once, and its states are listed beside it."""
    voice = told(said("msmt", "KOR", "USA", joint=TEAM))["msmt", "asserts"]

    assert len(voice.signatories) == 11
    assert {"KOR", "JPN", "NZL"} <= set(voice.signatories)


def test_the_fifty_who_joined_are_listed_with_the_author(told):
    """Signatories of all statements of one author, without the author."""
    joint = Joint(authors=("USA",), signatories=("GBR", "CAN"), stated_number="almost 50 nations")
    found = told(said("USA", "GBR", "CAN", joint=joint), said("USA"))

    assert [v.signatories for v in found.values()] == [("CAN", "GBR")]


def test_copies_are_heard_through_their_original(make_entry, make_document):
    """What an unknown paper took from a wire was printed by the wire."""
    head = make_document("the wire story", publisher="Reuters")
    entry = make_entry(speakers=("USA",), publisher="The Village Trumpet")
    setting = Setting(family=family_of, heads={entry.document.id: head})
    (voice,) = voices([entry], KEY, setting)

    assert voice.reliability.grade == "C"


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(make_entry, random):
    """The same claims in any order, some twice, have the same grades."""
    speakers = (("USA",), ("RUS",), ("CHN",), ("KOR", "USA"), ())
    papers = ("Reuters", "The Village Trumpet", "TASS", "Reddit", "BBC News", "Liverpool Echo")
    statuses = ("asserted", "denied", "suspected", "prospective")
    entries = [
        make_entry(
            n,
            speakers=speakers[n % 5],
            speakers_text=("officials",) if n % 10 == 9 else (),
            publisher=papers[n % 6],
            published=f"2023-01-{1 + n % 27:02d}",
            status=statuses[n % 4],
            findings=(ENGAGED,) if n % 3 else (),
        )
        for n in range(40)
    ]
    expected = accounts(entries, family_of)
    shuffled = entries + random.sample(entries, 7)
    random.shuffle(shuffled)

    assert accounts(shuffled, family_of) == expected
    assert all(v.credibility.reasons and v.reliability.reasons for v in expected[0].flow.voices)
