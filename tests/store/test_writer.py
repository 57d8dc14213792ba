"""A document enters the ledger whole or not at all, and only once."""

import pytest

from embargo_watch.errors import OurBug
from embargo_watch.model.ledger import DocumentResult


@pytest.fixture
def one(synthetic):
    of = synthetic.document(1)
    return synthetic.result(of, (synthetic.claim(of, supplier=("PRK",), recipient=("RUS",)),))


def test_the_same_result_is_added_once(ledger, one):
    """Adding the same thing twice adds nothing and says so."""
    with ledger.writer() as writer:
        answers = [writer.add(one), writer.add(one)]

    assert answers == [True, False]
    assert ledger.view().counts().claims == 1


def test_the_same_bytes_from_elsewhere_add_a_capture_only(ledger, synthetic, one):
    """A second source of one blob is a capture of the same document."""
    with ledger.writer() as writer:
        writer.add(one)
        added = writer.add(
            synthetic.result(one.document, one.claims, one.findings, source="elsewhere")
        )
    counts = ledger.view().counts()
    sources = [ref.source for ref in ledger.view().captures(one.document.id)]

    assert added
    assert (counts.captures, counts.read, counts.claims) == (2, 1, 1)
    assert sources == ["elsewhere", "feed.jsonl:1"]


def test_a_claim_comes_back_as_it_went_in(ledger, synthetic):
    """Spans, quantities, joint statements and findings survive the ledger unchanged."""
    given = synthetic.nth(4)
    with ledger.writer() as writer:
        writer.add(given)
    (entry,) = ledger.view().claims()

    assert entry.claim == given.claims[0]
    assert entry.findings == given.findings[entry.claim.id]


def test_only_relevant_documents_keep_their_text(ledger, synthetic):
    """What triage did not pass on is counted and titled, and its words stay in the vault."""
    passed, not_passed = synthetic.document(1), synthetic.document(2)
    with ledger.writer() as writer:
        writer.add(synthetic.result(passed, relevant=True))
        writer.add(synthetic.result(not_passed))
    view = ledger.view()

    assert view.document(passed.id).text == passed.text
    assert view.document(not_passed.id).text == ""
    assert view.document(not_passed.id).title == "Story 2"


def test_known_keys_are_those_read_before(ledger, synthetic):
    """A failure may be tried again, a refusal need not be, a new source is new."""
    read, refused, failed = (synthetic.document(n) for n in (1, 2, 3))
    with ledger.writer() as writer:
        writer.add(synthetic.result(read))
        writer.add(synthetic.result(refused, refused="language: fr"))
        writer.add(synthetic.result(failed, failure="cannot be read"))
        keys = [(d.blob, d.source) for d in (read, refused, failed)] + [(read.blob, "new")]
        known = writer.known(keys)

        assert known == set(keys[:2])
        assert writer.has(*keys[0])
        assert not writer.has(*keys[2])


def test_known_copes_with_more_keys_than_a_query_takes(ledger, synthetic):
    """A batch may be as long as the caller likes."""
    results = [synthetic.result(synthetic.document(n)) for n in range(1000)]
    with ledger.writer() as writer:
        for each in results:
            writer.add(each)
        known = writer.known((r.capture.blob, r.capture.source) for r in results)

    assert len(known) == 1000


def test_a_failure_is_recorded_once(ledger):
    """The same missing file named twice is one failure."""
    failure = DocumentResult.failed("a.txt", "a.txt", "a.txt: there is no such file")
    with ledger.writer() as writer:
        answers = [writer.add(failure), writer.add(failure)]

    assert answers == [True, False]
    assert [unread.reason for unread in ledger.view().unread("failed")] == [failure.failure]


def test_a_failure_that_is_read_after_all_is_forgotten(ledger, synthetic):
    """A better reader brings the document in and takes the failure out."""
    of = synthetic.document(1)
    with ledger.writer() as writer:
        writer.add(synthetic.result(of, failure="cannot be read"))
        again = writer.add(synthetic.result(of))
    counts = ledger.view().counts()

    assert again
    assert (counts.failed, counts.read, counts.captures) == (0, 1, 1)


def test_what_was_read_does_not_fail_later(ledger, synthetic):
    """A failure over bytes that were read before adds nothing."""
    of = synthetic.document(1)
    with ledger.writer() as writer:
        writer.add(synthetic.result(of))
        again = writer.add(synthetic.result(of, failure="cannot be read"))

    assert not again
    assert ledger.view().counts().failed == 0


def test_a_document_with_a_broken_claim_leaves_nothing_behind(ledger, synthetic, one):
    """One transaction a document: an error in its last row takes back its first."""
    strange = synthetic.claim(synthetic.document(2), supplier=("PRK",))
    with ledger.writer() as writer:
        with pytest.raises(OurBug, match="names document"):
            writer.add(synthetic.result(one.document, (*one.claims, strange)))
        before = ledger.view().counts()
        added = writer.add(one)

    assert (before.captures, before.claims) == (0, 0)
    assert added


def test_half_a_surrogate_pair_does_not_stop_the_ledger(ledger, synthetic):
    """Words that no UTF-8 can carry are kept one for one, so that offsets hold."""
    of = synthetic.document(1, text="a \ud800 missile \udc00 x", title="\ud83d")
    made = synthetic.claim(of, supplier=("PRK",), item_text="\ud800")
    with ledger.writer() as writer:
        writer.add(synthetic.result(of, (made,)))
    (entry,) = ledger.view().claims()

    assert ledger.view().document(of.id).text == "a \ufffd missile \ufffd x"
    assert entry.claim.item_text == "\ufffd"
    assert (entry.claim.quote.start, entry.claim.quote.end) == (made.quote.start, made.quote.end)


def test_findings_are_replaced_without_reading_again(ledger, synthetic, one):
    """After a change of the law, a claim's findings are the new ones and its flow follows."""
    (claim,) = one.claims
    with ledger.writer() as writer:
        writer.add(one)
        writer.rejudge({claim.id: [synthetic.finding("DPRK-1874-9", "unknown")]}, [claim.id], "new")
    (entry,) = ledger.view().claims()

    assert [(f.provision, f.verdict) for f in entry.findings] == [("DPRK-1874-9", "unknown")]
    assert entry.law == "new"
    assert ledger.view().laws() == {"new": 1}
    assert ledger.view().unsettled()


def test_notes_about_the_ledger_are_kept(ledger):
    """The digest of the law that findings rest on can be asked for."""
    with ledger.writer() as writer:
        writer.note("law", "old")
        writer.note("law", "new")

    assert ledger.view().note("law") == "new"
    assert ledger.view().note("extractor") == ""
