"""The corpus itself is right: its places, its order and its calendar."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.domain.language import Language

from . import Article, articles, read_file
from .expectation import Days, Mention

CORPUS = articles()
NAMES = [article.name for article in CORPUS]
WEEKDAYS = (
    ("mandag", "måndag", "monday"),
    ("tirsdag", "tysdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "laurdag", "saturday"),
    ("søndag", "sunday"),
)
MONTHS = (
    *("jan", "feb", "mar", "apr", "ma[iy]", "jun"),
    *("jul", "aug", "sep", "o[ck]t", "nov", "de[cs]"),
)
DAY_OF_MONTH = re.compile(
    rf"(?P<day>\d\d?)\.? (?P<month>{'|'.join(MONTHS)})"
    rf"|(?P<us_month>{'|'.join(MONTHS)})[a-z]*\.? (?P<us_day>\d\d?)(?!\d)",
    re.IGNORECASE,
)
AN_ARTICLE = """published: 2026-03-12
language: nb
country: NO

Retten samles igjen fredag, og dommen er ventet i neste uke.

== expected
> Retten samles
  "fredag" | 2026-03-13 | certain | event 1 | or 2026-03-12..2026-03-13 | within 2 days
  "i neste uke" | 2026-03-16..2026-03-22 | likely | optional

== timeline
"""


def weekdays_in(phrase: str) -> set[int]:
    words = phrase.lower()
    return {number for number, names in enumerate(WEEKDAYS) if any(n in words for n in names)}


def dates_in(phrase: str) -> list[tuple[int, int]]:
    found = []
    for match in DAY_OF_MONTH.finditer(phrase):
        name = (match["month"] or match["us_month"]).lower()
        month = next(n for n, known in enumerate(MONTHS, 1) if re.match(known, name))
        found.append((month, int(match["day"] or match["us_day"])))
    return found


def sides(days: Days) -> list[date]:
    return [side for side in (days.first, days.last) if side is not None]


def marks_of(article: Article) -> tuple[Mention, ...]:
    return article.expected + article.timeline


def written(folder: Path, content: str) -> Path:
    path = folder / "nb-prove.txt"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_corpus_holds_enough_of_every_language() -> None:
    languages = [article.language for article in CORPUS]
    assert languages.count(Language.NB) >= 22
    assert languages.count(Language.NN) >= 8
    assert languages.count(Language.EN) >= 16


def test_a_third_of_the_articles_expect_nothing() -> None:
    nothing = [one for one in CORPUS if not any(mark.required for mark in one.expected)]
    assert 3 * len(nothing) >= len(CORPUS)


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_a_file_is_named_by_its_language(article: Article) -> None:
    assert article.name.startswith(f"{article.language}-")


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_an_article_has_60_to_400_words(article: Article) -> None:
    assert 60 <= len(article.text.split()) <= 400


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_every_sentence_and_phrase_stands_in_its_text(article: Article) -> None:
    for mark in marks_of(article):
        evidence = article.text[mark.start : mark.end]
        assert evidence.startswith(mark.sentence)
        assert mark.phrase in evidence


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_every_sentence_is_marked_from_its_beginning(article: Article) -> None:
    for mark in marks_of(article):
        assert re.search(r"(^|\n|[.!?»”\"] )$", article.text[: mark.start]), mark.sentence


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_what_is_expected_lies_ahead(article: Article) -> None:
    for mark in article.expected:
        assert all(side >= article.published for side in sides(mark.days[0])), mark


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_what_has_been_had_begun_by_publication(article: Article) -> None:
    for mark in article.timeline:
        assert mark.optional or sides(mark.days[0])[0] <= article.published, mark


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_a_named_weekday_is_that_weekday(article: Article) -> None:
    for mark in marks_of(article):
        if named := weekdays_in(mark.phrase):
            assert {side.weekday() for side in sides(mark.days[0])} & named, mark


@pytest.mark.parametrize("article", CORPUS, ids=NAMES)
def test_a_named_date_is_that_date(article: Article) -> None:
    for mark in marks_of(article):
        if named := dates_in(mark.phrase):
            marked = [(side.month, side.day) for side in sides(mark.days[0])]
            assert named[-1] in marked, mark


def test_a_file_is_read_with_its_marks(tmp_path: Path) -> None:
    court, verdict = read_file(written(tmp_path, AN_ARTICLE)).expected
    assert court.days == (
        Days(date(2026, 3, 13), date(2026, 3, 13)),
        Days(date(2026, 3, 12), date(2026, 3, 13)),
    )
    assert (court.event, court.tolerance.days, court.required) == (1, 2, True)
    assert (verdict.phrase, verdict.required) == ("i neste uke", False)


def test_a_file_is_published_at_noon_of_its_country(tmp_path: Path) -> None:
    article = read_file(written(tmp_path, AN_ARTICLE))
    assert article.published_at.isoformat() == "2026-03-12T12:00:00+01:00"


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (AN_ARTICLE.replace("> Retten samles", "> Retten hever"), "0 times in the text"),
        (AN_ARTICLE.replace('"fredag"', '"søndag"'), "is not in the line"),
        (AN_ARTICLE.replace("| certain ", ""), "a certainty belongs"),
        (AN_ARTICLE.replace("within 2 days", "roughly"), "not understood: 'roughly'"),
        (AN_ARTICLE.replace("16..2026-03-22", "22..2026-03-16"), "comes before"),
        (AN_ARTICLE.replace("NO", "XX"), "no zone is known for XX"),
        (AN_ARTICLE.replace("== timeline", ""), "it needs an"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, wrong: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=rf"nb-prove\.txt: .*{complaint}"):
        read_file(written(tmp_path, wrong))
