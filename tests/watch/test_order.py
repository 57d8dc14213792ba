"""Copies add nothing, an alert is raised once, and ids are the same in every run."""

from hypothesis import given, settings
from hypothesis import strategies as st

STATUSES = ("asserted", "denied", "suspected", "prospective")
CLAIMS = st.fixed_dictionaries(
    {
        "supplier": st.sampled_from([("PRK",), ("IRN",), ()]),
        "recipient": st.sampled_from([("RUS",), ("houthi",), ()]),
        "item": st.sampled_from(["ammunition", "missiles", "arms"]),
        "status": st.sampled_from(STATUSES),
        "kind": st.sampled_from(["transfer", "interdiction"]),
        "by": st.sampled_from([("USA",), ("KOR",), ("RUS",), ("publisher:unknown",)]),
        "score": st.sampled_from([0.5, 0.8, 0.99]),
        "rule": st.sampled_from(["gives", "weighed"]),
    }
)
STREAM = st.lists(st.lists(CLAIMS, min_size=1, max_size=3), max_size=12)


def days(count):
    """As many days, two apart."""
    return [f"2023-{1 + 2 * n // 28:02}-{1 + 2 * n % 28:02}" for n in range(count)]


def run(stream, tell, make_watch, *, copied=False):
    """Ids of the alerts of a stream, with each document followed by a copy of it if asked."""
    watch, found = make_watch(), []
    for day, claims in zip(days(len(stream)), stream, strict=True):
        seen = tell(day, *claims)
        found += watch.take(seen)
        if copied:
            found += watch.take(tell(day, *claims, hour=13, repeats=seen.document.id))
    return [alert.id for alert in found]


@given(stream=STREAM)
@settings(max_examples=60, deadline=None)
def test_copies_change_nothing(stream, tell, make_watch):
    """A copy raises no alert, adds no origin and makes no later alert come or go."""
    assert run(stream, tell, make_watch, copied=True) == run(stream, tell, make_watch)


@given(stream=STREAM)
@settings(max_examples=60, deadline=None)
def test_an_alert_is_raised_once(stream, tell, make_watch):
    """No id comes twice, in however long a stream."""
    ids = run(stream, tell, make_watch)

    assert len(ids) == len(set(ids))


@given(stream=STREAM, data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_within_a_document_changes_nothing(stream, tell, make_watch, data):
    """What a document tells does not depend on where in it a claim stands."""
    mixed = [data.draw(st.permutations(claims)) for claims in stream]

    def rules(told):
        watch, found = make_watch(), []
        for day, claims in zip(days(len(told)), told, strict=True):
            found += [(a.rule, a.flow, a.also) for a in watch.take(tell(day, *claims))]
        return found

    assert rules(mixed) == rules(stream)


def test_a_copy_of_the_first_report_is_no_second_origin(watch, tell, say):
    """A weak claim that only a copy repeats goes on waiting."""
    weak = {"rule": "weighed", "score": 0.9}
    first = tell("2023-10-13", say(**weak))
    watch.take(first)

    copy = tell("2023-10-14", say(by=("KOR",), **weak), repeats=first.document.id)
    assert watch.take(copy) == []
    assert watch.take(tell("2023-10-15", say(**weak))) == []
