"""Pronouns go back to a party by number, kind and who acted before, or to nobody."""

import pytest


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # The subject of the sentence before, not the party named last.
        ("Iran is under pressure. It sent missiles to Russia.", "IRN>RUS missiles asserted"),
        ("Iran denied helping Russia. It has sent missiles to Syria.", "IRN>SYR missiles asserted"),
        # Who does what the clause above says.
        ("Germany said it would send tanks to Ukraine.", "DEU>UKR armour prospective"),
        ("Iran asked Russia to sell it fighter jets.", "RUS>IRN aircraft prospective"),
        # Several, or one group, are "they".
        ("North Korea and Iran are isolated. They sent missiles to Russia.",
         "PRK+IRN>RUS missiles asserted"),
        ("The Houthis attacked a ship. They received missiles from Iran.",
         "IRN>houthi missiles asserted"),
        # Over a pronoun in between.
        ("Iran is isolated. It says little. It sent missiles to Russia.",
         "IRN>RUS missiles asserted"),
    ],
)  # fmt: skip
def test_pronouns_stand_for_the_party_that_acted(told, text, claim):
    """Number and kind agree, and subjects come before the rest."""
    assert f"transfer {claim}" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        # A ship acted, not a state.
        "The ship left Iran on Monday. It delivered missiles to Russia.",
        # A person is not "it", nor one state "they".
        "Raisi met guests. It sent missiles to Russia.",
        "Iran held talks. They sent missiles to Russia.",
        # Either could be meant.
        "Washington accused Iran. It sent missiles to Russia.",
        "The White House said that Iran was isolated. It has sent missiles to Russia.",
        # Too far back.
        "Iran is isolated. It rains. Nothing stirs. It sent missiles to Russia.",
    ],
)
def test_pronouns_that_could_be_anybody_stay_open(claims_in, text):
    """Nobody is taken for the giver where the words leave it open."""
    assert all(not claim.supplier for claim in claims_in(text))


def test_the_chain_of_words_is_evidence(claims_in):
    """The party's span is the pronoun; what it goes back to is shown beside it."""
    (claim,) = claims_in("Iran is isolated. It says little. It sent missiles to Russia.")

    assert [span.text for span in claim.spans["supplier"]] == ["It"]
    assert [span.text for span in claim.spans["reference"]] == ["It", "Iran"]
    assert claim.spans["reference"][1].start == 0
