"""The way that goods went, beside words that only look like one. Sentences are made up."""

import pytest


def way(claim):
    """The points of a claim's route, each with its part."""
    return [(stop.way, stop.text) for stop in claim.route]


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        (
            "Iran shipped drones from Bandar Abbas via the Caspian Sea to Astrakhan in Russia.",
            [("from", "Bandar Abbas"), ("via", "the Caspian Sea"), ("to", "Astrakhan")],
        ),
        (
            "North Korea shipped shells to Russia from the port of Rajin to Vostochny.",
            [("from", "the port of Rajin"), ("to", "Vostochny")],
        ),
        (
            "Weapons were smuggled from Iran to Yemen through the port of Salalah in Oman.",
            [("from", "Iran"), ("via", "the port of Salalah"), ("to", "Yemen")],
        ),
        (
            "The plane flew from Tehran to Khartoum carrying Iranian drones for the Sudanese army.",
            [("from", "Tehran"), ("to", "Khartoum")],
        ),
        (
            "A dhow that sailed from Jask was carrying Iranian rifles to Yemen.",
            [("from", "Jask"), ("to", "Yemen")],
        ),
        (
            "The US Navy seized Iranian rifles from a dhow sailing from Bandar Abbas to Yemen.",
            [("from", "Bandar Abbas"), ("to", "Yemen")],
        ),
        (
            "Weapons from the United States went to Ukraine via Poland.",
            [("from", "the United States"), ("via", "Poland"), ("to", "Ukraine")],
        ),
        (
            "Iran shipped missiles via Turkey and Azerbaijan to Russia.",
            [("via", "Turkey"), ("via", "Azerbaijan"), ("to", "Russia")],
        ),
        (
            "North Korea shipped artillery shells from Tumangang to Khasan in Russia.",
            [("from", "Tumangang"), ("to", "Khasan")],
        ),
        (
            "Turkey sent drones to Libya in breach of the embargo through Misrata airport.",
            [("via", "Misrata airport"), ("to", "Libya")],
        ),
    ],
)
def test_the_way_as_it_is_told(claims_in, sentence, points):
    """Where from, by way of what, where to; a port tells more than the side's own name."""
    (claim,) = claims_in(sentence)

    assert way(claim) == points
    assert {span.text for span in claim.spans["route"]} == {text for _, text in points}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran sent missiles to Russia.",
        "Russia received drones from Iran.",
        "China sanctions US firms over Taiwan arms sales.",
        "Washington will redirect military aid from Egypt to Taiwan.",
        "Germany upgrades weapons to Ukraine and a defence commitment to Taiwan.",
        "Iran sold drones to Russia via Telegram.",
        "Iran transferred missiles to Russia through diplomatic channels.",
        "Iran sent missiles to Russia after a minister flew from Tehran to Moscow.",
        "Iran supplied drones to Russia from January to March.",
        "Iran sent missiles from Shahid Bakeri Industrial Group to Russia.",
        "Russia fired Iranian drones from Crimea at Odesa.",
        "Germany sends tanks by train to Ukraine.",
        "Iran sent missiles to Russia, an official said through Reuters from Astrakhan.",
    ],
)
def test_words_that_tell_no_way(claims_in, sentence):
    """Sides alone, channels, months, makers, a traveller and a launching site are none."""
    claims = claims_in(sentence)

    assert claims
    assert not [c.route for c in claims if c.route]


def test_two_sentences_on_one_deed_fill_each_other(claims_in):
    """What the title leaves open the text may tell, as it does for a date."""
    (claim,) = claims_in(
        "Iran shipped drones from Bandar Abbas to Astrakhan in Russia on 2 January.",
        title="Iran sent drones to Russia",
    )

    assert way(claim) == [("from", "Bandar Abbas"), ("to", "Astrakhan")]


def test_a_claim_without_detail_keeps_its_id(claims_in):
    """Ids of before these slots existed still lead to their claims."""
    (claim,) = claims_in("Iran sent missiles to Russia.")

    assert set(claim.spans) == {"supplier", "recipient", "item", "predicate"}
