"""Planes, companies, harm and way of a claim, as programs and people read them."""

from embargo_watch.cli import readable
from embargo_watch.export.json_lines import claim_object
from embargo_watch.model.claim import Aircraft, Casualties, Claim, Company, Stop
from embargo_watch.model.spans import Span
from embargo_watch.store.bodies import dump, load

CLAIM = Claim(
    document="doc_1", kind="transfer", status="asserted", item="uav", quote=Span(0, 4, "Iran"),
    supplier=("IRN",), recipient=("RUS",),
    aircraft=(Aircraft(type="Il-76", registration="RA-78765", state="RUS"),),
    companies=(Company(text="KOMID", name="Korea Mining", country="PRK", trade="exporter"),),
    casualties=(Casualties(text="at least 32", harm="killed", min=32, max=None),),
    route=(Stop(way="from", text="Jask"), Stop(way="to", text="Astrakhan")),
)  # fmt: skip


def test_detail_for_programs():
    """Each is a list of objects."""
    told = claim_object(CLAIM)

    assert told["aircraft"] == [
        {"type": "Il-76", "registration": "RA-78765", "state": "RUS", "flight": ""}
    ]
    assert told["companies"] == [
        {"text": "KOMID", "name": "Korea Mining", "country": "PRK", "trade": "exporter"}
    ]
    assert told["casualties"] == [
        {"text": "at least 32", "harm": "killed", "min": 32, "max": None, "about": False}
    ]
    assert told["route"] == [{"way": "from", "text": "Jask"}, {"way": "to", "text": "Astrakhan"}]


def test_a_claim_without_detail_has_empty_lists():
    """The fields are always there."""
    told = claim_object(Claim(**{**_bare(), "document": "doc_1"}))

    assert [told[field] for field in ("aircraft", "companies", "casualties", "route")] == [[]] * 4


def test_detail_for_people():
    """One line each, with what is known of a mark and a company."""
    assert dict(readable.detail(CLAIM)) == {
        "aircraft": "Il-76 RA-78765 (mark of Russia (RUS))",
        "companies": "KOMID (Korea Mining, exporter, North Korea (PRK))",
        "route": "from Jask to Astrakhan",
        "casualties": "at least 32 killed",
    }


def test_detail_is_kept_and_a_claim_of_before_it_is_read():
    """What the ledger holds comes back whole; an older row lacks the fields and has none."""
    assert load(Claim, dump(CLAIM)) == CLAIM
    old = dump(CLAIM).replace('"aircraft":[{', '"unknown":[{')

    assert load(Claim, old).aircraft == ()


def _bare():
    return {
        "kind": "use", "status": "asserted", "item": "uav", "quote": Span(0, 4, "Iran"),
    }  # fmt: skip
