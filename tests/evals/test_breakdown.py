"""The parts of the figures agree with the whole, and say where a reading errs."""

import pytest

from embargo_watch.breakdown import break_down
from embargo_watch.scoring import Ratio, score


def claim(route, item="missiles", status="asserted", **more):
    """A claim told as ``PRK>RUS``; several parties with a plus, nobody as nothing."""
    supplier, recipient = ([p for p in side.split("+") if p] for side in route.split(">"))
    return {
        "kind": "transfer", "supplier": supplier, "recipient": recipient,
        "item": item, "status": status, "speakers": [], "date": "", **more,
    }  # fmt: skip


@pytest.fixture
def gold():
    """Two entries: one with three claims, one with one."""
    return {
        "a": [
            claim("PRK>RUS", speakers=["USA"]),
            claim("PRK>RUS", status="denied", speakers=["PRK"]),
            claim("IRN>RUS", "uav", kind="use"),
        ],
        "b": [claim("USA>UKR", "armour", "prospective", speakers=["UKR"])],
    }


@pytest.fixture
def found():
    """A reading that errs in a status, in goods, in a kind and in a voice."""
    return {
        "a": [
            claim("PRK>RUS", rule="gives", speakers=["USA", "RUS"]),
            claim("IRN>RUS", "uav", rule="gives"),
            claim("IRN>RUS", "arms", rule="noun-to"),
        ],
        "b": [claim("USA>UKR", "armour", "asserted", rule="gives")],
    }


def test_flows_are_counted_by_kind_status_and_goods(gold, found):
    """A flow counts for a part where a claim of that kind, status or goods carries it."""
    told = break_down(gold, found)

    assert told.kinds["transfer"] == Ratio(2, 4, 2)
    assert told.kinds["use"] == Ratio(0, 0, 1)
    assert told.statuses["asserted"] == Ratio(2, 4, 2)
    assert told.statuses["denied"] == Ratio(0, 0, 1)
    assert told.items == {
        "armour": Ratio(1, 1, 1), "missiles": Ratio(1, 1, 1), "uav": Ratio(1, 1, 1),
        "arms": Ratio(0, 1, 0),
    }  # fmt: skip


def test_a_rule_answers_for_the_flows_that_it_claimed(gold, found):
    """The rule with most wrong flows comes first; a right pair with wrong goods is told apart."""
    told = break_down(gold, found)

    assert list(told.rules) == ["noun-to", "gives"]
    noun, verb = told.rules.values()
    assert (noun.said, noun.wrong, noun.pair, noun.precision) == (1, 1, 1, 0.0)
    assert (verb.said, verb.flow, verb.claim) == (3, 3, 1)


def test_a_claim_without_a_rule_is_counted_all_the_same(gold):
    """Claims of other readers name no construction of ours."""
    told = break_down(gold, {"b": [claim("USA>UKR", "armour")]})

    assert [(name, one.said) for name, one in told.rules.items()] == [("none named", 1)]


def test_each_shared_flow_stands_once_in_the_confusion(gold, found):
    """A flow told in two ways stands as both; what stands on the diagonal is what is right."""
    told, whole = break_down(gold, found), score(gold, found)

    assert told.confusion == {
        ("asserted", "asserted"): 1, ("asserted+denied", "asserted"): 1,
        ("prospective", "asserted"): 1,
    }  # fmt: skip
    right = sum(flows for (a, b), flows in told.confusion.items() if a == b)
    assert (right, sum(told.confusion.values())) == (whole.status.hit, whole.status.true)


def test_speakers_are_told_apart_by_their_part_in_the_flow(gold, found):
    """Giver, getter and third parties; their counts add up to those of the whole."""
    told, whole = break_down(gold, found), score(gold, found)

    assert told.speakers == {
        "supplier": Ratio(0, 0, 1), "recipient": Ratio(0, 1, 1), "other": Ratio(1, 1, 1),
    }  # fmt: skip
    sums = [sum(getattr(one, n) for one in told.speakers.values()) for n in ("hit", "said", "true")]
    assert Ratio(*sums) == whole.speakers


def test_parts_add_up_to_the_whole_on_real_entries(shared):
    """On the annotated entries for training, flows by goods are the flows."""
    from embargo_watch import evaluate

    path = shared / "gold" / "train.jsonl"
    if not path.exists():
        pytest.skip("needs ../shared: gold/train.jsonl")
    entries, _ = evaluate.load(path)
    wrong = {entry: claims[1:] for entry, claims in entries.items()}
    told, whole = break_down(entries, wrong), score(entries, wrong)
    sums = [sum(getattr(one, n) for one in told.items.values()) for n in ("hit", "said", "true")]

    assert Ratio(*sums) == whole.facts["flow"]
    assert sum(told.confusion.values()) == whole.status.true
