"""Archives: read without trust, member by member."""

import io
import zipfile

import pytest

from embargo_watch.capture import captures
from embargo_watch.capture.archives import members
from embargo_watch.model.capture import Capture, Failure


def packed(path, **files):
    """Write a zip with these members (``__`` stands for a dot in the name)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return path


def take(path):
    """Everything in an archive, captures and failures apart."""
    found = list(captures(str(path), at=None, stdin=io.BytesIO()))
    kept = [item for item in found if isinstance(item, Capture)]
    return kept, [item for item in found if isinstance(item, Failure)]


def test_members_are_named_after_the_archive(tmp_path):
    """``archive.zip!member``, and the lines of a member after that, in the order of names."""
    path = packed(tmp_path / "a.zip", b__txt="text", f__jsonl='{"id":1}\n{"id":2}', a__html="<p>")
    kept, failures = take(path)

    assert [item.source for item in kept] == [
        "a.zip!a.html",
        "a.zip!b.txt",
        "a.zip!f.jsonl:1",
        "a.zip!f.jsonl:2",
    ]
    assert not failures


def test_an_archive_in_an_archive_is_refused_and_the_rest_read(tmp_path):
    """Nesting is how small archives become endless."""
    inner = packed(tmp_path / "inner.zip", a__txt="x").read_bytes()
    kept, [failure] = (
        take(packed(tmp_path / "o.zip", i__zip=inner, b__txt="text", p__png="x"))[0],
        take(tmp_path / "o.zip")[1][:1],
    )

    assert [item.source for item in kept] == ["o.zip!b.txt"]
    assert failure.source == "o.zip!i.zip"


def test_a_zip_bomb_is_refused_whole(tmp_path):
    """What would unpack a thousandfold is one failure and no bytes are unpacked."""
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (200 << 20))
    kept, [failure] = take(path)

    assert not kept
    assert "bomb.zip" in failure.reason
    assert "bomb does" in failure.reason


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path):
    """The size in the directory is not believed: bytes are counted as they come."""
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (100 << 20))
    data = path.read_bytes().replace((100 << 20).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    found = list(members(io.BytesIO(data), "liar.zip", None))

    assert all(isinstance(item, Failure) or len(item.content) < 10 for item in found)
    assert any(isinstance(item, Failure) for item in found)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and nothing more", b"no archive at all"])
def test_a_broken_archive_is_one_failure(tmp_path, data):
    """Whatever is wrong with it, the archive is named."""
    path = tmp_path / "broken.zip"
    path.write_bytes(data)
    kept, [failure] = take(path)

    assert not kept
    assert failure.source == "broken.zip"


def test_a_damaged_member_leaves_the_others(tmp_path):
    """A wrong checksum costs one member."""
    path = packed(tmp_path / "a.zip", a__txt="alpha " * 50, b__txt="beta")
    data = bytearray(path.read_bytes())
    at = data.index(b"a.txt") + 8
    data[at] ^= 0xFF
    path.write_bytes(bytes(data))
    kept, [failure] = take(path)

    assert [item.source for item in kept] == ["a.zip!b.txt"]
    assert failure.source == "a.zip!a.txt"
