"""Whose office speaks: two spokesmen of one government are one origin."""

import pytest

from embargo_watch.reference.offices import speaks_for


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Iran's mission", "IRN"),
        ("Iran's mission to the UN", "IRN"),
        ("Ukrainian General Staff", "UKR"),
        ("Canada PM", "CAN"),
        ("Canada's PM", "CAN"),
        ("Russian ambassador Vasily Nebenzia", "RUS"),
        ("China's defence ministry spokesman Tan Kefei", "CHN"),
        ("Houthi military", "houthi"),
        ("top Turkish officials", "TUR"),
        # Not the state: those who look into it, oppose it, make its laws or live there.
        ("Dutch investigators", ""),
        ("Russian customs data", ""),
        ("Iranian dissidents", ""),
        ("Iranian state media", ""),
        ("the Iranian regime's critics", ""),
        ("US House Speaker Mike Johnson", ""),
        ("Ukrainian lawmakers", ""),
        ("Kyiv's mayor", ""),
        ("Kremlin-installed officials", ""),
        ("Russia-backed officials", ""),
        # A bloc's experts are not its organs, and without an owner nobody is meant.
        ("UN experts", ""),
        ("officials", ""),
        ("president", ""),
        ("", ""),
    ],
)
def test_offices(words, party):
    """The words must name one party and its office, and nothing else."""
    assert speaks_for(words) == party
