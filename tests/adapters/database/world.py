"""A small newsroom, put into a store before a test begins."""

from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.ports import Transaction
from tests.builders import a_channel, a_follow_up, a_newsroom, a_story, a_workspace

UTENRIKS = a_channel("utenriks")
SPORT = a_channel("sport")


async def put_newsroom(tx: Transaction, *channels: Channel) -> None:
    """Keep the newsroom with its workspace and channels."""
    await tx.newsrooms.save(a_newsroom())
    await tx.newsrooms.save(a_workspace())
    for channel in channels or (UTENRIKS, SPORT):
        await tx.newsrooms.save(channel)


async def put_story(tx: Transaction, story: Story | None = None, follow_ups: int = 1) -> Story:
    """Keep the newsroom and one story with some follow-ups."""
    await put_newsroom(tx)
    story = story or a_story()
    await tx.stories.add(story)
    for number in range(1, follow_ups + 1):
        await tx.follow_ups.add(a_follow_up(story, number))
    return story
