"""Understanding text: what words of time mean, and what an article expects."""

from bot.reading.article import read_article

__all__ = ["read_article"]
