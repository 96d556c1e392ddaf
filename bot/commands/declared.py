"""Every command, once."""

from collections.abc import Awaitable, Callable, Mapping

from bot.actions import expect as writing
from bot.actions import keep as keeping
from bot.actions import open_story, read_article, settle, show_stories, subscribe
from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Role

Action = Callable[..., Awaitable[Message]]
"""Takes a ``Request``, and the command's parameters by name; what was left out is not given."""

_STORY = Parameter(
    "story",
    ParameterKind.STORY,
    translatable("The story’s slugline; may be left out where the channel follows one story"),
    required=False,
)
_FOLLOW_UP = Parameter(
    "follow_up",
    ParameterKind.FOLLOW_UP,
    translatable("Story and number: ukraine-peace#2, or #2 where the channel follows one story"),
)
_TARGET = Parameter(
    "target",
    ParameterKind.TARGET,
    translatable("A story’s slugline, tag:elections, desk:foreign or everything"),
)
_WHICH = Parameter(
    "which", ParameterKind.TEXT, translatable("The numbers of the proposals, or: all, timeline")
)


def _when(text: str, *, required: bool = True) -> Parameter:
    return Parameter("when", ParameterKind.WHEN, text, required=required)


HELP = Command(
    "help",
    ("hjelp",),
    translatable("Show what Daybook can do, or one command in full"),
    translatable("help expect"),
    (
        Parameter(
            "command", ParameterKind.COMMAND, translatable("The command’s name"), required=False
        ),
    ),
    Role.READER,
)

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
        (_STORY,),
        Role.READER,
    ): show_stories.show_status,
    Command(
        "timeline",
        ("tidslinje",),
        translatable("Show what has happened in a story, and what is expected"),
        translatable("timeline ukraine-peace"),
        (_STORY,),
        Role.READER,
    ): show_stories.show_timeline,
    Command(
        "read",
        ("les",),
        translatable("Read an article and propose its follow-ups and timeline"),
        translatable("read ukraine-peace The envoy is due in Moscow next week to meet Putin."),
        (
            _STORY,
            Parameter("article", ParameterKind.ARTICLE, translatable("The article’s text")),
        ),
        needs_form=True,
    ): read_article.read,
    Command(
        "keep",
        ("behold",),
        translatable("Keep what the article read last proposes"),
        translatable("keep all"),
        (_WHICH,),
    ): keeping.keep,
    Command(
        "discard",
        ("forkast",),
        translatable("Put aside what the article read last proposes"),
        translatable("discard 2"),
        (_WHICH,),
    ): keeping.discard,
    Command(
        "file",
        ("legg",),
        translatable("Say which story an article that was read belongs to"),
        translatable("file 1a2b3c4d ukraine-peace"),
        (
            Parameter("reading", ParameterKind.COMMAND, translatable("The reading’s code")),
            Parameter("story", ParameterKind.SLUGLINE, translatable("The story, which may be new")),
        ),
        hidden=True,
    ): keeping.file,
    Command(
        "expect",
        ("forvent", "vent"),
        translatable("Write down what is expected, and when"),
        translatable("expect ukraine-peace next week: Envoy to Moscow"),
        (
            _STORY,
            _when(translatable("When: next week, by Friday, 10 December at 14:00")),
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
            _STORY,
            _when(
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
        (_FOLLOW_UP, _when(translatable("The time, if it is now known better"), required=False)),
    ): settle.confirm,
    Command(
        "happened",
        ("skjedde", "hendt"),
        translatable("Say that a follow-up has happened"),
        translatable("happened ukraine-peace#2"),
        (
            _FOLLOW_UP,
            Parameter("note", ParameterKind.TEXT, translatable("How it went"), required=False),
        ),
    ): settle.happened,
    Command(
        "postpone",
        ("utsett",),
        translatable("Put a follow-up off, to a new time or until further notice"),
        translatable("postpone ukraine-peace#2 to 10 December: The trip is delayed"),
        (
            _FOLLOW_UP,
            _when(translatable("The new time, if there is one"), required=False),
            Parameter("reason", ParameterKind.TEXT, translatable("Why"), required=False),
        ),
        needs_form=True,
    ): settle.postpone,
    Command(
        "move",
        ("flytt",),
        translatable("Give a follow-up another time"),
        translatable("move ukraine-peace#2 next Tuesday"),
        (_FOLLOW_UP, _when(translatable("When it is expected instead"))),
    ): settle.move,
    Command(
        "cancel",
        ("avlys",),
        translatable("Call a follow-up off"),
        translatable("cancel ukraine-peace#2 The trip is called off"),
        (
            _FOLLOW_UP,
            Parameter("reason", ParameterKind.TEXT, translatable("Why"), required=False),
        ),
    ): settle.cancel,
    Command(
        "drop",
        ("dropp",),
        translatable("Follow something no longer"),
        translatable("drop ukraine-peace#2"),
        (_FOLLOW_UP,),
    ): settle.drop,
    Command(
        "reopen",
        ("gjenåpne",),
        translatable("Expect something again that had ended"),
        translatable("reopen ukraine-peace#2"),
        (_FOLLOW_UP,),
    ): settle.reopen,
    Command(
        "snooze",
        ("slumre",),
        translatable("Be reminded of a follow-up later"),
        translatable("snooze ukraine-peace#2 2h"),
        (
            _FOLLOW_UP,
            Parameter(
                "until",
                ParameterKind.WHEN,
                translatable("How long, or until when: 2h, 1d, Monday"),
                required=False,
            ),
        ),
    ): settle.snooze,
    Command(
        "subscribe",
        ("følg", "abonner"),
        translatable("Let this channel follow a story, a tag, a desk or everything"),
        translatable("subscribe ukraine-peace"),
        (_TARGET,),
        Role.READER,
    ): subscribe.subscribe,
    Command(
        "unsubscribe",
        ("avfølg",),
        translatable("Let this channel follow something no longer"),
        translatable("unsubscribe ukraine-peace"),
        (_TARGET,),
        Role.READER,
    ): subscribe.unsubscribe,
    Command(
        "subscriptions",
        ("abonnementer",),
        translatable("Show what this channel follows"),
        translatable("subscriptions"),
        role=Role.READER,
    ): subscribe.show_subscriptions,
}

COMMANDS: tuple[Command, ...] = (HELP, *ACTIONS)
