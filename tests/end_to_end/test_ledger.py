"""The ledger by command: nothing twice, nothing lost, the same bytes however it came about."""

import json
import signal
import subprocess
import time

import pytest


def _claims(embargo, ledger):
    answer = embargo("claims", "--json", "--ledger", ledger)

    assert answer.code == 0, answer.err
    return answer.out


def test_adding_twice_adds_nothing(embargo, tmp_path, reports):
    """The second run says that there is nothing new, and the ledger is the same."""
    ledger = tmp_path / "ledger"
    first = embargo("add", reports, "--ledger", ledger)
    before = _claims(embargo, ledger)
    second = embargo("add", reports, "--ledger", ledger)

    assert first.code == second.code == 0, first.err + second.err
    assert "nothing new" in second.err
    assert before
    assert _claims(embargo, ledger) == before


def test_order_of_adding_does_not_matter(embargo, tmp_path, reports):
    """One file before the others, or the folder at once: the same claims and accounts."""
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    embargo("add", reports, "--ledger", whole)
    embargo("add", reports / "wire-copies.jsonl", "--ledger", parts)
    embargo("add", reports, "--ledger", parts)
    flows = [embargo("flows", "--json", "--ledger", place).out for place in (whole, parts)]

    assert _claims(embargo, whole) == _claims(embargo, parts)
    assert flows[0] == flows[1]


@pytest.fixture(scope="module")
def long_feed(tmp_path_factory, reports):
    """A feed long enough to be killed in: the bundled entries among many without a claim."""
    told = (reports / "north-korea-russia.jsonl").read_text(encoding="utf-8").splitlines()
    path = tmp_path_factory.mktemp("feed") / "long.jsonl"
    with path.open("w", encoding="utf-8") as feed:
        for number in range(9000):
            entry = {
                "id": f"plain-{number}",
                "published": "2024-01-05",
                "title": f"Harvest report number {number}",
                "summary": "The harvest was good and the weather mild, the farmers said.",
            }
            feed.write(json.dumps(entry) + "\n")
            if number % 600 == 0:
                feed.write(told[number // 600] + "\n")
    return path


def test_killed_and_run_again_gives_the_same_ledger(
    command, environment, embargo, tmp_path, long_feed
):
    """SIGKILL half-way, then the same command: byte for byte what an undisturbed run gives."""
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    embargo("add", long_feed, "--ledger", calm)
    process = subprocess.Popen(
        [*command, "add", str(long_feed), "--ledger", str(killed)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
    )  # fmt: skip
    while process.poll() is None and not _begun(killed):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = embargo("add", long_feed, "--ledger", killed)

    assert again.code == 0, again.err
    assert _claims(embargo, killed) == _claims(embargo, calm)


def _begun(ledger):
    """Whether documents have reached the ledger: its write-ahead log has grown."""
    log = ledger / "ledger.sqlite-wal"
    return log.exists() and log.stat().st_size > 1 << 20


def test_a_reader_that_stops_early_ends_the_command_quietly(command, environment, long_feed):
    """`embargo read --json … | head -1`: no message about a broken pipe, no traceback."""
    with subprocess.Popen(
        [*command, "read", "--json", str(long_feed)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        code = process.wait(timeout=60)

    assert code == 0
    assert "Traceback" not in said
    assert "Broken" not in said


def test_workers_and_one_process_read_alike(embargo, tmp_path, reports):
    """A stream that needs the pool gives the lines that one process gives, in order."""
    entry = json.loads((reports / "iran-russia.jsonl").read_text(encoding="utf-8").split("\n")[0])
    feed = tmp_path / "stream.jsonl"
    filler = "The weather was mild and the harvest good. " * 40
    with feed.open("w", encoding="utf-8") as stream:
        for number in range(1500):
            told = entry["text"] if number % 50 == 0 else filler
            stream.write(json.dumps(entry | {"id": str(number), "text": told}) + "\n")
    assert feed.stat().st_size > 2 << 20
    alone = embargo("read", "--json", "--processes", "1", feed)
    together = embargo("read", "--json", "--processes", "2", feed)

    assert alone.code == together.code == 0, alone.err + together.err
    assert alone.out == together.out
    assert len(alone.out.splitlines()) == 1500
