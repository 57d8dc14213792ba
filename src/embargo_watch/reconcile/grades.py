"""Grade each voice on the Admiralty scale: who it is, and what it says, as two answers.

Which rule counts for how much, and in which order, stands in data/grades.yaml. The answers depend
on the set of claims alone, so any order will do.
"""

from collections.abc import Iterable, Mapping

from embargo_watch.model.ledger import Grade, Ground
from embargo_watch.reconcile.asked import Asked, Rule
from embargo_watch.reconcile.credibility import CREDIBILITY_RULES
from embargo_watch.reconcile.reliability import LIMITS, RELIABILITY_RULES
from embargo_watch.reference.grades import GradeRule, scale


def graded(asked: Asked) -> tuple[Grade, Grade]:
    """Return the reliability of the source and the credibility of what it says."""
    rules = scale()
    who = _first(rules.reliability, RELIABILITY_RULES, asked, Grade(grade="F"))
    what = _first(rules.credibility, CREDIBILITY_RULES, asked, Grade(grade="6"))
    for rule in rules.limits:
        compared = LIMITS[rule.name](asked)
        if compared:
            ground = Ground(rule=rule.name, compared=compared)
            who = Grade(grade=max(who.grade, rule.grade), reasons=(*who.reasons, ground))
    return who, what


def _first(
    rules: Iterable[GradeRule], table: Mapping[str, Rule], asked: Asked, unjudged: Grade
) -> Grade:
    for rule in rules:
        compared = table[rule.name](asked)
        if compared:
            return Grade(grade=rule.grade, reasons=(Ground(rule=rule.name, compared=compared),))
    return unjudged
