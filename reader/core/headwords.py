"""Under which headwords a dictionary may have a word of a sentence.

Owns the guesses, the likeliest first, and the verb that stands in two places. Which of
them a dictionary has is for `reader.service.dictionary` to find out; the parts of
compounds are `reader.core.compound_words`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, product

from reader.core.glossary.terms import Term
from reader.core.matching.adjectives import adjective_bases
from reader.core.matching.entries import read_entry
from reader.core.matching.forms import Forms
from reader.core.matching.nouns import undo_endings
from reader.core.matching.separable import SeparableVerbs
from reader.core.matching.verbs import PARTICLES, split_particle
from reader.core.matching.words import Word, split_words

_PREPOSITIONS = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch",
    "fürs": "für", "im": "in", "ins": "in", "ums": "um", "unters": "unter",
    "vom": "von", "vors": "vor", "zum": "zu", "zur": "zu", "übers": "über",
}  # fmt: skip
"""With an article in it each is two words, and no dictionary's headword."""
_OBJECTS = ("etw.", "jdn.", "jdn./etw.", "jdm.", "jdm. etw.", "einer Sache")
_BEFORE_PREPOSITION = ("", "etw. ", "jdn. ")
_GOVERNING = (
    "an auf aus bei durch für gegen in mit nach über um unter von vor zu".split()
)
_GOVERNED = ("etw.", "jdn.", "jdm.", "jdn./etw.", "jdm./etw.")
_ARTICLES = ("das", "der", "die", "ins", "im")
_SHORTEST_NOUN = 5
_UMLAUTS = {"ä": "a", "ö": "o", "ü": "u"}
_CLAUSE_END = re.compile(r"[,;:.!?–—]\s")


def cite(word: str, forms: Forms) -> list[str]:
    """Return what a word is surely cited as, the word itself first.

    >>> from reader.core.matching.vocabulary import Vocabulary
    >>> forms = Forms(Vocabulary({"Märkten": "Markt", "im": "im"}.__getitem__))
    >>> cite("Märkten", forms), cite("im", forms)
    (['Märkten', 'Markt'], ['im', 'in'])
    """
    lemma = forms.vocabulary.lemma(word) if " " not in word else None
    found = (word, lemma, _PREPOSITIONS.get(word))
    return list(dict.fromkeys(filter(None, found)))


def guess(word: str, forms: Forms) -> list[str]:
    """Return what a word that no dictionary knows may be cited as, by its ending.

    "Chinas" as "China", "halboffenen" as "halboffen", "leistungsstärkste" as
    "leistungsstark", "promptete" as "prompten".
    """
    low = word.lower()
    bases = sorted(adjective_bases(low), key=len, reverse=True)
    found = [*bases, *chain.from_iterable(map(_undo_degree, bases))]
    particle, rest = split_particle(low)
    verb = forms.vocabulary.lemma(rest) if particle else None
    # "herausbrachte": the lemmatizer knows "brachte".
    found += [particle + verb] if verb else []
    # "letzten", which has no form without an ending.
    found += [base + ending for base in bases for ending in ("e", "er")]
    found += sorted(forms.verbs.infinitives(low))
    # No helicopter ("Heli") is in the name "Helin".
    if word[:1].isupper() and (low.endswith("s") or len(low) > _SHORTEST_NOUN):
        nouns = [citation.capitalize() for citation, _ in undo_endings(low)]
        found = nouns + found
    return [other for other in dict.fromkeys(found) if other not in (word, low)]


def phrase(headword: str, is_reflexive: bool = False) -> Iterator[str]:
    """Yield the phrases as which dictionaries have a word that never stands alone.

    "sich freuen", "von etw. profitieren", "das Ausland", "… zwar …". `is_reflexive`
    tells that the sentence has a "sich".
    """
    if headword[:1].isupper():
        yield from (f"{article} {headword}" for article in _ARTICLES)
    elif headword.endswith("n"):
        for reflexive in ("sich ", "") if is_reflexive else ("", "sich "):
            if reflexive:
                yield f"{reflexive}{headword}"
            yield from (f"{reflexive}{other} {headword}" for other in _OBJECTS)
            for before, preposition, governed in product(
                _BEFORE_PREPOSITION, _GOVERNING, _GOVERNED
            ):
                yield f"{reflexive}{before}{preposition} {governed} {headword}"
    else:
        yield from (f"… {headword} …", f"{headword} …", f"… {headword}")


def find_apart(
    sentence: str, start: int, forms: Forms, is_headword: Callable[[str], bool]
) -> str:
    """Return the separable verb of which the word at `start` is one of the two parts.

    "vorstellen" at "stellte" and at "vor" in "Baidu stellte ein Modell vor"; "" where
    the word belongs to none. `is_headword` is asked for what no lemmatizer knows.
    """
    words = split_words(sentence)
    here = next((word for word in words if word.start <= start < word.end), None)
    # The "vor" of "vor- und nachgelagert" is none.
    particles = {
        word.folded
        for word in words
        if word.folded in PARTICLES and sentence[word.end : word.end + 1] != "-"
    }
    if here is None or not particles:
        return ""
    verbs = {verb for word in words for verb in _list_verbs(word, forms)}
    joined = (particle + verb for particle, verb in product(particles, verbs))
    entries = [
        read_entry(Term(verb, (verb,), "verb"), forms.vocabulary)
        for verb in sorted(joined)
        if forms.vocabulary.is_verb(verb) or is_headword(verb)
    ]
    # In "steht nach wie vor ein Kampf bevor" the last particle is the verb's.
    pairs = SeparableVerbs(entries, forms).find(words, sentence)
    last = {found.verb: found for found in pairs}
    for verb, found in last.items():
        if here in (verb, *found.particle):
            return found.entry.term.source
    return ""


def _list_verbs(word: Word, forms: Forms) -> Iterator[str]:
    """Yield the infinitives of which a word may be what a particle has left."""
    if not word.is_capitalized or word.is_initial or word.is_shouted:
        low = word.text.lower()
        for verb in {forms.vocabulary.lemma(low) or "", *forms.verbs.finite(low)}:
            if forms.vocabulary.is_verb(verb):
                yield verb


def has_reflexive(sentence: str, start: int) -> bool:
    """Tell whether "sich" stands in the clause around `start`."""
    ends = [0, *(end.end() for end in _CLAUSE_END.finditer(sentence)), len(sentence)]
    first = max(end for end in ends if end <= start)
    last = min((end for end in ends if end > start), default=len(sentence))
    return re.search(r"\bsich\b", sentence[first:last]) is not None


def _undo_degree(base: str) -> Iterator[str]:
    """Yield what a comparative or superlative without its ending may come from."""
    for ending in ("est", "st", "er"):
        stem = base.removesuffix(ending)
        if stem != base and len(stem) > 2:
            yield stem
            for place in range(len(stem) - 1, -1, -1):
                if stem[place] in _UMLAUTS:
                    yield stem[:place] + _UMLAUTS[stem[place]] + stem[place + 1 :]
                    break
