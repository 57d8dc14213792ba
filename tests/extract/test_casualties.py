"""Harm that a use did, beside harm that it did not. Sentences are made up."""

import pytest


def harm(claims):
    """What the uses among claims did: harm, least, most."""
    return [(h.harm, h.min, h.max) for c in claims if c.kind == "use" for h in c.casualties]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Russia fired North Korean missiles at Kyiv, killing five people and wounding twelve.",
            [("killed", 5, 5), ("wounded", 12, 12)],
        ),
        (
            "A North Korean missile fired by Russia killed at least 32 people in Kyiv.",
            [("killed", 32, None)],
        ),
        (
            "An attack with Iranian drones by Russia on Odesa left at least 32 dead and dozens "
            "injured.",
            [("killed", 32, None), ("wounded", 24, None)],
        ),
        (
            "Five people were killed when Russia fired North Korean missiles at Kharkiv.",
            [("killed", 5, 5)],
        ),
        ("Five killed as Russia fires North Korean missiles at Kyiv.", [("killed", 5, 5)]),
        (
            "Russian forces used Iranian drones in a strike that killed and injured 30 people.",
            [("killed_or_wounded", 30, 30)],
        ),
        (
            "Russia attacked Kyiv with Iranian-made drones, killing a woman and her son.",
            [("killed", 1, 1)],
        ),
        (
            "Russia fired North Korean missiles at Kharkiv, killing between 10 and 15 people.",
            [("killed", 10, 15)],
        ),
        (
            "The Houthis attacked the vessel with an Iranian missile and killed three seafarers.",
            [("killed", 3, 3)],
        ),
        (
            "Russia used Iranian drones in the attack, in which up to 40 people were hurt.",
            [("wounded", None, 40)],
        ),
        (
            "Three people died in the Houthi attack on Abu Dhabi with Iranian drones.",
            [("killed", 3, 3)],
        ),
        (
            "At least 87 civilians were killed by strikes in Yemen using weapons supplied by the "
            "US to Saudi Arabia.",
            [("killed", 87, None)],
        ),
        (
            "A contractor was killed when a North Korean missile fired by Russia hit a base.",
            [("killed", 1, 1)],
        ),
        (
            "Russia struck Kyiv with Iranian drones, killing a 12-year-old boy.",
            [("killed", 1, 1)],
        ),
        (
            "Russia struck Kyiv with Iranian drones, wounding 3 people, one of them fatally.",
            [("wounded", 3, 3)],
        ),
        ("Russia's attack on Kyiv with Iranian drones claimed three lives.", [("killed", 3, 3)]),
        (
            "The attack on Kyiv with North Korean missiles by Russia caused 30 casualties.",
            [("killed_or_wounded", 30, 30)],
        ),
    ],
)
def test_harm_that_a_use_did(claims_in, sentence, told):
    """Numbers with their bounds, as for goods; "a woman" is one."""
    assert harm(claims_in(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia, which has killed thousands of civilians, fired North Korean missiles at Ukraine.",
        "Russia hit Kyiv with Iranian drones a day after a bomb killed three people in Belgorod.",
        "Russia used North Korean missiles to hit Kharkiv, which could kill thousands.",
        "Russia fired North Korean missiles at Kharkiv, as officials mourned 12 killed in Israel.",
        "Russia has fired Iranian drones at Ukraine in a war that has killed tens of thousands.",
        "Russia used Iranian drones against Ukraine after a shell killed five people in Donetsk.",
        "Russia fired North Korean missiles at Kharkiv, killing people.",
        "Russia fired North Korean missiles at Kharkiv without killing anyone.",
        "Russia fired Iranian drones at Odesa, where a fire a year earlier killed 12 people.",
        "Russia fired Iranian drones at Odesa; a mine killed two people in Kherson.",
        "Russia fired 20 Iranian drones at Kyiv.",
        "Russia attacked Ukraine with 40 Iranian drones, killing no one.",
        "Russia struck Kyiv with North Korean missiles, killing a number of people.",
    ],
)
def test_harm_that_it_did_not(claims_in, sentence):
    """Another bomb, a war, what could happen, and words without a number."""
    claims = claims_in(sentence)

    assert any(claim.kind == "use" for claim in claims)
    assert harm(claims) == []


def test_only_a_use_does_harm(claims_in):
    """The transfer that a use implies killed nobody; the words are spans of the use."""
    claims = claims_in(
        "Russia fired North Korean missiles at Kharkiv, killing at least five people."
    )

    told = {c.kind: [s.text for s in c.spans.get("casualties", ())] for c in claims}
    assert told == {"transfer": [], "use": ["at least five people"]}
