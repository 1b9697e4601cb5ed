"""Learn which capitalized German words are names that English leaves as they are.

    python -m reader.training.names BITEXT.tsv.xz reader/core/known_names.py

Counts, for each word that has its capital in the midst of German sentences, in how
many of them the English has it too, with its capital. The English is a machine's, which
is literal. A noun that both languages share ("Person", "Job") is small in English, and
a name with a name of its own there ("Wien") is another word.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap

from reader.core.names import find_capitals
from reader.training.corpus import MACHINES, Pair, read_pairs

FEWEST = 3
"""Sentences that a word must be in."""
LEAST_KEPT = 0.97
"""In how many of them, as a share, the English must have it."""
SHORTEST = 3
"""Letters; "OB", "TV" and "La" are more often put otherwise."""

# English has other words for these, which people use and machines seldom do.
_OTHERWISE = re.compile(r"Bundes|Junior$")

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = '''"""Names that German and English share, found in news.

Data only, written by `reader.training.names`; what they are for is
`reader.core.names`'s to say.
"""

KNOWN_NAMES = """\\
'''


def find_names(pairs: Iterable[Pair]) -> list[str]:
    """Return the names, sorted; each German sentence counts once."""
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    done: set[str] = set()
    for pair in pairs:
        if pair.origin != MACHINES[0] or pair.source in done:
            continue
        done.add(pair.source)
        english = {word for word in _WORD.findall(pair.target) if word[0].isupper()}
        for word in set(find_capitals(pair.source)):
            seen[word] += 1
            kept[word] += bool({word, word + "s", word.removesuffix("s")} & english)
    names = {
        word
        for word, count in seen.items()
        if count >= FEWEST
        and kept[word] >= LEAST_KEPT * count
        and len(word) >= SHORTEST
        and not _OTHERWISE.match(word)
    }
    return sorted(
        word for word in names if word.removesuffix("s") not in names - {word}
    )


def main() -> None:
    """Learn from the bitext named on the command line and write the names."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("names", type=Path)
    arguments = parser.parse_args()
    names = find_names(read_pairs(arguments.bitext))
    lines = "\n".join(wrap(" ".join(names), 88, break_on_hyphens=False))
    arguments.names.write_text(f'{_HEAD}{lines}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
