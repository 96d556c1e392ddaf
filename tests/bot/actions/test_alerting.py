"""Who is told of what watches hear, when, and how often."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.listen import listen
from bot.actions.send_deliveries import Sender
from bot.actions.tell_alerts import tell_alerts
from bot.domain.article import Article
from bot.domain.feed import INTERVAL, MOST_NEWS, FeedFailed, FeedFault, wait_after_fault
from bot.domain.newsroom import Inbox
from bot.errors import DeliveryFailed
from tests.stage import OSLO, Posted, Stage, an_asker, commands_of, text_of

FEED = "https://news.example/rss"
OTHER = "https://wire.example/atom"
TREATY = "Treaty near\nMinister Aune is expected to sign the treaty on 9 December."


@pytest.fixture
async def stage() -> Stage:
    """A newsroom whose story listens to a feed and for a name, and is followed in one channel."""
    stage = Stage()
    stage.feeds.put(FEED)
    stage.feeds.put(OTHER)
    await stage.run("new fish The fish treaty", "subscribe fish")
    await stage.run(f"watch fish {FEED} Aune, quota", "watch fish Whitmore")
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def later(stage: Stage, minutes: int = 15) -> list[Posted]:
    return await stage.pass_time(stage.clock.now() + timedelta(minutes=minutes))


def titles(posted: list[Posted], channel: str = "foreign") -> list[str]:
    return [each.message.title for each in posted if each.channel == channel]


async def test_an_alert_says_what_was_heard_and_where(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune on the quotas")
    item = stage.feeds.standing[FEED][0]
    stage.feeds.standing[FEED][0] = replace(item, published=at("2025-11-26T11:50"))
    (alert,) = await later(stage)
    assert text_of(alert.message).splitlines() == [
        "Alert: Aune on the quotas",
        "Source: The Wire",
        "Published: Wednesday 26 November at 11:50",
        "Heard for: Aune, quota",
        "Link: https://news.example/aune-on-the-quotas",
        "Read it",
        "Stop this watch",
        "fish · The fish treaty",
    ]


async def test_a_channel_is_told_once_however_many_watches_and_wishes_match(stage: Stage) -> None:
    await stage.run("subscribe everything alerts", "new oil The oil strike", "subscribe oil")
    await stage.run(f"watch oil {FEED}", f"watch oil {OTHER} Whitmore")
    stage.feeds.put(FEED, "Aune meets Whitmore")
    stage.feeds.put(OTHER, "Aune meets Whitmore")
    (alert,) = await later(stage)
    assert "fish · The fish treaty" in alert.message.footnote
    assert "oil · The oil strike" in alert.message.footnote
    assert await later(stage, 60) == []


async def test_one_who_follows_in_direct_messages_is_told_while_they_are_in_the_newsroom(
    stage: Stage,
) -> None:
    inbox = Inbox("dm:kari", "@kari")
    await stage.desk.type(replace(an_asker(), inbox=inbox), "subscribe fish me")
    stage.feeds.put(FEED, "Aune heads for London")
    (alert,) = [each for each in await later(stage) if each.channel == "@kari"]
    assert alert.to.homes == ("T1",)


async def test_an_item_that_comes_by_another_feed_later_is_not_told_again(stage: Stage) -> None:
    await stage.run(f"watch fish {OTHER} Aune")
    stage.feeds.put(FEED, "Aune heads for London")
    assert len(await later(stage)) == 1
    stage.feeds.put(OTHER, "Aune heads for London")
    assert await later(stage, 60) == []


async def test_every_channel_that_wants_alerts_is_told(stage: Stage) -> None:
    await stage.type("subscribe fish", channel="desk")
    await stage.type("subscribe everything alerts", channel="night")
    await stage.type("subscribe everything", channel="sport")
    await stage.type("subscribe fish reminders", channel="quiet")
    stage.feeds.put(FEED, "Aune heads for London")
    assert sorted(each.channel for each in await later(stage)) == ["desk", "foreign", "night"]


async def test_what_comes_at_once_shares_a_message(stage: Stage) -> None:
    stage.feeds.put(FEED, *(f"Aune says {number}" for number in range(7)))
    posted = await later(stage)
    assert titles(posted) == ["5 alerts", "2 alerts"]
    told = "".join(text_of(each.message) for each in posted)
    assert [told.index(f"Aune says {number}\n") for number in range(7)] == sorted(
        told.index(f"Aune says {number}\n") for number in range(7)
    )


async def test_a_feed_that_floods_is_heard_in_part(stage: Stage) -> None:
    stage.feeds.put(FEED, *(f"Aune says {number}" for number in range(MOST_NEWS + 30)))
    posted = await later(stage)
    assert len(posted) == MOST_NEWS // 5
    told = "".join(text_of(each.message) for each in posted)
    assert f"Aune says {MOST_NEWS + 29}\n" in told
    assert "Aune says 29\n" not in told


async def test_a_channel_that_joins_nothing_gets_each_alone(stage: Stage) -> None:
    await stage.run("set join off")
    stage.feeds.put(FEED, "Aune says one", "Aune says two")
    assert titles(await later(stage)) == ["Alert: Aune says one", "Alert: Aune says two"]


async def test_alerts_wait_for_the_end_of_quiet_hours_and_share_a_message_then(
    stage: Stage,
) -> None:
    await stage.run("set quiet 23:00-06:00")
    await stage.pass_time(at("2025-11-26T23:30"))
    stage.feeds.put(FEED, "Aune says one")
    await later(stage, 60)
    stage.feeds.put(FEED, "Aune says two")
    (alert,) = await stage.pass_time(at("2025-11-27T06:30"))
    assert alert.at == at("2025-11-27T06:00")
    assert alert.message.title == "2 alerts"
    assert "late" not in alert.message.footnote


async def test_an_urgent_story_breaks_through_quiet_hours(stage: Stage) -> None:
    await stage.run("set quiet 23:00-06:00", "new war The war", "urgency war 2", "subscribe war")
    await stage.run(f"watch war {FEED} ceasefire")
    await stage.pass_time(at("2025-11-26T23:30"))
    stage.feeds.put(FEED, "Aune sleeps", "A ceasefire holds")
    posted = await stage.pass_time(at("2025-11-27T01:00"))
    assert titles(posted) == ["Alert: A ceasefire holds"]
    posted = await stage.pass_time(at("2025-11-27T06:30"))
    assert titles(posted) == ["Alert: Aune sleeps"]


async def test_an_alert_that_failed_is_tried_again_and_says_how_late_it_is(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune heads for London")
    stage.messenger.failures += [DeliveryFailed("rate_limited", retry_after=1200)]
    (alert,) = await later(stage, 60)
    assert "20 minutes late" in alert.message.footnote


async def test_an_alert_posted_by_a_process_that_died_is_not_posted_again(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune heads for London")
    stage.messenger.crash_after_posting = True
    await later(stage, 60)
    assert titles(stage.messenger.posted) == ["Alert: Aune heads for London"]
    assert len(stage.messenger.sought) == 1


async def test_a_refusal_is_told_to_the_admin_channel_and_made_good_when_it_is_over(
    stage: Stage,
) -> None:
    await stage.type("set admin here", channel="admin")
    stage.messenger.refuses["foreign"] = DeliveryFailed("channel_not_found", permanent=True)
    stage.feeds.put(FEED, "Aune heads for London")
    posted = await later(stage)
    (told,) = (each for each in posted if each.channel == "admin")
    assert told.message.title == "Nothing reaches #foreign"
    assert "Not delivered: 1 notice" in text_of(told.message)
    stage.messenger.refuses.clear()
    (again,) = commands_of(told.message)
    await stage.type(again, channel="admin")
    assert titles(await later(stage)) == ["Alert: Aune heads for London"]
    assert told.message.title == "#foreign takes messages again"


async def test_a_missed_alert_is_tried_when_somebody_speaks_in_the_channel(stage: Stage) -> None:
    stage.messenger.refuses["foreign"] = DeliveryFailed("channel_not_found", permanent=True)
    stage.feeds.put(FEED, "Aune heads for London")
    await later(stage)
    stage.messenger.refuses.clear()
    await stage.run("status fish")
    assert titles(await later(stage)) == ["Alert: Aune heads for London"]


async def test_what_is_no_longer_listened_for_is_not_told(stage: Stage) -> None:
    await stage.run("set quiet 23:00-06:00")
    await stage.pass_time(at("2025-11-26T23:30"))
    stage.feeds.put(FEED, "Aune says one")
    await later(stage, 60)
    await stage.run("unwatch fish")
    assert await stage.pass_time(at("2025-11-27T06:30")) == []


async def test_a_story_that_was_closed_meanwhile_is_not_told_of(stage: Stage) -> None:
    await stage.run("set quiet 23:00-06:00")
    await stage.pass_time(at("2025-11-26T23:30"))
    stage.feeds.put(FEED, "Aune says one")
    await later(stage, 60)
    await stage.run("close fish")
    assert await stage.pass_time(at("2025-11-27T06:30")) == []


async def test_what_was_asked_for_a_watch_that_is_begun_anew_meanwhile_is_no_news(
    stage: Stage,
) -> None:
    async def begin_anew() -> None:
        await stage.run("unwatch fish", f"watch fish {FEED} Aune")

    stage.feeds.put(FEED, "Aune says one")
    stage.feeds.meanwhile = begin_anew
    assert await later(stage, 60) == []


async def test_a_channel_that_follows_no_longer_is_not_told(stage: Stage) -> None:
    await stage.run("set quiet 23:00-06:00")
    await stage.pass_time(at("2025-11-26T23:30"))
    stage.feeds.put(FEED, "Aune says one")
    await later(stage, 60)
    await stage.run("unsubscribe fish")
    assert await stage.pass_time(at("2025-11-27T06:30")) == []


async def test_an_article_that_is_read_elsewhere_is_heard(stage: Stage) -> None:
    await stage.type("read fish Treaty near\nMr Whitmore is to sign in May.", channel="desk")
    (alert,) = await later(stage)
    assert alert.channel == "foreign"
    shown = text_of(alert.message)
    assert "Source: kari, #desk" in shown
    assert "Heard for: Whitmore" in shown
    (read, _) = commands_of(alert.message)
    assert "Read for fish: Treaty near" in text_of(await stage.run(read))


async def test_the_channel_that_read_an_article_is_not_told_of_it(stage: Stage) -> None:
    await stage.run("read fish Mr Whitmore is to sign in May.")
    assert await later(stage) == []


async def test_a_watch_of_a_feed_does_not_hear_articles(stage: Stage) -> None:
    await stage.type(f"read fish {TREATY}", channel="desk")
    assert await later(stage) == []


async def test_what_is_read_in_direct_messages_stays_there(stage: Stage) -> None:
    asker = replace(an_asker("@kari"), direct=True)
    await stage.desk.type(asker, "read fish Mr Whitmore is to sign in May.")
    assert await later(stage) == []


async def test_what_is_read_under_guard_is_told_under_guard_alone(stage: Stage) -> None:
    for channel in ("secret", "vault"):
        await stage.type("set embargo on", channel=channel)
        await stage.type("subscribe fish", channel=channel)
    await stage.type("read fish Mr Whitmore is to sign in May.", channel="secret")
    (alert,) = await later(stage)
    assert alert.channel == "vault"
    read, _ = commands_of(alert.message)
    assert (await stage.type(read)).refused


async def test_an_article_that_gives_away_what_is_under_embargo_waits_for_the_lift(
    stage: Stage,
) -> None:
    await stage.run("set quiet 11:00-13:00")
    await stage.type("read fish Whitmore signs\nMr Whitmore is to sign in May.", channel="desk")
    await stage.type("expect fish in May: Whitmore signs", channel="desk")
    await stage.type("embargo fish#1 until 27 November 09:00", channel="desk")
    assert titles(await stage.pass_time(at("2025-11-26T18:00"))) == []
    posted = await stage.pass_time(at("2025-11-27T09:30"))
    (told,) = [each for each in posted if each.message.title.startswith("Alert")]
    assert told.at == at("2025-11-27T09:00")


async def test_of_several_only_what_gives_something_away_waits_for_the_lift(
    stage: Stage,
) -> None:
    await stage.run("set quiet 11:00-13:00")
    for article in ("Whitmore signs\nMr Whitmore signs in May.", "Whitmore rests\nHe is tired."):
        await stage.type(f"read fish {article}", channel="desk")
    await stage.type("expect fish in May: Whitmore signs", channel="desk")
    await stage.type("embargo fish#1 until 27 November 09:00", channel="desk")
    posted = await stage.pass_time(at("2025-11-27T09:30"))
    alerts = [each for each in posted if each.message.title.startswith("Alert")]
    assert [(each.at, each.message.title) for each in alerts] == [
        (at("2025-11-26T13:00"), "Alert: Whitmore rests"),
        (at("2025-11-27T09:00"), "Alert: Whitmore signs"),
    ]


async def test_a_silence_that_could_not_be_told_is_told_at_a_later_attempt(stage: Stage) -> None:
    await stage.type("set admin here", channel="admin")
    stage.messenger.refuses["admin"] = DeliveryFailed("not_in_channel", permanent=True)
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.MISSING, "news.example")
    assert await later(stage, 60 * 12) == []
    stage.messenger.refuses.clear()
    assert titles(await later(stage, 90), "admin") == ["Nothing comes from The Wire"]


async def test_reading_an_alert_proposes_its_follow_ups(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune near a treaty")
    (alert,) = await later(stage)
    link = "https://news.example/aune-near-a-treaty"
    stage.articles.behind[link] = Article(TREATY, headline="Treaty near", source=link)
    read, _ = commands_of(alert.message)
    answer = await stage.type(read, channel="desk")
    assert "Read for fish: Treaty near" in text_of(answer)
    assert not answer.replaces
    assert await later(stage) == []  # it is known already


async def test_an_alert_is_read_long_after_and_forgotten_in_the_end(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune near a treaty")
    (alert,) = await later(stage)
    read, _ = commands_of(alert.message)
    await stage.pass_time(stage.clock.now() + timedelta(days=31))
    stage.feeds.put(FEED, "Aune again")
    await later(stage)
    assert "too old" in (await stage.type(read)).text


async def test_a_watch_is_stopped_by_the_button_of_an_alert(stage: Stage) -> None:
    stage.feeds.put(FEED, "Aune says one")
    (alert,) = await later(stage)
    _, stop = commands_of(alert.message)
    await stage.run(stop)
    stage.feeds.put(FEED, "Aune says two")
    assert await later(stage) == []


async def test_a_feed_that_fails_is_asked_ever_less_often_and_heard_when_it_is_back(
    stage: Stage,
) -> None:
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.UNREACHABLE, "news.example")
    stage.feeds.asked.clear()
    await later(stage, 180)
    assert len(stage.feeds.asked) == 5  # after 10, 20, 40, 80 and 140 minutes
    assert "news.example can’t be reached just now." in text_of(await stage.run("watches"))
    stage.feeds.faults.clear()
    stage.feeds.put(FEED, "Aune heads for London")
    assert titles(await later(stage, 60)) == ["Alert: Aune heads for London"]


async def test_a_silent_feed_is_told_once_and_that_it_is_back(stage: Stage) -> None:
    await stage.type("set admin here", channel="admin")
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.MISSING, "news.example")
    posted = await later(stage, 60 * 24)
    (told,) = posted
    assert told.channel == "admin"
    assert told.message.title == "Nothing comes from The Wire"
    assert "There is nothing at that link of news.example (404)." in told.message.text
    stage.feeds.faults.clear()
    assert await later(stage, 120) == []
    assert told.message.title == "The Wire can be read again"
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.MISSING, "news.example")
    assert titles(await later(stage, 60 * 24), "admin") == ["Nothing comes from The Wire"]


async def test_a_silent_feed_waits_for_the_admin_channel_to_wake(stage: Stage) -> None:
    await stage.type("set admin here", channel="admin")
    await stage.type("set quiet 17:00-08:00", channel="admin")
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.MISSING, "news.example")
    (told,) = await later(stage, 60 * 24)
    assert at("2025-11-27T08:00") <= told.at <= at("2025-11-27T09:10")


async def test_nobody_is_told_of_a_silent_feed_where_there_is_no_admin_channel(
    stage: Stage,
) -> None:
    stage.feeds.faults[FEED] = FeedFailed(FeedFault.MISSING, "news.example")
    assert await later(stage, 60 * 24) == []


def test_a_site_that_asks_for_patience_is_left_alone_as_long_as_it_asks() -> None:
    assert wait_after_fault(1, INTERVAL, 1800.0) == timedelta(minutes=30)
    assert wait_after_fault(1, INTERVAL, 5.0) == INTERVAL
    assert wait_after_fault(1, INTERVAL, 1e9) == timedelta(hours=1)
    assert wait_after_fault(1, INTERVAL, float("inf")) == timedelta(hours=1)
    assert wait_after_fault(1, INTERVAL, float("nan")) == INTERVAL
    assert wait_after_fault(3, timedelta(hours=2), None) == timedelta(hours=2)


async def test_alerts_of_one_channel_keep_its_pace_and_their_order(stage: Stage) -> None:
    stage.feeds.put(FEED, *(f"Aune {number:02}" for number in range(40)))
    posted = await later(stage)
    begun = posted[0].at
    assert [(each.at - begun).total_seconds() for each in posted] == [0, 0, 0, 0, 1, 2, 3, 4]
    said = [line for each in posted for line in text_of(each.message).splitlines()]
    told = [line for line in said if "Aune " in line and "http" not in line]
    assert told == sorted(told)


async def test_a_channel_that_asks_for_patience_is_left_alone_with_all_its_alerts(
    stage: Stage,
) -> None:
    stage.messenger.failures += [DeliveryFailed("rate_limited", retry_after=1200)]
    stage.feeds.put(FEED, *(f"Aune {number:02}" for number in range(15)))
    assert await later(stage) == []
    assert stage.messenger.failures == []
    posted = await later(stage, 30)
    assert [len(each.message.sections[0].items) for each in posted] == [5, 5, 5]
    assert len(stage.messenger.sought) == 1  # the others were not tried in vain


async def test_reminders_leave_a_channel_alone_that_asked_alerts_for_patience(stage: Stage) -> None:
    await stage.run("expect fish today at 12:20: The vote")
    await stage.pass_time(at("2025-11-26T12:10"))
    stage.messenger.failures += [DeliveryFailed("rate_limited", retry_after=1200)]
    stage.feeds.put(FEED, "Aune heads for London")
    stage.clock.set(at("2025-11-26T12:21"))
    await listen(stage.listening)
    await tell_alerts(stage.posting, stage.gate)
    assert stage.messenger.failures == []
    asked_at = stage.clock.now()
    sender = Sender(stage.posting, gate=stage.gate)
    before = len(stage.messenger.posted)
    assert await do_what_is_due(stage.posting, sender) == asked_at + timedelta(seconds=1200)
    assert len(stage.messenger.posted) == before
