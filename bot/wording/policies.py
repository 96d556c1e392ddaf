"""How reminder policies are said: which reminder comes when, and who has set it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.domain.follow_up import ReminderKind
from bot.domain.language import translatable
from bot.domain.message import Item, Message, Section, Tone
from bot.domain.own_policy import KINDS, Holder, OwnPolicy, owner_of
from bot.domain.policy import Ladder, PolicyRow, ReminderPolicy
from bot.domain.rule import Anchor, Owner, OwnerKind, Rule
from bot.wording import rules
from bot.wording.words import Words

ROWS = {
    PolicyRow.MINUTE: translatable("Minute: what is known to the minute"),
    PolicyRow.DAY: translatable("Day: a day, or a part of it"),
    PolicyRow.WEEK: translatable("Week: a week, a weekend, some days"),
    PolicyRow.MONTH: translatable("Month: a month, a season, a quarter, a year"),
    PolicyRow.DEADLINE: translatable("Deadline: by or before a day"),
}
_SHORT = {
    PolicyRow.MINUTE: translatable("minute"),
    PolicyRow.DAY: translatable("day"),
    PolicyRow.WEEK: translatable("week"),
    PolicyRow.MONTH: translatable("month"),
    PolicyRow.DEADLINE: translatable("deadline"),
}
_KINDS = {
    ReminderKind.HEADS_UP: translatable("heads-up"),
    ReminderKind.OPENS: translatable("opens"),
    ReminderKind.CLOSES: translatable("closes"),
    ReminderKind.OVERDUE: translatable("is overdue"),
    ReminderKind.ESCALATION: translatable("escalation"),
    ReminderKind.AGAIN: translatable("again"),
}


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy as it is in force for somebody.

    Attributes:
        own: All that was set in the newsroom.
        holders: For whom it counts, the widest first.
        rows: Which rows are looked at.
    """

    policy: ReminderPolicy
    own: Sequence[OwnPolicy]
    holders: Sequence[Holder]
    rows: Sequence[PolicyRow]


def shown(view: PolicyView, words: Words) -> Message:
    """Return a policy in force as a table, with how to change it."""
    example = words.say("policy week: heads-up 3d 15:00, overdue 08:30")
    back = words.say("policy week: default")
    return Message(
        title=words.say("Reminders: {whose}", whose=whose(view.holders[-1].owner, words)),
        sections=_sections(view, words),
        footnote=words.say(
            "Change it: /story {example} · back again: /story {back}", example=example, back=back
        ),
        private=True,
    )


def changed(view: PolicyView, replanned: int, words: Words) -> Message:
    """Return the answer to a change of a policy: what is in force now.

    Args:
        view: What is in force.
        replanned: How many follow-ups were planned anew.
        words: The reader's language.
    """
    text = words.count(
        "The reminders of {number} follow-up are planned anew.",
        "The reminders of {number} follow-ups are planned anew.",
        replanned,
    )
    return Message(
        title=words.say("Reminders: {whose}", whose=whose(view.holders[-1].owner, words)),
        text=text if replanned else "",
        tone=Tone.GOOD,
        sections=_sections(view, words),
    )


def summary(own: Sequence[OwnPolicy], words: Words) -> str:
    """Return whose policies differ from the house's, in a line."""
    owners = {Owner(one.kind, one.name) for one in own if one.ladder}
    order = list(OwnerKind)
    named = sorted(owners, key=lambda owner: (order.index(owner.kind), owner.name))
    if not named:
        return words.say("as usual")
    owners_named = ", ".join(whose(owner, words) for owner in named)
    return words.say("other than usual for {whose}", whose=owners_named)


def whose(owner: Owner | None, words: Words) -> str:
    """Return who has set something."""
    if owner is None:
        return words.say("the house")
    match owner.kind:
        case OwnerKind.NEWSROOM:
            return words.say("the newsroom")
        case OwnerKind.DESK:
            return words.say("desk {name}", name=owner.name)
        case OwnerKind.STORY:
            return owner.name
        case _:
            assert_never(owner.kind)


def changed_line(before: OwnPolicy | None, after: OwnPolicy, words: Words) -> str:
    """Return what was set, in a line: "reminders of desk foreign, week: overdue off"."""
    old = before.ladder if before else {}
    differs = [kind for kind in KINDS if old.get(kind) != after.ladder.get(kind)]
    said = [
        f"{words.say(_KINDS[kind])} "
        + (_rules(after.ladder[kind], words) if kind in after.ladder else words.say("as usual"))
        for kind in differs
    ]
    return words.say(
        "reminders of {whose}, {row}: {what}",
        whose=whose(Owner(after.kind, after.name), words),
        row=words.say(_SHORT[after.row]),
        what="; ".join(said),
    )


def _sections(view: PolicyView, words: Words) -> tuple[Section, ...]:
    return tuple(
        Section(words.say(ROWS[row]), tuple(_items(view, row, words))) for row in view.rows
    )


def _items(view: PolicyView, row: PolicyRow, words: Words) -> list[Item]:
    items = []
    for kind in KINDS:
        owner = owner_of(row, kind, view.own, view.holders)
        ruled = _that_come(view.policy.ladders[row], kind)
        if ruled or owner:
            details = (words.say("set by {whose}", whose=whose(owner, words)),) if owner else ()
            items.append(Item(_rules(ruled, words), lead=words.say(_KINDS[kind]), details=details))
    return items


def _that_come(ladder: Ladder, kind: ReminderKind) -> Sequence[Rule]:
    """Return the rules of a kind, without those that follow from what is switched off."""
    needs = {Anchor.OVERDUE: ReminderKind.OVERDUE, Anchor.ESCALATION: ReminderKind.ESCALATION}
    return [
        rule
        for rule in ladder.get(kind, ())
        if rule.anchor not in needs or _that_come(ladder, needs[rule.anchor])
    ]


def _rules(ruled: Sequence[Rule], words: Words) -> str:
    return "; ".join(_rule(one, words) for one in ruled) or words.say("off")


def _rule(one: Rule, words: Words) -> str:
    said = rules.rule(one, words)
    if one.times == 1:
        return said
    return words.say("{rule}, {number} times in all", rule=said, number=one.times)
