"""Terms of which one half is left out: "Text-, Bild- und Videosynthese".

The half of a compound stands further on ("Export- und Importzölle") or before
("Chipdesign und -fertigung"). Every way to cut the whole word is put together with the
half that is there, and looked up like any other word. Adjectives may share a noun:
"künstliche und menschliche Intelligenz".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.closed_classes import ARTICLES, DETERMINERS, PREPOSITIONS
from reader.core.matching.words import HYPHENS, Word, fold

_REACH = 8
_SHORTEST_HEAD = 3
_BETWEEN = frozenset(
    "und oder sowie bzw beziehungsweise als auch wie bis noch aber doch nicht nur"
    " sondern statt weder entweder ob".split()
)
_FEMININE = frozenset(("in", "innen"))
"""The "-innen" of "Patienten/-innen" is an ending and no half of a compound."""
_DANGLING = re.compile(rf"[{HYPHENS}][\"'“”’»«]*(?:[\s,;/)]|$)")
_LEADING = re.compile(rf"[\s/(„\"'»«][{HYPHENS}]$")
_ADJECTIVE = re.compile(r"[a-zäöü]+(?:e|en|er|es|em)")
_ATTRIBUTE = re.compile(r"[a-zäöüß]{2,}?(e[mnrs]?)")
_COORDINATING = frozenset("und oder sowie bzw beziehungsweise wie".split())
# From behind an adjective to the noun that it shares, by the letters of `_word_class`.
# Commas alone make one kind of thing: "ein großes, teures Modell".
_SHARED_NOUN = re.compile(r"(?:,a+)*(?:cp?d?a+)+n")


@dataclass(frozen=True, slots=True)
class Completed:
    """A half word made whole."""

    before: tuple[Word, ...]
    """The words of the sentence before it."""
    words: tuple[Word, ...]
    """As if they stood in the text; their offsets mean nothing."""
    half: tuple[Word, ...]
    """The words of the compound that are there."""
    other: tuple[Word, int, int]
    """The word that lends the rest, and which of its folded letters."""
    seam: int
    """How many of `words` an entry may begin with; the others are all on one side."""


def complete_words(words: Sequence[Word], text: str) -> Iterator[Completed]:
    """Yield every way to complete what is half in a sentence."""
    for place, behind in enumerate(words[1:]):
        if behind.gap == ", " or behind.folded in _COORDINATING:
            yield from _borrow_noun(words, place)
    if "-" not in text and not any(hyphen in text for hyphen in HYPHENS[1:]):
        return
    for place, word in enumerate(words):
        if _DANGLING.match(text, word.end):
            yield from _borrow_head(words, place, text)
        if place and word.folded not in _FEMININE and _LEADING.search(word.gap):
            yield from _borrow_modifier(words, place)


def _borrow_head(words: Sequence[Word], place: int, text: str) -> Iterator[Completed]:
    """Yield "Textsynthese" for the "Text-" of "Text-, Bild- und Videosynthese"."""
    first = _chain_start(words, place)
    before, half = tuple(words[:first]), tuple(words[first : place + 1])
    whole = _find_whole(words, place, text)
    if whole is None:
        return
    last = _chain_end(words, whole)
    # "KI- und Cloud-Dienste" lends whole words, the last one first.
    for start in range(last, whole, -1):
        lent = words[start]
        lot = (*half, *words[start : last + 1])
        letters = (lent, 0, len(lent.folded))
        yield Completed(before, lot, half, letters, len(half))
    yield from _borrow_tail(before, half, words[last])


def _borrow_tail(
    before: tuple[Word, ...], half: tuple[Word, ...], whole: Word
) -> Iterator[Completed]:
    for cut in range(2, len(whole.folded) - _SHORTEST_HEAD + 1):
        tail = whole.folded[cut:]
        closed = _join(half[-1], half[-1].text + tail)
        letters = (whole, cut, len(whole.folded))
        yield Completed(before, (*half[:-1], closed), half, letters, len(half))


def _borrow_modifier(words: Sequence[Word], place: int) -> Iterator[Completed]:
    """Yield "Chipfertigung" for the "-fertigung" of "Chipdesign und -fertigung"."""
    whole = place - 1
    while whole > 0 and words[whole].folded in _BETWEEN:
        whole -= 1
    half, lender = words[place], words[whole]
    if place - whole > _REACH:
        return
    first = _chain_start(words, whole)
    if first < whole:
        lent = words[first]
        lot = (*words[first:whole], half)
        letters = (lent, 0, len(lent.folded))
        yield Completed((), lot, (half,), letters, whole - first)
        return
    for cut in range(len(lender.folded) - 2, 1, -1):
        joined = lender.folded[:cut] + half.folded
        if lender.is_capitalized:
            joined = joined.capitalize()
        yield Completed((), (_join(half, joined),), (half,), (lender, 0, cut), 1)


def _borrow_noun(words: Sequence[Word], place: int) -> Iterator[Completed]:
    """Yield "autonomes Fahren" for "autonomes und vernetztes Fahren"."""
    ending = _attribute_ending(words[place])
    if not ending:
        return
    behind = words[place + 1 : place + _REACH]
    shape = _SHARED_NOUN.match("".join(_word_class(word, ending) for word in behind))
    if shape is None:
        return
    noun = place + len(shape[0].replace(",", ""))
    last = _chain_end(words, noun)
    lot = (words[place], *words[noun : last + 1])
    letters = (words[last], 0, len(words[last].folded))
    yield Completed(tuple(words[:place]), lot, (words[place],), letters, 1)


def _word_class(word: Word, ending: str) -> str:
    """Return the letter of a word in `_SHARED_NOUN`, behind the comma before it.

    Only an adjective with the same ending is one of the row.
    """
    if word.is_capitalized:
        letter = "n"
    elif word.folded in _COORDINATING:
        letter = "c"
    elif word.folded in PREPOSITIONS:
        letter = "p"
    elif word.folded in ARTICLES:
        letter = "d"
    else:
        letter = "a" if _attribute_ending(word) == ending else "x"
    return {"": "", ",": ","}.get(word.gap.strip(), "x") + letter


def _attribute_ending(word: Word) -> str:
    """Return the ending of what may be an adjective before its noun, else ""."""
    text = word.text.lower() if word.is_initial or word.is_shouted else word.text
    found = _ATTRIBUTE.fullmatch(text)
    return found[1] if found and text not in DETERMINERS else ""


def _find_whole(words: Sequence[Word], place: int, text: str) -> int | None:
    """Return the place of the word that lends its end to the half word at `place`."""
    for other in range(place + 1, min(len(words), place + _REACH)):
        word = words[other]
        is_dotted = word.gap.startswith(".") and words[other - 1].folded == "bzw"
        if re.search(r"[.;:!?]", word.gap) and not is_dotted:
            return None
        # Also of several parts: "Open-Source- und KI-Modelle".
        is_half = _DANGLING.match(text, words[_chain_end(words, other)].end)
        if is_half or word.folded in _BETWEEN or word.is_hyphenated:
            continue
        is_adjective = _ADJECTIVE.fullmatch(word.text) is not None
        if is_adjective and words[place].is_capitalized:
            continue
        return other
    return None


def _chain_start(words: Sequence[Word], place: int) -> int:
    """Return where the hyphenated word begins of which `place` is a part."""
    while place > 0 and words[place].is_hyphenated:
        place -= 1
    return place


def _chain_end(words: Sequence[Word], place: int) -> int:
    """Return where the hyphenated word ends of which `place` is a part."""
    while place + 1 < len(words) and words[place + 1].is_hyphenated:
        place += 1
    return place


def _join(half: Word, text: str) -> Word:
    return Word(
        text,
        fold(text),
        half.start,
        half.end,
        half.gap,
        half.is_initial,
        half.is_shouted,
    )
