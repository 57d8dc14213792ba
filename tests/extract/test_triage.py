"""Triage passes what may tell of a transfer, and little else: most text never costs a parse."""

import pytest

from embargo_watch.extract.triage import stretches
from embargo_watch.model.document import Document
from embargo_watch.model.ids import blob_digest


@pytest.fixture
def passed():
    """A function that returns the sentences of a text that triage passes."""

    def sentences(text):
        document = Document(blob=blob_digest(text.encode()), entry="e", source="s", text=text)
        return [stretch.text for stretch in stretches(document)]

    return sentences


@pytest.mark.parametrize(
    "text",
    [
        "North Korea shipped missiles to Russia.",
        # Goods that nobody names: the verb implies them.
        "Iran has been arming Russia since spring, officials said.",
        # Everyday goods between two parties, handed over.
        "Russia sent fuel to North Korea in return.",
        # One party is enough for a supply or an origin.
        "Russia received missiles on Monday, officials said.",
        "Iranian-made drones struck the port.",
        # Words of an origin move goods without a verb.
        "Iranian-made drones over Ukraine.",
    ],
)
def test_what_may_tell_of_a_transfer_passes(passed, text):
    """Goods, a party and something that moves goods are enough."""
    assert passed(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        # A train is no training, and rounds of talks are not fired.
        "The train to Ukraine left Poland.",
        "Russia gave Iran three rounds of talks.",
        # No goods, no party, nothing that moves.
        "Russia won the match.",
        "The missiles were shipped on Monday.",
        "Russia has missiles.",
        # Everyday goods that one party alone is named with.
        "Russia sent money on Monday.",
        # Everyday goods that are hit, not handed over.
        "Russia bombed fuel stores near the border of Ukraine.",
        # A use by the only party named: nobody is said to have supplied anything.
        "Russia attacked the port with missiles.",
        # "Armed" is nearly always an adjective; with one party it tells of no supply.
        "The armed forces of Russia paraded on Monday.",
        # The letters of a word for goods within another word.
        "Farmers of Russia sent farms to Iran.",
    ],
)
def test_what_cannot_tell_of_a_transfer_is_spared_the_parse(passed, text):
    """A sentence that lacks one of the three, or moves nothing, is not parsed."""
    assert passed(text) == []


def test_what_was_found_is_kept_until_it_is_let_go(passed):
    """Triage and extraction ask for the same stretches; the second asking costs nothing."""
    document = Document(
        blob="", entry="e", source="s", text="North Korea shipped missiles to Russia."
    )

    assert stretches(document) is stretches(document)
