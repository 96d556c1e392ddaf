"""What a message says, as the descriptions of Discord's embeds: escaped, and cut visibly."""

from collections.abc import Iterator
from dataclasses import dataclass

from adapters.discord.markup import escape_within
from bot.domain.message import Fact, Item, Message
from bot.wording.words import Words

DESCRIPTION = 4096
TEXT = 2500
ITEM = 900
QUOTE = 400
HEADING = 100
TAIL = 60  # kept free for "… and 12 more"
LEAST = HEADING + TAIL + 10  # what a list takes of which nothing fits but its heading
GROUPS = 12  # lists shown; their least, together with the longest text, stays below the limit


@dataclass(frozen=True, slots=True)
class Body:
    """A message's text.

    Attributes:
        descriptions: One an embed; there is always one.
        shown: The items that are there, by their place among all the message's items.
    """

    descriptions: tuple[str, ...]
    shown: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a list; ``item`` is its item's place, None for a fact."""

    text: str
    item: int | None = None


def write_body(message: Message, marks: tuple[str, ...], words: Words, room: int) -> Body:
    """Return a message's text.

    What does not fit is left out a whole line at a time, and counted.

    Args:
        message: What to say.
        marks: The number before each item, or nothing.
        words: For the count.
        room: Characters, breaks included, that it may take together.
    """
    pieces = [escape_within(message.text, TEXT)] if message.text else []
    room -= sum(len(piece) + 1 for piece in pieces)
    groups = list(_groups(message, marks))
    seen: set[int] = set()
    for number, (heading, lines) in enumerate(groups[:GROUPS], 1):
        later = LEAST * (min(len(groups), GROUPS) - number)
        added = [f"\n__**{escape_within(heading, HEADING)}**__"] if heading else []
        room -= sum(len(piece) + 1 for piece in added)
        kept = _fitting(lines, room - later - 2 * TAIL)
        added += [line.text for line in kept]
        if len(kept) < len(lines):
            added.append(_more(len(lines) - len(kept), words))
        room -= sum(len(piece) + 1 for piece in added[bool(heading) :])
        pieces += added
        seen.update(line.item for line in kept if line.item is not None)
    if hidden := sum(len(lines) for _, lines in groups[GROUPS:]):
        pieces.append(_more(hidden, words))
    return Body(tuple(_parts(pieces or ["\u200b"])), frozenset(seen))


def _groups(message: Message, marks: tuple[str, ...]) -> Iterator[tuple[str, list[_Line]]]:
    """Yield the message's lists with their headings: the facts first, without one."""
    yield "", [_Line(_fact(fact)) for fact in message.facts]
    place = 0
    for section in message.sections:
        numbered = list(enumerate(section.items, place))
        yield section.heading, [_Line(_item(item, marks[at]), at) for at, item in numbered]
        place += len(numbered)


def _fitting(lines: list[_Line], room: int) -> list[_Line]:
    """Return the lines that fit, from the first on."""
    for number, line in enumerate(lines):
        room -= len(line.text) + 1
        if room < 0:
            return lines[:number]
    return lines


def _more(number: int, words: Words) -> str:
    return words.count("… and {number} more", "… and {number} more", number)


def _fact(fact: Fact) -> str:
    return f"**{escape_within(fact.label, HEADING)}:** {escape_within(fact.value, ITEM)}"


def _item(item: Item, mark: str) -> str:
    """Return an item's lines: the mark its buttons bear, its lead, what was, and what is."""
    lead = item.lead if mark in ("", item.lead) else f"{mark} · {item.lead}".rstrip(" ·")
    line = " ".join(
        part
        for part in (
            f"**{escape_within(lead, HEADING)}**" if lead else "",
            f"~~{escape_within(item.was, 200)}~~" if item.was else "",
            escape_within(item.text, ITEM),
        )
        if part
    )
    details = [f"-# {line}" for line in _lines(" · ".join(item.details), ITEM)]
    quote = [f"> {line}" for line in _lines(item.quote, QUOTE)]
    return "\n".join([line, *details, *quote])


def _lines(text: str, limit: int) -> list[str]:
    return escape_within(text, limit).splitlines()


def _parts(pieces: list[str]) -> list[str]:
    """Return the pieces joined into as few descriptions as hold them."""
    parts = [""]
    for piece in pieces:
        joined = f"{parts[-1]}\n{piece}" if parts[-1] else piece.lstrip("\n")
        if len(joined) > DESCRIPTION:
            parts.append(piece.lstrip("\n"))
        else:
            parts[-1] = joined
    return parts
