"""The neutral message as Discord's embeds, buttons and forms: pure, escaped, within its limits.

Embeds rather than the newer layout components: they hold half as much text again (6000 characters
against 4000), and a message that once had the new components can never be anything else.
"""

import io
from dataclasses import dataclass, replace
from typing import Any, assert_never

import discord
from discord import ui

from adapters.discord.custom_ids import LONGEST as LONGEST_ID
from adapters.discord.custom_ids import form_id
from adapters.discord.keys import Keys, lay_out
from adapters.discord.markup import cut, escape_within
from bot.domain.message import Fact, Field, Form, Item, Message, Picture, Tone
from bot.wording.words import Words

TITLE = 256
DESCRIPTION = 4096
EMBEDS_TOGETHER = 6000
FOOTER = 500  # Discord takes 2048; a footnote is a line
TEXT = 2500
ITEM = 900
QUOTE = 400
MENTIONS = 50
HEADING = 100
TAIL = 60  # kept free for "… and 12 more"
LEAST = HEADING + TAIL + 10  # what a list takes of which nothing fits but its heading
GROUPS = 12  # lists shown; their least, together with the longest text, stays below the limit

FORM_TITLE = 45
LABEL = 45
PLACEHOLDER = 100
ANSWER = 4000
QUESTIONS = 5
FORM_SECONDS = 900.0  # how long the library keeps a form in mind; it is answered all the same


@dataclass(frozen=True, slots=True)
class Presented:
    """A message as Discord takes it.

    Attributes:
        content: The text above the embeds: the people called upon, and nothing else.
        embeds: What is said.
        keys: Its buttons, each with its row.
        mentions: Who may be called upon: only those the message names, never a role or everyone.
        picture: What the last embed shows.
    """

    content: str
    embeds: tuple[discord.Embed, ...]
    keys: Keys
    mentions: discord.AllowedMentions
    picture: Picture | None = None

    def marked(self, url: str) -> "Presented":
        """Return the message with an address as its mark, by which it can be found again."""
        first = self.embeds[0].copy()
        first.url = url
        return replace(self, embeds=(first, *self.embeds[1:]))


def present(message: Message, words: Words) -> Presented:
    """Return a message as Discord takes it.

    Args:
        message: What to say; its form, if any, is presented by ``present_form``.
        words: For what Discord's limits make necessary to say.
    """
    keys = lay_out(message)
    footnote = cut("  ·  ".join(filter(None, (message.footnote, keys.apology(words)))), FOOTER)
    title = escape_within(message.title, TITLE)
    room = EMBEDS_TOGETHER - len(title) - len(footnote)
    embeds = [
        discord.Embed(description=part, colour=_colour(message.tone))
        for part in _parts(_pieces(message, keys, words, room))
    ]
    embeds[0].title = title or None
    if footnote:
        embeds[-1].set_footer(text=footnote)
    if message.picture:
        embeds[-1].set_image(url=f"attachment://{message.picture.name}")
    people = [key for key in message.mentions if key.isdecimal()][:MENTIONS]
    return Presented(
        content=" ".join(f"<@{key}>" for key in people),
        embeds=tuple(embeds),
        keys=keys,
        mentions=discord.AllowedMentions(
            everyone=False, roles=False, users=[discord.Object(int(key)) for key in people]
        ),
        picture=message.picture,
    )


def _pieces(message: Message, keys: Keys, words: Words, room: int) -> list[str]:
    """Return the body in pieces, together at most ``room`` characters with a break after each.

    What does not fit is left out a whole line at a time, and counted.
    """
    pieces = [escape_within(message.text, TEXT)] if message.text else []
    room -= sum(len(piece) + 1 for piece in pieces)
    groups = [("", [_fact(fact) for fact in message.facts])]
    groups += [
        (section.heading, [_item(item, keys) for item in section.items])
        for section in message.sections
    ]
    shown, hidden = groups[:GROUPS], groups[GROUPS:]
    for number, (heading, lines) in enumerate(shown, 1):
        kept_free = LEAST * (len(shown) - number) + TAIL
        added = _group(heading, lines, words, room - kept_free)
        room -= sum(len(piece) + 1 for piece in added)
        pieces += added
    if hidden:
        pieces.append(_more(sum(len(lines) for _, lines in hidden), words))
    return pieces or ["\u200b"]


def _group(heading: str, lines: list[str], words: Words, room: int) -> list[str]:
    """Return a heading and those of its lines that fit, with a count of the rest."""
    added = [f"\n__**{escape_within(heading, HEADING)}**__"] if heading else []
    room -= sum(len(piece) + 1 for piece in added) + TAIL
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            return [*added, _more(len(lines) - number, words)]
        added.append(line)
    return added


def _more(number: int, words: Words) -> str:
    return words.count("… and {number} more", "… and {number} more", number)


def _fact(fact: Fact) -> str:
    return f"**{escape_within(fact.label, HEADING)}:** {escape_within(fact.value, ITEM)}"


def _item(item: Item, keys: Keys) -> str:
    """Return an item's lines: the mark its buttons bear, its lead, what was, and what is."""
    mark = keys.mark_of(item)
    lead = item.lead if mark in ("", item.lead) else f"{mark} · {item.lead}".rstrip(" ·")
    line = " ".join(
        part
        for part in (
            f"**{escape_within(lead, 100)}**" if lead else "",
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


def _colour(tone: Tone) -> discord.Colour | None:
    match tone:
        case Tone.PLAIN:
            return None
        case Tone.GOOD:
            return discord.Colour(0x2E7D32)
        case Tone.WARNING:
            return discord.Colour(0xF9A825)
        case Tone.URGENT:
            return discord.Colour(0xC62828)
        case _:
            assert_never(tone)


def parameters(presented: Presented) -> dict[str, Any]:
    """Return a presented message as the library's sending functions take it.

    The view is handed over stopped: the library then keeps nothing of it in memory, and a press
    is answered by what the button carries, before a restart and after it.
    """
    view = ui.View(timeout=None)
    for key in presented.keys.placed:
        view.add_item(key.button())
    view.stop()
    return {
        "content": presented.content or None,
        "embeds": list(presented.embeds),
        "view": view,
        "allowed_mentions": presented.mentions,
    }


def files(presented: Presented) -> list[discord.File]:
    """Return the picture, if any, as a file to send; each can be sent once."""
    picture = presented.picture
    if picture is None:
        return []
    data = io.BytesIO(picture.data)
    return [discord.File(data, picture.name, description=cut(picture.description, 1024))]


def present_form(form: Form) -> ui.Modal:
    """Return a form as Discord's dialogue.

    Known values travel in its id; those for which it is too short stand in fields of their own,
    filled in.

    Raises:
        ValueError: If there are more values to carry than a dialogue has room for.
    """
    known = dict(form.known)
    fields = list(form.fields)
    while len(form_id(form.command, known)) > LONGEST_ID or any("\n" in v for v in known.values()):
        name = max(known, key=lambda name: ("\n" in known[name], len(known[name])), default=None)
        if name is None or len(fields) == QUESTIONS:
            raise ValueError(f"the form of {form.command} carries more than Discord takes")
        fields.append(Field(name, name, value=known.pop(name), multiline=True))
    title = cut(form.title, FORM_TITLE)
    modal = ui.Modal(title=title, custom_id=form_id(form.command, known), timeout=FORM_SECONDS)
    for field in fields:
        modal.add_item(_question(field))
    return modal


def _question(field: Field) -> ui.Label[ui.Modal]:
    return ui.Label(
        text=cut(field.label, LABEL),
        component=ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.paragraph if field.multiline else discord.TextStyle.short,
            placeholder=cut(field.placeholder, PLACEHOLDER) or None,
            default=cut(field.value, ANSWER) or None,
            required=field.required,
            max_length=ANSWER,
        ),
    )


def opener(form: Form, words: Words) -> Presented:
    """Return a message with one button that opens a form.

    For when the form comes too late to be opened at once, or in answer to another form, where
    Discord takes none.
    """
    text = words.say("This needs a few more answers.")
    presented = present(Message(text=text, private=True), words)
    known = dict(form.known)
    while known and len(form_id(form.command, known)) > LONGEST_ID:
        known.pop(max(known, key=lambda name: len(known[name])))
    return replace(presented, keys=Keys.opening(form_id(form.command, known), form.title))
