"""What somebody wants to hear of what a channel follows, as it is typed behind its name.

``reminders updates lead 3d, 1d mention @kari``: words may come in any order, and what is not
spoken of stays as it is.
"""

import re
from dataclasses import dataclass, field

from bot.domain.language import translatable
from bot.domain.subscription import KINDS, Leads, Notice
from bot.errors import BotError
from bot.reading.typed.ladder import read_ladder


class BadWishes(BotError):
    """Words that say nothing of what a channel wants to hear."""

    reply = translatable(
        "I don’t understand “{words}”. Say what this channel shall hear and how, such as:"
        " reminders updates digest alerts, lead 3d, 1d, mention @kari"
    )


_NOTICES = {
    word: notice
    for notice, words in {
        Notice.REMINDERS: "reminders reminder påminnelser påminnelse påminningar påminning",
        Notice.UPDATES: "updates update oppdateringer oppdatering oppdateringar",
        Notice.DIGEST: "digest dagsliste dagslista dagsorden",
        Notice.ALERTS: "alerts alert treff",
    }.items()
    for word in words.split()
}
_LEAD = frozenset(
    {"lead", "leads", "varsle", "varsel", "varsla", "forvarsel", "forvarsler", "førehandsvarsel"}
)
_MENTION = frozenset({"mention", "nevn", "nemn"})
_HERSELF = frozenset({"me", "meg", "myself"})
_ALL = frozenset({"all", "alt", "alle"})
_FILLING = frozenset({"before", "ahead", "før", "på", "forhånd", "førehand"})
_BETWEEN = frozenset({"and", "og", "with", "med"})
_MARKS = ",;."
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wanted; None stands for what was not spoken of.

    Attributes:
        notices: What to hear.
        leads: The heads-ups to get; empty for the policy's.
        mentions: The words that name whom to call upon.
        to_self: Whether it is the asker who is to hear it, and not the channel.
    """

    notices: frozenset[Notice] | None = None
    leads: Leads | None = None
    mentions: str | None = None
    to_self: bool = False


def split_target(text: str) -> tuple[str, str]:
    """Return what is to be followed, and the wishes typed behind it.

    A desk and a tag may be of several words, and end where a wish is known; all else is one word.
    """
    words = list(_WORD.finditer(text))
    if words and _plain(words[0][0]).partition(":")[0] not in KINDS:
        return words[0][0].strip(_MARKS), text[words[0].end() :].strip()
    for word in words[2 if words and words[0][0].endswith(":") else 1 :]:
        if _plain(word[0]) in _NOTICES.keys() | _LEAD | _MENTION | _HERSELF:
            return text[: word.start()].strip(f"{_MARKS} \n"), text[word.start() :].strip()
    return text.strip(), ""


def read_wishes(text: str) -> Wishes:
    """Return what was typed.

    Raises:
        BadWishes: If a word has no place in it.
        BadLadder: If the times behind ``lead`` are none.
    """
    found = _Gathered()
    for match in _WORD.finditer(text):
        found.take(match[0])
    return Wishes(
        frozenset(found.notices) or None,
        read_ladder(" ".join(found.leads)) if found.leads is not None else None,
        " ".join(found.mentions) if found.mentions is not None else None,
        to_self=found.to_self,
    )


@dataclass(slots=True)
class _Gathered:
    """The words so far, by what they speak of; ``open`` is where the next one belongs."""

    notices: set[Notice] = field(default_factory=set)
    leads: list[str] | None = None
    mentions: list[str] | None = None
    to_self: bool = False
    open: list[str] | None = None

    def take(self, typed: str) -> None:
        word = _plain(typed)
        if word in _NOTICES:
            self.notices.add(_NOTICES[word])
            self.open = None
        elif word in _LEAD:
            self.open = self.leads = self.leads or []
        elif word in _MENTION:
            self.open = self.mentions = self.mentions or []
        elif word in _HERSELF and self.open is not self.mentions:
            self.to_self, self.open = True, None
        elif self.open is not None:
            if word not in _FILLING:
                self.open.append(typed)
        elif word in _HERSELF:
            self.to_self = True
        elif word in _ALL:
            self.notices |= set(Notice)
        elif word not in _BETWEEN:
            raise BadWishes(words=typed[:60])


def _plain(word: str) -> str:
    return word.strip(_MARKS).lower()
