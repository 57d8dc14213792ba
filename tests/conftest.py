"""What every test may use: where the project and the shared corpora are."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared corpora beside the project; tests that need it skip without it."""
    folder = Path(os.environ.get("EMBARGO_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs ../shared: no folder {folder.name} beside the project")
    return folder


@pytest.fixture(scope="session")
def akoma():
    """Build a resolution as the United Nations publishes them; every text in it is invented here.

    ``operative`` and ``annexes`` hold lines ``(depth, mark, words)``; an annex line without a mark
    at depth -1 is a heading.
    """
    return _akoma


@pytest.fixture(scope="session")
def official(shared) -> tuple:
    """Every official text beside the project, read once."""
    from embargo_watch.read.resolutions import read_resolution

    files = sorted((shared / "law" / "resolutions").glob("*/*.xml"))
    if not files:
        pytest.skip("needs ../shared: law/resolutions")
    return tuple(read_resolution(file.read_bytes(), file.name) for file in files)


def _akoma(
    symbol="S/RES/3001 (2031)",
    adopted="2031-03-04",
    operative=((0, "1.", "Decides to remain seized of the matter."),),
    annexes=(),
    preamble=("Recalling what went before,",),
    votes=(("inFavour", ("NORWAY", "CHINA")), ("abstaining", ("GABON",))),
    outcome="adopted",
    said="Adopted 2-0-1, 99th meeting",
) -> bytes:
    counts = "".join(
        f'<count value="{len(names):03}" refersTo="{side}"><akn4un:voters>'
        + "".join(f"<organization>{name}</organization>" for name in names)
        + "</akn4un:voters></count>"
        for side, names in votes
    )
    lines = "".join(f"<container><p>{line}</p></container>" for line in preamble)
    attached = f"<attachment><doc><mainBody>{_body(annexes)}</mainBody></doc></attachment>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
            xmlns:akn4un="http://un.org/akn4un"><statement name="resolution"><meta>
  <keyword refersTo="title" showAs="Resolution [on an invented embargo]"/>
  <step date="{adopted}" outcome="draftResolution"/>
  <step date="{adopted}" outcome="{outcome}" by="{said}" refersTo="Chapter VII"/>
  <voting>{counts}</voting></meta>
  <coverPage><docNumber>{symbol}</docNumber></coverPage>
  <preamble><formula><p>The Council,</p></formula>{lines}</preamble>
  <mainBody>{_body(operative)}</mainBody><attachments>{attached if annexes else ""}</attachments>
</statement></akomaNtoso>""".encode()


def _body(lines) -> str:
    """Nest lines as the documents department does: a list with points and lists below points."""
    made, place = [], 0
    while place < len(lines):
        depth, mark, words = lines[place]
        below = place + 1
        while below < len(lines) and lines[below][0] > max(depth, 0):
            below += 1
        number = f"<num>{mark}</num>" if mark else ""
        if depth < 0:
            made.append(f"<paragraph><heading>{words}</heading></paragraph>")
        elif below == place + 1:
            made.append(f"<paragraph>{number}<content><p>{words}</p></content></paragraph>")
        else:
            points = _points(lines[place + 1 : below], depth + 1)
            listed = f"<list><intro><p>{words}</p></intro>{points}</list>"
            made.append(f"<paragraph>{number}{listed}</paragraph>")
        place = below
    return "".join(made)


def _points(lines, depth) -> str:
    made, place = [], 0
    while place < len(lines):
        _, mark, words = lines[place]
        below = place + 1
        while below < len(lines) and lines[below][0] > depth:
            below += 1
        made.append(f"<point><num>{mark}</num><content><p>{words}</p></content></point>")
        if below > place + 1:
            made.append(f"<sublist>{_points(lines[place + 1 : below], depth + 1)}</sublist>")
        place = below
    return "".join(made)
