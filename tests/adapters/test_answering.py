"""What every platform does around an answer."""

import asyncio

import structlog.testing

from adapters.answering import UnderWay, unbroken
from bot.domain.language import Language
from bot.domain.message import Message
from bot.wording.words import Words

ENGLISH = Words(Language.EN)


async def answered() -> Message:
    return Message(text="Done.")


async def broken() -> Message:
    raise LookupError("the secret of the house")


async def test_an_answer_is_given_as_it_is() -> None:
    assert await unbroken(answered(), ENGLISH) == Message(text="Done.")


async def test_a_defect_is_told_by_its_reference_in_the_log_and_nothing_more() -> None:
    with structlog.testing.capture_logs() as log:
        told = await unbroken(broken(), ENGLISH)
    assert [entry["event"] for entry in log] == ["command_failed"]
    assert str(log[0]["reference"]) in told.text
    assert "secret" not in told.text
    assert told.refused


async def test_who_stops_waits_for_the_answers_being_given() -> None:
    under_way, may_end, ended = UnderWay(), asyncio.Event(), asyncio.Event()

    async def answer() -> None:
        with under_way.one_more():
            await may_end.wait()
            ended.set()

    giving = asyncio.create_task(answer())
    await asyncio.sleep(0)
    finishing = asyncio.create_task(under_way.finish(60))
    await asyncio.sleep(0)
    assert not finishing.done()
    may_end.set()
    await finishing
    assert ended.is_set()
    await giving


async def test_who_stops_waits_no_longer_than_is_patient() -> None:
    under_way = UnderWay()

    async def answer() -> None:
        with under_way.one_more():
            await asyncio.Event().wait()

    giving = asyncio.create_task(answer())
    await asyncio.sleep(0)
    await under_way.finish(0)
    assert not giving.done()
    giving.cancel()
