"""Verb forms, in one word and in two.

Strong forms are the dictionary's business ("nahm", "vorgeschlagen"); the rules here
take the particle off ("vorzustellen", "weiterentwickelte") and inflect what no
dictionary has ("promptete").
"""

from __future__ import annotations

from functools import lru_cache

from reader.core.matching.adjectives import adjective_bases
from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import fold

PARTICLES = tuple(
    sorted(
        "ab an auf aus auseinander bei beisammen bereit bevor bekannt da dagegen daher"
        " dahin daneben dar daran darauf davon dazu dazwischen durch ein einher empor"
        " entgegen entlang fehl fern fest fort frei gegen gegenüber gleich heim her"
        " herab heran herauf heraus herbei herein hernieder herüber herum herunter"
        " hervor hin hinab hinan hinauf hinaus hindurch hinein hinterher hinüber"
        " hinunter hinweg hinzu hoch inne kaputt kennen klar klein kurz lahm los"
        " mit nach nahe nieder offen preis quer rück schwer sicher stand statt still"
        " teil tot über überein um umher unter voll voran voraus vorbei vorher vorüber"
        " vor vorweg wahr weg weiter wett wider wieder zu zufrieden zunichte zurecht"
        " zurück zusammen zuvor zuwider".split(),
        key=len,
        reverse=True,
    )
)
"""What may stand apart from its verb, the longest first."""

_ENDINGS = (
    *("e", "st", "est", "t", "et", "en", "n"),
    *("te", "test", "ten", "tet", "ete", "etest", "eten", "etet"),
)


def split_particle(infinitive: str) -> tuple[str, str]:
    """Return (particle, rest) of a verb, or ("", verb) where there is none to see.

    >>> split_particle("vorstellen"), split_particle("trainieren")
    (('vor', 'stellen'), ('', 'trainieren'))
    """
    for particle in PARTICLES:
        rest = infinitive.removeprefix(particle)
        if rest != infinitive and len(rest) > 3:
            return particle, rest
    return "", infinitive


class Verbs:
    """Decides which words are forms of a verb."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.is_form = lru_cache(1 << 16)(self._is_form)
        self.separate = lru_cache(1 << 12)(self._separate)

    def citations(self, form: str) -> set[str]:
        """Return the folded infinitives that a word in small letters may belong to."""
        low = form.lower()
        found = {fold(low), *self._known(low)}
        found.update(self._regular(low))
        for particle in PARTICLES:
            rest = low.removeprefix(particle)
            if rest == low or len(rest) < 3:
                continue
            bases = self._known(rest) | self._known(rest.removeprefix("zu"))
            found.update(particle + base for base in bases)
            found.update(particle + base for base in self._regular(rest))
        return {fold(infinitive) for infinitive in found}

    def is_finite(self, infinitive: str, form: str) -> bool:
        """Say whether `form` can be what is left when the particle stands apart.

        "stellte" of "stellen", and neither "gestellt" nor "zustellen".
        """
        low = form.lower()
        has_ge = low.startswith("ge") and not infinitive.startswith("ge")
        return not has_ge and self._is_form(infinitive, form)

    def _separate(self, infinitive: str) -> tuple[str, str]:
        """Return (particle, verb) where the rest is a verb, else ("", verb).

        "antworten" begins like "an-", but there is no verb "tworten".
        """
        particle, rest = split_particle(infinitive)
        if particle and self._vocabulary.is_verb(rest):
            return particle, rest
        return "", infinitive

    def _is_form(self, infinitive: str, form: str) -> bool:
        wanted = fold(infinitive)
        low = form.lower()
        if wanted == fold(low) or wanted in self._known(low):
            return True
        particle, rest = self.separate(infinitive)
        if particle and low.startswith(particle):
            return self._is_joined_form(rest, low[len(particle) :])
        if self._is_other_word(infinitive, low):
            return False
        return wanted in self._regular(low) or self._has_stem(infinitive, low)

    def _is_other_word(self, infinitive: str, low: str) -> bool:
        """Say whether the dictionary knows `low` as a form of something else.

        It has one lemma for each form ("speien" for "speist"), so another verb says
        nothing against a verb ("speisen") that it knows, too.
        """
        lemma = self._vocabulary.lemma(low)
        if lemma is None:
            return False
        is_of_verb = lemma != low and self._vocabulary.is_verb(lemma)
        return not (is_of_verb and self._vocabulary.is_verb(infinitive))

    def _is_joined_form(self, rest: str, form: str) -> bool:
        """Say whether `form` can follow the particle: "gestellt", "zustellen"."""
        if form.startswith("zu") and fold(form[2:]) == fold(rest):
            return True
        return self._is_form(rest, form)

    def _has_stem(self, infinitive: str, low: str) -> bool:
        stem = self._vocabulary.stem(infinitive)
        return bool(stem) and stem == self._vocabulary.stem(low)

    def _known(self, low: str) -> set[str]:
        """Return the folded lemmas of a word and of the participle that it declines.

        "angenommenen" is a form of "angenommen", and that one of "annehmen".
        """
        found: set[str] = set()
        for base in (low, *adjective_bases(low)):
            lemma = self._vocabulary.lemma(base)
            if lemma is None or not (base == low or _is_participle(base)):
                continue
            found.add(fold(lemma))
            particle, rest = split_particle(lemma)
            if particle and not base.startswith(particle):
                # A dictionary may only have "gegessen" of "weiteressen".
                found.add(fold(rest))
            if lemma == base and self._is_only_participle(base):
                found.add(fold(base.removeprefix("ge")))
        return found

    def _is_only_participle(self, word: str) -> bool:
        """Say whether "gefahren" is no infinitive, as "gehören" is one.

        An infinitive has a second person: "gehörst", and no "gefahrst".
        """
        if not (word.startswith("ge") and self._vocabulary.is_verb(word[2:])):
            return False
        stem = word.removesuffix("n").removesuffix("e")
        persons = (stem + "st", stem + "est")
        return all(self._vocabulary.lemma(person) is None for person in persons)

    def _regular(self, low: str) -> set[str]:
        """Return the infinitives of which a weak verb would have this form."""
        found: set[str] = set()
        for form in {low, *(b for b in adjective_bases(low) if _is_participle(b))}:
            for bare in {form, form.removeprefix("ge")}:
                for ending in _ENDINGS:
                    if bare.endswith(ending) and len(bare) > len(ending) + 2:
                        found.add(fold(bare[: -len(ending)]) + "en")
        return found


def _is_participle(word: str) -> bool:
    return word.endswith(("t", "en", "end"))
