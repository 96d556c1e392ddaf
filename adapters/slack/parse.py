"""From Slack's payloads to the core's words."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.mention import Mention, MentionKind
from bot.domain.newsroom import Asker, Inbox, Platform, Values
from bot.domain.trouble import Returned

Payload = Mapping[str, Any]

_ANGLES = re.compile(r"<([^\s<>|][^<>|]*)(?:\|([^<>]*))?>")
_GROUP = "!subteam^"
_NAMED = {"@": "@", "#": "#", "!": "@"}


def decode(text: str) -> str:
    """Return text as its writer saw it.

    Slack sends ``&amp;`` for ``&``, ``<https://…|words>`` for a link, ``<@U1|anna>`` for a
    mention. A link becomes its words, which is what stood in the text, or its address.

    Source: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
    """
    return unescape(_ANGLES.sub(_named, text))


def unescape(text: str) -> str:
    """Return text without the three escapes that Slack uses."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _named(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    sign = _NAMED.get(target[:1], "")
    if not label:
        return sign + target[1:] if sign else target.removeprefix("mailto:")
    return label if label.startswith(sign) or target.startswith("!date") else sign + label


def asker_of_command(body: Payload) -> Asker:
    """Return who gave a slash command, and where.

    Source: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling
    """
    name = body.get("user_name") or body["user_id"]
    return Asker(
        platform=Platform.SLACK,
        workspace_key=body["team_id"],
        workspace_name=body.get("team_domain") or body["team_id"],
        person_key=body["user_id"],
        person_name=name,
        mentioned=mentioned(body.get("text", "")),
        inbox=Inbox(body["team_id"], inbox_key(body["user_id"])),
        **_place(body["channel_id"], body.get("channel_name", ""), body["user_id"], name),
    )


def asker_of_interaction(body: Payload, channel: Payload) -> Asker:
    """Return who pressed a button, sent a form or chose a shortcut.

    Args:
        body: The interaction's payload.
        channel: ``id`` and ``name`` of where it began; a form's payload doesn't tell.

    Source: https://docs.slack.dev/reference/interaction-payloads/
    """
    person = body["user"]
    team = body.get("team") or {"id": person["team_id"]}
    name = person.get("name") or person.get("username") or person["id"]
    return Asker(
        platform=Platform.SLACK,
        workspace_key=team["id"],
        workspace_name=team.get("domain") or team["id"],
        person_key=person["id"],
        person_name=name,
        inbox=Inbox(team["id"], inbox_key(person["id"])),
        **_place(channel["id"], channel.get("name", ""), person["id"], name),
    )


def returned(body: Payload) -> Returned:
    """Return which channel an event says to be back.

    Source: https://docs.slack.dev/reference/events/member_joined_channel
    """
    return Returned(Platform.SLACK, body["team_id"], body["event"]["channel"])


def inbox_key(person: str) -> str:
    """Return what stands for a person's direct messages, which may not be open yet."""
    return f"@{person}"


def _place(channel: str, name: str, person: str, person_name: str) -> dict[str, Any]:
    """Return where something was asked; direct messages are with Daybook, whoever else is there."""
    if _is_direct(channel, name):
        return {
            "channel_key": inbox_key(person),
            "channel_name": f"@{person_name}",
            "direct": True,
        }
    return {"channel_key": channel, "channel_name": name or channel}


def mentioned(text: str) -> tuple[Mention, ...]:
    """Return the people and user groups that a text names, as ``decode`` writes them.

    Source: https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups
    """
    found = []
    for match in _ANGLES.finditer(text):
        name = _named(match).removeprefix("@")
        if match[1].startswith("@"):
            found.append(Mention(MentionKind.PERSON, match[1][1:], name))
        elif match[1].startswith(_GROUP):
            found.append(Mention(MentionKind.GROUP, match[1].removeprefix(_GROUP), name))
    return tuple(found)


def _is_direct(key: str, name: str) -> bool:
    return name == "directmessage" or key.startswith("D")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What a form must remember until it is sent; it travels with the form itself.

    Attributes:
        command: The command's canonical name.
        known: The values that were settled before the form was opened.
        channel: ``id`` and ``name`` of where the answer goes.
        response_url: Where Slack takes the answer, for half an hour.
        thread: The message whose thread takes public answers, or empty.
    """

    command: str
    known: Values
    channel: Mapping[str, str]
    response_url: str
    thread: str = ""

    def write(self) -> str:
        """Return this as the ``private_metadata`` of a view."""
        return json.dumps(
            {
                "command": self.command,
                "known": dict(self.known),
                "channel": dict(self.channel),
                "response_url": self.response_url,
                "thread": self.thread,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def read(cls, metadata: str) -> "OpenForm":
        """Return what ``write`` wrote."""
        return cls(**json.loads(metadata))


def answers(view: Payload) -> dict[str, str]:
    """Return a sent form's answers by the names of its fields; those left empty are empty."""
    fields = view["state"]["values"]
    given = {name: next(iter(field.values())).get("value") for name, field in fields.items()}
    return {name: (value or "").strip() for name, value in given.items()}


def text_of_message(message: Payload) -> str:
    """Return a message's text as its writer saw it, its attachments' where it has none."""
    if message.get("text"):
        return decode(message["text"])
    attachments = message.get("attachments") or []
    parts = [part for each in attachments for part in (each.get("title"), each.get("text")) if part]
    return decode("\n".join(parts))
