"""Bound what one input may cost, so that a hostile file cannot take the batch down with it."""

CHUNK_BYTES = 1 << 18
"""How much is read at a time: large enough to be quick, small enough to forget."""

SNIFF_BYTES = 1 << 14
"""How much of a nameless input is looked at to tell its kind; headers and doctypes come sooner."""

MAX_DOCUMENT_BYTES = 64 << 20
"""One page, letter or text: the largest honest pages (transcripts, registers) stay under 50 MB,
and a parsed page takes several times its bytes in memory."""

MAX_LINE_BYTES = 16 << 20
"""One line of a ``.jsonl``: a whole book of text fits; a file without a line break does not."""

MAX_EXPANSION = 200
"""How many times larger than its packed bytes an input may become. Feeds pack 3 to 20 times;
what packs better than this is written to exhaust its reader."""

EXPANSION_FLOOR_BYTES = 32 << 20
"""Below this an input may expand as it likes: it is harmless, and small texts repeat much."""

MAX_ARCHIVE_BYTES = 8 << 30
"""All members of one archive together, unpacked: half an hour of reading."""

MAX_ARCHIVE_MEMBERS = 100_000
"""Members of one archive: a directory that is larger costs memory before a byte is read."""
