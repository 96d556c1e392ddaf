import discord
import pytest
from discord.app_commands import (
    TranslationContext,
    TranslationContextLocation,
    TranslationContextTypes,
    locale_str,
)

from adapters.discord import DiscordAdapter
from adapters.discord.slash import CHARACTERS, Translator, build_tree
from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.wording.words import Words
from tests.adapters.discord.discord_limits import check_commands
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import TOKEN, FakeDiscord
from tests.adapters.discord.payloads import Json


class Silence:
    """Answers nothing; these tests look at what is offered only."""

    async def give(self, *_: object) -> None: ...

    async def complete(self, *_: object) -> tuple[()]:
        return ()


class Shouting(Words):
    """A language in which everything is shouted."""

    def __init__(self) -> None:
        pass

    def say(self, text: str, **values: object) -> str:
        return text.upper() * 2


CONTEXT: TranslationContextTypes = TranslationContext(TranslationContextLocation.other, None)


def commands(number: int) -> list[Command]:
    text = Parameter("note", ParameterKind.TEXT, "h" * 100, required=False)
    story = Parameter("story", ParameterKind.STORY, "h" * 100)
    return [
        Command(f"command-{n}", (), "s" * 100, f"command-{n}", (text, story)) for n in range(number)
    ]


def offered(declared: list[Command]) -> dict[str, Json]:
    client = discord.Client(intents=discord.Intents.none())
    tree = build_tree(client, declared, Silence())
    return {command.name: command.to_dict(tree) for command in tree.get_commands()}


@pytest.mark.parametrize("number", [1, 18, 45, 80])
async def test_any_number_of_commands_is_offered_within_discords_limits(number: int) -> None:
    declared = commands(number)
    groups = offered(declared)
    check_commands(list(groups.values()))
    english = [
        option["name"]
        for name, group in groups.items()
        if name.startswith("story")
        for option in group["options"]
    ]
    assert english == [command.name for command in declared]


async def test_what_has_no_room_in_the_first_group_stands_in_the_next() -> None:
    assert list(offered(commands(30))) == ["story", "story-more", "sak", "sak-mer"]
    assert CHARACTERS < 8000


async def test_required_options_come_first_and_the_rest_may_be_left_out() -> None:
    [option] = offered(commands(1))["story"]["options"]
    assert [(o["name"], o["required"]) for o in option["options"]] == [
        ("story", True),
        ("note", False),
    ]


async def test_stories_are_completed_and_free_text_is_not() -> None:
    [option] = offered(commands(1))["story"]["options"]
    assert {o["name"]: o.get("autocomplete", False) for o in option["options"]} == {
        "story": True,
        "note": False,
    }


async def test_a_command_with_a_form_requires_nothing(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    [story] = [command for command in discord_server.commands if command["name"] == "story"]
    [postpone] = [option for option in story["options"] if option["name"] == "postpone"]
    assert [option["required"] for option in postpone["options"]] == [False, False, False]


async def test_descriptions_are_offered_in_norwegian_no_longer_than_discord_takes() -> None:
    translator = Translator({discord.Locale.norwegian: Shouting()})
    norwegian = await translator.translate(locale_str("a" * 60), discord.Locale.norwegian, CONTEXT)
    assert norwegian == "A" * 99 + "…"


async def test_no_other_language_is_offered() -> None:
    translator = Translator({discord.Locale.norwegian: Shouting()})
    assert await translator.translate(locale_str("Story"), discord.Locale.french, CONTEXT) is None


async def test_the_whole_grammar_is_offered_in_english_and_norwegian(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    adapter = DiscordAdapter(
        TOKEN,
        daybook,
        COMMANDS,
        api_base_url=discord_server.api_url,
        gateway_url=discord_server.gateway_url,
    )
    await adapter.start()
    await adapter.stop()
    groups = [command for command in discord_server.commands if command["type"] == 1]
    options = [option for group in groups for option in group["options"]]
    assert {o["name"] for o in options} == {command.name for command in COMMANDS}
    assert all("no" in option["description_localizations"] for option in options)
