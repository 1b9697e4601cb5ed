"""German rules for the end of a sentence, one function a rule, asked in order.

A rule answers True (it ends here), False (it goes on) or None (not its case). What
no rule decides is left to Punkt. `reader.core.candidates` finds the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.core.abbreviations import Role
from reader.core.candidates import Candidate
from reader.core.starters import (
    EXCLAIMED_NAMES,
    FINITE_VERBS,
    MONTHS,
    NUMBERED_NOUNS,
    ORDINAL_HEADS,
    ORDINAL_NOUNS,
)

_ROMAN = re.compile(r"[IVX]{1,5}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_DATE = re.compile(r"[0-3]?\d\.(?:0?[1-9]|1[0-2])")
_LETTER = re.compile(r"[^\W\d_]")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_BARE_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}|[IVX]{1,4}|[^\W\d_])")

_CLAUSE = 25
"""Before fewer characters than this no sentence is complete."""


def ends_sentence(candidate: Candidate) -> bool:
    """Say whether a sentence ends at `candidate`."""
    for rule in RULES:
        verdict = rule(candidate)
        if verdict is not None:
            return verdict
    return candidate.punkt


def judge_opening(c: Candidate) -> bool | None:
    """Join a mark with no word before it: "1. Gehen Sie", "… und dann", "[…] er"."""
    if not _LETTER.search(c.head) and not re.search(r"\d{4}|\d\W+\d", c.head):
        return False
    if c.mark == "." and _BARE_NUMBER.fullmatch(c.head.strip()):
        return False
    return None


def judge_punctuation(c: Candidate) -> bool | None:
    """Join before a comma and the like: „Kommst du?“, fragte sie; (1921!), dann."""
    if not c.opener and c.character and c.character in ",;:)]}/%=":
        return False
    if c.opener in (")", "]"):
        return False
    return None


def judge_lower_case(c: Candidate) -> bool | None:
    """Join before a small letter: "Yahoo! und", „Halt!“ rief er, "Friedrich II. ging".

    Names like "iPhone" begin a sentence. So does a bracket behind a whole one:
    "… weiter. (dpa) Die Firma".
    """
    if not c.following[:1].islower():
        return None
    if c.opener.startswith("(") and c.mark[0] == ".":
        return None
    if _CAMEL.match(c.following):
        return True if c.role is None else None
    if "…" in c.opener or "..." in c.opener:
        return c.role is None
    return False


def judge_aside(c: Candidate) -> bool | None:
    """Keep a bracket inside its sentence whole: "(Hanser, 24 Euro. Aus dem …)"."""
    if not c.is_aside:
        return None
    if not c.closes_aside:
        return False
    if c.mark[-1] in ".!?…":
        return None
    return c.starts and c.role is None and len(c.words) > 3


def judge_exclaimed_name(c: Candidate) -> bool | None:
    """Join behind names that carry a mark: "Yahoo! Mail", "Jeopardy! gewann"."""
    if c.mark in ("!", "?") and c.word.lower() in EXCLAIMED_NAMES:
        return c.starts
    return None


def judge_ellipsis(c: Candidate) -> bool | None:
    """End at an ellipsis before a capital, unless it stands for words left out.

    "Sie schwieg … Dann ging sie" are two, "die Akte […] Seite 3 fehlt" is one.
    """
    if "…" not in c.mark and ".." not in c.mark:
        return None
    if c.mark[0] in "!?" or c.starts or c.opener:
        return True
    if "]" in c.mark or ")" in c.mark or not c.following:
        return False
    return not c.head[-1:].isspace()


def judge_exclamation(c: Candidate) -> bool | None:
    """End at ! and ? before anything that is left: "Was für ein Spiel! Vor 11.420"."""
    if "!" in c.mark or "?" in c.mark:
        return True
    return None


def judge_month(c: Candidate) -> bool | None:
    """Join a day and its month: "am 16. Februar", "1. Mai", "24. Dez."."""
    if c.word.isdigit() and not c.opener and c.following.lower() in MONTHS:
        return False
    return None


def judge_date(c: Candidate) -> bool | None:
    """Join a date in figures with a noun: "am 31.12. Silvester", but "am 3.5. Dann"."""
    if c.mark == "." and _DATE.fullmatch(c.word):
        return c.starts or (c.punkt and bool(c.opener))
    return None


def judge_ordinal(c: Candidate) -> bool | None:
    """Join an ordinal number and its noun: "der 2. Wahlgang", "1. FC Köln".

    A word that is no noun begins a sentence: "Er wurde 3. Seine Schwester". So does
    anything behind a year or "Seite 12".
    """
    if c.mark[0] != "." or not re.fullmatch(r"\d{1,4}", c.word):
        return None
    if c.head.removesuffix(c.word).rstrip().endswith((":", ";", ",", "-", "–")):
        # The items of a list: "Die Regeln: 1. Der Ball ist rund, 2. Das Spiel …".
        return False
    if c.starts:
        return True
    if len(c.word) == 4 or c.before in NUMBERED_NOUNS:
        return True
    if c.closers_follow:
        return c.punkt
    if c.character.isdigit() or c.opener in ("-", "–"):
        return False
    if c.before in ORDINAL_HEADS or c.following.lower() in ORDINAL_NOUNS:
        return False
    # Behind a name a number is part of it: "Via Roma 4. Montags geschlossen".
    return c.punkt and (len(c.word) > 2 or c.words[-2:][0][:1].isupper())


def judge_roman(c: Candidate) -> bool | None:
    """Join a numeral and what it counts: "im II. Weltkrieg", "Friedrich II. Kaiser"."""
    if c.mark[0] == "." and len(c.word) > 1 and _ROMAN.fullmatch(c.word):
        return c.starts
    return None


def judge_abbreviation(c: Candidate) -> bool | None:
    """Decide behind abbreviations by what may follow them (see `Role`)."""
    if c.role is None:
        return None
    if c.role is Role.NUMERIC:
        return False if c.character.isdigit() else None
    if c.role is Role.OPEN and not c.closers_follow:
        return False
    if c.role is Role.CLOSING:
        return c.following[:1].isupper() or bool(c.opener)
    return c.starts or (c.second in FINITE_VERBS and len(c.head) > _CLAUSE)


def judge_initials(c: Candidate) -> bool | None:
    """Join initials and a name: "J. K. Rowling", "Martin S. aus", "U.S. Bundesstaat".

    A word that is no noun begins a sentence: "in den U.S.A. Seine", "von B. Das".
    """
    if c.mark[0] != "." or not _INITIALS.fullmatch(c.word):
        return None
    if len(c.word) == 1 and c.word.islower():
        # A unit ends a sentence, another small letter is half an abbreviation.
        return c.before[-1:].isdigit() and c.starts
    return c.starts


def judge_glued(c: Candidate) -> bool | None:
    """End without a blank where a new sentence can only begin: "nutzen.“Die Firma"."""
    return True if c.is_glued else None


def judge_quotation(c: Candidate) -> bool | None:
    """End behind a closed quotation before a capital: „Wir warten.“ Dann ging er."""
    if c.closers_follow and c.following[:1].isupper():
        return True
    return None


def judge_plain_word(c: Candidate) -> bool | None:
    """End behind a word of the language before one that begins sentences."""
    if c.starts and len(c.word) > 2 and c.word[-2:].isalpha():
        return True
    return None


RULES: tuple[Callable[[Candidate], bool | None], ...] = (
    judge_opening,
    judge_punctuation,
    judge_lower_case,
    judge_aside,
    judge_exclaimed_name,
    judge_ellipsis,
    judge_exclamation,
    judge_month,
    judge_date,
    judge_ordinal,
    judge_roman,
    judge_abbreviation,
    judge_initials,
    judge_glued,
    judge_quotation,
    judge_plain_word,
)
"""The rules in the order in which they are asked."""
