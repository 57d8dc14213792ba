"""Ask who a voice is and whether it has an interest: the A to F of the Admiralty scale.

Each rule returns what it compared, or "" where it does not hold; data/grades.yaml says what each
is worth and in which order they are asked.
"""

from collections.abc import Mapping

from embargo_watch.model.ledger import Entry
from embargo_watch.reconcile.asked import Asked, Rule, listed
from embargo_watch.reconcile.origins import UNKNOWN_PUBLISHER, is_name, nameless
from embargo_watch.reference.grades import scale
from embargo_watch.reference.parties import parties

_PRESS = ("national", "local", "trade", "official")


def _words(asked: Asked) -> str:
    """The words of a speaker without an id, "" for a party and a publisher."""
    origin = asked.voice.origin
    return origin if not asked.is_publisher and nameless(origin, ()) else ""


def _nameless(asked: Asked) -> str:
    words = _words(asked)
    return f"“{words}” names nobody" if words and not is_name(words) else ""


def _unknown_name(asked: Asked) -> str:
    words = _words(asked)
    return f"“{words}” is neither a party nor a publisher that we know" if words else ""


def _unknown_publisher(asked: Asked) -> str:
    if asked.voice.origin == UNKNOWN_PUBLISHER:
        return "no known publisher stands behind the text"
    return ""


def _body_of_inquiry(asked: Asked) -> str:
    rules, origin = scale(), asked.voice.origin
    if origin in rules.inquirers:
        return f"{origin} is a body of inquiry"
    if asked.is_publisher or not _all_of_kind(asked, "organization", "bloc"):
        return ""
    found = [rules.inquiry.search(_spoken_by(entry)) for entry in asked.entries]
    names = sorted({match[0] for match in found if match})
    return f"speaks as {listed(names)}" if found and all(found) else ""


def _spoken_by(entry: Entry) -> str:
    """The words for a claim's speakers, or the official publisher that speaks."""
    return " ".join(entry.claim.speakers_text) or entry.document.publisher


def _outlet(*kinds: str) -> Rule:
    """A rule for publishers of some kinds."""

    def holds(asked: Asked) -> str:
        found = asked.kinds.intersection(kinds) if asked.is_publisher else ()
        return f"{listed([asked.voice.origin])}: {listed(sorted(found))}" if found else ""

    return holds


def _joint(asked: Asked) -> str:
    several = len(asked.own) > 1 and not asked.is_publisher
    return f"spoken together by {listed(sorted(asked.own))}" if several else ""


def _party(*kinds: str) -> Rule:
    """A rule for parties of some kinds."""

    def holds(asked: Asked) -> str:
        if asked.is_publisher or not _all_of_kind(asked, *kinds):
            return ""
        return f"{asked.voice.origin}: {listed(sorted({parties()[p].kind for p in asked.own}))}"

    return holds


def _all_of_kind(asked: Asked, *kinds: str) -> bool:
    known = parties()
    return all(one in known and known[one].kind in kinds for one in asked.voice.origin.split("+"))


def _unjudged(asked: Asked) -> str:
    return f"no other rule speaks of {listed([asked.voice.origin])}"


# What takes from it


def _side(asked: Asked) -> str:
    held = () if asked.is_publisher else asked.involved
    return f"{listed(held)}: {_part(asked)} of the flow" if held else ""


def _part(asked: Asked) -> str:
    key = asked.chorus.key
    parts = (("supplier", key.supplier), ("recipient", key.recipient))
    return " and ".join(name for name, party in parts if party in asked.involved)


def _side_media(asked: Asked) -> str:
    held = asked.involved if asked.is_publisher else ()
    return f"speaks for {listed(held)}, {_part(asked)} of the flow" if held else ""


def _target(asked: Asked) -> str:
    against = {party for entry in asked.entries for party in entry.claim.against}
    held = sorted(asked.own & against)
    return f"said to be used against {listed(held)}" if held else ""


def _unknown_channel(asked: Asked) -> str:
    return "" if asked.is_publisher or asked.heard else "no known publisher prints it"


RELIABILITY_RULES: Mapping[str, Rule] = {
    "nameless": _nameless,
    "unknown_name": _unknown_name,
    "unknown_publisher": _unknown_publisher,
    "body_of_inquiry": _body_of_inquiry,
    "agency": _outlet("agency"),
    "research": _outlet("research"),
    "press": _outlet(*_PRESS),
    "state_media": _outlet("state media"),
    "joint": _joint,
    "organization": _party("organization", "bloc"),
    "state": _party("state"),
    "group": _party("group", "company", "person"),
    "unjudged": _unjudged,
}
LIMITS: Mapping[str, Rule] = {
    "side": _side,
    "side_media": _side_media,
    "target": _target,
    "unknown_channel": _unknown_channel,
}
