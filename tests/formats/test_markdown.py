"""Markdown: whatever a sentence holds, the page shows the sentence."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from markdown_it import MarkdownIt

from reader.core.controls import strip_controls
from reader.core.documents import Kind, fold_blanks
from reader.core.pairs import Pair
from reader.formats.markdown import escape_markdown
from tests.formats.samples import ARTICLE, NASTY, make_pair, pairs, write

PLAIN_TAGS = {"table", "thead", "tbody", "tr", "th", "td", "br", "p"} | {
    *("blockquote", "h1", "h2", "ul", "li")
}


class Page(HTMLParser):
    """The tags of a rendered page, and the text of each cell or paragraph."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        renderer = MarkdownIt("commonmark", {"html": True}).enable(
            ["table", "strikethrough"]
        )
        self.feed(renderer.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "br":
            self.texts[-1] += "\n"
        elif tag in ("td", "p", "h1", "h2", "li"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data


def shown(text: str) -> str:
    """What a reader sees of `text` on any page: blanks folded, controls as pictures."""
    return fold_blanks(strip_controls(text))


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("layout", ["side-by-side", "interleaved", "target"])
def test_nasty_text_is_shown_as_it_stands(text: str, layout: str) -> None:
    page = Page(write("markdown", [make_pair(text, text)], layout))
    assert set(page.tags) <= PLAIN_TAGS
    expected = [shown(text)] * (1 if layout == "target" else 2)
    assert [fold_blanks(part) for part in page.texts if part.strip()] == expected


@given(pairs())
def test_a_table_row_shows_both_sentences(pair: Pair) -> None:
    assume(pair.sentence.kind not in (Kind.TITLE, Kind.HEADING))
    pair = replace(pair, flags=())
    page = Page(write("markdown", [pair]))
    assert set(page.tags) <= PLAIN_TAGS
    target = "[⚠ not translated]" if pair.target is None else pair.target
    assert [fold_blanks(part) for part in page.texts] == [
        shown(pair.sentence.source),
        shown(target),
    ]


def test_a_heading_ends_the_table_and_another_begins() -> None:
    text = write("markdown", ARTICLE)
    assert text.startswith("> Linie 5 fährt wieder\n\n# Line 5 is running again\n\n|")
    assert text.count("| Deutsch | English |") == 2
    assert "\n\n> Was nun?\n\n## What now?\n\n| Deutsch" in text


def test_every_row_has_two_cells() -> None:
    rows = [make_pair(text, text, block=n) for n, text in enumerate(NASTY)]
    for line in write("markdown", rows).strip().split("\n"):
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3, line


def test_lists_are_lists_in_the_target_layout() -> None:
    page = Page(write("markdown", ARTICLE[6:8], "target"))
    assert page.tags.count("li") == 2
    assert [text.strip() for text in page.texts if text.strip()] == [
        "Central station – Elbe",
        "University – stadium",
    ]


@pytest.mark.parametrize("layout", ["target", "interleaved"])
@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "–"])
def test_the_bullet_of_a_list_is_written_once(layout: str, bullet: str) -> None:
    pair = make_pair(f"{bullet} 3 Eier", f"{bullet} 3 eggs", kind=Kind.LIST)
    assert write("markdown", [pair], layout).splitlines()[-1] == "- 3 eggs"


def test_a_newline_becomes_a_break() -> None:
    assert escape_markdown("eins\nzwei") == "eins<br>zwei"
