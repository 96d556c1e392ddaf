"""A policy of one's own, as an editor types it: ``week: heads-up 3d 15:00, overdue 08:30``."""

import re
from dataclasses import dataclass, field
from datetime import time
from typing import assert_never

from bot.domain.follow_up import ReminderKind
from bot.domain.language import translatable
from bot.domain.own_policy import KINDS
from bot.domain.policy import Ladder, PolicyRow
from bot.domain.rule import Anchor, Roll, Rule
from bot.domain.working_hours import WorkingHours
from bot.errors import BotError
from bot.reading.typed.ladder import read_ladder

_ROWS = {
    PolicyRow.MINUTE: "minute hour time minutt klokkeslett",
    PolicyRow.DAY: "day dag",
    PolicyRow.WEEK: "week weekend range uke veke helg",
    PolicyRow.MONTH: "month quarter season year måned månad kvartal årstid år",
    PolicyRow.DEADLINE: "deadline frist",
}
_KINDS = {
    ReminderKind.HEADS_UP: "heads-up headsup before forvarsel varsel førehandsvarsel før",
    ReminderKind.OPENS: "opens begins starts åpner opnar begynner begynnar starter startar",
    ReminderKind.CLOSES: "closes ends slutter sluttar lukker lukkar",
    ReminderKind.OVERDUE: "overdue after forfalt etter",
    ReminderKind.ESCALATION: "escalation escalates eskalering eskalerer",
    ReminderKind.AGAIN: "again igjen",
}
_ROW_OF = {word: row for row, words in _ROWS.items() for word in words.split()}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_OFF = frozenset({"off", "none", "no", "av", "ingen", "nei", "aldri", "never"})
_DEFAULT = frozenset({"default", "policy", "standard", "vanlig", "vanleg", "usual"})
_ON_TIME = frozenset({"on time", "at its time", "presis", "på slaget"})
_MANY = frozenset({ReminderKind.HEADS_UP, ReminderKind.CLOSES})
_LASTING = frozenset({PolicyRow.WEEK, PolicyRow.MONTH, PolicyRow.DEADLINE})
_WORDS = re.compile(r"(?P<first>[^\W\d][\w-]*)\s*:?\s*(?P<rest>.*)", re.DOTALL)
_STEP = re.compile(
    r"(?:(?P<number>\d{1,3})\s?(?P<unit>[a-zæøå]+)(?:\s+|$))?"
    r"(?:(?:at\s|kl\.?\s?)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?)?"
)
_DAYS = frozenset({"d", "day", "days", "dag", "dager", "dagar"})
_WEEKS = frozenset({"w", "week", "weeks", "u", "uke", "uker", "veke", "veker"})
_HOURS = frozenset({"h", "hour", "hours", "t", "time", "timer", "timar"})
_TIMES = frozenset({"x", "times", "ganger", "gonger"})
_USUAL_TIMES = 5
_OVERDUE = re.compile(r"\b(?:is overdue|over ti(?:den|da)|på overtid)\b")  # as tables say it


class BadRow(BotError):
    """A word that is no row of the policy."""

    reply = translatable(
        "“{word}” is no kind of time. Write one of: minute, day, week, month, deadline."
    )


class BadPolicyWords(BotError):
    """Words that are no reminder of a policy."""

    reply = translatable(
        "I don’t understand “{words}” as reminders. Write them like this: week: heads-up 3d 15:00,"
        " opens 08:30, overdue off"
    )


class NoHourInRow(BotError):
    """Hours counted from something whose hour nobody knows."""

    reply = translatable(
        "“{words}” counts hours, which only what is known to the minute has. Count in days:"
        " 3d 15:00."
    )


class NotInRow(BotError):
    """A kind of reminder that makes no sense for a kind of time."""

    reply = translatable(
        "“{kind}” makes no sense for “{row}”: only what lasts for days closes, and a deadline does"
        " not open."
    )


@dataclass(frozen=True, slots=True)
class PolicyWish:
    """What somebody wants of a policy.

    Attributes:
        row: Which row; None for all of them.
        ladder: The kinds to set; one without rules is switched off.
        cleared: The kinds to leave to whoever is wider.
    """

    row: PolicyRow | None = None
    ladder: Ladder = field(default_factory=dict)
    cleared: frozenset[ReminderKind] = frozenset()

    @property
    def changes(self) -> bool:
        """Whether anything shall be other than it is, and not only shown."""
        return bool(self.ladder or self.cleared)


def begins_a_policy(word: str) -> bool:
    """Whether a word can begin what is wanted of a policy, and is no owner's name."""
    bare = word.lower().rstrip(":")
    return word.endswith(":") or bare in _ROW_OF or bare in _DEFAULT or bare in _KIND_OF


def read_policy_words(words: str, hours: WorkingHours) -> PolicyWish:
    """Return what somebody wants of a policy.

    ``week`` shows a row, ``week: heads-up 3d 15:00, 1d, overdue off`` sets some of it, ``week:
    default`` and ``default`` leave it to the next wider one. Days are working days, weeks are
    seven days each, and hours are counted only where the hour is known.

    Args:
        words: As they were typed.
        hours: The newsroom's, for what names no hour.

    Raises:
        BadRow: If it begins with no kind of time.
        BadPolicyWords: If a part of it is no reminder; it names the part.
        NoHourInRow: If hours are counted from a day.
        NotInRow: If the row has no such reminder.
    """
    text = _OVERDUE.sub("overdue", " ".join(words.lower().split()))
    if not text:
        return PolicyWish()
    if text in _DEFAULT:
        return PolicyWish(cleared=frozenset(KINDS))
    head = _WORDS.fullmatch(text)
    if head is None or head["first"] not in _ROW_OF:
        raise BadRow(word=(head["first"] if head else text)[:60])
    row = _ROW_OF[head["first"]]
    if head["rest"] in _DEFAULT:
        return PolicyWish(row, cleared=frozenset(KINDS))
    return _wish(row, head["first"], head["rest"], hours)


def _wish(row: PolicyRow, named: str, text: str, hours: WorkingHours) -> PolicyWish:
    ladder: dict[ReminderKind, tuple[Rule, ...]] = {}
    cleared: set[ReminderKind] = set()
    for kind, words in _parts(text):
        if kind in {ReminderKind.OPENS, ReminderKind.CLOSES} and not _has(kind, row):
            raise NotInRow(kind=kind.value, row=named)
        if words in _DEFAULT:
            cleared.add(kind)
        elif words in _OFF:
            ladder[kind] = ()
        else:
            ladder[kind] = (*ladder.get(kind, ()), _rule(kind, row, words, hours))
        if len(ladder.get(kind, ())) > 1 and kind not in _MANY:
            raise BadPolicyWords(words=words[:60])
    return PolicyWish(row, ladder, frozenset(cleared))


def _has(kind: ReminderKind, row: PolicyRow) -> bool:
    if kind is ReminderKind.OPENS:
        return row is not PolicyRow.DEADLINE
    return row in _LASTING


def _parts(text: str) -> list[tuple[ReminderKind, str]]:
    """Return each reminder's kind and words; one that names no kind is of the kind before it."""
    kind: ReminderKind | None = None
    parts = []
    for piece in filter(None, map(str.strip, re.split(r"[,;]|\sand\s|\sog\s", text))):
        named = _WORDS.fullmatch(piece)
        words = piece
        if named is not None and named["first"] in _KIND_OF:
            kind, words = _KIND_OF[named["first"]], named["rest"]
        if kind is None or not words:
            raise BadPolicyWords(words=piece[:60])
        parts.append((kind, words))
    return parts


def _rule(kind: ReminderKind, row: PolicyRow, words: str, hours: WorkingHours) -> Rule:
    match kind:
        case ReminderKind.HEADS_UP:
            return _heads_up(row, words, hours)
        case ReminderKind.OPENS if words in _ON_TIME and row is PolicyRow.MINUTE:
            return Rule(Anchor.START)
        case ReminderKind.OPENS:
            return _opens(row, _bare_hour(words))
        case ReminderKind.CLOSES:
            return _closes(row, _step(words), words, hours)
        case ReminderKind.OVERDUE | ReminderKind.ESCALATION:
            return _asking(kind, row, _step(words), words, hours)
        case ReminderKind.AGAIN:
            return _again(_step(words), words, hours)
        case ReminderKind.LIFT | ReminderKind.UPDATE:
            raise ValueError(f"no {kind} follows from a policy")
        case _:
            assert_never(kind)


def _heads_up(row: PolicyRow, words: str, hours: WorkingHours) -> Rule:
    steps = read_ladder(words, hours.afternoon)
    if len(steps) != 1:
        raise BadPolicyWords(words=words[:60])
    (step,) = steps
    if step.at is None and row is not PolicyRow.MINUTE:
        raise NoHourInRow(words=words[:60])
    anchors = {PolicyRow.WEEK: Anchor.FIRST_MORNING, PolicyRow.DEADLINE: Anchor.LAST}
    return Rule(
        anchors.get(row, Anchor.START),
        step.days,
        step.working_days,
        step.hours,
        step.minutes,
        step.at,
    )


def _opens(row: PolicyRow, at: time) -> Rule:
    if row is PolicyRow.WEEK:
        return Rule(Anchor.FIRST_MORNING, at=at)
    return Rule(Anchor.START, at=at, roll=Roll.NEXT if row is PolicyRow.MONTH else None)


def _closes(row: PolicyRow, step: "_Step", words: str, hours: WorkingHours) -> Rule:
    if step.unit in _DAYS | _WEEKS:
        return _days_on(Anchor.LAST, step, hours, sign=-1)
    if step.unit or step.at is None:
        raise BadPolicyWords(words=words[:60])
    return Rule(Anchor.LAST, at=step.at, roll=Roll.PREVIOUS if row is PolicyRow.MONTH else None)


def _asking(
    kind: ReminderKind, row: PolicyRow, step: "_Step", words: str, hours: WorkingHours
) -> Rule:
    if step.unit in _HOURS and step.at is None:
        if row is not PolicyRow.MINUTE:
            raise NoHourInRow(words=words[:60])
        return Rule(Anchor.END, hours=step.number)
    overdue = kind is ReminderKind.OVERDUE
    anchor = Anchor.LAST if overdue else Anchor.OVERDUE
    if step.unit in _DAYS | _WEEKS:
        return _days_on(anchor, step, hours, sign=1)
    if step.unit or step.at is None:
        raise BadPolicyWords(words=words[:60])
    return Rule(anchor, days=int(overdue), working_days=int(not overdue), at=step.at)


def _again(step: "_Step", words: str, hours: WorkingHours) -> Rule:
    if step.unit and step.unit not in _TIMES:
        raise BadPolicyWords(words=words[:60])
    times = step.number if step.unit else _USUAL_TIMES
    at = step.at or hours.morning
    return Rule(Anchor.ESCALATION, working_days=1, times=times, at=at)


def _days_on(anchor: Anchor, step: "_Step", hours: WorkingHours, sign: int) -> Rule:
    at = step.at or hours.morning
    if step.unit in _WEEKS:
        return Rule(anchor, days=sign * 7 * step.number, at=at)
    return Rule(anchor, working_days=sign * step.number, at=at)


@dataclass(frozen=True, slots=True)
class _Step:
    """``3d 15:00``: a number of something, an hour, or both."""

    number: int
    unit: str
    at: time | None


def _step(words: str) -> _Step:
    found = _STEP.fullmatch(words)
    if found is None or not words or (found["number"] and int(found["number"]) == 0):
        raise BadPolicyWords(words=words[:60])
    try:
        at = time(int(found["hour"]), int(found["minute"] or 0)) if found["hour"] else None
    except ValueError:
        raise BadPolicyWords(words=words[:60]) from None
    return _Step(int(found["number"] or 0), found["unit"] or "", at)


def _bare_hour(words: str) -> time:
    step = _step(words)
    if step.unit or step.at is None:
        raise BadPolicyWords(words=words[:60])
    return step.at
