"""Write parties and laws as a person reads them, always with the id that a program needs."""

from collections.abc import Iterable

from embargo_watch.model.finding import Finding

NOBODY_NAMED = "(not named)"


def party(party_id: str) -> str:
    """``North Korea (PRK)``; an unnamed side says so, an unknown id stands as it is."""
    from embargo_watch.reference.parties import parties

    if not party_id:
        return NOBODY_NAMED
    known = parties().get(party_id)
    return f"{known.name} ({party_id})" if known else party_id


def parties_of(ids: Iterable[str]) -> str:
    """Several parties as one phrase."""
    named = [party(party_id) for party_id in ids]
    return " + ".join(named) if named else NOBODY_NAMED


def origin(voice: str) -> str:
    """Who says so: a party by name, a publisher by its own, a speaker in the text's words."""
    kind, colon, name = voice.partition(":")
    return name if colon and kind == "publisher" else party(voice)


def paragraph(finding: Finding) -> str:
    """``1718 (2006) 8(b)``: the instrument and its paragraph."""
    return f"{finding.instrument} {finding.paragraph}".strip()
