"""The digests that come by themselves."""

from datetime import datetime

import pytest

from bot.actions.send_digests import send_digests
from bot.domain.language import Language
from bot.errors import DeliveryFailed
from tests.stage import OSLO, Posted, Stage, text_of


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new budget The budget", "expect budget 5 December: Vote", "set digest 07:00 mon-fri"
    )
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def pass_time(stage: Stage, until: str) -> list[Posted]:
    """Go from one digest to the next, and return what was posted meanwhile."""
    before = len(stage.messenger.posted)
    while (due := await send_digests(stage.posting)) is not None and due <= at(until):
        stage.clock.set(max(due, stage.clock.now()))
    stage.clock.set(max(at(until), stage.clock.now()))
    return stage.messenger.posted[before:]


def times(posted: list[Posted]) -> list[str]:
    return [f"{p.at.astimezone(OSLO):%a %d %b %H:%M}" for p in posted]


async def test_a_digest_comes_at_its_hour_on_its_weekdays(stage: Stage) -> None:
    posted = await pass_time(stage, "2025-12-02T06:59")
    assert times(posted) == ["Thu 27 Nov 07:00", "Fri 28 Nov 07:00", "Mon 01 Dec 07:00"]
    assert posted[1].message.title == "Newsroom T1: Friday 28 November"
    assert "Vote" in text_of(posted[1].message)


async def test_what_is_new_is_new_once(stage: Stage) -> None:
    thursday, friday = await pass_time(stage, "2025-11-28T12:00")
    assert "new" in text_of(thursday.message)
    assert "new" not in text_of(friday.message)
    await stage.run("expect budget 3 December: Report")
    monday, tuesday = await pass_time(stage, "2025-12-02T12:00")
    assert "new" in text_of(monday.message)
    assert "new" not in text_of(tuesday.message)


async def test_a_channel_that_wants_none_gets_none(stage: Stage) -> None:
    await stage.run("set digest off")
    assert await pass_time(stage, "2025-12-02T12:00") == []


async def test_an_empty_digest_says_so_in_a_line_or_stays_away(stage: Stage) -> None:
    await stage.run("drop budget#1")
    (posted,) = await pass_time(stage, "2025-11-27T12:00")
    assert posted.message.text == "Nothing is expected, and nothing is overdue."
    await stage.run("set digest 07:00 unless empty")
    assert await pass_time(stage, "2025-11-28T12:00") == []


async def test_a_channel_in_another_zone_reads_it_at_its_own_hour(stage: Stage) -> None:
    await stage.run("set zone Europe/London")
    assert times(await pass_time(stage, "2025-11-27T12:00")) == ["Thu 27 Nov 08:00"]


async def test_a_digest_keeps_its_hour_when_the_clocks_change(stage: Stage) -> None:
    stage.clock.set(at("2026-03-27T12:00"))
    await stage.run("set digest 07:00")
    posted = await pass_time(stage, "2026-03-30T12:00")
    assert times(posted) == ["Sat 28 Mar 07:00", "Sun 29 Mar 07:00", "Mon 30 Mar 07:00"]


async def test_a_failed_digest_is_tried_again(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("ratelimited", retry_after=600)]
    (posted,) = await pass_time(stage, "2025-11-27T12:00")
    assert posted.at == at("2025-11-27T07:10")
    assert posted.message.footnote.endswith("10 minutes late")


async def test_a_digest_whose_answer_was_lost_is_posted_once(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("timeout", posted_perhaps=True)]
    assert len(await pass_time(stage, "2025-11-27T12:00")) == 1


async def test_a_digest_that_a_platform_refuses_is_let_go_until_the_next(stage: Stage) -> None:
    stage.messenger.failures = [DeliveryFailed("channel_not_found", permanent=True)]
    assert times(await pass_time(stage, "2025-11-28T12:00")) == ["Fri 28 Nov 07:00"]


async def test_after_a_night_of_standstill_only_the_next_digest_comes(stage: Stage) -> None:
    stage.clock.set(at("2025-11-28T06:00"))  # Thursday's was due 23 hours ago
    assert times(await pass_time(stage, "2025-11-28T12:00")) == ["Fri 28 Nov 07:00"]


async def test_a_crash_posts_no_digest_twice(stage: Stage) -> None:
    stage.clock.set(at("2025-11-27T07:00"))
    stage.messenger.crash_after_posting = True
    await send_digests(stage.posting)
    assert len(stage.messenger.posted) == 1  # it stands, but nobody wrote it down
    await pass_time(stage, "2025-11-27T12:00")
    assert len(stage.messenger.posted) == 1


async def test_a_day_off_that_is_set_later_has_no_digest(stage: Stage) -> None:
    await stage.run("set days-off 27 November")
    assert times(await pass_time(stage, "2025-11-28T12:00")) == ["Fri 28 Nov 07:00"]


async def test_a_digest_tells_its_language_to_platforms_that_add_words(stage: Stage) -> None:
    await stage.run("set language nn")
    (posted,) = await pass_time(stage, "2025-11-27T08:00")
    assert posted.message.language is Language.NN
