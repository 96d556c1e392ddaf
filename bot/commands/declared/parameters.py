"""The parameters that several commands share."""

from bot.commands.grammar import Parameter, ParameterKind
from bot.domain.language import translatable

STORY = Parameter(
    "story",
    ParameterKind.STORY,
    translatable("The story’s slugline, unless the channel follows just one"),
    required=False,
)
FOLLOW_UP = Parameter(
    "follow_up",
    ParameterKind.FOLLOW_UP,
    translatable("Story and number: ukraine-peace#2, or #2 where the channel follows one story"),
)


def when(text: str, *, required: bool = True) -> Parameter:
    """Return the parameter that takes words of time, with its help."""
    return Parameter("when", ParameterKind.WHEN, text, required=required)
