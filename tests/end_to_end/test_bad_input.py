"""Bad input ends in a clear message that names it, the right exit code, and the rest done."""

import gzip
import json
import os
import zipfile

import pytest

GOOD = b"The harvest was good and the weather mild, the farmers said on Monday morning.\n"
ENTRY = {
    "id": "one",
    "published": "2024-01-05",
    "title": "A good harvest after a mild summer",
    "summary": "The farmers of the valley said so on Friday.",
}


def _line(**more):
    return json.dumps(ENTRY | more).encode() + b"\n"


def test_a_missing_path_is_unusable(embargo):
    """Nothing can be done: 2, and the path is named."""
    answer = embargo("read", "nowhere/at-all.txt")

    assert answer.code == 2
    assert "nowhere/at-all.txt" in answer.err
    assert "Traceback" not in answer.err


def test_a_page_on_the_network_is_not_fetched(embargo):
    """An address is told what to do instead."""
    answer = embargo("read", "https://example.org/page")

    assert answer.code == 2
    assert "https://example.org/page" in answer.err


BAD_FILES = {
    "empty.txt": b"",
    "picture.txt": bytes(range(256)) * 40,
    "cut.jsonl.gz": gzip.compress(_line() * 500)[:-200],
    "bomb.txt.gz": gzip.compress(b"0" * (64 << 20)),
    "empty.html": b"<html><body></body></html>",
    "broken.zip": b"PK\x03\x04 and then nothing",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_batch_goes_on(embargo, tmp_path, name):
    """One bad file in a folder: it is named, the good one is read, and the code is 1."""
    (tmp_path / name).write_bytes(BAD_FILES[name])
    (tmp_path / "zz-good.txt").write_bytes(GOOD)
    answer = embargo("read", "--json", tmp_path)
    read = [json.loads(line) for line in answer.out.splitlines()]

    assert answer.code == 1, answer.err
    assert name in answer.err
    assert "Traceback" not in answer.err
    assert [entry["error"] for entry in read if entry["id"] == "zz-good.txt"] == [None]


def test_a_broken_line_costs_that_line_alone(embargo, tmp_path):
    """Half a JSON object between two whole ones: it is named by its number."""
    feed = tmp_path / "feed.jsonl"
    feed.write_bytes(_line() + b'{"id": "half\n' + _line(id="two"))
    answer = embargo("read", "--json", feed)
    read = [json.loads(line) for line in answer.out.splitlines()]

    assert answer.code == 1
    assert "feed.jsonl:2" in answer.err
    assert [entry["id"] for entry in read if not entry["error"]] == ["one", "two"]


def test_a_file_of_an_unknown_kind_is_not_guessed(embargo, tmp_path):
    """A spreadsheet is named as not read."""
    sheet = tmp_path / "list.xlsx"
    sheet.write_bytes(b"whatever")
    answer = embargo("read", sheet)

    assert answer.code == 1
    assert "list.xlsx" in answer.err


def test_nesting_without_end_does_no_harm(embargo, tmp_path):
    """A page ten thousand elements deep and a JSON line as deep: read or refused, no crash."""
    page = b"<html><body>" + b"<div>" * 10_000 + GOOD + b"</div>" * 10_000 + b"</body></html>"
    (tmp_path / "deep.html").write_bytes(page)
    (tmp_path / "deep.jsonl").write_bytes(b'{"id": ' + b"[" * 10_000 + b"]" * 10_000 + b"}\n")
    answer = embargo("read", "--json", tmp_path)

    assert answer.code in (0, 1)
    assert len(answer.out.splitlines()) == 2
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(embargo, tmp_path, encoding):
    """The words survive the encodings that files come in."""
    text = "“The harvest was good,” the farmers said on Monday, 8 January 2024.\n" * 3
    (tmp_path / "note.txt").write_bytes(text.encode(encoding))
    answer = embargo("read", "--json", "--text", tmp_path / "note.txt")
    (read,) = map(json.loads, answer.out.splitlines())

    assert answer.code == 0, answer.err
    assert "“The harvest was good,”" in read["text"]


def test_a_right_to_left_page_is_counted_and_not_read(embargo, tmp_path):
    """Arabic and Hebrew pages are refused for their language, which is no failure."""
    words = "أرسلت كوريا الشمالية صواريخ إلى روسيا، وفقا لما أعلنته الولايات المتحدة. " * 6
    page = f'<html dir="rtl" lang="ar"><body><article><p>{words}</p></article></body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    answer = embargo("read", "--json", tmp_path / "page.html")
    (read,) = map(json.loads, answer.out.splitlines())

    assert answer.code == 0, answer.err
    assert read["language"] == "ar"
    assert read["refused"] == "language: ar"


def test_a_zip_bomb_is_refused(embargo, tmp_path):
    """An archive that unpacks beyond measure is named, never unpacked, and the rest is read."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("large.txt", b"0" * (128 << 20))
    with zipfile.ZipFile(tmp_path / "plain.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", GOOD)
    answer = embargo("read", "--json", tmp_path)
    read = {entry["id"]: entry["error"] for entry in map(json.loads, answer.out.splitlines())}

    assert answer.code == 1
    assert "bomb.zip" in answer.err
    assert read["plain.zip!good.txt"] is None


def test_a_ledger_that_cannot_be_written_is_out_of_reach(embargo, tmp_path, reports):
    """A file where the folder should be: 3, named."""
    place = tmp_path / "taken"
    place.write_text("a file", encoding="utf-8")
    answer = embargo("add", reports / "dhow-somalia.html", "--ledger", place)

    assert answer.code == 3, answer.err
    assert "taken" in answer.err
    assert "Traceback" not in answer.err


def test_asking_an_absent_ledger_says_how_to_make_one(embargo, tmp_path):
    """Nothing is created by a question."""
    answer = embargo("flows", "--ledger", tmp_path / "none")

    assert answer.code == 3
    assert "embargo add" in answer.err
    assert not (tmp_path / "none" / "ledger.sqlite").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_told(command, environment, tmp_path):
    """Writing results to a full disk: 3, one sentence."""
    import subprocess

    feed = tmp_path / "feed.jsonl"
    feed.write_bytes(b"".join(_line(id=str(number)) for number in range(200)))
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*command, "read", "--json", str(feed)],
            stdout=full, stderr=subprocess.PIPE, env=environment, check=False,
        )  # fmt: skip

    assert done.returncode == 3
    assert b"no space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_unknown_party_gets_the_nearest_names(embargo, tmp_path, reports):
    """A slip of the pen is answered with what may have been meant."""
    ledger = tmp_path / "ledger"
    embargo("add", reports / "dhow-somalia.html", "--ledger", ledger)
    answer = embargo("exchange", "North Corea", "RUS", "--ledger", ledger)

    assert answer.code == 2
    assert "North Korea (PRK)" in answer.err
