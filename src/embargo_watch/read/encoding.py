"""Turn bytes into text, whatever their sender believed their encoding to be."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"MZ", b"Rar!", b"7z\xbc\xaf", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0", b"RIFF",
    b"\xca\xfe\xba\xbe",
)  # fmt: skip
_SAMPLE_BYTES = 1 << 16
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE = 0.005
"""Texts have next to no control characters; one in 200 is a file of another kind."""
_UTF16_NUL_SHARE = 0.35
_MOSTLY_ASCII = 0.95
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)


class Unreadable(ValueError):
    """A capture that holds no text to read; the message is the reason, without the source."""


def decoded(content: bytes, *, markup: bool = False) -> str:
    """Return the text of the bytes, without a byte order mark and otherwise unchanged.

    UTF-8 is believed wherever it is valid, whatever is declared; with ``markup`` a page's own
    declaration comes next; then the encoding is guessed.

    Raises:
        Unreadable: there are no bytes, or they are not text.
    """
    if not content.strip():
        raise Unreadable("it is empty")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"))
    if content.startswith(_BINARY):
        raise Unreadable("it is not text (its first bytes are those of another kind of file)")
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_guessed(content, markup))


def _guessed(content: bytes, markup: bool) -> str:
    sample = content[:_SAMPLE_BYTES]
    wide = _utf16_without_mark(sample)
    if wide:
        return content.decode(wide, "replace")
    if markup:
        declared = _DECLARED.search(sample)
        name = declared.group(1).decode("ascii") if declared else ""
        if name and not name.lower().startswith("utf") and _known(name):
            return content.decode(_as_browsers_do(name), "replace")
    from resiliparse.parse.encoding import detect_encoding

    name = detect_encoding(sample) or "cp1252"
    if name.startswith("utf") or not _known(name):
        return content.decode("utf-8", "replace")
    ascii_share = 1 - len(sample.translate(None, bytes(range(0x80)))) / len(sample)
    if ascii_share > _MOSTLY_ASCII:
        name = "cp1252"
    return content.decode(_as_browsers_do(name), "replace")


def _utf16_without_mark(sample: bytes) -> str:
    pairs = max(1, len(sample) // 2)
    if sample[1::2].count(0) > pairs * _UTF16_NUL_SHARE:
        return "utf-16-le"
    if sample[0::2].count(0) > pairs * _UTF16_NUL_SHARE:
        return "utf-16-be"
    return ""


def _as_browsers_do(name: str) -> str:
    """Latin-1 in name is Windows-1252 in practice; every browser reads it so."""
    latin = codecs.lookup(name).name in ("iso8859-1", "ascii")
    return "cp1252" if latin else name


def _known(name: str) -> bool:
    try:
        b" ".decode(name)
    except LookupError:
        return False
    except UnicodeDecodeError:
        return True
    return True


def _checked(text: str) -> str:
    sample = text[:_SAMPLE_BYTES]
    if len(_CONTROLS.findall(sample)) > len(sample) * _MAX_CONTROL_SHARE:
        raise Unreadable("it is not text (it holds control characters, as binary files do)")
    if not text.strip():
        raise Unreadable("it holds no text")
    return text
