from dataclasses import replace

from adapters.console.messenger import ConsoleMessenger
from adapters.console.terminal import REMEMBERED
from bot.domain.delivery import MessageRef
from bot.domain.language import Language
from bot.domain.message import Button, Fact, Message, Picture, Tone
from bot.domain.newsroom import Platform
from bot.ports import Messenger
from tests.adapters.console.stage import NOON, Seat, to

REMINDER = Message(
    title="havvind#1 opens today",
    tone=Tone.URGENT,
    facts=(Fact("When", "3 December"),),
    buttons=(Button("Happened", "happened havvind#1"), Button("Snooze", "snooze havvind#1")),
)

IN_NORWEGIAN = Message(
    title="havvind: tidslinje",
    picture=Picture("t.png", "image/png", b"", "2 ventes"),
    language=Language.NB,
)


async def test_a_notice_stands_in_the_open_channel_with_its_time_and_buttons() -> None:
    seat = Seat()
    messenger: Messenger = ConsoleMessenger(seat.terminal)

    ref = await messenger.send(to("desk"), REMINDER, "n1")

    assert ref == MessageRef(Platform.CONSOLE, "console", "desk", "n1")
    assert seat.seen().splitlines() == [
        "#desk · Wed 26 Nov 12:00",
        "▌ ‼ havvind#1 opens today",
        "▌ ",
        "▌   When  3 December",
        "▌ ",
        "▌ [1] Happened  [2] Snooze",
        "",
    ]
    button = seat.terminal.channels.button(2)
    assert button is not None
    assert button.command == "snooze havvind#1"


async def test_a_notice_that_goes_on_from_another_is_marked_as_its_answer() -> None:
    seat = Seat()
    await ConsoleMessenger(seat.terminal).send(replace(to("desk"), reply_to="n0"), REMINDER, "n1")
    assert seat.seen().startswith("↳ #desk · Wed 26 Nov 12:00\n")


async def test_a_notice_stands_below_its_time_in_the_language_of_its_channel() -> None:
    seat = Seat()
    await ConsoleMessenger(seat.terminal).send(to("desk"), IN_NORWEGIAN, "n1")
    assert seat.seen().splitlines()[:4] == [
        "#desk · ons. 26. nov. kl. 12.00",
        "havvind: tidslinje",
        "",
        "Bilde: 2 ventes",
    ]


async def test_a_notice_elsewhere_is_told_in_a_line_and_shown_when_one_goes_there() -> None:
    seat = Seat()
    await ConsoleMessenger(seat.terminal).send(to("sport"), REMINDER, "n1")
    assert seat.seen() == "#sport · Wed 26 Nov 12:00 · havvind#1 opens today\n"

    seat.terminal.open("sport")

    assert "[1] Happened" in seat.seen()


async def test_a_notice_that_changes_tells_what_is_new() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    seat.seen()

    after = replace(REMINDER, facts=(Fact("When", "10 December"),), buttons=REMINDER.buttons[1:])
    await messenger.edit(ref, after)

    assert seat.seen() == "↻ #desk · havvind#1 opens today · When 10 December\n"
    assert seat.terminal.channels.button(1) is None


async def test_a_change_is_told_once_for_all_the_messages_that_show_it() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    first = await messenger.send(to("desk"), REMINDER, "n1")
    later = replace(REMINDER, title="Did it happen?")
    second = await messenger.send(to("desk"), later, "n2")
    seat.seen()

    for ref, message in ((first, REMINDER), (second, later)):
        await messenger.edit(ref, replace(message, facts=(Fact("When", "10 December"),)))

    assert seat.seen() == "↻ #desk · havvind#1 opens today · When 10 December\n"


async def test_a_change_back_is_told_again() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    other = replace(REMINDER, facts=(Fact("When", "10 December"),))
    seat.seen()
    for message in (other, REMINDER, other):
        await messenger.edit(ref, message)
    assert seat.seen().count("↻") == 3


async def test_whoever_changed_it_has_just_been_told() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    now = (Fact("When", "10 December"),)
    seat.terminal.answer(Message(title="Postponed", facts=now), typed=True)
    seat.seen()
    await messenger.edit(ref, replace(REMINDER, title="Postponed: havvind#1", facts=now))
    assert seat.seen() == ""


async def test_a_headline_that_changes_alone_is_news() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    seat.seen()
    await messenger.edit(ref, replace(REMINDER, title="havvind#1 happened", tone=Tone.GOOD))
    assert seat.seen() == "↻ #desk · havvind#1 happened\n"


async def test_a_change_of_buttons_alone_is_no_news() -> None:
    seat = Seat()
    messenger = ConsoleMessenger(seat.terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    seat.seen()
    await messenger.edit(ref, replace(REMINDER, buttons=()))
    assert seat.seen() == ""
    assert seat.terminal.channels.button(1) is None


async def test_a_notice_of_an_earlier_run_can_still_change() -> None:
    seat = Seat()
    ref = MessageRef(Platform.CONSOLE, "console", "desk", "from before")
    await ConsoleMessenger(seat.terminal).edit(ref, Message(title="havvind#1 happened"))
    assert seat.seen() == "↻ #desk · havvind#1 happened\n"


async def test_what_this_process_has_posted_is_found_again() -> None:
    messenger = ConsoleMessenger(Seat().terminal)
    ref = await messenger.send(to("desk"), REMINDER, "n1")
    assert await messenger.find(to("desk"), "n1", NOON) == ref
    assert await messenger.find(to("desk"), "n2", NOON) is None
    assert await messenger.find(to("sport"), "n1", NOON) is None


async def test_only_so_many_notices_are_remembered() -> None:
    messenger = ConsoleMessenger(Seat().terminal)
    for number in range(REMEMBERED + 1):
        await messenger.send(to("sport"), Message(), f"n{number}")
    assert await messenger.find(to("sport"), "n0", NOON) is None
    assert await messenger.find(to("sport"), "n1", NOON) is not None


async def test_a_line_that_only_moves_aside_is_no_news() -> None:
    seat = Seat()
    short, wide = (Fact("When", "3 December"), Fact("Now", "happened")), Fact("Status", "over")
    ref = seat.terminal.answer(Message(title="Havvind", facts=short), typed=True)
    seat.seen()
    messenger = ConsoleMessenger(seat.terminal)
    await messenger.edit(ref, Message(title="Havvind", facts=(*short, wide)))
    assert seat.seen() == "↻ #desk · Havvind · Status over\n"


async def test_an_answer_that_changes_is_told_of_in_a_line() -> None:
    seat = Seat()
    ref = seat.terminal.answer(REMINDER, typed=True)
    seat.terminal.answer(Message(text="Something else."), typed=True)
    seat.seen()
    after = Message(title=REMINDER.title, facts=(Fact("Status", "happened"),))
    await ConsoleMessenger(seat.terminal).edit(ref, after)
    assert "↻ #desk" in seat.seen()
