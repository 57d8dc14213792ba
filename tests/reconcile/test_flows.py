"""The account of a supplier, a recipient and an item group."""

from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import Exchange
from embargo_watch.reconcile.flows import accounts


def finding(provision, verdict, **pair):
    """A bare finding."""
    return Finding(
        provision=provision,
        instrument="i",
        paragraph="1",
        verdict=verdict,
        breach="",
        basis="stated",
        **pair,
    )


def flow_of(entries, family):
    """The only flow of the claims."""
    (account,) = accounts(entries, family)
    return account.flow


def test_one_flow_for_every_pair(make_entry, family):
    """Two suppliers and two recipients are four flows; an unnamed side is kept unnamed."""
    many = make_entry(1, supplier=("PRK", "IRN"), recipient=("RUS", "SYR"))
    open_ended = make_entry(2, recipient=())
    flows = [account.flow for account in accounts([many, open_ended], family)]

    assert {(f.supplier, f.recipient) for f in flows} == {
        ("PRK", "RUS"), ("PRK", "SYR"), ("IRN", "RUS"), ("IRN", "SYR"), ("PRK", ""),
    }  # fmt: skip


def test_a_party_is_on_no_flow_with_itself(make_entry, family):
    """A trade told without direction is one flow each way."""
    deal = make_entry(1, supplier=("PRK", "RUS"), recipient=("PRK", "RUS"))
    sides = {(a.flow.supplier, a.flow.recipient) for a in accounts([deal], family)}

    assert sides == {("PRK", "RUS"), ("RUS", "PRK")}


def test_use_feeds_the_flow_that_it_implies(make_entry, family):
    """Missiles used by one who had them from another tell of the flow."""
    flow = flow_of([make_entry(1, kind="use"), make_entry(2)], family)

    assert len(flow.claims) == 2


def test_who_says_and_who_denies(make_entry, family):
    """Voices by stance: those who assert, the one who admits, those who deny."""
    flow = flow_of(
        [
            make_entry(1, speakers=("USA",), published="2023-01-02"),
            make_entry(2, speakers=("USA",), published="2023-01-01"),
            make_entry(3, speakers=("KOR",), published="2023-01-03"),
            make_entry(4, speakers=("PRK",), published="2023-01-04"),
            make_entry(5, speakers=("RUS",), status="denied"),
            make_entry(6, speakers=("GBR",), status="suspected"),
            make_entry(7, speakers=("RUS",), status="prospective"),
        ],
        family,
    )
    told = [(v.origin, v.stance, v.first_said) for v in flow.voices]

    assert told[:3] == [
        ("USA", "asserts", "2023-01-01"),
        ("KOR", "asserts", "2023-01-03"),
        ("PRK", "admits", "2023-01-04"),
    ]
    assert [v.stance for v in flow.voices[3:]] == ["denies", "suspects", "expects"]
    assert flow.independent == 3


def test_forty_papers_with_one_story_are_one_origin(make_document, make_entry, family):
    """Unknown papers and the agency they copy are one origin, and their copies are counted."""
    text = "Ten crates of rockets were loaded at the pier on Sunday night, two dockers said there."
    papers = [
        make_entry(document=make_document(text, f"2023-01-{day:02d}", f"Paper {day}"))
        for day in range(2, 29)
    ]
    agency = make_entry(document=make_document(text, "2023-01-01", "Reuters"))
    flow = flow_of([*papers, agency], family)

    assert [(v.origin, v.copies) for v in flow.voices] == [("publisher:Reuters", 27)]
    assert flow.independent == 1


def test_unknown_papers_never_corroborate_each_other(make_entry, family):
    """Names that nobody knows may all be one man: together they are one origin."""
    flow = flow_of([make_entry(n, publisher=f"Blog {n}") for n in range(9)], family)

    assert flow.independent == 1


def test_two_papers_of_one_house_are_one_origin(make_entry, family):
    """Their own words in both, and still one house."""
    flow = flow_of([make_entry(1, publisher="Daily"), make_entry(2, publisher="Weekly")], family)

    assert flow.independent == 1


def test_a_speaker_is_one_in_any_case(make_entry, family):
    """The team that opens a headline is the team of the text."""
    spoken = [("Ashford Group", "2023-01-02"), ("ashford group", "2023-01-03")]
    entries = [
        make_entry(n, speakers_text=(words,), published=day)
        for n, (words, day) in enumerate(spoken)
    ]
    flow = flow_of(entries, family)

    assert [voice.origin for voice in flow.voices] == ["Ashford Group"]
    assert flow.independent == 1


def test_first_and_last(make_entry, family):
    """What the text dates counts by that date, the rest by publication."""
    flow = flow_of(
        [
            make_entry(1, published="2023-05-01"),
            make_entry(2, date="2022-11", published="2023-06-01"),
            make_entry(3, published=""),
        ],
        family,
    )

    assert (flow.first, flow.last) == ("2022-11", "2023-05-01")
    assert flow_of([make_entry(3, published="")], family).first == ""


def test_provisions_by_their_strongest_verdict(make_entry, family):
    """Engaged by one claim is engaged by the flow; what is not engaged is left out."""
    one = (finding("A", "engaged"), finding("B", "unknown"), finding("C", "contested"))
    two = (finding("A", "unknown"), finding("B", "contested"), finding("D", "not_engaged"))
    flow = flow_of([make_entry(1, findings=one), make_entry(2, findings=two)], family)

    assert (flow.engaged, flow.contested, flow.unknown) == (("A",), ("B", "C"), ())


def test_a_denial_alone_engages_nothing(make_entry, family):
    """A denial does not change the law, but nobody claims that anything moved."""
    denied = make_entry(1, status="denied", findings=(finding("A", "engaged"),))
    doubted = make_entry(2, status="suspected")

    assert flow_of([denied], family).engaged == ()
    assert flow_of([denied, doubted], family).engaged == ("A",)


def test_findings_of_another_pair_stay_there(make_entry, family):
    """With two suppliers in one claim, each flow has the provisions of its own."""
    both = (
        finding("A", "engaged", supplier="PRK", recipient="RUS"),
        finding("B", "engaged", supplier="IRN", recipient="RUS"),
    )
    found = accounts([make_entry(1, supplier=("PRK", "IRN"), findings=both)], family)

    assert {a.flow.supplier: a.flow.engaged for a in found} == {"PRK": ("A",), "IRN": ("B",)}


def test_what_came_back(make_entry, family):
    """A text that names the return makes a link; a denied transfer returns nothing."""
    paid = make_entry(1, in_return_for="food")
    denied = make_entry(2, in_return_for="oil", status="denied")

    assert flow_of([paid, denied], family).in_return_for == (("food", paid.claim.id),)


def test_an_exchange_picks_both_directions(make_entry, family):
    """Each direction by date, third parties left out."""
    entries = [
        make_entry(1, published="2023-02-01"),
        make_entry(2, item="uav", published="2023-01-01"),
        make_entry(3, supplier=("RUS",), recipient=("PRK",), item="fuel"),
        make_entry(4, supplier=("IRN",)),
    ]
    exchange = Exchange.of("PRK", "RUS", [a.flow for a in accounts(entries, family)])

    assert [flow.item for flow in exchange.there] == ["uav", "missiles"]
    assert [flow.item for flow in exchange.back] == ["fuel"]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(make_entry, make_document, family, random):
    """The same claims, in any order and some twice, end in the same accounts."""
    statuses = ("asserted", "denied", "suspected", "prospective")
    papers = ("Globe", "Reuters", "Blog", "")
    wire = "Ten crates of rockets were loaded at the pier on Sunday night, two dockers said there."
    entries = [
        make_entry(
            n,
            document=make_document(
                wire if n % 5 == 0 else f"own words number {n} of this paper here",
                f"2023-01-{1 + n % 28:02d}" if n % 7 else "",
                papers[n % 4],
            ),
            status=statuses[n % 4],
            date=("", "2023-01-03", "2023-01")[n % 3],
            speakers=("USA",) if n % 3 == 0 else (),
            supplier=("PRK", "IRN") if n % 11 == 0 else ("PRK",),
        )
        for n in range(24)
    ]
    expected = accounts(entries, family)
    shuffled = entries + random.sample(entries, 5)
    random.shuffle(shuffled)

    assert accounts(shuffled, family) == expected
