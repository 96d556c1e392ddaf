"""The tables.

Columns bear the names of the domain's fields, so that a value is written and read by name.
Every row carries its newsroom. A foreign key stands where a row hangs from its nearest parent;
the newsroom of a row further down is its parent's and is not checked twice.
"""

from adapters.database.rows.answers import AnswerLineRow, AnswerRow
from adapters.database.rows.base import Base
from adapters.database.rows.delivery import (
    IS_GIVEN_UP,
    IS_GOING_ON,
    IS_HELD,
    IS_JOINED,
    IS_PLANNED,
    IS_WAITING,
    DeliveryRow,
    DigestRow,
    LiftRow,
    PostedDigestRow,
    ReminderRow,
    SeriesRow,
    SubscriptionRow,
    TroubleRow,
)
from adapters.database.rows.newsrooms import (
    ChannelRow,
    DutyRow,
    LinkCodeRow,
    NewsroomRow,
    OwnPolicyRow,
    PersonRow,
    WorkspaceRow,
)
from adapters.database.rows.stories import (
    IS_EMBARGOED,
    ChangeRow,
    FollowUpRow,
    FormerSluglineRow,
    PassageRow,
    ReadingRow,
    StoryRow,
    TimelineEntryRow,
)
from adapters.database.rows.watches import AlertRow, FeedRow, ToldItemRow, WatchRow

__all__ = [
    "IS_EMBARGOED",
    "IS_GIVEN_UP",
    "IS_GOING_ON",
    "IS_HELD",
    "IS_JOINED",
    "IS_PLANNED",
    "IS_WAITING",
    "AlertRow",
    "AnswerLineRow",
    "AnswerRow",
    "Base",
    "ChangeRow",
    "ChannelRow",
    "DeliveryRow",
    "DigestRow",
    "DutyRow",
    "FeedRow",
    "FollowUpRow",
    "FormerSluglineRow",
    "LiftRow",
    "LinkCodeRow",
    "NewsroomRow",
    "OwnPolicyRow",
    "PassageRow",
    "PersonRow",
    "PostedDigestRow",
    "ReadingRow",
    "ReminderRow",
    "SeriesRow",
    "StoryRow",
    "SubscriptionRow",
    "TimelineEntryRow",
    "ToldItemRow",
    "TroubleRow",
    "WatchRow",
    "WorkspaceRow",
]
