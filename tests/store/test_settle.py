"""The accounts follow the claims, at no more cost than what is new, in any order."""

import random

import pytest

from embargo_watch.store import Ledger

STORY = (
    "Ten containers of shells left the port for the front on Monday officials said adding that"
    " the ship had been seen twice before in the same month near the eastern coast"
)


@pytest.fixture
def copies(synthetic):
    """One wire story in three papers, and a different one."""

    def made(number, text, **fields):
        of = synthetic.document(number, text=text, **fields)
        slots = {"supplier": ("PRK",), "recipient": ("RUS",), "item": "ammunition"}
        return synthetic.result(of, (synthetic.claim(of, **slots),))

    return [
        made(3, STORY, publisher="Globe"),
        made(1, STORY, publisher="Reuters"),
        made(2, "Local news first. " + STORY, publisher="Daily"),
        made(4, "Another tale altogether about how the shells were moved", publisher="Weekly"),
    ]


def filled(folder, results, reconciler, every=None):
    """A ledger with the results, settled after every so many."""
    with Ledger.open(folder) as ledger:
        with ledger.writer() as writer:
            for at, result in enumerate(results):
                writer.add(result)
                if every and at % every == 0:
                    ledger.settle(reconciler)
        ledger.settle(reconciler)
    return Ledger.open(folder)


def test_copies_share_one_origin(tmp_path, copies, reconciler):
    """Three papers with one story are one origin, the earliest one's."""
    with filled(tmp_path, copies, reconciler) as ledger:
        (flow,) = ledger.view().flows()
        links = ledger.view().copies()
    first = copies[1].document.id
    voices = {voice.origin: voice.copies for voice in flow.voices}

    assert voices == {"publisher:Reuters": 2, "publisher:Daily": 0}
    assert flow.independent == 2
    assert {(link.document, link.original) for link in links} == {
        (copies[0].document.id, first),
        (copies[2].document.id, first),
    }


def test_any_order_settles_to_the_same(tmp_path, synthetic, copies, reconciler, listed):
    """Documents in any order, settled at any time, end in the same ledger."""
    results = [*copies, *(synthetic.nth(number) for number in range(120))]
    with filled(tmp_path / "0", results, reconciler) as ledger:
        expected = listed(ledger), ledger.view().copies()
    for seed in range(3):
        random.Random(seed).shuffle(results)
        with filled(tmp_path / f"1{seed}", results, reconciler, every=seed * 7) as ledger:
            assert (listed(ledger), ledger.view().copies()) == expected


@pytest.mark.parametrize("days", [range(1, 21), range(20, 0, -1)], ids=["forward", "backward"])
def test_equal_texts_cost_one_comparison_each(ledger, synthetic, reconciler, days):
    """Twenty editions of one story are compared nineteen times, and all lead to the first."""
    asked = []

    class Counting(type(reconciler)):
        def compare(self, one, other):
            asked.append((one.id, other.id))
            return super().compare(one, other)

    made = []
    with ledger.writer() as writer:
        for day in days:
            of = synthetic.document(day, text=STORY, published=f"2023-03-{day:02d}")
            made.append(of)
            claim = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",))
            writer.add(synthetic.result(of, (claim,)))
            ledger.settle(Counting(reconciler.family))
    first = min(made, key=lambda of: of.published)
    links = ledger.view().copies()

    assert len(asked) == 19
    assert {(link.document, link.original) for link in links} == {
        (of.id, first.id) for of in made if of is not first
    }
    assert ledger.view().flows()[0].independent == 1


def test_only_what_is_new_is_taken_up(ledger, synthetic, reconciler):
    """Settling twice does nothing the second time; one more claim touches its own flow."""
    with ledger.writer() as writer:
        for number in range(100):
            writer.add(synthetic.nth(number))
        first = ledger.settle(reconciler)
        second = ledger.settle(reconciler)
        writer.add(synthetic.nth(100))
        third = ledger.settle(reconciler)

    assert (first.documents, first.flows) == (21, 12)
    assert (second.documents, second.flows) == (0, 0)
    assert (third.documents, third.flows) == (1, 1)
    assert not ledger.view().unsettled()


def test_new_findings_reach_the_flow(ledger, synthetic, reconciler):
    """After a change of the law the accounts say so, and no document is read."""
    of = synthetic.document(1)
    made = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",))
    with ledger.writer() as writer:
        writer.add(synthetic.result(of, (made,)))
        ledger.settle(reconciler)
        writer.rejudge({made.id: [synthetic.finding("X-1", "contested")]}, [made.id], "new")
        ledger.settle(reconciler)
    (flow,) = ledger.view().flows()

    assert (flow.engaged, flow.contested) == ((), ("X-1",))


def crowd(synthetic, count, text):
    """As many results, each with the text filled in for its number."""
    made = []
    for number in range(count):
        of = synthetic.document(
            number, text=text.format(number), published=f"2023-03-{1 + number * 7 % 28:02d}"
        )
        claim = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",))
        made.append(synthetic.result(of, (claim,)))
    return made


@pytest.mark.parametrize("text", ["Entry {0} of the list. " + STORY, STORY], ids=["near", "equal"])
def test_a_crowd_of_copies_is_not_compared_each_with_each(tmp_path, synthetic, reconciler, text):
    """Twice as many entries made from one template take about twice as many comparisons."""
    asked = {}
    for count in (100, 200):
        compared = []

        class Counting(type(reconciler)):
            def compare(self, one, other, compared=compared):
                compared.append((one.id, other.id))
                return super().compare(one, other)

        results = crowd(synthetic, count, text)
        with filled(tmp_path / str(count), results, Counting(reconciler.family)) as ledger:
            (flow,) = ledger.view().flows()
            copies = ledger.view().copies()
        asked[count] = len(compared)

        assert flow.independent == 1
        assert len({link.document for link in copies}) == count - 1

    assert asked[200] < 200 * 40
    assert asked[200] < 2.6 * asked[100]


@pytest.mark.parametrize("days", [range(1, 29), range(28, 0, -1)], ids=["forward", "backward"])
def test_more_equals_than_a_mark_holds_lead_to_the_earliest(ledger, synthetic, reconciler, days):
    """An earlier edition that turns up late leads all others, those without a mark too."""
    made = []
    with ledger.writer() as writer:
        for number, day in enumerate([*days, *days]):
            at = f"{2023 + (number < 28)}-03-{day:02d}"
            of = synthetic.document(number, text=STORY, published=at)
            made.append(of)
            claim = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",))
            writer.add(synthetic.result(of, (claim,)))
            ledger.settle(reconciler)
    first = min(made, key=lambda of: of.published)

    assert {(link.document, link.original) for link in ledger.view().copies()} == {
        (of.id, first.id) for of in made if of is not first
    }
