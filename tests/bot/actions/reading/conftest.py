import pytest

from tests.bot.actions.reading.world import PEACE
from tests.stage import Stage


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(PEACE)
    return stage
