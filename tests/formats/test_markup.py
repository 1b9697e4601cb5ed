from __future__ import annotations

import time

import pytest

from reader.formats.markup import strip_markup


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("market", "market"),
        ("<p>der <b>Markt</b></p><p>market", "der Markt\nmarket"),
        ("eins\n  zwei<br/>drei", "eins zwei\ndrei"),
        ("<ul><li>market<li>fair</ul>", "market\nfair"),
        ("T&uuml;r &#8211; door &lt;b&gt;", "Tür – door <b>"),
        ("a < b und c > d, 3<4", "a < b und c > d, 3<4"),
        ('see <a href="bword://Märkte">Märkte</a>', "see {Märkte}"),
        ("<script>alert('<b>x</b>')</script>market", "market"),
        ("<STYLE>b { color: red }</Style>market<!-- no -->", "market"),
        ("<script>for ever", ""),
        ('<img src="http://x.example/a.png" onerror="x">market', "market"),
    ],
)
def test_markup_goes_and_the_words_stay(text: str, words: str) -> None:
    assert strip_markup(text) == words


def test_line_breaks_stay_where_they_mean_something() -> None:
    text = "<k>Markt</k>\n<co>[econ.]</co>\n market,  mart"
    assert strip_markup(text, keeps_lines=True) == "Markt\n[econ.]\nmarket,  mart"


@pytest.mark.parametrize(
    "piece",
    ["<", "<a", "<a ", "<!", "<!--", "&", "&#", "</a", "<script>", "<a:", "a<b "],
)
def test_nonsense_takes_no_time(piece: str) -> None:
    text = piece * (131_072 // len(piece))
    start = time.monotonic()
    strip_markup(text)
    strip_markup(piece + "a" * 131_072)
    assert time.monotonic() - start < 1
