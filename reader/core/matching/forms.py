"""Whether a word of the text is a form of a word of an entry, capitals included.

The rules for endings stand in `nouns`, `adjectives` and `verbs`.
"""

from __future__ import annotations

from reader.core.glossary.terms import Case
from reader.core.matching.adjectives import Adjectives, adjective_bases
from reader.core.matching.entries import Capital, EntryWord, Part
from reader.core.matching.nouns import Nouns
from reader.core.matching.verbs import Verbs
from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import Word, fold

_GENITIVES = ("", "s", "'s", "’s")
_TITLE_ENDINGS = (*_GENITIVES, "n", "en")
_VOWELS = frozenset("aeiouyäöü")
# Of a hyphenated compound: "Forschungs-Einrichtung", "Länder-Vergleich".
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ens", "ns")


class Forms:
    """The rules of all parts of speech behind one question."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.nouns = Nouns(vocabulary)
        self.adjectives = Adjectives(vocabulary)
        self.verbs = Verbs(vocabulary)

    def keys(self, text: str, may_be_verb: bool) -> set[str]:
        """Return every folded citation form under which `text` may be indexed."""
        keys = self.nouns.citations(text)
        keys.update(adjective_bases(fold(text)))
        keys.add(strip_genitive(fold(text)))
        if may_be_verb:
            keys.update(self.verbs.infinitives(text.lower()))
        lemma = self.vocabulary.lemma(text.lower())
        if lemma is not None:
            keys.add(fold(lemma))
        return keys

    def key(self, word: EntryWord) -> str:
        """Return the key under which an entry's word is indexed."""
        if word.part is Part.ADJECTIVE:
            return self.adjectives.base(word.text)
        return strip_genitive(word.folded) if word.part is Part.NAME else word.folded

    def is_form(
        self, wanted: EntryWord, word: Word, case: Case, is_linked: bool = False
    ) -> bool:
        """Say whether `word` is `wanted` in another form.

        `is_linked` tells that a hyphen follows, and so a linking element may.
        """
        if not _has_right_case(wanted, word, case):
            return False
        match wanted.part:
            case Part.EXACT | Part.FIXED:
                return wanted.folded == word.folded
            case Part.NAME | Part.TITLE:
                return self._is_name(wanted, word, case)
            case Part.NOUN:
                text = strip_genitive(word.text, ("'s", "’s"))
                is_link = is_linked and word.folded in _linked(wanted.folded)
                return is_link or self.nouns.is_form(wanted.text, text)
            case Part.ADJECTIVE:
                is_form = self.adjectives.is_form(wanted.text, word.text)
                if wanted.is_alone:
                    is_form |= self.adjectives.is_degree(wanted.text, word.text)
                return is_form
            case Part.VERB:
                return self.verbs.is_form(wanted.text, word.text)

    def _is_name(self, wanted: EntryWord, word: Word, case: Case) -> bool:
        """Say whether `word` is a name or an abbreviation, with a genitive at most.

        A title has its other cases, too. Capitals count: "KI" is not "Ki". "NVIDIA" is
        "Nvidia" in other letters.
        """
        if case is Case.INSENSITIVE or word.is_shouted:
            same, bare = wanted.folded, word.folded
        else:
            same, bare = wanted.text, word.text
        endings = _TITLE_ENDINGS if wanted.part is Part.TITLE else _GENITIVES
        stems = {bare.removesuffix(ending) for ending in endings}
        # "GPUs" may be how the entry is cited.
        is_plural = same.endswith("s") and same[:-1].isupper()
        if same in stems or (is_plural and same[:-1] in stems):
            return True
        # des Bundestages
        is_genitive = bare.endswith("es") and bare.startswith(same)
        return is_genitive and self.vocabulary.lemma(word.text) == wanted.text


def strip_genitive(text: str, endings: tuple[str, ...] = ("'s", "’s", "s")) -> str:
    """Return `text` without the -s of a genitive or an English plural."""
    for ending in endings:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)]
    return text


def _linked(folded: str) -> set[str]:
    return {folded + link for link in _LINKS} | {folded.removesuffix("e")}


def _has_right_case(wanted: EntryWord, word: Word, case: Case) -> bool:
    if case is Case.INSENSITIVE:
        return True
    if case is Case.SENSITIVE:
        pairs = zip(word.text, wanted.text, strict=False)
        return all(one.isupper() == other.isupper() for one, other in pairs)
    if word.is_shouted or wanted.capital is Capital.FREE:
        return True
    if wanted.part is Part.NOUN and word.text.isupper() and len(word.text) > 1:
        # "ARM" is no arm, but "LKW" is the "Lkw" that nobody can pronounce either.
        return wanted.text == word.text or not _VOWELS.intersection(wanted.folded)
    if wanted.capital is Capital.NEEDED:
        return word.is_capitalized
    return not word.is_capitalized or word.is_initial
