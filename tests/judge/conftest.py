"""The bundled law, and a short way to ask it about one transfer."""

from collections.abc import Callable

import pytest

from embargo_watch.judge import judge
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Regime
from embargo_watch.reference.regimes import regimes

Ask = Callable[..., dict[str, Finding]]


@pytest.fixture(scope="session")
def law() -> tuple[Regime, ...]:
    """The bundled regimes."""
    return regimes()


@pytest.fixture(scope="session")
def ask(law: tuple[Regime, ...]) -> Ask:
    """Judge one transfer; a state stands for its government unless told otherwise."""

    def asked(**slots: str) -> dict[str, Finding]:
        stands_for = {"supplier_as": "government", "recipient_as": "government"}
        found = judge(Query(**(stands_for | slots)), law)  # type: ignore[arg-type]
        return {finding.provision: finding for finding in found}

    return asked


@pytest.fixture(scope="session")
def united_nations(law: tuple[Regime, ...]) -> frozenset[str]:
    """The ids of the Security Council's provisions."""
    return frozenset(p.id for regime in law if regime.layer == "UN" for p in regime.provisions)
