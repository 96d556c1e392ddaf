"""The commands about what was changed."""

from collections.abc import Mapping

from bot.actions import show_history, undo
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "history",
        ("historikk",),
        translatable("Show who changed what in a story, a follow-up or the settings, and when"),
        translatable("history ukraine-peace#2"),
        (
            Parameter(
                "story",
                ParameterKind.STORY,
                translatable(
                    "A story’s slugline, story and number (ukraine-peace#2), or: settings"
                ),
                required=False,
            ),
        ),
        Role.READER,
    ): show_history.show_history,
    Command(
        "undo",
        ("angre",),
        translatable("Take back what you did last, with its reminders"),
        translatable("undo"),
    ): undo.undo,
}
