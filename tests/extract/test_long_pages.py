"""A long page is read as its parts are, and nothing in it is compared with all the rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.extract import consolidate, triage
from embargo_watch.extract.sentences import sentences
from embargo_watch.model.candidate import Candidate, Goods, Mention
from embargo_watch.model.party import PartyWord
from embargo_watch.model.spans import Span
from embargo_watch.reference.matcher import PartyHit

WORD = PartyWord(text="Iran", word_class="name")
FILLER = "The weather in the capital was fine and nobody had anything to say of it. " * 20


def hit(start):
    """A party named at a place."""
    return PartyHit(start, start + 4, "IRN", WORD)


@given(
    st.lists(st.integers(0, 5000), unique=True, max_size=60),
    st.integers(0, 5000),
    st.integers(0, 800),
    st.integers(0, 300),
)
@settings(max_examples=150, deadline=None)
def test_the_parties_around_a_sentence(starts, start, length, title):
    """Those found by place are those that a look at every party finds."""
    hits = [hit(place) for place in sorted(starts)]
    end = start + length
    looked_up = triage.Around.of(hits, title).near(start, end)

    assert list(looked_up) == [
        known
        for known in hits
        if known.start < title or start - triage.AROUND <= known.start < end + triage.AROUND
    ]


def test_only_states_are_remembered_and_each_once():
    """However often a party is named, what is kept of the text before stays small."""
    states = {}
    for place in range(1000):
        triage._remember(states, hit(place))
        triage._remember(states, PartyHit(place, place + 1, "houthi", WORD))
        triage._remember(states, PartyHit(place, place + 1, "RUS", WORD))

    assert list(states) == ["IRN", "RUS"]


def test_a_description_far_from_the_name_it_stands_for(told):
    """The last other state is meant, be it a long way back."""
    text = f"Iran is under pressure. {FILLER} The isolated theocracy sent missiles to Russia."

    assert told(text) == {"transfer IRN>RUS missiles asserted"}


def test_furniture_is_left_out_wherever_it_stands():
    """Sentences that touch a marked line go, those between two of them stay."""
    lines = [f"Line {number} is here." for number in range(200)]
    text = "\n".join(lines)
    cuts = sentences(text)
    marked = [Span.of(text, *cut) for cut in cuts[::3]]

    assert sentences(text, marked) == [cut for place, cut in enumerate(cuts) if place % 3]


@pytest.fixture
def candidates():
    """A thousand half-told supplies behind one that is told in full."""

    def mention(party, at):
        return Mention(span=Span(at, at + 4, "Iran"), party=party, word_class="name")

    def candidate(at, *, recipient=True):
        span = Span(at, at + 4, "sent")
        return Candidate(
            kind="transfer", rule="gives", status="asserted", predicate=span, quote=span,
            goods=Goods(span=span, group="missiles"), supplier=(mention("IRN", at),),
            recipient=(mention("RUS", at),) if recipient else (),
        )  # fmt: skip

    return [candidate(0), *(candidate(at, recipient=False) for at in range(10, 10_010, 10))]


def test_an_open_side_is_looked_for_once(candidates, monkeypatch):
    """A thousand candidates with the same open side ask the document one question."""
    asked = []
    look = consolidate.Told._side
    monkeypatch.setattr(
        consolidate.Told, "_side", lambda self, *key: asked.append(key) or look(self, *key)
    )
    known = consolidate.Told(candidates)
    made = [known.completed(candidate) for candidate in candidates]

    assert len(asked) == 1
    assert all(one.recipient[0].party == "RUS" for one in made)
