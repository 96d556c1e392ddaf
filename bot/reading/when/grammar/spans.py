"""Times and spans of them: fra fredag til søndag, 24.–26. oktober, mars/april."""

from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.dates import day_number
from bot.reading.when.grammar.days import day
from bot.reading.when.grammar.moments import moment
from bot.reading.when.grammar.periods import period
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Bounded,
    DayMonth,
    DayOfMonth,
    Month,
    Node,
    Numbered,
    Parted,
    PartOf,
    Ranged,
    Relative,
    Timed,
    TurnOfMonth,
    Weekday,
    Yearly,
    Years,
)
from bot.reading.when.terms import Bound, Ref, Unit, Which

_LONGEST_LIST = 31  # the days of a month
_JOINABLE = (Yearly, Weekday, Relative, Parted, Timed, Years, PartOf)


def span(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read one time, or from one to another."""
    moved = words.norm(at - 1) in words.words.postponing  # "moved from Thursday to Friday"
    lead = None if moved else words.find(at, lex.BETWEEN)
    found = _both(words, at, between=False, inner=inner)
    both = _both(words, lead.end, between=True, inner=True) if lead else None
    both = both or (_from_now(words, lead.end) if lead else None)
    return both if both and (found is None or both.end > found.end) else found


def _from_now(words: Words, at: int) -> Match[Node] | None:
    """Read the "now until Friday" of "from now until Friday", "mellom nå og jul"."""
    now = words.find(at, lex.REF)
    if now is None or now.value is not Ref.PRESENT:
        return None
    join = words.find(now.end, lex.THROUGH) or words.find(now.end, lex.AND)
    last = one_time(words, join.end, inner=True) if join else None
    return Match(Bounded(Bound.UNTIL, last.value), last.end) if last else None


def _both(words: Words, at: int, *, between: bool, inner: bool) -> Match[Node] | None:
    first = one_time(words, at, inner=inner)
    elliptic = _bare_day(words, at)
    for left in (first, elliptic):
        if left is None:
            continue
        join = _join(words, left)
        if join is None:
            continue
        right = _without_hours(words, join.end, left.value, _right(words, join.end, left.value))
        if right and not between and _are_two(words, left, right):
            continue
        if right and _is_told_beside(words, left, right):
            continue
        joined = right and _join_ends(left.value, right.value)
        if joined and right:
            return Match(joined, right.end)
    return None if between else first


def _without_hours(
    words: Words, at: int, left: Node, right: Match[Node] | None
) -> Match[Node] | None:
    """Leave the hours of each day out of days: "5. til 9. mai fra kl. 8 til 15"."""
    hours = right is not None and isinstance(right.value, Timed) and right.value.until
    return day(words, at, inner=True) if hours and not isinstance(left, Timed | Parted) else right


def _is_told_beside(words: Words, left: Match[Node], right: Match[Node]) -> bool:
    """Whether an hour after a dash is of the day before it: "30. mai – kl. 9 – møttes de"."""
    hour = isinstance(right.value, Timed) and right.value.day is None
    return hour and words.norm(left.end) == "-" and not isinstance(left.value, Timed | Parted)


def _are_two(words: Words, left: Match[Node], right: Match[Node]) -> bool:
    """Whether each of two has its hour and its day: "fredag kl. 12 og lørdag kl. 14"."""
    timed = isinstance(right.value, Timed) and right.value.day is not None
    return timed and words.find(left.end, lex.AND) is not None


def _join(words: Words, left: Match[Node]) -> Match[bool] | None:
    """Read what joins the first of several to the last: til, through, ", 15. og", mars/april."""
    end = _listed(words, left)
    place = end + 1 if words.norm(end) == "," else end
    through = words.find(place, lex.THROUGH)
    if through and (place == end or words.norm(place) != "-"):
        return through
    what = left.value.what if isinstance(left.value, Yearly) else None
    weeks = isinstance(what, Numbered) and what.unit is Unit.WEEK
    if (isinstance(what, Month) or weeks) and words.norm(end) == "/":
        return Match(True, end + 1)
    conjunction = words.find(end, lex.AND)
    bound = words.find(conjunction.end, lex.PERIOD_BOUND) if conjunction else None
    return Match(True, bound.end) if bound else conjunction


def _listed(words: Words, left: Match[Node]) -> int:
    """Return the place after what a list names between its ends: ", 15.", ", juni"."""
    end, node = left.end, left.value
    if words.norm(end) != ",":
        return end  # as nearly always
    months = isinstance(node, Yearly) and isinstance(node.what, Month)
    number = node.number if isinstance(node, Weekday) else None
    for _ in range(_LONGEST_LIST):
        if words.norm(end) != ",":
            break
        between = words.find(end + 1, lex.MONTH) if months else _bare_day(words, end + 1)
        if number is not None:  # only days that follow one another are a span
            name = words.find(end + 1, lex.WEEKDAY)
            between = name if name and name.value == number + 1 else None
            number += 1
        if between is None:
            break
        end = between.end
    return end


def last_of_span(words: Words, at: int, after: int) -> int | None:
    """Return where the last end of a span begins, or None if it says no time by itself.

    Args:
        words: The text.
        at: Where the span begins.
        after: The place after its last token.
    """
    for place in range(at + 1, after):
        join = words.find(place, lex.THROUGH) or words.find(place, lex.AND)
        last = one_time(words, join.end, inner=True) if join else None
        if join and last and last.end == after:
            return join.end
    return None


def one_time(words: Words, at: int, *, inner: bool) -> Match[Node] | None:
    """Read a moment, a day or a period, whichever takes most of the text."""
    found = [
        match
        for match in (
            moment(words, at, inner=inner),
            period(words, at, inner=inner),
            _turn(words, at),
        )
        if match
    ]
    return max(found, key=lambda match: match.end) if found else None


def _turn(words: Words, at: int) -> Match[Node] | None:
    """Read ved månedsskiftet, månedsskiftet mars/april."""
    turn = words.find(words.skip(at, lex.OPENER), lex.TURN)
    if turn is None:
        return None
    month = words.find(words.skip(turn.end, lex.JOINT), lex.MONTH)
    if month is None:
        return Match(TurnOfMonth(), turn.end)
    after = words.find(month.end + 1, lex.MONTH) if words.norm(month.end) in ("/", "-") else None
    return Match(TurnOfMonth(month.value), after.end if after else month.end)


def _bare_day(words: Words, at: int) -> Match[Node] | None:
    """Read the "24." of "24. til 26. oktober"."""
    place = words.skip(words.skip(at, lex.OPENER), lex.ARTICLE)
    weekday = words.find(place, lex.WEEKDAY)
    found = day_number(words, words.skip(weekday.end, lex.ARTICLE) if weekday else place)
    if found is None:
        return None
    return Match(DayOfMonth(found.value.day, weekday.value if weekday else None), found.end)


def _right(words: Words, at: int, left: Node) -> Match[Node] | None:
    if isinstance(left, Years) and (years := period(words, at, inner=True)):
        return years
    found = one_time(words, at, inner=True)
    if found:
        return found
    if isinstance(left, Yearly | DayOfMonth | Years):
        number = words.number(at)
        if isinstance(left, Years) or (
            isinstance(left, Yearly) and isinstance(left.what, Numbered)
        ):
            return (
                Match(DayOfMonth(number), at + 1) if number is not None and number < 100 else None
            )
        return _bare_day(words, at)
    return None


def _join_ends(left: Node, right: Node) -> Node | None:
    """Complete each end of a span by what the other tells, or None if they don't go together."""
    if isinstance(left, DayOfMonth):
        return _left_number(left, right)
    if isinstance(right, DayOfMonth) and isinstance(left, Yearly):
        return _right_number(left, right)
    if isinstance(left, Years) and isinstance(right, DayOfMonth):
        return Ranged(left, Years(left.first // 100 * 100 + right.day))
    if isinstance(left, Weekday) and isinstance(right, Weekday):
        within = left.within or right.within if left.which is Which.PLAIN else left.within
        return Ranged(
            replace(left, within=within), replace(right, within=right.within or left.within)
        )
    if isinstance(left, Yearly) and isinstance(right, Yearly):
        return Ranged(_with_year(left, right), right)
    if type(left) in _JOINABLE and type(right) in _JOINABLE:
        return Ranged(left, right)
    return None


def _left_number(left: DayOfMonth, right: Node) -> Node | None:
    """Complete the number of "24. til 26. oktober", "1.–3. kvartal"."""
    if isinstance(right, DayOfMonth):
        return None if left.weekday is None else Ranged(left, right)
    if not isinstance(right, Yearly):
        return None
    what = right.what
    if isinstance(what, DayMonth):
        first = DayMonth(left.day, what.month, left.weekday)
        return Ranged(replace(right, what=first), right)
    rises = isinstance(what, Numbered) and what.unit is not Unit.WEEK and left.day < what.number
    if isinstance(what, Numbered) and rises:
        return Ranged(replace(right, what=Numbered(what.unit, left.day)), right)
    return None


def _with_year(left: Yearly, right: Yearly) -> Yearly:
    crosses = _place(left) > _place(right)
    if left.year is not None or left.years_on is not None:
        return left
    if right.years_on is not None:
        return replace(left, years_on=right.years_on - crosses)
    return left if right.year is None else replace(left, year=right.year - crosses)


def _place(node: Yearly) -> tuple[int, int]:
    what = node.what
    if isinstance(what, DayMonth):
        return what.month, what.day
    number = what.number if isinstance(what, Month | Numbered) else 0
    return number, 0


def _right_number(left: Yearly, right: DayOfMonth) -> Node | None:
    what = left.what
    if isinstance(what, DayMonth):
        last = replace(left, what=DayMonth(right.day, what.month, right.weekday))
        return Ranged(left, last) if right.day > what.day else None
    if isinstance(what, Numbered):
        return Ranged(left, replace(left, what=Numbered(what.unit, right.day)))
    return None
