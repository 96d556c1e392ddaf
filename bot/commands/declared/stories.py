"""The commands about a story as a whole."""

from collections.abc import Mapping

from bot.actions import (
    close_story,
    edit_story,
    merge_stories,
    open_story,
    search,
    show_standing,
    show_stories,
)
from bot.commands.declared.parameters import STORY
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

_COVERAGE = Parameter(
    "coverage",
    ParameterKind.COVERAGE,
    translatable("Only what we cover: yes, no, undecided or request; all if left out"),
    required=False,
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
        (_COVERAGE,),
        Role.READER,
    ): show_stories.list_stories,
    Command(
        "search",
        ("søk", "finn", "find"),
        translatable("Find stories by words that stand anywhere in them"),
        translatable("search envoy Moscow"),
        (Parameter("words", ParameterKind.TEXT, translatable("Words that must all be there")),),
        Role.READER,
    ): search.search,
    Command(
        "status",
        ("show", "vis"),
        translatable("Show where a story stands and what is expected next"),
        translatable("status ukraine-peace"),
        (STORY, _COVERAGE),
        Role.READER,
    ): show_standing.show_standing,
    Command(
        "timeline",
        ("tidslinje",),
        translatable("Show what has happened in a story, and what is expected"),
        translatable("timeline ukraine-peace"),
        (
            STORY,
            Parameter(
                "look",
                ParameterKind.TEXT,
                translatable("What the picture is like: light, dark, png, svg"),
                required=False,
            ),
        ),
        Role.READER,
    ): show_stories.show_timeline,
    Command(
        "rename",
        ("omdøp", "omdøyp", "døp", "døyp"),
        translatable("Give a story another slugline; the old one leads to it still"),
        translatable("rename ukraine-peace ukraine-talks"),
        (
            STORY,
            Parameter("slugline", ParameterKind.SLUGLINE, translatable("Its new short name")),
        ),
    ): edit_story.rename,
    Command(
        "headline",
        ("tittel",),
        translatable("Give a story another headline"),
        translatable("headline ukraine-peace The peace talks in Moscow"),
        (
            STORY,
            Parameter("headline", ParameterKind.TEXT, translatable("What it is about, in a line")),
        ),
    ): edit_story.set_headline,
    Command(
        "urgency",
        ("hast", "hastegrad"),
        translatable("Say how urgent a story is; 1 and 2 break through quiet hours"),
        translatable("urgency ukraine-peace 2"),
        (
            STORY,
            Parameter("urgency", ParameterKind.TEXT, translatable("1 to 9; 1 is the most urgent")),
        ),
    ): edit_story.set_urgency,
    Command(
        "desk",
        ("redaksjon",),
        translatable("Say which desk works on a story"),
        translatable("desk ukraine-peace foreign"),
        (
            STORY,
            Parameter("desk", ParameterKind.TEXT, translatable("The desk’s name, or: none")),
        ),
    ): edit_story.set_desk,
    Command(
        "tags",
        ("emner", "emneord"),
        translatable("Say what a story is about, for those who follow a tag"),
        translatable("tags ukraine-peace war, diplomacy"),
        (
            STORY,
            Parameter(
                "tags", ParameterKind.TEXT, translatable("Its tags, a comma between them; or: none")
            ),
        ),
    ): edit_story.set_tags,
    Command(
        "merge",
        ("slåsammen", "flett"),
        translatable("Let a story become part of another, with all that is in it"),
        translatable("merge ukraine-talks ukraine-peace"),
        (
            STORY,
            Parameter(
                "into", ParameterKind.STORY, translatable("The story that it becomes part of")
            ),
        ),
    ): merge_stories.merge,
    Command(
        "close",
        ("avslutt", "lukk"),
        translatable("Follow a story no longer; asks about what is still expected of it"),
        translatable("close ukraine-peace drop"),
        (
            STORY,
            Parameter(
                "follow_ups",
                ParameterKind.TEXT,
                translatable("What becomes of open follow-ups: drop or keep"),
                required=False,
            ),
        ),
    ): close_story.close,
}
