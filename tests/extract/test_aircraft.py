"""Planes that carried the goods, beside planes that did not. Sentences and flights are made up."""

import pytest


def planes(claim):
    """What a claim tells of its planes: type, registration, the mark's state, flight."""
    return [(p.type, p.registration, p.state, p.flight) for p in claim.aircraft]


@pytest.mark.parametrize(
    ("sentence", "plane"),
    [
        (
            "A Russian Il-76 (RA-78765) carried North Korean missiles to Syria.",
            ("Il-76", "RA-78765", "RUS", ""),
        ),
        (
            "Iran sent missiles to Russia aboard the Il-76TD cargo plane EP-PUS.",
            ("Il-76TD", "EP-PUS", "IRN", ""),
        ),
        ("Iranian drones were flown to Russia aboard an Il-76.", ("Il-76", "", "", "")),
        ("Russia used an An-124 to ship missiles to Libya.", ("An-124", "", "", "")),
        (
            "The Il-76 that carried Iranian weapons to Sudan is registered as EX-76005.",
            ("Il-76", "EX-76005", "KGZ", ""),
        ),
        (
            "Iran sent missiles to Syria on a Boeing 747 with the registration EP-FAB.",
            ("Boeing 747", "EP-FAB", "IRN", ""),
        ),
        ("Mahan Air flight W5-4010 carried Iranian missiles to Syria.", ("", "", "", "W5-4010")),
        (
            "North Korea sent missiles to Russia on an Air Koryo plane registered as P-632.",
            ("plane", "P-632", "PRK", ""),
        ),
        ("China sent missiles to Serbia by cargo plane.", ("cargo plane", "", "", "")),
    ],
)
def test_a_plane_that_carried_the_goods(claims_in, sentence, plane):
    """Its type, its registration with the state of the mark, its flight, as far as told."""
    (claim,) = (c for c in claims_in(sentence) if c.item != "aircraft")

    assert planes(claim) == [plane]


@pytest.mark.parametrize(
    "sentence",
    [
        "Belarus sent Il-76 aircraft to Syria.",
        "Belarus sent tanks and Il-76 aircraft to Syria.",
        "Officials aboard an Il-76 said that Iran sent drones to Russia.",
        "Iran sent drones to Russia, and an Il-76 (RA-78765) was destroyed in Pskov.",
        "Iran sent drones to Russia as an Il-76 landed in Minsk.",
        "North Korea sent P-800 missiles to Syria.",
        "Iran sent UR-100 missiles to Russia.",
        "Russia used Iranian drones to hit an Il-76 near Kyiv.",
        "Iran sent missiles to Russia by plane.",
    ],
)
def test_a_plane_that_carried_nothing(claims_in, sentence):
    """Goods themselves, a speaker's seat, a target, a plane elsewhere, a missile's name."""
    claims = claims_in(sentence)

    assert claims
    assert not [claim.aircraft for claim in claims if claim.aircraft]
    assert not [slot for c in claims for slot in ("aircraft", "registration") if slot in c.spans]


def test_each_plane_has_its_own_registration(claims_in):
    """Of two planes the nearest takes the mark, and only the carrier fills the slot."""
    claims = claims_in(
        "An Il-76 (RA-78765) delivered Iranian drones to Russia as a Boeing 747 (EP-FAB) flew on."
    )

    assert {plane for c in claims for plane in planes(c)} == {("Il-76", "RA-78765", "RUS", "")}


def test_two_registrations_of_one_type_are_two_planes(claims_in):
    """Each has the type that both share."""
    (claim,) = claims_in(
        "Two Il-76 planes with the registrations RA-78765 and RA-76845 carried North Korean "
        "missiles to Russia."
    )

    assert [p.registration for p in claim.aircraft] == ["RA-78765", "RA-76845"]
    assert {p.type for p in claim.aircraft} == {"Il-76"}
    assert len(claim.spans["aircraft"]) == 1


def test_the_words_of_a_plane_are_spans(claims_in):
    """Every value stands in the text where its span says."""
    claim, *_ = claims_in("Iran sent missiles to Russia aboard the Il-76 EP-PUS.")

    told = {slot: [s.text for s in claim.spans[slot]] for slot in ("aircraft", "registration")}
    assert told == {"aircraft": ["Il-76"], "registration": ["EP-PUS"]}
