"""What waits for a channel."""

from uuid import UUID

import pytest

from bot.domain.channel_queue import ChannelQueue
from bot.domain.newsroom import Platform


@pytest.mark.parametrize(("name", "place"), [("utenriks", "#utenriks"), ("@kari", "@kari")])
def test_direct_messages_are_called_by_their_person(name: str, place: str) -> None:
    queue = ChannelQueue(UUID(int=1), name, "C1", Platform.SLACK, "", 0, 0, 1)
    assert queue.place == place
