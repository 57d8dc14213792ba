"""A copy of the official texts is taken from wherever it lies, and nothing else of it."""

import http.server
import io
import os
import threading
import zipfile

import pytest

from embargo_watch.capture import official
from embargo_watch.errors import OutOfReach, UnusableInput
from embargo_watch.model.capture import Failure


@pytest.fixture
def server():
    """A server on this machine: `/texts.zip` is a small archive, all else is not found."""

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = self.path == "/texts.zip"
            self.send_response(200 if found else 404)
            self.end_headers()
            self.wfile.write(b"PK" * 10 if found else b"")

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join()


def test_a_folder_gives_its_xml_alone(tmp_path):
    """Files of other kinds and hidden ones are passed over; the order is that of the names."""
    (tmp_path / "2031").mkdir()
    (tmp_path / "2031" / "b.xml").write_bytes(b"<b/>")
    (tmp_path / "2031" / "a.XML").write_bytes(b"<a/>")
    (tmp_path / "readme.md").write_text("no")
    (tmp_path / ".hidden.xml").write_text("no")

    assert list(official.files(str(tmp_path))) == [("2031/a.XML", b"<a/>"), ("2031/b.xml", b"<b/>")]


def test_a_zip_gives_its_members_and_says_what_is_damaged(tmp_path):
    """A member is named by archive and path; a damaged one does not stop the rest."""
    archive = tmp_path / "texts.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.xml", b"<a/>" * 100)
        made.writestr("b.xml", b"<b/>")
        made.writestr("c.pdf", b"no")
    raw = archive.read_bytes()
    archive.write_bytes(raw.replace(b"<a/>", b"<z/>", 1))
    broken, whole = official.files(str(archive))

    assert isinstance(broken, Failure)
    assert "a.xml" in broken.reason
    assert whole == ("texts.zip!b.xml", b"<b/>")


def test_a_missing_path_is_refused_at_once(tmp_path):
    """Nothing is done for a path that is not there."""
    with pytest.raises(UnusableInput, match="no such file"):
        official.files(str(tmp_path / "none"))


def test_an_archive_is_fetched_whole(server):
    """What the server sends is what arrives."""
    into = io.BytesIO()

    assert official.fetch(f"{server}/texts.zip", into) == 20
    assert into.getvalue() == b"PK" * 10


def test_a_refusal_and_a_missing_network_are_out_of_reach(server, monkeypatch):
    """The message names the address and what to do without a network."""
    with pytest.raises(OutOfReach, match="answers 404"):
        official.fetch(f"{server}/none", io.BytesIO())
    with pytest.raises(OutOfReach, match="where there is a network"):
        official.fetch("http://127.0.0.1:9/texts.zip", io.BytesIO())
    monkeypatch.setattr(official, "MAX_DOWNLOAD_BYTES", 5)
    with pytest.raises(OutOfReach, match="not taken"):
        official.fetch(f"{server}/texts.zip", io.BytesIO())


def test_an_address_of_another_kind_is_refused(tmp_path):
    """Only http and https are fetched: no address opens a file of this machine."""
    secret = tmp_path / "secret"
    secret.write_text("x")
    with pytest.raises(UnusableInput, match="http"):
        official.fetch(secret.as_uri(), io.BytesIO())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_refused_and_named(tmp_path):
    """Nobody waits for who might write into it, be it given or within a folder."""
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    os.mkfifo(tmp_path / "b.xml")
    whole, pipe = official.files(str(tmp_path))

    assert whole == ("a.xml", b"<a/>")
    assert isinstance(pipe, Failure)
    assert pipe.reason == "b.xml: it is no regular file"
    with pytest.raises(UnusableInput, match=r"b\.xml: it is no regular file"):
        official.files(str(tmp_path / "b.xml"))


def test_a_zip_that_is_cut_off_is_named_as_such(tmp_path):
    """Its list of files stands at its end."""
    path = tmp_path / "texts.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a.xml", b"<a/>" * 1000)
    path.write_bytes(path.read_bytes()[:2000])
    (cut,) = official.files(str(path))

    assert isinstance(cut, Failure)
    assert "texts.zip: the zip archive is cut off" in cut.reason
