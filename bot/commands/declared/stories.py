"""The commands about a story as a whole."""

from collections.abc import Mapping

from bot.actions import open_story, show_stories
from bot.commands.declared.parameters import STORY
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "new",
        ("ny",),
        translatable("Open a story"),
        translatable("new ukraine-peace The peace talks on Ukraine"),
        (
            Parameter(
                "slugline",
                ParameterKind.SLUGLINE,
                translatable("Its short name: small letters, digits and hyphens"),
            ),
            Parameter("headline", ParameterKind.TEXT, translatable("What it is about, in a line")),
        ),
        needs_form=True,
    ): open_story.open_story,
    Command(
        "list",
        ("liste", "saker"),
        translatable("Show the newsroom’s stories"),
        translatable("list"),
        role=Role.READER,
    ): show_stories.list_stories,
    Command(
        "status",
        (),
        translatable("Show where a story stands and what is expected next"),
        translatable("status ukraine-peace"),
        (STORY,),
        Role.READER,
    ): show_stories.show_status,
    Command(
        "timeline",
        ("tidslinje",),
        translatable("Show what has happened in a story, and what is expected"),
        translatable("timeline ukraine-peace"),
        (STORY,),
        Role.READER,
    ): show_stories.show_timeline,
}
