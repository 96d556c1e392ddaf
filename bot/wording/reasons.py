"""Why a platform did not post something, in a sentence; the codes are the platforms' own."""

from collections.abc import Mapping

from bot.domain.language import translatable
from bot.wording.words import Words

_GONE = translatable("The channel is gone, or Daybook may not see it any more.")
_NOT_INVITED = translatable("Daybook is not in the channel. Invite it there.")
_ARCHIVED = translatable("The channel is archived. Restore it, or let another channel follow.")
_NOT_ALLOWED = translatable("Daybook may not post in the channel. Give it leave to write there.")
_REINSTALL = translatable("Daybook lacks a permission in the workspace. Install it there anew.")
_THROWN_OUT = translatable("The workspace no longer lets Daybook in. Its operator must mend that.")
_TOO_LONG = translatable("The platform finds the message too long.")
_MALFORMED = translatable("The platform does not take the message as it is made.")
_MESSAGE_GONE = translatable("Somebody has deleted the message there.")
_LOCKED = translatable("The message can’t be changed any more.")
_CLOSED = translatable("The person takes no messages from Daybook.")
_NO_LONGER_THERE = translatable("The person is no longer in the workspace.")
_LEFT = translatable("The person is in no server of the newsroom any more.")
_UNREACHABLE = translatable("The platform can’t be reached.")
_BUSY = translatable("The platform asks for patience.")
_BROKEN = translatable("The platform has trouble of its own.")
_NOT_CONNECTED = translatable("Daybook is not connected to the platform.")
_OUTDATED = translatable("It was no longer meant when its turn came.")
_NOT_FOLLOWED = translatable("The channel did not follow it any more.")
_DEFECT = translatable("Daybook could not make the message. Its log says why.")
_UNLINKED = translatable("The workspace has left the newsroom.")

REASONS: Mapping[str, str] = {
    # Slack: https://docs.slack.dev/reference/methods/chat.postMessage#errors
    "channel_not_found": _GONE,
    "not_in_channel": _NOT_INVITED,
    "is_archived": _ARCHIVED,
    "restricted_action": _NOT_ALLOWED,
    "restricted_action_read_only_channel": _NOT_ALLOWED,
    "restricted_action_thread_only_channel": _NOT_ALLOWED,
    "restricted_action_non_threadable_channel": _NOT_ALLOWED,
    "posting_to_general_channel_denied": _NOT_ALLOWED,
    "user_not_in_channel": _NOT_INVITED,
    "cannot_dm_bot": _CLOSED,
    "messages_tab_disabled": _CLOSED,
    # https://docs.slack.dev/reference/methods/conversations.open#errors
    "user_disabled": _NO_LONGER_THERE,
    "user_not_found": _NO_LONGER_THERE,
    "missing_scope": _REINSTALL,
    "no_permission": _REINSTALL,
    "ekm_access_denied": _THROWN_OUT,
    "team_access_not_granted": _THROWN_OUT,
    "access_denied": _THROWN_OUT,
    "account_inactive": _THROWN_OUT,
    "invalid_auth": _THROWN_OUT,
    "not_authed": _THROWN_OUT,
    "org_login_required": _THROWN_OUT,
    "token_expired": _THROWN_OUT,
    "token_revoked": _THROWN_OUT,
    "msg_too_long": _TOO_LONG,
    "msg_blocks_too_long": _TOO_LONG,
    "invalid_blocks": _MALFORMED,
    "invalid_blocks_format": _MALFORMED,
    "invalid_attachments": _MALFORMED,
    "invalid_arguments": _MALFORMED,
    "no_text": _MALFORMED,
    "message_not_found": _MESSAGE_GONE,
    "cant_update_message": _LOCKED,
    "edit_window_closed": _LOCKED,
    "ratelimited": _BUSY,
    "rate_limited": _BUSY,
    "message_limit_exceeded": _BUSY,
    "fatal_error": _BROKEN,
    "internal_error": _BROKEN,
    "request_timeout": _BROKEN,
    "service_unavailable": _BROKEN,
    "team_added_to_org": _BROKEN,
    "accesslimited": _BROKEN,
    "unreachable": _UNREACHABLE,
    # Discord: adapters/discord/messenger.py names its numbers
    "unknown_channel": _GONE,
    "missing_access": _GONE,
    "missing_permissions": _NOT_ALLOWED,
    "cannot_message_this_person": _CLOSED,
    "left_the_servers": _LEFT,
    "unknown_message": _MESSAGE_GONE,
    "written_by_another": _LOCKED,
    "too_many_edits_of_an_old_message": _LOCKED,
    "thread_is_archived": _ARCHIVED,
    "thread_is_locked": _NOT_ALLOWED,
    "invalid_form_body": _MALFORMED,
    "token_refused": _THROWN_OUT,
    "cannot_connect": _UNREACHABLE,
    # both, and Daybook itself
    "no_answer": _UNREACHABLE,
    "connection_lost": _UNREACHABLE,
    "unreadable_answer": _BROKEN,
    "not_connected": _NOT_CONNECTED,
    "platform_not_connected": _NOT_CONNECTED,
    "outdated": _OUTDATED,
    "not_followed": _NOT_FOLLOWED,
    "unlinked": _UNLINKED,
    "defect": _DEFECT,
}


def reason(code: str, words: Words) -> str:
    """Return a sentence for a reason of the record; nothing for none.

    One that nobody has met yet is shown as the platform said it: better an odd word than silence.
    """
    if not code:
        return ""
    if code in REASONS:
        return words.say(REASONS[code])
    if code.startswith("http_5"):
        return words.say(_BROKEN)
    return words.say("The platform refuses it and calls it “{code}”.", code=code[:60])
