"""One event once: the mentions of a text that speak of the same thing at the same time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.evidence import Evidence
from bot.domain.occurrence import Occurrence
from bot.domain.window import EventWindow, Precision
from bot.reading.grammar import Lexicon
from bot.reading.names import shared_names

_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 6
_LOOK_BACK = 40
_ALIKE_SAME_TIME = 0.34
_ALIKE_WIDER_TIME = 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence that dates an event, or an event with all its sentences.

    Attributes:
        title: A few words that stand alone.
        window: When; None if undated.
        occurrence: How sure the wording is.
        evidence: Its sentences.
        about: The stems of what the sentences are about.
        names: The names in them.
    """

    title: str
    window: EventWindow | None
    occurrence: Occurrence
    evidence: tuple[Evidence, ...]
    about: frozenset[str]
    names: tuple[str, ...] = ()


def stems(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the beginnings of the words that carry meaning, for comparing sentences."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(word[:_STEM] for word in found if word not in lexicon.function_words)


def joined(mentions: Iterable[Mention]) -> list[Mention]:
    """Join the mentions of one event; the tightest window and its title win.

    Each mention is held against the forty events before it, so that the work grows with the
    text and no faster.
    """
    events: list[Mention] = []
    for mention in mentions:
        place = next(
            (
                index
                for index in range(len(events) - 1, max(-1, len(events) - 1 - _LOOK_BACK), -1)
                if is_same(events[index], mention)
            ),
            None,
        )
        if place is None:
            events.append(mention)
        else:
            events[place] = _together(events[place], mention)
    return sorted(events, key=_when)


def is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions speak of one event: at one time, and of the same things."""
    if one.window is None or other.window is None:
        return one.window is other.window and likeness(one.about, other.about) >= _ALIKE_WIDER_TIME
    shared_sentence = {e.start for e in one.evidence} & {e.start for e in other.evidence}
    if is_same_time(one.window, other.window):
        alike = likeness(one.about, other.about) >= _ALIKE_SAME_TIME
        return bool(shared_sentence) or alike or shared_names(one.names, other.names) > 1
    if shared_sentence or not one_in_other(one.window, other.window):
        return False
    if one.names and other.names and not shared_names(one.names, other.names):
        return False
    return likeness(one.about, other.about) >= _ALIKE_WIDER_TIME


def likeness(ones: frozenset[str], others: frozenset[str]) -> float:
    """Return how much of the shorter set the longer one shares, 0 to 1."""
    shorter = min(len(ones), len(others))
    return len(ones & others) / shorter if shorter else 0.0


def is_same_time(one: EventWindow, other: EventWindow) -> bool:
    """Whether two windows cover the same days, and no two hours of one."""
    if one.precision is other.precision is Precision.MINUTE and one.start != other.start:
        return False
    return _first_day(one) == _first_day(other) and _last_day(one) == _last_day(other)


def _first_day(window: EventWindow) -> date | None:
    return None if window.start is None else window.start.date()


def _last_day(window: EventWindow) -> date | None:
    return None if window.end is None else (window.end - timedelta(minutes=1)).date()


def one_in_other(one: EventWindow, other: EventWindow) -> bool:
    """Whether one of two windows lies inside the other."""
    return _holds(one, other) or _holds(other, one)


def _holds(outer: EventWindow, inner: EventWindow) -> bool:
    starts = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends


def _together(one: Mention, other: Mention) -> Mention:
    tighter, wider = (other, one) if _length(other.window) < _length(one.window) else (one, other)
    evidence = [*tighter.evidence]
    evidence += [piece for piece in wider.evidence if piece not in evidence]
    surer = max(one.occurrence, other.occurrence, key=lambda each: each.value)
    return replace(
        tighter,
        evidence=tuple(evidence),
        occurrence=surer,
        about=one.about if len(one.about) >= len(other.about) else other.about,
        names=one.names if len(one.names) >= len(other.names) else other.names,
    )


def _length(window: EventWindow | None) -> timedelta:
    if window is None or window.start is None or window.end is None:
        return timedelta.max
    return window.end - window.start


def _when(mention: Mention) -> tuple[bool, datetime, datetime]:
    """Order by time: undated last, a deadline where it ends."""
    latest = datetime.max.replace(tzinfo=UTC)
    if mention.window is None:
        return True, latest, latest
    end = mention.window.end or latest
    at_its_end = mention.window.precision is Precision.DEADLINE or mention.window.start is None
    return False, end if at_its_end else mention.window.start or latest, end
