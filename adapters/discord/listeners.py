"""What happens in Discord, handed to Daybook; and its answers, handed back.

Discord waits three seconds for the first answer. A form can only be that first one; so an answer
is waited for a while before Discord is told that it takes longer.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, assert_never

import discord
import structlog

from adapters.answering import UnderWay, unbroken
from adapters.discord.custom_ids import Begun, Typed
from adapters.discord.form import again, opener, present_form
from adapters.discord.parse import (
    DaybookInteraction,
    answers,
    asker,
    carried,
    decode,
    mentions_in,
    reference,
)
from adapters.discord.present import Presented, files, parameters, present
from adapters.discord.servers import SharedServers
from bot.commands.daybook import Daybook
from bot.domain.language import Language
from bot.domain.mention import Mention
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Choice, Platform, Values
from bot.domain.trouble import Returned
from bot.wording.words import Words

log = structlog.get_logger(__name__)


class Listeners:
    """Answers commands, buttons, forms and completions.

    Args:
        daybook: What is asked.
        patience: Seconds an answer is waited for before Discord is told that it takes longer.
        servers: Which servers people share with the bot.
    """

    def __init__(self, daybook: Daybook, patience: float, servers: SharedServers) -> None:
        self._daybook = daybook
        self._patience = patience
        self._under_way = UnderWay()
        self._servers = servers

    async def finish(self, patience: float) -> None:
        """Wait for the answers being given, ``patience`` seconds at the most."""
        await self._under_way.finish(patience)

    async def give(self, interaction: DaybookInteraction, command: str, values: Values) -> None:
        """Answer a slash command, or one from a message's menu."""
        mentioned = mentions_in(interaction, values.values())
        given = {name: decode(value, mentioned) for name, value in values.items()}
        await self._answer(interaction, self._call(interaction, command, given, mentioned))

    async def complete(
        self, interaction: DaybookInteraction, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        """Return what may stand in a parameter."""
        person = asker(interaction)
        if person.direct:
            servers = await self._servers.last_of(interaction.client, interaction.user.id)
            person = replace(person, servers=servers)
        return await self._daybook.complete(person, command, parameter, typed)

    async def returned(self, server: str, channel: str = "") -> None:
        """Tell that the bot may post again in a channel, or in all of a server."""
        await self._daybook.returned(Returned(Platform.DISCORD, server, channel))

    async def hear(self, interaction: DaybookInteraction) -> None:
        """Answer a pressed button or a sent form; all else is the command tree's."""
        if interaction.type is discord.InteractionType.component:
            await self._pressed(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self._sent(interaction)

    async def _pressed(self, interaction: DaybookInteraction) -> None:
        match carried(interaction):
            case Typed(command):
                asked = self._type(interaction, command)
            case Begun(command, known):
                asked = self._call(interaction, command, known)
            case None:
                return
            case carries:
                assert_never(carries)
        await self._answer(interaction, asked)

    async def _sent(self, interaction: DaybookInteraction) -> None:
        begun = carried(interaction)
        if isinstance(begun, Begun):
            values = {**begun.known, **answers(interaction)}
            await self._answer(interaction, self._call(interaction, begun.command, values))

    async def _type(self, interaction: DaybookInteraction, text: str) -> Message:
        return await self._daybook.type(await self._asker(interaction), text)

    async def _call(
        self,
        interaction: DaybookInteraction,
        command: str,
        values: Values,
        mentioned: tuple[Mention, ...] = (),
    ) -> Message:
        person = await self._asker(interaction, mentioned)
        return await self._daybook.call(person, command, values)

    async def _asker(
        self, interaction: DaybookInteraction, mentioned: tuple[Mention, ...] = ()
    ) -> Asker:
        """Return who asks; of direct messages, with the servers in which they are."""
        if interaction.guild_id is not None:
            return asker(interaction, mentioned=mentioned)
        servers = await self._servers.of(interaction.client, interaction.user.id)
        return asker(interaction, servers, mentioned)

    async def _answer(
        self, interaction: DaybookInteraction, asked: Coroutine[Any, Any, Message]
    ) -> None:
        """Answer at once where the answer comes soon, else say that it takes longer first."""
        with self._under_way.one_more():
            await self._give(interaction, asked)

    async def _give(
        self, interaction: DaybookInteraction, asked: Coroutine[Any, Any, Message]
    ) -> None:
        words = _words(interaction)
        answer = asyncio.create_task(unbroken(asked, words))
        done, _ = await asyncio.wait({answer}, timeout=self._patience)
        try:
            if done:
                stands = await _reply(interaction, answer.result(), words)
            else:
                await interaction.response.defer(ephemeral=True, thinking=True)
                stands = await _reply_late(interaction, await answer, words)
        except discord.HTTPException as error:
            log.warning(
                "discord_answer_refused",
                interaction_id=interaction.id,
                status=error.status,
                code=error.code,
            )
        else:
            if stands is not None:
                await self._daybook.stands(answer.result(), reference(interaction, stands))


async def _reply(interaction: DaybookInteraction, message: Message, words: Words) -> int | None:
    """Send the first answer: a form opens, unless one was just sent; Discord takes no second.

    Returns:
        The message that others see, too; None where there is none.
    """
    if message.form and interaction.type is not discord.InteractionType.modal_submit:
        await interaction.response.send_modal(present_form(message.form))
        return None
    presented = _presented(interaction, message, words)
    if _replaces(interaction, message):
        await interaction.response.edit_message(
            **parameters(presented), attachments=files(presented)
        )
        return _pressed_on(interaction)
    private = _is_private(message)
    said = await interaction.response.send_message(
        **parameters(presented), files=files(presented), ephemeral=private
    )
    return None if private else said.message_id


async def _reply_late(
    interaction: DaybookInteraction, message: Message, words: Words
) -> int | None:
    """Answer after Discord was told to wait, which only the asker saw.

    What others see, too, can't take the place of the asker's waiting line, which goes away then.

    Returns:
        The message that others see, too; None where there is none.
    """
    presented = _presented(interaction, message, words)
    given = parameters(presented)
    if interaction.message and _replaces(interaction, message):
        await interaction.followup.edit_message(
            interaction.message.id, **given, attachments=files(presented)
        )
        stands = _pressed_on(interaction)
    elif _is_private(message):
        await interaction.edit_original_response(**given, attachments=files(presented))
        return None
    else:
        # a followup does not take an empty content
        said = {name: value for name, value in given.items() if value is not None}
        sent = await interaction.followup.send(**said, files=files(presented), wait=True)
        stands = None if sent.flags.ephemeral else sent.id
    await interaction.delete_original_response()
    return stands


def _pressed_on(interaction: DaybookInteraction) -> int | None:
    """Return the message whose button was pressed, unless the asker alone sees it."""
    pressed = interaction.message
    return None if pressed is None or pressed.flags.ephemeral else pressed.id


def _presented(interaction: DaybookInteraction, message: Message, words: Words) -> Presented:
    """Return an answer as Discord shows it; in place of a form, the button that opens it.

    A form that was refused can be opened again: Discord has closed it.
    """
    if message.form is not None:
        return opener(message.form, words)
    sent = interaction.type is discord.InteractionType.modal_submit
    begun = carried(interaction) if sent and message.refused else None
    if isinstance(begun, Begun):
        return again(message, begun)
    return present(message, Words(message.language))


def _replaces(interaction: DaybookInteraction, message: Message) -> bool:
    """Whether the answer takes the place of the message whose button was pressed."""
    pressed = interaction.type is discord.InteractionType.component
    return pressed and message.replaces and message.form is None


def _is_private(message: Message) -> bool:
    return message.private or message.refused or message.form is not None


def _words(interaction: DaybookInteraction) -> Words:
    """Return the asker's language, for the few sentences that are this adapter's own."""
    norwegian = interaction.locale is discord.Locale.norwegian
    return Words(Language.NB if norwegian else Language.EN)
