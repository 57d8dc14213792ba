"""One scan finds the words that count, whole, and the shorter ones within what does not count."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.reference.matcher import ItemHit, PartyHit, WordScan, matcher

WORDS = ("arm", "arms", "re-arm", "send", "green-light", "to")


@pytest.mark.parametrize("text", ["send arms", "re-arm", "(to)", "green-light it", "disarm, to"])
def test_a_word_is_found_whole(text):
    """Punctuation, hyphens and the ends of the text are boundaries."""
    assert WordScan(WORDS).found_in(text)


@pytest.mark.parametrize("text", ["", "farms", "sender", "into", "to_day", "army", "rearms"])
def test_letters_within_a_word_are_not_found(text):
    """A word within another one is none."""
    assert not WordScan(WORDS).found_in(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="arms-_ endto.é1", max_size=24))
def test_a_scan_finds_what_an_alternation_finds(text):
    """The automaton answers as the regex would, only sooner."""
    alternation = re.compile(rf"\b(?:{'|'.join(map(re.escape, WORDS))})\b")

    assert WordScan(WORDS).found_in(text) == bool(alternation.search(text))


def test_hits_are_whole_and_do_not_overlap():
    """Parties and goods come from left to right with their offsets."""
    text = "Moscow took Shahed-136 drones"
    hits = matcher().hits(text)
    ends = [0, *(hit.end for hit in hits)]

    assert [type(hit) for hit in hits[:2]] == [PartyHit, ItemHit]
    assert text[hits[0].start : hits[0].end] == "Moscow"
    assert all(before <= hit.start for before, hit in zip(ends, hits, strict=False))


@pytest.mark.parametrize(
    ("text", "named"),
    [("two missiles", True), ("air-defence batteries", True), ("farmers", False), ("", False)],
)
def test_the_sieve_asks_for_whole_words(text, named):
    """The first sieve passes words for goods in either number, and no letters within others."""
    assert matcher().may_name_goods(text) == named


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They fired rockets", ["rockets"]),
        ("Zimbabwe shows Russian helicopters", ["Zimbabwe", "Russian", "helicopters"]),
        ("a tank top and a tank", ["tank"]),
        ("TAIPEI DENIES SALE TO HUAWEI", ["TAIPEI", "HUAWEI"]),
        ("our rada and intel", []),
    ],
)
def test_letters_within_words_hide_no_word(text, words):
    """A longer word that is not whole, or not in its case, leaves the shorter ones in sight."""
    assert [text[hit.start : hit.end] for hit in matcher().hits(text)] == words


@pytest.mark.parametrize(
    ("text", "party", "stands"),
    [
        ("Rifles reach the gangs of Haiti", "gangs-hti", True),
        ("Rifles reach the gangs of London", "gangs-hti", False),
        ("Kyiv says separatists got a missile", "separatists-ukr", True),
        ("Madrid says separatists got a missile", "separatists-ukr", False),
        ("Haiti. " + "x " * 400 + "Rifles reach gangs", "gangs-hti", False),
    ],
)
def test_some_words_stand_for_a_group_only_beside_its_state(text, party, stands):
    """Gangs are Haiti's, and separatists Ukraine's, only where that state is named nearby."""
    named = {hit.party for hit in matcher().hits(text) if isinstance(hit, PartyHit)}

    assert (party in named) == stands


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("56,000 rounds and 122mm rounds", [("ammunition", False)] * 2),
        ("several rounds of talks", []),
        ("a million rounds of artillery", [("ammunition", False)]),
        ("will train pilots", [("technology", True), ("personnel", False)]),
        ("the train to the border", []),
        ("the fighter deal", [("aircraft", False)]),
        ("fighters of the group", [("personnel", False)]),
        ("night-vision goggles and spares", [("technology", False)] * 2),
        ("men fighting for the army", [("personnel", True)]),
        ("a man fighting for his life", []),
        ("a bounty hunter", []),
        ("swarms of drones on display", [("uav", False)]),
        ("he drones on and on", []),
    ],
)
def test_words_name_goods_and_their_near_misses_none(text, goods):
    """Rounds are fired or talked through, and a train is taught by nobody."""
    hits = [hit for hit in matcher().hits(text) if isinstance(hit, ItemHit)]

    assert [(hit.group, hit.weak) for hit in hits] == goods
