"""What a Slack workspace keeps: its messages, forms and files, and what its methods answer."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests.adapters.slack import slack_payloads as payloads
from tests.adapters.slack.slack_rules import Json, message_problem, view_problems


@dataclass(slots=True)
class Posted:
    """A message that stands in a channel."""

    channel: str
    ts: str
    body: Json

    @property
    def nonce(self) -> str | None:
        metadata = self.body.get("metadata") or {}
        nonce: str | None = (metadata.get("event_payload") or {}).get("nonce")
        return nonce


class FakeWorkspace:
    """One workspace, ``T1``, with every channel one asks for.

    Attributes:
        posted: Notices in the order in which they were posted; an edit changes them.
        said: Answers that the bot posted, which bear no nonce; likewise.
        updated: The bodies of all edits.
        views: Forms that were opened.
        refusing: Errors by channel: ``{"C9": "channel_not_found"}``.
        unjoined: Channels in which the bot may post, but whose history it may not read.
        threadless: Channels in which nothing may stand in a thread.
        files: What was uploaded, by id.
        files_to_wait_for: How many times Slack says that it has not taken a file in yet.
        triggers: What still opens a form.
        groups: The user groups, each with its id, handle, name and users.
        numbers: The next id of anything.
    """

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.now = now
        self.posted: list[Posted] = []
        self.said: list[Posted] = []
        self.updated: list[Json] = []
        self.views: list[Json] = []
        self.refusing: dict[str, str] = {}
        self.unjoined: set[str] = set()
        self.threadless: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.files_to_wait_for = 0
        self.triggers: set[str] = set()
        self.groups: list[Json] = []
        self.numbers = count(1)

    def call(self, method: str, body: Json, url: str) -> Json:
        """Answer a call of the Web API, which is reached at ``url``."""
        match method:
            case "auth.test":
                return payloads.who_we_are()
            case "chat.postMessage":
                return self._post(body)
            case "chat.update":
                return self._update(body)
            case "conversations.history":
                return self._history(body, _stands_in_channel)
            case "conversations.replies":
                if not any(_stands_in_thread(each, body["ts"]) for each in self.posted):
                    return refusal("thread_not_found")
                return self._history(body, lambda each: _stands_in_thread(each, body["ts"]))
            case "conversations.open":
                return {"ok": True, "channel": {"id": f"D{body['users']}"}}
            case "files.getUploadURLExternal":
                return self._open_file(url)
            case "files.completeUploadExternal":
                return {"ok": True, "files": json.loads(body["files"])}
            case "files.info":
                return self._tell_file(body["file"])
            case "usergroups.list":
                return {"ok": True, "usergroups": self.groups}
            case "views.open":
                return self._open_view(body)
            case _:
                return refusal("unknown_method")

    def _post(self, body: Json) -> Json:
        channel = body.get("channel", "")
        problem = self.refusing.get(channel) or message_problem(body)
        if not channel or problem:
            return refusal(problem or "channel_not_found")
        if channel in self.threadless and body.get("thread_ts"):
            return refusal("restricted_action_non_threadable_channel")
        ts = f"{int(self.now())}.{next(self.numbers):06}"
        posted = Posted(channel, ts, {**body, "ts": ts})
        (self.said if posted.nonce is None else self.posted).append(posted)
        return {"ok": True, "channel": channel, "ts": ts, "message": body}

    def _update(self, body: Json) -> Json:
        problem = self.refusing.get(body["channel"]) or message_problem(body)
        if problem:
            return refusal(problem)
        for message in (*self.posted, *self.said):
            if (message.channel, message.ts) == (body["channel"], body["ts"]):
                message.body = {**message.body, "text": body["text"], "blocks": body["blocks"]}
                self.updated.append(body)
                return {"ok": True, "channel": message.channel, "ts": message.ts}
        return refusal("message_not_found")

    def _history(self, body: Json, stands: Callable[[Posted], bool]) -> Json:
        channel = body.get("channel", "")
        if channel in self.unjoined or channel in self.refusing:
            return refusal(self.refusing.get(channel, "not_in_channel"))
        oldest, limit = float(body.get("oldest", 0)), int(body.get("limit", 100))
        begin = int(body.get("cursor") or 0)
        found = [each for each in reversed(self.posted) if each.channel == channel]
        found = [each for each in found if stands(each)]
        found = [each for each in found if float(each.ts) > oldest]
        shown = [dict(each.body) for each in found[begin : begin + limit]]
        if body.get("include_all_metadata") not in {"1", "true", True}:
            shown = [{**each, "metadata": None} for each in shown]
        following = str(begin + limit) if begin + limit < len(found) else ""
        return {
            "ok": True,
            "messages": shown,
            "has_more": bool(following),
            "response_metadata": {"next_cursor": following},
        }

    def _open_file(self, url: str) -> Json:
        key = f"F{next(self.numbers):08}"
        self.files[key] = b""
        return {"ok": True, "file_id": key, "upload_url": f"{url}upload/{key}"}

    def _tell_file(self, key: str) -> Json:
        kind = "" if self.files_to_wait_for else "image/png"
        self.files_to_wait_for = max(self.files_to_wait_for - 1, 0)
        return {"ok": True, "file": {"id": key, "mimetype": kind}}

    def _open_view(self, body: Json) -> Json:
        if body.get("trigger_id") not in self.triggers:
            return refusal("expired_trigger_id")
        self.triggers.discard(body["trigger_id"])
        view = body["view"] if isinstance(body["view"], dict) else json.loads(body["view"])
        if problems := list(view_problems(view)):
            return {**refusal("invalid_arguments"), "response_metadata": {"messages": problems}}
        opened = {**view, "id": f"V{next(self.numbers)}", "team_id": payloads.TEAM}
        self.views.append(opened)
        return {"ok": True, "view": opened}


def _stands_in_channel(posted: Posted) -> bool:
    """Whether a message is seen in its channel: what answers in a thread is only if sent there."""
    return not posted.body.get("thread_ts") or posted.body.get("reply_broadcast") is True


def _stands_in_thread(posted: Posted, ts: str) -> bool:
    return ts in (posted.ts, posted.body.get("thread_ts"))


def refusal(error: str) -> Json:
    return {"ok": False, "error": error}
