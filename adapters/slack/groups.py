"""Which user groups people are in, as Slack tells when it is asked."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.web_api import asked

KEPT = 300.0
"""Seconds for which an answer of Slack's is taken to be true still."""


class UserGroups:
    """Knows the user groups of a workspace, and asks for them anew every few minutes."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: Mapping[str, tuple[str, ...]] | None = None

    async def of(self, person: str) -> tuple[str, ...]:
        """Return the groups that somebody is in, each by its id, its handle and its name.

        Raises:
            DeliveryFailed: If Slack doesn't tell.
        """
        if self._known is None:
            self._known = await self._ask()
            asyncio.get_running_loop().call_later(KEPT, self._forget)
        return self._known.get(person, ())

    async def _ask(self) -> Mapping[str, tuple[str, ...]]:
        """Ask for all groups with their members: one question for the whole workspace.

        Source: https://docs.slack.dev/reference/methods/usergroups.list
        """
        answer = await asked(lambda: self._client.usergroups_list(include_users=True))
        held: defaultdict[str, list[str]] = defaultdict(list)
        groups: list[dict[str, Any]] = answer.get("usergroups") or []
        for group in groups:
            for person in group.get("users", []):
                held[person] += [group["id"], group["handle"], group["name"]]
        return {person: tuple(words) for person, words in held.items()}

    def _forget(self) -> None:
        self._known = None
