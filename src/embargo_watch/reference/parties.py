"""Tell which words of a report stand for which party, and which only look as if they did."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import get_args

from embargo_watch.errors import InvalidReference
from embargo_watch.model.party import Party, PartyKind, PartyWord, WordClass
from embargo_watch.reference.fields import ISO_DATE, entries, mapping_of, strings, text_of
from embargo_watch.reference.yaml_files import load

STATE_FILES = tuple(
    f"parties/{region}.yaml" for region in ("africa", "americas", "asia", "europe", "oceania")
)
GROUP_FILES = ("parties/groups.yaml", "parties/blocs.yaml")
LEADERS = "parties/leaders.yaml"
COMPANIES = "parties/companies.yaml"
NOBODY = "parties/nobody.yaml"

_CLASS_OF_FIELD: Mapping[str, WordClass] = MappingProxyType(
    {
        "names": "name",
        "demonyms": "demonym",
        "capitals": "capital",
        "government": "government",
        "forces": "forces",
        "places": "place",
    }
)
_ANY_CASE_CLASSES = ("name", "demonym", "leader")
_SHORT = 6
_SHORTEST_IN_CAPITALS = 4
_LONGER_IN_CAPITALS: Mapping[WordClass, int] = MappingProxyType({"government": 6, "company": 6})
"""Short ones are met in headlines as other words (``RADA``, ``INTEL``)."""

_BESIDE = "beside_territory"
"""The field of words that stand for a group only where the state it acts in is named as well."""


@cache
def parties() -> Mapping[str, Party]:
    """All parties by id, each with every word that stands for it.

    Raises InvalidReference, naming file, entry and field, if a data file breaks its schema or if
    one word stands for two parties on the same day.
    """
    extra: dict[str, list[PartyWord]] = {}
    for party_id, word in (*_leader_words(), *_company_words()):
        extra.setdefault(party_id, []).append(word)
    found: dict[str, Party] = {}
    for file_name in (*STATE_FILES, *GROUP_FILES):
        for entry in entries(load(file_name), file_name):
            party = _party(entry, file_name, extra)
            if party.id in found:
                raise InvalidReference(f"data/{file_name}: {party.id}: id is used twice")
            found[party.id] = party
    _refuse_strangers(extra, found)
    _refuse_shared_words(found)
    return MappingProxyType(found)


@cache
def party_words() -> tuple[tuple[PartyWord, Party], ...]:
    """Every word with its party, longest word first, as a longest-match scan wants them."""
    pairs = [(word, party) for party in parties().values() for word in party.words]
    pairs.sort(key=lambda pair: (-len(pair[0].text), pair[0].text, pair[0].since, pair[1].id))
    return tuple(pairs)


def senses(text: str) -> tuple[tuple[PartyWord, Party], ...]:
    """Every sense of one surface form, in the case of the data files; () where it has none.

    A person may stand for a party in several terms of office (Trump) or for two parties one after
    the other (Rutte): ask ``in_office`` for each.
    """
    return _senses().get(text, ())


@cache
def words_of_class(word_class: WordClass) -> tuple[tuple[PartyWord, Party], ...]:
    """The words of one class (all demonyms, all capitals) with their parties, longest first."""
    return tuple(pair for pair in party_words() if pair[0].word_class == word_class)


@cache
def blockers() -> tuple[str, ...]:
    """Phrases that hold a party's word and stand for nobody, longest first; any case counts."""
    found: set[str] = set()
    for section, lists in mapping_of(load(NOBODY), NOBODY, "the file").items():
        for phrases in entries(lists, NOBODY):
            for phrase in strings({section: phrases}, section, NOBODY, section):
                found.update(_spellings(phrase))
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def in_office(word: PartyWord, day: str) -> bool:
    """Whether the word stands for its party on an ISO day ("" for an unknown day: yes)."""
    if not day:
        return True
    return word.since <= day and (not word.until or day < word.until)


@cache
def _senses() -> Mapping[str, tuple[tuple[PartyWord, Party], ...]]:
    found: dict[str, list[tuple[PartyWord, Party]]] = {}
    for word, party in party_words():
        found.setdefault(word.text, []).append((word, party))
    return {text: tuple(pairs) for text, pairs in found.items()}


def _party(entry: object, file_name: str, extra: Mapping[str, list[PartyWord]]) -> Party:
    record = mapping_of(entry, file_name, "an entry")
    party_id = text_of(record, "id", file_name, "an entry")
    kind = text_of(record, "kind", file_name, party_id, default="state")
    known: Mapping[str, PartyKind] = {name: name for name in get_args(PartyKind)}
    if kind not in known:
        raise InvalidReference(f"data/{file_name}: {party_id}: kind: {kind!r} is unknown")
    words = [*_own_words(record, file_name, party_id), *extra.get(party_id, ())]
    return Party(
        id=party_id,
        kind=known[kind],
        name=text_of(record, "name", file_name, party_id),
        words=tuple(dict.fromkeys(words)),
        territory_of=text_of(record, "territory_of", file_name, party_id, default=""),
    )


def _own_words(record: Mapping[str, object], file_name: str, party_id: str) -> Iterator[PartyWord]:
    cased = frozenset(strings(record, "cased", file_name, party_id))
    unknown = record.keys() - _CLASS_OF_FIELD.keys()
    unknown -= {"id", "kind", "name", "territory_of", "cased", "members", _BESIDE}
    if unknown:
        raise InvalidReference(f"data/{file_name}: {party_id}: unknown field {min(unknown)!r}")
    for field, word_class in _CLASS_OF_FIELD.items():
        for text in strings(record, field, file_name, party_id):
            yield from _forms(text, word_class, cased)
    state = text_of(record, "territory_of", file_name, party_id, default="")
    for text in strings(record, _BESIDE, file_name, party_id):
        yield PartyWord(text=text, word_class="name", cased=False, beside=state)


def _leader_words() -> Iterator[tuple[str, PartyWord]]:
    for party_id, people in mapping_of(load(LEADERS), LEADERS, "the file").items():
        for person in entries(people, LEADERS):
            record = mapping_of(person, LEADERS, party_id)
            since, until = (_day(record, field, party_id) for field in ("since", "until"))
            if until and until <= since:
                raise InvalidReference(f"data/{LEADERS}: {party_id}: until: {until} is too early")
            cased = frozenset(strings(record, "cased", LEADERS, party_id))
            for text in strings(record, "words", LEADERS, party_id):
                for word in _forms(text, "leader", cased, since=since, until=until):
                    yield party_id, word


def _company_words() -> Iterator[tuple[str, PartyWord]]:
    content = mapping_of(load(COMPANIES), COMPANIES, "the file")
    for party_id in content:
        for text in strings(content, party_id, COMPANIES, party_id):
            for word in _forms(text, "company", frozenset()):
                yield party_id, word


def _day(record: Mapping[str, object], field: str, party_id: str) -> str:
    day = text_of(record, field, LEADERS, party_id, default="")
    if day and not ISO_DATE.fullmatch(day):
        raise InvalidReference(f"data/{LEADERS}: {party_id}: {field}: {day!r} is no ISO date")
    return day


def _forms(
    text: str, word_class: WordClass, cased: frozenset[str], *, since: str = "", until: str = ""
) -> Iterator[PartyWord]:
    only_as_given = _only_as_given(text, word_class) or text in cased
    spellings = _spellings(text)
    if only_as_given and _is_long_enough_for_capitals(text, word_class):
        spellings += _spellings(text.upper())
    for spelling in spellings:
        yield PartyWord(
            text=spelling, word_class=word_class, cased=only_as_given, since=since, until=until
        )


def _only_as_given(text: str, word_class: WordClass) -> bool:
    letters = sum(character.isalpha() for character in text)
    return word_class not in _ANY_CASE_CLASSES or letters < _SHORT or text == text.upper()


def _is_long_enough_for_capitals(text: str, word_class: WordClass) -> bool:
    shortest = _LONGER_IN_CAPITALS.get(word_class, _SHORTEST_IN_CAPITALS)
    return len(text) >= shortest and text != text.upper()


def _spellings(text: str) -> tuple[str, ...]:
    """The straight and the typographic apostrophe are one word to a reader."""
    return tuple(dict.fromkeys((text.replace("’", "'"), text.replace("'", "’"))))


def _refuse_strangers(extra: Mapping[str, object], found: Mapping[str, Party]) -> None:
    strangers = extra.keys() - found.keys()
    if strangers:
        raise InvalidReference(
            f"data/{LEADERS} or data/{COMPANIES}: {min(strangers)!r} is no party's id"
        )


def _refuse_shared_words(found: Mapping[str, Party]) -> None:
    """One surface may stand for two parties only in terms of office that never overlap."""
    owners: dict[str, list[tuple[PartyWord, str]]] = {}
    for party in found.values():
        for word in party.words:
            for other, owner in owners.setdefault(word.text, []):
                if owner != party.id and _overlap(word, other):
                    raise InvalidReference(
                        f"data/parties: {word.text!r} stands for {owner} and for {party.id}"
                    )
            owners[word.text].append((word, party.id))


def _overlap(one: PartyWord, other: PartyWord) -> bool:
    starts_before_end = not other.until or one.since < other.until
    return starts_before_end and (not one.until or other.since < one.until)
