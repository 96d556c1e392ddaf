"""Days named in any way: tirsdag, neste onsdag, the first Monday of June, den 15."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.carried import counts_from_an_event
from bot.reading.when.grammar.dates import date, dates_event, day_of_month, tell_year
from bot.reading.when.grammar.periods import period
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Amount,
    Beside,
    Containing,
    Node,
    Nth,
    Relative,
    Shifted,
    Weekday,
    Yearly,
)
from bot.reading.when.terms import Unit, Which

_WEEKS_IN_DAYS = {7: 1, 8: 1, 14: 2}  # "i dag om åtte dager" is in a week
_NEVER_NTH = (
    Unit.SECOND,
    Unit.MINUTE,
    Unit.HOUR,
    Unit.YEAR,
    Unit.QUARTER,
    Unit.THIRD,
    Unit.HALF,
)


def day(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read a day named in any way."""
    start = at
    relative = words.find(at, lex.RELATIVE) or words.find(at, lex.CARRIED)
    if relative and relative.value[0] is Unit.DAY:
        carried = words.find(at, lex.RELATIVE) is None
        node = Relative(Unit.DAY, relative.value[1], carried=carried)
        ahead = words.find(relative.end, lex.AHEAD)
        weeks = _weeks(words, ahead.end) if ahead else None
        if weeks:  # "i dag om en uke"
            return Match(Shifted(Amount(weeks.value, Unit.WEEK), 1, node), weeks.end)
        if (found := beside(words, at)) or (carried and counts_from_an_event(words, relative.end)):
            return found
        return _apposition(words, Match(node, relative.end))
    if words.find(at, lex.FEAST):  # "over nyttår" means more than its small word and its feast
        return _feast(words, at)
    at = words.skip(at, lex.OPENER)
    found = beside(words, at) or nth(words, at) or _week_then_weekday(words, start)
    if found:
        return found
    dated = date(words, at)
    if dated:
        return _its_weekend(words, dated) or Match(dated.value, dated.end)
    return weekday(words, at) or _feast(words, at) or _numbered_day(words, start, at, inner)


def _its_weekend(words: Words, found: Match[Yearly]) -> Match[Node] | None:
    """Read the "-helga" of "17. mai-helga"."""
    hyphen = words.norm(found.end) == "-" and words.glued(found.end + 1)
    unit = words.find(found.end + 1, lex.UNIT) if hyphen else None
    if unit is None or unit.value is not Unit.WEEKEND:
        return None
    return Match(Containing(Unit.WEEKEND, found.value), unit.end)


def beside(words: Words, at: int) -> Match[Node] | None:
    """Read the day after Christmas, uken før jul, the last weekend before Christmas."""
    side = _side(words, at)
    if side is None:
        return None
    what, sign = side.value
    place = words.skip(side.end, lex.ARTICLE)
    base = date(words, place) or nth(words, place) or _feast(words, place)
    return Match(Beside(what, sign, base.value), base.end) if base else None


def _side(words: Words, at: int) -> Match[tuple[Unit | int, int]] | None:
    """Read what is just before or after something: dagen etter, siste helg før, fredagen før."""
    carried = words.find(at, lex.CARRIED)
    if carried and carried.value[1] in (-1, 1):
        return Match(carried.value, carried.end)
    place = words.skip(at, lex.ARTICLE)
    ordinal = words.find(place, lex.ORDINAL)
    nearest = ordinal if ordinal and ordinal.value in (-1, 1) else None
    place = nearest.end if nearest else place
    what: Match[int] | Match[Unit] | None = words.find(place, lex.WEEKDAY)
    what = what or words.find(place, lex.UNIT)
    shift = words.find(what.end, lex.SHIFT) if what else None
    if what is None or shift is None:
        return None
    if nearest and nearest.value != shift.value:
        return None  # "the first Friday before" is not the one just before
    if what.value in (Unit.WEEK, Unit.DAY) and not nearest:
        return None  # "uka fra …" begins there
    fits = isinstance(what.value, int) or what.value in (Unit.WEEK, Unit.DAY, Unit.WEEKEND)
    return Match((what.value, shift.value), shift.end) if fits else None


def _week_then_weekday(words: Words, at: int) -> Match[Node] | None:
    """Read neste uke onsdag."""
    unit = words.find(at, lex.WHICH) or words.find(words.skip(at, lex.OPENER), lex.WHICH)
    if unit is None:
        return None
    week = period(words, at)
    if week is None or not _is_week(week.value):
        return None
    place = week.end + 1 if words.norm(week.end) == "," else week.end
    name = words.find(words.skip(place, lex.OPENER), lex.WEEKDAY)
    return Match(Weekday(name.value, within=week.value), name.end) if name else None


def _apposition(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the weekday or date that repeats a day: "tomorrow, Thursday", "i morgen 2. mai"."""
    bracketed = _in_brackets(words, found)
    if bracketed:
        return bracketed
    comma = words.norm(found.end) == ","
    after = found.end + 1 if comma else found.end
    again = date(words, after) or weekday(words, words.skip(after, lex.OPENER) if comma else after)
    if again is None:
        return found
    if isinstance(again.value, Yearly):
        return Match(again.value, again.end)
    plain = isinstance(again.value, Weekday) and again.value.which is Which.PLAIN
    return Match(found.value, again.end) if plain else found


def _in_brackets(words: Words, found: Match[Node]) -> Match[Node] | None:
    """Read the date in brackets that repeats a day: "today (Jan. 2)", "fredag (12. juni)"."""
    if words.norm(found.end) != "(":
        return None
    name = words.find(found.end + 1, lex.WEEKDAY)
    number = found.value.number if isinstance(found.value, Weekday) else None
    place = name.end if name else found.end + 1
    comma = name is not None and words.norm(place) == ","
    again = date(words, place + comma, name.value if name else number)
    closed = again is not None and words.norm(again.end) == ")"
    return Match(again.value, again.end + 1) if again and closed else None


def weekday(words: Words, at: int) -> Match[Node] | None:
    """Read a weekday: which one, its date, the week it lies in."""
    article = words.find(at, lex.ARTICLE)
    at = article.end if article and article.value else at
    which = words.find(at, lex.WHICH)
    place = which.end if which else at
    name = words.find(place, lex.WEEKDAY) or _short_weekday(words, place)
    if name is None or _is_title(words, place, name.end):
        return None
    after = words.skip(name.end + 1 if words.norm(name.end) == "," else name.end, lex.ARTICLE)
    dated = date(words, after, name.value) or day_of_month(words, after, name.value)
    if dated:
        return Match(dated.value, dated.end)
    if words.norm(place - 1) in words.words.indefinite and not dates_event(words, name.end):
        return None  # "on a Thursday in 1994"
    node = Weekday(name.value, which.value if which else Which.PLAIN)
    if bracketed := _in_brackets(words, Match(node, name.end)):
        return bracketed
    return after_weekday(words, Match(node, name.end))


def _short_weekday(words: Words, at: int) -> Match[int] | None:
    """Read "tors", "Tue.": only where it can't be a common word."""
    found = words.find(at, lex.SHORT_WEEKDAY)
    if found is None:
        return _letters(words, at) if words.typed else None
    known = not words.norm(found.end).isalpha() or _goes_on(words, found.end)
    return found if (words.typed and known) or date(words, found.end) else None


def _letters(words: Words, at: int) -> Match[int] | None:
    """Read the "ti" of "ti 1.9", as a person types it: nothing but a date shows what it is."""
    letters = words.words.weekday_letters
    if words.norm(at) not in letters:
        return None
    end = at + 2 if words.norm(at + 1) == "." and words.glued(at + 1) else at + 1
    return Match(letters.index(words.norm(at)), end) if date(words, end) else None


def _goes_on(words: Words, at: int) -> bool:
    """Whether a word that may follow a weekday follows."""
    kinds = (
        lex.PART,
        lex.MERIDIEM,
        lex.CLOCK_MARK,
        lex.OPENER,
        lex.JOINT,
        lex.THROUGH,
        lex.AND,
        lex.WHICH,
    )
    return any(kind.name in words.meanings(at) for kind in kinds)


def _is_title(words: Words, at: int, end: int) -> bool:
    """Whether a weekday is part of a name: Sunday Times, Bloody Sunday."""
    if words.capitalised(end) and words.norm(end) in words.words.titles:
        return True
    if words.norm(at - 1) in words.words.titles and words.capitalised(at - 1):
        return True
    two = words.capitalised(end) and words.capitalised(end + 1)  # "the Thursday Murder Club"
    return two and bool(words.find(at - 1, lex.ARTICLE)) and not words.meanings(end)


def after_weekday(words: Words, found: Match[Weekday]) -> Match[Node]:
    """Read what follows a weekday and moves it: neste uke, i uke 50, week, om en uke."""
    node, at = found
    gone = _weeks_gone(words, at)
    if gone:
        return Match(Weekday(node.number, Which.LAST, weeks_on=-gone.value), gone.end)
    later = words.find(at, lex.WEEK_LATER)
    if later:
        return Match(Weekday(node.number, Which.COMING, weeks_on=later.value), later.end)
    ahead = words.find(at, lex.AHEAD)
    unit = _weeks(words, ahead.end) if ahead else None
    if unit:
        return Match(Weekday(node.number, weeks_on=unit.value), unit.end)
    place = at + 1 if words.norm(at) == "," else at
    for inside in (place, words.skip(place, lex.JOINT), words.skip(place, lex.OPENER)):
        week = period(words, inside)
        if week and _is_week(week.value):
            return Match(Weekday(node.number, within=week.value), week.end)
    after = words.find(at, lex.WHICH_AFTER)
    if after:
        return Match(Weekday(node.number, after.value), after.end)
    return Match(node, at)


def _weeks_gone(words: Words, at: int) -> Match[int] | None:
    """Read the "for to uker siden" of "lørdag for to uker siden", the "a week ago" of Saturday."""
    behind = words.find(at, lex.BEHIND)
    weeks = _weeks(words, behind.end if behind else at)
    ago = words.find(weeks.end, lex.AGO) if weeks else None
    return Match(weeks.value, ago.end) if weeks and ago and ago.value < 0 else None


def _is_week(node: Node) -> bool:
    if isinstance(node, Relative):
        return node.unit is Unit.WEEK
    return isinstance(node, Yearly) and getattr(node.what, "unit", None) is Unit.WEEK


def _weeks(words: Words, at: int) -> Match[int] | None:
    number = words.find(at, lex.NUMBER)
    figure = words.number(at)
    value, after = (number.value, number.end) if number else (figure, at + 1)
    unit = words.find(after, lex.UNIT)
    if value is None or unit is None or value != int(value):
        return None
    if unit.value is Unit.DAY and value in _WEEKS_IN_DAYS:
        return Match(_WEEKS_IN_DAYS[int(value)], unit.end)
    return Match(int(value), unit.end) if unit.value is Unit.WEEK else None


def nth(words: Words, at: int) -> Match[Node] | None:
    """Read første mandag i august, the last week of March, andre helg i mai."""
    at = words.skip(at, lex.ARTICLE)
    ordinal = words.find(at, lex.ORDINAL) or _dotted_ordinal(words, at)
    if ordinal is None:
        return _nth_of_genitive(words, at)
    unit = words.find(ordinal.end, lex.UNIT)
    what: Match[int] | Match[Unit] | None = words.find(ordinal.end, lex.WEEKDAY) or unit
    if what is None or what.value in _NEVER_NTH:
        return None
    joint = words.find(what.end, lex.JOINT)
    within = period(words, words.skip(joint.end, lex.ARTICLE), inner=True) if joint else None
    if within is None or isinstance(within.value, Nth):
        return None
    return Match(Nth(ordinal.value, what.value, within.value), within.end)


def _nth_of_genitive(words: Words, at: int) -> Match[Node] | None:
    """Read årets siste dag, månedens første mandag."""
    period_unit = words.find(at, lex.UNIT)
    ordinal = words.find(period_unit.end, lex.ORDINAL) if period_unit else None
    if period_unit is None or ordinal is None or period_unit.value in _NEVER_NTH[:3]:
        return None
    what: Match[int] | Match[Unit] | None = words.find(ordinal.end, lex.WEEKDAY)
    what = what or words.find(ordinal.end, lex.UNIT)
    if what is None or what.value in _NEVER_NTH:
        return None
    return Match(Nth(ordinal.value, what.value, Relative(period_unit.value, 0)), what.end)


def _dotted_ordinal(words: Words, at: int) -> Match[int] | None:
    number = words.number(at)
    if number is None or number > 5:
        return None
    ends = (*words.words.ordinal_ends, ".") if words.words.dotted_days else words.words.ordinal_ends
    return Match(number, at + 2) if words.glued(at + 1) and words.norm(at + 1) in ends else None


def _feast(words: Words, at: int) -> Match[Node] | None:
    at = words.skip(at, lex.ARTICLE)
    weekend = words.find(at, lex.FEAST_WEEKEND)
    if weekend:
        return Match(Containing(Unit.WEEKEND, Yearly(weekend.value)), weekend.end)
    which = words.find(at, lex.WHICH)
    found = words.find(at, lex.FEAST)
    if found or which is None:  # "siste søndag i advent" is a feast of its own
        which = None
    else:
        found = words.find(which.end, lex.FEAST)
    if found is None:
        return None
    year = tell_year(words, found.end)
    unit = words.find(found.end, lex.UNIT)
    if unit and unit.value is Unit.WEEKEND:
        return Match(Containing(Unit.WEEKEND, Yearly(found.value)), unit.end)
    node = Yearly(
        found.value,
        which.value if which else Which.PLAIN,
        year=year.value[0],
        years_on=year.value[1],
    )
    return Match(node, year.end)


def _numbered_day(words: Words, start: int, at: int, inner: bool) -> Match[Node] | None:
    """Read den 15., the 12th of this month: where nothing shows them to number things."""
    place = words.skip(at, lex.ARTICLE)
    found = day_of_month(words, place)
    if found is None:
        return None
    of = words.find(found.end, lex.OF_THE_MONTH)
    if of:
        return Match(found.value, of.end)
    joint = words.find(found.end, lex.JOINT)
    chosen = words.find(found.end, lex.WHICH)
    month = period(words, joint.end if joint else found.end) if joint or chosen else None
    if month and isinstance(month.value, Relative) and month.value.unit is Unit.MONTH:
        return Match(Nth(found.value.day, Unit.DAY, month.value), month.end)
    alone = words.norm(found.end) in ("", ",", ".", "\n", ")", ";") or _starts_time(
        words, found.end
    )
    led = place > start or inner
    figure = words.norm(place).isdecimal() or place > at or (words.typed and place > start)
    shown = led and alone and figure and (words.typed or place > at)
    return Match(found.value, found.end) if shown else None


def _starts_time(words: Words, at: int) -> bool:
    return bool(words.find(at, lex.CLOCK_MARK) or words.find(at, lex.THROUGH))
