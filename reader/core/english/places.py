"""Where a form stands in an English sentence.

Three ways: its words side by side; a verb with its object inside ("rolled it out");
and words that are shared with others in a list ("text and image synthesis" holds
"text synthesis"). Choosing among places is `reader.core.obeying.checking`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.english.forms import Form
from reader.core.english.spelling import fold_spelling
from reader.core.english.words import Words, fold_gap
from reader.core.glossary.hits import Span

_LONGEST_OBJECT = 3
_LONGEST_LIST = 8
_STOPS = re.compile(r"[.;:!?()\[\]]")
_AND = frozenset({"and", "or", "as", "well", "nor"})
_FINITE = frozenset(
    "is are was were be been has have had will would can could may must".split()
)
"""Words that end the part of a sentence in which a verb's object can stand."""
_NOT_IN_A_LIST = frozenset(
    "the a an this that these those of in on at by to from with for is are was were "
    "be been has have had will would can could may not but it they we he she".split()
)
# "text and image synthesis", "text, image and video synthesis", "text- and image …"
_LENT_HEAD = re.compile(r"-?(?:,| (?:and|or|as well as)\b| ?[&/])")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a form."""

    span: Span
    """From the first of its words to the last, in characters."""
    words: frozenset[int]
    """The words that it takes, counted in the sentence."""
    lent: frozenset[int] = frozenset()
    """Those of them that others may take, too."""

    @property
    def is_whole(self) -> bool:
        """Whether its words stand side by side."""
        return len(self.words) == max(self.words) - min(self.words) + 1


def find_whole(form: Form, text: str, words: Words) -> list[Place]:
    """Return the places where the words of `form` stand side by side."""
    size = len(form.words)
    places = []
    for i in _find_starts(form, words):
        if _stands_at(form, 0, size, text, words, i) and _has_ends(
            form, text, words, i
        ):
            start = words[i].start - len(form.lead)
            span = start, words[i + size - 1].end + len(form.tail)
            places.append(Place(span, _range(i, size)))
    return places


def find_parted(form: Form, text: str, words: Words) -> list[Place]:
    """Return the places where other words stand between those of `form`."""
    if len(form.words) < 2 or form.lead or form.tail:
        return []
    if form.verb_size:
        return list(_find_split_verb(form, text, words))
    return list(_find_shared(form, text, words))


def _find_starts(form: Form, words: Words) -> list[int]:
    """Return the words at which `form` may begin, without looking at all of them."""
    first = form.words[0]
    places = words.places
    keys = set(map(fold_spelling, first.texts)) or first.keys
    return sorted(place for key in keys for place in places.get(key, ()))


def _range(start: int, size: int) -> frozenset[int]:
    return frozenset(range(start, start + size))


def _stands_at(
    form: Form, first: int, last: int, text: str, words: Words, at: int
) -> bool:
    """Return whether the words first:last of `form` stand in `text` from word `at`."""
    if at + last - first > len(words):
        return False
    for k in range(first, last):
        word = words[at + k - first]
        if not form.words[k].accepts(word):
            return False
        if k > first:
            gap = text[words[at + k - first - 1].end : word.start]
            if fold_gap(gap) != form.gaps[k - 1]:
                return False
    return True


def _has_ends(form: Form, text: str, words: Words, at: int) -> bool:
    """Return whether the signs around a form are its own: "C" is not in "C++"."""
    end = words[at + len(form.words) - 1].end
    if not form.tail and text[end : end + 2] in ("++", "# ", "#"):
        return False
    return text.endswith(form.lead, 0, words[at].start) and text.startswith(
        form.tail, end
    )


def _find_split_verb(form: Form, text: str, words: Words) -> Iterator[Place]:
    """Yield "rolled it out": up to three words behind the verb itself."""
    size, cut = len(form.words), form.verb_size
    for i in _find_starts(form, words):
        if not _stands_at(form, 0, cut, text, words, i):
            continue
        after = i + cut
        for j in range(after + 1, min(after + 1 + _LONGEST_OBJECT, len(words))):
            between = text[words[after - 1].end : words[j].start]
            if "," in between or _STOPS.search(between) or words[j - 1].key in _FINITE:
                break
            if not _stands_at(form, cut, size, text, words, j):
                continue
            last = words[j + size - cut - 1]
            # "switched it off-white" has no particle.
            if not text.startswith("-", last.end):
                taken = _range(i, cut) | _range(j, size - cut)
                yield Place((words[i].start, last.end), taken)
            break


def _find_shared(form: Form, text: str, words: Words) -> Iterator[Place]:
    """Yield the places in a list that shares the first or the last words."""
    size = len(form.words)
    starts = _find_starts(form, words)
    for cut in range(1, size):
        for i in starts:
            if not _stands_at(form, 0, cut, text, words, i):
                continue
            after = i + cut
            for j in range(after + 1, min(after + _LONGEST_LIST, len(words))):
                if not _stands_at(form, cut, size, text, words, j):
                    continue
                lent = _lent_words(text, words, i, after, j, size - cut)
                if lent:
                    taken = _range(i, cut) | _range(j, size - cut)
                    span = (words[i].start, words[j + size - cut - 1].end)
                    yield Place(span, taken, lent)
                break


def _lent_words(
    text: str, words: Words, start: int, after: int, head: int, size: int
) -> frozenset[int]:
    """Return which words of a place are shared, none where there is no list.

    Words start:after and those from `head` on belong to the form; what stands between
    must be the rest of a list: "text, image and video synthesis" lends its last word,
    "AI chips and models" its first.
    """
    between = words[after:head]
    gap = text[words[after - 1].end : words[head].start]
    keys = [word.key for word in between]
    if _STOPS.search(gap) or not _NOT_IN_A_LIST.isdisjoint(keys):
        return frozenset()
    if _LENT_HEAD.match(gap) and keys[-1] not in _AND:
        is_list = bool(_AND & set(keys) or "/" in gap or "&" in gap)
        return _range(head, size) if is_list else frozenset()
    if keys[-1] in _AND and keys[0] not in _AND and "," not in gap:
        return _range(start, after - start)
    return frozenset()
