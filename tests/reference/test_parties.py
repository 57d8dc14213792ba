"""The words of parties: complete by the standard, and careful with names that mislead."""

import pycountry
import pytest
from babel import Locale

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import parties as module
from embargo_watch.reference import shorthand as shorthand_module
from embargo_watch.reference.parties import (
    blockers,
    in_office,
    parties,
    party_words,
    senses,
    words_of_class,
)
from embargo_watch.reference.shorthand import shorthand

CODEBOOK_GROUPS = {
    "houthi", "hezbollah", "hamas", "taliban", "wagner", "rsf", "m23", "al-shabaab", "isil",
    "haftar", "eu", "nato", "un", "west", "separatists-ukr", "syria-rebels", "tigray", "gangs-hti",
    "kurds", "palestinian-islamic-jihad",
}  # fmt: skip
NOT_IN_ISO = {"XKX"}


def holders(text, day=""):
    """The ids of the parties that a surface form stands for on a day."""
    return {party.id for word, party in senses(text) if in_office(word, day)}


def test_every_state_of_iso_3166_is_a_party():
    """No state or territory of ISO 3166-1 is missing and none is invented, Kosovo apart."""
    ours = {party.id for party in parties().values() if party.kind == "state"}

    assert ours - NOT_IN_ISO == {country.alpha_3 for country in pycountry.countries}


def test_every_state_answers_to_its_english_name_in_cldr():
    """The name that CLDR gives a territory stands for that territory and for no other."""
    territories = Locale("en").territories
    wanted = {
        country.alpha_3: territories[country.alpha_2].replace("’", "'")
        for country in pycountry.countries
    }
    known = {code: {word.text for word in parties()[code].words} for code in wanted}
    spelled_out = {"HKG", "MAC", "PSE", "COD", "COG", "MMR"}  # "Hong Kong SAR China" and the like

    assert {code for code, name in wanted.items() if name not in known[code]} <= spelled_out, (
        "a territory does not answer to its name"
    )


def test_every_group_of_the_codebook_is_a_party():
    """Claims may name each id of the codebook's list, so that each must have words."""
    assert set(parties()) >= CODEBOOK_GROUPS
    assert all(parties()[group].words for group in CODEBOOK_GROUPS)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("U.S.", "USA"), ("USA", "USA"), ("Americans", "USA"), ("White House", "USA"),
        ("UK", "GBR"), ("Briton", "GBR"), ("Downing Street", "GBR"), ("UAE", "ARE"),
        ("DPRK", "PRK"), ("N. Korea", "PRK"), ("NKorea", "PRK"), ("KCNA", "PRK"), ("ROK", "KOR"),
        ("South Korean", "KOR"), ("Dutch", "NLD"), ("Kiev", "UKR"), ("Kyiv", "UKR"),
        ("Kremlin", "RUS"), ("IRGC", "IRN"), ("Revolutionary Guards", "IRN"), ("IDF", "ISR"),
        ("Türkiye", "TUR"), ("Niger", "NER"), ("Nigeria", "NGA"),
        ("Brussels", "eu"), ("Europe", "eu"), ("the West", "west"), ("G7", "west"),
        ("Ansar Allah", "houthi"), ("LNA", "haftar"), ("Daesh", "isil"), ("TPLF", "tigray"),
        ("Baykar", "TUR"), ("Rheinmetall", "DEU"), ("Lockheed Martin", "USA"),
    ],
)  # fmt: skip
def test_words_that_stand_for_a_party(text, party):
    """Names, short forms, demonyms, capitals, governments and companies stand for their party."""
    assert holders(text) == {party}


@pytest.mark.parametrize("text", ["SAF", "CAR", "G9", "GNU", "SPLA", "NISA"])
def test_short_forms_that_mean_much_else_are_no_words_of_reports(text):
    """Only a command reads them, where a party is asked for."""
    assert holders(text) == set()
    assert text.casefold() in shorthand()


def test_shorthand_for_a_stranger_is_refused(monkeypatch):
    """A slip in the file is named, as in every data file."""
    monkeypatch.setattr(shorthand_module, "load", lambda name: {"AAA": ["ABC"]})

    with pytest.raises(InvalidReference, match=r"shorthand.yaml: 'AAA' is no party's id"):
        shorthand.__wrapped__()


def test_one_short_form_for_two_parties_is_refused(monkeypatch):
    """Nobody could tell who is meant."""
    monkeypatch.setattr(shorthand_module, "load", lambda name: {"SDN": ["SAF"], "SGP": ["saf"]})

    with pytest.raises(InvalidReference, match="SGP: 'saf' is used twice"):
        shorthand.__wrapped__()


def test_sanaa_is_a_place_and_aden_a_seat():
    """The Houthis hold Sanaa, so that it does not stand for the recognised government."""
    assert {word.word_class for word, _ in senses("Sanaa")} == {"place"}
    assert {word.word_class for word, _ in senses("Aden")} == {"capital"}


def test_jnim_is_a_group_of_its_own():
    """It has its own entry on the list of ISIL and Al-Qaida."""
    assert holders("JNIM") == {"jnim"}


def test_brussels_is_not_belgium():
    """The codebook reads Brussels as the union, so that Belgium has no capital's word."""
    assert not [word for word in parties()["BEL"].words if word.word_class == "capital"]


@pytest.mark.parametrize(
    "text", ["Korea", "Korean", "Johnson", "Austin", "Wallace", "Cleverly", "Soviet", "Michel"]
)
def test_words_that_stand_for_nobody_alone(text):
    """A peninsula is no party, and a common surname needs its first name."""
    assert holders(text) == set()


@pytest.mark.parametrize(
    "text", ["US", "Turkey", "Jordan", "Chad", "Mali", "Polish", "China", "Xi"]
)
def test_a_name_that_is_also_a_word_counts_only_in_its_case(text):
    """'us', 'turkey' and 'polish' are words, not parties."""
    assert all(word.cased for word, _ in senses(text))


def test_a_long_name_counts_in_any_case():
    """Headlines in capitals still name Ukraine and Putin, and need no form of their own."""
    found = [word for text in ("Ukraine", "Zelensky", "Russian") for word, _ in senses(text)]

    assert found
    assert not any(word.cased for word in found)


def test_a_cased_name_counts_in_capitals_too():
    """'TURKEY SENDS' in a headline is the state."""
    assert holders("TURKEY") == {"TUR"}


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Biden", "2023-05-01", {"USA"}),
        ("Biden", "2025-02-01", set()),
        ("Trump", "2018-01-01", {"USA"}),
        ("Trump", "2022-01-01", set()),
        ("Trump", "2025-01-20", {"USA"}),
        ("Boris Johnson", "2022-09-05", {"GBR"}),
        ("Boris Johnson", "2022-09-06", set()),
        ("Rutte", "2023-01-01", {"NLD"}),
        ("Rutte", "2024-08-01", set()),
        ("Rutte", "2024-10-01", {"nato"}),
        ("Kaja Kallas", "2023-01-01", {"EST"}),
        ("Kaja Kallas", "2025-01-01", {"eu"}),
        ("Prigozhin", "2023-01-01", {"wagner"}),
    ],
)
def test_a_leader_stands_for_a_party_only_in_office(text, day, expected):
    """The first day in office counts, the first day out of it does not."""
    assert holders(text, day) == expected


@pytest.mark.parametrize(
    "phrase",
    ["Washington Post", "Moscow Times", "Kyiv Independent", "South China Sea", "Indian Ocean",
     "West Virginia", "West Ham", "French fries", "Bank of England", "Lebanon, Ohio"],
)  # fmt: skip
def test_a_phrase_that_hides_a_party(phrase):
    """Papers, seas, clubs and dishes named after a state do not stand for it."""
    assert phrase in blockers()
    assert senses(phrase) == ()


def test_every_blocker_hides_some_word():
    """A phrase that holds no party's word would block nothing and mislead the reader."""
    words = {word.text.casefold() for word, _ in party_words()}
    idle = [phrase for phrase in blockers() if not any(word in phrase.casefold() for word in words)]

    assert idle == []


def test_longest_words_come_first():
    """A longest-match scan meets 'South Sudan' before 'Sudan'."""
    lengths = [len(word.text) for word, _ in party_words()]

    assert lengths == sorted(lengths, reverse=True)


def test_words_of_one_class():
    """Grammar asks for all demonyms, to read 'Ukrainian forces'."""
    demonyms = {word.text: party.id for word, party in words_of_class("demonym")}

    assert demonyms["Ukrainian"] == "UKR"
    assert "Ukraine" not in demonyms


def test_one_word_for_two_parties_is_refused(monkeypatch):
    """Two parties cannot share a word on the same day: the file is named, and the word."""
    state = {"id": "AAA", "name": "Aland", "names": ["Aland"]}
    content = {name: [] for name in (*module.STATE_FILES, *module.GROUP_FILES)} | {
        module.LEADERS: {},
        module.COMPANIES: {},
    }
    content[module.STATE_FILES[0]] = [state, state | {"id": "BBB"}]
    monkeypatch.setattr(module, "load", content.__getitem__)

    with pytest.raises(InvalidReference, match="'Aland' stands for AAA and for BBB"):
        module.parties.__wrapped__()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"id": "AAA"}, "AAA: name: text is expected"),
        ({"id": "AAA", "name": "A", "kind": "realm"}, "AAA: kind: 'realm' is unknown"),
        ({"id": "AAA", "name": "A", "nmaes": []}, "AAA: unknown field 'nmaes'"),
        ({"id": "AAA", "name": "A", "names": [1]}, "AAA: names: trimmed text is expected, not 1"),
    ],
)
def test_a_broken_entry_is_named(monkeypatch, entry, message):
    """File, entry and field stand in the message, so that an analyst can mend it."""
    content = {name: [] for name in (*module.STATE_FILES, *module.GROUP_FILES)} | {
        module.LEADERS: {},
        module.COMPANIES: {},
    }
    content[module.STATE_FILES[0]] = [entry]
    monkeypatch.setattr(module, "load", content.__getitem__)

    with pytest.raises(InvalidReference, match=f"africa.yaml: {message}"):
        module.parties.__wrapped__()
