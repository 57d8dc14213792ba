"""Read each data file once, and let a mistake in one name its file rather than a traceback.

The only module that knows where data/ lies; loaders beside it turn what it
returns into records and check each entry's fields.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_loader import parsed


def data_root() -> Traversable:
    """The folder that holds the data files, inside the installed package."""
    return files("embargo_watch") / "data"


@cache
def load(name: str) -> object:
    """Return the parsed content of ``data/<name>`` (e.g. ``items/groups.yaml``).

    The object is cached and shared: read it, never change it.

    Raises:
        InvalidReference: the file is missing, is not YAML or has a key twice; the message names
            it and the line.
    """
    try:
        text = data_root().joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidReference(f"data/{name}: {error}") from error
    return parsed(text, f"data/{name}")


def names(folder: str) -> tuple[str, ...]:
    """The names that ``load`` takes for every data file in a folder, in alphabetical order."""
    found = (entry.name for entry in data_root().joinpath(folder).iterdir())
    return tuple(f"{folder}/{name}" for name in sorted(found) if name.endswith(".yaml"))
