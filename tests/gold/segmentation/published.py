"""Score the published German cases of the pragmatic segmenter's rules.

    python -m tests.gold.segmentation.published test_deutsch.py

The file is pySBD's `tests/lang/test_deutsch.py` (MIT; its cases come from Kevin
Dias's Pragmatic Segmenter, MIT, with thanks there to Silvia Busse). It is not part
of this project; rows of our own for the same 35 phenomena stand in
`tests/core/test_sentences.py`. The file is read, never run. White space counts
nothing: the published cases also clean the text.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from reader.backends.punkt import load_boundaries
from reader.core.segmentation import segment

Case = tuple[str, list[str]]


def read_cases(path: Path) -> list[Case]:
    """Return the (text, sentences) pairs of every list of cases in a test file."""
    cases: list[Case] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List):
            cases += ast.literal_eval(node.value)
    return cases


def main() -> None:
    """Print the failing cases and how many pass."""
    find_boundaries = load_boundaries()
    cases = read_cases(Path(sys.argv[1]))
    passed = 0
    for text, wanted in cases:
        found = [s.source for s in segment("case", text, find_boundaries)]
        if [_bare(s) for s in found] == [_bare(s) for s in wanted]:
            passed += 1
            continue
        print(f"wanted: {wanted}\nfound:  {found}\n")
    print(f"{passed} of {len(cases)} published cases pass")


def _bare(sentence: str) -> str:
    return "".join(sentence.split())


if __name__ == "__main__":
    main()
