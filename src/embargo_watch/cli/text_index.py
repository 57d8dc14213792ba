"""Find the user's own copy of the official texts, or say in one line how to come by one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from embargo_watch.cli.options import data_folder
from embargo_watch.errors import UnusableInput

if TYPE_CHECKING:
    from embargo_watch.store.texts import Texts

HOW_TO_ADD = (
    "there are no official texts here: `embargo law texts add PATH` indexes a copy,"
    " `embargo law texts fetch` gets the public one"
)

texts_option = click.option(
    "--texts",
    "folder",
    metavar="DIR",
    envvar="EMBARGO_TEXTS",
    type=click.Path(path_type=Path),
    default=None,
    help="The index of official texts (or EMBARGO_TEXTS); by default in the user's data folder.",
)


def texts_folder(folder: Path | None) -> Path:
    """The folder asked for, else the user's own."""
    return folder or data_folder() / "texts"


def found(folder: Path | None) -> "Texts | None":
    """The index, None where there is none or where it is empty.

    Raises OutOfReach where it is there and cannot be read.
    """
    from embargo_watch.store.texts import Texts

    texts = Texts.open(texts_folder(folder))
    return texts if texts is not None and texts.stock().resolutions else None


def opened(folder: Path | None) -> "Texts":
    """The index; raises UnusableInput, saying how to add texts, where there are none."""
    texts = found(folder)
    if texts is None:
        raise UnusableInput(HOW_TO_ADD)
    return texts
