"""The audit finds what does not stand in the official text, and says what it could not hold."""

import dataclasses
import datetime as dt
import fnmatch

import pytest

from embargo_watch.judge.audit import audit
from embargo_watch.model.provision import Change, Instrument
from embargo_watch.read.resolutions import read_resolution
from embargo_watch.reference.law_words import audit_words
from embargo_watch.reference.regimes import parse_regime, regimes
from embargo_watch.reference.scopes import scopes

BAN = "Decides that all States shall prevent the sale of arms to Ruritania until 1 May 2032;"
RENEWAL = (
    "Decides to renew until 1 May 2033 the measures imposed by paragraph 1 of resolution 3001"
    " (2031);"
)
PROVISION = {
    "id": "RUR-1", "instrument": "S/RES/3001 (2031)", "paragraph": "1", "text": "no arms",
    "kind": "ban", "force": "mandatory", "adopted": dt.date(2031, 3, 4),
    "from": dt.date(2031, 3, 4), "until": dt.date(2033, 5, 2), "until_kind": "horizon",
    "direction": "to_target", "bound": "all States", "target_type": "state", "target": ["RUR"],
    "target_text": "Ruritania", "area": "whole country", "items": ["arms_all"],
    "confidence": "V", "source": ["S/RES/3001 (2031) OP1"],
    "changes": [{"on": dt.date(2032, 4, 30), "instrument": "S/RES/3002 (2032)", "paragraph": "1",
                 "how": "renewed", "until": dt.date(2033, 5, 2)}],
}  # fmt: skip


@pytest.fixture(scope="module")
def texts(akoma):
    """An invented embargo and its renewal."""
    ban = akoma(operative=((0, "1.", BAN), (0, "2.", "Decides to remain seized of the matter.")))
    renewal = akoma(
        symbol="S/RES/3002 (2032)", adopted="2032-04-30", operative=((0, "1.", RENEWAL),)
    )
    return [read_resolution(ban, "3001.xml"), read_resolution(renewal, "3002.xml")]


@pytest.fixture(scope="module")
def regime(texts):
    """Our data on it, without a mistake."""
    content = {
        "regime": "RUR", "name": "Ruritania", "layer": "UN", "territory": "RUR",
        "parties": ["RUR"], "provisions": [PROVISION],
        "instruments": [{"id": "S/RES/3001 (2031)", "adopted": dt.date(2031, 3, 4)}],
    }  # fmt: skip
    read = parse_regime("rur.yaml", content)
    voted = dataclasses.replace(read.instruments[0], vote=texts[0].vote)
    return dataclasses.replace(read, instruments=(voted,))


def changed(regime, **fields):
    """The same regime with one field of its provision otherwise."""
    provision = dataclasses.replace(regime.provisions[0], **fields)
    return dataclasses.replace(regime, provisions=(provision,))


def differences(regime, texts):
    """The checks that differ."""
    return [line.check for line in audit([regime], texts).of("difference")]


def test_data_that_are_right_pass(regime, texts):
    """Every comparison is made and none differs."""
    report = audit([regime], texts)

    assert report.of("difference") == ()
    assert report.provisions == 1
    assert {line.check for line in report.lines} == {
        "adopted", "vote", "paragraph", "items", "direction", "until", "source",
        "change paragraph", "change date", "change verb", "change object", "change until",
    }  # fmt: skip


RENEWED = Change(
    on=dt.date(2032, 4, 30),
    instrument="S/RES/3002 (2032)",
    paragraph="1",
    how="renewed",
    until=dt.date(2033, 5, 2),
)


@pytest.mark.parametrize(
    ("mistake", "check"),
    [
        ({"paragraph": "3"}, "paragraph"),
        ({"paragraph": "1(a)"}, "paragraph"),
        ({"adopted": dt.date(2031, 3, 5)}, "adopted"),
        ({"items": ("coal",)}, "items"),
        ({"direction": "from_target"}, "direction"),
        ({"instrument": "S/RES/3001 (2030)"}, "paragraph"),
        ({"source": ("S/RES/3002 (2031)",)}, "source"),
        ({"until": dt.date(2034, 5, 2)}, "until"),
        ({"changes": ()}, "until"),
        ({"changes": (dataclasses.replace(RENEWED, paragraph="2"),)}, "change paragraph"),
        ({"changes": (dataclasses.replace(RENEWED, on=dt.date(2032, 5, 1)),)}, "change date"),
        ({"changes": (dataclasses.replace(RENEWED, how="lifted"),)}, "change verb"),
        (
            {"changes": (dataclasses.replace(RENEWED, until=dt.date(2033, 5, 1)),)},
            "change until",
        ),
        (
            {"changes": (dataclasses.replace(RENEWED, instrument="S/RES/3002 (2031)"),)},
            "change resolution",
        ),
    ],
)
def test_each_mistake_is_found(regime, texts, mistake, check):
    """One field wrong is one check that differs."""
    found = differences(changed(regime, **mistake), texts)

    assert check in found


def test_a_vote_told_wrong_is_found(regime, texts):
    """Counts and names are compared."""
    wrong = dataclasses.replace(texts[0].vote, supported=("NOR",))
    told = Instrument(id="S/RES/3001 (2031)", adopted=dt.date(2031, 3, 4), vote=wrong)

    assert differences(dataclasses.replace(regime, instruments=(told,)), texts) == ["vote"]


def test_a_paragraph_about_something_else_is_no_change(regime, texts, akoma):
    """A renewal of another measure does not carry ours."""
    other = akoma(
        symbol="S/RES/3002 (2032)",
        adopted="2032-04-30",
        operative=((0, "1.", "Decides to renew until 1 May 2033 the soup kitchen;"),),
    )

    assert differences(regime, [texts[0], read_resolution(other, "o.xml")]) == ["change object"]


def test_what_cannot_be_held_is_said(regime):
    """Without texts nothing is called right: each line says that its text is missing."""
    report = audit([regime], [])

    assert report.of("ok") == (
        *(line for line in report.lines if line.check == "until"),
    )  # rests on a change, which is itself unchecked
    assert {line.reason for line in report.of("unchecked")} == {"newer than this copy"}


def test_law_of_others_is_not_held(regime, texts):
    """A measure of the European Union has no resolution."""
    other = changed(
        dataclasses.replace(regime, layer="EU", instruments=()),
        instrument="Decision 2030/1/CFSP",
        source=("a journal",),
        changes=(),
    )
    report = audit([other], texts)

    assert report.of("difference") == ()
    assert [line.reason for line in report.lines] == ["not of the UN"]


def test_all_provisions_against_all_official_texts(official):
    """Every provision since 2000 is found and held, and nothing differs."""
    report = audit(regimes(), official)

    assert report.of("difference") == ()
    held = {
        provision.id
        for regime in regimes()
        if regime.layer == "UN"
        for provision in regime.provisions
        if int(provision.instrument[-5:-1]) >= 2000
    }
    checked = {line.provision for line in report.lines if line.check == "paragraph"}
    assert held <= checked
    assert report.provisions >= len(held) - 1
    reasons = {line.reason.partition(":")[0] for line in report.of("unchecked")}
    assert reasons <= {"before 2000", "not of the UN", "settled", "missing in this copy"}


@pytest.mark.parametrize("days", [1, 31])
def test_no_wrong_end_passes_on_official_texts(official, days):
    """Move every renewal's end: all but a few of the checked ones are found out."""
    shift = dt.timedelta(days=days)
    moved = _each_change(
        regimes(),
        lambda change: (
            dataclasses.replace(change, until=change.until - shift)
            if change.until and change.how == "renewed"
            else change
        ),
    )
    lines = [line for line in audit(moved, official).lines if line.check == "change until"]
    renewals = {
        (p.id, f"{c.instrument} {c.paragraph}")
        for regime in regimes()
        for p in regime.provisions
        for c in p.changes
        if c.until and c.how == "renewed"
    }
    ours = [line for line in lines if (line.provision, line.citation) in renewals]
    passed = [line for line in ours if line.outcome == "ok"]

    assert len(ours) > 100
    assert len(passed) <= 0.12 * len(ours)


def _each_change(law, alter):
    """The law with every change altered."""
    return [
        dataclasses.replace(
            regime,
            provisions=tuple(
                dataclasses.replace(each, changes=tuple(alter(c) for c in each.changes))
                for each in regime.provisions
            ),
        )
        for regime in law
    ]


def test_a_day_moved_is_found_on_official_texts(official):
    """Nearly every change that is dated a day late is found out."""
    late = _each_change(
        regimes(), lambda change: dataclasses.replace(change, on=change.on + dt.timedelta(days=1))
    )
    dated = [line for line in audit(late, official).lines if line.check == "change date"]
    held = [line for line in dated if line.outcome != "unchecked"]

    assert len(held) > 300
    assert sum(line.outcome == "difference" for line in held) >= 0.95 * len(held)


def test_goods_that_no_paragraph_names_are_found(official):
    """Seafood stands in two paragraphs of all our provisions, and the audit knows."""
    wrong = [
        dataclasses.replace(
            regime,
            provisions=tuple(
                dataclasses.replace(each, items=("seafood",), services=())
                for each in regime.provisions
            ),
        )
        for regime in regimes()
    ]
    lines = [line for line in audit(wrong, official).lines if line.check == "items"]

    assert len(lines) > 100
    assert sum(line.outcome == "difference" for line in lines) >= 0.95 * len(lines)


def test_every_settled_difference_is_of_a_provision_that_exists():
    """What a person settled names a provision, and says why."""
    ids = [provision.id for regime in regimes() for provision in regime.provisions]

    for settled in audit_words().settled:
        assert any(fnmatch.fnmatchcase(name, settled.provision) for name in ids), settled.provision
        assert settled.why


def test_every_scope_code_has_words_to_look_for():
    """No code of the item scopes passes the audit for want of words."""
    assert set(scopes().categories) <= set(audit_words().items)
