"""The manifest that operators paste declares what the adapter listens to and calls."""

import re
from pathlib import Path

from adapters.slack.listeners import COMMANDS, JOINED, READ_SHORTCUT, RESTORED

MANIFEST = (Path(__file__).parents[3] / "config" / "slack-manifest.yaml").read_text("utf-8")

SCOPES = {
    "commands": "slash commands and shortcuts",
    "chat:write": "chat.postMessage, chat.update",
    "chat:write.public": "chat.postMessage in public channels",
    "channels:history": "conversations.history",
    "groups:history": "conversations.history",
    "channels:read": "member_joined_channel, channel_unarchive",
    "groups:read": "member_joined_channel, group_unarchive",
    "usergroups:read": "usergroups.list",
    "files:write": "files.getUploadURLExternal, files.completeUploadExternal",
    "files:read": "files.info",
}


def declared(pattern: str) -> set[str]:
    return set(re.findall(pattern, MANIFEST, re.MULTILINE))


def test_every_command_is_declared() -> None:
    assert declared(r"^ +- command: (\S+)$") == set(COMMANDS)


def test_the_shortcut_is_declared() -> None:
    assert declared(r"^ +callback_id: (\S+)$") == {READ_SHORTCUT}


def test_every_scope_that_is_needed_is_asked_for() -> None:
    assert declared(r"^ +- ([a-z:.]+)(?: #.*)?$") >= set(SCOPES)


def test_every_event_is_asked_for() -> None:
    assert declared(r"^ +- (\w+_\w+)$") == {JOINED, *RESTORED}


def test_slack_calls_over_the_socket() -> None:
    assert "socket_mode_enabled: true" in MANIFEST
    assert re.search(r"interactivity:\n +is_enabled: true", MANIFEST)


def test_commands_come_with_their_mentions_and_links_marked() -> None:
    assert MANIFEST.count("should_escape: true") == len(COMMANDS)


def test_commands_can_be_typed_in_direct_messages() -> None:
    assert "messages_tab_enabled: true" in MANIFEST
    assert "messages_tab_read_only_enabled: false" in MANIFEST
