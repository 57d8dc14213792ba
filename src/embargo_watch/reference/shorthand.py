"""Understand the short forms that a person types, without reading them into any report."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import mapping_of, strings
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load

SHORTHAND = "parties/shorthand.yaml"


@cache
def shorthand() -> Mapping[str, str]:
    """The party's id by each short form, casefolded.

    Raises InvalidReference, naming the file and the entry, where an id is no party's or a short
    form stands for two.
    """
    content = mapping_of(load(SHORTHAND), SHORTHAND, "the file")
    found: dict[str, str] = {}
    for party_id in content:
        if party_id not in parties():
            raise InvalidReference(f"data/{SHORTHAND}: {party_id!r} is no party's id")
        for text in strings(content, party_id, SHORTHAND, party_id):
            if found.setdefault(text.casefold(), party_id) != party_id:
                raise InvalidReference(f"data/{SHORTHAND}: {party_id}: {text!r} is used twice")
    return MappingProxyType(found)
