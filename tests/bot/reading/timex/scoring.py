"""Scores of found expressions of time against marked ones, as TempEval-3 computes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.reading.time_expressions import TimeExpression, find_time_expressions
from tests.bot.reading.timex import Document, Marked


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expressions were marked and found, and how many of them agree.

    Attributes:
        marked: Marked by hand.
        found: Found by the reader.
        strict: Pairs with the same span.
        relaxed: Pairs whose spans overlap.
        typed: Overlapping pairs with the same type.
        valued: Overlapping pairs with the same value.
    """

    marked: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    typed: int = 0
    valued: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.marked + other.marked,
            self.found + other.found,
            self.strict + other.strict,
            self.relaxed + other.relaxed,
            self.typed + other.typed,
            self.valued + other.valued,
        )

    def f1(self, agreeing: int) -> float:
        """Return the harmonic mean of precision and recall, 0 to 1."""
        return 2 * agreeing / (self.marked + self.found) if self.marked + self.found else 1.0


def score(documents: Iterable[Document]) -> Tally:
    """Return the tally over all documents (micro-averaged)."""
    return sum((tally(each.marked, found_in(each)) for each in documents), Tally())


def found_in(document: Document) -> list[TimeExpression]:
    """Return what the reader finds in an American document."""
    return find_time_expressions(
        document.text, now=document.published, language="en", country="US", month_first=True
    )


def pairs(
    marked: Sequence[Marked], found: Sequence[TimeExpression]
) -> list[tuple[Marked, TimeExpression]]:
    """Return each marked expression with the first found one over it, no one of them twice."""
    free = list(found)
    paired = []
    for mark in marked:
        match = next((one for one in free if one.start < mark.end and mark.start < one.end), None)
        if match:
            free.remove(match)
            paired.append((mark, match))
    return paired


def tally(marked: Sequence[Marked], found: Sequence[TimeExpression]) -> Tally:
    """Return how the expressions of one document agree."""
    both = pairs(marked, found)
    return Tally(
        len(marked),
        len(found),
        sum((mark.start, mark.end) == (one.start, one.end) for mark, one in both),
        len(both),
        sum(mark.timex_type == one.timex_type for mark, one in both),
        sum(one.timex_value in mark.values for mark, one in both),
    )
