"""Tell languages by words that a reviewer can read, before any statistics are asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load

FILE = "lexicon/languages.yaml"
ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """The commonest words of one language, in lower case; ``news`` for English alone."""

    words: frozenset[str]
    news: frozenset[str] = frozenset()


@cache
def language_words() -> Mapping[str, LanguageWords]:
    """Every listed language by its ISO 639-1 code.

    Raises:
        InvalidReference: an entry breaks the schema; the message names it.
    """
    content = load(FILE)
    if not isinstance(content, dict) or ENGLISH not in content:
        raise InvalidReference(f"data/{FILE}: languages by code, English among them, are expected")
    return {code: _words(code, fields) for code, fields in content.items()}


def _words(code: object, fields: object) -> LanguageWords:
    if not isinstance(code, str) or not isinstance(fields, dict) or not fields.get("words"):
        raise InvalidReference(f"data/{FILE}: {code!r}: a code and its words are expected")
    return LanguageWords(
        words=frozenset(str(fields["words"]).split()),
        news=frozenset(str(fields.get("news", "")).split()),
    )
