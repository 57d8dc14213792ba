"""Sum the claims of one supplier, recipient and item group into an account of the ledger.

The account is a function of the set of claims: given in any order, it is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from embargo_watch.model.dates import DateRange
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Verdict
from embargo_watch.model.ledger import Account, Entry, Flow, FlowKey
from embargo_watch.reconcile.copies import groups, links
from embargo_watch.reconcile.exchange import returns
from embargo_watch.reconcile.incidents import incidents
from embargo_watch.reconcile.origins import Family, independent, parties_among
from embargo_watch.reconcile.voices import Setting, by_time, quantities, voices


def account(key: FlowKey, entries: Iterable[Entry], setting: Setting) -> Account:
    """Return a flow with its incidents out of all of its claims, each given once or more."""
    unique = {entry.claim.id: entry for entry in entries}
    members = sorted(unique.values(), key=by_time)
    told = incidents(members, key, setting)
    said = voices(members, key, setting)
    first, last = _bounds(members)
    verdicts = _verdicts(members, key)
    flow = Flow(
        id=key.id,
        supplier=key.supplier,
        recipient=key.recipient,
        item=key.item,
        first=first,
        last=last,
        voices=said,
        independent=independent(said, parties_among(members)),
        claims=tuple(entry.claim.id for entry in members),
        incidents=tuple(incident.id for incident in told),
        designations=tuple(sorted({e.claim.designation for e in members} - {""})),
        quantities=quantities(members, setting),
        engaged=verdicts["engaged"],
        contested=verdicts["contested"],
        unknown=verdicts["unknown"],
        in_return_for=returns(members),
    )
    return Account(flow=flow, incidents=told)


def accounts(entries: Iterable[Entry], family: Family) -> tuple[Account, ...]:
    """Reconcile a whole set of claims at once: copies, then one account a flow, by id."""
    held = list(entries)
    documents: dict[str, Document] = {entry.document.id: entry.document for entry in held}
    heads = groups(documents, links(documents.values(), family))
    by_key: dict[FlowKey, list[Entry]] = defaultdict(list)
    for entry in held:
        for key in FlowKey.of(entry.claim):
            by_key[key].append(entry)
    setting = Setting(family=family, heads=heads)
    found = (account(key, own, setting) for key, own in by_key.items())
    return tuple(sorted(found, key=lambda one: one.flow.id))


def _bounds(members: Sequence[Entry]) -> tuple[str, str]:
    """Return the earliest and the latest date told: the claim's own, else its publication."""
    dates = {entry.claim.date or entry.document.published for entry in members} - {""}
    ranges = [DateRange.parse(edtf) for edtf in sorted(dates)]
    if not ranges:
        return "", ""
    first = min(ranges, key=lambda date: (date.first or date.last, date.edtf))
    last = max(ranges, key=lambda date: (date.last or date.first, date.edtf))
    return first.edtf, last.edtf


def _verdicts(members: Sequence[Entry], key: FlowKey) -> Mapping[Verdict, tuple[str, ...]]:
    """Sort provisions by the strongest verdict on any claim.

    A denial does not change the law, so its findings count too; but a flow that is told in
    denials alone engages nothing.
    """
    denied = all(entry.claim.status == "denied" for entry in members)
    held: dict[Verdict, set[str]] = {"engaged": set(), "contested": set(), "unknown": set()}
    for entry in members:
        for finding in entry.findings:
            pair = (finding.supplier or key.supplier, finding.recipient or key.recipient)
            if pair != (key.supplier, key.recipient) or finding.verdict not in held:
                continue
            if finding.verdict != "engaged" or not denied:
                held[finding.verdict].add(finding.provision)
    held["contested"] -= held["engaged"]
    held["unknown"] -= held["engaged"] | held["contested"]
    return {verdict: tuple(sorted(provisions)) for verdict, provisions in held.items()}
