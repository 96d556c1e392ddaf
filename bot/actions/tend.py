"""Seeing to a follow-up: who is on it, whether it is covered, when it is reminded of."""

from bot.actions.finding import find_follow_up
from bot.actions.people import named_people
from bot.actions.replan import keep_changed, planning
from bot.actions.request import Request
from bot.domain.coverage import read_coverage
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.policy import is_to_the_minute
from bot.domain.rule import Rule
from bot.errors import BotError
from bot.reading.typed.ladder import read_ladder
from bot.wording import follow_ups, plans


class NoHourToCountFrom(BotError):
    """A reminder hours before something whose hour nobody knows."""

    reply = translatable(
        "{follow_up} has no hour to count back from. Count in days: “3d, 1d 16:00”."
    )


async def assign(request: Request, *, follow_up: str, who: str = "me") -> Message:
    """Put it in somebody's hands, or in several people's."""
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        after = before.assigned(await named_people(tx, request, who))
        await keep_changed(tx, request, after)
    return follow_ups.changed(after, request.words, request.now)


async def take(request: Request, *, follow_up: str) -> Message:
    """Say that one is on it: the desk is asked no louder."""
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        after = before.taken(request.person.name)
        await keep_changed(tx, request, after)
    return follow_ups.taken(after, request.words)


async def cover(request: Request, *, follow_up: str, coverage: str) -> Message:
    """Say whether the newsroom covers it."""
    chosen = read_coverage(coverage)
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        after = before.covered(chosen)
        await keep_changed(tx, request, after)
    return follow_ups.changed(after, request.words, request.now)


async def remind(request: Request, *, follow_up: str, ladder: str) -> Message:
    """Give it heads-ups of its own, or those of the policy again."""
    rules = read_ladder(ladder, request.newsroom.hours.afternoon)
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        _require_hour(before, rules)
        after = before.reminded(rules)
        await keep_changed(tx, request, after)
        moments = (await planning(tx, request, after.story_id)).of(after).moments
    heads_ups = [one for one in moments if one.kind is ReminderKind.HEADS_UP]
    return plans.ladder(after, heads_ups, request.words, request.now)


def _require_hour(follow_up: FollowUp, rules: tuple[Rule, ...]) -> None:
    """Refuse to count hours back from a day.

    Raises:
        NoHourToCountFrom: If a rule does, and the follow-up's window names no hour.
    """
    by_hours = any(rule.at is None for rule in rules)
    if by_hours and (follow_up.window is None or not is_to_the_minute(follow_up.window)):
        raise NoHourToCountFrom(follow_up=follow_up.name)
