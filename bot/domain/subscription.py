"""Which channels follow what, and what they want to hear of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from bot.domain.language import translatable
from bot.domain.mention import Mention
from bot.domain.rule import Rule
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


class Notice(StrEnum):
    """What a channel may want to hear of what it follows."""

    REMINDERS = "reminders"
    UPDATES = "updates"  # what somebody elsewhere has changed
    DIGEST = "digest"  # a place in the channel's digest
    ALERTS = "alerts"  # what the watches of a story hear


AT_FIRST = frozenset({Notice.REMINDERS, Notice.DIGEST})
"""What a channel gets that said nothing of it: what is said at its time, and nothing between."""


def at_first(target: Target) -> frozenset[Notice]:
    """Return what a channel hears of what it begins to follow and said nothing more of.

    Who follows one story is told what its watches hear; who follows many would be told too much.
    """
    return AT_FIRST | {Notice.ALERTS} if target.kind is TargetKind.STORY else AT_FIRST


Leads = tuple[Rule, ...]
"""The heads-ups that a channel asked for in place of the policy's; none for the policy's own."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One channel follows one target.

    Attributes:
        notices: What the channel hears of it.
        leads: The heads-ups it gets in place of the policy's; empty for the policy's.
        mentions: Whom its reminders call upon.
    """

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    target: Target
    notices: frozenset[Notice] = AT_FIRST
    leads: Leads = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What a channel wants to hear of one story, through all that it follows it by.

    Attributes:
        notices: All that any of its subscriptions asks for.
        ladders: The heads-ups of those that ask for reminders; an empty one is the policy's.
        mentions: All whom these call upon, each once, in order of name.
    """

    notices: frozenset[Notice] = frozenset()
    ladders: frozenset[Leads] = frozenset()
    mentions: tuple[Mention, ...] = ()


def wish_of(through: Iterable[Subscription]) -> Wish:
    """Return what one channel wants through the subscriptions that cover a story.

    However many they are, the channel hears everything once: their wishes are joined.
    """
    return _joined(frozenset((each.notices, each.leads, each.mentions) for each in through))


@lru_cache(maxsize=1024)
def _joined(asked: frozenset[tuple[frozenset[Notice], Leads, tuple[Mention, ...]]]) -> Wish:
    reminding = [(leads, called) for notices, leads, called in asked if Notice.REMINDERS in notices]
    mentions = {mention for _, called in reminding for mention in called}
    return Wish(
        frozenset(notice for notices, _, _ in asked for notice in notices),
        frozenset(leads for leads, _ in reminding),
        tuple(sorted(mentions, key=lambda mention: (mention.name, mention.key))),
    )


EVERYTHING_WORDS = frozenset({"everything", "all", "alt", "alle"})


KINDS = {
    word: kind
    for kind, words in {
        TargetKind.TAG: "tag tags emne emner emneord",
        TargetKind.DESK: "desk desken redaksjon redaksjonen avdeling",
    }.items()
    for word in words.split()
}
"""What a tag and a desk are called by those who would follow them."""


def read_target(words: str) -> Target:
    """Return what was typed: ``ukraine-peace``, ``tag:valg``, ``desk:utenriks``, ``everything``.

    A tag and a desk may be called so in Norwegian, and stand behind a space: ``emneord valg``.

    Raises:
        BadTarget: If it is none of these.
    """
    text = words.strip().lower()
    if text in EVERYTHING_WORDS:
        return Target(TargetKind.EVERYTHING)
    kind, colon, value = text.partition(":")
    if not colon:
        kind, _, value = text.partition(" ")
    if kind.strip() in KINDS and value.strip():
        return Target(KINDS[kind.strip()], value.strip())
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
