"""What stories listen to: begun, shown, stopped, taken back, merged and put to sleep."""

from datetime import datetime, timedelta

import pytest

from bot.domain.feed import FeedFailed, FeedFault
from bot.domain.language import Language
from bot.domain.watch import MOST_WATCHES
from tests.stage import OSLO, Posted, Stage, an_asker, commands_of, text_of

FEED = "https://news.example/rss"


@pytest.fixture
async def stage() -> Stage:
    """A newsroom whose channel follows a story, and a feed in which something stands."""
    stage = Stage()
    stage.feeds.put(FEED, "Old news of Aune")
    await stage.run("new fish The fish treaty", "subscribe fish")
    return stage


async def later(stage: Stage, minutes: int) -> list[Posted]:
    return await stage.pass_time(stage.clock.now() + timedelta(minutes=minutes))


async def listed(stage: Stage) -> str:
    return text_of(await stage.run("watches"))


async def test_what_stands_in_a_feed_already_is_no_news(stage: Stage) -> None:
    answer = await stage.run(f"watch fish {FEED} Aune, “White House”")
    assert answer.title == "fish listens"
    assert "1 item stands there already" in answer.text
    assert 'Listens for: Aune, "White House"' in text_of(answer)
    assert f"Feed: The Wire · {FEED}" in text_of(answer)
    assert await later(stage, 60) == []


async def test_what_comes_into_a_feed_is_told(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune")
    stage.feeds.put(FEED, "Nothing of note", "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.title == "Alert: Aune heads for London"
    assert await later(stage, 60) == []


async def test_a_watch_of_a_whole_feed_hears_all_that_comes(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED}")
    stage.feeds.put(FEED, "Anything at all")
    (alert,) = await later(stage, 15)
    assert alert.message.title == "Alert: Anything at all"
    assert "Heard for" not in text_of(alert.message)


async def test_words_alone_are_heard_in_every_feed_of_the_newsroom(stage: Stage) -> None:
    await stage.run("new oil The oil strike", f"watch oil {FEED} drilling", "watch fish Aune")
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.footnote == "fish · The fish treaty"


async def test_a_second_watch_of_a_feed_does_not_ask_for_it_again(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", f"watch fish {FEED} Whitmore")
    assert stage.feeds.asked == [FEED]


@pytest.mark.parametrize(
    ("command", "because"),
    [
        ("watch fish", "Something is missing"),
        ("watch fish !!", "nothing to listen for"),
        ("watch fish a", "stands in nearly every text"),
        ("watch fish https://a.example/x https://b.example/y", "one feed"),
        ("watch fish https://nowhere.example/rss", "is no feed"),
        ("watch nothing-such Aune", "no story called"),
        ("unwatch 1a2b3c4d", "no watch “1a2b3c4d”"),
        ("unwatch fish", "listens to nothing"),
        ("watches fish", "listens to nothing"),
        ("watches nothing-such", "no story called"),
        ("pursue nonsense", "too old"),
        ("pursue 00000000000000000000000000000000 1", "too old"),
    ],
)
async def test_what_can_not_be_meant_is_refused(stage: Stage, command: str, because: str) -> None:
    answer = await stage.type(command)
    assert answer.refused
    assert because in answer.text


async def test_a_feed_that_can_not_be_read_is_refused_with_the_reason(stage: Stage) -> None:
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.SLOW, "news.example")
    answer = await stage.type(f"watch fish {FEED}")
    assert answer.text == f"I can’t listen to {FEED}. news.example takes too long to answer."
    assert "No story listens yet" in await listed(stage)


async def test_the_same_watch_is_not_begun_twice(stage: Stage) -> None:
    await stage.run("watch fish Aune, Whitmore")
    answer = await stage.type("watch fish whitmore; AUNE")
    assert answer.refused
    assert "listens to that already" in answer.text


async def test_a_newsroom_has_only_so_many_watches(stage: Stage) -> None:
    for number in range(MOST_WATCHES):
        await stage.run(f"watch fish word{number}")
    answer = await stage.type("watch fish Aune")
    assert answer.refused
    assert f"up to {MOST_WATCHES} watches" in answer.text


async def test_a_closed_story_takes_no_watch(stage: Stage) -> None:
    await stage.run("close fish")
    answer = await stage.type("watch fish Aune")
    assert answer.refused
    assert "/story reopen fish" in answer.text


async def test_the_channel_that_follows_one_story_need_not_name_it(stage: Stage) -> None:
    assert (await stage.run("watch Aune Whitmore")).title == "fish listens"


async def test_a_channel_that_is_not_told_is_offered_to_be(stage: Stage) -> None:
    answer = await stage.type("watch fish Aune", channel="desk")
    assert "subscribe fish reminders digest alerts" in commands_of(answer)
    await stage.type("subscribe fish reminders updates", channel="desk")
    answer = await stage.type("watch fish Whitmore", channel="desk")
    assert "subscribe fish reminders updates alerts" in commands_of(answer)
    assert "Tell this channel" not in text_of(await stage.run("watch fish Holt"))


async def test_all_watches_are_listed_with_how_they_stand(stage: Stage) -> None:
    await stage.run("new oil The oil strike", f"watch oil {FEED}", "watch fish Aune, Whitmore")
    shown = await listed(stage)
    assert "fish Aune, Whitmore\nin all that the newsroom takes in" in shown
    assert f"oil all that comes\nThe Wire · {FEED}" in shown
    assert "read Wednesday 26 November at 12:00" in shown
    assert "oil" not in text_of(await stage.run("watches fish"))


async def test_a_status_says_how_many_watches_its_story_has(stage: Stage) -> None:
    assert "Watches" not in text_of(await stage.run("status fish"))
    await stage.run(f"watch fish {FEED} Aune", "watch fish Whitmore", "new oil Oil")
    await stage.run("watch oil Aune")
    assert "Watches: 2 (/story watches fish)" in text_of(await stage.run("status fish"))


async def test_one_watch_is_stopped_by_its_button(stage: Stage) -> None:
    await stage.run("watch fish Aune", "watch fish Whitmore")
    first, _ = commands_of(await stage.run("watches"))
    await stage.run(first)
    shown = await listed(stage)
    assert "Aune" not in shown
    assert "Whitmore" in shown


async def test_all_watches_of_a_story_are_stopped_by_its_name(stage: Stage) -> None:
    await stage.run("watch fish Aune", "watch fish Whitmore", "unwatch fish")
    assert "No story listens yet" in await listed(stage)


async def test_a_feed_without_watches_is_asked_no_more(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED}", "unwatch fish")
    stage.feeds.asked.clear()
    await later(stage, 60)
    assert stage.feeds.asked == []


async def test_a_watch_is_in_the_history(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", "unwatch fish")
    shown = text_of(await stage.run("history fish"))
    assert f"listens: Aune in {FEED}" in shown
    assert f"listens no longer: Aune in {FEED}" in shown


async def test_a_watch_is_taken_back(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", "undo")
    assert "No story listens yet" in await listed(stage)
    stage.feeds.put(FEED, "Aune heads for London")
    assert await later(stage, 60) == []


async def test_a_stopped_watch_is_begun_again_by_undo(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", "unwatch fish")
    stage.feeds.put(FEED, "Aune while nobody listened")
    await stage.run("undo")
    assert await later(stage, 15) == []
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.title == "Alert: Aune heads for London"


async def test_a_story_with_a_watch_is_not_forgotten(stage: Stage) -> None:
    await stage.run("new oil The oil strike")
    await stage.type("watch oil Aune", person="ola")
    answer = await stage.type("undo")
    assert answer.refused
    assert "There is something in oil by now" in answer.text


async def test_the_watches_of_a_closed_story_sleep(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", "close fish")
    stage.feeds.asked.clear()
    stage.feeds.put(FEED, "Aune while it slept")
    assert await later(stage, 60) == []
    assert stage.feeds.asked == []
    assert "sleeps: the story is closed" in await listed(stage)


async def test_a_story_taken_up_again_hears_what_comes_then(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune", "close fish")
    stage.feeds.put(FEED, "Aune while it slept")
    await later(stage, 60)
    await stage.run("reopen fish")
    assert await later(stage, 15) == []
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.title == "Alert: Aune heads for London"


async def test_a_feed_that_another_story_hears_is_asked_on(stage: Stage) -> None:
    await stage.run("new oil The oil strike", f"watch oil {FEED} Aune")
    await stage.run("subscribe oil", f"watch fish {FEED} Aune", "close fish")
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.footnote == "oil · The oil strike"


async def test_a_merged_story_takes_its_watches_along(stage: Stage) -> None:
    await stage.run("new cod The cod quota", "watch cod Whitmore", f"watch cod {FEED} Aune")
    await stage.run("watch fish Whitmore", "merge cod fish")
    shown = await listed(stage)
    assert "cod" not in shown
    assert shown.count("Whitmore") == 1
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    assert alert.message.footnote == "fish · The fish treaty"
    await stage.run("undo")
    assert "cod Whitmore" in await listed(stage)


async def test_another_newsroom_hears_and_sees_nothing(stage: Stage) -> None:
    await stage.run(f"watch fish {FEED} Aune")
    for text in ("new fish Another fish", "subscribe fish", "watch fish Aune"):
        await stage.type(text, workspace="T2")
    (elsewhere,) = commands_of(await stage.type("watches", workspace="T2"))
    assert (await stage.type(elsewhere)).refused
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = await later(stage, 15)
    (read, *_) = commands_of(alert.message)
    assert (await stage.type(read, workspace="T2")).refused


async def test_readers_may_look_and_not_change(stage: Stage) -> None:
    await stage.run("watch fish Aune", "editors kari")
    assert (await stage.type("watch fish Holt", person="ola")).refused
    assert (await stage.type("unwatch fish", person="ola")).refused
    assert "Aune" in text_of(await stage.type("watches", person="ola"))


async def test_watches_are_completed(stage: Stage) -> None:
    await stage.run("watch fish Aune, Whitmore")
    (code,) = commands_of(await stage.run("watches"))
    offered = await stage.desk.complete(an_asker(), "unwatch", "which", "whit")
    assert [(one.label, f"unwatch {one.value}") for one in offered] == [
        ("fish: Aune, Whitmore", code)
    ]


async def test_norwegians_have_a_word_for_it() -> None:
    stage = Stage(language=Language.NB)
    stage.feeds.put(FEED)
    await stage.run("ny fisk Fiskeavtalen", "følg fisk", f"overvåk fisk {FEED} forhandling")
    stage.feeds.put(FEED, "Forhandlingene brøt sammen")
    (alert,) = await stage.pass_time(datetime(2025, 11, 26, 12, 15, tzinfo=OSLO))
    assert alert.message.title == "Treff: Forhandlingene brøt sammen"
    assert "Treff på: forhandling" in text_of(alert.message)
    assert "forhandling" in text_of(await stage.run("overvåkinger"))
    await stage.run("stoppovervåking fisk")
