"""What a phrase of time says, before anyone asks when that is."""

from __future__ import annotations

from dataclasses import dataclass

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

LAST_AFTERNOON_HOUR = 6
"""Up to it a plain hour may be in the afternoon: "at three" is, "at nine" is in the morning."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock.

    Attributes:
        hour: 0 to 24; 24 is the midnight that ends the day.
        minute: 0 to 59.
        half_day: Said on a twelve-hour face, so that the half of the day is open.
        as_written: A person typed a small hour as it stands on a clock of twenty-four hours; the
            other half of the day may be meant all the same.
        approximate: Hedged, as in "14-tiden".
        zone: IANA zone, where one was named with it.
    """

    hour: int
    minute: int = 0
    half_day: bool = False
    approximate: bool = False
    zone: str | None = None
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day of a month, with the weekday it was said to be (0 is Monday)."""

    day: int
    month: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A week, quarter, half or third of a year by its number."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class Yearly:
    """What comes once a year.

    Attributes:
        what: What comes.
        which: This one, the next; PLAIN lets the tense decide.
        year: The year, where it is told.
        years_on: The year counted from the present one ("mars neste år" is 1).
        begins: The year told is surely the one it begins in ("vinteren 2026/27").
    """

    what: DayMonth | Month | Numbered | Season | Feast
    which: Which = Which.PLAIN
    year: int | None = None
    years_on: int | None = None
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit counted from the present one, or from the date last mentioned if ``carried``.

    With ``coming`` it is the first yet to begin; with a ``year`` it is the same one of that year
    ("the same quarter of 2012").
    """

    unit: Unit
    offset: int
    carried: bool = False
    coming: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The unit or weekday just after (+1) or before (-1) something ("the week after Easter")."""

    what: Unit | int
    sign: int
    base: Node


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (0 is Monday), perhaps inside a week named, or whole weeks on or ago."""

    number: int
    which: Which = Which.PLAIN
    within: Node | None = None
    weeks_on: int = 0


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is not told, with the weekday it was said to be."""

    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (-1 is the last) unit or weekday inside a period."""

    n: int
    unit: Unit | int
    within: Node


@dataclass(frozen=True, slots=True)
class Containing:
    """The calendar unit that holds a day ("the week of December 8")."""

    unit: Unit
    day: Node


@dataclass(frozen=True, slots=True)
class Years:
    """A span of ``length`` years from ``first``: a year, a decade, a century."""

    first: int
    length: int = 1
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class TurnOfMonth:
    """The last day of a month and the first of the next; None is the nearest such turn."""

    month: int | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a period."""

    part: PeriodPart
    of: Node


@dataclass(frozen=True, slots=True)
class Amount:
    """How much time: 2.5 hours.

    Attributes:
        number: How many units; the most of them where two numbers were named.
        unit: Of what.
        vague: The number was not named ("a few").
        least: The fewest, where two numbers were named ("two to three weeks").
    """

    number: float
    unit: Unit
    vague: bool = False
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The next (+1) or past (-1) so much time."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """So much time after (+1) or before (-1) a base; None is now, or the date last mentioned."""

    amount: Amount
    sign: int
    base: Node | None = None
    carried: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """A time on the clock, to another one perhaps, on a day (None: today or the next to come)."""

    day: Node | None
    clock: Clock
    until: Clock | None = None
    part: DayPart | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """A part of a day.

    Attributes:
        day: The day; None is today.
        part: Its part.
        leading: Whether the part leads into the day ("natt til onsdag").
        edge: Whether it was said to be early or late.
        told: Whether the part was named, and not only meant by "early" or "late".
        zone: IANA zone, where one was named with it.
    """

    day: Node | None
    part: DayPart
    leading: bool = False
    edge: PeriodPart | None = None
    told: bool = True
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Ranged:
    """From the first to the end of the last."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Bounded:
    """Before, by, after, from or until something."""

    bound: Bound
    node: Node


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left (+1) or gone (-1) of a period; ``during`` it if it has not begun."""

    of: Node
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of a period, as in "by the end of"."""

    of: Node


@dataclass(frozen=True, slots=True)
class Hedged:
    """Around something."""

    node: Node


@dataclass(frozen=True, slots=True)
class Each:
    """What recurs.

    Attributes:
        unit: Every so many of these.
        interval: How many.
        weekdays: On these days of the week.
        nth: Only the nth such day of the month (-1 is the last).
        month_day: On this day of the month.
        yearly: Every year at this.
        month: Only in this month of the year.
        season: Only in this season of the year.
        clock: At this time.
        closing: To this time of the day, where hours were told from the one to the other.
        part: In this part of the day.
        adverb: Said in one word ("weekly"), which holds no window of its own.
        attributive: Said of a thing ("a weekly column"), whenever that comes.
        until: The last day on which it may come.
        within: The period yet to come in which alone it comes.
        count: How often it comes.
    """

    unit: Unit
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None
    yearly: DayMonth | None = None
    month: int | None = None
    season: Season | None = None
    clock: Clock | None = None
    closing: Clock | None = None
    part: DayPart | None = None
    adverb: bool = False
    attributive: bool = False
    until: Node | None = None
    within: Node | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time, at no time in particular."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Vague:
    """Now, lately, in the future."""

    ref: Ref


Node = (
    Yearly
    | Relative
    | Beside
    | Weekday
    | DayOfMonth
    | Nth
    | Containing
    | Years
    | TurnOfMonth
    | PartOf
    | Counted
    | Shifted
    | Timed
    | Parted
    | Ranged
    | Bounded
    | Remaining
    | Ending
    | Hedged
    | Each
    | Lasting
    | Vague
)
