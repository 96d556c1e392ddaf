"""Times on the clock: 14.30, half past two, kvart over ni, 2–4 pm."""

from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import LAST_AFTERNOON_HOUR, Clock

_SEPARATORS = (":", ".", "h")
_LAST_HOUR = 24
_LAST_MINUTE = 59
_NOON = 12
_QUARTER = 15  # minutes
_CLOCK_WORDS = frozenset(
    kind.name
    for kind in (lex.NUMBER, lex.NAMED_CLOCK, lex.CLOCK_QUARTER, lex.HALF_TO, lex.HALF_PAST)
)


def clock(words: Words, at: int, *, marked: bool) -> Match[Clock] | None:
    """Read one time on the clock.

    Args:
        words: The text.
        at: Where to begin.
        marked: Whether the place already shows that a clock follows, so that a plain "14.30"
            or "1430" is one.
    """
    start = at
    at = words.skip(at, lex.HEDGE)
    hedged = at > start
    mark = words.find(at, lex.CLOCK_MARK)
    if mark:
        at = words.skip(mark.end, lex.HEDGE)
        hedged = hedged or at > mark.end
    if not words.norm(at).isdecimal() and words.meanings(at).keys().isdisjoint(_CLOCK_WORDS):
        return None
    found = words.find(at, lex.NAMED_CLOCK) or _spoken(words, at, bool(mark))
    found = found or _digits(words, at, marked=marked, named=bool(mark))
    if found is None or (mark and not mark.value and _counts_something(words, at, found.end)):
        return None
    value, end = _with_tail(words, found)
    return Match(replace(value, approximate=value.approximate or hedged), end)


def clock_span(
    words: Words, at: int, *, marked: bool, after_day: bool = False
) -> Match[tuple[Clock, Clock | None]] | None:
    """Read a time on the clock, or from one to another: plain hours only right after a day."""
    if not words.known(at):
        return None
    lead = words.find(at, lex.BETWEEN)
    place = lead.end if lead else at
    first = clock(words, place, marked=marked or bool(lead))
    if first is None:
        first = _bare_hour_before_another(words, place, sure=after_day and bool(lead))
    if first is None:
        return None
    join = _join(words, first.end)
    if join and (lead or not words.find(first.end, lex.AND)):
        last = clock(words, join.end, marked=True) or plain_hour(words, join.end)
        if last:
            return Match(_same_half(first.value, last.value), last.end)
    return None if lead else Match((first.value, None), first.end)


def _join(words: Words, at: int) -> Match[bool] | None:
    return words.find(at, lex.THROUGH) or words.find(at, lex.AND)


def _bare_hour_before_another(words: Words, at: int, *, sure: bool) -> Match[Clock] | None:
    """Read the "2" of "2–4 pm": an hour that only the one after it shows to be one.

    Where a day and a "from" come before it, the other may be as bare: "fredag fra 9 til 11".
    """
    hour = plain_hour(words, at)
    join = _join(words, hour.end) if hour else None
    if not hour or not join or not (sure or words.norm(at).isdecimal()):
        return None
    last = clock(words, join.end, marked=False) or (plain_hour(words, join.end) if sure else None)
    return hour if last and not last.value.approximate else None


def plain_hour(words: Words, at: int) -> Match[Clock] | None:
    """Read an hour alone, where its place shows that it is one."""
    hour = words.number(at)
    if hour is None:
        return _spoken_hour(words, at)
    if hour > _LAST_HOUR or words.norm(at + 1) == "%":
        return None
    return Match(_face(words, hour, 0, at), at + 1)


def _same_half(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """Let "9 to 11 a.m." be both in the morning, and "11 to 1 p.m." cross noon."""
    if first.half_day and not last.half_day:
        hour = first.hour % _NOON
        later = hour + _NOON
        fits = later < last.hour or (later == last.hour and first.minute < last.minute)
        first = replace(first, hour=later if last.hour >= _NOON and fits else hour, half_day=False)
        if first.hour == 0 and last.hour > _NOON:
            first = replace(first, hour=_NOON)
    return first, last


def _digits(words: Words, at: int, *, marked: bool, named: bool) -> Match[Clock] | None:
    """Read 14, 14.30, 14:30, 1430, 2pm, as far as the place allows each."""
    hour = words.number(at)
    if hour is None:
        return None
    text = words.norm(at)
    sign, minute = words.norm(at + 1), words.number(at + 2)
    if (
        sign in _SEPARATORS
        and words.glued(at + 1)
        and words.glued(at + 2)
        and len(words.norm(at + 2)) == 2
        and minute is not None
        and hour <= _LAST_HOUR
        and minute <= _LAST_MINUTE
    ):
        return _hour_and_minute(words, at, marked=marked or named)
    shown = bool(words.find(at + 1, lex.ZONE))
    if len(text) == 4 and (named or shown or (marked and not _is_year(words, at))):
        if hour // 100 >= _LAST_HOUR:
            return None
        return Match(Clock(hour // 100, hour % 100), at + 1) if hour % 100 <= _LAST_MINUTE else None
    if hour > _LAST_HOUR or len(text) > 2:
        return None
    if (named and _may_be_hour(words, at)) or _shown_to_be_an_hour(words, at + 1):
        return Match(_face(words, hour, 0, at), at + 1)
    return None


def _is_year(words: Words, at: int) -> bool:
    """Whether four figures are rather a year: "i 2027"."""
    if at == 0 or not 1900 <= (words.number(at) or 0) <= 2099:
        return False
    return not any(kind in words.meanings(at - 1) for kind in ("weekdays", "parts"))


def _may_be_hour(words: Words, at: int) -> bool:
    """Whether a plain hour is one, where the word before it has other meanings ("at 14 …")."""
    if words.typed or not words.words.twelve_hours or not words.norm(at - 1).isalpha():
        return True
    number, follows = words.number(at) or 0, words.norm(at + 1)
    numeral = words.glued(at + 1) and words.norm(at + 2).isdecimal()
    known = not follows.isalnum() or bool(words.meanings(at + 1))
    known = known and not words.find(at + 1, lex.MONTH)
    return number <= _NOON and known and not numeral and follows not in ("%", "-", "$", "£", "€")


def _hour_and_minute(words: Words, at: int, *, marked: bool) -> Match[Clock] | None:
    hour, minute = words.number(at), words.number(at + 2)
    assert hour is not None
    assert minute is not None
    more = words.norm(at + 3) in (":", ".") and words.glued(at + 3) and words.glued(at + 4)
    if more and words.number(at + 4) is not None:
        return None  # a date or a time of a race
    if not marked and words.norm(at + 1) != ":" and not _shown_to_be_an_hour(words, at + 3):
        return None
    if hour == _LAST_HOUR and minute:
        return None
    face = _face(words, hour, minute, at)
    return Match(replace(face, as_written=words.typed and _is_small(words, hour, at)), at + 3)


def _shown_to_be_an_hour(words: Words, at: int) -> bool:
    closing = words.find(at, lex.CLOCK_END)
    return bool(
        words.find(at, lex.MERIDIEM)
        or (closing and closing.value)
        or words.find(at, lex.CLOCK_AROUND)
    )


def _face(words: Words, hour: int, minute: int, at: int) -> Clock:
    """An hour in digits; plain ones are on a twelve-hour face where the language speaks so."""
    plain = words.words.twelve_hours and 0 < hour <= _NOON and words.norm(at)[0] != "0"
    as_written = words.typed and not plain and _is_small(words, hour, at)
    return Clock(hour, minute, half_day=plain, as_written=as_written)


def _is_small(words: Words, hour: int, at: int) -> bool:
    """Whether an hour in digits, written without a nought, may be one of the afternoon."""
    return 0 < hour <= LAST_AFTERNOON_HOUR and words.norm(at)[0] != "0"


def _spoken(words: Words, at: int, marked: bool) -> Match[Clock] | None:
    """Read halv tre, kvart over ni, fem på halv elleve, half past two, klokken ni."""
    half = _half(words, at)
    if half:
        return half
    minutes = words.find(at, lex.CLOCK_QUARTER) or _spoken_number(words, at)
    if minutes is None:
        return None
    after = words.find(minutes.end, lex.UNIT)
    turn_at = after.end if after else minutes.end
    turn = words.find(turn_at, lex.CLOCK_DIRECTION)
    if turn and (after or _is_no_span(words, at, turn_at)):
        named = words.find(turn.end, lex.NAMED_CLOCK)
        base = _half(words, turn.end) or named or _spoken_hour(words, turn.end)
        if base and (after or marked or _is_told(words, minutes.value, turn_at, base.end)):
            total = base.value.hour * 60 + base.value.minute + turn.value * int(minutes.value)
            hour, minute = divmod(total % (_LAST_HOUR * 60), 60)
            return Match(Clock(hour, minute, half_day=named is None), base.end)
    if words.norm(at).isdecimal() or not ((marked and not after) or _is_hour(words, minutes.end)):
        return None
    return _spoken_hour(words, at)


def _counts_something(words: Words, at: int, end: int) -> bool:
    """Whether the number after a doubtful "at" counts things: "at three fire stations"."""
    follows = words.norm(end)
    if len(words.norm(at)) == 4 and words.capitalised(end) and not words.typed:
        named = words.find(end + 1, lex.OPENER) is None and not words.meanings(end)
        return named or words.norm(end + 1) in words.words.titles  # "at 1412 Elm Street"
    return words.find(at, lex.NUMBER) is not None and (
        words.find(at, lex.ARTICLE) is not None or (follows.isalpha() and not words.meanings(end))
    )


def _is_no_span(words: Words, at: int, turn_at: int) -> bool:
    """Whether the "to" of "ten to nine" can't be that of "from nine to ten"."""
    if not words.find(turn_at, lex.THROUGH):
        return True
    return not words.norm(at).isdecimal() and not words.find(at - 1, lex.BETWEEN)


def _is_told(words: Words, minutes: float, turn_at: int, end: int) -> bool:
    """Whether "ten to nine" is a time, and not a number of things: "two to three metres"."""
    if words.words.twelve_hours and words.find(turn_at, lex.JOINT) and minutes != _QUARTER:
        return False  # "won six of eight"
    if not words.find(turn_at, lex.THROUGH) or words.find(end - 1, lex.NAMED_CLOCK):
        return True
    follows = words.norm(end)
    return minutes % 5 == 0 and (not follows.isalpha() or bool(words.meanings(end)))


def _is_hour(words: Words, at: int) -> bool:
    if _shown_to_be_an_hour(words, at):
        return True
    inner = words.skip(at, lex.OPENER)
    return inner > at and bool(words.find(inner, lex.PART))


def _half(words: Words, at: int) -> Match[Clock] | None:
    to, past = words.find(at, lex.HALF_TO), words.find(at, lex.HALF_PAST)
    lead = to or past
    hour = _spoken_hour(words, lead.end) if lead else None
    if not hour:
        return None
    value = hour.value.hour * 60 + (-30 if to else 30)
    return Match(Clock(value // 60 % _LAST_HOUR, value % 60, half_day=True), hour.end)


def _spoken_hour(words: Words, at: int) -> Match[Clock] | None:
    found = _spoken_number(words, at)
    if found is None or not 1 <= found.value <= _NOON or found.value != int(found.value):
        return None
    return Match(Clock(int(found.value), half_day=True), found.end)


def _spoken_number(words: Words, at: int) -> Match[float] | None:
    number = words.number(at)
    if number is not None and number <= 60 and words.norm(at + 1) != "-":
        return Match(float(number), at + 1)
    return None if words.norm(at) in words.words.no_hours else words.find(at, lex.NUMBER)


def _with_tail(words: Words, found: Match[Clock]) -> Match[Clock]:
    """Read what closes a clock: pm, o'clock, -tiden."""
    value, at = found
    closing = words.find(at, lex.CLOCK_END)
    if closing and (closing.value or len(words.norm(at - 1)) == 4):
        at = closing.end
    half = words.find(at, lex.MERIDIEM)
    if half and value.hour <= _NOON:
        value, at = replace(value, hour=value.hour % _NOON + half.value, half_day=False), half.end
        value = replace(value, as_written=False)
        sharp = words.find(at, lex.CLOCK_END)
        at = sharp.end if sharp and sharp.value else at
    zone = words.find(at, lex.ZONE)
    if zone:
        value, at = replace(value, zone=zone.value or None), zone.end
    around = words.find(at, lex.CLOCK_AROUND)
    if around and words.glued(at):
        value, at = replace(value, approximate=True), around.end
    return Match(value, at)
