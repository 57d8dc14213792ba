"""Refuse what is not English without losing a short headline full of foreign names.

Statistical detectors call one English headline in seven Latin, French or Swedish when it is made
of names. Common words decide first; statistics only speak where a text is long enough.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from embargo_watch.reference.languages import ENGLISH, language_words

UNDETERMINED = "und"
"""The language of a text without letters."""

_FIRST_CHARS = 600
"""Enough to be sure of most texts."""
_SAMPLE_CHARS = 4000
_SURE_SHARE = 0.15
"""From this share of English function words on, nothing else is asked: other languages reach a
few per cent by words they share with English."""
_LONG_WORDS = 30
"""From this many words on, a text without English function words is not English."""
_LONG_SHARE = 0.08
_MAX_RANK = 1100
"""The detector's distance beyond which its own answer is mostly wrong."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|#\w+")
_LETTER = re.compile(r"[^\W\d_]")
_BEYOND_LATIN = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SCRIPT_LANGUAGES = {
    "CYRILLIC": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb"),
    "HEBREW": ("he", "yi"),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh",),
    "GREEK": ("el",),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "THAI": ("th",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "ETHIOPIC": ("am",),
    "MYANMAR": ("my",),
    "KHMER": ("km",),
}
_TELLING_LETTERS = (
    ("be", "ў"), ("kk", "қғңәұ"), ("sr", "ђћџ"), ("mk", "ѓќѕ"), ("uk", "іїєґ"),
    ("ur", "ٹڈڑے"), ("fa", "پچژگ"), ("yi", "װױײ"),
)  # fmt: skip
"""Letters that neighbours in the same script lack, the rarer first."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text, ``en`` where it is short and nothing speaks against it.

    ``und`` where there is no letter to tell by.
    """
    start = text[:_FIRST_CHARS]
    split = start.lower().split()
    hits = sum(map(_vocabulary()[0].__contains__, split))
    sure = hits > 1 and hits >= len(split) * _SURE_SHARE
    if sure and (start.isascii() or not _foreign_script(start)):
        return ENGLISH
    return _closer_look(_ADDRESS.sub(" ", text[:_SAMPLE_CHARS]))


def _closer_look(sample: str) -> str:
    if not sample.isascii():
        script = _foreign_script(sample)
        if script:
            return _of_script(sample, script)
    words = _WORD.findall(sample.lower())
    if not words:
        return UNDETERMINED
    english, news = _vocabulary()
    own = sum(word in english or word in news or _is_english_form(word) for word in words)
    rival, theirs = _best_rival(words)
    if theirs > own and theirs > 1:
        return rival
    function_words = sum(map(english.__contains__, words))
    long = len(words) >= _LONG_WORDS
    accented = own == 0 and len(words) > 4 and not "".join(words).isascii()
    if accented or (long and function_words < len(words) * _LONG_SHARE):
        return _by_statistics(sample)
    return ENGLISH


def _is_english_form(word: str) -> bool:
    """Whether it carries the English genitive (``Ukraine's``) or is a contraction."""
    return word.endswith(("'s", "’s", "n't", "n’t"))


def _best_rival(words: list[str]) -> tuple[str, int]:
    _, news = _vocabulary()
    counts = {
        code: sum(word in lexicon.words and word not in news for word in words if len(word) > 1)
        for code, lexicon in language_words().items()
        if code != ENGLISH
    }
    best = max(counts, key=lambda code: counts[code])
    return best, counts[best]


def _by_statistics(sample: str) -> str:
    from resiliparse.parse.lang import detect_fast

    code, rank = detect_fast(unicodedata.normalize("NFC", sample))
    return ENGLISH if code == "unknown" or rank > _MAX_RANK else str(code)


def _of_script(sample: str, script: str) -> str:
    candidates = list(_SCRIPT_LANGUAGES.get(script, ()))
    if len(candidates) < 2:
        return candidates[0] if candidates else UNDETERMINED
    for code, letters in _TELLING_LETTERS:
        if code in candidates and any(letter in sample for letter in letters):
            return code
    from resiliparse.parse.lang import detect_fast

    code, _ = detect_fast(unicodedata.normalize("NFC", sample), cutoff=5000, langs=candidates)
    return candidates[0] if code == "unknown" else str(code)


def _foreign_script(sample: str) -> str:
    """The leading script that is not Latin, if it has more letters than Latin; else ""."""
    letters = _BEYOND_LATIN.findall(sample)
    if not letters or 2 * len(letters) <= len(_LETTER.findall(sample)):
        return ""
    scripts = Counter(
        unicodedata.name(letter, "").partition(" ")[0].partition("-")[0] for letter in letters
    )
    if scripts.keys() & {"HIRAGANA", "KATAKANA"}:
        return "HIRAGANA"
    return max(scripts, key=lambda script: scripts[script])


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    english = language_words()[ENGLISH]
    return english.words, english.news
