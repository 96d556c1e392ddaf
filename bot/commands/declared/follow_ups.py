"""The commands about what is expected and what has become of it."""

from collections.abc import Mapping

from bot.actions import expect as writing
from bot.actions import settle
from bot.commands.declared.parameters import FOLLOW_UP, STORY, when
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable

ACTIONS: Mapping[Command, Action] = {
    Command(
        "expect",
        ("forvent", "vent"),
        translatable("Write down what is expected, and when"),
        translatable("expect ukraine-peace next week: Envoy to Moscow"),
        (
            STORY,
            when(translatable("When: next week, by Friday, 10 December at 14:00")),
            Parameter("title", ParameterKind.TEXT, translatable("What is expected, in a line")),
        ),
        needs_form=True,
    ): writing.expect,
    Command(
        "note",
        ("noter",),
        translatable("Write a fact into a story’s timeline"),
        translatable("note ukraine-peace yesterday: The talks in Geneva ended"),
        (
            STORY,
            when(
                translatable("When it was, followed by a colon; today if left out"), required=False
            ),
            Parameter("text", ParameterKind.TEXT, translatable("What happened, in a line")),
        ),
        needs_form=True,
    ): writing.note,
    Command(
        "confirm",
        ("bekreft",),
        translatable("Call a follow-up confirmed, with a sharper time where it is known"),
        translatable("confirm ukraine-peace#2 Tuesday at 14:00"),
        (FOLLOW_UP, when(translatable("The time, if it is now known better"), required=False)),
    ): settle.confirm,
    Command(
        "happened",
        ("skjedde", "hendt"),
        translatable("Say that a follow-up has happened"),
        translatable("happened ukraine-peace#2"),
        (
            FOLLOW_UP,
            Parameter("note", ParameterKind.TEXT, translatable("How it went"), required=False),
        ),
    ): settle.happened,
    Command(
        "postpone",
        ("utsett",),
        translatable("Put a follow-up off, to a new time or until further notice"),
        translatable("postpone ukraine-peace#2 to 10 December: The trip is delayed"),
        (
            FOLLOW_UP,
            when(translatable("The new time, if there is one"), required=False),
            Parameter("reason", ParameterKind.TEXT, translatable("Why"), required=False),
        ),
        needs_form=True,
    ): settle.postpone,
    Command(
        "move",
        ("flytt",),
        translatable("Give a follow-up another time"),
        translatable("move ukraine-peace#2 next Tuesday"),
        (FOLLOW_UP, when(translatable("When it is expected instead"))),
    ): settle.move,
    Command(
        "cancel",
        ("avlys",),
        translatable("Call a follow-up off"),
        translatable("cancel ukraine-peace#2 The trip is called off"),
        (
            FOLLOW_UP,
            Parameter("reason", ParameterKind.TEXT, translatable("Why"), required=False),
        ),
    ): settle.cancel,
    Command(
        "drop",
        ("dropp",),
        translatable("Follow something no longer"),
        translatable("drop ukraine-peace#2"),
        (FOLLOW_UP,),
    ): settle.drop,
    Command(
        "reopen",
        ("gjenåpne",),
        translatable("Expect something again that had ended"),
        translatable("reopen ukraine-peace#2"),
        (FOLLOW_UP,),
    ): settle.reopen,
    Command(
        "snooze",
        ("slumre",),
        translatable("Be reminded of a follow-up later"),
        translatable("snooze ukraine-peace#2 2h"),
        (
            FOLLOW_UP,
            Parameter(
                "until",
                ParameterKind.WHEN,
                translatable("How long, or until when: 2h, 1d, Monday"),
                required=False,
            ),
        ),
    ): settle.snooze,
}
