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
"""


@pytest.mark.parametrize("text", KEPT.splitlines())
def test_a_sentence_that_a_reader_may_want_is_kept(text: str) -> None:
    assert find_rule(text) is None


@pytest.mark.parametrize("text", DROPPED.splitlines())
def test_what_only_a_page_asks_for_is_dropped(text: str) -> None:
    assert find_rule(text) is not None
