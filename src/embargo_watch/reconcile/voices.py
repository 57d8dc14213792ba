"""Tell who says what about a flow or an incident, once each, however many papers print it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from embargo_watch.model.document import Document
from embargo_watch.model.ledger import STANCES, Entry, FlowKey, Stance, Voice
from embargo_watch.reconcile.asked import Asked, Chorus
from embargo_watch.reconcile.copies import earliest_first
from embargo_watch.reconcile.grades import graded
from embargo_watch.reconcile.origins import PUBLISHER, Family, origins, repeats, stance
from embargo_watch.reference.blocs import joint_bodies
from embargo_watch.reference.publishers import Publisher, publisher_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an account rests on besides its claims.

    ``family`` knows the publishers; ``heads`` leads each document that is one of several copies
    to the earliest of them (``copies.groups``). ``outlet`` tells what kind a publisher is.
    """

    family: Family
    heads: Mapping[str, Document] = field(default_factory=dict)
    outlet: Callable[[str], Publisher | None] = publisher_named


def by_time(entry: Entry) -> tuple[str, str, int, str]:
    """Sort claims by publication, document and place in it: the order of every listing."""
    return (*earliest_first(entry.document), entry.claim.quote.start, entry.claim.id)


def voices(entries: Iterable[Entry], key: FlowKey, setting: Setting) -> tuple[Voice, ...]:
    """Gather the claims of a flow or incident by origin and stance, each graded.

    Words for a speaker count as the same in any case, and go by the case first printed.
    """
    told: dict[tuple[str, Stance], list[Entry]] = defaultdict(list)
    written: dict[str, str] = {}
    for entry in sorted(entries, key=by_time):
        for words in origins_of(entry, setting):
            origin = written.setdefault(words.casefold(), words)
            told[origin, stance(entry, key.supplier, key.recipient, origin)].append(entry)
    found = [(_voice(origin, held, own, setting), own) for (origin, held), own in told.items()]
    chorus = Chorus(tuple(voice for voice, _ in found), key)
    return tuple(sorted((_graded(*one, chorus, setting) for one in found), key=_order))


def origins_of(entry: Entry, setting: Setting) -> tuple[str, ...]:
    """Name the origins of a claim, its document's copies taken into account."""
    return origins(entry, setting.family, setting.heads.get(entry.document.id))


def quantities(entries: Iterable[Entry], setting: Setting) -> tuple[tuple[str, str], ...]:
    """Put every stated quantity beside its origin, in the order in which they were said."""
    return tuple(
        dict.fromkeys(
            (entry.claim.quantity.text, origin)
            for entry in sorted(entries, key=by_time)
            if entry.claim.quantity
            for origin in origins_of(entry, setting)
        )
    )


def _voice(origin: str, held: Stance, own: list[Entry], setting: Setting) -> Voice:
    return Voice(
        origin=origin,
        stance=held,
        first_said=own[0].document.published,
        claims=tuple(entry.claim.id for entry in own),
        copies=repeats((entry.document.id for entry in own), setting.heads),
        signatories=tuple(sorted(_signatories(origin, own))),
    )


def _signatories(origin: str, own: Iterable[Entry]) -> set[str]:
    """Who joined a statement without writing it; a team's states joined all that it says."""
    joints = (entry.claim.joint for entry in own)
    signed = {party for joint in joints if joint for party in joint.signatories}
    return (signed | joint_bodies().get(origin, frozenset())) - set(origin.split("+"))


def _graded(voice: Voice, own: list[Entry], chorus: Chorus, setting: Setting) -> Voice:
    printed = {name for entry in own for name in _printed(entry, setting)}
    asked = Asked(
        voice=voice,
        entries=tuple(own),
        chorus=chorus,
        kinds=frozenset(_kinds(voice.origin, own, printed, setting)),
        heard=any(setting.family(name) for name in printed),
    )
    reliability, credibility = graded(asked)
    return replace(voice, reliability=reliability, credibility=credibility)


def _printed(entry: Entry, setting: Setting) -> tuple[str, ...]:
    """The names under which a claim's document, or what it repeats, was printed."""
    document = setting.heads.get(entry.document.id, entry.document)
    return tuple(filter(None, (document.credit, document.publisher)))


def _kinds(
    origin: str, own: Iterable[Entry], printed: Iterable[str], setting: Setting
) -> Iterator[str]:
    """The kinds of the outlets through which a publisher speaks, or as which it is cited."""
    if not origin.startswith(PUBLISHER):
        return
    cited = {words.removeprefix("the ") for entry in own for words in entry.claim.speakers_text}
    for name in {*printed, *cited}:
        known = setting.outlet(name) or setting.outlet(f"The {name}")
        if known and PUBLISHER + (setting.family(name) or known.family) == origin:
            yield known.kind


def _order(voice: Voice) -> tuple[int, str, str]:
    return (STANCES.index(voice.stance), voice.first_said or "9999", voice.origin)
