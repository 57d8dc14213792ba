"""Goods and the legal categories they fall into: names first, then words, then the group."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.scope import LONGEST, Wares, covers_all, fit, goods_of, tokens
from embargo_watch.reference.scopes import GROUPS, scopes

CASES = [
    # A group whose every member is inside answers yes, one with none no, the rest unclear.
    ("arms_all", "missiles", "", "", "yes"),
    ("arms_all", "technology", "", "", "unclear"),
    ("arms_all", "relief", "", "", "no"),
    ("unroca7", "small_arms", "", "", "no"),
    ("unroca7", "missiles", "", "", "unclear"),
    # Category VII: 25 km and more, MANPADS, no other ground-to-air missiles.
    ("unroca7", "missiles", "", "ballistic missiles", "yes"),
    ("unroca7", "missiles", "", "Ballistic Missile", "yes"),
    ("unroca7", "air_defence", "Pantsir-S1", "", "no"),
    ("unroca7", "air_defence", "", "surface-to-air missile systems", "no"),
    ("unroca7", "air_defence", "", "MANPADS", "yes"),
    ("unroca7", "missiles", "Kornet", "", "no"),
    ("unroca7", "ammunition", "152 mm shell", "", "unclear"),
    ("unroca7", "ammunition", "", "cartridges", "no"),
    ("unroca7", "armour", "", "", "unclear"),
    ("unroca7", "armour", "", "tanks", "yes"),
    # The lists of the missile regime begin at 300 km.
    ("bm_items", "missiles", "KN-23", "", "yes"),
    ("bm_items", "missiles", "Fath-360", "ballistic missiles", "unclear"),
    ("bm_items", "missiles", "Unheard-of-9", "", "unclear"),
    ("bm_items", "armour", "T-72", "", "no"),
    ("uav_300km", "uav", "Shahed-136", "", "yes"),
    ("uav_300km", "uav", "", "Iranian Shahed drones", "yes"),
    ("uav_300km", "uav", "Mohajer-6", "", "unclear"),
    ("uav_300km", "uav", "", "drones", "unclear"),
    # A code without another: arms but not small arms.
    ("arms_all!salw", "small_arms", "", "", "no"),
    ("arms_all!salw", "artillery", "", "howitzers", "yes"),
    ("arms_all!salw", "arms", "", "", "unclear"),
    ("arms_all!salw", "fuel", "", "", "no"),
    # Fuels by name; "oil" alone may be either.
    ("crude_oil", "fuel", "", "crude oil", "yes"),
    ("crude_oil", "fuel", "", "diesel", "no"),
    ("crude_oil", "fuel", "", "oil", "unclear"),
    ("refined_petroleum", "fuel", "", "petroleum products", "yes"),
    ("coal", "fuel", "coal", "", "yes"),
    ("iron", "other", "", "iron ore", "no"),
    # An air-defence word said of a missile group; a possessive is no part of a name.
    ("unroca7", "missiles", "", "Russia's 300 missiles", "unclear"),
    ("unroca7", "missiles", "", "S-300 missiles", "no"),
    ("luxury", "other", "", "luxury cars", "yes"),
    ("luxury", "other", "", "whisky", "unclear"),
]


@pytest.mark.parametrize(("code", "item", "designation", "text", "answer"), CASES)
def test_goods_fall_into_categories(code, item, designation, text, answer):
    """Each line of the table has its answer, and every answer says what it compared."""
    found = fit((code,), Wares(item, designation, text), scopes())

    assert found.answer == answer
    assert found.compared
    assert found.source


@settings(max_examples=80, deadline=None)
@given(item=st.sampled_from(GROUPS), name=st.text("XQZJ", min_size=4, max_size=8))
def test_a_name_that_nobody_listed_changes_nothing(item, name):
    """An unknown designation leaves the group's own answer: never no where the group is open."""
    for code in scopes().categories:
        named = fit((code,), Wares(item, name), scopes()).answer
        assert named == fit((code,), Wares(item), scopes()).answer


def test_several_goods_fit_if_one_does_and_are_exempt_only_if_all_are():
    """Helmets and tanks: the tanks meet a ban, and an exemption for helmets leaves them out."""
    both = Wares("arms", "", "helmets and tanks")

    assert fit(("arms_all",), both, scopes()).answer == "yes"
    assert covers_all(("non_lethal",), both, scopes()) == "no"
    assert covers_all(("non_lethal",), Wares("arms", "", "helmets"), scopes()) == "yes"


def test_no_name_stands_for_two_kinds_of_goods():
    """Every word and designation of the table leads to one kind of goods, and none is too long."""
    for field in ("words", "designations"):
        owners: dict[tuple[str, ...], str] = {}
        for goods in scopes().goods:
            for name in getattr(goods, field):
                key = tokens(name)
                assert 0 < len(key) <= LONGEST, name
                assert owners.setdefault(key, goods.id) == goods.id, name


def test_every_designation_is_found_as_it_is_written():
    """What the table lists, it finds again."""
    for goods in scopes().goods:
        for name in goods.designations:
            assert goods in goods_of(Wares(goods.groups[0], name), scopes()), name
