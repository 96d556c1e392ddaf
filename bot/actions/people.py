"""Finding the people that somebody named."""

import re

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.errors import BotError
from bot.ports import Transaction

MOST_NAMES = 10
LONGEST_NAME = 60
MYSELF = frozenset({"me", "meg", "eg", "jeg", "myself"})
_NOBODY = frozenset({"nobody", "none", "no one", "off", "ingen", "inga", "av", "-"})
_TO = re.compile(r"^(?:to|til)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;&\n]|\sand\s|\sog\s")


class BadNames(BotError):
    """More people than one can put on a thing, or a name that is a text."""

    reply = translatable("Name up to {most} people, such as: me, @anna")


async def named_people(tx: Transaction, request: Request, words: str) -> tuple[str, ...]:
    """Return the names of those who were named: ``me``, ``@anna @bo``, ``Kari Nordmann, Ola``.

    One whom Daybook has met is called as the platform calls them; any other as typed. ``nobody``
    is no name at all.

    Raises:
        BadNames: If there are too many, or one is too long.
    """
    if words.strip().lower() in _NOBODY:
        return ()
    people = await tx.newsrooms.people(request.newsroom.id)
    known = {key.casefold(): p.name for p in people for key in (p.key, p.name)}
    known |= dict.fromkeys(MYSELF, request.person.name)
    found: dict[str, None] = {}
    for part in _BETWEEN.split(_TO.sub("", words.strip(), count=1)):
        found |= dict.fromkeys(_names(part.strip(), known))
    if not 0 < len(found) <= MOST_NAMES or any(len(name) > LONGEST_NAME for name in found):
        raise BadNames(most=MOST_NAMES)
    return tuple(found)


def _names(part: str, known: dict[str, str]) -> list[str]:
    """Return the names of one part: one of several words, or several of one word each."""
    whole = part.removeprefix("@")
    if name := known.get(whole.casefold()):
        return [name]
    each = [word.removeprefix("@") for word in part.split()]
    apart = all(word.startswith("@") for word in part.split())
    if apart or all(word.casefold() in known for word in each):
        return [known.get(word.casefold(), word) for word in each if word]
    return [" ".join(whole.split())]
