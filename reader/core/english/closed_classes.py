"""The English words of closed classes, by what they tell about their neighbours.

Data only, all of it in lower case.
"""

from __future__ import annotations

AUXILIARIES = frozenset(
    "am is are was were be been being has have had having do does did will would "
    "shall should can could may might must get gets got".split()
)
PERFECT_OR_PASSIVE = frozenset(
    "am is are was were be been being has have had having get gets got s ve re".split()
)
"""Behind them a verb is a participle; "s", "ve" and "re" follow an apostrophe."""
BEFORE_INFINITIVE = frozenset(
    "to will would shall should can could may might must do does did not cannot "
    "let lets help helps".split()
)
MODALS = frozenset("will would shall should can could may might must cannot".split())
PRONOUNS = frozenset(
    "i you he she it we they me him her us them who which what itself themselves "
    "this that these those there".split()
)
SUBJECT_PRONOUNS = frozenset("i he she we they who".split())
ARTICLES = frozenset({"a", "an", "the"})
SINGULAR_DETERMINERS = frozenset("a an one each every another either neither".split())
PLURAL_DETERMINERS = frozenset(
    "these those many several few both various multiple numerous countless two three "
    "four five six seven eight nine ten eleven twelve twenty hundred thousand "
    "dozens".split()
)
DETERMINERS = (
    ARTICLES
    | SINGULAR_DETERMINERS
    | PLURAL_DETERMINERS
    | frozenset(
        "this that my your his her its our their some any no all more most such "
        "much".split()
    )
)
PREPOSITIONS = frozenset(
    "of for in on at by to from with without between against per under over into "
    "onto as about after before during through since until than via within across "
    "among despite like below above behind beneath beside besides beyond except inside "
    "near outside past toward towards throughout upon around along amid".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor if when while because although though whether so".split()
)
PARTICLES = frozenset(
    "up out off down in on over away back through together apart ahead".split()
)
"""What belongs to a verb: "roll out"."""
FUNCTION_WORDS = (
    AUXILIARIES
    | MODALS
    | PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | frozenset("not also only already still just even now then s t".split())
)
SINGULAR_VERBS = {"are": "is", "were": "was", "have": "has", "do": "does"}
SINGULAR_OF_DETERMINERS = {
    "these": "this",
    "those": "that",
    "many": "much",
    "few": "little",
    "fewer": "less",
}
