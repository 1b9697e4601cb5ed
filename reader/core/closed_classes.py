"""The German words of closed classes that several rules share.

Data only, all of it in lower case. The lists that are tuned to one rule stand beside
it, those that tell languages apart in `reader.core.function_words`.
"""

from __future__ import annotations

ARTICLES = frozenset("der die das dem den des ein eine einen einem einer eines".split())
GENITIVE_ARTICLES = frozenset("der des eines einer".split())
CONTRACTIONS = frozenset("am beim im ins vom zum zur".split())
"""A preposition and an article in one: "im" is "in dem"."""
DETERMINERS = ARTICLES | frozenset(
    "kein keine keinen keinem "
    "keiner keines dieser diese dieses diesem diesen jeder jede jedes jedem jeden "
    "welcher welche welches welchem welchen jener jene jenes jenem jenen sein seine "
    "seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren "
    "unserem unserer unseres mein meine meinen meinem meiner dein deine alle allen "
    "aller alles viele vielen vieler mehrere mehreren mehrerer einige einigen einiger "
    "wenige wenigen weniger manche manchen mancher solche solchen solcher solches "
    "beide beiden beider sämtliche etliche deren dessen".split()
)
PREPOSITIONS = frozenset(
    "an auf aus bei durch für gegen hinter in mit nach neben ohne seit trotz um unter "
    "von vor wegen während zu zwischen über".split()
)
