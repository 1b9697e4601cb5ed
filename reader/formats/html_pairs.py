"""Pairs out of a page that `reader.formats.html` wrote.

Reads what the browser reads: the text between the tags, and the `data-` attributes
for what is not seen. A page that a browser saved again is read as well.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import IO, Any

from reader.core.controls import unescape_controls
from reader.core.pairs import Pair
from reader.errors import DocumentError

_CHUNK = 64 * 1024
_ID = re.compile(r"b(\d+)s(\d+)")


def read_html(stream: IO[str]) -> Iterator[Pair]:
    """Yield the pairs of a page; a page without any has none.

    Raises:
        DocumentError: a pair in the page is damaged; the message has its id.
    """
    parser = _PairParser()
    while chunk := stream.read(_CHUNK):
        parser.feed(chunk)
        while parser.records:
            yield _read_pair(parser.records.popleft())
    parser.close()
    while parser.records:
        yield _read_pair(parser.records.popleft())


class _PairParser(HTMLParser):
    """Collects the attributes and both texts of each pair."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.records: deque[dict[str, str | None]] = deque()
        self._document = self._kind = ""
        self._record: dict[str, str | None] | None = None
        self._depth = 0
        """Open spans: 1 inside a pair, 2 inside one of its parts."""
        self._side = ""
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a block, a pair or one of its halves begins."""
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        if tag == "main":
            self._document = unescape_controls(values.get("data-document", ""))
        self._kind = values.get("data-kind", self._kind)
        if tag != "span":
            return
        if self._record is not None:
            self._depth += 1
            self._begin_half(classes, values)
        elif "pair" in classes:
            self._record, self._depth = self._begin_pair(values), 1

    def handle_endtag(self, tag: str) -> None:
        """Keep the half or the pair that ends here."""
        if tag != "span" or self._record is None:
            return
        self._depth -= 1
        if self._depth == 1 and self._side:
            if self._side not in self._record:
                self._record[self._side] = "".join(self._pieces)
            self._side = ""
        elif self._depth == 0:
            self.records.append(self._record)
            self._record = None

    def handle_data(self, data: str) -> None:
        """Collect the text of a half."""
        if self._side:
            self._pieces.append(data)

    def _begin_pair(self, values: dict[str, str]) -> dict[str, str | None]:
        plain = {
            name.removeprefix("data-"): value
            for name, value in values.items()
            if name in ("id", "data-terms", "data-extra")
        }
        escaped = {
            name: unescape_controls(values.get(f"data-{name}", ""))
            for name in ("start", "end", "score", "engine", "flags", "edited")
        }
        document = values.get("data-document")
        return {
            **plain,
            **escaped,
            "kind": self._kind,
            "document": (
                self._document if document is None else unescape_controls(document)
            ),
        }

    def _begin_half(self, classes: list[str], values: dict[str, str]) -> None:
        assert self._record is not None
        for side in ("source", "target"):
            if side in classes and self._depth == 2:
                self._side, self._pieces = side, []
                if "data-exact" in values:
                    self._record[side] = unescape_controls(values["data-exact"])
                elif "absent" in classes:
                    self._record[side] = None


def _read_pair(found: dict[str, str | None]) -> Pair:
    """Return the pair of one record of the page."""
    texts = {name: value or "" for name, value in found.items()}
    try:
        number = _ID.fullmatch(texts["id"])
        if number is None:
            raise ValueError("its id is not like b0007s02")
        record: dict[str, Any] = {
            **json.loads(texts.get("extra", "{}")),
            "document": texts["document"],
            "kind": texts["kind"],
            "block": int(number[1]),
            "sentence": int(number[2]),
            "start": int(texts["start"]),
            "end": int(texts["end"]),
            "source": texts["source"],
            "target": found["target"],
            "score": float(texts["score"]) if texts["score"] else None,
            "engine": texts["engine"],
            "terms": json.loads(texts.get("terms", "[]")),
            "flags": texts["flags"].split(),
            "edited": texts["edited"] == "yes",
        }
        return Pair.from_record(record)
    except (DocumentError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise DocumentError(
            f"the pair {texts.get('id', '?')!r} in this page is damaged: {error}",
            "write the page again with 'reader translate --to html'",
        ) from error
