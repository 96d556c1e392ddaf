"""What each place of a text may mean in one language: its words of time, found token by token."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from itertools import product
from typing import Any, Generic, NamedTuple, TypeVar

from bot.reading.languages.words import TimeWords
from bot.reading.when.phrase import Clock
from bot.reading.when.terms import (
    Bound,
    DayPart,
    Feast,
    PeriodPart,
    Ref,
    Season,
    Unit,
    Which,
)
from bot.reading.when.tokens import Token, tokenise

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """Something understood, and the place after its last token."""

    value: T
    end: int


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of word: the field of ``TimeWords`` that holds it, typed by what it stands for."""

    name: str


NUMBER: Kind[float] = Kind("numbers")
VAGUE_NUMBER: Kind[float] = Kind("vague_numbers")
ORDINAL: Kind[int] = Kind("ordinals")
WEEKDAY: Kind[int] = Kind("weekdays")
EACH_WEEKDAY: Kind[int] = Kind("each_weekday")
SHORT_WEEKDAY: Kind[int] = Kind("short_weekdays")
WEEKDAY_PART: Kind[tuple[int, DayPart]] = Kind("weekday_parts")
MONTH: Kind[int] = Kind("months")
PLURAL_UNIT: Kind[Unit] = Kind("plural_units")
MONTH_TAIL: Kind[bool] = Kind("month_tails")
UNIT: Kind[Unit] = Kind("units")
RELATIVE: Kind[tuple[Unit, int]] = Kind("relatives")
CARRIED: Kind[tuple[Unit, int]] = Kind("carried")
WHICH: Kind[Which] = Kind("which")
WHICH_AFTER: Kind[Which] = Kind("which_after")
PART: Kind[DayPart] = Kind("parts")
PART_OFFSET: Kind[tuple[int, DayPart]] = Kind("part_offsets")
LEADING_PART: Kind[DayPart] = Kind("leading_parts")
SEASON: Kind[Season] = Kind("seasons")
DOUBTFUL_SEASON: Kind[Season] = Kind("doubtful_seasons")
OPENER: Kind[bool] = Kind("openers")
MONTH_OPENER: Kind[bool] = Kind("month_openers")
YEAR_OPENER: Kind[bool] = Kind("year_openers")
ARTICLE: Kind[bool] = Kind("articles")
JOINT: Kind[bool] = Kind("joints")
BOUND: Kind[Bound] = Kind("bounds")
PERIOD_BOUND: Kind[Bound] = Kind("period_bounds")
BOUND_AFTER: Kind[Bound] = Kind("bounds_after")
OVER: Kind[bool] = Kind("over")
END_AFTER: Kind[bool] = Kind("ends_after")
WEEK_OF: Kind[bool] = Kind("week_of")
WEEK_LEAD: Kind[bool] = Kind("week_leads")
EXACTLY: Kind[bool] = Kind("exactly")
HEDGE_AFTER: Kind[bool] = Kind("hedges_after")
NEAR_BOUND: Kind[bool] = Kind("near_bounds")
SOME_TIME_AFTER: Kind[bool] = Kind("some_time_after")
BOUND_TAIL: Kind[bool] = Kind("bound_tails")
AMOUNT_ADJECTIVE: Kind[bool] = Kind("amount_adjectives")
PAST_SPAN: Kind[tuple[float, Unit]] = Kind("past_spans")
LAPSE: Kind[tuple[float, Unit]] = Kind("lapses")
TURN: Kind[bool] = Kind("turns")
ZONE: Kind[str] = Kind("zones")
AMOUNT: Kind[tuple[float, Unit]] = Kind("amounts")
CARRIED_PART: Kind[tuple[int, DayPart]] = Kind("carried_parts")
HEDGE: Kind[bool] = Kind("hedges")
END_OF: Kind[bool] = Kind("ends")
REST_OF: Kind[int] = Kind("rest")
PART_PERIOD: Kind[tuple[PeriodPart, Unit]] = Kind("part_periods")
PART_SEASON: Kind[tuple[PeriodPart, Season]] = Kind("part_seasons")
FEAST_WEEKEND: Kind[Feast] = Kind("feast_weekends")
PERIOD_PART: Kind[PeriodPart] = Kind("period_parts")
THROUGH: Kind[bool] = Kind("through")
BETWEEN: Kind[bool] = Kind("between")
AND: Kind[bool] = Kind("conjunctions")
AHEAD: Kind[int] = Kind("ahead")
BEHIND: Kind[bool] = Kind("behind")
AGO: Kind[int] = Kind("ago")
LATER: Kind[int] = Kind("later")
SHIFT: Kind[int] = Kind("shifts")
WITHIN: Kind[bool] = Kind("within")
SPAN_AHEAD: Kind[int] = Kind("spans_ahead")
CLOCK_MARK: Kind[bool] = Kind("clock_marks")
CLOCK_END: Kind[bool] = Kind("clock_ends")
CLOCK_AROUND: Kind[bool] = Kind("clock_around")
MERIDIEM: Kind[int] = Kind("meridiems")
NAMED_CLOCK: Kind[Clock] = Kind("named_clocks")
HALF_TO: Kind[bool] = Kind("half_to")
HALF_PAST: Kind[bool] = Kind("half_past")
CLOCK_QUARTER: Kind[int] = Kind("clock_quarters")
CLOCK_DIRECTION: Kind[int] = Kind("clock_directions")
EVERY: Kind[bool] = Kind("every")
EVERY_OTHER: Kind[int] = Kind("every_other")
ADVERB: Kind[tuple[Unit, int]] = Kind("adverbs")
EVERY_WORKDAY: Kind[bool] = Kind("every_workday")
TIMES: Kind[bool] = Kind("times")
WEEK_LATER: Kind[int] = Kind("week_later")
OF_THE_MONTH: Kind[bool] = Kind("of_the_month")
QUARTER_LETTER: Kind[Unit] = Kind("quarter_letters")
DECADE: Kind[bool] = Kind("decades")
CENTURY: Kind[bool] = Kind("centuries")
FEAST: Kind[Feast] = Kind("feasts")
REF: Kind[Ref] = Kind("refs")
FISCAL: Kind[bool] = Kind("fiscal")
PARTICLE: Kind[frozenset[str]] = Kind("particle_verbs")


_NEVER_FIRST = frozenset(
    {
        "through",
        "conjunctions",
        "joints",
        "which_after",
        "ago",
        "later",
        "shifts",
        "bounds_after",
        "ends_after",
        "over",
        "week_of",
        "clock_ends",
        "clock_around",
        "meridiems",
        "clock_directions",
        "of_the_month",
        "times",
        "decades",
        "centuries",
        "week_later",
        "zones",
        "month_tails",
        "exactly",
        "hedges_after",
        "some_time_after",
        "bound_tails",
        "amount_adjectives",
        "lapses",
    }
)


_OUTSIDE = 16  # places after the last token (and, by negative index, before the first) to look at
_NOTHING: dict[str, Match[Any]] = {}  # what most words mean: no time
_SMALL_WORDS_AHEAD = 8  # no phrase has more of them before its first word of time
_COUNTING = frozenset({"numbers", "vague_numbers", "ordinals"})
_SMALL = _NEVER_FIRST | {
    "openers",
    "month_openers",
    "year_openers",
    "articles",
    "bounds",
    "near_bounds",
    "week_leads",
    "particle_verbs",
    "period_bounds",
    "hedges",
    "which",
    "between",
    "ahead",
    "behind",
    "within",
    "spans_ahead",
    "rest",
    "ends",
    "period_parts",
    "every",
}
_SMALL_OR_COUNTING = _SMALL | _COUNTING


@dataclass(slots=True)
class _Place:
    """A place in the tree of words: what may follow, and what the words so far stand for."""

    children: dict[str, "_Place"] = field(default_factory=dict)
    meanings: list[tuple[str, Any]] = field(default_factory=list)


class Lexicon:
    """The words of time of one language as a tree over tokens."""

    def __init__(self, words: TimeWords) -> None:
        """Plant the tree; the words themselves stay at hand for what is no mapping."""
        self.words = words
        self.root = _Place()
        for each in fields(words):
            mapping = getattr(words, each.name)
            if isinstance(mapping, Mapping):
                for forms, value in mapping.items():
                    for form in forms.split("|"):
                        self._plant(form, each.name, value)
        self._plant_weekday_parts(words)

    def _plant_weekday_parts(self, words: TimeWords) -> None:
        """Add the compounds ("tirsdagskveld") that the language builds."""
        days = [(form, n) for forms, n in words.weekdays.items() for form in forms.split("|")]
        parts = [(form, part) for forms, part in words.parts.items() for form in forms.split("|")]
        for (day, n), link, (part, value) in product(days, words.weekday_links, parts):
            self._plant(f"{day}{link}{part}", WEEKDAY_PART.name, (n, value))

    def _plant(self, form: str, kind: str, value: object) -> None:
        variants = [form, form.removesuffix(".")] if form.endswith(".") else [form]
        for variant in variants:
            place = self.root
            for token in tokenise(variant):
                place = place.children.setdefault(token.norm, _Place())
            place.meanings.append((kind, value))


class Words:
    """A text cut into tokens, and what each place may mean."""

    def __init__(
        self, text: str, lexicon: Lexicon, *, typed: bool = False, month_first: bool = False
    ) -> None:
        """Cut the text and look every word up.

        Args:
            text: What is read.
            lexicon: The words of its language.
            typed: A person typed it as a time, so that bare figures may be one.
            month_first: Dates in figures name the month first.
        """
        self.text = text
        self.typed = typed
        self.month_first = month_first
        self.lexicon = lexicon
        self.words = lexicon.words
        self.tokens: list[Token] = tokenise(text)
        self._norms = [token.norm for token in self.tokens] + [""] * _OUTSIDE
        known = lexicon.root.children
        self._meanings = [
            self._look_up(at) if norm in known else _NOTHING for at, norm in enumerate(self._norms)
        ]

    def __len__(self) -> int:
        return len(self.tokens)

    def find(self, at: int, kind: Kind[T]) -> Match[T] | None:
        """Return the longest reading of a kind that begins at a place."""
        return self._meanings[at].get(kind.name)

    def opener(self, at: int, kind: Kind[bool]) -> Match[bool] | None:
        """Return what opens a time: a word of the kind, or others that end in one ("en gang i")."""
        opener = self.find(at, OPENER)
        ends = opener is not None and self.find(opener.end - 1, kind) is not None
        return self.find(at, kind) or (opener if ends else None)

    def skip(self, at: int, *kinds: Kind[Any]) -> int:
        """Return the place after words of the kinds, in that order, each of which may lack."""
        for kind in kinds:
            found = self._meanings[at].get(kind.name)
            if found is not None:
                at = found.end
        return at

    def meanings(self, at: int) -> dict[str, Match[Any]]:
        """Return all that the words from a place on may stand for, by the kind's name."""
        return self._meanings[at]

    def beginnings(self) -> list[int]:
        """Return the places of numbers and words of time; no phrase begins at any other."""
        looked_up = zip(self._norms, self._meanings, strict=True)
        return [at for at, (norm, known) in enumerate(looked_up) if known or norm.isdecimal()]

    def may_begin(self, at: int) -> bool:
        """Whether a phrase of time may begin at a place: a cheap look, rarely wrong to say yes.

        Small words ("i", "the") begin one only if more words of time follow; so do numbers.
        """
        begin = at
        last = min(len(self.tokens), begin + _SMALL_WORDS_AHEAD)
        while at < last:
            meanings = self.meanings(at)
            if self.tokens[at].norm.isdecimal():
                return at > begin or self._may_go_on(at + 1)
            if not meanings:
                return False
            if not meanings.keys() <= _SMALL:
                if meanings.keys() <= _SMALL_OR_COUNTING:
                    return self._may_go_on(max(match.end for match in meanings.values()))
                return not meanings.keys() <= _NEVER_FIRST
            following = max(match.end for match in meanings.values())
            if following - at > 1 and self.meanings(following - 1).keys() - _SMALL:
                return True  # "the year" opens a time, and is one itself
            at = following
        return False

    def _may_go_on(self, at: int) -> bool:
        """Whether what follows a number may make it a time: any word of time, or a sign."""
        norm = self.norm(at)
        known = bool(self.meanings(at)) or norm in self.words.ordinal_ends
        return known or not norm.isalpha()

    def _look_up(self, at: int) -> dict[str, Match[Any]]:
        found: dict[str, Match[Any]] = {}
        place = self.lexicon.root.children.get(self._norms[at])
        while place is not None:
            at += 1
            for kind, value in place.meanings:
                found[kind] = Match(value, at)
            place = place.children.get(self._norms[at])
        return found

    def known(self, at: int) -> bool:
        """Whether a place holds a word of time, a number, or the sign of a short one ('90s)."""
        return bool(self._meanings[at]) or self._norms[at].isdecimal() or self._norms[at] == "'"

    def norm(self, at: int) -> str:
        """Return a token as it is compared; nothing outside the text."""
        return self._norms[at]

    def number(self, at: int) -> int | None:
        """Return the number written in digits at a place, if it has four digits at most."""
        norm = self._norms[at]
        return int(norm) if len(norm) <= 4 and norm.isdecimal() else None

    def glued(self, at: int) -> bool:
        """Whether no space parts a token from the one before."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def raw(self, at: int) -> str:
        """Return a token as it is written; nothing outside the text."""
        if not 0 <= at < len(self.tokens):
            return ""
        return self.text[self.tokens[at].start : self.tokens[at].end]

    def capitalised(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.raw(at)[:1].isupper()
