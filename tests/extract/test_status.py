"""How a claim is put and who says so, each beside its near-miss. Sentences are made up."""

import pytest

MISSILES = "transfer IRN>RUS missiles"


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran sent missiles to Russia.",
        "Iran has been sending missiles to Russia.",
        "Iran is sending missiles to Russia.",
        "Kyiv says that Iran sent missiles to Russia.",
        "Moscow admitted that it had bought missiles from Tehran.",
        "Washington condemned Tehran for sending missiles to Moscow.",
    ],
)
def test_what_is_asserted(told, sentence):
    """A fact, or somebody states, admits or condemns it without a hedge."""
    assert told(sentence) == {f"{MISSILES} asserted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran denied sending missiles to Russia.",
        "Iran denies that it sent missiles to Russia.",
        "Iran has not sent missiles to Russia.",
        "Iran never sent missiles to Russia.",
        "Moscow dismissed reports that it received missiles from Iran.",
        "Tehran rejected claims that it sold missiles to Moscow.",
        "Iran says it has not sent missiles to Russia.",
    ],
)
def test_what_is_denied(told, sentence):
    """Somebody says that it did not happen."""
    assert told(sentence) == {f"{MISSILES} denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran may have sent missiles to Russia.",
        "Iran reportedly sent missiles to Russia.",
        "Iran is believed to have sent missiles to Russia.",
        "Iran is suspected of sending missiles to Russia.",
        "Iran appears to have sent missiles to Russia.",
        "Evidence suggests that Iran sent missiles to Russia.",
        "Did Iran send missiles to Russia?",
        "Suspected Iranian missile shipments to Russia have grown.",
    ],
)
def test_what_is_suspected(told, sentence):
    """The act would be past, and whoever tells it leaves it open."""
    assert told(sentence) == {f"{MISSILES} suspected"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran will send missiles to Russia.",
        "Iran plans to send missiles to Russia.",
        "Iran pledged to send missiles to Russia.",
        "Iran could send missiles to Russia.",
        "If Iran sends missiles to Russia, Europe would respond.",
        "Moscow urges Iran to send missiles to Russia.",
        "Iran refuses to send missiles to Russia.",
        "Russia wants to buy missiles from Iran.",
        "Russia asked Iran for missiles.",
        "Kyiv fears that Iran plans to send missiles to Russia.",
    ],
)
def test_what_is_still_to_come(told, sentence):
    """Plans, pledges, offers, demands, refusals and conditions: nothing has moved yet."""
    assert told(sentence) == {f"{MISSILES} prospective"}


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        ("US to send tanks to Ukraine", "transfer USA>UKR armour prospective"),
        ("Iran Sends Russia Ballistic Missiles, Officials Say", f"{MISSILES} asserted"),
        (
            "North Korea Sold Artillery Shells To Russia, White House Says",
            "transfer PRK>RUS ammunition asserted",
        ),
    ],
)
def test_headlines(told, title, claim):
    """An infinitive is still to come; title case hides no verb."""
    assert told("", title=title) == {claim}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Ukraine asked Germany for tanks.", "transfer DEU>UKR armour prospective"),
        ("Zelensky urged Berlin to send tanks to Ukraine.", "transfer DEU>UKR armour prospective"),
        (
            "Kyiv pleads with Brussels and Washington to send more weapons.",
            "transfer eu+USA>UKR arms prospective",
        ),
        ("Iran asked Russia to sell it fighter jets.", "transfer RUS>IRN aircraft prospective"),
    ],
)
def test_who_is_asked_would_give(told, sentence, claim):
    """Whoever asks would get the goods."""
    assert told(sentence) == {claim}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran is under pressure. It has sent missiles to Russia.",
        "Tehran was silent. The isolated theocracy sent missiles to Russia.",
    ],
)
def test_states_named_before(told, sentence):
    """A pronoun that begins a sentence and a description stand for the last other state."""
    assert told(sentence) == {f"{MISSILES} asserted"}


@pytest.mark.parametrize(
    ("sentence", "speakers", "words"),
    [
        ("Kyiv says that Iran sent missiles to Russia.", ("UKR",), ("Kyiv",)),
        (
            "Iran sent missiles to Russia, according to the White House.",
            ("USA",),
            ("White House",),
        ),
        ("Britain and France accuse Iran of sending missiles to Russia.", ("GBR", "FRA"),
         ("Britain", "France")),
        ("Two analysts said Iran sent missiles to Russia.", (), ("Two analysts",)),
        ("Iran sent missiles to Russia.", (), ()),
        ("Iran plans to send missiles to Russia.", (), ()),
    ],
)  # fmt: skip
def test_who_says_so(claims_in, sentence, speakers, words):
    """Speakers are those who perform a speech act; narration has none."""
    (claim,) = claims_in(sentence)

    assert (claim.speakers, claim.speakers_text) == (speakers, words)


def test_a_denial_ends_where_another_speaks(claims_in):
    """One party's denial and another's assertion in one sentence are two claims."""
    text = (
        "Tehran denied supplying Moscow with drones, "
        "but Washington said Iran had sent drones to Russia."
    )
    found = {(claim.status, claim.speakers) for claim in claims_in(text)}

    assert found == {("denied", ("IRN",)), ("asserted", ("USA",))}
