"""Playing the fortnight: a newsroom in memory, its clock stepped from one moment to the next."""

from dataclasses import dataclass, field
from datetime import datetime

from adapters.console.present import buttons_of
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.send_digests import send_digests
from bot.actions.tell_alerts import tell_alerts
from bot.domain.delivery import Destination, MessageRef
from bot.domain.language import Language
from bot.domain.message import Button, Message
from bot.domain.newsroom import Platform
from tests.fortnight.page import Page
from tests.fortnight.script import Step, steps
from tests.stage import FakeMessenger, Stage


@dataclass
class PageMessenger(FakeMessenger):
    """Posts in memory, and writes on the page what stands where."""

    page: Page = field(default_factory=Page)

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post, and remember what was posted."""
        self.page.posted(to.channel_key, message)
        return await super().send(to, message, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Edit, and remember what was put right."""
        self.page.edited(ref.channel_key, message)
        await super().edit(ref, message)


class Fortnight:
    """A newsroom of one workspace and six channels, from its first morning on."""

    def __init__(self, begin: datetime) -> None:
        self.page = Page()
        self.stage = Stage(now=begin, language=Language.NB)
        self.messenger = PageMessenger(self.stage.clock, page=self.page)
        self.posting = Posting(
            self.stage.store,
            {Platform.SLACK: self.messenger},
            self.stage.clock,
            self.stage.desk.policy,
            self.stage.posting.paces,
        )
        self.answers: list[tuple[str, Message]] = []

    async def take(self, step: Step) -> Message:
        """Let time pass until a step, and take it."""
        await self.let_time_pass(step.at)
        command = step.command
        if step.presses:
            button = self._button(step.channel, command)
            command = button.command
            self.page.pressed(step.at, step.channel, step.person, button.label)
        else:
            self.page.typed(step.at, step.channel, step.person, command)
        answer = await self.stage.type(command, step.channel, step.person)
        self.page.answered(answer)
        self.answers.append((step.channel, answer))
        return answer

    async def let_time_pass(self, until: datetime) -> None:
        """Go from one due moment to the next, writing what is said at each."""
        clock = self.stage.clock
        while True:
            due = await self._moments()
            self.page.close_moment(clock.now())
            following = min((moment for moment in due if moment is not None), default=until)
            if following >= until:
                break
            clock.set(max(following, clock.now()))
        clock.set(until)
        await self._moments()
        self.page.close_moment(until)

    async def _moments(self) -> list[datetime | None]:
        """Do what is due, and return when each kind is to be looked at again."""
        return [await do(self.posting) for do in (do_what_is_due, send_digests, tell_alerts)]

    def _button(self, channel: str, command: str) -> Button:
        """Return the newest button of a channel whose command begins so."""
        told = [m.message for m in self.messenger.posted if m.channel == channel]
        answers = [answer for where, answer in self.answers if where == channel]
        for message in (*reversed(told), *reversed(answers)):
            for button in buttons_of(message):
                if button.command.startswith(command):
                    return button
        raise LookupError(f"no button in #{channel} says {command}")


async def play() -> Fortnight:
    """Play the whole script."""
    script = list(steps())
    fortnight = Fortnight(script[0].at)
    for step in script:
        await fortnight.take(step)
    return fortnight
