"""Negations: whether the English of a German sentence has lost its "nicht".

Owns the words; the verdict is `reader.core.guard`'s. English denies in many ways
("keinen Erfolg haben", "to fail"), so any word that could carry the German negation
counts, wherever it stands, and only English without a single one has lost it. That
finds about half of the negations that are lost, and is nearly always right.
"""

from __future__ import annotations

import re

_GERMAN = re.compile(
    r"\b(?:nicht|nichts|kein(?:e[nmrs]?)?|nie|niemals|niemand(?:e[mn]|s)?|nirgend(?:s|wo)"
    r"|keinesfalls|keineswegs|weder|ohne)\b",
    re.IGNORECASE,
)
# German negations that English turns round: "nicht nur", "as well as"; "ohne Zweifel",
# "of course"; "nicht auszuschließen", "possible"; "Haben Sie nicht …?", "do you …?".
_TURNED = re.compile(
    r"\bnicht (?:nur|allein|bloß|zuletzt|unbedingt|wahr|wenige[nr]?)\b"
    r"|\bohne (?:\w+ )?(?:Zweifel|Frage|weiteres|dass)\b"
    r"|\bkein(?:e[nr]?)? (?:Zweifel|Geringerer)\b"
    r"|aus(?:zu)?schließ|ausgeschlossen"
    r"|\b(?:nicht|nie|niemals) (?:\w+ ){0,3}verg[aei]ss|\bvergess\w* (?:\w+ )?nicht\b"
    r"|\b(?:nie|niemals) (?:\w+ ){0,3}aufgehört"
    r"|\bbevor\b|\bwenn nicht\b|\?[\s\"“”»]*$",
    re.IGNORECASE,
)
_SMALL = (
    "not no none nothing never nobody noone neither nor nowhere without cannot unless "
    "until hardly barely scarcely rarely seldom few fewer less little least low lower "
    "poor poorly free instead rather only except but too far apart beyond otherwise "
    "lest exempt zero nil wrong impossible unable gone always remember"
)
_STEMS = (
    "abandon absen abstain avoid bann ceas clos contrary declin deni deny doubt exclu "
    "fail flout forb halt hesit ignor lack lose losi loss lost neglect oppos overlook "
    "prevent prohibit refrain refus reject reluct shut skip spare sparing stop surviv "
    "withh"
)
# "unknown", not "unit"; "incomplete", not "industry"; "homeless", "lead-free".
_ADDED = (
    r"un(?!der|til|it|iv|iq|ion|ifo|ifi)\w{3,}|dis\w{4,}|mis(?!sion|ter)\w{3,}|non\w*"
    r"|\w+less(?:ly)?|im(?:poss|pract|prob|mob|moral|mat|pat|perf|pers|plaus|pol|prop)\w*"
    r"|in(?:ab|acc|activ|adeq|app|cap|com[pm]|cons|conv|corr|dec|def|dep|diff|dist|ed|eff"
    r"|elig|exp|flex|form|hum|op|secur|sens|sign|stab|suff|tol|valid|vis)\w*"
    r"|il(?:leg|lit|log)\w*|ir(?:rat|rec|reg|rel|rep|resp|rev)\w*|off-\w+"
)
_ENGLISH = re.compile(
    rf"n['’`´]t\b|\b(?:{'|'.join(_SMALL.split())})\b"
    rf"|\b(?:{'|'.join(_STEMS.split())})|\b(?:{_ADDED})\b|\byet to\b|\bis down\b",
    re.IGNORECASE,
)


def find_lost_negations(source: str, target: str) -> list[str]:
    """Return the words with which the German denies, where no English word can.

    >>> find_lost_negations("sofern nichts vereinbart ist", "if anything is agreed")
    ['nichts']
    >>> find_lost_negations("sofern nichts vereinbart ist", "unless agreed")
    []
    """
    found = _GERMAN.findall(source)
    is_there = not found or _TURNED.search(source) or _ENGLISH.search(target)
    return [] if is_there else list(dict.fromkeys(found))
