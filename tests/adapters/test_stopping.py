"""Told to stop, a process ends: in good order where it can, and in time where something hangs."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from adapters.stopping import in_time, unless_told

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0

ENDS = """
import asyncio
from adapters.stopping import hear_when_to_stop

async def run():
    stopping = asyncio.Event()
    hear_when_to_stop(stopping, longest=30)
    print("runs", flush=True)
    await stopping.wait()
    print("stops", flush=True)
    await asyncio.to_thread(input)
    print("ended", flush=True)

asyncio.run(run())
"""

HANGS = """
import asyncio
from adapters.stopping import hear_when_to_stop

async def run():
    hear_when_to_stop(asyncio.Event(), longest=0.1)
    print("runs", flush=True)
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass

asyncio.run(run())
"""


async def a_process(script: str) -> asyncio.subprocess.Process:
    """Return a process that runs a script, and has said that it does."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", script), cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    assert await said(process) == "runs"
    return process


async def said(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
    return line.decode().strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_to_be_told_twice_is_to_be_told_once(number: signal.Signals) -> None:
    process = await a_process(ENDS)
    process.send_signal(number)
    assert await said(process) == "stops"
    process.send_signal(number)
    assert process.stdin is not None
    process.stdin.write(b"\n")
    assert await said(process) == "ended"
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


async def test_what_hangs_is_ended_by_force_and_says_so() -> None:
    process = await a_process(HANGS)
    process.send_signal(signal.SIGTERM)
    output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert b"stopped_by_force" in output


async def test_work_is_broken_off_when_it_is_time_to_stop() -> None:
    stopping, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        stopping.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    assert not await asyncio.wait_for(unless_told(stopping, work()), PATIENCE)
    assert ended.is_set()


async def test_work_that_fails_tells_why() -> None:
    async def work() -> None:
        raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        await unless_told(asyncio.Event(), work())


async def test_work_that_is_done_is_done() -> None:
    assert await unless_told(asyncio.Event(), asyncio.sleep(0))


async def test_what_takes_too_long_is_broken_off_and_the_rest_done() -> None:
    done = []

    async def soon() -> None:
        done.append("soon")

    async def never() -> None:
        await asyncio.Event().wait()

    await asyncio.wait_for(in_time(0.01, soon(), never()), PATIENCE)
    assert done == ["soon"]
