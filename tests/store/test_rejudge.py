"""A new version of the law reaches what was read before, once, wholly, and says what it changed."""

import json
import re
import sqlite3

import pytest
from alembic import command
from alembic.config import Config
from click.testing import CliRunner

from embargo_watch import rejudge as rejudging
from embargo_watch.cli import show
from embargo_watch.cli.rejudge import rejudge_command
from embargo_watch.cli.show import show_command
from embargo_watch.errors import InvalidReference
from embargo_watch.model.finding import Finding
from embargo_watch.reference.regimes import law_digest
from embargo_watch.store import Ledger
from embargo_watch.store.ledger import DATABASE
from embargo_watch.store.sqlite import engine_for

MOON = """\
regime: DPRK
name: The Moon's law on North Korea
layer: UN
parties: [PRK]
instruments: [{id: S/RES/1 (2001), adopted: 2001-01-01}]
provisions:
  - {id: MOON-1-1, instrument: S/RES/1 (2001), paragraph: "1", text: no arms, kind: ban,
     force: mandatory, adopted: 2001-01-01, from: 2001-01-01, until_kind: open,
     direction: from_target, bound: all States, target_type: state, target: [PRK],
     target_text: North Korea, area: all, items: [arms_all], confidence: V, source: [text]}
"""


@pytest.fixture
def own(tmp_path):
    """A folder of a user's own, where one provision takes the place of all on North Korea."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "dprk.yaml").write_text(MOON, encoding="utf-8")
    return folder


@pytest.fixture
def claim(ledger, synthetic):
    """A claim in the ledger that an older law judged."""
    of = synthetic.document(1)
    made = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",), date="2023-12-30")
    with ledger.writer() as writer:
        writer.add(synthetic.result(of, (made,), law="0ld"))
    return made


@pytest.fixture
def run(ledger):
    """Run a command on the ledger; returns stdout and stderr."""

    def ran(called, *arguments):
        options = [*map(str, arguments), "--ledger", str(ledger.folder)]
        done = CliRunner().invoke(called, options, standalone_mode=False, catch_exceptions=False)
        return done.stdout, done.stderr

    return ran


BOTH = {"DPRK-1718-8b", "MOON-1-1"}
"""What the old and the new law engage; other regimes may touch the parties, too."""


def verdicts(ledger):
    """Which of the two are engaged, in the whole ledger."""
    (entry,) = ledger.view().claims()
    return {f.provision for f in entry.findings if f.verdict == "engaged"} & BOTH


def test_the_ledger_follows_the_law_and_its_flows_too(ledger, claim, own):
    """The findings, the digest beside them and the account are those of the law applied."""
    done = rejudging.rejudge(ledger, own_law=own)

    assert verdicts(ledger) == {"MOON-1-1"}
    assert set(ledger.view().flows()[0].engaged) & BOTH == {"MOON-1-1"}
    assert ledger.view().laws() == {law_digest(own): 1}
    assert not ledger.view().unsettled()
    assert dict(done.before) == {"0ld": 1}
    changes = {(each.provision, each.before, each.after) for each in done.changes}
    assert {change for change in changes if change[0] in BOTH} == {
        ("DPRK-1718-8b", (("engaged", "prohibited"),), ()),
        ("MOON-1-1", (), (("engaged", "prohibited"),)),
    }


def test_judging_twice_changes_nothing_more(ledger, claim, own):
    """The second time says so."""
    rejudging.rejudge(ledger, own_law=own)
    before = list(ledger.view().claims())
    done = rejudging.rejudge(ledger, own_law=own)

    assert (done.touched, done.changes, done.same_law) == (0, (), True)
    assert list(ledger.view().claims()) == before


def test_a_dry_run_writes_nothing(ledger, claim, own):
    """It shows the same difference and leaves the ledger alone."""
    before = list(ledger.view().claims())
    dry = rejudging.rejudge(ledger, own_law=own, dry_run=True)

    assert list(ledger.view().claims()) == before
    assert dry.changes == rejudging.rejudge(ledger, own_law=own).changes


def test_killed_midway_the_ledger_is_as_it_was(ledger, claim, own, monkeypatch):
    """One law or the other, never both; the next run does it all and tells it all."""
    from embargo_watch.store import rows

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(rows, "finding_rows", killed)
        with pytest.raises(KeyboardInterrupt):
            rejudging.rejudge(ledger, own_law=own)

    assert verdicts(ledger) == {"DPRK-1718-8b"}
    assert ledger.view().laws() == {"0ld": 1}
    done = rejudging.rejudge(ledger, own_law=own)
    assert {change.provision for change in done.changes} >= BOTH


def test_killed_before_the_flows_are_summed_the_next_run_sums_them(ledger, claim, own, monkeypatch):
    """The accounts follow even where no verdict is left to change."""

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(rejudging.pipeline, "settle", killed)
        with pytest.raises(KeyboardInterrupt):
            rejudging.rejudge(ledger, own_law=own)
    rejudging.rejudge(ledger, own_law=own)

    assert set(ledger.view().flows()[0].engaged) & BOTH == {"MOON-1-1"}


def test_a_person_sees_what_changed(run, claim, own):
    """The claim by its parties, the provision, both verdicts, and the counts."""
    out, _ = run(rejudge_command, "--regimes", own)
    told = " ".join(out.split())

    assert "North Korea (PRK)" in out
    assert "MOON-1-1" in out
    assert "not looked at" in told
    assert re.search(r"1 claim judged again: \d verdicts changed in 1 claim\.", told)
    assert "the ledger was judged by 0ld (1 claim)" in told
    again, _ = run(rejudge_command, "--regimes", own)
    assert "nothing changed" in again
    assert "by which the ledger was judged before" in again


def test_a_program_gets_a_line_a_verdict_and_a_line_of_counts(run, claim, own):
    """The field names are a promise."""
    out, _ = run(rejudge_command, "--regimes", own, "--dry-run", "--json")
    *changes, counts = map(json.loads, out.splitlines())

    assert {each["provision"] for each in changes} >= BOTH
    assert changes[0].keys() == {"claim", "provision", "before", "after"}
    assert counts == {
        "law": law_digest(own), "law_before": [{"law": "0ld", "claims": 1}], "claims": 1,
        "claims_changed": 1, "verdicts_changed": len(changes), "dry_run": True,
    }  # fmt: skip


def test_show_says_by_which_law_a_claim_was_judged(run, claim, own, monkeypatch):
    """The digest stands with the findings; another law than the program's is told on stderr."""
    monkeypatch.setattr(show, "_check_bytes", lambda *_: None)  # made results have no bytes
    out, err = run(show_command, claim.id)
    assert "judged by the law 0ld" in out
    assert "judged by another law, 0ld (1 claim)" in err
    assert "embargo rejudge" in err

    run(rejudge_command, "--regimes", own)
    out, err = run(show_command, claim.id, "--regimes", own)
    assert f"judged by the law {law_digest(own)[:12]}" in out
    assert err == ""


def test_broken_regimes_are_refused_before_anything_is_judged(run, claim, own, ledger):
    """The message names file, provision and field; the ledger stays as it was."""
    (own / "dprk.yaml").write_text(MOON.replace("kind: ban", "kind: bann"), encoding="utf-8")
    with pytest.raises(InvalidReference, match=r"dprk\.yaml: MOON-1-1: kind"):
        run(rejudge_command, "--regimes", own)
    assert verdicts(ledger) == {"DPRK-1718-8b"}


def test_a_ledger_of_the_first_version_is_taken_along(tmp_path, synthetic):
    """Its claims keep their findings, the law they rest on is not noted, and judging again notes
    it."""
    tmp_path.joinpath("old").mkdir()
    engine = engine_for(tmp_path / "old" / DATABASE)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", "embargo_watch.store:migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(tmp_path / "old" / DATABASE) as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(claims)")]
    raw.close()
    assert "law" not in columns

    with Ledger.open(tmp_path / "old") as ledger:
        of = synthetic.document(1)
        made = synthetic.claim(of, supplier=("PRK",), recipient=("RUS",), date="2023-12-30")
        with ledger.writer() as writer:
            writer.add(synthetic.result(of, (made,)))
        assert ledger.view().laws() == {"": 1}
        rejudging.rejudge(ledger)
        assert ledger.view().laws() == {law_digest(): 1}


def test_a_finding_from_the_ledger_equals_a_fresh_one(ledger, claim):
    """Else every judging again would call every claim changed."""
    rejudging.rejudge(ledger)
    (entry,) = ledger.view().claims()

    assert all(isinstance(each, Finding) for each in entry.findings)
    assert rejudging.rejudge(ledger).touched == 0
