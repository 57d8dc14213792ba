"""Answer a long file for a person: two lines a query, so that it is read as fast as it scrolls."""

import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from embargo_watch.cli import screen
from embargo_watch.cli.judge_answers import as_understood, summary
from embargo_watch.judge import written
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Regime

_KEPT = 4096


class Told(NamedTuple):
    """What a summary needs of a finding."""

    provision: str
    verdict: str


class BriefAnswers:
    """The query as it was understood, and below it what is engaged, contested or unknown."""

    def __init__(self, law: Sequence[Regime]) -> None:
        """Answer by a law."""
        self._law = tuple(law)

    def answer(self, asked: Mapping[str, Any], query: Query, warnings: Sequence[str] = ()) -> None:
        """Print one answer."""
        found = _summary(written(query, self._law, _dump))
        sys.stdout.write(f"{screen.clean(as_understood(query))}\n  {found}\n")

    def refuse(self, asked: object, message: str) -> None:
        """Tell the error, and keep the query's place."""
        sys.stdout.write("(not judged)\n")
        screen.say(f"embargo: {message}")


def _dump(finding: Finding) -> bytes:
    return f"{finding.provision}={finding.verdict}".encode()


@lru_cache(maxsize=_KEPT)
def _summary(found: bytes) -> str:
    """The summary of findings as they were dumped: many queries have the same."""
    pairs = (each.split("=") for each in found.decode().split(",") if each)
    return summary([Told(provision, verdict) for provision, verdict in pairs])
