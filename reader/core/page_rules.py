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
        kommentieren sie (?:jetzt|hier|diesen?|den (?:artikel|beitrag))\b
        (?:schreiben sie|schreibe?|hinterlass(?:en sie|e)?) (?:uns )?(?:einen|
            den ersten|ihren|deinen|eine) (?:kommentar|antwort)(?: zu diesem .*)?[.!]?$
        diskutieren? (?:sie )?mit(?: uns\b.*)?[.!:]?$
        (?:ihre|deine) meinung (?:ist gefragt|zählt[.!]?$|zu diesem (?:artikel|beitrag))
        (?:was|wie) (?:ist ihre meinung|meinen sie) zu diesem (?:artikel|beitrag)
        bitte geben sie (?:hier )?(?:ihre?n?|eine?n?|den|die|das) (?:\S+ )?(?:kommentar|
            \w*namen?|e-?mail(?:-?adresse)?|adresse|passwort|suchbegriff|captcha|
            (?:sicherheits)?code) ein[.!]?$
        bitte (?:melden sie sich (?:\w+ )?an\b|loggen sie sich|logge dich)
        bitte füllen sie (?:dieses|alle|die) (?:pflicht)?felder?\b
        bitte akzeptieren sie .{0,60}\b(?:[\w-]*cookies?|nutzungsbedingungen|
            datenschutz\w*)\b
        bitte aktivieren sie .{0,40}\b(?:javascript|[\w-]*cookies?)\b
        bitte bestätigen sie(?:, dass sie (?:kein|ein mensch)|
            (?: ihre)? (?:e-?mail-?adresse|anmeldung|registrierung)[.!]?$)
        (?:ihre|deine) e-?mail-?adresse wird nicht (?:veröffentlicht|weitergegeben)
        (?:speichere )?(?:meinen )?namen?, (?:meine )?e-?mail
        benachrichtige mich .{0,40}(?:kommentar|beiträge)|(?:sag uns deine|sagen sie uns
            ihre) meinung[.!]?$
        (?:haben sie|du hast|hast du) einen fehler (?:im \w+ )?(?:entdeckt|gefunden)\?
        fehler (?:entdeckt|gefunden)\?(?: (?:hier|jetzt|schreiben|melden)\b.*)?$
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
        (?:durchschnittliche )?(?:bewertung|rating)\s*:?\s*\d(?:[.,]\d+)?(?!\d)
            \s*(?:(?:[/(★]|von|sterne).*)?$
        bewerten sie (?:diesen?|den|das|dieses|uns)\b ?(?:artikel|beitrag|rezept|
            produkt|seite|video|jetzt)?[.!:]?$
        \(?\d+\s*(?:votes?|bewertungen|stimmen)\)?$
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
        (?:teile|teilen sie) diesen (?:artikel|beitrag|text|link)|empfehlen|
            (?:aus)?drucken(?: senden)?|auf x posten
        (?:folgen sie|folge) (?:uns|unserem \S+)(?: \w+)? (?:auf|bei|via) {_SITE}\b.*
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
        mitglied werden!?|spenden|digital-?abo|kostenlos registrieren|jetzt fan werden
        zum newsletter anmelden|zur anmeldung
        push-?(?:benachrichtigungen|nachrichten|mitteilungen)(?: aktivieren)?
        """,
        r"""
        (?!.*\b(?:will|kann|können|muss|müssen|soll|sollen|darf|dürfen|wird|werden|
            möchten?|wollen|lässt|lassen|würden?|könnten?|(?:muss|woll|soll|konn|durf)ten?|
            man|zu|sie|er|wir|ich)\b)(?:jetzt|hier|
            einfach|gleich)\b[^.,]{0,40}\b(?:abonnieren|anmelden|registrieren|testen|
            bestellen|sichern|herunterladen|weiterlesen|einloggen)(?:!|:.*|\s(?:und|
            [–-])\s[^.]*)?$
        (?:melden sie sich|melde dich)\b.{0,60}\b[\w-]*newsletter
        (?:abonnieren sie|abonniere) (?:jetzt |hier |auch )?(?:unser\w*|den|meinen?|
            kostenlos)\b.{0,60}\b[\w-]*(?:newsletter|kanal|feed|podcast)
        (?:folgen sie|folge) (?:uns|unserem \S+)[.!:]*$
        (?:sie haben|du hast) (?:bereits|schon) ein (?:\w+-?)?(?:abo|konto|account)\?
        bereits (?:abonnent\w*|registriert|kunde)\s*[?:]
        (?:diese funktion ist )?(?:exklusiv|nur) für (?:unsere )?abonnent\w*[.!:]?$
        (?:dieser|der vollständige) artikel ist (?:nur|exklusiv)\b.{0,40}\b(?:abo\b|
            abonnent|mitglieder|registrierte)
        dieser artikel ist teil (?:unserer|der) (?:\w+)?(?:serie|reihe)\b
        unterstützen sie (?:uns|unsere arbeit|unabhängigen)\b(?:.{0,60}(?:spende|abo|
            journalismus)|[.!]?$)
        (?:laden sie|lade) (?:dir )?unsere .{0,30}app\b
        (?:ja, )?ich (?:möchte|will) den newsletter
        ich bin (?:damit )?einverstanden, dass .{0,80}(?:daten|newsletter|
            e-?mail|cookie)
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
        an dieser stelle (?:finden|finde|befindet|steht)\b.{0,60}\b(?:externer?|
            redaktioneller|empfohlener|eingebetteter)n? inhalt
        an dieser stelle (?:finden|finde) (?:sie|du) inhalte? (?:von|aus)\b
        externer inhalt (?:wird|kann|von|stammt)\b
        dieser inhalt (?:wird|kann|stammt)\b.{0,80}(?:geladen|angezeigt|cookie|extern)
        (?:sie sehen gerade )?einen platzhalterinhalt
        um (?:dieses|diesen|das|den) (?:video|element|inhalt|post|tweet) \w*zu\w*
            .{0,80}(?:cookie|akzeptier|einwillig|zustimm|aktivier|klick|javascript)
        (?:bitte )?aktivieren sie (?:javascript|cookies)
        (?:ihr|dein) browser (?:unterstützt|ist)\b.{0,40}\b(?:nicht|keine?|veraltet)\b
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
        nachdruck\b(?!.*\b(?:wurde|war|hatte))\b.{0,60}(?:verboten|genehmigung|gestattet)
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
        vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)
        """,
    ),
)
"""The rules in the order in which they are asked."""
