"""Let lawyers change, without touching code, the words that the official texts are held against."""

from collections.abc import Mapping
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load

MEMBERS_FILE = "law/members.yaml"


@cache
def members() -> Mapping[str, str]:
    """Members of the Council by name, in lower case with plain apostrophes, to ISO codes.

    Raises:
        InvalidReference: the file is not a mapping of names to codes.
    """
    from embargo_watch.reference.parties import parties

    found: dict[str, str] = {}
    for party in parties().values():
        if party.kind == "state":
            known = [word.text for word in party.words if word.word_class == "name"]
            for name in (party.name, *known):
                found.setdefault(_plain(name), party.id)
    more = load(MEMBERS_FILE)
    if not isinstance(more, dict) or not all(isinstance(code, str) for code in more.values()):
        raise InvalidReference(f"data/{MEMBERS_FILE}: wants a mapping of names to codes")
    return found | {str(name): code for name, code in more.items()}


def member(name: str) -> str:
    """The ISO code of a member; the name as it stands where nobody goes by it."""
    return members().get(_plain(name), name.strip())


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
