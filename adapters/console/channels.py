"""The channels of a terminal: which one is open, what is unread, which buttons can be pressed."""

from dataclasses import dataclass, field, replace

from adapters.console.present import buttons_of
from bot.domain.message import Button, Message


def written(name: str) -> str:
    """Return a channel's name as people write it: ``#utenriks``; ``@kari`` for direct messages."""
    return name if name.startswith("@") else f"#{name}"


@dataclass(frozen=True, slots=True)
class Unread:
    """A notice that came while another channel was open."""

    header: str
    message: Message
    message_key: str


@dataclass(slots=True)
class _Channel:
    unread: list[Unread] = field(default_factory=list)
    buttons: dict[int, tuple[str, Button]] = field(default_factory=dict)


class Channels:
    """Which channels there are, and what stands in each.

    The numbers of buttons begin at 1 with each answer to what was typed. What follows, a notice
    or the answer to a button, is numbered on from there, so that every number still in sight
    presses what it stands beside.
    """

    def __init__(self, opened: str, known: tuple[str, ...] = ()) -> None:
        """Begin in one channel, knowing of others."""
        self._channels = {name: _Channel() for name in (opened, *known)}
        self.opened = opened

    @property
    def names(self) -> tuple[str, ...]:
        """Every channel, in alphabetical order."""
        return tuple(sorted(self._channels))

    def unread(self, name: str) -> int:
        """Return how many notices of a channel nobody has seen."""
        return len(self._channels[name].unread)

    def open(self, name: str) -> tuple[Unread, ...]:
        """Go to a channel, new or known; return what came while one was away."""
        self.opened = name
        channel = self._channel(name)
        missed, channel.unread = tuple(channel.unread), []
        return missed

    def keep(self, name: str, notice: Unread) -> None:
        """Keep a notice until its channel is opened."""
        self._channel(name).unread.append(notice)

    def number(
        self, name: str, message: Message, message_key: str = "", *, anew: bool = False
    ) -> int:
        """Give a message's buttons their numbers in its channel; return the first.

        Args:
            name: The channel.
            message: What is about to be shown.
            message_key: Names the message, where it may change later.
            anew: Whether it answers something typed: numbers then begin at 1, if it needs any.
        """
        standing, buttons = self._channel(name).buttons, buttons_of(message)
        if anew and buttons:
            standing.clear()
        first = max(standing, default=0) + 1
        standing.update({first + i: (message_key, each) for i, each in enumerate(buttons)})
        return first

    def button(self, number: int) -> Button | None:
        """Return the button that bears this number in the open channel, or None."""
        _, button = self._channels[self.opened].buttons.get(number, ("", None))
        return button

    def change(self, name: str, message_key: str, message: Message) -> None:
        """Let a notice say something else: unread, it will; seen, it loses the buttons it lost."""
        channel = self._channel(name)
        channel.unread = [
            replace(each, message=message) if each.message_key == message_key else each
            for each in channel.unread
        ]
        left = {button.command for button in buttons_of(message)}
        channel.buttons = {
            number: (key, button)
            for number, (key, button) in channel.buttons.items()
            if key != message_key or button.command in left
        }

    def _channel(self, name: str) -> _Channel:
        return self._channels.setdefault(name, _Channel())
