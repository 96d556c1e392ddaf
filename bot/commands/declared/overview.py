"""The commands that look over a channel's whole day."""

from collections.abc import Mapping

from bot.actions import hand_over, show_digest
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

ACTIONS: Mapping[Command, Action] = {
    Command(
        "digest",
        ("dagsliste", "oversikt"),
        translatable("Show what is overdue, what comes this week, and what has gone quiet"),
        translatable("digest week"),
        (
            Parameter(
                "span",
                ParameterKind.TEXT,
                translatable("week: to the end of the next one; or only a day, overdue or undated"),
                required=False,
            ),
        ),
        Role.READER,
    ): show_digest.show_digest,
    Command(
        "handover",
        ("vaktskifte", "overlever"),
        translatable("Show what happened in this shift, and what the next one must do"),
        translatable("handover 8h"),
        (
            Parameter(
                "since",
                ParameterKind.TEXT,
                translatable("When the shift began: 8h, 06:00, yesterday; 8 hours if left out"),
                required=False,
            ),
        ),
        Role.READER,
    ): hand_over.hand_over,
}
