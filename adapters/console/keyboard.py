"""A person at the keyboard: the prompt, and forms asked question by question."""

from contextlib import AbstractContextManager
from pathlib import Path
from textwrap import wrap

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout

from adapters.console.channels import written
from adapters.console.parse import TEXT_ENDS
from adapters.console.present import one_line
from adapters.console.terminal import Terminal
from bot.domain.message import Field, Form
from bot.domain.newsroom import Values
from bot.wording.words import Words

QUIET = "fg:ansibrightblack"


class Cancelled(Exception):
    """Someone pressed Ctrl-C instead of answering."""


class Keyboard:
    """Asks whoever sits at the terminal."""

    asks = True
    where = ""

    def __init__(
        self,
        terminal: Terminal,
        words: Words,
        completer: Completer,
        *,
        history: Path | None = None,
        clock_shown: bool = False,
    ) -> None:
        """Ask in the terminal that ``prompt_toolkit`` finds itself in.

        Args:
            terminal: Whose open channel the prompt shows.
            words: The language to ask in.
            completer: What completes commands.
            history: The file that remembers what was typed; None forgets.
            clock_shown: Whether the time stands beside the prompt, as it should when simulated.
        """
        self._terminal = terminal
        self._words = words
        self._commands: PromptSession[str] = PromptSession(
            history=_history(history),
            completer=completer,
            rprompt=self._time if clock_shown else None,
            refresh_interval=1 if clock_shown else 0,
        )
        self._answers: PromptSession[str] = PromptSession()

    def opened(self) -> AbstractContextManager[None]:
        """Return what keeps the prompt below whatever is printed meanwhile, the log included."""
        return patch_stdout(raw=True)

    async def line(self) -> str:
        """Return what is typed or pasted at the prompt; Ctrl-C begins it anew.

        Raises:
            EOFError: When someone leaves with Ctrl-D.
        """
        while True:
            try:
                return await self._commands.prompt_async(self._prompt)
            except KeyboardInterrupt:
                self._terminal.screen.remark(self._words.say("Ctrl-D or /quit leaves."))

    async def text(self) -> str:
        """Return lines up to one that holds only a dot, or up to Ctrl-D.

        Raises:
            Cancelled: If Ctrl-C is pressed.
        """
        return await self._text([])

    async def answers(self, form: Form) -> Values | None:
        """Return a form's answers; those that were left out are empty.

        Raises:
            Cancelled: If Ctrl-C is pressed, or Ctrl-D at a question of one line.
        """
        way_out = self._words.say("Ctrl-C cancels.")
        heading = f"{one_line(form.title)} · {way_out}"
        answers: dict[str, str] = {}
        for field in form.fields:
            answers[field.name] = await self._asked(field, heading)
            heading = ""
        return answers

    async def _asked(self, field: Field, heading: str) -> str:
        """Ask until a question that must be answered is."""
        while True:
            above = [heading] if heading else []
            answer = await (self._text if field.multiline else self._line)(above, field)
            if answer or not field.required:
                return answer
            heading = self._words.say("This must be answered.")

    async def _line(self, above: list[str], field: Field) -> str:
        say = self._words.say
        hints = [say("such as {example}", example=field.placeholder)] if field.placeholder else []
        if not field.required:
            hints.append(say("may be left out"))
        try:
            answer = await self._answer(above, field.label, ", ".join(hints), field.value)
        except EOFError:
            raise Cancelled from None
        return answer.strip()

    async def _text(self, above: list[str], field: Field | None = None) -> str:
        """Return a text of many lines; an empty one leaves a field as it stands."""
        hint = self._words.say("Type or paste; a line with only a dot, or Ctrl-D, ends it.")
        above = [*above, *([field.label] if field else []), hint]
        lines: list[str] = []
        while TEXT_ENDS not in lines:
            try:
                lines += (await self._answer([] if lines else above)).split("\n")
            except EOFError:
                break
        text = "\n".join(line for line in lines if line != TEXT_ENDS)
        return text or (field.value if field else "")

    async def _answer(
        self, above: list[str], label: str = "", hint: str = "", value: str = ""
    ) -> str:
        """Prompt once; what stands above is part of the prompt, so that nothing comes between."""
        try:
            return await self._answers.prompt_async(
                FormattedText(
                    [
                        (QUIET, "".join(f"{line}\n" for line in self._wrapped(above))),
                        ("bold", one_line(label)),
                        (QUIET, f" ({one_line(hint)})" if hint else ""),
                        ("", ": " if label else "… "),
                    ]
                ),
                default=value,
            )
        except KeyboardInterrupt:
            raise Cancelled from None

    def _wrapped(self, lines: list[str]) -> list[str]:
        """Return lines that fit: what stands above a prompt is cut off at the terminal's edge."""
        width = max(1, self._answers.output.get_size().columns - 1)
        return [piece for line in lines for piece in wrap(one_line(line), width)]

    def _prompt(self) -> FormattedText:
        return FormattedText([("bold", written(self._terminal.channels.opened)), ("", " ❯ ")])

    def _time(self) -> FormattedText:
        return FormattedText([(QUIET, self._terminal.time())])


def _history(path: Path | None) -> History:
    """Return what remembers what was typed: the file, readable by its owner alone, if it can."""
    if path is None:
        return InMemoryHistory()
    try:
        path = path.expanduser()
        path.touch(mode=0o600)
        with path.open("ab"):
            return FileHistory(path)
    except (OSError, RuntimeError):  # a home that is missing or can't be written to
        return InMemoryHistory()
