"""What a web page leaves behind in a text, and no reader misses.

Owns the rules, each with an example of its own; a rule speaks of one line or one
short block. Which block is what else is `reader.core.blocks`'s job.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that must match a folded block from its first character on."""

    name: str
    pattern: re.Pattern[str]
    longest: int
    """Blocks with more characters are never boilerplate by this rule."""
    example: str


def _rule(name: str, pattern: str, longest: int, example: str) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), longest, example)


_END = r"\s*[.:!…»>›→]*$"
_COUNT = r"\s*[(\[]?\d*[)\]]?"
_FILE = r"(?:png|jpe?g|gif|webp|svg|bmp|tiff?|avif|heic|ico|mp4|m4a|mov|mp3|webm|pdf)"
_AGENCY = (
    r"(?:dpa|afp|reuters|ap|apa|sda|kna|epd|sid|rtr|dapd|ots|tsp|bloomberg|scmp|cnbc|"
    r"xinhua|tass|cnn|bbc)"
)
_SITE = (
    r"(?:facebook|twitter|x|instagram|linkedin|xing|whatsapp|telegram|pinterest|"
    r"pocket|e-?mail|mail|reddit|mastodon|threads|tiktok|youtube|bluesky|flipboard|"
    r"google news|rss|signal)"
)

RULES = (
    _rule("file", rf"\S.{{0,80}}\.{_FILE}$", 100, "haus_am_see-1024x768.jpg"),
    _rule(
        "identifier",
        r"(?=.*\d)[0-9a-f]{4,}(?:[ _-]+[0-9a-f]{4,})*$|\d{8,}[ _-]\d+\b.*$"
        r"|(?=\S*\d)(?=\S*[a-z])[0-9a-z]{16,}$|\d{6,}$",
        160,
        "A81F2C07 Bd11 4E5A 9C02 77AB12CD34EF",
    ),
    _rule(
        "slug",
        r"(?-i:(?=\S*\d)[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z0-9]+(?:[-_][a-z0-9]+){2,})$",
        80,
        "wirtschaft-2-markt",
    ),
    _rule(
        "address", r"(?:https?://|www\.)\S+$|@\w+$|#\w+(?:\s+#\w+)*$", 200, "@nachbar"
    ),
    _rule(
        "logo",
        r"(?:[\w.&-]+\s+){0,5}(?:logo|icon|banner|avatar|thumbnail|platzhalter|favicon)s?"
        r"(?:\s+[\w.&-]+){0,3}$|symbol(?:bild|foto)\b.{0,40}$",
        60,
        "Nordkurier Logo",
    ),
    _rule(
        "listen",
        r"(?:(?:diesen |den )?(?:artikel|beitrag|text)\s+(?:an|vor)?(?:hören|lesen lassen|"
        r"vorlesen)|(?:jetzt |hier )?(?:anhören|vorlesen)|audio(?:version)?\b)"
        r"(?:\s*[•·|:–-].*|\s+\(?\d.*)?$",
        80,
        "Beitrag anhören | 3 Minuten",
    ),
    _rule(
        "reading time",
        r"(?:geschätzte\s+)?(?:lesezeit|lesedauer|reading time)\b.*$"
        r"|(?:ca\.\s*)?\d+\s*min(?:\.|uten?)?\s*(?:lesezeit|lesedauer|read\w*)?\.?$"
        r"|\d+\s*min(?:\.|utes?)?\s+read\b.*$",
        60,
        "Lesedauer: 6 Minuten",
    ),
    _rule(
        "teaser",
        r"(?:siehe auch|s(?:iehe|\.)\s+dazu|lesen sie (?:auch|hier|dazu|mehr|weiter|jetzt)|"
        r"lies (?:auch|hier|mehr)|lesetipp|auch interessant|auch lesenswert|lesenswert|"
        r"mehr (?:zum thema|zu diesem thema|dazu|davon|lesen|erfahren|infos?|artikel|"
        r"nachrichten|news|meldungen|themen|von diesem autor|aus (?:der|dem|diesem))|"
        r"mehr \w+ finden sie|zum thema\b|"
        r"das könnte (?:sie|dich|ihnen|dir) (?:auch )?(?:interessieren|gefallen)|"
        r"(?:ähnliche|verwandte|weitere|passende|empfohlene|beliebte|aktuelle|neueste) "
        r"(?:artikel|beiträge|themen|meldungen|nachrichten|news|inhalte|links|videos)|"
        r"(?:meist|am meisten )gelesen|passend (?:dazu|zum thema)|weiterlesen|"
        r"zum weiterlesen|hier (?:geht(?:'s|’s| es)|weiterlesen|klicken)|"
        r"(?:zum|zur|zurück zum|zurück zur) (?:artikel|beitrag|startseite|übersicht|"
        r"hauptseite|homepage|rezept|video|fotostrecke|bildergalerie)|"
        r"(?:read (?:also|more)|see also|related)\b|"
        r"(?:unsere )?(?:empfehlung|lesempfehlung|leseempfehlung)(?:en)?\s*(?::|$)|"
        r"empfohlener (?:redaktioneller |externer )?inhalt)\b(?!\s+(?:wird|ist|hat|war)\b)",
        220,
        "Lesen Sie dazu: Wohin mit dem alten Rathaus?",
    ),
    _rule(
        "comment form",
        r"(?:\d+\s+)?(?:leser)?kommentare?"
        + _COUNT
        + r"(?:\s+(?:anzeigen|lesen|schreiben|"
        r"verfassen|hinterlassen|abgeben|abschicken|absenden|zum artikel))?"
        + _END
        + "|"
        r"(?:kommentieren sie|schreiben sie (?:einen|uns|den ersten)|(?:jetzt )?kommentieren|"
        r"hinterlass(?:en sie|e)? (?:einen|eine|uns)|kommentar\w* (?:hinter|schreib|abg)|"
        r"schreibe? (?:einen|den ersten) kommentar|(?:eine )?antwort\w* (?:hinter|abbre|schr)|"
        r"diskutieren sie mit|diskutiere mit|ihre meinung\b|(?:was|wie) (?:ist ihre meinung|"
        r"denken sie|meinen sie) (?:dazu)?|reden sie mit|mitdiskutieren|"
        r"bitte (?:geben sie|gib|melden sie sich|logge?|füllen sie|aktivieren sie|"
        r"akzeptieren sie|bestätigen sie)\b|"
        r"(?:ihre|deine) e-?mail-?adresse wird nicht|erforderliche felder|"
        r"(?:meinen )?namen?, (?:meine )?e-?mail|speichere? (?:meinen )?namen|"
        r"you must be logged|leave a (?:reply|comment))",
        200,
        "Hinterlassen Sie einen Kommentar",
    ),
    _rule(
        "form field",
        r"(?:name|vorname|nachname|e-?mail(?:-adresse)?|website|webseite|betreff|nachricht|"
        r"passwort|benutzername|suche|suchbegriff|captcha)\s*\*?:?$|"
        r"(?:ab|ein)?senden$|abschicken$|antworten$|registrieren$|(?:ein|aus)loggen$",
        40,
        "E-Mail *",
    ),
    _rule(
        "rating",
        r"\d(?:[.,]\d+)?\s*(?:/|von)\s*\d+\s*(?:[-–(]|sternen?|punkten?|$)"
        r"|[★☆⭐\s]{3,}.*$|(?:bewertung|rating)\s*:?\s*\d.*$"
        r"|\(?\d+\s*(?:votes?|bewertungen|stimmen)\)?.{0,30}$",
        60,
        "4.5/5 - (12 Stimmen)",
    ),
    _rule(
        "advertisement",
        r"[-–—\s\[(]*(?:anzeigen?|werbung|advertisement|advertorial|sponsored(?: post)?|"
        r"gesponsert|affiliate-?links?|promotion|reklame|- ad -)[-–—\s\])]*:?$"
        r"|(?:weiter nach|artikel geht nach|nach) (?:der|dieser) (?:anzeige|werbung)\b.*$",
        80,
        "– Werbung –",
    ),
    _rule(
        "sharing",
        rf"(?:(?:artikel |beitrag |diesen (?:artikel|beitrag) )?(?:auf|per|via|bei|mit) {_SITE}"
        rf"(?: (?:und|oder) {_SITE})? (?:teilen|versenden|senden|folgen|merken|posten)"
        rf"|{_SITE}(?:[\s,|•·/]+{_SITE})*|(?:artikel |beitrag |seite )?(?:teilen|drucken|"
        r"merken|versenden|speichern|verschicken|weiterempfehlen|bookmarken|"
        r"link kopieren|kopieren|pdf|schließen|melden|folgen|gefällt mir)"
        r"(?:[\s,|•·/&]+(?:und |als )?(?:teilen|drucken|merken|versenden|speichern|vorlesen|"
        r"link kopieren|kommentieren|kommentare|pdf|e-?mail|melden|folgen))*"
        r"|(?:link|url) (?:kopiert|kopieren)|teile diesen \w+|share(?: (?:this|on)\b.*)?|tweet)"
        + _COUNT
        + _END,
        100,
        "Per WhatsApp teilen",
    ),
    _rule(
        "subscription",
        r"(?:(?:\w+[ -]){0,2}newsletter\b(?!.*\b(?:sagte|hieß|schrieb)\b)|"
        r"(?:jetzt|hier|einfach|gleich)\b.{0,40}\b(?:abonnieren|anmelden|registrieren|testen|"
        r"bestellen|sichern|downloaden|herunterladen|weiterlesen|einloggen)\b|"
        r"(?:abonnieren|abonniere|melden sie sich|melde dich)\b.{0,80}\b(?:newsletter|kanal|"
        r"feed|an|podcast)\b|abonnieren(?: sie uns)?$|folgen sie (?:uns|dem|unserem)|folge uns|"
        r"(?:sie haben|du hast) (?:bereits|schon) ein|bereits (?:abonnent|registriert)|"
        r"exklusiv für abonnent|nur für abonnent|dieser artikel ist (?:nur|exklusiv|teil)|"
        r"(?:mit|ohne) (?:abo|pur-abo|werbung)\b|abo(?:nnement)?(?: abschließen| testen|s)?$|"
        r"e-?paper$|probeabo|kostenlos testen|push-?(?:nachrichten|mitteilungen)\b|"
        r"mitglied werden$|spenden$|unterstützen sie (?:uns|unsere arbeit|unabhängigen)|"
        r"(?:laden sie|lade) (?:unsere|die|dir) .{0,30}app\b)",
        160,
        "Jetzt den Morgen-Newsletter abonnieren",
    ),
    _rule(
        "consent",
        r"(?:wir (?:verwenden|nutzen|setzen) (?:\w+ ){0,3}cookies|diese (?:web)?seite (?:verwendet|"
        r"nutzt) (?:\w+ ){0,2}cookies|cookie|alle (?:cookies )?akzeptieren|akzeptieren$|ablehnen$|"
        r"(?:datenschutz|privatsphäre)[- ]?einstellungen|"
        r"(?:an dieser stelle|hier) (?:finden|finde) (?:sie|du)? ?.{0,40}\binhalte?\b|"
        r"(?:externer|dieser) inhalt (?:wird|kann|von|stammt|ist)|"
        r"mit (?:dem|einem) klick|(?:um|zum) (?:dieses|das) (?:video|element|inhalt)|"
        r"(?:bitte )?(?:aktivieren sie )?javascript|inhalt(?:e)? (?:anzeigen|laden|von)\b|"
        r"(?:ihr|dein) browser (?:unterstützt|ist)|video (?:wird )?(?:laden|geladen|abspielen))",
        300,
        "Wir verwenden Cookies, um die Seite zu verbessern.",
    ),
    _rule(
        "credit",
        r"[(\[]?\s*(?:(?:titel|symbol|archiv|beitrags|vorschau|agentur)?(?:fotos?|bild(?:er)?)|"
        r"bild(?:quellen?|nachweise?|rechte|material|credit)|foto(?:quelle|credit|nachweis|graf"
        r"(?:in)?)|grafik(?:en)?|quellen?|copyright|credits?|photos?|image|video|"
        r"illustration|karte|rechte|screenshot)\s*(?:\([^)]{0,30}\)\s*)?"
        r"(?::|©|\bby\b|\bvon\b(?=\s[A-Z]))\s*\S.*$"
        r"|[(\[]?\s*©\s*\S.{0,80}$"
        r"|(?:imago|getty images|picture[ -]alliance|adobe stock|shutterstock|istock|"
        r"pixabay|unsplash|pexels|depositphotos)\b.{0,60}$",
        100,
        "Bildquelle: privat",
    ),
    _rule(
        "agency",
        rf"[(\[]\s*(?:(?:laut|nach|quelle|quellen|via|mit (?:material|informationen|agenturen)"
        rf"(?: (?:von|der|des))?|aus|von|red|{_AGENCY})\b:?)[^()]{{0,60}}[)\]]\.?$"
        rf"|(?:mit (?:material|informationen|inhalten|agenturmaterial) (?:von|der|des)\b.{{0,60}}$)"
        rf"|[(\[]?{_AGENCY}(?:\s*[/,;-]\s*\w{{2,12}}){{0,4}}[)\]]?\.?$"
        r"|.{0,30}\bdpa[:-](?:infocom|\d).{0,60}$",
        90,
        "(nach Angaben von Reuters)",
    ),
    _rule(
        "tags",
        r"(?:tags?|schlag(?:wörter|worte|wort)|stich(?:wörter|worte)|themen?|kategorien?|"
        r"keywords?|rubrik(?:en)?|ressort|ort|veröffentlicht (?:in|unter)|"
        r"(?:mehr )?themen in diesem artikel|verschlagwortet(?: mit)?)\s*(?::|$)",
        200,
        "Stichwörter: Garten, Herbst, Laub",
    ),
    _rule(
        "imprint",
        r"(?:.{0,60}\balle rechte vorbehalten|all rights reserved|copyright\b.{0,80}$|"
        r"(?:urheberrecht|copyright)?\s*©|impressum|datenschutz(?:erklärung|hinweise?)?|"
        r"agb$|nutzungsbedingungen|kontakt$|über uns$|mediadaten|barrierefreiheit|"
        r"privacy policy|terms of|nachdruck\b.{0,60}(?:verboten|genehmigung|gestattet))"
        r"(?:.{0,80}$)",
        140,
        "Impressum | Datenschutz | Kontakt",
    ),
    _rule(
        "navigation",
        r"(?:(?:zum|zur|zu) (?:inhalt|hauptinhalt|hauptnavigation|navigation|suche|footer|"
        r"seitenanfang|menü)(?: springen| wechseln)?|direkt zum inhalt|skip to (?:content|main)|"
        r"(?:haupt)?menü(?: (?:öffnen|schließen))?|navigation(?: überspringen)?|startseite|home|"
        r"nach oben|zurück|weiter|vorherige[rs]?(?: \w+)?|nächste[rs]?(?: (?:artikel|beitrag|"
        r"seite|bild|meldung|folie))?|seite \d+(?: (?:von|/) \d+)?|\d+ ?/ ?\d+|"
        r"mehr (?:laden|anzeigen)|alle (?:anzeigen|ansehen|artikel)|(?:mehr|weniger) anzeigen|"
        r"(?:ein|aus)klappen|schließen|öffnen|suchen?|login|log-?in|anmelden|abmelden|"
        r"mein konto|merkliste|inhaltsverzeichnis|inhalt|nachrichten|ticker|live|plus|premium|"
        r"(?:bilder)?galerie|fotostrecke|bild \d+ (?:von|/) \d+|\d+ bilder|previous|next|"
        r"back to top|vergrößern|bild vergrößern|großansicht|wird geladen)"
        + _COUNT
        + _END,
        50,
        "Zurück",
    ),
    _rule(
        "origin",
        r"(?:dieser? (?:artikel|beitrag|text|meldung) (?:erschien|ist (?:zuerst|zunächst|ein )|"
        r"wurde (?:zuerst|ursprünglich|zunächst|automatisch|maschinell|mit hilfe|am))|"
        r"(?:zuerst|ursprünglich) erschienen|(?:aus dem \w+ )?(?:automatisch|maschinell) übersetzt|"
        r"der beitrag .{3,120} erschien zuerst)",
        240,
        "Dieser Beitrag erschien zuerst in der Stadtzeitung.",
    ),
)
"""The rules in the order in which they are asked."""

_SEPARATOR = re.compile(r"\s+[>»›|/•·→]\s+|\s*[|»›→]\s*")
_RUBRICS = frozenset(
    """
    politik wirtschaft sport kultur wissenschaft wissen technik digital panorama lokales
    regional region meinung gesellschaft ausland inland feuilleton reise auto gesundheit
    netzwelt karriere finanzen börse unterhaltung leute stars wetter deutschland welt
    nachrichten international medien bildung umwelt ratgeber service verbraucher video
    videos podcast podcasts magazin eilmeldung exklusiv
    """.split()
)


def find_rule(text: str) -> str | None:
    """Return the name of the rule that takes a folded block for boilerplate.

    >>> find_rule("Beitrag anhören | 3 Minuten"), find_rule("img_2041.jpg")
    ('listen', 'file')
    >>> find_rule("Die Anzeige erschien am Montag.")
    """
    if not any(character.isalnum() for character in text):
        return "ornament"
    for rule in RULES:
        if len(text) <= rule.longest and rule.pattern.match(text):
            return rule.name
    if text.lower() in _RUBRICS:
        return "rubric"
    return "menu" if _is_menu(text) else None


def _is_menu(text: str) -> bool:
    """Say whether `text` is a path or a menu: "Home » Reise » Italien"."""
    if len(text) > 160 or text[-1] in ".!?":
        return False
    parts = _SEPARATOR.split(text)
    if len(parts) < 2 or any(len(part.split()) > 3 for part in parts):
        return False
    first = parts[0].lower()
    return len(parts) > 2 or first in ("home", "start", "startseite") or "|" in text


def repeats_title(text: str, title: str) -> bool:
    """Say whether `text` is the title again, as a page's tab or a picture has it.

    >>> repeats_title("Neue Brücke für Altena - Tageblatt", "Neue Brücke für Altena")
    True
    """
    again, first = _letters(text), _letters(title)
    if len(first) < 12:
        return again == first
    extra = len(again) - len(first)
    return first in again and extra <= 24 and len(text) < 220


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
