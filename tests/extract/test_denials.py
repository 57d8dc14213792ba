"""Every make of denial beside the near-miss that denies nothing. Sentences are made up.

A denial read as an assertion is the worst fault that a line of the ledger can have.
"""

import pytest

MISSILES = "transfer IRN>RUS missiles"


@pytest.mark.parametrize(
    "sentence",
    [
        "None of the missiles were sent by Iran to Russia.",
        "Not a single missile was delivered by Iran to Russia.",
        "Not one Iranian missile was sent to Russia.",
        "No missiles were delivered to Russia by Iran.",
        "Iran sent no missiles to Russia.",
        "Russia has received no missiles from Iran.",
        "Missiles were never sent to Russia by Iran.",
        "Never has Iran sent missiles to Russia.",
        "At no time did Iran send missiles to Russia.",
        "Iran at no point supplied Russia with missiles.",
        "Iran neither sold nor gave missiles to Russia.",
        "Russia did not buy or receive missiles from Iran.",
        "Iran doesn’t sell missiles to Russia.",
        "Iran could not have sent missiles to Russia.",
        "Iran claims to have never sent missiles to Russia.",
        "There has been no transfer of missiles from Iran to Russia.",
        "Deliveries of missiles from Iran to Russia have never taken place.",
        "Iran signed the deal without any transfer of missiles to Russia.",
        "Iran helped without sending missiles to Russia.",
        "It was not Iran that sent missiles to Russia.",
    ],
)
def test_denied_by_its_own_words(told, sentence):
    """The claim's own verb, its subject, its object or its moment is negative."""
    assert told(sentence) == {f"{MISSILES} denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Washington ruled out that Iran sent missiles to Russia.",
        "Iran dismissed as nonsense claims that it sent missiles to Russia.",
        "Iran rejected reports that it sent missiles to Russia.",
        "Tehran said reports that Iran sent missiles to Russia were a lie.",
        "Nobody believes that Iran sent missiles to Russia.",
        "Washington does not believe that Iran sent missiles to Russia.",
        "Washington doubts that Iran sent missiles to Russia.",
        "Washington is not convinced that Iran has sent missiles to Russia.",
        "There is nothing to suggest that Iran sent missiles to Russia.",
        "Nothing suggests that Iran has supplied Russia with missiles.",
        "It is not true that Iran sent missiles to Russia.",
        "It is untrue that Iran sent missiles to Russia.",
    ],
)
def test_denied_by_what_governs_it(told, sentence):
    """A verb, a verdict or the lack of any sign speaks against the whole claim."""
    assert told(sentence) == {f"{MISSILES} denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran was not found to have sent missiles to Russia.",
        "Iran is not known to have sent missiles to Russia.",
        "Iran is not believed to have sent missiles to Russia.",
        "Iran does not appear to have sent missiles to Russia.",
        "Iran denied having agreed to send missiles to Russia.",
        "Iran denied planning to send missiles to Russia.",
    ],
)
def test_a_denied_past_act_is_not_still_to_come(told, sentence):
    """An infinitive or a word of opinion above a denied act makes no plan of it."""
    assert told(sentence) == {f"{MISSILES} denied"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Neither Iran nor Russia sent missiles to Syria.", "transfer IRN+RUS>SYR missiles denied"),
        (
            "Neither Iran nor North Korea supplied Russia with missiles, the Kremlin said.",
            "transfer IRN+PRK>RUS missiles denied",
        ),
    ],
)
def test_neither_denies_for_both(told, sentence, claim):
    """ "Neither … nor" denies the part of each."""
    assert told(sentence) == {claim}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran not only sent missiles to Russia but also trained crews.",
        "Iran did not only send missiles to Russia.",
        "Iran sent no fewer than 100 missiles to Russia.",
        "None other than Iran sent missiles to Russia.",
        "Nobody but Iran sent missiles to Russia.",
        "There is no doubt that Iran sent missiles to Russia.",
        "No one doubts that Iran sent missiles to Russia.",
        "Iran makes no secret of sending missiles to Russia.",
        "Iran gave no details of the missiles that it sent to Russia.",
        "Iran sent missiles to Russia without telling China.",
        "Not long ago Iran sent missiles to Russia.",
    ],
)
def test_a_negative_word_that_denies_nothing(told, sentence):
    """Bounds, exceptions and things not said of the act leave the assertion standing."""
    assert told(sentence) == {f"{MISSILES} asserted"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Iran did not deny sending missiles to Russia.", "suspected"),
        ("Iran refused to confirm or deny sending missiles to Russia.", "suspected"),
        ("Washington has not confirmed that Iran sent missiles to Russia.", "suspected"),
        ("Iran did not say whether it sent missiles to Russia.", "suspected"),
        ("Iran will not send missiles to Russia.", "prospective"),
        ("Iran ruled out sending missiles to Russia.", "prospective"),
        ("Iran has no plans to send missiles to Russia.", "prospective"),
        ("Iran has yet to send missiles to Russia.", "prospective"),
        ("Washington does not think Iran will send missiles to Russia.", "prospective"),
        ("Do not send missiles to Russia, Kyiv told Tehran.", "prospective"),
        ("If Iran has not sent missiles to Russia, who has?", "prospective"),
    ],
)
def test_what_is_neither_asserted_nor_denied(told, sentence, status):
    """Silence leaves open; a refusal, a missing plan and a condition are still to come."""
    assert told(sentence) == {f"{MISSILES} {status}"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Iran send missiles to Russia?",
        "Has Iran sent missiles to Russia?",
        "Is Russia getting missiles from Iran?",
        "Who sent Iranian missiles to Russia?",
        "Iranian missiles sent to Russia?",
    ],
)
def test_a_question_asserts_nothing(told, sentence):
    """Codebook: an open question is suspected."""
    assert told(sentence) == {f"{MISSILES} suspected"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the missiles that Iran sent to Russia change the war?",
        "Why the missiles Iran sent to Russia matter?",
    ],
)
def test_a_question_about_something_else(told, sentence):
    """What a question takes for granted is asserted."""
    assert told(sentence) == {f"{MISSILES} asserted"}


def test_one_thing_denied_and_another_done(told):
    """A denial does not reach over "but"."""
    found = told("Iran denied sending missiles but sent drones to Russia.")

    assert found == {f"{MISSILES} denied", "transfer IRN>RUS uav asserted"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Ukraine, not Russia, received missiles from Iran.", "IRN>UKR missiles"),
        ("Iran sent missiles to Syria instead of Russia.", "IRN>SYR missiles"),
        ("Syria rather than Russia received missiles from Iran.", "IRN>SYR missiles"),
        ("Iran sent missiles to Syria, not to Russia or China.", "IRN>SYR missiles"),
        ("Iran, not North Korea, sent missiles to Russia.", "IRN>RUS missiles"),
        ("Unlike China, Iran sent missiles to Russia.", "IRN>RUS missiles"),
        ("Iran sent drones, not missiles, to Russia.", "IRN>RUS uav"),
        ("Iran sent drones to Russia, and not a single missile.", "IRN>RUS uav"),
    ],
)
def test_who_and_what_is_only_ruled_out(told, sentence, claim):
    """A party or goods named in contrast take no part."""
    assert told(sentence) == {f"transfer {claim} asserted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran sent missiles to Russia, not for the first time.",
        "Iran and, not least, North Korea sent missiles to Russia.",
    ],
)
def test_a_contrast_with_nothing(told, sentence):
    """ "Not for" and "not least" rule nobody out."""
    assert any("missiles asserted" in line and "RUS" in line for line in told(sentence))
