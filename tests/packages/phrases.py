"""Inflected German phrases with their English, in the marks of the grammar."""

from __future__ import annotations

import random
from dataclasses import dataclass

Forms = dict[str, str]

CASES = ("nom", "acc", "dat", "gen")

_THE = {
    "m": ("der", "den", "dem", "des"),
    "f": ("die", "die", "der", "der"),
    "n": ("das", "das", "dem", "des"),
    "p": ("die", "die", "den", "der"),
}
_THIS = {
    "m": ("dieser", "diesen", "diesem", "dieses"),
    "f": ("diese", "diese", "dieser", "dieser"),
    "n": ("dieses", "dieses", "diesem", "dieses"),
    "p": ("diese", "diese", "diesen", "dieser"),
}
_A = {
    "m": ("ein", "einen", "einem", "eines"),
    "f": ("eine", "eine", "einer", "einer"),
    "n": ("ein", "ein", "einem", "eines"),
    "p": ("eine", "eine", "einen", "einer"),
}
"""The plural is there for "keine"."""

_WEAK = {
    "m": ("e", "en", "en", "en"),
    "f": ("e", "e", "en", "en"),
    "n": ("e", "e", "en", "en"),
    "p": ("en", "en", "en", "en"),
}
_MIXED = {
    "m": ("er", "en", "en", "en"),
    "f": ("e", "e", "en", "en"),
    "n": ("es", "es", "en", "en"),
    "p": ("en", "en", "en", "en"),
}
_STRONG = {
    "m": ("er", "en", "em", "en"),
    "f": ("e", "e", "er", "er"),
    "n": ("es", "es", "em", "en"),
    "p": ("e", "e", "en", "er"),
}


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of the lexicon's noun tables, in the order of its fields."""

    gender: str
    singular: str
    genitive: str
    plural: str
    english: str
    english_plural: str = "-"

    def form(self, case: str, plural: bool) -> str:
        """Return the noun in a case.

        >>> Noun("w", "Kunde", "Kunden", "Kunden", "customer").form("dat", False)
        'Kunden'
        >>> Noun("m", "Chip", "Chips", "Chips", "chip").form("dat", True)
        'Chips'
        """
        if plural:
            needs_n = case == "dat" and not self.plural.endswith(("n", "s"))
            return self.plural + "n" * needs_n
        if case == "gen" or (self.gender == "w" and case != "nom"):
            return self.genitive
        return self.singular


def make_noun_phrase(
    noun: Noun,
    adjective: tuple[str, str] | None,
    plural: bool,
    mark: str,
    chance: random.Random,
    *,
    negated: bool,
) -> Forms:
    """Return a noun phrase in all cases and in English, with a chosen determiner.

    `negated` allows the determiner "kein";
    `the_gen` and `bare` are the forms "der neuen Chips" and "neue Chips", `rel` is
    the relative pronoun in the accusative.
    """
    gender = "p" if plural else noun.gender.replace("w", "m")
    determiner = chance.choices(
        ("the", "a", "this", "no", ""),
        weights=(5, 0 if plural else 5, 1, 1 if negated else 0, 5 if plural else 0),
    )[0]
    if determiner == "a" and noun.plural == "-":
        determiner = ""
    forms = {}
    for number, case in enumerate(CASES):
        forms[case] = _source(determiner, noun, adjective, gender, number, mark)
        forms[f"the_{case}"] = _source("the", noun, adjective, gender, number, mark)
        forms[f"bare_{case}"] = _source("", noun, adjective, gender, number, mark)
    forms["rel"] = _THE[gender][1]
    forms["en"] = _target(determiner, noun, adjective, plural, mark)
    forms["the_en"] = _target("the", noun, adjective, plural, mark)
    forms["bare_en"] = _target("", noun, adjective, plural, mark)
    return forms


def _source(
    determiner: str,
    noun: Noun,
    adjective: tuple[str, str] | None,
    gender: str,
    case: int,
    mark: str,
) -> str:
    words = {
        "the": _THE[gender][case],
        "a": _A[gender][case],
        "this": _THIS[gender][case],
        "no": f"k{_A[gender][case]}",
        "": "",
    }
    endings = _STRONG
    if determiner in ("the", "this"):
        endings = _WEAK
    elif determiner:
        endings = _MIXED
    parts = [f"[{words[determiner]}|{mark}d]"] if determiner else []
    if adjective:
        parts.append(f"[{adjective[0]}{endings[gender][case]}|{mark}a]")
    parts.append(f"[{noun.form(CASES[case], gender == 'p')}|{mark}n]")
    return " ".join(parts)


def _target(
    determiner: str,
    noun: Noun,
    adjective: tuple[str, str] | None,
    plural: bool,
    mark: str,
) -> str:
    # English "data" is plural in German only: "diese Daten", "this data".
    counted = plural and noun.gender != "p"
    head = noun.english_plural if counted else noun.english
    following = adjective[1] if adjective else head
    words = {
        "the": "the",
        "a": "an" if _starts_with_vowel(following) else "a",
        "this": "these" if counted else "this",
        "no": "no",
        "": "",
    }
    parts = [f"[{words[determiner]}|{mark}d]"] if determiner else []
    if adjective:
        parts.append(f"[{adjective[1]}|{mark}a]")
    parts.append(f"[{head}|{mark}n]")
    return " ".join(parts)


def _starts_with_vowel(word: str) -> bool:
    """Say whether a word takes "an": by sound, so "a user", "a European chip"."""
    return word[0].lower() in "aeiou" and not word.lower().startswith(
        ("user", "univ", "euro")
    )


def make_verb(row: list[str], mark: str) -> Forms:
    """Return a verb in all forms; `tail` is a separable particle at the clause's end.

    `final` is the present at the end of a subordinate clause, "vorstellt".
    """
    base, present, past, participle, particle = row[:5]
    prefix = "" if particle == "-" else particle
    stem = base.removeprefix(prefix)
    zu = f"{prefix}zu{stem}" if prefix else f"zu {base}"
    forms = {
        "infinitive": base,
        "present": present,
        "past": past,
        "participle": participle,
        "final": prefix + present,
        "final_past": prefix + past,
        "plural": stem,
        "zu": zu,
        "en": row[5],
        "en_present": row[6],
        "en_past": row[7],
        "en_participle": row[8],
    }
    marked = {name: f"[{form}|{mark}]" for name, form in forms.items()}
    return marked | {"tail": f" [{prefix}|{mark}]" if prefix else ""}
