"""Whom a message calls upon, in one workspace of one platform."""

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """Who is meant by a mention."""

    PERSON = "person"
    GROUP = "group"  # Slack's user groups, Discord's roles
    HERE = "here"  # those of the channel who are there just then


@dataclass(frozen=True, slots=True)
class Mention:
    """One person or group that can be called upon.

    Attributes:
        key: The platform's own id.
        name: What people call them, without the ``@``.
    """

    kind: MentionKind
    key: str
    name: str


HERE = Mention(MentionKind.HERE, "here", "here")
