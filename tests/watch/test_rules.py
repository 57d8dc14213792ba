"""Each rule fires where it should, once, and not where something only looks like it."""

import pytest

from embargo_watch.model.ledger import FlowKey


def rules(alerts):
    """The rules that alerts lead with."""
    return [alert.rule for alert in alerts]


def told(alerts):
    """Every rule that alerts lead with or name beside."""
    return {rule for alert in alerts for rule in (alert.rule, *alert.also)}


def test_a_first_claim_under_a_provision_is_a_new_flow(watch, tell, say):
    """The alert names the flow, the entry, the claim, the provision and the sentence."""
    seen = tell("2023-10-13", say())
    (alert,) = watch.take(seen)

    assert alert.rule == "new_flow"
    assert alert.flow == FlowKey("PRK", "RUS", "ammunition")
    assert (alert.at, alert.entry) == (seen.at, seen.document.entry)
    assert alert.claims == (seen.claims[0].claim.id,)
    assert alert.provisions == ("DPRK-1874-9",)
    assert "North Korea (PRK)" in alert.reason
    assert ("origins", "USA") in alert.compared
    for sentence in alert.sentences:
        assert seen.document.text[sentence.start : sentence.end] == sentence.text


def test_the_same_claim_again_is_no_news(watch, tell, say):
    """A flow is new once, whoever of the same origin tells it again."""
    watch.take(tell("2023-10-13", say()))

    assert watch.take(tell("2023-10-14", say())) == []


def test_what_was_expected_is_new_again_when_it_is_told(watch, tell, say):
    """A plan is news, and so is that it came about; a second plan is not."""
    first = watch.take(tell("2023-09-05", say(status="prospective")))
    second = watch.take(tell("2023-09-06", say(status="prospective", by=("KOR",))))
    third = watch.take(tell("2023-10-13", say()))

    assert rules(first) == ["new_flow"]
    assert second == []
    assert rules(third) == ["new_flow"]
    assert "only expected, since 2023-09-05" in third[0].reason
    assert first[0].id != third[0].id


def test_a_flow_under_no_provision_raises_nothing(watch, tell, say):
    """What the judge finds not engaged, on any other ground than who is bound, is no news."""
    seen = tell("2023-10-13", say(verdict="not_engaged", finding_rule="items"))

    assert watch.take(seen) == []


def test_the_target_of_an_embargo_that_binds_nobody_on_the_way_is_news(watch, tell, say):
    """China need not keep the Union's embargo on Russia; a monitor wants to know all the same."""
    lethal = say(
        supplier=("CHN",), item="arms", provision="EU-RUS", verdict="not_engaged",
        finding_rule="bound", status="prospective",
    )  # fmt: skip
    (alert,) = watch.take(tell("2023-02-18", lethal))

    assert alert.rule == "new_flow"
    assert (alert.provisions, alert.beyond) == ((), ("EU-RUS",))
    assert "binds neither side" in alert.reason.lower()


@pytest.mark.parametrize(
    "near_miss",
    [
        {"item": "fuel"},
        {"item": "technology"},
        {"supplier": ("RUS",), "recipient": ("CHN",)},
        {"supplier": ("CHN",), "recipient": ("IND",)},
    ],
    ids=["no arms", "ordinary goods", "the target supplies", "no target"],
)
def test_near_misses_of_an_embargo_that_binds_nobody(watch, tell, say, near_miss):
    """Only arms for the target itself count where nobody is bound."""
    slots = {"supplier": ("CHN",), "item": "arms"} | near_miss
    claim = say(provision="EU-RUS", verdict="not_engaged", finding_rule="bound", **slots)

    assert watch.take(tell("2023-02-18", claim)) == []


def test_nobody_is_expected_to_break_the_own_embargo(watch, tell, say):
    """That London "will supply" Moscow is a report misread; that it did may be told."""
    own = {"supplier": ("GBR",), "item": "armour", "provision": "UK-SAMLA"}

    assert watch.take(tell("2023-01-26", say(status="prospective", **own))) == []
    assert watch.take(tell("2023-01-27", say(**own | {"item": "technology"}))) == []
    assert watch.take(tell("2023-01-27", say(**own, score=0.8))) == []
    assert rules(watch.take(tell("2023-01-28", say(**own)))) == ["new_flow"]


def test_bare_aid_is_not_taken_for_arms(watch, tell, say):
    """ "Aid" may be food; "lethal aid" may not."""
    aid = {"supplier": ("CHN",), "item": "arms", "verdict": "unknown"}

    assert watch.take(tell("2023-02-18", say(item_text="aid", **aid))) == []
    assert rules(watch.take(tell("2023-02-19", say(item_text="lethal aid", **aid)))) == ["new_flow"]


def test_parties_at_war_do_not_supply_each_other(watch, tell, say):
    """From the day on which they are at war; before it they may."""
    claim = say(supplier=("RUS",), recipient=("UKR",))

    assert watch.take(tell("2023-10-13", claim)) == []
    assert rules(watch.take(tell("2013-10-13", claim))) == ["new_flow"]


@pytest.mark.parametrize("verdict", ["contested", "unknown"])
def test_contested_and_unknown_provisions_count_for_arms(watch, tell, say, verdict):
    """What perhaps engages a provision is what a monitor looks into."""
    assert rules(watch.take(tell("2023-10-13", say(verdict=verdict)))) == ["new_flow"]


def test_an_unknown_finding_on_money_raises_nothing(watch, tell, say):
    """Whether money falls under an embargo on arms is open in half the reports of the world."""
    assert watch.take(tell("2023-10-13", say(verdict="unknown", item="money"))) == []


def test_a_new_item_in_a_known_pair(watch, tell, say):
    """Missiles after shells are a new item; "arms" after shells say nothing new."""
    watch.take(tell("2023-10-13", say()))
    vague = watch.take(tell("2023-10-14", say(item="arms")))
    (alert,) = watch.take(tell("2024-01-04", say(item="missiles")))

    assert vague == []
    assert alert.rule == "new_item"
    assert ("known", "ammunition, arms") in alert.compared


def test_a_flow_in_the_other_direction(watch, tell, say):
    """What comes back is told as such, with what it comes back for."""
    watch.take(tell("2023-10-13", say()))
    back = say(supplier=("RUS",), recipient=("PRK",), item="technology")
    (alert,) = watch.take(tell("2023-11-01", back))

    assert alert.rule == "reverse_flow"
    assert ("other way", "ammunition") in alert.compared
    assert watch.take(tell("2023-11-02", back)) == []


def test_an_unnamed_side_of_a_known_flow_is_no_news(watch, tell, say):
    """ "Shells from North Korea" after "shells from North Korea to Russia" tells less."""
    watch.take(tell("2023-10-13", say()))

    assert watch.take(tell("2023-10-14", say(recipient=()))) == []


def test_naming_the_side_that_was_unnamed_is_news(watch, tell, say):
    """The reverse: the recipient becomes known."""
    assert rules(watch.take(tell("2023-10-13", say(recipient=())))) == ["new_flow"]
    assert rules(watch.take(tell("2023-10-14", say()))) == ["new_flow"]


def test_goods_bound_for_a_country_are_bound_for_the_group_in_it(watch, tell, say):
    """ "Bound for Yemen" and then "for the Houthis" is one flow; to its government it is not."""
    yemen = {"supplier": ("IRN",), "recipient": ("YEM",)}
    group = say(supplier=("IRN",), recipient=("houthi",))
    watch.take(tell("2022-12-01", say(recipient_as="territory", **yemen)))

    assert watch.take(tell("2022-12-02", group)) == []


def test_a_group_is_news_beside_its_government(watch, tell, say):
    """The near miss: the first goods were for the government."""
    yemen = {"supplier": ("IRN",), "recipient": ("YEM",)}
    watch.take(tell("2022-12-01", say(recipient_as="government", **yemen)))
    group = say(supplier=("IRN",), recipient=("houthi",))

    assert rules(watch.take(tell("2022-12-02", group))) == ["new_flow"]


def test_the_second_independent_origin_corroborates(watch, tell, say):
    """Two origins are corroboration; the third, and the first again, are not."""
    watch.take(tell("2023-10-13", say()))
    again = watch.take(tell("2023-10-14", say(by=("USA",))))
    (alert,) = watch.take(tell("2023-10-15", say(by=("KOR",))))
    third = watch.take(tell("2023-10-16", say(by=("JPN",))))

    assert again == []
    assert alert.rule == "corroborated"
    assert ("count", "1 -> 2") in alert.compared
    assert third == []


def test_a_paper_retells_a_speaker_and_corroborates_another_paper(watch, tell, say):
    """A paper after Washington adds nothing, Seoul does; so do two papers by themselves."""
    paper, other = "publisher:Nikkei", "publisher:News Corp"
    watch.take(tell("2023-10-13", say()))
    assert watch.take(tell("2023-10-14", say(by=(paper,)))) == []
    assert rules(watch.take(tell("2023-10-15", say(by=("KOR",))))) == ["corroborated"]

    watch.take(tell("2023-10-16", say(item="missiles", by=(paper,))))
    assert rules(watch.take(tell("2023-10-17", say(item="missiles", by=(other,))))) == [
        "corroborated"
    ]


def test_a_speaker_corroborates_what_a_paper_found_out(watch, tell, say):
    """The government says it too."""
    watch.take(tell("2023-10-13", say(by=("publisher:Nikkei",))))

    assert rules(watch.take(tell("2023-10-14", say(by=("KOR",))))) == ["corroborated"]


def test_a_suspicion_corroborates_nothing(watch, tell, say):
    """Origins that suspect or expect are not counted."""
    watch.take(tell("2023-10-13", say()))

    assert watch.take(tell("2023-10-14", say(by=("KOR",), status="suspected"))) == []


def test_two_origins_of_an_unnamed_recipient_corroborate_nothing(watch, tell, say):
    """They may speak of two."""
    watch.take(tell("2023-10-13", say(recipient=())))

    assert watch.take(tell("2023-10-14", say(recipient=(), by=("KOR",)))) == []


def test_two_unknown_publishers_are_one_origin(watch, tell, say):
    """Whoever nobody can tell apart counts under one name, as reconcile gives it."""
    watch.take(tell("2023-10-13", say(by=("publisher:unknown",))))

    assert watch.take(tell("2023-10-14", say(by=("publisher:unknown",)))) == []


def test_the_first_admission(watch, tell, say):
    """A side that asserts its own part is told, once."""
    watch.take(tell("2023-10-13", say()))
    (alert,) = watch.take(tell("2023-10-14", say(by=("RUS",))))

    assert (alert.rule, alert.also) == ("admitted", ("corroborated",))
    assert watch.take(tell("2023-10-15", say(by=("RUS",)))) == []


def test_an_accusation_is_no_admission(watch, tell, say):
    """Where the sentence tells of a charge, the accused party's words admit nothing."""
    watch.take(tell("2023-05-11", say(supplier=("ZAF",))))
    text = "Pretoria summons an envoy who accused it of arming Russia\nMore follows."
    seen = tell("2023-05-12", say(supplier=("ZAF",), by=("ZAF",)), text=text)

    assert watch.take(seen) == []


def test_an_admission_needs_words_of_saying(watch, tell, say):
    """Near miss: a headline that a report stands behind, and not the party itself."""
    watch.take(tell("2023-12-01", say()))
    text = "Pyongyang speeding up transfer of shells: report\nMore follows."

    assert watch.take(tell("2023-12-02", say(by=("PRK",)), text=text)) == []


def test_the_first_denial_and_the_first_of_a_side(watch, tell, say):
    """Somebody else's denial is news, and then that of a side itself; no other after them."""
    watch.take(tell("2023-10-13", say()))
    other = watch.take(tell("2023-10-14", say(status="denied", by=("CHN",))))
    own = watch.take(tell("2023-10-15", say(status="denied", by=("RUS",))))
    more = watch.take(tell("2023-10-16", say(status="denied", by=("PRK",))))

    assert rules(other) == rules(own) == ["denied"]
    assert more == []


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("publisher:Guardian Media Group", "No arms are known to have been sold\nMore."),
        ("USA", "The denial came after Washington accused Pyongyang\nMore."),
    ],
    ids=["a paper", "the accuser"],
)
def test_denials_of_others_that_are_none(watch, tell, say, by, text):
    """A paper that knows of nothing does not deny, nor does whoever makes the charge."""
    watch.take(tell("2023-10-13", say()))

    assert watch.take(tell("2023-10-14", say(status="denied", by=(by,)), text=text)) == []


def test_nobody_denies_what_it_says_in_the_same_text(watch, tell, say):
    """ "Tehran, which had denied it until now, says that it did" is an admission alone."""
    claims = say(by=("PRK",)), say(status="denied", by=("PRK",))
    seen = tell("2022-11-05", *claims, text="Pyongyang says that it sold shells\nMore follows.")

    assert told(watch.take(seen)) == {"admitted", "new_flow"}


def test_a_denial_makes_no_flow(watch, tell, say):
    """What is only denied is told as a denial; the claim after it is the new flow."""
    assert rules(watch.take(tell("2023-10-13", say(status="denied", by=("PRK",))))) == ["denied"]
    assert rules(watch.take(tell("2023-10-14", say()))) == ["new_flow"]


def seized(say, **slots):
    """A stopped consignment for Yemen that touches no provision."""
    known = {"supplier": ("IRN",), "recipient": ("YEM",), "item": "small_arms"}
    return say(kind="interdiction", verdict="not_engaged", finding_rule="items", **known | slots)


def test_an_interdiction_is_news_even_under_no_provision(watch, tell, say):
    """Whatever the law of the goods, a seizure is told."""
    assert rules(watch.take(tell("2022-12-01", seized(say)))) == ["interdiction"]


@pytest.mark.parametrize(
    "again",
    [{}, {"recipient": ("houthi",)}, {"supplier": ()}, {"recipient": ()}],
    ids=["the same", "the group for its state", "no supplier", "no recipient"],
)
def test_an_interdiction_is_not_told_twice_in_a_week(watch, tell, say, again):
    """The same seizure comes with a side unnamed, or with the group instead of its state."""
    watch.take(tell("2022-12-01", seized(say)))

    assert watch.take(tell("2022-12-06", seized(say, **again))) == []


def test_a_week_without_a_report_makes_the_next_interdiction_new(watch, tell, say):
    """Each report keeps the week open; after a quiet one the next is another seizure."""
    watch.take(tell("2022-12-01", seized(say)))
    watch.take(tell("2022-12-07", seized(say)))

    assert watch.take(tell("2022-12-13", seized(say))) == []
    assert rules(watch.take(tell("2022-12-21", seized(say)))) == ["interdiction"]


def test_an_interdiction_of_another_pair_is_news(watch, tell, say):
    """A seizure elsewhere in the same week is another one."""
    watch.take(tell("2022-12-01", seized(say)))

    assert rules(watch.take(tell("2022-12-02", seized(say, recipient=("SDN",))))) == [
        "interdiction"
    ]


def test_a_threat_to_stop_is_no_interdiction(watch, tell, say):
    """Nothing was stopped where somebody says that deliveries are targets."""
    text = "Moscow says that it will target deliveries of rifles\nMore follows."

    assert watch.take(tell("2022-12-01", seized(say), text=text)) == []


@pytest.mark.parametrize("party", ["west", "nato"])
def test_a_flow_from_nobody_in_particular_is_no_news(watch, tell, say, party):
    """Whoever says "the West" may mean anybody."""
    assert watch.take(tell("2023-10-13", say(supplier=(party,)))) == []


def test_no_interdiction_of_packages(watch, tell, say):
    """Goods that nobody calls arms are none, where no provision is touched; weapons are."""
    drugs = seized(say, item="arms", item_text="packages")
    arms = seized(say, item="arms", item_text="banned weapons")

    assert watch.take(tell("2022-12-01", drugs)) == []
    assert rules(watch.take(tell("2022-12-02", arms))) == ["interdiction"]


def test_no_interdiction_of_oil(watch, tell, say):
    """What is no arms and touches no provision is no business of the watch."""
    assert watch.take(tell("2022-12-01", seized(say, item="fuel"))) == []


def test_a_number_that_doubles_jumps(watch, tell, say):
    """1,000 containers, then 2,000; 1,900 would be no jump, nor is a number of rounds."""
    watch.take(tell("2023-10-13", say(number=1000)))
    near = watch.take(tell("2023-10-14", say(number=1900)))
    other = watch.take(tell("2023-10-15", say(number=1_000_000, unit="rounds")))
    (alert,) = watch.take(tell("2023-11-27", say(number=6700)))

    assert near == other == []
    assert alert.rule == "number_jump"
    assert {("before", "1900"), ("now", "6700")} <= set(alert.compared)


@pytest.mark.parametrize(
    "slots",
    [
        {"number": 4, "before": 1}, {"number": 5000, "status": "denied"},
        {"number": 90, "kind": "use"},
    ],
    ids=["small", "denied", "fired"],
)  # fmt: skip
def test_numbers_that_do_not_jump(watch, tell, say, slots):
    """From one to four is no jump; nor is what is denied, or what was fired and not sent."""
    first = slots.pop("before", 20)
    watch.take(tell("2023-10-13", say(number=first)))

    assert "number_jump" not in told(watch.take(tell("2023-10-14", say(**slots))))


def test_a_weak_claim_waits_for_a_second_origin(watch, tell, say):
    """What the encoder alone proposes is told when another origin tells it too."""
    weak = {"rule": "weighed", "score": 0.9}

    assert watch.take(tell("2023-10-13", say(**weak))) == []
    assert watch.take(tell("2023-10-14", say(**weak))) == []
    assert rules(watch.take(tell("2023-10-15", say(by=("KOR",), **weak)))) == ["new_flow"]


def test_two_origins_of_one_document_are_no_second_telling(watch, tell, say):
    """One misread sentence may name three speakers."""
    assert watch.take(tell("2023-10-13", say(rule="weighed", score=0.9, by=("USA", "KOR")))) == []


def test_a_claim_with_both_sides_unnamed_waits(watch, tell, say):
    """However sure it is."""
    nobody = {"supplier": (), "recipient": (), "kind": "interdiction"}

    assert watch.take(tell("2023-10-13", say(**nobody))) == []


def test_a_weak_claim_corroborates_a_known_flow_and_no_more(watch, tell, say):
    """That the flow exists is known; a denial or admission on weak words is still none."""
    watch.take(tell("2023-10-13", say()))
    weak = {"rule": "weighed", "score": 0.8}

    assert watch.take(tell("2023-10-14", say(status="denied", by=("RUS",), **weak))) == []
    assert rules(watch.take(tell("2023-10-15", say(by=("KOR",), **weak)))) == ["corroborated"]


def test_a_deal_both_ways_is_one_alert(watch, tell, say):
    """Two parties that talk of arms are told once, with the flows in both directions."""
    (alert,) = watch.take(
        tell("2023-08-31", say(supplier=("RUS", "PRK"), recipient=("RUS", "PRK")))
    )

    assert {(flow.supplier, flow.recipient) for flow in alert.flows} == {
        ("PRK", "RUS"),
        ("RUS", "PRK"),
    }


def test_a_ban_of_one_state_alone_says_little_of_others(watch, tell, say):
    """Near miss of an embargo that binds nobody on the way: it is only the United States' own."""
    claim = say(
        supplier=("TUR",), recipient=("SYR",), provision="US-1261", verdict="not_engaged",
        finding_rule="bound",
    )  # fmt: skip

    assert watch.take(tell("2023-01-16", claim)) == []


def test_one_document_raises_one_alert_a_pair(watch, tell, say):
    """The most telling rule leads, and the pair's other flows are named in the same alert."""
    seen = tell("2023-11-13", say(), say(item="missiles"), say(supplier=("IRN",), item="uav"))
    alerts = watch.take(seen)

    assert len(alerts) == 2
    (own,) = [alert for alert in alerts if alert.flow.supplier == "PRK"]
    assert {flow.item for flow in own.flows} == {"ammunition", "missiles"}
    assert len(own.claims) == 2
