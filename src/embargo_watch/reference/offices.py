"""Know for whom an office speaks, so that two spokesmen of one government are one origin."""

import re
from functools import cache, lru_cache
from typing import cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.matcher import PartyHit, matcher
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load

FILE = "lexicon/en/offices.yaml"
_OWNERS = frozenset(("name", "demonym", "capital", "leader"))
"""Classes of words that may own an office: "Iran's", "Iranian", "Kyiv's"; a leader's adviser."""


@lru_cache(maxsize=16384)
def speaks_for(words: str) -> str:
    """The id of the state or group whose office the words name, "" where they name none.

    The words must name one party and its office and nothing else: "Dutch investigators" and
    "Russian customs data" are not the state, "Ukrainian General Staff" is.
    """
    hits = [hit for hit in matcher().hits(words) if isinstance(hit, PartyHit)]
    owner = hits[0] if hits else None
    if owner is None or owner.word.word_class not in _OWNERS:
        return ""
    if parties()[owner.party].kind not in ("state", "group"):
        return ""
    before, after = _patterns()
    whole = before.fullmatch(words[: owner.start]) and after.fullmatch(words[owner.end :])
    return owner.party if whole else ""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = cast(dict[str, str], load(FILE))
    try:
        epithets = rf"(?:(?:{data['epithets']}) )*"
        office = rf"(?:['’]s?)? {epithets}(?:{data['offices']})(?:{data['after']})"
        return re.compile(epithets, re.I), re.compile(office, re.I)
    except (KeyError, TypeError, re.error) as error:
        raise InvalidReference(f"data/{FILE}: {error!r}") from error
