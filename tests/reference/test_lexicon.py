"""The words of a language reach the extract stage whole, and a broken list is named."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.function_words import FunctionWords, function_words
from embargo_watch.reference.lexicon import FRAMES, lexicon
from embargo_watch.reference.spelling import spelling
from embargo_watch.reference.statements import statements
from embargo_watch.reference.times import times
from embargo_watch.reference.weights import role_weights


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """Put a file in place of one under data/, for as long as the test runs."""
    from embargo_watch.reference import yaml_files

    caches = (yaml_files.load, function_words, spelling, statements, role_weights)

    def put(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        monkeypatch.setattr(yaml_files, "data_root", lambda: tmp_path)
        for cached in caches:
            cached.cache_clear()

    yield put
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


@pytest.mark.parametrize(
    ("form", "frame"),
    [("sent", "give"), ("supplying", "give"), ("bought", "get"), ("armed", "equip"),
     ("urges", "ask"), ("fired", "use"), ("seized", "seize"), ("approved", "decide")],
)  # fmt: skip
def test_every_form_of_a_verb_opens_its_frame(form, frame):
    """Forms are listed, so that no language needs a lemmatizer."""
    assert lexicon("en").opens(form, frame)


def test_near_misses_open_no_frame():
    """Verbs that move nothing are not in the lexicon."""
    assert not any(lexicon("en").opens("met", frame) for frame in FRAMES)
    assert not lexicon("en").opens("sends off", "give")


def test_a_base_form_is_found_for_its_frame_only():
    """ "Order" is a verb of getting."""
    assert lexicon("en").base("ordered", "get") == "order"
    assert lexicon("en").base("ordered", "seize") == ""


def test_an_unknown_list_of_cues_is_a_mistake_of_ours():
    """The message names the file and the list."""
    with pytest.raises(InvalidReference, match=r"cues\.yaml has no list 'nowhere'"):
        lexicon("en").cue("nowhere")


@pytest.mark.parametrize(
    ("word", "plural"),
    [("battery", "batteries"), ("convoy", "convoys"), ("torch", "torches"), ("mortar", "mortars"),
     ("fuze", "fuzes"), ("cache", "caches"), ("gas", "gases"), ("box", "boxes")],
)  # fmt: skip
def test_regular_plurals(word, plural):
    """The first rule that fits the end of a word counts."""
    assert spelling("en").plural(word) == plural


def test_function_words_are_lower_case_and_never_empty():
    """YAML reads a bare "on" as true: every entry is text."""
    words = function_words("en")
    for name in FunctionWords.__dataclass_fields__:
        some = getattr(words, name)
        assert some, name
        assert all(word == word.lower() for word in some), name


@pytest.mark.parametrize(
    ("content", "named"),
    [("getter: [to]\n", "missing or unknown: "), ("{}\n", "missing or unknown: .*getter")],
)
def test_missing_function_words_are_named(broken, content, named):
    """A second language that lacks a list says which."""
    broken("lexicon/xx/function_words.yaml", content)

    with pytest.raises(InvalidReference, match=named):
        function_words("xx")


def test_a_pattern_that_is_none_is_named(broken):
    """A broken regular expression names file and field."""
    broken("lexicon/xx/spelling.yaml", "abbreviations: [Mr]\nplurals: [{end: '(', put: s}]\n")

    with pytest.raises(InvalidReference, match=r"spelling\.yaml"):
        spelling("xx")


def test_weights_without_a_table_are_refused(broken):
    """The table that is missing is named."""
    broken("lexicon/xx/roles.yaml", "accept: 0\nsupplier: {}\nclaim: {}\n")

    with pytest.raises(InvalidReference, match="recipient"):
        role_weights("xx")


def test_no_weight_speaks_of_a_party():
    """What was learned holds for parties that no one has written about yet."""
    from embargo_watch.reference.parties import parties

    weights = role_weights("en")
    parts = {
        part
        for table in (weights.supplier, weights.recipient, weights.claim)
        for feature in table
        for part in feature.replace("&", ":").split(":")
    }

    assert not parts & parties().keys()


def test_times_hold_every_month_and_weekday():
    """Each has a number."""
    assert set(times("en").months.values()) == set(range(1, 13))
    assert set(times("en").weekdays.values()) == set(range(7))


def test_statements_compile():
    """The sieve passes what the patterns behind it would find."""
    known = statements("en")

    assert known.any_of_it.search("This violates a resolution.")
    assert not known.any_of_it.search("Iran sent missiles to Russia.")
