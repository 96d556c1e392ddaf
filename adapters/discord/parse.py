"""Discord's payloads into neutral values: who asks, what a form says, what a message holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord

from adapters.discord.custom_ids import Begun, Typed, read_custom_id
from bot.domain.delivery import MessageRef
from bot.domain.mention import Mention, MentionKind
from bot.domain.newsroom import Asker, Inbox, Platform, Values

DaybookInteraction = discord.Interaction[discord.Client]


_PING = re.compile(r"<@(?P<role>&)?!?(?P<id>\d+)>")


def asker(
    interaction: DaybookInteraction,
    servers: Mapping[str, tuple[str, ...]] | None = None,
    mentioned: tuple[Mention, ...] = (),
) -> Asker:
    """Return who gives a command, and where.

    In direct messages the person's own id stands for the workspace: ``dm:<user id>``.

    Args:
        interaction: What Discord tells.
        servers: In direct messages, the person's roles in each server in which they are.
        mentioned: Those whom the command names.
    """
    person = interaction.user
    direct = interaction.guild_id is None
    guild = interaction.guild
    inbox = Inbox(f"dm:{person.id}", inbox_key(person.id))
    channel_name = getattr(interaction.channel, "name", None)
    return Asker(
        platform=Platform.DISCORD,
        workspace_key=inbox.workspace_key if direct else str(interaction.guild_id),
        workspace_name=person.display_name if direct else _guild_name(guild),
        channel_key=inbox.channel_key if direct else str(interaction.channel_id or ""),
        channel_name=f"@{person.display_name}" if direct else channel_name or person.display_name,
        person_key=str(person.id),
        person_name=person.display_name,
        language=language_tag(interaction.locale),
        direct=direct,
        roles=role_words(person),
        mentioned=mentioned,
        inbox=inbox,
        servers=servers,
    )


def reference(interaction: DaybookInteraction, message_id: int) -> MessageRef:
    """Return a message of the channel in which something was asked."""
    direct = interaction.guild_id is None
    workspace = f"dm:{interaction.user.id}" if direct else str(interaction.guild_id)
    return MessageRef(
        Platform.DISCORD, workspace, str(interaction.channel_id or ""), str(message_id)
    )


def inbox_key(person_id: int) -> str:
    """Return what stands for a person's direct messages, which may not be open yet."""
    return f"@{person_id}"


def mentions_in(interaction: DaybookInteraction, texts: Iterable[str]) -> tuple[Mention, ...]:
    """Return the people and roles that texts name, ``<@1>`` and ``<@&2>``, as they are called.

    A person of whom Discord tells nothing is called by their id.
    """
    found = {match[0]: match for text in texts for match in _PING.finditer(text)}
    return tuple(_mention(interaction, match) for match in found.values())


def decode(text: str, mentioned: Iterable[Mention]) -> str:
    """Return text as its writer saw it: with ``@`` and the name of whom it calls upon."""
    names = {mention.key: mention.name for mention in mentioned}
    return _PING.sub(lambda match: f"@{names.get(match['id'], match['id'])}", text)


def _mention(interaction: DaybookInteraction, match: re.Match[str]) -> Mention:
    key = int(match["id"])
    if match["role"]:
        role = interaction.guild.get_role(key) if interaction.guild else None
        return Mention(MentionKind.GROUP, str(key), role.name if role else str(key))
    known: discord.User | discord.Member | None = interaction.client.get_user(key)
    if interaction.user.id == key:
        known = interaction.user
    return Mention(MentionKind.PERSON, str(key), known.display_name if known else str(key))


def role_words(person: discord.User | discord.Member) -> tuple[str, ...]:
    """Return the ids and the names of a member's roles, but for the one that everyone has."""
    held = [] if isinstance(person, discord.User) else person.roles
    return tuple(
        word for role in held if not role.is_default() for word in (str(role.id), role.name)
    )


def _guild_name(guild: discord.Guild | None) -> str:
    """Return a server's name; interactions carry none, so it is known from the gateway only."""
    return (guild and (guild.name or str(guild.id))) or "Discord"


def language_tag(locale: discord.Locale) -> str:
    """Return Discord's locale as a BCP 47 tag; its one Norwegian is written ``no``."""
    return "nb" if locale is discord.Locale.norwegian else str(locale.value)


def carried(interaction: DaybookInteraction) -> Typed | Begun | None:
    """Return what a pressed button or a sent form carries; None when it is none of ours."""
    data: Mapping[str, Any] = interaction.data or {}
    return read_custom_id(str(data.get("custom_id", "")))


def answers(interaction: DaybookInteraction) -> Values:
    """Return what was written in a form, by field; fields left empty are empty."""
    data: Mapping[str, Any] = interaction.data or {}
    inputs = _text_inputs(data.get("components", ()))
    return {str(field["custom_id"]): str(field["value"] or "") for field in inputs}


def _text_inputs(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the inputs of a form, whether they stand in labels or in the older rows."""
    for component in components:
        if "value" in component:
            yield component
        inner = component.get("component")
        yield from _text_inputs([inner] if inner else component.get("components", ()))


def text_of(message: discord.Message) -> str:
    """Return all that a message says: its content, and the embeds of feeds and other bots."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
    return "\n\n".join(part for part in parts if part)
