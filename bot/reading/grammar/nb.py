"""Bokmål: how it says that something was, or is to be."""

from bot.reading.grammar.words import Grammar, Opener, Paradigm, Role, Tense

_PARADIGMS = (
    Paradigm(
        "e er et et",
        "kast start åpn slutt vent avslutt stans varsl vis snakk håp tipp ønsk arbeid jobb handl "
        "vandr hent hevn lag ram avlys land lett klatr kall svar lykk påpek tru kutt vurder sats "
        "våkn skaff hopp mangl håndter knus pust angr dans forhandl utvikl trykk pek plag samtal "
        "bad heng lekk vitn fengsl hvil prat krasj anmod forny utlys bytt stopp pågripp skjerm "
        "samarbeid motarbeid markedsfør utpek utfordr etterlys ank klag dekk samordn lykk "
        "forventningsstyr antyd luft stol øk fest omtal hils lans skift nærm behandl anklag "
        "foreslag forhåndsvarsl påvirk forberedd vedlikehold trua tvitr kommuniser flagg forsterk "
        "avduk fjern utvid erstatt gransk mekl avdekk rull avvikl senk lovfest hev undertegn "
        "stramm fremm lukk kår sykl forkast dobl drøft endr flomm forårsak forleng forsink "
        "frakt hedr husk innrømm kantr kryss lamm løft nekt ordn plyndr puss redd savn slukk "
        "snubl spark splitt stift svekk sår scor oppdag opprett utlign velt hack nedbemann "
        "støtt berg bevilg beregn sammenlign styrk avskjedig etterforsk streik trapp seil "
        "varetektsfengsl hast rop storm vink klapp jubl pump "
        "sikr erobr omfatt innvilg hindr beleir vern smitt "
        "tilpass lemp avskaff beordr brist herj fremskynd framskynd ransak hyll "
        "takk kost dytt brems test avkreft smelt tørk "
        "kasser samtykk mistenk tvil nyt hind brøyt salt strøm piffl rydd sperr "
        "forsikr forstyrr utnytt beskytt tilspiss kreng gjest dropp kollaps avanser dann tilføy "
        "sovn omring grav fell plukk vask sving rigg sikt skritt ruml dump tipp trekk tett spreng "
        "svindl jag krangl tordn forlov gift strømm dukk sørg slakt refs kjeft segn mishandl "
        "skrens bråstopp nødland forulykk",
    ),
    Paradigm(
        "ere erer erte ert",
        "mobilis arrang organis publis deb sign plass present demonstr mark konkurr reag evaku "
        "evalu rapport inform kvalifis produs etabl redus komment kritis garant op rep akkredit "
        "diskut konklud nomin ratifis akspt aksept vurd regist stabilis modernis not estim just "
        "initi annull kansell lans restart parker kåre elimin eskal kontroll ignor marsj pass "
        "telefon orient konstat bombard invest inspis program finans kombin bident kandid fung "
        "regj protest abdis observ skiss definer studer spekul innvolv involv sanksjon koord ret "
        "trapper kollaps kartlegg innstall vaksin argument prior presis formul disput kuler "
        "pensjon vot debatt revid oppdat distribu oper mont utplass turn prosed rull install "
        "aksjon arrest assist blokk debut dement don eksplod fusjon halv introdus invad kollid "
        "okkup permitt ras regiss registr restaur result return spons stud fotograf komment stagn "
        "gratul poengt annekt repar "
        "digitalis konsolid annons finansi eksport import havar ekspand "
        "eskort kalkul sabot rampon transport",
    ),
    Paradigm(
        "e er te t",
        "kjøp les reis møt spill lys besøk avslør ansett tenk kjør lær føl hør styr lån døm vend "
        "begynn oppgrader bruk mål gjennomfør innfør oppfør avhør løs svikt lever forsøk lykkes "
        "behandl gjenåpn varm tøm fryst last meld send krev anmeld utvis utsend skytt "
        "utred tilhør utsend hend tjen fremst utform velt ventes skrem kall utstill minn mein "
        "fyll still steng innstill bestill fortell utløs kunngjør tilkall røm sett slokk "
        "etterforsk "
        "utlever erklær opplys ytr antenn ring håndhilst rykk streik tilkjenn anvend "
        "bevilg forlys nevn drøm frem overlever trykk bekjemp regn anslåt strekk tap fremfør "
        "fremhev ramm stemm utnevn veid tilegn innled anlegg omslutt feir forsk lykk skyld slutt "
        "ferdigstill framstill fremstill avreis undersøk oppløs forleng tildel blås utbetal "
        "overfør viderefør opphør framfør svøm sys fly avgis innkall avløs avkall etterkomm kring "
        "fredlys ned snekr forbered skap døp lur fød søk ras stup smil spis utpek ros advar tiltal "
        "glemm gjemm erkjenn godkjenn medfør drep betal slep skjul forklar svar seil øk avslør "
        "spar tell svøm røp fred knekk spre innskrenk opplys oppnevn "
        "forurens forlis nødland knus sving besvim grunnstøt bortvis idøm",
    ),
    Paradigm(
        "e er de d",
        "begrav lev prøv øv krev hevd bygg lag greid foreta utøv streb avveid sendt overlev",
    ),
    Paradigm("- r dde dd", "bo tro snu sy  gro spy kle bero oppnå motstå  spå"),
)

_IRREGULAR = """
forstå forstår forsto forstått
flyte flyter fløt flytt
skrike skriker skrek skreket
sverge sverger svor sverget
høres høres hørtes hørtes
krype kryper krøp krøpet
lyde lyder lød lydt
svikte svikter sviktet sviktet
tråkke tråkker tråkket tråkket
vokse vokser vokste vokst
etterlate etterlater etterlot etterlatt
overlate overlater overlot overlatt
begå begår begikk begått
oversette oversetter oversatte oversatt
stikke stikker stakk stukket
knivstikke knivstikker knivstakk knivstukket
voldta voldtar voldtok voldtatt
tvinge tvinger tvang tvunget
smelle smeller smalt smelt
utbryte utbryter utbrøt utbrutt
forfølge forfølger forfulgte forfulgt
forbli forblir forble forblitt
bosette bosetter bosatte bosatt
oversvømme oversvømmer oversvømte oversvømt
slåss slåss sloss slåss
skilles skilles skiltes skiltes
føles føles føltes føltes
gå går gikk gått
komme kommer kom kommet
få får fikk fått
ta tar tok tatt
gi gir ga/gav gitt
si sier sa sagt
se ser så/såg sett
stå står sto/stod stått
dra drar dro/drog dratt
slå slår slo slått
le ler lo ledd
be ber ba/bad bedt
bli blir ble/blei blitt
gjøre gjør gjorde gjort
vite vet visste visst
legge legger la lagt
planlegge planlegger planla planlagt
vedta vedtar vedtok vedtatt
fortsette fortsetter fortsatte fortsatt
sette setter satte satt
utsette utsetter utsatte utsatt
berammes berammes berammet berammet
beramme berammer berammet berammet
ligge ligger lå ligget
sitte sitter satt sittet
falle faller falt falt
finne finner fant funnet
vinne vinner vant vunnet
forsvinne forsvinner forsvant forsvunnet
binde binder bandt bundet
drive driver drev drevet
skrive skriver skrev skrevet
underskrive underskriver underskrev underskrevet
gripe griper grep grepet
pågripe pågriper pågrep pågrepet
bryte bryter brøt brutt
avbryte avbryter avbrøt avbrutt
flykte flykter flyktet flyktet
skyte skyter skjøt skutt
fly flyr fløy fløyet
trekke trekker trakk trukket
hjelpe hjelper hjalp hjulpet
treffe treffer traff truffet
rekke rekker rakk rukket
stige stiger steg steget
synke synker sank sunket
springe springer sprang sprunget
sprekke sprekker sprakk sprukket
selge selger solgte solgt
spørre spør spurte spurt
fortelle forteller fortalte fortalt
velge velger valgte valgt
følge følger fulgte fulgt
selge selger solgte solgt
holde holder holdt holdt
avholde avholder avholdt avholdt
innlede innleder innledet innledet
lede leder ledet ledet
invitere inviterer inviterte invitert
bestemme bestemmer bestemte bestemt
beslutte beslutter besluttet besluttet
avgjøre avgjør avgjorde avgjort
offentliggjøre offentliggjør offentliggjorde offentliggjort
kunngjøre kunngjør kunngjorde kunngjort
fremlegge fremlegger fremla fremlagt
foreslå foreslår foreslo foreslått
anslå anslår anslo anslått
tilby tilbyr tilbød tilbudt
by byr bød budt
forby forbyr forbød forbudt
innby innbyr innbød innbudt
love lover lovet/lovte lovet/lovt
lyve lyver løy løyet
lide lider led lidd
bære bærer bar båret
skjære skjærer skar skåret
skje skjer skjedde skjedd
dø dør døde dødd
la lar lot latt
gråte gråter gråt grått
komme kommer kom kommet
møtes møtes møttes møttes
samles samles samledes samles
ventes ventes ventedes ventet
synes synes syntes syntes
finnes finnes fantes funnes
trives trives trivdes trives
lykkes lykkes lyktes lyktes
tiltre tiltrer tiltrådte tiltrådt
tre trer trådte trådt
fratre fratrer fratrådte fratrådt
opptre opptrer opptrådte opptrådt
overta overtar overtok overtatt
delta deltar deltok deltatt
motta mottar mottok mottatt
unngå unngår unngikk unngått
inngå inngår inngikk inngått
foregå foregår foregikk foregått
pågå pågår pågikk pågått
utgå utgår utgikk utgått
oppstå oppstår oppsto/oppstod oppstått
omkomme omkommer omkom omkommet
ankomme ankommer ankom ankommet
utløpe utløper utløp utløpt
løpe løper løp løpt
avta avtar avtok avtatt
innta inntar inntok inntatt
anta antar antok antatt
oppta opptar opptok opptatt
innkalle innkaller innkalte innkalt
kalle kaller kalte kalt
innvie innvier innviet innviet
vie vier viet viet
samle samler samlet samlet
flytte flytter flyttet flyttet
føre fører førte ført
lansere lanserer lanserte lansert
forlate forlater forlot forlatt
hete heter het hett
ligge ligger lå ligget
henge henger hang hengt
innse innser innså innsett
forutse forutser forutså forutsett
brenne brenner brant brent
renne renner rant rent
skille skiller skilte skilt
tape taper tapte tapt
rømme rømmer rømte rømt
dømme dømmer dømte dømt
tømme tømmer tømte tømt
begynne begynner begynte begynt
stemme stemmer stemte stemt
kjenne kjenner kjente kjent
frikjenne frikjenner frikjente frikjent
tenne tenner tente tent
sende sender sendte sendt
hende hender hendte hendt
stille stiller stilte stilt
stenge stenger stengte stengt
kreve krever krevde krevd
mene mener mente ment
tjene tjener tjente tjent
frykte frykter fryktet fryktet
regne regner regnet regnet
forvente forventer forventet forventet
melde melder meldte meldt
opplyse opplyser opplyste opplyst
bekrefte bekrefter bekreftet bekreftet
uttale uttaler uttalte uttalt
hevde hevder hevdet hevdet
oppfordre oppfordrer oppfordret oppfordret
anbefale anbefaler anbefalte anbefalt
gjenta gjentar gjentok gjentatt
understreke understreker understreket understreket
legge legger la lagt
åpne åpner åpnet åpnet
rykke rykker rykket rykket
miste mister mistet mistet
ramme rammer rammet rammet
ende ender endte endt
lande lander landet landet
starte starter startet startet
besøke besøker besøkte besøkt
fyre fyrer fyrte fyrt
bygge bygger bygde bygd
feire feirer feiret feiret
tvitre tvitrer tvitret tvitret
gjenåpne gjenåpner gjenåpnet gjenåpnet
omtale omtaler omtalte omtalt
avvise avviser avviste avvist
vise viser viste vist
utvise utviser utviste utvist
oppheve opphever opphevet opphevet
utlyse utlyser utlyste utlyst
avlyse avlyser avlyste avlyst
kvitte kvitter kvittet kvittet
vekke vekker vakte vakt
slippe slipper slapp sluppet
vare varer varte vart
se ser såg sett
sees sees såes sett
sikte sikter siktet siktet
minnes minnes mintes mintes
trene trener trente trent
strande strander strandet strandet
etterfølge etterfølger etterfulgte etterfulgt
tale taler talte talt
skyve skyver skjøv skjøvet
forskyve forskyver forskjøv forskjøvet
klare klarer klarte klart
utelukke utelukker utelukket utelukket
benekte benekter benektet benektet
avverge avverger avverget avverget
avblåse avblåser avblåste avblåst
gjenoppta gjenopptar gjenopptok gjenopptatt
gjenvinne gjenvinner gjenvant gjenvunnet
avgå avgår avgikk avgått
overrekke overrekker overrakte overrakt
løslate løslater løslot løslatt
framlegge framlegger framla framlagt
igangsette igangsetter igangsatte igangsatt
iverksette iverksetter iverksatte iverksatt
bisette bisetter bisatte bisatt
gravlegge gravlegger gravla gravlagt
innlegge innlegger innla innlagt
utskrive utskriver utskrev utskrevet
redegjøre redegjør redegjorde redegjort
pådømme pådømmer pådømte pådømt
gjelde gjelder gjaldt gjeldt
synge synger sang sunget
rive river rev revet
snø snør snødde snødd
nå når nådde nådd
dele - delte delt
skade - skadet skadet
bombe - bombet bombet
filme - filmet filmet
eie - eide eid
leie - leide leid
rane - ranet ranet
male - malte malt
dykke - dykket dykket
ansette ansetter ansatte ansatt
bety betyr betydde betydd
innbringe innbringer innbrakte innbrakt
ødelegge ødelegger ødela ødelagt
fullføre fullfører fullførte fullført
forsvare forsvarer forsvarte forsvart
tillate tillater tillot tillatt
frifinne frifinner frifant frifunnet
drukne drukner druknet druknet
lete leter lette lett
spre sprer spredte spredt
megle megler meglet meglet
forebygge forebygger forebygget forebygget
ledsage ledsager ledsaget ledsaget
seire seirer seiret seiret
beklage beklager beklaget beklaget
enes enes entes enets
utdele utdeler utdelte utdelt
grunnlegge grunnlegger grunnla grunnlagt
nedlegge nedlegger nedla nedlagt
bøtelegge bøtelegger bøtela bøtelagt
innebære innebærer innebar innebåret
beskrive beskriver beskrev beskrevet
bistå bistår bisto bistått
bidra bidrar bidro bidratt
beholde beholder beholdt beholdt
angripe angriper angrep angrepet
tilstå tilstår tilsto tilstått
stjele stjeler stjal stjålet
skli sklir skled sklidd
ryke ryker røk røket
fryse fryser frøs frosset
drikke drikker drakk drukket
sove sover sov sovet
unnlate unnlater unnlot unnlatt
skru skrur skrudde skrudd
mislykkes mislykkes mislyktes mislyktes
omsette omsetter omsatte omsatt
ha har hadde hatt
være er var vært
"""

NB = Grammar(
    paradigms=_PARADIGMS,
    irregular=_IRREGULAR,
    compounds={
        "ta": "fore på opp inn til god",
        "legge": "av på hen kart til an beslag vekt",
        "gi": "fri av opp ut inn til over",
        "gå": "fram frem inn til over for om",
        "slå": "av fast opp fore til",
        "gjøre": "ut fri klargjøre",
        "komme": "fore frem fram inn",
        "sette": "inn gjeninn av på fast opp",
        "se": "over inn til",
        "skyte": "be",
        "selge": "ut videre",
        "velge": "gjen",
        "bygge": "gjenopp ut opp",
        "finne": "opp fri av",
        "holde": "opprett over inne be",
        "bringe": "inn frem",
        "si": "av til opp",
        "trekke": "til tilbake fra inn opp",
        "skrive": "be inn på under over",
        "stige": "av på over",
        "falle": "bort fra an over",
        "vise": "hen for på",
        "stille": "inn an opp",
        "kalle": "til tilbake frem",
        "føre": "inn til ut",
        "dele": "ut for inn",
        "melde": "inn ut på til",
        "slippe": "ut fri unn",
    },
    auxiliaries={
        "skal": (Tense.PRESENT, Role.SHALL),
        "skulle": (Tense.PAST, Role.PAST_FUTURE),
        "vil": (Tense.PRESENT, Role.FUTURE),
        "ville": (Tense.PAST, Role.PAST_FUTURE),
        "kan": (Tense.PRESENT, Role.MAY),
        "kunne": (Tense.PAST, Role.MAY),
        "må": (Tense.PRESENT, Role.DUTY),
        "måtte": (Tense.PAST, Role.DUTY),
        "bør": (Tense.PRESENT, Role.ADVICE),
        "burde": (Tense.PAST, Role.ADVICE),
        "tør": (Tense.PRESENT, Role.MAY),
    },
    roles={
        Role.BE: "være bli",
        Role.HAVE: "ha",
        Role.EVENT: (
            "starte begynne åpne møte møtes avgjøre avslutte slutte holde avholde arrangere "
            "stemme legge besøke ankomme reise dra komme tre tiltre fratre overta lansere "
            "publisere framstille "
            "offentliggjøre behandle samles utløpe innføre stenge gjenåpne spille sende vise "
            "presentere innlede feire velge kåre dele avhøre fremstille gå ta gi opptre delta "
            "svare informere tale skje foregå nå treffe trene fortsette signere "
            "underskrive undertegne forlate returnere vende debutere avduke innvie overlevere motta"
        ),
        Role.SPEECH: (
            "si skrive opplyse melde fortelle bekrefte uttale hevde understreke påpeke gjenta "
            "forklare omtale tvitre kommentere rapportere mene konstatere "
            "utdype forsikre spørre"
        ),
        Role.OPINION: "tro håpe frykte tippe mene drømme spå anta spekulere gjette",
        Role.DEMAND: "kreve be oppfordre foreslå anbefale anmode avvise nekte benekte utelukke",
        Role.SCHEDULE: (
            "skyve forskyve vente forvente planlegge beramme varsle innkalle kalle invitere "
            "utsette flytte avtale "
            "love bestemme beslutte vedta kunngjøre sette utlyse programmere tenke regne "
            "anslå booke forlenge"
        ),
        Role.CALL_OFF: "avverge avblåse avlyse kansellere innstille droppe skrinlegge annullere "
        "utgå stoppe stanse",
        Role.INTENT: "ønske vurdere håpe ville",
    },
    passives=("s",),
    infinitive_is_present=False,
    past_endings=("te", "de", "dde", "et"),
    present_endings=("er", "es"),
    openers={
        Opener.THAT: "at",
        Opener.RELATIVE: "som hvor der hvem hva",
        Opener.CONDITION: "hvis dersom",
        Opener.PROVISO: "såfremt forutsatt medmindre mindre",
        Opener.QUESTION: "om hvorvidt",
        Opener.TIME: "når da mens før etter inntil",
        Opener.REASON: "fordi ettersom siden slik",
    },
    never_verbs=(
        "en et ei ny nytt stor stort egen eget egne annen annet "
        "disse sin sitt sine min mitt vår vårt våre deres "
        "dens dets noen flere mange i på av til fra med for ved under over "
        "mellom "
        "om mot uten etter før hos gjennom store nye andre første siste to tre fire fem seks sju "
        "åtte ni ti innen blant ingen hver hvert neste forrige"
    ),
    infinitive_marks="å",
    demonstratives="det den de",
    the_many="de",
    places=(
        "i på av til fra med for ved under over mellom om mot uten etter før hos gjennom "
        "innen blant utenfor nær langs bak foran ifølge siden"
    ),
    where="i på utenfor nær rundt over langs gjennom innen",
    bodies=("et", "ene", "valen", "festen", "laget", "ekleren"),
    somebody=("åringen", "mannen", "kvinnen", "siktede", "tiltalte", "politikeren", "lederen"),
    origin="fra",
    agents=("eren", "laget", "mannen", "kvinnen", "åringen", "gruppen", "enten"),
    of_places=(
        "rett",
        "kommune",
        "politidistrikt",
        "lufthavn",
        "sykehus",
        "stadion",
        "brannvesen",
    ),
    roughly="minst rundt omkring nærmere drøyt snaut nesten over ca opp",
    meets="møte slå besøke",
    genitives=("s",),
    span_genitives=("kes", "års", "neds", "dags", "gens"),
    definite_endings=("en", "et", "a", "ene", "ane", "ne"),
    the_day=("dagen",),
    since="siden",
    reports="vise framgå fremgå indikere",
    settles="fast",
    ago="siden",
    of="av",
    adverbs="ikke snart aldri fortsatt fremdeles igjen neppe endelig trolig først",
    telling=(
        "det er duket for",
        "det duker for",
        "er det duket for",
        "det er ventet",
        "det ventes",
        "det er varslet",
        "det er meldt",
    ),
    leading="deretter allerede alt dermed derfor dessuten samtidig videre likevel så da nå",
    others="m.fl.",
    indefinites="en et ei",
    negations="ikke aldri ingen intet neppe verken ikkje",
    until="før",
    toward="til for fra innen",
    resultative="være",
    merely="bare",
    be_to_is_future=False,
    nouns_look_like_verbs=False,
    verb_second=True,
    past_endings_suffice=False,
    of_is_particle=True,
    subjects="han hun jeg vi",
    meant="tenke planlegge bestemme",
    awaits="vente forvente planlegge tenke regne",
    moves="utsette flytte forskyve skyve forlenge",
    in_general=("om vinteren", "om våren", "om sommeren", "om høsten", "om kvelden", "om morgenen"),
    first_persons="jeg vi oss meg",
    ordinals="to tre fire fem seks sju syv åtte ni ti første siste neste",
    particles="ut over",
    aims="til",
    about="for",
    impersonal="det",
    formerly="opprinnelig egentlig tidligere",
    earlier="tidligere",
    accused_of="",
    than="enn",
    later="senere seinere",
    nowadays="dagens nåtidens nå",
    coordinators="og men eller",
    participle_endings=("t", "dd"),
    noun_endings=("skapet", "ment", "itet", "eriet", "ansvaret", "flertallet", "retten"),
    borrowed=("ert",),
    scheduled=(
        "ventet meldt planlagt satt berammet forventet varslet beregnet duket klar klart "
        "bestemt avtalt "
        "booket vedtatt reservert programfestet utlyst fastsatt"
    ),
    uncertain="usikkert uvisst uklart tvilsomt kanskje muligens",
    sure="bekreftet bekrefter endelig offisielt formelt vedtatt",
    planned=("etter planen", "planen er", "ifølge planen", "etter det som er planlagt"),
    undone=(
        "avlyst",
        "avlyser",
        "avlyste",
        "kansellert",
        "skrinlagt",
        "innstilt",
        "ble aldri noe av",
        "blir ikke noe av",
        "blir det ikke noe av",
        "ble aldri gjennomført",
        "finner ikke sted",
        "fant aldri sted",
        "trukket tilbake",
    ),
    placed="lagt",
    of_years="års årets fjorårets",
    whose="hvis",
    compared="samme sammenlignet sammenliknet",
    participles_agree=False,
    less="mindre",
    purpose="for",
    despite="tross",
    ahead_of=("før", "foran", "forkant av", "inn mot", "fram mot", "frem mot", "opp mot"),
    clear="klart",
    summons="kalle innkalle invitere",
    then="da dengang",
    just="like rett kort tid umiddelbart straks minutter timer",
    sources="ifølge",
    still="fortsatt fremdeles",
    settled_by="avgjøre avklare vise bestemme",
    figures="resultat resultatet overskudd overskuddet underskudd underskuddet omsetning "
    "omsetningen inntekter inntektene skatt skatten tall tallene vekst veksten",
    deadlines="frist fristen tidsfrist søknadsfrist søknadsfristen høringsfrist høringsfristen "
    "ankefrist ankefristen svarfrist svarfristen påmeldingsfrist deadline tidsfristen "
    "innleveringsfrist",
    occasions=(
        "valg valget møte møtet kamp kampen finale finalen stemning stemningen premiere premieren "
        "start starten åpning åpningen konsert konserten sak saken rettssak rettssaken debatt "
        "debatten besøk besøket messe messen festival festivalen avstemning avstemningen "
        "konferanse konferansen streik streiken høring høringen landsmøte tale talen lansering "
        "forhandlinger forhandlingene samtaler samtalene dom dommen mesterskap mesterskapet "
        "seremoni seremonien renn rennet løp løpet turnering turneringen frist fristen "
        "samling samlingen omvisning omvisningen gudstjeneste gudstjenesten markering markeringen "
        "mottakelse mottakelsen utdeling utdelingen befaring befaringen middag middagen "
        "markeringer konserter møter kamper debatter finaler seremonier forestillinger høringer "
        "budsjett budsjettet begravelse begravelsen fest festen forestilling"
    ),
    no_occasions="sykdom ungdom eiendom barndom rikdom lærdom årsak årsaken avtale avtalen omtale "
    "omtalen beløp beløpet forløp forløpet manifest ettermiddag formiddag føremiddag",
    habits="hver hvert alltid vanligvis ofte årlig ukentlig daglig månedlig pleier iblant "
    "tradisjonelt jevnlig",
    quantifiers="mange flere noen enkelte begge andre",
    no_habits="fall enkelt",
    generic="man du en folk alle enhver",
    soon=("snart", "om kort tid", "i nær fremtid", "i nær framtid", "på et senere tidspunkt"),
    again=("igjen", "på nytt"),
    upcoming=(
        "dette skjer",
        "slik blir",
        "dette er planen",
        "program",
        "kalender",
        "kommende",
        "videre prosess",
        "veien videre",
        "neste",
        "viktige datoer",
        "terminliste",
        "ukens",
    ),
    programmes=("programmet", "spilles", "som følger", "kampoppsett", "terminliste", "tv-kampene"),
    bygone=("tidslinje", "dette har skjedd", "dette skjedde", "bakgrunn", "slik gikk", "saken i"),
    pronouns="han hun de den det dette disse denne som hvor der",
    persons="han hun",
    person_objects="ham henne hans hennes",
    travel="reise dra fly komme",
    happen="finne skje foregå holde avholde avvikle arrangere gå",
    meetings="møte møtet toppmøte samtale samtaler samtalen samtalene forhandlinger forhandlingene",
    with_="med",
    between="mellom",
    and_="og",
    headline_forms={
        "norsk tid": "",
        "lokal tid": "",
        "skal etter planen": "skal",
        "er det ventet at": "",
        "er ventet å": "skal",
        "er forventet å": "skal",
        "er planlagt å": "skal",
        "er satt til å": "skal",
        "ventes å": "skal",
        "forventes å": "skal",
        "er ventet til": "til",
        "ventes til": "til",
        "etter planen": "",
        "har varslet": "varsler",
        "har kalt inn": "kaller inn",
        "har innkalt": "innkaller",
        "har invitert": "inviterer",
        "har bebudet": "bebuder",
        "har satt opp": "setter opp",
    },
    empty_ends=(
        "er fastsatt til",
        "er fastsatt",
        "er berammet til",
        "er berammet",
        "er satt til",
        "er satt",
        "er lagt til",
        "er lagt",
        "er planlagt",
        "er ventet",
        "er varslet",
        "finner sted",
        "går av stabelen",
        "avholdes",
        "ventes",
        "er",
        "blir",
        "ble",
        "var",
    ),
    fillers="trolig ventelig også dessuten imidlertid da så nå allerede først",
    function_words=(
        "og i på av til fra med for å en et ei den det de er som at om har skal vil ble blir var "
        "han hun seg sin sitt sine ved mot under over mellom etter før også ikke men kan da når så "
        "der her ventet ventes etter planen"
    ),
    units={"dag": 1, "dager": 1, "døgn": 1, "uke": 7, "uker": 7},
    after="etter",
    before="før",
    numbers={
        "en": 1,
        "én": 1,
        "ett": 1,
        "to": 2,
        "tre": 3,
        "fire": 4,
        "fem": 5,
        "seks": 6,
        "sju": 7,
        "syv": 7,
        "åtte": 8,
        "ni": 9,
        "ti": 10,
    },
)
