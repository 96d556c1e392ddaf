"""Daybook's connection to Discord: logging in, offering the commands, staying connected."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

import aiohttp
import discord
import structlog
import tenacity
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.listeners import Listeners
from adapters.discord.messenger import DiscordMessenger
from adapters.discord.parse import DaybookInteraction
from adapters.discord.servers import SharedServers
from adapters.discord.slash import Translator, build_tree
from bot.commands.daybook import Daybook
from bot.commands.grammar import Command
from bot.domain.language import translatable
from bot.errors import BotError

API = "https://discord.com/api/v10"
PROMPTLY = 2.0  # seconds, of the three that Discord waits
PATIENCE = 8.0  # seconds that answers being given have to end when we stop
LONGEST_RATE_LIMIT = 6.0  # seconds; a channel's own window is five

UNREACHABLE = (
    aiohttp.ClientError,
    OSError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    discord.RateLimited,
)

log = structlog.get_logger(__name__)


class TokenRefused(BotError):
    """Discord does not know the token."""

    reply = translatable(
        "Discord refuses the token in DISCORD_TOKEN. Copy it again from the page of your "
        "application at discord.com/developers, under “Bot”."
    )


def _may_pass(error: BaseException) -> bool:
    """Whether a connection's failure may mend itself; a refused token or intent does not."""
    lasting = (BotError, discord.PrivilegedIntentsRequired)
    return isinstance(error, Exception) and not isinstance(error, lasting)


class DiscordAdapter:
    """Daybook in Discord, as long as it is started.

    Args:
        token: The bot's token, as Discord's developer pages show it.
        daybook: What answers the commands.
        commands: All of the grammar, offered as ``/story`` and ``/sak``.
        api_base_url: Ends in ``/api/v10``.
        gateway_url: Where the websocket is, ``ws`` or ``wss``; Discord is asked when None.
        patience: Seconds an answer is waited for before Discord is told that it takes longer.
    """

    def __init__(
        self,
        token: str,
        daybook: Daybook,
        commands: Sequence[Command],
        *,
        api_base_url: str = API,
        gateway_url: str | None = None,
        patience: float = PROMPTLY,
    ) -> None:
        self._token = token
        self._commands = commands
        servers = SharedServers()
        self._listeners = Listeners(daybook, patience, servers)
        self._api_base_url = api_base_url.rstrip("/")
        self._gateway_url = gateway_url
        self._client: Client | None = None
        self._running: asyncio.Task[None] | None = None
        self._listening = False
        self.connected = asyncio.Event()
        self.messenger = DiscordMessenger(lambda: self._client, servers)

    async def start(self, *, listening: bool = True) -> None:
        """Log in, offer the commands, and stay connected until stopped.

        The library keeps the API's address on a class, and all that it sends, the answers to
        interactions included, goes by it; a process has one Discord, so its own switch is used.

        When Discord can't be reached, returns all the same and keeps trying.

        Args:
            listening: Whether to hear commands too, and not only post.

        Raises:
            TokenRefused: If Discord does not know the token.
        """
        Route.BASE = self._api_base_url
        self._listening = listening
        try:
            self._client = await self._logged_in()
        except UNREACHABLE as error:
            log.warning("discord_unreachable", error=type(error).__name__)
        if listening:
            self._running = asyncio.create_task(self._run(self._stay_connected), name="discord")
        elif self._client is None:
            self._running = asyncio.create_task(self._run(self._log_in_later), name="discord")

    async def is_connected(self) -> bool:
        """Whether Discord has let us in and, where we listen, the gateway hears us."""
        if self._listening:
            return self.connected.is_set()
        return self._client is not None and not self._client.is_closed()

    async def stop(self, patience: float = PATIENCE) -> None:
        """Finish the answers being given, and leave Discord.

        What is being posted has been answered or given up before.

        Args:
            patience: Seconds that the answers being given have to end.
        """
        await self._listeners.finish(patience)
        if self._client is not None:
            await self._client.close()
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
        self.connected.clear()
        self._client = self._running = None

    async def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except BotError as error:
            log.error("discord_stopped", reason=str(error))
        except Exception:
            log.exception("discord_stopped")

    @tenacity.retry(
        retry=tenacity.retry_if_exception(_may_pass),
        wait=tenacity.wait_random_exponential(multiplier=1, max=60),
    )
    async def _log_in_later(self) -> None:
        """Log in, to post without being connected, as soon as Discord can be reached."""
        self._client = await self._logged_in()

    @tenacity.retry(
        retry=tenacity.retry_if_exception(_may_pass),
        wait=tenacity.wait_random_exponential(multiplier=1, max=60),
    )
    async def _stay_connected(self) -> None:
        """Connect; the library reconnects and resumes by itself, save when the first try fails.

        Then a fresh client takes over. The one before it serves on until that is logged in, so
        that Daybook posts even while the gateway is away.
        """
        spent = self._client
        if spent is None or spent.tried:
            self._client = await self._logged_in()
            if spent is not None:
                await spent.close()
        assert self._client is not None
        await self._client.connect()

    async def _logged_in(self) -> "Client":
        """Return a client of this token, its commands offered.

        A fresh one each time: the library's session does not survive a failed login.
        """
        client = Client(self._commands, self._listeners, self.connected, self._gateway_url)
        try:
            client.listens = self._listening
            await client.login(self._token)
            if self._listening:
                DiscordWebSocket.DEFAULT_GATEWAY = await client.gateway()
            else:
                log.info("discord_connected", listening=False)
        except discord.LoginFailure as error:
            await client.close()
            raise TokenRefused from error
        except BaseException:
            await client.close()
            raise
        return client


class Client(discord.Client):
    """The library's client: no privileged intents, no caches but the servers' names.

    Attributes:
        listens: Whether it is to hear commands, and so offers them.
        tried: Whether it has been told to connect before.
    """

    def __init__(
        self,
        commands: Sequence[Command],
        listeners: Listeners,
        connected: asyncio.Event,
        gateway_url: str | None,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks here
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0,  # nothing here waits until every server has been told of
            allowed_mentions=discord.AllowedMentions.none(),
        )
        # The library's floor of 30 s suits clients that only wait; the delivery engine plans a
        # channel's wait better. Windows shorter than this are waited for by the library.
        self.http.max_ratelimit_timeout = LONGEST_RATE_LIMIT
        self.listens = True
        self.tried = False
        self._heard_by = listeners
        self._connected = connected
        self._gateway_url = gateway_url
        self._tree = build_tree(self, commands, listeners)

    async def setup_hook(self) -> None:
        """Offer the commands; without them Daybook still posts."""
        if not self.listens:
            return
        await self._tree.set_translator(Translator())
        try:
            await self._tree.sync()
        except Exception:
            log.exception("discord_commands_not_offered")

    async def gateway(self) -> yarl.URL:
        """Return where the websocket is: where the settings say, or else Discord."""
        return yarl.URL(self._gateway_url or (await self.http.get_bot_gateway())[1])

    async def connect(self, *, reconnect: bool = True) -> None:
        """Connect until closed; once only, for the library trips over its own failed first try."""
        self.tried = True
        await super().connect(reconnect=reconnect)

    async def on_connect(self) -> None:
        """Resume where the settings say the gateway is, if they do; Discord names its own."""
        if self._gateway_url:
            self.ws.gateway = yarl.URL(self._gateway_url)
        self._connected.set()
        log.info("discord_connected", listening=True)

    async def on_disconnect(self) -> None:
        """Note that Discord does not hear us."""
        self._connected.clear()

    async def on_resumed(self) -> None:
        """Note that Discord hears us again."""
        self._connected.set()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take up what a server missed, now that the bot has been invited there."""
        await self._heard_by.returned(str(guild.id))

    async def on_guild_channel_update(
        self, _: discord.abc.GuildChannel, channel: discord.abc.GuildChannel
    ) -> None:
        """Take up what a channel missed, where the bot may post there by what it is now."""
        me = channel.guild.get_member(self.user.id) if self.user else None
        if me is not None and channel.permissions_for(me).send_messages:
            await self._heard_by.returned(str(channel.guild.id), str(channel.id))

    async def on_interaction(self, interaction: DaybookInteraction) -> None:
        """Hand over what was pressed or sent."""
        await self._heard_by.hear(interaction)
