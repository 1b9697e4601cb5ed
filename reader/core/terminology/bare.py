"""An engine's English of a bare term, as it would stand inside a sentence.

Engines begin "Wärmepumpe" with a capital, because German does, and end with a stop.
"""

from __future__ import annotations


def tidy_bare(source: str, target: str) -> str:
    """Return the English of a bare noun or phrase in small letters where it may be.

    A name that is the same in both languages keeps its capital, and so does what the
    engine capitalises though the German begins small.

    >>> tidy_bare("Wärmepumpe", "Heat pump."), tidy_bare("Siemens", "Siemens")
    ('heat pump', 'Siemens')
    >>> tidy_bare("chinesischer Chip", "Chinese chip")
    'Chinese chip'
    """
    text = " ".join(target.split())
    text = text if source.endswith(".") else text.rstrip(" .")
    first, *rest = text.split(" ")
    is_kept = (
        not source[:1].isupper()
        or first in source.replace("-", " ").split()
        # "European Union": names have more than one capital.
        or any(word[:1].isupper() and word[1:].islower() for word in rest)
    )
    # "AI chip" and "iPhone" are as they must be.
    is_plain = first[:1].isupper() and first[1:].islower()
    return text[:1].lower() + text[1:] if is_plain and not is_kept else text
