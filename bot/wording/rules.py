"""The rules of a plan in words: "the working day before at 15:00"."""

from typing import assert_never

from bot.domain.rule import Anchor, Roll, Rule
from bot.wording import dates
from bot.wording.words import Words


def rule(one: Rule, words: Words) -> str:
    """Return when a rule speaks, as an editor would say it."""
    if one.at is None:
        return _exactly(one, words)
    return words.say("{day} at {clock}", day=_day(one, words), clock=dates.clock(one.at, words))


def _exactly(one: Rule, words: Words) -> str:
    minutes = one.hours * 60 + one.minutes
    if minutes == 0:
        return words.say("at its time")
    hours = abs(minutes) // 60 if minutes % 60 == 0 else 0
    if minutes < 0:
        if hours:
            return words.count("{number} hour before", "{number} hours before", hours)
        return words.count("{number} minute before", "{number} minutes before", -minutes)
    if hours:
        return words.count("{number} hour after", "{number} hours after", hours)
    return words.count("{number} minute after", "{number} minutes after", minutes)


def _day(one: Rule, words: Words) -> str:
    match one.anchor:
        case Anchor.START | Anchor.FIRST_MORNING:
            return _before_it_begins(one, words)
        case Anchor.LAST | Anchor.END:
            return _around_its_end(one, words)
        case Anchor.OVERDUE | Anchor.ESCALATION:
            return _after_asking(one, words)
        case _:
            assert_never(one.anchor)


def _before_it_begins(one: Rule, words: Words) -> str:
    if one.working_days < 0:
        return words.count(
            "the working day before", "{number} working days before", -one.working_days
        )
    if one.days < 0:
        return words.count("the day before", "{number} days before", -one.days)
    if one.roll is Roll.NEXT:
        return words.say("on its first working day")
    return words.say("on its first day")


def _around_its_end(one: Rule, words: Words) -> str:
    if one.working_days < 0:
        return words.count(
            "the working day before its last",
            "{number} working days before its last",
            -one.working_days,
        )
    if one.days < 0:
        return words.count("the day before its last", "{number} days before its last", -one.days)
    if one.days > 0 or one.working_days > 0:
        return words.say("the day after it should have happened")
    if one.roll is Roll.PREVIOUS:
        return words.say("on its last working day")
    return words.say("on its last day")


def _after_asking(one: Rule, words: Words) -> str:
    number = one.working_days or one.days
    if one.anchor is Anchor.ESCALATION:
        return words.count("the working day after that", "{number} working days after that", number)
    if one.working_days:
        return words.count(
            "the working day after I asked", "{number} working days after I asked", number
        )
    return words.count("the day after I asked", "{number} days after I asked", number)
