"""Small repairs of an engine's output that need no knowledge of the engine.

Owns repairs that are right whatever the sentence says; judging an output is
`reader.core.guard`'s job.
"""

from __future__ import annotations

import re

# A whole word in lower case; "iPhone", "bahn.de" and "h2o" are none.
_LOWER_WORD = re.compile(r"\W*([a-zäöüß]+)(?=[\s,;:!?'’)-]|\.(?:\s|$)|$)")


def tidy_target(source: str, target: str) -> str:
    """Return `target` with the capital letter that begins an English sentence.

    Only where the German has one, and never in a name such as "iPhone".

    >>> tidy_target("Künstliche Intelligenz hilft.", "artificial intelligence helps.")
    'Artificial intelligence helps.'
    >>> tidy_target("iPhones kosten mehr.", "iPhones cost more.")
    'iPhones cost more.'
    """
    first = next((char for char in source if char.isalpha()), "")
    match = _LOWER_WORD.match(target)
    if match is None or not first.isupper():
        return target
    place = match.start(1)
    return target[:place] + target[place].upper() + target[place + 1 :]
