"""Who says it, by the codebook: whoever performs a speech act; narration has no speaker."""

import pytest

# A sentence, the speakers' ids, and the words of all speakers.
SAID = [
    # The speaker is the subject of a verb of saying, before the claim or after it.
    ("Britain, France and Poland accuse Iran of sending missiles to Russia.",
     {"GBR", "FRA", "POL"}),
    ("Iran sent missiles to Russia, US and Israeli officials told reporters.", {"USA", "ISR"}),
    ("Iran sent missiles to Russia, Ukrainian and Western officials said.", {"UKR", "west"}),
    ("Iran has sent missiles to Russia, the British ministry has said, as talks go on.", {"GBR"}),
    ("Iran sent missiles to Russia, White House spokesman John Kirby said.", {"USA"}),
    # A report goes on over "and that".
    ("Kyiv warned that the front was weak and that Iran had sent missiles to Russia.", {"UKR"}),
    # A noun of saying speaks for its owner.
    ("The US claim that Iran sent missiles to Russia drew attention.", {"USA"}),
    ("Accusations from Kyiv that Iran sent missiles to Russia drew attention.", {"UKR"}),
    ("Germany made a pledge to send tanks to Ukraine.", {"DEU"}),
    ("The announcement of Germany and the US to send tanks to Ukraine drew attention.",
     {"DEU", "USA"}),
    ("A Ukrainian intelligence document claims that Iran sent missiles to Russia.", {"UKR"}),
    # So does who punishes the deed.
    ("The EU imposes sanctions on Iran for sending missiles to Russia.", {"eu"}),
    # Passives name their speaker by "by".
    ("Iran is accused by Britain of sending missiles to Russia.", {"GBR"}),
    ("Russia, accused of sending tanks to Wagner, kept silent.", set()),
    # Both vouch for what one reports of the other.
    ("Kirby said that South Korea believes that North Korea sent missiles to Russia.",
     {"USA", "KOR"}),
    # What stands beside a report is told by nobody in it.
    ("China will not accept threats, Beijing said days after Iran sent missiles to Russia.", set()),
    ("Poland said that it was concerned, as Iran sent missiles to Russia.", set()),
    ("Russia said it was ready, days after Kyiv claimed Iran had sent missiles to Syria.", {"UKR"}),
    # Nobody has yet said what is only to be said.
    ("Germany is set to announce a delivery of tanks to Ukraine.", set()),
    ("Germany plans to send tanks to Ukraine.", set()),
    ("Germany agrees to send tanks to Ukraine.", set()),
    ("Germany approves sending tanks to Ukraine.", set()),
    # People who speak for themselves have no id.
    ("Two US senators say that Iran sent missiles to Russia.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "speakers"), SAID)
def test_speakers_of_a_sentence(claims_in, sentence, speakers):
    """The sentence's own speech acts over the claim, and no others."""
    claims = claims_in(sentence)

    assert claims
    assert set(claims[0].speakers) == speakers


@pytest.mark.parametrize(
    ("title", "speakers"),
    [
        ("Iran sent missiles to Russia - Kyiv", ("UKR",)),
        ("Iran sent missiles to Russia – Zelensky", ("UKR",)),
        ("Iran sent missiles to Russia: White House", ("USA",)),
        ("Iran sent missiles to Russia: US State Department", ("USA",)),
        ("Iran sent missiles to Russia, says Pentagon", ("USA",)),
        ("Iran sent missiles to Russia, US officials say", ("USA",)),
        ("Iran May Send Missiles To Russia: NATO Chief", ("nato",)),
        ("Scholz: 'consequences' if Iran sends missiles to Russia", ("DEU",)),
        # A topic, a paper or a report is no party that speaks.
        ("Ukraine war: Iran sends missiles to Russia", ()),
        ("Iran sent missiles to Russia: report", ()),
        ("Iran sent missiles to Russia | Jane Doe", ()),
        ("Iran sent missiles to Russia - what next for Kyiv", ()),
    ],
)
def test_titles_name_their_speaker_at_an_end(claims_in, title, speakers):
    """A party alone at an end of a title, behind a mark, says what the title says."""
    claims = claims_in("More follows.", title=title)

    assert claims
    assert claims[0].speakers == speakers


@pytest.mark.parametrize(
    ("title", "text", "speakers"),
    [
        ("Iran sent missiles to Russia, officials say", "US officials spoke on Monday.", ("USA",)),
        ("Iran sent missiles to Russia, spy agency says",
         "South Korea's top spy agency spoke.", ("KOR",)),
        ("x", "Slovakia will send jets to Ukraine, its prime minister has said.", ("SVK",)),
        ("x", "Iran sent missiles to Russia, the country's defence ministry said.", ("RUS",)),
        # Two owners leave it open.
        ("Iran sent missiles to Russia, officials say", "US officials met Polish officials.", ()),
    ],
)  # fmt: skip
def test_offices_take_the_state_that_the_document_names(claims_in, title, text, speakers):
    """An office without a state is that of the one party whose office the document names."""
    (claim,) = claims_in(text, title=title)

    assert claim.speakers == speakers


def test_what_is_told_twice_keeps_its_voice(claims_in):
    """A second telling of a supply between the same parties has the first one's speaker."""
    text = "The Pentagon announced weapons for Ukraine. The US will send Ukraine howitzers."

    assert {claim.speakers for claim in claims_in(text)} == {("USA",)}
