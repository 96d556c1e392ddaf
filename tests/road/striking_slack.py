"""A Slack at whose calls the process that makes them is struck down."""

from collections.abc import Callable

from aiohttp import web

from tests.adapters.slack.fake_slack import FakeSlack
from tests.adapters.slack.slack_rules import Json

Strike = Callable[[], None]


class StrikingSlack(FakeSlack):
    """Strikes once before a method is done, or once after it, and before the answer."""

    def __init__(self, now: float) -> None:
        super().__init__(now=lambda: now)
        self._before: dict[str, Strike] = {}
        self._after: dict[str, Strike] = {}

    def strike_before(self, method: str, strike: Strike) -> None:
        self._before[method] = strike

    def strike_after(self, method: str, strike: Strike) -> None:
        self._after[method] = strike

    def call(self, method: str, body: Json, url: str) -> Json:
        if strike := self._before.pop(method, None):
            strike()
            raise web.HTTPServiceUnavailable
        answer = super().call(method, body, url)
        if strike := self._after.pop(method, None):
            strike()
        return answer
