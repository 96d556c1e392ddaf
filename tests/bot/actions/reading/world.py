"""An article about the peace talks, what is read out of it, and how that is looked at."""

from datetime import datetime, timedelta

from bot.domain.article import Article
from bot.domain.follow_up import FollowUp
from bot.domain.message import Item, Message
from tests.stage import Stage, the_story

PEACE = "new ukraine-peace The peace talks on Ukraine"
LINK = "https://example.com/envoy"
ARTICLE = (
    "Envoy heads for Oslo\n"
    "The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign"
    " minister.\n"
    "Talks broke down on 14 October, when the delegation left Geneva."
)
LATER = (
    "Envoy’s plans\n"
    "The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign"
    " minister.\n"
    "Parliament will vote on the budget on 12 December.\n"
)
PUT_OFF = (
    "Trip put off\n"
    "The peace envoy Anna Berg will travel to Oslo to meet the foreign minister on 9 December."
)


def put(stage: Stage, text: str, link: str = LINK, published: datetime | None = None) -> str:
    stage.articles.behind[link] = Article(text, text.partition("\n")[0], link, published)
    return link


async def read(stage: Stage, text: str) -> Message:
    """Read a text for the story, a minute after whatever was before."""
    stage.clock.set(stage.clock.now() + timedelta(minutes=1))
    return await stage.run(f"read ukraine-peace {text}")


async def followed(stage: Stage) -> list[FollowUp]:
    async with stage.store.view() as tx:
        story = await the_story(tx, "ukraine-peace")
        return list(await tx.follow_ups.of_story(story.id))


def items_of(message: Message) -> list[Item]:
    return [item for section in message.sections for item in section.items]


def item(message: Message, number: int) -> Item:
    (found,) = (one for one in items_of(message) if one.lead == str(number))
    return found


def buttons_of(shown: Item) -> list[str]:
    return [button.label for button in shown.buttons]
