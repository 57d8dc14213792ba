"""Ledgers are real SQLite files in a temporary folder; results come from ``synthetic.py``."""

import importlib.util
from pathlib import Path

import pytest

from embargo_watch.reconcile.reconciler import Reconciler
from embargo_watch.store import Ledger

SYNTHETIC = Path(__file__).with_name("synthetic.py")


@pytest.fixture(scope="session")
def synthetic():
    """The module that makes results; its ``__file__`` is a program that adds them."""
    spec = importlib.util.spec_from_file_location("synthetic_results", SYNTHETIC)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ledger(tmp_path):
    """A fresh ledger."""
    with Ledger.open(tmp_path / "ledger") as opened:
        yield opened


@pytest.fixture
def reconciler():
    """A reconciler that knows one family, two papers and an agency."""
    families = {"Reuters": "Reuters", "Daily": "Daily", "Weekly": "Daily", "Globe": "Globe"}
    return Reconciler(lambda name: families.get(name, ""))


@pytest.fixture
def listed():
    """A function that returns everything a ledger tells, as bytes, free of clock and source."""
    from embargo_watch.export.json_lines import entry_object, json_line
    from embargo_watch.export.ledger_json import flow_object, incident_object

    def lines(ledger):
        view = ledger.view()
        return b"".join(
            [
                *(json_line(entry_object(entry)) for entry in view.claims()),
                *(json_line(flow_object(flow)) for flow in view.flows()),
                *(json_line(incident_object(one)) for one in view.incidents()),
            ]
        )

    return lines
