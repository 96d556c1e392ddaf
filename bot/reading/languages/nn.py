"""Nynorsk."""

from bot.reading.languages.words import LanguageWords, TimeWords, forms
from bot.reading.when.phrase import Clock
from bot.reading.when.terms import (
    Bound,
    DayPart,
    Feast,
    PeriodPart,
    Ref,
    Season,
    Unit,
    Which,
)

_HOURS = (
    ("ett", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("sju", 7),
    ("åtte", 8),
    ("ni", 9),
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
)

_TIME = TimeWords(
    numbers={
        "ein|ei|eit|éin|éi|eitt|ett|en|et": 1,
        "to": 2,
        "tre": 3,
        "fire": 4,
        "fem": 5,
        "seks": 6,
        "sju": 7,
        "åtte": 8,
        "ni": 9,
        "ti": 10,
        "elleve": 11,
        "tolv": 12,
        "tretten": 13,
        "fjorten": 14,
        "femten": 15,
        "seksten": 16,
        "sytten": 17,
        "atten": 18,
        "nitten": 19,
        "tjue": 20,
        "tjuefem|tjue fem": 25,
        "tretti": 30,
        "førti": 40,
        "førtiåtte": 48,
        "femti": 50,
        "seksti": 60,
        "nitti": 90,
        "hundre|eit hundre": 100,
        "halv|halvt|halvt|ein halv|eit halvt|ei halv": 0.5,
        "halvannan|halvanna|ein og ein halv|eitt og eit halvt|eit og eit halvt|ei og ei halv": 1.5,
    },
    vague_numbers={
        "eit par|et par": 2,
        "par": 2,
        "nokre|nokre få|nokon|enkelte": 3,
        "fleire": 3,
        "få": 3,
    },
    ordinals={
        "første|fyrste": 1,
        "andre|annan|anna": 2,
        "tredje": 3,
        "fjerde": 4,
        "femte": 5,
        "sjette": 6,
        "sjuande": 7,
        "åttande": 8,
        "niande": 9,
        "tiande": 10,
        "ellevte": 11,
        "tolvte": 12,
        "trettande": 13,
        "fjortande": 14,
        "femtande": 15,
        "sekstande": 16,
        "syttande": 17,
        "attande": 18,
        "nittande": 19,
        "tjuande": 20,
        "tjueførste|tjuefyrste": 21,
        "tjueandre": 22,
        "tjuetredje": 23,
        "tjuefjerde": 24,
        "tjuefemte": 25,
        "tjuesjette": 26,
        "tjuesjuande": 27,
        "tjueåttande": 28,
        "tjueniande": 29,
        "trettiande": 30,
        "trettiførste|trettifyrste": 31,
        "siste": -1,
        "nest siste": -2,
    },
    ordinal_ends=forms("e ste dje te"),
    dotted_days=True,
    weekdays={
        "måndag|måndagen|måndags|måndagens|mandag|måndg|madag": 0,
        "tysdag|tysdagen|tysdags|tysdagens|tirsdag|tysag|tydsag|tysdg": 1,
        "onsdag|onsdagen|onsdags|onsdagens|onsag|onsdg|osndag": 2,
        "torsdag|torsdagen|torsdags|torsdagens|torsag|tordag|torsdg": 3,
        "fredag|fredagen|fredags|fredagens|fredg|fedag|ferdag": 4,
        "laurdag|laurdagen|laurdags|laurdagens|lørdag|laurdg|lauradg|lurdag": 5,
        "søndag|søndagen|søndags|søndagens|sundag|sundagen|sundags|sundagens|sønag|søndg|sudnag": 6,
    },
    each_weekday={
        "måndagar|måndagane": 0,
        "tysdagar|tysdagane": 1,
        "onsdagar|onsdagane": 2,
        "torsdagar|torsdagane": 3,
        "fredagar|fredagane": 4,
        "laurdagar|laurdagane": 5,
        "søndagar|søndagane|sundagar|sundagane": 6,
    },
    short_weekdays={
        "mån.|månd.": 0,
        "tys.": 1,
        "ons.": 2,
        "tor.|tors.": 3,
        "fre.|fred.": 4,
        "lau.|laur.": 5,
        "søn.|sun.": 6,
    },
    months={
        "januar|jan.|januars|janaur|januer": 1,
        "februar|feb.|febr.|februars|febuar|feburar": 2,
        "mars|mar.": 3,
        "april|apr.|aprils": 4,
        "mai|mais": 5,
        "juni|jun.|junis": 6,
        "juli|julis": 7,
        "august|aug.|augusts": 8,
        "september|sep.|sept.|septembers|septemer|setpember": 9,
        "oktober|okt.|oktobers|okotber|oktbober": 10,
        "november|nov.|novembers|novemer|novmeber": 11,
        "desember|des.|desembers|desemer|desmber": 12,
    },
    month_tails={"månad": True},
    name_like=forms("mai juni april august mars jul jan mar des"),
    units={
        "sekund|sekundet|sekunda": Unit.SECOND,
        "minutt|minuttet|minutta|min.": Unit.MINUTE,
        "time|timar|timen|timane|timars|times|t.": Unit.HOUR,
        "dag|dagar|dagen|dagane|dagars|dags|døgn|døgnet|døgna|døger": Unit.DAY,
        "verkedag|verkedagar|verkedagen|verkedagane|virkedag|virkedagar|arbeidsdag|arbeidsdagar|"
        "arbeidsdagane|kvardag|kvardagar|yrkedag|yrkedagar": Unit.WORKDAY,
        "natt|netter|natta|nettene": Unit.NIGHT,
        "veke|veker|veka|vekene|vekers|vekes|vekas|uke|uka": Unit.WEEK,
        "helg|helga|helgar|helgane|helger|helgene|helgas|vekeslutt|vekeslutten": Unit.WEEKEND,
        "månad|månader|månaden|månadene|månaders|månads|månadens|mnd.": Unit.MONTH,
        "kvartal|kvartalet|kvartala": Unit.QUARTER,
        "tertial|tertialet": Unit.THIRD,
        "halvår|halvåret|halvåra": Unit.HALF,
        "år|året|åra|års|årets": Unit.YEAR,
        "tiår|tiåret|tiåra": Unit.DECADE,
        "århundre|århundret|hundreår": Unit.CENTURY,
    },
    plural_units={
        "timane": Unit.HOUR,
        "dagane|døgna": Unit.DAY,
        "vekene": Unit.WEEK,
        "månadene": Unit.MONTH,
        "åra": Unit.YEAR,
    },
    relatives={
        "i dag|idag|dags dato": (Unit.DAY, 0),
        "i morgon|imorgon|i morgn|i mogon|morgondagen|morgondagens|i morga|i morgo|i morra": (
            Unit.DAY,
            1,
        ),
        "i overmorgon|overmorgon|iovermorgon|overimorgon|over i morgon": (Unit.DAY, 2),
        "veka etter neste": (Unit.WEEK, 2),
        "helga etter neste": (Unit.WEEKEND, 2),
        "månaden etter neste": (Unit.MONTH, 2),
        "i går|igår|gårsdagen|gårsdagens": (Unit.DAY, -1),
        "i førgår|førgår|i forgårs|forgårs|iførgår": (Unit.DAY, -2),
        "i år": (Unit.YEAR, 0),
        "i fjor|ifjor|fjoråret|fjorårets": (Unit.YEAR, -1),
        "i førfjor|i forfjor": (Unit.YEAR, -2),
        "i helga|til helga|over helga|gjennom helga|helga": (Unit.WEEKEND, 0),
        "til veka|til uka": (Unit.WEEK, 1),
        "midtuke|dette årtusenet": (Unit.WEEK, 0),
    },
    carried={
        "same dag|same dagen|den same dagen|den dagen": (Unit.DAY, 0),
        "dagen etter|dagen derpå|neste dag|påfølgjande dag|den påfølgjande dagen": (
            Unit.DAY,
            1,
        ),
        "dagen før": (Unit.DAY, -1),
        "veka etter|påfølgjande veke": (Unit.WEEK, 1),
        "veka før": (Unit.WEEK, -1),
        "månaden etter": (Unit.MONTH, 1),
        "månaden før": (Unit.MONTH, -1),
        "året etter|påfølgjande år": (Unit.YEAR, 1),
        "året før": (Unit.YEAR, -1),
        "same veke": (Unit.WEEK, 0),
        "same månad": (Unit.MONTH, 0),
        "same år": (Unit.YEAR, 0),
        "helga etter|påfølgjande helg": (Unit.WEEKEND, 1),
    },
    which={
        "denne|dette|inneverande|noverande": Which.THIS,
        "neste|nest": Which.NEXT,
        "komande|kommande|førstkomande|fyrstkomande|næraste|no førstkomande|førstkommande|førstk.|"
        "det komande": Which.COMING,
        "førre|sist|siste|føregåande|forrige": Which.LAST,
        "det same": Which.PLAIN,
        "same": Which.SAME,
        "påfølgjande|følgjande": Which.FOLLOWING,
    },
    which_after={
        "etter neste": Which.AFTER_NEXT,
        "som kommer|som kjem|førstkommende|førstkomande|fyrstkomande": Which.COMING,
        "som var": Which.LAST,
    },
    parts={
        "morgon|morgonen|morgen|morgenen|morra|morgontimane|morgontimar": DayPart.MORNING,
        "føremiddag|føremiddagen|formiddag|formiddagen": DayPart.FORENOON,
        "lunsj|lunsjtid|lunsjtider": DayPart.LUNCH,
        "ettermiddag|ettermiddagen|ettermiddagstimane": DayPart.AFTERNOON,
        "kveld|kvelden|aftan|aftanen|kveldstimane": DayPart.EVENING,
        "natt|natta|natti": DayPart.NIGHT,
    },
    part_offsets={
        "i morges|imorges|i dag tidleg|i morgons|tidleg i dag": (0, DayPart.MORNING),
        "i føremiddag|i formiddag": (0, DayPart.FORENOON),
        "i ettermiddag": (0, DayPart.AFTERNOON),
        "i kveld|ikveld|i aftan": (0, DayPart.EVENING),
        "i natt|inatt": (0, DayPart.NIGHT),
        "i går kveld|i gårkveld": (-1, DayPart.EVENING),
        "i morgon tidleg|i morga tidleg|imorgon tidleg": (1, DayPart.MORNING),
        "ved lunsjtid|ved lunsjtider|ved lunsj|til lunsj|i lunsjen": (0, DayPart.LUNCH),
    },
    leading_parts={"natt til|natta til|nattetimane til": DayPart.NIGHT},
    seasons={
        "våren|vårens": Season.SPRING,
        "sommaren|sommarens|sommar|sumar|sumaren": Season.SUMMER,
        "hausten|haustens|haust": Season.AUTUMN,
        "vinteren|vinterens|vinter": Season.WINTER,
    },
    doubtful_seasons={"vår": Season.SPRING},
    part_seasons={
        "forsommaren|på forsommaren|forsommar|føresommaren|på føresommaren": (
            PeriodPart.EARLY,
            Season.SUMMER,
        ),
        "seinsommaren|på seinsommaren|ettersommaren|på ettersommaren": (
            PeriodPart.LATE,
            Season.SUMMER,
        ),
        "tidleghausten|forhausten|på forhausten": (PeriodPart.EARLY, Season.AUTUMN),
        "seinhausten|på seinhausten|seinhaustes": (PeriodPart.LATE, Season.AUTUMN),
        "seinvinteren|på seinvinteren|ettervinteren|på ettervinteren": (
            PeriodPart.LATE,
            Season.WINTER,
        ),
        "forvinteren|på forvinteren|førevinteren": (PeriodPart.EARLY, Season.WINTER),
    },
    feast_weekends={
        "pinsehelga": Feast.WHIT_MONDAY,
        "nyttårshelga": Feast.NEW_YEARS_DAY,
        "palmehelga": Feast.PALM_SUNDAY,
    },
    openers={
        "på|no på|no til|no|ein gong i|ein gong|éin gong i|i|til|ved|om|den|"
        "ein dag i|ein av dagane i|ein eller annan dag i|"
        "ein eller annan gong i|ein eller annan gong på|ein eller annan gong|ein gong på|"
        "heile|i heile": True,
        "for": True,
        "over": True,
        "frå og med i": True,
    },
    month_openers={
        "i|til|for|utpå|ut på|utover|over|gjennom|om|"
        "ut i|no i|alt i|først i|tidleg i|seint i": True,
    },
    year_openers={
        "i|til|åra|år|året|for|om|mellom|anno|sommaren|hausten|våren|vinteren|rundt|omkring|"
        "vår|haust|av": True,
    },
    articles={"den": True, "dei": False},
    joints={"i|av|på|til|for|frå|den|i løpet av": True},
    bounds={
        "frist:|fristen:|"
        "innan|seinast|seinast innan|ikkje seinare enn|med frist|frist|frist til|seinast til|"
        "med frist til|seinast på|innan og med|innen|senast": Bound.BY,
        "før|føre|i forkant av|inn mot|fram mot|framføre": Bound.BEFORE,
        "etter|i etterkant av": Bound.AFTER,
        "frå|frå og med|f.o.m.|fom|tidlegast|fyrst|med verknad frå|gjeldande frå|først|"
        "med verknad frå og med|gjeldande frå og med|tidlegast frå|f.o.m": Bound.FROM,
        "til og med|t.o.m.|tom|fram til|inntil|fram til og med": Bound.UNTIL,
        "sidan": Bound.SINCE,
    },
    period_bounds={"ut|ut av": Bound.UNTIL},
    bounds_after={
        "seinast|senast|eller før": Bound.BY,
        "tidlegast|og utover|eller seinare|og framover": Bound.FROM,
    },
    hedges={
        "rundt|omkring|ca.|cirka|omtrent|om lag|omlag|rundt om|kring|litt over|like over|"
        "rett over|knappe|gode|bortimot|nærare|meir enn|minst|i overkant av|nesten|drygt|"
        "snautt|vel|opp mot|knapt|rundt omkring|rundt den|ikring": True,
    },
    ends={
        "utgangen av|slutten av|enden av|utløpet av|utgangen på|utgangen": True,
    },
    ends_after={"slutt|utgang|slutten": True},
    over={"er omme|er over|er slutt": True},
    week_leads={},
    week_of={"som byrjar|som startar|med start|frå|med|som sluttar|som endar": True},
    amounts={
        "ein halvtime|halvtime|ein halv time|ein halvtimes": (30, Unit.MINUTE),
        "eit kvarter|kvarter|eit kvarters": (15, Unit.MINUTE),
        "tre kvarter": (45, Unit.MINUTE),
        "halvannan time|ein og ein halv time": (90, Unit.MINUTE),
        "eit halvt år|eit halvår": (6, Unit.MONTH),
    },
    amount_adjectives={
        "drygt|dryg|snau|snautt|knapp|knapt|god|godt|liten|lita|heil|heilt|heile": True
    },
    past_spans={
        "den siste veka|siste veke": (1, Unit.WEEK),
        "den siste månaden|siste månad": (1, Unit.MONTH),
        "det siste året|siste år|siste året": (1, Unit.YEAR),
        "det siste tiåret|siste tiår": (1, Unit.DECADE),
        "det siste døgnet|siste døgn": (1, Unit.DAY),
        "det siste halvåret|siste halvår": (6, Unit.MONTH),
        "den siste timen": (1, Unit.HOUR),
    },
    lapses={
        "døgnet": (24, Unit.HOUR),
        "timen": (1, Unit.HOUR),
        "halvtimen": (30, Unit.MINUTE),
        "kvarteret": (15, Unit.MINUTE),
        "halvåret|halve året": (6, Unit.MONTH),
    },
    turns={"månadsskiftet|månadsskifte": True},
    zones={
        "norsk tid": "Europe/Oslo",
        "gmt|utc": "UTC",
        "cet|cest|sentraleuropeisk tid": "Europe/Oslo",
        "britisk tid": "Europe/London",
        "austkysttid|amerikansk austkysttid|washington-tid": "America/New_York",
        "amerikansk vestkysttid|vestkysttid": "America/Los_Angeles",
        "moskva-tid|russisk tid": "Europe/Moscow",
        "ukrainsk tid|kyiv-tid": "Europe/Kyiv",
        "israelsk tid": "Asia/Jerusalem",
        "iransk tid": "Asia/Tehran",
        "kinesisk tid|beijing-tid": "Asia/Shanghai",
        "japansk tid|tokyo-tid": "Asia/Tokyo",
        "lokal tid|lokaltid": "",
    },
    ahead_openers=forms("til"),
    exactly={"nøyaktig|akkurat|presis": True},
    hedges_after={"eller så|eller deromkring|eller der omkring|eller noko slikt": True},
    near_bounds={
        "like|rett|kort tid|straks|litt|kort|umiddelbart|noko|få minutt|minutt|i god tid|"
        "god tid|lenge": True,
    },
    some_time_after={"ein gong|éin gong|eingong|ein eller annan gong": True},
    bound_tails={"av": True},
    renewals=forms("ny nytt nye"),
    gatherings=forms("møte høyring runde rettsmøte forhandlingar samtalar pressekonferanse"),
    ahead_may_last=False,
    capital_months=False,
    carried_parts={
        "på føremiddagen|utpå føremiddagen|på formiddagen": (0, DayPart.FORENOON),
        "på ettermiddagen|utpå ettermiddagen": (0, DayPart.AFTERNOON),
        "på kvelden|utpå kvelden": (0, DayPart.EVENING),
        "same kveld|same kvelden|den kvelden|den same kvelden": (0, DayPart.EVENING),
        "same morgon|den morgonen": (0, DayPart.MORNING),
        "same ettermiddag|den ettermiddagen": (0, DayPart.AFTERNOON),
        "same natt|den natta|natta etter": (0, DayPart.NIGHT),
        "morgonen etter|neste morgon": (1, DayPart.MORNING),
        "kvelden etter|neste kveld": (1, DayPart.EVENING),
        "kvelden før": (-1, DayPart.EVENING),
    },
    rest={
        "i løpet av|ein gong i løpet av|éin gong i løpet av|"
        "i løpet|utover|gjennom|seinare i|seinare|resten av|utpå|"
        "i resten av|gjennom heile|i løpet av resten av|ut resten av": 1,
        "tidlegare i|tidlegare": -1,
    },
    period_parts={
        "i byrjinga av|byrjinga av|i starten av|starten av|starten på|i starten på|tidleg|"
        "tidleg i|primo|først i|fyrst i|i første del av|heilt i byrjinga av|i byrjinga på|"
        "byrjinga på|tidleg på|"
        "ved inngangen til|i begynnelsen av|i begynninga av": PeriodPart.EARLY,
        "på tampen av|tampen av|heilt på tampen av": PeriodPart.LATE,
        "i midten av|midten av|midt i|medio|midt på|midt": PeriodPart.MID,
        "i slutten av|slutten av|mot slutten av|seint i|seint|ultimo|på slutten av|sist i|"
        "mot utgangen av|ved utgangen av|heilt i slutten av|i utgangen av|"
        "i siste del av|seint på|på tampen av": PeriodPart.LATE,
        "i første halvdel av|første halvdel av|første del av": PeriodPart.FIRST_HALF,
        "i andre halvdel av|andre halvdel av|siste halvdel av|i siste halvdel av": (
            PeriodPart.SECOND_HALF
        ),
    },
    part_periods={"midtveke|midtveka|midtvekes": (PeriodPart.MID, Unit.WEEK)},
    through={"til|-|til og med|t.o.m.|tom|og inn i|og over i|og ut i": True},
    between={
        "mellom|frå|frå og med|f.o.m.|fom|i perioden|i tidsrommet|i perioden frå|i tidsrommet frå|"
        "i tida|perioden|tidsrommet": True,
    },
    conjunctions={"og": True, "eller": False},
    ahead={"om": 1},
    behind={"for": True},
    ago={"sidan|tilbake": -1, "tid|tids|frå no|frå no av": 1, "fram i tid|fram i tida": 1},
    later={"seinare|etter|etterpå": 1, "tidlegare|før": -1},
    shifts={"etter|frå": 1, "før": -1},
    within={"innan|i løpet av|innanfor|innen|om under|om mindre enn": True},
    spans_ahead={
        "det neste|den neste|det komande|den komande|i løpet av det neste|i det neste": 1,
        "dei neste|dei komande|dei næraste|i løpet av dei neste|i løpet av dei næraste|neste|"
        "komande|næraste|i dei neste|dei første|"
        "dei nærmaste|dei kommande|dei nærmeste": 1,
        "dei siste|siste|dei føregåande|dei førre|sist": -1,
    },
    clock_marks={"kl.|klokka|klokken|klokke": True},
    clock_ends={"presis": True},
    clock_around={"-tiden|-tida": True},
    meridiems={},
    named_clocks={
        **{
            f"{hour}tiden|{hour}tida": Clock(n, half_day=True, approximate=True)
            for hour, n in _HOURS
        },
        "midnatt|ved midnatt": Clock(24),
        "tolv på dagen|midt på dagen": Clock(12),
    },
    half_to={"halv": True},
    half_past={},
    clock_quarters={"kvart": 15, "eit kvarter|kvarter": 15},
    clock_directions={"over": 1, "på": -1},
    twelve_hours=False,
    every={"kvar|kvart|kvar einaste|kvart einaste|hver": True},
    every_other={
        "annankvar|annan kvar|annakvart|"
        "annakvar|kvar andre|kvart andre|kvar annan|kvart anna|anna kvar": 2,
    },
    adverbs={
        "dagleg|daglege": (Unit.DAY, 1),
        "vekentleg|vekentlege|ein gong i veka|éin gong i veka": (Unit.WEEK, 1),
        "månadleg|månadlege|ein gong i månaden|éin gong i månaden": (Unit.MONTH, 1),
        "årleg|årlege": (Unit.YEAR, 1),
        "kvartalsvis": (Unit.QUARTER, 1),
        "halvårleg": (Unit.HALF, 1),
    },
    every_workday={
        "yrkedagar|vekedagar|kvardagar|på kvardagar|kvar kvardag|alle kvardagar|kvardagane": True,
        "kvar vekedag|alle vekedagar|på vekedagar|vekedagane": True,
    },
    times={"gonger|gong": True},
    week_later={"til veka|til uka": 0},
    of_the_month={"i månaden": True},
    quarter_letters={"q|k": Unit.QUARTER, "h": Unit.HALF},
    decades={"tallet|talet": True, "åra|årene": False},
    centuries={"århundre|århundret|hundreår|hundreåret": True},
    feasts={
        "nyttårsdag|nyttårsdagen|første nyttårsdag|1. nyttårsdag": Feast.NEW_YEARS_DAY,
        "helligtrekongersdag|trettendedag jul": Feast.EPIPHANY,
        "samefolkets dag|samenes nasjonaldag": Feast.SAMI_DAY,
        "valentinsdagen|valentinsdag|valentine": Feast.VALENTINES,
        "kvinnedagen|den internasjonale kvinnedagen": Feast.WOMENS_DAY,
        "fastelavnstirsdag|feitetirsdag": Feast.SHROVE_TUESDAY,
        "askeonsdag": Feast.ASH_WEDNESDAY,
        "palmesøndag|palmesundag": Feast.PALM_SUNDAY,
        "påskeveka|den stille veka|stille veke": Feast.HOLY_WEEK,
        "skjærtorsdag|skjertorsdag|skirtorsdag": Feast.MAUNDY_THURSDAY,
        "langfredag": Feast.GOOD_FRIDAY,
        "påskeaftan|påskeaften": Feast.EASTER_EVE,
        "påske|påska|påskehelga": Feast.EASTER,
        "første påskedag|fyrste påskedag|1. påskedag|påskedag|påskesøndag": Feast.EASTER_SUNDAY,
        "andre påskedag|2. påskedag|annan påskedag": Feast.EASTER_MONDAY,
        "arbeidarane sin dag|arbeidardagen|arbeidarane sin internasjonale kampdag|første mai|"
        "1. mai-feiringen": (Feast.LABOUR_DAY),
        "frigjeringsdagen": Feast.LIBERATION_DAY,
        "nasjonaldagen|grunnlovsdagen|syttende mai|17. mai-feiringen|grunnlovsdag": (
            Feast.NATIONAL_DAY
        ),
        "kristi himmelfartsdag|kristi himmelferdsdag|"
        "kristi himmelferd|kristi himmelfart": Feast.ASCENSION,
        "pinseaftan|pinseaften": Feast.WHIT_EVE,
        "pinse|pinsa": Feast.WHITSUN,
        "første pinsedag|fyrste pinsedag|1. pinsedag|pinsedag": Feast.WHIT_SUNDAY,
        "andre pinsedag|2. pinsedag|annan pinsedag": Feast.WHIT_MONDAY,
        "sankthansaftan|sankthans|st. hans|st. hansaftan|jonsok|jonsokaftan|jonsokkvelden": (
            Feast.MIDSUMMER_EVE
        ),
        "olsok": Feast.ST_OLAVS_DAY,
        "halloween": Feast.HALLOWEEN,
        "allehelgensdag|helgemesse|allehelgen": Feast.ALL_SAINTS,
        "morsdag": Feast.MOTHERS_DAY,
        "farsdag": Feast.FATHERS_DAY,
        "fyrste søndag i advent|fyrste sundag i advent|første sundag i advent|"
        "første søndag i advent|1. søndag i advent|1. advent": Feast.FIRST_ADVENT,
        "andre søndag i advent|2. søndag i advent": Feast.SECOND_ADVENT,
        "tredje søndag i advent|3. søndag i advent": Feast.THIRD_ADVENT,
        "fjerde søndag i advent|4. søndag i advent|siste søndag i advent|4. advent": (
            Feast.FOURTH_ADVENT
        ),
        "advent|adventstiden|adventstida": Feast.ADVENT,
        "luciadagen|lucia|luciadag": Feast.ST_LUCY,
        "veslejulaftan|vesle julaftan|"
        "litle julaftan|litlejulaftan|veslejulafta": Feast.LITTLE_CHRISTMAS_EVE,
        "julaftan|julekvelden|jolaftan|julaften|juleftan|joleftan": Feast.CHRISTMAS_EVE,
        "jul|jula|jol|jola|julehelga|joli": Feast.CHRISTMAS,
        "første juledag|fyrste juledag|1. juledag|juledag": Feast.CHRISTMAS_DAY,
        "andre juledag|2. juledag|annan juledag": Feast.BOXING_DAY,
        "tredje juledag|3. juledag": Feast.THIRD_DAY_OF_CHRISTMAS,
        "romjula|romjul|mellom jul og nyttår|romjola|mellom jol og nyttår": Feast.BETWEEN_THE_YEARS,
        "nyttårsaftan|nyttårskvelden|nyttårsaften": Feast.NEW_YEARS_EVE,
        "årsskiftet|nyttår|nyttåret|årsskifte|årsslutt|årsslutten": (Feast.TURN_OF_THE_YEAR),
        "på nyåret|tidleg på nyåret|over nyttår|utpå nyåret|nyåret|like over nyttår|"
        "rett over nyttår|rett etter nyttår|like etter nyttår|straks over nyttår": (
            Feast.EARLY_IN_THE_YEAR
        ),
        "thanksgiving": Feast.THANKSGIVING,
        "black friday": Feast.BLACK_FRIDAY,
        "cyber monday": Feast.CYBER_MONDAY,
    },
    refs={
        "no|for tida|for augneblinken|for augeblinken": Ref.PRESENT,
        "nyleg|i det siste|den siste tida|tidlegare": Ref.PAST,
        "i framtida|framover|snart": Ref.FUTURE,
    },
    particle_verbs={
        "til": forms("tok tek tar ta teke tatt"),
        "ut": forms("går gjekk gå gått"),
        "fram": forms("ser såg sjå sett"),
    },
    deadlines=forms("frist"),
    past_as_present=frozenset(),
    modals=forms("vil skal kan må bør"),
    past_if_negated=frozenset(),
    past_verbs=forms(
        "dreiv lét overtok påla påstod tilbaud tilstod rana utløyste utviste avslo avla "
        "avgav avbraut føretok inngjekk innsåg mista nedla nekta opplevde oppgav overgav "
        "retta skulda stogga tillét utgjorde vedgjekk øydela unngjekk gjennomgjekk "
        "oppsa frafall forstod tilgav svor frigjorde godtok "
        "helste blæs bles viste tilviste lyste gjesta rosa hoppa "
        "trådde brann brast herja vakna sprakk slapp sov åt stal strauk flaug greip gret galdt "
        "hang heitte hjelpte laup laug naut rakk reiv ropte rømde song skreik sprang stakk "
        "stansa svikta søkte trong tvinga forlét forlet rasa eksploderte kolliderte havarerte "
        "pågripen gjennomført gått kome komen vore vorte hatt fått gjeve teke drege gjort sett "
        "spelt vunne tapt møtt reist drepen skoten dømd funnen signert vedteke falle stige "
        "sokke sa var vart blei fekk kom gjekk hadde tok såg gav ga drog heldt vann tapte møtte "
        "møttest snakka fortalde skreiv uttalte varsla opplyste melde stadfesta forklarte "
        "meinte hevda understreka presiserte opna starta byrja slutta døydde omkom skjedde "
        "hende fann sto stod låg sat fortsette kunngjorde presenterte lanserte offentleggjorde "
        "publiserte vedtok røysta valde bestemte avgjorde rapporterte svara svarte spurde bad "
        "reiste køyrde krasja drap drepte angreip skaut pågreip arresterte sikta dømde "
        "frikjende underteikna signerte underskreiv innførte avlyste utsette fall steig auka "
        "sokk landa sende leverte foreslo kravde innrømte avviste beklaga gratulerte la sette "
        "braut trekte slo spelte skåra utdjupa peika påpeika konkluderte kalla ringde høyrde "
        "kunne ville skulle måtte visste trudde oppstod leidde viste venta gjorde let budde "
        "arbeidde jobba bytte selde kjøpte betalte tente ramma besøkte deltok talte debuterte "
        "fylte forsvann gjennomførte avslutta etablerte flytta voks studerte arrangerte rykte "
        "trefte råka tiltredde gleid "
        "planla avheldt gjenopptok avgjekk framla framheldt halp traff følgde føreslo mottok "
        "pågjekk utgjekk avtok førte klarte ønskte ynskte tenkte dekte strekte merkte varte "
        "delte leigde stengde godkjende erkjende avtalte undersøkte svekte sløkte fullførte "
        "forlengde dømte stilte sleppte frifann etterfølgde gravla forbaud grunnla bidrog "
        "beheldt rauk gjentok innvigde utnemnde overlevde enda levde bygde ferdigstilte "
        "framgjekk tilgjekk overgjekk førekom framkom påtok opptok inntok tiltok fastslo "
        "oppslo kartla tilla opprettheldt beskreiv innskreiv beskaut gjenvalde gjenoppbygde "
        "utbygde leste køyrte lærte høyrte styrte lånte vendte brukte avhøyrte løyste prøvte "
        "prøvde varmte tømte meldte sendte tilkalte rømte ringte utførte tildelte utbetalte "
        "overførte vidareførte opphøyrte framførte blåste avslørte lurte målte forsøkte"
    ),
    past_endings=("erte", "dde"),
    future_endings=("ast",),
    weak_past_endings=("a", "te", "de"),
    not_past_endings=("ste", "møte", "støtte", "rente", "runde", "side", "kunde", "rute"),
    subject_endings=("en", "et", "ene", "a", "an", "ane"),
    infinitive_marks=forms("å"),
    present_endings=("er", "år", "ir", "ør"),
    not_present=forms("der her eller over under etter når meir fleire år betre"),
    reported=forms(
        "pågripen pågripe arrestert drepen drepne skoten såra skadd sikta observert sett funnen "
        "bortført kidnappa stolen overfallen rana lauslaten omkomen avfyrt avretta"
    ),
    granting=forms("gav gjev gir gitt fekk får fått"),
    yet_to_come=forms("seinare"),
    indefinite=forms("ein"),
    been=forms("vore vorte blitt"),
    last_times=forms("sist"),
    perfect_infinitives=forms("ha"),
    participle_endings=("t",),
    perfect=forms("har"),
    negations=forms("ikkje ikke"),
    infinitives=forms("bli blir vert verta verte vere vera"),
    postponing=forms("utsett flytta forskuva forlenga utsette"),
    promising=forms("samde avtalt planlagt lova bestemt håpa håper rekna"),
    reporting=forms(
        "opplyser skriv melder seier heiter fortel stadfestar uttalar kunngjer ifølgje"
    ),
    that_words=forms("at som når hvis dersom om"),
    moves=forms("prosent prosentpoeng % opp ned høgare lågare"),
    partitive=forms("av"),
    measuring=forms("etter frå"),
    had=forms("hadde"),
    sequels=forms("følgt etterfølgt"),
    agents=forms("av"),
    not_past=forms("venta"),
    future_words=forms(
        "skal vil kjem ventast venta forventa planlegg planlagt planleggjast bør kan må håpar "
        "ventar startar byrjar opnar møtest blir vert reiser drar dreg får trer fastsett tenkt "
        "spelar kuttar sluttar tek overtek tiltrer flyttar innfører stengjer leverer handsamar "
        "vedtek avsluttar feirar besøkjer samlast treffest gjeld opphøyrer møter held set legg "
        "kallar stemmer viser sender utvidar gjenopnar avgjer"
    ),
    counters=forms(
        "meter meters kroner kr personar menneske gonger kilometer km kilo tonn dollar "
        "euro prosent "
        "millionar røyster deltakarar innbyggjarar tilsette plassar dagar timar hus bilar"
    ),
    numbering=forms(
        "versjon avsnitt punkt kapittel side nummer nr figur tabell vedlegg paragraf § artikkel"
    ),
    verbs_after=forms(
        "skal vil kan må blir vert er var har hadde kjem og eller men som at for med før etter "
        "på om så då ifølgje når viss dersom ventast sa seier fekk får til der i"
    ),
    comparing=forms("enn"),
    lasting_leads=forms("i"),
    titles=forms("times post avisa magasinet revyen klubben nation dokument"),
    weekday_links=("s", ""),
    event_leads=forms("at den det dei dette denne han ho hans hennar sin sitt sine ein ei eit"),
    event_endings=("en", "ane", "ene"),
    genitive_ending="s",
    weekday_letters=("må", "ty", "on", "to", "fr", "la", "sø"),
    lunch=(11, 13),
)

LANGUAGE = LanguageWords(
    tag="nn",
    markers=forms(
        "ikkje eg ho nokon noko nokre kva kven kvar korleis kvifor frå mykje sjølv veke veka "
        "veker kvart kjem gjer vere vore berre vert vart blei dersom seier enn meir etter seg "
        "ein ei eit av og det som på til er har med for at ved mellom også den dei å vil skal "
        "var sin sitt sine deira sidan men eller då når her under seinare første fleire andre "
        "både mange månad månader dagar timar kunne skulle ville får fekk gjekk kom gjorde "
        "viser meiner fortel heile gjennom statsministeren regjeringa medan ifrå no slik difor "
        "òg saman arbeidet elevar menneske måtte sjå venta ventast ifølgje i"
    ),
    time=_TIME,
)
