"""Say which period of a cap a day lies in, and whether one amount is above the cap by itself."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from embargo_watch.judge.amounts import convert, read_amount
from embargo_watch.model.provision import Answer, Cap
from embargo_watch.model.unit import Amount
from embargo_watch.reference.units import units

ROUNDING = 1e-9
"""What two amounts may differ by, as a part, and still be the same amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Whether one amount by itself is above a cap, what was compared, and on whose word."""

    answer: Answer
    compared: str
    source: str


def cap_period(cap: Cap, day: dt.date) -> tuple[dt.date, dt.date] | None:
    """The cap's own period that a day lies in, ``since <= day < until``; None outside the cap.

    A year is counted from the cap's first day: that of crude oil begins on 22 December.
    """
    if day < cap.since or (cap.until is not None and day >= cap.until):
        return None
    if cap.period == "once":
        return cap.since, cap.until or dt.date.max
    begun = _anniversary(cap.since, day.year)
    year = day.year if day >= begun else day.year - 1
    ends = _anniversary(cap.since, year + 1)
    return _anniversary(cap.since, year), min(ends, cap.until or ends)


def _anniversary(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return dt.date(year, 3, 1)


def alone(quantity: str, caps: Iterable[Cap], day: dt.date) -> Alone:
    """Whether an amount as written ("600,000 barrels") is above a cap of that day by itself.

    Above any of several is above; "no" says nothing of the total. Unclear where the amount or
    its unit cannot be read or cannot be put into a cap's unit.
    """
    applying = [cap for cap in caps if cap_period(cap, day) is not None]
    amount = read_amount(quantity)
    if amount is None or not applying:
        missing = "no cap in numbers on that day" if amount else "no amount in a known unit"
        return Alone(
            answer="unclear", compared=f"{quantity or 'no quantity'}: {missing}", source=""
        )
    answers = [_alone(amount, cap) for cap in applying]
    for answer in ("yes", "unclear", "no"):
        for each in answers:
            if each.answer == answer:
                return each
    raise AssertionError("an answer is one of three")


def _alone(amount: Amount, cap: Cap) -> Alone:
    turned = convert(amount, cap.unit, cap.items)
    limit = f"{cap.amount:,.0f} {units().units[cap.unit].name}"
    if turned is None:
        told = f"{amount.words}: not to be put into {units().units[cap.unit].name}"
        return Alone(answer="unclear", compared=told, source=cap.source)
    bounds = turned.amount
    answer: Answer = "no" if at_most(bounds.high, cap.amount) else "unclear"
    if above(bounds.low, cap.amount) or (bounds.beyond and reaches(bounds.low, cap.amount)):
        answer = "yes"
    says = {"yes": "above", "no": "not above", "unclear": "perhaps above"}[answer]
    told = f"{amount.words}: by itself {says} the cap of {limit}"
    if turned.factors:
        told += f" ({'; '.join(turned.factors)})"
    return Alone(answer=answer, compared=told, source=cap.source)


def above(low: float, limit: float) -> bool:
    """Whether an amount is more than the limit, rounding of conversions aside."""
    return low > limit * (1 + ROUNDING)


def reaches(low: float, limit: float) -> bool:
    """Whether an amount is no less than the limit, rounding of conversions aside."""
    return low >= limit * (1 - ROUNDING)


def at_most(high: float | None, limit: float) -> bool:
    """Whether an amount with a bound above is no more than the limit."""
    return high is not None and not above(high, limit)
