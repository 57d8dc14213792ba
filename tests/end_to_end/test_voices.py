"""Whose voice a text is, from its words to the count of origins, through the whole pipeline."""

import json

import pytest

STORIES = [
    ("kirby", "2023-06-01",
     "White House spokesman John Kirby said Iran had sent drones to Russia."),
    ("surname", "2023-06-02", "Kirby said Iran had sent drones to Russia in May."),
    ("pentagon", "2023-06-03", "The Pentagon said Iran had sent drones to Russia in May."),
    ("treasury", "2023-06-04", "The US Treasury Department said Iran had sent drones to Russia."),
    ("spies", "2023-06-05", "US intelligence officials said Iran had sent drones to Russia."),
    ("denial", "2023-06-06",
     "Kremlin spokesman Dmitry Peskov denied that Iran had sent drones to Russia."),
    ("mission", "2023-06-07",
     "Iran's mission to the United Nations denied that Iran had sent drones to Russia."),
    ("minister", "2023-06-08",
     "Foreign Minister Hossein Amir-Abdollahian denied that Iran had sent drones to Russia."),
    ("chiefs", "2023-06-09",
     "South Korea's Joint Chiefs of Staff said North Korea had sent shells to Russia in May."),
    ("seoul", "2023-06-10", "Seoul said North Korea had sent shells to Russia in May."),
    ("fifty", "2024-01-10",
     "The United States condemned North Korea for sending ballistic missiles to Russia. "
     "The statement was signed by almost 50 nations, among them Canada, Japan and Germany."),
    ("joint", "2024-01-11",
     "The United States and the European Union said in a joint statement that North Korea had "
     "sent ballistic missiles to Russia."),
    ("team", "2025-06-01",
     "The Multilateral Sanctions Monitoring Team said Russia had sent a Pantsir air defence "
     "system to North Korea in 2024."),
]  # fmt: skip


@pytest.fixture(scope="module")
def flows(embargo, tmp_path_factory):
    """The flows of a ledger of these stories, by supplier, recipient and item."""
    place = tmp_path_factory.mktemp("voices")
    lines = [
        json.dumps(
            {"id": name, "published": f"{day}T00:00:00Z", "link": "https://www.bbc.co.uk/" + name,
             "title": f"What was said on {day}", "summary": story}
        )
        for name, day, story in STORIES
    ]  # fmt: skip
    stream = place / "stories.jsonl"
    stream.write_text("\n".join(lines))
    added = embargo("add", stream, "--ledger", place / "ledger", "--processes", "1")
    assert added.code == 0, added.err
    told = embargo("flows", "--json", "--ledger", place / "ledger")
    found = [json.loads(line) for line in told.out.splitlines()]
    return {(flow["supplier"], flow["recipient"], flow["item"]): flow for flow in found}


def stances(flow):
    """Who says what, each with both grades."""
    return {
        (v["origin"], v["stance"]): v["reliability"]["grade"] + v["credibility"]["grade"]
        for v in flow["voices"]
    }


def test_one_government_is_one_origin(flows):
    """Five American mouths are one voice; both sides' denials contradict nobody."""
    flow = flows["IRN", "RUS", "uav"]

    assert stances(flow) == {
        ("USA", "asserts"): "C6",
        ("RUS", "denies"): "D4",
        ("IRN", "denies"): "D4",
    }
    assert flow["independent"] == 1


def test_a_neighbours_general_staff_is_that_neighbour(flows):
    """The Joint Chiefs of Staff of Seoul are Seoul."""
    assert stances(flows["PRK", "RUS", "ammunition"]) == {("KOR", "asserts"): "C6"}


def test_fifty_states_are_one_author(flows):
    """Signatories are listed, and a second statement with the same author adds nothing."""
    flow = flows["PRK", "RUS", "missiles"]
    signed = {v["origin"]: v["signatories"] for v in flow["voices"]}

    assert signed == {"USA": ["CAN", "DEU", "JPN"], "eu+USA": []}
    assert flow["independent"] == 1


def test_eleven_states_are_one_team(flows):
    """The team is the origin, its states are its signatories."""
    flow = flows["RUS", "PRK", "air_defence"]
    (voice,) = flow["voices"]

    assert (voice["origin"], len(voice["signatories"])) == ("msmt", 11)
    assert flow["independent"] == 1
