"""Payloads shaped as Slack documents them.

Source: https://docs.slack.dev/reference/interaction-payloads/,
https://docs.slack.dev/interactivity/implementing-slash-commands and
https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from typing import Any

Json = dict[str, Any]

TEAM = "T1"
DOMAIN = "avisa"
BOT_USER = "U0BOT"
EPOCH = 1_764_158_400  # 26 November 2025, 12:00 UTC


def who_we_are() -> Json:
    return {
        "ok": True,
        "url": f"https://{DOMAIN}.slack.com/",
        "team": "Avisa",
        "user": "daybook",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": "B1",
    }


def hello() -> Json:
    return {
        "type": "hello",
        "num_connections": 1,
        "connection_info": {"app_id": "A1"},
        "debug_info": {"host": "applink-1", "approximate_connection_time": 18060},
    }


def envelope(kind: str, key: str, body: Json) -> Json:
    return {
        "envelope_id": key,
        "type": kind,
        "accepts_response_payload": kind == "slash_commands" or body["type"] == "view_submission",
        "payload": body,
    }


def event(kind: str, channel: str, user: str) -> Json:
    """Return an event as the Events API tells it: https://docs.slack.dev/reference/events."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "api_app_id": "A1",
        "event": {
            "type": kind,
            "user": user,
            "channel": channel,
            "channel_type": "C",
            "team": TEAM,
        },
        "type": "event_callback",
        "event_id": f"Ev{kind}",
        "event_time": EPOCH,
        "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
    }


def channel_name(channel: str) -> str:
    return "directmessage" if channel.startswith("D") else f"channel-{channel.lower()}"


def slash_command(command: str, text: str, channel: str, user: str) -> Json:
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": channel,
        "channel_name": channel_name(channel),
        "user_id": user,
        "user_name": f"name-{user.lower()}",
        "command": command,
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
    }


def _interaction(kind: str, user: str) -> Json:
    name = f"name-{user.lower()}"
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": DOMAIN},
        "user": {"id": user, "username": name, "name": name, "team_id": TEAM},
        "api_app_id": "A1",
        "token": "verification",
        "enterprise": None,
        "is_enterprise_install": False,
    }


def button_press(message: Json, value: str, user: str) -> Json:
    pressed = next(button for button in buttons(message) if button["value"] == value)
    channel = message["channel"]
    return {
        **_interaction("block_actions", user),
        "container": {
            "type": "message",
            "message_ts": message["ts"],
            "channel_id": channel,
            "is_ephemeral": message.get("response_type") == "ephemeral",
        },
        "channel": {"id": channel, "name": channel_name(channel)},
        "message": {"type": "message", "user": BOT_USER, "bot_id": "B1", **message},
        "state": {"values": {}},
        "actions": [{**pressed, "block_id": "b1", "action_ts": f"{EPOCH}.000900"}],
    }


def buttons(message: Json) -> list[Json]:
    rows = [block for block in message["blocks"] if block["type"] == "actions"]
    return [button for row in rows for button in row["elements"]]


def form_sent(view: Json, values: Json, user: str) -> Json:
    questions = [block for block in view["blocks"] if block["type"] == "input"]
    state = {
        question["block_id"]: {
            question["element"]["action_id"]: {
                "type": question["element"]["type"],
                "value": values.get(question["block_id"]),
            }
        }
        for question in questions
    }
    return {
        **_interaction("view_submission", user),
        "view": {**view, "state": {"values": state}},
        "response_urls": [],
    }


def message_shortcut(callback_id: str, message: Json, channel: str, user: str) -> Json:
    return {
        **_interaction("message_action", user),
        "callback_id": callback_id,
        "action_ts": f"{EPOCH}.000900",
        "message_ts": message["ts"],
        "channel": {"id": channel, "name": channel_name(channel)},
        "message": {"type": "message", "user": "U2", "team": TEAM, **message},
    }
