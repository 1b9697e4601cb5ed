"""Boilerplate rules for pictures, sources and pointers to other articles.

Data for `reader.core.boilerplate`; buttons and forms are in `reader.core.page_rules`.
"""

from __future__ import annotations

from reader.core.boilerplate_rules import make_rule

_FILE = r"(?:png|jpe?g|gif|webp|svg|bmp|tiff?|avif|heic|ico|mp4|m4a|mov|mp3|webm|pdf)"

_AGENCY = (
    r"(?:dpa|afp|reuters|ap|apa|sda|kna|epd|sid|rtr|dapd|ots|bloomberg|scmp|cnbc|"
    r"xinhua|tass|cnn|bbc)"
)

MEDIA_RULES = (
    make_rule("file", 100, "haus_am_see-1024x768.jpg", rf"\S.{{0,80}}\.{_FILE}"),
    make_rule(
        "identifier",
        160,
        "A81F2C07 Bd11 4E5A 9C02 77AB12CD34EF",
        opening=r"""
        (?=.*\d)(?=.*[a-f])[0-9a-f]{4,}(?:[ _-]+[0-9a-f]{4,})+$
        (?=\S*\d)(?=\S*[a-z])[0-9a-z]{16,}$
        \d{8,}[ _-]\d+\b.*$
        \d{6,}$
        """,
    ),
    make_rule(
        "slug",
        80,
        "wirtschaft-2-markt",
        opening=r"""
        (?-i:(?=\S*\d)(?=\S*[a-z])[a-z0-9]+(?:[-_][a-z0-9]+)+)$
        (?-i:[a-z0-9]+(?:[-_][a-z0-9]+){2,})$
        (?:img|dsc|pxl|screenshot|bild|foto|image)[-_]?\d[\w-]*$
        [\w-]+[-_]\d{4}[-_]\d{2}[\w-]*$
        """,
    ),
    make_rule(
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
    make_rule(
        "logo",
        60,
        "Nordkurier Logo",
        r"""
        (?-i:(?:[\w.&-]+\s+){1,5}(?:logo|icon|banner|avatar)s?)
        (?-i:(?!Das|Ein|Unser|Neues)[A-ZÄÖÜ\d&][\w.&-]*\s+){0,5}(?:logo|icon|banner|avatar|favicon)s?
        (?:logo|icon|banner|avatar)(?-i:\s+[A-ZÄÖÜ\d&][\w.&-]*){0,3}
        symbol(?:bild|foto)(?:\s*[:(|/©].{0,40})?
        platzhalter(?:bild)?|icon: .{2,30}|logo[-_][\w-]+
        """,
    ),
    make_rule(
        "listen",
        80,
        "Beitrag anhören | 3 Minuten",
        opening=r"""
        (?:(?:diesen |den )?(?:artikel|beitrag|text) )?(?:jetzt |hier )?(?:an|
            vor)(?:hören|lesen)(?: lassen)?(?:\s*[•·|(].*|[:–\s-]*\d.*)?:?$
        (?:hören|lesen) sie (?:den|diesen) (?:artikel|beitrag)(?: (?:hier|jetzt|
            als)\b.*)?[.!:]?$
        audio(?:version|player)?(?:\s*[•·|:].*|\s+\d.*)?$
        \d+:\d\d\s*/\s*\d+:\d\d$
        """,
    ),
    make_rule(
        "reading time",
        70,
        "Lesedauer: 6 Minuten",
        opening=r"""
        [|•]?\s*(?:geschätzte\s+)?(?:lesezeit|lesedauer)\s*[:|•]?\s*(?:(?:ca|etwa|rund|
            unter|min)\b.*|\d.*)?$
        (?:ca\.\s*)?\d+\s*min(?:\.|uten?)?\s*(?:lesezeit|lesedauer|zu lesen)\.?$
        \d+\s*min(?:\.|utes?)?\s+read\b.*$
        """,
    ),
    make_rule(
        "teaser",
        220,
        "Lesen Sie dazu: Wohin mit dem alten Rathaus?",
        r"""
        (?:links |mehr )?zum thema
        mehr(?: (?:zu diesem thema|dazu|davon|lesen|erfahren|infos?|informationen))?
        mehr (?:\w+ ){0,2}(?:artikel|nachrichten|news|meldungen|themen|beiträge|
            videos)(?: (?:aus|von|über|zu) .{2,30})?
        jetzt (?:weiter)?lesen|den (?:vollständigen|ganzen) artikel lesen.{0,40}
        mehr aus (?:dem|diesem) ressort
        mehr (?:von|aus|über|auf|zu) (?-i:[A-ZÄÖÜ])[\w-]*(?: [\w-]+){0,3}(?<! als)
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
        (?:siehe (?:auch|dazu)|s\. dazu)\b(?!:? (?:kapitel|kap\.|abschnitt|anhang|
            seite|s\.|abb|tabelle|§|artikel \d|teil|punkt|nr))
        (?:lesen sie|lies) (?:auch|hier|dazu|mehr|weiter|jetzt)(?: (?:auch|hier|dazu|
            mehr|weiter|darüber|über|zum thema))*\s*(?:[:|»→–].*|[.!]?$)
        (?:lesen sie|lies) mehr (?:auf|unter|bei) \S+\.\w+$
        (?:lesen sie|lies) (?:auch|hier|dazu|mehr|weiter|jetzt)\b.{0,60}\b(?:unser\w*|
            diesen?|den|im) (?:\w+ )?(?:artikel|beitrag|dossier|interview|kommentar|
            leitartikel|themenseite|newsletter|(?:live)?blog|ticker|podcast|special)\b
        lesen sie (?:unseren|den (?:vollständigen|ganzen)) (?:artikel|beitrag|text)\b
        (?:teilen|bewerten|empfehlen|drucken) sie (?:diesen|den|
            unseren)(?: \w+)? (?:artikel|beitrag)\b
        (?:lesetipp|auch interessant|auch lesenswert|auch lesen|lesenswert|
            passend dazu|passend zum thema|mehr zum thema|mehr dazu|zum thema|
            zum weiterlesen|weiterlesen|empfehlung|im video|video-tipp|podcast-tipp|
            mehr zu|mehr aus|mehr über|(?:verwandte|ähnliche|weitere) (?:themen|
            artikel|beiträge)|(?:bilder|foto)(?:galerie|strecke)|(?:nächste|
            vorherige)[rs]? (?:artikel|beitrag|meldung|seite|bild|folge|video|post)|
            sie sind hier|(?:[\w-]+-)?newsletter)\s*:
        mehr \w+ finden sie (?:hier|unter|online|auf (?!seite)|in unserem|
            im dossier)\b
        das könnte (?:sie|dich|ihnen|dir) (?:auch )?(?:interessieren|gefallen)\s*(?::|$)
        hier geht(?:'?s|’s| es) (?:zum|zur|zu)\b.{0,30}(?:artikel|beitrag|newsletter|
            anmeldung|video|rezept|podcast|interview|ticker|umfrage|quiz|dossier|
            übersicht|startseite|kommentaren|bildern|galerie|strecke)
        hier klicken(?:[ ,]+(?:um|und|für)\b.*|[.!:]?$)
        (?:read (?:also|more)|see also)\b|related(?: articles| posts)?:?$
        empfohlener (?:redaktioneller |externer )?inhalt
        """,
    ),
    make_rule(
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
        [(\[]?\s*(?:foto|photo|image|video) (?:by|von)(?-i:\s[A-ZÄÖÜ][\w.'’-]+){2,4}(?:
            (?:\s(?:auf|bei|via|on)\s|\s*[/|,)]).*)?$
        (?:bild|foto|grafik|illustration) von .{2,50} (?:auf|bei) (?:pixabay|unsplash|
            pexels)
        [(\[]?\s*©\s*\S.{0,80}$
        (?:imago(?: images)?|getty images|picture[ -]alliance|adobe stock|shutterstock|
            istock|pixabay|unsplash|pexels|depositphotos)(?:\s*[/|,(-].{0,50}|
            (?-i:\s[A-ZÄÖÜ][\w.-]*){1,4})?\.?$
        """,
    ),
    make_rule(
        "agency",
        90,
        "(nach Angaben von Reuters)",
        opening=rf"""
        [(\[]\s*(?:(?:laut|nach|via|aus|von)\b[^().!?]{{0,40}}\b{_AGENCY}|quellen?|red|
            mit (?:material|informationen|agenturen)(?: (?:von|der|
            des))?|{_AGENCY})\b:?[^()]{{0,60}}[)\]]\.?$
        mit (?:material|informationen|inhalten|agenturmaterial) (?:von|der|
            des)(?: (?:der|den|dem|und|von)|[ ,/]+(?-i:[A-ZÄÖÜ][\w-]*)|[ ,/]+{_AGENCY}
            \b){{1,8}}\.?$
        [(\[]?{_AGENCY}(?:\s*[/,;-]\s*[\w ]{{2,20}}){{0,4}}[)\]]?\.?$
        .{{0,30}}\bdpa[:-](?:infocom|\d).{{0,60}}$
        original-content von\b
        (?:presse|rückfrage)?kontakt:
        """,
    ),
    make_rule(
        "tags",
        200,
        "Stichwörter: Garten, Herbst, Laub",
        opening=r"""
        (?:tags|schlag(?:wörter|worte|wort)|stich(?:wörter|worte)|themen?|kategorien?|
            keywords?|rubrik(?:en)?|ressort|veröffentlicht (?:in|unter)|
            verschlagwortet(?: mit)?|(?:mehr )?themen in diesem artikel)\s*(?::.*)?$
        """,
    ),
    make_rule(
        "origin",
        240,
        "Dieser Beitrag erschien zuerst in der Stadtzeitung.",
        opening=r"""
        dieser? (?:artikel|beitrag|text|meldung) (?:erschien|ist) (?:zuerst|
            zunächst|ursprünglich|in (?:unserer|der) (?:\w+)?ausgabe)\b
        dieser? (?:artikel|beitrag|text|meldung) wurde (?:zuerst|ursprünglich|zunächst|
            automatisch|maschinell|mit hilfe (?:von|einer) (?:ki|künstlicher)|mit ki)\b
        (?:zuerst|ursprünglich) erschienen (?:in|bei|auf|am|im)\b
        (?:aus dem \w+ )?(?:automatisch|maschinell) übersetzt(?: (?:aus|von|mit)\b.*)?
            \.?$
        der beitrag .{3,120} erschien zuerst\b
        dieser (?:artikel|inhalt) ist älter als\b
        """,
    ),
)
"""The rules in the order in which they are asked."""
