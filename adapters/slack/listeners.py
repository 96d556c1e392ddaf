"""What Slack's people do, handed to Daybook; and its answers, handed back."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from adapters.answering import UnderWay, apology
from adapters.slack import parse
from adapters.slack.blocks import BUTTON_ID
from adapters.slack.form import (
    CALLBACK,
    FormTooLarge,
    field_problems,
    present_form,
    read_form,
)
from adapters.slack.groups import UserGroups
from adapters.slack.replies import Replies, Reply
from adapters.slack.web_api import asked
from bot.commands.daybook import Daybook
from bot.domain.message import Form, Message, Tone
from bot.domain.newsroom import Asker
from bot.errors import DeliveryFailed
from bot.wording.words import Words

COMMANDS = ("/story", "/sak")
PATIENCE = 2.0
"""Seconds that a sent form waits for its answer; Slack takes it for broken after three."""
READ_SHORTCUT = "read_message"
JOINED = "member_joined_channel"
RESTORED = ("channel_unarchive", "group_unarchive")

Body = dict[str, Any]
log = structlog.get_logger(__name__)


class Listeners:
    """Hears commands, buttons, forms and shortcuts.

    Each is acknowledged before it is answered; a form alone waits a while for what is wrong in it.
    """

    def __init__(self, client: AsyncWebClient, daybook: Daybook, words: Words) -> None:
        self._client = client
        self._daybook = daybook
        self._words = words
        self._groups = UserGroups(client)
        self._replies = Replies(client)
        self._under_way = UnderWay()

    def join(self, app: AsyncApp) -> None:
        """Let an app call on these listeners."""
        for command in COMMANDS:
            app.command(command)(self.on_command)
        app.action(BUTTON_ID)(self.on_button)
        app.view(CALLBACK)(self.on_form)
        app.message_shortcut(READ_SHORTCUT)(self.on_shortcut)
        app.event(JOINED)(self.on_joined)
        for event in RESTORED:
            app.event(event)(self.on_restored)
        app.error(self.on_error)

    async def finish(self, patience: float) -> None:
        """Wait for the answers being given, ``patience`` seconds at the most."""
        await self._under_way.finish(patience)

    async def on_command(self, ack: AsyncAck, body: Body) -> None:
        """Answer ``/story …``."""
        await ack()
        asker = self._with_groups(parse.asker_of_command(body))
        text = parse.decode(body.get("text", "")).strip()
        reply = replace(_reply_to_command(body), asked=_command(text, body["command"]))
        await self._answer(asker, reply, self._daybook.type(asker, text))

    async def on_button(self, ack: AsyncAck, body: Body) -> None:
        """Answer the command that a button carries."""
        await ack()
        text = body["actions"][0]["value"]
        reply = replace(_reply_to_interaction(body), pressed=True, asked=_command(text))
        asker = self._with_groups(parse.asker_of_interaction(body, reply.channel))
        await self._answer(asker, reply, self._daybook.type(asker, text))

    async def on_form(self, ack: AsyncAck, body: Body) -> None:
        """Answer the command that a form completes; one refused soon stays open and says why."""
        opened, values = read_form(body["view"])
        reply = _reply_to_form(body, opened)
        asker = self._with_groups(parse.asker_of_interaction(body, opened.channel))
        with self._under_way.one_more():
            coming = asyncio.ensure_future(self._daybook.call(asker, opened.command, values))
            await asyncio.wait({coming}, timeout=PATIENCE)
            problems = field_problems(body["view"], coming.result()) if _is_answered(coming) else {}
            if problems:
                await ack(response_action="errors", errors=problems)
                return
            await ack()
            await self._answer(asker, reply, coming)

    async def on_shortcut(self, ack: AsyncAck, body: Body) -> None:
        """Read the message for which the shortcut was chosen."""
        await ack()
        reply = _reply_to_interaction(body)
        asker = self._with_groups(parse.asker_of_interaction(body, reply.channel))
        article = parse.text_of_message(body["message"])
        await self._answer(asker, reply, self._daybook.call(asker, "read", {"article": article}))

    async def on_joined(self, body: Body, context: AsyncBoltContext) -> None:
        """Take up what a channel missed, now that Daybook has been invited there."""
        if body["event"]["user"] == context.bot_user_id:
            await self._daybook.returned(parse.returned(body))

    async def on_restored(self, body: Body) -> None:
        """Take up what a channel missed, now that it is archived no longer."""
        await self._daybook.returned(parse.returned(body))

    def _with_groups(self, asker: Asker) -> Asker:
        """Return who asks with what it takes to find out which user groups they are in."""
        return replace(asker, further_roles=partial(self._groups.of, asker.person_key))

    async def on_error(self, error: Exception, body: Body) -> None:
        """Log what broke under a reference; the reference is all that the person sees."""
        message = apology(error, self._words)
        url = body.get("response_url") or _remembered_url(body)
        if url:
            await self._replies.give("", Reply(url, {}), message)

    async def _answer(self, asker: Asker, reply: Reply, coming: Awaitable[Message]) -> None:
        with self._under_way.one_more():
            message = await coming
            if message.form and reply.trigger:
                await self._open(message.form, asker, reply)
            else:
                await self._give(asker, reply, message)

    async def _give(self, asker: Asker, reply: Reply, message: Message) -> None:
        """Give an answer, and tell where it stands.

        Slack shows nobody's command beside what the bot posts; so that itself says who asked.
        """
        if message.given is not None and reply.asked and not asker.direct:
            who = f"{asker.person_name}: {reply.asked}"
            message = replace(message, footnote=" · ".join(filter(None, (message.footnote, who))))
        ref = await self._replies.give(asker.workspace_key, reply, message)
        if ref is not None:
            await self._daybook.stands(message, ref)

    async def _open(self, form: Form, asker: Asker, reply: Reply) -> None:
        """Open a form, or say how to do without it."""
        opened = parse.OpenForm(
            form.command, form.known, reply.channel, reply.url, thread=reply.thread
        )
        try:
            view = present_form(form, opened)
            await asked(lambda: self._client.views_open(trigger_id=reply.trigger, view=view))
        except (FormTooLarge, DeliveryFailed) as failure:
            log.warning("slack_form_not_opened", command=form.command, reason=str(failure))
            text = self._words.say(
                "Slack did not open the form. Try again, or type it all after “/story {command}”.",
                command=form.command,
            )
            refusal = Message(text=text, tone=Tone.WARNING, private=True, refused=True)
            await self._give(asker, reply, refusal)


def _command(text: str, root: str = COMMANDS[0]) -> str:
    """Return a command without what is said behind it: "/story status"."""
    return " ".join([root, *text.split(maxsplit=1)[:1]])


def _is_answered(coming: asyncio.Future[Message]) -> bool:
    return coming.done() and coming.exception() is None


def _reply_to_command(body: Body) -> Reply:
    channel = {"id": body["channel_id"], "name": body.get("channel_name", "")}
    return Reply(body["response_url"], channel, trigger=body.get("trigger_id", ""))


def _reply_to_interaction(body: Body) -> Reply:
    """Return where to answer a button or a shortcut: in the thread of its message."""
    message = body.get("message") or {}
    fleeting = (body.get("container") or {}).get("is_ephemeral", False)
    held = "" if fleeting else message.get("ts", "")
    return Reply(
        body["response_url"],
        {"id": body["channel"]["id"], "name": body["channel"].get("name", "")},
        trigger=body.get("trigger_id", ""),
        thread=held and message.get("thread_ts", held),
        held=held,
    )


def _reply_to_form(body: Body, opened: parse.OpenForm) -> Reply:
    trigger = body.get("trigger_id", "")
    asked = _command(opened.command)
    return Reply(
        opened.response_url, opened.channel, trigger=trigger, thread=opened.thread, asked=asked
    )


def _remembered_url(body: Body) -> str:
    metadata = (body.get("view") or {}).get("private_metadata")
    return parse.OpenForm.read(metadata).response_url if metadata else ""
