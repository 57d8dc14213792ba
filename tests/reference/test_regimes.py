"""The law as data: whole, and plain about what is wrong with a file."""

import csv
import datetime as dt
import shutil
from pathlib import Path

import pytest
import yaml

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.regimes import law_digest, parse_regime, regimes
from embargo_watch.reference.scopes import scopes
from embargo_watch.reference.yaml_files import data_root

ONE = """
regime: TST
name: Testland
layer: UN
territory: TST
parties: [TST]
instruments:
  - {id: S/RES/1 (2001), adopted: 2001-01-01}
provisions:
  - id: TST-1
    instrument: S/RES/1 (2001)
    paragraph: "1"
    text: no arms to Testland
    kind: ban
    force: mandatory
    adopted: 2001-01-01
    from: 2001-01-01
    until_kind: open
    direction: to_target
    bound: all States
    target_type: state
    target: [TST]
    target_text: Testland
    area: whole country
    items: [arms_all]
    confidence: V
    source: [S/RES/1 (2001) 1]
"""


COMPARED = {
    "since": "from", "until": "until_exclusive", "adopted": "adopted", "until_kind": "until_kind",
    "direction": "direction", "confidence": "confidence", "paragraph": "paragraphs",
}  # fmt: skip
"""Fields of a provision and the columns of the shared table that they are held against."""


def test_the_data_agree_with_the_shared_table(shared):
    """Ids, dates, ends, directions and confidence are its own, but for corrections by the texts."""
    path = shared / "law" / "regimes.csv"
    if not path.is_file():
        pytest.skip("needs ../shared: law/regimes.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = {row["provision_id"]: row for row in csv.DictReader(stream)}
    with Path(__file__).with_name("corrections.csv").open(encoding="utf-8", newline="") as stream:
        told = [tuple(row)[:4] for row in list(csv.reader(stream))[1:]]
    ours = {p.id: p for regime in regimes() for p in regime.provisions}
    covered = {regime.id for regime in regimes()}
    found = [(p.id, "added", "", p.since.isoformat()) for p in ours.values() if p.id not in rows]
    for name, row in rows.items():
        if name not in ours:
            found += [(name, "missing", row["from"], "")] if row["regime_id"] in covered else []
            continue
        for field, column in COMPARED.items():
            value = getattr(ours[name], field) or ""
            if str(value) != row[column]:
                found.append((name, field, row[column], str(value)))

    assert sorted(found) == sorted(told)


def test_a_ban_without_end_is_open_and_an_end_is_a_date():
    """An open provision has no end; every other has the first day on which it is over."""
    for regime in regimes():
        for provision in regime.provisions:
            assert (provision.until is None) == (provision.until_kind == "open"), provision.id
            assert provision.since >= provision.adopted or provision.until_kind != "open"


def test_every_source_is_named():
    """No provision, category or kind of goods stands without a source."""
    assert all(p.source for regime in regimes() for p in regime.provisions)
    assert all(each.source for each in (*scopes().goods, *scopes().categories.values()))


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("from", "soon", "from"),
        ("from", None, "from"),
        ("until", dt.date(1999, 1, 1), "until"),
        ("until", dt.date(2005, 1, 1), "until"),
        ("kind", "bann", "kind"),
        ("direction", "sideways", "direction"),
        ("items", ["armsall"], "items"),
        ("items", [], "items"),
        ("source", [], "source"),
        ("target", ["XYZ"], "target"),
        ("instrument", "S/RES/2 (2002)", "instrument"),
        ("contested", "yes", "readings"),
        ("colour", "red", "colour"),
        ("relaxes", ["TST-9"], "relaxes"),
        ("areas", ["atlantis"], "areas"),
    ],
)
def test_a_mistake_names_file_provision_and_field(field, value, named):
    """A lawyer finds the line without a programmer."""
    content = yaml.safe_load(ONE)
    content["provisions"][0][field] = value

    with pytest.raises(InvalidReference, match=rf"tst\.yaml: TST-1: {named}: "):
        parse_regime("tst.yaml", content)


def test_an_id_that_occurs_twice_is_refused():
    """Two provisions of one id would judge as one."""
    content = yaml.safe_load(ONE)
    content["provisions"] *= 2

    with pytest.raises(InvalidReference, match="TST-1: id: occurs twice"):
        parse_regime("tst.yaml", content)


def test_a_folder_of_ones_own_adds_a_regime(tmp_path):
    """A user's regime stands beside the bundled ones, and the digest tells."""
    (tmp_path / "tst.yaml").write_text(ONE, encoding="utf-8")
    found = {regime.id for regime in regimes(tmp_path)}

    assert found == {regime.id for regime in regimes()} | {"TST"}
    assert law_digest(tmp_path) != law_digest()


def test_a_folder_of_ones_own_replaces_a_regime(tmp_path):
    """A regime of a bundled one's id takes its place."""
    with data_root().joinpath("regimes/yemen.yaml").open("rb") as bundled:
        content = yaml.safe_load(bundled)
    content["provisions"] = content["provisions"][:1]
    (tmp_path / "yemen.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    found = {regime.id: len(regime.provisions) for regime in regimes(tmp_path)}

    assert found["YEMEN"] == 1
    assert found["IRAN"] == 19


def test_a_broken_file_of_ones_own_is_named(tmp_path):
    """Text that is no YAML names its file, and so does a folder that is none."""
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")

    with pytest.raises(InvalidReference, match=r"broken\.yaml"):
        regimes(tmp_path)
    shutil.rmtree(tmp_path)
    with pytest.raises(InvalidReference, match="is no folder"):
        law_digest(tmp_path)


def test_the_digest_is_that_of_the_content():
    """Same law, same digest: 64 hex digits."""
    assert law_digest() == law_digest()
    assert len(law_digest()) == 64
