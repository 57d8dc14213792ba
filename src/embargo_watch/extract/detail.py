"""Gather what a sentence tells around a deed: its plane, companies, way, and the harm it did."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from embargo_watch.extract.aircraft import carriers
from embargo_watch.extract.casualties import casualties
from embargo_watch.extract.deed import Deed
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.firms import firms
from embargo_watch.extract.routes import makers
from embargo_watch.extract.ways import route
from embargo_watch.model.candidate import Mention
from embargo_watch.model.claim import Aircraft, Casualties, Company, Stop
from embargo_watch.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Values, and beside them the words of each slot, by the slot's name."""

    aircraft: tuple[Aircraft, ...] = ()
    companies: tuple[Company, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    route: tuple[Stop, ...] = ()
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)


def detail_of(found: Draft, sides: Sequence[Mention], *, use: bool, moved: bool) -> Detail:
    """The detail of one deed; ``sides`` hold its roles.

    ``use`` says that the goods were used, ``moved`` that the words tell of their move itself: the
    transfer that a use or a maker's name implies went no way that the sentence tells.
    """
    deed = Deed.of(found)
    planes, words = carriers(deed, found.goods.goods.span) if moved else ((), {})
    made_by = [words.mention for words in makers(found)]
    companies, named = firms(deed, (*sides, *made_by))
    stops, points = route(deed, sides) if moved else ((), ())
    harm, numbers = casualties(deed) if use else ((), ())
    others = {"company": named, "casualties": numbers, "route": points}
    return Detail(
        aircraft=planes,
        companies=companies,
        casualties=harm,
        route=stops,
        spans={**words, **{slot: spans for slot, spans in others.items() if spans}},
    )
