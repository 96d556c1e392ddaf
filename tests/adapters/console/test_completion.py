import pytest
import structlog
from prompt_toolkit.completion import CompleteEvent, Completion
from prompt_toolkit.document import Document

from adapters.console.completion import CommandCompleter
from tests.adapters.console.daybook import COMMANDS, ENGLISH, FakeDaybook
from tests.adapters.console.stage import Seat


async def completions(typed: str) -> list[Completion]:
    seat = Seat()
    completer = CommandCompleter(
        FakeDaybook(), COMMANDS, ENGLISH, seat.terminal.asker, lambda: ("desk", "sport")
    )
    found = completer.get_completions_async(Document(typed), CompleteEvent())
    return [each async for each in found]


async def completed(typed: str) -> list[str]:
    """Return what the line would be with each completion filled in."""
    return [
        typed[: len(typed) + each.start_position] + each.text for each in await completions(typed)
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("st", ["status"]),
        ("sti", ["stilling"]),
        ("ven", ["ventet"]),
        ("/story ST", ["/story status"]),
        ("/sak ", ["/sak help", "/sak status", "/sak expect"]),
        ("/st", ["/status"]),
        ("/jo", ["/join"]),
        ("/join #s", ["/join #sport"]),
        ("status hav", ["status havvind", "status havn"]),
        ("/story status havv", ["/story status havvind"]),
        ("stilling havv", ["stilling havvind"]),
        ("status ", ["status havvind", "status havn"]),
        ("expect havvind next", []),
        ("status havvind more", []),
        ("bogus ha", []),
        ("read Title\nsta", []),
    ],
)
async def test_what_is_typed_is_completed(typed: str, lines: list[str]) -> None:
    assert await completed(typed) == lines


async def test_a_completion_shows_what_it_stands_for() -> None:
    (status,) = await completions("stat")
    (story,) = await completions("status havv")
    assert status.display_meta_text == "Show where a story stands"
    assert story.display_text == "havvind: Havvind på Utsira"


async def test_the_prompt_goes_on_when_completion_fails() -> None:
    with structlog.testing.capture_logs() as log:
        assert await completed("expect havvind next week: The") == []
    assert [entry["event"] for entry in log] == ["completion_failed"]
