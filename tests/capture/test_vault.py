"""The vault gives back the very bytes, survives a kill, and says when it cannot."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.capture import Vault
from embargo_watch.capture.packs import pack_path, scan
from embargo_watch.errors import OutOfReach


def digest(content):
    """The name of a blob."""
    return hashlib.sha256(content).hexdigest()


@given(blobs=st.lists(st.binary(max_size=6000), max_size=8))
@settings(max_examples=25, deadline=None)
def test_what_was_put_comes_back(tmp_path_factory, blobs):
    """Round trip for small and large blobs, also from a vault opened anew."""
    folder = tmp_path_factory.mktemp("vault")
    with Vault(folder) as vault:
        places = [vault.put(blob) for blob in blobs]
        back = [vault.get(digest(blob), place) for blob, place in zip(blobs, places, strict=True)]

    assert back == blobs
    assert dict(Vault(folder).index()) == {
        digest(blob): place for blob, place in zip(blobs, places, strict=True)
    }


def test_the_same_bytes_are_kept_once(tmp_path):
    """In one run and in the next."""
    with Vault(tmp_path) as vault:
        first = [vault.put(b"small"), vault.put(b"L" * 9000)]
    with Vault(tmp_path) as vault:
        again = [vault.put(b"small"), vault.put(b"L" * 9000)]
        vault.put(b"other")

    assert again == first
    assert len(list(Vault(tmp_path).index())) == 3


def test_a_torn_tail_is_cut_off_and_written_over(tmp_path):
    """A kill in the middle of a write loses that record and no other."""
    with Vault(tmp_path) as vault:
        one = vault.put(b"one")
        vault.put(b"two, which will be torn")
    pack = pack_path(tmp_path, 1)
    pack.write_bytes(pack.read_bytes()[:-5])
    with Vault(tmp_path) as vault:
        three = vault.put(b"three")

        assert vault.get(digest(b"one"), one) == b"one"
        assert vault.get(digest(b"three"), three) == b"three"
    assert [blob for blob, _, _ in scan(pack)] == [digest(b"one"), digest(b"three")]


def test_two_writers_do_not_share_a_pack(tmp_path):
    """A second process takes the next pack."""
    with Vault(tmp_path) as one, Vault(tmp_path) as two:
        places = [one.put(b"a"), two.put(b"b"), one.put(b"c")]

    assert [place.split(":")[1] for place in places] == ["1", "2", "1"]


@pytest.mark.parametrize("content", [b"small", b"L" * 5000])
def test_damage_is_noticed_and_named(tmp_path, content):
    """A changed byte is an error that names the blob, never other bytes."""
    with Vault(tmp_path) as vault:
        place = vault.put(content)
    [path] = [path for path in tmp_path.rglob("*") if path.is_file()]
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(bytes(data))

    with pytest.raises(OutOfReach, match=digest(content)):
        Vault(tmp_path).get(digest(content), place)


@pytest.mark.parametrize("place", ["file", "pack:1:0:50", "pack:x", "elsewhere"])
def test_a_missing_blob_is_named(tmp_path, place):
    """Nothing there is no reason for a traceback."""
    with pytest.raises(OutOfReach, match=digest(b"gone")):
        Vault(tmp_path).get(digest(b"gone"), place)


@pytest.mark.parametrize("content", [b"small", b"L" * 5000])
def test_a_vault_that_cannot_be_written_is_out_of_reach(tmp_path, content):
    """The message names the folder: here a file stands in its place."""
    (tmp_path / "vault").write_bytes(b"")

    with pytest.raises(OutOfReach, match="vault"):
        Vault(tmp_path / "vault").put(content)


def test_a_full_disk_leaves_the_pack_whole(tmp_path, monkeypatch):
    """A write that fails half-way is taken back, and what was kept before still stands."""
    vault = Vault(tmp_path)
    place = vault.put(b"before")

    def full(handle, data, offset):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("embargo_watch.capture.packs.os.pwrite", full)
        with pytest.raises(OutOfReach, match="No space left"):
            vault.put(b"too much")
    after = vault.put(b"after")

    assert vault.get(digest(b"before"), place) == b"before"
    assert vault.get(digest(b"after"), after) == b"after"
    vault.close()
