"""How fast and how right time is read, beside dateparser on the same texts in the same run.

Run as ``python -m tests.bench.bench_time``.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import perf_counter
from zoneinfo import ZoneInfo

import dateparser  # type: ignore[import-untyped] # ships no types
from dateparser.search import search_dates  # type: ignore[import-untyped] # as above

from bot.errors import NotUnderstood
from bot.reading.time_expressions import find_time_expressions, parse_when
from tests.bot.reading.articles import articles
from tests.bot.reading.cases import LANGUAGES, PhraseCase, load
from tests.bot.reading.timex import documents
from tests.bot.reading.timex.scoring import score

NOW = datetime(2025, 11, 26, 12, tzinfo=ZoneInfo("Europe/Oslo"))
ARTICLE_LENGTH = 5_000  # characters
SIZES = (10_000, 100_000, 1_000_000)  # characters
HOSTILE = {
    "digits": "1",
    "digits and spaces": "12 ",
    "neste neste": "neste ",
    "nested brackets": "([{",
    "dots and dashes": ".-,",
}
DENSE = {"fra … til": "fra 1. til 2. ", "dates": "3. mai 2026, "}  # all of it times, all read
PHRASES_FOR_DATEPARSER = 10  # one in so many: it is slow
CODES = {"nb": "nb", "nn": "nb", "en": "en"}  # dateparser reads bokmål for both


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of a few runs."""
    shortest = float("inf")
    for _ in range(times):
        begun = perf_counter()
        work()
        shortest = min(shortest, perf_counter() - begun)
    return shortest


def article(language: str) -> str:
    """Return running text of an article's length, out of the articles of the tests."""
    texts = "\n\n".join(each.text for each in articles() if each.language == language)
    return (texts * (ARTICLE_LENGTH // len(texts) + 1))[:ARTICLE_LENGTH]


def is_read(case: PhraseCase) -> bool:
    """Whether the phrase is read as its table says."""
    asked = case.asked
    try:
        window = parse_when(
            case.text, now=asked.now, language=asked.language, country=asked.country
        )
    except NotUnderstood:
        return False
    return case.meaning.accepts(window.start, window.end)


def is_begun_by_dateparser(case: PhraseCase) -> bool:
    """Whether dateparser finds at least the moment at which the window begins."""
    found = dateparser.parse(
        case.text, languages=[CODES[case.asked.language]], settings=settings(case.asked.now)
    )
    span = case.meaning.span
    return found is not None and span is not None and found == span.start


def settings(now: datetime) -> dict[str, object]:
    """Return dateparser's settings that come closest to ours."""
    zone = str(now.tzinfo)
    return {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
        "TIMEZONE": zone,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "RETURN_TIME_AS_PERIOD": False,
    }


def share(marks: list[bool]) -> str:
    """Return how many of the judged hold, in per cent."""
    return f"{sum(marks) / len(marks):6.1%} of {len(marks)}"


def show_phrases() -> None:
    """Print how many phrases are read in a second, and how many rightly."""
    for language in LANGUAGES:
        cases = load(language)
        ours = seconds(partial(judge, is_read, cases))
        few = cases[::PHRASES_FOR_DATEPARSER]
        theirs = seconds(partial(judge, is_begun_by_dateparser, few), 1)
        print(f"{language}  phrases a second: {len(cases) / ours:9,.0f}")
        print(f"    dateparser:      {len(few) / theirs:9,.0f}, on {len(few)} of them")
        print(f"    exact windows:   {share(judge(is_read, cases))}")
        print(f"    dateparser:      {share(judge(is_begun_by_dateparser, cases))}, start alone")


def judge(is_right: Callable[[PhraseCase], bool], cases: list[PhraseCase]) -> list[bool]:
    """Return for each phrase whether it was read rightly."""
    return [is_right(case) for case in cases]


def show_articles() -> None:
    """Print how fast running text is searched, beside dateparser told the language and not."""
    for language in LANGUAGES:
        text = article(language)
        ours = seconds(partial(find_time_expressions, text, now=NOW, language=language))
        told = partial(search_dates, text, languages=[CODES[language]], settings=settings(NOW))
        untold = partial(search_dates, text, settings=settings(NOW))
        print(f"{language}  an article of {len(text):,} characters: {ours * 1000:8.1f} ms", end="")
        print(f"  ({len(text) / ours:,.0f} characters a second)")
        for name, search in (("", untold), (", language told", told)):
            theirs = seconds(search, 2)
            times = f"{theirs * 1000:8.1f} ms; {theirs / ours:.0f} times as long"
            print(f"    dateparser.search{name}: {times}")


def show_growth() -> None:
    """Print that hostile text takes time in proportion to its length."""
    print("microseconds a character" + "".join(f"{size:>12,}" for size in SIZES) + "  characters")
    for name, unit in HOSTILE.items():
        show_times(name, unit, SIZES)
    for name, unit in DENSE.items():
        show_times(name, unit, SIZES[:-1])


def show_times(name: str, unit: str, sizes: tuple[int, ...]) -> None:
    """Print how long one character takes in texts that are one unit again and again."""
    texts = [unit * (size // len(unit)) for size in sizes]
    times = [
        seconds(partial(find_time_expressions, text, now=NOW, language="nb"), 1) / len(text)
        for text in texts
    ]
    print(f"{name:24}" + "".join(f"{each * 1e6:12.2f}" for each in times))


def show_news() -> None:
    """Print how well times are found and valued in English news, as TempEval-3 scores them."""
    for name, held_out in (("tuned on", False), ("held out", True)):
        reached = score(each for each in documents() if each.is_held_out is held_out)
        print(f"TIMEX3 in English news, {name}, F1 over {reached.marked} expressions:")
        print(f"    span, relaxed {reached.f1(reached.relaxed):6.1%}", end="")
        print(f"  strict {reached.f1(reached.strict):6.1%}", end="")
        print(f"  type {reached.f1(reached.typed):6.1%}  value {reached.f1(reached.valued):6.1%}")


def show_start() -> None:
    """Print how long the reading takes to import, in a process of its own."""
    script = "import time; t = time.time(); import bot.reading; print(time.time() - t)"
    command = [sys.executable, "-c", script]
    runs = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(3)]
    print(f"import of bot.reading: {min(map(float, runs)):.2f} s")


if __name__ == "__main__":
    show_start()
    show_phrases()
    show_news()
    show_articles()
    show_growth()
