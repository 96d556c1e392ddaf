"""Nynorsk: how it says that something was, or is to be."""

from bot.reading.grammar.words import Grammar, Opener, Paradigm, Role, Tense

_PARADIGMS = (
    Paradigm(
        "e ar a a",
        "kast start opn slutt avslutt stans varsl snakk arbeid jobb hand vandr hent hevn lag land "
        "kall svar lukk kutt sats vakn skaff hopp dans forhandl utvikl trykk prat bytt stopp "
        "samarbeid utfordr ank klag dekk samordn fest feir samtal ønsk vent forvent rekn fall "
        "vurd lov møt øk vis utpeik pek ram raud send kjemp utlys utlev plan venta hald "
        "avgrens fornya innkall vedkjenn sjå reis skap samla samle oppmod tilråd ferd spara "
        "lans utset skriv bek lik flytt gled samanlikn engasj vitn streik demonstr forsterk avduk "
        "fjern utvid erstatt gransk mekl avdekk rull avvikl senk lovfest hev stramm fremj lukk kår "
        "auk behandl berg dobl endr etterforsk fengsl flykt forkast frakt handsam heidr hevd kantr "
        "krasj kryss lamm mist nærm omtal oppdag opphev opprett ramm redd ros røyst sakn scor sikr "
        "sikt skår spark stift styrk støtt svekk sykl sår test tren understrek underteikn utlikn "
        "frykt håp sigr byt smitt hindr vern fred herj tørk smelt spar kost takk "
        "lekk velt åtvar regn ras skip varetektsfengsl krangl tving brems kræsj drukn lett segl "
        "hyll sovn gift",
    ),
    Paradigm(
        "a ar a a",
        "kast start opn slutt avslutt stans varsl snakk arbeid jobb hent lag land kall svar kutt "
        "sats dans forhandl utvikl trykk bytt stopp samarbeid feir ønsk vent forvent rekn lov "
        "samla saml flytt vurd streik vitn frykt håp utpeik tru",
    ),
    Paradigm(
        "ere erer erte ert",
        "mobilis arrang organis publis plass present demonstr mark konkurr reag evaku evalu "
        "rapport inform kvalifis produs etabl redus komment kritis garant operer diskut konklud "
        "aksjon arrest blokk debut dement eksplod fusjon introdus invad kollid okkup pass permitt "
        "vaksin oper repar oppgrad revid eksport import transport gratul finansi "
        "presis registr restaur return sign "
        "nomin ratifis aksept vurd regist stabilis modernis estim just initi kansell lans "
        "kontroll invest inspis program finans kombin observ definer invit protest orient",
    ),
    Paradigm(
        "e er te t",
        "kjøp les reis møt spel lys besøk tenk køyr lær høyr styr lån døm vend byrj bruk "
        "gjennomfør innfør avhøyr løys prøv lever varm tøm frys last meld send utvis rekn "
        "bestill tilkall røm fortel kunngjer opplys tenn ring utnemn stemm utfør før styrk "
        "avvis vis mein stengj lykkast tap begynn undersøk oppløys forleng tildel utbetal overfør "
        "vidarefør opphøyr framfør blås betal avslør lur drep forklar mål ønsk forsøk skulk "
        "overlever tiltal uttal innrømm",
    ),
    Paradigm(
        "e er de t",
        "avhøyr prøv høyr køyr døm røm skrem strøym",
    ),
    Paradigm("- r dde dd", "førebu bu tru snu sy gro spy kle oppnå"),
)

_IRREGULAR = """
drikke drikk drakk drukke
fryse frys fraus frose
forstå forstår forstod forstått
heite heiter heitte heitt
henge heng hang hange
skrike skrik skreik skrike
sleppe slepp slapp sleppt
sove søv sov sove
springe spring sprang sprunge
sprekke sprekk sprakk sprokke
vekse veks voks vakse
unngå unngår unngjekk unngått
overstige overstig oversteig overstige
stikke stikk stakk stukke
forsvinne forsvinn forsvann forsvunne
smelle smell smalt smolle
pågripe pågrip pågreip pågripe
oppstå oppstår oppstod oppstått
vedgå vedgår vedgjekk vedgått
knuse knuser knuste knust
forlise forliser forliste forlist
stupe stuper stupte stupt
føde føder fødde fødd
slåst slåst slost slåst
kjennast kjennest kjendest kjenst
droppe droppar droppa droppa
styrte styrtar styrta styrta
leite leitar leita leita
gå går gjekk gått
kome kjem kom kome/komme
få får fekk fått
ta tar/tek tok teke/tatt
gi/gje gir/gjev gav gitt/gjeve
seie/seia seier sa/sade sagt
sjå ser såg sett
stå står stod stått
dra/drage dreg/drar drog drege/dratt
slå slår slo slått
be/bede bed/ber bad bede/bedt
bli/verte blir/vert blei/vart blitt/vorte
gjere/gjera gjer gjorde gjort
vite veit visste visst
leggje/legge legg la lagt
planleggje/planlegge planlegg planla planlagt
vedta vedtar/vedtek vedtok vedteke/vedtatt
halde/halda held heldt halde
avhalde avheld avheldt avhalde
setje/sette set/sett sette sett
utsetje/utsette utset utsette utsett
fortsetje/fortsette fortset fortsette fortsett
gjenoppta gjenopptar/gjenopptek gjenopptok gjenoppteke/gjenopptatt
avgå avgår avgjekk avgått
framleggje/framlegge framlegg framla framlagt
iverksetje/iverksette iverkset iverksette iverksett
gjelde gjeld galdt gjolde
syngje syng song sunge
rive riv reiv rive
framhalde framheld framheldt framhalde
liggje/ligge ligg låg lege/ligge
sitje/sitte sit sat sete/sitte
falle fell fall falle
finne finn fann funne
vinne vinn vann vunne
drive driv dreiv drive
skrive skriv skreiv skrive
gripe grip greip gripe
bryte bryt braut brote
skyte skyt skaut skote
trekkje/trekke trekkjer/trekk trekte/drog trekt
hjelpe hjelper hjelpte/halp hjelpt
treffe treff trefte/traff treft
stige stig steig stige
synke søkk sokk sokke
selje sel selde selt
spørje spør spurde spurt
fortelje fortel fortalde fortalt
velje vel valde valt
følgje følgjer følgde følgt
leie leier leidde leidd
bestemme bestemmer bestemte bestemt
avgjere avgjer avgjorde avgjort
offentleggjere offentleggjer offentleggjorde offentleggjort
kunngjere kunngjer kunngjorde kunngjort
leggje legg la lagt
føreslå føreslår føreslo føreslått
foreslå foreslår foreslo foreslått
tilby tilbyr tilbaud tilbode
love lovar lova lova
krevje krev kravde kravd
skje skjer skjedde skjedd
døy døyr døydde døydd
la/late let let late
møtast møtest møttest møtst
ventast ventast ventast ventast
samlast samlast samlast samlast
tiltre tiltrer tiltredde tiltredt
tre trer tredde tredt
delta deltar/deltek deltok delteke
overta overtar/overtek overtok overteke
motta mottar/mottek mottok motteke
gå går gjekk gått
pågå pågår pågjekk pågått
inngå inngår inngjekk inngått
utgå utgår utgjekk utgått
løpe løper laup løpt
avta avtar/avtek avtok avteke
føre fører førte ført
brenne brenn brann brunne
byrje byrjar byrja byrja
starte startar starta starta
opne opnar opna opna
meine meiner meinte meint
melde melder melde meldt
opplyse opplyser opplyste opplyst
stadfeste stadfestar stadfesta stadfesta
seie seier sa sagt
vere/vera er var vore
flytte flyttar flytta flytt/flytta
klare klarer klarte klart
svare svarar svara svara
nekte nektar nekta nekta
nå når nådde nådd
ønskje ønskjer ønskte ønskt
ynskje ynskjer ynskte ynskt
tenkje tenkjer tenkte tenkt
styrkje styrkjer styrkte styrkt
søkje søkjer søkte søkt
rykkje rykkjer rykte rykt
dekkje dekkjer dekte dekt
strekkje strekkjer strekte strekt
merkje merkjer merkte merkt
trå trår trådde trådd
vare varer/varar varte/vara vart/vara
dele - delte delt
skade - skada skada
bombe - bomba bomba
eige eig eigde eigd
leige - leigde leigd
dykke - dykka dykka
stengje stengjer stengde stengd
frikjenne frikjenner frikjende frikjend
godkjenne godkjenner godkjende godkjend
erkjenne erkjenner erkjende erkjend
avtale avtaler avtalte avtalt
besøkje besøkjer besøkte besøkt
undersøkje undersøkjer undersøkte undersøkt
svekkje svekkjer svekte svekt
sløkkje sløkkjer sløkte sløkt
fullføre fullfører fullførte fullført
forlengje forlengjer forlengde forlengd
dømme dømmer dømte dømt
stille stiller stilte stilt
sleppe slepp sleppte sleppt
frifinne frifinn frifann frifunne
etterfølgje etterfølgjer etterfølgde etterfølgd
utlevere utleverer utleverte utlevert
gravleggje gravlegg gravla gravlagt
spreie spreier spreidde spreidd
forby forbyr forbaud forbode
øydeleggje øydelegg øydela øydelagt
grunnleggje grunnlegg grunnla grunnlagt
bidra bidreg bidrog bidrege
behalde beheld beheldt behalde
angripe angrip angreip angripe
tilstå tilstår tilstod tilstått
stele stel stal stole
ryke ryk rauk roke
forlate forlèt forlét forlate
lauslate lauslèt lauslét lauslate
gjenta gjentek gjentok gjenteke
avbryte avbryt avbraut avbrote
tilsetje tilset tilsette tilsett
innvie innvier innvigde innvigd
utnemne utnemner utnemnde utnemnd
løyve løyver løyvde løyvd
fly flyg flaug floge
overleve overlever overlevde overlevd
omkome omkjem omkom omkome
ha har hadde hatt
hende hender hende hendt
ende endar enda enda
leve lever levde levd
byggje/bygge bygg bygde bygd
drøfte drøftar drøfta drøfta
varsle varslar varsla varsla
avlyse avlyser avlyste avlyst
ferdigstille ferdigstiller ferdigstilte ferdigstilt
leggje legg la lagt
gjenopne gjenopnar gjenopna gjenopna
vitje vitjar vitja vitja
samle samlar samla samla
flytte flyttar flytta flytta
vente ventar venta venta
forvente forventar forventa forventa
spele spelar/speler spela/spelte spela/spelt
vise viser viste vist
teikne teiknar teikna teikna
"""

NN = Grammar(
    paradigms=_PARADIGMS,
    irregular=_IRREGULAR,
    compounds={
        "ta": "føre på opp inn til",
        "leggje/legge": "av på kart til",
        "gå": "fram inn til over",
        "slå": "av fast opp",
        "gjere/gjera": "ut fri",
        "kome": "føre fram",
        "setje/sette": "inn av på fast",
        "skyte": "be",
        "velje": "gjen",
        "halde/halda": "opprett",
        "skrive": "be inn på under",
        "byggje/bygge": "gjenopp ut",
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
    },
    roles={
        Role.BE: "vere vera bli verte",
        Role.HAVE: "ha",
        Role.EVENT: (
            "starte byrje begynne opne møte møtast avgjere avslutte slutte halde avhalde arrangere "
            "røyste stemme leggje legge vitje besøke reise dra kome tre tiltre overta lansere "
            "publisere offentleggjere behandle samlast innføre stengje gjenopne spele vise "
            "presentere feire velje kåre avhøyre gå ta gi delta svare informere skje nå treffe "
            "trene trå fortsetje "
            "signere underteikne forlate returnere vende debutere avduke innvie overlevere motta"
        ),
        Role.SPEECH: (
            "seie seia skrive opplyse melde fortelje stadfeste hevde understreke forklare "
            "kommentere "
            "rapportere"
        ),
        Role.OPINION: "tru håpe frykte tippe meine drøyme spekulere",
        Role.DEMAND: "avvise nekte krevje be oppmode føreslå foreslå tilrå",
        Role.SCHEDULE: (
            "vente ventast forvente planleggje planlegge varsle innkalle kalle invitere utsetje "
            "utsette flytte avtale love bestemme vedta kunngjere setje sette utlyse tenkje tenke "
            "rekne"
        ),
        Role.CALL_OFF: "avlyse kansellere innstille droppe skrinleggje stoppe stanse",
        Role.INTENT: "ønske ønskje ynskje vurdere håpe",
    },
    passives=("st",),
    infinitive_is_present=False,
    past_endings=("te", "de", "dde", "a"),
    present_endings=("er", "ar", "ast", "est"),
    openers={
        Opener.THAT: "at",
        Opener.RELATIVE: "som der kven kva kor",
        Opener.CONDITION: "viss dersom",
        Opener.PROVISO: "såframt mindre",
        Opener.QUESTION: "om",
        Opener.TIME: "når då mens medan før etter",
        Opener.REASON: "fordi ettersom sidan slik",
    },
    never_verbs=(
        "ein ei eit ny nytt stor stort eigen eige eigne annan anna "
        "desse sin si sitt sine min vår vårt våre "
        "nokon fleire mange i på av til frå med for ved under over mellom om mot "
        "utan etter før hos gjennom store nye andre første siste to tre fire fem seks sju åtte ni "
        "ti innan blant ingen kvar kvart neste førre"
    ),
    infinitive_marks="å",
    demonstratives="det den dei",
    the_many="dei",
    places=(
        "i på av til frå med for ved under over mellom om mot utan etter før hos gjennom "
        "innan blant utanfor nær langs bak framfor ifølgje sidan"
    ),
    where="i på utanfor nær rundt over langs gjennom innan",
    bodies=("et", "ene", "ane", "valen", "laget", "eklaren"),
    somebody=("åringen", "mannen", "kvinna", "sikta", "tiltalte", "politikaren", "leiaren"),
    origin="frå",
    agents=("aren", "laget", "mannen", "kvinna", "åringen", "gruppa", "enten"),
    of_places=(
        "rett",
        "kommune",
        "politidistrikt",
        "lufthavn",
        "sjukehus",
        "stadion",
        "brannvesen",
    ),
    roughly="minst rundt omkring nærare drygt snautt nesten ca opp",
    meets="møte slå besøke vitje",
    genitives=("s",),
    span_genitives=("kes", "års", "nads", "dags", "gas"),
    definite_endings=("en", "et", "a", "ene", "ane", "ne"),
    the_day=("dagen", "dagane"),
    since="sidan",
    reports="vise framgå indikere",
    settles="fast",
    ago="sidan",
    of="av",
    adverbs="ikkje snart aldri framleis igjen neppe endeleg truleg først",
    telling=("det er duka for", "det er venta", "det ventast", "det er varsla", "det er meldt"),
    leading="deretter allerede alt dermed difor dessutan samtidig vidare likevel så då no",
    others="m.fl.",
    indefinites="ein eit ei",
    negations="ikkje aldri ingen inkje verken",
    until="før",
    toward="til for frå innan",
    resultative="vere vera",
    merely="berre",
    be_to_is_future=False,
    nouns_look_like_verbs=False,
    verb_second=True,
    past_endings_suffice=False,
    of_is_particle=True,
    subjects="han ho eg vi",
    meant="tenke tenkje planleggje planlegge",
    awaits="vente ventast forvente planleggje planlegge tenke tenkje rekne",
    moves="utsetje utsette flytte forlenge",
    in_general=(
        "om vinteren",
        "om våren",
        "om sommaren",
        "om hausten",
        "om kvelden",
        "om morgonen",
    ),
    first_persons="eg vi oss meg",
    ordinals="to tre fire fem seks sju åtte ni ti første siste neste",
    particles="ut over",
    aims="til",
    about="for",
    impersonal="det",
    formerly="opphavleg eigentleg tidlegare",
    earlier="tidlegare",
    accused_of="",
    than="enn",
    later="seinare",
    nowadays="dagens no",
    coordinators="og men eller",
    participle_endings=("t", "dd", "a"),
    noun_endings=("et", "ment", "ida", "inga", "sona", "ita"),
    borrowed=("ert",),
    scheduled=(
        "venta meldt planlagd planlagt sett berammande varsla klar klart bestemt avtalt vedteke "
        "reservert programfesta utlyst fastsett forventa"
    ),
    uncertain="usikkert uvisst uklart tvilsamt kanskje",
    sure="stadfesta stadfestar offisielt formelt",
    planned=("etter planen", "planen er"),
    undone=(
        "avlyst",
        "avlyser",
        "avlyste",
        "kansellert",
        "skrinlagt",
        "innstilt",
        "vart aldri noko av",
        "blei aldri noko av",
        "blir ikkje noko av",
        "blir det ikkje noko av",
        "blei aldri gjennomført",
        "vart aldri gjennomført",
    ),
    placed="lagt lagd",
    of_years="års årets fjorårets",
    whose="",
    compared="same samanlikna",
    participles_agree=True,
    less="mindre",
    purpose="for",
    despite="tross",
    ahead_of=("før", "føre", "framfor", "forkant av", "inn mot", "fram mot", "opp mot"),
    clear="klart",
    summons="kalle innkalle invitere",
    then="då dengong",
    just="like rett kort tid straks minutt timar",
    sources="ifølgje ifølge",
    still="framleis enno",
    settled_by="avgjere avklare vise bestemme",
    figures="resultat resultatet overskot overskotet underskot underskotet omsetning omsetninga "
    "inntekter inntektene skatt skatten tal tala vekst veksten",
    deadlines="frist fristen søknadsfrist søknadsfristen høyringsfrist høyringsfristen ankefrist "
    "ankefristen svarfrist svarfristen",
    occasions=(
        "val valet møte møtet kamp kampen finale finalen premiere premieren start starten opning "
        "opninga konsert konserten sak saka rettssak rettssaka debatt debatten besøk besøket "
        "festival festivalen avrøysting avrøystinga konferanse konferansen streik streiken høyring "
        "høyringa landsmøte tale talen forhandlingar forhandlingane dom dommen meisterskap "
        "samling samlinga omvising omvisinga gudsteneste gudstenesta markering markeringa "
        "utdeling utdelinga synfaring synfaringa "
        "markeringar konsertar møte kampar debattar finalar seremoniar framsyningar høyringar "
        "meisterskapen renn rennet løp løpet turnering turneringa budsjett budsjettet"
    ),
    no_occasions="sjukdom ungdom eigedom barndom rikdom lærdom årsak årsaka avtale avtalen omtale "
    "omtalen beløp beløpet forløp forløpet manifest ettermiddag formiddag føremiddag",
    habits="kvar kvart alltid vanlegvis ofte årleg dagleg månadleg pleier plar",
    quantifiers="mange fleire nokon enkelte begge andre",
    no_habits="fall enkelt",
    generic="ein du folk alle kvar",
    soon=("snart", "om kort tid", "i nær framtid"),
    again=("igjen", "på nytt"),
    upcoming=(
        "dette skjer",
        "slik blir",
        "program",
        "kalender",
        "komande",
        "vegen vidare",
        "viktige datoar",
        "terminliste",
    ),
    programmes=(
        "programmet",
        "blir spel",
        "som følgjer",
        "kampoppsett",
        "terminliste",
        "tv-kampane",
    ),
    bygone=("tidslinje", "dette har skjedd", "bakgrunn", "slik gjekk"),
    pronouns="han ho dei den det dette desse denne som der",
    persons="han ho",
    person_objects="han henne hennar hans",
    travel="reise dra fly kome",
    happen="finne skje gå halde avhalde",
    meetings="møte møtet toppmøte samtale samtalar samtalen samtalane forhandlingar forhandlingane",
    with_="med",
    between="mellom",
    and_="og",
    headline_forms={
        "norsk tid": "",
        "lokal tid": "",
        "skal etter planen": "skal",
        "er det venta at": "",
        "er venta å": "skal",
        "er planlagt å": "skal",
        "ventast å": "skal",
        "er venta til": "til",
        "etter planen": "",
        "har varsla": "varslar",
        "har kalla inn": "kallar inn",
        "har innkalla": "innkallar",
        "har invitert": "inviterer",
        "har sett opp": "set opp",
    },
    empty_ends=(
        "er fastsett til",
        "er fastsett",
        "er sett til",
        "er sett",
        "er lagt til",
        "er lagt",
        "er planlagt",
        "er venta",
        "er varsla",
        "finn stad",
        "går av stabelen",
        "ventast",
        "er",
        "blir",
        "vert",
        "vart",
        "blei",
        "var",
    ),
    fillers="truleg også dessutan då så no alt allereie først",
    function_words=(
        "og i på av til frå med for å ein ei eit den det dei er som at om har skal vil vart blei "
        "blir var han ho seg sin sitt ved mot under over mellom etter før også ikkje men kan då "
        "når så der her venta planen"
    ),
    units={"dag": 1, "dagar": 1, "døgn": 1, "veke": 7, "veker": 7},
    after="etter",
    before="før",
    numbers={
        "ein": 1,
        "éin": 1,
        "ei": 1,
        "to": 2,
        "tre": 3,
        "fire": 4,
        "fem": 5,
        "seks": 6,
        "sju": 7,
        "åtte": 8,
        "ni": 9,
        "ti": 10,
    },
)
