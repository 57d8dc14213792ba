"""Companies with a part in a deed, beside those that share its sentence. Sentences are made up."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "words", "country", "trade"),
    [
        (
            "Rheinmetall will deliver 20 Marder vehicles to Ukraine.",
            "Rheinmetall", "DEU", "maker",
        ),
        ("KOMID sold missile components to Syria.", "KOMID", "PRK", "exporter"),
        (
            "Iran has supplied Russia with drones through Sahara Thunder.",
            "Sahara Thunder", "IRN", "broker",
        ),
        (
            "The missiles were sent from Iran to Syria aboard a Mahan Air plane.",
            "Mahan Air", "IRN", "carrier",
        ),
        ("Turkey sold Bayraktar drones made by Baykar to Ukraine.", "Baykar", "TUR", "maker"),
        ("Germany sent Rheinmetall's Marder vehicles to Ukraine.", "Rheinmetall", "DEU", "maker"),
        (
            "The Netherlands bought howitzers from the Czech arms maker Excalibur Army.",
            "Excalibur Army", "CZE", "maker",
        ),
        ("Norinco Group exported rifles to Iran.", "Norinco Group", "CHN", "exporter"),
        (
            "On Monday Orion Star Trading LLC of Dubai sold Iranian drones to Russia.",
            "Orion Star Trading LLC", "", "",
        ),
        (
            "The United States imposed sanctions on Blue Pine Metal Co. for supplying drone parts "
            "to Iran.",
            "Blue Pine Metal Co.", "", "",
        ),
        ("Russia's JSC Alabuga buys Iranian drones.", "JSC Alabuga", "RUS", ""),
        ("The Treasury accused Sahara Thunder of shipping drones to Russia.", "Sahara Thunder",
         "IRN", "broker"),
    ],
)  # fmt: skip
def test_a_company_of_the_deed(claims_in, sentence, words, country, trade):
    """Giver, taker, go-between, maker, carrier and who is blamed; seat and trade where known."""
    (claim,) = (c for c in claims_in(sentence) if c.item != "aircraft")

    (company,) = claim.companies
    assert (company.text, company.country, company.trade) == (words, country, trade)
    assert [span.text for span in claim.spans["company"]] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia bought drones from Iran, Rheinmetall's head said.",
        "Rheinmetall shares rose after Germany sent tanks to Ukraine.",
        "Shares of Lockheed Martin rose as the United States sent HIMARS launchers to Ukraine.",
        "The Contact Group said that Germany would send tanks to Ukraine.",
        "North Korea sold missiles to the Wagner Group.",
        "Germany supplied tanks to Ukraine, Orion Industries said in a report.",
        "Russia used Iranian drones to strike a Boeing plant in Kyiv.",
        "Iran has sold missiles to Russia, refuting claims made by the Orion Star Corporation.",
        "Iran Speeds Up Transfer Of Precision Weapons To Terrorist Group Hezbollah",
        "Iran sent missiles to Russia, and KOMID opened an office in Minsk.",
        "Ukraine gets German tanks as Antonov Group is sold.",
    ],
)
def test_a_company_beside_the_deed(claims_in, sentence):
    """Speakers, share prices, targets, armed groups and bodies have no part in it."""
    claims = claims_in(sentence)

    assert claims
    assert not [c.companies for c in claims if c.companies]


def test_a_listed_company_has_its_whole_name(claims_in):
    """A short form leads to the name that a list gives, and a form of law does not hide it."""
    (short,) = claims_in("KOMID sold missile components to Syria.")
    (formed,) = claims_in("Iran bought drone engines from Mugin Ltd in China.")

    assert short.companies[0].name == "Korea Mining Development Trading Corporation"
    assert formed.companies[0].name == "Mugin"
