"""One notice to one channel: where it goes, how it went, and how it is tried again."""

from dataclasses import dataclass

from bot.domain.newsroom import Platform


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a message is to stand, in the platform's own keys."""

    platform: Platform
    workspace_key: str
    channel_key: str


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message that stands, in the platform's own keys: enough to edit it."""

    platform: Platform
    workspace_key: str
    channel_key: str
    message_key: str
