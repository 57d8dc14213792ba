"""Armed groups answer to their full names, and to no short form that means something else."""

import pytest

from embargo_watch.reference.parties import parties, senses


def holders(text):
    """The ids of the parties that a surface form stands for."""
    return {party.id for _, party in senses(text)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Justice and Equality Movement", "jem"), ("SLA-MM", "slm"), ("SPLM-North", "splm-n"),
        ("SPLM-IO", "splm-io"), ("Janjaweed", "rsf"), ("Seleka", "ex-seleka"),
        ("Anti-Balaka", "anti-balaka"), ("Coalition of Patriots for Change", "cpc"),
        ("CODECO", "codeco"), ("Mai-Mai", "mai-mai"), ("Lord's Resistance Army", "lra"),
        ("Cherizier", "jimmy-cherizier"), ("Puntland Maritime Police Force", "puntland"),
        ("Puntland", "SOM"), ("Somaliland", "SOM"), ("UNITA", "unita"), ("Taliban", "taliban"),
        ("Revolutionary United Front", "ruf"), ("Pakistani Taliban", "pakistani-taliban"),
    ],
)  # fmt: skip
def test_names_that_stand_for_a_group(text, party):
    """A full name is its group; a bare region of Somalia is the state."""
    assert holders(text) == {party}


@pytest.mark.parametrize(
    "text",
    ["JEM", "SLA", "SLM", "CPC", "UPC", "3R", "LRA", "CNDP", "AFC", "RUF", "KLA", "TTP", "MODEL",
     "National Salvation Front", "Armed Forces", "Barbecue"],
)  # fmt: skip
def test_short_forms_that_stand_for_nobody(text):
    """Letters that also name firms, offices and football are left alone."""
    assert holders(text) == set()


def test_every_group_s_territory_is_a_state():
    """A group acts in a state of ISO 3166-1, or in none in particular."""
    for party in parties().values():
        if party.territory_of:
            assert parties()[party.territory_of].kind == "state", party.id
