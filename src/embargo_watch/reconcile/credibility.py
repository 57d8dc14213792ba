"""Hold what a voice says against the other voices: the 1 to 6 of the Admiralty scale.

Each rule returns what it compared, or "" where it does not hold; data/grades.yaml says what each
is worth and in which order they are asked. A side's own denial is expected of it and contradicts
nobody; a denial by one with no part in the flow does.
"""

from collections.abc import Mapping

from embargo_watch.reconcile.asked import SAYS, SUPPOSES, Asked, Rule, listed
from embargo_watch.reconcile.origins import distinct

_FORBIDDEN = ("engaged", "contested")


# Of those who assert or admit


def _confirmed(asked: Asked) -> str:
    if not asked.stands(*SAYS):
        return ""
    known = listed(asked.chorus.origins(*SAYS))
    count = asked.chorus.agreed
    return f"{count} distinct origins say so: {known}" if count > 1 else ""


def _disputed(asked: Asked) -> str:
    deniers = asked.others("denies", apart=True)
    confirmed = _confirmed(asked)
    return f"{confirmed}; denied by {listed(deniers)}" if confirmed and deniers else ""


def _taken_back(asked: Asked) -> str:
    if not asked.stands("asserts") or asked.involved:
        return ""
    denied = asked.voice.origin in asked.chorus.origins("denies")
    return f"{listed([asked.voice.origin])} asserts and denies it" if denied else ""


def _against_interest(asked: Asked) -> str:
    held = _forbidding(asked) if asked.stands("admits") else ()
    return f"{asked.voice.origin} admits what {listed(held)} forbids" if held else ""


def _forbidding(asked: Asked) -> list[str]:
    """Provisions engaged or contested by the voice's own claims, for this pair."""
    pair = (asked.chorus.key.supplier, asked.chorus.key.recipient)
    return sorted(
        {
            finding.provision
            for entry in asked.entries
            for finding in entry.findings
            if finding.verdict in _FORBIDDEN
            and (finding.supplier or pair[0], finding.recipient or pair[1]) == pair
        }
    )


def _contradicted(asked: Asked) -> str:
    deniers = asked.others("denies", apart=True) if asked.stands(*SAYS) else ()
    return f"denied by {listed(deniers)}" if deniers else ""


def _consistent(asked: Asked) -> str:
    others = asked.others(*SUPPOSES) if asked.stands(*SAYS) else ()
    return f"suspected or expected by {listed(others)}" if others else ""


def _own_account(asked: Asked) -> str:
    return f"{asked.voice.origin} says so of itself" if asked.stands("admits") else ""


# Of those who deny


def _admitted(asked: Asked) -> str:
    said = asked.chorus.origins("admits") if asked.stands("denies") else ()
    return f"admitted by {listed(said)}" if said else ""


def _refuted(asked: Asked) -> str:
    said = asked.others(*SAYS) if asked.stands("denies") else ()
    return f"said by {listed(said)}" if distinct(said, ()) > 1 else ""


def _doubted(asked: Asked) -> str:
    said = asked.others(*SAYS, apart=True) if asked.stands("denies") else ()
    return f"said by {listed(said)}" if said else ""


def _denied_by_others(asked: Asked) -> str:
    if not asked.stands("denies") or asked.others(*SAYS):
        return ""
    others = asked.others("denies", apart=True)
    return f"denied by {listed(others)} as well" if others else ""


# Of those who suspect or expect


def _borne_out(asked: Asked) -> str:
    said = asked.others(*SAYS) if asked.stands(*SUPPOSES) else ()
    return f"said by {listed(said)}" if said else ""


def _discounted(asked: Asked) -> str:
    deniers = asked.others("denies", apart=True) if asked.stands(*SUPPOSES) else ()
    return f"denied by {listed(deniers)}" if deniers else ""


def _shared(asked: Asked) -> str:
    others = asked.others(*SUPPOSES) if asked.stands(*SUPPOSES) else ()
    return f"suspected or expected by {listed(others)} as well" if others else ""


def _own_plan(asked: Asked) -> str:
    held = asked.involved if asked.stands("expects") and not asked.is_publisher else ()
    return f"{asked.voice.origin} announces its own part" if held else ""


def _unsettled(asked: Asked) -> str:
    others = asked.others(*SAYS, "denies", *SUPPOSES)
    if not others:
        return "no other known origin speaks of it"
    return f"nothing that {listed(others)} says settles it"


CREDIBILITY_RULES: Mapping[str, Rule] = {
    "disputed": _disputed,
    "confirmed": _confirmed,
    "taken_back": _taken_back,
    "against_interest": _against_interest,
    "contradicted": _contradicted,
    "consistent": _consistent,
    "own_account": _own_account,
    "admitted": _admitted,
    "refuted": _refuted,
    "doubted": _doubted,
    "denied_by_others": _denied_by_others,
    "borne_out": _borne_out,
    "discounted": _discounted,
    "shared": _shared,
    "own_plan": _own_plan,
    "unsettled": _unsettled,
}
