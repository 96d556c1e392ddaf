"""Whatever is typed behind a command gets an answer, and one that every platform can show."""

import pytest

from adapters.discord.present import parameters
from adapters.discord.present import present as in_discord
from adapters.slack.present import present as in_slack
from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command
from bot.domain.message import Message
from bot.wording.words import Words
from tests.adapters.discord.discord_limits import check_message
from tests.adapters.slack.slack_rules import message_problem
from tests.stage import Stage

GARBAGE = (
    "",
    "#1",
    "peace #1",
    "#99",
    "peace#1#2",
    "0",
    "2 tomorrow: y",
    "😀",
    '"',
    "<!channel> @here",
    "x" * 5000,
    "peace#1 " + "z" * 4000,
    "peace tomorrow: " + "å" * 1000,
    "{0} {when} %s \\",
    "１#٣",
    ": : :",
    "#1 —",
    "a\nb\nc",
    "peace 30. februar: x",
    "#1 9999d",
    "#1 at 99:99",
    "timeline",
    "3-1, 1-99999999",
    "name " + "n" * 300,
    "tag:" + "k" * 200,
    "week: " + "heads-up 3d, " * 40,
)


async def a_stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new peace The peace talks",
        "subscribe peace",
        "expect tomorrow at 14:00: Meeting",
        "expect every Friday at 9:00: Briefing",
        "read peace The envoy is due in Moscow next week.",
    )
    return stage


def require_shown(message: Message) -> None:
    """Fail where a platform would refuse a message."""
    words = Words(message.language)
    assert message_problem({"channel": "C1", **in_slack(message, words).arguments()}) is None
    given = parameters(in_discord(message, words))
    check_message(
        {
            "content": given["content"],
            "embeds": [embed.to_dict() for embed in given["embeds"]],
            "components": given["view"].to_components(),
        }
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_no_garbage_breaks_a_command(command: Command) -> None:
    stage = await a_stage()
    for typed in GARBAGE:
        answer = await stage.type(f"{command.name} {typed}")
        assert "Something went wrong" not in answer.text, typed
        require_shown(answer)
