"""News names every resolution that touches an embargo and is not yet in our data."""

import dataclasses
import datetime as dt

import pytest

from embargo_watch.judge.news import news
from embargo_watch.model.resolution import resolution_number, resolutions_named
from embargo_watch.read.resolutions import read_resolution
from embargo_watch.reference.law_words import news_words
from embargo_watch.reference.regimes import parse_regime, regimes

FIRST = dt.date(2024, 1, 1)
BAN = {
    "id": "RUR-1", "instrument": "S/RES/3001 (2031)", "paragraph": "1", "text": "no arms",
    "kind": "ban", "force": "mandatory", "adopted": dt.date(2031, 3, 4),
    "from": dt.date(2031, 3, 4), "until_kind": "open", "direction": "to_target",
    "bound": "all States", "target_type": "state", "target": ["RUR"],
    "target_text": "Ruritania", "area": "whole country", "items": ["arms_all"],
    "confidence": "V", "source": ["S/RES/3001 (2031) OP1"],
}  # fmt: skip

# Read in the texts: what renews or changes an arms embargo (or its inspections) since 2024.
RENEW_OR_CHANGE = {
    2731: "South Sudan: arms ban renewed to 31 May 2025",
    2733: "Libya: inspections at sea renewed, disposal of what is seized put anew",
    2734: "ISIL and Al-Qaida: the arms ban on those listed reaffirmed in a new text",
    2738: "DR Congo: arms ban on non-governmental forces renewed to 1 July 2025",
    2745: "Central African Republic: embargo lifted, ban on armed groups set out",
    2750: "Darfur: arms ban renewed to 12 September 2025",
    2752: "Haiti: arms ban renewed for a year and widened to all arms",
    2758: "Yemen: measures renewed, paragraphs 14 to 17 of 2216 reaffirmed",
    2763: "Taliban: measures continued",
    2769: "Libya: aircraft and ships on visits exempted, petroleum measure renewed",
    2775: "Al-Shabaab: sea inspections carried over for some days",
    2776: "Al-Shabaab: ban and exceptions set out anew",
    2780: "Libya: inspections at sea renewed for six months",
    2781: "South Sudan: arms ban renewed to 31 May 2026",
    2783: "DR Congo: renewed to 1 July 2026",
    2789: "Central African Republic: ban on armed groups renewed to 31 July 2026",
    2791: "Darfur: arms ban renewed to 12 September 2026",
    2794: "Haiti: arms ban renewed for a year",
    2799: "ISIL and Al-Qaida: two men taken off the list",
    2801: "Yemen: measures renewed, paragraphs 14 to 17 of 2216 reaffirmed",
    2804: "Libya: inspections at sea renewed for six months",
    2806: "Al-Shabaab: ban, exceptions and sea inspections renewed",
    2816: "Taliban: measures continued",
    2819: "Libya: exemptions reaffirmed, petroleum measure renewed to 1 August 2027",
    2821: "South Sudan: arms ban renewed to 31 May 2027",
    2825: "DR Congo: renewed to 1 July 2027",
}


@pytest.fixture(scope="module")
def regime():
    """Our data: one ban, in force since 3001 (2031)."""
    content = {
        "regime": "RUR", "name": "Ruritania", "layer": "UN", "territory": "RUR",
        "parties": ["RUR"], "provisions": [BAN],
        "instruments": [{"id": "S/RES/3001 (2031)", "adopted": dt.date(2031, 3, 4)}],
    }  # fmt: skip
    return parse_regime("rur.yaml", content)


@pytest.fixture
def told(akoma, regime):
    """The news of paragraphs adopted after the ban, each in a resolution of its own."""

    def read(*paragraphs, outcome="adopted"):
        texts = [
            akoma(
                symbol=f"S/RES/{3002 + place} (2032)",
                adopted=f"2032-01-{place + 1:02}",
                operative=((0, "1.", words),),
                outcome=outcome,
            )
            for place, words in enumerate(paragraphs)
        ]
        ban = akoma(operative=((0, "1.", "Decides that States shall prevent the sale of arms;"),))
        return news([regime], [read_resolution(text, "x.xml") for text in (ban, *texts)])

    return read


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Decides to renew until 1 May 2033 the measures imposed by paragraph 1 of resolution "
         "3001 (2031);", "renew"),
        ("Decides to lift the arms embargo on Ruritania;", "lift"),
        ("Decides that the measures imposed by paragraph 1 of resolution 3001 (2031) shall not "
         "apply to umbrellas;", "exempt"),
        ("Decides that the measures imposed by paragraph 1 of resolution 3001 (2031) shall also "
         "apply to soup;", "widen"),
        ("Decides that all States shall prevent the supply of arms to Borduria;", "impose"),
        ("Decides to extend the authorizations in paragraph 1 of resolution 3001 (2031) to inspect "
         "vessels on the high seas;", "extend"),
    ],
)  # fmt: skip
def test_what_touches_an_embargo_is_news(told, words, kind):
    """Renewed, lifted, exempted, widened, newly set: each is named with its paragraph."""
    (item,) = told(words)

    assert item.symbol == "S/RES/3002 (2032)"
    assert item.paragraphs[0].path == "1"
    assert kind in item.paragraphs[0].kinds


@pytest.mark.parametrize(
    "words",
    [
        "Decides to extend the mandate of the Panel of Experts until 1 May 2033;",
        "Requests States to report on the arms embargo;",
        "Recalls the measures imposed by paragraph 1 of resolution 3001 (2031);",
        "Decides to renew the travel and financial measures imposed by paragraph 9 of resolution "
        "2990 (2030);",
        "Decides to extend the mandate of the Ruritania Mission until 1 May 2033;",
        "Affirms that it shall review the measures, including the lifting of the measures;",
    ],
)
def test_what_leaves_the_embargo_alone_is_no_news(told, words):
    """Panels, missions, freezes, requests and reviews change no embargo."""
    assert told(words) == ()


def test_a_chain_of_renewals_leads_to_the_ban(told):
    """The second renewal cites the first alone; it still concerns our provision."""
    first, second = told(
        "Decides to renew the measures imposed by paragraph 1 of resolution 3001 (2031);",
        "Decides to renew the measures set out in paragraph 1 of resolution 3002 (2032);",
    )

    assert first.concerns == ("RUR-1",)
    assert second.concerns == ("RUR-1",)


def test_a_draft_that_failed_is_no_news(told):
    """What was not adopted changed nothing."""
    assert told("Decides to lift the arms embargo on Ruritania;", outcome="veto") == ()


def test_what_our_data_cite_is_no_news(regime, akoma):
    """A resolution among the instruments, changes or sources has been taken in."""
    lifted = read_resolution(
        akoma(operative=((0, "1.", "Decides to lift the arms embargo on Ruritania;"),)), "x.xml"
    )

    assert news([regime], [lifted]) == ()


def _before(regime, first):
    """A regime as it was known when that year began."""
    provisions = []
    for provision in regime.provisions:
        if _year(provision.instrument) >= first:
            continue
        earlier = tuple(c for c in provision.changes if _year(c.instrument) < first)
        cited = tuple(s for s in provision.source if not _late(s, first))
        listed = tuple(each for each in provision.listed if not _late(each.source, first))
        provisions.append(
            dataclasses.replace(provision, changes=earlier, source=cited, listed=listed)
        )
    instruments = tuple(each for each in regime.instruments if _year(each.id) < first)
    return dataclasses.replace(regime, provisions=tuple(provisions), instruments=instruments)


def _year(symbol):
    return int(symbol[-5:-1]) if resolution_number(symbol) else 0


def _late(text, first):
    return any(_year(symbol) >= first for symbol in resolutions_named(text))


def _taken_in(first, end):
    """What our data say changed an embargo in those years, and what only spoke of one."""
    changed, spoken = set(), set()
    for regime in regimes():
        for provision in regime.provisions:
            if first <= _year(provision.instrument) < end:
                (changed if provision.kind == "ban" else spoken).add(provision.instrument)
            for change in provision.changes:
                if first <= _year(change.instrument) < end:
                    kept = spoken if change.how == "reaffirmed" else changed
                    kept.add(change.instrument)
    return changed, spoken


@pytest.fixture(scope="module")
def found(official):
    """The news over all official texts, with everything since 2024 taken out of our data."""
    return news([_before(regime, FIRST.year) for regime in regimes()], official)


def test_every_change_since_2024_is_named_with_few_others(found):
    """Recall is whole; at least seven in ten are right (all were when this was written)."""
    late = {resolution_number(item.symbol) for item in found if item.adopted >= FIRST}
    right = late & set(RENEW_OR_CHANGE)

    assert set(RENEW_OR_CHANGE) - late == set()
    assert len(right) >= 0.7 * len(late)


def test_each_renewal_since_2024_leads_to_its_provisions(found):
    """A person is pointed to the provisions concerned; only a delisting names no number."""
    unknown = {
        resolution_number(item.symbol)
        for item in found
        if item.adopted >= FIRST and not item.concerns
    }

    assert unknown <= {2799}
    concerns = {resolution_number(item.symbol): item.concerns for item in found}
    assert "SSD-2428-4" in concerns[2821]
    assert any(name.startswith("DRC-") for name in concerns[2825])
    assert any(name.startswith("LIBYA-2292") for name in concerns[2804])


def test_the_years_before_hold_few_surprises(found):
    """Of the earlier resolutions that our data do not cite, all named were read and set aside."""
    early = [item for item in found if item.adopted < FIRST]

    assert [item.symbol for item in early if not item.set_aside] == []
    assert {item.symbol for item in early} == set(news_words().set_aside)


@pytest.mark.parametrize(("first", "end"), [(2003, 2010), (2010, 2017), (2017, 2024)])
def test_seven_years_taken_away_are_found_again(official, first, end):
    """Nearly all that our data hold of those years comes back, with few others."""
    until_then = [text for text in official if text.year < end]
    found = news([_before(regime, first) for regime in regimes()], until_then)
    named = {item.symbol for item in found if item.adopted.year >= first}
    changed, spoken = _taken_in(first, end)

    assert len(changed) > 45
    assert len(named & changed) >= 0.97 * len(changed)
    assert len(named & (changed | spoken)) >= 0.8 * len(named)


def test_our_data_have_taken_in_all_news(official):
    """Nothing that touches an embargo is missing from our data, but what was set aside."""
    left = [item.symbol for item in news(regimes(), official) if not item.set_aside]

    assert left == []
