"""Between the neutral form and a Slack modal.

A modal is all the memory a form has, so that it can be sent after a restart, or to another process:
what was known before it was opened travels in its ``private_metadata``, and a long text, such as
the article that is to be read, stands below the questions for the asker to see.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from adapters.slack import blocks as kit
from adapters.slack.blocks import Block
from adapters.slack.parse import OpenForm, Payload, answers, unescape
from bot.domain.message import Field, Form, Message
from bot.domain.newsroom import Values

CALLBACK = "daybook_form"
LONGEST_TITLE = 24
LONGEST_PLACEHOLDER = 150
LONGEST_INPUT = 3000
LONGEST_METADATA = 3000
LONGEST_REMEMBERED = 300
"""Characters of a known value; longer ones are shown in pieces."""

MOST_PIECES = 80
"""Slack takes 100 blocks and 250,000 characters in a modal."""

PIECE = "known"
ENDS = {"\n": "line", " ": "word", "": "cut"}
_AFTER = {end: behind for behind, end in ENDS.items()}


class FormTooLarge(Exception):
    """What a form must remember is more than Slack lets it carry."""


def present_form(form: Form, opened: OpenForm) -> Block:
    """Return a modal that asks a form's questions.

    Answers are limited to 3,000 characters by Slack; a longer article is read by the shortcut on
    a message, or pasted after the command.

    Args:
        form: The questions.
        opened: What it must remember until it is sent.

    Raises:
        FormTooLarge: If that is more than Slack carries.

    Source: https://docs.slack.dev/reference/views/modal-views
    """
    long = {name: text for name, text in opened.known.items() if len(text) > LONGEST_REMEMBERED}
    short = {name: text for name, text in opened.known.items() if name not in long}
    metadata = replace(opened, known=short).write()
    pieces = [piece for name, text in long.items() for piece in _pieces(name, text)]
    if len(metadata) > LONGEST_METADATA or len(pieces) > MOST_PIECES:
        raise FormTooLarge
    cut = len(kit.harmless(form.title)) > LONGEST_TITLE
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": metadata,
        "title": kit.plain(form.title, LONGEST_TITLE),
        "submit": kit.plain(form.submit, LONGEST_TITLE),
        "blocks": [
            *([kit.header(form.title)] if cut else []),
            *(_question(field) for field in form.fields),
            *pieces,
        ],
    }


def _question(field: Field) -> Block:
    element: Block = {
        "type": "plain_text_input",
        "action_id": "answer",
        "multiline": field.multiline,
        "max_length": LONGEST_INPUT,
    }
    if field.placeholder:
        element["placeholder"] = kit.plain(field.placeholder, LONGEST_PLACEHOLDER)
    if field.value:
        element["initial_value"] = kit.shorten(field.value, LONGEST_INPUT)
    return {
        "type": "input",
        "block_id": field.name,
        "label": kit.plain(field.label, kit.LONGEST_LINE),
        "optional": not field.required,
        "element": element,
    }


def _pieces(name: str, text: str) -> list[Block]:
    """Return a text in blocks, each one's id telling what stood behind it.

    The text is not made harmless: it must come back as it went, and only the asker sees it.
    """
    return [
        {
            "type": "section",
            "block_id": f"{PIECE}:{name}:{number}:{ENDS[behind]}",
            "text": {"type": "plain_text", "text": piece, "emoji": False},
        }
        for number, (piece, behind) in enumerate(_cut(text))
        if piece.strip()
    ]


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """Yield pieces that fit in a block, cut between lines or else between words."""
    while len(text) > kit.LONGEST_TEXT:
        at = text.rfind("\n", 1, kit.LONGEST_TEXT)
        at = at if at > 0 else text.rfind(" ", 1, kit.LONGEST_TEXT)
        if at > 0:
            yield text[:at], text[at]
            text = text[at + 1 :]
        else:
            yield text[: kit.LONGEST_TEXT], ""
            text = text[kit.LONGEST_TEXT :]
    yield text, ""


def read_form(view: Payload) -> tuple[OpenForm, Values]:
    """Return what a sent form remembered, and all values it now has."""
    opened = OpenForm.read(view["private_metadata"])
    return opened, {**opened.known, **_carried(view["blocks"]), **answers(view)}


def field_problems(view: Payload, answer: Message) -> dict[str, str]:
    """Return what is wrong in a sent form, by the field that is at fault; nothing where none is.

    Source: https://docs.slack.dev/surfaces/modals#displaying_errors
    """
    asked = view["state"]["values"]
    return {answer.about: answer.text} if answer.refused and answer.about in asked else {}


def _carried(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the texts that were shown in pieces."""
    texts: dict[str, str] = {}
    for block in blocks:
        kind, _, rest = block.get("block_id", "").partition(":")
        if kind == PIECE:
            name, _, end = rest.split(":")
            piece = unescape(block["text"]["text"]) + _AFTER[end]
            texts[name] = texts.get(name, "") + piece
    return texts
