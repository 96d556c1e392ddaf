"""English: how it says that something was, or is to be."""

from bot.reading.grammar.words import Grammar, Opener, Paradigm, Role, Tense

_PARADIGMS = (
    Paradigm(
        "- s ed ed ing",
        "start list avert earmark open end expect warn visit return report confirm work talk "
        "attack "
        "kill help "
        "ask call play want need seem turn follow launch sign appoint elect reject accept claim "
        "add explain insist predict fear hint walk happen join attend consider deliver present "
        "appeal appear detain arrest protest last fail remain contain look question answer mention "
        "point demand request order suggest recommend reveal cancel travel extend review abandon "
        "hand land test train treat threaten transform rain jump halt suspend defend amend expand "
        "respond intend depend found fund edit exit audit limit reopen unveil enter offer suffer "
        "gather discover recover cover register monitor deploy destroy enjoy delay stay allow vow "
        "view interview adopt attempt prompt interrupt collect select protect project inspect act "
        "enact attract impact conduct construct pull fill kick pick knock block lock shock check "
        "track march search learn burn adjourn boost contest invest host post list assist "
        "resist exist adjust trust consult result climb air screen record tour restart oust lift "
        "shift draft campaign resign remand convert exhibit benefit book head depart mark plead "
        "perform lower install blast dock crown auction renew tighten sail mourn",
    ),
    Paradigm(
        "e es ed ed ing",
        "vot slat laps postpon resum evacuat schedul announc releas decid clos mov promis hop "
        "believ declar "
        "argu agre describ introduc produc reduc pric charg chang manag arriv leav receiv approv "
        "prov improv sav serv observ reserv continu issu rescu debat celebrat negotiat investigat "
        "nominat terminat initiat operat estimat anticipat locat relocat inaugurat rul unit propos "
        "impos expos us refus accus caus rais prais involv resolv solv evolv surviv stag urg engag "
        "challeng merg pledg finaliz finalis organiz organis retir hir fir shar declin examin "
        "determin escap fac plac replac enforc experienc influenc commenc convinc sentenc premier "
        "restor explor complet delet quot not promot conclud includ exclud invad provid divid "
        "guid presid trad upgrad welcom damag tak reconven commemorat compet revis updat eas paus "
        "migrat acquir assembl",
    ),
    Paradigm(
        "- es ed ed ing",
        "publish establish finish push punish reach crash clash approach watch touch discuss pass "
        "press address possess witness focus impeach launch dispatch dismiss express process wish "
        "stretch search march attach veto",
    ),
    Paradigm(
        "y ies ied ied ying",
        "bur rall tr carr repl den appl testif tall ratif identif marr notif cr",
    ),
    Paradigm("- s ped ped ping", "drop stop ship step slip scrap top"),
    Paradigm("- s ned ned ning", "plan ban win scan"),
    Paradigm("- s ted ted ting", "admit commit submit permit quit"),
    Paradigm("- s led led ling", "cancel pencil travel patrol control compel signal"),
    Paradigm("- s bed bed bing", "rob stab grab"),
    Paradigm("- s red red ring", "refer defer prefer occur bar"),
)

_IRREGULAR = """
sink sinks sank sunk sinking
burst bursts burst burst bursting
wake wakes woke woken waking
bleed bleeds bled bled bleeding
dig digs dug dug digging
hang hangs hung hung hanging
spin spins spun spun spinning
stick sticks stuck stuck sticking
weep weeps wept wept weeping
overthrow overthrows overthrew overthrown overthrowing
overtake overtakes overtook overtaken overtaking
undertake undertakes undertook undertaken undertaking
arise arises arose arisen arising
overcome overcomes overcame overcome overcoming
uphold upholds upheld upheld upholding
withhold withholds withheld withheld withholding
leap leaps leapt leapt leaping
shake shakes shook shaken shaking
sleep sleeps slept slept sleeping
understand understands understood understood understanding
hide hides hid hidden hiding
hurt hurts hurt hurt hurting
lay lays laid laid laying
tear tears tore torn tearing
sing sings sang sung singing
swim swims swam swum swimming
sweep sweeps swept swept sweeping
withdraw withdraws withdrew withdrawn withdrawing
freeze freezes froze frozen freezing
rebuild rebuilds rebuilt rebuilt rebuilding
split splits split split splitting
go goes went gone going
come comes came come coming
become becomes became become becoming
get gets got got/gotten getting
take takes took taken taking
give gives gave given giving
make makes made made making
say says said said saying
tell tells told told telling
see sees saw seen seeing
know knows knew known knowing
think thinks thought thought thinking
find finds found found finding
leave leaves left left leaving
meet meets met met meeting
hold holds held held holding
begin begins began begun beginning
run runs ran run running
win wins won won winning
lose loses lost lost losing
beat beats beat beaten beating
lead leads led led leading
speak speaks spoke spoken speaking
write writes wrote written writing
fall falls fell fallen falling
rise rises rose risen rising
grow grows grew grown growing
send sends sent sent sending
spend spends spent spent spending
build builds built built building
bring brings brought brought bringing
buy buys bought bought buying
sell sells sold sold selling
pay pays paid paid paying
keep keeps kept kept keeping
stand stands stood stood standing
sit sits sat sat sitting
set sets set set setting
put puts put put putting
cut cuts cut cut cutting
hit hits hit hit hitting
let lets let let letting
shut shuts shut shut shutting
fight fights fought fought fighting
strike strikes struck struck striking
steal steals stole stolen stealing
shoot shoots shot shot shooting
break breaks broke broken breaking
choose chooses chose chosen choosing
fly flies flew flown flying
draw draws drew drawn drawing
throw throws threw thrown throwing
show shows showed shown showing
die dies died died dying
lie lies lay lain lying
seek seeks sought sought seeking
catch catches caught caught catching
teach teaches taught taught teaching
hear hears heard heard hearing
wear wears wore worn wearing
swear swears swore sworn swearing
drive drives drove driven driving
ride rides rode ridden riding
rule rules ruled ruled ruling
feel feels felt felt feeling
deal deals dealt dealt dealing
mean means meant meant meaning
feed feeds fed fed feeding
flee flees fled fled fleeing
bid bids bid bid bidding
undergo undergoes underwent undergone undergoing
overturn overturns overturned overturned overturning
do does did done doing
forecast forecasts forecast forecast forecasting
broadcast broadcasts broadcast broadcast broadcasting
oversee oversees oversaw overseen overseeing
step steps stepped stepped stepping
expire expires expired expired expiring
convene convenes convened convened convening
"""

_CONTRACTED = {
    "'ll": (Tense.PRESENT, Role.FUTURE),
    "won't": (Tense.PRESENT, Role.FUTURE),
    "wouldn't": (Tense.PAST, Role.PAST_FUTURE),
    "can't": (Tense.PRESENT, Role.MAY),
    "isn't": (Tense.PRESENT, Role.BE),
    "aren't": (Tense.PRESENT, Role.BE),
    "wasn't": (Tense.PAST, Role.BE),
    "weren't": (Tense.PAST, Role.BE),
    "hasn't": (Tense.PRESENT, Role.HAVE),
    "haven't": (Tense.PRESENT, Role.HAVE),
    "hadn't": (Tense.PAST, Role.HAVE),
    "don't": (Tense.PRESENT, Role.PLAIN),
    "doesn't": (Tense.PRESENT, Role.PLAIN),
    "didn't": (Tense.PAST, Role.PLAIN),
}

EN = Grammar(
    paradigms=_PARADIGMS,
    irregular=_IRREGULAR,
    compounds={},
    auxiliaries={
        "will": (Tense.PRESENT, Role.FUTURE),
        "shall": (Tense.PRESENT, Role.FUTURE),
        "would": (Tense.PAST, Role.PAST_FUTURE),
        "may": (Tense.PRESENT, Role.MAY),
        "might": (Tense.PRESENT, Role.MAY),
        "can": (Tense.PRESENT, Role.MAY),
        "cannot": (Tense.PRESENT, Role.MAY),
        "could": (Tense.PRESENT, Role.MAY),
        "must": (Tense.PRESENT, Role.DUTY),
        "should": (Tense.PRESENT, Role.ADVICE),
        "ought": (Tense.PRESENT, Role.ADVICE),
        "be": (Tense.INFINITIVE, Role.BE),
        "is": (Tense.PRESENT, Role.BE),
        "are": (Tense.PRESENT, Role.BE),
        "'re": (Tense.PRESENT, Role.BE),
        "'s": (Tense.PRESENT, Role.BE),
        "am": (Tense.PRESENT, Role.BE),
        "was": (Tense.PAST, Role.BE),
        "were": (Tense.PAST, Role.BE),
        "been": (Tense.PARTICIPLE, Role.BE),
        "being": (Tense.GERUND, Role.BE),
        "have": (Tense.PRESENT | Tense.INFINITIVE, Role.HAVE),
        "'ve": (Tense.PRESENT, Role.HAVE),
        "has": (Tense.PRESENT, Role.HAVE),
        "had": (Tense.PAST, Role.HAVE),
        "having": (Tense.GERUND, Role.HAVE),
        **_CONTRACTED,
    },
    roles={
        Role.EVENT: (
            "start begin open end close meet vote visit return travel leave arrive resume launch "
            "publish release decide rule play face host hold take appear testify speak address "
            "sign "
            "expire convene premiere air fly head kick debut present unveil come go run celebrate "
            "mark debate elect choose deliver announce resign retire step reopen land conclude "
            "commence report get join attend vote"
        ),
        Role.SPEECH: (
            "say tell confirm add write explain insist claim state argue note reveal "
            "mention "
            "describe reply acknowledge comment tweet post warn suggest quote admit stress"
        ),
        Role.OPINION: "think believe fear hope predict guess want wish speculate doubt feel",
        Role.DEMAND: "deny demand urge ask call request propose recommend suggest",
        Role.SCHEDULE: (
            "push expect plan schedule announce set postpone delay promise pledge vow agree decide "
            "invite "
            "forecast list slate pencil earmark adjourn intend book call move adjourn "
            "reschedule convene anticipate"
        ),
        Role.CALL_OFF: "avert cancel scrap drop abandon suspend axe",
        Role.INTENT: "want hope wish consider aim",
    },
    passives=(),
    infinitive_is_present=True,
    past_endings=("ed",),
    present_endings=(),
    openers={
        Opener.THAT: "that",
        Opener.RELATIVE: "which who whom whose where",
        Opener.CONDITION: "if",
        Opener.PROVISO: "unless provided",
        Opener.QUESTION: "whether",
        Opener.TIME: "when while before after until as once",
        Opener.REASON: "because since although though",
    },
    never_verbs=(
        "a an the this that these those his her its their my our your some any no every each all "
        "many several few both other another such of in on at by for from with under over between "
        "about against without into through during two three four five six seven eight nine ten "
        "first second last next new final more most"
    ),
    infinitive_marks="to",
    demonstratives="the that this these those",
    the_many="the",
    places=(
        "in on at by for from with under over between about against without into through "
        "during of near outside to after before since"
    ),
    where="in at near outside across around over throughout",
    bodies=(),
    somebody=(),
    origin="from",
    agents=(),
    of_places=(),
    roughly="about nearly almost around roughly",
    meets="",
    genitives=("'s",),
    span_genitives=("k's", "r's", "h's", "y's"),
    definite_endings=(),
    the_day=(),
    since="since",
    reports="",
    settles="",
    ago="ago",
    of="of",
    adverbs="",
    telling=("there is", "there are", "there will be"),
    leading="",
    others="and others",
    indefinites="a an",
    negations="not never no none nor neither n't cannot won't wouldn't can't isn't aren't wasn't "
    "weren't hasn't haven't hadn't don't doesn't didn't nobody",
    until="until before",
    toward="to for until from till",
    resultative="",
    merely="only just merely",
    be_to_is_future=True,
    nouns_look_like_verbs=True,
    verb_second=False,
    past_endings_suffice=True,
    of_is_particle=False,
    subjects="he she they we it",
    meant="plan intend",
    awaits="expect plan intend anticipate",
    moves="push postpone move adjourn reschedule delay extend",
    in_general=("in winter", "in summer", "in the evenings", "in the mornings"),
    first_persons="i we us me",
    ordinals="two three four five six seven eight nine ten first second last next",
    particles="out over",
    aims="until till",
    about="for",
    impersonal="",
    formerly="originally initially previously formerly",
    earlier="earlier",
    accused_of="of with",
    than="than versus",
    later="later",
    nowadays="nowadays",
    coordinators="and but or",
    participle_endings=("ed", "en"),
    noun_endings=("men", "children"),
    borrowed=(),
    scheduled="expected due set scheduled planned slated poised likely booked forecast bound "
    "supposed earmarked tipped certain ready payable",
    uncertain="unclear uncertain doubtful perhaps possibly maybe",
    sure="confirmed confirms officially formally",
    planned=("according to plan", "as planned", "the plan is"),
    undone=(
        "called off",
        "ruled out",
        "rule out",
        "rules out",
        "been cancelled",
        "been canceled",
        "been scrapped",
        "was cancelled",
        "was canceled",
        "is cancelled",
        "is canceled",
        "will not go ahead",
        "won't go ahead",
        "not take place",
        "never took place",
        "never happened",
        "has cancelled",
        "has canceled",
        "was scrapped",
        "withdrawn",
    ),
    placed="",
    of_years="year's",
    whose="",
    compared="compared same",
    participles_agree=False,
    less="",
    purpose="so",
    despite="despite",
    ahead_of=("before", "ahead of", "prior to"),
    clear="",
    summons="call invite summon",
    then="then",
    just="just shortly right moments minutes hours",
    sources="according",
    still="still",
    settled_by="decide settle determine",
    figures="profit profits loss losses earnings revenue revenues results sales growth tax",
    deadlines="deadline deadlines",
    occasions=(
        "election elections meeting summit match final game vote hearing trial debate visit talks "
        "launch opening premiere strike conference festival referendum ceremony inauguration "
        "concert race tournament verdict sentencing ruling session speech budget rally funeral "
        "semifinal semi-final quarterfinal quarter-final derby"
    ),
    no_occasions="smatch",
    habits="every each always usually normally often annually weekly daily monthly typically",
    quantifiers="many several some few both others most",
    no_habits="other",
    generic="you one people anyone",
    soon=("soon", "shortly", "in the near future", "in due course", "at a later date"),
    again=("again",),
    upcoming=(
        "what's next",
        "what happens next",
        "next",
        "coming up",
        "key dates",
        "diary",
        "the week ahead",
        "ahead",
        "upcoming",
        "schedule",
        "fixtures",
        "calendar",
    ),
    programmes=("fixtures", "schedule", "line-up for", "programme for"),
    bygone=("timeline", "how we got here", "background", "what happened", "the story so far"),
    pronouns="he she they it this that these which who both",
    persons="he she",
    person_objects="him her his hers",
    travel="travel fly go head come",
    happen="take place happen occur hold",
    meetings="meeting summit talks call talk",
    with_="with",
    between="between",
    and_="and",
    headline_forms={
        "local time": "",
        "is expected to": "to",
        "are expected to": "to",
        "is scheduled to": "to",
        "are scheduled to": "to",
        "is set to": "to",
        "are set to": "to",
        "is due to": "to",
        "are due to": "to",
        "is due in": "due in",
        "are due in": "due in",
        "is due at": "due at",
        "has announced": "announces",
        "has called": "calls",
        "have called": "call",
    },
    empty_ends=(
        "is scheduled for",
        "are scheduled for",
        "is scheduled",
        "are scheduled",
        "is set for",
        "are set for",
        "is set",
        "are set",
        "is planned",
        "are planned",
        "is expected",
        "are expected",
        "as early",
        "as soon",
        "to take place",
        "to be held",
        "takes place",
        "take place",
        "will take place",
        "is due",
        "are due",
        "is",
        "are",
        "was",
        "were",
    ),
    fillers="also then now already",
    function_words=(
        "the a an and or of in on at by for from with to is are was were be been will would has "
        "have had that this it its his her their they he she as but not than then so up out after "
        "before said says due expected set scheduled"
    ),
    units={"day": 1, "days": 1, "week": 7, "weeks": 7},
    after="after",
    before="before",
    numbers={
        "one": 1,
        "a": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
    },
)
