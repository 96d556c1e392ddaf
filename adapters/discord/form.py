"""Forms as Discord's dialogues, and a button for those that can't be opened at once."""

from dataclasses import replace

import discord
from discord import ui

from adapters.discord.custom_ids import LONGEST as LONGEST_ID
from adapters.discord.custom_ids import Begun, form_id
from adapters.discord.keys import Keys
from adapters.discord.markup import cut
from adapters.discord.present import Presented, present
from bot.domain.message import Field, Form, Message
from bot.wording.words import Words

TITLE = 45
LABEL = 45
DESCRIPTION = 100
PLACEHOLDER = 100
ANSWER = 4000
QUESTIONS = 5
SECONDS = 900.0  # how long the library keeps a form in mind; it is answered all the same


def present_form(form: Form) -> ui.Modal:
    """Return a form as Discord's dialogue.

    Known values travel in its id; those for which it is too short stand in fields of their own,
    filled in.

    Raises:
        ValueError: If there are more values to carry than a dialogue has room for.
    """
    known = dict(form.known)
    fields = list(form.fields)
    while len(form_id(form.command, known)) > LONGEST_ID or any("\n" in v for v in known.values()):
        name = max(known, key=lambda name: ("\n" in known[name], len(known[name])), default=None)
        if name is None or len(fields) == QUESTIONS:
            raise ValueError(f"the form of {form.command} carries more than Discord takes")
        fields.append(Field(name, name, value=known.pop(name), multiline=True))
    title = cut(form.title, TITLE)
    modal = ui.Modal(title=title, custom_id=form_id(form.command, known), timeout=SECONDS)
    for field in fields:
        modal.add_item(_question(field))
    return modal


def _question(field: Field) -> ui.Label[ui.Modal]:
    """Return one question; one too long for its label stands below it, too, in full."""
    return ui.Label(
        text=cut(field.label, LABEL),
        description=cut(field.label, DESCRIPTION) if len(field.label) > LABEL else None,
        component=ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.paragraph if field.multiline else discord.TextStyle.short,
            placeholder=cut(field.placeholder, PLACEHOLDER) or None,
            default=cut(field.value, ANSWER) or None,
            required=field.required,
            max_length=ANSWER,
        ),
    )


def opener(form: Form, words: Words) -> Presented:
    """Return a message with one button that opens a form.

    For when the form comes too late to be opened at once, or in answer to another form, where
    Discord takes none.
    """
    text = words.say("This needs a few more answers.")
    presented = present(Message(text=text, private=True), words)
    known = dict(form.known)
    while known and len(form_id(form.command, known)) > LONGEST_ID:
        known.pop(max(known, key=lambda name: len(known[name])))
    return replace(presented, keys=Keys.opening(form_id(form.command, known), form.title))


def again(refusal: Message, begun: Begun) -> Presented:
    """Return what was wrong in a form that was sent, with a button that opens the form again."""
    words = Words(refusal.language)
    keys = Keys.opening(form_id(begun.command, begun.known), words.say("Try again"))
    return replace(present(refusal, words), keys=keys)
