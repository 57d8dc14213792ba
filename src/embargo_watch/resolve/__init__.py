"""Words to parties, items and places."""

from embargo_watch.resolve.validate import validate

__all__ = ["validate"]
