"""Count where claims really come from: forty papers that repeat one briefing are one origin.

A claim's origin is its speaker if it has one, else the publisher of the text that its document
repeats. The functions know no other claim than the one they are given, so any order will do.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from embargo_watch.model.claim import UNKNOWN_PARTY, Joint
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import Entry, Stance, Voice

Family = Callable[[str], str]
"""Gives a publisher's family (or its one name) for a name as printed, "" for an unknown name."""

PUBLISHER = "publisher:"
UNKNOWN_PUBLISHER = "publisher:unknown"

_NAMELESS = re.compile(
    r"(?:.* )?(?:accounts|agencies|allies|analysts?|authorities|commanders?|commentators|critics"
    r"|data|diplomats?|documents|envoys?|experts?|footage|generals?|governments?|images|insiders?"
    r"|inspectors|intelligence|investigators|lawmakers|media|members|ministers?|observers"
    r"|officials?|outlets|papers|people|person|pictures|press|records|reports?|researchers"
    r"|residents|rumou?rs|senators|services?|sources?|spokes\w+|teams?|witness(?:es)?|workers"
    r"|writers)",
    re.IGNORECASE,
)
"""Words that stand for speakers nobody could name: two papers' "officials" may be the same man."""


def origins(entry: Entry, family: Family, head: Document | None = None) -> tuple[str, ...]:
    """Name every origin of a claim, at least one.

    ``head`` is the document that this one repeats (the earliest of its copies), if any. A joint
    statement is one origin, its authors (``eu+USA``); who signed it is listed with the claim
    and not counted. A party that is spoken of but has no id counts by its words.
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
    words = tuple(dict.fromkeys(filter(None, (_normal(w) for w in claim.speakers_text))))
    return words or (publisher_origin(head or entry.document, family),)


def joint_origin(joint: Joint) -> str:
    """Return the one origin of a joint statement: its authors, else its signatories."""
    return "+".join(
        sorted(set(joint.authors or joint.signatories), key=lambda p: (p.casefold(), p))
    )


def publisher_origin(document: Document, family: Family) -> str:
    """Return who stands behind a text in its own voice: the agency it credits, else its publisher.

    A name that the publishers' list does not know is never told apart from another such name:
    all of them together are one origin.
    """
    credited = family(document.credit) if document.credit else ""
    known = credited or (family(document.publisher) if document.publisher else "")
    return f"{PUBLISHER}{known}" if known else UNKNOWN_PUBLISHER


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
    """Count the distinct origins that assert or admit; ``parties`` are the ids among them.

    Nameless speakers ("officials", "media reports") and unknown publishers could all be one and
    the same, so they count as one origin at most.
    """
    said = {voice.origin for voice in voices if voice.stance in ("asserts", "admits")}
    return len({UNKNOWN_PUBLISHER if nameless(origin, parties) else origin for origin in said})


def nameless(origin: str, parties: Collection[str]) -> bool:
    """Whether an origin is one that could be anybody: no party, and words without a name."""
    if origin.startswith(PUBLISHER):
        return origin == UNKNOWN_PUBLISHER
    if all(part in parties for part in origin.split("+")):
        return False
    named = any(word[0].isupper() for word in origin.split())
    return not named or _NAMELESS.fullmatch(origin) is not None


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


def _normal(words: str) -> str:
    plain = " ".join(words.split())
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        plain = plain.removeprefix(article)
    return plain
