"""What Slack refuses, for the fake to refuse too.

Source: https://docs.slack.dev/reference/block-kit/ and
https://docs.slack.dev/reference/methods/chat.postMessage
"""

import json
import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

RICH_PARTS = {"rich_text_section", "rich_text_list", "rich_text_quote"}
STYLES = {"bold", "italic", "strike"}


def message_problem(body: Json) -> str | None:
    """Return Slack's error for a message's text and blocks, or None when it would be posted."""
    blocks = body.get("blocks", [])
    if not blocks and not body.get("text"):
        return "no_text"
    if len(body.get("text", "")) > 40_000:
        return "msg_too_long"
    if len(json.dumps(blocks, ensure_ascii=False)) > 13_200:
        return "msg_blocks_too_long"
    if len(blocks) > 50 or any(block_problems(blocks)):
        return "invalid_blocks"
    return None


def block_problems(blocks: list[Json]) -> Iterator[str]:
    """Yield what is wrong with the blocks of a message."""
    for block in blocks:
        match block["type"]:
            case "header":
                yield from _plain_text(block["text"], 150)
            case "context":
                if not 0 < len(block["elements"]) <= 10:
                    yield "context wants one to ten elements"
                for element in block["elements"]:
                    yield from _plain_text(element, 2000)
            case "image":
                if not re.match("^F[A-Z0-9]{8,}$", block["slack_file"]["id"]):
                    yield "no id of a file"
                if not 0 < len(block["alt_text"]) <= 2000:
                    yield "a picture wants words"
            case "section":
                yield from _plain_text(block["text"], 3000)
            case "rich_text":
                yield from _rich_text(block)
            case "actions":
                yield from _actions(block)
            case unknown:
                yield f"no block of type {unknown}"
    ids = [each["action_id"] for block in blocks for each in _buttons(block)]
    if len(ids) != len(set(ids)):
        yield "an action_id stands twice"


def _plain_text(text: Json, limit: int) -> Iterator[str]:
    if text.get("type") != "plain_text":
        yield f"plain_text expected, not {text.get('type')}"
    elif not 0 < len(text["text"]) <= limit:
        yield f"text of {len(text['text'])} characters where 1 to {limit} may stand"


def _rich_text(block: Json) -> Iterator[str]:
    if not block["elements"]:
        yield "an empty rich_text"
    for part in block["elements"]:
        if part["type"] not in RICH_PARTS:
            yield f"no rich_text part of type {part['type']}"
        elif part["type"] == "rich_text_list":
            for point in part["elements"]:
                yield from _runs(point["elements"])
        else:
            yield from _runs(part["elements"])


def _runs(runs: list[Json]) -> Iterator[str]:
    if not runs:
        yield "a part of rich_text without anything in it"
    for run in runs:
        if run["type"] == "text" and not run["text"]:
            yield "an empty text in rich_text"
        if run["type"] == "user" and not run["user_id"].startswith(("U", "W")):
            yield "a mention of nobody"
        if run["type"] == "link" and not re.match("^https?://[^ ]{1,2990}$", run["url"]):
            yield "a link that leads nowhere"
        if run["type"] == "usergroup" and not run["usergroup_id"].startswith("S"):
            yield "no user group"
        if run["type"] == "broadcast" and run["range"] not in {"here", "channel", "everyone"}:
            yield "no broadcast"
        if run["type"] not in {"text", "user", "usergroup", "broadcast", "link"}:
            yield f"no run of type {run['type']}"
        if set(run.get("style", {})) - STYLES:
            yield "an unknown style"


def _buttons(block: Json) -> list[Json]:
    return block["elements"] if block["type"] == "actions" else []


def _actions(block: Json) -> Iterator[str]:
    if not 0 < len(block["elements"]) <= 25:
        yield "actions wants one to 25 elements"
    for button in block["elements"]:
        yield from _plain_text(button["text"], 75)
        if not 0 < len(button["value"]) <= 2000 or len(button["action_id"]) > 255:
            yield "a button's value or id is too long"
        if button.get("style", "primary") not in {"primary", "danger"}:
            yield "a button is primary, danger or plain"


def view_problems(view: Json) -> Iterator[str]:
    """Yield what is wrong with a modal."""
    if view["type"] != "modal" or len(view["callback_id"]) > 255:
        yield "no modal with a callback_id"
    if len(view["private_metadata"]) > 3000 or not 0 < len(view["blocks"]) <= 100:
        yield "too much private_metadata, or too many blocks"
    if len(json.dumps(view, ensure_ascii=False)) > 250_000:
        yield "view_too_large"
    ids = [block["block_id"] for block in view["blocks"] if "block_id" in block]
    if len(ids) != len(set(ids)) or any(len(each) > 255 for each in ids):
        yield "a block_id stands twice, or is too long"
    yield from _plain_text(view["title"], 24)
    yield from _plain_text(view["submit"], 24)
    for block in view["blocks"]:
        if block["type"] == "input":
            yield from _input(block)
        else:
            yield from block_problems([block])


def _input(block: Json) -> Iterator[str]:
    element = block["element"]
    yield from _plain_text(block["label"], 2000)
    if "placeholder" in element:
        yield from _plain_text(element["placeholder"], 150)
    if not 1 <= element["max_length"] <= 3000:
        yield "an answer has 1 to 3000 characters"
    if len(element.get("initial_value", "")) > element["max_length"]:
        yield "an initial value longer than its limit"
