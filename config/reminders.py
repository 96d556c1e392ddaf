"""Reading a reminder policy: the one beside this module, and a newsroom's own over it."""

import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Any

from bot.domain.follow_up import ReminderKind
from bot.domain.language import translatable
from bot.domain.policy import Ladder, PolicyRow, ReminderPolicy
from bot.domain.rule import Anchor, DayHour, Roll, Rule
from bot.domain.working_hours import USUAL
from bot.errors import BotError
from config.own_file import named, only, read_over

_FIELDS = frozenset({"from", "days", "working_days", "hours", "at", "roll", "times"})
_A_LIST = '[{ from = "start", at = "morning" }]'


class BadPolicy(BotError):
    """A reminder policy that can't be used."""

    reply = translatable(
        "The reminder policy {where} can’t be used: {why}. Compare it with config/reminders.toml."
    )


def read_policy(own: Path | None = None) -> ReminderPolicy:
    """Return the policy: the default one, with the rows of a newsroom's own file put over it.

    Raises:
        BadPolicy: If the file can't be read, or says something no rule can mean.
    """
    return ReminderPolicy(read_over("reminders.toml", own, _ladders, BadPolicy))


def _ladders(toml: str) -> dict[PolicyRow, Ladder]:
    return {named(PolicyRow, name): _ladder(row) for name, row in tomllib.loads(toml).items()}


def _ladder(row: object) -> Ladder:
    if not isinstance(row, dict):
        raise ValueError(f"{row!r} is no table of reminders")
    return {named(ReminderKind, kind): _rules(kind, rules) for kind, rules in row.items()}


def _rules(kind: str, rules: object) -> tuple[Rule, ...]:
    if not isinstance(rules, list) or not all(isinstance(each, dict) for each in rules):
        raise ValueError(f"{kind} is {rules!r}, and no list such as {_A_LIST}")
    return tuple(map(_rule, rules))


def _rule(fields: Mapping[str, Any]) -> Rule:
    only(fields, _FIELDS)
    if "from" not in fields:
        raise ValueError(f"a rule says from where it reckons, as in {_A_LIST}")
    hour, at = _hour(fields.get("at"))
    return Rule(
        named(Anchor, fields["from"]),
        days=fields.get("days", 0),
        working_days=fields.get("working_days", 0),
        hours=fields.get("hours", 0),
        at=at,
        roll=named(Roll, fields["roll"]) if "roll" in fields else None,
        times=fields.get("times", 1),
        hour=hour,
    )


def _hour(words: str | time | None) -> tuple[DayHour | None, time | None]:
    if not isinstance(words, str):
        return None, words
    hour = named(DayHour, words)
    return hour, USUAL.morning if hour is DayHour.MORNING else USUAL.afternoon
