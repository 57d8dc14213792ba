"""What a voice is worth, as a person reads it."""

from embargo_watch.cli.voices import grades
from embargo_watch.model.ledger import Grade, Ground, Voice


def test_both_grades_with_their_reasons(capsys):
    """The letter and the number together, then each with its meaning and what was compared."""
    voice = Voice(
        origin="USA",
        stance="asserts",
        first_said="2023-01",
        claims=("c",),
        signatories=("GBR", "CAN"),
        reliability=Grade(grade="C", reasons=(Ground(rule="state", compared="USA: state"),)),
        credibility=Grade(grade="1", reasons=(Ground(rule="confirmed", compared="2 say so"),)),
    )
    grades([voice])
    told = capsys.readouterr().out

    assert "United States (USA) asserts: C1" in told
    assert "C, fairly reliable: state (USA: state)" in told
    assert "1, confirmed by other sources: confirmed (2 say so)" in told
    assert "joined by United Kingdom (GBR) + Canada (CAN)" in told


def test_a_voice_of_an_older_ledger(capsys):
    """A flow that was summed before there were grades says so instead of guessing."""
    grades([Voice(origin="publisher:Reach", stance="denies", first_said="", claims=("c",))])
    told = capsys.readouterr().out

    assert "Reach denies: F6" in told
    assert "F, reliability cannot be judged: not graded yet" in told
