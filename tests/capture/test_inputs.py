"""What can be given, what comes out, and what is said of the rest."""

import datetime as dt
import gzip
import io
import json
import os
import zipfile

import pytest

from embargo_watch.capture import captures
from embargo_watch.capture.limits import MAX_DOCUMENT_BYTES, MAX_LINE_BYTES
from embargo_watch.errors import UnusableInput
from embargo_watch.model.capture import Capture, Failure


def take(target, stdin=b"", at=None):
    """Everything that comes out of a target, captures and failures apart."""
    found = list(captures(str(target), at=at, stdin=io.BytesIO(stdin)))
    kept = [item for item in found if isinstance(item, Capture)]
    return kept, [item for item in found if isinstance(item, Failure)]


def entries(count):
    """That many feed entries, a line each."""
    return [json.dumps({"id": f"e{n}", "title": f"Title {n}"}).encode() for n in range(count)]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.html", "text/html"),
        ("A.HTM", "text/html"),
        ("a.eml", "message/rfc822"),
    ],
)
def test_a_document_keeps_its_bytes_and_goes_by_its_name(tmp_path, name, media_type):
    """One file is one capture with the very bytes, named within what was given."""
    (tmp_path / name).write_bytes(b"  any \r\n bytes\x00\xff ")
    [capture], failures = take(tmp_path / name)

    assert capture.content == b"  any \r\n bytes\x00\xff "
    assert (capture.source, capture.entry, capture.media_type) == (name, name, media_type)
    assert not failures


def test_the_same_bytes_have_the_same_blob_wherever_they_lie(tmp_path):
    """A blob is named by its bytes, a capture also by its source and time."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_bytes(b"same")
    moment = dt.datetime(2024, 1, 4, tzinfo=dt.UTC)
    [one], [two] = take(tmp_path / "x")[0], take(tmp_path / "y")[0]
    [later] = take(tmp_path / "x", at=moment)[0]

    assert (one.blob, one.id) == (two.blob, two.id)
    assert later.blob == one.blob
    assert later.id != one.id


@pytest.mark.parametrize("packed", [False, True])
def test_each_line_of_a_stream_is_a_capture(tmp_path, packed):
    """Lines are numbered from 1 and carry no line break; blank ones are none."""
    lines = entries(3)
    data = lines[0] + b"\n\n" + lines[1] + b"\r\n" + lines[2]
    path = tmp_path / ("f.jsonl.gz" if packed else "f.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    kept, failures = take(path)

    assert [item.content for item in kept] == lines
    assert [item.source for item in kept] == [f"{path.name}:{n}" for n in (1, 3, 4)]
    assert {item.media_type for item in kept} == {"application/json"}
    assert not failures


def test_a_truncated_gzip_gives_what_came_before_and_one_failure(tmp_path):
    """The whole lines before the damage are done; the failure names file and line."""
    packed = gzip.compress(b"\n".join(os.urandom(40).hex().encode() for _ in range(2000)))
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(packed[: len(packed) // 2])
    kept, [failure] = take(path)

    assert 500 < len(kept) < 2000
    assert all(len(item.content) == 80 for item in kept)
    assert failure.source == "cut.jsonl.gz"
    assert f"after line {len(kept)}" in failure.reason
    assert "cut short" in failure.reason


def test_a_corrupt_gzip_is_one_failure(tmp_path):
    """Bytes that only begin like gzip are told from a stream that is cut."""
    path = tmp_path / "bad.jsonl.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00" + b"\xff" * 100)
    kept, [failure] = take(path)

    assert not kept
    assert "corrupt" in failure.reason


def test_a_gzip_bomb_is_refused_before_it_fills_the_memory(tmp_path):
    """A stream that unpacks a thousandfold is stopped."""
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress((b"x" * (1 << 20) + b"\n") * 50))
    _, failures = take(path)

    assert "bomb" in failures[-1].reason


def test_a_line_too_long_is_left_out_and_the_rest_goes_on(tmp_path):
    """One endless line costs itself alone."""
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"id": 1}\n' + b"x" * (MAX_LINE_BYTES + 10) + b'\n{"id": 3}\n')
    kept, [failure] = take(path)

    assert [item.source for item in kept] == ["long.jsonl:1", "long.jsonl:3"]
    assert failure.source == "long.jsonl:2"


def test_a_document_over_the_limit_is_refused_by_name(tmp_path):
    """The limit is said in the message."""
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(MAX_DOCUMENT_BYTES + 1)
    kept, [failure] = take(path)

    assert not kept
    assert "huge.html" in failure.reason
    assert "64 MiB" in failure.reason


def test_a_folder_is_read_in_order_with_its_folders(tmp_path):
    """Names decide the order; hidden files are passed over; other kinds are reported once."""
    (tmp_path / "b").mkdir()
    for name in ("b/c.txt", "a.txt", ".hidden.txt", "p.png", "b/q.png", "z.html"):
        (tmp_path / name).write_bytes(b"text")
    kept, failures = take(tmp_path)

    assert [item.source for item in kept] == ["a.txt", "z.html", "b/c.txt"]
    assert [failure.source for failure in failures] == ["p.png"]
    assert "not a kind that is read" in failures[0].reason
    assert "1 more .png" in failures[0].reason


def test_an_empty_folder_says_so(tmp_path):
    """Nothing in, nothing out, and a word about it."""
    kept, [failure] = take(tmp_path)

    assert not kept
    assert "no file to read" in failure.reason


def test_a_missing_path_is_unusable_at_once(tmp_path):
    """The message names the path; nothing has to be drawn from the iterator to learn it."""
    with pytest.raises(UnusableInput, match=r"nowhere\.txt"):
        captures(str(tmp_path / "nowhere.txt"), at=None, stdin=io.BytesIO())


def test_a_file_of_another_kind_is_a_failure(tmp_path):
    """A picture given by itself is named too."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    kept, [failure] = take(tmp_path / "a.png")

    assert not kept
    assert "a.png" in failure.reason


@pytest.mark.parametrize(
    ("data", "media_type", "source"),
    [
        (b'{"id": "1", "title": "T"}\n', "application/json", "-:1"),
        (b'\xef\xbb\xbf{"id": "1"}\n', "application/json", "-:1"),
        (gzip.compress(b'{"id": "1"}\n'), "application/json", "-:1"),
        (gzip.compress(b"a plain text"), "text/plain", "-"),
        (b"\n <!DOCTYPE html><html><body>x</body></html>", "text/html", "-"),
        (b"From: a@b.org\r\nSubject: S\r\n\r\nbody", "message/rfc822", "-"),
        (b"Subject: only one header\n\nis a text", "text/plain", "-"),
        (b"From Moscow with missiles: a story", "text/plain", "-"),
        (b"", "text/plain", "-"),
    ],
)
def test_stdin_is_known_by_its_bytes(data, media_type, source):
    """What has no name is looked at."""
    [capture], failures = take("-", stdin=data)

    assert (capture.media_type, capture.source) == (media_type, source)
    assert not failures


def test_an_archive_on_stdin_is_opened():
    """A zip needs seeking, which a pipe does not offer."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "text")
    [capture], _ = take("-", stdin=data.getvalue())

    assert capture.source == "-!a.txt"
