"""Goods told in one breath, and goods of a target's making that another one sells."""

import pytest

from embargo_watch.judge.scope import Wares, goods_of
from embargo_watch.reference.scopes import scopes


@pytest.mark.parametrize(
    ("item", "designation", "text", "kinds"),
    [
        ("arms", "", "ballistic missiles and rifles", {"ballistic_missile", "small_arm"}),
        ("arms", "", "tanks and AK-47 rifles", {"tank", "small_arm"}),
        ("arms", "AK-47", "tanks and AK-47 rifles", {"tank", "small_arm"}),
        ("arms", "", "AK-47s, T-72 tanks", {"tank", "small_arm"}),
        ("small_arms", "", "tanks and rifles", {"small_arm"}),
        ("missiles", "KN-23", "10,000 ballistic missiles", {"ballistic_missile"}),
        ("uav", "Shahed-136", "kamikaze drones", {"uav_long_one_way"}),
    ],
)
def test_a_listed_name_decides_only_for_the_goods_it_stands_with(item, designation, text, kinds):
    """Each of several goods counts; words beside a name of the same goods add nothing."""
    assert {g.id for g in goods_of(Wares(item, designation, text), scopes())} == kinds


@pytest.mark.parametrize("text", ["ballistic missiles and rifles", "rifles and ballistic missiles"])
def test_the_heavier_of_two_goods_is_not_lost(ask, text):
    """Small arms were free for the DPRK in 2012, missiles beside them were not."""
    found = ask(supplier="CHN", recipient="PRK", item="arms", item_text=text, date="2012-06-01")

    assert found["DPRK-1718-8ai"].verdict == "engaged"


def test_a_new_label_does_not_change_where_goods_are_from(ask):
    """Coal from the DPRK that another one sells was got from there, when is not told."""
    slots = {"supplier": "RUS", "recipient": "KOR", "item": "fuel", "designation": "coal"}
    slots["date"] = "2018-06-01"

    assert ask(**slots, maker="PRK")["DPRK-2371-8"].verdict == "unknown"
    assert "made by PRK" in str(ask(**slots, maker="PRK")["DPRK-2371-8"].reasons)
    assert "DPRK-2371-8" not in ask(**slots, maker="RUS")


def test_a_place_may_be_named_as_a_person_writes_it(ask):
    """Whoever asks from a program need not know the ids of places."""
    slots = {"supplier": "CHN", "recipient": "SDN", "item": "arms", "date": "2023-06-01"}

    assert ask(**slots, area="Darfur")["SDN-1591-7"].verdict == "engaged"
    assert ask(**slots, area="Khartoum")["SDN-1591-7"].verdict == "not_engaged"
    assert ask(**slots, area="nobody knows where")["SDN-1591-7"].verdict == "unknown"
