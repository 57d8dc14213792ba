"""The words of items: every group of the codebook, and weapons by every spelling of their names."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import items as module
from embargo_watch.reference.items import designations, item_blockers, item_groups

CODEBOOK_GROUPS = [
    "missiles", "uav", "ammunition", "small_arms", "artillery", "armour", "aircraft",
    "air_defence", "naval", "wmd", "arms", "technology", "fuel", "money", "relief", "personnel",
    "other",
]  # fmt: skip


@pytest.fixture(scope="module")
def by_form():
    """Every form of a weapon's name with its designation."""
    return {form: known for known in designations() for form in known.forms}


@pytest.fixture(scope="module")
def group_of_word():
    """Every sure word with its group."""
    return {word: group.id for group in item_groups().values() for word in group.words}


def test_the_groups_are_the_codebooks():
    """No group is missing, none is added, and the order is the codebook's."""
    assert list(item_groups()) == CODEBOOK_GROUPS


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("missile", "missiles"), ("rocket launcher", "missiles"),
        ("multiple rocket launcher", "artillery"), ("drone", "uav"), ("loitering munition", "uav"),
        ("munition", "ammunition"), ("artillery shell", "ammunition"), ("artillery", "artillery"),
        ("cluster bomb", "ammunition"), ("depleted uranium round", "ammunition"),
        ("uranium", "wmd"), ("rifle", "small_arms"), ("battle tank", "armour"),
        ("armored vehicle", "armour"), ("fighter jet", "aircraft"), ("fighter", "personnel"),
        ("air defense system", "air_defence"), ("anti-aircraft gun", "air_defence"),
        ("warship", "naval"), ("chemical weapon", "wmd"), ("weapon", "arms"),
        ("military aid", "arms"), ("lethal aid", "arms"), ("dual-use item", "technology"),
        ("humanitarian aid", "relief"), ("financial aid", "money"), ("oil", "fuel"),
        ("mercenary", "personnel"), ("troop", "personnel"),
    ],
)  # fmt: skip
def test_words_name_goods_of_one_group(group_of_word, word, group):
    """The longer word carries the more specific group: a shell of artillery is ammunition."""
    assert group_of_word[word] == group


@pytest.mark.parametrize("word", ["aid", "assistance", "package", "equipment", "supplies"])
def test_weak_words_name_arms_only_as_what_is_moved(group_of_word, word):
    """'aid' names goods only as what a transfer moves; 'support' alone names none."""
    assert word in item_groups()["arms"].weak
    assert word not in group_of_word


@pytest.mark.parametrize(
    ("form", "group"),
    [
        ("KN-23", "missiles"), ("KN23", "missiles"), ("Hwasong-11", "missiles"),
        ("ATACMS", "missiles"), ("Storm Shadow", "missiles"), ("Shahed-136", "uav"),
        ("Shahed 136s", "uav"), ("Shaheds", "uav"), ("Geran-2", "uav"), ("Mohajer-6", "uav"),
        ("Bayraktar TB2", "uav"), ("155mm shells", "ammunition"), ("AK-47s", "small_arms"),
        ("HIMARS", "artillery"), ("HIMARS rocket launchers", "artillery"), ("M777s", "artillery"),
        ("Leopard 2s", "armour"), ("Leopard 2A4s", "armour"), ("M1 Abrams", "armour"),
        ("T-72s", "armour"), ("F-16s", "aircraft"), ("F16", "aircraft"), ("MiG-29s", "aircraft"),
        ("Mi-17", "aircraft"), ("Patriot missiles", "air_defence"), ("S-300", "air_defence"),
        ("Patriot missile defense systems", "air_defence"), ("NASAMS", "air_defence"),
        ("Starlink", "technology"),
    ],
)  # fmt: skip
def test_weapons_are_known_by_every_spelling(by_form, form, group):
    """With, without hyphen or with a space, singular and plural, a name is one weapon."""
    assert by_form[form].group == group
    assert not by_form[form].needs_context


@pytest.mark.parametrize(
    "form", ["Hawk", "Archer", "Tor", "Grad", "Marder", "Javelin", "Avenger", "Leopard", "Patriot"]
)
def test_names_that_are_ordinary_words_need_their_context(by_form, form):
    """A hawk is a bird until goods or a transfer stand near it."""
    assert by_form[form].needs_context


def test_no_form_is_in_two_groups():
    """A form decides the group, so that it cannot be in two."""
    seen = {}
    for known in designations():
        for form in known.forms:
            assert seen.setdefault(form.casefold(), known.group) == known.group


def test_no_name_is_a_number_or_a_letter():
    """'152' or 'K' would be found in every report."""
    forms = [form for known in designations() for form in known.forms]

    assert [form for form in forms if len(form) < 2 or form.isdigit()] == []


@pytest.mark.parametrize(
    "phrase",
    ["think tank", "rocket science", "shell company", "arms race", "arms control", "up in arms",
     "jet lag", "private jet", "oil painting", "food for thought", "bargaining chip"],
)  # fmt: skip
def test_homonyms_name_no_goods(phrase):
    """A think tank is no tank."""
    assert phrase in item_blockers()


def test_no_blocker_is_a_word_for_goods(group_of_word, by_form):
    """A phrase cannot both name goods and name none."""
    names = {name.casefold() for name in (*group_of_word, *by_form)}

    assert [phrase for phrase in item_blockers() if phrase.casefold() in names] == []


def test_a_word_of_two_groups_is_refused(monkeypatch):
    """The message names the file, the group, the field and the word."""
    groups = [
        {"id": "arms", "name": "arms", "words": ["gun"]},
        {"id": "naval", "name": "ships", "words": ["Gun"]},
    ]
    monkeypatch.setattr(module, "load", lambda name: {"groups": groups, "blockers": []})

    with pytest.raises(InvalidReference, match=r"groups.yaml: naval: words: 'Gun' .* of arms"):
        module.item_groups.__wrapped__()


def test_an_unknown_group_of_designations_is_refused(monkeypatch):
    """A misspelled group would hide all of its weapons."""
    real = module.load
    broken = {"heads": {}, "misiles": {"sure": "KN-23"}}
    monkeypatch.setattr(
        module, "load", lambda name: broken if name == module.DESIGNATIONS else real(name)
    )

    with pytest.raises(InvalidReference, match="misiles: no item group of this id"):
        module.designations.__wrapped__()
