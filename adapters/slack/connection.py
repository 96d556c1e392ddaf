"""The connection with Slack: one Web API client, and a socket on which Slack calls us."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_random_exponential
from tenacity.wait import wait_base

from adapters.slack.listeners import Listeners
from adapters.slack.messenger import SlackMessenger
from adapters.slack.socket import Socket
from adapters.slack.web_api import Answer, asked
from bot.commands.daybook import Daybook
from bot.domain.language import translatable
from bot.errors import BotError, DeliveryFailed
from bot.wording.words import Words

SLACK_API = "https://slack.com/api/"
CALL_TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
PATIENCE = 8.0
"""Seconds that answers being given have to end when we stop."""

log = structlog.get_logger(__name__)


class TokenRefused(BotError):
    """Slack does not take one of our tokens."""

    reply = translatable(
        "Slack refuses {key} ({reason}). Copy the token anew from api.slack.com/apps, then start "
        "Daybook again."
    )


class SlackAdapter:
    """Brings Daybook into one Slack workspace.

    Attributes:
        connected: Set once Slack has let us in.
        messenger: Posts there; works from ``start`` to ``stop``.
    """

    def __init__(
        self,
        *,
        bot_token: str,
        app_token: str,
        daybook: Daybook,
        words: Words,
        api_base_url: str = SLACK_API,
        ping_interval: float = 5.0,
        wait: wait_base | None = None,
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            bot_token: ``xoxb-…``, for the Web API.
            app_token: ``xapp-…``, for the socket.
            daybook: Who answers.
            words: The house's language, for what the adapter itself has to say.
            api_base_url: Where the Web API is; ends in ``/api/``.
            ping_interval: Seconds between signs of life on the socket; one lost without a
                goodbye is opened again within as many.
            wait: How long to wait before trying again a Slack that couldn't be reached at start;
                where nothing is said it grows, to a minute at the most.
        """
        self._app_token = app_token
        self._ping_interval = ping_interval
        self._wait = wait or wait_random_exponential(max=60)
        self._logger = logging.getLogger("slack_sdk.daybook")
        self._logger.setLevel(logging.WARNING)  # below it, the library writes down what is said
        self._client = AsyncWebClient(
            token=bot_token, base_url=api_base_url, logger=self._logger, retry_handlers=[]
        )
        self._listeners = Listeners(self._client, daybook, words)
        self._socket: Socket | None = None
        self._connecting: asyncio.Task[None] | None = None
        self.connected = asyncio.Event()
        self.messenger = SlackMessenger(self._client)

    async def start(self, *, listening: bool = True) -> None:
        """Connect, and stay connected until stopped.

        When Slack can't be reached, returns all the same and keeps trying.

        Args:
            listening: Whether to hear commands too, and not only post.

        Raises:
            TokenRefused: If Slack refuses a token.
        """
        self._client.session = aiohttp.ClientSession(timeout=CALL_TIMEOUT)
        try:
            await self._connect(listening)
        except DeliveryFailed as failure:
            log.warning("slack_unreachable", reason=failure.reason)
            self._connecting = asyncio.create_task(self._keep_connecting(listening))
        except BaseException:
            await self.stop()
            raise

    async def is_connected(self) -> bool:
        """Whether Slack has let us in and, where we listen, the socket stands."""
        if self._socket is None:
            return self.connected.is_set()
        return await self._socket.is_open()

    async def stop(self, patience: float = PATIENCE) -> None:
        """Finish the answers being given, and close. May be called twice.

        Args:
            patience: Seconds that the answers being given have to end.
        """
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.wait({self._connecting})
        if self._socket is not None:
            await self._listeners.finish(patience)
            await self._socket.close()
            self._socket = None
        if self._client.session is not None:
            await self._client.session.close()

    async def _keep_connecting(self, listening: bool) -> None:
        trying = AsyncRetrying(
            retry=retry_if_exception_type(DeliveryFailed), wait=self._wait, before_sleep=_tell
        )
        try:
            await trying(self._connect, listening)
        except TokenRefused as refusal:
            log.error("slack_token_refused", **refusal.facts)

    async def _connect(self, listening: bool) -> None:
        """Try once.

        Raises:
            TokenRefused: If Slack refuses a token.
            DeliveryFailed: If Slack can't be reached.
        """
        known = await _let_in("SLACK_BOT_TOKEN", self._client.auth_test)
        if listening:
            socket = Socket(
                self._app(known), self._app_token, self._client, ping_interval=self._ping_interval
            )
            try:
                await _let_in("SLACK_APP_TOKEN", socket.open)
            except BaseException:
                await socket.close()
                raise
            self._socket = socket
        self.connected.set()
        log.info("slack_connected", team=known["team_id"], listening=listening)

    def _app(self, known: AsyncSlackResponse) -> AsyncApp:
        """Return an app that takes it from ``known`` who we are, and asks no more."""

        async def authorize() -> AuthorizeResult:
            return AuthorizeResult.from_auth_test_response(
                auth_test_response=known, bot_token=self._client.token
            )

        # Bolt warns that it prefers this client and `authorize` to the token in the environment.
        logger = self._logger.getChild("app")
        logger.setLevel(logging.ERROR)
        app = AsyncApp(client=self._client, authorize=authorize, logger=logger, name="daybook")
        self._listeners.join(app)
        return app


async def _let_in(key: str, call: Callable[[], Awaitable[Answer]]) -> Answer:
    """Return Slack's answer to a call that needs the token of this name.

    Raises:
        TokenRefused: If the answer is no.
        DeliveryFailed: If none came.
    """
    try:
        return await asked(call)
    except DeliveryFailed as failure:
        if failure.permanent:
            raise TokenRefused(key=key, reason=failure.reason) from failure
        raise


def _tell(state: RetryCallState) -> None:
    failure = state.outcome.exception() if state.outcome else None
    log.warning("slack_unreachable", reason=str(failure), attempt=state.attempt_number)
