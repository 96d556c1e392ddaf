"""How what was found is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.message import Item, Message, Section
from bot.domain.passage import words_of
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
    lines = [
        line if number is None else f"#{number} {line}"
        for number, line in one.lines
        if line not in own and not _is_told(number, line, one.lines)
    ]
    closed = story.status is StoryStatus.CLOSED
    lead = f"{story.slugline} ({words.say(stories.STATUSES[story.status])})" if closed else ""
    return Item(
        story.headline,
        lead=lead or story.slugline,
        details=tuple(dict.fromkeys(lines))[:_MOST_LINES],
    )


def _is_told(number: int | None, line: str, lines: Sequence[tuple[int | None, str]]) -> bool:
    """Whether another line says all that one says: of the same thing, or word for word.

    A follow-up's title often stands in the sentence it was read from.
    """
    said = set(words_of(line))
    for other_number, other in lines:
        if (other_number, other) == (number, line):
            continue
        if number is None and other == line:
            return True
        if other_number == number and number is not None and said < set(words_of(other)):
            return True
    return False
