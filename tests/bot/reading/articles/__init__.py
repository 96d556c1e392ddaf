"""News articles with the reading a careful editor would make of each, as readable files.

A file is named by language and subject (``nb-rettssak.txt``). A header tells when, in which
language and for which country it was published; then come the text and, below ``== expected``
and ``== timeline``, what a reading should find. An entry is the beginning of its evidence
sentence and, below it, one line for each phrase of time::

    > Retten samles igjen
      "i neste uke" | 2026-03-16..2026-03-22 | likely | event 1 | within 2 days | optional
      "fredag" | 2026-03-20 | certain | or 2026-03-19..2026-03-20

Days are inclusive, ``-`` is an open side, and ``undated`` is an event without a date.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.language import Language

from .expectation import Certainty, Days, Mention, span_of

FOLDER = Path(__file__).parent
ZONES = {
    "NO": ZoneInfo("Europe/Oslo"),
    "GB": ZoneInfo("Europe/London"),
    "US": ZoneInfo("America/New_York"),
}


@dataclass(frozen=True, slots=True)
class Article:
    """A text and the reading that is expected of it.

    Attributes:
        name: The file's name without its ending.
        published: The local date of publication.
        country: ISO 3166-1 alpha-2, whose holidays and zone the text speaks of.
    """

    name: str
    published: date
    language: Language
    country: str
    text: str
    expected: tuple[Mention, ...]
    timeline: tuple[Mention, ...]

    @property
    def published_at(self) -> datetime:
        """Noon on the day of publication, in the country's zone: the files know no hour."""
        return datetime.combine(self.published, time(12), ZONES[self.country])


def articles() -> list[Article]:
    """Return the whole corpus, in the order of the files' names.

    Raises:
        ValueError: If a file does not hold what it should; the message names it.
    """
    return [read_file(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_file(path: Path) -> Article:
    """Read one article with its expected reading.

    Raises:
        ValueError: If the header, an entry or its place in the text is wrong.
    """
    try:
        return _parse(path.stem, path.read_text(encoding="utf-8"))
    except (KeyError, ValueError) as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong


def _parse(name: str, content: str) -> Article:
    head, _, rest = content.partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    text, _, rest = rest.partition("\n== expected\n")
    expected, divider, timeline = rest.partition("== timeline\n")
    if not divider:
        raise ValueError("it needs an “== expected” and an “== timeline”, in this order")
    if (country := header["country"]) not in ZONES:
        raise ValueError(f"no zone is known for {country}")
    text = text.strip()
    return Article(
        name=name,
        published=date.fromisoformat(header["published"]),
        language=Language(header["language"]),
        country=country,
        text=text,
        expected=tuple(_mentions(text, expected, timed=False)),
        timeline=tuple(_mentions(text, timeline, timed=True)),
    )


def _mentions(text: str, section: str, *, timed: bool) -> list[Mention]:
    found: list[Mention] = []
    sentence = ""
    for line in section.splitlines():
        if line.startswith("> "):
            sentence = line.removeprefix("> ")
            if text.count(sentence) != 1:
                raise ValueError(f"stands {text.count(sentence)} times in the text: {sentence!r}")
        elif line.strip():
            found.append(_mention(text, sentence, line.strip(), timed=timed))
    return found


def _mention(text: str, sentence: str, line: str, *, timed: bool) -> Mention:
    quoted, window, *marks = (field.strip() for field in line.split(" | "))
    phrase = quoted.strip('"')
    start, end = span_of(text, sentence, phrase)
    also = [_days(mark.removeprefix("or ")) for mark in marks if mark.startswith("or ")]
    known = {mark for mark in marks if mark in set(Certainty)}
    if len(known) != (0 if timed else 1):
        raise ValueError(f"a certainty belongs to what is expected, and one alone: {line!r}")
    settings = _settings([mark for mark in marks if mark not in known])
    return Mention(
        sentence=sentence,
        phrase=phrase,
        start=start,
        end=end,
        days=(_days(window), *also),
        tolerance=timedelta(days=settings.get("within", 0)),
        certainty=Certainty(known.pop()) if known else None,
        optional="optional" in settings,
        event=settings.get("event"),
    )


def _settings(marks: list[str]) -> dict[str, int]:
    settings: dict[str, int] = {}
    for mark in marks:
        match mark.split():
            case ["event", number]:
                settings["event"] = int(number)
            case ["within", number, "days" | "day"]:
                settings["within"] = int(number)
            case ["optional"]:
                settings["optional"] = 1
            case ["or", _]:
                continue
            case _:
                raise ValueError(f"not understood: {mark!r}")
    return settings


def _days(window: str) -> Days:
    if window == "undated":
        return Days(None, None)
    first, dots, last = window.partition("..")
    return Days(_date(first), _date(last) if dots else _date(first))


def _date(day: str) -> date | None:
    return None if day == "-" else date.fromisoformat(day)
