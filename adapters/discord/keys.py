"""Where buttons stand in Discord: five rows of five, below everything that is said.

An item's buttons can't stand beside it; so each bears the item's number, which stands before the
item too.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import Self, assert_never

import discord
from discord import ui

from adapters.discord.custom_ids import command_id
from adapters.discord.markup import cut
from bot.domain.message import Button, ButtonStyle, Message
from bot.wording.words import Words

ROWS = 5
IN_A_ROW = 5
LABEL = 80
_NUMBER = re.compile(r"#?\d{1,3}\.?")


@dataclass(frozen=True, slots=True)
class Key:
    """A button in its place."""

    label: str
    custom_id: str
    style: ButtonStyle
    row: int

    def button(self) -> ui.Button[ui.View]:
        """Return the library's button; each belongs to one view."""
        return ui.Button(
            label=self.label, custom_id=self.custom_id, style=_style(self.style), row=self.row
        )


@dataclass(frozen=True, slots=True)
class Keys:
    """A message's buttons, laid out.

    Attributes:
        placed: The buttons that fit, in order.
        left_out: How many buttons did not fit.
    """

    placed: tuple[Key, ...] = ()
    left_out: int = 0

    @classmethod
    def opening(cls, custom_id: str, label: str) -> Self:
        """Return one button, of an id of its own."""
        return cls((Key(cut(label, LABEL), custom_id, ButtonStyle.PRIMARY, 0),))

    def apology(self, words: Words) -> str:
        """Return a sentence about the buttons that did not fit, or nothing."""
        if not self.left_out:
            return ""
        return words.count(
            "{number} more button has no room here; type the command instead.",
            "{number} more buttons have no room here; type the commands instead.",
            self.left_out,
        )


def number_items(message: Message) -> tuple[str, ...]:
    """Return the number of each item: its own where all have one, else counted.

    Only what has buttons needs a number, and only when it is not alone; the others' is empty.
    """
    items = [item for section in message.sections for item in section.items]
    pressable = [item for item in items if item.buttons]
    if len(pressable) < 2:
        return ("",) * len(items)
    own = {item.lead for item in pressable if _NUMBER.fullmatch(item.lead)}
    counted = count(1)
    return tuple(
        (item.lead if len(own) == len(pressable) else str(next(counted))) if item.buttons else ""
        for item in items
    )


def lay_out(message: Message, marks: tuple[str, ...], shown: frozenset[int]) -> Keys:
    """Return a message's buttons, items' first, those of the whole last.

    Each group has a row of its own where there are rows enough. When there are more than 25, the
    last items' are left out; those of the whole stay.

    Args:
        message: Whose buttons.
        marks: The numbers of its items, as ``number_items`` gives them.
        shown: The places of the items that the reader sees; the others' buttons mean nothing.
    """
    items = [item for section in message.sections for item in section.items]
    groups = [
        [(f"{mark} {button.label}".strip(), button) for button in item.buttons]
        for place, (item, mark) in enumerate(zip(items, marks, strict=True))
        if place in shown
    ]
    whole = [(button.label, button) for button in message.buttons][: ROWS * IN_A_ROW]
    room = ROWS * IN_A_ROW - len(whole)
    flat = [labelled for group in groups for labelled in group]
    rows = _rows([*groups, whole])
    if len(rows) > ROWS:
        rows = _rows([[*flat[:room], *whole]])
    return Keys(_keys(rows), max(0, len(flat) - room) + len(message.buttons) - len(whole))


def _rows(groups: list[list[tuple[str, Button]]]) -> list[list[tuple[str, Button]]]:
    """Return the groups as rows of at most five."""
    return [
        group[start : start + IN_A_ROW]
        for group in groups
        for start in range(0, len(group), IN_A_ROW)
    ]


def _keys(rows: list[list[tuple[str, Button]]]) -> tuple[Key, ...]:
    given: Counter[str] = Counter()
    keys = []
    for row, buttons in enumerate(rows):
        for label, button in buttons:
            custom_id = command_id(button.command, given[button.command])
            given[button.command] += 1
            keys.append(
                Key(cut(label.strip() or button.command, LABEL), custom_id, button.style, row)
            )
    return tuple(keys)


def _style(style: ButtonStyle) -> discord.ButtonStyle:
    match style:
        case ButtonStyle.PLAIN:
            return discord.ButtonStyle.secondary
        case ButtonStyle.PRIMARY:
            return discord.ButtonStyle.primary
        case ButtonStyle.DANGER:
            return discord.ButtonStyle.danger
        case _:
            assert_never(style)
