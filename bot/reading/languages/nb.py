"""Bokmål."""

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
    ("syv", 7),
    ("åtte", 8),
    ("ni", 9),
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
)

_TIME = TimeWords(
    numbers={
        "en|ei|et|én|ett|ein|eit": 1,
        "to": 2,
        "tre": 3,
        "fire": 4,
        "fem": 5,
        "seks": 6,
        "sju|syv": 7,
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
        "tjue|tyve": 20,
        "tjuefem|tjue fem": 25,
        "tretti|tredve": 30,
        "førti": 40,
        "førtiåtte": 48,
        "femti": 50,
        "seksti": 60,
        "nitti": 90,
        "hundre|et hundre": 100,
        "halv|halvt|en halv|et halvt|ein halv|eit halvt": 0.5,
        "halvannen|halvannet|en og en halv|ett og et halvt|et og et halvt": 1.5,
    },
    vague_numbers={
        "et par": 2,
        "par": 2,
        "noen|noen få|enkelte": 3,
        "flere": 3,
        "få": 3,
    },
    ordinals={
        "første|1ste": 1,
        "andre|annen|annet": 2,
        "tredje": 3,
        "fjerde": 4,
        "femte": 5,
        "sjette": 6,
        "sjuende|syvende": 7,
        "åttende": 8,
        "niende": 9,
        "tiende": 10,
        "ellevte": 11,
        "tolvte": 12,
        "trettende": 13,
        "fjortende": 14,
        "femtende": 15,
        "sekstende": 16,
        "syttende": 17,
        "attende": 18,
        "nittende": 19,
        "tjuende|tyvende": 20,
        "tjueførste|enogtyvende": 21,
        "tjueandre|toogtyvende": 22,
        "tjuetredje|treogtyvende": 23,
        "tjuefjerde|fireogtyvende": 24,
        "tjuefemte|femogtyvende": 25,
        "tjuesjette|seksogtyvende": 26,
        "tjuesjuende|tjuesyvende|syvogtyvende": 27,
        "tjueåttende|åtteogtyvende": 28,
        "tjueniende|niogtyvende": 29,
        "trettiende|tredevte": 30,
        "trettiførste|enogtredevte": 31,
        "siste": -1,
        "nest siste": -2,
    },
    ordinal_ends=forms("e ste dje te"),
    dotted_days=True,
    weekdays={
        "mandag|mandagen|mandags|mandagens|madag|mandg|mnadag": 0,
        "tirsdag|tirsdagen|tirsdags|tirsdagens|tirdag|tirsag|tisdag|tirsdg": 1,
        "onsdag|onsdagen|onsdags|onsdagens|onsag|onsdg|osndag": 2,
        "torsdag|torsdagen|torsdags|torsdagens|torsag|tordag|torsdg": 3,
        "fredag|fredagen|fredags|fredagens|fredg|fedag|ferdag": 4,
        "lørdag|lørdagen|lørdags|lørdagens|laurdag|lørag|lordag|lørdg|loerdag": 5,
        "søndag|søndagen|søndags|søndagens|sundag|sønag|sondag|søndg|soendag": 6,
    },
    each_weekday={
        "mandager|mandagene": 0,
        "tirsdager|tirsdagene": 1,
        "onsdager|onsdagene": 2,
        "torsdager|torsdagene": 3,
        "fredager|fredagene": 4,
        "lørdager|lørdagene": 5,
        "søndager|søndagene": 6,
    },
    short_weekdays={
        "man.|mand.": 0,
        "tir.|tirs.": 1,
        "ons.": 2,
        "tor.|tors.": 3,
        "fre.|fred.": 4,
        "lør.|lørd.": 5,
        "søn.|sønd.": 6,
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
    month_tails={"måned": True},
    name_like=forms("mai juni april august mars jul jan mar des"),
    units={
        "sekund|sekunder|sekundet|sekundene": Unit.SECOND,
        "minutt|minutter|minuttet|minuttene|minutters|min.": Unit.MINUTE,
        "time|timer|timen|timene|timers|times|t.": Unit.HOUR,
        "dag|dager|dagen|dagene|dagers|dags|døgn|døgnet|døgnene|døgns": Unit.DAY,
        "virkedag|virkedager|virkedagen|virkedagene|arbeidsdag|arbeidsdager|arbeidsdagene|"
        "hverdag|hverdager|yrkesdag|yrkesdager": Unit.WORKDAY,
        "natt|netter|natten|nettene": Unit.NIGHT,
        "uke|uker|uken|uka|ukene|ukers|ukes|ukens": Unit.WEEK,
        "helg|helga|helgen|helger|helgene|helgens|weekend|weekenden": Unit.WEEKEND,
        "måned|måneder|måneden|månedene|måneders|måneds|månedens|mnd.": Unit.MONTH,
        "kvartal|kvartaler|kvartalet|kvartalets|kvartalene": Unit.QUARTER,
        "tertial|tertialet": Unit.THIRD,
        "halvår|halvåret|halvårene": Unit.HALF,
        "år|året|årene|års|årets": Unit.YEAR,
        "tiår|tiåret|tiårene": Unit.DECADE,
        "århundre|århundret|hundreår": Unit.CENTURY,
    },
    plural_units={
        "timene": Unit.HOUR,
        "dagene|døgnene": Unit.DAY,
        "ukene": Unit.WEEK,
        "månedene": Unit.MONTH,
        "årene": Unit.YEAR,
    },
    relatives={
        "i dag|idag|dags dato": (Unit.DAY, 0),
        "i morgen|imorgen|i morgn|i mogen|morgendagen|morgendagens|i morra|imorra|i morgon": (
            Unit.DAY,
            1,
        ),
        "i overmorgen|overmorgen|iovermorgen|overimorgen|over i morgen": (Unit.DAY, 2),
        "uken etter neste|uka etter neste": (Unit.WEEK, 2),
        "helgen etter neste|helga etter neste": (Unit.WEEKEND, 2),
        "måneden etter neste": (Unit.MONTH, 2),
        "i går|igår|gårsdagen|gårsdagens": (Unit.DAY, -1),
        "i forgårs|i forgårs|forgårs|iforgårs": (Unit.DAY, -2),
        "i år": (Unit.YEAR, 0),
        "i fjor|ifjor|fjoråret|fjorårets": (Unit.YEAR, -1),
        "i forfjor": (Unit.YEAR, -2),
        "i helgen|i helga|til helgen|til helga|over helgen|over helga|gjennom helgen|"
        "gjennom helga|helgen|helga": (
            Unit.WEEKEND,
            0,
        ),
        "til uka|til uken": (Unit.WEEK, 1),
        "midtuke|dette årtusenet": (Unit.WEEK, 0),
    },
    carried={
        "samme dag|den samme dagen|den dagen|denne dagen|samme dato": (Unit.DAY, 0),
        "dagen etter|dagen derpå|neste dag|påfølgende dag|den påfølgende dagen|dagen derpaa": (
            Unit.DAY,
            1,
        ),
        "dagen før|dagen i forveien": (Unit.DAY, -1),
        "uken etter|uka etter|ukene etter|påfølgende uke": (Unit.WEEK, 1),
        "uken før|uka før": (Unit.WEEK, -1),
        "måneden etter": (Unit.MONTH, 1),
        "måneden før": (Unit.MONTH, -1),
        "året etter|påfølgende år": (Unit.YEAR, 1),
        "året før": (Unit.YEAR, -1),
        "samme uke": (Unit.WEEK, 0),
        "samme måned": (Unit.MONTH, 0),
        "samme år": (Unit.YEAR, 0),
        "helgen etter|helga etter|påfølgende helg": (Unit.WEEKEND, 1),
    },
    which={
        "denne|dette|inneværende|nåværende": Which.THIS,
        "neste|nest": Which.NEXT,
        "kommende|førstkommende|førstk.|nærmeste|nå førstkommende|nå kommende|"
        "det kommende": Which.COMING,
        "forrige|sist|siste|foregående|førre": Which.LAST,
        "det samme": Which.PLAIN,
        "samme": Which.SAME,
        "påfølgende|følgende": Which.FOLLOWING,
    },
    which_after={
        "etter neste": Which.AFTER_NEXT,
        "som kommer|som kjem|førstkommende|førstkomande|fyrstkomande": Which.COMING,
        "som var": Which.LAST,
    },
    parts={
        "morgen|morgenen|morgonen|morra|tidlig morgen|morges|morgentimene|morgentimer": (
            DayPart.MORNING
        ),
        "formiddag|formiddagen": DayPart.FORENOON,
        "lunsj|lunsjtid|lunsjtider": DayPart.LUNCH,
        "ettermiddag|ettermiddagen|ettermiddagstimene": DayPart.AFTERNOON,
        "kveld|kvelden|aften|aftenen|kveldstimene": DayPart.EVENING,
        "natt|natten|natta|nattetimene": DayPart.NIGHT,
    },
    part_offsets={
        "i morges|i dag morges|imorges|i dag tidlig|tidlig i dag": (0, DayPart.MORNING),
        "i formiddag": (0, DayPart.FORENOON),
        "i ettermiddag": (0, DayPart.AFTERNOON),
        "i kveld|ikveld|i aften": (0, DayPart.EVENING),
        "i natt|inatt": (0, DayPart.NIGHT),
        "i går kveld|i gårkveld|i går aften": (-1, DayPart.EVENING),
        "i morgen tidlig|i morra tidlig|imorgen tidlig": (1, DayPart.MORNING),
        "ved lunsjtid|ved lunsjtider|ved lunsj|til lunsj|i lunsjen": (0, DayPart.LUNCH),
    },
    leading_parts={"natt til|natten til|natta til|nattetimene til": DayPart.NIGHT},
    seasons={
        "våren|vårens": Season.SPRING,
        "sommeren|sommerens|sommer": Season.SUMMER,
        "høsten|høstens|høst": Season.AUTUMN,
        "vinteren|vinterens|vinter": Season.WINTER,
    },
    doubtful_seasons={"vår": Season.SPRING},
    part_seasons={
        "forsommeren|på forsommeren|forsommer": (PeriodPart.EARLY, Season.SUMMER),
        "sensommeren|seinsommeren|på sensommeren|på seinsommeren|ettersommeren|på ettersommeren": (
            PeriodPart.LATE,
            Season.SUMMER,
        ),
        "forhøsten|tidlighøsten|på forhøsten": (PeriodPart.EARLY, Season.AUTUMN),
        "senhøsten|seinhøsten|på senhøsten|på seinhøsten|senhøstes|seinhøstes": (
            PeriodPart.LATE,
            Season.AUTUMN,
        ),
        "senvinteren|seinvinteren|på senvinteren|på seinvinteren|ettervinteren|på ettervinteren": (
            PeriodPart.LATE,
            Season.WINTER,
        ),
        "forvinteren|på forvinteren": (PeriodPart.EARLY, Season.WINTER),
    },
    feast_weekends={
        "pinsehelgen|pinsehelga": Feast.WHIT_MONDAY,
        "nyttårshelgen|nyttårshelga": Feast.NEW_YEARS_DAY,
        "palmehelgen|palmehelga": Feast.PALM_SUNDAY,
    },
    openers={
        "på|nå på|nå til|nå|en gang i|en gang|engang i|én gang i|i|til|ved|om|den|den dagen|"
        "en dag i|en av dagene i|en eller annen dag i|"
        "en eller annen gang i|en eller annen gang på|en eller annen gang|en gang på|"
        "hele|i hele": True,
        "for": True,
        "over": True,
        "fra og med i": True,
    },
    month_openers={
        "i|til|for|utpå|ut på|utover|over|gjennom|om|"
        "ut i|nå i|allerede i|først i|tidlig i|sent i": True,
    },
    year_openers={
        "i|til|årene|år|året|for|om|mellom|anno|sommeren|høsten|våren|vinteren|rundt|omkring|"
        "vår|høst|av": True,
    },
    articles={"den": True, "de": False},
    joints={"i|av|på|til|for|fra|den|i løpet av": True},
    bounds={
        "frist:|fristen:|"
        "innen|senest|seinest|senest innen|ikke senere enn|ikke seinere enn|med frist|frist|"
        "frist til|innan|senest til|før eller på|med frist til|senest på|innen og med": Bound.BY,
        "før|forut for|i forkant av|inn mot|fram mot|frem mot": Bound.BEFORE,
        "etter|i etterkant av": Bound.AFTER,
        "fra|fra og med|f.o.m.|fom|tidligst|fra og til|med virkning fra|gjeldende fra|først|"
        "med virkning fra og med|gjeldende fra og med|tidligst fra|f.o.m": Bound.FROM,
        "til og med|t.o.m.|tom|fram til|frem til|inntil|fram til og med|"
        "frem til og med": Bound.UNTIL,
        "siden": Bound.SINCE,
    },
    period_bounds={"ut|ut av": Bound.UNTIL},
    bounds_after={
        "senest|seinest|eller før|eller tidligere": Bound.BY,
        "tidligst|og utover|eller senere|og framover|og fremover|eller seinere": Bound.FROM,
    },
    hedges={
        "rundt|omkring|ca.|cirka|omtrent|om lag|omlag|rundt om|anslagsvis|cirka rundt|"
        "litt over|like over|rett over|i overkant av|nesten|drøyt|snaut|vel|opp mot|knapt|drøye|"
        "snaue|knappe|gode|bortimot|nærmere|mer enn|minst|rundt omkring|rundt den": True,
    },
    ends={
        "utgangen av|slutten av|enden av|utløpet av|utgangen på|utgangen": True,
    },
    ends_after={"slutt|utgang|slutten": True},
    over={"er omme|er over|er slutt": True},
    week_leads={},
    week_of={
        "som begynner|som starter|med start|fra|som begynner den|som inneholder|med|"
        "som slutter|som ender": True
    },
    amounts={
        "en halvtime|halvtime|en halv time|en halvtimes": (30, Unit.MINUTE),
        "et kvarter|kvarter|et kvarters": (15, Unit.MINUTE),
        "tre kvarter": (45, Unit.MINUTE),
        "fem kvarter": (75, Unit.MINUTE),
        "halvannen time|en og en halv time": (90, Unit.MINUTE),
        "et halvt år|et halvår|halvåret som kommer": (6, Unit.MONTH),
    },
    amount_adjectives={"drøy|drøyt|snau|snaut|knapp|knapt|god|godt|liten|lita|hel|helt|hele": True},
    past_spans={
        "den siste uken|den siste uka|siste uke": (1, Unit.WEEK),
        "den siste måneden|siste måned": (1, Unit.MONTH),
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
    turns={"månedsskiftet|månedsskifte": True},
    zones={
        "norsk tid": "Europe/Oslo",
        "gmt|utc": "UTC",
        "cet|cest|sentraleuropeisk tid": "Europe/Oslo",
        "britisk tid": "Europe/London",
        "new york-tid|amerikansk østkysttid|østkysttid|washington-tid": "America/New_York",
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
    hedges_after={"eller så|eller deromkring|eller der omkring|eller noe slikt|sånn cirka": True},
    near_bounds={
        "like|rett|kort tid|straks|litt|kort|umiddelbart|noe|få minutter|minutter|"
        "i god tid|god tid|lenge": True,
    },
    some_time_after={"en gang|én gang|engang|en eller annen gang": True},
    bound_tails={"av": True},
    renewals=forms("ny nytt nye"),
    gatherings=forms(
        "møte møter høring høringer runde rettsmøte forhandlinger samtaler pressekonferanse"
    ),
    ahead_may_last=False,
    capital_months=False,
    carried_parts={
        "på formiddagen|utpå formiddagen": (0, DayPart.FORENOON),
        "på ettermiddagen|utpå ettermiddagen": (0, DayPart.AFTERNOON),
        "på kvelden|utpå kvelden": (0, DayPart.EVENING),
        "samme kveld|den kvelden|den samme kvelden|senere samme kveld": (0, DayPart.EVENING),
        "samme morgen|den morgenen": (0, DayPart.MORNING),
        "samme ettermiddag|den ettermiddagen": (0, DayPart.AFTERNOON),
        "samme natt|den natten|natten etter": (0, DayPart.NIGHT),
        "morgenen etter|neste morgen|påfølgende morgen": (1, DayPart.MORNING),
        "kvelden etter|neste kveld": (1, DayPart.EVENING),
        "kvelden før|kvelden i forveien": (-1, DayPart.EVENING),
    },
    rest={
        "i løpet av|en gang i løpet av|én gang i løpet av|"
        "i løpet|utover|gjennom|senere i|seinere i|senere|"
        "seinere|resten av|utpå|"
        "i resten av|gjennom hele|i løpet av resten av|senere denne|ut resten av": 1,
        "tidligere i|tidligere": -1,
    },
    period_parts={
        "i begynnelsen av|begynnelsen av|i starten av|starten av|starten på|i starten på|tidlig|"
        "tidlig i|primo|først i|i første del av|helt i begynnelsen av|i begynnelsen på|"
        "begynnelsen på|tidlig på|ved inngangen til": PeriodPart.EARLY,
        "på tampen av|tampen av|helt på tampen av": PeriodPart.LATE,
        "i midten av|midten av|midt i|medio|midt på|midt": PeriodPart.MID,
        "i slutten av|slutten av|mot slutten av|sent i|seint i|sent|ultimo|på slutten av|sist i|"
        "mot utgangen av|ved utgangen av|helt i slutten av|i utgangen av|tidlig mot slutten av|"
        "i siste del av|sent på|seint på|senhøsten i": PeriodPart.LATE,
        "i første halvdel av|første halvdel av|første del av": PeriodPart.FIRST_HALF,
        "i andre halvdel av|andre halvdel av|siste halvdel av|i siste halvdel av": (
            PeriodPart.SECOND_HALF
        ),
    },
    part_periods={"midtuke|midtuken|midtukes": (PeriodPart.MID, Unit.WEEK)},
    through={"til|-|til og med|t.o.m.|tom|og inn i|og over i|og ut i": True},
    between={
        "mellom|fra|fra og med|f.o.m.|fom|i perioden|i tidsrommet|i perioden fra|i tidsrommet fra|"
        "i tiden|perioden|tidsrommet|i perioden mellom": True,
    },
    conjunctions={"og": True, "eller": False},
    ahead={"om": 1},
    behind={"for": True},
    ago={
        "siden|tilbake": -1,
        "tid|tids|fra nå|fra nå av": 1,
        "fram i tid|frem i tid|fram i tida": 1,
    },
    later={"senere|seinere|etter|etterpå": 1, "tidligere|før|i forveien": -1},
    shifts={"etter|fra": 1, "før": -1},
    within={"innen|i løpet av|innenfor|om under|om mindre enn": True},
    spans_ahead={
        "det neste|den neste|det kommende|den kommende|i løpet av det neste|i det neste": 1,
        "de neste|de kommende|de nærmeste|i løpet av de neste|i løpet av de nærmeste|"
        "i løpet av de kommende|neste|kommende|nærmeste|i de neste|de første|"
        "de nærmest": 1,
        "de siste|siste|de siste par|de foregående|de forrige|sist": -1,
    },
    clock_marks={"kl.|klokken|klokka|klokke|kl": True},
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
    clock_quarters={"kvart": 15, "et kvarter|kvarter": 15},
    clock_directions={"over": 1, "på": -1},
    twelve_hours=False,
    every={"hver|hvert|enhver|hver eneste|hvert eneste|kvar": True},
    every_other={
        "annenhver|annethvert|annahver|hver andre|hvert andre|hver annen|hvert annet": 2,
    },
    adverbs={
        "daglig|daglige": (Unit.DAY, 1),
        "ukentlig|ukentlige|en gang i uken|én gang i uken|en gang i uka": (Unit.WEEK, 1),
        "månedlig|månedlige|en gang i måneden|én gang i måneden": (Unit.MONTH, 1),
        "årlig|årlige": (Unit.YEAR, 1),
        "kvartalsvis": (Unit.QUARTER, 1),
        "halvårlig": (Unit.HALF, 1),
    },
    every_workday={
        "yrkesdager|ukedager|hverdager|på hverdager|hver hverdag|alle hverdager|hverdagene": True,
        "hver ukedag|alle ukedager|på ukedager|ukedagene": True,
    },
    times={"ganger|gang": True},
    week_later={"til uka|til uken": 0},
    of_the_month={"i måneden": True},
    quarter_letters={"q|k": Unit.QUARTER, "h": Unit.HALF},
    decades={"tallet": True, "årene|åra": False},
    centuries={"århundre|århundret": True},
    feasts={
        "nyttårsdag|nyttårsdagen|første nyttårsdag|1. nyttårsdag": Feast.NEW_YEARS_DAY,
        "helligtrekongersdag|trettendedag jul": Feast.EPIPHANY,
        "samefolkets dag|samenes nasjonaldag": Feast.SAMI_DAY,
        "valentinsdagen|valentinsdag|valentine": Feast.VALENTINES,
        "kvinnedagen|den internasjonale kvinnedagen": Feast.WOMENS_DAY,
        "fastelavnstirsdag|feitetirsdag": Feast.SHROVE_TUESDAY,
        "askeonsdag": Feast.ASH_WEDNESDAY,
        "palmesøndag": Feast.PALM_SUNDAY,
        "påskeuka|påskeuken|den stille uke|stille uke": Feast.HOLY_WEEK,
        "skjærtorsdag": Feast.MAUNDY_THURSDAY,
        "langfredag": Feast.GOOD_FRIDAY,
        "påskeaften": Feast.EASTER_EVE,
        "påske|påsken|påska|påskehelgen|påskehelga|påskens": Feast.EASTER,
        "første påskedag|1. påskedag|påskedag|påskesøndag": Feast.EASTER_SUNDAY,
        "andre påskedag|2. påskedag|annen påskedag": Feast.EASTER_MONDAY,
        "arbeidernes dag|arbeidernes internasjonale kampdag|første mai|1. mai-feiringen": (
            Feast.LABOUR_DAY
        ),
        "frigjøringsdagen": Feast.LIBERATION_DAY,
        "nasjonaldagen|grunnlovsdagen|syttende mai|17. mai-feiringen|grunnlovsdag": (
            Feast.NATIONAL_DAY
        ),
        "kristi himmelfartsdag|kristi himmelfart": Feast.ASCENSION,
        "pinseaften": Feast.WHIT_EVE,
        "pinse|pinsen|pinsa": Feast.WHITSUN,
        "første pinsedag|1. pinsedag|pinsedag": Feast.WHIT_SUNDAY,
        "andre pinsedag|2. pinsedag|annen pinsedag": Feast.WHIT_MONDAY,
        "sankthansaften|sankthans|st. hans|st. hansaften|jonsok|jonsokaften|st.hans": (
            Feast.MIDSUMMER_EVE
        ),
        "olsok": Feast.ST_OLAVS_DAY,
        "halloween": Feast.HALLOWEEN,
        "allehelgensdag|allehelgen": Feast.ALL_SAINTS,
        "morsdag": Feast.MOTHERS_DAY,
        "farsdag": Feast.FATHERS_DAY,
        "første søndag i advent|1. søndag i advent|1. advent": Feast.FIRST_ADVENT,
        "andre søndag i advent|2. søndag i advent": Feast.SECOND_ADVENT,
        "tredje søndag i advent|3. søndag i advent": Feast.THIRD_ADVENT,
        "fjerde søndag i advent|4. søndag i advent|siste søndag i advent|4. advent": (
            Feast.FOURTH_ADVENT
        ),
        "advent|adventstiden|adventstida": Feast.ADVENT,
        "luciadagen|lucia|luciadag": Feast.ST_LUCY,
        "lille julaften|lillejulaften|veslejulaften": Feast.LITTLE_CHRISTMAS_EVE,
        "julaften|julekvelden": Feast.CHRISTMAS_EVE,
        "jul|julen|jula|julehelgen|julehelga|julens": Feast.CHRISTMAS,
        "første juledag|1. juledag|juledag": Feast.CHRISTMAS_DAY,
        "andre juledag|2. juledag|annen juledag": Feast.BOXING_DAY,
        "tredje juledag|3. juledag|tredjedag jul": Feast.THIRD_DAY_OF_CHRISTMAS,
        "romjulen|romjula|romjul|mellom jul og nyttår|romjulas|romjulens": Feast.BETWEEN_THE_YEARS,
        "nyttårsaften|nyttårsaftenen": Feast.NEW_YEARS_EVE,
        "årsskiftet|nyttår|nyttåret|årsskifte|årsslutt|årsslutten": (Feast.TURN_OF_THE_YEAR),
        "på nyåret|tidlig på nyåret|over nyttår|utpå nyåret|nyåret|like over nyttår|"
        "rett over nyttår|rett etter nyttår|like etter nyttår|straks over nyttår": (
            Feast.EARLY_IN_THE_YEAR
        ),
        "thanksgiving": Feast.THANKSGIVING,
        "black friday": Feast.BLACK_FRIDAY,
        "cyber monday": Feast.CYBER_MONDAY,
    },
    refs={
        "nå|for tiden|for øyeblikket|i dag i": Ref.PRESENT,
        "nylig|i det siste|den siste tiden|tidligere": Ref.PAST,
        "i framtiden|i fremtiden|framover|fremover|snart": Ref.FUTURE,
    },
    particle_verbs={
        "til": forms("tok tar ta tatt"),
        "ut": forms("går gikk gå gått"),
        "fram": forms("ser så se sett"),
        "frem": forms("ser så se sett"),
    },
    deadlines=forms("frist"),
    past_as_present=frozenset(),
    modals=forms("vil skal kan må bør"),
    past_if_negated=frozenset(),
    past_verbs=forms(
        "bisto bistod drev eide forbød fratok frøs godtok lyktes nedla oppløste overtok "
        "planla påla påsto påstod skled skrøt slutta retta tilbød tilsto tilstod utløste "
        "utviste vedgikk ødela innså avslo avsto foretok gjennomgikk gjenopptok iverksatte "
        "inngikk inntok omgikk oppga oppsa overga overlot pådro tillot tilsatte undergikk "
        "unngikk utga utgjorde avla avga avbrøt frafalt frasa gjenvant opptrådte "
        "opplevde svor anla anså anga forsto forstod oppdro tilga tilføyde vedla fikset "
        "ranet avskjediget fravek innhentet innkalte "
        "hilste blåste lyste viste henviste påviste beviste roste feiet skinte hoppet gjestet "
        "trådte brant brast herjet våknet sprakk slapp sov spiste stjal strøk vek fløy grep "
        "gråt gjaldt hang het hjalp løp løy nøt rakk rev ropte rømte sang satte skrek skjøv "
        "sprang stakk stanset sviktet søkte trengte tvang forlot raste eksploderte kolliderte "
        "havarerte forulykket pågrepet gjennomført gått kommet blitt vært hatt fått gitt tatt "
        "dratt gjort sett spilt vunnet tapt møtt reist drept skutt dømt fengslet løslatt "
        "signert vedtatt åpnet falt steget sunket sa var ble fikk kom gikk hadde tok ga dro "
        "holdt vant tapte møtte møttes snakket fortalte skrev uttalte varslet opplyste meldte "
        "bekreftet forklarte mente hevdet understreket presiserte startet begynte sluttet døde "
        "omkom skjedde fant sto stod lå satt fortsatte kunngjorde presenterte lanserte "
        "offentliggjorde publiserte vedtok stemte valgte bestemte besluttet avgjorde "
        "rapporterte tilsa svarte spurte ba reiste ankom kjørte krasjet drepte angrep skjøt "
        "pågrep arresterte siktet dømte frikjente løslot undertegnet signerte underskrev "
        "innførte avlyste utsatte steg økte sank sendte mottok leverte foreslo krevde "
        "innrømmet avviste beklaget gratulerte la brøt trakk slo spilte scoret utdypet påpekte "
        "konkluderte anmeldte etterlyste omtalte kalte ringte hørte kunne ville skulle måtte "
        "fantes kjente visste trodde inntraff oppsto oppstod ledet viste ventet gjorde lot "
        "bodde arbeidet jobbet byttet solgte kjøpte betalte tjente rammet besøkte deltok talte "
        "debuterte fylte åpnte forsvant forsvarte returnerte dukket gjennomførte avsluttet "
        "etablerte grunnla stiftet flyttet vokste studerte arrangerte vitnet røykte omkommet "
        "avdøde meldt sagt skadet funnet traff tiltrådte fratrådte gled forårsaket "
        "gav drog blei bandt fulgte fremla anslo bød innbød lovte samledes trivdes foregikk "
        "pågikk utgikk utløp avtok antok opptok førte forutså rant skilte tømte tente hendte "
        "stilte stengte anbefalte gjentok bygde utlyste trente varte forskjøv avblåste avgikk "
        "overrakte framla igangsatte bisatte gravla innla utskrev redegjorde pådømte delte "
        "leide innbrakte brakte bragte fullførte frifant innebar beskrev bidro beholdt røk "
        "drakk unnlot omsatte framgikk fremgikk tilgikk overgikk forgikk forekom fremkom "
        "framkom innkom påtok tiltok friga frigav avgav oppgav utgav innga inngav tilgav "
        "overgav avsa fastslo oppslo tilslo frigjorde kartla tilla avsatte fastsatte avfant "
        "innskrev påskrev beskjøt tiltrakk fratrakk opptrakk avsteg oversteg gjenvalgte "
        "tilkalte tilbakekalte fremkalte tilførte utførte innstilte anstilte utmeldte "
        "gjenoppbygde utbygde forviste fordelte leste avslørte tenkte lærte følte styrte "
        "lånte vendte brukte målte oppførte avhørte løste forsøkte varmte tilhørte utformte "
        "skremte utstilte meinte bestilte etterforsket erklærte antente tilkjente nevnte "
        "bekjempet regnet utnevnte feiret ferdigstilte framstilte fremstilte avreiste "
        "undersøkte forlenget tildelte utbetalte overførte videreførte opphørte framførte "
        "fremførte svømte avløste forberedte skapte døpte lurte fødte stupte utpekte advarte "
        "glemte gjemte erkjente godkjente medførte slepte seilte forsikret oppnevnte forliste "
        "nødlandet begravde levde prøvde øvde lagde overlevde kastet innledet avholdt samlet "
        "innviet gjenåpnet avverget opphevet avviklet nektet forkastet avduket"
    ),
    past_endings=("erte", "dde"),
    future_endings=("es",),
    weak_past_endings=("et", "te", "de"),
    not_past_endings=("ste", "møte", "støtte", "rente", "runde", "side", "kunde", "rute"),
    subject_endings=("en", "et", "ene", "a", "an", "ane"),
    infinitive_marks=forms("å"),
    present_endings=("er", "år", "ir", "ør"),
    not_present=forms("der her eller over under etter når mer flere år bedre"),
    reported=forms(
        "pågrepet arrestert drept skutt såret skadet siktet observert sett funnet bortført "
        "kidnappet stjålet overfalt ranet løslatt omkommet avfyrt henrettet"
    ),
    granting=forms("ga gav gir gitt fikk får fått"),
    yet_to_come=forms("senere seinere"),
    indefinite=forms("en"),
    been=forms("vært blitt"),
    last_times=forms("sist"),
    perfect_infinitives=forms("ha"),
    participle_endings=("t",),
    perfect=forms("har"),
    negations=forms("ikke ikkje"),
    infinitives=forms("bli blir være"),
    postponing=forms("utsatt utsettes flyttet flyttes forskjøvet forlenget skjøvet"),
    promising=forms("enige avtalt planlagt lovet bestemt håpet håper berammet forhåndsberammet"),
    reporting=forms(
        "opplyser skriver melder sier heter forteller bekrefter uttaler kunngjør ifølge"
    ),
    that_words=forms("at som når hvis dersom om"),
    moves=forms("prosent prosentpoeng % opp ned høyere lavere"),
    partitive=forms("av"),
    measuring=forms("etter fra"),
    had=forms("hadde"),
    sequels=forms("fulgt etterfulgt"),
    agents=forms("av"),
    not_past=forms("ventet"),
    future_words=forms(
        "skal vil kommer ventes ventet forventes forventet planlegger planlagt planlegges bør "
        "kan må håper venter starter begynner åpner møtes holdes avholdes arrangeres "
        "presenteres legges avgjøres blir reiser drar får trer offentliggjøres publiseres "
        "lanseres finner berammet fastsatt tenkt "
        "spiller kutter slutter tar overtar tiltrer fratrer flytter innfører stenger gjenåpner "
        "leverer behandler vedtar fortsetter avslutter feirer besøker samles gjenopptas "
        "videreføres utvides innføres stenges sendes vises spilles kåres utgis slippes utløper "
        "forfaller gjelder opphører inntreffer iverksettes velges"
    ),
    counters=forms(
        "meter meters kroner kr personer mennesker ganger kilometer km kilo tonn dollar "
        "euro prosent "
        "millioner stemmer deltakere innbyggere ansatte plasser dager timer hus biler"
    ),
    numbering=forms(
        "versjon avsnitt punkt kapittel side nummer nr figur tabell vedlegg paragraf § artikkel"
    ),
    verbs_after=forms(
        "skal vil kan må blir ble er var har hadde kommer og eller men som at for med før etter "
        "på om så da ifølge når hvis dersom ventes sa sier fikk får til der i"
    ),
    comparing=forms("enn"),
    lasting_leads=forms("i"),
    titles=forms("times post avisen magasinet revyen klubben nation dokument"),
    weekday_links=("s", ""),
    event_leads=forms("at den det de dette denne han hun hans hennes sin sitt sine en et"),
    event_endings=("en", "ene"),
    genitive_ending="s",
    weekday_letters=("ma", "ti", "on", "to", "fr", "lø", "sø"),
    lunch=(11, 13),
)

LANGUAGE = LanguageWords(
    tag="nb",
    markers=forms(
        "ikke jeg hun noen noe hva hvem hvor hvordan hvorfor fra mye selv uke uken uka uker "
        "hver hvert kommer gjør være vært bare blir ble hvis sier enn mer etter seg en et av og "
        "det som på til er har med for at ved mellom også den de dem å vil skal var sin sitt "
        "sine deres siden men eller da når her under senere første flere andre både mange måned "
        "måneder dager timer kunne skulle ville får fikk gikk kom gjorde viser mener forteller "
        "hele gjennom statsministeren regjeringen sammen ventet ventes ifølge i"
    ),
    time=_TIME,
)
