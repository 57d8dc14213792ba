"""Goods and the legal categories they fall into: names first, then words, then the group."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.scope import LONGEST, Wares, alike, covers_all, fit, goods_of, tokens
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
    # Ranges as published: above 300 km, below, and at the edge.
    ("bm_items", "missiles", "Khorramshahr", "", "yes"),
    ("bm_items", "missiles", "Zolfaghar", "", "yes"),
    ("bm_items", "missiles", "Fateh-110", "", "unclear"),
    ("bm_items", "missiles", "C-802", "", "unclear"),
    ("bm_items", "missiles", "107 mm rocket", "", "no"),
    ("bm_items", "missiles", "Kornet", "", "no"),
    ("bm_items", "uav", "Shahed-131", "", "yes"),
    ("bm_150km", "missiles", "Fateh-110", "", "yes"),
    ("bm_150km", "missiles", "Fath-360", "", "unclear"),
    ("uav_300km", "uav", "Samad-3", "", "yes"),
    ("uav_300km", "uav", "Bayraktar TB2", "", "unclear"),
    ("uav_300km", "uav", "Ababil", "", "unclear"),
    ("uav_300km", "uav", "Qasef-2K", "", "no"),
    ("uav_300km", "uav", "Lancet", "", "no"),
    ("uav_300km", "uav", "", "loitering munitions", "unclear"),
    ("uav_300km", "uav", "Zzyzx-1", "", "unclear"),
    # Category III begins at 75 mm; mortars below 100 mm are light weapons.
    ("unroca7", "artillery", "", "60 mm mortars", "no"),
    ("unroca7", "artillery", "", "82 mm mortars", "yes"),
    ("salw", "artillery", "", "82 mm mortars", "yes"),
    ("unroca7", "artillery", "", "120 mm mortars", "yes"),
    ("salw", "artillery", "", "120 mm mortars", "no"),
    ("unroca7", "artillery", "", "mortars", "unclear"),
    ("unroca7", "ammunition", "", "120 mm mortar shells", "unclear"),
    ("unroca7", "artillery", "", "170 mm self-propelled guns", "yes"),
    ("unroca7", "artillery", "", "ZU-23-2", "no"),
    # Category VII counts rockets of 25 km; a rocket launcher may be a portable one.
    ("unroca7", "missiles", "", "240 mm rockets", "yes"),
    ("unroca7", "missiles", "", "122 mm rockets", "unclear"),
    ("unroca7", "missiles", "", "rocket launchers", "unclear"),
    ("unroca7", "small_arms", "RPG-7", "", "no"),
    ("salw", "small_arms", "RPG-7", "", "yes"),
    ("unroca7", "missiles", "", "anti-aircraft missiles", "unclear"),
    ("unroca7", "air_defence", "Buk", "", "no"),
    # Categories II, IV, V and VI, and what lies beside them.
    ("unroca7", "armour", "BTR-80", "", "yes"),
    ("unroca7", "armour", "", "military trucks", "unclear"),
    ("arms_all", "armour", "", "military trucks", "yes"),
    ("unroca7", "aircraft", "Mi-35", "", "yes"),
    ("unroca7", "aircraft", "Mi-17", "", "unclear"),
    ("unroca7", "aircraft", "", "passenger planes", "no"),
    ("unroca7", "naval", "", "frigates", "yes"),
    ("unroca7", "naval", "", "patrol boats", "unclear"),
    ("unroca7", "naval", "", "naval mines", "no"),
    ("arms_all", "air_defence", "", "jammers", "yes"),
    ("arms_all", "small_arms", "", "thermal sights", "unclear"),
    ("arms_all", "technology", "", "fighter jet parts", "yes"),
    ("components", "technology", "", "fighter jet parts", "yes"),
    # Improvised bombs, ammunition, repression.
    ("ied", "technology", "", "ammonium nitrate", "yes"),
    ("ied", "other", "", "wheat", "no"),
    ("arms_all", "technology", "", "detonators", "unclear"),
    ("ammo", "ammunition", "", "cartridges", "yes"),
    ("ammo", "small_arms", "", "rifles", "no"),
    ("repression_equipment", "arms", "", "riot gear", "yes"),
    ("repression_equipment", "missiles", "", "ballistic missiles", "no"),
    # Trade: one chapter and its neighbour.
    ("charcoal", "other", "", "charcoal", "yes"),
    ("charcoal", "fuel", "", "coal", "no"),
    ("coal", "fuel", "", "charcoal", "no"),
    ("wood", "other", "", "charcoal", "yes"),
    ("petroleum", "fuel", "", "crude oil", "yes"),
    ("petroleum", "fuel", "", "diesel", "yes"),
    ("petroleum", "fuel", "", "oil", "yes"),
    ("petroleum", "fuel", "", "coal", "no"),
    ("textiles", "other", "", "wigs", "no"),
    ("all_goods", "other", "", "crude oil", "yes"),
    ("all_goods", "other", "", "machinery", "yes"),
    ("all_goods", "relief", "", "medicine", "no"),
    ("all_goods", "relief", "", "food", "unclear"),
    ("aviation_fuel", "fuel", "", "kerosene", "unclear"),
    # Nuclear and chemical items by name, and goods with lawful uses.
    ("nuclear", "wmd", "", "gas centrifuges", "yes"),
    ("nuclear", "technology", "", "maraging steel", "unclear"),
    ("cbw", "wmd", "", "nerve agent", "yes"),
    ("cbw", "other", "", "chlorine", "unclear"),
    # Persons and services are no materiel.
    ("arms_all", "personnel", "", "troops", "no"),
    ("mercenaries", "personnel", "", "mercenaries", "yes"),
    ("mercenaries", "personnel", "", "soldiers", "unclear"),
    ("training", "personnel", "", "instructors", "yes"),
    ("workers", "personnel", "", "IT workers", "yes"),
    ("financial", "money", "", "cash", "unclear"),
    # An aeroplane is no helicopter; both are of chapter HS 88, tanks of 87, ships of 89.
    ("helicopters", "aircraft", "MiG-29", "", "no"),
    ("helicopters", "aircraft", "", "fighter jets", "no"),
    ("helicopters", "aircraft", "Il-76", "", "no"),
    ("helicopters", "aircraft", "Mi-35", "", "unclear"),
    ("helicopters", "aircraft", "Mi-17", "", "unclear"),
    ("vehicles", "aircraft", "An-26", "", "yes"),
    ("vehicles", "armour", "T-72", "", "yes"),
    ("vehicles", "artillery", "D-30", "", "unclear"),
    ("unroca7", "aircraft", "", "MiGs", "yes"),
    ("arms_all", "aircraft", "", "paramotors", "unclear"),
    # Ships: warships and patrol boats are vessels, mines and torpedoes are not.
    ("vessels", "naval", "", "frigates", "yes"),
    ("vessels", "naval", "", "patrol boats", "yes"),
    ("vessels", "naval", "", "torpedoes", "no"),
    ("vessels", "naval", "", "naval drones", "unclear"),
    ("vessels_new", "naval", "", "frigates", "unclear"),
    ("arms_all", "naval", "", "patrol boats", "yes"),
    ("arms_all", "naval", "", "speedboats", "unclear"),
    ("arms_all", "naval", "", "outboard motors", "unclear"),
    ("luxury", "naval", "", "yachts", "yes"),
    # Drones that come back are combat drones of the Register; one that strikes once may be.
    ("unroca7", "uav", "Wing Loong II", "", "yes"),
    ("unroca7", "uav", "MQ-9 Reaper", "", "yes"),
    ("unroca7", "uav", "Shahed-129", "", "yes"),
    ("unroca7", "uav", "Shahed-136", "", "unclear"),
    ("unroca7", "uav", "Ababil-3", "", "unclear"),
    ("unroca7", "uav", "Anka", "", "unclear"),
    ("unroca7", "uav", "Orlan-10", "", "no"),
    ("uav_300km", "uav", "Anka", "", "yes"),
    ("unroca7", "uav", "", "Vampire drones", "unclear"),
    ("unroca7", "artillery", "", "Vampire rocket launcher", "yes"),
    # Propellants: those that the missile lists name, and what they are made from.
    ("bm_items", "missiles", "", "ammonium perchlorate", "yes"),
    ("bm_items", "missiles", "", "sodium perchlorate", "unclear"),
    ("arms_all", "missiles", "", "ammonium perchlorate", "yes"),
    ("arms_all", "missiles", "", "sodium perchlorate", "unclear"),
    ("bm_items", "missiles", "", "hypersonic missiles", "unclear"),
    ("unroca7", "missiles", "", "hypersonic missiles", "yes"),
    # Artillery rockets are no light weapons; rifle ammunition is.
    ("arms_all!salw", "missiles", "", "122 mm rockets", "yes"),
    ("arms_all!salw", "missiles", "", "107 mm rockets", "yes"),
    ("arms_all!salw", "missiles", "", "rockets", "unclear"),
    ("arms_all!salw", "missiles", "", "Grad rockets", "yes"),
    ("arms_all!salw", "ammunition", "", "Kalashnikov ammunition", "no"),
    ("arms_all!salw", "ammunition", "", "ammunition", "unclear"),
    ("unroca7", "artillery", "", "105mm guns", "yes"),
    ("unroca7", "artillery", "", "105mm shells", "unclear"),
    ("salw", "air_defence", "ZSU-23-4", "", "no"),
    ("salw", "small_arms", "M60 machine gun", "", "yes"),
    ("salw", "armour", "M60", "", "no"),
    ("arms_all", "ammunition", "", "IEDs", "yes"),
    ("arms_all", "ammunition", "", "dynamite", "unclear"),
    ("arms_all", "other", "", "weapons", "yes"),
    ("unroca7", "other", "", "weapons", "unclear"),
    # Help with small arms alone, and with arms.
    ("manufacture!salw", "technology", "", "rifle factory", "unclear"),
    ("manufacture!salw", "technology", "", "missile factory", "yes"),
    ("technical_service", "technology", "", "military training", "yes"),
    ("technical_service", "technology", "", "microchips", "no"),
    # Farm goods by chapter, goods of daily life, and plurals.
    ("agri", "relief", "", "fruit", "yes"),
    ("agri", "relief", "", "soybeans", "yes"),
    ("agri", "relief", "", "rice", "no"),
    ("agri", "relief", "", "food", "unclear"),
    ("vehicles", "other", "", "buses", "yes"),
    ("luxury", "other", "", "buses", "no"),
    ("luxury", "other", "", "trucks", "no"),
    ("luxury", "other", "", "cars", "unclear"),
    ("luxury", "other", "luxury", "", "yes"),
    ("luxury", "other", "", "watches", "unclear"),
    ("vehicles", "other", "", "watches", "no"),
    ("metals", "other", "", "molybdenum", "yes"),
    ("iron", "other", "", "molybdenum", "no"),
    ("iron", "other", "", "steel", "unclear"),
    ("industrial_machinery", "other", "", "ski lifts", "yes"),
    ("textiles", "other", "", "hair products", "no"),
    ("coal", "other", "", "books", "no"),
    ("coal", "other", "", "Zzyzx", "no"),
    ("luxury", "other", "", "Zzyzx", "unclear"),
    ("finance", "other", "", "gold", "no"),
    ("finance", "money", "", "cash", "unclear"),
    # Gas is no gas liquid; petroleum products may hold jet fuel, diesel does not.
    ("ngl", "fuel", "", "LNG", "no"),
    ("ngl", "fuel", "", "LPG", "unclear"),
    ("ngl", "fuel", "", "condensate", "yes"),
    ("refined_petroleum", "fuel", "", "LNG", "no"),
    ("aviation_fuel", "fuel", "", "petroleum products", "unclear"),
    ("aviation_fuel", "fuel", "", "diesel", "no"),
    ("nuclear", "fuel", "", "uranium fuel", "yes"),
    # One name, two weapons: the group of the report decides.
    ("unroca7", "aircraft", "Tornado", "", "unclear"),
    ("unroca7", "artillery", "Tornado", "", "yes"),
    ("unroca7", "air_defence", "Hawk", "", "no"),
    ("unroca7", "aircraft", "Hawk", "", "unclear"),
    ("unroca7", "ammunition", "", "122 mm Grad", "unclear"),
    ("unroca7", "artillery", "BM-21 Grad", "", "yes"),
    ("arms_all", "aircraft", "AW139", "", "unclear"),
    ("arms_all", "aircraft", "Mi-17", "", "yes"),
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


def test_a_group_beside_a_listed_name_is_dropped_only_where_it_says_nothing():
    """A listed designation decides by itself; an unlisted one leaves the answer to its group."""
    table = scopes()
    bare = Wares("", "Shahed-136")

    assert alike(Wares("uav", "Shahed-136"), table) == bare
    assert alike(Wares("fuel", "Shahed-136"), table) == bare
    assert alike(Wares("uav", "XQ-77"), table) == Wares("uav", "XQ-77")
    assert alike(Wares("uav"), table) == Wares("uav")
