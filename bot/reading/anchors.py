"""Times counted from an event told before: "two days after the leaked call"."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.domain.window import EventWindow, Precision
from bot.reading.events import stems
from bot.reading.grammar import Lexicon
from bot.reading.setting import Setting

_MOST_WORDS = 6
_MOST_KEPT = 60
_LONGEST_DAY = timedelta(hours=26)


@dataclass(slots=True)
class Anchors:
    """The dated facts met so far, each with what its sentence is about."""

    lexicon: Lexicon
    _facts: list[tuple[frozenset[str], EventWindow]] = field(default_factory=list)

    def meet(self, about: frozenset[str], window: EventWindow) -> None:
        """Keep a fact, for what is counted from it further down."""
        self._facts = [*self._facts[-_MOST_KEPT:], (about, window)]

    def window(self, setting: Setting, sentence: str) -> EventWindow | None:
        """Return the day a phrase counts to, or None if what it counts from is not known.

        Args:
            setting: A phrase such as "two days after", in its sentence.
            sentence: The sentence as it stands.
        """
        away = self._days_away(setting.moment.text.lower().split())
        event = self._event_after(setting, sentence)
        if away is None or not event:
            return None
        for about, window in reversed(self._facts):
            if event[-1] in about and window.start is not None and _is_a_day(window):
                return _moved(window, window.start, away)
        return None

    def _days_away(self, words: Sequence[str]) -> int | None:
        """Return how many days "two days after" counts, below zero for "before"."""
        if len(words) < 2:
            return None
        number, unit = words[-3] if len(words) > 2 else words[0], words[-2]
        grammar = self.lexicon.grammar
        count = int(number) if number.isdecimal() else grammar.numbers.get(number)
        if count is None or unit not in grammar.units:
            return None
        return count * grammar.units[unit] * (1 if words[-1] == grammar.after else -1)

    def _event_after(self, setting: Setting, sentence: str) -> list[str]:
        """Return the stems of the noun phrase after the phrase, its head last."""
        found: list[str] = []
        verbs = {group.at for clause in setting.syntax.clauses for group in clause.groups}
        for index in range(setting.last, len(setting.syntax.tokens))[:_MOST_WORDS]:
            token = setting.syntax.tokens[index]
            if index in verbs or not token.word.isalpha():
                break
            found.extend(stems(sentence[token.start : token.end], self.lexicon))
        return found


def _is_a_day(window: EventWindow) -> bool:
    if window.start is None or window.end is None:
        return False
    return window.end.astimezone(UTC) - window.start.astimezone(UTC) <= _LONGEST_DAY


def _moved(window: EventWindow, start: datetime, days: int) -> EventWindow:
    """Return the whole day so many days on."""
    day = start.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return replace(window, start=day, end=day + timedelta(days=1), precision=Precision.DAY)
