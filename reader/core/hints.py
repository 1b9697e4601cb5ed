"""Hints: the English of a word, written behind it into the German sentence.

Owns the form, `Die Rechenleistung { computing power } wächst.`, which the built-in
engine's adapter is trained to read (`reader.training`): German keeps its words and
their endings, which tell the number and the tense, and the English in braces comes as
a dictionary has it, for the engine to inflect. Inside the braces stand blanks, so that
a word has the same pieces there as in running English. A brace means nothing else:
those of a text become round brackets (its words, and the places of all of them, stay).
"""

from __future__ import annotations

from collections.abc import Iterable

_BRACES = str.maketrans("{}", "()")


def write_hints(source: str, hints: Iterable[tuple[int, int, str]] = ()) -> str:
    """Return `source` with each hint (start, end, English) behind its words.

    Of two hints that overlap only the first in the sentence is written, and of those
    that begin together the longer one.

    >>> write_hints("KI-Chips sind knapp.", [(0, 2, "AI"), (14, 19, "scarce")])
    'KI { AI }-Chips sind knapp { scarce }.'
    >>> write_hints("Er sagt {leise}: Nein.")
    'Er sagt (leise): Nein.'
    """
    source = source.translate(_BRACES)
    parts: list[str] = []
    done = 0
    for start, end, english in sorted(hints, key=lambda hint: (hint[0], -hint[1])):
        if start >= done:
            english = " ".join(english.translate(_BRACES).split())
            parts.append(f"{source[done:end]} {{ {english} }}")
            done = end
    return "".join((*parts, source[done:]))
