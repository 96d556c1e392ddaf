"""What an answer said, as JSON and back; what stands empty is left out."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from adapters.database.packing import Json, pack_mentions, unpack_mentions
from bot.domain.language import Language
from bot.domain.message import (
    Button,
    ButtonStyle,
    Fact,
    Item,
    Message,
    Screen,
    ScreenKind,
    Section,
    Shown,
    Tone,
)


def pack_said(message: Message) -> Json:
    """Return all that a message says in words; its picture is made anew, and forms do not stand."""
    packed: Json = {
        "title": message.title,
        "text": message.text,
        "tone": message.tone.value,
        "facts": [[fact.label, fact.value] for fact in message.facts],
        "sections": [
            {"heading": each.heading, "items": [_pack_item(item) for item in each.items]}
            for each in message.sections
        ],
        "buttons": _pack_buttons(message.buttons),
        "footnote": message.footnote,
        "replaces": message.replaces,
        "mentions": list(message.mentions),
        "groups": pack_mentions(message.groups),
        "follow_up": message.follow_up_id and message.follow_up_id.hex,
        "language": message.language.value,
        "card": message.card and _pack_shown(message.card),
        "screen": message.screen and _pack_screen(message.screen),
    }
    return {name: value for name, value in packed.items() if value}


def unpack_said(packed: Mapping[str, Any]) -> Message:
    """Return the message that ``pack_said`` packed."""
    follow_up, screen = packed.get("follow_up"), packed.get("screen")
    return Message(
        title=packed.get("title", ""),
        text=packed.get("text", ""),
        tone=Tone(packed["tone"]),
        facts=tuple(Fact(label, value) for label, value in packed.get("facts", ())),
        sections=tuple(
            Section(each["heading"], tuple(map(_item, each["items"])))
            for each in packed.get("sections", ())
        ),
        buttons=_buttons(packed),
        footnote=packed.get("footnote", ""),
        replaces=packed.get("replaces", False),
        mentions=tuple(packed.get("mentions", ())),
        groups=unpack_mentions(packed.get("groups", ())),
        follow_up_id=UUID(follow_up) if follow_up else None,
        language=Language(packed["language"]),
        card=_shown(packed.get("card")),
        screen=_screen(screen) if screen else None,
    )


def _pack_item(item: Item) -> Json:
    packed: Json = {
        "text": item.text,
        "lead": item.lead,
        "was": item.was,
        "details": list(item.details),
        "quote": item.quote,
        "buttons": _pack_buttons(item.buttons),
        "shows": item.shows and _pack_shown(item.shows),
    }
    return {name: value for name, value in packed.items() if value}


def _item(packed: Mapping[str, Any]) -> Item:
    return Item(
        packed.get("text", ""),
        lead=packed.get("lead", ""),
        was=packed.get("was", ""),
        details=tuple(packed.get("details", ())),
        quote=packed.get("quote", ""),
        buttons=_buttons(packed),
        shows=_shown(packed.get("shows")),
    )


def _pack_buttons(buttons: Iterable[Button]) -> list[Json]:
    return [
        {"label": each.label, "command": each.command, "style": each.style.value}
        for each in buttons
    ]


def _buttons(packed: Mapping[str, Any]) -> tuple[Button, ...]:
    return tuple(
        Button(each["label"], each["command"], ButtonStyle(each["style"]))
        for each in packed.get("buttons", ())
    )


def _pack_shown(shown: Shown) -> Json:
    return {"id": shown.follow_up_id.hex, "version": shown.version, "name": shown.name}


def _shown(packed: Mapping[str, Any] | None) -> Shown | None:
    return Shown(UUID(packed["id"]), packed["version"], packed["name"]) if packed else None


def _pack_screen(screen: Screen) -> Json:
    return {
        "kind": screen.kind.value,
        "story": screen.story_id.hex,
        "narrowed": screen.narrowed,
    }


def _screen(packed: Mapping[str, Any]) -> Screen:
    return Screen(ScreenKind(packed["kind"]), UUID(packed["story"]), packed["narrowed"])
