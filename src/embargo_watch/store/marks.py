"""Choose the few documents that a new one is worth comparing with, however many are alike.

Documents are found by the marks that they share. Twenty thousand entries made from one template
share nearly all of theirs, and comparing each with each would take days; so a mark keeps its first
holders only, and of a crowd of candidates each group of known copies sends a few that share most.
In an ordinary stream only a few phrases of the trade are so common, and copies share other marks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, insert, select

from embargo_watch.store import schema

MOST_HELD = 32
"""Documents kept under one mark: a run of words that more share tells of a template or a phrase,
and more equals of one text say nothing new."""
CROWD = 64
"""Candidates up to which all are compared."""
OF_A_GROUP = 4
"""Candidates out of a crowd that stand for one group of copies; its head comes on top."""


def keep(
    connection: Connection, document: str, marks: Iterable[str], key: str, *, first: bool
) -> None:
    """Note a document under each of its marks that is not full, and under the key of its text.

    ``first`` says that it is the earliest of its equals so far: then the key has room for it.
    """
    table = schema.copy_marks
    wanted = set(marks)
    counted = (
        select(table.c.mark, func.count().label("held"))
        .where(table.c.mark.in_(wanted))
        .group_by(table.c.mark)
    )
    held = {row.mark: row.held for row in connection.execute(counted)}
    if held.get(key, 0) >= MOST_HELD and not first:
        return
    room = {mark for mark in wanted if held.get(mark, 0) < MOST_HELD}
    open_ones = sorted(room | ({key} & wanted))
    if open_ones:
        connection.execute(
            insert(table), [{"mark": mark, "document": document} for mark in open_ones]
        )


def holders(connection: Connection, marks: Iterable[str]) -> dict[str, int]:
    """The documents noted under these marks, with how many of the marks each shares."""
    table = schema.copy_marks
    asked = (
        select(table.c.document, func.count().label("held"))
        .where(table.c.mark.in_(set(marks)))
        .group_by(table.c.document)
    )
    return {row.document: row.held for row in connection.execute(asked)}


def candidates(connection: Connection, shared: Mapping[str, int]) -> list[str]:
    """The documents to compare with, by id: all of them, or the representatives of a crowd."""
    if len(shared) <= CROWD:
        return sorted(shared)
    table = schema.copy_groups
    asked = select(table.c.document, table.c.head).where(table.c.document.in_(list(shared)))
    head_of = {row.document: row.head for row in connection.execute(asked)}
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(shared, key=lambda name: (-shared[name], name)):
        groups[head_of.get(name, name)].append(name)
    chosen = {name for group in groups.values() for name in group[:OF_A_GROUP]}
    alone = sorted(chosen, key=lambda name: (-shared[name], name))[:CROWD]
    return sorted({*alone, *(head_of[name] for name in alone if name in head_of)})
