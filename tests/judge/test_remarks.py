"""What the verdicts leave unsaid is said beside them."""

import pytest

from embargo_watch.judge import judge
from embargo_watch.judge.explain import gaps
from embargo_watch.judge.remarks import remarks
from embargo_watch.model.finding import Query


def _asked(law, **slots):
    query = Query(**slots)
    return query, judge(query, law)


def _remarks(law, **slots):
    query, found = _asked(law, **slots)
    return remarks(query, found, law)


def test_two_provisions_that_hand_over_hold_every_day_between_them(law):
    """Small arms for the gangs of Haiti: 2699 until 17 October 2024, 2752 from the 18th."""
    slots = {"supplier": "USA", "recipient": "gangs-hti", "item": "small_arms"}
    told = _remarks(law, **slots, date="2024")

    assert [each.provisions for each in told] == [("HTI-2699-14", "HTI-2752-2")]
    assert "on every day of 2024-01-01 to 2024-12-31 one is engaged" in told[0].text
    assert _remarks(law, **slots, date="2024-10-17") == ()
    assert _remarks(law, **slots, date="2023") == (), "until October only for one person's benefit"


def test_armour_that_only_the_later_one_means_is_not_held_together(law):
    """Until 17 October 2024 the embargo on Haiti meant small arms alone."""
    assert _remarks(law, supplier="USA", recipient="gangs-hti", item="armour", date="2024") == ()


@pytest.mark.parametrize(
    ("supplier", "recipient", "told"),
    [("FRA", "CHN", True), ("CHN", "FRA", False), ("IRN", "CHN", False)],
)
def test_a_declaration_that_does_not_bind_is_told(law, supplier, recipient, told):
    """The Union's declaration of 1989 is about arms for China from its members."""
    found = _remarks(law, supplier=supplier, recipient=recipient, item="arms", date="2020")

    assert bool([each for each in found if each.provisions == ("EU-CHN",)]) is told
    assert all("does not bind" in each.text for each in found)


def test_an_older_regime_explains_nothing_where_a_later_one_speaks(law):
    """The embargo on Haiti of 1993 is no reason for anything in 2024."""
    query, found = _asked(
        law, supplier="USA", recipient="gangs-hti", item="small_arms", date="2024"
    )

    assert gaps(query, found, law) == ()
