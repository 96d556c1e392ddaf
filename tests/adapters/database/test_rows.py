from dataclasses import fields
from datetime import UTC, datetime

import pytest
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from adapters.database import rows
from adapters.database.columns import UtcDateTime
from bot.domain.delivery import Delivery
from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp
from bot.domain.history import Act
from bot.domain.link import LinkCode
from bot.domain.newsroom import Channel, Newsroom, Person, Workspace
from bot.domain.proposal import FiledReading
from bot.domain.reminder import Reminder
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.timeline import TimelineEntry
from bot.ports import Store
from tests.adapters.database.world import put_story
from tests.builders import NOON, OSLO, a_story

OF_A_CHANGE = {"number", "story_id", "thing_id", "kind", "before", "after"}
SQLITE = SQLiteDialect_pysqlite()
NAIVE = datetime(2025, 11, 26, 12)  # noqa: DTZ001  that is the point


@pytest.mark.parametrize(
    ("value", "row", "only_in_value", "only_in_row"),
    [
        (Newsroom, rows.NewsroomRow, set(), set()),
        (Workspace, rows.WorkspaceRow, set(), set()),
        (Channel, rows.ChannelRow, set(), set()),
        (Person, rows.PersonRow, set(), set()),
        (Duty, rows.DutyRow, set(), set()),
        (Story, rows.StoryRow, set(), set()),
        (FollowUp, rows.FollowUpRow, {"slugline"}, {"starts_at", "ends_at"}),
        (TimelineEntry, rows.TimelineEntryRow, set(), {"happened_at"}),
        (Reminder, rows.ReminderRow, set(), set()),
        (Series, rows.SeriesRow, set(), set()),
        (Delivery, rows.DeliveryRow, set(), set()),
        (ScheduledDigest, rows.DigestRow, set(), set()),
        (LinkCode, rows.LinkCodeRow, set(), set()),
        (FiledReading, rows.ReadingRow, set(), {"code"}),
        (Act, rows.ChangeRow, {"id"}, {"act_id", *OF_A_CHANGE}),
    ],
)
def test_a_row_has_a_column_for_each_field(
    value: type, row: type[rows.Base], only_in_value: set[str], only_in_row: set[str]
) -> None:
    named = {field.name for field in fields(value)}
    columns = set(row.__table__.columns.keys())
    assert (named - columns, columns - named) == (only_in_value, only_in_row)


def test_a_time_of_any_zone_is_kept_in_utc() -> None:
    kept = UtcDateTime().process_bind_param(NOON.astimezone(OSLO), SQLITE)
    assert kept == NOON
    assert kept.tzinfo is UTC


def test_a_database_that_forgets_zones_gives_back_utc() -> None:
    found = UtcDateTime().process_result_value(NAIVE, SQLITE)
    assert found == datetime(2025, 11, 26, 12, tzinfo=UTC)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(NAIVE, SQLITE)


async def test_words_come_back_as_they_were_written(store: Store) -> None:
    odd = a_story(headline='Æ ‘%s’ \\ "{x}" 🧊', tags=("ø", "%", "'"))
    async with store.transaction() as tx:
        await put_story(tx, odd)
        assert await tx.stories.get(odd.newsroom_id, odd.slugline) == odd
