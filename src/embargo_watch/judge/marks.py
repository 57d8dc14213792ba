"""Stand in for what differs between like transfers, so that one judgement serves them all.

A mark is a Unicode noncharacter: a finding judged with marks becomes that of a given transfer by
putting its days and parties in their place. Words of a query are cleared of marks first.
"""

FIRST, LAST = "\ufdd0", "\ufdd1"
"""The first and the last day of the transfer's date."""
SUPPLIER, RECIPIENT = "\ufdd2", "\ufdd3"
"""A state that the regime does not name, as supplier or as recipient."""
STRANGERS = (SUPPLIER, RECIPIENT)
_CLEAR = {ord(mark): None for mark in (FIRST, LAST, SUPPLIER, RECIPIENT)}


def clear(text: str) -> str:
    """The text without marks."""
    return text if text.isascii() else text.translate(_CLEAR)
