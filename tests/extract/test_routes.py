"""Which way goods went and who made them, beside words that tell neither. Sentences are made up."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("Iran sent missiles to Russia through Turkey.", ("TUR",)),
        ("Iran sent missiles to Russia via the port of Mersin in Turkey.", ("TUR",)),
        ("Iran shipped missiles via Turkey and Azerbaijan to Russia.", ("TUR", "AZE")),
        ("Iran sent missiles to Russia through a middleman in Turkey.", ()),
        ("Iran sent missiles to Russia through diplomatic channels.", ()),
        ("North Korea sent missiles to Russia through Russia.", ()),
        ("Iran sent missiles to Russia, which passed them on through Belarus.", ()),
    ],
)
def test_parties_of_transit(claims_in, sentence, via):
    """A state or its port on the way; not a middleman, not a side, not another deed's way."""
    (claim,) = claims_in(sentence)

    assert claim.via == via


@pytest.mark.parametrize(
    ("sentence", "maker"),
    [
        ("Russia used Iranian-made drones against Ukraine.", ("IRN",)),
        ("Germany sent tanks made in Poland to Ukraine.", ("POL",)),
        ("Ukraine fired US-supplied rockets at a depot.", ()),
        ("Iran sent missiles to Russia.", ()),
    ],
)
def test_makers(claims_in, sentence, maker):
    """Who made the goods is told by "made", not by who gave them."""
    assert {claim.maker for claim in claims_in(sentence)} == {maker}
