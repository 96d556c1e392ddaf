"""The commands about an article and what it proposes."""

from collections.abc import Mapping

from bot.actions import keep as keeping
from bot.actions import read_article
from bot.commands.declared.parameters import STORY
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

_WHICH = Parameter(
    "which",
    ParameterKind.TEXT,
    translatable("The numbers of the proposals, such as 1 3-5, or: all, timeline"),
)

ACTIONS: Mapping[Command, Action] = {
    Command(
        "read",
        ("les",),
        translatable("Read an article and propose its follow-ups and timeline"),
        translatable("read ukraine-peace The envoy is due in Moscow next week to meet Putin."),
        (
            STORY,
            Parameter(
                "article", ParameterKind.ARTICLE, translatable("The article’s text, or its link")
            ),
            Parameter(
                "published",
                ParameterKind.WHEN,
                translatable("When it was published, if the article doesn’t say: 2025-11-26"),
                required=False,
            ),
        ),
        needs_form=True,
    ): read_article.read,
    Command(
        "keep",
        ("behold", "behald"),
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
        "revise",
        ("rett",),
        translatable("Put right the title or the time of something proposed, then keep it"),
        translatable("revise 2 next Tuesday: The envoy meets Putin"),
        (
            Parameter(
                "which",
                ParameterKind.PROPOSAL,
                translatable("The number of a proposal of the article read last"),
            ),
            Parameter(
                "when",
                ParameterKind.WHEN,
                translatable("When it is expected, or was, followed by a colon"),
                required=False,
            ),
            Parameter(
                "title", ParameterKind.TEXT, translatable("What it is called"), required=False
            ),
        ),
    ): keeping.revise,
    Command(
        "proposals",
        ("forslag",),
        translatable("Show again what the article read last proposes"),
        translatable("proposals 2"),
        (
            Parameter(
                "which", ParameterKind.TEXT, translatable("Which page of them"), required=False
            ),
        ),
        Role.READER,
    ): keeping.show_proposals,
    Command(
        "file",
        ("legg",),
        translatable("Say which story an article that was read belongs to"),
        translatable("file 1a2b3c4d ukraine-peace"),
        (
            Parameter("reading", ParameterKind.CODE, translatable("The reading’s code")),
            Parameter("story", ParameterKind.SLUGLINE, translatable("The story, which may be new")),
        ),
        hidden=True,
    ): keeping.file,
}
