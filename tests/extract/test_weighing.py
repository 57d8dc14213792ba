"""What the encoder's word does to what the rules found, with a stand-in that says what is asked."""

from dataclasses import replace

import numpy as np
import pytest

from embargo_watch.extract.decision import PUT
from embargo_watch.extract.encoder import Judgement
from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.extract.weighing import DOUBTED, RULE, SURELY, questions, weighed
from embargo_watch.resolve import validate

SURE = 9.0
KINDS = ("transfer", "use", "interdiction")


class Reader:
    """Holds just the proposals that it is given, each with a kind and a status."""

    def __init__(self, held, weight=SURE):
        self._held, self._weight = held, weight

    def judge(self, questions):
        """Judgements that are sure of everything."""
        return [self._sure(one.window, one.proposals) for one in questions]

    def _sure(self, window, proposals):
        ways = [self._held.get(proposal) for proposal in proposals]
        return Judgement(
            proposals,
            np.array([self._weight if way else -SURE for way in ways], dtype=np.float32),
            np.array([[SURE if way and way[1] == s else 0 for s in PUT] for way in ways]),
            np.array([[SURE if way and way[0] == k else -SURE for k in KINDS] for way in ways]),
            np.array([-SURE] * len(proposals), dtype=np.float32),
            dict.fromkeys(window.parties, -SURE),
        )


@pytest.fixture
def weigh(document_of):
    """Read a text with a stand-in that holds the proposals given."""

    def read(text, held, *, weight=SURE, **given):
        document = document_of(text, **given)
        judge = Reader(held, weight)
        (found,) = EnglishExtractor(weighs=True, judge=judge).extract([document])
        return validate(document, found.candidates, "test")[0], found.rejected

    return read


def test_what_both_hold_stays_with_its_score(weigh):
    """The rule keeps its name; the weight is shown beside it."""
    held = {("PRK", "RUS", "missiles"): ("transfer", "asserted")}
    (claim,), _ = weigh("North Korea sent missiles to Russia.", held)

    assert claim.supplier == ("PRK",)
    assert claim.rule == "gives"
    assert claim.score == pytest.approx(1.0, abs=0.01)


def test_what_the_encoder_speaks_against_is_refused_by_name(weigh):
    """It is counted and can be listed, with its weight."""
    claims, rejected = weigh("North Korea sent missiles to Russia.", {})

    assert claims == ()
    assert [one.score for one in rejected if one.rule == DOUBTED] == [pytest.approx(0, abs=0.01)]


def test_what_no_construction_tells_is_added_with_its_words(weigh):
    """Every side is a mention in the text, the goods stand in a sentence that was read."""
    text = "Moscow and Pyongyang are friends. Russia got missiles."
    held = {("PRK", "RUS", "missiles"): ("transfer", "asserted")}
    claims, _ = weigh(text, held)
    (claim,) = claims

    assert (claim.supplier, claim.recipient, claim.rule) == (("PRK",), ("RUS",), RULE)
    assert claim.score == pytest.approx(1.0, abs=0.01)
    for spans in claim.spans.values():
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_to_a_long_text_only_what_is_sure_is_added_and_nothing_is_refused(weigh):
    """The encoder has learned from short texts: the rules' word stands, its own must be sure."""
    padding = "The weather was fine and the talks were long. " * 40
    text = f"Moscow and Pyongyang are friends. Russia got missiles. {padding}"
    held = {("PRK", "RUS", "missiles"): ("transfer", "asserted")}
    sure, _ = weigh(text, held)
    doubtful, _ = weigh(text, held, weight=SURELY - 1)
    kept, rejected = weigh(f"North Korea sent missiles to Russia. {padding}", {})

    assert [claim.rule for claim in sure if claim.supplier == ("PRK",)] == [RULE]
    assert not [claim for claim in doubtful if claim.supplier == ("PRK",)]
    assert [claim.rule for claim in kept] == ["gives"]
    assert DOUBTED not in {one.rule for one in rejected}


def test_of_several_suppliers_only_those_held_stay(weigh):
    """One that only stands near is taken out, the claim goes on with the other."""
    held = {("IRN", "RUS", "uav"): ("transfer", "asserted")}
    (claim,), _ = weigh("Iran and China sent drones to Russia.", held)

    assert claim.supplier == ("IRN",)


def test_a_supplier_of_whom_the_encoder_is_not_asked_stays(document_of):
    """It read another part of the text: what it has not seen it does not take out."""
    document = document_of("Iran and China sent drones to Russia.")
    (reading,) = (read for _, read in EnglishExtractor(weighs=False).readings([document]))
    (asked,) = questions(document, reading.candidates, reading.drafts)
    some = replace(asked, proposals=[("IRN", "RUS", "uav")])
    judged = Reader({("IRN", "RUS", "uav"): ("transfer", "asserted")}).judge([some])
    (claim,), _ = weighed(document, reading.candidates, reading.drafts, judged)

    assert [mention.party for mention in claim.supplier] == ["IRN", "CHN"]


def test_the_status_is_put_anew_where_the_encoder_is_sure(weigh):
    """The cue of the old status goes, and the rule says that it was weighed."""
    held = {("PRK", "RUS", "missiles"): ("transfer", "prospective")}
    (claim,), _ = weigh("North Korea sent missiles to Russia.", held)

    assert claim.status == "prospective"
    assert claim.rule == f"gives+{RULE}"
    assert "status" not in claim.spans


def test_a_text_without_goods_and_parties_is_not_weighed(weigh):
    """Nothing to judge is no error."""
    assert weigh("The minister spoke of the weather.", {}) == ((), ())
