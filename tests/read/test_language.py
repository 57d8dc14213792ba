"""Only English is read: nothing English lost, nothing else guessed."""

import json

import pytest

from embargo_watch.read import is_read
from embargo_watch.read.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Iran Denies It Supplied Russia With Drones",
        "Germany arrests alleged Russia drone supplier",
        "Kim Jong Un, Putin, Zelenskyy, Khamenei: Shahed-136",
        "Ukraine Says Forces Hold Bakhmut",
        "Patriot missiles",
        "Wagner Group Video Shows Mercenaries Beg Russia for More Ammunition\n",
        "Türkiye’s Erdoğan says Bayraktar TB2s sent to Kyiv",
        "The word ракета means missile, officials said in a statement to the press.",
    ],
)
def test_english_is_english_however_many_names_it_holds(text):
    """Headlines of names, with and without function words, and with foreign words in them."""
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Corea del Norte envió misiles a Rusia, según un informe de las Naciones Unidas"),
        ("fr", "La Corée du Nord a livré des missiles à la Russie, selon les États-Unis"),
        ("de", "Nordkorea hat Russland nach Angaben der USA mit Raketen beliefert"),
        ("pt", "O Irã não forneceu drones para a Rússia, diz o ministro das Relações Exteriores"),
        ("it", "La Corea del Nord ha consegnato i missili alla Russia, secondo gli Stati Uniti"),
        ("ru", "Северная Корея поставила России баллистические ракеты, заявили в США"),
        ("uk", "Північна Корея передала Росії балістичні ракети, заявили у США"),
        ("ar", "زودت كوريا الشمالية روسيا بصواريخ باليستية، بحسب الولايات المتحدة"),
        ("fa", "کره شمالی به روسیه موشک‌های بالستیک داده است، آمریکا می‌گوید"),
        ("he", "צפון קוריאה סיפקה לרוסיה טילים בליסטיים, כך לפי ארצות הברית"),
        ("zh", "美国称朝鲜向俄罗斯提供了弹道导弹"),
        ("ja", "北朝鮮がロシアに弾道ミサイルを供与したと米国が発表した"),
        ("ko", "북한이 러시아에 탄도미사일을 제공했다고 미국이 밝혔다"),
        ("tr", "Kuzey Kore Rusya için balistik füze gönderdi ve bu bir ihlal olarak görüldü"),
        ("pl", "Korea Północna przekazała Rosji pociski, a to nie jest zgodne z prawem, co się"),
    ],
)
def test_other_languages_are_named(language, text):
    """The sentences say the same thing; each is told from English and from its neighbours."""
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 345 — 67", "…"])
def test_without_a_letter_there_is_no_language(text):
    """Which is not read."""
    assert language_of(text) == "und"


def test_only_english_is_read(read_as):
    """The refusal is for the caller to count."""
    assert is_read(read_as("North Korea sent missiles to Russia, the White House said."))
    assert not is_read(read_as("Северная Корея поставила России баллистические ракеты"))


def test_entries_with_claims_are_english(shared):
    """At least 995 of 1,000 entries in which annotators found claims are read."""
    path = shared / "gold" / "train.jsonl"
    if not path.exists():
        pytest.skip("needs ../shared: gold/train.jsonl")
    entries = [json.loads(line) for line in path.read_text().splitlines()]
    texts = [f"{entry['title']}\n{entry['text']}" for entry in entries if entry["claims"]]
    read = sum(language_of(text) == "en" for text in texts)

    assert read >= 0.995 * len(texts)
