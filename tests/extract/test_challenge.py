"""How a claim is put, held to sentences of our own, each beside its near-miss.

``challenge.txt`` is the set that the rules may be mended by; ``challenge_held_out.txt`` was
written after that and is never tuned on, so that its figure is the honest one. The share is of
sentences: each expected flow must be found with the expected status and with no other.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CLAIM = re.compile(
    r"(?P<kind>transfer|use|interdiction) (?P<flow>\S+ > \S+ \S+)"
    r" (?P<status>asserted|denied|suspected|prospective)(?: \| (?P<speakers>\S+))?"
)


@dataclass(frozen=True)
class Trial:
    """A sentence (or headline) and what is expected of it."""

    group: str
    text: str
    headline: bool
    claims: tuple[re.Match[str], ...]


def trials(name: str) -> list[Trial]:
    """Read a set: ``## group``, ``S:`` or ``H:``, then its ``C:`` lines."""
    found, group = [], ""
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "##":
            group = rest
        elif mark in ("S:", "H:"):
            found.append(Trial(group, rest, mark == "H:", ()))
        elif mark == "C:":
            claim = CLAIM.fullmatch(rest)
            assert claim, f"{name}:{number} is no claim: {line}"
            last = found.pop()
            found.append(Trial(last.group, last.text, last.headline, (*last.claims, claim)))
    assert all(trial.claims for trial in found), f"{name}: a sentence without a claim"
    return found


def expected_of(trial: Trial) -> dict[str, set[str]]:
    """The statuses of each flow that the sentence tells of."""
    flows: dict[str, set[str]] = {}
    for claim in trial.claims:
        flows.setdefault(f"{claim['kind']} {claim['flow']}", set()).add(claim["status"])
    return flows


def found_in(claims) -> dict[str, set[str]]:
    """The statuses of each flow that was read."""
    flows: dict[str, set[str]] = {}
    for c in claims:
        sides = ("+".join(sorted(side)) or "-" for side in (c.supplier, c.recipient))
        flows.setdefault(f"{c.kind} {' > '.join(sides)} {c.item}", set()).add(c.status)
    return flows


def failures(claims_in, name: str) -> tuple[list[str], int]:
    """Every sentence whose statuses are not those expected, and how many there are in all."""
    wrong = []
    known = trials(name)
    for trial in known:
        words = {"text": "", "title": trial.text} if trial.headline else {"text": trial.text}
        found = found_in(claims_in(**words))
        if any(found.get(flow) != put for flow, put in expected_of(trial).items()):
            wrong.append(f"{trial.group}: {trial.text}\n    expected {expected_of(trial)}"
                         f"\n    found    {found}")  # fmt: skip
    return wrong, len(known)


def test_the_set_is_whole():
    """Two hundred sentences, none of them twice."""
    texts = [trial.text for trial in trials("challenge.txt")]

    assert len(texts) == len(set(texts)) == 200


@pytest.mark.parametrize(
    ("name", "floor"), [("challenge.txt", 0.80), ("challenge_held_out.txt", 0.83)]
)
def test_share_with_the_right_status(claims_in, name, floor):
    """The goal is nineteen in twenty, these floors are where it stands; a missing claim is wrong.

    The first figure, before any rule was mended, was 0.545 of the challenge set; of the held-out
    set it was 0.836.
    """
    wrong, total = failures(claims_in, name)
    share = 1 - len(wrong) / total

    assert share >= floor, f"{share:.3f} of {total}:\n" + "\n".join(wrong)
