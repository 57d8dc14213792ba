"""Tell who supported a decision, because a breach by a state that voted for it is another story."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from embargo_watch.model.provision import Vote
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.yaml_files import load

VOTES_FILE = "votes.yaml"
_FIELDS = frozenset(
    {"id", "adopted", "in_favour", "against", "abstaining", "supported", "opposed", "abstained",
     "failed", "source"}
)  # fmt: skip


@cache
def votes() -> Mapping[str, Vote]:
    """The Council's votes by instrument id (``S/RES/1718 (2006)``), failed drafts by their symbol.

    Raises:
        InvalidReference: an entry breaks the schema; names the file, the entry and the field.
    """
    top = Fields(f"data/{VOTES_FILE}", "file", {"votes": load(VOTES_FILE)})
    found: dict[str, Vote] = {}
    for entry in top.mappings("votes"):
        entry.only(_FIELDS)
        if entry.text("id") in found:
            raise entry.wrong("id", "occurs twice")
        found[entry.text("id")] = _vote(entry)
    return MappingProxyType(found)


def _vote(entry: Fields) -> Vote:
    return Vote(
        on=entry.date("adopted"),
        yes=entry.count("in_favour"),
        no=entry.count("against"),
        abstain=entry.count("abstaining"),
        supported=entry.texts("supported"),
        opposed=entry.texts("opposed"),
        abstained=entry.texts("abstained"),
        failed=entry.text("failed", ""),
        source=entry.text("source"),
    )
