"""Where a burst is posted: a Slack or a Discord on loopback, that strikes workers dead."""

import json
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol, Self

from bot.domain.newsroom import Platform
from tests.adapters.discord.fake_server import FakeServer
from tests.adapters.discord.payloads import FakeChannel
from tests.adapters.discord.payloads import Json as DiscordJson
from tests.adapters.slack.fake_slack import FakeSlack
from tests.adapters.slack.slack_rules import Json as SlackJson
from tests.faults.bursts import CHANNELS, discord_key
from tests.faults.processes import Worker
from tests.faults.worker import Hours

_SAYS_IT_HAPPENED = re.compile(r"happened (sak-\d+#\d+)")


class Assassin:
    """Strikes a worker when a number of messages stand, before the last of them is answered."""

    def __init__(
        self,
        victim: Worker | None = None,
        strikes_at: int = 0,
        by: signal.Signals = signal.SIGKILL,
    ) -> None:
        self._victim = victim
        self._strikes_at = strikes_at
        self._by = by

    def sees(self, standing: int) -> None:
        if self._victim is not None and standing >= self._strikes_at:
            victim, self._victim = self._victim, None
            victim.strike(self._by)


class Wall(Protocol):
    """A platform, as a burst needs it.

    Attributes:
        platform: Which.
        hours: By which clock it dates what is posted; to be that of the workers.
        assassin: Strikes as soon as a message stands.
    """

    platform: Platform
    hours: Hours
    assassin: Assassin

    @property
    def api(self) -> str:
        """Its address."""
        ...

    def bodies(self) -> list[str]:
        """Return all that stands, as JSON, in the order in which it was posted."""
        ...

    def clear(self) -> None:
        """Forget all that stands."""
        ...


class SlackWall(FakeSlack):
    """A Slack as a wall."""

    platform = Platform.SLACK

    def __init__(self) -> None:
        self.hours = Hours()
        self.assassin = Assassin()
        super().__init__(now=self._time)

    @property
    def api(self) -> str:
        return self.url

    def bodies(self) -> list[str]:
        return [json.dumps(each.body) for each in self.posted]

    def clear(self) -> None:
        self.posted.clear()

    def _time(self) -> float:
        return self.hours.time()

    def _post(self, body: SlackJson) -> SlackJson:
        answer = super()._post(body)
        self.assassin.sees(len(self.posted))
        return answer


class DiscordWall(FakeServer):
    """A Discord as a wall."""

    platform = Platform.DISCORD

    def __init__(self) -> None:
        self.hours = Hours()
        self.assassin = Assassin()
        places = tuple(FakeChannel(discord_key(n), f"kanal{n}") for n in range(CHANNELS))
        super().__init__(
            channels=places, now=lambda: datetime.fromtimestamp(self.hours.time(), UTC)
        )

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def api(self) -> str:
        return self.api_url

    def bodies(self) -> list[str]:
        return [json.dumps(each) for each in self.posted]

    def clear(self) -> None:
        self.posted.clear()
        self.requests.clear()
        self.forget_nonces()

    def _post(self, channel_id: str, said: DiscordJson) -> DiscordJson:
        answer = super()._post(channel_id, said)
        self.assassin.sees(len(self.posted))
        return answer


@asynccontextmanager
async def a_wall(platform: str) -> AsyncIterator[Wall]:
    """Let a platform be there."""
    wall: SlackWall | DiscordWall = SlackWall() if platform == Platform.SLACK else DiscordWall()
    async with wall:
        yield wall


def told(wall: Wall) -> Counter[str]:
    """Return in how many messages each follow-up stands: each has a button that it happened."""
    return Counter(
        follow_up for body in wall.bodies() for follow_up in set(_SAYS_IT_HAPPENED.findall(body))
    )
