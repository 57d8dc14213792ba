"""Set out what each voice is worth, as a letter and a number, with the reasons for both."""

from collections.abc import Iterable

from embargo_watch.cli import names, readable, screen
from embargo_watch.model.ledger import Grade, Voice


def grades(voices: Iterable[Voice]) -> None:
    """Print every voice with its grades on the Admiralty scale and why it has them."""
    for voice in voices:
        screen.echo()
        grade = f"{voice.reliability.grade}{voice.credibility.grade}"
        readable.lines(f"{names.origin(voice.origin)} {voice.stance}: {grade}", 2, 4)
        if voice.signatories:
            readable.lines(f"joined by {names.parties_of(voice.signatories)}", 4, 6)
        for told in (voice.reliability, voice.credibility):
            readable.lines(_reasons(told), 4, 6)


def _reasons(grade: Grade) -> str:
    """``C, fairly reliable: state (USA: state)``."""
    from embargo_watch.reference.grades import scale

    reasons = "; ".join(f"{one.rule} ({one.compared})" for one in grade.reasons)
    meaning = f"{grade.grade}, {scale().meanings[grade.grade]}"
    return f"{meaning}: {reasons or 'not graded yet'}"
