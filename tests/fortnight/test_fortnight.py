"""A fortnight of a newsroom: five stories, six channels in two zones, Easter, a clock change."""

import asyncio
from datetime import date, datetime, time

import pytest

from adapters.clock import stopwatch
from bot.domain.follow_up import FollowUp
from bot.domain.story import StoryStatus
from bot.domain.window import Precision
from tests.fortnight.page import WASHINGTON
from tests.fortnight.play import Fortnight, play
from tests.fortnight.script import HERE
from tests.stage import OSLO, Posted, the_newsroom

LONGEST = 10.0  # seconds
WRITTEN = 31  # follow-ups that people wrote or kept, a series counted once
HOLIDAYS = {date(2026, 4, day) for day in (2, 3, 5, 6)}


@pytest.fixture(scope="module")
def played() -> Fortnight:
    return asyncio.run(play())


async def follow_ups(fortnight: Fortnight) -> list[FollowUp]:
    async with fortnight.stage.store.view() as tx:
        stories = await tx.stories.of(await the_newsroom(tx), set(StoryStatus), 100)
        return [each for story in stories for each in await tx.follow_ups.of_story(story.id)]


def by_itself(fortnight: Fortnight, channel: str) -> list[Posted]:
    return [posted for posted in fortnight.messenger.posted if posted.channel == channel]


def is_digest(posted: Posted) -> bool:
    return posted.message.title.startswith(f"{posted.channel}: ")


def test_the_fortnight_reads_as_it_is_kept(played: Fortnight) -> None:
    kept = (HERE / "transcript.txt").read_text(encoding="utf-8")
    assert played.page.text() == kept, "read it, then write it anew: python -m tests.fortnight"


async def test_it_takes_less_than_ten_seconds() -> None:
    began = stopwatch()
    await play()
    assert stopwatch() - began < LONGEST


async def test_something_is_expected_at_every_precision(played: Fortnight) -> None:
    expected = await follow_ups(played)
    assert len({each.series_id or each.id for each in expected}) == WRITTEN
    windows = [window for each in expected for window in (each.window, each.was) if window]
    assert {window.precision for window in windows} == set(Precision)


def test_nothing_is_refused_but_a_slip(played: Fortnight) -> None:
    refused = [answer for _, answer in played.answers if answer.refused and not answer.form]
    assert [answer.text.partition(" ")[0] for answer in refused] == ["«emne»"]


@pytest.mark.parametrize(
    ("channel", "begin", "end"), [("politikk", time(22), time(7)), ("sport", time(21), time(8))]
)
def test_a_channel_sleeps_through_its_quiet_hours(
    channel: str, begin: time, end: time, played: Fortnight
) -> None:
    hours = [posted.at.astimezone(OSLO).time() for posted in by_itself(played, channel)]
    assert hours
    assert not [hour for hour in hours if hour >= begin or hour < end]


def test_the_digest_keeps_its_hour_across_the_clock_change(played: Fortnight) -> None:
    digests = [posted.at for posted in by_itself(played, "washington") if is_digest(posted)]
    assert {at.astimezone(WASHINGTON).time() for at in digests} == {time(7, 30)}
    assert {at.astimezone(OSLO).time() for at in digests} == {time(12, 30), time(13, 30)}


def test_nobody_is_asked_again_on_a_public_holiday(played: Fortnight) -> None:
    again = [p.at for p in played.messenger.posted if p.message.title.startswith("Fortsatt")]
    assert len(again) > 1
    assert not {at.astimezone(OSLO).date() for at in again} & HOLIDAYS


async def test_what_nobody_answered_lapses_after_easter(played: Fortnight) -> None:
    lapsed = [each for each in await follow_ups(played) if each.is_lapsed(played.stage.clock.now())]
    assert [each.title for each in lapsed] == ["Svar på innsynskravet"]
    assert "utløpt: ingen svarte" in played.page.text()


def test_the_clocks_go_forward_in_the_middle_of_it() -> None:
    before, after = (datetime(2026, 3, day, 12, tzinfo=OSLO) for day in (28, 30))
    assert before.utcoffset() != after.utcoffset()
