"""English nouns that have no plural, or are none.

Exceptions of our field on top of the inflector's dictionary, which has a plural for
nearly everything ("softwares"). Data; who inflects is `reader.backends.inflection`.
"""

from __future__ import annotations

MASS_NOUNS = frozenset(
    "advice ai bandwidth bitcoin capital cash compute computing cooling copyright "
    "crypto data driving electricity energy engineering equipment evidence expertise "
    "feedback finance firmware funding gear hardware help homework inference "
    "information infrastructure intelligence internet investing knowledge labor "
    "labour learning legislation literature logistics lighting luggage machinery "
    "maintenance malware manufacturing marketing merchandise middleware money music "
    "news packaging planning power processing progress prosperity protectionism "
    "publicity ransomware reasoning research robotics semantics silicon software "
    "spyware staff storage supervision surveillance throughput trade traffic "
    "training transport transparency trust wealth weather welfare work".split()
)
"""Said without "a" and without a plural -s, at least in the sense that a term of
technology, trade or law has."""


def is_mass_noun(noun: str) -> bool:
    """Return whether a noun phrase has neither "a" nor a plural.

    >>> is_mass_noun("computing power"), is_mass_noun("power supply")
    (True, False)
    """
    words = noun.lower().replace("-", " ").split()
    return bool(words) and words[-1] in MASS_NOUNS
