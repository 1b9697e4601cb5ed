"""Pairs as one web page that needs nothing else: no script, no font, no network.

The page is a view and a record at once: its `data-` attributes say what is not seen,
so that `reader.formats.html_pairs` reads equal pairs back. Owns the markup; what it
looks like is `page.css`'s job.

Sentences come from anywhere. Each one is escaped, its control characters are shown
as pictures, and a content security policy allows the one stylesheet by its hash and
nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import IO

from reader.core.controls import (
    escape_controls,
    has_controls,
    strip_controls,
    to_json,
)
from reader.core.documents import Kind
from reader.core.pairs import FLAGS, STATUSES, Pair, TermUse
from reader.formats import marks, writers

_TAGS = {
    Kind.TITLE: ("<h1{}>", "</h1>"),
    Kind.HEADING: ("<h2{}>", "</h2>"),
    Kind.CAPTION: ("<figure><figcaption{}>", "</figcaption></figure>"),
    Kind.LIST: ("<li{}>", "</li>"),
}
_PARAGRAPH = ("<p{}>", "</p>")
_CLASSES = {writers.TARGET: "target-only"}
_LANGUAGES = """\
<span class="language" lang="de">Deutsch</span>
<span class="language">English</span>
"""
_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Zwiesprache">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header class="{layout}">
<span class="document">{document}</span>
{languages}</header>
<main class="{layout}" translate="no" data-document="{exact}">
"""


@cache
def load_style() -> str:
    """Return the stylesheet that stands in every page."""
    return Path(__file__).with_name("page.css").read_text("utf-8")


def write_policy(style: str) -> str:
    """Return the content security policy: this stylesheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


class HtmlWriter:
    """Writes one page; of the document it keeps the current block and some counts."""

    def __init__(self, stream: IO[str], layout: str) -> None:
        self._stream = stream
        self._layout = layout
        self._document = ""
        self._block: marks.BlockKey | None = None
        self._kind: Kind | None = None
        self._pairs = self._flagged = self._edited = 0
        self._engine = ""
        self._statuses: set[str] = set()

    def begin(self, title: str, document: str) -> None:
        """Write the head of the page."""
        self._document = document
        is_two = self._layout == writers.SIDE_BY_SIDE
        page = _HEAD.format(
            policy=write_policy(load_style()),
            title=_show(title),
            style=load_style(),
            layout=_CLASSES.get(self._layout, self._layout),
            document=_show(document),
            languages=_LANGUAGES if is_two else "",
            exact=_attribute(document),
        )
        self._stream.write(page)

    def write(self, pair: Pair) -> None:
        """Write one pair, in a block of its kind."""
        key = marks.block_key(pair)
        if key != self._block:
            self._end_block(pair.sentence.kind)
            self._begin_block(pair.sentence.kind)
            self._block, self._kind = key, pair.sentence.kind
        self._pairs += 1
        self._flagged += bool(pair.flags)
        self._edited += pair.edited
        self._engine = pair.engine or self._engine
        self._statuses.update(term.status for term in pair.terms)
        sentence = pair.sentence
        is_german = pair.target is None and self._layout == writers.TARGET
        self._stream.write(
            f'<span class="pair" id="{sentence.id}" tabindex="-1"'
            f"{self._describe(pair)}>"
            f'<a class="number" href="#{sentence.id}" aria-label="Sentence '
            f'{sentence.block}.{sentence.sentence}">'
            f"{sentence.block}.{sentence.sentence}</a>\n"
            f"{_write_source(pair)}\n{self._write_target(pair)}"
            f"{_write_notes(pair, is_german)}</span>\n"
        )

    def end(self) -> None:
        """Write the foot of the page, with what the marks mean."""
        self._end_block(None)
        noun = "sentence" if self._pairs == 1 else "sentences"
        facts = [f"{self._pairs} {noun}"]
        if self._flagged:
            facts.append(f"{self._flagged} marked ⚠ to be looked at")
        if self._edited:
            facts.append(f"{self._edited} ✎ edited by a person")
        lines = [f"<p>{' · '.join(facts)}</p>"]
        keys = [
            f'<mark class="term {status}">{status}</mark>: {meaning}'
            for status, meaning in STATUSES.items()
            if status in self._statuses
        ]
        if keys:
            lines.append(f"<p>Glossary terms: {'; '.join(keys)}</p>")
        if self._engine:
            engine = _show(self._engine)
            lines.append(f'<p class="engine">Translated by machine: {engine}</p>')
        foot = "\n".join(lines)
        self._stream.write(f"</main>\n<footer>\n{foot}\n</footer>\n</body>\n</html>\n")

    def _describe(self, pair: Pair) -> str:
        """Return the attributes that hold what is not seen."""
        sentence = pair.sentence
        values = {
            "start": str(sentence.start),
            "end": str(sentence.end),
            "score": "" if pair.score is None else repr(pair.score),
            "engine": pair.engine,
            "flags": " ".join(pair.flags),
            "edited": "yes" if pair.edited else "",
        }
        described = "".join(
            f' data-{name}="{_attribute(value)}"'
            for name, value in values.items()
            if value
        )
        if sentence.document != self._document:
            described += f' data-document="{_attribute(sentence.document)}"'
        if pair.terms:
            terms = to_json(pair.to_record()["terms"])
            described += f' data-terms="{escape(terms)}"'
        if pair.extra:
            described += f' data-extra="{escape(to_json(dict(pair.extra)))}"'
        return described

    def _write_target(self, pair: Pair) -> str:
        if pair.target is not None:
            spans = [(term.target_start, term.target_end, term) for term in pair.terms]
            return _write_text("target", "en", pair.target, spans)
        if self._layout == writers.TARGET:
            shown = _show(pair.sentence.source, "\n\t")
            return f'<span class="target absent" lang="de">{shown}</span>'
        return f'<span class="target absent" lang="en">{marks.NOT_TRANSLATED}</span>'

    def _begin_block(self, kind: Kind) -> None:
        if kind is Kind.LIST and self._kind is not Kind.LIST:
            self._stream.write("<ul>\n")
        opening = _TAGS.get(kind, _PARAGRAPH)[0]
        attributes = f' class="block {kind}" data-kind="{kind}"'
        self._stream.write(opening.format(attributes) + "\n")

    def _end_block(self, following: Kind | None) -> None:
        if self._kind is None:
            return
        self._stream.write(_TAGS.get(self._kind, _PARAGRAPH)[1] + "\n")
        if self._kind is Kind.LIST and following is not Kind.LIST:
            self._stream.write("</ul>\n")


def _write_source(pair: Pair) -> str:
    spans = [(term.start, term.end, term) for term in pair.terms]
    return _write_text("source", "de", pair.sentence.source, spans)


Span = tuple[int | None, int | None, TermUse]


def _write_text(side: str, language: str, text: str, spans: Iterable[Span]) -> str:
    """Return one half of a pair; `data-exact` where the page cannot show it all."""
    exact = ""
    if has_controls(text, keep="\n\t"):
        exact = f' data-exact="{_attribute(text)}"'
    return (
        f'<span class="{side}" lang="{language}"{exact}>'
        f"{_mark_terms(text, spans)}</span>"
    )


def _mark_terms(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with its terms marked; spans that cannot be are passed over."""
    found: list[str] = []
    position = 0
    claims = ((start, end, term) for start, end, term in spans if start is not None)
    for start, end, term in sorted(claims, key=lambda claim: claim[0]):
        if end is None or not position <= start < end <= len(text):
            continue
        found.append(_show(text[position:start], "\n\t"))
        meaning = STATUSES.get(term.status, term.status)
        hint = _show(f"{term.source} → {term.target}: {meaning}")
        found.append(
            f'<mark class="term {_show(term.status)}" title="{hint}">'
            f"{_show(text[start:end], chr(10) + chr(9))}</mark>"
        )
        position = end
    found.append(_show(text[position:], "\n\t"))
    return "".join(found)


def _write_notes(pair: Pair, is_shown_in_german: bool) -> str:
    """Return what a reader should know about the pair, "" for nothing."""
    notes = [
        f'<span class="flag">⚠ {_show(FLAGS.get(flag, flag))}</span>'
        for flag in pair.flags
    ]
    if is_shown_in_german:
        notes.append(f'<span class="flag">⚠ {marks.NOT_TRANSLATED}</span>')
    if pair.edited:
        notes.append('<span class="edited">✎ edited by a person</span>')
    return f'\n<span class="notes">{" ".join(notes)}</span>' if notes else ""


def _show(text: str, keep: str = "") -> str:
    """Return `text` as it may stand in the page, in an attribute too."""
    return escape(strip_controls(text, keep=keep))


def _attribute(text: str) -> str:
    """Return `text` for an attribute from which it can be read back."""
    return escape(escape_controls(text))


def make_writer(stream: IO[str], layout: str) -> writers.PairWriter:
    """Return a writer of web pages."""
    return HtmlWriter(stream, layout)
