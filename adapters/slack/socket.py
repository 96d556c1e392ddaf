"""Socket Mode, with the library's client kept from trying a stale address for ever."""

import asyncio
import logging
from contextlib import suppress

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

PINGS_PER_ADDRESS = 4
"""How long an address is tried, in intervals between pings."""


class _Client(SocketModeClient):
    """Gives up an address in time, so that the library's monitor asks Slack for a fresh one.

    Slack's addresses are good once and soon expire; the library asks for one, then tries it until
    it works. One that failed at the wrong moment would never work again.
    """

    async def connect(self) -> None:
        """Connect to the address last issued.

        Raises:
            TimeoutError: If it didn't work in time. Then the next sign of life that is due asks
                for another.
        """
        try:
            async with asyncio.timeout(self.ping_interval * PINGS_PER_ADDRESS):
                await super().connect()  # type: ignore[no-untyped-call]  # so in slack_sdk
        except TimeoutError:
            self.auto_reconnect_enabled = self.default_auto_reconnect_enabled
            raise


class Socket(AsyncSocketModeHandler):
    """The socket on which Slack calls an app."""

    client: _Client

    def __init__(
        self, app: AsyncApp, app_token: str, web_client: AsyncWebClient, ping_interval: float
    ) -> None:
        """Prepare; ``open`` connects.

        Args:
            app: What is called.
            app_token: ``xapp-…``.
            web_client: Asks for the socket's address.
            ping_interval: Seconds.
        """
        self.app = app
        self.app_token = app_token
        self.client = _Client(
            app_token,
            logger=logging.getLogger(web_client.logger.name),
            web_client=web_client,
            ping_interval=ping_interval,
        )
        self.client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]  # as slack_bolt does it

    async def open(self) -> None:
        """Connect, and stay connected until ``close``.

        Raises:
            SlackApiError: If Slack gives no address.
            TimeoutError: If the address doesn't work.
        """
        self.client.wss_uri = await self.client.issue_new_wss_url()
        await self.client.connect()

    async def is_open(self) -> bool:
        """Whether Slack can call us now."""
        return await self.client.is_connected()

    async def close(self) -> None:
        """Close, and wait for the library's tasks, which it merely cancels."""
        client = self.client
        await self.close_async()  # type: ignore[no-untyped-call]  # so in slack_bolt
        tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
        for task in filter(None, tasks):
            with suppress(asyncio.CancelledError):
                await task
