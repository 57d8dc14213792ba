"""Each way in which English tells a supply, beside the near-miss that tells none.

The tables follow the codebook: kind, supplier>recipient, item group and status. Every sentence is
made up for these tests.
"""

import pytest


def table(*rows):
    """One test for each sentence; the lines after it are all that it claims."""
    return pytest.mark.parametrize(
        ("sentence", "claims"), [(text, set(claims)) for text, *claims in rows]
    )


ACTIVE = table(
    ("North Korea sent artillery shells to Russia.", "transfer PRK>RUS ammunition asserted"),
    ("Iran has supplied Russia with hundreds of drones.", "transfer IRN>RUS uav asserted"),
    ("Iran gave the Houthis anti-ship missiles.", "transfer IRN>houthi missiles asserted"),
    ("Russia bought ballistic missiles from Iran.", "transfer IRN>RUS missiles asserted"),
    ("Syria imports rifles from North Korea.", "transfer PRK>SYR small_arms asserted"),
    ("Iran arms the Houthis.", "transfer IRN>houthi arms asserted"),
    ("North Korea sent troops to Russia.", "transfer PRK>RUS personnel asserted"),
)
PASSIVE = table(
    (
        "Ballistic missiles were sent to Russia by North Korea.",
        "transfer PRK>RUS missiles asserted",
    ),
    ("Hezbollah was given rockets by Iran.", "transfer IRN>hezbollah missiles asserted"),
    ("The rifles were delivered to Libya by Turkey.", "transfer TUR>LBY small_arms asserted"),
)
NOMINAL = table(
    (
        "The statement condemned the transfer of ballistic missiles from North Korea to Russia.",
        "transfer PRK>RUS missiles asserted",
    ),
    (
        "North Korea's export and Russia's acquisition of ballistic missiles violate resolutions.",
        "transfer PRK>RUS missiles asserted",
    ),
    (
        "The delivery of Iranian drones to Russia has worried diplomats.",
        "transfer IRN>RUS uav asserted",
    ),
    ("Russia's purchase of drones from Iran drew protests.", "transfer IRN>RUS uav asserted"),
)
GERUND = table(
    (
        "The United States denounced North Korea for providing Russia with ballistic missiles.",
        "transfer PRK>RUS missiles asserted",
    ),
    ("Kyiv accused Tehran of supplying Moscow with drones.", "transfer IRN>RUS uav asserted"),
    (
        "The EU imposed sanctions on Iran for supplying drones to Russia.",
        "transfer IRN>RUS uav asserted",
    ),
    (
        "Washington sanctioned a Chinese company for selling missile parts to Iran.",
        "transfer CHN>IRN technology asserted",
    ),
)
CLAUSES = table(
    (
        "Ukraine was hit by missiles supplied by Pyongyang to Moscow.",
        "transfer PRK>RUS missiles asserted",
    ),
    (
        "The shells that North Korea sent to Russia are old.",
        "transfer PRK>RUS ammunition asserted",
    ),
    ("Ukraine is waiting for tanks promised by Germany.", "transfer DEU>UKR armour prospective"),
    ("Ukraine shot down drones that Iran sold to Russia.", "transfer IRN>RUS uav asserted"),
)
ORIGINS = table(
    (
        "Russia used Iranian-made drones against Ukraine.",
        "transfer IRN>RUS uav asserted",
        "use IRN>RUS uav asserted",
    ),
    (
        "Ukraine fired US-supplied rockets at a depot.",
        "transfer USA>UKR missiles asserted",
        "use USA>UKR missiles asserted",
    ),
    (
        "Russia fired North Korean missiles at Ukraine.",
        "transfer PRK>RUS missiles asserted",
        "use PRK>RUS missiles asserted",
    ),
    (
        "Iranian-made drones fell on Kyiv.",
        "transfer IRN> uav asserted",
        "use IRN> uav asserted",
    ),
    ("Poland's German-made Leopard tanks are in repair.", "transfer DEU>POL armour asserted"),
)
COORDINATION = table(
    (
        "Iran sent drones and missiles to Russia.",
        "transfer IRN>RUS uav asserted",
        "transfer IRN>RUS missiles asserted",
    ),
    (
        "Turkey sent drones, rifles and armoured vehicles to Libya.",
        "transfer TUR>LBY uav asserted",
        "transfer TUR>LBY small_arms asserted",
        "transfer TUR>LBY armour asserted",
    ),
    (
        "Iran and North Korea supplied missiles to Syria.",
        "transfer IRN+PRK>SYR missiles asserted",
    ),
    (
        "Iran sent rockets to Hezbollah and the Houthis.",
        "transfer IRN>hezbollah+houthi missiles asserted",
    ),
    (
        "Iran sent drones and other military equipment to Russia.",
        "transfer IRN>RUS uav asserted",
        "transfer IRN>RUS arms asserted",
    ),
)
STAND_INS = table(
    ("Pyongyang sent shells to Moscow.", "transfer PRK>RUS ammunition asserted"),
    (
        "Kim Jong Un gave Vladimir Putin ballistic missiles.",
        "transfer PRK>RUS missiles asserted",
    ),
    (
        "Iran's Revolutionary Guards supplied the Houthis with missiles.",
        "transfer IRN>houthi missiles asserted",
    ),
    ("The Kremlin bought drones from Tehran.", "transfer IRN>RUS uav asserted"),
)
EXCHANGES = table(
    (
        "North Korea sent shells to Russia in return for food.",
        "transfer PRK>RUS ammunition asserted",
        "transfer RUS>PRK relief asserted",
    ),
    (
        "Russia gave North Korea food in exchange for shells.",
        "transfer RUS>PRK relief asserted",
        "transfer PRK>RUS ammunition asserted",
    ),
    (
        "North Korea is trading weapons for food with Russia.",
        "transfer PRK>RUS arms asserted",
        "transfer RUS>PRK relief asserted",
    ),
)
DEALS = table(
    (
        "Officials uncovered an arms deal between Russia and North Korea.",
        "transfer RUS+PRK>RUS+PRK arms asserted",
    ),
    ("Iran and Sudan signed an arms deal.", "transfer IRN+SDN>IRN+SDN arms asserted"),
    (
        "The North Korea-Russia arms trade is growing.",
        "transfer PRK+RUS>PRK+RUS arms asserted",
    ),
)
INTERDICTIONS = table(
    (
        "The US Navy seized Iranian rifles bound for Yemen.",
        "interdiction IRN>YEM small_arms asserted",
    ),
    (
        "British marines seized missiles from an Iranian ship.",
        "interdiction IRN> missiles asserted",
    ),
    (
        "Spain stopped a ship carrying ammunition from India to Israel.",
        "interdiction IND>ISR ammunition asserted",
    ),
    (
        "Poland stopped the delivery of tanks to Ukraine.",
        "transfer POL>UKR armour prospective",
    ),
)
NOTHING = pytest.mark.parametrize(
    "sentence",
    [
        "North Korea fired a ballistic missile into the sea.",
        "Iran tested a new ballistic missile.",
        "Russia launched drones at Kyiv.",
        "The Iran-backed Houthis fired missiles at Israel.",
        "Iran and Russia held talks while missiles fell on Kyiv.",
        "A Russian drone attack killed three people in Odesa.",
        "Arsenal signed a striker from a Turkish club for 30 million euros.",
        "The film Tank Girl opens in France and Germany.",
        "An arms embargo prohibits the export of weapons to North Korea.",
        "Britain deploys warships to the Red Sea.",
        "Ukrainian soldiers captured Russian tanks near Kharkiv.",
        "Analysts listed what missiles North Korea could obtain.",
        "China and Russia held a naval exercise.",
        "Germany delivered new tanks to the German army.",
        "Police stopped a man carrying a rifle in Germany.",
        "North Korean troops are fighting for Russia.",
    ],
)


@ACTIVE
def test_active_verbs(told, sentence, claims):
    """Whoever gives is the subject of giving, whoever gets the subject of getting."""
    assert told(sentence) == claims


@PASSIVE
def test_passive_verbs(told, sentence, claims):
    """The agent gives; goods or getter may stand first."""
    assert told(sentence) == claims


@NOMINAL
def test_nouns_of_supply(told, sentence, claims):
    """A transfer told by a noun stays asserted."""
    assert told(sentence) == claims


@GERUND
def test_what_somebody_is_accused_of(told, sentence, claims):
    """The one accused does what the gerund says."""
    assert told(sentence) == claims


@CLAUSES
def test_clauses_on_the_goods(told, sentence, claims):
    """Relative clauses and participles tell who gave and who got."""
    assert told(sentence) == claims


@ORIGINS
def test_origin_attributes(told, sentence, claims):
    """An origin counts where another party has or uses the goods, or where nobody is named."""
    assert told(sentence) == claims


@COORDINATION
def test_lists_of_goods_and_of_parties(told, sentence, claims):
    """Goods are a claim a group; parties that act together are one claim."""
    assert told(sentence) == claims


@STAND_INS
def test_capitals_leaders_and_forces_stand_for_their_state(told, sentence, claims):
    """Whom the words name is who rules, commands or represents."""
    assert told(sentence) == claims


@EXCHANGES
def test_what_goes_the_other_way(told, sentence, claims):
    """Payment in goods is a transfer of its own, in the other direction."""
    assert told(sentence) == claims


@DEALS
def test_deals_without_a_direction(told, sentence, claims):
    """Both parties stand on both sides."""
    assert told(sentence) == claims


@INTERDICTIONS
def test_what_was_stopped_on_its_way(told, sentence, claims):
    """The parties are those of the consignment; who ends a supply of its own stops no ship."""
    assert told(sentence) == claims


@NOTHING
def test_what_is_no_claim(told, sentence):
    """Own arms, proxies, co-occurrence, law, sport and films move nothing between parties."""
    assert told(sentence) == set()
