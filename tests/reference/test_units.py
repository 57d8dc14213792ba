"""Units as data: one name, one unit, and factors that hold both ways."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.regimes import regimes
from embargo_watch.reference.units import parse_units, units


def parsed(unit=None, factor=None):
    """A small file of two units and a factor, changed where asked."""
    one = {"id": "barrel", "name": "barrels", "names": ["barrel"]} | (unit or {})
    two = {"id": "tonne", "name": "tonnes", "names": ["tonne"]}
    rate = {"from": "barrel", "to": "tonne", "per": 8, "least": 1, "most": 2, "source": "a book"}
    content = {"units": [one, two], "factors": [rate | (factor or {})]}
    return parse_units(Fields("data/items/units.yaml", "file", content))


def test_a_factor_holds_both_ways():
    """Eight barrels are one to two tonnes, so a tonne is four to eight barrels."""
    there, back = parsed().factors

    assert (there.least, there.most) == (1 / 8, 2 / 8)
    assert (back.unit, back.least, back.most) == ("tonne", 4, 8)


@pytest.mark.parametrize(
    ("unit", "factor", "named"),
    [
        ({"names": ["tonne"]}, {}, "names two units"),
        ({}, {"to": "stone"}, "is no unit"),
        ({}, {"least": 3}, "least"),
        ({}, {"items": ["gravel"]}, "scope code"),
        ({}, {"per": 0}, "per"),
        ({"colour": "red"}, {}, "colour"),
    ],
)
def test_a_mistake_names_the_file_and_the_field(unit, factor, named):
    """An analyst finds the line without a programmer."""
    with pytest.raises(InvalidReference, match=named) as error:
        parsed(unit, factor)

    assert "data/items/units.yaml" in str(error.value)


def test_every_cap_of_the_law_has_a_known_unit():
    """A cap in a unit that nobody can read would count nothing."""
    for regime in regimes():
        for provision in regime.provisions:
            for cap in provision.caps:
                assert cap.unit in units().units, provision.id


def test_every_factor_is_sourced():
    """No conversion stands on nobody's word."""
    assert all(factor.source for factor in units().factors)
