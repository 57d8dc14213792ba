"""Documents are told to the watch as claims, origins and findings; no text is read here."""

import datetime as dt

import pytest

from embargo_watch.model.claim import Claim, Quantity
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding, Reason
from embargo_watch.model.ids import blob_digest
from embargo_watch.model.spans import Span
from embargo_watch.reference.regimes import regimes
from embargo_watch.watch.seen import Saying, Seen, Told
from embargo_watch.watch.watch import Watch

ENGAGED = "DPRK-1874-9"
COUNT = len  # origins of these tests are distinct if their names are


@pytest.fixture
def watch():
    """A watch that has seen nothing, with the bundled law and settings."""
    return Watch(regimes(), COUNT)


@pytest.fixture(scope="session")
def make_watch():
    """Make a watch anew, as often as a property asks for one."""
    return lambda: Watch(regimes(), COUNT)


@pytest.fixture(scope="session")
def tell():
    """Make one document: ``tell(day, claim, …, repeats=…)``, each claim made by ``say``."""
    return _tell


@pytest.fixture(scope="session")
def say():
    """Make one claim: by default Pyongyang's shells for Russia as Washington asserts them."""
    return _say


def _tell(day, *claims, repeats="", hour=12, text=""):
    at = dt.datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")
    text = (
        text
        or f"Headline of {day} {hour} on what they say was seized\nA sentence. Another sentence."
    )
    name = f"{at} {text} {claims}"
    document = Document(
        blob=blob_digest(name.encode()), entry=f"e{blob_digest(name.encode())[:8]}", source="s",
        text=text, published=day,
    )  # fmt: skip
    told = tuple(_told(document, dict(claim), place) for place, claim in enumerate(claims))
    return Seen(at=at, document=document, claims=told, repeats=repeats)


def _say(**slots):
    return slots


def _told(document, slots, place) -> Told:
    by = slots.pop("by", ("USA",))
    verdict = slots.pop("verdict", "engaged")
    provision = slots.pop("provision", ENGAGED)
    rule = slots.pop("finding_rule", "exemption")
    number = slots.pop("number", None)
    unit = slots.pop("unit", "containers")
    if number is not None:
        slots["quantity"] = Quantity(text=f"{number:,} {unit}", min=number, max=number, unit=unit)
    words = Span.of(document.text, place, place + 8)
    known = {
        "kind": "transfer", "status": "asserted", "item": "ammunition", "supplier": ("PRK",),
        "recipient": ("RUS",), "rule": "gives", "score": 0.99,
    }  # fmt: skip
    claim = Claim(document=document.id, quote=words, spans={"item": (words,)}, **(known | slots))
    reasons = (Reason(rule=rule, compared="", source=""),)
    finding = Finding(
        provision=provision, instrument="S/RES/1874 (2009)", paragraph="9", verdict=verdict,
        breach="", basis="window", reasons=reasons,
    )  # fmt: skip
    sayings = tuple(_saying(claim, pair, who) for who in by for pair in claim.pairs())
    return Told(claim=claim, findings=(finding,), sayings=sayings)


def _saying(claim, pair, who) -> Saying:
    own = who in pair and claim.status == "asserted"
    stances = {"denied": "denies", "suspected": "suspects", "prospective": "expects"}
    return Saying(
        supplier=pair[0], recipient=pair[1], origin=who, counts_as=who,
        stance="admits" if own else stances.get(claim.status, "asserts"),
    )  # fmt: skip
