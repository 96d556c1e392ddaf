"""Where every command comes in: who asks, what they mean, and the answer."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

from bot.actions.allowing import as_editor
from bot.actions.finding import followed_slugline
from bot.actions.keep_answer import given, keep_answer
from bot.actions.meet import Defaults, Present, meet, spoken
from bot.actions.request import Request
from bot.actions.resume import probe, resume
from bot.actions.understanding import head_of, without_to
from bot.commands import completion
from bot.commands.at_fault import at_fault
from bot.commands.declared import ACTIONS, HELP, TOPICS
from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.commands.parse import (
    Typed,
    UnknownCommand,
    UnknownCommandNear,
    find_command,
    is_nearly_one_of,
    named_alone,
    split_command,
    split_values,
    taken,
)
from bot.domain.answer import LASTS
from bot.domain.counted import NoMeter
from bot.domain.delivery import MessageRef
from bot.domain.language import translatable
from bot.domain.message import Field, Form, Message
from bot.domain.newsroom import Asker, Choice, Role, Values
from bot.domain.policy import ReminderPolicy
from bot.domain.setting import setting_named
from bot.domain.trouble import Returned
from bot.errors import BotError
from bot.ports import ArticleSource, Clock, FeedSource, Meter, Store, Transaction
from bot.wording import help as helping
from bot.wording import refusals, settings
from bot.wording.words import Words

log = logging.getLogger(__name__)

_CANDIDATES = 1000
LONGEST_COMMAND = 600_000
_A_FOLLOW_UP = "ukraine-peace#2"
_TOPICS_BY_NUMBER = {str(number): heading for number, heading in enumerate(TOPICS, 1)}


class Missing(BotError):
    """A command without what it needs."""

    reply = translatable("Something is missing. {parameter}. For instance: /story {example}")


class MoreToSay(BotError):
    """A command that works as it stands, but hardly anybody means it so."""

    reply = translatable("There is more to say of it, for instance: /story {example}")


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers every command. See ``Daybook`` for what its methods promise."""

    store: Store
    clock: Clock
    policy: ReminderPolicy
    defaults: Defaults
    articles: ArticleSource
    feeds: FeedSource
    meter: Meter = field(default_factory=NoMeter)
    answers_last: timedelta = LASTS

    async def type(self, asker: Asker, text: str) -> Message:
        """Answer a command typed as text, or a pressed button."""
        return await self._answer(asker, lambda request: self._type(request, text))

    async def call(self, asker: Asker, command: str, values: Values) -> Message:
        """Answer a command whose parameters come by name."""
        return await self._answer(asker, lambda request: self._call(request, command, values))

    async def complete(
        self, asker: Asker, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        """Return completions for a parameter that is being typed."""
        try:
            request = self._request(await meet(self.store, asker, self.defaults), asker)
            return await completion.complete(request, command, parameter, typed)
        except Exception:
            log.exception("completion_failed")
            return ()

    async def returned(self, returned: Returned) -> None:
        """Take up again what channels missed, now that they can be reached."""
        try:
            number = await resume(self.store, returned, self.clock.now())
            log.info("channel_returned", extra={"key": returned.channel_key, "resumed": number})
        except Exception:
            log.exception("resuming_failed")

    async def stands(self, message: Message, ref: MessageRef) -> None:
        """Keep an answer true where it stands now."""
        try:
            await keep_answer(self.store, message, ref, self.answers_last)
        except Exception:
            log.exception("answer_not_kept")

    async def _answer(
        self, asker: Asker, answer: "Callable[[Request], Awaitable[Message]]"
    ) -> Message:
        """Answer, or say why not: the one place where an error becomes a reply."""
        words = Words(spoken(asker.language, self.defaults.language))
        try:
            present = await meet(self.store, asker, self.defaults)
            request = self._request(present, asker)
            words = request.words
            message = await answer(request)
            message = replace(message, given=given(request, message))
            if present.spell is not None:
                await probe(self.store, present.channel, present.spell, self.clock.now())
        except BotError as error:
            message = refusals.refused(error, words)
        except Exception:
            reference = uuid4().hex[:8]
            log.exception("command_failed", extra={"reference": reference})
            message = refusals.failed(reference, words)
        return replace(message, language=words.language)

    def _request(self, present: Present, asker: Asker) -> Request:
        return Request(
            self.store,
            self.policy,
            present.newsroom,
            present.channel,
            replace(present.person, role=Role.EDITOR if present.edits else Role.READER),
            self.clock.now().astimezone(present.channel.zone),
            Words(present.channel.language),
            self.articles,
            self.feeds,
            meter=self.meter,
            mentioned=asker.mentioned,
            further_roles=asker.further_roles,
            inbox=asker.inbox,
        )

    async def _type(self, request: Request, text: str) -> Message:
        command, rest = await self._split(request, text[:LONGEST_COMMAND])
        values = split_values(command, rest, await self._typed(request, command, rest))
        if command.needs_form and _asks(command, values, values):
            return _with_form(command, values, request.words)
        return await self._run(request, command, values)

    async def _call(self, request: Request, name: str, values: Values) -> Message:
        command = find_command(name)
        known = {parameter.name: parameter for parameter in command.parameters}
        given = {
            name: taken(known[name], value).strip()
            for name, value in values.items()
            if name in known
        }
        given = {name: value for name, value in given.items() if value}
        if command.needs_form and _asks(command, given, values):
            return _with_form(command, given, request.words)
        return await self._run(request, command, given)

    async def _run(self, request: Request, command: Command, values: Mapping[str, str]) -> Message:
        if command is HELP:
            return _help(request, values)
        if command.role is Role.EDITOR:
            request = await as_editor(request)
        if _missing(command, values):
            raise _wanting(command, values, request.words)
        try:
            return await ACTIONS[command](replace(request, verb=command.name), **values)
        except BotError as error:
            error.about = at_fault(command, values, error)
            raise

    async def _split(self, request: Request, text: str) -> tuple[Command, str]:
        """Return the command and the rest; the name of a story or follow-up alone asks for it."""
        try:
            return split_command(text)
        except (UnknownCommand, UnknownCommandNear):
            name = named_alone(text)
            if "#" not in name and not await self._is_story(request, name):
                raise
            return find_command("status"), name

    async def _is_story(self, request: Request, name: str) -> bool:
        if not name:
            return False
        async with request.store.view() as tx:
            return await tx.stories.get(request.newsroom.id, name.lower()) is not None

    async def _typed(self, request: Request, command: Command, text: str) -> Typed:
        """Find out what the reading of typed words needs to know, where it needs it."""
        first = text.split(maxsplit=1)[:1]
        stories: set[str] = set()
        sluglines: Sequence[str] = ()
        kinds = {parameter.kind for parameter in command.parameters}
        if first and ParameterKind.STORY in kinds:
            async with request.store.view() as tx:
                name = first[0].removeprefix("#").rstrip(":,").lower()
                if await tx.stories.get(request.newsroom.id, name):
                    stories.add(first[0])
                elif ParameterKind.ARTICLE not in kinds and not await _follows_one(tx, request):
                    stories.add(first[0])  # it must be meant as a story: there is no other
                elif ParameterKind.ARTICLE not in kinds:
                    sluglines = await tx.stories.sluglines(request.newsroom.id, "", _CANDIDATES)
        return Typed(
            lambda word: word in stories,
            lambda text: _time_at_head(request, text),
            lambda word: is_nearly_one_of(word, sluglines),
        )


async def _follows_one(tx: "Transaction", request: Request) -> bool:
    try:
        return bool(await followed_slugline(tx, request))
    except BotError:
        return False


def _time_at_head(request: Request, text: str) -> int:
    """Return how much of a text's head are words of time, a "til" in front of them included."""
    bare = without_to(text)
    length = head_of(request, bare)
    return length + len(text) - len(bare) if length else 0


def _missing(command: Command, values: Mapping[str, str]) -> tuple[Parameter, ...]:
    return tuple(p for p in command.parameters if p.required and p.name not in values)


def _asks(command: Command, given: Mapping[str, str], answered: Mapping[str, str]) -> bool:
    """Whether a form is to ask: something is missing, or a follow-up is named and nothing else.

    Args:
        command: One that has a form.
        given: What was said.
        answered: All that was asked; with a form's questions that were left open.
    """
    return bool(_missing(command, given)) or set(answered) == {"follow_up"}


def _help(request: Request, values: Mapping[str, str]) -> Message:
    named = values.get("command", "")
    if named in _TOPICS_BY_NUMBER:
        heading = _TOPICS_BY_NUMBER[named]
        return helping.topic(heading, TOPICS[heading], request.words)
    if named:
        return helping.one(find_command(named), request.words)
    return helping.overview(TOPICS, request.words)


def _with_form(command: Command, values: Mapping[str, str], words: Words) -> Message:
    """Return the form that asks for all that was not said."""
    fields = tuple(
        Field(
            parameter.name,
            words.say(parameter.help),
            required=parameter.required,
            multiline=parameter.kind is ParameterKind.ARTICLE,
        )
        for parameter in command.parameters
        if parameter.name not in values
    )
    form = Form(words.say(command.summary), command.name, dict(values), fields, words.say("Send"))
    error = _wanting(command, values, words)
    return Message(
        text=words.say(error.reply, **error.facts), form=form, private=True, refused=True
    )


def _wanting(command: Command, values: Mapping[str, str], words: Words) -> BotError:
    """Return what to say where no form can be opened; its example is of what was named."""
    example = words.say(command.example)
    if name := values.get("follow_up"):
        example = example.replace(_A_FOLLOW_UP, name)
    if setting := setting_named(values.get("setting", "")):
        example = words.say(settings.EXAMPLES[setting])
    for parameter in _missing(command, values):
        return Missing(parameter=words.say(parameter.help), example=example)
    return MoreToSay(example=example)
