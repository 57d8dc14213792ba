"""The encoder of the package: what it judges, and that it judges alike everywhere."""

import hashlib

import numpy as np
import pytest

from embargo_watch.extract.encoder import Question, encoder
from embargo_watch.extract.windows import windows
from embargo_watch.reference.encoder import vocabulary

TEXT = (
    "South Korea says North Korea has shipped missiles and shells to Russia. Pyongyang denies it. "
    "Iran, the White House fears, may yet send drones to Moscow."
)
GOLDEN = "0ec857dded089fc80b8137742cf83342b66988b92c9e8fe9957108befaa9d407"
"""The digest of every logit below, as first computed: other machines must give the same."""


@pytest.fixture(scope="module")
def window(document_of):
    """The one window of a text with several parties and goods."""
    (found,) = windows(document_of(TEXT), vocabulary())
    return found


def _judge(window, proposals, told):
    (judgement,) = encoder().judge([Question(window, proposals, told)])
    return judgement


def _bytes(judgement):
    parts = (judgement.held, judgement.statuses, judgement.kinds, judgement.denied_too)
    speaks = np.array([judgement.speaks[p] for p in sorted(judgement.speaks)], dtype=np.float32)
    return b"".join(np.ascontiguousarray(part).tobytes() for part in (*parts, speaks))


def test_a_proposal_is_judged_alike_whatever_is_judged_beside_it(window):
    """Alone, among all, in another order: the same number to the last digit."""
    proposals = window.proposals()
    whole = _judge(window, proposals, {})
    mixed = _judge(window, proposals[::-1], {})

    assert np.array_equal(whole.held, mixed.held[::-1])
    for place in (0, 7, len(proposals) - 1):
        alone = _judge(window, proposals[place : place + 1], {})
        assert np.array_equal(alone.statuses[0], whole.statuses[place])
        assert alone.held[0] == whole.held[place]
        assert alone.speaks == whole.speaks


def test_a_window_is_judged_alike_whatever_window_is_judged_beside_it(window, document_of):
    """Many at once or one by one, in few rows or many: the same numbers to the last digit."""
    (other,) = windows(document_of("Iran sent Russia drones, Kyiv says."), vocabulary())
    few = Question(other, other.proposals(), {})
    many = Question(window, window.proposals(), {})
    alone = {id(q): encoder().judge([q])[0] for q in (few, many)}

    for asked in ([few, many], [many, few, many], [few] * 40):
        for question, judged in zip(asked, encoder().judge(asked), strict=True):
            assert _bytes(judged) == _bytes(alone[id(question)])


def test_the_rules_word_is_heard(window):
    """A proposal that the rules tell firmly is judged otherwise than one that they do not."""
    triple = ("PRK", "RUS", "missiles")
    silent, told = (_judge(window, [triple], rows).held[0] for rows in ({}, {triple: 1}))

    assert told > silent


def test_what_is_said_is_likelier_than_its_reverse(window):
    """Who gives and who gets is read from the text, not from who stands near."""
    judged = _judge(window, window.proposals(), {})
    weights = dict(zip(judged.proposals, judged.held, strict=True))

    assert weights["PRK", "RUS", "missiles"] > 0 > weights["RUS", "PRK", "missiles"]
    assert weights["PRK", "RUS", "ammunition"] > weights["KOR", "RUS", "ammunition"]


def test_every_machine_computes_the_same_numbers(window):
    """No digit depends on the order in which a processor adds."""
    judged = _judge(window, window.proposals(), {("PRK", "RUS", "missiles"): 1})

    assert hashlib.sha256(_bytes(judged)).hexdigest() == GOLDEN
