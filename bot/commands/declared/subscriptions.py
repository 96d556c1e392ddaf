"""The commands about what a channel follows."""

from collections.abc import Mapping

from bot.actions import subscribe
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

_TARGET = Parameter(
    "target",
    ParameterKind.TARGET,
    translatable("A story’s slugline, tag:elections, desk:foreign or everything"),
)

_WISHES = Parameter(
    "wishes",
    ParameterKind.TEXT,
    translatable("What to hear: reminders updates digest alerts, lead 3d, 1d, mention @kari, me"),
    required=False,
)

ACTIONS: Mapping[Command, Action] = {
    Command(
        "subscribe",
        ("følg", "abonner", "follow"),
        translatable("Let this channel follow a story, a tag, a desk or everything"),
        translatable("subscribe ukraine-peace reminders updates lead 3d, 1d"),
        (_TARGET, _WISHES),
        Role.READER,
    ): subscribe.subscribe,
    Command(
        "unsubscribe",
        ("avfølg", "avfølgj", "unfollow"),
        translatable("Let this channel follow something no longer"),
        translatable("unsubscribe ukraine-peace"),
        (_TARGET,),
        Role.READER,
    ): subscribe.unsubscribe,
    Command(
        "subscriptions",
        ("abonnementer", "abonnement", "følger", "følgjer", "following"),
        translatable("Show what this channel follows"),
        translatable("subscriptions"),
        role=Role.READER,
    ): subscribe.show_subscriptions,
}
