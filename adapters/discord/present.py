"""The neutral message as Discord's embeds and buttons: pure, escaped, within its limits.

Embeds rather than the newer layout components: they hold half as much text again (6000 characters
against 4000), and a message that once had the new components can never be anything else.
"""

import io
from dataclasses import dataclass, replace
from typing import Any, assert_never

import discord
from discord import ui

from adapters.discord.body import write_body
from adapters.discord.keys import Keys, lay_out, number_items
from adapters.discord.markup import cut, escape_within
from bot.domain.mention import MentionKind
from bot.domain.message import Message, Picture, Tone
from bot.wording.words import Words

TITLE = 256
EMBEDS_TOGETHER = 6000
FOOTER = 500  # Discord takes 2048; a footnote is a line
MENTIONS = 50


@dataclass(frozen=True, slots=True)
class Presented:
    """A message as Discord takes it.

    Attributes:
        content: The text above the embeds: the people called upon, and nothing else.
        embeds: What is said.
        keys: Its buttons, each with its row.
        mentions: Who may be called upon: only those the message names, never everyone. Discord
            has one permission for all and for those who are present; the content, which is
            written here alone, then says ``@here``.
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
        message: What to say; its form, if any, is a dialogue of its own.
        words: For what Discord's limits make necessary to say.
    """
    marks = number_items(message)
    title = escape_within(message.title, TITLE)
    body = write_body(message, marks, words, EMBEDS_TOGETHER - len(title) - FOOTER)
    keys = lay_out(message, marks, body.shown)
    footnote = cut("  ·  ".join(filter(None, (message.footnote, keys.apology(words)))), FOOTER)
    embeds = [
        discord.Embed(description=description, colour=_colour(message.tone))
        for description in body.descriptions
    ]
    embeds[0].title = title or None
    if footnote:
        embeds[-1].set_footer(text=footnote)
    if message.picture:
        embeds[-1].set_image(url=f"attachment://{message.picture.name}")
    people = [key for key in message.mentions if key.isdecimal()][:MENTIONS]
    groups = [one for one in message.groups if one.kind is MentionKind.GROUP]
    roles = [one.key for one in groups if one.key.isdecimal()][:MENTIONS]
    here = any(one.kind is MentionKind.HERE for one in message.groups)
    called = [f"<@{key}>" for key in people] + [f"<@&{key}>" for key in roles]
    return Presented(
        content=" ".join([*called, *(["@here"] if here else [])]),
        embeds=tuple(embeds),
        keys=keys,
        mentions=discord.AllowedMentions(
            everyone=here,
            roles=[discord.Object(int(key)) for key in roles] or False,
            users=[discord.Object(int(key)) for key in people],
        ),
        picture=message.picture,
    )


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
