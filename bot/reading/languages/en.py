"""English."""

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

_TIME = TimeWords(
    numbers={
        "a|an|one": 1,
        "two|a couple of|a couple|couple of|a pair of": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve|a dozen|dozen": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "twenty-one": 21,
        "twenty-two": 22,
        "twenty-four": 24,
        "twenty-five": 25,
        "thirty": 30,
        "thirty-six": 36,
        "forty": 40,
        "forty-five": 45,
        "forty-eight": 48,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "seventy-two": 72,
        "eighty": 80,
        "ninety": 90,
        "a hundred|one hundred|hundred": 100,
        "half a|half an|a half": 0.5,
        "one and a half|one-and-a-half|a year and a half": 1.5,
        "two and a half|two-and-a-half": 2.5,
        "three and a half|three-and-a-half": 3.5,
    },
    vague_numbers={
        "a few|several|some|few|the few|many|a number of": 3,
        "dozens of|decades of|hundreds of|thousands of": 3,
    },
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "thirteenth": 13,
        "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16,
        "seventeenth": 17,
        "eighteenth": 18,
        "nineteenth": 19,
        "twentieth": 20,
        "twenty-first": 21,
        "twenty-second": 22,
        "twenty-third": 23,
        "twenty-fourth": 24,
        "twenty-fifth": 25,
        "twenty-sixth": 26,
        "twenty-seventh": 27,
        "twenty-eighth": 28,
        "twenty-ninth": 29,
        "thirtieth": 30,
        "thirty-first": 31,
        "last|final": -1,
        "second to last|second-to-last|penultimate": -2,
    },
    ordinal_ends=forms("st nd rd th"),
    dotted_days=False,
    weekdays={
        "monday|monday's|mondy|modnay": 0,
        "tuesday|tuesday's|tuseday|teusday|tuesdy": 1,
        "wednesday|wednesday's|wensday|wednsday|wedensday|wendesday|wednesdy": 2,
        "thursday|thursday's|thrusday|thurday|thursdy|thurdsay": 3,
        "friday|friday's|firday|fridy": 4,
        "saturday|saturday's|saterday|satruday|saturdy": 5,
        "sunday|sunday's|sundy|sudnay": 6,
    },
    each_weekday={
        "mondays": 0,
        "tuesdays": 1,
        "wednesdays": 2,
        "thursdays": 3,
        "fridays": 4,
        "saturdays": 5,
        "sundays": 6,
    },
    short_weekdays={
        "mon.": 0,
        "tue.|tues.": 1,
        "wed.|weds.": 2,
        "thu.|thur.|thurs.": 3,
        "fri.": 4,
        "sat.": 5,
        "sun.": 6,
    },
    months={
        "january|jan.|january's|janurary|janury": 1,
        "february|feb.|february's|febuary|feburary": 2,
        "march|mar.|march's": 3,
        "april|apr.|april's": 4,
        "may|may's": 5,
        "june|jun.|june's": 6,
        "july|jul.|july's": 7,
        "august|aug.|august's": 8,
        "september|sep.|sept.|september's|septmber|setpember": 9,
        "october|oct.|october's|ocotber|octber": 10,
        "november|nov.|november's|novmber|novemebr": 11,
        "december|dec.|december's|decmber|decemebr": 12,
    },
    month_tails={},
    name_like=forms("march april may june august jan mar jun jul dec sep"),
    units={
        "seconds|second|secs": Unit.SECOND,
        "minute|minutes|mins|min.|minute's": Unit.MINUTE,
        "hour|hours|hrs|hr|h|hour's|hours'": Unit.HOUR,
        "day|days|day's|days'": Unit.DAY,
        "business day|business days|working day|working days|weekday|weekdays|workday|workdays|"
        "trading day|trading days": Unit.WORKDAY,
        "night|nights|night's": Unit.NIGHT,
        "week|weeks|week's|weeks'|wk|wks": Unit.WEEK,
        "fortnight|fortnights": Unit.FORTNIGHT,
        "weekend|weekends|weekend's": Unit.WEEKEND,
        "month|months|month's|months'": Unit.MONTH,
        "quarter|quarters|quarter's|fiscal quarter": Unit.QUARTER,
        "trimester": Unit.THIRD,
        "half|half-year": Unit.HALF,
        "year|years|year's|years'|fiscal year|calendar year|yr.|yrs.": Unit.YEAR,
        "decade|decades": Unit.DECADE,
        "century|centuries": Unit.CENTURY,
    },
    plural_units={
        "seconds": Unit.SECOND,
        "minutes": Unit.MINUTE,
        "hours": Unit.HOUR,
        "days": Unit.DAY,
        "weeks": Unit.WEEK,
        "months": Unit.MONTH,
        "quarters": Unit.QUARTER,
        "years": Unit.YEAR,
        "decades": Unit.DECADE,
        "centuries": Unit.CENTURY,
    },
    relatives={
        "today|today's": (Unit.DAY, 0),
        "tomorrow|tomorrow's|tmrw|tmw|tommorow|tommorrow|tomorow|tomorrrow": (Unit.DAY, 1),
        "the day after tomorrow|day after tomorrow": (Unit.DAY, 2),
        "the week after next|week after next": (Unit.WEEK, 2),
        "the weekend after next|weekend after next": (Unit.WEEKEND, 2),
        "the month after next|month after next": (Unit.MONTH, 2),
        "the year after next": (Unit.YEAR, 2),
        "yesterday|yesterday's": (Unit.DAY, -1),
        "year-ago|year-earlier": (Unit.YEAR, -1),
        "year-ago quarter|year-earlier quarter": (Unit.QUARTER, -5),  # a year before the latest
        "the day before yesterday|day before yesterday": (Unit.DAY, -2),
        "over the weekend|at the weekend|on the weekend|the weekend|during the weekend": (
            Unit.WEEKEND,
            0,
        ),
    },
    carried={
        "the same day|same day|that day|that same day": (Unit.DAY, 0),
        "the next day|the following day|the day after|day after|a day later|next day": (
            Unit.DAY,
            1,
        ),
        "the previous day|the day before|day before|a day earlier": (Unit.DAY, -1),
        "the week after|week after|the following week": (Unit.WEEK, 1),
        "the week before|week before|the previous week": (Unit.WEEK, -1),
        "the same week|that week": (Unit.WEEK, 0),
        "the following month|the month after": (Unit.MONTH, 1),
        "the previous month|the month before": (Unit.MONTH, -1),
        "that month|the same month": (Unit.MONTH, 0),
        "the following year|the year after": (Unit.YEAR, 1),
        "the previous year|the year before|the prior year": (Unit.YEAR, -1),
        "that year|the same year": (Unit.YEAR, 0),
        "the following weekend|the weekend after": (Unit.WEEKEND, 1),
        "that weekend": (Unit.WEEKEND, 0),
    },
    which={
        "this|the current|current": Which.THIS,
        "next": Which.NEXT,
        "coming|this coming|upcoming|the coming": Which.COMING,
        "last|this past|latest|the latest": Which.LAST,
        "the previous|previous|the preceding|the prior": Which.PREVIOUS,
        "same": Which.SAME,
        "following": Which.FOLLOWING,
    },
    which_after={
        "after next": Which.AFTER_NEXT,
        "coming|to come": Which.COMING,
        "last": Which.LAST,
        "next": Which.NEXT,
    },
    parts={
        "morning|mornings|mid-morning|first thing|breakfast|breakfast time": DayPart.MORNING,
        "lunchtime|lunch|lunch time": DayPart.LUNCH,
        "afternoon|afternoons|mid-afternoon": DayPart.AFTERNOON,
        "evening|evenings": DayPart.EVENING,
        "night|nite": DayPart.TONIGHT,
        "overnight": DayPart.NIGHT,
    },
    part_offsets={
        "this morning": (0, DayPart.MORNING),
        "this afternoon": (0, DayPart.AFTERNOON),
        "this evening": (0, DayPart.EVENING),
        "tonight|tonight's|tonite": (0, DayPart.TONIGHT),
        "last night": (-1, DayPart.TONIGHT),
        "overnight|in the night|during the night": (0, DayPart.NIGHT),
        "at lunchtime|at lunch|this lunchtime|lunchtime": (0, DayPart.LUNCH),
        "first thing": (0, DayPart.MORNING),
    },
    leading_parts={
        "the early hours of|in the early hours of|early hours of|the small hours of|"
        "in the small hours of": DayPart.NIGHT,
        "overnight into|the night before|overnight to|the night to": DayPart.NIGHT,
        "first thing on|first thing": DayPart.MORNING,
    },
    seasons={
        "autumn|autumn's": Season.AUTUMN,
        "winter|winter's": Season.WINTER,
        "summer|summer's|summertime": Season.SUMMER,
    },
    doubtful_seasons={"spring|springtime": Season.SPRING, "fall": Season.AUTUMN},
    part_seasons={},
    feast_weekends={},
    openers={
        "on|at|in|for|over|on the|in the|at the|sometime|some time|the": True,
        "sometime on|sometime in|sometime during|some time in|some time on|some time during|"
        "at some point in|at some point on|at some point during|at some point": True,
        "come|all day|all of|all": True,
    },
    month_openers={
        "in|of|during|for|to|early in|late in|sometime in|back in|over|into|throughout|in the|this|"
        "come|over the|the whole of|for the whole of|all of|for all of|"
        "the month of|month of|in the month of": True,
        "the": False,
    },
    year_openers={
        "sometime in|some time in|at some point in|"
        "in|of|during|for|to|between|early|late|mid|in the|in early|in late|in mid|over|into|"
        "back in|throughout|the year|year|than|late in|early in|spring|summer|autumn|winter|fall|"
        "and|around|about|circa|election": True,
    },
    articles={"the": True},
    joints={"of|in|on|the|'s|of the|during": True},
    bounds={
        "deadline:|due:|"
        "by|no later than|not later than|on or before|at the latest by|due by|by no later than|"
        "latest by|latest|deadline": Bound.BY,
        "before|ahead of|prior to|in advance of|in the run-up to|in the runup to|"
        "in the run up to": Bound.BEFORE,
        "after|following|past": Bound.AFTER,
        "from|starting|as from|no earlier than|not before|with effect from|effective|"
        "effective from|"
        "beginning|onwards from|from the start of|at the earliest on|starting on|starting from|"
        "beginning on|as of|not until|commencing|on or after|starting in|beginning in|"
        "as early as|as soon as|"
        "earliest": Bound.FROM,
        "until|till|through|up to|up until|'til|til|thru|through to|up to and including|"
        "until and including": Bound.UNTIL,
        "since": Bound.SINCE,
    },
    period_bounds={},
    bounds_after={
        "at the latest|latest|or earlier|or before|or sooner": Bound.BY,
        "at the earliest|earliest|onwards|onward|and onwards|or later|or after": Bound.FROM,
    },
    hedges={
        "about|around|approximately|roughly|circa|ca.|approx.|some|nearly|almost|at about|"
        "at around|on or about|on or around|more than|less than|just over|just under|at least|"
        "at most|up to|over|under|at approximately|c.|close to|as much as|as long as|only": True,
    },
    ends={"the end of|end of|the close of|close of|the end": True},
    ends_after={"end": True},
    over={"is out|is over|are out|are over": True},
    week_of={
        "of|beginning|ending|ended|that ended|starting|commencing|that begins on|that starts on|"
        "from": True
    },
    week_leads={"w/c|w/b|w.c.|wc|w/e": True},
    amounts={
        "half an hour|half hour|a half hour|a half-hour|half-hour|half-an-hour": (30, Unit.MINUTE),
        "a quarter of an hour|quarter of an hour": (15, Unit.MINUTE),
        "three quarters of an hour": (45, Unit.MINUTE),
        "three-quarters of an hour": (45, Unit.MINUTE),
        "half a year|six months": (6, Unit.MONTH),
        "half a century|half-century|a half-century|a half century": (50, Unit.YEAR),
        "quarter-century|a quarter-century|a quarter century|a quarter of a century": (
            25,
            Unit.YEAR,
        ),
        "daylong|day-long|a daylong|a day-long": (1, Unit.DAY),
        "weeklong|week-long|a weeklong|a week-long": (1, Unit.WEEK),
        "monthlong|month-long|a monthlong|a month-long": (1, Unit.MONTH),
        "yearlong|year-long|a yearlong|a year-long": (1, Unit.YEAR),
        "decadelong|decade-long|a decadelong|a decade-long": (1, Unit.DECADE),
    },
    amount_adjectives={"full|whole|good|solid|consecutive|straight|more|long|short|calendar": True},
    past_spans={
        "the past day|over the past day|in the past day|for the past day|"
        "during the past day|past day": (
            1,
            Unit.DAY,
        ),
        "the past week|over the past week|in the past week|for the past week|"
        "during the past week|past week": (
            1,
            Unit.WEEK,
        ),
        "the past month|over the past month|in the past month|for the past month|"
        "during the past month|past month": (
            1,
            Unit.MONTH,
        ),
        "the past year|over the past year|in the past year|for the past year|"
        "during the past year|past year": (
            1,
            Unit.YEAR,
        ),
        "the past decade|over the past decade|in the past decade|for the past decade|"
        "during the past decade|past decade": (
            1,
            Unit.DECADE,
        ),
        "the last decade|over the last decade|in the last decade|during the last decade": (
            1,
            Unit.DECADE,
        ),
        "the past century|over the past century|in the past century|for the past century|"
        "during the past century|past century": (
            1,
            Unit.CENTURY,
        ),
        "the past hour|over the past hour|in the past hour|for the past hour|"
        "during the past hour|past hour": (
            1,
            Unit.HOUR,
        ),
        "the past quarter|over the past quarter|in the past quarter|for the past quarter|"
        "during the past quarter|past quarter": (
            1,
            Unit.QUARTER,
        ),
    },
    lapses={
        "half hour|half-hour": (30, Unit.MINUTE),
        "hour": (1, Unit.HOUR),
        "fortnight": (2, Unit.WEEK),
    },
    turns={"turn of the month|the turn of the month": True},
    zones={
        "local time": "",
        "et|est|edt|eastern|eastern time|new york time": "America/New_York",
        "ct|cst|cdt|central time": "America/Chicago",
        "mt|mst|mdt|mountain time": "America/Denver",
        "pt|pst|pdt|pacific time|pacific": "America/Los_Angeles",
        "washington time|us eastern time|u.s. eastern time": "America/New_York",
        "california time|los angeles time": "America/Los_Angeles",
        "gmt|utc|zulu": "UTC",
        "bst|uk time|london time|british time|british summer time": "Europe/London",
        "cet|cest|oslo time|norwegian time|paris time|central european time": "Europe/Paris",
        "brussels time|geneva time|berlin time|rome time|vienna time": "Europe/Paris",
        "moscow time|msk": "Europe/Moscow",
        "kyiv time|ukrainian time": "Europe/Kyiv",
        "israel time|jerusalem time|israeli time": "Asia/Jerusalem",
        "tehran time|iran time": "Asia/Tehran",
        "indian time|india time|ist": "Asia/Kolkata",
        "beijing time|china time|chinese time|hong kong time": "Asia/Shanghai",
        "tokyo time|japan time|japanese time|jst": "Asia/Tokyo",
        "sydney time|aest|aedt": "Australia/Sydney",
    },
    ahead_openers=forms("for"),
    exactly={"exactly|precisely": True},
    hedges_after={"or so|or thereabouts|give or take|or around then": True},
    near_bounds={
        "shortly|just|soon|right|immediately|moments|minutes|a little|not long|well|long": True
    },
    some_time_after={"sometime|some time|at some point": True},
    bound_tails={"on": True},
    renewals=forms("new another"),
    gatherings=forms("meeting meetings hearing round talks session conference"),
    ahead_may_last=True,
    capital_months=True,
    carried_parts={
        "that evening|the same evening|later that evening": (0, DayPart.EVENING),
        "that morning|the same morning": (0, DayPart.MORNING),
        "that afternoon|the same afternoon|later that afternoon": (0, DayPart.AFTERNOON),
        "that night|the same night|later that night": (0, DayPart.TONIGHT),
        "the next morning|the following morning": (1, DayPart.MORNING),
        "the next afternoon|the following afternoon": (1, DayPart.AFTERNOON),
        "the next evening|the following evening": (1, DayPart.EVENING),
        "the next night|the following night": (1, DayPart.TONIGHT),
        "the previous evening|the evening before": (-1, DayPart.EVENING),
        "the previous night": (-1, DayPart.TONIGHT),
    },
    rest={
        "during|in the course of|over the course of|later|later in|the rest of|rest of|"
        "the remainder of|for the rest of|for the remainder of|over the rest of|"
        "through the rest of|during the course of|in the rest of|later on|later on in|"
        "for the balance of|throughout": 1,
        "earlier|earlier in": -1,
    },
    period_parts={
        "early|early in|in early|the beginning of|at the beginning of|the start of|at the start of|"
        "the early part of|in the early part of|early on in|beginning of|start of": (
            PeriodPart.EARLY
        ),
        "mid|in mid|the middle of|in the middle of|middle of|midway through": PeriodPart.MID,
        "late|late in|in late|the end of|at the end of|towards the end of|toward the end of|"
        "the latter part of|in the latter part of|the back end of|at the back end of|end of|"
        "at end of|later part of": (PeriodPart.LATE),
        "the first half of|in the first half of|first half of": PeriodPart.FIRST_HALF,
        "the second half of|in the second half of|second half of|the latter half of": (
            PeriodPart.SECOND_HALF
        ),
    },
    part_periods={
        "midweek|mid-week": (PeriodPart.MID, Unit.WEEK),
        "eow": (PeriodPart.LATE, Unit.WEEK),
        "eom": (PeriodPart.LATE, Unit.MONTH),
        "eoy": (PeriodPart.LATE, Unit.YEAR),
    },
    through={"to|-|through|until|till|thru|up to|up until|and on to|into": True},
    between={"between|from|in the period|in the period from|the period from": True},
    conjunctions={"and|&": True, "or": False},
    ahead={"in": 1},
    behind={},
    ago={"ago|back": -1, "from now|hence|time|'s time|' time": 1},
    later={
        "later|after that|afterwards": 1,
        "earlier|before that|previously": -1,
    },
    shifts={"after|from|following": 1, "before|ahead of|prior to": -1},
    within={
        "within|inside|in less than|in under|within the next|in the space of|in the next": True,
    },
    spans_ahead={
        "the next|next|the coming|coming|over the next|in the next|for the next|within the next|"
        "the following|during the next|over the coming|in the coming|the upcoming|the first": 1,
        "the last|last|the past|past|over the past|over the last|in the past|in the last|"
        "for the past|for the last|during the past|during the last|the previous|previous|"
        "the latest|the preceding|the prior|within the past": -1,
    },
    clock_marks={"at|at around|at about|from around": False},
    clock_ends={"o'clock|sharp|on the dot|prompt|noon|midday": True, "hours|hrs|hrs.|h": False},
    clock_around={"-ish|ish": True},
    meridiems={
        "am|a.m.|a.m|in the morning": 0,
        "pm|p.m.|p.m|in the afternoon|in the evening": 12,
    },
    named_clocks={
        "midnight|eod|end of day|end of the day|the end of the day": Clock(24),
        "noon|midday|high noon|12 noon|twelve noon|noontime": Clock(12),
        "close of business|end of business|close of play|end of play|the close of business|cob|eob|"
        "the end of business|the close of play|close of trading": Clock(17),
    },
    half_to={},
    half_past={"half past|half": True},
    clock_quarters={"quarter|a quarter": 15},
    clock_directions={"past|after": 1, "to|before|of|till": -1},
    twelve_hours=True,
    waiting_looks_back=False,
    bare_lengths=True,
    until_may_be_negated=True,
    no_hours=forms("a an"),
    every={"every|each|every single": True},
    every_other={"every other|every second|each other|alternate": 2},
    adverbs={
        "daily|once a day|per day": (Unit.DAY, 1),
        "weekly|once a week|per week": (Unit.WEEK, 1),
        "fortnightly|biweekly": (Unit.WEEK, 2),
        "monthly|once a month|per month": (Unit.MONTH, 1),
        "quarterly": (Unit.QUARTER, 1),
        "semiannual|semiannually": (Unit.HALF, 1),
        "annual|annually|yearly|once a year|per year|per annum": (Unit.YEAR, 1),
        "hourly|per hour": (Unit.HOUR, 1),
        "nightly": (Unit.DAY, 1),
    },
    every_workday={
        "weekdays|on weekdays|every weekday|each weekday|every working day|every business day": (
            True
        ),
    },
    times={"times|time": True},
    week_later={"week": 1, "fortnight": 2, "a week": 1},
    of_the_month={"of the month": True},
    quarter_letters={"q": Unit.QUARTER, "h": Unit.HALF},
    decades={"s": True},
    centuries={"century|centuries|century's": True},
    feasts={
        "new year's day|new years day": Feast.NEW_YEARS_DAY,
        "epiphany": Feast.EPIPHANY,
        "valentine's day|valentines day": Feast.VALENTINES,
        "international women's day|women's day": Feast.WOMENS_DAY,
        "st patrick's day|st. patrick's day|saint patrick's day|st patricks day": Feast.ST_PATRICKS,
        "shrove tuesday|pancake day|mardi gras": Feast.SHROVE_TUESDAY,
        "ash wednesday": Feast.ASH_WEDNESDAY,
        "palm sunday": Feast.PALM_SUNDAY,
        "holy week": Feast.HOLY_WEEK,
        "maundy thursday|holy thursday": Feast.MAUNDY_THURSDAY,
        "good friday": Feast.GOOD_FRIDAY,
        "holy saturday|easter saturday|easter eve": Feast.EASTER_EVE,
        "easter|the easter weekend|easter weekend|the easter holiday": Feast.EASTER,
        "easter sunday|easter day": Feast.EASTER_SUNDAY,
        "easter monday": Feast.EASTER_MONDAY,
        "labor day|labour day|may day": Feast.LABOUR_DAY,
        "ve day|liberation day": Feast.LIBERATION_DAY,
        "constitution day|national day": Feast.NATIONAL_DAY,
        "ascension day|ascension|ascension thursday": Feast.ASCENSION,
        "whitsun|pentecost weekend": Feast.WHITSUN,
        "whit sunday|pentecost|pentecost sunday": Feast.WHIT_SUNDAY,
        "whit monday|pentecost monday": Feast.WHIT_MONDAY,
        "midsummer eve|midsummer's eve": Feast.MIDSUMMER_EVE,
        "midsummer day|midsummer's day|midsummer": Feast.MIDSUMMER_DAY,
        "hallowe'en|halloween": Feast.HALLOWEEN,
        "all saints' day|all saints day": Feast.ALL_SAINTS,
        "mother's day|mothers' day|mothering sunday|mothers day": Feast.MOTHERS_DAY,
        "father's day|fathers' day|fathers day": Feast.FATHERS_DAY,
        "first sunday of advent|first sunday in advent|advent sunday": Feast.FIRST_ADVENT,
        "advent": Feast.ADVENT,
        "st lucy's day|saint lucy's day": Feast.ST_LUCY,
        "christmas eve": Feast.CHRISTMAS_EVE,
        "christmas|christmas day|xmas|christmas morning|xmas day": Feast.CHRISTMAS_DAY,
        "boxing day|st stephen's day": Feast.BOXING_DAY,
        "between christmas and new year|between christmas and new year's|"
        "between christmas and the new year": Feast.BETWEEN_THE_YEARS,
        "new year's eve|new years eve": Feast.NEW_YEARS_EVE,
        "new year|new year's|the new year|the turn of the year|year's end|year-end|year end|"
        "the year-end|the year end|yearend": Feast.TURN_OF_THE_YEAR,
        "in the new year|early in the new year|early new year": Feast.EARLY_IN_THE_YEAR,
        "martin luther king day|martin luther king jr. day|mlk day": Feast.MLK_DAY,
        "presidents' day|presidents day|"
        "president's day|washington's birthday": Feast.PRESIDENTS_DAY,
        "memorial day": Feast.MEMORIAL_DAY,
        "juneteenth": Feast.JUNETEENTH,
        "independence day|the fourth of july|fourth of july|july fourth": Feast.INDEPENDENCE_DAY,
        "columbus day|indigenous peoples' day": Feast.COLUMBUS_DAY,
        "election day": Feast.ELECTION_DAY,
        "veterans day|veteran's day|armistice day|remembrance day|veterans' day": (
            Feast.VETERANS_DAY
        ),
        "thanksgiving|thanksgiving day": Feast.THANKSGIVING,
        "black friday": Feast.BLACK_FRIDAY,
        "cyber monday": Feast.CYBER_MONDAY,
        "early may bank holiday|may day bank holiday|may bank holiday|bank holiday monday in may": (
            Feast.EARLY_MAY_BANK_HOLIDAY
        ),
        "spring bank holiday|late may bank holiday|whitsun bank holiday": Feast.SPRING_BANK_HOLIDAY,
        "summer bank holiday|august bank holiday|late august bank holiday|"
        "august bank holiday monday": Feast.SUMMER_BANK_HOLIDAY,
        "guy fawkes night|bonfire night|guy fawkes day": Feast.GUY_FAWKES,
        "remembrance sunday": Feast.REMEMBRANCE_SUNDAY,
    },
    refs={
        "now|currently|at present|at the moment|right now|presently|nowadays|at the present time|"
        "these days|current|for now": Ref.PRESENT,
        "long ago|a long time ago|some time ago|not long ago|"
        "recently|lately|in the past|the past|previously|once|formerly|in recent years|recent|"
        "in recent days|in recent weeks|in recent months|recent years|recent months|recent weeks|"
        "recent days|in the recent past": Ref.PAST,
        "in the future|the future|future|soon|in the near future|shortly": Ref.FUTURE,
    },
    fiscal={"fy|fiscal|fiscal year|financial year": True},
    particle_verbs={
        "come": forms("could will may to would might should can must shall also then not"),
        "over": forms("take takes took taken taking hand hands handed start starts started"),
        "through": forms(
            "fall falls fell fallen go goes went gone going get gets got come comes came push "
            "pushed pushes break breaks broke broken pass passes passed follow follows followed"
        ),
    },
    deadlines=forms("deadline"),
    past_as_present=forms("beat cut hit hurt put quit shut split spread shed cast"),
    modals=frozenset(),
    past_if_negated=forms("could couldn"),
    past_verbs=forms(
        "blew dealt fled forbade heard hid laid left slept stole swept withdrew beaten "
        "overtook overthrew upheld underwent undertook rebuilt swung clung flung bled fed "
        "meant dug lit slid spun stuck wept woke froze forgot forgave foresaw misled "
        "overcame oversaw overran withheld withstood shook leapt knelt shone sped strode "
        "bade dreamt burnt learnt crept gone seen done taken given "
        "said was were told met won lost went came had did made took gave got began became "
        "wrote spoke held found sold bought paid rose fell fought shot struck broke led ran saw "
        "sent kept built brought thought taught caught felt knew grew flew drew drove chose "
        "stood sat hung spent lent swore wore bore tore sought arose awoke sank shrank drank "
        "rang sang swam died killed follows threw rode"
    ),
    past_endings=("ed",),
    future_endings=(),
    weak_past_endings=(),
    not_past_endings=(),
    subject_endings=(),
    infinitive_marks=forms("to"),
    present_endings=(),
    not_present=forms(""),
    perfect_infinitives=forms(""),
    participle_endings=("ed", "en"),
    perfect=forms("has have"),
    negations=forms("not never t"),
    infinitives=forms("be get see"),
    postponing=forms("postponed delayed rescheduled moved pushed adjourned extended"),
    promising=forms(
        "agreed planned scheduled expected promised vowed pledged decided invited ordered "
        "hoped aimed intended sought"
    ),
    moves=forms("percent % cents up down higher lower"),
    partitive=forms("of"),
    measuring=forms("of after following"),
    had=forms("had"),
    gerund_endings=("ing",),
    gerund_leads=forms("after since despite following"),
    sequels=forms("followed"),
    agents=forms("by"),
    calling_off=forms("called cancelled canceled postponed suspended scrapped averted"),
    of_matches=forms(
        "goal goals scored scores scoring score points penalty substitute header touchdown "
        "touchdowns rebounds equaliser equalised halftime netted yards unbeaten minute"
    ),
    not_past=forms("need speed indeed hundred exceed proceed succeed feed seed bed"),
    future_words=forms(
        "will shall expected expects expect scheduled due plans plan planned planning intends "
        "intend hopes hope may might must upcoming forthcoming 'll slated aims set opens begins "
        "reopens relaunches retires publishes unveils appears joins decides speaks hears sits "
        "becomes undergoes welcomes steps "
        "would listed valid fixed timetabled pencilled earmarked "
        "starts meets arrives awaits resumes resume "
        "expires expire lapses ends takes goes comes closes "
        "flies travels departs heads visits returns faces hosts votes "
        "leaves retires resigns testifies argues premieres holds delivers celebrates gathers "
        "convenes reconvenes inaugurates swears"
    ),
    counters=forms(
        "people dollars percent metres meters miles km cases deaths jobs votes points pounds "
        "euros troops soldiers homes workers employees shares tons tonnes feet square members "
        "pages words copies units cars"
    ),
    numbering=forms(
        "version section point chapter page number no figure table annex paragraph § "
        "article rule release"
    ),
    verbs_after=forms(
        "will is was has had are were and or but when as for with before after on at if because "
        "though while to election elections the by"
    ),
    comparing=forms("than"),
    lasting_leads=forms("for lasting"),
    event_leads=forms("the a an his her its their our my that this he she it they we who"),
    before_no_day=forms("in"),
    been=forms("been being"),
    would=forms("would wouldn"),
    perfect_leads=forms("have"),
    sayings=forms("say comment confirm elaborate discuss disclose specify identify speculate"),
    superlatives=forms(
        "first last most least only worst best biggest largest highest lowest deadliest hottest "
        "coldest strongest weakest smallest fastest slowest longest heaviest greatest deepest"
    ),
    indefinite=forms("a an"),
    dated_events=forms(
        "hearing trial meeting vote election referendum ballot summit debate conference briefing "
        "deadline launch release decision ruling verdict sentencing session rally match game "
        "final fight strike visit inauguration ceremony funeral arraignment deposition "
        "announcement auction presser"
    ),
    to_be=forms("is are"),
    told_of=forms(
        "accused charged suspected wanted survived believed thought reported understood alleged "
        "known said married named called based used"
    ),
    granting=forms("gave give gives given granted grants allowed"),
    yet_to_come=forms("later"),
    possessives=forms("his her their my our your low high lower upper"),
    determiners=forms("the a an his her its their our my your no any these those some new"),
    titles=forms(
        "times telegraph mirror post mail express herald independent business sun tribune "
        "agreement school market bloody black ruby magazine people club accords sheffield addams "
        "lights "
        "man joe street road avenue st"
    ),
    lunch=(12, 14),
)

LANGUAGE = LanguageWords(
    tag="en",
    markers=forms(
        "the and of that which with this from they were been have has had will would their what "
        "who when where is was are by it not but on as to in for at his her he she its an be or "
        "said after into about than more also could up out over new year first"
    ),
    time=_TIME,
)
