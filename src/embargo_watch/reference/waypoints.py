"""Know ports, airfields and waters by their bare names, so that a way is told from a giver."""

from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import mapping_of, strings
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load

FILE = "places/waypoints.yaml"
WATERS = "waters"


@cache
def waypoints() -> frozenset[str]:
    """Every name, in its case; raises InvalidReference where a list is of no known state."""
    return parse_waypoints(load(FILE))


def parse_waypoints(content: object) -> frozenset[str]:
    """Turn a file's content into names; see ``waypoints`` for what it refuses."""
    record = mapping_of(content, FILE, "the file")
    for state in record:
        if state != WATERS and (len(state) != 3 or state not in parties()):
            raise InvalidReference(f"data/{FILE}: {state}: is no state's code")
    return frozenset(name for state in record for name in strings(record, state, FILE, state))
