"""A past stream is met in its own order, and each line of the log is whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from embargo_watch.cli.replay import replay_command
from embargo_watch.errors import UnusableInput

STREAM = Path(__file__).with_name("replay_stream.jsonl")
RULES = {
    "new_flow", "corroborated", "admitted", "denied", "new_item", "reverse_flow", "interdiction",
    "number_jump", "law_change",
}  # fmt: skip
PROMISED = {"id", "at", "rule", "flow", "entry", "claims", "provisions", "reason", "sentences"}


@pytest.fixture(scope="module")
def replay(tmp_path_factory):
    """Replay streams and return the exit code, the alerts, stdout and stderr."""
    from click.testing import CliRunner

    def ran(*streams, options=()):
        log = tmp_path_factory.mktemp("log") / "alerts.jsonl"
        given = [*map(str, streams), "--alerts", str(log), "--processes", "1", *options]
        answer = CliRunner().invoke(
            replay_command, given, standalone_mode=False, catch_exceptions=False
        )
        alerts = [json.loads(line) for line in log.read_bytes().splitlines()]
        return answer.return_value, alerts, answer.stdout, answer.stderr

    return ran


@pytest.fixture(scope="module")
def whole(replay):
    """The replay of our own stream."""
    return replay(STREAM)


@pytest.fixture(scope="module")
def entries():
    """Our own stream's lines."""
    return STREAM.read_text(encoding="utf-8").splitlines()


def at(alert) -> str:
    """The entry's day."""
    return alert["at"][:10]


def test_alerts_keep_their_shape(whole, entries):
    """Every field of the promise, ids that occur once, and sentences at their offsets."""
    code, alerts, _, _ = whole
    texts = {}
    for line in entries:
        entry = json.loads(line)
        texts[entry["id"]] = f"{entry['title']}\n{entry['summary']}"

    assert code == 0
    assert alerts
    assert len({alert["id"] for alert in alerts}) == len(alerts)
    for alert in alerts:
        assert alert.keys() >= PROMISED
        assert alert["rule"] in RULES
        assert (alert["flow"] is None) == (alert["rule"] == "law_change")
        for sentence in alert["sentences"]:
            text = texts[alert["entry"]]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_the_stories_come_on_their_days(whole):
    """Drones, seizures, lethal aid and shells each raise an alert on the day they are told."""
    _, alerts, _, _ = whole
    told = {
        (at(alert), alert["flow"]["supplier"], alert["flow"]["recipient"])
        for alert in alerts
        if alert["flow"]
    }

    assert ("2022-07-11", "IRN", "RUS") in told
    assert ("2023-02-18", "CHN", "RUS") in told
    assert ("2023-10-13", "PRK", "RUS") in told
    assert [a for a in alerts if a["rule"] == "interdiction" and at(a) == "2022-12-01"]


def test_a_copy_raises_nothing(whole):
    """The second paper prints the first one's words."""
    _, alerts, _, _ = whole

    assert not [alert for alert in alerts if alert["entry"] == "s02"]


def test_the_end_of_a_paragraph_is_told(whole):
    """The Security Council's paragraph on Iran's missiles ran out in October 2023."""
    _, alerts, _, _ = whole
    (change,) = [a for a in alerts if "IRAN-2231-B4" in a["provisions"] and not a["flow"]]

    assert at(change) == "2023-10-13"
    assert change["entry"] is None


def test_the_table_counts_rules_weeks_and_entries(whole):
    """What it came to stands on stdout."""
    _, alerts, out, _ = whole

    assert "Alerts by rule" in out
    assert "2022-W28" in out
    assert "24 entries from 2022-07-11 to 2023-12-20" in out
    assert f"{len(alerts)} alerts" in out


def test_disorder_within_the_window_changes_nothing(replay, whole, entries, tmp_path):
    """Entries out of order are put back by their own times."""
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("\n".join(reversed(entries)), encoding="utf-8")

    assert replay(mixed)[1] == whole[1]


def test_several_streams_are_one(replay, whole, entries, tmp_path):
    """Two files are merged by time, in whichever order they are named."""
    odd, even = tmp_path / "odd.jsonl", tmp_path / "even.jsonl"
    odd.write_text("\n".join(entries[::2]), encoding="utf-8")
    even.write_text("\n".join(entries[1::2]), encoding="utf-8")

    assert replay(even, odd)[1] == whole[1]


def test_what_comes_too_late_is_counted(replay, entries, tmp_path, monkeypatch):
    """Beyond the window an entry is met when it comes, and the count says so."""
    monkeypatch.setattr("embargo_watch.replay.WINDOW", 2)
    late = tmp_path / "late.jsonl"
    late.write_text("\n".join([*entries[1:6], entries[0]]), encoding="utf-8")
    code, _, out, _ = replay(late)

    assert code == 0
    assert "1 late" in out


def test_an_entry_without_a_time_is_met_where_it_stands(replay, entries, tmp_path):
    """It takes the time of the entry before it, and is counted."""
    bare = {key: v for key, v in json.loads(entries[10]).items() if key != "published"}
    stream = tmp_path / "bare.jsonl"
    stream.write_text("\n".join([entries[2], json.dumps(bare)]), encoding="utf-8")
    _, alerts, out, _ = replay(stream)

    assert "1 without a time" in out
    assert {at(alert) for alert in alerts} <= {"2022-07-12"}


def test_entries_before_the_first_time_wait_for_it(replay, entries, tmp_path):
    """Equal ones too: they are met at the first time that comes, and counted."""
    bare = {key: v for key, v in json.loads(entries[10]).items() if key != "published"}
    stream = tmp_path / "bare_first.jsonl"
    stream.write_text("\n".join([json.dumps(bare)] * 2 + [entries[2]]), encoding="utf-8")
    _, alerts, out, _ = replay(stream)

    assert "2 without a time" in out
    assert {at(alert) for alert in alerts} <= {"2022-07-12"}


def test_a_stream_without_times_is_refused(tmp_path, run):
    """There is no order to follow."""
    stream = tmp_path / "timeless.jsonl"
    stream.write_text('{"id":"a","title":"One"}\n{"id":"b","title":"Two"}\n', encoding="utf-8")

    with pytest.raises(UnusableInput, match="no entry of the stream has"):
        run(replay_command, [str(stream), "--alerts", str(tmp_path / "log")])


def test_since_and_until_bound_what_is_read(replay, entries):
    """The first day counts, the last does not; what lies outside is counted."""
    _, alerts, out, _ = replay(STREAM, options=["--since", "2023-01-01", "--until", "2023-10-13"])

    assert alerts
    assert all("2023-01-01" <= at(alert) < "2023-10-13" for alert in alerts)
    assert f"{12 + 6} outside" in out


def test_bounds_that_hold_nothing_are_refused(tmp_path, run):
    """A last day before the first is a slip."""
    given = [str(STREAM), "--alerts", str(tmp_path / "log")]

    with pytest.raises(UnusableInput, match="is not before"):
        run(replay_command, [*given, "--since", "2023-02-01", "--until", "2023-01-01"])


def test_json_sums_up_for_programs(replay, whole):
    """The same table as one object."""
    _, alerts, out, _ = replay(STREAM, options=["--json"])
    summed = json.loads(out)

    assert summed["alerts"] == len(alerts) == sum(summed["rules"].values())
    assert (summed["entries"], summed["late"], summed["failed"]) == (24, 0, 0)
    assert sum(sum(week.values()) for week in summed["weeks"].values()) == len(alerts)


def test_alerts_on_stdout_leave_the_table_to_stderr(run, whole):
    """`--alerts -` writes alert lines and nothing else."""
    code, out, err = run(replay_command, [str(STREAM), "--alerts", "-", "--processes", "1"])

    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == [a["id"] for a in whole[1]]
    assert "Alerts by rule" in err


def test_a_broken_line_fails_and_the_rest_goes_on(replay, whole, entries, tmp_path):
    """It is named on stderr and counted; the exit code is 1."""
    broken = tmp_path / "broken.jsonl"
    broken.write_text("\n".join([*entries[:5], '{"id": "x", ', *entries[5:]]), encoding="utf-8")
    code, alerts, _, err = replay(broken)

    assert code == 1
    assert "broken.jsonl:6" in err
    assert alerts == whole[1]


def test_a_killed_replay_leaves_whole_lines(tmp_path, entries):
    """Whatever was written before the kill can be read line by line."""
    stream, log = tmp_path / "long.jsonl", tmp_path / "alerts.jsonl"
    lines = []
    for year in range(2000, 2090):  # each year tells the same stories of other days
        for line in entries:
            entry = json.loads(line)
            moved = year + int(entry["published"][:4]) - 2022
            stamp = f"{moved}{entry['published'][4:]}"
            lines.append(json.dumps(entry | {"published": stamp, "id": f"{entry['id']}-{year}"}))
    stream.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "embargo_watch", "replay", str(stream), "--processes", "1"]
    with subprocess.Popen(
        [*command, "--alerts", str(log)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=dict(os.environ),
    ) as process:  # fmt: skip
        for _ in range(1200):
            if process.poll() is not None or (log.exists() and log.stat().st_size):
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
    written = log.read_bytes()

    assert written.endswith(b"\n")
    assert all(json.loads(line)["id"] for line in written.splitlines())
