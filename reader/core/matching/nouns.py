"""Which forms a German noun has: endings, umlauts, foreign plurals, -in.

`undo_endings` guesses the citation forms that a word may belong to, for the index;
`Nouns.is_form` decides, and lets a dictionary overrule what endings alone suggest:
"Drucker" (printer) is no plural of "Druck" (pressure).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import fold


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which a form ends where its citation form does not."""

    form: str
    citation: str = ""
    after: tuple[str, ...] = ()
    """What the citation form may end with; empty for everything."""
    is_safe: bool = False
    """Whether it is believed where the dictionary lists the form by itself."""
    is_sure: bool = False
    """Whether it is believed whatever the dictionary says ("Matrize" of "Matrizen")."""


_SIBILANTS = ("s", "x", "z")
_LONG_N = ("e", "el", "er", "ar", "or", "au", "ei", "a", "i", "o", "u", "y")

ENDINGS = (
    # des Chips, die Chips; des Marktes; des Gesetzes
    Ending("s", is_safe=True),
    Ending("es", is_safe=True),
    # dem Urteile, die Urteile; die Banken, den Modellen
    Ending("e"),
    Ending("en"),
    # die Technologien, den Herstellern, des Lieferanten, den Autos ohne -n
    Ending("n", after=_LONG_N),
    # die Bilder, den Bildern, die Märkte: with umlaut or without
    Ending("er"),
    Ending("ern"),
    # des Namens, des Herzens
    Ending("ns", after=("e",)),
    Ending("ens"),
    # die Ergebnisse, des Busses, die Viren of "Virus" further down
    Ending("se", after=("nis", "us", "as")),
    Ending("ses", after=("nis", "us", "as")),
    Ending("sen", after=("nis", "us", "as")),
    # die Ingenieurinnen
    Ending("nen", after=("in",)),
    # das Museum, die Museen; das Datum; die Viren; die Firmen; die Konten; die Basen
    Ending("en", "um"),
    Ending("a", "um"),
    Ending("en", "us"),
    Ending("i", "us"),
    Ending("en", "a"),
    Ending("en", "o"),
    Ending("i", "o"),
    Ending("en", "is"),
    Ending("a", "on"),
    Ending("en", "on"),
    Ending("en", "os"),
    # die Indizes, die Matrizen, die Themata, die Companies
    Ending("izes", "ex"),
    Ending("izes", "ix"),
    Ending("ices", "ex"),
    Ending("izen", "ix", is_sure=True),
    Ending("mata", "ma"),
    Ending("ies", "y"),
    # die Prinzipien, die Materialien
    Ending("ien", "ium"),
    Ending("ien", "ip"),
    Ending("ien", "", after=("al", "il")),
)
"""Of nouns, as old as they are: Duden, Die Grammatik, "Flexion des Substantivs"."""

_BY_LETTER = {
    letter: tuple(ending for ending in ENDINGS if ending.form[-1] == letter)
    for letter in {ending.form[-1] for ending in ENDINGS}
}
# None of them has a genitive in -s: "Huawei Technologies" is English.
_FEMININE_ENDINGS = ("heit", "keit", "ung", "schaft", "ion", "tät", "ik", "ie", "ei")
_ADJECTIVAL = ("e", "er", "en", "em", "es")
_FEMININE = ("in", "innen")
# Bussen are buses before they are Bußen, Massen are masses, and Flossen are fins.
_NOT_SWISS = ("buss", "mass", "floss")
_UMLAUTS = {"ä": "a", "ö": "o", "ü": "u"}


def undo_endings(form: str) -> Iterator[tuple[str, Ending | None]]:
    """Yield (citation form, ending) for what a folded noun may be a form of.

    >>> ("markt", "en") in [(c, e and e.form) for c, e in undo_endings("märkten")]
    True
    """
    yield form, None
    for ending in _BY_LETTER.get(form[-1:], ()):
        if not form.endswith(ending.form):
            continue
        stem = form[: -len(ending.form)]
        if len(stem) > 1 and (not ending.after or stem.endswith(ending.after)):
            yield stem + ending.citation, ending
            if not ending.citation:
                yield from ((bare, ending) for bare in _undo_umlaut(stem))
    yield from ((bare, ENDINGS[2]) for bare in _undo_umlaut(form))


def undo_derivation(form: str) -> Iterator[str]:
    """Yield what a feminine or adjectival noun may be cited as.

    "Klägerinnen" as "Kläger", "Kundin" as "Kunde", "Beklagten" as "Beklagter".
    """
    for ending in _FEMININE:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            for bare in (stem, *_undo_umlaut(stem)):
                yield bare
                yield bare + "e"
    for ending in _ADJECTIVAL:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            yield from (stem + other for other in ("e", "er", "es") if other != ending)


class Nouns:
    """Decides which words are forms of a noun."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.is_form = lru_cache(1 << 16)(self._is_form)
        self._is_adjectival = lru_cache(1 << 12)(self._check_adjectival)

    def citations(self, form: str) -> set[str]:
        """Return all folded citation forms that `form` may belong to."""
        folded = fold(form)
        found = {citation for citation, _ in undo_endings(folded)}
        found.update(undo_derivation(folded))
        lemma = self._vocabulary.lemma(form[:1].upper() + form[1:].lower())
        if lemma is not None:
            found.update((fold(lemma), self._twice(lemma) or ""))
        return found

    def _is_form(self, citation: str, form: str) -> bool:
        """Say whether `form`, as it is written, is a form of the noun `citation`."""
        wanted, folded = fold(citation), fold(form)
        if wanted == folded:
            return citation == form or not self._is_other_noun(citation, form)
        lemma = self._vocabulary.noun(form)
        if wanted in (lemma, self._twice(lemma)) or self._is_swiss(citation, form):
            return True
        endings = [e for c, e in undo_endings(folded) if c == wanted and e is not None]
        if endings:
            return self._is_inflected(citation, form, lemma, endings)
        return self._is_derived(citation, folded)

    def _twice(self, lemma: str | None) -> str | None:
        """Return the lemma of a lemma: "Herzens" leads to "Herzen" and "Herz"."""
        return None if lemma is None else self._vocabulary.noun(lemma)

    def _is_other_noun(self, citation: str, form: str) -> bool:
        """Say whether only ß and ss make two nouns one: "Maße" and "Masse"."""
        low, other = citation.lower(), form.lower()
        if low.replace("ß", "ss") == other.replace("ß", "ss") and low != other:
            if "ß" in citation and not fold(citation).startswith(_NOT_SWISS):
                # "Strasse" and "STRASSE": a dictionary takes them for "Strass".
                return False
            lemma = self._vocabulary.noun(form)
            return lemma is not None and lemma != fold(citation)
        return False

    def _is_inflected(
        self, citation: str, form: str, lemma: str | None, endings: list[Ending]
    ) -> bool:
        if citation.endswith(_FEMININE_ENDINGS) and lemma != fold(form):
            endings = [e for e in endings if e.form not in {"s", "es"}]
        is_guess = self._vocabulary.lemma(form) is None
        if is_guess and self._vocabulary.noun(citation) is None:
            lemma = None
        if any(e.is_sure for e in endings):
            return True
        if lemma is None:
            # Nobody knows the word: "Foundrys" is believed, and neither a plural in -er
            # nor a foreign one ("Hierarchien" are no chips).
            return any(
                not e.form.startswith("er") and (not e.citation or e.citation == "y")
                for e in endings
            )
        cited = self._vocabulary.noun(citation)
        if lemma == cited != fold(citation) and any(e.form == "n" for e in endings):
            # An entry in the plural: "Streitkräften" of "Streitkräfte".
            return True
        if not any(e.is_safe for e in endings):
            return False
        if lemma == fold(form) and not self._has_genitive(form):
            # Dictionaries list the genitives of names as words of their own.
            return True
        # The dictionary has one lemma for each form, and knows another noun here;
        # that decides if it knows the entry, too.
        return cited is None

    def _is_swiss(self, citation: str, form: str) -> bool:
        """Say whether "Strassen" is how Switzerland writes a form of "Straße"."""
        if "ß" not in citation or fold(citation).startswith(_NOT_SWISS):
            return False
        return self._vocabulary.noun(form.replace("ss", "ß")) == fold(citation)

    def _has_genitive(self, form: str) -> bool:
        """Say whether "Eis" is a noun itself ("Eises"), which "Chinas" is not."""
        return self._vocabulary.lemma(f"{form}es") is not None

    def _is_derived(self, citation: str, folded: str) -> bool:
        wanted = fold(citation)
        if wanted not in undo_derivation(folded):
            return False
        if folded.endswith(_FEMININE):
            feminine = folded.removesuffix("nen")
            plural = self._vocabulary.noun(feminine + "nen")
            return plural == feminine or plural == wanted
        return self._is_adjectival(citation)

    def _check_adjectival(self, citation: str) -> bool:
        """Say whether a noun is declined like an adjective, as "Beklagter" is.

        Only adjectives have a dative in -em: "Beklagtem", and no "Computem".
        """
        stem = citation.rstrip("rs")
        stem = stem.removesuffix("e").lower()
        dative = self._vocabulary.lemma(stem + "em")
        return (
            dative is not None
            or self._vocabulary.lemma(stem.capitalize() + "em") is not None
        )


def _undo_umlaut(stem: str) -> Iterator[str]:
    """Yield `stem` without its last umlaut: "märkt" gives "markt"."""
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] in _UMLAUTS:
            yield stem[:place] + _UMLAUTS[stem[place]] + stem[place + 1 :]
            return
