"""The order of the stages, with nothing lost on the way."""

from collections import Counter

import pytest

from embargo_watch import pipeline
from embargo_watch.errors import UnusableInput
from embargo_watch.model.capture import Capture, Failure
from embargo_watch.model.tally import Tally


def _capture(text, name="a.txt"):
    return Capture(source=name, entry=name, media_type="text/plain", content=text.encode())


PLAIN = "The harvest was good and the weather mild, the farmers said on Monday morning."


def test_every_input_comes_back_in_its_place():
    """Failures, other languages and plain reports keep the order in which they came."""
    batch = [
        Failure(source="x.bin", entry="x.bin", reason="x.bin: it cannot be read"),
        _capture(PLAIN, "plain.txt"),
        _capture("", "empty.txt"),
    ]
    made = pipeline.understand(batch)

    assert [result.capture.source for result in made] == ["x.bin", "plain.txt", "empty.txt"]
    assert [bool(result.failure) for result in made] == [True, False, True]
    assert Tally.of(made).documents == 3


def test_a_mistake_of_ours_costs_one_document(monkeypatch):
    """A stage that stumbles over one document fails that one, by name, and no other."""
    import embargo_watch.read

    true_read = embargo_watch.read.read

    def stumbling(capture):
        if capture.source == "bad.txt":
            raise KeyError("surprise")
        return true_read(capture)

    monkeypatch.setattr(embargo_watch.read, "read", stumbling)
    made = pipeline.understand([_capture(PLAIN, "bad.txt"), _capture(PLAIN, "good.txt")])

    assert "bad.txt: this is our bug" in made[0].failure
    assert made[1].failure == ""


def test_a_stumbling_parse_costs_one_document(monkeypatch):
    """The batch is halved to find the document at fault: the others are parsed a few times."""
    from embargo_watch.extract.english import EnglishExtractor

    true_extract = EnglishExtractor.extract
    times = Counter()

    def stumbling(self, documents):
        times.update(document.source for document in documents)
        if any(document.source == "bad.txt" for document in documents):
            raise RuntimeError("surprise")
        return true_extract(self, documents)

    monkeypatch.setattr(EnglishExtractor, "extract", stumbling)
    told = "North Korea shipped missiles to Russia, the United States said on Monday."
    good = [_capture(told, f"{number}.txt") for number in range(15)]
    made = pipeline.understand([_capture(told + " ", "bad.txt"), *good])

    assert "bad.txt: this is our bug" in made[0].failure
    assert all(result.claims and not result.failure for result in made[1:])
    assert times["14.txt"] == 2
    assert max(times.values()) == 5


def test_batches_are_bounded(monkeypatch):
    """Neither many small captures nor a few large ones make a batch that is too large."""
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", 3)
    monkeypatch.setattr(pipeline, "BATCH_BYTES", 100)
    small = [_capture("x", str(number)) for number in range(7)]
    large = [_capture("x" * 80, str(number)) for number in range(4)]

    assert [len(batch) for batch in pipeline._batches(small)] == [3, 3, 1]
    assert [len(batch) for batch in pipeline._batches(large)] == [2, 2]


def test_short_input_starts_no_process(monkeypatch):
    """A pool takes longer to start than a short file to read."""
    monkeypatch.setattr(pipeline, "spread", None)
    made = [
        result
        for _, results in pipeline.results([_capture(PLAIN)], processes=4)
        for result in results
    ]

    assert len(made) == 1


def test_an_address_is_not_a_path():
    """Pages are not fetched; the message says what to do."""
    with pytest.raises(UnusableInput, match="save it"):
        pipeline.take("https://example.org/story", stamped=False)


def test_what_is_kept_comes_in_small_batches():
    """An interrupted add loses a small batch at most; what is only read comes in large ones."""
    items = [_capture(PLAIN, f"{number}.txt") for number in range(300)]
    sizes = {
        kept: [len(batch) for batch, _ in pipeline.results(items, processes=1, kept=kept)]
        for kept in (True, False)
    }

    assert max(sizes[True]) == pipeline.ADDED_DOCUMENTS
    assert sizes[False] == [300]
    assert sum(sizes[True]) == 300
