"""A follow-up's own heads-ups, as an editor types them: ``3d, 1d 16:00, 1t``."""

import re
from datetime import time

from bot.domain.language import translatable
from bot.domain.rule import Anchor, Rule
from bot.domain.working_hours import USUAL
from bot.errors import BotError

MOST_STEPS = 10

_STEP = re.compile(
    r"(?P<number>\d{1,3})\s?(?P<unit>[a-zæøå]+)(?:\s+(?:before|ahead|før))?"
    r"(?:\s+(?:at\s|kl\.?\s?|klokken\s)?\s?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?)?"
)
_DEFAULT = frozenset({"default", "policy", "standard", "vanlig", "vanleg"})
_DAYS = frozenset({"d", "day", "days", "dag", "dager", "dagar"})
_WEEKS = frozenset({"w", "week", "weeks", "u", "uke", "uker", "veke", "veker"})
_HOURS = frozenset({"h", "hour", "hours", "t", "time", "timer", "timar"})
_MINUTES = frozenset({"m", "min", "minute", "minutes", "minutt", "minuttar", "minutter"})


class BadLadder(BotError):
    """Words that are no heads-ups."""

    reply = translatable(
        "I don’t understand “{words}” as reminders. Write how long before, with a comma between:"
        " “3d, 1d 16:00, 1h”; or “default”."
    )


def read_ladder(words: str, afternoon: time = USUAL.afternoon) -> tuple[Rule, ...]:
    """Return the heads-ups that were typed; none for "default".

    ``3d`` is three working days before at 15:00, ``1d 16:00`` the working day before at 16:00,
    ``2w`` fourteen days before, ``1h`` or ``1t`` an hour before, ``30m`` half an hour.

    Args:
        words: As they were typed.
        afternoon: The hour of a day's notice where none is named.

    Raises:
        BadLadder: If a step is none of these; it names the step.
    """
    text = words.strip().lower()
    if text in _DEFAULT:
        return ()
    steps = [step for part in re.split(r"[,;\n]| and | og ", text) if (step := part.strip())]
    if not 0 < len(steps) <= MOST_STEPS:
        raise BadLadder(words=words.strip()[:60])
    return tuple(dict.fromkeys(_rule(step, afternoon) for step in steps))


def _rule(step: str, afternoon: time) -> Rule:
    found = _STEP.fullmatch(step)
    if found is None or int(found["number"]) == 0:
        raise BadLadder(words=step[:60])
    number, unit = int(found["number"]), found["unit"]
    if unit in _HOURS and not found["hour"]:
        return Rule(Anchor.START, hours=-number)
    if unit in _MINUTES and not found["hour"]:
        return Rule(Anchor.START, minutes=-number)
    if unit in _DAYS:
        return Rule(Anchor.START, working_days=-number, at=_hour(found, step, afternoon))
    if unit in _WEEKS:
        return Rule(Anchor.START, days=-7 * number, at=_hour(found, step, afternoon))
    raise BadLadder(words=step[:60])


def _hour(found: re.Match[str], step: str, otherwise: time) -> time:
    if not found["hour"]:
        return otherwise
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        raise BadLadder(words=step[:60]) from None
