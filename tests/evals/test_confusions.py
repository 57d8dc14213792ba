"""Every error is listed once, by its cause, with the sentence that it lies in."""

import json

import pytest

from embargo_watch import evaluate
from embargo_watch.cli.eval import eval_command
from embargo_watch.confusions import confusions
from embargo_watch.errors import UnusableInput


def claim(route, item="missiles", status="asserted", **more):
    """A claim told as ``PRK>RUS``; nobody as nothing."""
    supplier, recipient = ([p for p in side.split("+") if p] for side in route.split(">"))
    return {
        "kind": "transfer", "supplier": supplier, "recipient": recipient,
        "item": item, "status": status, "speakers": [], "date": "", **more,
    }  # fmt: skip


def causes(expected, found):
    """The causes of the errors of one entry."""
    return [one.cause for one in confusions({"a": expected}, {"a": found})]


@pytest.mark.parametrize(
    ("expected", "found", "cause"),
    [
        ("PRK>RUS", None, "missed entry"),
        (None, "PRK>RUS", "extra entry"),
        ("PRK>RUS", "RUS>PRK", "reversed"),
        ("PRK>RUS", "IRN>RUS", "wrong supplier"),
        ("PRK>RUS", ">RUS", "wrong supplier"),
        ("PRK>RUS", "PRK>SYR", "wrong recipient"),
        ("PRK>", "PRK>RUS", "wrong recipient"),
    ],
)
def test_one_thing_wrong_is_one_error(expected, found, cause):
    """A flow missed and one claimed instead are one error where they differ in one thing."""
    gold = [claim(expected)] if expected else []
    got = [claim(found)] if found else []

    assert causes(gold, got) == [cause]


def test_two_things_wrong_are_two_errors():
    """Another supplier with other goods is a flow missed and a flow too many."""
    assert causes([claim("PRK>RUS")], [claim("IRN>RUS", "uav")]) == ["missed", "extra"]


def test_a_flow_is_blamed_once():
    """Of two flows that one claim may stand for, the other stays missed."""
    gold = [claim("PRK>RUS"), claim("PRK>RUS", "ammunition")]

    assert causes(gold, [claim("PRK>RUS", "arms")]) == ["missed", "wrong item"]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"status": "denied"}, "status"),
        ({"kind": "use"}, "kind"),
        ({"speakers": ["KOR"]}, "speakers"),
        ({"speakers": ["the mayor"]}, None),
        ({"date": "2024"}, None),
        ({"status": "denied", "speakers": ["KOR"]}, "status"),
    ],
)
def test_of_a_right_flow_the_gravest_error_is_told(change, cause):
    """Status, kind, voice; a date that nobody annotated is no error, nor a speaker without id."""
    assert causes([claim("PRK>RUS")], [claim("PRK>RUS", **change)]) == ([cause] if cause else [])


def test_a_date_that_was_annotated_must_be_found():
    """A flow that is right in all else may still lack its day."""
    assert causes([claim("PRK>RUS", date="2024-01")], [claim("PRK>RUS")]) == ["date"]


GOLD = [
    {
        "id": "one", "title": "Pyongyang denies all", "published": "2024-01-10",
        "text": "Rain fell. North Korea sent missiles to Russia. A tank needs weapons.",
        "claims": [claim("PRK>SYR", quote="North Korea sent missiles")],
    },
    {
        "id": "two", "title": "Iran may sell drones to Belarus", "published": "2024-01-10",
        "text": "", "claims": [claim("IRN>BLR", "uav", "suspected", quote="not there")],
    },
]  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    """A folder with two annotated entries of our own, annotated wrongly on purpose."""
    lines = "".join(json.dumps(entry) + "\n" for entry in GOLD)
    for name in ("train", "dev"):
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_an_error_shows_its_sentence_and_its_rule(gold):
    """What was annotated, what was found, by which rule, and the sentence alone."""
    entries, captures = evaluate.load(gold / "train.jsonl")
    readings = evaluate.read(captures, processes=1)
    found = evaluate.claims_of(readings)
    told = [evaluate.in_words(one, readings) for one in confusions(entries, found)]

    wrong = next(one for one in told if one["cause"] == "wrong recipient")
    assert wrong["sentence"] == "North Korea sent missiles to Russia."
    assert wrong["expected"]["flow"] == ("PRK", "SYR", "missiles")
    assert wrong["found"]["rule"] == "gives"
    assert wrong["found"]["quote"] == "North Korea sent missiles to Russia"
    assert [one["cause"] for one in told if one["entry"] == "two"] == ["status"]


def test_the_listing_is_laid_out_by_cause(gold, run):
    """Each cause with its number; the figures stand above."""
    code, out, _ = run(eval_command, ["--gold", str(gold), "--set", "train", "--errors", "5"])

    assert code == 0
    assert "flows by kind" in out
    assert "status of shared flows" in out
    assert "wrong recipient (1): flows with another recipient" in out
    assert "“North Korea sent missiles to Russia.”" in out
    assert "rule gives" in out


def test_the_same_for_programs(gold, run):
    """One line a set, with the parts under ``by`` and the errors where they were asked for."""
    arguments = ["--gold", str(gold), "--set", "train", "--json", "--errors", "1"]
    _, out, _ = run(eval_command, arguments)
    (line,) = map(json.loads, out.splitlines())

    assert set(line["by"]) == {"kind", "status", "item", "rule", "speaker", "status_confusion"}
    assert {one["cause"] for one in line["errors"]} == {"wrong recipient", "status"}


def test_texts_of_other_sets_are_not_listed(gold, run):
    """Only the entries for training may be looked at; the others are looked at as figures."""
    with pytest.raises(UnusableInput, match="only with --set train"):
        run(eval_command, ["--gold", str(gold), "--set", "dev", "--errors", "1"])
    _, out, _ = run(eval_command, ["--gold", str(gold), "--set", "dev", "--json"])

    assert "errors" not in json.loads(out)
    assert "North Korea" not in out


def test_a_missed_flow_says_what_came_of_its_sentence(tmp_path):
    """Refused by a rule, or never parsed."""
    entry = {
        "id": "a", "title": "Kim said to send what he has to Moscow", "published": "2024-01-10",
        "text": "", "claims": [claim("PRK>RUS", "arms", quote="send what he has to Moscow")],
    }  # fmt: skip
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    entries, captures = evaluate.load(path)
    readings = evaluate.read(captures, processes=1)
    (missed,) = confusions(entries, evaluate.claims_of(readings))

    assert evaluate.in_words(missed, readings)["let_by"] == ["no-goods"]
