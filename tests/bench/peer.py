"""The named peer: APScheduler with one date job a reminder in its SQLAlchemyJobStore.

Its jobs go the same way as Daybook's notices, as lean as such a bot can be written: one statement
loads the follow-up as it is now with all it takes to say it, it is rendered for Slack and handed
to a messenger that answers at once, and one statement records what became of it and the reference
of the message, both in one transaction. They run one by one on the event loop, or several at a
time in threads: which is faster differs by database. Or they do nothing at all, which shows what
the job store alone takes.
"""

import asyncio
import pickle
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from inspect import iscoroutinefunction
from typing import Any
from uuid import UUID

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection, Engine, bindparam, create_engine, func, select, update

from adapters.clock import SystemClock, stopwatch
from adapters.database.rows import ChannelRow, DeliveryRow, FollowUpRow, StoryRow
from adapters.database.urls import blocking, read_url
from adapters.slack.present import present
from bot.domain.delivery import DeliveryState, MessageRef
from bot.domain.follow_up import FollowUp
from bot.domain.newsroom import Channel, Platform
from bot.domain.story import Story
from bot.wording import notices
from bot.wording.words import Words

Work = Callable[[str], Coroutine[Any, Any, None]] | Callable[[str], None]
"""A job: on the event loop, or in a thread."""

THREADS = 10  # APScheduler's own default

_FOR_THE_DATABASE = {"starts_at", "ends_at"}
_OF_FOLLOW_UP = [c for c in FollowUpRow.__table__.columns if c.name not in _FOR_THE_DATABASE]
_OF_STORY = list(StoryRow.__table__.columns)
_OF_CHANNEL = list(ChannelRow.__table__.columns)

_LOADED = (
    select(DeliveryRow.kind, StoryRow.slugline, *_OF_FOLLOW_UP, *_OF_STORY, *_OF_CHANNEL)
    .join_from(DeliveryRow, FollowUpRow, DeliveryRow.follow_up_id == FollowUpRow.id)
    .join(StoryRow, FollowUpRow.story_id == StoryRow.id)
    .join(ChannelRow, DeliveryRow.channel_id == ChannelRow.id)
    .where(DeliveryRow.id == bindparam("which"))
)
_RECORDED = (
    update(DeliveryRow)
    .where(DeliveryRow.id == bindparam("which"))
    .values(
        state=DeliveryState.SENT,
        message=bindparam("ref"),
        shown_version=bindparam("shown"),
        due_at=None,
    )
)

_engine: Engine | None = None  # a job reaches nothing but what its module holds
_done: list[str] = []


async def do_nothing(delivery_id: str) -> None:
    """Be counted, and nothing else."""
    _done.append(delivery_id)


async def post(delivery_id: str) -> None:
    """Post one reminder on the event loop."""
    post_in_thread(delivery_id)


def post_in_thread(delivery_id: str) -> None:
    """Post one reminder and record it, in one transaction."""
    assert _engine is not None
    with _engine.begin() as connection:
        _post(connection, UUID(delivery_id))
    _done.append(delivery_id)


def _post(connection: Connection, delivery_id: UUID) -> None:
    kind, slugline, *values = connection.execute(_LOADED, {"which": delivery_id}).one()
    named = zip((*_OF_FOLLOW_UP, *_OF_STORY, *_OF_CHANNEL), values, strict=True)
    of: dict[str, dict[str, Any]] = {
        "follow_up": {"slugline": slugline},
        "story": {},
        "channel": {},
    }
    for column, value in named:
        of[column.table.name][column.name] = value
    follow_up, story = FollowUp(**of["follow_up"]), Story(**of["story"])
    channel = Channel(**of["channel"])
    words, now = Words(channel.language), SystemClock().now().astimezone(channel.zone)
    present(notices.reminder(kind, follow_up, story, words, now), words)
    ref = MessageRef(Platform.SLACK, "T1", channel.key, str(len(_done)))
    recorded = {"which": delivery_id, "ref": ref, "shown": follow_up.version}
    connection.execute(_RECORDED, recorded)


async def posting_burst(url: str, *, in_threads: bool) -> float:
    """Return how many reminders a second the peer posts, all due at one moment.

    Args:
        url: Of a database in which deliveries are queued; each becomes a job beside them.
        in_threads: Whether several are posted at a time.
    """
    return await _burst(url, post_in_thread if in_threads else post)


async def empty_burst(url: str) -> float:
    """Return how many jobs a second the peer runs that do nothing, all due at one moment.

    Args:
        url: As above; the deliveries stay as they are.
    """
    return await _burst(url, do_nothing)


async def _burst(url: str, work: Work) -> float:
    """Return how many jobs a second are run and forgotten, written beforehand."""
    global _engine  # noqa: PLW0603  as above
    engine = create_engine(blocking(read_url(url)))
    with engine.connect() as connection:
        ids = [each.hex for each in connection.scalars(select(DeliveryRow.id))]
    _engine = engine
    _done.clear()
    store = SQLAlchemyJobStore(engine=engine)
    scheduler = AsyncIOScheduler(
        jobstores={"default": store},
        executors={"default": AsyncIOExecutor(), "threads": ThreadPoolExecutor(THREADS)},
        job_defaults={"misfire_grace_time": None},
        timezone="UTC",
    )
    scheduler.start(paused=True)
    _write(scheduler, store, work, ids)
    begun = stopwatch()
    scheduler.resume()
    while len(_done) < len(ids) or _left(store):  # noqa: ASYNC110  the peer tells of no end
        await asyncio.sleep(0.02)
    seconds = stopwatch() - begun
    scheduler.shutdown(wait=False)
    engine.dispose()
    return len(ids) / seconds


def _write(
    scheduler: AsyncIOScheduler, store: SQLAlchemyJobStore, work: Work, ids: list[str]
) -> None:
    due = datetime.now(UTC) - timedelta(seconds=1)
    trigger = scheduler._create_trigger("date", {"run_date": due})
    jobs = [
        Job(
            scheduler,
            id=each,
            trigger=trigger,
            executor="default" if iscoroutinefunction(work) else "threads",
            func=work,
            args=(each,),
            kwargs={},
            name="job",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=due,
        )
        for each in ids
    ]
    rows = [
        {
            "id": job.id,
            "next_run_time": due.timestamp(),
            "job_state": pickle.dumps(job.__getstate__(), pickle.HIGHEST_PROTOCOL),
        }
        for job in jobs
    ]
    with store.engine.begin() as connection:
        connection.execute(store.jobs_t.insert(), rows)


def _left(store: SQLAlchemyJobStore) -> int:
    with store.engine.connect() as connection:
        left: int = connection.scalar(select(func.count()).select_from(store.jobs_t)) or 0
    return left
