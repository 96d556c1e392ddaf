"""The commands about an article and what it proposes."""

from collections.abc import Mapping

from bot.actions import keep as keeping
from bot.actions import read_article
from bot.commands.declared.parameters import STORY
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable

_WHICH = Parameter(
    "which", ParameterKind.TEXT, translatable("The numbers of the proposals, or: all, timeline")
)

ACTIONS: Mapping[Command, Action] = {
    Command(
        "read",
        ("les",),
        translatable("Read an article and propose its follow-ups and timeline"),
        translatable("read ukraine-peace The envoy is due in Moscow next week to meet Putin."),
        (
            STORY,
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
}
