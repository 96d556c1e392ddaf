"""Posting in Discord: once, and with the truth about what went wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord

from adapters.discord.present import files, parameters, present
from adapters.discord.servers import SharedServers
from adapters.retry_after import seconds_to_wait
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from bot.wording.words import Words

SECONDS = 10.0  # for one request, with the library's own retries
SKEW = timedelta(minutes=1)  # between our clock and Discord's, by which messages are found
HISTORY = 500  # messages looked through for a lost one, from either end

# Discord's error codes by the names its documentation gives them.
REASONS = {
    10003: "unknown_channel",
    10008: "unknown_message",
    30046: "too_many_edits_of_an_old_message",
    50001: "missing_access",
    50005: "written_by_another",
    50007: "cannot_message_this_person",
    50013: "missing_permissions",
    50035: "invalid_form_body",
    50083: "thread_is_archived",
    160002: "missing_permissions",  # to refer to a message, one must be allowed to read it
    160005: "thread_is_locked",
}


class DiscordMessenger:
    """``bot.ports.Messenger`` on Discord.

    A message bears its nonce twice. ``enforce_nonce`` makes Discord answer a second sending within
    some minutes with the first message; after that, ``find`` looks for the mark in its first
    embed's address, a link to the channel itself. (History does not give nonces back.)
    """

    def __init__(self, client: Callable[[], discord.Client | None], servers: SharedServers) -> None:
        self._client = client
        self._inboxes: dict[str, str] = {}
        self._servers = servers

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message; see ``bot.ports.Messenger``.

        Where the bot may not read what stands in the channel it may refer to none of it.
        """
        try:
            return await self._post(to, message, nonce)
        except DeliveryFailed as failure:
            if not to.reply_to or failure.reason != REASONS[160002]:
                raise
            return await self._post(replace(to, reply_to=""), message, nonce)

    async def _post(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        async with _failures():
            to = await self._opened(to)
            presented = present(message, Words(message.language)).marked(_mark(to, nonce))
            posted = await self._channel(to.channel_key).send(
                **parameters(presented), **_answering(to), files=files(presented), nonce=nonce
            )
        return _reference(to, posted.id)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead; see ``bot.ports.Messenger``."""
        presented = present(message, Words(message.language))
        async with _failures():
            standing = self._channel(ref.channel_key).get_partial_message(int(ref.message_key))
            await standing.edit(**parameters(presented), attachments=files(presented))

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        """Return the message posted with this nonce; see ``bot.ports.Messenger``."""
        async with _failures():
            to = await self._opened(to)
            channel = self._channel(to.channel_key)
            for oldest_first in (True, False):  # it is of the first attempt, or of the last
                seen = 0
                async for message in channel.history(
                    after=since - SKEW, oldest_first=oldest_first, limit=HISTORY
                ):
                    seen += 1
                    urls = [embed.url for embed in message.embeds]
                    if message.nonce == nonce or _mark(to, nonce) in urls:
                        return _reference(to, message.id)
                if seen < HISTORY:
                    break
        return None

    async def _opened(self, to: Destination) -> Destination:
        """Return where a message really goes: a person's direct messages are opened first.

        Who shares another server with the bot could be written to still, having left the
        newsroom's.
        """
        person = to.channel_key.removeprefix("@")
        if person == to.channel_key or not person.isdecimal():
            return to
        client = self._connected()
        if to.homes and not await self._servers.is_in_any(client, int(person), to.homes):
            raise DeliveryFailed("left_the_servers", permanent=True)
        if person not in self._inboxes:
            opened = await client.create_dm(discord.Object(int(person)))
            self._inboxes[person] = str(opened.id)
        return replace(to, channel_key=self._inboxes[person])

    def _channel(self, key: str) -> discord.PartialMessageable:
        """Return a channel whether or not it is known from the gateway."""
        client = self._connected()
        if not key.isdecimal():
            raise DeliveryFailed("unknown_channel", permanent=True)
        return client.get_partial_messageable(int(key))

    def _connected(self) -> discord.Client:
        client = self._client()
        if client is None or client.is_closed():
            raise DeliveryFailed("not_connected")
        return client


def _answering(to: Destination) -> dict[str, Any]:
    """Return what lets a message refer to the one it answers, whether that stands still or not."""
    if not to.reply_to.isdecimal():
        return {}
    reference = discord.MessageReference(
        message_id=int(to.reply_to), channel_id=int(to.channel_key), fail_if_not_exists=False
    )
    return {"reference": reference, "mention_author": False}


def _mark(to: Destination, nonce: str) -> str:
    server = "@me" if to.workspace_key.startswith("dm:") else to.workspace_key
    return f"https://discord.com/channels/{server}/{to.channel_key}#{nonce}"


def _reference(to: Destination, message_id: int) -> MessageRef:
    return MessageRef(Platform.DISCORD, to.workspace_key, to.channel_key, str(message_id))


@asynccontextmanager
async def _failures() -> AsyncIterator[None]:
    """Turn whatever the library raises into ``DeliveryFailed``."""
    try:
        async with asyncio.timeout(SECONDS):
            yield
    except TimeoutError as error:
        raise DeliveryFailed("no_answer", posted_perhaps=True) from error
    except discord.RateLimited as error:
        raise DeliveryFailed("rate_limited", retry_after=error.retry_after) from error
    except discord.HTTPException as error:
        raise _refusal(error) from error
    except RuntimeError as error:  # the session was closed meanwhile: we are stopping
        raise DeliveryFailed("not_connected", posted_perhaps=True) from error
    except (LookupError, TypeError, ValueError) as error:  # a proxy's page instead of an answer
        raise DeliveryFailed("unreadable_answer", posted_perhaps=True) from error
    except aiohttp.ClientConnectorError as error:
        raise DeliveryFailed("cannot_connect") from error
    except (aiohttp.ClientError, OSError) as error:
        raise DeliveryFailed("connection_lost", posted_perhaps=True) from error


def _refusal(error: discord.HTTPException) -> DeliveryFailed:
    if error.status == 429:
        return DeliveryFailed("rate_limited", retry_after=seconds_to_wait(error.response.headers))
    if error.status >= 500:
        return DeliveryFailed(f"http_{error.status}", posted_perhaps=True)
    if error.status == 401:
        return DeliveryFailed("token_refused", permanent=True)
    if not error.code:  # something between us and Discord refuses: it may let us through later
        return DeliveryFailed(f"http_{error.status}")
    reason = REASONS.get(error.code, f"http_{error.status}_{error.code}")
    return DeliveryFailed(reason, permanent=True)
