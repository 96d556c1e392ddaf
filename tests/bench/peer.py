"""The named peer: APScheduler with one date job a reminder in its SQLAlchemyJobStore."""

import asyncio
import pickle
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import func, select

from adapters.clock import stopwatch

_done = 0


async def _job(_number: int) -> None:
    """Do nothing: the peer is measured without loading, rendering or sending anything."""
    global _done  # noqa: PLW0603  a job reaches nothing else
    _done += 1


async def peer_burst(url: str, number: int) -> float:
    """Return how many jobs a second the peer runs, all due at one moment and written beforehand.

    Args:
        url: A database of either kind, as SQLAlchemy takes it.
        number: How many jobs.
    """
    global _done  # noqa: PLW0603  as above
    _done = 0
    store = SQLAlchemyJobStore(url=url)
    scheduler = AsyncIOScheduler(
        jobstores={"default": store}, job_defaults={"misfire_grace_time": None}, timezone="UTC"
    )
    scheduler.start(paused=True)
    _write(scheduler, store, number)
    begun = stopwatch()
    scheduler.resume()
    while _done < number or _left(store):  # noqa: ASYNC110  the peer tells of no end
        await asyncio.sleep(0.02)
    seconds = stopwatch() - begun
    scheduler.shutdown(wait=False)
    store.engine.dispose()
    return number / seconds


def _write(scheduler: AsyncIOScheduler, store: SQLAlchemyJobStore, number: int) -> None:
    due = datetime.now(UTC) - timedelta(seconds=1)
    trigger = scheduler._create_trigger("date", {"run_date": due})
    jobs = [
        Job(
            scheduler,
            id=f"job{each}",
            trigger=trigger,
            executor="default",
            func=_job,
            args=(each,),
            kwargs={},
            name="job",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=due,
        )
        for each in range(number)
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
