"""The commands about what is expected and what has become of it."""

from collections.abc import Mapping

from bot.actions import embargo, explain, repeat, settle, tend
from bot.actions import expect as writing
from bot.commands.declared.parameters import FOLLOW_UP, STORY, when
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

_EMBARGO = Parameter(
    "embargo",
    ParameterKind.WHEN,
    translatable("When it may be shown everywhere, if not at once: Friday 06:00"),
    required=False,
)

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
            _EMBARGO,
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
            _EMBARGO,
        ),
        needs_form=True,
    ): writing.note,
    Command(
        "confirm",
        ("bekreft", "stadfest"),
        translatable("Call a follow-up confirmed, with a sharper time where it is known"),
        translatable("confirm ukraine-peace#2 Tuesday at 14:00"),
        (FOLLOW_UP, when(translatable("The time, if it is now known better"), required=False)),
    ): settle.confirm,
    Command(
        "doubt",
        ("tvil",),
        translatable("Call a follow-up highly uncertain"),
        translatable("doubt ukraine-peace#2"),
        (FOLLOW_UP,),
    ): settle.doubt,
    Command(
        "happened",
        ("skjedde", "hendt"),
        translatable("Say that a follow-up has happened"),
        translatable("happened ukraine-peace#2"),
        (
            FOLLOW_UP,
            when(
                translatable("When it was, if not when it was expected: yesterday, at 14:00"),
                required=False,
            ),
            Parameter("note", ParameterKind.TEXT, translatable("How it went"), required=False),
        ),
    ): settle.happened,
    Command(
        "postpone",
        ("utsett", "utset"),
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
        ("gjenåpne", "gjenopne"),
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
    Command(
        "assign",
        ("tildel",),
        translatable("Put a follow-up in somebody’s hands, or in several people’s"),
        translatable("assign ukraine-peace#2 me, @anna"),
        (
            FOLLOW_UP,
            Parameter(
                "who",
                ParameterKind.TEXT,
                translatable("Who works on it: me, @anna, nobody; you if left out"),
                required=False,
            ),
        ),
    ): tend.assign,
    Command(
        "take",
        ("tar", "tek", "ack"),
        translatable("Say that you are on it, so that I don’t escalate it"),
        translatable("take ukraine-peace#2"),
        (FOLLOW_UP,),
    ): tend.take,
    Command(
        "cover",
        ("dekk",),
        translatable("Say whether we cover a follow-up"),
        translatable("cover ukraine-peace#2 yes"),
        (
            FOLLOW_UP,
            Parameter(
                "coverage",
                ParameterKind.COVERAGE,
                translatable("Whether we cover it: yes, no, undecided or request"),
            ),
        ),
    ): tend.cover,
    Command(
        "remind",
        ("påminn", "varsle"),
        translatable("Set when you are reminded before a follow-up"),
        translatable("remind ukraine-peace#2 3d, 1d 16:00"),
        (
            FOLLOW_UP,
            Parameter(
                "ladder",
                ParameterKind.TEXT,
                translatable("How long before: 3d, 1d 16:00, 1h; or: default"),
            ),
        ),
    ): tend.remind,
    Command(
        "embargo",
        ("sperrefrist",),
        translatable("Show something only in channels that may see it, until a time"),
        translatable("embargo ukraine-peace#2 until Friday 06:00"),
        (
            Parameter(
                "follow_up",
                ParameterKind.FOLLOW_UP,
                translatable("Story and number; or a story alone, for what was noted there last"),
            ),
            Parameter(
                "until",
                ParameterKind.WHEN,
                translatable("When it may be shown everywhere: Friday 06:00; or: off"),
            ),
        ),
    ): embargo.embargo,
    Command(
        "why",
        ("hvorfor", "kvifor"),
        translatable("Explain what you were reminded of here, and what not"),
        translatable("why ukraine-peace#2"),
        (FOLLOW_UP,),
        Role.READER,
    ): explain.explain,
    Command(
        "stop",
        ("stopp",),
        translatable("End a series: its coming time is cancelled, and nothing follows"),
        translatable("stop ukraine-peace#2"),
        (
            FOLLOW_UP,
            Parameter("reason", ParameterKind.TEXT, translatable("Why"), required=False),
        ),
    ): repeat.end_series,
}
