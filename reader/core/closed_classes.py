"""The German words of closed classes that several rules share.

Data only, all of it in lower case. The lists that are tuned to one rule stand beside
it, those that tell languages apart in `reader.core.function_words`.
"""

from __future__ import annotations

ARTICLES = frozenset("der die das dem den des ein eine einen einem einer eines".split())
GENITIVE_ARTICLES = frozenset("der des eines einer".split())
CONTRACTIONS = frozenset("am beim im ins vom zum zur".split())
"""A preposition and an article in one: "im" is "in dem"."""
