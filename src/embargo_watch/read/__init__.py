"""Bytes to document: text, dates, credit, language."""

from embargo_watch.read.dates import Published, published
from embargo_watch.read.reader import is_read, read

__all__ = ["Published", "is_read", "published", "read"]
