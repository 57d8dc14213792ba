"""Tell who says what about a flow or an incident, once each, however many papers print it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from embargo_watch.model.document import Document
from embargo_watch.model.ledger import STANCES, Entry, FlowKey, Stance, Voice
from embargo_watch.reconcile.copies import earliest_first
from embargo_watch.reconcile.origins import Family, origins, repeats, stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an account rests on besides its claims.

    ``family`` knows the publishers; ``heads`` leads each document that is one of several copies
    to the earliest of them (``copies.groups``).
    """

    family: Family
    heads: Mapping[str, Document] = field(default_factory=dict)


def by_time(entry: Entry) -> tuple[str, str, int, str]:
    """Sort claims by publication, document and place in it: the order of every listing."""
    return (*earliest_first(entry.document), entry.claim.quote.start, entry.claim.id)


def voices(entries: Iterable[Entry], key: FlowKey, setting: Setting) -> tuple[Voice, ...]:
    """Gather the claims of a flow or incident by origin and stance.

    Words for a speaker count as the same in any case, and go by the case first printed.
    """
    told: dict[tuple[str, Stance], list[Entry]] = defaultdict(list)
    written: dict[str, str] = {}
    for entry in sorted(entries, key=by_time):
        for words in origins_of(entry, setting):
            origin = written.setdefault(words.casefold(), words)
            told[origin, stance(entry, key.supplier, key.recipient, origin)].append(entry)
    found = [_voice(origin, held, own, setting) for (origin, held), own in told.items()]
    return tuple(sorted(found, key=_order))


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
    )


def _order(voice: Voice) -> tuple[int, str, str]:
    return (STANCES.index(voice.stance), voice.first_said or "9999", voice.origin)
