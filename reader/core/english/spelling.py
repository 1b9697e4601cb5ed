"""British and American spellings of a word as one.

Owns the folding only; a folded word is a key for comparing, never a text for people.
Which inflected forms a term has is `reader.core.english.forms`'s job.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = {
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "aluminium": "aluminum",
    "ageing": "aging",
    "judgement": "judgment",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "sulphur": "sulfur",
    "fulfil": "fulfill",
    "enrol": "enroll",
    "instalment": "installment",
    "skilful": "skillful",
    "sceptical": "skeptical",
    "learnt": "learned",
}
"""Words that no rule below covers, British to American."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        # Only these stems: "hour", "four" and "source" keep their u.
        (
            r"(arm|behavi|cand|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb"
            r"|od|parl|rig|rum|sav|splend|tum|val|vap|vig)our",
            r"\1or",
        ),
        (r"practis(?=e|i)", "practic"),
        # "optimise", "organisation"; "analyses" stays, it is a plural, too.
        (r"(?<=i)s(?=(e|es|ed|er|ers|ing|able|ation|ations|ational)$)", "z"),
        (r"(?<=ly)s(?=(e|ed|er|ers|ing)$)", "z"),
        # "centre", "data-centred", "nanometres"
        (r"(calib|cent|fib|met|theat)red$", r"\1ered"),
        (r"(calib|cent|fib|lit|lust|met|spect|theat)re(?=s?$)", r"\1er"),
        (r"(def|lic|off|pret)enc(?=e)", r"\1ens"),
        (r"logue(?=[sd]?$)", "log"),
        # "modelling" and "labelled", but not "calling": one syllable more is needed.
        (r"(?<=[aeiouy][^aeiou])([aeiou]l)l(?=(ed|er|ers|ing)$)", r"\1"),
        (r"(?<=[aeiouy][^aeiou][^aeiou])([aeiou]l)l(?=(ed|er|ers|ing)$)", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def fold_spelling(word: str) -> str:
    """Return the key that British and American spellings of `word` share.

    >>> fold_spelling("optimisation"), fold_spelling("Centres"), fold_spelling("hour")
    ('optimization', 'centers', 'hour')
    """
    word = word.lower()
    if word in _PAIRS:
        return _PAIRS[word]
    for pattern, american in _RULES:
        word = pattern.sub(american, word)
    return word
