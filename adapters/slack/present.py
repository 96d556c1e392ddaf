"""From the neutral message to Block Kit."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from adapters.slack import blocks as kit
from adapters.slack.blocks import Block
from bot.domain.mention import Mention, MentionKind
from bot.domain.message import Fact, Item, Message, Section, Tone
from bot.wording.words import Words

LONGEST_FALLBACK = 3900
"""Slack advises at most 4,000 characters; some clients show no more."""

LONGEST_BLOCKS = 12_000
"""Characters of JSON. Slack refuses all blocks together above some 13,000 (msg_blocks_too_long)."""

ROOM_FOR_NOTE = 300
"""Characters kept free for the line that counts what was left out."""

NOTHING = "–"
"""Shown for a message that says nothing; Slack takes no empty one."""

_A_LINE = 220
"""Characters of JSON around one fact, heading, quote or item, and around its row of buttons."""

_A_TEXT = 60
"""Characters around one text of an item, which may be bold, or around a gap or a mention."""

_A_BUTTON = 145
"""Characters around a button's label and command."""

_A_MESSAGE = 900
"""Characters around all the rest, with a picture."""

_as_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

MARKS = {Tone.PLAIN: "", Tone.GOOD: "✅ ", Tone.WARNING: "⚠️ ", Tone.URGENT: "🔴 "}


@dataclass(frozen=True, slots=True)
class Presented:
    """A message as Slack takes it.

    Attributes:
        text: What notifications and screen readers say; escaped.
        blocks: What is shown, at most 50.
    """

    text: str
    blocks: list[Block]

    def arguments(self) -> dict[str, Any]:
        """Return both under the names Slack's methods give them."""
        return {"text": self.text, "blocks": self.blocks}


def present(message: Message, words: Words, picture: str = "") -> Presented:
    """Return a message within Slack's limits.

    Single texts that are too long end in “…”; of a list that is too long, whole lines are left
    out from its end, and a line says how many.

    Args:
        message: What to say. Its form is not shown here.
        words: The message's language, for the line that counts what was left out.
        picture: Slack's id of the message's picture; empty, its description stands in its place.
    """
    room = LONGEST_BLOCKS - ROOM_FOR_NOTE
    shown = _lay_out(message, words, picture, measured=False)
    most = at_most(message)
    if (most is None or most > room) and _size(shown) > room:
        shown = _lay_out(message, words, picture, measured=True)
    return Presented(_fallback(message), shown or [kit.context(NOTHING)])


def at_most(message: Message) -> int | None:
    """Return how many characters of JSON a message's blocks take at most, without writing them.

    That costs a fifth. It is known of none with an address in it, since links are written twice,
    or with a ``<``, which may be written as two.
    """
    whole = "".join(_texts(message))
    if "://" in whole or "<" in whole:
        return None
    items = [item for section in message.sections for item in section.items]
    buttons = len(message.buttons) + sum(len(item.buttons) for item in items)
    lines = len(message.facts) + len(message.sections) + len(items)
    quotes = sum(1 for item in items if item.quote)
    texts = sum(len(item.details) + (3 if item.lead else 1) for item in items)
    texts += sum(2 for item in items if item.was)
    called = 2 * (len(message.mentions) + len(message.groups))
    around = _A_LINE * (lines + quotes) + _A_TEXT * (texts + called) + _A_BUTTON * buttons
    return len(_as_json(whole)) + around + _A_MESSAGE


def _texts(message: Message) -> Iterator[str]:
    """Yield every text of a message, and what its buttons command."""
    yield from (message.title, message.text, message.footnote)
    if message.picture:
        yield message.picture.description
    for fact in message.facts:
        yield from (fact.label, fact.value)
    for section in message.sections:
        yield section.heading
        for item in section.items:
            yield from (item.lead, item.was, item.text, item.quote, *item.details)
            for button in item.buttons:
                yield from (button.label, button.command)
    for button in message.buttons:
        yield from (button.label, button.command)


def _lay_out(message: Message, words: Words, picture: str, *, measured: bool) -> list[Block]:
    """Return a message's blocks; nearly all fit without each of their lines being measured."""
    numbers = count()
    head, foot = _head(message), _foot(message, numbers, picture)
    room = LONGEST_BLOCKS - _size(foot) if measured else None
    page = _Page(head, room=room, most=kit.MOST_BLOCKS - len(foot))
    left_out = _fill(page, message, numbers)
    if left_out:
        page.note(words.count("… and {number} more", "… and {number} more", left_out))
    return [*page.blocks(), *foot]


def _head(message: Message) -> list[Block]:
    """Return the title, as a header where it fits, and the mentions and text below it."""
    mark = MARKS[message.tone]
    title = mark + message.title if message.title else ""
    blocks: list[Block] = []
    runs: list[Block] = []
    if title and len(kit.harmless(title)) <= kit.LONGEST_HEADER:
        blocks.append(kit.header(title))
    elif title:
        short = kit.shorten(title, kit.LONGEST_LINE)
        blocks.append(kit.rich_text([kit.paragraph(kit.run(short, style="bold"))]))
    called = [*map(kit.user, message.mentions), *map(kit.group, message.groups)]
    for mention in called:
        runs += [mention, kit.run(" ")]
    if message.text:
        runs.append(kit.run(message.text if title else mark + message.text))
    if runs:
        blocks.append(kit.rich_text([kit.paragraph(*runs)]))
    return blocks


def _foot(message: Message, numbers: Iterator[int], picture: str) -> list[Block]:
    """Return what stands below the lists."""
    blocks = kit.actions(message.buttons, numbers)
    if message.picture:
        description = message.picture.description
        blocks.append(kit.image(picture, description) if picture else kit.context(description))
    if message.footnote:
        blocks.append(kit.context(message.footnote))
    return blocks


@dataclass(slots=True)
class _Page:
    """Blocks being laid out, in the room that is left.

    Text gathers in ``open`` until a row of buttons closes it, so that a list without buttons
    takes one block, however long.

    Attributes:
        room: Characters of JSON that are left; None where they are not counted.
        most: How many blocks there may be.
    """

    done: list[Block]
    room: int | None
    most: int
    open: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.room is not None:
            self.room -= _size(self.done)

    def take(self, text: Sequence[Block], rows: Sequence[Block] = ()) -> bool:
        """Add text and the buttons below it, or nothing when they don't fit."""
        if len(self.done) + 2 + len(rows) > self.most or not self._has_room(text, rows):
            return False
        self.open += text
        if rows:
            self._close()
            self.done += rows
        return True

    def _has_room(self, text: Sequence[Block], rows: Sequence[Block]) -> bool:
        """Whether there is room; then it is taken."""
        if self.room is None:
            return True
        size = _size(text) + _size(rows)
        if size > self.room - ROOM_FOR_NOTE:
            return False
        self.room -= size
        return True

    def note(self, text: str) -> None:
        """Add one line for which room was always kept."""
        self.open.append(kit.paragraph(kit.run(text, style="italic")))

    def blocks(self) -> list[Block]:
        """Return all that was laid out."""
        self._close()
        return self.done

    def _close(self) -> None:
        if self.open:
            self.done.append(kit.rich_text(self.open))
            self.open = []


def _size(blocks: Sequence[Block]) -> int:
    return len(_as_json(blocks))


def _fill(page: _Page, message: Message, numbers: Iterator[int]) -> int:
    """Lay out facts and lists; return how many of their lines found no room."""
    lines = len(message.facts) + sum(len(section.items) for section in message.sections)
    for fact in message.facts:
        if not page.take([_fact(fact)]):
            return lines
        lines -= 1
    for section in message.sections:
        for position, item in enumerate(section.items):
            text = _item(item) if position else [*_heading(section), *_item(item)]
            if not page.take(text, kit.actions(item.buttons, numbers)):
                return lines
            lines -= 1
    return 0


def _fact(fact: Fact) -> Block:
    value = kit.shorten(fact.value, kit.LONGEST_LINE)
    return kit.paragraph(kit.run(f"{fact.label}: ", style="bold"), kit.run(value))


def _heading(section: Section) -> list[Block]:
    if not section.heading:
        return []
    return [kit.paragraph(kit.run(section.heading, style="bold"))]


def _item(item: Item) -> list[Block]:
    """Return one point of a list, and below it the sentence it came from."""
    runs: list[Block] = []
    if item.lead:
        runs += [kit.run(item.lead, style="bold"), kit.run("  ")]
    if item.was:
        runs += [kit.run(item.was, style="strike"), kit.run("  ")]
    runs += kit.linked(kit.shorten(item.text, kit.LONGEST_LINE))
    for detail in item.details:
        runs += kit.linked(f"\n{detail}", style="italic")
    return [kit.bullet(*runs), *([kit.quote(item.quote)] if item.quote else [])]


def _fallback(message: Message) -> str:
    """Return the message as lines of text, the most telling first."""
    people = [f"<@{person}>" for person in message.mentions]
    mentions = " ".join([*people, *map(_group, message.groups)])
    first = "\n".join(part for part in (message.title, message.text) if part)
    text = f"{mentions} {MARKS[message.tone]}{kit.escape(first)}".strip()
    for line in _lines(message):
        if len(text) + len(line) > LONGEST_FALLBACK:
            return f"{text}\n…"
        text = f"{text}\n{line}"
    return text.strip() or NOTHING


def _group(mention: Mention) -> str:
    return "<!here>" if mention.kind is MentionKind.HERE else f"<!subteam^{mention.key}>"


def _lines(message: Message) -> Iterator[str]:
    """Yield what stands below title and text, escaped, without the blank lines."""
    for fact in message.facts:
        yield kit.escape(f"{fact.label}: {fact.value}")
    for section in message.sections:
        if section.heading:
            yield kit.escape(section.heading)
        for item in section.items:
            yield kit.escape(f"• {item.lead} {item.text}" if item.lead else f"• {item.text}")
    if message.footnote:
        yield kit.escape(message.footnote)
