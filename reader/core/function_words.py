"""The small words that give a language away, for the languages of Europe's press.

Data only; who weighs them is `reader.core.language`. A word may stand in several
lists ("in", "de", "den"): it then counts that much less for each.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "de": frozenset(
        "der die das dem den des ein eine einen einem einer eines und oder aber nicht "
        "kein keine keinen ist sind war waren wird werden wurde wurden worden hat "
        "haben hatte hatten habe bin bist sein seine seinen seiner seinem ihr ihre "
        "ihren ihrer ihrem ich du er sie es wir uns euch mich dich sich mir dir ihm "
        "ihn ihnen mein meine dein deine unser unsere mit von vom zu zum zur bei beim "
        "nach aus auf für fuer über ueber unter vor durch gegen ohne um an am im in "
        "ins seit bis zwischen während waehrend wegen als wie wenn weil dass daß ob "
        "denn doch noch nur schon auch sehr mehr so da dann hier dort jetzt heute "
        "gestern morgen immer wieder was wer wo wann warum welche welcher kann können "
        "koennen konnte muss muß müssen muessen will wollen soll sollen sollte darf "
        "dürfen mag möchte würde wuerde hätte haette wäre waere diese dieser dieses "
        "diesem diesen man alle alles viel viele etwas nichts niemand mal gut neue "
        "neuen neuer jahr jahre jahren uhr ja nein sei seien wolle könne laut rund "
        "etwa zwei drei gegenüber sowie zudem damit davon dabei darauf daran dazu "
        "deren dessen nie ganz gibt gab sagt sagte sagen geht ging macht machen erst "
        "jeder jede jedes beide andere anderen weiter kommt bereits fuenf fünf keiner "
        "ab".split()
    ),
    "en": frozenset(
        "the a an and or but not no is are was were be been being has have had do "
        "does did don't doesn't didn't isn't can't won't will would can could should "
        "must may might i you he she it we they me him her us them my your his its "
        "our their this that these those of to in on at by for from with about into "
        "over after before under between through as if than then when while because "
        "so what who which where why how there here all any some more most very just "
        "only also up out now one two new said says i'm it's you're he's she's that's "
        "let's i'll i've tom's like want know think go get make please yes never "
        "always too good love lives lived got getting got's am i'd we're they're "
        "we'll everybody everyone nobody people still many much each other another "
        "every last first years day coming takes took made went left found keep used "
        "need needs without against again really thing things children".split()
    ),
    "nl": frozenset(
        "de het een en of maar niet geen is zijn was waren wordt worden werd werden "
        "heeft hebben had hadden ik je jij u hij zij ze wij we jullie hen hun mij me "
        "ons onze mijn jouw haar dit dat deze die van voor met op in aan bij naar uit "
        "door over om tot tegen onder tussen als dan toen omdat wanneer ook nog al "
        "wel er hier daar wat wie waar hoe veel meer zeer kan kunnen moet moeten zal "
        "zullen zou zouden wil zich te nu na jaar".split()
    ),
    "lb": frozenset(
        "an den dat déi de e eng engem enger net ass sinn war waren gëtt ginn gouf "
        "hunn huet hat hate ech du hien hatt mir dir si se mech mer fir mat vun vum "
        "op um bei no aus duerch iwwer ënner virun géint ouni zënter tëscht wéi wann "
        "well datt ob och nach nëmmen scho ganz méi sou hei do elo haut ëmmer wat "
        "wien wou firwat kann muss wëll soll dës dësen dëst joer keng kee awer "
        "oder".split()
    ),
    "fr": frozenset(
        "le la les l un une des du de d et ou mais ne pas n est sont était étaient "
        "être été a ont avait avoir j je tu il elle on nous vous ils elles me te se s "
        "lui leur leurs mon ma mes ton sa son ses notre votre ce c cet cette ces que "
        "qu qui dont où à au aux en dans sur sous par pour avec sans entre vers chez "
        "comme si quand plus très aussi bien tout tous même encore déjà fait peut "
        "selon après avant ans".split()
    ),
    "it": frozenset(
        "il lo la i gli le l un uno una e ed o ma non è sono era erano essere stato "
        "stata ha hanno aveva avere io tu lui lei noi voi loro mi ti si ci vi mio mia "
        "suo sua nostro questo questa questi quello quella che chi cui di del dello "
        "della dei degli delle a al allo alla ai alle da dal dalla in nel nella nei "
        "su sul sulla per con tra fra come se quando perché più molto anche già "
        "ancora dopo prima anni secondo".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas y e o pero no es son era eran ser sido fue "
        "está están ha han había haber yo tú él ella nosotros ellos ellas me te se le "
        "les lo nos mi tu su sus nuestro este esta estos ese esa que quien cual donde "
        "de del a al en con por para sin sobre entre hasta desde como si cuando "
        "porque más muy también ya todo todos hay años según después".split()
    ),
    "pt": frozenset(
        "o a os as um uma uns umas e ou mas não é são era eram ser sido foi está "
        "estão há tem têm tinha ter eu tu ele ela nós eles elas me te se lhe nos meu "
        "minha seu sua seus este esta esse essa isso que quem qual onde de do da dos "
        "das ao à no na nas em com por para pelo pela sem sobre entre até desde como "
        "quando porque mais muito também já todo anos segundo depois".split()
    ),
    "da": frozenset(
        "og i jeg det at en et den til er som på de med han af for ikke der var mig "
        "sig men har om vi min havde ham hun nu over da fra du ud sin dem os op man "
        "hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog "
        "noget ville jo deres efter ned skulle denne end dette mit også under have "
        "dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos "
        "blive mange ad bliver hendes været jer sådan år siger".split()
    ),
    "no": frozenset(
        "og i jeg det at en et den til er som på de med han av for ikke der var meg "
        "seg men har om vi min hadde ham hun nå over da fra du ut sin dem oss opp man "
        "hans hvor eller hva skal selv her alle vil ble kunne inn når være noe ville "
        "jo deres etter ned skulle denne enn dette mitt også under ha deg hvis noen "
        "mange blir mot år sier".split()
    ),
    "sv": frozenset(
        "och det att i en jag hon som han på den med var sig för så till är men ett "
        "om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes "
        "där min man ej vid kunde något från ut när efter upp vi dem vara vad över än "
        "dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna "
        "själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några "
        "deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant "
        "varför år säger".split()
    ),
    "pl": frozenset(
        "i w na z ze do nie to się że jest są był była było byli być jak ale o od po "
        "za dla przez przy pod nad przed bez co kto gdzie kiedy który która które "
        "którzy tak już tylko także też może można jego jej ich mój swój ten ta te "
        "tego tej tym tych ja ty on ona my wy oni mnie mi go mu czy oraz lub albo gdy "
        "jeśli bardzo lat roku więcej".split()
    ),
    "cs": frozenset(
        "a v na se je že to s z do o i k ve pro za by ale si po jako podle od jsou "
        "které který která byl byla bylo není tak už jen při jeho její jejich před "
        "také než co aby ze až jsem jsme nebo když své však může mezi let roku".split()
    ),
    "hu": frozenset(
        "a az és hogy nem is egy ez azt meg csak már van volt de ha még mint aki ami "
        "el vagy lesz után szerint kell minden több nagyon most itt ott év".split()
    ),
}
