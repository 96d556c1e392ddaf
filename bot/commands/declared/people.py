"""The commands about who answers for what."""

from collections.abc import Mapping

from bot.actions import change_settings, set_duty
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "duty",
        ("vakt",),
        translatable("Show or name who is on duty at a desk: they are called when nobody answers"),
        translatable("duty foreign @anna"),
        (
            Parameter(
                "desk",
                ParameterKind.DESK,
                translatable("The desk’s name in one word; leave it out to see all"),
                required=False,
            ),
            Parameter(
                "who",
                ParameterKind.TEXT,
                translatable("Who is on duty: me, @anna, nobody; leave it out to see who is"),
                required=False,
            ),
        ),
        Role.READER,
    ): set_duty.duty,
    Command(
        "editors",
        ("redaktører", "redaktørar"),
        translatable("Show or name who may change stories: people, Discord roles, Slack groups"),
        translatable("editors @kari, role:desk"),
        (
            Parameter(
                "who",
                ParameterKind.TEXT,
                translatable("People and groups: @kari, @desk, role:desk; or: everyone"),
                required=False,
            ),
        ),
        role=Role.READER,
    ): change_settings.editors,
}
