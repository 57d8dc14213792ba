"""The breach that a speaker alleges, with the instrument in the speaker's words."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "instruments"),
    [
        (
            "Kyiv said that Iran sent missiles to Russia in violation of UN Security Council "
            "resolution 2231.",
            ["UN Security Council resolution 2231"],
        ),
        ("Iran sent missiles to Russia contrary to resolution 2231, Paris said.",
         ["resolution 2231"]),
        ("Iran sent missiles to Russia in violation of UNSCR 2231, Paris said.", ["UNSCR 2231"]),
        ("Paris said that Iran circumvented the arms embargo by sending missiles to Russia.",
         ["the arms embargo"]),
        # An instrument that nobody is said to break.
        ("Iran sent missiles to Russia while the Council discussed resolution 2231.", []),
    ],
)  # fmt: skip
def test_the_instrument_that_is_said_to_be_broken(claims_in, sentence, instruments):
    """A word of breach and the instrument beside it; the instrument alone alleges nothing."""
    (claim,) = claims_in(sentence)

    assert [breach.instrument for breach in claim.alleged_breach] == instruments
    assert all(breach.by == claim.speakers for breach in claim.alleged_breach)
