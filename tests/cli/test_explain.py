"""What a report's sentences told, and why not: for a person at a terminal and for programs."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.cli.explain import explain_command
from embargo_watch.cli.read import read_command
from embargo_watch.explain import explain
from embargo_watch.extract.seen import seen
from embargo_watch.extract.triage import stretches
from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.pipeline import understand

REPORT = """Kim sends rockets

North Korea sent missiles to Russia, the White House said. It rained all day.
Tanks were parked in a field. Iran is a country. Iran has weapons of its own.
Russia shelled a depot in Syria with rockets. The ministry likes its money.
"""


@pytest.fixture
def report(tmp_path):
    """A text whose sentences are read, refused and let by."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def sentences(run, path, *more):
    """The sentences of the first document, by their words."""
    _, out, _ = run(explain_command, [str(path), "--json", *more])
    line = json.loads(out.splitlines()[0])
    return {" ".join(one["text"].split()): one for one in line["sentences"]}


def test_a_claim_stands_in_its_sentence_with_its_rule(run, report):
    """Parties with their word class, goods, predicates, and what was claimed of them."""
    told = sentences(run, report)["North Korea sent missiles to Russia, the White House said."]

    assert told["let_by"] is None
    assert [(p["text"], p["party"], p["word_class"]) for p in told["parties"]] == [
        ("North Korea", "PRK", "name"),
        ("Russia", "RUS", "name"),
        ("White House", "USA", "government"),
    ]
    assert [(g["text"], g["item"]) for g in told["goods"]] == [("missiles", "missiles")]
    assert ("sent", "send", ["give"]) in [
        (p["text"], p["base"], p["frames"]) for p in told["predicates"]
    ]
    (claim,) = told["claims"]
    assert (claim["supplier"], claim["recipient"], claim["rule"]) == (["PRK"], ["RUS"], "gives")


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("It rained all day.", "no-goods"),
        ("Tanks were parked in a field.", "no-party"),
        ("Iran is a country.", "no-goods"),
        ("The ministry likes its money.", "no-party"),
    ],
)
def test_a_sentence_let_by_says_what_it_lacks(run, report, sentence, rule):
    """The first thing that it lacks, by name and in words."""
    told = sentences(run, report)[sentence]

    assert told["let_by"]["rule"] == rule
    assert told["let_by"]["why"] != rule
    assert not told["claims"]
    assert not told["rejected"]


def test_a_refusal_has_its_words_its_rule_and_the_reason(run, report):
    """What nearly was a claim says by which rule it is none."""
    refused = [one for told in sentences(run, report).values() for one in told["rejected"]]

    assert refused
    for one in refused:
        assert REPORT[one["start"] : one["end"]].split() == one["text"].split()
        assert one["why"] != one["rule"]


def test_what_is_explained_is_what_is_read(run, report):
    """The claims and the rejected candidates are those of ``read``, each in one sentence."""
    _, out, _ = run(read_command, [str(report), "--json"])
    read = json.loads(out)
    told = sentences(run, report).values()

    assert [c["claim_id"] for one in told for c in one["claims"]] == [
        claim["claim_id"] for claim in read["claims"]
    ]
    assert sum(len(one["rejected"]) for one in told) == len(read["rejected"])


def test_brief_leaves_out_what_triage_let_by(run, report):
    """On a long page only what was parsed is of interest."""
    assert all(one["let_by"] is None for one in sentences(run, report, "--brief").values())
    _, out, _ = run(explain_command, [str(report), "--brief"])

    assert "let by: no " not in out
    assert "6 let by" in out or "let by;" in out


@pytest.mark.parametrize("columns", [80, 120])
def test_the_listing_fits_the_terminal(run, report, monkeypatch, columns):
    """No line is wider, and claim, slots, refusal and reason stand under their sentence."""
    monkeypatch.setenv("COLUMNS", str(columns))
    code, out, _ = run(explain_command, [str(report)])

    assert code == 0
    assert max(map(len, out.splitlines())) <= columns
    assert "“North Korea sent missiles to Russia, the White House said.”" in out
    assert "claimed: transfer: North Korea (PRK) → Russia (RUS), missiles" in out
    assert "rule gives" in out
    assert "supplier “North Korea”" in " ".join(out.split())
    assert "let by: no word for goods" in out


def test_a_page_gives_no_orders_to_the_terminal(run, tmp_path):
    """Escape sequences and signs that turn the reading direction are made harmless."""
    path = tmp_path / "evil.txt"
    path.write_text(
        "North Korea sent \x1b[31mmissiles\x1b[0m to \u202eRussia.\n\x1b]0;own\x07Nothing here.\n",
        encoding="utf-8",
    )
    _, out, _ = run(explain_command, [str(path)])

    assert not [c for c in out if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\t"]


def test_every_input_that_read_takes_is_explained(run, tmp_path):
    """A line each for a stream; what is not English and what fails say so."""
    path = tmp_path / "feed.jsonl"
    french = "La Corée du Nord a livré des missiles à la Russie, selon le ministère de la défense."
    lines = [
        {"id": "a", "title": "Iran sent drones to Russia", "text": ""},
        {"id": "b", "title": french, "text": f"{french} " * 4},
    ]
    path.write_text("".join(json.dumps(one) + "\n" for one in lines) + "{\n", encoding="utf-8")
    code, out, err = run(explain_command, [str(path), "--json"])
    first, second, third = map(json.loads, out.splitlines())

    assert code == 1
    assert first["sentences"][0]["claims"]
    assert second["refused"].startswith("language")
    assert second["sentences"] == []
    assert third["error"]
    assert "failed" in err


def test_a_page_from_stdin_is_explained(run):
    """``-`` is stdin, as everywhere."""
    _, out, _ = run(explain_command, ["-"], "Iran sent drones to Russia.\n")

    assert "claimed: transfer" in out


WORDS = ["Iran", "Russia", "sent", "drones", "money", "to", "ship.", "The", "aid", "\n", "tanks."]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_a_sentence_is_let_by_or_parsed_never_both(words):
    """The reasons agree with triage, whatever the words."""
    text = " ".join(words)
    document = Document(blob="b", entry="e", source="s", text=text, language="en")
    told = seen(document)

    assert {one.span.start for one in told if not one.let_by} == {
        stretch.start for stretch in stretches(document)
    }
    assert all(one.span.text == text[one.span.start : one.span.end] for one in told)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_nothing_is_lost_between_sentences(words):
    """Every claim and every rejected candidate stands in exactly one sentence."""
    content = " ".join(words).encode()
    capture = Capture(source="s", entry="e", media_type="text/plain", content=content)
    (result,) = understand([capture])
    told = explain(result)

    if told.sentences:
        assert sum(len(one.claims) for one in told.sentences) == len(result.claims)
        assert sum(len(one.rejected) for one in told.sentences) == len(result.rejected)
