"""Words that decide whether a capital begins a sentence, and what a number counts.

German capitalizes every noun, so that a capital alone says little: behind "Nr. 7."
or "Friedrich II." only a word that is no noun and has a capital begins a sentence.
"""

from __future__ import annotations

# Articles, pronouns, prepositions, conjunctions, adverbs, question words, and the
# verbs that open questions; none of them is a noun when capitalized.
STARTERS = frozenset(
    """
    der die das dem den des ein eine einer einem einen eines kein keine keiner
    keinem keinen er sie es wir ich ihr du man ihm ihn ihnen ihre ihrer ihrem ihren
    sein seine seiner seinem seinen mein meine meiner meinem meinen dein deine unser
    unsere unserer unserem unseren euer eure mich mir dich dir uns euch sich selbst
    selber dies diese dieser diesem diesen dieses jene jener jenem jenes jede jeder
    jedem jeden jedes manche mancher manches solche solcher solches welche welcher
    welches welchem beide beiden alle allem allen aller alles viele vielen vieles
    einige einigen einiges einzelne etliche mehrere mehreren wenige wenigen weniger
    mehr andere anderen anderer anderes niemand jemand etwas nichts in im ins an am
    ans auf aus bei beim mit nach von vom vor für durch über unter zum zur zu gegen
    ohne um seit während wegen trotz statt anstatt innerhalb außerhalb laut gemäß
    entlang neben hinter zwischen bis ab dank angesichts aufgrund mithilfe anhand
    hinsichtlich bezüglich infolge anlässlich mangels inmitten entgegen gegenüber
    binnen pro per je mittels unterhalb oberhalb samt nebst wider und oder aber denn
    doch sondern sowie sowohl weder entweder jedoch noch auch nur wenn weil obwohl
    obgleich da dass ob als wie während nachdem bevor ehe sobald solange sofern
    falls indem damit sodass zumal wohingegen soweit soviel wer was wo wann warum
    wieso weshalb woher wohin wozu womit wodurch wofür worauf woran worin wovon
    worüber wessen wem wen inwiefern inwieweit dann danach dabei dadurch dafür
    dagegen daher dahinter damals danebem daneben daran darauf daraufhin daraus
    darin darüber darum darunter davon davor dazu dazwischen deshalb deswegen
    dennoch demnach demzufolge derzeit desto dort dorthin dorther drinnen draußen
    hier hierbei hierfür hiermit hierzu hierzulande hingegen hinzu inzwischen indes
    indessen immerhin immer irgendwann irgendwie irgendwo jetzt nun heute gestern
    morgen vorgestern übermorgen bald früher später zuerst zunächst zuletzt zudem
    zuvor zugleich zumindest zurzeit zusammen zwar ansonsten außerdem allerdings
    allein allenfalls also anders andererseits einerseits anfangs anschließend
    auffallend ausgerechnet bereits besonders beispielsweise bestenfalls bislang
    bisher dementsprechend demgegenüber ebenfalls ebenso eben einst einmal
    eigentlich endlich entsprechend erst erstens zweitens drittens erstmals etwa
    fast ferner folglich freilich ganz genau genauso gelegentlich gewiss
    glücklicherweise gleichzeitig gleichwohl hauptsächlich höchstens insgesamt
    insbesondere insofern jahrelang jedenfalls kaum keineswegs künftig letztlich
    letztendlich leider lediglich lange längst manchmal mancherorts meist meistens
    mindestens mitunter mittlerweile möglicherweise nachher nahezu nämlich natürlich
    neuerdings nebenbei nicht nie niemals nirgendwo normalerweise offenbar
    offensichtlich oft oftmals praktisch plötzlich rund ratsam regelmäßig
    schließlich schon seitdem seither selten so sofort sogar sonst soeben
    stattdessen stets teils teilweise tatsächlich trotzdem überall überdies
    überhaupt übrigens umgekehrt umso unterdessen ursprünglich vermutlich vergebens
    vielleicht vielmehr vorerst vorher vorläufig wahrscheinlich weiter weiterhin
    weitere weiteren weiterer weiteres wieder wiederum wirklich wohl womöglich
    zeitweise ziemlich zufällig zugegeben ja nein doch bitte danke hallo ach oh ah
    na tja nun ist sind war waren wird werden wurde wurden hat haben hatte hatten
    kann können könnte konnte muss müssen musste soll sollen sollte will wollen
    wollte darf dürfen mag möchte gibt gab geht ging kommt kam bin bist seid habt
    hast
    """.split()
)

MONTHS = frozenset(
    """
    januar jänner februar feber märz april mai juni juli august september oktober
    november dezember jan jän feb febr mär mrz apr jun jul aug sep sept okt nov dez
    """.split()
)

# What stands before an ordinal number: "am 3. Spieltag", "der 2. Wahlgang".
ORDINAL_HEADS = frozenset(
    """
    der die das dem den des am im vom zum zur beim ins ans aufs fürs einem einen
    einer eine ein seinem seinen seiner ihrem ihren ihrer unserem unserer meinem
    meiner diesem dieser diesen jeder jedem jeden ab bis seit nach und oder bzw
    sowie dessen deren erst schon bereits
    """.split()
)

# What an ordinal number counts: "1. FC Köln", "2. Bundesliga", "19. Jahrhundert".
ORDINAL_NOUNS = frozenset(
    """
    abschnitt akt amtszeit armee auflage ausgabe band bataillon bezirk bundesliga
    bundestag bundesversammlung bürgermeister bürgermeisterin buch chemnitz dan
    division drittel durchgang ebene entwurf etage etappe fassung fc fsv fcn fck
    fußball gang geburtstag generation geschoss grad halbjahr halbzeit hauptsatz
    hälfte hochzeitstag infanterie jahr jahrestag jahrgang jahrhundert jahrhunderts
    jahrtausend jh jhd jhdt jugend kammer kapitel kavallerie klasse kompanie korps
    kreisklasse kreisliga lesung legislaturperiode lebensjahr lebenswoche
    leichtathletik liga lauf los loch mal mannschaft minute minuten monat monats
    mose obergeschoss og panzerdivision parteitag person platz preis präsident rang
    regiment reihe reich rate runde satz schuljahr schwangerschaftswoche semester
    senat seite serie sinfonie sitzung spiel spieltag spielminute staffel station
    stelle stock stockwerk strafkammer strafsenat stufe stunde symphonie tag tages
    teil tour übung untergeschoss verein vereinsjahr verlängerung versuch viertel
    vorsitzende vorsitzender wahlgang wahlperiode weltkrieg weltkriegs woche zeile
    zivilkammer zivilsenat zug zwischenrunde advent bauabschnitt quartal
    """.split()
)

# Behind these a number is a name or an amount and may end a sentence: "Seite 12."
NUMBERED_NOUNS = frozenset(
    """
    seite platz rang haus hausnummer nummer kapitel absatz artikel paragraph
    paragraf ziffer zimmer raum saal gleis halle tor linie bus version teil band
    stufe klasse typ modell jahr jahre jahren tabelle abbildung formel highway
    autobahn bundesstraße startplatz position lektion aufgabe frage punkt tag woche
    kategorie kanal windows
    """.split()
)

# Finite verbs in second place show that a capitalized word began a sentence, even a
# noun: "der Chef von Baidu Inc. Baidu wird", "alle 30 Min. Pünktlich sind sie".
FINITE_VERBS = frozenset(
    """
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können
    konnte konnten will wollen wollte wollten soll sollen sollte sollten muss müssen
    musste mussten darf dürfen durfte mag möchte möchten bleibt bleiben blieb
    blieben gibt gab geht gehen ging gingen kommt kommen kam kamen steht stehen
    stand standen liegt liegen lag lagen sagt sagte sagten erklärt erklärte teilte
    meint meinte betonte kündigte gilt gelten galt macht machte machen zeigt zeigte
    zeigen sieht sah sehen nahm nimmt verlor verliert gewann gewinnt stieg steigt
    fiel fällt plant plante rechnet rechnete erwartet erwarten erwartete arbeitet
    arbeiten führt führte bietet bieten bot
    """.split()
)

# Proper names with a mark that ends no sentence: "Yahoo! Mail", "Jeopardy! läuft".
EXCLAIMED_NAMES = frozenset(
    ["yahoo", "jeopardy", "joomla", "kahoot", "wham", "mamma mia"]
)

# Behind a stop without a blank these are parts of an address or a file name.
NAME_ENDINGS = frozenset(
    """
    com de org net info eu at ch io ai tv me biz gov edu uk fr it app dev shop
    online js py md txt pdf doc docx xls xlsx ppt pptx html htm xml json csv tsv zip
    exe jpg jpeg png gif svg webp mp3 mp4 php asp aspx java cpp net core
    """.split()
)
