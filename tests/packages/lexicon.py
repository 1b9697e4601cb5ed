"""The words of the template grammar: technology news in German and English.

Data only; `tests.packages.grammar` inflects them and makes sentences of them. Each
table has one entry a line; `_` stands for a blank inside a field and `-` for none.
"""

# An entry is one line, however long its words.
# ruff: noqa: E501
from __future__ import annotations

NOUNS = """
m Chip Chips Chips chip chips
m Halbleiter Halbleiters Halbleiter semiconductor semiconductors
m Grafikprozessor Grafikprozessors Grafikprozessoren graphics_processor graphics_processors
m Server Servers Server server servers
m Roboter Roboters Roboter robot robots
m Sensor Sensors Sensoren sensor sensors
m Algorithmus Algorithmus Algorithmen algorithm algorithms
m Quantencomputer Quantencomputers Quantencomputer quantum_computer quantum_computers
m Speicher Speichers - memory -
m Cloud-Dienst Cloud-Dienstes Cloud-Dienste cloud_service cloud_services
m Bildschirm Bildschirms Bildschirme screen screens
m Vertrag Vertrags Verträge contract contracts
m Markt Marktes Märkte market markets
m Chatbot Chatbots Chatbots chatbot chatbots
m Computer Computers Computer computer computers
m Bericht Berichts Berichte report reports
m Plan Plans Pläne plan plans
w Satellit Satelliten Satelliten satellite satellites
f Rechenleistung Rechenleistung - computing_power -
f Intelligenz Intelligenz - intelligence -
f KI KI - AI -
f Software Software - software -
f Anwendung Anwendung Anwendungen application applications
f Suchmaschine Suchmaschine Suchmaschinen search_engine search_engines
f Plattform Plattform Plattformen platform platforms
f Lieferkette Lieferkette Lieferketten supply_chain supply_chains
f Fabrik Fabrik Fabriken factory factories
f Technologie Technologie Technologien technology technologies
f Batterie Batterie Batterien battery batteries
f Kamera Kamera Kameras camera cameras
f Forschung Forschung - research -
f Investition Investition Investitionen investment investments
f Exportbeschränkung Exportbeschränkung Exportbeschränkungen export_restriction export_restrictions
f Sicherheitslücke Sicherheitslücke Sicherheitslücken vulnerability vulnerabilities
f Suche Suche Suchen search searches
f Maschine Maschine Maschinen machine machines
f Produktion Produktion - production -
n Sprachmodell Sprachmodells Sprachmodelle language_model language_models
n Modell Modells Modelle model models
n Rechenzentrum Rechenzentrums Rechenzentren data_center data_centers
n Smartphone Smartphones Smartphones smartphone smartphones
n Internet Internets - internet -
n Netzwerk Netzwerks Netzwerke network networks
n Patent Patents Patente patent patents
n Betriebssystem Betriebssystems Betriebssysteme operating_system operating_systems
n Elektroauto Elektroautos Elektroautos electric_car electric_cars
n Gerät Geräts Geräte device devices
n Produkt Produkts Produkte product products
n Werkzeug Werkzeugs Werkzeuge tool tools
n Passwort Passworts Passwörter password passwords
n Video Videos Videos video videos
n Projekt Projekts Projekte project projects
f Technik Technik - technology -
p - - Daten data -
p - - Trainingsdaten training_data -
"""
"""Gender (`w`: masculine with weak endings, `p`: plural only), then the nominative
and genitive singular and the plural, then English singular and plural."""

AGENTS = """
n Unternehmen Unternehmens Unternehmen company companies
m Hersteller Herstellers Hersteller manufacturer manufacturers
m Entwickler Entwicklers Entwickler developer developers
m Forscher Forschers Forscher researcher researchers
m Konzern Konzerns Konzerne corporation corporations
m Ingenieur Ingenieurs Ingenieure engineer engineers
m Anbieter Anbieters Anbieter provider providers
m Nutzer Nutzers Nutzer user users
w Kunde Kunden Kunden customer customers
f Firma Firma Firmen company companies
f Behörde Behörde Behörden authority authorities
f Regierung Regierung Regierungen government governments
f Universität Universität Universitäten university universities
n Start-up Start-ups Start-ups startup startups
"""

ADJECTIVES = """
neu new
groß large
klein small
leistungsfähig powerful
chinesisch Chinese
europäisch European
amerikanisch American
deutsch German
japanisch Japanese
schnell fast
billig cheap
modern modern
sicher secure
offen open
generativ generative
künstlich artificial
digital digital
wichtig important
fortschrittlich advanced
autonom autonomous
komplex complex
erfolgreich successful
energieeffizient energy-efficient
mobil mobile
multimodal multimodal
alt old
"""

VERBS = """
entwickeln entwickelt entwickelte entwickelt - develop develops developed developed
bauen baut baute gebaut - build builds built built
kaufen kauft kaufte gekauft - buy buys bought bought
verkaufen verkauft verkaufte verkauft - sell sells sold sold
vorstellen stellt stellte vorgestellt vor unveil unveils unveiled unveiled
veröffentlichen veröffentlicht veröffentlichte veröffentlicht - release releases released released
testen testet testete getestet - test tests tested tested
nutzen nutzt nutzte genutzt - use uses used used
liefern liefert lieferte geliefert - supply supplies supplied supplied
herstellen stellt stellte hergestellt her manufacture manufactures manufactured manufactured
ankündigen kündigt kündigte angekündigt an announce announces announced announced
anbieten bietet bot angeboten an offer offers offered offered
einführen führt führte eingeführt ein introduce introduces introduced introduced
verbessern verbessert verbesserte verbessert - improve improves improved improved
trainieren trainiert trainierte trainiert - train trains trained trained
fördern fördert förderte gefördert - promote promotes promoted promoted
kontrollieren kontrolliert kontrollierte kontrolliert - control controls controlled controlled
blockieren blockiert blockierte blockiert - block blocks blocked blocked
ersetzen ersetzt ersetzte ersetzt - replace replaces replaced replaced
finanzieren finanziert finanzierte finanziert - finance finances financed financed
exportieren exportiert exportierte exportiert - export exports exported exported
prüfen prüft prüfte geprüft - examine examines examined examined
verbieten verbietet verbot verboten - ban bans banned banned
unterstützen unterstützt unterstützte unterstützt - support supports supported supported
betreiben betreibt betrieb betrieben - operate operates operated operated
planen plant plante geplant - plan plans planned planned
schützen schützt schützte geschützt - protect protects protected protected
sehen sieht sah gesehen - see sees saw seen
verstehen versteht verstand verstanden - understand understands understood understood
brauchen braucht brauchte gebraucht - need needs needed needed
vergleichen vergleicht verglich verglichen - compare compares compared compared
"""
"""Infinitive, third person present and past, participle, separable particle; then the
same in English: base, third person, past, participle."""

MOVES = """
stieg rose
sank fell
wuchs grew
"""

GROWTH = """
wächst growing
steigt rising
sinkt falling
"""

RISES = """
gestiegen risen
gesunken fallen
gewachsen grown
"""

FIGURES = """
Kosten costs
Preise prices
Umsätze sales
Ausgaben expenses
"""

ADVERBS = """
schnell quickly
langsam slowly
stark strongly
"""

COMPARATIVES = """
schneller faster
teurer more_expensive
besser better
kleiner smaller
billiger cheaper
sicherer safer
größer larger
älter older
"""

PLACES = """
China China
Deutschland Germany
Frankreich France
Japan Japan
Indien India
Südkorea South_Korea
Taiwan Taiwan
Europa Europe
Kalifornien California
Österreich Austria
Peking Beijing
München Munich
Berlin Berlin
Köln Cologne
Wien Vienna
Hangzhou Hangzhou
Shanghai Shanghai
Dresden Dresden
"""

ROLES = """
Gründer Gründerin founder
Direktor Direktorin director
Analyst Analystin analyst
Sprecher Sprecherin representative
Chef Chefin head
Vizepräsident Vizepräsidentin vice_president
"""
"""Of a man, of a woman, and in English."""

MONTHS = """
Januar January
Februar February
März March
April April
Mai May
Juni June
Juli July
August August
September September
Oktober October
November November
Dezember December
"""

CURRENCIES = """
Euro euros
Dollar dollars
Yuan yuan
"""

MODALS = """
will wants_to
kann can
muss must
soll should
wird will
"""

FIRMS = (
    "Nvidia OpenAI Google Huawei Baidu Tencent Alibaba Microsoft Intel AMD TSMC Samsung"
    " ASML SAP Siemens Infineon Bosch Apple Meta Amazon IBM Xiaomi ByteDance SenseTime"
    " iFlyTek Hikvision Sony Sugon SCMP TikTok Škoda"
).split()
PRODUCTS = (
    "Sora ChatGPT Gemini Llama Claude Copilot Ernie Ascend Boximator Siri".split()
)
MEN = "Peter Thomas Jan Paul Wei Li Xu Lu Zhou Wang Hou Cao Łukasz André".split()
WOMEN = "Anna Lena Julia Maria Sabine Emma Yuki Zoë Mei Ayşe".split()
LAST_NAMES = (
    "Müller Schmidt Weber Fischer Hoffmann Becker Wolf Groß Jäger Hongyi Shuyi Yanxia"
    " Liang Keli Zhennan Harrowell Smith Miller Nguyễn Kowalski Çelik"
).split()
ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr qu r s st t tr v w x y z".split()
VOWELS = "a a e e i o o u ie ä ö ü".split()
CODAS = "l n r s x t m k nd ng".split()
"""Invented names are made of these, so that a name is copied, not known."""


def rows(table: str) -> list[list[str]]:
    """Return the entries of a table as lists of fields.

    >>> rows("Südkorea South_Korea")
    [['Südkorea', 'South Korea']]
    """
    return [
        [field.replace("_", " ") for field in line.split()]
        for line in table.strip().splitlines()
    ]
