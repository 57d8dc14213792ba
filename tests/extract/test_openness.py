"""Constructions mended by the challenge set, each shown on sentences that are not in it."""

import pytest

MISSILES = "transfer IRN>RUS missiles"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Inspectors could not tell whether Iran had sent missiles to Russia.", "suspected"),
        ("Kyiv inquired if Iran was sending missiles to Russia.", "suspected"),
        ("Kyiv asked how Iran had sent missiles to Russia.", "asserted"),
        ("Kyiv decides whether Iran sends missiles to Russia.", "prospective"),
        ("If Iran did sell missiles to Russia, it lied.", "suspected"),
        ("If Iran sells missiles to Russia, it lies.", "prospective"),
        ("When did Iran send missiles to Russia?", "asserted"),
        ("How often has Iran sent missiles to Russia?", "asserted"),
        ("Didn't Iran send missiles to Russia?", "suspected"),
        ("Would Iran keep selling missiles to Russia?", "prospective"),
        ("Will Iran pay for having sold missiles to Russia?", "asserted"),
    ],
)
def test_an_open_question_and_what_it_takes_for_granted(told, sentence, status):
    """ "Whether" leaves open, "why" and "how many" do not; a modal asks for what is to come."""
    assert told(sentence) == {f"{MISSILES} {status}"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tehran is ashamed to have sold missiles to Moscow.", "asserted"),
        ("Tehran hopes to have sold missiles to Moscow by May.", "prospective"),
        ("Kyiv warned that Tehran had sold missiles to Moscow.", "asserted"),
        ("Kyiv warned that Tehran would sell missiles to Moscow.", "prospective"),
        ("Iran would be punished for any delivery of missiles to Russia.", "prospective"),
        ("Iran would be punished for its delivery of missiles to Russia.", "asserted"),
    ],
)
def test_a_deed_done_and_one_to_come(told, sentence, status):
    """The perfect tells of a deed whatever governs it; "any" under "would" tells of none."""
    assert told(sentence) == {f"{MISSILES} {status}"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Speculation continues that Iran sold missiles to Russia.", "suspected"),
        ("There are signs that Iran sold missiles to Russia.", "suspected"),
        ("Unverified reports mention Iranian missiles sold to Russia.", "suspected"),
        ("Kyiv fears that Iran is sending missiles to Russia.", "suspected"),
        ("Kyiv suspects Iran of selling missiles to Russia.", "suspected"),
        ("Kyiv believes that Iran sold missiles to Russia.", "suspected"),
        ("Iran maybe sold missiles to Russia.", "suspected"),
        ("The sale of missiles by Iran to Russia worries Kyiv.", "asserted"),
        ("Kyiv dispelled all doubt that Iran sold missiles to Russia.", "asserted"),
    ],
)
def test_doubt_above_a_claim(told, sentence, status):
    """Rumours, signs and fears leave open; a deed that worries somebody is a deed."""
    assert told(sentence) == {f"{MISSILES} {status}"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tehran called the claim that it had sold missiles to Moscow a hoax.", "denied"),
        ("Tehran disputes findings that it sold missiles to Moscow.", "denied"),
        ("Tehran threw doubt on reports that it had sold missiles to Moscow.", "denied"),
        ("Iran was acquitted of selling missiles to Russia.", "denied"),
        ("Washington vetoed the sale of missiles by Iran to Russia.", "prospective"),
        ("The parliament in Tehran cancelled the sale of missiles to Russia.", "prospective"),
    ],
)
def test_verdicts_and_refusals(told, sentence, status):
    """A verdict on the charge denies it; who forbids or cancels lets nothing happen."""
    assert {line.rpartition(" ")[2] for line in told(sentence)} == {status}


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        ("Iran 'delivers' missiles to Russia", f"{MISSILES} suspected"),
        ("Fears Iran is selling missiles to Russia", f"{MISSILES} suspected"),
        ("No Iranian missiles for Russia", f"{MISSILES} prospective"),
        ("No Iranian missiles delivered to Russia", f"{MISSILES} denied"),
    ],
)
def test_headlines_without_a_verb_of_their_own(told, title, claim):
    """Scare quotes, a noun of doubt and "no" put a headline; there is nobody who says so."""
    assert told("", title=title) == {claim}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kyiv said Iran had sent missiles to Russia, which Moscow denies.",
        "Kyiv accused Iran of sending missiles to Russia, a claim Tehran rejects.",
        "Iran sent missiles to Russia, Kyiv said. Tehran has repeatedly denied the accusation.",
        "Kyiv says Iran sent missiles to Russia. Moscow called this a lie.",
        "Iran denied an allegation by Kyiv that it had sent missiles to Russia.",
        "Tehran rejected Kyiv's claim that it had sent missiles to Russia.",
    ],
)
def test_the_other_side_is_heard(claims_in, sentence):
    """A charge and its denial are two claims, each with its own speaker."""
    found = {claim.status: claim.speakers for claim in claims_in(sentence)}

    assert found["asserted"] == ("UKR",)
    assert found["denied"] in (("IRN",), ("RUS",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kyiv said Iran had sent missiles to Russia, which Moscow did not deny.",
        "Kyiv said Iran had sent missiles to Russia, a claim that London repeated.",
        "Kyiv said Iran had sent missiles to Russia. Tehran denied entry to a reporter.",
    ],
)
def test_no_reply(told, sentence):
    """What is not denied, or denied of something else, is no second claim."""
    assert told(sentence) == {f"{MISSILES} asserted"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Iran's ministers argued against selling missiles to Russia.", "prospective"),
        ("Iran takes its decision on selling missiles to Russia next week.", "prospective"),
        ("Iran lied about selling missiles to Russia.", "asserted"),
        ("Iran was condemned for selling missiles to Russia.", "asserted"),
    ],
)
def test_what_is_only_deliberated(told, sentence, status):
    """To speak against sending is to send nothing yet; to lie about it is to have sent."""
    assert told(sentence) == {f"{MISSILES} {status}"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Russia reportedly fired Iranian-made missiles at Ukraine.", "asserted"),
        ("Russia fired suspected Iranian-made missiles at Ukraine.", "suspected"),
        ("Russia might fire Iranian-made missiles at Ukraine.", "asserted"),
    ],
)
def test_an_origin_is_told_as_a_fact(told, sentence, status):
    """What is hedged or planned about the use leaves the supply that an origin implies a fact."""
    assert f"{MISSILES} {status}" in told(sentence)
