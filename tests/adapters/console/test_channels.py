from adapters.console.channels import Channels, Unread
from bot.domain.message import Button, Message

TWO = Message(buttons=(Button("Keep", "keep 1"), Button("Drop", "drop 1")))
ONE = Message(buttons=(Button("Undo", "undo"),))
NONE = Message(text="Done")


def command(channels: Channels, number: int) -> str | None:
    button = channels.button(number)
    return None if button is None else button.command


def test_an_answer_to_something_typed_begins_at_one() -> None:
    channels = Channels("desk")
    channels.number("desk", TWO, anew=True)
    assert channels.number("desk", ONE, anew=True) == 1
    assert command(channels, 1) == "undo"
    assert channels.button(2) is None


def test_an_answer_without_buttons_leaves_those_that_stand() -> None:
    channels = Channels("desk")
    channels.number("desk", TWO, anew=True)
    channels.number("desk", NONE, anew=True)
    assert command(channels, 2) == "drop 1"


def test_what_follows_is_numbered_on() -> None:
    channels = Channels("desk")
    channels.number("desk", TWO, anew=True)
    assert channels.number("desk", ONE) == 3
    assert [command(channels, n) for n in (1, 2, 3)] == ["keep 1", "drop 1", "undo"]


def test_each_channel_has_its_own_numbers() -> None:
    channels = Channels("desk", ("sport",))
    channels.number("desk", ONE)
    channels.open("sport")
    assert channels.button(1) is None
    channels.open("desk")
    assert command(channels, 1) == "undo"


def test_what_came_meanwhile_is_given_once() -> None:
    channels = Channels("desk")
    missed = Unread("#sport", ONE, "n1")
    channels.keep("sport", missed)
    assert channels.unread("sport") == 1
    assert channels.open("sport") == (missed,)
    assert channels.unread("sport") == 0
    assert channels.open("sport") == ()


def test_channels_are_listed_in_order() -> None:
    channels = Channels("sport", ("utenriks",))
    channels.open("desk")
    assert channels.names == ("desk", "sport", "utenriks")


def test_a_notice_that_changes_loses_the_buttons_it_lost() -> None:
    channels = Channels("desk")
    channels.number("desk", TWO, "n1")
    channels.number("desk", ONE, "n2")
    channels.change("desk", "n1", Message(buttons=TWO.buttons[1:]))
    assert channels.button(1) is None
    assert [command(channels, n) for n in (2, 3)] == ["drop 1", "undo"]


def test_an_unread_notice_is_read_as_it_was_changed() -> None:
    channels = Channels("desk")
    channels.keep("sport", Unread("#sport", TWO, "n1"))
    channels.change("sport", "n1", NONE)
    assert channels.open("sport") == (Unread("#sport", NONE, "n1"),)
