"""One document's pairs to its writers, in a single pass.

Owns what a document's title is and who sees boilerplate; what the files look like is
`reader.formats`'s job.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.formats.writers import PairWriter

RECORD_FORMAT = "jsonl"
"""Keeps boilerplate, without English, so that the record is complete."""
_TITLE_PAIRS = 8
"""A title stands among the first pairs or nowhere."""


def write_document(
    writers: Sequence[tuple[str, PairWriter]],
    pairs: Iterable[Pair],
    name: str,
    document: str,
    with_boilerplate: bool = False,
) -> None:
    """Write pairs with every writer of (format, writer); `name` is a spare title.

    Boilerplate stays in the record and out of what is made for reading, unless it
    is asked for.
    """
    stream = iter(pairs)
    first = list(islice(stream, _TITLE_PAIRS))
    titles = (p.sentence.source for p in first if p.sentence.kind is Kind.TITLE)
    title = next(titles, name)
    for _, writer in writers:
        writer.begin(title, document)
    for pair in chain(first, stream):
        is_hidden = pair.sentence.kind is Kind.BOILERPLATE and not with_boilerplate
        for to, writer in writers:
            if to == RECORD_FORMAT or not is_hidden:
                writer.write(pair)
    for _, writer in writers:
        writer.end()
