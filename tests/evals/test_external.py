"""The adapters for benchmarks of others, on tiny samples of our own writing in their form."""

import json

import pytest

from embargo_watch.scoring import Ratio

pytest.importorskip("spacy")

SENTENCES = [
    ["It", "rained", "."],
    ["The", "museum", "sold", "a", "painting", "to", "the", "club", "on", "Monday", "."],
    ["Nobody", "saw", "it", "."],
]
"""Tokens 0-2, 3-13 and 14-17."""


def window(kind="transaction.transferownership.n/a", trigger=(5, 5), links=()):
    """One window in the benchmark's form, with its event and arguments."""
    first, last = trigger
    return {
        "doc_key": "x",
        "sentences": SENTENCES,
        "evt_triggers": [[first, last, [[kind, 1.0]]]],
        "gold_evt_links": [[[first, last], list(span), f"evt139arg01{r}"] for span, r in links],
    }


LINKS = [((3, 4), "giver"), ((7, 7), "artifact"), ((10, 10), "recipient"), ((12, 12), "place"),
         ((16, 16), "artifact")]  # fmt: skip


@pytest.fixture
def rams(tmp_path):
    """A file with one event that counts and two that do not."""
    path = tmp_path / "test.jsonlines"
    lines = [window(links=LINKS), window("life.die.n/a"), window("movement.transportperson.n/a")]
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


def test_only_transfers_and_the_roles_of_our_slots_are_asked_for(rams):
    """Offsets count in the trigger's sentence; an argument elsewhere is counted as outside."""
    from evals.external.rams_data import GOODS, Argument, events

    (event,) = events(rams, GOODS)

    assert event.tokens == tuple(SENTENCES[1])
    assert event.trigger == (2, 2)
    assert event.arguments == {
        Argument("supplier", 0, 1), Argument("item", 4, 4), Argument("recipient", 7, 7),
    }  # fmt: skip
    assert event.outside == 1


def test_a_file_of_another_form_is_named(tmp_path):
    """The line that is no event is in the message."""
    from evals.external.rams_data import GOODS, events

    path = tmp_path / "test.jsonlines"
    path.write_text('{"sentences": []}\n', encoding="utf-8")

    with pytest.raises(ValueError, match=r"test\.jsonlines:1"):
        list(events(path, GOODS))


def test_our_constructions_read_any_noun_phrase(rams):
    """Neither a museum nor a painting is in our lexicon; the construction is."""
    from evals.external.constructions import by_constructions
    from evals.external.rams import measured
    from evals.external.rams_data import GOODS, events

    exact, heads = measured(list(events(rams, GOODS)), by_constructions)

    assert exact == Ratio(2, 3, 4)  # "museum" lacks its article
    assert heads == Ratio(3, 3, 4)


def test_the_baselines_know_no_construction(rams):
    """One goes by labels, one by distance; both see the same phrases."""
    from evals.external.baselines import by_dependency, by_distance
    from evals.external.rams import measured
    from evals.external.rams_data import GOODS, events

    told = list(events(rams, GOODS))

    assert measured(told, by_dependency)[1] == Ratio(3, 3, 4)
    assert measured(told, by_distance)[1] == Ratio(3, 3, 4)


def test_phrases_leave_out_articles_and_stop_at_the_trigger():
    """ "drug" beside the trigger "smuggling" is a phrase of its own."""
    from embargo_watch.extract.parser import parse
    from evals.external.phrases import phrases

    (doc,) = parse(["The old museum fought drug smuggling."])
    place = next(token.i for token in doc if token.text == "smuggling")

    assert [doc[p.first : p.last + 1].text for p in phrases(doc, range(place, place + 1))] == [
        "old museum", "drug",
    ]  # fmt: skip


TEXT = "The mayor said that it would rain. Snow fell. “Go home,” the clerk of the club warned.\n"


def _note(number, kind, words):
    start = TEXT.index(words)
    return f"T{number}\t{kind} {start} {start + len(words)}\t{words}"


@pytest.fixture
def polnear(tmp_path):
    """A part of the benchmark with one text: two attributions by verbs of saying, one not."""
    notes = [
        _note(1, "Source", "The mayor"), _note(2, "Cue", "said"),
        _note(3, "Content", "it would rain"), _note(4, "Attribution", "said"),
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        _note(5, "Source", "the clerk of the club"), _note(6, "Cue", "warned"),
        _note(7, "Content", "“Go home,”"), _note(8, "Attribution", "warned"),
        "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7",
        _note(9, "Cue", "fell"), _note(10, "Content", "Snow"),
        "E3\tAttribution-no-source:T9 Cue:T9 Content:T10",
    ]  # fmt: skip
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("aa", "bb"):
        file = tmp_path / "attributions" / f"one_{annotator}.ann"
        file.write_text("\n".join(notes if annotator == "aa" else []), encoding="utf-8")
    return tmp_path


def test_attributions_are_read_of_one_annotator(polnear):
    """The first by name; one without a source stays, and says so."""
    from evals.external.polnear_data import texts

    (one,) = texts(polnear)

    assert [TEXT[a:b] for part in one.attributions for a, b in part.cue] == [
        "said", "warned", "fell",
    ]  # fmt: skip
    assert one.attributions[2].sources == ()


def test_interrupted_words_are_several_stretches():
    """The form tells them with a semicolon."""
    from evals.external.polnear_data import attributions

    lines = ["T1\tContent 0 5;9 12\tabcde xyz", "T2\tCue 6 8\tso", "E1\tCue:T2 Content:T1"]

    assert next(attributions(lines)).content == ((0, 5), (9, 12))


def test_sources_are_asked_of_verbs_of_saying_alone(polnear):
    """Each stretch of content in the sentence of its verb is one question."""
    from evals.external.polnear import by_subject, measured, questions
    from evals.external.polnear_data import texts

    (one,) = texts(polnear)
    asked = list(questions(one))

    assert len(asked) == 2
    assert measured(asked, by_subject) == Ratio(2, 2, 2)


def test_our_voices_answer_by_name_or_noun(polnear):
    """The mayor vouches for the rain, the clerk for the warning."""
    from evals.external.polnear import by_voices, measured, questions
    from evals.external.polnear_data import texts

    (one,) = texts(polnear)
    ratio = measured(list(questions(one)), by_voices)

    assert ratio.true == 2
    assert ratio.hit >= 1


@pytest.mark.parametrize("name", ["rams", "polnear"])
def test_each_is_a_command(name, request, capsys):
    """It prints a line a reader, and says how to call it where no path is given."""
    from importlib import import_module

    main = import_module(f"evals.external.{name}").main

    assert main([str(request.getfixturevalue(name))]) == 0
    out = capsys.readouterr().out
    assert "our " in out
    assert "baseline: " in out
    assert main([]) == 2
