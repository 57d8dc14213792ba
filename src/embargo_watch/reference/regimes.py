"""Read the embargoes from data that a lawyer can review, and refuse what is not whole.

One YAML file a regime; a user's own folder adds regimes, or replaces a bundled one of the same id.
"""

import hashlib
from functools import cache
from pathlib import Path

from embargo_watch.errors import InvalidReference
from embargo_watch.model.provision import Instrument, Regime
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.provisions import provision as read_provision
from embargo_watch.reference.scopes import GOODS_FOLDER, SCOPES_FILE
from embargo_watch.reference.votes import VOTES_FILE, votes
from embargo_watch.reference.yaml_files import data_root, load, names
from embargo_watch.reference.yaml_loader import parsed_file

LAYERS = ("UN", "EU", "UK", "US")
REGIME_FIELDS = frozenset(
    {"regime", "name", "layer", "territory", "parties", "instruments", "provisions", "note"}
)
INSTRUMENT_FIELDS = frozenset({"id", "adopted"})
_ALSO_LAW = (
    SCOPES_FILE, VOTES_FILE, "items/units.yaml", "parties/areas.yaml", "parties/blocs.yaml",
    "parties/groups.yaml",
)  # fmt: skip
"""Other data that a verdict can hang on."""


@cache
def regimes(extra: Path | None = None) -> tuple[Regime, ...]:
    """Every regime, in the order of its id; those of ``extra`` replace bundled ones.

    Raises:
        InvalidReference: a file breaks the schema; names the file, the provision and the field.
    """
    bundled = (parse_regime(f"data/{name}", load(name)) for name in names("regimes"))
    found = {regime.id: regime for regime in bundled} | _own_regimes(extra)
    owners: dict[str, str] = {}
    for regime in found.values():
        for provision in regime.provisions:
            owner = owners.setdefault(provision.id, regime.id)
            if owner != regime.id:
                both = f"both {owner} and {regime.id} have it"
                raise InvalidReference(f"{provision.id}: id: occurs twice: {both}")
    return tuple(found[key] for key in sorted(found))


@cache
def law_digest(extra: Path | None = None) -> str:
    """SHA-256 (hex) of the law as judged: every regime's file, and what else decides."""
    digest = hashlib.sha256()
    files = [
        data_root().joinpath(name) for name in (*names("regimes"), *names(GOODS_FOLDER), *_ALSO_LAW)
    ]
    for entry in [*(file for file in files if file.is_file()), *_own(extra)]:
        raw = entry.read_bytes()
        digest.update(f"{entry.name}:{len(raw)}:".encode())
        digest.update(raw)
    return digest.hexdigest()


def parse_regime(file: str, content: object) -> Regime:
    """Turn one file's content into a regime and check what its provisions refer to."""
    if not isinstance(content, dict):
        raise InvalidReference(f"{file}: wants a mapping with `regime` and `provisions`")
    top = Fields(file, str(content.get("regime", "file")), content)
    top.only(REGIME_FIELDS)
    instruments = tuple(_instrument(entry) for entry in top.mappings("instruments"))
    regime = Regime(
        id=top.plain("regime"),
        name=top.text("name"),
        layer=top.choice("layer", LAYERS),
        territory=top.text("territory", ""),
        parties=top.texts("parties", required=True),
        instruments=instruments,
        provisions=tuple(
            read_provision(entry, top.text("regime")) for entry in top.mappings("provisions")
        ),
        note=top.text("note", ""),
    )
    _check(regime, top)
    return regime


def _own(extra: Path | None) -> tuple[Path, ...]:
    if extra is None:
        return ()
    if not extra.is_dir():
        raise InvalidReference(f"{extra}: is no folder of regimes")
    found = tuple(sorted(extra.glob("*.yaml")))
    if not found:
        raise InvalidReference(f"{extra}: holds no regime (a file that ends in .yaml)")
    return found


def _own_regimes(extra: Path | None) -> dict[str, Regime]:
    """A user's own regimes by id; two files of one id would hide each other."""
    found: dict[str, Regime] = {}
    files: dict[str, str] = {}
    for path in _own(extra):
        regime = parse_regime(str(path), parsed_file(path))
        if regime.id in files:
            raise InvalidReference(f"{path}: {regime.id}: regime: is in {files[regime.id]} too")
        found[regime.id], files[regime.id] = regime, path.name
    return found


def _instrument(entry: Fields) -> Instrument:
    entry.only(INSTRUMENT_FIELDS)
    name = entry.text("id")
    return Instrument(id=name, adopted=entry.date("adopted"), vote=votes().get(name))


def _check(regime: Regime, top: Fields) -> None:
    """Refuse ids that occur twice and references that lead nowhere."""
    ids = [provision.id for provision in regime.provisions]
    instruments = {instrument.id for instrument in regime.instruments}
    for place, entry in enumerate(top.mappings("provisions")):
        provision = regime.provisions[place]
        if ids.index(provision.id) != place:
            raise entry.wrong("id", "occurs twice")
        if provision.instrument not in instruments:
            raise entry.wrong("instrument", f"{provision.instrument!r} is not among instruments")
        for party in provision.target:
            if party not in regime.parties:
                _check_parties(regime, top, party)
                raise entry.wrong("target", f"{party!r} is not among the regime's parties")
        for other in provision.relaxes:
            if other not in ids:
                raise entry.wrong("relaxes", f"{other!r} is no provision of this regime")
        if bool(provision.contested) != bool(provision.readings):
            raise entry.wrong("readings", "a contested provision has readings, and no other")


def _check_parties(regime: Regime, top: Fields, missing: str) -> None:
    """A target is not at fault where the regime names somebody unknown in its party's place."""
    from embargo_watch.reference.parties import parties

    known = parties()
    strange = [party for party in regime.parties if party not in known]
    if strange and missing in known:
        raise top.wrong(
            "parties",
            f"{strange[0]!r} is no party that the reference data know, and {missing!r}, which a "
            "provision's target names, is not among them",
        )
