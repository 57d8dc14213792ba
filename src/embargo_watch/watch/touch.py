"""Say whether a claim is any business of an embargo's monitor, and of which provisions."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from embargo_watch.model.claim import Claim
from embargo_watch.model.finding import Finding
from embargo_watch.model.provision import Provision, Regime
from embargo_watch.reference.parties import parties
from embargo_watch.reference.watch import Standing
from embargo_watch.watch.seen import Told


@dataclass(frozen=True, slots=True)
class Touched:
    """Provisions by how a flow touches them; ``beyond`` bind nobody on the way.

    The last is no breach: the recipient is the target of an embargo that its supplier need not
    keep. A monitor wants to know.
    """

    engaged: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is touched at all."""
        return bool(self.engaged or self.contested or self.unknown or self.beyond)

    def __or__(self, other: "Touched") -> "Touched":
        """Both together, each provision under its strongest verdict."""
        engaged = self.engaged | other.engaged
        contested = (self.contested | other.contested) - engaged
        unknown = (self.unknown | other.unknown) - engaged - contested
        return Touched(engaged, contested, unknown, self.beyond | other.beyond)


@dataclass(frozen=True, slots=True)
class Law:
    """The regimes at hand, by provision."""

    regimes: tuple[Regime, ...]
    held: dict[str, tuple[Regime, Provision]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the provisions once."""
        found = {p.id: (regime, p) for regime in self.regimes for p in regime.provisions}
        object.__setattr__(self, "held", found)


def touched(
    told: Told, pair: tuple[str, str], law: Law, day: dt.date, standing: Standing
) -> Touched:
    """Sort the provisions that a claim touches for one pair.

    ``day`` is the day of the report: a provision that binds nobody on the way was not held
    against the claim's own date. Where a state is said to break its own embargo and that is not to
    be believed (``own_policy``), the provisions of the Security Council alone count.
    """
    own = list(_of_pair(told.findings, pair))
    doubted = not _is_believed(told.claim, standing)
    if doubted and any(_is_own_policy(finding, pair, law, standing) for finding in own):
        own = [each for each in own if _layer(each, law) not in standing.own_policy]
    is_arms = told.claim.item in standing.arms
    looks_on = is_arms and told.claim.item not in standing.ordinary
    may_be = looks_on or (is_arms and told.claim.status != "prospective")
    found: dict[str, set[str]] = {name: set() for name in ("engaged", "contested", "unknown", "")}
    for finding in own:
        if finding.verdict in ("engaged", "contested") or (finding.verdict == "unknown" and may_be):
            found[finding.verdict].add(finding.provision)
        elif looks_on and _is_beyond(finding, pair, law, day):
            found[""].add(finding.provision)
    if not any(law.held[name][0].layer in standing.shared for name in found[""]):
        found[""].clear()
    engaged, contested, unknown, beyond = (frozenset(names) for names in found.values())
    return Touched() | Touched(engaged, contested, unknown, beyond)


def _of_pair(findings: Iterable[Finding], pair: tuple[str, str]) -> Iterable[Finding]:
    for finding in findings:
        if (finding.supplier or pair[0], finding.recipient or pair[1]) == pair:
            yield finding


def _is_believed(claim: Claim, standing: Standing) -> bool:
    """Whether a claim may tell that a state breaks an embargo of its own."""
    if claim.status != "asserted" or claim.item in standing.vague | standing.ordinary:
        return False
    return claim.score is None or claim.score >= standing.own_score


def _is_own_policy(finding: Finding, pair: tuple[str, str], law: Law, standing: Standing) -> bool:
    """Whether a state, or a member of a bloc, would break its own embargo on the recipient."""
    if finding.verdict == "not_engaged" or _layer(finding, law) not in standing.own_policy:
        return False
    regime, _ = law.held[finding.provision]
    return pair[1] in regime.parties


def _layer(finding: Finding, law: Law) -> str:
    return law.held[finding.provision][0].layer if finding.provision in law.held else ""


def _is_beyond(finding: Finding, pair: tuple[str, str], law: Law, day: dt.date) -> bool:
    """Whether only that nobody is bound kept the provision from being engaged, on its target."""
    if finding.verdict != "not_engaged" or finding.provision not in law.held:
        return False
    if not any(reason.rule == "bound" for reason in finding.reasons[-1:]):
        return False
    regime, provision = law.held[finding.provision]
    supplier, recipient = pair
    if not recipient or supplier in regime.parties or provision.direction == "from_target":
        return False
    known = parties().get(recipient)
    at_home = bool(regime.territory and known and known.territory_of == regime.territory)
    in_force = provision.since <= day and (provision.until is None or day < provision.until)
    return in_force and (recipient in regime.parties or at_home)
