"""The commands about the newsroom and the channel themselves."""

from collections.abc import Mapping

from bot.actions import change_settings, set_policy, try_again
from bot.actions import link as linking
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
    Command(
        "retry",
        ("ettersend",),
        translatable("Post now what could not be delivered, everywhere or in one channel"),
        translatable("retry"),
        (
            Parameter(
                "channel",
                ParameterKind.TEXT,
                translatable("The channel’s name; left out, all of them"),
                required=False,
            ),
        ),
    ): try_again.try_again,
    Command(
        "policy",
        ("varslingsplan",),
        translatable("Show when you are reminded of what, or set it for newsroom, desk or story"),
        translatable("policy week: heads-up 3d 15:00, overdue 08:30"),
        (
            Parameter(
                "whose",
                ParameterKind.OWNER,
                translatable(
                    "newsroom, desk foreign, or a story’s slugline; the newsroom’s if left out"
                ),
                required=False,
            ),
            Parameter(
                "plan",
                ParameterKind.TEXT,
                translatable("Such as week: heads-up 3d 15:00, opens 08:30; week: default"),
                required=False,
            ),
        ),
        role=Role.READER,
    ): set_policy.policy,
    Command(
        "link",
        ("koble", "kople"),
        translatable("Let a second workspace join this newsroom, or join one by its code"),
        translatable("link"),
        (
            Parameter(
                "code",
                ParameterKind.TEXT,
                translatable("The code from the other workspace; left out, you get one"),
                required=False,
            ),
        ),
    ): linking.link,
    Command(
        "unlink",
        ("frakoble", "fråkople"),
        translatable("Take this workspace out of a newsroom it shares with others"),
        translatable("unlink"),
        (Parameter("sure", ParameterKind.TEXT, translatable("yes, to do it"), required=False),),
    ): linking.unlink,
}
