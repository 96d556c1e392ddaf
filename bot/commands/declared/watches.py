"""The commands about what stories listen to."""

from collections.abc import Mapping

from bot.actions import pursue, watch
from bot.commands.declared.parameters import STORY
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "watch",
        ("overvåk", "overvak"),
        translatable("Let a story listen to a feed, for words, or for words in a feed"),
        translatable("watch ukraine-peace Witkoff, Kellogg"),
        (
            STORY,
            Parameter(
                "what",
                ParameterKind.TEXT,
                translatable(
                    "A feed’s link, words, or both. Comma: any of them; blank: all of them;"
                    " “quotes”: as they stand"
                ),
            ),
        ),
    ): watch.watch,
    Command(
        "watches",
        ("overvåkinger", "overvakingar", "overvåking", "overvaking"),
        translatable("Show what stories listen to"),
        translatable("watches"),
        (
            Parameter(
                "story",
                ParameterKind.STORY,
                translatable("Only this story’s; all if left out"),
                required=False,
            ),
        ),
        Role.READER,
    ): watch.show_watches,
    Command(
        "unwatch",
        ("stoppovervåking", "stoppovervaking"),
        translatable("Let a story listen to something no longer"),
        translatable("unwatch ukraine-peace"),
        (
            Parameter(
                "which",
                ParameterKind.WATCH,
                translatable("A watch’s code, or a story’s slugline for all of its watches"),
            ),
        ),
    ): watch.unwatch,
    Command(
        "pursue",
        (),
        translatable("Read the article of an alert"),
        translatable("pursue 1a2b3c4d 1"),
        (
            Parameter("alert", ParameterKind.CODE, translatable("The alert’s id")),
            Parameter(
                "place",
                ParameterKind.TEXT,
                translatable("Which of its lines, from 1"),
                required=False,
            ),
        ),
        hidden=True,
    ): pursue.pursue,
}
