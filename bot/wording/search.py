"""How what was found is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.message import Item, Message, Section
from bot.domain.story import Story, StoryStatus
from bot.wording import stories
from bot.wording.words import Words

_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A story, and its lines that hold what was looked for.

    Attributes:
        lines: Each with the number of the follow-up it is of; None for any other line.
    """

    story: Story
    lines: Sequence[tuple[int | None, str]]


def found(typed: str, shown: Sequence[Found], number: int, words: Words) -> Message:
    """Return the stories that were found, the fullest first.

    Args:
        typed: What was looked for.
        shown: What was found, as much of it as one can read.
        number: How much was found in all.
        words: The reader's language.
    """
    title = words.say("Search: {words}", words=typed[:60])
    if not shown:
        return Message(title=title, text=words.say("No story holds all these words."))
    more = ""
    if number > len(shown):
        more = words.say(
            "These are {shown} of {number}. One word more finds fewer.",
            shown=len(shown),
            number=number,
        )
    items = tuple(_item(one, words) for one in shown)
    return Message(title=title, sections=(Section("", items),), footnote=more)


def _item(one: Found, words: Words) -> Item:
    story = one.story
    own = {story.slugline, story.headline}
    told = {line for number, line in one.lines if number is not None}
    lines = [
        line if number is None else f"#{number} {line}"
        for number, line in one.lines
        if line not in own and (number is not None or line not in told)
    ]
    closed = story.status is StoryStatus.CLOSED
    lead = f"{story.slugline} ({words.say(stories.STATUSES[story.status])})" if closed else ""
    return Item(
        story.headline,
        lead=lead or story.slugline,
        details=tuple(dict.fromkeys(lines))[:_MOST_LINES],
    )
