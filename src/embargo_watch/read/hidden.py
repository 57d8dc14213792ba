"""Cut out of a page what its reader never sees, so that no claim is read out of hidden text.

What is hidden by its own tag counts: ``hidden``, ``aria-hidden``, ``display: none``, templates,
closed dialogs, and what stands in for scripts. Rules of a style sheet are not followed.
"""

import re
from collections.abc import Iterator

_TAG = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]{0,30})(?P<rest>(?:[\s/][^<>]{0,4000})?)>", re.I
)
_HIDDEN = re.compile(
    r"""(?:^|\s)(?:hidden(?=[\s/]|$|=(?!\s*["']?until-found))|aria-hidden\s*=\s*["']?true\b
    |style\s*=\s*(?:"[^"]*|'[^']*|[^\s"']*)(?:display\s*:\s*none|visibility\s*:\s*hidden)\b)""",
    re.I | re.X,
)
_OPEN = re.compile(r"(?:^|\s)open(?=[\s/=]|$)", re.I)
_QUOTED = re.compile(r"""(?<!style=)("[^"]*"|'[^']*')""", re.I)
_NEVER_SEEN = frozenset(("template", "noscript"))
_RAW = frozenset(("script", "style", "textarea", "title"))
"""Their content is no markup: tags in it open and close nothing."""
_WHOLE = frozenset(("html", "body", "main", "article", "head"))
"""Hidden only until a script shows them: else the page would be empty."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr"),
)  # fmt: skip


def without_hidden(page: str) -> str:
    """The markup without elements that are hidden; one that is never closed stays.

    Linear in the page's length, whatever its nesting.
    """
    cuts = sorted(_cuts(page))
    if not cuts:
        return page
    parts, at = [], 0
    for start, end in cuts:
        if start >= at:
            parts.append(page[at:start])
        at = max(at, end)
    return " ".join([*parts, page[at:]])


def _cuts(page: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of hidden elements, inner ones before the outer that holds them."""
    depth: dict[str, int] = {}
    waiting: dict[str, list[tuple[int, int]]] = {}
    for match in _tags(page):
        name = match["name"].lower()
        if name in _VOID:
            continue
        open_ones = waiting.setdefault(name, [])
        if match["close"]:
            depth[name] = max(0, depth.get(name, 0) - 1)
            while open_ones and open_ones[-1][1] > depth[name]:
                yield open_ones.pop()[0], match.end()
            continue
        if name == "p" and open_ones:  # a paragraph ends where the next begins
            yield open_ones.pop()[0], match.start()
            depth[name] -= 1
        if match["rest"].endswith("/"):
            continue
        depth[name] = depth.get(name, 0) + 1
        if _is_hidden(name, match["rest"]):
            open_ones.append((match.start(), depth[name]))


def _is_hidden(name: str, attributes: str) -> bool:
    if name in _WHOLE:
        return False
    if name in _NEVER_SEEN or (name == "dialog" and not _OPEN.search(attributes)):
        return True
    return bool(attributes) and bool(_HIDDEN.search(_told(attributes)))


def _told(attributes: str) -> str:
    """The attributes without quoted values, but for those of a style and of aria-hidden."""
    return _QUOTED.sub(
        lambda match: match.group() if _speaks(attributes, match.start()) else '""', attributes
    )


def _speaks(attributes: str, at: int) -> bool:
    before = attributes[max(0, at - 20) : at].rstrip().removesuffix("=").rstrip().lower()
    return before.endswith(("style", "hidden"))


def _tags(page: str) -> Iterator[re.Match[str]]:
    """Every tag outside comments and scripts; what is never closed swallows nothing."""
    low = ""
    at, unclosed = 0, set[str]()
    for match in _TAG.finditer(page):
        if match.start() < at:
            continue
        name = (match["name"] or "!--").lower()
        if name not in _RAW and name != "!--":
            yield match
            continue
        if match["close"] or name in unclosed:
            continue
        low = low or page.lower()
        end = low.find("-->" if name == "!--" else f"</{name}", match.end())
        if end < 0:
            unclosed.add(name)
        at = max(at, end)
