"""Discord's objects, shaped as its documentation shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Body = Any  # whatever JSON a request holds

APPLICATION = "1000000000000000001"
BOT = "1000000000000000002"
GUILD = "2000000000000000001"
DESK = "3000000000000000001"
FOREIGN = "3000000000000000002"
EDITORS = "5000000000000000001"
KARI = "4000000000000000001"
STARTED = "2025-11-01T08:00:00+00:00"


@dataclass(frozen=True, slots=True)
class FakeUser:
    """Someone in Discord; ``locale`` is the language of their client, ``roles`` are ids."""

    id: str = KARI
    name: str = "kari"
    locale: str = "no"
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FakeChannel:
    """A text channel of a server, or one person's direct messages."""

    id: str = DESK
    name: str = "desken"
    direct: bool = False


def user(who: FakeUser, *, bot: bool = False) -> Json:
    return {
        "id": who.id,
        "username": who.name,
        "global_name": who.name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def bot_user() -> Json:
    return user(FakeUser(BOT, "daybook"), bot=True)


def application() -> Json:
    return {
        "id": APPLICATION,
        "name": "Daybook",
        "icon": None,
        "description": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "owner": user(FakeUser()),
        "verify_key": "0" * 64,
        "flags": 0,
        "team": None,
    }


def channel(place: FakeChannel) -> Json:
    if place.direct:
        return {
            "id": place.id,
            "type": 1,
            "last_message_id": None,
            "recipients": [user(FakeUser())],
        }
    return {
        "id": place.id,
        "type": 0,
        "guild_id": GUILD,
        "name": place.name,
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "parent_id": None,
        "topic": None,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "permissions": "8",
        "flags": 0,
    }


def role(identity: str, name: str) -> Json:
    return {
        "id": identity,
        "name": name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": "8",
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild(name: str, places: list[FakeChannel]) -> Json:
    everyone = role(GUILD, "@everyone")
    return {
        "id": GUILD,
        "name": name,
        "icon": None,
        "splash": None,
        "owner_id": KARI,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [everyone, role(EDITORS, "Vaktsjefer")],
        "emojis": [],
        "stickers": [],
        "features": [],
        "mfa_level": 0,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
        "joined_at": STARTED,
        "large": False,
        "unavailable": False,
        "member_count": 2,
        "voice_states": [],
        "members": [{"user": bot_user(), "roles": [], "joined_at": STARTED, "flags": 0}],
        "channels": [channel(place) for place in places if not place.direct],
        "threads": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def member(who: FakeUser) -> Json:
    return {
        "user": user(who),
        "nick": None,
        "avatar": None,
        "roles": list(who.roles),
        "joined_at": STARTED,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def interaction(
    identity: str, kind: int, data: Mapping[str, Any], place: FakeChannel, who: FakeUser
) -> Json:
    """Return an interaction: of a member in a server, or of a user in direct messages."""
    common: Json = {
        "id": identity,
        "application_id": APPLICATION,
        "type": kind,
        "data": dict(data),
        "channel": channel(place),
        "channel_id": place.id,
        "token": f"token-{identity}",
        "version": 1,
        "app_permissions": "8",
        "locale": who.locale,
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD},
        "attachment_size_limit": 10_485_760,
    }
    if place.direct:
        return {**common, "user": user(who), "context": 1}
    server = {"id": GUILD, "locale": "en-US", "features": []}
    return {
        **common,
        "guild_id": GUILD,
        "guild": server,
        "guild_locale": "en-US",
        "member": {**member(who), "permissions": "8"},
        "context": 0,
    }


def attachment(place_id: str, file: Mapping[str, Any]) -> Json:
    """Return a file of a message, as it stands once Discord has stored it."""
    url = f"https://cdn.discordapp.com/attachments/{place_id}/1/{file['filename']}"
    return {"size": 1, "url": url, "proxy_url": url, **file}


def message(identity: str, place_id: str, said: Mapping[str, Any], when: str) -> Json:
    """Return a message of the bot's, of what it said."""
    return {
        "id": identity,
        "channel_id": place_id,
        "author": bot_user(),
        "content": said.get("content") or "",
        "timestamp": when,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [attachment(place_id, file) for file in said.get("attachments") or []],
        "embeds": [{"type": "rich", **embed} for embed in said.get("embeds") or []],
        "components": said.get("components") or [],
        "allowed_mentions": said.get("allowed_mentions"),
        "pinned": False,
        "type": 0,
        "flags": said.get("flags") or 0,
        **({"message_reference": said["message_reference"]} if "message_reference" in said else {}),
    }
