"""Say which provisions stand on a day, for whoever asks what the law is and not what it judges."""

import datetime as dt
from typing import Literal

from embargo_watch.judge.timing import break_on, breaks, spell_of, stretch_of, stretches
from embargo_watch.model.provision import HeldReading, Provision

Standing = Literal["in force", "not in force", "contested", "unknown"]
"""``unknown`` after the last renewal seen, or where an imprecise date spans a change."""


def standing(provision: Provision, edtf: str) -> Standing:
    """How a provision stands on an EDTF date.

    Raises:
        UnusableInput: the text is no EDTF date; the message names it.
    """
    dates: list[dt.date | None] = [provision.since, provision.until]
    for reading in provision.readings:
        dates += [reading.since, reading.until]
    for spell in breaks(provision):
        dates += spell
    parts = stretches(stretch_of(edtf), [day for day in dates if day])
    held = {_on(provision, part.first) for part in parts}
    return held.pop() if len(held) == 1 else "unknown"


def _on(provision: Provision, day: dt.date) -> Standing:
    if not provision.readings:
        return _reading_on(provision, None, day)
    held = {_reading_on(provision, reading, day) for reading in provision.readings}
    if held == {"not in force"}:
        return "not in force"
    if all(each.applies for each in provision.readings) and len(held) == 1:
        return held.pop()
    return "contested"


def _reading_on(provision: Provision, reading: HeldReading | None, day: dt.date) -> Standing:
    since, until = spell_of(provision, reading)
    if day < since or break_on(provision, day):
        return "not in force"
    if until is None or day < until:
        return "in force"
    return "unknown" if provision.until_kind == "horizon" else "not in force"
