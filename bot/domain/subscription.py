"""Which channels follow what."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.language import translatable
from bot.domain.story import Story, require_slugline
from bot.errors import BotError


class BadTarget(BotError):
    """Words that name nothing one can follow."""

    reply = translatable(
        "“{words}” is nothing to subscribe to. Try a slugline (ukraine-peace),"
        " tag:elections, desk:foreign or everything."
    )


class TargetKind(StrEnum):
    """What kind of thing a channel follows."""

    STORY = "story"
    TAG = "tag"
    DESK = "desk"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Target:
    """What a channel follows.

    Attributes:
        value: The slugline, tag or desk in lower case; empty for everything.
    """

    kind: TargetKind
    value: str = ""

    def __str__(self) -> str:
        """Return it as one would type it."""
        match self.kind:
            case TargetKind.STORY:
                return self.value
            case TargetKind.EVERYTHING:
                return str(self.kind)
            case TargetKind.TAG | TargetKind.DESK:
                return f"{self.kind}:{self.value}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One channel follows one target."""

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    target: Target


EVERYTHING_WORDS = frozenset({"everything", "all", "alt", "alle"})


def read_target(words: str) -> Target:
    """Return what was typed: ``ukraine-peace``, ``tag:valg``, ``desk:utenriks``, ``everything``.

    Raises:
        BadTarget: If it is none of these.
    """
    text = words.strip().lower()
    if text in EVERYTHING_WORDS:
        return Target(TargetKind.EVERYTHING)
    kind, colon, value = text.partition(":")
    if colon:
        if kind not in {TargetKind.TAG, TargetKind.DESK} or not value.strip():
            raise BadTarget(words=words[:60])
        return Target(TargetKind(kind), value.strip())
    try:
        return Target(TargetKind.STORY, require_slugline(text))
    except BotError:
        raise BadTarget(words=words[:60]) from None


def targets_covering(story: Story) -> frozenset[Target]:
    """Return every target through which a channel would follow this story."""
    targets = {Target(TargetKind.EVERYTHING), Target(TargetKind.STORY, story.slugline)}
    targets |= {Target(TargetKind.TAG, tag.lower()) for tag in story.tags}
    if story.desk:
        targets.add(Target(TargetKind.DESK, story.desk.lower()))
    return frozenset(targets)
