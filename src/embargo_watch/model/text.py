"""Keep every text such as UTF-8 can carry, so that no output or database refuses it."""

import re

_HALF_PAIR = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def well_formed(text: str) -> str:
    """Put U+FFFD for each half of a surrogate pair: one code point for one, so offsets hold."""
    if text.isascii():
        return text
    return _HALF_PAIR.sub(REPLACEMENT, text)
