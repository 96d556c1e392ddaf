"""What a proposal rests on: the sentence it was read from."""

from dataclasses import dataclass

from bot.domain.window import EventWindow


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of a text, as it stands there.

    Attributes:
        sentence: The words, unchanged.
        start: Offset of the sentence's first character in the text.
        end: Offset after its last character.
        phrase: The words of time in it ("i neste uke"); None where it names none.
        window: What those words meant where they stood; None where they were undated.
    """

    sentence: str
    start: int
    end: int
    phrase: str | None = None
    window: EventWindow | None = None

    def __post_init__(self) -> None:
        """Refuse a sentence of nothing, and offsets that don't fit it.

        Raises:
            ValueError: If the sentence is blank or is not as long as its offsets say.
        """
        if not self.sentence.strip():
            raise ValueError("evidence needs a sentence")
        if self.start < 0 or self.end - self.start != len(self.sentence):
            raise ValueError(f"{self.start}–{self.end} is not where {self.sentence!r} stands")
