"""Two looks at one word of a parse are two objects: words are compared by place, not `is`."""

import ast
from pathlib import Path

import pytest

import embargo_watch.extract as stage

TOKENS = frozenset((
    "above", "asked", "below", "child", "doer", "head", "host", "node", "noun", "preposition",
    "pronoun", "root", "t", "token", "top", "verb", "word",
))  # fmt: skip
"""What the stage calls a word of the parse."""

MODULES = sorted(Path(stage.__file__).parent.glob("*.py"))


def by_identity(source):
    """Lines on which a word of the parse is compared by identity with another than a constant."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Compare) or isinstance(node.comparators[0], ast.Constant):
            continue
        sides = (node.left, node.comparators[0])
        names = {s.id if isinstance(s, ast.Name) else getattr(s, "attr", "") for s in sides}
        if isinstance(node.ops[0], ast.Is | ast.IsNot) and names & TOKENS:
            yield node.lineno


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_word_is_compared_by_identity(module):
    """The parser hands out a new object at every look, so ``is`` would never hold."""
    assert list(by_identity(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [("head is top", [1]), ("x = 1\nt is not token", [2]), ("head.i == top.i", []),
     ("head is None", []), ("other is not candidate", [])],
)  # fmt: skip
def test_the_check_sees_what_it_must_and_no_more(source, lines):
    """Identity with None or between other records is no comparison of words."""
    assert list(by_identity(source)) == lines
