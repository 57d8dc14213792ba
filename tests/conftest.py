"""What every test may use: where the project and the shared corpora are."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared corpora beside the project; tests that need it skip without it."""
    folder = Path(os.environ.get("EMBARGO_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs ../shared: no folder {folder.name} beside the project")
    return folder
