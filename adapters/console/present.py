"""A neutral message → what a terminal shows; and the same as plain text, for scripts."""

import unicodedata
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import count
from typing import assert_never

from rich.console import Console as Rich
from rich.console import ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.domain.language import Language
from bot.domain.message import Button, ButtonStyle, Fact, Form, Item, Message, Section, Tone
from bot.wording.words import Words

UNWRAPPED = 100_000  # columns: whoever reads a script's output wraps its lines themselves
QUOTES = {Language.NB: "«{}»", Language.NN: "«{}»", Language.EN: "“{}”"}
BAR = "▌ "

_JOINERS = "\u200c\u200d"  # they hold letters and emoji together, and hide nothing


def present(message: Message, words: Words, *, first: int = 1) -> RenderableType:
    """Return a message as ``rich`` shows it, in styles that read on light and dark terminals.

    Args:
        message: What to show; every text in it counts as a stranger's.
        words: The language of the few words that the console adds.
        first: The number of its first button; the others follow in the order of ``buttons_of``.
    """
    body = _body(message, words, first)
    bar = _bar_style(message.tone)
    return body if bar is None else _Barred(body, Style.parse(bar))


def plain(message: Message, words: Words, *, first: int = 1) -> str:
    """Return the same as lines of text without colours, cursor movements or wrapping."""
    page = StringIO()
    Rich(file=page, width=UNWRAPPED, color_system=None, force_terminal=False, _environ={}).print(
        _body(message, words, first)
    )
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines())


def buttons_of(message: Message) -> tuple[Button, ...]:
    """Return a message's buttons in the order in which they are numbered."""
    items = (item for section in message.sections for item in section.items)
    return (*(button for item in items for button in item.buttons), *message.buttons)


def headline(message: Message) -> str:
    """Return the message's first words, for where there is room for one line only."""
    lines = (message.title, message.text, *(section.heading for section in message.sections))
    return next((one_line(line) for line in lines if one_line(line)), "")


def clean(text: str) -> str:
    """Return a stranger's text without what could steer a terminal or turn its reading order.

    Line ends stay; escape and other control characters, and directional marks, go.
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str) -> str:
    """Return a stranger's text made harmless and put on one line."""
    return " ".join(clean(text).split())


def _harmless(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc":
            return {"\n": "\n", "\t": " "}.get(sign, "")
        case "Cf":
            return sign if sign in _JOINERS else ""
        case "Cs":
            return "\ufffd"  # half a character, which no terminal can be sent
        case "Zl" | "Zp":
            return "\n"
        case _:
            return sign


def _body(message: Message, words: Words, first: int) -> Group:
    """Return the blocks of a message, an empty line between each two."""
    numbers = count(first)
    blocks = [
        *_opening(message),
        *_facts(message.facts),
        *(_section(section, words, numbers) for section in message.sections if section.items),
        *_form(message.form),
        *_buttons(message.buttons, numbers),
        *_closing(message, words),
    ]
    spaced = [part for block in blocks for part in (Text(""), block)]
    return Group(*spaced[1:])


def _opening(message: Message) -> Iterator[RenderableType]:
    mark = _mark(message.tone)
    lines = []
    if message.title:
        lines.append(Text(one_line(message.title), style="bold"))
    if message.text.strip():
        lines.append(Text(clean(message.text).strip("\n")))
    if lines:
        yield Group(Text.assemble(mark, lines[0]), *lines[1:])


def _facts(facts: tuple[Fact, ...]) -> Iterator[RenderableType]:
    if facts:
        yield _grid((Text(one_line(each.label), "dim"), Text(clean(each.value))) for each in facts)


def _section(section: Section, words: Words, numbers: Iterator[int]) -> RenderableType:
    grid = _grid(
        (_lead(item), Group(*_item(item, words, numbers)))  # in order, for the buttons' numbers
        for item in section.items
    )
    if not section.heading:
        return grid
    return Group(Text(one_line(section.heading), style="bold underline"), grid)


def _lead(item: Item) -> Text:
    return Text(one_line(item.lead), style="bold") if item.lead else Text("•", style="dim")


def _item(item: Item, words: Words, numbers: Iterator[int]) -> Iterator[RenderableType]:
    if item.was:
        yield Text.assemble((one_line(item.was), "dim strike"), f" → {one_line(item.text)}")
    elif item.text:
        yield Text(one_line(item.text))
    for detail in item.details:
        yield Text(one_line(detail), style="dim")
    if item.quote:
        yield Text(QUOTES[words.language].format(one_line(item.quote)), style="italic")
    yield from _buttons(item.buttons, numbers)


def _form(form: Form | None) -> Iterator[RenderableType]:
    """Show what a form would ask, for where it can't be asked."""
    if form is not None:
        questions = _grid(
            (Text(one_line(field.label)), Text(one_line(field.placeholder), "dim"))
            for field in form.fields
        )
        yield Group(Text(one_line(form.title), style="bold"), questions)


def _buttons(buttons: Iterable[Button], numbers: Iterator[int]) -> Iterator[RenderableType]:
    parts = [
        Text.assemble((f"[{next(numbers)}]", "bold"), " ", (one_line(each.label), _weight(each)))
        for each in buttons
    ]
    if parts:
        yield Text("  ").join(parts)


def _closing(message: Message, words: Words) -> Iterator[RenderableType]:
    if message.picture is not None:
        shown = words.say("Picture: {description}", description=message.picture.description)
        yield Text(one_line(shown), style="dim")
    if message.footnote:
        yield Text(clean(message.footnote), style="dim")
    if called := [*message.mentions, *(group.name for group in message.groups)]:
        yield Text(" ".join(f"@{one_line(name)}" for name in called), style="bold")


def _grid(rows: Iterable[tuple[RenderableType, RenderableType]]) -> Table:
    """Return a narrow column and a wide one, set in by two."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=0)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for narrow, wide in rows:
        grid.add_row("", narrow, wide)
    return grid


def _weight(button: Button) -> str:
    match button.style:
        case ButtonStyle.PLAIN:
            return ""
        case ButtonStyle.PRIMARY:
            return "bold"
        case ButtonStyle.DANGER:
            return "red"
        case _:
            assert_never(button.style)


def _mark(tone: Tone) -> Text:
    """Return the sign that tells the tone, also where there is no colour."""
    match tone:
        case Tone.PLAIN:
            return Text("")
        case Tone.GOOD:
            return Text("✓ ", style="bold green")
        case Tone.WARNING:
            return Text("! ", style="bold")
        case Tone.URGENT:
            return Text("‼ ", style="bold red")
        case _:
            assert_never(tone)


def _bar_style(tone: Tone) -> str | None:
    match tone:
        case Tone.PLAIN:
            return None
        case Tone.GOOD:
            return "green"
        case Tone.WARNING:
            return "yellow"
        case Tone.URGENT:
            return "red"
        case _:
            assert_never(tone)


class _Barred:
    """A coloured bar along the left of what is shown."""

    def __init__(self, inner: RenderableType, style: Style) -> None:
        self._inner = inner
        self._style = style

    def __rich_console__(self, rich: Rich, options: ConsoleOptions) -> RenderResult:
        narrower = options.update(width=max(1, options.max_width - len(BAR)))
        for line in rich.render_lines(self._inner, narrower, pad=False):
            yield Segment(BAR, self._style)
            yield from line
            yield Segment.line()
