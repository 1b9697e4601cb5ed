"""The rules for what a web page leaves behind, each with an example of its own.

Data for `reader.core.boilerplate`. A rule speaks of one line or one short block, and
must not take a sentence of an article for a button: what says much alone on a page
("Werbung", "Folgen") begins sentences too. So most patterns must match a whole block.
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


def _rule(
    name: str, longest: int, example: str, whole: str = "", opening: str = ""
) -> Rule:
    """Return a rule from alternatives, one a line; one that ends in | goes on.

    `whole` ones leave room for a count and closing marks behind them ("Kommentare
    (27)", "Weiterlesen »") and for nothing else; `opening` ones for anything.
    """
    parts = [_join(opening)] if opening else []
    if whole:
        parts.append(f"{_join(whole)}{_COUNT}{_END}")
    return Rule(name, re.compile("|".join(parts), re.IGNORECASE), longest, example)


def _join(table: str) -> str:
    lines = re.sub(r"\|\n\s*", "|", table).splitlines()
    return f"(?:{'|'.join(line.strip() for line in lines if line.strip())})"


_END = r"\s*[.:!…»>›→*]*$"
_COUNT = r"(?:\s*[(\[]?\d+[)\]]?)?"
_FILE = r"(?:png|jpe?g|gif|webp|svg|bmp|tiff?|avif|heic|ico|mp4|m4a|mov|mp3|webm|pdf)"
_AGENCY = (
    r"(?:dpa|afp|reuters|ap|apa|sda|kna|epd|sid|rtr|dapd|ots|bloomberg|scmp|cnbc|"
    r"xinhua|tass|cnn|bbc)"
)
_SITE = (
    r"(?:facebook|twitter|x|instagram|linkedin|xing|whatsapp|telegram|pinterest|"
    r"pocket|e-?mail|mail|reddit|mastodon|threads|tiktok|youtube|bluesky|flipboard|"
    r"google news|rss|feedly|snapchat)"
)
_ACTION = (
    r"(?:teilen|drucken|merken|versenden|speichern|verschicken|weiterempfehlen|"
    r"kommentieren|kommentare|vorlesen|folgen|melden|(?:link )?kopieren|pdf|e-?mail)"
)
_PAGE = (
    r"(?:impressum|datenschutz(?:erklärung|hinweise?)?|agb|nutzungsbedingungen|kontakt|"
    r"über uns|mediadaten|barrierefreiheit|cookies?|jobs|karriere|presse|newsletter|"
    r"hilfe|faq|werbung|abo|anmelden|registrieren|login|privacy policy|suche|"
    r"startseite)"
)

RULES = (
    _rule("file", 100, "haus_am_see-1024x768.jpg", rf"\S.{{0,80}}\.{_FILE}"),
    _rule(
        "identifier",
        160,
        "A81F2C07 Bd11 4E5A 9C02 77AB12CD34EF",
        opening=r"""
        (?=.*\d)[0-9a-f]{4,}(?:[ _-]+[0-9a-f]{4,})+$
        (?=\S*\d)(?=\S*[a-z])[0-9a-z]{16,}$
        \d{8,}[ _-]\d+\b.*$
        \d{6,}$
        """,
    ),
    _rule(
        "slug",
        80,
        "wirtschaft-2-markt",
        opening=r"""
        (?-i:(?=\S*\d)[a-z0-9]+(?:[-_][a-z0-9]+)+)$
        (?-i:[a-z0-9]+(?:[-_][a-z0-9]+){2,})$
        """,
    ),
    _rule(
        "address",
        200,
        "https://blatt.example/ausgabe/7",
        r"""
        https?://\S+
        www\.\S+
        @\w+
        [\w.+-]+@[\w-]+\.[\w.-]+
        \#\w+(?:\s+\#\w+)*
        """,
    ),
    _rule(
        "logo",
        60,
        "Nordkurier Logo",
        r"""
        (?:[\w.&-]+\s+){0,5}(?:logo|icon|banner|avatar|favicon)s?
        (?:logo|icon|banner|avatar)(?:\s+(?!für|der|soll|mit|ist)[\w.&-]+){0,3}
        symbol(?:bild|foto)\b.{0,40}
        platzhalter(?:bild)?
        """,
    ),
    _rule(
        "listen",
        80,
        "Beitrag anhören | 3 Minuten",
        opening=r"""
        (?:(?:diesen |den )?(?:artikel|beitrag|text) )?(?:jetzt |hier )?(?:an|
            vor)(?:hören|lesen)(?: lassen)?(?:\s*[•·|:(].*|\s+[–-]\s.*|\s+\d.*)?$
        (?:hören|lesen) sie (?:den|diesen) (?:artikel|beitrag)
        audio(?:version|player)?(?:\s*[•·|:].*|\s+\d.*)?$
        \d+:\d\d\s*/\s*\d+:\d\d$
        """,
    ),
    _rule(
        "reading time",
        70,
        "Lesedauer: 6 Minuten",
        opening=r"""
        [|•]?\s*(?:geschätzte\s+)?(?:lesezeit|lesedauer)\b.*$
        (?:ca\.\s*)?\d+\s*min(?:\.|uten?)?\s*(?:lesezeit|lesedauer|zu lesen)?\.?$
        \d+\s*min(?:\.|utes?)?\s+read\b.*$
        """,
    ),
    _rule(
        "teaser",
        220,
        "Lesen Sie dazu: Wohin mit dem alten Rathaus?",
        r"""
        (?:links |mehr )?zum thema
        mehr (?:zu diesem thema|dazu|davon|lesen|erfahren|infos?|informationen)
        mehr (?:\w+ ){0,2}(?:artikel|nachrichten|news|meldungen|themen|beiträge|videos)
        mehr (?:von|aus|über|auf|zu) [\w. -]{2,30}
        weitere (?:informationen|infos|artikel|beiträge|meldungen|themen|links)
        (?:ähnliche|verwandte|passende|empfohlene|beliebte|aktuelle|
            neueste) (?:artikel|beiträge|themen|meldungen|nachrichten|news|inhalte|
            links|videos|suchbegriffe)
        (?:top-?|trend-?)?themen
        (?:meist|am meisten )(?:gelesen|geklickt|kommentiert)
        (?:zum )?(?:jetzt |hier )?weiterlesen
        auch (?:interessant|lesenswert|lesen)
        (?:zum|zur|zurück zum|zurück zur) (?:artikel|beitrag|startseite|übersicht|
            hauptseite|homepage|rezept|video|fotostrecke|bildergalerie)
        (?:die |unsere )?(?:redaktion empfiehlt|lese?empfehlung(?:en)?|
            empfehlungen(?: der redaktion)?)
        """,
        r"""
        siehe auch\b
        s(?:iehe|\.) dazu\b
        lesen sie (?:auch|hier|dazu|mehr|weiter|jetzt)\b
        lies (?:auch|hier|mehr|dazu)\b
        (?:lesetipp|auch interessant|auch lesenswert|auch lesen|lesenswert|
            passend dazu|passend zum thema|mehr zum thema|mehr dazu|zum thema|
            zum weiterlesen|weiterlesen|empfehlung|im video|video-tipp|podcast-tipp)\s*:
        mehr \w+ finden sie\b
        das könnte (?:sie|dich|ihnen|dir) (?:auch )?(?:interessieren|gefallen)
        hier geht(?:'s|’s| es) (?:zum|zur|zu)\b
        hier klicken\b
        (?:read (?:also|more)|see also|related)\b
        empfohlener (?:redaktioneller |externer )?inhalt
        """,
    ),
    _rule(
        "comment form",
        200,
        "Hinterlassen Sie einen Kommentar",
        r"""
        (?:\d+\s+)?(?:leser)?kommentare?(?: (?:anzeigen|lesen|schreiben|verfassen|
            hinterlassen|abgeben|abschicken|absenden|zum artikel))?
        (?:jetzt )?(?:mit)?(?:kommentieren|diskutieren)
        (?:beitrag|kommentar|missbrauch|fehler) melden
        antworten? (?:abbrechen|schreiben|hinterlassen)
        erforderliche felder.{0,60}
        gefällt mir
        """,
        r"""
        kommentieren sie\b
        schreiben sie (?:einen|uns|den ersten) kommentar
        (?:hinterlass(?:en sie|e)?|schreibe?) (?:einen|eine|uns|
            den ersten) (?:kommentar|antwort|nachricht)
        diskutieren? (?:sie )?mit\b
        (?:ihre|deine) meinung (?:ist gefragt|zählt|zum|zu diesem)
        (?:was|wie) (?:ist ihre meinung|denken sie dazu|meinen sie dazu|finden sie das)
        bitte (?:geben sie|gib|melden sie sich|logge|füllen sie|aktivieren sie|
            akzeptieren sie|bestätigen sie)\b
        (?:ihre|deine) e-?mail-?adresse wird nicht
        (?:meinen )?namen?, (?:meine )?e-?mail
        (?:haben sie|du hast|hast du) einen fehler (?:entdeckt|gefunden)
        fehler (?:entdeckt|gefunden)\?
        you must be logged|leave a (?:reply|comment)
        """,
    ),
    _rule(
        "form field",
        50,
        "E-Mail *",
        r"""
        (?:ihr(?:e)? |dein(?:e)? )?(?:name|vorname|nachname|e-?mail(?:-adresse)?|
            website|webseite|betreff|nachricht|passwort|benutzername|suchbegriff|
            captcha)\s*\*?
        (?:ab|ein)?senden|abschicken|antworten|abbrechen|registrieren|(?:ein|aus)loggen
        """,
    ),
    _rule(
        "rating",
        60,
        "4.5/5 - (12 Stimmen)",
        opening=r"""
        \d(?:[.,]\d+)?\s*(?:/|von)\s*\d+\s*(?:[-–(].*|(?:sternen?|punkten?)?)$
        [★☆⭐\s]{3,}.*$
        (?:bewertung|rating)\s*:?\s*\d.*$
        \(?\d+\s*(?:votes?|bewertungen|stimmen)\)?.{0,20}$
        """,
    ),
    _rule(
        "advertisement",
        80,
        "– Werbung –",
        opening=r"""
        [-–—\s\[(*]*(?:anzeigen?|werbung|advertisement|advertorial|sponsored(?: post)?|
            gesponsert|(?:affiliate|werbe)-?links?|promotion)[-–—\s\])*]*:?$
        (?:weiter|(?:der )?artikel geht|lesen sie) nach (?:der|dieser) (?:anzeige|
            werbung)\b
        """,
    ),
    _rule(
        "sharing",
        100,
        "Per WhatsApp teilen",
        rf"""
        (?:artikel |beitrag |diesen (?:artikel|beitrag) )?(?:auf|per|via|bei|
            mit) {_SITE}(?: (?:und|oder) {_SITE})? (?:teilen|versenden|senden|folgen|
            merken|posten)
        {_SITE}(?:[\s,|•·/]+{_SITE})*
        (?:(?:diesen )?(?:artikel|beitrag|seite) )?{_ACTION}(?:[\s,|
            •·/&]+(?:und )?{_ACTION})*
        (?:link|url) (?:kopiert|in (?:die )?zwischenablage kopiert)
        teile diesen \w+
        share(?: (?:this|on)\b.*)?|tweet|pin it
        """,
    ),
    _rule(
        "subscription",
        160,
        "Jetzt den Morgen-Newsletter abonnieren",
        r"""
        (?:[\w-]+ ){0,2}[\w-]*newsletter(?: (?:abonnieren|bestellen|anmelden))?
        (?:(?:jetzt|hier) )?abonnieren(?: sie uns)?
        abo(?:nnement)?s?(?: abschließen| testen)?|e-?paper|probeabo|kostenlos testen
        (?:mit|ohne) (?:abo|pur-abo|werbung) (?:weiter)?lesen
        mitglied werden|spenden|digital-?abo
        """,
        r"""
        (?:jetzt|hier|einfach|gleich)\b.{0,40}\b(?:abonnieren|anmelden|registrieren|
            testen|bestellen|sichern|herunterladen|weiterlesen|einloggen)\b
        (?:abonnieren|melden) sie\b.{0,60}\b(?:newsletter|kanal|feed|podcast)
        (?:abonniere|melde dich)\b.{0,60}\b(?:newsletter|kanal|feed|podcast)
        folgen sie (?:uns|unserem)\b|folge uns\b
        (?:sie haben|du hast) (?:bereits|schon) ein (?:\w+-?)?(?:abo|konto|account)
        bereits (?:abonnent|registriert|kunde)
        (?:exklusiv|nur) für abonnent
        (?:dieser|der vollständige) artikel ist (?:nur|exklusiv|teil)\b
        unterstützen sie (?:uns|unsere arbeit|unabhängigen)
        (?:laden sie|lade) (?:unsere|die|dir) .{0,30}app\b
        (?:ja, )?ich (?:möchte|will) den newsletter
        ich bin (?:damit )?einverstanden, dass
        """,
    ),
    _rule(
        "consent",
        300,
        "Wir verwenden Cookies, um die Seite zu verbessern.",
        r"""
        (?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zulassen)
        (?:datenschutz|privatsphäre|cookie)[- ]?einstellungen
        (?:externe[nr]? |diesen )?inhalte? (?:von [\w.]+ )?(?:anzeigen|laden|entsperren)
        video(?:-player)? (?:wird )?(?:laden|geladen|abspielen)
        """,
        r"""
        wir (?:verwenden|nutzen|setzen) (?:\w+ ){0,3}cookies
        diese (?:web)?seite (?:verwendet|nutzt) (?:\w+ ){0,2}cookies
        an dieser stelle (?:finden|finde|befindet|steht)\b.{0,60}\binhalt
        (?:externer|dieser) inhalt (?:wird|kann|von|stammt)\b
        (?:sie sehen gerade )?einen platzhalterinhalt
        um (?:dieses|diesen|das|den) (?:video|element|inhalt|post|tweet) (?:an)?zu\w*
        (?:bitte )?aktivieren sie (?:javascript|cookies)
        (?:ihr|dein) browser (?:unterstützt|ist)\b
        """,
    ),
    _rule(
        "credit",
        100,
        "Bildquelle: privat",
        opening=r"""
        [(\[]?\s*(?:titel|symbol|archiv|beitrags|vorschau|agentur)?(?:foto|bild)(?:s|
            er)?\s*(?:\([^)]{0,30}\)\s*)?[:©]\s*\S.*$
        [(\[]?\s*(?:bild|foto)(?:quellen?|nachweise?|rechte|material|credit|
            graf(?:in)?)\s*[:©]\s*\S.*$
        [(\[]?\s*(?:grafik(?:en)?|(?:verwendete )?quellen?|copyright|credits?|photos?|
            image|video|illustration|karte|screenshot)\s*:(?:\s*\S.*)?$
        [(\[]?\s*(?:foto|photo|image|video) (?:by|von) [a-zäöü].*$
        [(\[]?\s*©\s*\S.{0,80}$
        (?:imago|getty images|picture[ -]alliance|adobe stock|shutterstock|istock|
            pixabay|unsplash|pexels|depositphotos)(?:[\s/|.,-].{0,50})?$
        """,
    ),
    _rule(
        "agency",
        90,
        "(nach Angaben von Reuters)",
        opening=rf"""
        [(\[]\s*(?:laut|nach|quellen?|via|aus|von|red|mit (?:material|informationen|
            agenturen)(?: (?:von|der|des))?|{_AGENCY})\b:?[^()]{{0,60}}[)\]]\.?$
        mit (?:material|informationen|inhalten|agenturmaterial) (?:von|der|
            des)\b.{{0,60}}$
        [(\[]?{_AGENCY}(?:\s*[/,;-]\s*\w{{2,12}}){{0,4}}[)\]]?\.?$
        .{{0,30}}\bdpa[:-](?:infocom|\d).{{0,60}}$
        original-content von\b
        (?:presse|rückfrage)?kontakt:
        """,
    ),
    _rule(
        "tags",
        200,
        "Stichwörter: Garten, Herbst, Laub",
        opening=r"""
        (?:tags?|schlag(?:wörter|worte|wort)|stich(?:wörter|worte)|themen?|kategorien?|
            keywords?|rubrik(?:en)?|ressort|veröffentlicht (?:in|unter)|
            verschlagwortet(?: mit)?|(?:mehr )?themen in diesem artikel)\s*(?::.*)?$
        """,
    ),
    _rule(
        "imprint",
        140,
        "Impressum | Datenschutz | Kontakt",
        rf"""
        {_PAGE}(?:\s*[|•·,/–-]\s*{_PAGE})*
        """,
        r"""
        .{0,60}\balle rechte vorbehalten
        all rights reserved
        (?:urheberrecht|copyright)?\s*(?:©|\(c\)\s*\d)
        nachdruck\b.{0,60}(?:verboten|genehmigung|gestattet)
        """,
    ),
    _rule(
        "navigation",
        50,
        "Zurück",
        r"""
        (?:zum|zur|zu) (?:inhalt|hauptinhalt|hauptnavigation|navigation|suche|footer|
            seitenanfang|menü)(?: springen| wechseln)?
        direkt zum inhalt|skip to (?:main )?content|nach oben|back to top
        (?:haupt)?menü(?: (?:öffnen|schließen))?|navigation(?: überspringen)?
        startseite|home|zurück|weiter|previous|next
        (?:vorherige|nächste)[rs]?(?: (?:artikel|beitrag|seite|bild|meldung|folie))?
        seite \d+(?: (?:von|/) \d+)?|bild \d+ (?:von|/) \d+|\d+ ?/ ?\d+|\d+ (?:bilder|
            fotos)
        (?:mehr|weniger|alle) (?:laden|anzeigen|ansehen|artikel|bilder)
        (?:ein|aus)klappen|schließen|öffnen|suchen?|log-?in|anmelden|abmelden
        mein konto|(?:zur )?merkliste(?: hinzufügen)?|inhaltsverzeichnis|inhalt
        nachrichten|news-?ticker|(?:live-?)?ticker|plus|premium|feedback|download
        (?:bilder)?galerie|fotostrecke|(?:bild )?vergrößern|großansicht|
            (?:wird ge)?lädt|wird geladen
        bildunterschrift (?:anzeigen|ausblenden|einblenden)|schriftgröße|abspielen|
            pause|ton an
        alle artikel von [\w. -]{3,40}|autor(?:in)? kontaktieren|über (?:den|
            die) autor(?:in|en)?
        (?:pdf|datei|dokument) herunterladen|artikel aus der ausgabe.{0,20}
        vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)
        """,
    ),
    _rule(
        "origin",
        240,
        "Dieser Beitrag erschien zuerst in der Stadtzeitung.",
        opening=r"""
        dieser? (?:artikel|beitrag|text|meldung) (?:erschien|ist zuerst|ist zunächst)\b
        dieser? (?:artikel|beitrag|text|meldung) wurde (?:zuerst|ursprünglich|zunächst|
            automatisch|maschinell|mit hilfe)\b
        (?:zuerst|ursprünglich) erschienen\b
        (?:aus dem \w+ )?(?:automatisch|maschinell) übersetzt\b
        der beitrag .{3,120} erschien zuerst\b
        dieser (?:artikel|inhalt) ist älter als\b
        """,
    ),
)
"""The rules in the order in which they are asked."""
