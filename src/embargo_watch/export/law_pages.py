"""Write the law and the rules as pages, so that a lawyer can review them without the program."""

import inspect
from collections.abc import Iterable, Iterator, Sequence

from embargo_watch.export.law_json import vote_of
from embargo_watch.model.provision import Change, Instrument, Provision, Regime, Scopes

_CONFIDENCE = {"V": "verified in a source", "P": "partly verified", "G": "general knowledge"}
_LAYERS = {
    "UN": "United Nations",
    "EU": "European Union",
    "UK": "United Kingdom",
    "US": "United States",
}
_WRITTEN = (
    "<!-- Written by `make docs` from the data of the package; change the data, not this page. -->"
)


def page_name(regime: Regime) -> str:
    """The path of a regime's page within the documentation: ``regimes/dprk.md``."""
    return f"regimes/{_slug(regime)}.md"


def _slug(regime: Regime) -> str:
    return regime.id.casefold().replace("_", "-")


def index_page(law: Sequence[Regime]) -> str:
    """Every regime with its dates, a table a lawgiver, leading to its page."""
    count = sum(len(regime.provisions) for regime in law)
    lines = [
        "# The regimes",
        "",
        _WRITTEN,
        "",
        f"{len(law)} regimes with {count} provisions. `embargo law --at DATE` shows what stands on "
        "a day. Dates are half-open: a provision applies from its first day on and no longer on "
        "the day in the column *until*. Where the last renewal seen has run out, the answer is "
        "unknown, never lapsed.",
        "",
    ]
    for layer, name in _LAYERS.items():
        ours = [regime for regime in law if regime.layer == layer]
        if ours:
            lines += [
                f"## {name}",
                "",
                "| regime | provisions | from | until |",
                "|---|---|---|---|",
            ]
            lines += [_index_row(regime) for regime in ours]
            lines.append("")
    return _text(lines)


def _index_row(regime: Regime) -> str:
    bans = [each for each in regime.provisions if each.kind == "ban"] or list(regime.provisions)
    since = min(each.since for each in regime.provisions)
    last = max(bans, key=lambda each: (each.until is None, str(each.until)))
    link = f"[{_cell(regime.name)}]({page_name(regime)})"
    return f"| {link} ({regime.id}) | {len(regime.provisions)} | {since} | {_until(last)} |"


def regime_page(regime: Regime) -> str:
    """One regime: its instruments with their votes, then each provision with its sources."""
    lines = [
        f"# {regime.name}",
        "",
        _WRITTEN,
        "",
        f"`{regime.id}`, {_LAYERS[regime.layer]}. Parties: {', '.join(regime.parties)}. "
        "[All regimes](../regimes.md).",
        "",
    ]
    lines += [regime.note, ""] if regime.note else []
    lines += ["## Instruments", "", "| instrument | adopted | vote |", "|---|---|---|"]
    lines += [_instrument_row(each) for each in regime.instruments]
    lines += ["", "## Provisions", ""]
    for provision in regime.provisions:
        lines += _provision(regime, provision)
    return _text(lines)


def _instrument_row(instrument: Instrument) -> str:
    vote = instrument.vote
    told = "not known"
    if vote is not None:
        told = f"{vote.yes} for, {vote.no} against, {vote.abstain} abstaining"
        told += f"; against: {', '.join(vote.opposed)}" if vote.opposed else ""
        told += f"; abstaining: {', '.join(vote.abstained)}" if vote.abstained else ""
    return f"| {_cell(instrument.id)} | {instrument.adopted} | {told} |"


def _provision(regime: Regime, provision: Provision) -> Iterator[str]:
    yield f"### {provision.id}"
    yield ""
    yield f"**{_plain(provision.citation)}.** {_plain(provision.text)}"
    yield ""
    for name, value in _facts(regime, provision):
        yield f"- {name}: {_plain(value)}"
    if provision.readings:
        yield f"- contested ({_plain(provision.contested)}):"
        for reading in provision.readings:
            applies = "" if reading.applies else " (on this reading it does not apply)"
            applies += f" (not {', '.join(reading.excludes)})" if reading.excludes else ""
            days = _span(reading.since, reading.until)
            yield f"  - {', '.join(reading.held_by)}: {_plain(reading.reading)}{applies}{days}"
    yield from _listed("listed", (f"{x.party}{_span(x.since, x.until)}" for x in provision.listed))
    yield from _listed("changed", (_change(change) for change in provision.changes))
    yield from _listed(f"source ({_CONFIDENCE[provision.confidence]})", provision.source)
    yield ""


def _listed(name: str, values: Iterable[str]) -> Iterator[str]:
    told = list(values)
    if told:
        yield f"- {name}:"
        yield from (f"  - {_plain(value)}" for value in told)


def _facts(regime: Regime, provision: Provision) -> Iterator[tuple[str, str]]:
    """What a reviewer checks, in this order; what a provision lacks is left out."""
    vote = vote_of(regime, provision.instrument)
    since = f"{provision.since}" + ("" if provision.adopted == provision.since else
                                    f" (adopted {provision.adopted})")  # fmt: skip
    grace = provision.grace
    facts = {
        "applies": f"from {since}, {'until ' if provision.until else ''}{_until(provision)}",
        "changed by": provision.changed_by,
        "kind": f"{provision.kind}, {provision.force}",
        "direction": provision.direction.replace("_", " "),
        "target": f"{provision.target_text} ({', '.join(provision.target)}; as "
        f"{provision.target_type.replace('_', ' ')})",
        "area": ", ".join((provision.area, *provision.areas)),
        "bound": _bound(provision),
        "goods": _codes(provision.items, provision),
        "services": ", ".join(provision.services),
        "only with": ", ".join(provision.requires),
        "HS codes": ", ".join(provision.hs),
        "cap": "; ".join(dict.fromkeys(filter(None, (provision.cap, *_caps(provision))))),
        "exemptions": provision.exemptions,
        "route": provision.route,
        "relaxes": ", ".join(provision.relaxes),
        "decided by others": provision.determination,
        "winding down": f"until {grace.until}: {grace.condition}" if grace else "",
        "inspection": provision.inspection,
        "note": provision.note,
        "vote": f"{vote.yes}-{vote.no}-{vote.abstain}" if vote else "",
    }
    return ((name, value) for name, value in facts.items() if value)


def _bound(provision: Provision) -> str:
    told = provision.bound
    told += f" ({', '.join(provision.binds)})" if provision.binds else ""
    return told + (f", by {', '.join(provision.nexus)}" if provision.nexus else "")


def _codes(codes: Iterable[str], provision: Provision) -> str:
    later, ended = provision.items_since, provision.items_until
    return ", ".join(
        code
        + (f" (from {later[code]})" if code in later else "")
        + (f" (until {ended[code]})" if code in ended else "")
        for code in codes
    )


def _caps(provision: Provision) -> Iterator[str]:
    for cap in provision.caps:
        period = "a year" if cap.period == "year" else "in all"
        amount = f"{cap.amount:,.0f}" if cap.amount == int(cap.amount) else f"{cap.amount:,}"
        goods = ", ".join(cap.items) or "all items"
        days = _span(cap.since, cap.until).strip()
        yield f"{amount} {cap.unit} of {goods} {period}, {days} [{cap.source}]"


def _change(change: Change) -> str:
    told = f"{change.on} {change.how} by {change.instrument}, {change.paragraph}"
    told += f", until {change.until}" if change.until else ""
    return told + (f": {change.note}" if change.note else "")


def _until(provision: Provision) -> str:
    if provision.until is None:
        return "open"
    if provision.until_kind == "horizon":
        return f"{provision.until} (last renewal seen)"
    return f"{provision.until} ({provision.until_kind.replace('_', ' ')})"


def _span(since: object, until: object) -> str:
    told = f" from {since}" if since else ""
    return told + (f" until {until}" if until else "")


def rules_page(rules: Sequence[tuple[str, str]], scopes: Scopes) -> str:
    """Every rule in the order in which it is asked, then the legal categories of goods."""
    lines = [
        "# The rules of the judge",
        "",
        _WRITTEN,
        "",
        "A transfer is held against each provision that its parties touch, one rule after another. "
        "A rule says yes, no or unclear and what it compared; the judge stops at the first no, and "
        "an unclear rule makes the finding unknown.",
        "",
    ]
    for place, (name, told) in enumerate(rules, start=1):
        lines += [f"## {place}. {name}", "", inspect.cleandoc(told), ""]
    lines += [
        "## Categories of goods",
        "",
        "What a provision's item codes mean. An item group in *inside* lies wholly in the "
        "category, one in *maybe* in part; a designation or other words decide before the group "
        f"does ({len(scopes.goods)} kinds of goods and services are known by name).",
        "",
        "| code | category | inside | maybe | source |",
        "|---|---|---|---|---|",
    ]
    for each in scopes.categories.values():
        cells = (each.code, each.name, ", ".join(each.yes), ", ".join(each.unclear), each.source)
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    return _text(lines)


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """One line, with nothing in it that a page would read as markup."""
    return " ".join(text.split()).replace("<", "&lt;").replace("*", "\\*").replace("[", "\\[")


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
