"""Which proposals stand as claims, by what the rules and the encoder say of them."""

from dataclasses import replace

import numpy as np
import pytest

from embargo_watch.extract.decision import Told, decide
from embargo_watch.extract.encoder import Judgement
from embargo_watch.reference.encoder import DecisionWeights

BY = DecisionWeights(
    bias=0, encoder=1, firm=2, ranked=1, firm_status=2, same_status=1, same_kind=1, kind=0,
    denied_too=1, told_denied=1, other_goods=0,
)  # fmt: skip
THERE, BACK = ("PRK", "RUS", "missiles"), ("RUS", "PRK", "missiles")


def _judgement(held, statuses=None, kinds=None, denied=None):
    count = len(held)
    return Judgement(
        list(held),
        np.array(list(held.values()), dtype=np.float32),
        np.array(statuses or [[9, 0, 0, 0]] * count, dtype=np.float32),
        np.array(kinds or [[9, -9, -9]] * count, dtype=np.float32),
        np.array(denied or [-9] * count, dtype=np.float32),
        {},
    )


def _held(judgement, told=None, by=BY):
    return {t for t, d in decide([judgement], told or {}, by).items() if d.held}


def _told(*ways, firm=True):
    return Told(frozenset(ways), firm)


@pytest.mark.parametrize(
    ("logit", "told", "stands"),
    [
        (0.5, None, True),
        (-0.5, None, False),
        (-1.5, _told(("transfer", "asserted")), True),
        (-1.5, _told(("transfer", "asserted"), firm=False), False),
        (-2.5, _told(("transfer", "asserted")), False),
    ],
)
def test_a_proposal_stands_where_its_weights_add_up_to_more_than_nothing(logit, told, stands):
    """A construction's word counts for more than that of learned weights, and neither decides."""
    assert bool(_held(_judgement({THERE: logit}), {THERE: told} if told else {})) is stands


def test_of_a_pair_and_its_reverse_the_weightier_stands():
    """A transfer has one direction, unless the rules tell of both."""
    both = _judgement({THERE: 1.0, BACK: 2.0})
    told = {THERE: _told(("transfer", "asserted")), BACK: _told(("transfer", "asserted"))}

    assert _held(both) == {BACK}
    assert _held(both, told) == {THERE, BACK}


def test_a_half_told_flow_gives_way_to_the_whole():
    """Who is named on both sides is not also an open flow; another's open flow is."""
    half, other = ("PRK", "-", "missiles"), ("-", "UKR", "missiles")

    assert _held(_judgement({THERE: 2.0, half: 1.0, other: 1.0})) == {THERE, other}


def test_further_goods_of_a_pair_need_a_greater_weight():
    """Goods named near a transfer are not all part of it; another pair's need no more than ever."""
    by = replace(BY, other_goods=2)
    weak, strong, other = ("PRK", "RUS", "arms"), ("PRK", "RUS", "uav"), ("IRN", "RUS", "uav")

    held = _held(_judgement({THERE: 5.0, weak: 1.0, strong: 3.0, other: 1.0}), by=by)
    assert held == {THERE, strong, other}


def test_further_goods_that_a_construction_tells_need_none():
    """The same weight as the doubtful ones, but the rules know why."""
    by = replace(BY, other_goods=5.0)
    more = ("PRK", "RUS", "ammunition")
    judged = _judgement({THERE: 9.0, more: 1.0})

    assert _held(judged, by=by) == {THERE}
    assert _held(judged, {more: _told(("transfer", "asserted"))}, by) == {THERE, more}


def test_the_rules_status_stands_where_the_encoder_is_not_sure():
    """Close shares are settled by the rules' word, clear ones are not."""
    told = {THERE: _told(("transfer", "suspected"))}
    close = _judgement({THERE: 1.0}, statuses=[[1.0, 0.5, 0, 0]])
    clear = _judgement({THERE: 1.0}, statuses=[[4.0, 0.5, 0, 0]])

    assert decide([close], told, BY)[THERE].puts == (("transfer", "suspected"),)
    assert decide([clear], told, BY)[THERE].puts == (("transfer", "asserted"),)


def test_the_status_of_a_construction_counts_for_more_than_that_of_learned_weights():
    """The same shares settle the one against the rules and not the other."""
    close = _judgement({THERE: 1.0}, statuses=[[2.0, 0.5, 0, 0]])
    firm, ranked = (_told(("transfer", "suspected"), firm=firm) for firm in (True, False))

    assert decide([close], {THERE: firm}, BY)[THERE].puts == (("transfer", "suspected"),)
    assert decide([close], {THERE: ranked}, BY)[THERE].puts == (("transfer", "asserted"),)


def test_a_denial_stands_beside_the_charge():
    """Both are claims; a denial that is the main thing said is not told twice."""
    charged = _judgement({THERE: 1.0}, denied=[2.0])
    denied = _judgement({THERE: 1.0}, statuses=[[0, 0, 0, 9]], denied=[2.0])

    both = (("transfer", "asserted"), ("transfer", "denied"))
    assert decide([charged], {}, BY)[THERE].puts == both
    assert decide([denied], {}, BY)[THERE].puts == (("transfer", "denied"),)


def test_what_the_rules_read_as_a_denial_alone_is_no_assertion():
    """However sure the encoder is: a denial read as an assertion is the worst fault."""
    told = {THERE: _told(("transfer", "denied"))}

    assert decide([_judgement({THERE: 9.0})], told, BY)[THERE].puts == (("transfer", "denied"),)


def test_a_use_stands_beside_the_transfer_it_implies():
    """Every kind above the least weight; where none is, the likeliest."""
    used = _judgement({THERE: 1.0}, kinds=[[1.0, 1.0, -3.0]])
    none = _judgement({THERE: 1.0}, kinds=[[-3.0, -2.0, -1.0]])

    assert [kind for kind, _ in decide([used], {}, BY)[THERE].puts] == ["transfer", "use"]
    assert [kind for kind, _ in decide([none], {}, BY)[THERE].puts] == ["interdiction"]


def test_of_several_windows_the_surest_counts():
    """A long text is read in parts; a flow stands where one part tells it."""
    judged = [_judgement({THERE: -3.0}), _judgement({THERE: 2.0})]

    assert decide(judged, {}, BY)[THERE].weight == 2.0
    assert decide(reversed(judged), {}, replace(BY, bias=-1))[THERE].weight == 1.0


def test_what_the_rules_tell_has_a_row_of_its_own():
    """By the strongest status and by how it was found; nothing told is row 0."""
    rows = [
        _told((("transfer"), status), firm=firm).row
        for firm in (True, False)
        for status in ("asserted", "suspected", "prospective", "denied")
    ]

    assert Told().row == 0
    assert rows == [1, 2, 3, 4, 5, 6, 7, 8]
    assert _told(("transfer", "denied"), ("transfer", "asserted")).row == 1
