"""What is kept between transfers never changes an answer."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from embargo_watch.export.json_lines import finding_bytes
from embargo_watch.judge import judge, plan, written
from embargo_watch.judge.places import touched
from embargo_watch.judge.ruling import dated, finding
from embargo_watch.judge.timing import stretch_of
from embargo_watch.model.finding import Query, Stop
from embargo_watch.reference.scopes import GROUPS, scopes

SIDES = (
    "PRK", "IRN", "RUS", "CHN", "SYR", "FRA", "HRV", "GBR", "USA", "LBY", "SDN", "AFG", "houthi",
    "rsf", "m23", "wagner", "unknown", "",
)  # fmt: skip
GOODS = ("", "KN-23", "S-300", "coal", "rifles", "training", "XQ-77")
AREAS = ("", "", "", "darfur", "khartoum", "SDN", "LBY", "YEM")


def _asked(count, seed):
    """Transfers between parties of all sorts, by day, month, year, range and with doubt."""
    chance = random.Random(seed)
    for _ in range(count):
        year, month = chance.randint(1992, 2027), chance.randint(1, 12)
        day = f"{year}-{month:02d}-{chance.randint(1, 28):02d}"
        dates = (day, day, day, day[:7], str(year), f"{day}~", f"{day}/..", f"../{day}", "")
        supplier, recipient = chance.sample(SIDES, 2)
        yield Query(
            supplier=supplier,
            recipient=recipient,
            item=chance.choice(GROUPS),
            designation=chance.choice(GOODS),
            area=chance.choice(AREAS),
            date=chance.choice(dates),
            supplier_as="government",
            recipient_as=chance.choice(("government", "territory", "unclear")),
            basis=chance.choice(("stated", "stated", "window")),
        )


def _changes(law):
    """On both sides of every change of the law, where a wrong stretch would show."""
    days = {day for r in law for p in r.provisions for day in (p.since, p.until) if day}
    for day in sorted(days)[::6]:
        for near in (day - dt.timedelta(days=1), day, day + dt.timedelta(days=1)):
            for text in (str(near), f"{near}/{near + dt.timedelta(days=1)}", f"{near}/.."):
                for supplier, recipient in (("PRK", "SYR"), ("RUS", "IRN"), ("GBR", "RUS")):
                    yield Query(supplier=supplier, recipient=recipient, item="arms", date=text)


def _anew(query, law):
    """Every rule asked for each stretch of days, as if nothing had been judged before."""
    whole = stretch_of(query.date)
    for regime in touched(query, law):
        for case, cuts in plan.cases(query, regime, scopes()):
            told = replace(case, dated=dated(whole), is_day=whole.is_day)
            yield finding(told, cuts, whole)


def _plain(query, law):
    """Each rule asked anew, and the marks of the date filled in."""
    filling = plan.Filling.of(query, stretch_of(query.date))
    return [
        (f.provision, f.verdict, f.breach, [filling.text(r.compared) for r in f.reasons])
        for f in _anew(query, law)
    ]


def _told(found):
    return [(f.provision, f.verdict, f.breach, [r.compared for r in f.reasons]) for f in found]


def test_judging_with_caches_is_judging_anew(law):
    """Every verdict and every word is that of a judge who has seen nothing before."""
    plan.forget()
    for query in (*_asked(400, seed=7), *_changes(law)):
        assert _told(judge(query, law)) == _plain(query, law), query


def test_no_mark_is_left_in_a_finding_or_a_line(law):
    """The noncharacters that stand for days and parties are all filled in."""
    for query in _asked(300, seed=8):
        line = written(query, law, finding_bytes).decode()

        assert not any("\ufdd0" <= letter <= "\ufdef" for letter in line), query


def test_written_is_what_judge_finds(law):
    """The bytes of a line are those of its findings, whatever was judged before."""
    for query in _asked(300, seed=9):
        assert written(query, law, finding_bytes) == b",".join(
            map(finding_bytes, judge(query, law))
        )


def test_the_order_of_queries_changes_nothing(law):
    """Forwards, backwards and shuffled: each query has its one answer."""
    asked = list(_asked(200, seed=10))
    first = {query: judge(query, law) for query in asked}
    again = asked[:]
    random.Random(3).shuffle(again)
    plan.forget()

    assert all(judge(query, law) == first[query] for query in again)


@pytest.mark.parametrize("mark", ["\ufdd0", "\ufdd2"])
def test_a_mark_in_the_words_of_a_query_is_no_mark(law, mark):
    """Words of a report cannot pass for a place to fill in."""
    query = Query(
        supplier="CHN", recipient="PRK", item="missiles", designation=f"KN-23{mark}", date="2020"
    )

    assert all("KN-232020" not in r.compared for f in judge(query, law) for r in f.reasons)
    assert all("KN-23CHN" not in r.compared for f in judge(query, law) for r in f.reasons)


def test_a_chain_is_written_as_it_is_judged(law):
    """Chains go the long way, to the same line."""
    query = Query(
        supplier="PRK", recipient="SYR", item="arms", date="2020-01-01", via=(Stop(party="CHN"),)
    )

    assert written(query, law, finding_bytes) == b",".join(map(finding_bytes, judge(query, law)))
