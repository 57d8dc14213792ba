"""What the ledger lists, shows and counts, in an order that depends on the documents alone."""

import datetime as dt

import pytest

from embargo_watch.errors import UnusableInput
from embargo_watch.model.ledger import FlowKey, incident_id
from embargo_watch.store.filters import Filter


@pytest.fixture
def filled(ledger, synthetic, reconciler):
    """A settled ledger of 400 results."""
    with ledger.writer() as writer:
        for number in range(400):
            writer.add(synthetic.nth(number))
    ledger.settle(reconciler)
    return ledger.view()


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Filter(party="PRK"), lambda c: "PRK" in c.supplier + c.recipient),
        (Filter(supplier="IRN"), lambda c: c.supplier == ("IRN",)),
        (Filter(recipient="houthi"), lambda c: c.recipient == ("houthi",)),
        (Filter(item="uav"), lambda c: c.item == "uav"),
        (Filter(status="denied"), lambda c: c.status == "denied"),
        (
            Filter(party="RUS", item="uav"),
            lambda c: c.item == "uav" and "houthi" not in c.recipient,
        ),
        (Filter(until=dt.date(2023, 1, 1)), lambda c: c.date == "2022-12-30"),
        (Filter(since=dt.date(2023, 1, 1)), lambda c: c.date == ""),
        (Filter(provision="DPRK-1718-8b"), lambda _: True),
        (Filter(provision="DPRK-1718"), lambda _: False),
    ],
)
def test_claims_are_filtered(filled, wanted, holds):
    """A filter leaves exactly the claims that it describes."""
    every = [entry.claim for entry in filled.claims()]

    assert [entry.claim for entry in filled.claims(wanted)] == [c for c in every if holds(c)]


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Filter(party="PRK"), lambda f: "PRK" in (f.supplier, f.recipient)),
        (Filter(supplier="IRN", recipient="houthi"), lambda f: f.recipient == "houthi"),
        (Filter(item="uav"), lambda f: f.item == "uav"),
        (Filter(provision="DPRK-1718-8b"), lambda _: True),
        (Filter(provision="nothing"), lambda _: False),
        (Filter(since=dt.date(2024, 1, 1)), lambda _: False),
        (Filter(until=dt.date(2022, 12, 30)), lambda _: False),
    ],
)
def test_flows_are_filtered(filled, wanted, holds):
    """A filter leaves exactly the flows that it describes."""
    every = filled.flows()

    assert len(every) == 12
    assert list(filled.flows(wanted)) == [flow for flow in every if holds(flow)]


def test_flows_by_status_have_a_claim_of_it(filled):
    """A flow is listed under a status where one of its claims has it."""
    denied = {entry.claim.id for entry in filled.claims(Filter(status="denied"))}
    listed = {flow.id for flow in filled.flows(Filter(status="denied"))}

    assert listed == {flow.id for flow in filled.flows() if denied & set(flow.claims)}


def test_an_exchange_has_both_directions(filled):
    """North Korea and Russia stand on both sides of it."""
    exchange = filled.exchange("PRK", "RUS")

    assert {(flow.supplier, flow.recipient) for flow in exchange.there} == {("PRK", "RUS")}
    assert {(flow.supplier, flow.recipient) for flow in exchange.back} == {("RUS", "PRK")}
    assert filled.exchange("RUS", "PRK").there == exchange.back


def test_show_leads_from_a_claim_to_its_capture(filled):
    """A claim's quote stands in its document's text, and the document in a capture."""
    some = next(filled.claims())
    entry = filled.show(some.claim.id)
    quote = entry.claim.quote
    (capture,) = filled.captures(entry.document.id)

    assert entry.document.text[quote.start : quote.end] == quote.text
    assert filled.show(entry.document.id) == entry.document
    assert filled.show(capture.id) == capture
    assert capture.location.startswith("pack:")


def test_show_takes_the_beginning_of_an_id(filled):
    """Enough of an id to be the only one is enough."""
    flow = filled.show(FlowKey("PRK", "RUS", "missiles").id)

    assert filled.show(flow.id[:13].upper()) == flow


@pytest.mark.parametrize("name", ["clm-0000", "flow-ffffffffffffffff", "zebra", "", "clm", "xyz-1"])
def test_show_of_an_unknown_id_names_it(filled, name):
    """An id that names nothing is unusable input."""
    with pytest.raises(UnusableInput) as caught:
        filled.show(name)

    assert repr(name) in str(caught.value)


def test_show_of_too_short_an_id_names_the_choices(filled):
    """A beginning that several ids share is answered with some of them."""
    with pytest.raises(UnusableInput, match=r"several ids: clm-.*, clm-"):
        filled.show("clm-")


def test_every_name_of_an_incident_leads_to_it(filled):
    """An id that another first member gave still finds the incident."""
    incident = next(one for one in filled.incidents() if len(one.claims) > 1)
    names = [incident_id(incident.flow, claim) for claim in incident.claims]

    assert {filled.show(name) for name in names} == {incident}
    assert filled.show(incident.id) == incident


def test_entries_come_in_the_order_asked(filled):
    """The claims of a flow can be read in the flow's own order."""
    flow = filled.flows()[0]

    assert [entry.claim.id for entry in filled.entries(flow.claims)] == list(flow.claims)
    assert filled.entries(["clm-unknown"]) == ()


def test_counts_add_up(filled, synthetic):
    """Every input is read, refused or failed, and refusals are counted by reason."""
    counts = filled.counts()
    failed = sum(1 for n in range(400) if n % 17 == 3)

    assert counts.failed == failed == len(filled.unread("failed"))
    assert counts.refused == {"language: fr": len(filled.unread("refused"))}
    assert counts.read + sum(counts.refused.values()) + counts.failed == 400
    assert counts.claims == sum(len(synthetic.nth(n).claims) for n in range(400))
    assert counts.rejected == {"no party": len(list(filled.rejected()))}
    assert (counts.flows, counts.incidents) == (12, len(filled.incidents()))


def test_rejected_candidates_show_their_words(ledger, synthetic):
    """What nearly was a claim is listed with the words it stood on."""
    of = synthetic.document(1, text="a bare mention of missiles")
    from embargo_watch.model.claim import Rejected

    near = Rejected(start=18, end=26, rule="no party")
    with ledger.writer() as writer:
        writer.add(synthetic.result(of, rejected=(near,), relevant=True))
    (listed,) = ledger.view().rejected()

    assert (listed.text, listed.rule, listed.document) == ("missiles", "no party", of.id)


def test_incidents_by_date(filled):
    """Occasions come in their order, each within a listed flow."""
    dates = [incident.date for incident in filled.incidents()]

    assert dates == sorted(dates)
    assert {one.flow for one in filled.incidents()} <= {flow.id for flow in filled.flows()}
