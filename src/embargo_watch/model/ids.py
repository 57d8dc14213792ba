"""Name every record by what it holds, so that two runs over the same bytes agree.

An id is a content hash: no clock and no random number goes into one.
"""

import hashlib

ID_HEX = 16
"""Hex digits kept in an id: 64 bits, collision-free in practice for a ledger of millions."""


def blob_digest(content: bytes) -> str:
    """Return the SHA-256 of the bytes as received, in lower-case hex (64 characters)."""
    return hashlib.sha256(content).hexdigest()


def stable_id(prefix: str, *parts: str) -> str:
    """Return ``prefix-`` and 16 hex digits that depend on every part and on their order.

    Parts are length-prefixed, so ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return f"{prefix}-{digest.hexdigest()[:ID_HEX]}"
