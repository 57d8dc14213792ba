"""Transfers and the provisions that they engage, read like the resolutions they test.

A line: supplier > recipient, item group, designation, date, then what is expected. Every line has
its near-miss beside it: the day before, the other direction, the goods just outside.
"""

import re
from pathlib import Path

import pytest

CASES = """
# The DPRK's missiles: ballistic missiles are category VII, and since 12 June 2009 any arms out
PRK > SYR | missiles | Scud | 2006-10-13 | -DPRK-1718-8b
PRK > SYR | missiles | Scud | 2006-10-14 | +DPRK-1718-8b -DPRK-1718-8ai -DPRK-1874-9
PRK > RUS | missiles | KN-23 | 2023-12-30 | +DPRK-1718-8b +DPRK-1874-9 ?DPRK-2270-8 -DPRK-2270-6
PRK > RUS | missiles | ballistic missiles | 2023-12-30 | +DPRK-1718-8b +DPRK-1874-9
PRK > SYR | missiles | | 2008-06-01 | ?DPRK-1718-8b
PRK > SYR | missiles | XQ-77 | 2008-06-01 | ?DPRK-1718-8b
PRK > SYR | missiles | Kornet | 2008-06-01 | -DPRK-1718-8b
# Small arms: uncovered both ways, then exports banned and imports free on notice, then all banned
PRK > UGA | small_arms | rifles | 2009-06-11 | -DPRK-1874-9 -DPRK-1718-8b
PRK > UGA | small_arms | rifles | 2009-06-12 | +DPRK-1874-9
UGA > PRK | small_arms | rifles | 2009-06-11 | -DPRK-1874-10 -DPRK-1718-8ai
UGA > PRK | small_arms | rifles | 2012-06-01 | -DPRK-1874-10 -DPRK-2270-6 -DPRK-1874-9
UGA > PRK | small_arms | rifles | 2016-03-01 | -DPRK-1874-10 -DPRK-2270-6
UGA > PRK | small_arms | rifles | 2016-03-02 | +DPRK-2270-6 -DPRK-1874-10
UGA > PRK | ammunition | cartridges | 2012-06-01 | -DPRK-1874-10
UGA > PRK | ammunition | 152 mm shell | 2012-06-01 | +DPRK-1874-10
UGA > PRK | ammunition | | 2012-06-01 | ?DPRK-1874-10
# Ground-to-air missiles are outside the Register, man-portable ones inside
RUS > PRK | air_defence | S-300 | 2008-06-01 | -DPRK-1718-8ai -DPRK-1874-10
RUS > PRK | air_defence | S-300PMU2 | 2012-06-01 | -DPRK-1718-8ai +DPRK-1874-10
RUS > PRK | air_defence | Pantsir-S1 | 2024-12-01 | -DPRK-1718-8ai +DPRK-2270-6 ?DPRK-2270-8
RUS > PRK | air_defence | Igla | 2008-06-01 | +DPRK-1718-8ai
RUS > PRK | air_defence | | 2008-06-01 | ?DPRK-1718-8ai
RUS > PRK | armour | T-90 | 2008-06-01 | +DPRK-1718-8ai
RUS > PRK | aircraft | Su-35 | 2024-06-01 | +DPRK-1718-8ai +DPRK-2270-6
# Repairs count whether or not ownership passes, training is a service
MNG > PRK | aircraft | repair of MiG-21 | 2016-03-01 | -DPRK-2270-7 +DPRK-1718-8ai
PRK > MNG | aircraft | MiG-21 engine repair | 2018-01-01 | +DPRK-2270-7
RUS > PRK | aircraft | MiG-29 | 2018-01-01 | -DPRK-2270-7
PRK > UGA | technology | police training | 2017-01-01 | +DPRK-2270-9 ?DPRK-1718-8c +DPRK-1874-9
RUS > PRK | technology | military training | 2024-10-01 | +DPRK-2270-6 ?DPRK-1718-8c -DPRK-2270-9
PRK > RUS | personnel | troops | 2024-11-01 | ?DPRK-1874-9 ?DPRK-2397-8
# The Panel's end on 30 April 2024 ended no measure
PRK > RUS | missiles | KN-23 | 2024-05-01 | +DPRK-1718-8b +DPRK-1874-9
# Coal: livelihood exception, two caps, a ban without grace
PRK > CHN | fuel | coal | 2016-03-01 | -DPRK-2270-29
PRK > CHN | fuel | coal | 2016-03-02 | +DPRK-2270-29
PRK > CHN | fuel | coal | 2016-11-29 | +DPRK-2270-29 -DPRK-2321-26a
PRK > CHN | fuel | coal | 2016-11-30 | -DPRK-2270-29 ?DPRK-2321-26a
PRK > CHN | fuel | coal | 2016-12-31 | ?DPRK-2321-26a -DPRK-2321-26b
PRK > CHN | fuel | coal | 2017-01-01 | -DPRK-2321-26a ?DPRK-2321-26b
PRK > CHN | fuel | coal | 2017-08-04 | ?DPRK-2321-26b -DPRK-2371-8
PRK > CHN | fuel | coal | 2017-08-05 | -DPRK-2321-26b +DPRK-2371-8
PRK > CHN | fuel | coal | 2017 | ?DPRK-2321-26b ?DPRK-2371-8
PRK > CHN | fuel | coal through Rajin | 2019-01-01 | ?DPRK-2371-8
CHN > PRK | fuel | coal | 2018-06-01 | -DPRK-2371-8
# Iron ore had 30 days of grace, coal none; other goods have their own last day
PRK > CHN | other | iron ore | 2017-08-04 | +DPRK-2321-26b
PRK > CHN | other | iron ore | 2017-09-04 | ?DPRK-2371-8
PRK > CHN | other | iron ore | 2017-09-05 | +DPRK-2371-8
PRK > CHN | other | seafood | 2017-08-04 | -DPRK-2371-9
PRK > CHN | other | seafood | 2017-09-04 | ?DPRK-2371-9
PRK > CHN | other | seafood | 2017-09-05 | +DPRK-2371-9
PRK > CHN | other | textiles | 2017-12-10 | ?DPRK-2375-16
PRK > CHN | other | textiles | 2017-12-11 | +DPRK-2375-16
PRK > SEN | other | statues | 2016-11-29 | -DPRK-2321-29
PRK > SEN | other | statues | 2016-11-30 | +DPRK-2321-29
PRK > CHN | other | copper | 2018-01-01 | +DPRK-2321-28
PRK > CHN | other | gold | 2016-03-01 | -DPRK-2270-30
PRK > CHN | other | gold | 2016-03-02 | +DPRK-2270-30
# Oil: two caps with years of their own, and a quota that never operated
RUS > PRK | fuel | crude oil | 2017-09-10 | -DPRK-2375-15 -DPRK-2397-4
RUS > PRK | fuel | crude oil | 2017-12-21 | ?DPRK-2375-15 -DPRK-2397-4
RUS > PRK | fuel | crude oil | 2017-12-22 | -DPRK-2375-15 ?DPRK-2397-4
RUS > PRK | fuel | diesel | 2017-09-20 | !DPRK-2375-14-gap -DPRK-2375-14a
RUS > PRK | fuel | diesel | 2017-10-01 | -DPRK-2375-14-gap ?DPRK-2375-14a
RUS > PRK | fuel | diesel | 2017-12-21 | ?DPRK-2375-14a -DPRK-2397-5-gap
RUS > PRK | fuel | diesel | 2017-12-22 | ?DPRK-2375-14a !DPRK-2397-5-gap -DPRK-2397-5
RUS > PRK | fuel | diesel | 2018-01-01 | -DPRK-2397-5-gap -DPRK-2375-14a ?DPRK-2397-5 -DPRK-2375-14b
RUS > PRK | fuel | diesel | 2018 | ?DPRK-2397-5 -DPRK-2375-14b
RUS > PRK | fuel | jet fuel | 2016-03-01 | -DPRK-2270-31
RUS > PRK | fuel | jet fuel | 2016-03-02 | +DPRK-2270-31
RUS > PRK | fuel | diesel | 2017-01-01 | -DPRK-2270-31 -DPRK-2397-5
RUS > PRK | fuel | natural gas liquids | 2017-09-11 | +DPRK-2375-13
# Workers: frozen, then no new permits, then home by 22 December 2019
PRK > RUS | personnel | workers | 2017-08-04 | -DPRK-2371-11
PRK > RUS | personnel | workers | 2017-09-10 | ?DPRK-2371-11 -DPRK-2375-17
PRK > RUS | personnel | workers | 2017-09-11 | -DPRK-2371-11 +DPRK-2375-17
PRK > RUS | personnel | workers | 2019-12-22 | ?DPRK-2397-8
PRK > RUS | personnel | workers | 2019-12-23 | +DPRK-2397-8
# Luxury goods since 2006; cars are vehicles too since 22 December 2017
RUS > PRK | other | Aurus limousine | 2006-10-13 | -DPRK-1718-8aiii
JPN > PRK | other | luxury cars | 2010-01-01 | +DPRK-1718-8aiii -DPRK-2094-23 -DPRK-2397-7
RUS > PRK | other | Aurus limousine | 2024-02-18 | +DPRK-1718-8aiii +DPRK-2397-7
RUS > PRK | other | whisky | 2024-02-18 | ?DPRK-1718-8aiii
CHN > PRK | relief | medicine | 2024-02-18 | -DPRK-2270-8 -DPRK-2270-6 -DPRK-2397-7
CHN > PRK | wmd | centrifuges | 2006-10-13 | -DPRK-1718-8aii
CHN > PRK | wmd | centrifuges | 2006-10-14 | +DPRK-1718-8aii
# Trade of every kind, each from its own day and with its own last landing
PRK > CHN | other | lead | 2017-09-04 | ?DPRK-2371-10
PRK > CHN | other | lead | 2017-09-05 | +DPRK-2371-10
PRK > CHN | other | machinery | 2017-12-21 | -DPRK-2397-6
PRK > CHN | other | machinery | 2018-01-21 | ?DPRK-2397-6
PRK > CHN | other | machinery | 2018-01-22 | +DPRK-2397-6
CHN > PRK | other | trucks | 2017-12-22 | +DPRK-2397-7 ?DPRK-2270-8
CHN > PRK | naval | fishing vessel | 2017-12-21 | -DPRK-2397-14 ?DPRK-2321-30
CHN > PRK | naval | fishing vessel | 2017-12-22 | +DPRK-2397-14
CHN > PRK | aircraft | helicopter | 2016-11-29 | -DPRK-2321-30
CHN > PRK | aircraft | helicopter | 2016-11-30 | ?DPRK-2321-30
CHN > PRK | other | joint venture | 2017-08-05 | +DPRK-2371-12 -DPRK-2375-18
CHN > PRK | other | joint venture | 2017-09-11 | -DPRK-2371-12 ?DPRK-2375-18
CHN > PRK | other | joint venture | 2018-01-10 | +DPRK-2375-18
# What turns on a flag, a list or a purpose that no report settles
CHN > PRK | fuel | ship-to-ship transfer of diesel | 2018-02-01 | ?DPRK-2375-11 ?DPRK-2397-5
CHN > PRK | fuel | diesel | 2018-02-01 | -DPRK-2375-11
CHN > PRK | technology | dual-use goods | 2017-02-01 | ?DPRK-2321-7 ?DPRK-2270-27
CHN > PRK | technology | military training | 2017-02-01 | ?DPRK-2270-17
CHN > PRK | technology | arms brokering | 2013-03-06 | -DPRK-2094-7
CHN > PRK | technology | arms brokering | 2013-03-07 | +DPRK-2094-7
CHN > PRK | money | | 2017-02-01 | ?DPRK-2094-fin ?DPRK-2321-32 -DPRK-2270-8
# Inspection clauses are no ban on a transfer
PRK > RUS | ammunition | | 2023-12-15 | -DPRK-2270-18 -DPRK-1874-insp -DPRK-2397-9
# Iran's exports: any arms, 2007 to 2016 under 1747, to 18 October 2020 under 2231
IRN > SYR | small_arms | | 2007-03-23 | -IRAN-1747-5
IRN > SYR | small_arms | | 2007-03-24 | +IRAN-1747-5
IRN > SYR | arms | | 2016-01-15 | +IRAN-1747-5 -IRAN-2231-B6b
IRN > SYR | arms | | 2016-01-16 | -IRAN-1747-5 +IRAN-2231-B6b
IRN > hezbollah | arms | | 2020-10-17 | +IRAN-2231-B6b
IRN > hezbollah | arms | | 2020-10-18 | -IRAN-2231-B6b
IRN > SYR | arms | | 2020 | ?IRAN-2231-B6b
RUS > IRN | arms | | 2019-01-01 | -IRAN-2231-B6b
# Annex B paragraph 4: contested in scope while it ran, gone on 18 October 2023
IRN > RUS | uav | Shahed-136 | 2022-09-15 | !IRAN-2231-B4 -IRAN-2231-B6b -IRAN-2231-B5 -IRAN-1747-5
IRN > RUS | uav | Mohajer-6 | 2022-09-15 | ?IRAN-2231-B4
IRN > RUS | technology | ballistic missile technology | 2023-10-17 | !IRAN-2231-B4
IRN > RUS | technology | ballistic missile technology | 2023-10-18 | -IRAN-2231-B4
IRN > RUS | missiles | Fath-360 | 2024-09-01 | -IRAN-2231-B4 -IRAN-2231-B6b -IRAN-SB-1747-5
IRN > RUS | armour | tanks | 2022-09-15 | -IRAN-2231-B4
# Arms to Iran: a call in 2007, the seven categories 2010 to 2020; the S-300 is in none of them
RUS > IRN | armour | T-72 | 2010-06-08 | -IRAN-1929-8 -IRAN-1747-6
RUS > IRN | armour | T-72 | 2010-06-09 | +IRAN-1929-8
RUS > IRN | air_defence | S-300 | 2012-04-10 | -IRAN-1929-8
RUS > IRN | air_defence | S-300 | 2016-04-10 | -IRAN-2231-B5 -IRAN-1929-8
RUS > IRN | aircraft | Su-30 | 2016-04-10 | +IRAN-2231-B5
RUS > IRN | aircraft | Su-30 | 2020-10-18 | -IRAN-2231-B5
RUS > IRN | small_arms | rifles | 2012-04-10 | -IRAN-1929-8
# Missile and nuclear items, listed since 2006; technology for missiles since 2010
RUS > IRN | wmd | uranium | 2006-12-22 | -IRAN-1737-3
RUS > IRN | wmd | uranium | 2006-12-23 | +IRAN-1737-3 -IRAN-1803-8
RUS > IRN | wmd | uranium | 2008-03-03 | +IRAN-1737-3 +IRAN-1803-8
IRN > SYR | missiles | Shahab-3 | 2006-12-23 | +IRAN-1737-7
IRN > SYR | missiles | Shahab-3 | 2016-01-16 | -IRAN-1737-7
PRK > IRN | technology | ballistic missile technology | 2010-06-09 | +IRAN-1929-9 +DPRK-1718-8b
PRK > IRN | missiles | Hwasong-10 | 2012-06-09 | -IRAN-1929-9 +IRAN-1929-8 +IRAN-1737-3
CHN > IRN | technology | ballistic missile technology | 2025-10-01 | !IRAN-SB-1929-9 !IRAN-SB-1737
CHN > IRN | wmd | uranium | 2025-10-01 | !IRAN-SB-1803
# The return of 2025 is contested, and that of 2020 is no law at all
IRN > RUS | arms | | 2020-10-20 | -IRAN-SB-1747-5
IRN > RUS | arms | | 2025-09-27 | -IRAN-SB-1747-5
IRN > RUS | arms | | 2025-09-28 | !IRAN-SB-1747-5 -IRAN-2231-B6b
RUS > IRN | aircraft | Su-35 | 2025-12-01 | !IRAN-SB-1929-8 -IRAN-SB-1747-5
RUS > IRN | air_defence | S-400 | 2025-12-01 | -IRAN-SB-1929-8
CHN > IRN | wmd | uranium | 2025-10-05 | !IRAN-2231-B2 !IRAN-SB-1737
CHN > IRN | wmd | uranium | 2025-10-18 | -IRAN-2231-B2
CHN > IRN | wmd | uranium | 2025-09-27 | +IRAN-2231-B2 -IRAN-SB-1737
# What Iran does with its own missiles is no transfer
IRN > RUS | missiles | Zolfaghar | 2020-01-01 | -IRAN-2231-B3 !IRAN-2231-B4
# Yemen: the Houthis as a group since 28 February 2022, before through their listed leader
IRN > houthi | arms | | 2014-06-01 | -YEMEN-2216-14 +IRAN-1747-5
IRN > houthi | arms | | 2015-04-13 | -YEMEN-2216-14
IRN > houthi | arms | | 2015-04-14 | +YEMEN-2216-14 -YEMEN-2624-1
IRN > houthi | arms | | 2016-06-01 | +YEMEN-2216-14 -YEMEN-2624-1 +IRAN-2231-B6b
IRN > houthi | missiles | | 2020-11-01 | +YEMEN-2216-14 -IRAN-2231-B6b
IRN > houthi | arms | | 2022-02-27 | +YEMEN-2216-14 -YEMEN-2624-1
IRN > houthi | arms | | 2022-02-28 | +YEMEN-2216-14 +YEMEN-2624-1
IRN > houthi | missiles | missile parts | 2024-01-11 | +YEMEN-2216-14 +YEMEN-2624-1 -IRAN-2231-B4
IRN > houthi | arms | | 2026-12-01 | +YEMEN-2216-14 +YEMEN-2624-1
IRN > houthi | fuel | diesel | 2024-01-11 | -YEMEN-2216-14 -YEMEN-2624-1
SAU > YEM | arms | | 2016-06-01 | -YEMEN-2216-14
SAU > YEM | arms | | 2023-06-01 | -YEMEN-2216-14 -YEMEN-2624-1
houthi > al-shabaab | arms | | 2024-06-01 | -YEMEN-2216-14 -YEMEN-2624-1
# Libya: territorial, both ways, the recognised government included
TUR > LBY | uav | Bayraktar TB2 | 2011-02-25 | -LIBYA-1970-9
TUR > LBY | uav | Bayraktar TB2 | 2011-02-26 | +LIBYA-1970-9
TUR > LBY | uav | Bayraktar TB2 | 2019-05-18 | +LIBYA-1970-9
ARE > haftar | armour | | 2020-04-10 | +LIBYA-1970-9 -LIBYA-EX-2174
RUS > haftar | aircraft | MiG-29 | 2020-05-20 | +LIBYA-1970-9
wagner > haftar | personnel | mercenaries | 2020-05-20 | +LIBYA-1970-9
TUR > haftar | technology | training | 2020-05-20 | +LIBYA-1970-9
TUR > LBY | technology | training | 2013-03-13 | +LIBYA-1970-9
TUR > LBY | technology | training | 2013-03-14 | ?LIBYA-1970-9
LBY > SYR | arms | | 2012-06-01 | +LIBYA-1970-10 -LIBYA-1970-9
haftar > rsf | arms | | 2023-06-01 | +LIBYA-1970-10
RUS > LBY | arms | | 2026-06-01 | +LIBYA-1970-9
# Libya's petroleum is free; only listed ships are not to carry it, as far as renewals are known
LBY > MLT | fuel | diesel | 2017-06-28 | -LIBYA-2146-oil
LBY > MLT | fuel | diesel | 2017-06-29 | ?LIBYA-2146-oil
LBY > MLT | fuel | crude oil | 2014-03-18 | -LIBYA-2146-oil
LBY > MLT | fuel | crude oil | 2014-03-19 | ?LIBYA-2146-oil
LBY > MLT | fuel | crude oil | 2028-01-01 | ?LIBYA-2146-oil
# The embargo of 1992, suspended on 5 April 1999
RUS > LBY | arms | | 1992-04-14 | -LBY-748
RUS > LBY | arms | | 1992-04-15 | +LBY-748
RUS > LBY | arms | | 1999-04-05 | -LBY-748
"""
VERDICTS = {"+": "engaged", "-": "not_engaged", "!": "contested", "?": "unknown"}


def _lines():
    comment = ""
    for line in CASES.strip().splitlines():
        if line.startswith("#"):
            comment = line[2:]
            continue
        sides, item, designation, date, expected = (part.strip() for part in line.split("|"))
        supplier, recipient = sides.split(" > ")
        slots = {"supplier": supplier, "recipient": recipient, "item": item}
        slots |= {"designation": designation, "date": date}
        name = f"{sides} {designation or item} {date}"
        yield pytest.param(slots, expected.split(), id=f"{name} ({comment[:30]})")


@pytest.mark.parametrize(("slots", "expected"), list(_lines()))
def test_a_transfer_gets_the_verdicts_of_its_day(ask, slots, expected):
    """Each listed provision has its verdict on that day."""
    found = ask(**slots)

    wanted = {each[1:]: VERDICTS[each[0]] for each in expected}
    assert {name: found[name].verdict for name in wanted} == wanted


@pytest.mark.parametrize(
    ("supplier", "recipient"), [("DEU", "UKR"), ("CHN", "RUS"), ("RUS", "MMR"), ("USA", "ISR")]
)
def test_places_without_an_embargo_are_left_alone(ask, united_nations, supplier, recipient):
    """Ukraine, Russia, Myanmar and Israel are under no embargo of the Security Council."""
    found = ask(supplier=supplier, recipient=recipient, item="arms", date="2023-06-15")

    assert not united_nations & found.keys()


def test_cases_cover_every_ban(law):
    """No ban or duty is left without a case of its own in this table or that of all regimes."""
    told = CASES + (Path(__file__).parent / "test_regimes.py").read_text(encoding="utf-8")
    bans = {p.id for regime in law for p in regime.provisions if p.kind in ("ban", "duty")}
    untested = {name for name in bans if not re.search(rf"[+!?-]{name}(?![\w-])", told)}

    assert untested == set()
