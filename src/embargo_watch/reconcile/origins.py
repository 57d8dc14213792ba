"""Count where claims really come from: forty papers that repeat one briefing are one origin.

A claim's origin is its speaker if it has one, else the publisher of the text that its document
repeats. The functions know no other claim than the one they are given, so any order will do.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from embargo_watch.model.claim import UNKNOWN_PARTY, Joint
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import Entry, Stance, Voice
from embargo_watch.reference.blocs import joint_bodies
from embargo_watch.reference.offices import speaks_for
from embargo_watch.reference.parties import parties as known_parties
from embargo_watch.reference.publishers import (
    REPEATS,
    official_voice,
    party_behind,
    publisher_cited,
)

Family = Callable[[str], str]
"""Gives a publisher's family (or its one name) for a name as printed, "" for an unknown name."""

PUBLISHER = "publisher:"
UNKNOWN_PUBLISHER = "publisher:unknown"
NOBODY_IN_PARTICULAR = frozenset(("west",))
"""Ids of those who have no voice of their own: whoever says "the West" may mean anybody."""

_NAMELESS = re.compile(
    r"(?:.* )?(?:accounts|agencies|allies|analysts?|authorities|commanders?|commentators|critics"
    r"|data|diplomats?|documents|envoys?|experts?|footage|generals?|governments?|images|insiders?"
    r"|inspectors|intelligence|investigators|lawmakers|media|members|ministers?|observers"
    r"|officials?|outlets|papers|people|person|pictures|press|records|reports?|researchers"
    r"|residents|rumou?rs|senators|services?|sources?|spokes\w+|teams?|witness(?:es)?|workers"
    r"|writers)",
    re.IGNORECASE,
)
"""Words that name nobody: two papers' "officials" may be the same man."""


def origins(entry: Entry, family: Family, head: Document | None = None) -> tuple[str, ...]:
    """Name every origin of a claim, at least one.

    ``head`` is the document that this one repeats (the earliest of its copies), if any. A joint
    statement is one origin, its authors (``eu+USA``); who signed it is listed with the claim
    and not counted. A speaker without an id goes by the publisher that its words name ("the
    Financial Times"), by the state whose office they name ("Iran's mission"), else by its words.
    """
    claim = entry.claim
    joint = claim.joint
    spoken = _identified(claim.speakers)
    if joint and (joint.authors or joint.signatories):
        named = joint_origin(joint)
        apart = set(joint.authors) | set(joint.signatories)
        return tuple(dict.fromkeys((named, *(s for s in spoken if s not in apart))))
    if spoken:
        return spoken
    words = tuple(dict.fromkeys(filter(None, (_cited(w) for w in claim.speakers_text))))
    return words or (publisher_origin(head or entry.document, family),)


def joint_origin(joint: Joint) -> str:
    """Return the one origin of a joint statement: its authors, else its signatories."""
    return "+".join(
        sorted(set(joint.authors or joint.signatories), key=lambda p: (p.casefold(), p))
    )


def publisher_origin(document: Document, family: Family) -> str:
    """Return who stands behind a text in its own voice: the agency it credits, else its publisher.

    The pages of a ministry are the state's own words. A name that the publishers' list does not
    know is never told apart from another such name: all of them together are one origin.
    """
    for name in filter(None, (document.credit, document.publisher)):
        known = family(name)
        if known:
            return official_voice(name) or f"{PUBLISHER}{known}"
    return UNKNOWN_PUBLISHER


def stance(entry: Entry, supplier: str, recipient: str, origin: str) -> Stance:
    """Say how an origin stands to a flow by one claim; its own part asserted is an admission."""
    status = entry.claim.status
    if status == "denied":
        return "denies"
    if status == "suspected":
        return "suspects"
    if status == "prospective":
        return "expects"
    sides = {side for side in (supplier, recipient) if side}
    return "admits" if sides.intersection(origin.split("+")) else "asserts"


def independent(voices: Iterable[Voice], parties: Collection[str]) -> int:
    """Count the origins that assert or admit and are certainly distinct (see ``distinct``)."""
    said = (voice.origin for voice in voices if voice.stance in ("asserts", "admits"))
    return distinct(said, parties)


def distinct(origins: Iterable[str], parties: Collection[str]) -> int:
    """Count the fewest voices that could stand behind some origins.

    ``parties`` are the party ids among them. Speakers whom nobody can name, unknown names and
    unknown publishers could be anybody, also one of the others: they count as one where nobody
    else speaks, else not at all. A state and the media that it runs are one; a joint statement,
    or a team of states, adds nothing to an author who speaks alone, and two of them that share
    an author are one.
    """
    told = set(origins)
    known = {bearers(origin) for origin in told if not nameless(origin, parties)}
    alone = {bearer for held in known if len(held) == 1 for bearer in held}
    together = [held for held in known if len(held) > 1 and not held & alone]
    count = len(alone) + _clusters(together)
    return count or min(len(told), 1)


def bearers(origin: str) -> frozenset[str]:
    """Return who answers for an origin: authors, a team's states, the state behind its media."""
    if origin.startswith(PUBLISHER):
        return frozenset((party_behind(origin.removeprefix(PUBLISHER)) or origin,))
    return joint_bodies().get(origin) or frozenset(origin.split("+"))


def _clusters(groups: Iterable[frozenset[str]]) -> int:
    """Count what is left when groups that share a member are put together."""
    merged: list[frozenset[str]] = []
    for group in groups:
        apart = [held for held in merged if not held & group]
        merged = [*apart, group.union(*(held for held in merged if held & group))]
    return len(merged)


def nameless(origin: str, parties: Collection[str]) -> bool:
    """Whether an origin could be anybody: neither a party nor a publisher that we know of.

    A name alone tells nobody apart: "Colonel Smith" may be the spokesman of a state that speaks
    as well.
    """
    if origin.startswith(PUBLISHER):
        return origin == UNKNOWN_PUBLISHER
    return not all(
        (part in parties or part in known_parties()) and part not in NOBODY_IN_PARTICULAR
        for part in origin.split("+")
    )


def is_name(origin: str) -> bool:
    """Whether words without an id are somebody's name, and not "officials" or "dock hands"."""
    named = any(word[0].isupper() for word in origin.split())
    return named and _NAMELESS.fullmatch(origin) is None


def parties_among(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids of all parties that speak in the claims, alone or jointly."""
    return frozenset(
        party
        for entry in entries
        for party in (*entry.claim.speakers, *_signed(entry.claim.joint))
        if party != UNKNOWN_PARTY
    )


def _signed(joint: Joint | None) -> tuple[str, ...]:
    return (*joint.authors, *joint.signatories) if joint else ()


def repeats(documents: Iterable[str], heads: Mapping[str, Document]) -> int:
    """Count the documents that only repeat another one: all but one of each group of copies."""
    seen = set(documents)
    return len(seen) - len({heads[d].id if d in heads else d for d in seen})


def _identified(speakers: Iterable[str]) -> tuple[str, ...]:
    known = (speaker for speaker in speakers if speaker and speaker != UNKNOWN_PARTY)
    return tuple(dict.fromkeys(known))


def _cited(words: str) -> str:
    """Return the origin that a speaker's words name; who is unknown goes by the words."""
    plain = _normal(words)
    known = publisher_cited(plain)
    if known is None or known.kind == REPEATS:
        return speaks_for(plain) or plain
    return official_voice(known.name) or f"{PUBLISHER}{known.family}"


def _normal(words: str) -> str:
    plain = " ".join(words.split())
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        plain = plain.removeprefix(article)
    return plain
