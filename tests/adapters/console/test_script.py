from datetime import timedelta
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import structlog

from adapters.clock import SteppedClock, SystemClock
from adapters.console import ConsoleMessenger, Streams, open_terminal
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from tests.adapters.console.daybook import ENGLISH
from tests.adapters.console.stage import NOON, OSLO, Stage, to


async def test_each_line_is_a_command_and_blank_ones_and_comments_are_none() -> None:
    stage = Stage()
    played = await stage.play("# first", "", "/story status havvind", "/sak new a", "new b")
    assert stage.daybook.typed == ["status havvind", "new a", "new b"]
    assert played.status == 0
    assert played.errors == ""
    assert played.output.endswith("Done: new a\n\nDone: new b\n\n")


async def test_a_refused_line_is_told_on_stderr_and_the_rest_still_runs() -> None:
    stage = Stage()
    played = await stage.play("# a comment", "bogus", "new b")
    assert played.status == 2
    assert played.errors == "2: ! “bogus” is no command.\n"
    assert played.output == "Done: new b\n\n"


async def test_a_number_presses_the_button_of_the_latest_answer() -> None:
    stage = Stage()
    await stage.play("status havvind", "2", "1", "4")
    assert stage.daybook.typed == [
        "status havvind",
        "cancel havvind#1",
        "happened havvind#1",
        "undo",
    ]


async def test_a_number_without_a_button_is_refused() -> None:
    played = await Stage().play("status havvind", "7")
    assert played.status == 2
    assert played.errors == ("2: ! There is no button 7 here. Type the number beside a button.\n")


async def test_a_text_of_many_lines_ends_with_a_dot() -> None:
    stage = Stage()
    await stage.play("/story read <<", "Title", "", "# part of it", ".", "new b")
    assert stage.daybook.typed == ["read\nTitle\n\n# part of it", "new b"]


async def test_a_text_may_end_with_the_script() -> None:
    stage = Stage()
    played = await stage.play("read <<", "Title", "Text")
    assert stage.daybook.typed == ["read\nTitle\nText"]
    assert played.status == 0


async def test_a_refusal_of_a_text_names_the_line_that_began_it() -> None:
    played = await Stage().play("", "bogus <<", "Title", ".")
    assert played.errors.startswith("2: ")


async def test_a_script_is_not_asked_but_told_what_is_missing() -> None:
    stage = Stage()
    played = await stage.play("postpone havvind#1", "new b")
    assert played.status == 2
    assert played.errors == "1: Postpone havvind#1\n  Until when  tomorrow\n  Note\n"
    assert stage.daybook.called == []


async def test_commands_come_from_the_channel_one_has_joined() -> None:
    stage = Stage()
    await stage.play("new a", "/join #Utenriks", "new b")
    first, second = stage.daybook.askers
    assert (first.channel_key, second.channel_key) == ("redaksjonen", "utenriks")
    assert second.platform is Platform.CONSOLE
    assert second.workspace_key == "console"
    assert second.channel_name == "utenriks"


async def test_one_may_speak_as_someone_else() -> None:
    stage = Stage()
    played = await stage.play("new a", "/me Ola  Vik", "new b", "/me")
    assert [asker.person_name for asker in stage.daybook.askers] == ["Kari Nord", "Ola Vik"]
    assert [asker.person_key for asker in stage.daybook.askers] == ["kari-nord", "ola-vik"]
    assert played.output.count("You speak as Ola Vik.") == 2


async def test_a_channel_that_cannot_be_is_refused() -> None:
    played = await Stage().play("/join two words")
    assert played.status == 2
    assert "Try /join #utenriks" in played.errors


async def test_channels_are_listed_with_the_one_that_is_open() -> None:
    played = await Stage().play("/join #sport", "/channels")
    assert played.output == "Channels\n  #redaksjonen\n  #sport        you are here\n\n"


async def test_help_tells_what_the_console_adds() -> None:
    played = await Stage().play("/help")
    assert played.output.startswith("Help\n\nIn the terminal\n  /join #utenriks")
    assert "/clock" in played.output


async def test_help_on_one_command_is_daybook_s_alone() -> None:
    played = await Stage().play("help status")
    assert played.output == "Help\n\n"


async def test_a_simulated_clock_can_be_moved() -> None:
    stage = Stage()
    played = await stage.play("/clock +2d 30m", "/clock")
    assert stage.clock.now() == NOON + timedelta(days=2, minutes=30)
    assert played.output == "Fri 28 Nov 12:30\nFri 28 Nov 12:30\n"


async def test_a_span_that_is_none_is_refused() -> None:
    played = await Stage().play("/clock tomorrow")
    assert played.status == 2
    assert "“tomorrow” is no span of time. Try /clock +2d" in played.errors


async def test_the_real_clock_cannot_be_moved() -> None:
    stage = Stage(clock=SystemClock())
    played = await stage.play("/clock +2d", "help")
    assert played.status == 2
    assert "Only a simulated one can be moved" in played.errors
    assert "/clock" not in played.output


async def test_nothing_follows_what_leaves() -> None:
    stage = Stage()
    played = await stage.play("new a", "/quit", "new b")
    assert stage.daybook.typed == ["new a"]
    assert played.status == 0


async def test_a_mistake_of_our_own_is_told_by_its_reference_in_the_log() -> None:
    with structlog.testing.capture_logs() as log:
        played = await Stage().play("crash", "new b")
    assert played.status == 2
    assert [entry["event"] for entry in log] == ["command_failed"]
    assert str(log[0]["reference"]) in played.errors
    assert "fire" not in played.errors
    assert played.output == "Done: new b\n\n"


async def test_a_script_shows_the_notices_of_every_channel() -> None:
    page = StringIO()
    streams = Streams(StringIO(), page, StringIO())
    terminal = open_terminal(streams, words=ENGLISH, clock=SteppedClock(NOON), zone=OSLO)
    await ConsoleMessenger(terminal).send(to("sport"), Message(title="The match"), "n1")
    assert page.getvalue() == "#sport · Wed 26 Nov 12:00\nThe match\n\n"


async def test_a_byte_that_is_no_text_does_not_stop_a_script() -> None:
    stage = Stage()
    played = await stage.play_file(TextIOWrapper(BytesIO(b"new \xff\nnew b\n"), "utf-8"))
    assert stage.daybook.typed == ["new \ufffd", "new b"]
    assert played.status == 0


async def test_a_file_may_hold_the_text_of_a_command(tmp_path: Path) -> None:
    stage = Stage()
    (tmp_path / "article.txt").write_text("Title\nText", encoding="utf-8")
    await stage.play(f"read havvind < {tmp_path / 'article.txt'}")
    assert stage.daybook.typed == ["read havvind\nTitle\nText"]


async def test_a_file_that_is_not_there_is_told_and_the_rest_still_runs(tmp_path: Path) -> None:
    stage = Stage()
    played = await stage.play(f"read havvind < {tmp_path / 'none.txt'}", "new b")
    assert played.status == 2
    assert "There is no file" in played.errors
    assert stage.daybook.typed == ["new b"]
