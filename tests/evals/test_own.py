"""The entries written for training: their form, and the folds that they are left out by."""

import pytest

from evals.folds import FOLDS, left_out
from evals.own import entries

ENTRY = """\
T: North Korea shipped rockets to Russia, Seoul says
B: The rockets came by sea.
C: transfer PRK > RUS missiles asserted | KOR,USA

# a remark
T: Nothing happened
C: transfer - > RUS arms denied
"""


def test_a_paragraph_is_an_annotated_entry(tmp_path):
    """Title, text, and each claim with its sides, its group, its status and who says so."""
    (tmp_path / "a.txt").write_text(ENTRY, encoding="utf-8")
    first, second = entries(tmp_path)

    assert (first["title"], first["text"]) == (
        "North Korea shipped rockets to Russia, Seoul says", "The rockets came by sea.",
    )  # fmt: skip
    assert first["claims"] == [
        {
            "kind": "transfer", "supplier": ["PRK"], "recipient": ["RUS"], "item": "missiles",
            "status": "asserted", "speakers": ["KOR", "USA"],
        }
    ]  # fmt: skip
    assert second["claims"][0]["supplier"] == []
    assert second["claims"][0]["speakers"] == []


@pytest.mark.parametrize(
    "line",
    ["X: what is this", "C: transfer PRK > RUS missiles", "C: gift PRK > RUS arms asserted",
     "C: transfer PRK > RUS arms certain"],
)  # fmt: skip
def test_a_line_of_another_form_is_named(tmp_path, line):
    """The file and the line, so that it can be mended."""
    (tmp_path / "a.txt").write_text(f"T: One\n\nT: Two\n{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"a\.txt:4: "):
        list(entries(tmp_path))


def test_every_entry_of_ours_can_be_read(root):
    """Each has a title of its own, and claims of the codebook's form."""
    found = list(entries(root / "evals" / "sentences"))

    assert len(found) > 2000
    assert len({entry["id"] for entry in found}) == len(found)
    assert all(entry["title"] for entry in found)


def test_an_entry_keeps_its_fold():
    """Each stands in one fold, whatever others there are; no fold is far from a tenth."""
    ids = [f"entry-{n}" for n in range(2000)]
    folds = [left_out(ids, fold) for fold in range(FOLDS)]

    assert sum(len(fold) for fold in folds) == len(ids) == len(set().union(*folds))
    assert all(150 < len(fold) < 250 for fold in folds)
    assert left_out(ids[:100], 3) == folds[3] & set(ids[:100])
    assert left_out(ids, -1) == set()
