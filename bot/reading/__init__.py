"""Understanding text: what words of time mean, and what an article expects."""

from bot.reading.article import read_article
from bot.reading.languages.detect import detect_language
from bot.reading.names import names_in
from bot.reading.time_expressions import (
    TimeExpression,
    UnderstoodWindow,
    find_time_expressions,
    parse_when,
    parse_whole,
)

__all__ = [
    "TimeExpression",
    "UnderstoodWindow",
    "detect_language",
    "find_time_expressions",
    "names_in",
    "parse_when",
    "parse_whole",
    "read_article",
]
