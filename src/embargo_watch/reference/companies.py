"""Tell a company by its name, so that a claim says which firm, of which state, had a part in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import entries, mapping_of, strings, text_of
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load, names

FOLDER = "companies"
TRADES = ("maker", "exporter", "broker", "carrier")
_FIELDS = frozenset({"name", "country", "kind", "also"})


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A company of the list: its seat (ISO 3166-1 alpha-3) and what it does."""

    name: str
    country: str
    trade: str


@cache
def companies() -> Mapping[str, KnownCompany]:
    """Every company by each of the names that reports write, in the case given.

    Raises:
        InvalidReference: a field is missing, unknown or wrong, the country is none that is known,
            or one name stands for two companies; names the file, the entry and the field.
    """
    found: dict[str, KnownCompany] = {}
    for file_name in names(FOLDER):
        for name, company in parse_companies(file_name, load(file_name)).items():
            if name in found:
                raise _wrong(file_name, company.name, "also", f"{name!r} stands for two companies")
            found[name] = company
    return MappingProxyType(found)


def parse_companies(file_name: str, content: object) -> Mapping[str, KnownCompany]:
    """Turn a file's content into companies by name; see ``companies`` for what it refuses."""
    found: dict[str, KnownCompany] = {}
    for entry in entries(content, file_name):
        record = mapping_of(entry, file_name, "an entry")
        company = _company(record, file_name)
        for name in (company.name, *strings(record, "also", file_name, company.name)):
            if name in found:
                raise _wrong(file_name, company.name, "also", f"{name!r} stands for two companies")
            found[name] = company
    return MappingProxyType(found)


def _company(record: Mapping[str, object], file_name: str) -> KnownCompany:
    name = text_of(record, "name", file_name, "an entry")
    unknown = record.keys() - _FIELDS
    if unknown:
        raise _wrong(file_name, name, min(unknown), "is no field of a company")
    country = text_of(record, "country", file_name, name)
    trade = text_of(record, "kind", file_name, name)
    if len(country) != 3 or country not in parties():
        raise _wrong(file_name, name, "country", f"{country!r} is no state's code")
    if trade not in TRADES:
        raise _wrong(file_name, name, "kind", f"{trade!r} is none of {', '.join(TRADES)}")
    return KnownCompany(name, country, trade)


def _wrong(file_name: str, entry: str, field: str, what: str) -> InvalidReference:
    return InvalidReference(f"data/{file_name}: {entry}: {field}: {what}")
