"""Links of articles, which follow the nouns that they stand before.

A lexical table says nothing about them: every "die" fits every "the".
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.alignment.beliefs import CellSet
from reader.core.alignment.content import is_source_content, is_target_content
from reader.core.alignment.words import Word
from reader.core.closed_classes import ARTICLES as SOURCE_ARTICLES
from reader.core.closed_classes import GENITIVE_ARTICLES
from reader.core.english.closed_classes import ARTICLES as TARGET_ARTICLES

_REACH = 4
"""How many words a noun may stand behind its article."""


def link_articles(
    sources: Sequence[Word], targets: Sequence[Word], links: CellSet
) -> CellSet:
    """Return the links with the articles' own in place of the guessed ones.

    "die neuen Chips" and "the new chips": the article goes with the first word behind
    it that has a link. A word that is no function word never means an article.
    """
    kept = {(i, j) for i, j in links if not _is_guess(sources[i].text, targets[j].text)}
    taken = {j for _, j in kept}
    for i, word in enumerate(sources):
        if word.text not in SOURCE_ARTICLES:
            continue
        first = _first_target(sources, kept, i)
        if first is None:
            continue
        article = _find_before(targets, first, TARGET_ARTICLES)
        if article is not None and article not in taken:
            kept.add((i, article))
            taken.add(article)
        if word.text in GENITIVE_ARTICLES:
            limit = first if article is None else article
            if limit and targets[limit - 1].text == "of" and limit - 1 not in taken:
                kept.add((i, limit - 1))
                taken.add(limit - 1)
    return kept


def _is_guess(source: str, target: str) -> bool:
    """Return whether a link is the rule's business, so that a guess goes.

    "im" may be "in the", and "sein" may be "the".
    """
    if source in SOURCE_ARTICLES:
        return target in TARGET_ARTICLES or target == "of"
    return target in TARGET_ARTICLES and is_source_content(source)


def _first_target(sources: Sequence[Word], links: CellSet, article: int) -> int | None:
    """Return the leftmost English word of the noun phrase behind an article."""
    for i in range(article + 1, min(article + 1 + _REACH, len(sources))):
        if not is_source_content(sources[i].text):
            # A pronoun ("die den Markt kennen"), or a phrase without linked words.
            return None
        found = [j for k, j in links if k == i]
        if found:
            return min(found)
    return None


def _find_before(
    targets: Sequence[Word], place: int, words: frozenset[str]
) -> int | None:
    """Return the nearest of `words` before `place`, across no function word."""
    for j in range(place - 1, max(place - 1 - _REACH, -1), -1):
        if targets[j].text in words:
            return j
        if not is_target_content(targets[j].text):
            return None
    return None
