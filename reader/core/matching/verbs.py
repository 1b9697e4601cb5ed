"""Verb forms, in one word and in two.

Strong forms are the dictionary's business ("nahm", "vorgeschlagen"); the rules here
take the particle off ("vorzustellen", "weiterentwickelte") and inflect what no
dictionary has ("promptete").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.core.matching.adjectives import adjective_bases
from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import fold

PARTICLES = frozenset(
    "ab an auf aus auseinander bei beisammen bereit bevor bekannt da dagegen daher"
    " dahin daneben dar daran darauf davon dazu dazwischen durch ein einher empor"
    " entgegen entlang fehl fern fest fort frei gegen gegenüber gleich heim her herab"
    " heran herauf heraus herbei herein hernieder herüber herum herunter hervor hin"
    " hinab hinan hinauf hinaus hindurch hinein hinterher hinüber hinunter hinweg"
    " hinzu hoch inne kaputt kennen klar klein kurz lahm los mit nach nahe nieder"
    " offen preis quer rück schwer sicher stand statt still teil tot über überein um"
    " umher unter voll voran voraus vorbei vorher vorüber vor vorweg wahr weg weiter"
    " wett wider wieder zu zufrieden zunichte zurecht zurück zusammen zuvor"
    " zuwider".split()
)
"""What may stand apart from its verb."""
_SIZES = sorted({len(particle) for particle in PARTICLES}, reverse=True)

_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
_OWN_WORDS = frozenset(
    "ansprechend anwesend auffallend ausreichend bedeutend dringend eingehend"
    " einleuchtend entscheidend entsprechend herausragend hervorragend naheliegend"
    " rasend reizend treffend umfassend vorübergehend weitgehend wohlhabend zunehmend"
    " zutreffend".split()
)
"""Participles that have become words with an English of their own: "zunehmend" is
increasingly. Duden lists them as adjectives or adverbs."""

_ENDINGS = (
    *("e", "st", "est", "t", "et", "en", "n"),
    *("te", "test", "ten", "tet", "ete", "etest", "eten", "etet"),
)


def split_particle(word: str) -> tuple[str, str]:
    """Return (particle, rest) of a word, or ("", word) where there is none to see.

    >>> split_particle("vorstellen"), split_particle("trainieren")
    (('vor', 'stellen'), ('', 'trainieren'))
    """
    for size in _SIZES:
        if word[:size] in PARTICLES and len(word) > size + 2:
            return word[:size], word[size:]
    return "", word


class Verbs:
    """Decides which words are forms of a verb."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.infinitives = lru_cache(1 << 16)(self._find_infinitives)
        self.separate = lru_cache(1 << 12)(self._separate)

    def is_form(self, infinitive: str, form: str) -> bool:
        """Say whether `form` is a form of a verb."""
        low = form.lower()
        return fold(infinitive) in self.infinitives(low) or self._has_stem(
            infinitive, low
        )

    def finite(self, form: str) -> frozenset[str]:
        """Return the infinitives of which `form` may be left by a particle.

        "stellte" is left by "vorstellen", "gestellt" and "zustellen" are not.
        """
        found = self.infinitives(form.lower())
        if form[:2].lower() != "ge":
            return found
        return frozenset(infinitive for infinitive in found if infinitive[:2] == "ge")

    def finite_with(self, particle: str, form: str) -> frozenset[str]:
        """Return the infinitives, without `particle`, of what the two are together.

        "brach" alone is fallow land, but "einbrach" is a form of "einbrechen".
        """
        if form[:2].lower() in {"ge", "zu"}:
            return frozenset()
        found = self.infinitives(particle + form.lower())
        start = fold(particle)
        return frozenset(f[len(start) :] for f in found if f.startswith(start))

    def _find_infinitives(self, low: str) -> frozenset[str]:
        """Return the folded infinitives that a word in small letters may belong to."""
        found = {fold(low), *self._known(low), *self._regular(low)}
        particle, rest = split_particle(low)
        if particle:
            joined = set(self.infinitives(rest))
            if rest.startswith("zu"):
                joined |= self.infinitives(rest[2:])
            found |= {fold(particle) + infinitive for infinitive in joined}
        return frozenset(found)

    def _separate(self, infinitive: str) -> tuple[str, str]:
        """Return (particle, verb) where the rest is a verb, else ("", verb).

        "antworten" begins like "an-", but there is no verb "tworten". "weisen" is an
        adjective first, but "zurückzuweisen" is a form of "zurückweisen".
        """
        particle, rest = split_particle(infinitive)
        if particle and (
            self._vocabulary.is_verb(rest)
            or self._vocabulary.lemma(f"{particle}zu{rest}") == infinitive
        ):
            return particle, rest
        return "", infinitive

    def _has_stem(self, infinitive: str, low: str) -> bool:
        stem = self._vocabulary.stem(infinitive)
        return bool(stem) and stem == self._vocabulary.stem(low)

    def _known(self, low: str) -> set[str]:
        """Return the folded lemmas of a word and of the participle that it declines.

        "angenommenen" is a form of "angenommen", and that one of "annehmen".
        """
        found: set[str] = set()
        bases = {low, *adjective_bases(low)}
        if not bases.isdisjoint(_OWN_WORDS):
            return found
        for base in bases:
            lemma = self._vocabulary.lemma(base)
            if lemma is None or not (base == low or _is_participle(base)):
                continue
            found.add(fold(lemma))
            particle, rest = split_particle(lemma)
            if particle and not base.startswith(particle):
                # A dictionary may only have "gegessen" of "weiteressen".
                found.add(fold(rest))
            if lemma == base:
                found.update(self._of_participle(base))
        return found

    def _of_participle(self, word: str) -> Iterator[str]:
        """Yield the verb of a participle that a dictionary has as an adjective.

        "gefahren" is one of "fahren"; "entschieden" leads by "schieden" to "scheiden"
        and so to "entscheiden".
        """
        if self._is_only_participle(word):
            yield fold(word.removeprefix("ge"))
        if word.startswith("ge") and word.endswith("en"):
            # "gefochten" leads by "fochten" to "fechten".
            past = word.removeprefix("ge")
            verb = self._vocabulary.lemma(past)
            if verb is not None and verb != past and self._vocabulary.is_verb(verb):
                yield fold(verb)
        for prefix in _INSEPARABLE:
            if word.startswith(prefix):
                rest = self._vocabulary.lemma(word.removeprefix(prefix))
                if rest is not None and self._vocabulary.is_verb(prefix + rest):
                    yield fold(prefix + rest)

    def _is_only_participle(self, word: str) -> bool:
        """Say whether "gefahren" is no infinitive, as "gehören" is one.

        An infinitive has a second person: "gehörst", and no "gefahrst".
        """
        if not (word.startswith("ge") and self._vocabulary.is_verb(word[2:])):
            return False
        stem = word.removesuffix("n").removesuffix("e")
        persons = (stem + "st", stem + "est")
        return all(self._vocabulary.lemma(person) is None for person in persons)

    def _regular(self, low: str) -> Iterator[str]:
        """Yield the infinitives of which a weak verb would have this form.

        The dictionary has one lemma for each form ("speien" for "speist"), so another
        verb in it says nothing against a verb that it knows, too ("speisen"); another
        word does.
        """
        lemma = self._vocabulary.lemma(low)
        if lemma is not None and (lemma == low or not self._vocabulary.is_verb(lemma)):
            return
        for infinitive in _guess_infinitives(low):
            if lemma is None or self._vocabulary.is_verb(infinitive):
                yield fold(infinitive)


def _guess_infinitives(low: str) -> set[str]:
    """Return the infinitives that regular endings lead to."""
    found: set[str] = set()
    for form in {low, *(b for b in adjective_bases(low) if _is_participle(b))}:
        for bare in {form, form.removeprefix("ge")}:
            for ending in _ENDINGS:
                if bare.endswith(ending) and len(bare) > len(ending) + 2:
                    found.add(f"{bare[: -len(ending)]}en")
    return found


def _is_participle(word: str) -> bool:
    return word.endswith(("t", "en", "end"))
