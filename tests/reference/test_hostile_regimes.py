"""A user's regimes may hold anything: what no regime needs is refused with its file and place."""

import os

import pytest
from click.testing import CliRunner

from embargo_watch.cli.law import law_command
from embargo_watch.errors import InvalidReference
from embargo_watch.reference.regimes import parse_regime, regimes
from embargo_watch.reference.yaml_files import data_root, load, names
from embargo_watch.reference.yaml_loader import parsed, parsed_file

WHOLE = """\
regime: TST
name: Testland
layer: UN
parties: [PRK]
instruments:
  - {id: S/RES/1 (2001), adopted: 2001-01-01}
provisions:
  - id: TST-1(a).b
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
    target: [PRK]
    target_text: Testland
    area: whole country
    items: [arms_all]
    confidence: V
    source: [S/RES/1 (2001) 1]
"""


def _folder(tmp_path, text):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "tst.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_whole_regime_is_read(tmp_path):
    """Parentheses and dots within an id are plain."""
    found = {regime.id: regime for regime in regimes(_folder(tmp_path, WHOLE))}

    assert [each.id for each in found["TST"].provisions] == ["TST-1(a).b"]


@pytest.mark.parametrize(
    "name", ["../../PWN2", "/etc/x", "..", "a/b", "a b", "-x", r"C:\x", "a..b", "x" * 200, "ä"]
)
@pytest.mark.parametrize("field", ["regime", "id"])
def test_an_id_is_a_plain_name(tmp_path, name, field):
    """An id names a page; it must not lead out of the folder where pages go."""
    text = WHOLE.replace("TST\n" if field == "regime" else "TST-1(a).b", f"'{name}'\n", 1)
    with pytest.raises(InvalidReference, match=rf"tst\.yaml: .*: {field}: .* no plain name"):
        regimes(_folder(tmp_path, text))


def test_pages_of_a_hostile_regime_are_not_written(tmp_path):
    """Nothing is written, within the folder or outside it."""
    folder = _folder(tmp_path, WHOLE.replace("regime: TST", "regime: ../../PWN2"))
    pages = tmp_path / "deep" / "pages"
    result = CliRunner().invoke(law_command, ["docs", str(pages), "--regimes", str(folder)])

    assert isinstance(result.exception, InvalidReference)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["own", "tst.yaml"]


@pytest.mark.parametrize("field", ["id", "text", "source", "name"])
def test_a_text_gives_no_order_to_a_terminal(tmp_path, field):
    """An escape sequence is refused where it stands."""
    value = '["\\e[31mred"]' if field == "source" else '"\\e[31mred"'
    old = next(line for line in WHOLE.splitlines() if line.strip(" -").startswith(f"{field}:"))
    made = WHOLE.replace(old, old.split(":")[0] + ": " + value)
    with pytest.raises(InvalidReference, match=rf"tst\.yaml: .*{field}: holds a control"):
        regimes(_folder(tmp_path, made))


@pytest.mark.parametrize(
    "value",
    [
        "2025-02-30", "2025-13-01", "0000-01-01", "2025-02-01T99:99:99Z", "!!timestamp x",
        "!!int foo", "!!float x", "!!bool maybe", "1" * 5000, "0x" + "f" * 100_000, "!!int ''",
        "!!binary '%'", "!!python/object:os.system x", "&a [*a]",
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_value_is_named_with_its_line(tmp_path, value):
    """No traceback: the file, the line and the field that stands there."""
    text = WHOLE.replace("    from: 2001-01-01", f"    from: {value}")
    with pytest.raises(InvalidReference, match=r"tst\.yaml: (line 15 \(from: |TST-1.*: from: )"):
        regimes(_folder(tmp_path, text))


@pytest.mark.parametrize("amount", ["1" + "0" * 39, ".inf", ".nan", "-1", "true", "'7'"])
def test_an_amount_is_a_number(tmp_path, amount):
    """A number with no end is none; a long one is still a number."""
    cap = "    caps: [{items: [arms_all], amount: %s, unit: tonne, from: 2001-01-01, period: once,"
    text = WHOLE + cap % amount + " text: a cap, source: S/RES/1}]\n"
    folder = _folder(tmp_path, text)
    if amount.startswith("1"):
        assert regimes(folder)
        return
    with pytest.raises(InvalidReference, match="amount: wants a number above zero"):
        regimes(folder)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, "{a: " * 20_000, "- " * 20_000, "x: " + "[" * 41 + "]" * 41,
        "\n".join(["a0: &a0 {x: 1}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}"
                                      for n in range(1, 40))]),
        "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]),
        "\x00", "a: b: c", "? [", "", "- 1", "%YAML 9.9\n---\na: b",
    ],
    ids=range(12),
)  # fmt: skip
def test_what_would_take_all_time_or_memory_is_refused(tmp_path, text):
    """Nesting without end, bombs of aliases, and what is no YAML end in words."""
    with pytest.raises(InvalidReference, match=r"tst\.yaml"):
        regimes(_folder(tmp_path, text))


def test_a_merge_key_is_refused():
    """No file of the law needs one, and it can hide what a provision says."""
    with pytest.raises(InvalidReference, match=r"x\.yaml: line 1 .*merge key"):
        parsed("a: {<<: {b: 1}}", "x.yaml")


@pytest.mark.parametrize(
    "text", ["a: 1\nb: 2\na: 3", "a: 1\nx: {b: 1,\n b: 2}", "a: 1\n1: 2\n1: 3"]
)
def test_a_key_that_occurs_twice_is_named_with_its_line(text):
    """The second would hide the first without a word."""
    line = text[: text.rindex(":")].count("\n") + 1
    with pytest.raises(InvalidReference, match=rf"x\.yaml: line {line} .*occurs twice"):
        parsed(text, "x.yaml")


def test_no_data_file_has_a_key_twice():
    """Every file that the program brings along is read by the same rule."""
    for folder in ("regimes", "items", "parties", "law", "publishers"):
        for name in names(folder):
            assert load(name) is not None
    for path in data_root().joinpath("lexicon", "en").iterdir():
        if path.name.endswith(".yaml"):
            assert parsed(path.read_text(encoding="utf-8"), path.name) is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_no_regime(tmp_path):
    """Nobody waits for who might write into it."""
    folder = _folder(tmp_path, WHOLE)
    os.mkfifo(folder / "pipe.yaml")
    with pytest.raises(InvalidReference, match=r"pipe\.yaml: is no regular file"):
        regimes(folder)


def test_a_file_that_is_none_is_named(tmp_path):
    """Missing, a folder, too large, or no UTF-8."""
    large, latin = tmp_path / "large.yaml", tmp_path / "latin.yaml"
    with large.open("wb") as stream:
        stream.truncate((8 << 20) + 1)
    latin.write_bytes(b"a: b\nname: C\xf4te")
    for path, said in (
        (tmp_path / "none.yaml", "cannot be read"),
        (tmp_path, "is no regular file"),
        (large, "more than 8 MB"),
        (latin, "line 2: is no UTF-8"),
    ):
        with pytest.raises(InvalidReference, match=said):
            parsed_file(path)


def test_a_long_value_is_shown_by_its_beginning():
    """A message stays one that a person can read."""
    with pytest.raises(InvalidReference) as caught:
        parse_regime("x.yaml", {"regime": ["a"] * 10_000})

    assert len(str(caught.value)) < 200


def test_a_sign_that_no_yaml_may_hold_is_named_with_its_line():
    """An escape sequence as such, in place of its name."""
    with pytest.raises(InvalidReference, match=r"x\.yaml: line 2: control characters"):
        parsed("a: 1\nb: \x1b[31m", "x.yaml")


def test_an_unknown_party_is_blamed_on_the_parties(tmp_path):
    """Not on a target that is right; a target that nobody listed is still the target's fault."""
    (tmp_path / "own.yaml").write_text(WHOLE.replace("parties: [PRK]", "parties: [QQQ]"))
    with pytest.raises(InvalidReference, match=r"TST: parties: 'QQQ' is no party .* 'PRK'"):
        regimes(tmp_path)

    (tmp_path / "other").mkdir()
    (tmp_path / "other/own.yaml").write_text(WHOLE.replace("target: [PRK]", "target: [QQQ]"))
    with pytest.raises(InvalidReference, match=r"target: 'QQQ' is not among"):
        regimes(tmp_path / "other")
