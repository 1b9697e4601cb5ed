"""The shipped list of general German: how often which word, and the nouns' genders.

Owns the file `background_de.txt`, which `reader.training.background` writes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import IO

from reader.core.terminology.background import Background
from reader.core.terminology.genders import Gender

LIST = Path(__file__).with_name("background_de.txt")

_GENDERS: dict[str, Gender] = {"m": "m", "f": "f", "n": "n"}


@cache
def load_background() -> Background:
    """Return the list; it is read once."""
    with LIST.open(encoding="utf-8") as stream:
        return read_background(stream)


def read_background(stream: IO[str]) -> Background:
    r"""Return what a list says.

    Lines: "# …" for people, "size 900000", then a count with all words that have it,
    each with its gender behind a slash if it is known.

    >>> import io
    >>> known = read_background(io.StringIO("size 9\n4 gehen Modell/n\n"))
    >>> known.counts["gehen"], known.gender("Modell")
    (4, 'n')
    """
    counts: dict[str, int] = {}
    genders: dict[str, Gender] = {}
    size = 0
    for line in stream:
        first, _, rest = line.rstrip("\n").partition(" ")
        if first == "size":
            size = int(rest)
        elif first != "#":
            for entry in rest.split(" "):
                word, _, gender = entry.partition("/")
                counts[word] = int(first)
                if gender:
                    genders[word] = _GENDERS[gender]
    return Background(counts, genders, size)


def write_background(stream: IO[str], background: Background, head: str) -> None:
    """Write a list that `read_background` reads; `head` is told to people."""
    stream.writelines(f"# {line}\n" for line in head.splitlines())
    stream.write(f"size {background.size}\n")
    by_count: dict[int, list[str]] = {}
    for word, count in background.counts.items():
        gender = background.genders.get(word, "")
        by_count.setdefault(count, []).append(f"{word}/{gender}" if gender else word)
    for count in sorted(by_count, reverse=True):
        stream.write(f"{count} {' '.join(sorted(by_count[count]))}\n")
