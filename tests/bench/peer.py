"""The named peer: APScheduler with one date job a reminder in its SQLAlchemyJobStore.

Its jobs do what a reminder takes, as bots are built this way: load the follow-up as it is now,
render it for Slack, hand it to a messenger that answers at once, and record the reference of the
message. Or they do nothing at all, which shows what the job store alone takes.
"""

import asyncio
import pickle
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection, Engine, create_engine, func, select, update

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

Work = Callable[[str], Coroutine[Any, Any, None]]

_FOR_THE_DATABASE = {"starts_at", "ends_at"}
_FOLLOW_UP = [each for each in FollowUpRow.__table__.columns if each.name not in _FOR_THE_DATABASE]

_engine: Engine | None = None  # a job reaches nothing but what its module holds
_done = 0


async def do_nothing(_delivery_id: str) -> None:
    """Count, and nothing else."""
    global _done  # noqa: PLW0603  as above
    _done += 1


async def post(delivery_id: str) -> None:
    """Post one reminder and record it, in one transaction."""
    global _done  # noqa: PLW0603  as above
    assert _engine is not None
    with _engine.begin() as connection:
        _post(connection, UUID(delivery_id))
    _done += 1


def _post(connection: Connection, delivery_id: UUID) -> None:
    delivery = connection.execute(
        select(DeliveryRow.follow_up_id, DeliveryRow.channel_id, DeliveryRow.kind).where(
            DeliveryRow.id == delivery_id
        )
    ).one()
    found = connection.execute(
        select(*_FOLLOW_UP, StoryRow.slugline)
        .join_from(FollowUpRow, StoryRow, FollowUpRow.story_id == StoryRow.id)
        .where(FollowUpRow.id == delivery.follow_up_id)
    )
    follow_up = FollowUp(**found.mappings().one())
    told = connection.execute(select(StoryRow).where(StoryRow.id == follow_up.story_id))
    where = connection.execute(select(ChannelRow).where(ChannelRow.id == delivery.channel_id))
    story, channel = Story(**told.mappings().one()), Channel(**where.mappings().one())
    words, now = Words(channel.language), SystemClock().now().astimezone(channel.zone)
    present(notices.reminder(delivery.kind, follow_up, story, words, now), words)
    ref = MessageRef(Platform.SLACK, "T1", channel.key, str(_done))
    connection.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id)
        .values(state=DeliveryState.SENT, message=ref, shown_version=follow_up.version, due_at=None)
    )


async def posting_burst(url: str) -> float:
    """Return how many reminders a second the peer posts, all due at one moment.

    Args:
        url: Of a database in which deliveries are queued; each becomes a job beside them.
    """
    engine = create_engine(blocking(read_url(url)))
    with engine.connect() as connection:
        ids = [each.hex for each in connection.scalars(select(DeliveryRow.id))]
    return await _burst(engine, post, ids)


async def empty_burst(url: str, number: int) -> float:
    """Return how many jobs a second the peer runs that do nothing, all due at one moment.

    Args:
        url: Of a database with nothing in it.
        number: How many jobs.
    """
    names = [f"job{each}" for each in range(number)]
    return await _burst(create_engine(blocking(read_url(url))), do_nothing, names)


async def _burst(engine: Engine, work: Work, ids: list[str]) -> float:
    """Return how many jobs a second are run and forgotten, written beforehand."""
    global _done, _engine
    _engine, _done = engine, 0
    store = SQLAlchemyJobStore(engine=engine)
    scheduler = AsyncIOScheduler(
        jobstores={"default": store}, job_defaults={"misfire_grace_time": None}, timezone="UTC"
    )
    scheduler.start(paused=True)
    _write(scheduler, store, work, ids)
    begun = stopwatch()
    scheduler.resume()
    while _done < len(ids) or _left(store):  # noqa: ASYNC110  the peer tells of no end
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
            executor="default",
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
