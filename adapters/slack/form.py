"""From the neutral form to a Slack modal."""

from adapters.slack import blocks as kit
from adapters.slack.blocks import Block
from adapters.slack.parse import OpenForm
from bot.domain.message import Field, Form

CALLBACK = "daybook_form"
LONGEST_TITLE = 24
LONGEST_PLACEHOLDER = 150
LONGEST_INPUT = 3000
LONGEST_METADATA = 3000


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
        FormTooLarge: If that is more than 3,000 characters.

    Source: https://docs.slack.dev/reference/views/modal-views
    """
    metadata = opened.write()
    if len(metadata) > LONGEST_METADATA:
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
