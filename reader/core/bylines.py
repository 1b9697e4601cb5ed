"""Lines that name the author, the date or the editors, and nothing else."""

from __future__ import annotations

import re

from reader.core.starters import MONTHS

_NAME = r"(?:[A-ZÄÖÜÅØ][\w'’.\-]+|von|van|de|der|zu|dos|al)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,4}}"
_TITLES = r"(?:(?:Dr|Prof|med|jur|phil|Dipl|-Ing)\.\s*)*"
_PEOPLE = (
    rf"{_TITLES}{_NAMES}"
    rf"(?:(?:\s*,|\s+und|\s*&|\s*/)\s*(?:[Vv]on\s+)?{_TITLES}(?:{_NAMES}|[\w-]+))*"
    r"(?:\s*[,|•·–(-].{0,60})?$"
)
_PERSON = re.compile(rf"{_TITLES}{_NAME}(?:\s+{_NAME}){{0,4}}$")
_BYLINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Vv]on|VON|By|Aus \w+ berichtet|Es berichtet|Ein\w? \w+ von)\s+"
        rf"{_PEOPLE}",
        r"(?:(?:Zusätzliche |Weitere )?Berichterstattung|Mitarbeit|Recherchen?|"
        r"Redaktion)\s*(?::|von|durch)\s+.{2,80}$",
        r"(?:Text|Autor(?:in|en)?|Bericht|Interview|Protokoll|Übersetzung|Reportage|"
        r"Text und Fotos?|Fotos und Text|Aufgezeichnet von|Verfasst von|"
        r"Geschrieben von|Gespräch|Moderation|Kommentar|Analyse|Ein Kommentar|"
        rf"Eine Analyse|Ein Gastbeitrag|Das Interview führte)(?:\s*:\s*|\s+(?:von\s+)?)"
        rf"{_PEOPLE}",
        r"(?:Veröffentlicht|Aktualisiert|Erstellt|Erschienen|Publiziert|Stand|Datum|"
        r"Update|"
        r"Zuletzt aktualisiert|Letzte Aktualisierung|Artikel vom|Geändert)\b"
        r"(?=.*\d)[^.!?]{0,20}.{0,80}$",
        r"(?:Freier? |Freie )?(?:Redakteur|Korrespondent|Reporter|Journalist)(?:in)?"
        r" (?:im Ressort|für|bei)\b[^.!?]{2,60}$",
        r"\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4})*\)$",
    )
)
_WEEKDAY = r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,?\s+(?:de[nmr]\s+)?)?"
_MONTH_NAMES = sorted(MONTHS | {"march", "may", "june", "july", "october"}, key=len)
_MONTH = rf"(?:{'|'.join(reversed(_MONTH_NAMES))})"
_DATE = re.compile(
    rf"(?:[\wäöüß/-]+(?:\s[\wäöüß/-]+)?,\s+)?{_WEEKDAY}(?:den\s+)?"
    rf"(?:\d{{1,2}}\.\s*{_MONTH}\.?\s*(?:\d{{4}})?|{_MONTH}\.?\s+\d{{1,2}},?\s+\d{{4}}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2})"
    r"(?:\s*(?:[,|•·–-]|um|,?\s*\d{1,2}[:.]\d{2}|uhr|am|pm|©|\(|aktualisiert|"
    r"von).{0,80})?$",
    re.IGNORECASE,
)
_ROLE_LINE = re.compile(rf"{_NAMES},\s+[A-ZÄÖÜ\w][^.!?:;]{{3,60}}$")


def is_byline(text: str) -> bool:
    """Say whether `text` names author, date or editors and nothing else."""
    if len(text) > 140:
        return False
    if _DATE.match(text):
        return text[-1] != "." or len(text) < 40
    return any(pattern.match(text) for pattern in _BYLINES)


def is_name(text: str) -> bool:
    """Say whether `text` is a person's name and nothing else: "Dr. Hans Meier"."""
    return len(text) <= 60 and _PERSON.match(text) is not None


def is_attribution(text: str) -> bool:
    """Say whether `text` is a name and an office: "Hanna Vogt, Hafenkapitänin"."""
    return len(text) <= 80 and _ROLE_LINE.match(text) is not None
