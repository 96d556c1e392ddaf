"""The commands about the newsroom and the channel themselves."""

from collections.abc import Mapping

from bot.actions import change_settings
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "settings",
        ("innstillinger", "innstillingar"),
        translatable("Show the settings of this channel and its newsroom"),
        translatable("settings"),
        role=Role.READER,
    ): change_settings.show_settings,
    Command(
        "set",
        ("sett", "still"),
        translatable("Change a setting of this channel or its newsroom"),
        translatable("set quiet 23:00-06:00"),
        (
            Parameter(
                "setting",
                ParameterKind.SETTING,
                translatable("Which: quiet, digest, language, zone, country; see all: settings"),
            ),
            Parameter("value", ParameterKind.TEXT, translatable("What it shall be, or: off")),
        ),
        needs_form=True,
    ): change_settings.change_setting,
}
