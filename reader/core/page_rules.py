"""Boilerplate rules for what a page offers: buttons, forms, menus, advertisements.

Data for `reader.core.boilerplate`; pictures and pointers are in
`reader.core.media_rules`.
"""

from __future__ import annotations

from reader.core.boilerplate_rules import make_rule

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
    r"über uns|unsere partner|rechtliche hinweise|mediadaten|barrierefreiheit|cookies?|"
    r"jobs|karriere|presse|newsletter|hilfe|faq|werbung|abo|anmelden|registrieren|"
    r"login|privacy policy|suche|startseite)"
)

PAGE_RULES = (
    make_rule(
        "comment form",
        200,
        "Hinterlassen Sie einen Kommentar",
        r"""
        (?:\d+\s+)?(?:leser)?kommentare?(?: (?:anzeigen|lesen|schreiben|verfassen|
            hinterlassen|abgeben|abschicken|absenden|zum artikel))?
        (?:jetzt )?(?:mit)?(?:kommentieren|diskutieren)
        kommentar hinzufügen|noch keine kommentare|be the first to comment
        (?:war|ist|fanden sie) dieser (?:artikel|beitrag|text) (?:hilfreich|
            interessant)\?
        wie (?:hat|gefällt) (?:ihnen|dir) (?:der|dieser) (?:artikel|
            beitrag)(?: gefallen)?\?
        vielen dank für (?:ihre|deine) (?:anmeldung|bewertung|nachricht|registrierung)
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
        (?:was|wie) (?:ist ihre meinung|meinen sie zu diesem)
        bitte (?:geben sie (?:hier )?(?:ihren?|einen?|den|die|das)|melden sie sich|
            logge|
            füllen sie|aktivieren sie|akzeptieren sie|bestätigen sie)\b
        (?:ihre|deine) e-?mail-?adresse wird nicht
        (?:speichere )?(?:meinen )?namen?, (?:meine )?e-?mail
        benachrichtige mich\b|sag uns deine meinung|sagen sie uns ihre meinung
        (?:haben sie|du hast|hast du) einen fehler (?:entdeckt|gefunden)
        fehler (?:entdeckt|gefunden)\?
        you must be logged|leave a (?:reply|comment)
        """,
    ),
    make_rule(
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
    make_rule(
        "rating",
        60,
        "4.5/5 - (12 Stimmen)",
        opening=r"""
        \d(?:[.,]\d+)?\s*(?:/|von)\s*\d+\s*(?:[-–(].*|(?:sternen?|punkten?)?)$
        [★☆⭐\s]{3,}.*$
        (?:durchschnittliche )?(?:bewertung|rating)\s*:?\s*\d.*$
        bewerten sie\b.{0,40}$
        \(?\d+\s*(?:votes?|bewertungen|stimmen)\)?.{0,20}$
        """,
    ),
    make_rule(
        "advertisement",
        80,
        "– Werbung –",
        opening=r"""
        [-–—\s\[(*]*(?:anzeigen?|werbung|advertisement|advertorial|sponsored(?: post)?|
            gesponsert|sponsored content|(?:affiliate|werbe)-?links?|
            promotion)[-–—\s\])*]*:?$
        (?:anzeige|werbung)\s*[:–-]\s.*$
        (?:weiter|(?:der )?artikel geht|lesen sie) nach (?:der|dieser) (?:anzeige|
            werbung)\b
        """,
    ),
    make_rule(
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
        (?:teile|teilen sie) diesen \w+|empfehlen|(?:aus)?drucken(?: senden)?|
            auf x posten
        share(?: (?:this|on)\b.*)?|tweet|pin it
        """,
    ),
    make_rule(
        "subscription",
        160,
        "Jetzt den Morgen-Newsletter abonnieren",
        r"""
        (?:[\w-]+ ){0,2}[\w-]*newsletter(?: (?:abonnieren|bestellen|anmelden))?
        (?:(?:jetzt|hier) )?abonnieren(?: sie uns)?
        abo(?:nnement)?s?(?: abschließen| testen)?|e-?paper|probeabo|kostenlos testen
        (?:mit|ohne) (?:abo|pur-abo|werbung) (?:weiter)?lesen
        mitglied werden|spenden|digital-?abo|kostenlos registrieren|jetzt fan werden
        zum newsletter anmelden|zur anmeldung
        push-?(?:benachrichtigungen|nachrichten|mitteilungen)(?: aktivieren)?
        """,
        r"""
        (?:jetzt|hier|einfach|gleich)\b.{0,40}\b(?:abonnieren|anmelden|registrieren|
            testen|bestellen|sichern|herunterladen|weiterlesen|einloggen)\b
        (?:abonnieren|melden) sie\b.{0,60}\b(?:newsletter|kanal|feed|podcast)
        (?:abonniere|melde dich)\b.{0,60}\b(?:newsletter|kanal|feed|podcast)
        folgen sie (?:uns|unserem)\b|folge uns\b
        (?:sie haben|du hast) (?:bereits|schon) ein (?:\w+-?)?(?:abo|konto|account)
        bereits (?:abonnent|registriert|kunde)
        (?:diese funktion ist )?(?:exklusiv|nur) für abonnent
        (?:dieser|der vollständige) artikel ist (?:nur|exklusiv|teil)\b
        unterstützen sie (?:uns|unsere arbeit|unabhängigen)
        (?:laden sie|lade) (?:unsere|die|dir) .{0,30}app\b
        (?:ja, )?ich (?:möchte|will) den newsletter
        ich bin (?:damit )?einverstanden, dass
        """,
    ),
    make_rule(
        "consent",
        300,
        "Wir verwenden Cookies, um die Seite zu verbessern.",
        r"""
        (?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zulassen)
        (?:datenschutz|privatsphäre|cookie)[- ]?(?:einstellungen|hinweise?)|
            cookies verwalten
        (?:externe[nr]? |diesen )?inhalte? (?:von [\w.]+ )?(?:anzeigen|laden|entsperren)
        video(?:-player)? (?:wird )?(?:laden|geladen|abspielen)
        """,
        r"""
        wir (?:verwenden|nutzen|setzen) (?:\w+ ){0,3}cookies
        diese (?:web)?(?:seite|site) (?:verwendet|nutzt|benutzt) (?:\w+ ){0,2}cookies
        an dieser stelle (?:finden|finde|befindet|steht)\b.{0,60}\binhalt
        (?:externer|dieser) inhalt (?:wird|kann|von|stammt)\b
        (?:sie sehen gerade )?einen platzhalterinhalt
        um (?:dieses|diesen|das|den) (?:video|element|inhalt|post|tweet) (?:an)?zu\w*
        (?:bitte )?aktivieren sie (?:javascript|cookies)
        (?:ihr|dein) browser (?:unterstützt|ist)\b
        """,
    ),
    make_rule(
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
    make_rule(
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
        e-?mail an die redaktion|mein konto|(?:zur )?merkliste(?: hinzufügen)?|
            inhaltsverzeichnis|inhalt
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
)
"""The rules in the order in which they are asked."""
