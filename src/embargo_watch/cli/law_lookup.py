"""Find what a person asks for by id, paragraph, resolution or draft, or what is near it."""

import difflib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from embargo_watch.cli.text_index import HOW_TO_ADD
from embargo_watch.model.provision import Provision, Regime
from embargo_watch.model.resolution import resolution_number

if TYPE_CHECKING:
    from embargo_watch.official import Quoted
    from embargo_watch.store.texts import Texts

_ASKED = re.compile(r"(?:S/RES/)?(\d{3,4})(?:\s?\(\d{4}\))?,?\s*(.*)", re.IGNORECASE)
_DRAFT = re.compile(r"(S/\d{4}/\d{1,4}),?\s*(.*)", re.IGNORECASE)
_TOKEN = re.compile(
    r"annex(?:\s+[a-z]\b)?|\b(?:op|para(?:graph)?s?\b\.?)|\d{1,3}|\([a-z0-9]{1,6}\)|[\s,;–-]",
    re.IGNORECASE,
)
"""What the place of a paragraph is made of."""
_LEAD = re.compile(r"^(?:op|para(?:graph)?s?\.?)\s*", re.IGNORECASE)
_NEAR = 3

Shown = tuple[Regime, Provision]


def chosen_by(every: Sequence[Shown], asked: str) -> list[Shown]:
    """The provisions by id, by paragraph, by instrument; else those that a paragraph changed."""
    wanted = asked.casefold()
    by_id = [pair for pair in every if pair[1].id.casefold() == wanted]
    by_instrument = [pair for pair in every if pair[1].instrument.casefold() == wanted]
    name, paragraph = _paragraph(asked)
    if by_id or by_instrument or not name.isdigit() or not _readable(paragraph):
        return by_id or by_instrument
    number = int(name)
    own = [pair for pair in every if _stands_at(_own(pair[1]), number, paragraph)]
    changed = [pair for pair in every if _stands_at(_changes(pair[1]), number, paragraph)]
    return own or changed


def _paragraph(asked: str) -> tuple[str, str]:
    """``2270 8`` as ("2270", "8"), a draft by its symbol; ("", "") where no text is named."""
    said = _ASKED.fullmatch(asked.strip()) or _DRAFT.fullmatch(asked.strip())
    return (said[1].upper(), _LEAD.sub("", said[2])) if said else ("", "")


def asked_alone(texts: "Texts | None", asked: str, chosen: list[Shown]) -> "tuple[Quoted, ...]":
    """The official words where no provision of ours stands.

    A paragraph that the text has not empties ``chosen``: ours that it is part of is not it.
    """
    name, paragraph = _paragraph(asked)
    by_id = any(each.id.casefold() == asked.casefold() for _, each in chosen)
    if texts is None or not name or by_id:
        return ()
    from embargo_watch.official import quoted_paragraph

    quotes = quoted_paragraph(texts, name, paragraph) if _readable(paragraph) else ()
    if not quotes and paragraph and texts.get(name):
        chosen.clear()
    return () if chosen else quotes


def _own(provision: Provision) -> list[tuple[str, str]]:
    return [(provision.instrument, provision.paragraph)]


def _changes(provision: Provision) -> list[tuple[str, str]]:
    return [(change.instrument, change.paragraph) for change in provision.changes]


def _stands_at(places: Sequence[tuple[str, str]], number: int, paragraph: str) -> bool:
    from embargo_watch.judge.citations import our_citations

    wanted = {cited.path.casefold() for cited in our_citations(paragraph, number)}
    for symbol, ours in places:
        for cited in our_citations(ours, resolution_number(symbol)):
            path = cited.path.casefold()
            same = not paragraph or any(_within(path, other) for other in wanted)
            if cited.number == number and same:
                return True
    return False


def _within(path: str, other: str) -> bool:
    return path == other or path.startswith(f"{other}(") or other.startswith(f"{path}(")


def _readable(paragraph: str) -> bool:
    """Whether nothing but marks of paragraphs stands there."""
    return not _TOKEN.sub("", paragraph)


def unknown(every: Sequence[Shown], asked: str, texts: "Texts | None") -> str:
    """What to tell a person whose words lead to nothing: the nearest places or ids."""
    name, paragraph = _paragraph(asked)
    if name and (places := _near_places(every, texts, name, paragraph)):
        return f"{asked!r} is no paragraph that is known; of {name} there are {', '.join(places)}"
    if name and not name.isdigit() and texts is None:
        return f"{asked!r} is a draft, and {HOW_TO_ADD}"
    ids = {provision.id.casefold(): provision.id for _, provision in every}
    near = difflib.get_close_matches(asked.casefold(), ids, n=_NEAR, cutoff=0.5)
    hint = f"; did you mean {' or '.join(ids[name] for name in near)}?" if near and not name else ""
    return f"{asked!r} is no provision or paragraph that the law data know{hint}"


def _near_places(
    every: Sequence[Shown], texts: "Texts | None", name: str, paragraph: str
) -> list[str]:
    """The paragraphs of a text that stand nearest to one that it has not."""
    from embargo_watch.official import paragraph_numbers

    text = texts.get(name) if texts else None
    known = paragraph_numbers(text) if text else ()
    if not known and name.isdigit():
        ours = (each for _, each in every if resolution_number(each.instrument) == int(name))
        known = tuple(dict.fromkeys(each.paragraph for each in ours))
    wanted, places = _first_number(paragraph), list(enumerate(known))
    places.sort(key=lambda pair: (abs(_first_number(pair[1]) - wanted), pair[0]))
    return [place for _, place in sorted(places[:_NEAR])]


def _first_number(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found.group()) if found else 0
