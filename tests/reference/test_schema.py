"""The schema that an editor gets and the loader that judges agree on what a regime's file is."""

import copy
import datetime as dt
import json

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.regimes import parse_regime
from embargo_watch.reference.schema import regime_schema
from embargo_watch.reference.yaml_files import data_root, load, names

WHOLE = """\
regime: MOON
name: Moon
layer: UN
territory: SOM
parties: [SOM, al-shabaab]
instruments: [{id: S/RES/1 (2001), adopted: 2001-01-01}]
provisions:
  - id: MOON-1-1
    instrument: S/RES/1 (2001)
    paragraph: "1"
    text: no arms
    kind: ban
    force: mandatory
    adopted: 2001-01-01
    from: 2001-01-01
    until: 2009-01-01
    until_kind: lifted
    direction: to_target
    bound: all States
    target_type: territory
    target: [SOM]
    target_text: the Moon
    area: all of it
    items: [arms_all]
    services: [training]
    items_since: {arms_all: 2002-01-01}
    binds: [eu]
    nexus: [territory, flag]
    confidence: V
    source: [text]
    contested: whether
    readings: [{reading: so, held_by: [USA]}, {reading: not so, held_by: [RUS], applies: false}]
    grace: {until: 2001-02-01, condition: earlier contracts}
    caps: [{amount: 5, unit: tonne, from: 2001-01-01, period: year, text: five, source: S}]
    listed: [{party: al-shabaab, from: 2002-01-01}]
    changes: [{"on": 2002-01-01, instrument: S/RES/2 (2002), paragraph: "2", how: renewed}]
"""


def regime(name):
    """A change to the regime."""
    return lambda content, value: content.__setitem__(name, value)


def provision(*path):
    """A change somewhere in the provision."""

    def change(content, value):
        at = content["provisions"][0]
        for step in path[:-1]:
            at = at[step]
        if value is GONE:
            del at[path[-1]]
        else:
            at[path[-1]] = value

    return change


GONE = object()
BROKEN = [
    (regime("layer"), "UNO"),
    (regime("name"), ""),
    (regime("parties"), []),
    (regime("colour"), "red"),
    (regime("instruments"), [{"id": "S/RES/1 (2001)"}]),
    (regime("instruments"), [{"id": "S/RES/1 (2001)", "adopted": "January"}]),
    (provision("id"), GONE),
    (provision("text"), "  "),
    (provision("text"), 5),
    (provision("kind"), "bann"),
    (provision("colour"), "red"),
    (provision("target"), []),
    (provision("target"), "SOM"),
    (provision("source"), GONE),
    (provision("from"), GONE),
    (provision("from"), "2001-13-01"),
    (provision("until"), GONE),
    (provision("until_kind"), "open"),
    (provision("until_kind"), "forgotten"),
    (provision("nexus"), ["territory", "luck"]),
    (provision("readings"), GONE),
    (provision("contested"), GONE),
    (provision("readings", 0, "held_by"), []),
    (provision("readings", 0, "applies"), "yes"),
    (provision("readings", 0, "colour"), "red"),
    (provision("grace", "condition"), GONE),
    (provision("caps", 0, "amount"), 0),
    (provision("caps", 0, "amount"), "five"),
    (provision("caps", 0, "period"), "month"),
    (provision("listed", 0, "party"), GONE),
    (provision("changes", 0, "how"), "forgot"),
    (provision("changes", 0, "paragraph"), GONE),
    (provision("changes", 0, "until"), "someday"),
    (provision("items_since"), {"arms_all": "then"}),
    (provision("items"), "arms_all"),
]


@pytest.fixture(scope="module")
def validator():
    """The schema as a program that checks."""
    schema = regime_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def as_json(content):
    """The file as a schema sees it: dates are texts, and YAML's true is the word `on`."""
    if isinstance(content, dict):
        return {"on" if key is True else key: as_json(value) for key, value in content.items()}
    if isinstance(content, list):
        return [as_json(value) for value in content]
    return content.isoformat() if isinstance(content, dt.date) else content


def accepted(content):
    """Whether the loader takes a file."""
    try:
        parse_regime("moon.yaml", content)
    except InvalidReference:
        return False
    return True


@pytest.mark.parametrize("name", names("regimes"))
def test_every_bundled_file_keeps_the_schema(validator, name):
    """What the loader takes, the schema takes."""
    assert [error.message for error in validator.iter_errors(as_json(load(name)))] == []


def test_a_whole_example_is_taken_by_both(validator):
    """Every field filled, every kind of entry once."""
    content = yaml.safe_load(WHOLE)

    assert accepted(content)
    assert list(validator.iter_errors(as_json(content))) == []


@pytest.mark.parametrize(
    ("change", "value"), BROKEN, ids=[str(place) for place in range(len(BROKEN))]
)
def test_what_one_refuses_the_other_refuses(validator, change, value):
    """One thing wrong in an otherwise whole file."""
    content = copy.deepcopy(yaml.safe_load(WHOLE))
    change(content, value)

    assert not accepted(content)
    assert not validator.is_valid(as_json(content))


def test_neither_items_nor_services_is_refused_by_both(validator):
    """A provision must be about something."""
    content = yaml.safe_load(WHOLE)
    for name in ("items", "services"):
        content["provisions"][0].pop(name)
    content["provisions"][0].pop("items_since")

    assert not accepted(content)
    assert not validator.is_valid(as_json(content))


def test_the_committed_schema_is_that_of_the_loader(root):
    """`make docs` writes it anew."""
    committed = (root / "docs" / "regime.schema.json").read_text(encoding="utf-8")

    assert json.loads(committed) == regime_schema()


def test_bundled_regimes_are_found():
    """The parametrised test above is not empty."""
    assert data_root().joinpath("regimes").is_dir()
    assert len(names("regimes")) > 30
