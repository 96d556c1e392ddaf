"""Things of the record as JSON: each kept as its own row is kept, column by column.

So a new field of the domain is in the record as soon as it has its column, and what was
recorded before there was one is given back without it.
"""

from collections.abc import Mapping
from typing import Any, assert_never, get_args

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.types import TypeEngine

from adapters.database.columns import Packed
from adapters.database.rows import (
    Base,
    ChannelRow,
    DutyRow,
    FollowUpRow,
    NewsroomRow,
    OwnPolicyRow,
    PersonRow,
    ReadingRow,
    SeriesRow,
    StoryRow,
    SubscriptionRow,
    TimelineEntryRow,
    WatchRow,
)
from adapters.database.work import columns_of
from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp
from bot.domain.history import Settled, Thing
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.own_policy import OwnPolicy
from bot.domain.proposal import FiledReading
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription, Target
from bot.domain.timeline import TimelineEntry
from bot.domain.watch import Watch

Json = dict[str, Any]

# SQLite keeps all but packed values as text and numbers, which JSON can hold.
_PLAIN = SQLiteDialect_pysqlite()
_ROWS: Mapping[type, type[Base]] = {
    Story: StoryRow,
    FollowUp: FollowUpRow,
    TimelineEntry: TimelineEntryRow,
    Subscription: SubscriptionRow,
    FiledReading: ReadingRow,
    Series: SeriesRow,
    Watch: WatchRow,
    Newsroom: NewsroomRow,
    Channel: ChannelRow,
    Person: PersonRow,
    Duty: DutyRow,
    OwnPolicy: OwnPolicyRow,
}
_KINDS: Mapping[str, type] = {row.__tablename__: kind for kind, row in _ROWS.items()}

KINDS_OF_SETTINGS = frozenset(_ROWS[kind].__tablename__ for kind in get_args(Settled))


def kind_of(thing: Thing) -> str:
    """Return what kind of thing it is, by the name of its table."""
    kind: str = _ROWS[type(thing)].__tablename__
    return kind


def pack_thing(thing: Thing) -> Json:
    """Return a thing as JSON."""
    values = _flat(thing)
    columns = _ROWS[type(thing)].__table__.columns
    packed = {c.name: _pack(c.type, values[c.name]) for c in columns if c.name in values}
    return packed | ({"slugline": thing.slugline} if isinstance(thing, FollowUp) else {})


def unpack_thing(kind: str, packed: Mapping[str, Any]) -> Thing:
    """Return the thing that ``pack_thing`` packed."""
    columns = _ROWS[_KINDS[kind]].__table__.columns
    values = {c.name: _unpack(c.type, packed[c.name]) for c in columns if c.name in packed}
    if _KINDS[kind] is FollowUp:
        values["slugline"] = packed["slugline"]
    if _KINDS[kind] is Subscription:
        values["target"] = Target(values.pop("target_kind"), values.pop("target_value"))
    thing: Thing = _KINDS[kind](**values)
    return thing


def _flat(thing: Thing) -> Json:
    """Return a thing's values by column."""
    values = columns_of(thing)
    match thing:
        case Subscription():
            target = values.pop("target")
            return values | {"target_kind": target.kind, "target_value": target.value}
        case Story() | FollowUp() | TimelineEntry() | FiledReading() | Series() | Watch():
            return values
        case Newsroom() | Channel() | Person() | Duty() | OwnPolicy():
            return values
        case _:
            assert_never(thing)


def _pack(kept_as: TypeEngine[Any], value: object) -> object:
    if isinstance(kept_as, Packed):
        return kept_as.process_bind_param(value, _PLAIN)
    process = kept_as.dialect_impl(_PLAIN).bind_processor(_PLAIN)
    return value if process is None else process(value)


def _unpack(kept_as: TypeEngine[Any], value: object) -> Any:  # noqa: ANN401  as the column has it
    if isinstance(kept_as, Packed):
        return kept_as.process_result_value(value, _PLAIN)
    process = kept_as.dialect_impl(_PLAIN).result_processor(_PLAIN, None)
    return value if process is None else process(value)
