"""Count general German: the list that `reader glossary suggest` holds words against.

    python -m reader.training.background BITEXT.tsv.xz LIST.txt

Reads the German side of the same table as `reader.training.punkt`, each sentence
once and without the held-out sets, and writes the file that
`reader.backends.background` loads.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reader.backends.background import write_background
from reader.backends.lemmas import load_lemmas
from reader.core.matching.words import split_words
from reader.core.terminology.background import Background
from reader.core.terminology.genders import Gender, GenderEvidence
from reader.core.terminology.lexemes import Lexemes
from reader.core.terminology.tokens import key_of, note_genders, split_tokens
from reader.training.punkt import read_sources

MIN_STEM_COUNT = 2
"""Unknown words (names, foreign words) seen less often are left out."""

HEAD = """\
How often a lexeme stands in general German, and genders of nouns. Counted by
reader.training.background on the German side of the WMT news test sets 2008-2018 (free
for research use; no sentence of them is in this file) and of sentences of Tatoeba
(CC BY 2.0 FR, https://tatoeba.org), each sentence once; lemmas by simplemma (MIT).
Lines: a count, then every lexeme that has it; /m /f /n is its gender; a hyphen at the
end marks the stem of a word that is in no dictionary."""


def count_words(sentences: Iterable[str], lexemes: Lexemes) -> Background:
    """Return the counts of all lexemes in `sentences`, and the genders of the nouns."""
    counts: Counter[str] = Counter()
    evidence = GenderEvidence()
    size = 0
    for sentence in sentences:
        for word in split_words(sentence):
            if word.text.isalpha():
                counts[key_of(word, lexemes)] += 1
                size += 1
        note_genders(split_tokens(sentence), lexemes, evidence)
    kept = {
        key: count
        for key, count in counts.items()
        if count >= MIN_STEM_COUNT or not key.endswith("-")
    }
    genders: dict[str, Gender] = {
        noun: gender for noun in kept if (gender := evidence.guess(noun))
    }
    return Background(kept, genders, size)


def main() -> None:
    """Count the bitext named on the command line and write the list."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("list", type=Path)
    arguments = parser.parse_args()
    counted = count_words(read_sources(arguments.bitext), Lexemes(load_lemmas()))
    with arguments.list.open("w", encoding="utf-8", newline="\n") as stream:
        write_background(stream, counted, HEAD)


if __name__ == "__main__":
    main()
