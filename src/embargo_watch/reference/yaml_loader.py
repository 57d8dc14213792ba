"""Read YAML without what a hostile or careless file can do with it, and name the line at fault.

A mistake in a file is a mistake of data: it must never end in a traceback, a hang, or in one
entry hiding another without a word.
"""

import stat
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from embargo_watch.errors import InvalidReference

MAX_DEPTH = 40
"""Deepest nesting that is read: a regime's file has under 10."""
MAX_BYTES = 8 << 20
"""The largest regime's file that is read; the longest of ours has under 200 kB."""
_MAX_NUMBER = 40
"""Signs of a number: more is no amount, no count and no date."""
_SHOWN = 60
_SCALARS = ("int", "float", "bool", "timestamp", "null", "binary")


def parsed(text: str, name: str) -> object:
    """The content of a data file that the program brings along.

    Raises:
        InvalidReference: it is no YAML, or has a key twice; names the file and the line.
    """
    import yaml

    try:
        return yaml.load(text, Loader=_loader())
    except yaml.YAMLError as error:
        raise InvalidReference(f"{name}: {_told(error, text)}") from error


def parsed_file(path: Path) -> object:
    """The content of a user's own data file.

    Raises:
        InvalidReference: it is no regular file, too large, no UTF-8, no YAML, or holds what no
            data file needs: aliases, merge keys, a key twice, nesting without end.
    """
    import yaml

    text = _text(path)
    try:
        _check(text)
    except yaml.YAMLError as error:
        raise InvalidReference(f"{path}: {_told(error, text)}") from error
    return parsed(text, str(path))


def _text(path: Path) -> str:
    try:
        # Asked first: to open a named pipe would wait for who writes into it.
        if not stat.S_ISREG(path.stat().st_mode):
            raise InvalidReference(f"{path}: is no regular file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InvalidReference(f"{path}: cannot be read ({error.strerror or error})") from error
    if len(raw) > MAX_BYTES:
        raise InvalidReference(f"{path}: has more than {MAX_BYTES >> 20} MB, as no regime has")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InvalidReference(f"{path}: line {line}: is no UTF-8 ({error.reason})") from error


def _check(text: str) -> None:
    """Walk over a file without building anything of it, so that no file is too much for us."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=_base()):
        if isinstance(event, yaml.AliasEvent):
            raise _refused(event, f"the alias *{event.anchor} is not read: write it out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _refused(event, f"is nested more than {MAX_DEPTH} deep")


def _refused(at: Any, message: str) -> Exception:  # noqa: ANN401 - a node or an event of yaml
    import yaml

    return yaml.MarkedYAMLError(problem=message, problem_mark=at.start_mark)


def _told(error: Exception, text: str) -> str:
    """``line 12 (from: 2025-02-30): …``: where, and what stands there."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        place = getattr(error, "position", 0)
        line = text.count("\n", 0, place) + 1
        return f"line {line}: {getattr(error, 'reason', error)}"
    lines = text.splitlines()
    there = lines[mark.line].strip()[:_SHOWN] if mark.line < len(lines) else ""
    place = f"line {mark.line + 1}" + (f" ({there})" if there else "")
    said = " ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", ""))))
    return f"{place}: {said or error}"


def _base() -> Any:  # noqa: ANN401 - one of two classes
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _loader() -> Any:  # noqa: ANN401 - a class made late, for yaml is slow to load
    """A loader that names the line of what cannot be read, and refuses merges and double keys."""

    class Strict(_base()):  # type: ignore[misc]
        def flatten_mapping(self, node: Any) -> None:  # noqa: ANN401
            for key, _ in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    raise _refused(key, "the merge key << is not read: write it out")

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401
            found = super().construct_mapping(node, deep=deep)
            if len(found) != len(node.value):
                raise _refused(*_twice(self, node))
            return found

    for kind in _SCALARS:
        tag = f"tag:yaml.org,2002:{kind}"
        Strict.add_constructor(tag, _careful(kind, Strict.yaml_constructors[tag]))
    return Strict


def _twice(loader: Any, node: Any) -> tuple[Any, str]:  # noqa: ANN401
    """The second of two equal keys, and what is wrong with it."""
    seen = set()
    for key, _ in node.value:
        value = loader.construct_object(key, deep=True)
        if value in seen:
            return key, f"the key {value!r} occurs twice"
        seen.add(value)
    return node, "a key occurs twice"


def _careful(kind: str, construct: Callable[..., Any]) -> Callable[..., Any]:
    def made(loader: Any, node: Any) -> Any:  # noqa: ANN401
        value = node.value
        numeric = kind in ("int", "float", "timestamp")
        if numeric and isinstance(value, str) and len(value) > _MAX_NUMBER:
            raise _refused(node, f"{value[:_SHOWN]!r}… is too long for a number or a date")
        try:
            return construct(loader, node)
        except (ValueError, KeyError, AttributeError, IndexError, OverflowError) as error:
            wanted = "date" if kind == "timestamp" else kind
            raise _refused(node, f"{str(value)[:_SHOWN]!r} is no {wanted} ({error})") from error

    return made
