from __future__ import annotations

from reader.core.obeying.checking import check_terms
from tests.core.obeying.rows import hit


def test_a_list_that_shares_its_head_has_each_of_its_terms() -> None:
    target = "The text, image and video synthesis is new."
    hits = [
        hit("Textsynthese", "text synthesis", is_elided=True),
        hit("Bildsynthese", "image synthesis", at=6, is_elided=True),
        hit("Videosynthese", "video synthesis", at=16),
    ]
    verdict = check_terms(hits, target)
    assert verdict.is_good
    assert [target[slice(*span)] for span in verdict.spans if span] == [
        "text, image and video synthesis",
        "image and video synthesis",
        "video synthesis",
    ]


def test_a_model_is_not_taken_out_of_a_language_model() -> None:
    hits = [hit("Modell", "model"), hit("Sprachmodell", "language model", at=20)]
    verdict = check_terms(hits, "The language model is small.")
    assert verdict.spans == (None, (4, 18))
    assert verdict.missing == (0,)
