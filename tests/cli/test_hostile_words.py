"""Words from elsewhere give no orders to a terminal, wherever a command prints them."""

import json
import re

import pytest

from embargo_watch.cli import screen
from embargo_watch.cli.main import run

COLOUR = "\x1b[31m"
LINK = "\x1b]0;owned\x07"
TURNED = "\u202eaissuR\u202c"
ORDERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ud800-\udfff]"
)
ENTRY = {
    "id": f"one{COLOUR}two",
    "title": f"{COLOUR}Iran sends{LINK} missiles to {TURNED} Russia\x9b2J",
    "text": (
        f"{COLOUR} North Korea sent 100{LINK} ballistic missiles to Russia on 3 January, the "
        f"{TURNED} White House said\u2066 in \x9b2J Washington.\r\n"
        f"Iran sent drones\x07 to Russia on 4 January, a \u202eministry\u202c said."
    ),
    "published": "2024-01-05",
    "publisher": f"The {COLOUR}Paper{LINK}",
    "credit": f"A{COLOUR}gency",
    "link": f"https://example.org/{COLOUR}",
}


@pytest.fixture
def hostile(tmp_path):
    """A feed whose every field tries to take over the terminal."""
    feed = tmp_path / "feed.jsonl"
    feed.write_text(json.dumps(ENTRY) + "\n" + '{"title": "\\u001b[31m", "text": 5}\n')
    return feed


def shown(capsys, *arguments):
    """What a command prints on both streams."""
    run(list(arguments))
    told = capsys.readouterr()
    return told.out + told.err


def test_no_command_passes_orders_on(hostile, tmp_path, capsys):
    """Every command for people, over every record of a hostile feed."""
    ledger = ("--ledger", str(tmp_path / "ledger"))
    printed = [shown(capsys, "read", str(hostile)), shown(capsys, "add", str(hostile), *ledger)]
    lines = [
        json.loads(line)
        for name in ("claims", "flows", "incidents")
        for line in shown(capsys, name, "--json", *ledger).splitlines()
        if line.startswith("{")
    ]
    named = ("claim_id", "flow_id", "incident_id", "document")
    ids = {v for line in lines for k, v in line.items() if k in named and isinstance(v, str)}
    assert len(ids) > 3
    printed += [shown(capsys, name, *ledger) for name in ("flows", "claims", "incidents")]
    printed += [shown(capsys, "exchange", "PRK", "RUS", *ledger)]
    printed += [shown(capsys, "show", record, *ledger) for record in sorted(ids)]
    printed += [shown(capsys, "show", "\x1b[31m", *ledger), shown(capsys, "read", "\x1b[31m")]

    assert "missiles" in "".join(printed)
    assert [text for text in printed if ORDERS.search(text)] == []


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("Iran\x1b[31m", "Iran�[31m"),
        ("a\u202eb\u202c", "ab"),
        ("one\r\ntwo\u2028three\tfour", "one\ntwo\nthree\tfour"),
        ("half \ud800", "half �"),
        ("Türkiye – “رُوسيا” 日本", "Türkiye – “رُوسيا” 日本"),
    ],
)
def test_what_cleaning_keeps(words, safe):
    """Letters of every script stay; orders are shown as replaced, unseen signs go."""
    assert screen.clean(words) == safe
