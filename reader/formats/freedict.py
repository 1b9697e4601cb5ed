"""What the text of a dictionary's entry says: word, gender, number and English.

FreeDict's files for dictd give the headword with its grammar in one line, then the
English, then examples and references; those for StarDict give the grammar a line of its
own; Ding's mark a gender as "{m}". Where a text is written otherwise, it is still shown
as it is. Finding the text is the job of `reader.formats.dictd` and `stardict`.
"""

from __future__ import annotations

import re

from reader.core.lookup import DictionaryEntry

_GRAMMAR = re.compile(r"<([^<>]{1,60})>|\{([a-z]{1,3})\}")
_HEADWORD_END = re.compile(r"\s+[/<\[{(]")
_GRAMMAR_MARK = re.compile(r"<[^<>]*>")
_ASIDE = re.compile(r"\[[^\[\]]*\]|/[^/]*/|\{[^{}]*\}")
_REFERENCE = re.compile(r"\{([^{}]{1,120})\}")
_AFTERWARDS = re.compile(
    r'\s*(?:"|(?:synonyms?|antonyms?|see|see also|note|notes|siehe|usage)\s*:)',
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+")
_COMMA = re.compile(r"[,;]\s+(?![^()]*\))")

_GENDERS = {
    "masc": "masculine",
    "masculine": "masculine",
    "male": "masculine",
    "m": "masculine",
    "fem": "feminine",
    "feminine": "feminine",
    "female": "feminine",
    "f": "feminine",
    "neut": "neuter",
    "neuter": "neuter",
    "nt": "neuter",
}
_PARTS = {
    "n": "noun",
    "noun": "noun",
    "v": "verb",
    "verb": "verb",
    "vt": "verb",
    "vi": "verb",
    "adj": "adjective",
    "adjective": "adjective",
    "adv": "adverb",
    "adverb": "adverb",
}
_PLURALS = frozenset(("pl", "plural"))
_KNOWN_MARKS = _GENDERS.keys() | _PARTS.keys() | _PLURALS | {"sg", "singular"}
_MOST_LINES = 400
_LONGEST_LINE = 2000


def read_entry(text: str, dictionary: str = "") -> DictionaryEntry:
    r"""Return an entry with what its text says about the word.

    >>> entry = read_entry("Markt <masc, n, sg>\n [econ.] market <n>, mart <n>")
    >>> entry.headword, entry.article, entry.translations
    ('Markt', 'der', ('market', 'mart'))
    """
    text = text.strip("\n").rstrip()
    lines = [line[:_LONGEST_LINE] for line in text.split("\n")[:_MOST_LINES]]
    grammar = _read_grammar(lines)
    gender = next((_GENDERS[mark] for mark in grammar if mark in _GENDERS), "")
    # In "{n}" of Ding's own files the letter is a gender, not a part of speech.
    if "{n}" in lines[0]:
        gender = gender or "neuter"
    pos = next((_PARTS[mark] for mark in grammar if mark in _PARTS), "")
    return DictionaryEntry(
        headword=_HEADWORD_END.split(lines[0], maxsplit=1)[0].strip(),
        text=text,
        gender=gender,
        pos=pos or ("noun" if gender else ""),
        is_plural=bool(_PLURALS.intersection(grammar)),
        translations=_read_translations(
            [line for line in lines[1:] if not _read_marks(line)] or lines[1:]
        ),
        references=tuple(
            dict.fromkeys(
                reference.strip()
                for line in lines[1:]
                for reference in _REFERENCE.findall(line)
            )
        ),
        dictionary=dictionary,
    )


def _read_grammar(lines: list[str]) -> list[str]:
    """Return the marks in the headword's line, else those that have their own."""
    marks = [
        mark.strip().rstrip(".")
        for found in _GRAMMAR.finditer(lines[0])
        for mark in (found[1] or found[2]).split(",")
    ]
    return marks or next(filter(None, map(_read_marks, lines[1:])), [])


def _read_marks(line: str) -> list[str]:
    """Return the marks of a line that has nothing else: "noun, male, sg".

    One that only says "male" is the English of "männlich".
    """
    marks = [mark.strip() for mark in line.lower().split(",")]
    return marks if marks[0] in _PARTS and _KNOWN_MARKS.issuperset(marks) else []


def _read_translations(lines: list[str]) -> tuple[str, ...]:
    """Return the English, without what is said about it."""
    found: list[str] = []
    for line in lines:
        if _AFTERWARDS.match(line):
            break
        bare = _NUMBERED.sub("", line, count=1)
        # What stands behind a word's grammar is another word: "intelligence <n>AI".
        bare = _ASIDE.sub(" ", _GRAMMAR_MARK.sub(", ", bare))
        words = (" ".join(part.split()).strip(" ,;") for part in _COMMA.split(bare))
        found += [part for part in words if part]
        if found and not line.strip():
            break
    return tuple(dict.fromkeys(found))
