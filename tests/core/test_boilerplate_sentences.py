"""Sentences that begin as a page's buttons do, and buttons that look like sentences.

Written before the rules were: what a reader may want is never dropped, what only a
page can ask for is.
"""

from __future__ import annotations

import pytest

from reader.core.boilerplate import find_rule

KEPT = """\
Bitte bestätigen Sie mir den Eingang dieser Kündigung schriftlich.
Lesen Sie jetzt die Temperatur am Display ab und notieren Sie den Wert.
Bitte aktivieren Sie vor der Montage die Kindersicherung am Gerät.
Quelle: Laut dem Statistischen Bundesamt stieg die Zahl der Betriebe um drei Prozent.
Foto: Das Bild zeigt nach Ansicht der Ermittler den Täter.
Lesen Sie mehr Bücher, rät die Psychologin.
Bitte geben Sie den Teig in eine gefettete Form.
Bitte geben Sie das Paket beim Nachbarn im zweiten Stock ab.
Bitte füllen Sie den Tank nur bis zur Markierung.
Bitte melden Sie sich nach der Ankunft an der Rezeption.
Bitte akzeptieren Sie meine Entschuldigung.
Kommentieren Sie das Gedicht in drei Sätzen.
Hinterlassen Sie eine Nachricht nach dem Signalton.
Diskutieren Sie mit Ihrem Nachbarn über die Lösung.
Ihre Meinung zum Klimawandel hat die Ministerin nie geändert.
Was ist Ihre Meinung zum neuen Gesetz, Frau Vogt?
Benachrichtige mich, sobald der Zug da ist!
Bewerten Sie die Aussage des Autors.
Lesen Sie den Text und beantworten Sie die Fragen.
Lies mehr Bücher!
Jetzt will er das alte Haus am Hafen sichern.
Hier kann man sich für den Kurs anmelden, sagt die Lehrerin.
Hier bestellen die Gäste ihr Essen selbst.
Jetzt anmelden: Der Kurs der Volkshochschule beginnt am Montag.
Anzeige: Das Thermometer zeigt nur noch drei Grad.
Melden Sie Schäden am Kanal sofort dem Wasseramt.
Folgen Sie uns bitte in den Keller, sagte der Wirt.
Sie haben bereits ein Konto bei der Sparkasse eröffnet.
Bereits registriert sind 400 Freiwillige.
Dieser Artikel ist Teil der Verfassung von 1949.
Unterstützen Sie uns bei der Ernte!
Ich bin einverstanden, dass wir das Haus verkaufen.
Um das Element zu bestimmen, zählte man seine Protonen.
Dieser Inhalt wird beim Umzug oft vergessen.
Ihr Browser ist das Fenster zur Welt, sagt der Dozent.
Der Nachdruck des Romans wurde 1933 verboten.
Nachdruck des Romans wurde 1933 in Leipzig verboten.
Hilfe!
Weiter!
Der Verein bekommt im Herbst ein neues Logo.
Öffnen Sie die Datei bericht.pdf.
Siehe auch Kapitel 3 und den Anhang.
Empfehlung: Trinken Sie mindestens zwei Liter Wasser am Tag.
Nächster Halt: Kiel Hauptbahnhof
Mehr Ruhe finden Sie nur im Wald.
Mehr aus Angst als aus Mut.
Das könnte dich interessieren, sagte er leise.
Hier geht es zur Sache.
Hier klicken die Kameras, dort warten die Fans.
Foto von ihm gibt es keines.
(Nach einer Weile kam sie zurück.)
Mit Informationen von gestern kommt heute niemand weit.
Dieser Text erschien 1848 in London und machte ihn berühmt.
Lesezeit ist Lebenszeit, sagt die Bibliothekarin.
52 Stimmen reichten nicht.
Bewertung 2024 fällt besser aus
Vorlesen – eine alte Kunst stirbt aus
Thema: Wir sprechen heute über den Hafen und seine Zukunft.
Weitere Themen: Der Rat spricht auch über die neue Brücke.
0561 1234567
| Modell | Preis |
| Brücke | Hafen | Kran |
Werbung: Der Konzern gab im letzten Jahr zwei Milliarden Euro aus.
Bitte füllen Sie das Formular aus und senden Sie es an das Amt.
Bitte aktivieren Sie Ihre Karte vor der ersten Zahlung.
Bitte bestätigen Sie den Termin bis Freitag.
Bitte bestätigen Sie Ihre Anmeldung zum Elternabend bis Freitag.
Bitte geben Sie Ihren Namen und Ihre Kundennummer an.
Bitte geben Sie Ihre Adresse ein, bevor Sie das Gerät starten.
Bitte melden Sie sich bei Frau Vogt an.
Lesen Sie weiter, bis Sie müde werden.
Lesen Sie hier, was auf dem Etikett steht.
Lesen Sie auch das Kleingedruckte!
Lesen Sie dazu den Text auf Seite 12.
Lesen Sie den Beitrag und fassen Sie ihn zusammen.
Teilen Sie den Teig in acht Stücke.
Bewerten Sie das Ergebnis auf einer Skala von eins bis zehn.
Empfehlen Sie das Restaurant Ihren Freunden?
Drucken Sie den Text und legen Sie ihn der Bewerbung bei.
Video: Der Film zeigt, wie der Kran am Dienstag umfiel.
Bild: Das Gemälde hängt heute im Museum von Altena.
Karte: Die roten Punkte zeigen die neuen Ladesäulen.
Quelle: Die Ministerin sagte das in einem Gespräch.
Im Video: Die Kanzlerin spricht über den neuen Haushalt.
Zum Thema: Morgen berät der Rat über die neue Schule.
Hier testen Forscher neue Motoren für Schiffe.
Hier bestellen und dort abholen, so einfach ist das nicht.
Jetzt bestellen die Kunden wieder mehr Holz.
Jetzt wollen die Bauern ihre Ernte sichern
Gleich zwei Hunde musste sie anmelden
Einfach abonnieren kann das keiner.
Kommentar: Die Stadt braucht endlich einen Plan.
Diskutieren sie mit, sind beide laut.
Folge uns, flüsterte der Zwerg.
Folge uns auf Schritt und Tritt, sagte der Vater.
Fehler gefunden? Dann ziehen Sie den Stecker.
Um den Inhalt zu prüfen, öffnen Sie den Deckel.
Nur für Abonnenten gilt der alte Preis.
Nachrichten aus der Heimat erreichten ihn selten.
Weitere Informationen gab die Polizei nicht bekannt.
Mehr Informationen finden Sie auf Seite 14.
Mehr Tipps finden Sie in Kapitel 3.
Siehe dazu Seite 5.
Zurück blieb nur ein Hut.
Kontakt: Rufen Sie uns bitte unter 0561 123456 an.
Pressekontakt: Die Sprecherin war gestern nicht zu erreichen.
Suche nach Vermissten dauert an
Suche Wohnung in Kiel, zwei Zimmer
Vor 3 Tagen verschwand ein Hund.
Vor 20 Jahren
Antworten Sie bitte bis zum 3. Mai.
Name: Hans Meier
Betreff: Kündigung meines Vertrags
Video von Unfall aufgetaucht
Foto von Hund gesucht
Copyright: Wer ein Bild nutzt, muss den Fotografen fragen.
Grafik: So stark stiegen die Mieten in den letzten Jahren.
Veröffentlicht in: Der Roman kam erst nach seinem Tod heraus.
Kategorie: Das Hotel gehört zu den besten der Stadt.
Imago ist das lateinische Wort für Bild.
AP fällt im Studium an
(aus dem Englischen von Hanna Vogt)
(Von draußen Lärm)
3 von 5 Kindern können schwimmen.
3/4 der Befragten stimmten zu.
10 Stimmen (20 Prozent)
Bis 18 Uhr geöffnet
Download der Daten dauert zu lange
Feedback hilft beim Lernen.
Diese Seite verwendet Papier aus alten Wäldern.
Wir setzen auf Kekse, nicht auf Kuchen.
Dieser Beitrag erschien mir zu hoch.
Dieser Text wurde mit Hilfe eines Lexikons übersetzt.
Anzeige wegen Betrugs: Die Polizei sucht jetzt nach Zeugen.
Anzeige – das Wort fürchtete er seit Jahren.
Related to nothing
Das Symbolfoto einer Zeit
Screenshot: Auf dem Bild ist die Fehlermeldung zu sehen.
Themenabend im Rathaus
Ressort: Der Minister behält die Finanzen.
Ich bin damit einverstanden, dass meine Tochter mitfährt.
Melden Sie sich bei uns im Kanal, sagte der Taucher.
Abonnieren Sie nie einen Podcast im Zorn, riet sie.
Laden Sie die App des Herstellers auf Ihr Telefon.
Laden Sie unsere Nachbarn ein!
Hinterlasse eine Antwort auf dem Zettel!
Schreiben Sie einen Kommentar zu dem Gedicht.
"""

DROPPED = """\
Bitte bestätigen Sie, dass Sie kein Roboter sind.
Bitte bestätigen Sie Ihre E-Mail-Adresse.
Bitte aktivieren Sie JavaScript in Ihrem Browser.
Bitte akzeptieren Sie Marketing-Cookies, um das Video zu sehen.
Bitte füllen Sie alle Pflichtfelder aus.
Bitte melden Sie sich an, um zu kommentieren.
Bitte geben Sie ein Passwort ein.
Lesen Sie auch: Warum die Fähre stillsteht
Lesen Sie jetzt: Der Kran, der nicht fiel
Lesen Sie hier weiter
Lesen Sie mehr zum Thema in unserem Dossier
Lies auch: Fünf Fragen zum Hafen
Kommentieren Sie diesen Artikel!
Diskutieren Sie mit!
Hinterlasse einen Kommentar
Jetzt kostenlos anmelden!
Jetzt Newsletter abonnieren und nichts mehr verpassen!
Jetzt 30 Tage gratis testen
Folgen Sie uns auf Facebook!
Unterstützen Sie uns mit einer Spende
Sie haben bereits ein Konto?
Dieser Artikel ist nur für Abonnenten.
Diese Seite verwendet Cookies.
Um dieses Video anzusehen, akzeptieren Sie bitte Cookies.
Dieser Inhalt kann nicht angezeigt werden, weil Cookies fehlen.
Ihr Browser unterstützt dieses Video nicht.
Foto: Hanna Vogt / picture alliance
Quelle: Statistisches Bundesamt, eigene Berechnungen.
Anzeige: Günstige Flüge nach Oslo
Hier geht es zum Newsletter
Mehr Nachrichten finden Sie unter blatt.example
Das könnte Sie auch interessieren:
Nächster Artikel: Der Kran steht wieder
Foto von Hanna Vogt auf Unsplash
(Quelle: dpa)
Vorlesen • 4 Minuten
Siehe auch: Drei Häfen im Streit
Startseite | Politik | Kiel
Lesen Sie auch » Warum der Kran fiel
Lesen Sie hier mehr
Lesen Sie hier: Wer zahlt die Brücke?
Lesen Sie dazu auch: Streit um den Hafen
Lesen Sie dazu auch unseren Kommentar
Lesen Sie mehr auf blatt.example
Lesen Sie mehr über: Hafen
Lesen Sie auch den Kommentar: Der Hafen braucht Geld
Jetzt weiterlesen
Hier anmelden
Hier zum Newsletter anmelden
Melden Sie sich für unseren Newsletter an
Abonnieren Sie unseren kostenlosen Newsletter!
Folgen Sie uns auch auf Instagram und Facebook!
Folge uns auf TikTok
Bitte aktivieren Sie Cookies in Ihrem Browser.
Bitte loggen Sie sich ein, um zu kommentieren.
Bitte melden Sie sich an.
Bitte geben Sie Ihre E-Mail-Adresse ein.
Bitte geben Sie eine gültige E-Mail-Adresse ein.
Ihre E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
Wir setzen auf dieser Website Cookies ein.
Wir verwenden Cookies und ähnliche Technologien.
An dieser Stelle finden Sie Inhalte von YouTube.
An dieser Stelle befindet sich ein externer Inhalt von X, der den Artikel ergänzt.
Dieser Inhalt stammt von einem externen Anbieter.
Artikel anhören
Artikel anhören: 5 Minuten
Lesedauer ca. 5 Minuten
Foto: dpa/Hanna Vogt
Fotos: Hanna Vogt, Ole Ahrens und privat
Bild: Imago/Petersen
Foto: picture alliance / dpa | Hanna Vogt
Quelle: dpa, AFP
Quelle: https://blatt.example
Getty Images
imago images / Petersen
(Quelle: Statistisches Bundesamt)
mit Material der dpa
Mit Informationen von dpa und Reuters
Schreiben Sie uns einen Kommentar
Diskutieren Sie mit uns in den Kommentaren
War dieser Artikel hilfreich?
Unterstützen Sie unsere Arbeit
Dieser Artikel ist nur für Abonnenten zugänglich.
Dieser Artikel ist Teil unserer Serie
Dieser Artikel erschien zuerst auf blatt.example
Zuerst erschienen bei blatt.example
Hier geht's zum Video
Mehr aus dem Ressort
Mehr Artikel aus Politik
Alle Rechte vorbehalten
Nach oben
3 Min. Lesezeit
Das könnte Ihnen auch gefallen
Mitglied werden!
Gefällt mir
"""


@pytest.mark.parametrize("text", KEPT.splitlines())
def test_a_sentence_that_a_reader_may_want_is_kept(text: str) -> None:
    assert find_rule(text) is None


@pytest.mark.parametrize("text", DROPPED.splitlines())
def test_what_only_a_page_asks_for_is_dropped(text: str) -> None:
    assert find_rule(text) is not None
