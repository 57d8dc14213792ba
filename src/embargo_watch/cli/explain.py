"""Show a person how a report was read: seen, claimed, refused, let by, sentence by sentence."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from embargo_watch import pipeline
from embargo_watch.cli import options, progress, readable, screen
from embargo_watch.cli.read import default_processes, processes_option
from embargo_watch.model.claim import Claim, Rejected
from embargo_watch.model.explanation import Explanation, SentenceRead, Sight
from embargo_watch.model.tally import Tally
from embargo_watch.reference.reasons import why_let_by, why_refused

_NOTHING = (
    "parsed; no claim of its own: nothing was proposed, or another sentence tells it as strongly"
)
_HEADROOM = 8
"""Columns that the number of a sentence takes beside its words."""


@click.command("explain")
@click.argument("target", metavar="PATH|-")
@options.json_option
@click.option("--brief", is_flag=True, help="Leave out the sentences that triage let by.")
@options.regimes_option
@processes_option
def explain_command(
    target: str, as_json: bool, brief: bool, own_law: Path | None, processes: int | None
) -> int:
    """Show how PATH is read: what each sentence tells, by which rule, and what was refused.

    PATH is whatever `embargo read` takes, and what is explained is what `read` prints. Offsets in
    --json count as there. Ends with 1 where a document failed.
    """
    from embargo_watch.explain import explanations

    options.check_law(own_law)
    items = progress.watched(pipeline.take(target, stamped=False), target)
    workers = processes or default_processes()
    total = Tally()
    for told in explanations(items, processes=workers, own_law=own_law):
        total += Tally.of([told.result])
        if told.result.failure:
            screen.say(f"embargo: failed: {told.result.failure}")
        if as_json:
            _write(told, brief=brief)
        else:
            _print(told, brief=brief)
    return 1 if total.failed else 0


def _write(told: Explanation, *, brief: bool) -> None:
    from embargo_watch.export.explain_json import explanation_object
    from embargo_watch.export.json_lines import json_line

    line = explanation_object(told)
    if brief:
        line["sentences"] = [one for one in line["sentences"] if one["let_by"] is None]
    screen.write_lines([json_line(line)])


def _print(told: Explanation, *, brief: bool) -> None:
    if told.result.document is None:
        return
    readable.heading(told.result.document)
    if told.result.refused:
        readable.lines(f"not read: {told.result.refused}", 2)
    for number, sentence in enumerate(told.sentences, start=1):
        if not sentence.sight.let_by:
            _sentence(number, sentence)
        elif not brief:
            _let_by(number, sentence.sight)
    let_by = sum(bool(one.sight.let_by) for one in told.sentences)
    if told.sentences:
        screen.echo()
        count = screen.many(len(told.sentences), "sentence")
        claims = screen.many(len(told.result.claims), "claim")
        readable.lines(
            f"{count}, {let_by:,} let by; {claims}; refused {len(told.result.rejected):,}", 2
        )
    screen.echo()


def _let_by(number: int, sight: Sight) -> None:
    """Two lines: a sentence that nobody parsed needs no more."""
    words = screen.clean(" ".join(sight.span.text.split()))
    screen.echo(f"{number:4}  {textwrap.shorten(words, _width() - _HEADROOM, placeholder=' …')}")
    named = "; ".join(_seen(sight))
    readable.lines(f"let by: {why_let_by(sight.let_by)}" + (f" ({named})" if named else ""), 6, 8)


def _sentence(number: int, read: SentenceRead) -> None:
    place = " (title)" if read.sight.title else ""
    screen.echo(
        textwrap.fill(
            f"{number:4}  “{screen.clean(' '.join(read.sight.span.text.split()))}”{place}",
            _width(), subsequent_indent=" " * 6, break_on_hyphens=False,
        )
    )  # fmt: skip
    for line in _seen(read.sight):
        readable.lines(line, 6, 8)
    for claim in read.claims:
        readable.lines(f"claimed: {_claimed(claim)}", 6, 8)
        readable.lines(f"from {', '.join(_slots(claim))}", 8, 10)
    for rule, words, score in _refusals(read):
        scored = f", score {score:.2f}" if score is not None else ""
        readable.lines(f"refused: {words}: {why_refused(rule)} ({rule}{scored})", 6, 8)
    if not read.claims and not read.rejected:
        readable.lines(_NOTHING, 6, 8)


def _seen(sight: Sight) -> Iterator[str]:
    """A line each for parties, goods and predicates, where there are any."""
    parties = (f"“{_one(p.span.text)}” {p.party} ({p.word_class})" for p in sight.parties)
    goods = (
        f"“{_one(g.span.text)}” {g.group}" + (f" ({g.designation})" if g.designation else "")
        for g in sight.goods
    )
    predicates = (f"“{p.span.text}” {'/'.join(p.frames)}" for p in sight.predicates)
    for label, words in (("parties", parties), ("goods", goods), ("predicates", predicates)):
        told = ", ".join(dict.fromkeys(words))
        if told:
            yield f"{label}: {told}"


def _claimed(claim: Claim) -> str:
    score = f", score {claim.score:.2f}" if claim.score is not None else ""
    return (
        f"{claim.kind}: {readable.what(claim)} · {readable.said(claim)} · rule {claim.rule}{score}"
    )


def _slots(claim: Claim) -> Iterator[str]:
    """The words that each slot rests on."""
    for slot, spans in claim.spans.items():
        words = dict.fromkeys(f"“{_one(span.text)}”" for span in spans)
        yield f"{slot.replace('_', ' ')} {' '.join(words)}"


def _refusals(read: SentenceRead) -> Iterable[tuple[str, str, float | None]]:
    """Each refusal once: its rule, its words, its score."""
    return dict.fromkeys((one.rule, _words(one, read.sight), one.score) for one in read.rejected)


def _words(one: Rejected, sight: Sight) -> str:
    base = sight.span.start
    return f"“{_one(sight.span.text[one.start - base : one.end - base])}”"


def _one(text: str) -> str:
    return " ".join(text.split())


def _width() -> int:
    return max(screen.NARROWEST, shutil.get_terminal_size((screen.PIPED_WIDTH, 24)).columns)
