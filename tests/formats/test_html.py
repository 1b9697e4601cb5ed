"""The page: safe whatever is in it, linked, labelled, and in need of nothing."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.controls import strip_controls
from reader.core.documents import Kind
from reader.core.pairs import Pair, TermUse
from reader.formats.writers import LAYOUTS
from tests.formats.samples import ARTICLE, NASTY, make_pair, pairs, write

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer"),
    *("h1", "h2", "p", "ul", "li", "figure", "figcaption", "span", "a", "mark"),
}
VOID = {"meta"}


class Page(HTMLParser):
    """A page's elements; complains about tags that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[int, str] = {}
        self.open: list[int] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute stands twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self.open:
            self.texts[number] = self.texts.get(number, "") + data

    def find(self, name: str) -> list[tuple[dict[str, str], str]]:
        """(attributes, text) of the elements with a tag or class `name`."""
        return [
            (attributes, self.texts.get(number, ""))
            for number, (tag, attributes) in enumerate(self.elements)
            if tag == name or name in attributes.get("class", "").split()
        ]


@given(st.lists(pairs(), max_size=3), st.sampled_from(LAYOUTS), st.text())
def test_no_text_can_leave_its_place(
    written: list[Pair], layout: str, title: str
) -> None:
    page = Page(write("html", written, layout, title))
    assert {tag for tag, _ in page.elements} <= ALLOWED
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]
    assert len(page.find("pair")) == len(written)
    assert page.find("title")[0][1] == strip_controls(title, keep="")


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_shown_as_it_stands(text: str) -> None:
    page = Page(write("html", [make_pair(text, text)]))
    for side in ("source", "target"):
        assert [found for _, found in page.find(side)] == [strip_controls(text)]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = write("html", ARTICLE)
    page = Page(text)
    assert "url(" not in text and "@import" not in text
    assert not [1 for _, found in page.elements if "src" in found]
    assert {found["href"][0] for _, found in page.elements if "href" in found} == {"#"}


def test_the_policy_allows_this_stylesheet_and_nothing_else() -> None:
    text = write("html", ARTICLE)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policies = [
        found["content"]
        for found, _ in Page(text).find("meta")
        if found.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_sentence_says_its_language_and_can_be_linked_to(layout: str) -> None:
    page = Page(write("html", ARTICLE, layout))
    assert [found["id"] for found, _ in page.find("pair")] == [
        pair.sentence.id for pair in ARTICLE
    ]
    assert [found["href"] for found, _ in page.find("number")] == [
        f"#{pair.sentence.id}" for pair in ARTICLE
    ]
    assert {found["lang"] for found, _ in page.find("source")} == {"de"}
    languages = [found["lang"] for found, _ in page.find("target")]
    untranslated = "de" if layout == "target" else "en"
    assert languages == [
        "en" if pair.target is not None else untranslated for pair in ARTICLE
    ]


def test_each_kind_has_its_element() -> None:
    page = Page(write("html", ARTICLE))
    found = [
        (tag, attributes["data-kind"])
        for tag, attributes in page.elements
        if "data-kind" in attributes
    ]
    # The third block has two sentences.
    assert found == [
        ("h1", "title"),
        ("p", "byline"),
        ("p", "paragraph"),
        ("figcaption", "caption"),
        ("h2", "heading"),
        ("li", "list"),
        ("li", "list"),
        ("p", "paragraph"),
        ("p", "paragraph"),
        ("p", "paragraph"),
        ("p", "boilerplate"),
    ]
    assert len(page.find("ul")) == 1


def test_terms_are_marked_on_both_sides_with_their_status() -> None:
    page = Page(write("html", ARTICLE))
    marks = [(found["class"], text) for found, text in page.find("mark")]
    assert marks[:3] == [
        ("term kept", "Straßenbahn"),
        ("term kept", "tram"),
        ("term missing", "Oberleitungsbus"),
    ]
    title = page.find("mark")[0][0]["title"]
    assert title == "Straßenbahn → tram: the engine used the glossary's word"


@pytest.mark.parametrize(
    "spans",
    [
        [(5, 3)],
        [(-4, 2)],
        [(0, 99)],
        [(0, 8), (2, 6)],
        [(3, 3)],
        [(0, 4), (0, 8)],
    ],
)
def test_impossible_spans_lose_no_text(spans: list[tuple[int, int]]) -> None:
    terms = tuple(TermUse("a", "b", *span, *span, "kept") for span in spans)
    page = Page(write("html", [make_pair("Der <Satz>", "The <text>", terms=terms)]))
    assert page.find("source")[0][1] == "Der <Satz>"
    assert page.find("target")[0][1] == "The <text>"


def test_spans_hold_beside_control_characters() -> None:
    term = TermUse("Satz", "text", 5, 9, 5, 9, "enforced")
    page = Page(write("html", [make_pair("\x1bDer\u202eSatz", "\x1bThe\u202etext")]))
    assert page.find("mark") == []
    pair = make_pair("\x1bDer\u202eSatz", "\x1bThe\u202etext", terms=(term,))
    page = Page(write("html", [pair]))
    assert [text for _, text in page.find("mark")][:2] == ["Satz", "text"]


def test_the_foot_counts_and_explains() -> None:
    page = Page(write("html", ARTICLE))
    foot = page.find("footer")[0][1]
    assert "12 sentences · 2 marked ⚠ to be looked at · 1 ✎ edited" in foot
    assert "kept: the engine used the glossary's word; missing:" in foot
    assert "enforced" not in foot
    assert "argos:translate-de_en-1.3+beam4" in foot


def test_boilerplate_and_what_a_person_wrote_are_marked() -> None:
    page = Page(write("html", ARTICLE))
    assert len(page.find("edited")) == 1
    assert page.find("boilerplate")[0][0]["data-kind"] == str(Kind.BOILERPLATE)
