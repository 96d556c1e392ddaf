"""The notions that words of time stand for, the same in every language."""

from enum import Enum, IntEnum, StrEnum


class Unit(Enum):
    """A unit of the calendar or the clock, by its ISO 8601 letter (time units carry a T)."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WORKDAY = "WD"
    NIGHT = "N"
    WEEK = "W"
    FORTNIGHT = "FN"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    THIRD = "T"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


class DayPart(Enum):
    """A part of the day."""

    MORNING = "morning"
    FORENOON = "forenoon"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    TONIGHT = "tonight"  # "tonight", "last night": the evening, which TIMEX3 calls night


class Season(Enum):
    """A season of three whole months, by its TIMEX3 mark."""

    WINTER = "WI"
    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"


class Which(Enum):
    """Which of many: this one, the next, the one before."""

    PLAIN = "plain"  # the tense decides
    THIS = "this"
    NEXT = "next"
    LAST = "last"
    COMING = "coming"
    AFTER_NEXT = "after next"
    SAME = "same"  # these three carry on from the date last mentioned
    FOLLOWING = "following"
    PREVIOUS = "previous"


class Bound(Enum):
    """How a phrase is bounded by the time it names."""

    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    UNTIL = "until"
    SINCE = "since"


class PeriodPart(Enum):
    """A part of a month, a week or another period."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Tense(IntEnum):
    """Which way a phrase looks, as its clause tells."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


class Ref(StrEnum):
    """A time that is no date, as TIMEX3 writes it."""

    PRESENT = "PRESENT_REF"
    PAST = "PAST_REF"
    FUTURE = "FUTURE_REF"


class Feast(Enum):
    """A holiday, an eve or another day known by name."""

    NEW_YEARS_DAY = "new year’s day"
    EPIPHANY = "epiphany"
    SAMI_DAY = "sami national day"
    VALENTINES = "valentine’s day"
    WOMENS_DAY = "women’s day"
    ST_PATRICKS = "st patrick’s day"
    SHROVE_TUESDAY = "shrove tuesday"
    ASH_WEDNESDAY = "ash wednesday"
    PALM_SUNDAY = "palm sunday"
    HOLY_WEEK = "holy week"
    MAUNDY_THURSDAY = "maundy thursday"
    GOOD_FRIDAY = "good friday"
    EASTER_EVE = "easter eve"
    EASTER = "easter"
    EASTER_SUNDAY = "easter sunday"
    EASTER_MONDAY = "easter monday"
    LABOUR_DAY = "labour day"
    LIBERATION_DAY = "liberation day"
    NATIONAL_DAY = "national day"
    ASCENSION = "ascension"
    WHIT_EVE = "whitsun eve"
    WHITSUN = "whitsun"
    WHIT_SUNDAY = "whit sunday"
    WHIT_MONDAY = "whit monday"
    MIDSUMMER_EVE = "midsummer eve"
    MIDSUMMER_DAY = "midsummer day"
    ST_OLAVS_DAY = "st olav’s day"
    HALLOWEEN = "halloween"
    ALL_SAINTS = "all saints’ day"
    MOTHERS_DAY = "mother’s day"
    FATHERS_DAY = "father’s day"
    FIRST_ADVENT = "first advent"
    SECOND_ADVENT = "second advent"
    THIRD_ADVENT = "third advent"
    FOURTH_ADVENT = "fourth advent"
    ADVENT = "advent"
    ST_LUCY = "st lucy’s day"
    LITTLE_CHRISTMAS_EVE = "the day before christmas eve"
    CHRISTMAS_EVE = "christmas eve"
    CHRISTMAS = "christmas"
    CHRISTMAS_DAY = "christmas day"
    BOXING_DAY = "boxing day"
    THIRD_DAY_OF_CHRISTMAS = "third day of christmas"
    BETWEEN_THE_YEARS = "between the years"
    NEW_YEARS_EVE = "new year’s eve"
    EARLY_IN_THE_YEAR = "early in the year"
    TURN_OF_THE_YEAR = "turn of the year"
    MLK_DAY = "martin luther king day"
    PRESIDENTS_DAY = "presidents’ day"
    MEMORIAL_DAY = "memorial day"
    JUNETEENTH = "juneteenth"
    INDEPENDENCE_DAY = "independence day"
    COLUMBUS_DAY = "columbus day"
    ELECTION_DAY = "election day"
    VETERANS_DAY = "veterans day"
    THANKSGIVING = "thanksgiving"
    BLACK_FRIDAY = "black friday"
    CYBER_MONDAY = "cyber monday"
    EARLY_MAY_BANK_HOLIDAY = "early may bank holiday"
    SPRING_BANK_HOLIDAY = "spring bank holiday"
    SUMMER_BANK_HOLIDAY = "summer bank holiday"
    GUY_FAWKES = "guy fawkes night"
    REMEMBRANCE_SUNDAY = "remembrance sunday"
