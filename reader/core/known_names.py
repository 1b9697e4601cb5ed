"""Names that German and English share, found in news.

Data only, written by `reader.training.names`; what they are for is
`reader.core.names`'s to say.
"""

KNOWN_NAMES = """\
ABC ACE ACLU ACS ADB ADFC AFP AIDS AIG AKP ARD ASC ASV AUA Aachen Aaron Abascal Abbas
Abbott Abdel Abdi Abdullah Aberdeen Abrahams Abu Abuja Academy Acciona Acción Achenbach
Achim Ackermann Acosta Act Adam Adblock Adelaide Adi Adolf Adonis Adrian Aero AfD
Affleck Affordable Afghanistan Africa Agency Aguirre Ahlen Ahmet Aigner Ailinn Airbus
Aires Airways Aiwanger Ajax Akitas Akpobari Aktuálně Alaba Alain Alan Alapítvány Alaska
Alb Albachten Albersloh Alberta Alberto Albrecht Alcoa Aldi Alejandro Alemanno Alemán
Alex Alexander Alexandra Alexandria Alexis Alfonso Alfredo Alhay Ali Alice Alistair
Allan Allbright Allegri Allen Alliance Alliot Alois Alonso Altenrheine Altepost Alto
Alts Alvin Aly Amanda Amazon America American Amharas Amirthalinga Amite Amnesty
Amsterdam Amy Ancelotti Anders Andersen Anderson Andrade Andre Andrea Andrew Android
André Andy Anec Angela Angeles Angelika Angelina Angelique Angola Angus Anhalt Aniston
Anja Ankara Anlong Anmil Anna Anne Annette Annika Ansbach Antena Anthony Anto Antonio
Apollo Apple April Aqmi Arch Archibald Arenberg Argo Arizona Arkansas Arlington Army
Arnold Arolsen Arroyo Arthur Artur Arturo Asendorf Assad Assange Asset Associated
Association Aston Astra Astro Athen Atlanta Atlasz Aubagne Auchan Audatex Audi Augsburg
August Austin Australia Authority Avalanche Avalon Aveiro Avenue Average Aviation Aviv
Awards Axel Aygün Azendorf BASF BBC BMA BMI BMW BMX BSN BSV BVB Babbel Bacio Baden Bader
Bahr Baiersbronn Bailey Bain Baker Bali Balkan Balmes Bam Bamberg Bamford Ban Banco
Bandar Bangkok Banier Banksy Barack Baranez Baratz Barbara Barcelona Barclays Barisic
Barnett Barrick Barry Bartlett Bartoli Baruch Barça Baskets Batlló Bay Bayer Bayreuth
Bayrou Bayón Beatrice Beaudoin Beaulieu Beck Becker Beckham Beckstein Becky Behring
Beijing Bel Bell Bella Bellamy Ben Benjamin Benn Bentley Benz Berdych Berkeley Berkshire
Berlin Berlusconi Bern Bernard Bernd Bernhard Besiktas Beslan Bettencourt Beust Bias
Biden Bieber Bieletzki Biles Bill Bingham Biology Birkenhof Birmingham Bitburg Bitcoin
Biztos Björn Black Blackburn Blackstone Blair Blake Blanc Bloom Bloomberg Bode Boeing
Boer Boisheimer Bojorquez Boko Bologna Bolsonaro Bolton Bombardier Bombay Bond Bonesaw
Bonn Bono Bopara Bordeaux Bordini Borealopelta Boris Borisov Borsody Borussia Boston
Bousquet Bouygues Bovender Bowen Bowl Boxster Brad Bradford Bradley Bradshaw Brady
Brandon Bratislava Bratmann Brauburger Braunschweig Bravo Bray Breit Breivik Bremen
Brender Brent Bretschneider Brett Brexit Brian Bridge Brighton Brigitte Brillo Brisbane
Bristol Britain British Brno Broadway Broncos Bronner Brooklyn Brooks Bros Brother Brown
Browne Bruce Bruins Brunetta Bruno BskyB Bublé Budapest Budweis Buenos Buffett Bull
Burda Bureau Burke Burkina Bush Bussereau Bwelle Byron Byty Böröcz Büring Büttner
Březina CAC CASA CBC CBGB CBS CDU CDs CEO CEZ CGT CHOI CIA CMT CNBC CNN COP CSKA CSSD
CSU CSeries CTI CTMO CTV CZK Cadereyta Caesarea Cain Calais Calderon Calderón Caldiero
Cali California Calvià Camacho Cambridge Cameron Campbell Canada Canberra Cancer Cancian
Cancun Cannes Canning Cano Capewell Cardiff Caribbean Caringbah Carl Carla Carlo Carmen
Carmichael Carola Carole Carolina Carpenter Carson Carter Casa Casino Cassidy Castillo
Castorf Castro Cathay Cauca Cavani Cayetana Cech Cecilia Cedars Celsius Celtic Centcom
Centers Central Centre Cervantes Chaem Chalasani Chalupa Change Channel Charest Charette
Charles Charlie Charlotte Chase Chatel Chea Chegg Chemical Chemnitz Chen Chengguan
Cherie Chester Chevrolet Chevron Chicago Children Chile China Chinatown Chinese Chios
Chirac Chocolat Chow Chris Christian Christine Christmas Christoph Christopher Church
Chávez CiU Circus Citigroup Ciudad Civil Clarke Classic Claude Claudia Claus Cleveland
Clichy Clinton Clooney Clotilde Coast Coca Coe Coles Colin Collingwood Collins
Collserola Colorado Command Commerzbank Commission Committee Commonwealth Communications
Companion Compton Concordia Connecticut Conrad Consejo Convercent Convergencia Cook
Cooper Corbyn Cordero Cornelia Cornell Cornwall Corp Corporation Correa Corteen Cortés
Costa Coulson Council Court Cowboys Cox Craig Credit Cristina Cruise Cruz Culiacan
Cummings Cup Curtis César DFB DIfE DNA DNES DPP DRV DSL DTP DVD Dabo Daily Daimler Dal
Dalai Daley Dallas Daltrey Damir Damon Dan Daniel Darina Darrell Daut Dave David
Davidson Davies Davis Dawn Dax Day Degenhard Deibler Deila Deka Delajoux Deloitte Delta
Deng Denis Dennis Denver Department Depfa Deschamps Dessau Detective Detroit Dettori
Deuschle Development Devoir Devon Dewey Dhlakama DiCaprio Diaries Diario Dick Diego
Dieter Dietrich Dimbath Dinkel Dinker Discovery Disney Ditib Ditta Dmitry Dobrindt
Dobson Doerksen Doha Domenico Domspatzengymnasium Don Donald Donis Donovan Dooley
Dorothy Dortmund Dostál Douglas Dow Down Downing Dream Dreamliners Drescher Drew
Drillisch Dubai Dublin Duchesneau Duffy Dumont Duncan Dundee Dupont Duranleau Dykta
Dynamo Déjà Días Díaz Düsseldorf EADS EIB EPA ERC EUR Earls East EastEnders Eastmain
Eastwood Eatonville Eberhard Ebola Ecatepec Eckental Ecofin Economics Ecuador Eddie Eden
Edgar Edinburgh Edis Edmund Edward Efsa Egyesület Együtt Ehud Eide Eilidh Eindhoven
Ekrem Elena Eliazar Elizabeth Elke Ellen Ellis Ellison Elon Elysée Emden Emile Emilia
Emilio Emily Emirates Emmanuel Emnid Enarotali Enceladus Endesa Enebro Enforcement
England English Englund Enrique Enron Ensign Erdogan Erdoğan Erfan Eric Erich Ericsson
Erik Errett Ertzaintza Erwin Esitjeni Esme España Esperanza Essex Estefan Eugenie Europe
European Eurostat Eurowings Eva Evangelista Evans Eveking Evening Ewing ExCeL Exchange
Explorer FAA FAČR FBI FCC FDP FES FFP FIFA FPÖ FSB FTN FTSE Fabian Facebook Fame Farmet
Farnocchia Farrah Faso Fastow Fatah Fattah Fatulayeva Faulkner Favre Faymann Fed FedEx
Federal Federico Fees Fein Feldberg Felipe Felix Fellows Felstehausen Fences Fenton
Ferdinand Ferguson Fernando Fernet Fernández Ferrari Ferrell Ferrovial Fethullah Fetisov
Fetsch Fiatal Fidel Field Fietze Fifa Fife Fiji Filip Fillon Finance Financial Fini
Fischerbach Fitz Flake Flanagan Flensburg Flight Florence Florent Florian Florida Flynn
Fodor Folayan FonPeek Foodwatch For Forbes Ford Forensic Forsa Fort Fortis Fortuna
Fossett Foundation Fox France Francis Francisco Franco Francois Frank Franke Frankfurt
Frankie Franklin Franz François Françoise Frattini Frazetta Fred Frederic Freeman
Freenet Freeport Freiburg Frelimo French Frerichs Freudenberg Freudenstadt Frey Frick
Friday Friedhelm Friedrich Fritz Fujimori Fujitsu Fukushima Funkel Furla GBs GDF GMB GMT
GMail GOP GPS GTS Gaal Gabby Gabino Gabriel Gadbois Gaddafi Galicia Gallup Galán Gaochun
Garavani Garci Garcia Garenne Garland Garver Gary Garza Gates Gaudi Gaudí Gaulle
Gaultier Gausse Gautier Gauting Gaza Gazprom Gbagbo Gebrselassie Gechingen Geiger
Geisingen Geismar Generalitat Genevieve Georg George Georgia Gere Gerhard Germain
Gerolstein Gerolsteiner Gerster GfK Gianni Gibbs Gießen Gifford Gildner Gilead Gilles
Gioia Giorgio Girl Gironde Giroux Giscard Giuliani Giuseppe Gladbach Gladbacher Glandorf
Glasgow Glencore Glenn Glint Globo Glossip Glover GmbH Gmund Goddard Goethe Golan
Goldman Gongoll Gonzales Gonzalo González Google Gordon Graciela Graf Graham Grammy Gran
Grande Gray Great Grecko Greene Greenpoint Greenville Greg Gregg Greta Grindel Group
Grödig Grübel Guadalajara Guadalupe Guangdong Guangzhou Guantanamo Guardia Guardian
Guardiola Guatemala Guglielmi Guide Guido Guinea Gulfstream Gutach Guttenberg Guy
Guérini Gymnasiums Gélineau Générale Gómez Göhner Göller Göttingen Götz Götze Gümbel
Gündogan Günter Günther HIV HMX HTA HTC HUF Haas Haaße Hackler Haddad Hagborg Hagen
Hagman Haider Haigerloch Hailey Haiti Haller Halloween Hallyday Halo Ham Hamas Hamburg
Hamilton Hamlets Hammond Hampton Handley Hans Hansford Hansjakob Hanzelka Harabiš Harald
Haram Harburg Harem Harlem Harmadik Harper Harris Harrison Harry Hartmann Harvard Harvey
Hasina Haslachs Hassan Hasso Hatch Hathaway Hattery Hausen Havard Havířov Hayne Hazard
Hašek Health Healy Heather Heathrow Heide Heidelberg Heinrich Heinz Helaba Helder Heldt
Helen Helena Hell Helmbrechts Helmut Hema Henne Henrik Henry Herbert Herman Hermann
Hernandez Hernández Herrera Herrmann Herta Hertha Hervé Hesemann Hester Hewlett Hieve
Higgs Hill Hillary Hiltrup Hiltruper Hindes Hinzenbach Hirsch History Hitler HoT
Hochschwarzwald Hochtief Hoffmann Hofmann Hogan Hogg Holger Holland Hollande Hollywood
Holocaust Holstein Homburg Homo Honda Honduras Hong Hope Horb Horgos Horst Horstmann
Hospital House Housing Houston Hove Howard Hoy Hradec Hua Huawei Hubble Huber Hubert
Huckabee Huffington Hugh Hughes Hugo Humala Hunt Hunter Hunting Hurston Hyundai Häußler
Hånell Héctor Hütter IAA IAAF IAEA IBM ICE IGA IGPN III IMSS IOC ISIS ITV IUCN Ian
Iberdrola Ibex Ibrahimovic Ieng Ignition Igor Ijen Ile Ilkay Iller Illinois Illmensee
Ilona Imamoglu Imbongi Impact Impero Imran Ina Inc Indiana Industrial Infiniti Ing Ingo
Inn Inner Insight Instagram Instituto Intelligence Inter Interfax International Interpol
Iowa Iran Iris Isaac Isar Ischinger Isfahan Islam Islamabad Israel Israelis Istanbul
Italia Ivan Ivanov Ivanovic Iveta Iván JDC JPMorgan Jablonec Jack Jackson Jacques Jaime
Jair Jakarta Jakob Jakub Jalisco Jam James Jamie Jan Jana Jancura Jane Janeiro Janota
Jansen Janson Jančura Japan Jaqueline Jaroslav Jasic Jaures Java Javier Jay Jayapura
Jean Jeavons Jeb Jedlička Jeff Jena Jenner Jennifer Jenny Jens Jeremy Jerome Jerry
Jersey Jesu Jesús Jim Jimmy Jiménez Jindřich Jinping Jiri Jiří Joachim Joan Joanne Jobb
Jochner Joe Johann Johanna Johannesburg John Johnny Johnson Johnston Jokowi Jol Jolie
Jon Jonathan Jones Jong Jonás Jordan Jordi Jorge Jos Josep Joseph Joshua José Jouzel
Joyce Juan Judd Jude Julian Julie Juppé Jurinová Just Justice Justin Juve Juventus
Juárez Jácome Jágr János Járóka Jörg Jövőért Jürgen KGB KMT KPMG Kabul Kaepernick Kahrs
Kai Kaiseringen Kakavand Kala Kallen Kallstadt Kaltenhof Kammerer Kansas Kanye Kaplowitz
Karadzic Karapetian Kardashian Karel Karl Karlheinz Karlsruhe Karolina Karratha Kate
Katharina Katie Katy Kaucký Kavanaugh Kawah Kea Keck Keith Kelly Kempinski Kemrová Ken
Kendall Kennedy Kenneth Kenny Kent Kepler Kerr Kerry Kerstin Kerviel Kevern Kevin Kft
Khadr Khan Khmer Kibar Kickers Kid Kiel Kim Kimmich Kinect King Kingfisher Kipp Kirchner
Kirchstraße Kirill Kiros Kissingen Klaus Kleczynski Kleve Klitschko Klopp Klumpp Knowles
Kohl Kokert Kokkinakis Kollbach Kong Konrad Konstantin Kopper Kovac Kovalev Krause
Krautrock Krav Kreimer Krever Kriegler Krischanitz Kristen Kristina Krugman Kubatov Kuhn
Kulmbach Kunduz Kurt Kyoto Kyrgios Köhler Kühne Künstlerhaus LAX LCD LED LaBelle Labem
Labour Labrador Lados Lama Lamb Lancashire Landesbank Landesbanken Landsham Langer Lanka
Lanzmann Large Larrazábal Larry Lars Larsen Las Laschet Latakia Lathem Laura Laurent
Laurie Laury Lauterbach Law Lawn Lawrence Lawson Lazarus Lazdunski Lea League Leary Lee
Leeds Leer Lehman Lehmann Leighton Leipzig Leitner Lemke Lengerich Lennartz Lenz Leo
Leonardo Leone Lerik Lesotho Leverkusen Lewandowski Lewis Leyen León Liberty Library
Libération Lichtenberg Lickhiker Lieberman Liederkranz Ligue Liliane Lille Lim Lima Lin
Lincoln Linda Linde Lindenberg Lindsay Lindsey Linz Lionel Lisa Liverpool Lives
Livingston Llambi Llosa Loaf Locklear Lohan Lomachenko London Long Lopez Lopp Lorax
Lorch Lord Los Louis Louise Louisiana Love Loy Ltd Luboš Luca Lucia Luciano Ludwig
Ludwigsburg Lufthansa Luhansk Luigi Luis Luisa Luise Lukas Luke Lukáš Lutfur Luther
Lutis Lyman Lyon Lyth Lérida López MGM MGV MILENIO MRSA MUFG MVRDV Maas Maaßen Mac
MacDonald Machina Mackay Macron Madison Madonna Madrid Mae Mafaalani Maga Magaluf
Mahmoud Maier Main Maine Mainz Maire Maizière Majid Maksimovic Malcom Mali Maliki Malley
Mallorca Malmon Malmström Malmö Malta Malwarebytes Manbij Manchester Mandela Mandzukic
Manfred Mang Manhattan Manila Mannheim Manning Mansura Maradona Marbaugh Marc Marcel
Marco Marcus Marek Margaret Margarita Margrethe Mariana Marie Marienbader Marienhof
Marina Marino Mario Marius Markit Marko Markoski Markus Mars Marseille Marshall Marta
Martel Martin Martina Martinez Martín Martínez Marvel Marvin Marxgrün Mary Maryland
María Mas Massachusetts Matic Matt Matter Matthew Matthias Mauna Max Maxim May Mazanga
Mazatlán Mazda Mazzilli McCain McCarthy McCartney McConnell McDermott McDonald McDonnell
McEwan McGill McLaren McVitie Meat Mecklenburg Medau Meder Medical Medicine Meditec
Medvedev Mee Meg Meghan Meier Melbourne Meles Melina Melvin Men Mendes Mer Mercandelli
Mercedes Merck Merkel Messi Messina Mesut Metcash Meteor Metropolitan Metzner Mexicana
Mexicano Meyer Miami Michael Michel Michele Michelle Michigan Michoacan Michoacán
Michèle Microsoft Midgard Midlands Miguel Mike Mikey Mikl Mikulka Milan Miliband Miller
Mincy Ministerio Minnesota Minsk Miranda Mirek Miriam Miroslav Mirzayeva Miss
Mississippi Missouri Mitchell Mitt Mittelehrenbach Mizrachi Mladic MoDem Mobil Mobile
Moderna Modo Moelfre Moelis Mogherini Mohamed Mohammad Mok Moleskine Monica Monk Monkeys
Monroe Montalvo Montenegro Montero Monterrey Montgomery Monti Montreal Moody Moore Mora
Morales Mordillo Morelia Moreno Morgan Morin Morris Morrison Moss Mount Mountains
Mourinho Mrs Mubarak Mudhoney Mueller Mugabe Muhammad Munz Murcia Murphy Murray Museet
Musharraf Musikverein Musk Mustafina Mutko México Mölln Mönchengladbach Mülheim Müller
Münsterblickstraße Münsterland NAACP NAEP NASA NATO NBC NCAA NCUA NEW NFL NGO NHL NICE
NKÚ NPD NRW NSA NSW NYPD Nacional Nafta Nag Nagold Nancy Nanterre Napolitano Nasdaq
NatWest Nathalie Natural Natus Nava Navarro Nebraska Necas Neckar Neil Neitzel Nelson
Nepal Nesbitt Netanyahu Netflix Nette Neudorf Neuer Neugebauer Neumann Neustadt Nevada
New Newark Newman Newmarket Newport Neymar Nicaragua Nick Nicolas Nicole Nicolás
Niederrad Nielsen Niemerg Niersbach Nieto Niger Nigeria Night Nike Niklas Nikola
Nikolaus Nils Nima Nine Ninja Nintendo Nissan Nixon Nobel Noguera Noir Noizat Nokia
Norbert Norman Normandeau Noroeste Nortel North Northern Northwestern Norwegian NotW
Nottingham Nottuln Nouveau November Noël Nuaria Nueva Nuevo Nymburk ODS OECD ONLINE OPCW
ORC Obama Obeid Occupy Office Ogoniland Ohio Oklahoma Oktay Oktoberfest Olavarrieta Olga
Oliver Olivier Ollanta Olli Olmert Olomouc Olvera Olympiacos Olympiakos Omar Ondřej
Ontario Opel OpenOffice Oppermann Opschlag Oregon Orlando Orleans Oromos Orozco Ortega
Oréal Osama Oscar Oslo Osnabrücker Ospel Osservatorio Ostbevern Ostojic Otmar Ottawa
Otto Ouattara Oumuamua Oval Oxford PAN PCs PHE PKK PMI PPC PRD PRI PSA PSC PSG PSOE PSV
PTA PTV Pablo Pacific Packard Paclík Pai Pakistan Palais Palazuelos Palermo Palin Palma
Palmer Palo Palu Panama Panetta Paniai Papua Paradiso Paraguay Parallèle Parazynski
Pardubice Paris Parti Pascal Passau Patek Paternina Patria Patricia Patrick Patrón
Pattloch Paul Paulo Paulson Pavel Pavelic Pawlby Pearl Pedro Peek Peer Peier Peißenberg
Pejšek Pelikán Pelosi Pelta Pen Pena Pendolino Penguin Penning Pennsylvania Pentagon
Penélope People Perez Peroni Perry Perth Peru Pete Peter Petersburg Petershausen
Peterson Petr Petra Peugeot Peña Phil Philadelphia Philip Philipp Philippe Phillip
Phoenix Phuket Picciuto Pidgley Piegza Pienaar Pier Pierre Piffl Pilin Pilsen Pilsner
Pink Piromalli Pisa Place Plachý Planck Platini Plattner Plauen Plaza Plekanec Plibersek
Plouffe Pluto Plymouth Pokorný Pokémon Pol Polanski Polaroid Polívka Pommeranz Pompeo
Pont Poor Poppins Popular Porsche Portillo Portland Portugal Posch Pot PrEP Predilection
Prentiss Press Pressig Prevention Price Primark Prince Princeton Probst Proctor Prof
Project Provence Pruitt Právo Puerto Puigcercós Puma Putin Pytloun Pérez Pötzl Público
Pühringer Qadri Qantas Quaid Quantico Quebec Queen Queensland Quinlan Quito Québec
Québécois RATP RBS RER RPG RTL RUSADA Rabinowitz Rachel Racing Rackete Radim Rafael
Rafferty Rahman Rahner Raiffeisenbank Rainer Raisman Rajchl Ralf Ralph Ramirez Ramos
Ramírez Ramón Randall Randle Rangers Rangnick Rapid Rascona Rashid Rasmussen Ratzinger
Raul Raymond Raúl Reagan Rebecca Rebic Rebull Recep Red Redford Redmond Reed Refn
Reformation Regensburg Regine Rehn Reid Reinhard Reinhold Reiss Renamo Renault Rennsteig
Renzi Repubblica Republic Rescue Research Restall Reuben Reus Reuters Reuth Reyes Rhee
Rheinbach Rhenus Rhodes Rhöner Rica Ricardo Richard Richier Richmond Rick Rickard Rico
Ried Ries Riexinger Rights Rihanna Rio Riodoce Rising River Riverside Road Rob Robert
Robertas Roberto Robin Robinson Rockenhausen Rod Rodriguez Rodríguez Roedelius Roger
Rohde Roland Roldán Rolf Rolls Roma Romano Romney Ron Ronald Ronaldo Rongen Roosevelt
Roseanna Ross Rostock Rother Rothmund Rothschilds Rotich Rottenburg Rottweil Rouen Rouge
Rover Roy Royal Royce Ruben Rubio Ruby Rudi Rudolf Rudy Ruiz Rumasa Rupert Russell Ryan
Ryanair Rychtářová Ryder Ryugu Röszke SAP SEC SGP SIM SNCF SPD SPIEGEL SPÖ STI STV Saab
Saarland Sabo Sachs Safira Sahara Saint Sal Salah Salazar Saltillo Saludis Salvador
Salzburg Salzhausen Sam Samantha Samaras Samsung Samuel San Sanaa Sanchez Sander
Sandhills Sangre Santa Santiago Santos Sao Sarah Sarajevo Sarkozy Sartor Sary
Sattenhausen Saturn Saudi Sawyer Scalia Scarborough Schalke Schengen Scherer Schindler
Schleswig Schmidt Scholz Schongau Schramberg Schrammel Schrell Schröder Schubert Schulz
Schulze Schumacher Schwab Schwendemann Schächter Schäfer Schäuble Schöpf Schützenverein
Sciences Scotland Scotney Scott Scottish Scrabble Screwfix Sean Seattle Sebastian
Sebelius Sebregondi Secretaría Securitate Security Seehofer Seibert Selenograd Selle
Selwyn Sem Seng September Sergei Sergio Series Seveso Shah Shakhtar Shakira Shane
Shanghai Sharif Sharon Shaw Shawn Sheffield Shell Sherbrooke Sherman Sicilia Sid
Siegemund Siemens Sierra Sigmar Sikorsky Silicon Silva Silverado Silvia Simard Simon
Simone Sinaloa Sinaï Sir Sisi Sjöberg Sky Slate Smetanin Smirnov Smith Snapchat Snezana
Snowden Society Société Sofia Sofía Soho Solera Solihull Solingen Solomons Somali
Somalia Somerville Sonja Sonogenetics Sony Sos Sotheby Soundgarden South Southern Space
Spalding Sparkasse Spencer Spice Spicer Spielberg Spijkenisse Spirit Spitzer Sportive
Sprüngli Square Sri Stadler Stalin Stanley Stanning Stark State Steen Stefan Stefanie
Steffen Stegen Steinach Steinberg Steinbrück Steinem Steiner Steinfurt Stephan Stephanie
Stephen Steve Steven Stewart Sting Stockholm Stoiber Stolzenau Storm Stream Street
StreetScooter Strength Strobl Ströbele Stuttgart Stéphane Stübe Suchsdorfer Sudan Suez
Sufjan Suisse Sulawesi Sulzbachweg Sun Sundance Sunday Sunia Sunrise Supreme Susan
Susanne Sven Svoboda Swiss Swisstransplant Sydney Sylt Szabo Sánchez Söllner Sören Sühl
Sükür Süle Süverkrüp TIME TLF TSA TSV TTC TTIP TTV TUC Tachibana Tahrir Taiwan Taliban
Tamara Tampa Tangipahoa Tanya Tap Tarragona Tauro Tawa Taylor Tayyip Technology Ted
Tedesco Tegel Tegernsee Tel Telecinco Telescope Teletovic Temecula Temple Tennessee
Terry Tesco Tesla Testbiotech Teubner Thai Thailand Thatcher The Theatre Then Theo
Theresa Theresienwiese Thewes Thierry Thneed Thomas Thomson Thränhardt Thunberg Thurn
Thyssenkrupp Thümler Tiger Tigray Tijuana Tim Times Timo Tinder Tinto Tobacco Tobias
Today Toews Tokyo Toledo Tollcross Tom Tomas Tommy Tomáš Tony Topolanek Toprak Tories
Toronto Torres Torrione Tory Tostmann Totana Tottenham Tovarnik Tower Toys TransCanada
Transatlantic Transportation Treasure Treasury Tremblay Trent Trerise Trevor Treysa
Trichet Triennium Trier Trifid Trillanes Trinidad Trinijove Tripodi Trittin Trovit True
Trump Trust Tuchel Tuesday Tumlingen Turin Turkmenistan Turnbull Tutzing Twesten Twins
Twitch Twitter Tynecastle Tyrrell Tórtola Türk Tüv Třebíč UBS UCLA UDF UEFA UMP UNAM UPS
USB Uber Ukraine Ulbrich Ulrich Unicaja Union United University Untersendling
Unterweißenbrunn Uphus Urbach Ursel Uruguay Utah Utöya Uwe VMware Valdez Vale Valencia
Valentino Valenzuela Valerie Valero Valio Valladolid Valle Vallejo Valley Vallortigara
Valls ValueMax Vancouver Vanek Vaqueros Vargas Vaughan Vega Veleba Venezuela Veng Venus
Verdi Veres Vermont Vernon Versatel Veterans Vettel VfB VfL Vicenová Vicent Vicente
Victor Victoria Viersen Vietnam Vigo Viktor Vila Vilbel Villiers Viminal Vincent Virgin
Virginia Vitali Vitrano Vladimir Vlastimil Vodafon Vodafone Vodochody Vogue Voice
Voigtländer Voldemort Volker Volkswagen Volvo Vorpommern Voráček Václav Víctor WBC
Wachovia Wachtberg Wacker Wada Wagner Waldhotel Walker Wall Walmart Walsh Walter
Waltraud Wang Ward Warhol Warner Warren Warrior Washington Watch Watford Watson Watzke
Wayne WeWork Weber Webster Weende Wei Weidenfeller Weil Weimar Welschenkahl Wendel
Wenger Wentzler Werder Wermter Werner Wernstein WestLB Western Westminster White
Whitecaps Whitman Whitmore Who Wiebke Wiesbaden Wiesn WikiLeaks Wiland Wilhelm Wilkie
Wilkins Will Willard William Williamsburg Wilshere Wilson Wimbledon Winding Windows
Winkler Winstead Wisconsin Wisniewski Wissing Wolf Wolfgang Wolfratshauser Wolfsburg
Wood Woodruff Woodward Word World Wozniak Wright Wuffli Wyatt Wöllmarshausen Württemberg
Würzburg Würzburger Wüstenhagen XVI XXII Xavi Xavier Xbox YMCA Yahoo Yale Yang Yanhan
Yankees Yann Yaoundé Yeah Yiwei Yonderboi York Yorkshire YouGov YouTube Young Youtube
Yves Yvonne ZDF Zagar Zagreb Zapalinamé Zapatero Zay Zelaya Zemmal Zen Zhang Zhu
Ziegelman Zielinski Zola Zollernalb Zoomlion Zora Zságer Zuccotti Zultenberg Zurich
Álava Álvarez Ángel Évezredért Ózd ÖFB Özdemir ÚOHS Ústí ČSSD ČTK ČTÚ Čech Čepický
Šumperk Žďárský
"""
