"""The limits that Discord's documentation states, checked as Discord checks them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Payload = Mapping[str, Any]

BUTTON, SELECT, TEXT_INPUT, ROW, LABEL = 2, 3, 4, 1, 18
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")


class Refused(Exception):
    """An answer of Discord's that is not a success."""

    def __init__(self, status: int, code: int, message: str, errors: Payload | None = None) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}")
        self.status = status
        self.body = {"code": code, "message": message, **({"errors": errors} if errors else {})}


def check_message(payload: Payload) -> None:
    """Refuse a message as Discord refuses it.

    Raises:
        Refused: With 50035 or 50006 and the path of what is wrong.
    """
    errors = [*_content(payload), *_embeds(payload.get("embeds") or [])]
    errors += _rows(payload.get("components") or [])
    _refuse(errors)
    said = payload.get("content"), payload.get("embeds"), payload.get("attachments")
    if not any((*said, payload.get("sticker_ids"))):
        raise Refused(400, 50006, "Cannot send an empty message")


def check_modal(payload: Payload) -> None:
    """Refuse a dialogue as Discord refuses it."""
    components = payload.get("components") or []
    errors = [*_length("title", payload.get("title"), 1, 45)]
    errors += _length("custom_id", payload.get("custom_id"), 1, 100)
    errors += _number("components", components, 1, 5)
    for index, component in enumerate(components):
        path = f"components.{index}"
        if component.get("type") == LABEL:
            errors += _length(f"{path}.label", component.get("label"), 1, 45)
            errors += _length(f"{path}.description", component.get("description") or "", 0, 100)
            errors += _text_input(f"{path}.component", component.get("component") or {})
        else:
            errors.append((f"{path}.type", "UNION_TYPE_CHOICES"))
    _refuse(errors)


def check_commands(commands: Sequence[Payload]) -> None:
    """Refuse application commands as Discord refuses them."""
    errors = _number("commands", commands, 0, 100)
    for index, command in enumerate(commands):
        errors += _command(str(index), command)
        if _characters(command) > 8000:
            errors.append((str(index), "APPLICATION_COMMAND_TOO_LARGE"))
    _refuse(errors)


def check_choices(choices: Sequence[Payload]) -> None:
    """Refuse completions as Discord refuses them."""
    errors = _number("choices", choices, 0, 25)
    for index, choice in enumerate(choices):
        errors += _length(f"choices.{index}.name", choice.get("name"), 1, 100)
        errors += _length(f"choices.{index}.value", choice.get("value"), 1, 100)
    _refuse(errors)


Errors = list[tuple[str, str]]


def _refuse(errors: Errors) -> None:
    if errors:
        tree = {path: {"_errors": [{"code": code, "message": code}]} for path, code in errors}
        raise Refused(400, 50035, "Invalid Form Body", tree)


def _length(path: str, text: object, least: int, most: int) -> Errors:
    if not isinstance(text, str):
        return [(path, "BASE_TYPE_REQUIRED")]
    return [] if least <= len(text) <= most else [(path, "BASE_TYPE_BAD_LENGTH")]


def _number(path: str, things: Sequence[object], least: int, most: int) -> Errors:
    return [] if least <= len(things) <= most else [(path, "BASE_TYPE_BAD_LENGTH")]


def _content(payload: Payload) -> Iterator[tuple[str, str]]:
    yield from _length("content", payload.get("content") or "", 0, 2000)
    yield from _length("nonce", str(payload.get("nonce") or ""), 0, 25)
    mentions = payload.get("allowed_mentions") or {}
    if "users" in mentions and "users" in mentions.get("parse", ()):
        yield "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"


def _embeds(embeds: Sequence[Payload]) -> Errors:
    errors = _number("embeds", embeds, 0, 10)
    for index, embed in enumerate(embeds):
        path = f"embeds.{index}"
        errors += _length(f"{path}.title", embed.get("title") or "", 0, 256)
        errors += _length(f"{path}.description", embed.get("description") or "", 0, 4096)
        errors += _number(f"{path}.fields", embed.get("fields") or [], 0, 25)
        footer = (embed.get("footer") or {}).get("text") or ""
        errors += _length(f"{path}.footer.text", footer, 0, 2048)
    if sum(_embed_size(embed) for embed in embeds) > 6000:
        errors.append(("embeds", "MAX_EMBED_SIZE_EXCEEDED"))
    return errors


def _embed_size(embed: Payload) -> int:
    fields = [part for field in embed.get("fields") or [] for part in field.values()]
    footer = (embed.get("footer") or {}).get("text")
    parts = [embed.get("title"), embed.get("description"), footer, *fields]
    return sum(len(part) for part in parts if isinstance(part, str))


def _rows(rows: Sequence[Payload]) -> Errors:
    errors = _number("components", rows, 0, 5)
    ids = [button.get("custom_id") for row in rows for button in row.get("components", ())]
    errors += [("components", "COMPONENT_CUSTOM_ID_DUPLICATED")] * (len(ids) != len(set(ids)))
    for index, row in enumerate(rows):
        errors += _number(f"components.{index}", row.get("components", ()), 1, 5)
        for number, button in enumerate(row.get("components", ())):
            path = f"components.{index}.components.{number}"
            errors += _length(f"{path}.label", button.get("label"), 1, 80)
            errors += _length(f"{path}.custom_id", button.get("custom_id"), 1, 100)
    return errors


def _text_input(path: str, field: Payload) -> Errors:
    errors = _length(f"{path}.custom_id", field.get("custom_id"), 1, 100)
    errors += _length(f"{path}.placeholder", field.get("placeholder") or "", 0, 100)
    errors += _length(f"{path}.value", field.get("value") or "", 0, 4000)
    if not 1 <= field.get("max_length", 4000) <= 4000:
        errors.append((f"{path}.max_length", "NUMBER_TYPE_MAX"))
    return errors


def _command(path: str, command: Payload) -> Errors:
    errors: Errors = []
    menu = command.get("type", 1) in (2, 3) and "." not in path
    if not menu:
        if (
            not COMMAND_NAME.fullmatch(command["name"])
            or command["name"].lower() != command["name"]
        ):
            errors.append((f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME"))
        errors += _length(f"{path}.description", command.get("description"), 1, 100)
        for locale, text in (command.get("description_localizations") or {}).items():
            errors += _length(f"{path}.description_localizations.{locale}", text, 1, 100)
    options = command.get("options") or []
    errors += _number(f"{path}.options", options, 0, 25)
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        errors.append((f"{path}.options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"))
    for index, option in enumerate(options):
        errors += _command(f"{path}.options.{index}", option)
    return errors


def _characters(command: Payload) -> int:
    texts = [
        command.get("description") or "",
        *(command.get("description_localizations") or {}).values(),
    ]
    own = len(command["name"]) + max(map(len, texts))
    return own + sum(_characters(option) for option in command.get("options") or [])
