"""Hold each document against what was told before, and say what is new in it, once.

The watch remembers flows, pairs and interdictions (``state``); a document costs what it tells
itself. A copy says nothing, and adds no origin.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from embargo_watch.model.alert import RULES, Alert, Sentence
from embargo_watch.model.document import Document
from embargo_watch.model.provision import Regime
from embargo_watch.reference.watch import Standing
from embargo_watch.reference.watch import standing as bundled_standing
from embargo_watch.watch.changes import Changes
from embargo_watch.watch.rules import Case, Hit, hits, is_seizure
from embargo_watch.watch.seen import Seen
from embargo_watch.watch.sentences import sentence_of
from embargo_watch.watch.state import First
from embargo_watch.watch.telling import Count, Telling
from embargo_watch.watch.tellings import Known, tellings
from embargo_watch.watch.touch import Law, Touched

News = tuple[Case, tuple[Hit, ...]]


class Watch:
    """The standing watch; one of it follows one stream."""

    def __init__(
        self, law: Iterable[Regime], count: Count, standing: Standing | None = None
    ) -> None:
        """Begin with nothing told; ``count`` says how many of some origins are distinct."""
        held = tuple(law)
        asked = standing or bundled_standing()
        self._known = Known(law=Law(held), standing=asked, count=count)
        self._changes = Changes(held, asked)

    def tick(self, clock: dt.datetime) -> list[Alert]:
        """Let the time pass: changes of the law that are near, for parties seen so far."""
        return self._changes.at(clock, self._known.state.parties)

    def take(self, seen: Seen) -> list[Alert]:
        """Take one more document, no earlier than the one before, and return what is new in it.

        One alert for two parties at most: the most telling rule leads; the others, and their
        other flows in either direction, are named in it.
        """
        known = self._known
        told = tellings(seen, known)
        if seen.repeats:
            self._repeat(told)
            return []
        news: list[News] = []
        for telling in told:
            case = Case.of(telling, known.state, known.standing, known.count)
            news.append((case, hits(case)))
        for case, _ in news:
            self._remember(case)
        alerts = [alert for group in _by_parties(news) for alert in _alert(group, seen.document)]
        for each in seen.claims:
            known.state.parties.update(each.claim.supplier, each.claim.recipient)
        return [*alerts, *self.tick(seen.at)]

    def _repeat(self, told: Sequence[Telling]) -> None:
        """A copy of an interdiction's report keeps the week open, and does nothing else."""
        for telling in told:
            sure = is_seizure(telling, self._known.standing)
            if sure and self._known.state.last_interdicted(telling.pair):
                self._known.state.interdict(telling.pair, First(telling.at, telling.entry))

    def _remember(self, case: Case) -> None:
        telling, state = case.telling, self._known.state
        first = First(telling.at, telling.entry)
        if is_seizure(telling, case.standing):
            state.interdict(telling.pair, first)
        if not telling.touched:
            return
        flow, pair = state.flow(telling.key), state.pair(telling.pair)
        if not case.settled:
            flow.said |= case.adding
        for unit, (number, _) in telling.numbers.items():
            flow.numbers[unit] = max(number, flow.numbers.get(unit, 0.0))
        if telling.only:
            return
        if telling.level:
            bound = any(told.claim.recipient_as == "territory" for told in telling.claims)
            state.reach(telling.key, telling.level, first, territory=bound or telling.stops)
        for saying in telling.sayings:
            if saying.stance in ("admits", "denies"):
                pair.stances[saying.stance].add(telling.key.item)
            if saying.stance == "denies" and set(telling.pair) & set(saying.origin.split("+")):
                pair.stances["denies:party"].add(telling.key.item)


def _by_parties(news: Iterable[News]) -> Iterator[list[News]]:
    """Group what has hits by the two parties, the most telling flow of each first.

    Seizures under no provision are one group, whoever the parties are.
    """

    def parties(each: News) -> tuple[str, ...]:
        telling = each[0].telling
        return tuple(sorted(telling.pair)) if telling.touched else ()

    for _, group in groupby(sorted((n for n in news if n[1]), key=parties), key=parties):
        yield sorted(group, key=_rank)


def _rank(news: News) -> tuple[int, int, bool, float, str]:
    case, found = news
    telling = case.telling
    score = max((told.claim.score or 0.0) for told in telling.claims)
    vague = telling.key.item in case.standing.vague
    return (RULES.index(found[0].rule), -telling.level, vague, -score, telling.key.item)


def _alert(group: Sequence[News], document: Document) -> Iterator[Alert]:
    (case, found), *others = group
    lead, telling = found[0], case.telling
    touched = telling.touched
    for other, _ in others:
        touched = touched | other.telling.touched
    further = [hit for _, own in others for hit in own]
    also = sorted({hit.rule for hit in (*found[1:], *further)} - {lead.rule}, key=RULES.index)
    said = [lead.words, *(hit.words for hit in (*found[1:], *further))]
    law = _law_words(case, touched)
    claims = {told.claim.id: told.claim for each, _ in group for told in each.telling.claims}
    sentences = dict.fromkeys(sentence_of(document, claim.quote) for claim in claims.values())
    yield Alert(
        at=telling.at,
        rule=lead.rule,
        flow=telling.key,
        key=lead.key,
        entry=telling.entry,
        claims=tuple(claims),
        provisions=tuple(sorted(touched.engaged | touched.contested | touched.unknown)),
        beyond=tuple(sorted(touched.beyond)),
        flows=tuple(each.telling.key for each, _ in group),
        reason=". ".join(filter(None, (*_told_once(said), law))),
        compared=(*lead.compared, *_evidence(telling)),
        also=tuple(also),
        sentences=_apart(sentences),
    )


def _told_once(said: Iterable[str]) -> Iterator[str]:
    for place, words in enumerate(dict.fromkeys(said)):
        yield words[:1].upper() + words[1:] if place == 0 else f"Also: {words}"


def _law_words(case: Case, touched: Touched) -> str:
    parts = []
    for verdict in ("engaged", "contested", "unknown"):
        names: frozenset[str] = getattr(touched, verdict)
        if names:
            parts.append(f"{verdict}: {', '.join(sorted(names))}")
    if touched.beyond and not parts:
        named, target = ", ".join(sorted(touched.beyond)), case.telling.key.recipient
        parts.append(f"binds neither side, but {target} is its target: {named}")
    whole = "; ".join(parts)
    return whole[:1].upper() + whole[1:]


def _evidence(telling: Telling) -> Iterator[tuple[str, str]]:
    statuses = dict.fromkeys(told.claim.status for told in telling.claims)
    yield "status", ", ".join(statuses)
    yield "origins", ", ".join(dict.fromkeys(saying.origin for saying in telling.sayings))
    scores = [told.claim.score for told in telling.claims if told.claim.score is not None]
    if scores:
        yield "score", f"{max(scores):.3f}"
    yield (
        "goods",
        ", ".join(dict.fromkeys(t.claim.designation or t.claim.item_text for t in telling.claims)),
    )


def _apart(sentences: Mapping[Sentence, None]) -> tuple[Sentence, ...]:
    """Leave out a sentence that another one holds."""
    every = sorted(sentences, key=lambda each: (each.start, -each.end))
    kept: list[Sentence] = []
    for each in every:
        if not kept or each.end > kept[-1].end:
            kept.append(each)
    return tuple(kept)
