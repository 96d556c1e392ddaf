"""What the help says, and that every platform shows all of it."""

import pytest

from adapters.discord.present import present as in_discord
from adapters.slack.present import present as in_slack
from bot.commands.declared import COMMANDS, HELP, TOPICS
from bot.domain.language import Language
from bot.domain.message import Message
from bot.wording import help as helping
from bot.wording.words import Words
from tests.stage import Stage, commands_of

SHOWN = [command.name for command in COMMANDS if not command.hidden and command is not HELP]


def items(message: Message) -> list[tuple[str, str]]:
    return [(item.lead, item.text) for section in message.sections for item in section.items]


def test_the_help_names_every_command_once() -> None:
    told = items(helping.overview(TOPICS, Words(Language.EN)))
    assert [name for _, names in told for name in names.split(", ")] == SHOWN


async def test_each_topic_is_a_button_away_with_an_example_of_each_command() -> None:
    stage = Stage()
    told = [
        item.lead
        for command in commands_of(await stage.run("help"))
        for section in (await stage.run(command)).sections
        for item in section.items
        if item.details
    ]
    assert told == SHOWN


async def test_a_topic_there_is_not_is_told_so() -> None:
    assert "“99” is no command" in (await Stage().type("help 99")).text


@pytest.mark.parametrize("language", Language)
def test_slack_and_discord_show_all_of_it(language: Language) -> None:
    words = Words(language)
    pages = [helping.topic(heading, commands, words) for heading, commands in TOPICS.items()]
    for page in (helping.overview(TOPICS, words), *pages):
        cut = words.count("… and {number} more", "… and {number} more", 2).partition("2")[0]
        assert cut not in str(in_slack(page, words).blocks)
        assert cut not in str([embed.description for embed in in_discord(page, words).embeds])
