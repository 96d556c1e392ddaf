import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import DummyCompleter
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from adapters.console import Streams, open_console, open_terminal
from adapters.console.keyboard import Keyboard
from adapters.console.listeners import Console
from bot.domain.message import Field
from tests.adapters.console.daybook import COMMANDS, ENGLISH, POSTPONE, FakeDaybook
from tests.adapters.console.stage import OSLO, Seat

ENTER, CTRL_C, CTRL_D, CLEAR = "\r", "\x03", "\x04", "\x15"


@dataclass
class Typist:
    """Someone at a keyboard, with Daybook behind the screen."""

    keys: PipeInput
    seat: Seat
    daybook: FakeDaybook
    history: Path | None = None

    async def types(self, *keys: str) -> int:
        """Press keys from the start of a session to its end; return the exit status."""
        self.keys.send_text("".join((*keys, CTRL_D)))
        terminal = self.seat.terminal
        keyboard = Keyboard(terminal, ENGLISH, DummyCompleter(), history=self.history)
        return await Console(
            self.daybook,
            terminal=terminal,
            source=keyboard,
            help_words=frozenset({"help"}),
            clock=self.seat.clock,
            words=ENGLISH,
        ).run()


@pytest.fixture
def typist() -> Iterator[Typist]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield Typist(keys, Seat(), FakeDaybook())


async def test_someone_is_greeted_types_and_leaves(typist: Typist) -> None:
    assert await typist.types("/story new a", ENTER) == 0
    assert typist.daybook.typed == ["new a"]
    seen = typist.seat.seen()
    assert seen.startswith("Daybook. /help shows")
    assert seen.endswith("Done: new a\n\n")


async def test_a_refusal_at_the_keyboard_is_no_failure_of_the_process(typist: Typist) -> None:
    assert await typist.types("bogus", ENTER) == 0
    assert "“bogus” is no command." in typist.seat.seen()


async def test_a_button_is_pressed_by_its_number(typist: Typist) -> None:
    await typist.types("status havvind", ENTER, "1", ENTER)
    assert typist.daybook.typed == ["status havvind", "happened havvind#1"]


async def test_a_form_is_asked_question_by_question(typist: Typist) -> None:
    await typist.types("postpone havvind#1", ENTER, "next week", ENTER, "It rains", ENTER)
    assert typist.daybook.called == [
        ("postpone", {"follow_up": "havvind#1", "when": "next week", "note": "It rains"})
    ]
    assert typist.seat.seen().endswith("Done: postpone\n\n")


async def test_an_empty_answer_is_empty_and_asked_again_where_it_must_be_given(
    typist: Typist,
) -> None:
    await typist.types("postpone havvind#1", ENTER, ENTER, "next week", ENTER, ENTER)
    assert typist.daybook.called == [
        ("postpone", {"follow_up": "havvind#1", "when": "next week", "note": ""})
    ]


async def test_what_stands_in_a_question_is_kept_by_enter_or_overwritten(typist: Typist) -> None:
    when = Field("when", "When", value="3 December")
    note = Field("note", "Note", value="Old", required=False)
    typist.daybook.form = replace(POSTPONE, fields=(when, note))
    await typist.types("postpone havvind#1", ENTER, ENTER, CLEAR, "New", ENTER)
    assert typist.daybook.called[0][1]["when"] == "3 December"
    assert typist.daybook.called[0][1]["note"] == "New"


async def test_what_stands_above_a_question_fits_the_terminal(typist: Typist) -> None:
    keyboard = Keyboard(typist.seat.terminal, ENGLISH, DummyCompleter())
    shown = keyboard._wrapped(["word " * 40, "short"])
    assert max(map(len, shown)) < DummyOutput().get_size().columns
    assert " ".join(shown) == "word " * 40 + "short"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
async def test_a_form_can_be_cancelled(typist: Typist, key: str) -> None:
    await typist.types("postpone havvind#1", ENTER, "next week", ENTER, key, "new b", ENTER)
    assert typist.daybook.called == []
    assert typist.daybook.typed == ["postpone havvind#1", "new b"]
    assert "Cancelled." in typist.seat.seen()


@pytest.mark.parametrize("end", [f".{ENTER}", CTRL_D])
async def test_a_question_of_many_lines_ends_with_a_dot_or_ctrl_d(typist: Typist, end: str) -> None:
    article = Field("article", "Article", multiline=True)
    typist.daybook.form = replace(POSTPONE, command="read", known={}, fields=(article,))
    await typist.types("postpone x", ENTER, "Title", ENTER, ENTER, "Text", ENTER, end)
    assert typist.daybook.called == [("read", {"article": "Title\n\nText"})]


async def test_an_empty_text_leaves_a_question_as_it_stands(typist: Typist) -> None:
    article = Field("article", "Article", value="Old text", multiline=True)
    typist.daybook.form = replace(POSTPONE, command="read", known={}, fields=(article,))
    await typist.types("postpone x", ENTER, ".", ENTER)
    assert typist.daybook.called == [("read", {"article": "Old text"})]


async def test_a_text_can_follow_a_command(typist: Typist) -> None:
    await typist.types("read <<", ENTER, "Title", ENTER, "12", ENTER, ".", ENTER, "new b", ENTER)
    assert typist.daybook.typed == ["read\nTitle\n12", "new b"]


async def test_what_is_pasted_stays_one_text(typist: Typist) -> None:
    await typist.types("/story read ", "\x1b[200~Title\r\n\r\nText 1\x1b[201~", ENTER)
    assert typist.daybook.typed == ["read Title\n\nText 1"]


async def test_ctrl_c_begins_a_line_anew(typist: Typist) -> None:
    await typist.types("new a", CTRL_C, "new b", ENTER)
    assert typist.daybook.typed == ["new b"]
    assert "Ctrl-D or /quit leaves." in typist.seat.seen()


async def test_what_was_typed_is_remembered_in_a_file_of_one_s_own(
    typist: Typist, tmp_path: Path
) -> None:
    typist.history = tmp_path / "history"
    await typist.types("new a", ENTER)
    assert "+new a" in typist.history.read_text(encoding="utf-8")
    assert stat.S_IMODE(typist.history.stat().st_mode) == 0o600


async def test_a_history_that_cannot_be_written_stops_nobody(
    typist: Typist, tmp_path: Path
) -> None:
    typist.history = tmp_path / "missing" / "history"
    assert await typist.types("new a", ENTER) == 0
    assert typist.daybook.typed == ["new a"]


class Tty(StringIO):
    """A stream with a person at its end."""

    def isatty(self) -> bool:
        return True


async def test_a_person_at_both_ends_makes_it_a_chat(typist: Typist) -> None:
    streams = Streams(Tty(), Tty(), StringIO())
    clock = typist.seat.clock
    terminal = open_terminal(streams, words=ENGLISH, clock=clock, zone=OSLO)
    console = open_console(typist.daybook, COMMANDS, terminal, streams, words=ENGLISH, clock=clock)
    typist.keys.send_text(f"bogus{ENTER}{CTRL_D}")

    assert await console.run() == 0
    assert typist.daybook.askers[0].person_name


def test_a_file_at_either_end_makes_it_a_script() -> None:
    assert not Streams(StringIO(), Tty(), Tty()).interactive
    assert not Streams(Tty(), StringIO(), Tty()).interactive
