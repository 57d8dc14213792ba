"""Hold a transfer against the law of its day, provision by provision."""

from embargo_watch.judge.engine import judge, written
from embargo_watch.judge.queries import findings, queries

__all__ = ["findings", "judge", "queries", "written"]
