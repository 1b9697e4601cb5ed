"""Learn Punkt's German parameters from plain German sentences.

    python -m reader.training.punkt BITEXT.tsv.xz PARAMETERS.txt

Reads the German side of a table with the columns set, origin, source and target,
each sentence once, and writes the file that `reader.backends.punkt` loads. The
sets named in `HELD_OUT` are left out, so that one can measure on them. The method
is Kiss and Strunk's (2006), as NLTK has it.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.backends.punkt import Parameters, write_parameters

HELD_OUT = ("newstest2019", "newstest2020")

MIN_COUNT = 2
"""Words seen less often than this are left out of the orthographic part; it keeps
the file small and, on the held-out sets, costs nothing."""


def read_sources(path: Path) -> Iterator[str]:
    """Yield each German sentence of the bitext once, without the held-out sets."""
    seen: set[str] = set()
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            source = row["source"].strip()
            if source in seen or row["set"].startswith(HELD_OUT):
                continue
            seen.add(source)
            yield source


def train_parameters(sentences: Iterable[str]) -> Parameters:
    """Return what Punkt learns from `sentences`, each taken for a paragraph."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer()
    # German abbreviations stand before capitalized nouns so often that Punkt needs
    # every pair, not only those with initials and ordinals.
    trainer.INCLUDE_ABBREV_COLLOCS = True
    trainer.train("\n\n".join(sentences), finalize=True)
    learned = trainer.get_params()
    # NLTK counts a word with its stop and without it apart.
    counts: dict[str, int] = {}
    for word, count in trainer._type_fdist.items():
        bare = word.removesuffix(".") or word
        counts[bare] = counts.get(bare, 0) + count
    return Parameters(
        abbreviations=frozenset(learned.abbrev_types),
        collocations=frozenset(learned.collocations),
        starters=frozenset(learned.sent_starters),
        spellings={
            word: flags
            for word, flags in learned.ortho_context.items()
            if counts.get(word, 0) >= MIN_COUNT and flags and word.strip()
        },
    )


def main() -> None:
    """Train on the bitext named on the command line and write the parameters."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("parameters", type=Path)
    arguments = parser.parse_args()
    learned = train_parameters(read_sources(arguments.bitext))
    with arguments.parameters.open("w", encoding="utf-8", newline="\n") as stream:
        write_parameters(learned, stream)


if __name__ == "__main__":
    main()
