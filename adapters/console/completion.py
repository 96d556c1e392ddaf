"""What can follow what is being typed: commands, their parameters, channels."""

from collections.abc import AsyncGenerator, Callable, Iterable

import structlog
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from adapters.console.channels import written
from adapters.console.parse import OWN_WORDS, ROOTS, Own
from adapters.console.present import one_line
from bot.commands.daybook import Daybook
from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.domain.newsroom import Asker
from bot.wording.words import Words

_log = structlog.get_logger()


class CommandCompleter(Completer):
    """Completes by the grammar; values come from Daybook."""

    def __init__(
        self,
        daybook: Daybook,
        commands: tuple[Command, ...],
        words: Words,
        asker: Callable[[], Asker],
        channels: Callable[[], tuple[str, ...]],
    ) -> None:
        """Complete for whoever asks, where they are at the time."""
        self._daybook = daybook
        self._commands = commands
        self._words = words
        self._asker = asker
        self._channels = channels

    def get_completions(
        self,
        document: Document,  # noqa: ARG002
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterable[Completion]:
        """Return nothing: the console asks without waiting, below."""
        return ()

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> AsyncGenerator[Completion, None]:
        """Yield what can follow the text before the cursor."""
        typed = document.text_before_cursor.lstrip()
        if "\n" in typed:  # a text was pasted: nothing in it is a command any more
            return
        word, space, rest = typed.partition(" ")
        if typed.startswith("/") and OWN_WORDS.get(word[1:].lower()) is Own.JOIN and space:
            for completion in self._joinable(rest):
                yield completion
            return
        if word.removeprefix("/").lower() in ROOTS and space:
            word, space, rest = rest.lstrip().partition(" ")
        elif not space:
            for completion in _matching(typed, (f"/{own}" for own in OWN_WORDS)):
                yield completion
        if not space:
            for completion in self._named(word.removeprefix("/")):
                yield completion
            return
        for completion in await self._values(word.removeprefix("/").lower(), rest.lstrip()):
            yield completion

    def _joinable(self, typed: str) -> Iterable[Completion]:
        return _matching(typed, (written(name) for name in self._channels()))

    def _named(self, typed: str) -> Iterable[Completion]:
        """Yield commands by the first of their words that begins like this."""
        for command in (each for each in self._commands if not each.hidden):
            names = (command.name, *command.aliases)
            if name := next((each for each in names if each.startswith(typed.lower())), None):
                summary = self._words.say(command.summary)
                yield Completion(name, -len(typed), display_meta=summary)

    async def _values(self, word: str, rest: str) -> list[Completion]:
        command = next((c for c in self._commands if word in (c.name, *c.aliases)), None)
        found = None if command is None else parameter_at(command, rest)
        if command is None or found is None:
            return []
        parameter, typed = found
        try:
            choices = await self._daybook.complete(
                self._asker(), command.name, parameter.name, typed
            )
        except Exception:  # noqa: BLE001  whatever it is, the prompt must go on
            _log.exception("completion_failed", command=command.name, parameter=parameter.name)
            return []
        return [
            Completion(one_line(each.value), -len(typed), display=one_line(each.label))
            for each in choices
        ]


def parameter_at(command: Command, rest: str) -> tuple[Parameter, str] | None:
    """Return the parameter that the end of ``rest`` belongs to, and how much of it is typed.

    Args:
        command: The command.
        rest: What stands after the command's word, up to the cursor.
    """
    for parameter in command.parameters:
        if parameter.kind.is_one_word:
            typed, ended, rest = rest.partition(" ")
        elif parameter.kind is ParameterKind.WHEN:
            typed, ended, rest = rest.partition(": ")
        else:
            return parameter, rest
        if not ended:
            return parameter, typed
        rest = rest.lstrip()
    return None


def _matching(typed: str, words: Iterable[str]) -> Iterable[Completion]:
    if not typed:
        return ()
    return (Completion(word, -len(typed)) for word in words if word.startswith(typed.lower()))
