"""Making a slugline out of what a story is about."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from bot.domain.story import LONGEST_SLUGLINE

_NOT_IN_A_SLUGLINE = re.compile(r"[^a-z0-9æøå]+")
_WORDS = 2


def suggest_slugline(names: Iterable[str], headline: str) -> str:
    """Return a slugline of the names an article uses most, or else of its headline's longest words.

    Args:
        names: The names in the article, each as often as it stands there.
        headline: What it is called.
    """
    chosen = [name.split()[-1] for name, _ in Counter(names).most_common(_WORDS)]
    if not chosen:
        words = sorted(headline.split(), key=len, reverse=True)[:_WORDS]
        chosen = [word for word in headline.split() if word in words][:_WORDS]
    slugline = "-".join(filter(None, map(_plain, dict.fromkeys(chosen))))
    return slugline[:LONGEST_SLUGLINE].strip("-") or "story"


def _plain(word: str) -> str:
    """Return a word in small letters without marks: "Zelenskyj’s" becomes "zelenskyjs"."""
    kept = "".join(
        letter if letter in "æøåÆØÅ" else unicodedata.normalize("NFKD", letter)[0]
        for letter in word
    )
    return _NOT_IN_A_SLUGLINE.sub("", kept.lower())
