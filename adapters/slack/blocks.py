"""Block Kit, as far as Daybook speaks it, within the limits Slack sets.

Text goes into ``rich_text`` and ``plain_text`` only, which Slack shows as they stand. No string is
ever read as ``mrkdwn``, so nothing in a headline can become a mention, a link or bold.

Source: https://docs.slack.dev/reference/block-kit/blocks/
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.mention import Mention, MentionKind
from bot.domain.message import Button, ButtonStyle

Block = dict[str, Any]

MOST_BLOCKS = 50
LONGEST_HEADER = 150
LONGEST_TEXT = 3000
LONGEST_LINE = 600  # Slack takes more, but not many such in one message
LONGEST_LABEL = 75
MOST_BUTTONS = 25

PARAGRAPH = "rich_text_section"
QUOTE = "rich_text_quote"

BUTTON_ID = re.compile(r"^daybook:\d+$")
_CONTROL = re.compile(r"<(?=[!@#])")
_ADDRESS = re.compile(r"(?<![<\w])https?://[^\s<>|\"«»“”]+[^\s<>|\"«»“”.,;:!?)\]…]")
_HALF = re.compile(r"&[a-z]*$")


def shorten(text: str, limit: int) -> str:
    """Return text of at most ``limit`` characters; what was cut ends in “…”."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def harmless(text: str) -> str:
    """Return text in which nothing looks like Slack's control sequences.

    Slack reads none in the blocks used here. Should a client of theirs ever do so, the invisible
    word joiner after ``<`` keeps ``<!channel>`` a mere string.
    """
    return _CONTROL.sub("<\u2060", text) if "<" in text else text


def fitting(text: str, limit: int) -> str:
    """Return text that is harmless and of at most ``limit`` characters, as nearly all is."""
    if len(text) <= limit and "<" not in text:
        return text
    return shorten(harmless(text), limit)


def escape(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return text as a ``text`` argument takes it, where Slack does read control sequences.

    Args:
        text: Any text.
        limit: Characters of the escaped text; what was cut ends in “…”, never within ``&amp;``.

    Source: https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped if len(escaped) <= limit else _HALF.sub("", escaped[: limit - 1]) + "…"


def plain(text: str, limit: int) -> Block:
    """Return a text object in which colons make no emoji and stars make nothing bold."""
    return {"type": "plain_text", "text": fitting(text, limit), "emoji": False}


def header(text: str) -> Block:
    """Return a headline of at most 150 characters."""
    return {"type": "header", "text": plain(text, LONGEST_HEADER)}


def context(text: str) -> Block:
    """Return a quiet line."""
    return {"type": "context", "elements": [plain(text, LONGEST_LINE)]}


def image(key: str, description: str) -> Block:
    """Return a picture that was uploaded, with words for those who can't see it."""
    alternative = shorten(harmless(description), LONGEST_LINE)
    return {"type": "image", "slack_file": {"id": key}, "alt_text": alternative}


def run(text: str, *, style: str = "") -> Block:
    """Return a run of text; ``style`` is ``bold``, ``italic``, ``strike`` or empty."""
    element: Block = {"type": "text", "text": fitting(text, LONGEST_TEXT)}
    if style:
        element["style"] = {style: True}
    return element


def linked(text: str, *, style: str = "") -> list[Block]:
    """Return runs of text in which addresses can be pressed; Slack makes no links by itself here.

    A link shows its whole address, so that none leads elsewhere than it says.
    """
    text, at = shorten(text, LONGEST_TEXT), 0
    if "://" not in text:
        return [run(text, style=style)] if text else []
    runs: list[Block] = []
    for found in _ADDRESS.finditer(text):
        link = {**run(found[0], style=style), "type": "link", "url": found[0]}
        runs += [run(text[at : found.start()], style=style), link]
        at = found.end()
    return [each for each in (*runs, run(text[at:], style=style)) if each["text"]]


def user(key: str) -> Block:
    """Return a mention that calls upon someone."""
    return {"type": "user", "user_id": key}


def group(mention: Mention) -> Block:
    """Return a mention that calls upon a user group, or upon those who are present."""
    if mention.kind is MentionKind.HERE:
        return {"type": "broadcast", "range": "here"}
    return {"type": "usergroup", "usergroup_id": mention.key}


def paragraph(*runs: Block) -> Block:
    """Return runs of text as one paragraph, without the empty ones, which Slack refuses."""
    return {"type": PARAGRAPH, "elements": [each for each in runs if each.get("text", 1)]}


def quote(text: str) -> Block:
    """Return text set off as somebody else's words."""
    return {"type": QUOTE, "elements": [run(text)]}


def bullet(*runs: Block) -> Block:
    """Return runs of text as one point of a list."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [paragraph(*runs)]}


def rich_text(elements: Iterable[Block]) -> Block:
    """Return paragraphs, quotes and lists as one block.

    Neighbouring points join in one list, and neighbouring paragraphs in one, line by line.
    """
    joined: list[Block] = []
    for element in elements:
        if not joined or element["type"] != joined[-1]["type"] or element["type"] == QUOTE:
            joined.append(element)
        else:
            between = [run("\n")] if element["type"] == PARAGRAPH else []
            parts = [*joined[-1]["elements"], *between, *element["elements"]]
            joined[-1] = {**joined[-1], "elements": parts}
    return {"type": "rich_text", "elements": joined}


def actions(buttons: tuple[Button, ...], numbers: Iterator[int]) -> list[Block]:
    """Return buttons in rows of at most 25.

    Args:
        buttons: What can be pressed.
        numbers: Numbers not yet used in the message: Slack wants each button's id to be unique.
    """
    rows = range(0, len(buttons), MOST_BUTTONS)
    return [
        {
            "type": "actions",
            "elements": [
                _button(each, next(numbers)) for each in buttons[row : row + MOST_BUTTONS]
            ],
        }
        for row in rows
    ]


def _button(button: Button, number: int) -> Block:
    element: Block = {
        "type": "button",
        "action_id": f"daybook:{number}",
        "text": plain(button.label, LONGEST_LABEL),
        "value": button.command,
    }
    if button.style is not ButtonStyle.PLAIN:
        element["style"] = button.style.value
    return element
